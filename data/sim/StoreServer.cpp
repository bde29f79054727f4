// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/StoreServer.h"

#include "data/sim/SharedLog.h"

#include <algorithm>
#include <format>

namespace sz::sim {

std::vector<std::string> Promises::broken(const store::HqLog& log) const
{
    std::vector<std::string> out;
    for (const auto& [key, number] : verdicts) {
        const auto decided = log.decided(key.first, key.second);
        if (!decided || decided->number != number) {
            out.push_back(std::format(
                "{} act {}: verdict {} was sent and is not in the log", key.first.value, key.second,
                number));
        }
    }
    for (const auto& [unit, head] : fed) {
        const auto hash = const_cast<store::HqLog&>(log).feeds().hashAt(unit, head.seq);
        if (!hash || *hash != head.hash) {
            out.push_back(std::format(
                "place {} of {} was shown and is not in the log", head.seq, unit.value));
        }
    }
    return out;
}

StoreServer::StoreServer(
    Ground& ground,
    const std::filesystem::path& folder,
    const Promises& promises,
    Random random)
    : m_ground(ground), m_promises(promises), m_random(random),
      m_disk(folder / "store", m_random.seed())
{
    m_disk.onInjury = [this](const std::string& call) {
        m_ground.trace.add(std::format("store disk injured at {} {}", m_disk.calls(), call));
    };
}

// After a start nobody knows what was told to whom: all of it is news once more.
void StoreServer::start()
{
    if (m_log) {
        return;
    }
    ++m_epoch;
    auto opened = store::HqLog::open(m_disk.folder());
    m_ground.trace.add(
        std::format("store starts {}", opened ? "well" : codeName(opened.error().code)));
    if (m_disk.isDead() || !opened) {
        if (!m_disk.isDead() && !m_disk.hasFailed()) {
            m_ground.violations.push_back("the store does not open on a whole disk");
        }
        end(m_disk.isDead());
        return;
    }
    const auto broken = m_promises.broken(**opened);
    const auto desks = (*opened)->desks().all();
    const auto heads = (*opened)->feeds().heads();
    const auto days = (*opened)->daySerials();
    if (m_disk.isDead() || m_disk.hasFailed() || !desks || !heads || !days) {
        opened->reset();
        end(m_disk.isDead()); // the next start will tell
        return;
    }
    m_ground.violations.insert(m_ground.violations.end(), broken.begin(), broken.end());
    m_log = std::move(*opened);
    ++m_generation;
    ++m_revision;
    m_people = m_revision;
    std::ranges::for_each(*desks, [&](const auto& desk) { m_desks[desk.id] = m_revision; });
    std::ranges::for_each(*heads, [&](const auto& head) { m_feeds[head.first] = m_revision; });
    std::ranges::for_each(*days, [&](const auto& day) { m_days[day.first] = m_revision; });
    noteRevoked();
}

void StoreServer::noteRevoked()
{
    const auto desks = m_log->desks().all();
    const auto head = m_log->head();
    for (const store::DeskRecord& desk : desks&& head ? *desks : std::vector<store::DeskRecord>{}) {
        if (desk.revokedAt && !desk.unit.empty()) { // headquarters' own never connects
            m_revoked.emplace(desk.id, *head);
        }
    }
}

void StoreServer::end(bool isCrash)
{
    ++m_epoch;
    ++m_generation;
    m_fault.reset();
    if (isCrash) {
        ++m_crashes;
        m_ground.trace.add("store crashes");
    } else {
        m_disk.kill(false);
    }
    m_log.reset();
    m_disk.restart();
    startSoon(m_isCalm ? Millis{50} : m_random.delay(100, 15'000));
}

void StoreServer::startSoon(Millis after)
{
    const std::uint64_t epoch = m_epoch;
    m_ground.schedule.after(after, [this, epoch] {
        if (epoch == m_epoch) {
            start();
        }
    });
}

void StoreServer::crash(bool isPowerCut)
{
    if (m_log) {
        m_disk.kill(isPowerCut);
        end(true);
    }
}

void StoreServer::calm()
{
    m_isCalm = true;
    m_linkFaults = 0;
    m_cut.clear();
    m_disk.injure(Injury::None, 0, false);
    if (!m_log) {
        startSoon(Millis{1});
    }
}

void StoreServer::startAgain(const std::function<void()>& meanwhile)
{
    ++m_epoch;
    ++m_generation;
    m_log.reset();
    m_disk.handOver();
    meanwhile();
    startSoon(Millis{10});
}

// As PostgreSQL: after a failed write or sync it panics, and recovers from what the disk holds.
void StoreServer::look()
{
    const auto fault = std::exchange(m_fault, std::nullopt);
    if (m_disk.isDead()) {
        end(true);
    } else if (fault && fault->code != Code::NoSpace) {
        m_ground.trace.add(std::format("store panics {}", codeName(fault->code)));
        end(false);
    }
}

Result<std::unique_ptr<store::HqLog>> StoreServer::connect(int headquarters)
{
    if (!isReachable(headquarters)) {
        return fail(Code::StoreOpen, "the store cannot be reached");
    }
    return std::make_unique<SharedLog>(*this, headquarters);
}

void StoreServer::listen(int headquarters, std::function<void()> notified)
{
    m_listeners[headquarters] = std::move(notified);
}

StoreServer::Mark StoreServer::mark() const
{
    return {m_log->head().value_or(0), m_revision};
}

void StoreServer::committed(
    int by,
    const std::set<DeskId>& desks,
    const std::set<UnitCode>& feeds,
    const std::set<std::int64_t>& days,
    bool arePeopleNew)
{
    ++m_revision;
    m_people = arePeopleNew ? m_revision : m_people;
    std::ranges::for_each(desks, [&](const DeskId& id) { m_desks[id] = m_revision; });
    std::ranges::for_each(feeds, [&](const UnitCode& unit) { m_feeds[unit] = m_revision; });
    std::ranges::for_each(days, [&](std::int64_t day) { m_days[day] = m_revision; });
    if (!desks.empty()) {
        noteRevoked();
    }
    tellOthers(by);
}

// NOTIFY is lost with a connection, may come twice, and late; every headquarters looks once a second besides.
void StoreServer::tellOthers(int by)
{
    for (const auto& [who, notified] : m_listeners) {
        if (who == by || m_cut.contains(who) || m_random.chance(15)) {
            continue;
        }
        for (std::uint64_t times = m_random.chance(10) ? 2 : 1; times > 0; --times) {
            m_ground.schedule.after(m_random.delay(0, 30), notified);
        }
    }
}

} // namespace sz::sim
