// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What travels between a desk and headquarters, one WebSocket binary message each. See PROTOCOL.md.

#include "data/base/Result.h"
#include "data/log/Chain.h"
#include "data/sync/ContactFrames.h"
#include "data/sync/FileFrames.h"
#include "data/sync/SeatFrames.h"

#include <string>
#include <variant>
#include <vector>

namespace sz::sync {

inline constexpr int kProtocolOldest = 1;
inline constexpr int kProtocolNewest = 1;
inline constexpr std::size_t kMaxFrameBytes = 4 * 1024 * 1024;

/// Desk → headquarters, first on every connection.
struct Hello
{
    int oldest = kProtocolOldest;
    int newest = kProtocolNewest;
    OperationId operation;
    DeskId desk;
    UnitCode unit;
    std::string program;       ///< "sanzhen 0.1.0"
    std::uint64_t feedSeq = 0; ///< last place of the unit's feed the desk holds
    Digest feedHash{};         ///< running hash there
    std::uint64_t acked = 0;   ///< last own counter the desk knows a verdict of
    std::uint64_t written = 0; ///< last own counter the desk has given out
    bool isRebuilt =
        false; ///< the desk lost its files and asks to go on from what headquarters holds
};

/// Headquarters → desk: you are in.
struct Welcome
{
    int protocol = kProtocolNewest;
    std::string headquarters;   ///< name for the status bar
    Instant now;                ///< headquarters' clock
    std::uint64_t feedHead = 0; ///< last place of the unit's feed
    std::uint64_t received = 0; ///< last own counter headquarters holds: the desk resends from here
    Digest authorHash{};        ///< author chain there
    std::string
        planDigest; ///< hex SHA-256 of the plan headquarters runs; may differ from the desk's (warned)
    std::string authority = {};    ///< hex SHA-256 of the CA that signs now; empty from older ones
    std::uint64_t snapshotSeq = 0; ///< last place of the unit's newest snapshot; 0 = there is none
};

/// Headquarters → desk: go away, and why. Codes: ProtocolVersion, Revoked, ForkDetected, EnrolCodeBad, EnrolCodeExpired,
/// LinkRefused, Busy.
struct Refused
{
    Code code = Code::LinkRefused;
    std::string detail;
};

/// Desk → headquarters: own entries in author order. Sent again until a verdict comes.
struct Push
{
    log::Batch batch;
};

enum class VerdictKind : std::uint8_t {
    Accepted = 1,
    Rejected = 2,
    Held = 3,  ///< needs something that has not come yet; headquarters keeps it and answers later
    Later = 4, ///< resend after a while (flood control)
};

struct Verdict
{
    std::uint64_t counter = 0;
    VerdictKind kind = VerdictKind::Accepted;
    std::uint64_t number = 0;   ///< log number when accepted
    Code code = Code::Internal; ///< reason when not accepted
    std::string detail;
};

/// Headquarters → desk. Verdicts are final but for Held and Later.
struct Verdicts
{
    std::vector<Verdict> verdicts;
    Instant now;
};

/// Desk → headquarters: you may send this many more Feed frames. Given at first 4, then one for each frame applied.
struct Credit
{
    int frames = 1;
};

/// Headquarters → desk: the next places of the unit's feed. `hash` is the running hash after the last item; the desk
/// recomputes the ones between. Encoded with zstd when that is shorter.
struct Feed
{
    UnitCode unit;
    std::vector<log::FeedItem> items;
    Digest hash{};
};
inline constexpr std::size_t kMaxFeedItems = 1000;

/// Headquarters → desk every 5 s, so that a silent gap is found.
struct Heartbeat
{
    Instant now;
    std::uint64_t feedHead = 0;
};

/// Desk → headquarters on a connection without a client certificate; the only frame allowed there.
struct Enrol
{
    std::string code;  ///< one-time code as printed
    PublicKey key{};   ///< the desk's Ed25519 key
    Signature proof{}; ///< over "sanzhen enrol 1" ‖ code, shows that the desk holds the key
    std::string name;  ///< host name for the administrator's list
};

/// Headquarters → desk.
struct Enrolled
{
    DeskId desk;
    UnitCode unit;
    OperationId operation;
    std::string certificate; ///< PEM, the desk's
    std::string authority;   ///< PEM, the CA
};

/// Desk → headquarters: bodies of places of its feed that it gave up when its unit left their incident, and needs again.
struct Recall
{
    std::vector<std::uint64_t> seqs; ///< at most kMaxRecall
};
inline constexpr std::size_t kMaxRecall = 256;

/// Headquarters → desk, one answer for one Recall: bodies the unit may see now, and places it may not. What is in neither list
/// did not fit: ask again.
struct Recalled
{
    std::vector<log::FeedItem> items;
    std::vector<std::uint64_t> denied;
};

/// Desk → headquarters: with nothing, "show me the manifest"; with hashes, "send these chunks" (each is a credit for one);
/// with a place, "I hold the feed up to here, go on from there" instead of from Hello's.
struct SnapshotAsk
{
    std::vector<Digest> chunks;
    std::uint64_t heldSeq = 0;
    Digest heldHash{};
};
inline constexpr std::size_t kMaxChunksAsked = 16;

/// Headquarters → desk. Bytes of a sync::Manifest; empty when there is none (any more).
struct SnapshotManifest
{
    Bytes manifest;
    Signature signature{};
    PublicKey key{}; ///< of the log
};

/// Headquarters → desk. Empty bytes: the chunk is gone, a newer snapshot has taken its place.
struct SnapshotChunk
{
    Digest hash{};
    Bytes bytes;
};

/// Desk → headquarters: my certificate ends soon, or headquarters' authority is another one than mine.
struct Renew
{
};

/// Headquarters → desk: the answer, and unasked when the authority changes. The desk keeps its key.
struct Renewed
{
    std::string certificate; ///< PEM, the desk's
    std::string
        authority; ///< PEM, the CAs to trust from now on, the one that signed `certificate` first
};

/// A frame of a newer version: kept apart so that the reader may skip it.
struct UnknownFrame
{
    std::int64_t type = 0;
};

using Frame = std::variant<
    Hello,
    Welcome,
    Refused,
    Push,
    Verdicts,
    Credit,
    Feed,
    Heartbeat,
    Enrol,
    Enrolled,
    SignOn,
    SignedOn,
    People,
    Recall,
    Recalled,
    Renew,
    Renewed,
    SnapshotAsk,
    SnapshotManifest,
    SnapshotChunk,
    KeepContactKeys,
    ContactKeysKept,
    AskContactKey,
    ContactKeyGiven,
    FileOffer,
    FileState,
    FileChunk,
    FileAsk,
    UnknownFrame>;

[[nodiscard]] Bytes encodeFrame(const Frame& frame);
/// Errors: BadEncoding.
[[nodiscard]] Result<Frame> decodeFrame(BytesView bytes);

} // namespace sz::sync
