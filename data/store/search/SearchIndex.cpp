// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/search/SearchIndex.h"

#include "data/store/Run.h"
#include "data/store/search/Tokenizer.h"
#include "data/store/SearchMigrations.h"
#include "data/store/SqliteFile.h"

namespace sz::store {
namespace {

constexpr std::int32_t kApplicationId = 0x535A5352; // "SZSR"

// Raise when texts are cut or read otherwise: every desk then makes its index anew.
constexpr const char* kVersion = "1";

constexpr const char* kGetMeta = "SELECT value FROM meta WHERE key=:key";
constexpr const char* kSetMeta = "INSERT INTO meta(key,value) VALUES(:key,:value) "
                                 "ON CONFLICT(key) DO UPDATE SET value=excluded.value";
constexpr const char* kAdd = "INSERT INTO words(rowid,text,initials) VALUES(:seq,:words,:initials)";
constexpr const char* kFind = "SELECT rowid FROM words WHERE words MATCH :wanted AND rowid<:below "
                              "ORDER BY rowid DESC LIMIT :limit";
constexpr const char* kTidy = "INSERT INTO words(words) VALUES('optimize')";

std::string meta(SQLite::Database& db, const char* key)
{
    SQLite::Statement s(db, kGetMeta);
    s.bind(":key", key);
    return s.executeStep() ? s.getColumn(0).getString() : std::string();
}

void setMeta(SQLite::Database& db, const char* key, const std::string& value)
{
    SQLite::Statement s(db, kSetMeta);
    s.bind(":key", key);
    s.bind(":value", value);
    s.exec();
}

std::uint64_t numberOf(const std::string& text)
{
    return text.empty() ? 0 : std::stoull(text);
}

} // namespace

struct SearchIndex::Impl
{
    Impl(std::filesystem::path f, std::unique_ptr<SqliteFile> s, Initials i)
        : file(f.string()), sql(std::move(s)), db(&sql->db()), initials(std::move(i)),
          add(*db, kAdd), find(*db, kFind)
    {
    }

    std::string file;
    std::unique_ptr<SqliteFile> sql;
    SQLite::Database* db;
    Initials initials;
    SQLite::Statement add;
    SQLite::Statement find;
};

SearchIndex::SearchIndex(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)), m_applied(numberOf(meta(*m_impl->db, "applied"))),
      m_texts(numberOf(meta(*m_impl->db, "texts")))
{
}
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;
SearchIndex::~SearchIndex() = default;

Result<std::unique_ptr<SearchIndex::Impl>> SearchIndex::openOnce(
    const std::filesystem::path& file,
    const Initials& initials,
    const vault::SecretKey* key)
{
    auto sql = SqliteFile::open(
        {file, kApplicationId, embedded::searchMigrations, false, key, registerTokenizer});
    if (!sql) {
        return std::unexpected(sql.error());
    }
    return guarded(
               file.string(),
               [&]() -> Result<std::unique_ptr<Impl>> {
                   SQLite::Database& db = (*sql)->db();
                   if (const std::string version = meta(db, "version"); version.empty()) {
                       setMeta(db, "version", kVersion);
                   } else if (version != kVersion) {
                       return fail(Code::StoreOpen, "an index of another version", file.string());
                   }
                   return std::make_unique<Impl>(file, std::move(*sql), initials);
               })
        .and_then([](auto&& impl) { return std::move(impl); });
}

Result<SearchIndex>
SearchIndex::open(const std::filesystem::path& file, Initials initials, const vault::SecretKey* key)
{
    auto impl = openOnce(file, initials, key);
    if (!impl && impl.error().code != Code::NoSpace) {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(file.string() + suffix, ignored);
        }
        impl = openOnce(file, initials, key);
    }
    return std::move(impl).transform(
        [](std::unique_ptr<Impl> opened) { return SearchIndex(std::move(opened)); });
}

Result<void> SearchIndex::add(const std::vector<Text>& texts, std::uint64_t applied)
{
    return guarded(
               m_impl->file,
               [&] {
                   SQLite::Transaction transaction(
                       *m_impl->db, SQLite::TransactionBehavior::IMMEDIATE);
                   for (const Text& one : texts) {
                       Run(m_impl->add)
                           .with(":seq", one.seq)
                           .with(":words", one.words)
                           .with(":initials", kInitialsMark + m_impl->initials.of(one.named))
                           .exec();
                   }
                   setMeta(*m_impl->db, "applied", std::to_string(applied));
                   setMeta(*m_impl->db, "texts", std::to_string(m_texts + texts.size()));
                   transaction.commit();
               })
        .transform([&] {
            m_applied = applied;
            m_texts += texts.size();
        });
}

Result<std::vector<std::uint64_t>>
SearchIndex::find(std::string_view typed, std::size_t limit, std::uint64_t below) const
{
    const std::string wanted = expressionFor(typed);
    if (wanted.empty()) {
        return std::vector<std::uint64_t>{};
    }
    constexpr auto kAll = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return guarded(m_impl->file, [&] {
        Run find(m_impl->find);
        find.with(":wanted", wanted)
            .with(":below", below == 0 ? kAll : below)
            .with(":limit", std::uint64_t{limit});
        std::vector<std::uint64_t> seqs;
        while (find.next()) {
            seqs.push_back(find.count(0));
        }
        return seqs;
    });
}

Result<void> SearchIndex::tidy()
{
    return guarded(m_impl->file, [&] { m_impl->db->exec(kTidy); });
}

} // namespace sz::store
