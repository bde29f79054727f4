// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Somebody who can write headquarters' database and knows how it is made, but has no desk's key.

#include "data/base/Ids.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <random>
#include <string>

namespace sz::test {

/// What was done, and what an examiner must say: the number of the first bad entry (0: no entry was touched), the desk
/// or feed concerned where that is the point.
struct Tampered
{
    std::string what;
    std::int64_t number = 0;
    DeskId desk;
    UnitCode feed;
};

/// One tampering of a copy of hq.db, by a seed.
class Insider
{
public:
    /// Entries up to `signedHead` are under a checkpoint, those up to `head` not yet.
    Insider(
        const std::filesystem::path& folder,
        std::uint64_t signedHead,
        std::uint64_t head,
        unsigned seed);
    [[nodiscard]] Tampered tamper();
    [[nodiscard]] static std::size_t kinds();

private:
    friend struct InsiderActs;
    std::uint64_t pick(std::uint64_t from, std::uint64_t to);
    void exec(const std::string& sql);
    std::int64_t number(const std::string& sql);
    std::string text(const std::string& sql);
    /// Numbers from `from` on move by one up or down, in the entries alone.
    void shift(std::uint64_t from, int by);
    void forge(std::uint64_t at);
    void chainAgain(const std::string& desk);
    void feedAgain(const std::string& unit);
    std::string unitOf(std::uint64_t entry);

    std::unique_ptr<SQLite::Database> m_db;
    std::int64_t m_signed;
    std::int64_t m_head;
    std::mt19937 m_random;
};

} // namespace sz::test
