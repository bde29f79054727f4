// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' log of one operation, in the order it gave: the interface of both stores.

#include "data/log/Chain.h"
#include "data/store/ContactKeys.h"
#include "data/store/HqDesks.h"
#include "data/store/HqFeeds.h"
#include "data/store/HqPeople.h"
#include "data/store/SealBook.h"

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

/// What other processes have committed since the last look.
struct HqNews
{
    std::uint64_t head = 0;             ///< last number given; 0: there is no news at all
    std::vector<NumberedEntry> entries; ///< ascending, without gaps, up to `head`
    std::vector<DeskRecord> desks;      ///< those that are new or changed
    std::map<UnitCode, FeedHead> feeds; ///< those that have moved
    std::map<std::int64_t, std::uint32_t> serials; ///< those that have moved
    bool arePeopleNew = false;                     ///< persons, sign-ons or tries have changed

    [[nodiscard]] bool isEmpty() const { return entries.empty() && desks.empty() && !arePeopleNew; }
};

/// Tells of commits as long as it lives; see HqLog::watch.
class HqWatch
{
public:
    virtual ~HqWatch() = default;
};

class HqReader;

/// Opens a connection of an examiner, see HqReader::open. Thread: any; the log it is of must live.
using HqReaders = std::function<Result<std::unique_ptr<HqReader>>()>;

/// Errors everywhere: StoreOpen (not reachable), StoreWrite, StoreCorrupt, NoSpace, Io. Thread: one,
/// except backupTo. A store may keep what is written until the commit: a fault of an entry then
/// shows there, and nothing of the transaction remains.
class HqLog
{
public:
    /// The store in one file, for one process: opens or makes `folder`/hq.db, holding
    /// `folder`/hq.lock. Errors: StoreLocked (another headquarters works on the folder),
    /// StoreFromFuture, StoreCorrupt (`where` names the file), StoreOpen, NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<HqLog>> open(const std::filesystem::path& folder);
    virtual ~HqLog() = default;

    /// One transaction holds a whole group of batches. Nobody else gets numbers until it ends;
    /// look at `news()` before anything is judged.
    [[nodiscard]] virtual Result<void> begin() = 0;
    /// When it fails nothing of the transaction remains, except that a store behind a link which
    /// breaks in that moment may have kept all of it: `news()` will tell.
    [[nodiscard]] virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
    /// After a failure of that kind the next transaction may be tried: what the store holds is not in doubt, or will be read
    /// anew. A file whose sync failed is in doubt until it is opened again.
    [[nodiscard]] virtual bool isPassing(Code code) const = 0;

    /// Number must be the next; id and (desk, counter) must be new.
    [[nodiscard]] virtual Result<void> append(const NumberedEntry& entry) = 0;
    [[nodiscard]] virtual Result<void> refuse(const RefusedEntry& entry) = 0;
    /// Keeps the desk's signature over a batch.
    [[nodiscard]] virtual Result<void> keepSignature(const log::Batch& batch) = 0;

    /// Last number given; 0 for an empty log.
    [[nodiscard]] virtual Result<std::uint64_t> head() const = 0;
    /// True when no number up to the head is missing. Reads an index, not the entries.
    [[nodiscard]] virtual Result<bool> isWhole() const = 0;
    /// These ids will be asked for until the transaction ends: a store behind a link asks once.
    [[nodiscard]] virtual Result<void> expect(const std::vector<std::string>& ids) = 0;
    [[nodiscard]] virtual Result<bool> hasEntry(const std::string& id) const = 0;
    /// Errors: NotFound when nothing was received under that counter.
    [[nodiscard]] virtual Result<Decided>
    decided(const DeskId& desk, std::uint64_t counter) const = 0;
    /// Every accepted entry in order of number.
    [[nodiscard]] virtual Result<void>
    forEach(const std::function<void(const NumberedEntry&)>& visit) const = 0;
    /// Accepted entries with a higher number, ascending, at most `limit`.
    [[nodiscard]] virtual Result<std::vector<NumberedEntry>>
    after(std::uint64_t number, std::size_t limit) const = 0;
    /// A subject's entries up to a number, ascending; in a transaction those committed before it
    /// at least.
    [[nodiscard]] virtual Result<std::vector<NumberedEntry>>
    entriesOf(const log::Subject& subject, std::uint64_t upTo) const = 0;

    /// Moves on to what others have committed; all of it at once. Empty for a store of one process.
    [[nodiscard]] virtual Result<HqNews> news() = 0;
    /// Calls back, on a thread of its own, whenever there may be news: at once when the store can
    /// tell, else within a second. Null for a store of one process.
    [[nodiscard]] virtual std::unique_ptr<HqWatch> watch(std::function<void()> changed) const = 0;

    /// Last serial of each local day (days since 1970-01-01).
    [[nodiscard]] virtual Result<std::map<std::int64_t, std::uint32_t>> daySerials() const = 0;
    [[nodiscard]] virtual Result<void> setDaySerial(std::int64_t day, std::uint32_t last) = 0;
    [[nodiscard]] virtual Result<std::optional<std::string>> meta(const std::string& key) const = 0;
    [[nodiscard]] virtual Result<void>
    setMeta(const std::string& key, const std::string& value) = 0;

    /// Writes a whole copy of the moment into a new file, in the file store's form, while work goes on; attached files that the
    /// store keeps in itself go into the folder `files` beside it. Errors: the store's, NoSpace, Io. Thread: any.
    [[nodiscard]] virtual Result<void> backupTo(const std::filesystem::path& file) const = 0;

    /// How to read what is committed without being in anybody's way.
    [[nodiscard]] virtual HqReaders readers() const = 0;
    /// Null for a store of one process: it signs alone.
    [[nodiscard]] virtual std::unique_ptr<SealBook> sealBook() const = 0;

    [[nodiscard]] virtual HqDesks& desks() = 0;
    [[nodiscard]] virtual HqFeeds& feeds() = 0;
    [[nodiscard]] virtual HqPeople& people() = 0;
    /// Keys of sealed contacts: beside the log, never in a copy of it, in no transaction of it.
    [[nodiscard]] virtual ContactKeys& contactKeys() = 0;
};

} // namespace sz::store
