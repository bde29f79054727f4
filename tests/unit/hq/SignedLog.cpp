// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hq/SignedLog.h"

#include <cstdlib>
#include <format>
#include <stdexcept>

namespace sz::test {
namespace {

template <class T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(std::format(
            "{} {} {}", codeName(result.error().code), result.error().detail,
            result.error().where));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace

int rounds(int base)
{
    const char* scale = std::getenv("SANZHEN_TEST_SCALE");
    return scale == nullptr ? base : static_cast<int>(base * std::max(std::atof(scale), 0.01));
}

SignedLog::SignedLog(std::uint64_t entriesEach)
{
    m_office.notary = hq::NotarySpec{folder(), Millis{10'000}, entriesEach};
    must(m_office.restart());
    for (const char* unit : {"HQ", "D05", "L06"}) {
        m_authors.push_back(m_office.enrol(unit));
        m_pushed.push_back(0);
    }
}

void SignedLog::write(std::uint64_t entries)
{
    const std::uint64_t until = head() + entries;
    while (head() < until) {
        const std::size_t count = m_turn % 5 + 1;
        for (std::size_t i = 0; i < count; ++i) {
            writeOne(m_turn++);
        }
        pushAll();
    }
}

void SignedLog::writeOne(std::size_t turn)
{
    Author& office = m_authors[0];
    Author& district = m_authors[1];
    if (m_incidents.empty() || turn % 9 == 0) {
        m_incidents.push_back(office.write(report(*samplePlan(), std::format("事件{}", turn))));
    } else if (turn % 9 == 3) {
        office.write(
            order(*samplePlan(), UnitCode(turn % 2 == 0 ? "D05" : "L06"), std::format("o{}", turn)),
            m_incidents.back());
    } else if (turn % 9 == 5) {
        district.write(report(*samplePlan(), std::format("积水{}", turn)));
    } else if (turn % 9 == 7) {
        district.write(model::SignOrder{OrderId("none")}, m_incidents.front()); // refused
    } else {
        office.write(
            model::AddNote{std::format("第{}次核实", turn)},
            m_incidents[turn % m_incidents.size()]);
    }
}

void SignedLog::pushAll()
{
    for (std::size_t i = 0; i < m_authors.size(); ++i) {
        if (m_authors[i].written() > m_pushed[i]) {
            const auto desk = m_office.connect(m_authors[i]);
            if (m_office.push(desk, m_authors[i].batch(m_pushed[i] + 1)).empty()) {
                throw std::runtime_error("the push was not answered");
            }
            m_pushed[i] = m_authors[i].written();
        }
    }
}

audit::Report SignedLog::audit() const
{
    return must(audit::auditLog({folder() / "hq.db", tlog(), key(), {}}));
}

proof::VerifierKey SignedLog::key() const
{
    return const_cast<SignedLog*>(this)->m_office.engine().notary()->key();
}

std::unique_ptr<SQLite::Database> insiderOf(const std::filesystem::path& folder)
{
    auto db =
        std::make_unique<SQLite::Database>((folder / "hq.db").string(), SQLite::OPEN_READWRITE);
    db->exec("PRAGMA foreign_keys=OFF");
    for (const char* trigger :
         {"entry_gap", "feed_gap", "entry_edit", "entry_delete", "refused_edit", "refused_delete",
          "batch_edit", "batch_delete", "feed_edit", "feed_delete"}) {
        db->exec(std::format("DROP TRIGGER IF EXISTS {}", trigger));
    }
    return db;
}

} // namespace sz::test
