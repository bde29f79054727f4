// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/DeskLog.h"

#include "data/log/EntryPeek.h"
#include "data/store/DeskMigrations.h"
#include "data/store/Run.h"
#include "data/store/SqliteFile.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <format>
#include <numeric>
#include <set>

namespace sz::store {
namespace {

constexpr std::int32_t kApplicationId = 0x535A4C47; // "SZLG"

constexpr const char* kMemo = "SELECT value FROM memo WHERE key = :key";
constexpr const char* kSetMemo = "INSERT INTO memo (key, value) VALUES (:key, :value) ON CONFLICT "
                                 "(key) DO UPDATE SET value = excluded.value";
constexpr const char* kDropMemo = "DELETE FROM memo WHERE key = :key";
constexpr const char* kGetMeta = "SELECT value FROM meta WHERE key=:key";
constexpr const char* kSetMeta = "INSERT INTO meta(key,value) VALUES(:key,:value) "
                                 "ON CONFLICT(key) DO UPDATE SET value=excluded.value";
constexpr const char* kFeedHead = "SELECT seq,hash FROM feed ORDER BY seq DESC LIMIT 1";
constexpr const char* kAuthorHead =
    "SELECT counter,author_hash FROM outbox ORDER BY counter DESC LIMIT 1";
constexpr const char* kInsertFeed = "INSERT INTO feed(seq,number,received_ms,serial,hash,raw) "
                                    "VALUES(:seq,:number,:received,:serial,:hash,:raw)";
constexpr const char* kOwnIds = "SELECT id FROM outbox";
constexpr const char* kDropConfirmed = "DELETE FROM outbox WHERE id=:id";
constexpr const char* kInsertOwn =
    "INSERT INTO outbox(counter,id,previous,author_hash,state,number,code,detail,raw) "
    "VALUES(:counter,:id,:previous,:hash,:state,:number,:code,:detail,:raw)";
constexpr const char* kSetVerdict =
    "UPDATE outbox SET state=:state,number=:number,code=:code,detail=:detail "
    "WHERE counter=:counter";
constexpr const char* kUnsent =
    "SELECT counter,author_hash,state,number,code,detail,raw,previous FROM outbox "
    "WHERE counter>:after AND state=0 ORDER BY counter LIMIT :limit";
constexpr const char* kOutbox =
    "SELECT counter,author_hash,state,number,code,detail,raw,previous FROM outbox "
    "WHERE state<3 ORDER BY counter";
constexpr const char* kFeedAfter =
    "SELECT seq,number,received_ms,serial,raw,hash FROM feed WHERE seq>:after ORDER BY seq";
constexpr const char* kFeedOne =
    "SELECT seq,number,received_ms,serial,raw,hash,(SELECT hash FROM feed p WHERE p.seq=:seq-1) "
    "FROM feed WHERE seq=:seq";
constexpr const char* kFeedHash = "SELECT hash FROM feed WHERE seq=:seq";
constexpr const char* kForgetFeed = "DELETE FROM feed";

bool isGapFree(const std::vector<log::FeedItem>& items, std::uint64_t after)
{
    return std::ranges::all_of(
        items, [&](const log::FeedItem& item) { return item.seq == ++after; });
}

/// Full: a commit is on the disk when it returns. Normal: a power cut may take the last commits, never tear them.
enum class Durability {
    Full,
    Normal,
};

void setDurability(SQLite::Database& db, Durability durability)
{
    db.exec(
        durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
}

Digest digestOf(const SQLite::Column& column)
{
    Digest out{};
    const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
    if (static_cast<std::size_t>(column.getBytes()) == out.size()) {
        std::copy_n(data, out.size(), out.begin());
    }
    return out;
}

Bytes bytesOf(const SQLite::Column& column)
{
    const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
    return {data, data + column.getBytes()};
}

void bindBlob(SQLite::Statement& s, const char* name, BytesView bytes)
{
    s.bindNoCopy(name, bytes.data(), static_cast<int>(bytes.size()));
}

std::int64_t asInteger(std::uint64_t n)
{
    return static_cast<std::int64_t>(n);
}

OwnEntry ownEntryOf(SQLite::Statement& s)
{
    OwnEntry e;
    e.counter = static_cast<std::uint64_t>(s.getColumn(0).getInt64());
    e.authorHash = digestOf(s.getColumn(1));
    e.state = static_cast<SendState>(s.getColumn(2).getInt());
    e.number = static_cast<std::uint64_t>(s.getColumn(3).getInt64());
    e.code = static_cast<Code>(s.getColumn(4).getInt());
    e.detail = s.getColumn(5).getString();
    e.raw = bytesOf(s.getColumn(6));
    e.previous = digestOf(s.getColumn(7));
    if (log::authorLink(e.previous, log::entryHash(e.raw)) != e.authorHash) { // never signed so
        throw SQLite::Exception(
            std::format("act {} is not as it was written", e.counter), SQLITE_CORRUPT);
    }
    return e;
}

void readFeedItem(SQLite::Statement& s, log::FeedItem& item)
{
    item.seq = static_cast<std::uint64_t>(s.getColumn(0).getInt64());
    item.number = static_cast<std::uint64_t>(s.getColumn(1).getInt64());
    item.receivedAt = fromUtcMs(s.getColumn(2).getInt64());
    item.serial = static_cast<std::uint32_t>(s.getColumn(3).getInt());
    const SQLite::Column raw = s.getColumn(4);
    const auto* bytes = static_cast<const std::uint8_t*>(raw.getBlob());
    item.raw.assign(bytes, bytes + raw.getBytes());
}

log::FeedItem feedItemOf(SQLite::Statement& s)
{
    log::FeedItem item;
    readFeedItem(s, item);
    return item;
}

// A bit that has turned on the disk is not taken for what headquarters sent. A body given up is not there to be checked. Throws.
void checkPlace(const log::FeedItem& item, const std::optional<Digest>& before, const Digest& hash)
{
    if (before && !item.raw.empty() && log::feedLink(*before, item) != hash) {
        throw SQLite::Exception(
            std::format("place {} is not as it was received", item.seq), SQLITE_CORRUPT);
    }
}

} // namespace

struct DeskLog::Impl
{
    Impl(std::filesystem::path f, std::unique_ptr<SqliteFile> s, OperationId o, UnitCode u)
        : file(std::move(f)), sql(std::move(s)), db(&sql->db()), withdrawn(*sql),
          operation(std::move(o)), unit(std::move(u)), insert(*db, kInsertFeed),
          drop(*db, kDropConfirmed), feedOne(*db, kFeedOne)
    {
    }

    std::filesystem::path file;
    std::unique_ptr<SqliteFile> sql;
    SQLite::Database* db;
    Withdrawn withdrawn;
    OperationId operation;
    UnitCode unit;
    SQLite::Statement insert;
    SQLite::Statement drop;
    SQLite::Statement feedOne;

    // Running hash after a place; nothing where the log does not reach back.
    std::optional<Digest> hashAfter(std::uint64_t seq) const
    {
        SQLite::Statement s(*db, kFeedHash);
        s.bind(":seq", asInteger(seq));
        return seq == 0          ? std::optional(log::feedStart(operation, unit))
               : s.executeStep() ? std::optional(digestOf(s.getColumn(0)))
                                 : std::nullopt;
    }

    std::string meta(const char* key) const
    {
        SQLite::Statement s(*db, kGetMeta);
        s.bind(":key", key);
        return s.executeStep() ? s.getColumn(0).getString() : std::string();
    }

    void setMeta(const char* key, const std::string& value) const
    {
        SQLite::Statement s(*db, kSetMeta);
        s.bind(":key", key);
        s.bind(":value", value);
        s.exec();
    }

    // A log belongs to one desk for ever: a copied folder must not speak for somebody else.
    Result<void> claim(const char* key, const std::string& value) const
    {
        const std::string known = meta(key);
        if (known.empty()) {
            setMeta(key, value);
        } else if (known != value) {
            return fail(
                Code::BadArgument, std::string(key) + " is " + known + ", not " + value,
                file.string());
        }
        return {};
    }

    void insertOwn(const OwnEntry& e, const Ulid& id) const
    {
        SQLite::Statement s(*db, kInsertOwn);
        s.bind(":counter", asInteger(e.counter));
        bindBlob(s, ":id", id.bytes);
        bindBlob(s, ":previous", e.previous);
        bindBlob(s, ":hash", e.authorHash);
        s.bind(":state", static_cast<int>(e.state));
        s.bind(":number", asInteger(e.number));
        s.bind(":code", static_cast<int>(e.code));
        s.bind(":detail", e.detail);
        bindBlob(s, ":raw", e.raw);
        s.exec();
    }

    // By index, not by name: looked up a million times, names cost a tenth of catching up.
    void insertFeed(const log::FeedItem& item, const Digest& hash)
    {
        insert.bind(1, asInteger(item.seq));
        insert.bind(2, asInteger(item.number));
        insert.bind(3, toUtcMs(item.receivedAt));
        insert.bind(4, static_cast<std::int64_t>(item.serial));
        insert.bindNoCopy(5, hash.data(), static_cast<int>(hash.size()));
        insert.bindNoCopy(6, item.raw.data(), static_cast<int>(item.raw.size()));
        insert.exec();
        insert.reset();
    }

    // The feed's copy of an own entry takes the place of the outbox's.
    void dropConfirmed(const std::vector<log::FeedItem>& items)
    {
        std::set<Bytes> own;
        SQLite::Statement ids(*db, kOwnIds);
        while (ids.executeStep()) {
            own.insert(bytesOf(ids.getColumn(0)));
        }
        if (own.empty()) {
            return;
        }
        for (const log::FeedItem& item : items) {
            const auto head = log::peekEntry(item.raw);
            if (head && own.contains(Bytes(head->id.bytes.begin(), head->id.bytes.end()))) {
                bindBlob(drop, ":id", head->id.bytes);
                drop.exec();
                drop.reset();
            }
        }
    }

    void storeAuthorHead(const ChainHead& head) const
    {
        setMeta("author_counter", std::to_string(head.seq));
        setMeta("author_hash", toHex(head.hash));
    }

    ChainHead loadAuthorHead() const
    {
        ChainHead head;
        if (const std::string counter = meta("author_counter"); !counter.empty()) {
            head.seq = std::stoull(counter);
            if (const auto hash = fromHex(meta("author_hash"));
                hash && hash->size() == head.hash.size()) {
                std::ranges::copy(*hash, head.hash.begin());
            }
        }
        SQLite::Statement s(*db, kAuthorHead);
        if (s.executeStep() && static_cast<std::uint64_t>(s.getColumn(0).getInt64()) > head.seq) {
            head = {
                static_cast<std::uint64_t>(s.getColumn(0).getInt64()), digestOf(s.getColumn(1))};
        }
        return head;
    }

    ChainHead loadFeedHead() const
    {
        SQLite::Statement s(*db, kFeedHead);
        if (s.executeStep()) {
            return {
                static_cast<std::uint64_t>(s.getColumn(0).getInt64()), digestOf(s.getColumn(1))};
        }
        return {0, log::feedStart(operation, unit)};
    }

    template <class Work>
    Result<void> inTransaction(Durability durability, Work work) const
    {
        if (sql->fault()) {
            return std::unexpected(*sql->fault());
        }
        try {
            setDurability(*db, durability);
            SQLite::Transaction transaction(*db, SQLite::TransactionBehavior::IMMEDIATE);
            work();
            transaction.commit();
            return {};
        } catch (const SQLite::Exception& e) {
            const Error error = storeError(e, file.string());
            sql->witness(error);
            return std::unexpected(error);
        }
    }
};

DeskLog::DeskLog(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)), m_feed(m_impl->loadFeedHead()), m_author(m_impl->loadAuthorHead())
{
}
DeskLog::DeskLog(DeskLog&&) noexcept = default;
DeskLog& DeskLog::operator=(DeskLog&&) noexcept = default;
DeskLog::~DeskLog() = default;

Result<DeskLog> DeskLog::open(
    const std::filesystem::path& file,
    const OperationId& operation,
    const DeskId& desk,
    const UnitCode& unit,
    const vault::SecretKey* key)
{
    auto sql = SqliteFile::open({file, kApplicationId, embedded::deskMigrations, true, key});
    if (!sql) {
        return std::unexpected(sql.error());
    }
    try {
        auto impl = std::make_unique<Impl>(file, std::move(*sql), operation, unit);
        if (auto ok = impl->claim("operation", operation.value)
                          .and_then([&] { return impl->claim("desk", desk.value); })
                          .and_then([&] { return impl->claim("unit", unit.value); });
            !ok) {
            return std::unexpected(ok.error());
        }
        return DeskLog(std::move(impl));
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, file.string()));
    }
}

Withdrawn& DeskLog::withdrawn() const
{
    return m_impl->withdrawn;
}

Result<OwnEntry> DeskLog::appendOwn(Bytes raw)
{
    const auto entry = log::decodeEntry(raw);
    if (!entry) {
        return std::unexpected(entry.error());
    }
    OwnEntry own;
    own.counter = m_author.seq + 1;
    own.previous = m_author.hash;
    own.authorHash = log::authorLink(m_author.hash, log::entryHash(raw));
    own.raw = std::move(raw);
    auto done = m_impl->inTransaction(Durability::Full, [&] {
        m_impl->insertOwn(own, entry->id);
        m_impl->storeAuthorHead({own.counter, own.authorHash});
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    m_author = {own.counter, own.authorHash};
    return own;
}

Result<void> DeskLog::restoreOwn(const OwnEntry& own)
{
    const auto entry = log::decodeEntry(own.raw);
    if (!entry) {
        return std::unexpected(entry.error());
    }
    return m_impl
        ->inTransaction(
            Durability::Full,
            [&] {
                m_impl->insertOwn(own, entry->id);
                m_impl->storeAuthorHead({own.counter, own.authorHash});
            })
        .transform([&] { m_author = {own.counter, own.authorHash}; });
}

Result<void> DeskLog::adoptAuthorHead(ChainHead head)
{
    return m_impl->inTransaction(Durability::Full, [&] { m_impl->storeAuthorHead(head); })
        .transform([&] { m_author = head; });
}

Result<void> DeskLog::appendFeed(const std::vector<log::FeedItem>& items, const Digest& hashAfter)
{
    if (items.empty()) {
        return {};
    }
    if (!isGapFree(items, m_feed.seq)) {
        return fail(Code::BadChain, "the feed has a gap");
    }
    std::vector<Digest> hashes;
    hashes.reserve(items.size());
    for (const log::FeedItem& item : items) {
        hashes.push_back(log::feedLink(hashes.empty() ? m_feed.hash : hashes.back(), item));
    }
    if (hashes.back() != hashAfter) {
        return fail(Code::BadChain, "the feed's running hash does not match");
    }
    return m_impl
        ->inTransaction(
            Durability::Normal,
            [&] {
                for (std::size_t i = 0; i < items.size(); ++i) {
                    m_impl->insertFeed(items[i], hashes[i]);
                }
                m_impl->dropConfirmed(items);
            })
        .transform([&] { m_feed = {items.back().seq, hashAfter}; });
}

Result<void> DeskLog::importFeed(const std::function<Result<std::optional<FeedStep>>()>& next)
{
    ChainHead head = m_feed;
    Result<void> given;
    auto done = m_impl->inTransaction(Durability::Normal, [&] {
        for (;;) {
            auto step = next();
            if (!step) {
                given = std::unexpected(step.error());
            } else if (*step && !isGapFree((*step)->items, head.seq)) {
                given = fail(Code::BadChain, "the feed has a gap");
            }
            if (!given) { // rolled back with the transaction
                throw SQLite::Exception("import given up", SQLITE_ABORT);
            }
            if (!*step) {
                return;
            }
            for (std::size_t i = 0; i < (*step)->items.size(); ++i) {
                m_impl->insertFeed((*step)->items[i], (*step)->hashes[i]);
                head = {(*step)->items[i].seq, (*step)->hashes[i]};
            }
            m_impl->dropConfirmed((*step)->items);
        }
    });
    if (!given) {
        return given;
    }
    return done.transform([&] { m_feed = head; });
}

std::optional<PublicKey> DeskLog::logKey() const
{
    const auto known = guarded(m_impl->file.string(), [&] { return m_impl->meta("log_key"); });
    const auto bytes = known ? fromHex(*known) : std::unexpected(known.error());
    PublicKey key{};
    if (!bytes || bytes->size() != key.size()) {
        return std::nullopt;
    }
    std::ranges::copy(*bytes, key.begin());
    return key;
}

Result<void> DeskLog::setLogKey(const PublicKey& key)
{
    return m_impl->inTransaction(Durability::Full, [&] { m_impl->setMeta("log_key", toHex(key)); });
}

Result<void> DeskLog::setVerdict(
    std::uint64_t counter,
    SendState state,
    std::uint64_t number,
    Code code,
    const std::string& detail)
{
    return m_impl->inTransaction(Durability::Normal, [&] {
        SQLite::Statement s(*m_impl->db, kSetVerdict);
        s.bind(":state", static_cast<int>(state));
        s.bind(":number", asInteger(number));
        s.bind(":code", static_cast<int>(code));
        s.bind(":detail", detail);
        s.bind(":counter", asInteger(counter));
        s.exec();
    });
}

Result<void> DeskLog::forgetFeed()
{
    return m_impl->inTransaction(Durability::Full, [&] { m_impl->db->exec(kForgetFeed); })
        .transform([&] { m_feed = {0, log::feedStart(m_impl->operation, m_impl->unit)}; });
}

Result<std::vector<OwnEntry>> DeskLog::unsent(std::uint64_t after, std::size_t limit) const
{
    try {
        SQLite::Statement s(*m_impl->db, kUnsent);
        s.bind(":after", asInteger(after));
        s.bind(":limit", asInteger(limit));
        std::vector<OwnEntry> out;
        while (s.executeStep()) {
            out.push_back(ownEntryOf(s));
        }
        return out;
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, m_impl->file.string()));
    }
}

Result<std::vector<OwnEntry>> DeskLog::outbox() const
{
    try {
        SQLite::Statement s(*m_impl->db, kOutbox);
        std::vector<OwnEntry> out;
        while (s.executeStep()) {
            out.push_back(ownEntryOf(s));
        }
        return out;
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, m_impl->file.string()));
    }
}

Result<void>
DeskLog::eachFeed(std::uint64_t after, const std::function<bool(log::FeedItem&&)>& visit) const
{
    try {
        SQLite::Statement s(*m_impl->db, kFeedAfter);
        s.bind(":after", asInteger(after));
        std::optional<Digest> before = m_impl->hashAfter(after);
        while (s.executeStep()) {
            log::FeedItem item = feedItemOf(s);
            const Digest hash = digestOf(s.getColumn(5));
            checkPlace(item, before, hash);
            before = hash;
            if (!visit(std::move(item))) {
                break;
            }
        }
        return {};
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, m_impl->file.string()));
    }
}

Result<void>
DeskLog::eachPlace(std::uint64_t after, const std::function<bool(const PlaceView&)>& visit) const
{
    return guarded(m_impl->file.string(), [&] {
        SQLite::Statement s(*m_impl->db, kFeedAfter);
        s.bind(":after", asInteger(after));
        std::optional<Digest> before = m_impl->hashAfter(after);
        log::FeedItem item; // its buffer serves for all of them
        do {
            if (!s.executeStep()) {
                return;
            }
            readFeedItem(s, item);
            const Digest hash = digestOf(s.getColumn(5));
            checkPlace(item, before, hash);
            before = hash;
        } while (visit({item.seq, item.number, item.raw}));
    });
}

// Read in the order of the file, whatever the order asked for: neighbours share pages, and a cold disk reads ahead.
Result<std::vector<log::FeedItem>> DeskLog::feedAt(const std::vector<std::uint64_t>& seqs) const
{
    std::vector<std::size_t> order(seqs.size());
    std::ranges::iota(order, std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return seqs[i]; });
    try {
        const SQLite::Transaction reading(
            *m_impl->db); // one read lock for all of them, not one each
        std::vector<log::FeedItem> out(seqs.size());
        for (const std::size_t i : order) {
            Run one(m_impl->feedOne);
            if (one.with(":seq", seqs[i]).next()) {
                out[i] = feedItemOf(m_impl->feedOne);
                const auto before = m_impl->feedOne.getColumn(6);
                checkPlace(
                    out[i],
                    seqs[i] == 1      ? m_impl->hashAfter(0)
                    : before.isNull() ? std::nullopt
                                      : std::optional(digestOf(before)),
                    digestOf(m_impl->feedOne.getColumn(5)));
            }
        }
        std::erase_if(out, [](const log::FeedItem& item) { return item.seq == 0; });
        return out;
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, m_impl->file.string()));
    }
}

Result<std::optional<Bytes>> DeskLog::memo(const std::string& key) const
{
    return guarded(m_impl->file.string(), [&]() -> std::optional<Bytes> {
        SQLite::Statement s(*m_impl->db, kMemo);
        s.bind(":key", key);
        if (!s.executeStep()) {
            return std::nullopt;
        }
        const auto column = s.getColumn(0);
        const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
        return Bytes(bytes, bytes + column.getBytes());
    });
}

Result<void> DeskLog::setMemo(const std::string& key, const std::optional<Bytes>& value)
{
    if (fault()) {
        return std::unexpected(*fault());
    }
    auto done = guarded(m_impl->file.string(), [&] {
        SQLite::Statement s(*m_impl->db, value ? kSetMemo : kDropMemo);
        s.bind(":key", key);
        if (value) {
            s.bind(":value", value->data(), static_cast<int>(value->size()));
        }
        s.exec();
    });
    if (!done) {
        m_impl->sql->witness(done.error());
    }
    return done;
}

const std::optional<Error>& DeskLog::fault() const
{
    return m_impl->sql->fault();
}

} // namespace sz::store
