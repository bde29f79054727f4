// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// log.db: what this desk has been told (feed) and what it has said (outbox). The truth; everything else is rebuilt from it.

#include "data/log/Chain.h"
#include "data/store/Withdrawn.h"
#include "data/vault/Aead.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace sz::store {

/// Wire values of outbox.state.
enum class SendState : std::uint8_t {
    Unsent = 0,
    Accepted = 1, ///< numbered by headquarters, waits for its place in the feed
    Rejected = 2,
    Settled = 3, ///< rejected and dealt with by the officer
};

struct OwnEntry
{
    std::uint64_t counter = 0;
    Digest previous{};   ///< author chain before this entry
    Digest authorHash{}; ///< and after it
    SendState state = SendState::Unsent;
    std::uint64_t number = 0;
    Code code = Code::Internal;
    std::string detail;
    Bytes raw;
};

/// How far something numbered has got, with the running hash there.
struct ChainHead
{
    std::uint64_t seq = 0;
    Digest hash{};
    bool operator==(const ChainHead&) const = default;
};

/// Thread: the store's, all of it.
class DeskLog
{
public:
    /// `key`: see SqliteSpec. Errors: as SqliteFile::open; BadArgument when the file belongs to another desk, unit or operation.
    [[nodiscard]] static Result<DeskLog> open(
        const std::filesystem::path& file,
        const OperationId& operation,
        const DeskId& desk,
        const UnitCode& unit,
        const vault::SecretKey* key = nullptr);
    DeskLog(DeskLog&&) noexcept;
    DeskLog& operator=(DeskLog&&) noexcept;
    ~DeskLog();

    /// Bodies given up with their incident; the places of the feed stay, their `raw` is empty.
    [[nodiscard]] Withdrawn& withdrawn() const;

    [[nodiscard]] ChainHead feedHead() const { return m_feed; }
    [[nodiscard]] ChainHead authorHead() const { return m_author; }

    /// Appends one own entry durably (synchronous=FULL): when this returns, a power cut cannot take it.
    /// Errors: NoSpace, StoreWrite, StoreCorrupt; then nothing was written.
    [[nodiscard]] Result<OwnEntry> appendOwn(Bytes raw);
    /// Puts back an own entry that was saved elsewhere (mirror). Its counter must follow the head.
    [[nodiscard]] Result<void> restoreOwn(const OwnEntry& entry);
    /// Takes over the author chain from headquarters after a loss; only on an empty outbox.
    [[nodiscard]] Result<void> adoptAuthorHead(ChainHead head);
    /// Places after the head, already verified: seq = head+1…; one transaction. Own entries among them leave the outbox.
    [[nodiscard]] Result<void>
    appendFeed(const std::vector<log::FeedItem>& items, const Digest& hashAfter);
    /// Places with the running hash after each, checked by who gives them.
    struct FeedStep
    {
        std::vector<log::FeedItem> items;
        std::vector<Digest> hashes;
    };
    /// The same in many steps and one transaction, until `next` gives none; nothing of it remains when `next` fails.
    /// Errors: those of `next`; as appendFeed.
    [[nodiscard]] Result<void>
    importFeed(const std::function<Result<std::optional<FeedStep>>()>& next);
    /// Key of headquarters' log as this desk met it first; none yet.
    [[nodiscard]] std::optional<PublicKey> logKey() const;
    [[nodiscard]] Result<void> setLogKey(const PublicKey& key);
    [[nodiscard]] Result<void> setVerdict(
        std::uint64_t counter,
        SendState state,
        std::uint64_t number,
        Code code,
        const std::string& detail);
    /// Forgets the feed (not the outbox) so that it is pulled again from the first place.
    [[nodiscard]] Result<void> forgetFeed();

    /// Own entries with counter > after that have no verdict, in order.
    [[nodiscard]] Result<std::vector<OwnEntry>>
    unsent(std::uint64_t after, std::size_t limit) const;
    /// Everything in the outbox: unsent, accepted but not yet in the feed, rejected (not settled), in order.
    [[nodiscard]] Result<std::vector<OwnEntry>> outbox() const;

    /// Calls `visit` for each place with seq > after, in order; stops when it returns false.
    [[nodiscard]] Result<void>
    eachFeed(std::uint64_t after, const std::function<bool(log::FeedItem&&)>& visit) const;
    /// The same without a copy of anything: the bytes are good until `visit` returns.
    struct PlaceView
    {
        std::uint64_t seq = 0;
        std::uint64_t number = 0;
        BytesView raw;
    };
    [[nodiscard]] Result<void>
    eachPlace(std::uint64_t after, const std::function<bool(const PlaceView&)>& visit) const;
    /// The places with these numbers, in the order given; missing ones are left out.
    [[nodiscard]] Result<std::vector<log::FeedItem>>
    feedAt(const std::vector<std::uint64_t>& seqs) const;

    /// Small things kept beside the log. Nothing when there is none under that key.
    [[nodiscard]] Result<std::optional<Bytes>> memo(const std::string& key) const;
    /// Without a value the memo goes. Errors: as SqliteFile::commit, and the fault, if there is one.
    [[nodiscard]] Result<void> setMemo(const std::string& key, const std::optional<Bytes>& value);
    /// Why nothing is written any more, be it a checkpoint that failed (SqliteFile::fault).
    [[nodiscard]] const std::optional<Error>& fault() const;

private:
    struct Impl;
    explicit DeskLog(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
    ChainHead m_feed;
    ChainHead m_author;
};

} // namespace sz::store
