// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One way for every layer to say that something failed, so that a screen can turn it into a sentence.

#include <cstdint>
#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace sz {

/// What went wrong. Ranges belong to layers; `widgets/common/ErrorText` has a sentence for each.
enum class Code : std::uint16_t {
    // 1xx anything
    Internal = 100,
    NotFound,
    BadArgument,
    Io,
    NoSpace,
    Cancelled,
    // 2xx plan and other files from outside
    PlanMissing = 200,
    PlanBroken,
    FileUnreadable,
    FileMalformed,
    // 3xx rules of the model: the act is refused. ContactExpired: a sealed contact whose key is destroyed, or is to be;
    // ContactAway: its key is at headquarters, and there is no link
    NoSuchIncident = 300,
    NoSuchOrder,
    NoSuchUnit,
    IncidentClosed,
    StepsOpen,
    AlreadyDone,
    AlreadySigned,
    NotYourOrder,
    NotAllowed,
    MissingField,
    LimitOutOfRange,
    UnknownType,
    NothingToAmend,
    CountsUnbalanced,
    ContactExpired,
    ContactAway,
    FileTooLarge,
    FileTypeRefused, ///< not one of the types the plan allows
    FilesFull,       ///< the incident holds as many bytes of files as the plan allows
    SecondPerson,    ///< another than who asked has to decide
    ChiefDecides,    ///< an order came back a second time: the duty chief's
    ReturnUndecided, ///< a returned order waits for a decision or for another unit
    RecheckOpen,     ///< a result waits to be rechecked
    NothingAsked,    ///< no such request is open
    // 4xx log and codec
    BadEncoding = 400,
    BadChain,
    BadSignature,
    FutureVersion,
    // 5xx stores
    StoreOpen = 500,
    StoreCorrupt,
    StoreFromFuture,
    StoreLocked,
    StoreWrite,
    SyncFailed,
    PassphraseNeeded,
    PassphraseWrong,
    // 6xx link and headquarters
    LinkDown = 600,
    LinkRefused,
    BadCertificate,
    PortTaken,
    ProtocolVersion,
    EnrolCodeBad,
    EnrolCodeExpired,
    Revoked,
    ForkDetected,
    Busy,
    // 7xx people: who acts at a desk. SignOnWrong: no such person or another password, nobody is told which; SecretMustChange:
    // a start password; SecretTooWeak: too short, or the old one; PostNotYours: not the person's, or not the unit's
    SignOnNeeded = 700,
    GrantExpired,
    SignOnWrong,
    PersonLocked,
    PersonDisabled,
    SecretMustChange,
    SecretTooWeak,
    PostNotYours,
};

/// A failure: the code for the screen, the detail (English, for log and tools) and, for files, where.
struct Error
{
    Code code = Code::Internal;
    std::string detail;
    std::string where; ///< file, file:line or feature; may be empty
};

template <class T>
using Result = std::expected<T, Error>;

/// Returns a failure from a function whose type is Result<T>.
[[nodiscard]] inline std::unexpected<Error>
fail(Code code, std::string detail, std::string where = {})
{
    return std::unexpected(Error{code, std::move(detail), std::move(where)});
}

/// Stable English name of a code, for logs and wire ("IncidentClosed").
[[nodiscard]] const char* codeName(Code code);

} // namespace sz
