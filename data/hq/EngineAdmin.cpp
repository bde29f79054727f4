// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What administrators ask of a running headquarters.
#include "data/hq/Engine.h"

#include <algorithm>

namespace sz::hq {

Result<std::string> Engine::makeEnrolCode(const UnitCode& unit, Minutes validFor)
{
    if (m_spec.plan->unit(unit) == nullptr) {
        return fail(Code::NoSuchUnit, unit.value);
    }
    return hq::makeEnrolCode(m_log.desks(), unit, m_clock.now() + validFor);
}

Result<void> Engine::revoke(const DeskId& desk)
{
    auto done = m_ledger.begin()
                    .and_then([&] { return m_ledger.revoke(desk, m_clock.now()); })
                    .and_then([&] { return m_ledger.commit(); });
    if (!done) {
        m_ledger.rollback();
        return done;
    }
    const auto it =
        std::ranges::find_if(m_sessions, [&](const auto& s) { return s.second.desk == desk; });
    if (it != m_sessions.end()) {
        std::erase_if(m_waiting, [&](const Waiting& one) { return one.connection == it->first; });
        refuse(it->first, {Code::Revoked, "the desk has been revoked", {}});
    }
    return done;
}

std::size_t Engine::liveDesks() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_sessions, [](const auto& s) { return !s.second.desk.empty(); }));
}

bool Engine::isLive(const DeskId& desk) const
{
    return std::ranges::any_of(m_sessions, [&](const auto& s) { return s.second.desk == desk; });
}

} // namespace sz::hq
