// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One SQLite file, opened the only way we open them: checked, migrated, every pragma read back.

#include "data/base/Result.h"
#include "data/vault/Aead.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sz::store {

/// File name and SQL of one migration; its place in the list is the `user_version` it leads to.
using Migration = std::pair<std::string_view, std::string_view>;

struct SqliteSpec
{
    std::filesystem::path file;
    std::int32_t applicationId = 0;        ///< tells our files from others' (PRAGMA application_id)
    std::span<const Migration> migrations; ///< all of them, oldest first
    bool isDurable = true;                 ///< synchronous=FULL; false: NORMAL
    const vault::SecretKey* key = nullptr; ///< seals every page, WAL included; null: in the clear
    /// What the connection must know before the schema is read (a tokenizer); may be null.
    Result<void> (*prepare)(sqlite3*) = nullptr;
};

/// Pages in the WAL from which on a commit copies them back into the file.
inline constexpr int kCheckpointPages = 8000;
/// For files opened after it. The simulator lowers it, so that a few acts pass through every path. Thread: one.
void setCheckpointPages(int pages);
[[nodiscard]] int checkpointPages();

/// The error for a failure of SQLite: NoSpace, Io, SyncFailed, StoreCorrupt, StoreLocked, StoreOpen
/// or StoreWrite.
[[nodiscard]] Error storeError(const SQLite::Exception& e, const std::string& file);

/// Gives a connection the key of a sealed file, before anything else is asked of it; null: the file is in the clear. Errors:
/// PassphraseNeeded (the file is in the clear), StoreOpen. Throws SQLite::Exception.
[[nodiscard]] Result<void>
useKey(SQLite::Database& db, const std::filesystem::path& file, const vault::SecretKey* key);

/// Runs work and turns SQLite's exceptions into errors, so that none leaves the store.
template <class Work>
[[nodiscard]] auto guarded(const std::string& file, Work&& work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, file));
    }
}

/// An open database file in WAL mode. The only connection to its file; not thread-safe.
class SqliteFile
{
public:
    /// Creates the file (0600) or opens it; runs the missing migrations, each in one transaction,
    /// after a copy of the old file beside it (durable ones). Files up to 64 MiB (4 MiB when not durable) are checked whole, larger ones
    /// show damage when it is read. Errors: StoreFromFuture (written by a newer program),
    /// StoreCorrupt (damaged or not one of ours; `where` names the file), StoreOpen, Io, NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> open(const SqliteSpec& spec);

    [[nodiscard]] SQLite::Database& db() { return m_db; }

    [[nodiscard]] const std::string& path() const { return m_path; }

    /// BEGIN IMMEDIATE. Errors: StoreLocked, Io, StoreWrite, and the fault, if there is one.
    [[nodiscard]] Result<void> begin();
    /// On any error nothing of the transaction remains. Errors: NoSpace, Io, SyncFailed, StoreWrite.
    [[nodiscard]] Result<void> commit();
    void rollback();

    /// Copies the WAL back and cuts it off, on the disk, too: nothing that was replaced or deleted is left in it.
    /// Errors: StoreLocked (somebody reads an older state: try again), Io, SyncFailed.
    [[nodiscard]] Result<void> emptyWal();
    /// From now on the WAL is lengthened ahead of the commits (WalRoom.h), 4 MiB at a time.
    void keepWalRoom();

    /// Why no transaction is begun any more: a write or a sync failed, be it in a checkpoint. What the disk holds is then
    /// known only to whoever opens the file anew; nothing is tried a second time (findings/trust.md §1).
    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }
    /// Takes note of a failed transaction; Io, SyncFailed and StoreCorrupt are faults.
    void witness(const Error& error);

private:
    explicit SqliteFile(const std::string& path);
    void checkpointOurselves();
    static int onCommit(void* self, sqlite3* db, const char* name, int pages);

    std::string m_path;
    std::optional<Error> m_fault;
    int m_roomPages = 0; ///< as many fit into the WAL as it is; 0: no room is kept
    SQLite::Database m_db;
};

} // namespace sz::store
