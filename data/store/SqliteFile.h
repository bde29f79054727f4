// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One SQLite file, opened the only way we open them: checked, migrated, every pragma read back.

#include "data/base/Result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
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
};

/// The error for a failure of SQLite: NoSpace, Io, StoreCorrupt, StoreLocked, StoreOpen or
/// StoreWrite.
[[nodiscard]] Error storeError(const SQLite::Exception& e, const std::string& file);

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
    /// after a copy of the old file beside it. Files up to 64 MiB are checked whole, larger ones
    /// show damage when it is read. Errors: StoreFromFuture (written by a newer program),
    /// StoreCorrupt (damaged or not one of ours; `where` names the file), StoreOpen, Io, NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> open(const SqliteSpec& spec);

    [[nodiscard]] SQLite::Database& db() { return m_db; }

    [[nodiscard]] const std::string& path() const { return m_path; }

    /// BEGIN IMMEDIATE. Errors: StoreLocked, Io, StoreWrite.
    [[nodiscard]] Result<void> begin();
    /// On any error nothing of the transaction remains. Errors: NoSpace, Io, StoreWrite.
    [[nodiscard]] Result<void> commit();
    void rollback();

private:
    explicit SqliteFile(const std::string& path);

    std::string m_path;
    SQLite::Database m_db;
};

} // namespace sz::store
