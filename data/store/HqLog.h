// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// hq.db: headquarters' log of one operation, in the order it gave. One writer, one thread, one
// process.

#include "data/log/Chain.h"
#include "data/store/HqDesks.h"
#include "data/store/HqFeeds.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::store {

/// One accepted entry with what headquarters knows about it.
struct NumberedEntry
{
    std::uint64_t number = 0; ///< 1-based, without gaps over the whole operation
    std::string id;           ///< ULID text
    DeskId desk;
    std::uint64_t counter = 0;
    Digest author{}; ///< author chain of the desk after this entry
    Instant receivedAt;
    std::uint32_t serial = 0; ///< see log::FeedItem
    log::Subject subject;
    Bytes raw;
};

/// One entry that headquarters did not accept; kept all the same.
struct RefusedEntry
{
    DeskId desk;
    std::uint64_t counter = 0;
    std::string id; ///< ULID text; empty when the entry could not be read
    Bytes raw;
    Code code = Code::Internal;
    std::string detail;
    Instant receivedAt;
};

/// What was decided about one counter of a desk.
struct Decided
{
    std::uint64_t number = 0; ///< 0 = refused
    Code code = Code::Internal;
    std::string detail;
    Bytes raw;
};

/// Errors everywhere: StoreWrite, StoreCorrupt, NoSpace. Thread: one.
class HqLog
{
public:
    /// Opens or makes `folder`/hq.db, holding `folder`/hq.lock. Errors: StoreLocked (another
    /// headquarters works on the folder), StoreFromFuture, StoreCorrupt (`where` names the file),
    /// StoreOpen, NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<HqLog>> open(const std::filesystem::path& folder);
    ~HqLog();

    /// One transaction holds a whole group of batches.
    [[nodiscard]] Result<void> begin();
    /// When it fails nothing of the transaction remains.
    [[nodiscard]] Result<void> commit();
    void rollback();

    /// Number must be the next; id and (desk, counter) must be new.
    [[nodiscard]] Result<void> append(const NumberedEntry& entry);
    [[nodiscard]] Result<void> refuse(const RefusedEntry& entry);
    /// Keeps the desk's signature over a batch.
    [[nodiscard]] Result<void> keepSignature(const log::Batch& batch);

    /// Last number given; 0 for an empty log.
    [[nodiscard]] Result<std::uint64_t> head() const;
    [[nodiscard]] Result<bool> hasEntry(const std::string& id) const;
    /// Errors: NotFound when nothing was received under that counter.
    [[nodiscard]] Result<Decided> decided(const DeskId& desk, std::uint64_t counter) const;
    /// Every accepted entry in order of number.
    [[nodiscard]] Result<void>
    forEach(const std::function<void(const NumberedEntry&)>& visit) const;

    /// Accepted entries with a higher number, ascending, at most `limit`.
    [[nodiscard]] Result<std::vector<NumberedEntry>>
    after(std::uint64_t number, std::size_t limit) const;

    /// Last serial of each local day (days since 1970-01-01).
    [[nodiscard]] Result<std::map<std::int64_t, std::uint32_t>> daySerials() const;
    [[nodiscard]] Result<void> setDaySerial(std::int64_t day, std::uint32_t last);
    [[nodiscard]] Result<std::optional<std::string>> meta(const std::string& key) const;
    [[nodiscard]] Result<void> setMeta(const std::string& key, const std::string& value);

    [[nodiscard]] HqDesks& desks() { return *m_desks; }

    [[nodiscard]] HqFeeds& feeds() { return *m_feeds; }

private:
    struct Impl;
    explicit HqLog(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
    std::unique_ptr<HqDesks> m_desks;
    std::unique_ptr<HqFeeds> m_feeds;
};

} // namespace sz::store
