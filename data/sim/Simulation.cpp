// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Simulation.h"

#include "data/sim/Checks.h"
#include "data/sim/City.h"
#include "data/sim/DiskVfs.h"
#include "data/sim/Mutate.h"
#include "data/store/SqliteFile.h"

#include <algorithm>
#include <format>

namespace sz::sim {
namespace {

constexpr auto kStart = 1'795'000'000'000; // 2026-11-18
constexpr Millis kHealWithin{180'000};
constexpr Millis kLook{1'000};
constexpr int kCheckpointPages = 40; // so that a short night passes through every path of the WAL

/// What may go wrong in this night: a part of everything, so that rare combinations come up (swarm testing).
struct Weather
{
    explicit Weather(Random& random)
        : breaks(random.chance(60)), cuts(random.chance(50)), slow(random.chance(40)),
          deskCrashes(random.chance(50)), hqCrashes(random.chance(50)),
          diskFaults(random.chance(60)), clocks(random.chance(50)), newer(random.chance(50))
    {
    }
    bool breaks;
    bool cuts;
    bool slow;
    bool deskCrashes;
    bool hqCrashes;
    bool diskFaults;
    bool clocks;
    bool newer;
};

class Night
{
public:
    explicit Night(const Setup& setup)
        : m_setup(setup), m_random(setup.seed), m_vfs(m_random.seed()),
          m_schedule(fromUtcMs(kStart)), m_trace(m_schedule),
          m_network(m_schedule, m_trace, Random(m_random.seed())), m_weather(m_random),
          m_ground{m_schedule,          m_trace, m_network, makeCity(), OperationId("sim"),
                   m_outcome.violations}
    {
        m_trace.setSink(setup.follow);
        store::setCheckpointPages(kCheckpointPages);
        makeDesks();
        m_hq = std::make_unique<HqNode>(m_ground, 0, m_folder.path(), Random(m_random.seed()));
        m_hq->enrol(m_desks);
        mutate();
        wound();
    }
    ~Night()
    {
        m_schedule.clear();
        store::setCheckpointPages(store::kCheckpointPages);
    }

    Outcome run()
    {
        m_hq->start();
        for (auto& desk : m_desks) {
            m_schedule.after(m_random.delay(0, 5000), [&desk] { desk->start(); });
        }
        for (int step = 0; step < m_setup.steps; ++step) {
            m_schedule.runUntil(m_schedule.now() + m_random.delay(10, 2000));
            doSomething(step);
        }
        note();
        heal();
        if (m_outcome.violations.empty()) {
            checkAll(m_ground, *m_hq, m_desks);
        }
        sum();
        return std::move(m_outcome);
    }

private:
    void makeDesks()
    {
        static const std::vector<std::string> kUnits{"HQ",  "D01", "D02", "L01", "HQ",
                                                     "D03", "L02", "D04", "D05", "L03"};
        for (int i = 0; i < m_setup.desks; ++i) {
            const auto& unit = kUnits[static_cast<std::size_t>(i) % kUnits.size()];
            const bool isNewer = m_weather.newer && i > 0 && i % 5 == 4;
            m_desks.push_back(std::make_unique<DeskNode>(
                m_ground, i, UnitCode(unit), isNewer, m_folder.path(), Random(m_random.seed())));
        }
    }

    void mutate()
    {
        m_hq->setMutation(m_setup.mutation);
        m_hq->disk().setSyncLies(m_setup.mutation == Mutation::HqAcksBeforeCommit);
        for (auto& desk : m_desks) {
            desk->disk().setSyncLies(m_setup.mutation == Mutation::DeskAcksBeforeCommit);
            desk->actTwice(m_setup.mutation == Mutation::ActsTwice);
        }
        if (m_setup.mutation == Mutation::LostVerdicts) {
            m_network.filter = [](bool isUp, int, Bytes& message) {
                const auto frame = sync::decodeFrame(message);
                return isUp || !frame || !std::holds_alternative<sync::Verdicts>(*frame);
            };
        } else if (m_setup.mutation == Mutation::ForgedEntry) {
            m_network.filter = [](bool isUp, int, Bytes& message) {
                if (auto changed = isUp ? std::nullopt : forged(message)) {
                    message = std::move(*changed);
                }
                return true;
            };
        }
    }

    void doSomething(int step)
    {
        if (m_setup.isCalm) {
            step == m_setup.steps / 2 ? startAgain() : m_random.pick(m_desks)->act();
        } else {
            m_random.chance(75) ? m_random.pick(m_desks)->act() : goWrong();
        }
    }

    void startAgain()
    {
        m_hq->startAgain();
        for (auto& desk : m_desks) {
            desk->startAgain();
        }
    }

    void wound()
    {
        if (!m_setup.isCalm) {
            return;
        }
        eachDisk([this](int machine, Disk& disk) {
            disk.record(true);
            const auto it = m_setup.wounds.find(machine);
            disk.plan(it == m_setup.wounds.end() ? std::deque<Wound>{} : it->second);
            disk.restart();
        });
    }

    void note()
    {
        eachDisk([this](int machine, Disk& disk) { m_outcome.calls[machine] = disk.recorded(); });
    }

    template <class Work>
    void eachDisk(Work work)
    {
        work(-1, m_hq->disk());
        for (auto& desk : m_desks) {
            work(desk->index(), desk->disk());
        }
    }

    void goWrong()
    {
        DeskNode& desk = *m_random.pick(m_desks);
        switch (m_random.below(8)) {
        case 0:
            m_weather.breaks ? m_network.breakLink(desk.index()) : void();
            break;
        case 1:
            m_weather.cuts ? cutOff(desk.index()) : void();
            break;
        case 2:
            m_weather.slow ? m_network.setSlow(desk.index(), m_random.chance(70)) : void();
            break;
        case 3:
            m_weather.deskCrashes ? desk.crash(m_random.chance(70)) : void();
            break;
        case 4:
            m_weather.hqCrashes ? m_hq->crash(m_random.chance(70)) : void();
            break;
        case 5:
            m_weather.diskFaults ? injure(desk.disk()) : void();
            break;
        case 6:
            m_weather.diskFaults ? injure(m_hq->disk()) : void();
            break;
        default:
            m_weather.clocks ? turnClocks(desk) : void();
            break;
        }
    }

    void cutOff(int desk)
    {
        m_network.cutOff(desk);
        m_schedule.after(m_random.delay(500, 60'000), [this, desk] { m_network.heal(desk); });
    }

    void injure(Disk& disk)
    {
        const auto what = static_cast<Injury>(m_random.between(1, 5));
        const bool isLasting =
            (what == Injury::Io || what == Injury::NoSpace) && m_random.chance(50);
        disk.injure(what, disk.calls() + 1 + m_random.below(120), isLasting);
        if (isLasting) { // somebody makes room, or changes the disk
            m_schedule.after(
                m_random.delay(5'000, 60'000), [&disk] { disk.injure(Injury::None, 0, false); });
        }
    }

    void turnClocks(DeskNode& desk)
    {
        const Millis skew = m_random.delay(-600'000, 600'000);
        m_random.chance(70) ? desk.setSkew(skew) : m_hq->setSkew(skew);
    }

    // No more faults and nothing new is done: now everything must come to rest by itself.
    void heal()
    {
        m_network.healAll();
        m_hq->calm();
        for (auto& desk : m_desks) {
            desk->calm();
        }
        const Instant began = m_schedule.now();
        while (!isAtRest() && m_schedule.now() - began < kHealWithin
               && m_outcome.violations.empty()) {
            m_schedule.runUntil(m_schedule.now() + kLook);
        }
        m_outcome.healing = m_schedule.now() - began;
        if (m_outcome.violations.empty() && !isAtRest()) {
            for (auto& desk : m_desks) {
                if (!desk->isSettled()) {
                    m_outcome.violations.push_back(std::format(
                        "{} is not settled {} s after the last fault", desk->desk().value,
                        kHealWithin.count() / 1000));
                }
            }
            if (m_outcome.violations.empty()) {
                m_outcome.violations.push_back("headquarters does not come to rest");
            }
        }
    }

    bool isAtRest()
    {
        return m_hq->engine() != nullptr && std::ranges::all_of(m_desks, [&](const auto& desk) {
                   return desk->isSettled()
                          && desk->console()->log().feedHead().seq == headOf(desk->unit());
               });
    }

    std::uint64_t headOf(const UnitCode& unit)
    {
        const auto heads = m_hq->log()->feeds().heads();
        const auto it =
            heads ? heads->find(unit) : std::map<UnitCode, store::FeedHead>::const_iterator{};
        return heads && it != heads->end() ? it->second.seq : 0;
    }

    void sum()
    {
        m_outcome.trace = m_trace.hash();
        m_outcome.events = m_trace.count();
        m_outcome.messages = m_network.delivered();
        m_outcome.connections = m_network.connections();
        m_outcome.lasted = m_schedule.now() - fromUtcMs(kStart);
        m_outcome.crashes = m_hq->crashes();
        m_outcome.accepted = m_hq->engine() != nullptr ? m_hq->engine()->lastNumber() : 0;
        for (const auto& desk : m_desks) {
            m_outcome.saved += desk->saved().size();
            m_outcome.crashes += desk->crashes();
        }
    }

    const Setup& m_setup;
    Outcome m_outcome;
    SimFolder m_folder;
    Random m_random;
    DiskVfs m_vfs;
    Schedule m_schedule;
    Trace m_trace;
    Network m_network;
    Weather m_weather;
    Ground m_ground;
    std::vector<std::unique_ptr<DeskNode>> m_desks;
    std::unique_ptr<HqNode> m_hq;
};

} // namespace

Outcome simulate(const Setup& setup)
{
    return Night(setup).run();
}

} // namespace sz::sim
