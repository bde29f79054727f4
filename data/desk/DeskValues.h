// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What crosses between a desk's store and its screen: values only, no Qt.

#include "data/base/Clock.h"
#include "data/base/Ulid.h"
#include "data/desk/Profile.h"
#include "data/model/Drawings.h"
#include "data/model/ModeActs.h"
#include "data/model/PlanState.h"
#include "data/model/Seat.h"
#include "data/model/ShiftState.h"
#include "data/model/World.h"
#include "data/store/Files.h"

#include <memory>
#include <optional>
#include <vector>

namespace sz::desk {

enum class LinkState : std::uint8_t {
    Offline,
    Connecting,
    CatchingUp,
    Live,
    Refused, ///< headquarters or the certificate says no; trying again does not help by itself
};

/// What every window tells (architecture.md, "What the desk always tells").
struct LinkStatus
{
    LinkState state = LinkState::Offline;
    Instant since;               ///< when this state began
    std::optional<Instant> asOf; ///< headquarters' word that nothing newer exists; none = never yet
    int unsent = 0;              ///< own acts without a verdict
    int rejected = 0;            ///< own acts headquarters refused and nobody has dealt with
    int attempts = 0;            ///< since the link was lost
    std::optional<Instant> nextAttempt;
    Code reason = Code::Internal; ///< why Offline or Refused; Internal = no reason known
    std::string detail;
    Millis clockOffset{0}; ///< headquarters' clock minus ours
    std::string headquarters;
    std::optional<Code>
        storeFault; ///< nothing more can be saved until the program is started again, and why
    bool isOtherPlan = false; ///< headquarters runs another plan folder than this desk
    bool operator==(const LinkStatus&) const = default;
};

enum class OutboxState : std::uint8_t {
    Unsent,
    Rejected,
};

/// One own act that is not (yet) part of the common log.
struct OutboxLine
{
    std::uint64_t counter = 0;
    Instant at;
    IncidentId incident;
    std::shared_ptr<const model::Act> act;
    std::shared_ptr<const log::Entry>
        entry; ///< of an act about the operation: what its words are read from; else null
    OutboxState state = OutboxState::Unsent;
    Code code = Code::Internal; ///< reason of a rejection
    std::string detail;
};

/// Where the bytes of an attached file are.
struct FileStatus
{
    enum class Stage : std::uint8_t {
        Away,     ///< not on this desk; headquarters may have it
        Fetching, ///< `done` of `size` bytes are here
        Here,     ///< and, examined, at headquarters
        Waiting,  ///< here only: to be sent
        Sending,  ///< headquarters has `done` of `size` bytes
    };
    Digest hash{};
    Stage stage = Stage::Away;
    std::uint64_t size = 0;
    std::uint64_t done = 0;
    std::optional<Code> refusal = {}; ///< why the last try came to nothing; it is tried again
    bool operator==(const FileStatus&) const = default;
};

/// What changed on the board; values only.
struct ChangeSet
{
    bool isReset = false; ///< forget everything first
    std::vector<model::IncidentPtr> changed;
    std::vector<IncidentId> removed;
};

/// An act is on this desk's disk: the screen may say 已保存.
struct Receipt
{
    IncidentId incident;
    std::string entry;
    std::uint64_t counter = 0;
};

/// One incident in whose words something was found.
struct Found
{
    IncidentId incident;
    std::string title; ///< as it was written there; a later title may be another
    std::string place;
    Instant at;
};

/// Answer of a search.
struct SearchResult
{
    enum class Empty : std::uint8_t {
        No,           ///< something was found
        NothingTyped, ///< no letter, digit or character
        NoIncidents,  ///< this desk has been told of none yet
        NoMatch,
        NotReady, ///< no match in what is indexed so far; `behind` places are still to be looked at
        Unavailable, ///< the index cannot be read; it is made anew
    };
    std::vector<Found> found; ///< newest first, each incident once
    Empty empty = Empty::No;
    std::uint64_t texts = 0;  ///< looked at
    std::uint64_t behind = 0; ///< places of the feed not looked at yet
};

/// Something the operator must know about the desk's own files; shown as a strip until read.
struct Notice
{
    enum class Kind : std::uint8_t {
        ViewRebuilt, ///< view.db was damaged or of another version and has been rebuilt
        LogSetAside, ///< log.db was damaged: `detail` names where it is kept; unsent acts salvaged = `count`
        StoreFailed, ///< nothing more can be saved: restart
        ScopeLost, ///< incidents this unit has no part in any more; their texts are gone from here: `count`, `detail` their numbers
        CertificateEnds, ///< of desk `detail`, at `at`, in `count` days (0 or less: it has ended; over 60: it was renewed)
        SnapshotLeft,   ///< headquarters' snapshot was not what it should be; the feed takes longer
        ClockOff,       ///< our clock differs by more than 30 s from headquarters'
        ModeTurned,     ///< into games time (`count` 1) or back (0), by `detail` (a post), at `at`
        ModeRefused,    ///< headquarters did not take this desk's switch: `code`
        ShiftRefused,   ///< nor an act about shifts: `code`, `count` its wire number
        DrawingRefused, ///< nor a drawing: as ShiftRefused
        PlanRefused,    ///< nor a change of the plan: as ShiftRefused
        PlanTurned,     ///< another plan has come into force, at `at`
        RollTold,       ///< of a roll call, made by the screen: `detail` in words
        PlanAsked, ///< so many (`count`) changes of the plan wait for this seat to approve them
    };
    Kind kind = Kind::ViewRebuilt;
    int count = 0;
    std::string detail;
    Code code = Code::Internal; ///< StoreFailed: why
    Instant at = {};            ///< CertificateEnds: when
};

/// In which mode the operation is run, as far as this desk knows.
struct ModeStatus
{
    plan::Mode mode = plan::Mode::Normal;
    bool isUnsent = false; ///< the last turn is this desk's own and not yet with headquarters
    std::vector<model::ModeTurn> turns; ///< oldest first; empty: normal times since ever
    bool operator==(const ModeStatus&) const = default;

    /// The turn into this mode; null: normal times since ever.
    [[nodiscard]] const model::ModeTurn* last() const
    {
        return turns.empty() ? nullptr : &turns.back();
    }
};

/// Who sits at this desk.
struct SeatStatus
{
    bool isNeeded = false; ///< the unit has persons: nothing is done here without signing on
    std::vector<model::Person> people; ///< who may, in order of number
    std::optional<model::Grant> grant; ///< who has; may be over
    bool isWaiting = false;            ///< headquarters is looking at a password
    std::optional<Code> refusal;       ///< of the last try, until the next
    int triesLeft = 0;                 ///< after a wrong password; 0: not known, or locked
    std::uint64_t answered = 0;        ///< tries that came to an end, so that two alike are two
    bool operator==(const SeatStatus&) const = default;
};

struct DeskOptions
{
    Profile profile;
    std::shared_ptr<const plan::Plan> plan; // shared by all who look at the operation
    std::filesystem::path
        planFolder;               ///< of `plan`, to compare with headquarters'; empty: not compared
    const Clock* clock = nullptr; ///< this machine's; outlives the desk
    PostCode post;                ///< post the operator acts as; empty = the unit's first
    bool isLinkEnabled = true;    ///< false: screenshots and tests without headquarters
    UlidMaker::Random random;     ///< empty: the system's; the simulator brings its own
    store::Files* files = nullptr;       ///< null: the system's
    bool hasSearch = true;               ///< keeps search.db
    bool hasSnapshots = true;            ///< takes a snapshot when it is far behind
    std::uint64_t snapshotFrom = 20'000; ///< places
    std::size_t bulkFrom =
        20'000; ///< a backlog of so many places is indexed first and shown at its end
    OffsetClock* duty =
        nullptr; ///< over `clock`; moved to headquarters' time as soon as it is known; may be null
};

} // namespace sz::desk
