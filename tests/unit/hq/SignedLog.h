// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small signed log of several desks, and the hands of somebody who has the database password.

#include "data/audit/LogAudit.h"
#include "tests/unit/hq/Office.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace sz::test {

/// How much a long test does; nightly runs set SANZHEN_TEST_SCALE.
[[nodiscard]] int rounds(int base);

/// An office whose engine signs, with three desks that keep writing: accepted and refused acts, an incident that
/// another unit joins later, batches of one to five.
class SignedLog
{
public:
    explicit SignedLog(std::uint64_t entriesEach = 1'000'000);

    /// At least so many more accepted entries.
    void write(std::uint64_t entries);
    [[nodiscard]] Office& office() { return m_office; }
    [[nodiscard]] std::filesystem::path folder() const { return m_office.folder().toStdString(); }
    [[nodiscard]] std::filesystem::path tlog() const { return folder() / "tlog"; }
    /// Sound or not, of everything that is there.
    [[nodiscard]] audit::Report audit() const;
    [[nodiscard]] proof::VerifierKey key() const;
    [[nodiscard]] std::uint64_t head() { return m_office.engine().lastNumber(); }

private:
    void writeOne(std::size_t turn);
    void pushAll();

    Office m_office;
    std::vector<Author> m_authors;
    std::vector<std::uint64_t> m_pushed;
    std::vector<std::string> m_incidents;
    std::size_t m_turn = 0;
};

/// A connection that may do everything: triggers dropped, foreign keys off.
[[nodiscard]] std::unique_ptr<SQLite::Database> insiderOf(const std::filesystem::path& folder);

} // namespace sz::test
