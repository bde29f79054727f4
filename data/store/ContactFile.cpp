// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/ContactFile.h"

#include "data/store/ContactMigrations.h"
#include "data/store/Run.h"
#include "data/store/SqliteFile.h"

#include <fstream>

namespace sz::store {
namespace {

constexpr std::int32_t kApplicationId = 0x535A434B; // "SZCK"

constexpr auto kPut = R"(
INSERT INTO contact_key (contact, incident, desk, until_ms, key, is_confirmed)
VALUES (:contact, :incident, :desk, :until, :key, :confirmed) ON CONFLICT DO NOTHING)";
constexpr auto kFind =
    "SELECT contact, incident, desk, until_ms, key, is_confirmed FROM contact_key "
    "WHERE contact = :contact";
constexpr auto kAll = "SELECT contact, incident, desk, until_ms, key, is_confirmed FROM "
                      "contact_key ORDER BY contact";
constexpr auto kConfirm =
    "UPDATE contact_key SET is_confirmed = 1 WHERE contact = :contact AND is_confirmed = 0";
constexpr auto kExpire = "DELETE FROM contact_key WHERE until_ms <= :now";
constexpr auto kExpireConfirmed =
    "DELETE FROM contact_key WHERE until_ms <= :now AND is_confirmed = 1";
constexpr auto kDestroy = "DELETE FROM contact_key WHERE contact = :contact";

// Throws SQLite::Exception when the stored key is none; the column is checked, so only damage gets there.
ContactKey readKey(const Run& run)
{
    Bytes bytes = run.bytes(4);
    auto key = vault::SecretKey::fromBytes(bytes);
    vault::wipe(bytes);
    if (!key) {
        throw SQLite::Exception("a contact's key is none", 11 /* SQLITE_CORRUPT */);
    }
    return {
        ContactId(run.text(0)),
        IncidentId(run.text(1)),
        DeskId(run.text(2)),
        run.instant(3),
        std::make_shared<const vault::SecretKey>(std::move(*key)),
        run.integer(5) != 0};
}

// What it held is written over before it goes: it cannot be emptied row by row any more.
void shred(const std::filesystem::path& path)
{
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const std::filesystem::path file = path.string() + suffix;
        std::error_code ignored;
        const auto size = std::filesystem::file_size(file, ignored);
        if (!ignored) {
            std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
            const std::string zeros(4096, '\0');
            for (std::uintmax_t at = 0; at < size && out; at += zeros.size()) {
                out.write(zeros.data(), static_cast<std::streamsize>(zeros.size()));
            }
        }
        std::filesystem::remove(file, ignored);
    }
}

} // namespace

ContactFile::ContactFile(std::filesystem::path file, std::shared_ptr<const vault::SecretKey> seal)
    : m_path(std::move(file)), m_seal(std::move(seal))
{
}

ContactFile::~ContactFile() = default;
ContactFile::ContactFile(ContactFile&&) noexcept = default;
ContactFile& ContactFile::operator=(ContactFile&&) noexcept = default;

// Null when there is no file and none is to be made.
Result<SqliteFile*> ContactFile::open(bool isMade)
{
    std::error_code ignored;
    if (m_file != nullptr || (!isMade && !std::filesystem::exists(m_path, ignored))) {
        return m_file.get();
    }
    auto file =
        SqliteFile::open({m_path, kApplicationId, embedded::contactMigrations, true, m_seal.get()});
    if (!file && file.error().code == Code::StoreCorrupt) {
        shred(m_path);
    }
    return std::move(file)
        .and_then([&](std::unique_ptr<SqliteFile> opened) {
            return guarded(m_path.string(), [&] {
                opened->db().exec("PRAGMA secure_delete=ON");
                opened->db().exec("PRAGMA temp_store=MEMORY"); // for VACUUM: keys in no other file
                m_file = std::move(opened);
                m_hasRemains = true; // of a run that was killed between deletion and cleaning
            });
        })
        .transform([&] { return m_file.get(); });
}

template <class Work>
Result<void> ContactFile::change(SqliteFile& file, Work work)
{
    return file.begin().and_then([&]() -> Result<void> {
        if (auto done = guarded(file.path(), work); !done) {
            file.rollback();
            file.witness(done.error());
            return done;
        }
        return file.commit();
    });
}

Result<void> ContactFile::put(const ContactKey& key)
{
    return open(true).and_then([&](SqliteFile* file) {
        return change(*file, [&] {
            SQLite::Statement statement(file->db(), kPut);
            Run(statement)
                .with(":contact", key.contact.value)
                .with(":incident", key.incident.value)
                .with(":desk", key.desk.value)
                .with(":until", key.until)
                .with(":key", key.key->bytes())
                .with(":confirmed", std::int64_t{key.isConfirmed})
                .exec();
        });
    });
}

Result<std::optional<ContactKey>> ContactFile::find(const ContactId& contact)
{
    return open(false).and_then([&](SqliteFile* file) -> Result<std::optional<ContactKey>> {
        if (file == nullptr) {
            return std::nullopt;
        }
        return guarded(file->path(), [&] {
            SQLite::Statement statement(file->db(), kFind);
            Run run(statement);
            run.with(":contact", contact.value);
            return run.next() ? std::optional(readKey(run)) : std::nullopt;
        });
    });
}

Result<std::vector<ContactKey>> ContactFile::all()
{
    return open(false).and_then([&](SqliteFile* file) -> Result<std::vector<ContactKey>> {
        if (file == nullptr) {
            return std::vector<ContactKey>{};
        }
        return guarded(file->path(), [&] {
            std::vector<ContactKey> out;
            SQLite::Statement statement(file->db(), kAll);
            Run run(statement);
            while (run.next()) {
                out.push_back(readKey(run));
            }
            return out;
        });
    });
}

Result<void> ContactFile::confirm(const std::vector<ContactId>& contacts)
{
    return open(false).and_then([&](SqliteFile* file) -> Result<void> {
        if (file == nullptr) {
            return {};
        }
        return change(*file, [&] {
            SQLite::Statement statement(file->db(), kConfirm);
            for (const ContactId& contact : contacts) {
                Run(statement).with(":contact", contact.value).exec();
            }
        });
    });
}

// Deleting overwrites the row; the rest of the page, and what the WAL holds of earlier states, goes with the file that VACUUM
// writes anew and with the WAL that is cut off behind it. The file is small: keys of a month.
template <class Bind>
Result<std::uint64_t> ContactFile::remove(const char* sql, Bind bind)
{
    auto opened = open(false);
    if (!opened || *opened == nullptr) {
        return opened ? Result<std::uint64_t>(0) : std::unexpected(opened.error());
    }
    SqliteFile& file = **opened;
    std::uint64_t gone = 0;
    auto removed = change(file, [&] {
        SQLite::Statement statement(file.db(), sql);
        Run run(statement);
        bind(run);
        run.exec();
        gone = static_cast<std::uint64_t>(file.db().getChanges());
    });
    if (!removed) {
        return std::unexpected(removed.error());
    }
    m_hasRemains = m_hasRemains || gone > 0;
    if (m_hasRemains) {
        auto cleaned = guarded(file.path(), [&] { file.db().exec("VACUUM"); }).and_then([&] {
            return file.emptyWal();
        });
        if (!cleaned) {
            file.witness(cleaned.error());
            return std::unexpected(cleaned.error());
        }
        m_hasRemains = false;
    }
    return gone;
}

Result<std::uint64_t> ContactFile::expire(Instant now)
{
    return remove(kExpire, [&](Run& run) { run.with(":now", now); });
}

Result<std::uint64_t> ContactFile::expireConfirmed(Instant now)
{
    return remove(kExpireConfirmed, [&](Run& run) { run.with(":now", now); });
}

Result<std::uint64_t> ContactFile::destroy(const ContactId& contact)
{
    return remove(kDestroy, [&](Run& run) { run.with(":contact", contact.value); });
}

} // namespace sz::store
