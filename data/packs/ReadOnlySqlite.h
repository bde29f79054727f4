// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A SQLite file from outside: never written, never locked, and nothing in it runs longer than it is allowed to.

#include "data/packs/PackFault.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace sz::packs {

/// Opened "immutable": no -wal, -shm or lock file appears beside it, and it may lie on a read-only disk. Its views are run
/// with trusted_schema off, blobs are bounded to 8 MiB. Thread: one at a time, any.
class ReadOnlySqlite
{
public:
    /// Errors: BeingMade (a journal lies beside it), Truncated, Damaged, Unreadable, NotAPack.
    [[nodiscard]] static Expected<std::unique_ptr<ReadOnlySqlite>>
    open(const std::filesystem::path& file, std::uint64_t bytes);

    [[nodiscard]] SQLite::Database& db() { return m_db; }
    [[nodiscard]] bool hasTable(const std::string& name);
    /// From now on, for what runs next.
    void allow(std::chrono::milliseconds patience);
    /// `work` returns an Expected; SQLite's exceptions become Damaged, Truncated, TooSlow or Unreadable.
    template <class Work>
    [[nodiscard]] auto run(std::chrono::milliseconds patience, Work&& work) -> decltype(work())
    {
        allow(patience);
        try {
            return work();
        } catch (const SQLite::Exception& e) {
            return std::unexpected(problemOf(e));
        }
    }

private:
    explicit ReadOnlySqlite(const std::string& uri);
    [[nodiscard]] static Problem problemOf(const SQLite::Exception& e);

    SQLite::Database m_db;
    std::chrono::steady_clock::time_point m_until;
};

} // namespace sz::packs
