// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/SeatBook.h"

#include <algorithm>

namespace sz::hq {
namespace {

constexpr std::chrono::days kKept{31};

} // namespace

SeatBook::SeatBook(store::HqPeople& store, std::shared_ptr<const plan::Plan> plan)
    : m_store(store), m_plan(std::move(plan))
{
}

Result<void> SeatBook::load(Instant now)
{
    m_horizon = now - kKept;
    m_isStale = true;
    return refresh();
}

Result<void> SeatBook::refresh()
{
    if (!m_isStale) {
        return {};
    }
    const auto persons = m_store.all();
    const auto grants = persons ? m_store.grants(m_horizon) : std::unexpected(persons.error());
    const auto tries = grants ? m_store.tries() : std::unexpected(grants.error());
    if (!tries) {
        return std::unexpected(tries.error());
    }
    m_persons.clear();
    m_since.clear();
    m_grants.clear();
    m_tries.clear();
    for (const auto& one : *persons) {
        m_persons.emplace(one.person.code, one);
        const auto it = m_since.emplace(one.person.unit, one.addedAt).first;
        it->second = std::min(it->second, one.addedAt);
    }
    for (const auto& one : *grants) {
        m_grants[one.grant.desk].push_back(one);
    }
    for (const auto& one : *tries) {
        m_tries[{one.person, one.desk}] = one.tries;
    }
    m_isStale = false;
    m_hasDraft = false;
    m_hasChanged = true;
    return {};
}

void SeatBook::touched()
{
    m_hasDraft = true;
    m_hasChanged = true;
}

const store::PersonRecord* SeatBook::person(const PersonCode& code) const
{
    const auto it = m_persons.find(code);
    return it == m_persons.end() ? nullptr : &it->second;
}

std::vector<model::Person> SeatBook::peopleFor(const UnitCode& unit, const DeskId& desk) const
{
    std::vector<model::Person> out;
    for (const auto& [code, record] : m_persons) {
        if (record.person.unit == unit && !record.disabledAt) {
            out.push_back(record.person);
            out.back().isLocked = tries(code, desk).lockedAt.has_value();
        }
    }
    return out;
}

model::Tries SeatBook::tries(const PersonCode& person, const DeskId& desk) const
{
    const auto it = m_tries.find({person, desk});
    return it == m_tries.end() ? model::Tries{} : it->second;
}

std::vector<DeskId> SeatBook::locksOf(const PersonCode& person) const
{
    std::vector<DeskId> out;
    for (const auto& [key, tries] : m_tries) {
        if (key.first == person && (tries.lockedAt || tries.wrong > 0)) {
            out.push_back(key.second);
        }
    }
    return out;
}

Result<void> SeatBook::put(const store::PersonRecord& record)
{
    return m_store.put(record).transform([&] {
        m_persons.insert_or_assign(record.person.code, record);
        m_since.emplace(record.person.unit, record.addedAt);
        touched();
    });
}

Result<void> SeatBook::putTries(const store::TriesRecord& record)
{
    return m_store.putTries(record).transform([&] {
        m_tries[{record.person, record.desk}] = record.tries;
        touched();
    });
}

Result<void> SeatBook::end(store::GrantRecord& record, Instant at, std::uint64_t counter)
{
    if (record.endedAt) {
        return {};
    }
    record.endedAt = at;
    record.endedCounter = counter;
    m_hasDraft = true;
    return m_store.putGrant(record);
}

Result<void> SeatBook::grant(const model::Grant& grant, std::uint64_t counter)
{
    auto& here = m_grants[grant.desk];
    for (store::GrantRecord& record : here) {
        if (auto ok = end(record, grant.from, counter); !ok) {
            return ok;
        }
    }
    here.push_back({grant, std::nullopt, 0});
    m_hasDraft = true;
    return m_store.putGrant(here.back());
}

Result<void> SeatBook::endAll(
    const PersonCode& person,
    Instant at,
    const std::function<std::uint64_t(const DeskId&)>& received)
{
    for (auto& [desk, records] : m_grants) {
        for (store::GrantRecord& record : records) {
            if (record.grant.person == person) {
                const std::uint64_t last = received(desk);
                // One that ended by itself still covers what its desk had not sent by then; from now on it does not.
                if (record.endedAt && record.endedCounter > last) {
                    record.endedAt.reset();
                }
                if (auto ok = end(record, at, last); !ok) {
                    return ok;
                }
            }
        }
    }
    return {};
}

} // namespace sz::hq
