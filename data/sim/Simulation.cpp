// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Simulation.h"

#include "data/audit/LogAudit.h"
#include "data/base/SimulatedChance.h"
#include "data/sim/Checks.h"
#include "data/sim/City.h"
#include "data/sim/DiskVfs.h"
#include "data/sim/MoreChecks.h"
#include "data/sim/Mutate.h"
#include "data/sim/People.h"
#include "data/sim/Rot.h"
#include "data/store/SqliteFile.h"

#include <algorithm>
#include <format>

namespace sz::sim {
namespace {

constexpr auto kStart = 1'795'000'000'000; // 2026-11-18
constexpr Millis kHealWithin{180'000};
constexpr Millis kLook{100};
// A desk that is live again shows everything without anybody's writing anything new; one that was live all the time may
// first have to find out, by the silence, that its link is dead.
constexpr Millis kShownWithin{3'000}; // a slow desk's four trips take up to two seconds of it
constexpr Millis kDeadLinkWithin{17'000};
constexpr Millis kRotWithin{30'000};
constexpr Millis kFilesWithin{
    45 * 60'000};                     // who is told "not yet" asks again after up to half an hour
constexpr Millis kKeysWithin{45'000}; // a desk sends keys again after 30 s
constexpr Millis kAnswerWithin{16'000};
constexpr Millis kLeap{49 * 3'600'000LL}; // past the end of every contact
constexpr Millis kDestroyedWithin{150'000};
constexpr unsigned kMangled = 10;    ///< messages of a thousand
constexpr int kReadings = 3;         ///< of each desk
constexpr int kAdministrator = 1000; ///< a connection of nobody's
constexpr int kCheckpointPages = 40; // so that a short night passes through every path of the WAL

/// What may go wrong in this night: a part of everything, so that rare combinations come up (swarm testing).
struct Weather
{
    explicit Weather(Random& random)
        : breaks(random.chance(60)), cuts(random.chance(50)), slow(random.chance(40)),
          deskCrashes(random.chance(50)), hqCrashes(random.chance(50)),
          diskFaults(random.chance(60)), clocks(random.chance(50)), newer(random.chance(50)),
          people(random.chance(60)), joins(random.chance(60)), contacts(random.chance(60))
    {
    }
    // Drawn from a row of its own, so that the other nights stay what they were.
    void ofWire(Random random) { mangles = random.chance(30); }
    // Drawn only where there are several headquarters, so that the nights of one stay what they were.
    void ofMany(Random& random)
    {
        storeCrashes = random.chance(50);
        storeLinks = random.chance(60);
        staff = random.chance(60);
    }
    bool breaks;
    bool cuts;
    bool slow;
    bool deskCrashes;
    bool hqCrashes;
    bool diskFaults;
    bool clocks;
    bool newer;
    bool people;          ///< persons are disabled
    bool joins;           ///< some desks come late, when there is a snapshot
    bool contacts;        ///< all contacts are read, and two days later none is
    bool mangles = false; ///< messages are lost, doubled and swapped inside connections
    bool storeCrashes = false;
    bool storeLinks = false;
    bool staff = false; ///< desks are enrolled and revoked
};

class Night
{
public:
    explicit Night(const Setup& setup)
        : m_setup(setup), m_random(setup.seed), m_secrets(m_random.seed()),
          m_chance([this](std::span<std::uint8_t> out) { m_secrets.fill(out); }),
          m_vfs(m_random.seed()), m_schedule(fromUtcMs(kStart)), m_trace(m_schedule),
          m_network(m_schedule, m_trace, Random(m_random.seed())), m_weather(m_random),
          m_ground{m_schedule,         m_trace,
                   m_network,          makeCity(),
                   OperationId("sim"), m_outcome.violations,
                   m_outcome.told,     setup.headquarters}
    {
        m_trace.setSink(setup.follow);
        store::setCheckpointPages(kCheckpointPages);
        if (isShared()) {
            m_weather.ofMany(m_random);
        }
        m_weather.ofWire(Random(~setup.seed));
        m_network.setMangling(m_weather.mangles && !m_setup.isCalm ? kMangled : 0);
        makeDesks();
        makeHeadquarters();
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
        std::ranges::for_each(m_hqs, [](auto& hq) { hq->start(); });
        for (auto& desk : m_desks) {
            const Millis soon = m_random.delay(0, 5000);
            if (!isLate(*desk)) {
                m_schedule.after(soon, [&desk] { desk->start(); });
            }
        }
        for (int step = 0; step < m_setup.steps; ++step) {
            m_schedule.runUntil(m_schedule.now() + m_random.delay(10, 2000));
            doSomething(step);
        }
        note();
        heal();
        if (m_outcome.violations.empty()) {
            checkAll(m_ground, m_hqs, m_desks, isShared() ? m_server->revoked() : kNobody);
        }
        if (m_outcome.violations.empty() && !m_setup.isCalm) {
            settleFiles();
        }
        if (m_outcome.violations.empty() && m_weather.contacts && !m_setup.isCalm) {
            readContacts();
        }
        if (m_outcome.violations.empty() && isShared()) {
            rotDesk();
            rotStore();
        }
        sum();
        return std::move(m_outcome);
    }

private:
    inline static const std::map<DeskId, std::uint64_t> kNobody;

    [[nodiscard]] bool isShared() const { return m_setup.headquarters > 1; }

    void makeHeadquarters()
    {
        if (isShared()) {
            m_server = std::make_unique<StoreServer>(
                m_ground, m_folder.path(), m_promises, Random(m_random.seed()));
            m_server->start();
        }
        for (int i = 0; i < m_setup.headquarters; ++i) {
            m_hqs.push_back(std::make_unique<HqNode>(
                m_ground, i, m_folder.path(), m_promises, m_server.get(), Random(m_random.seed())));
        }
        if (isShared()) {
            enrolAll(*m_server->log(), m_ground, m_desks);
            m_server->setLinkFaults(m_weather.storeLinks && !m_setup.isCalm ? 4 : 0);
        } else {
            enrolAll(*store::HqLog::open(m_hqs[0]->disk().folder()).value(), m_ground, m_desks);
        }
    }

    HqNode& anyHq() { return *m_hqs[isShared() ? m_random.below(m_hqs.size()) : 0]; }
    Disk& storeDisk() { return isShared() ? m_server->disk() : m_hqs[0]->disk(); }

    void makeDesks()
    {
        static const std::vector<std::string> kUnits{"HQ",  "D01", "D02", "L01", "HQ",
                                                     "D03", "L02", "D04", "D05", "L03"};
        for (int i = 0; i < m_setup.desks; ++i) {
            const bool isJoiner = i == m_setup.joiner;
            const auto& unit =
                isJoiner ? kUnits[0] : kUnits[static_cast<std::size_t>(i) % kUnits.size()];
            const bool isNewer = m_weather.newer && i > 0 && i % 5 == 4 && !isJoiner;
            m_desks.push_back(std::make_unique<DeskNode>(
                m_ground, i, UnitCode(unit), isNewer, m_folder.path(), Random(m_random.seed())));
            m_desks.back()->setEnrolled(!m_weather.staff || i < 3 || i % 4 != 3);
            m_desks.back()->setSnapshotFrom(isJoiner || m_random.chance(70) ? 5 : 20'000);
        }
    }

    void mutate()
    {
        std::ranges::for_each(m_hqs, [&](auto& hq) { hq->setMutation(m_setup.mutation); });
        storeDisk().setSyncLies(
            m_setup.mutation == Mutation::HqAcksBeforeCommit
            || m_setup.mutation == Mutation::StoreLosesCommit);
        if (isShared()) {
            if (m_setup.mutation == Mutation::NewsUnheard) {
                m_server->setDeaf(1);
            }
            m_server->setHidesRevocations(m_setup.mutation == Mutation::RevokedGoesOn);
            m_server->setHidesPeople(m_setup.mutation == Mutation::DisabledGoesOn);
            m_server->setKeepsKeys(m_setup.mutation == Mutation::KeysOutlive);
        }
        for (auto& desk : m_desks) {
            desk->disk().setSyncLies(m_setup.mutation == Mutation::DeskAcksBeforeCommit);
            desk->actTwice(m_setup.mutation == Mutation::ActsTwice);
            desk->blindToShift(m_setup.mutation == Mutation::ShiftUnseen);
            desk->blindToPlan(m_setup.mutation == Mutation::PlanUnseen);
            desk->hideRejected(m_setup.mutation == Mutation::RejectedHidden);
        }
        if (m_setup.mutation == Mutation::LostVerdicts) {
            m_network.filter = [](bool isUp, int, Bytes& message) {
                const auto frame = sync::decodeFrame(message);
                return isUp || !frame || !std::holds_alternative<sync::Verdicts>(*frame);
            };
        } else if (m_setup.mutation == Mutation::TailLosesEntry) {
            m_network.filter = [this](bool isUp, int desk, Bytes& message) {
                std::ignore = m_tailLoser.pass(isUp, desk, message);
                return true;
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

    // In the second half, or in the last third of an ordinary night.
    [[nodiscard]] bool isLate(const DeskNode& desk) const
    {
        const int i = desk.index();
        return m_setup.joiner >= 0 ? i == m_setup.joiner
                                   : m_weather.joins && !m_setup.isCalm && i >= 3 && i % 4 == 3;
    }

    void startLate(int step)
    {
        if (step == (m_setup.joiner >= 0 ? m_setup.steps * 3 / 4 : m_setup.steps * 2 / 3)) {
            for (auto& desk : m_desks) {
                isLate(*desk) ? desk->start() : void();
            }
        }
    }

    void doSomething(int step)
    {
        startLate(step);
        if (m_setup.isCalm) {
            step == m_setup.steps / 2 ? startAgain() : m_random.pick(m_desks)->act();
        } else {
            m_random.chance(75) ? m_random.pick(m_desks)->act() : goWrong();
        }
    }

    void startAgain()
    {
        std::ranges::for_each(m_hqs, [](auto& hq) { hq->startAgain(); });
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
        work(-1, storeDisk());
        for (auto& desk : m_desks) {
            work(desk->index(), desk->disk());
        }
    }

    void goWrong()
    {
        if (isShared() && m_random.chance(30)) {
            goWrongTogether();
            return;
        }
        DeskNode& desk = *m_random.pick(m_desks);
        switch (m_random.below(9)) {
        case 8:
            m_weather.people&& m_random.chance(40) ? disableOne() : void();
            break;
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
            m_weather.hqCrashes ? anyHq().crash(m_random.chance(70)) : void();
            break;
        case 5:
            m_weather.diskFaults ? injure(desk.disk()) : void();
            break;
        case 6:
            m_weather.diskFaults ? injure(storeDisk()) : void();
            break;
        default:
            m_weather.clocks ? turnClocks(desk) : void();
            break;
        }
    }

    // What only several headquarters over one store know.
    void goWrongTogether()
    {
        switch (m_random.below(4)) {
        case 0:
            m_weather.storeCrashes ? m_server->crash(m_random.chance(70)) : void();
            break;
        case 1:
            m_weather.storeLinks ? cutStore(static_cast<int>(m_random.below(m_hqs.size())))
                                 : void();
            break;
        case 2:
            m_weather.staff ? enrolOne() : void();
            break;
        default:
            m_weather.staff&& m_random.chance(30) ? revokeOne() : void();
            break;
        }
    }

    void cutStore(int headquarters)
    {
        m_server->cutOff(headquarters);
        m_trace.add(std::format("hq {} is cut from the store", headquarters));
        m_schedule.after(
            m_random.delay(500, 60'000), [this, headquarters] { m_server->heal(headquarters); });
    }

    // An administrator's program of its own, over the same store.
    void enrolOne()
    {
        const auto it =
            std::ranges::find_if(m_desks, [](const auto& d) { return !d->isEnrolled(); });
        auto log = m_server->connect(kAdministrator);
        if (it == m_desks.end() || !log) {
            return;
        }
        const auto added = (*log)->desks().add(recordOf(**it, m_schedule.now()));
        m_trace.add(std::format("{} is enrolled {}", (*it)->desk().value, added.has_value()));
        isKnown((*it)->desk()) ? (*it)->setEnrolled(true) : void();
        m_schedule.after(m_random.delay(0, 5000), [desk = it->get()] { desk->start(); });
    }

    // The answer may have been lost: what the store holds counts.
    bool isKnown(const DeskId& id)
    {
        const auto desks = m_server->log() != nullptr ? m_server->log()->desks().all()
                                                      : std::vector<store::DeskRecord>{};
        return desks && std::ranges::contains(*desks, id, &store::DeskRecord::id);
    }

    void revokeOne()
    {
        DeskNode& desk = *m_random.pick(m_desks);
        hq::Engine* engine = anyHq().engine();
        if (desk.index() < 3 || !desk.takesPart() || engine == nullptr) {
            return;
        }
        const auto done = engine->revoke(desk.desk());
        m_trace.add(std::format("{} is revoked {}", desk.desk().value, done.has_value()));
    }

    void disableOne()
    {
        const auto all = allPeople();
        const PersonCode who = m_random.pick(all);
        HqNode& hq = anyHq();
        if (hq.engine() == nullptr || m_outcome.told.disabled.contains(who)) {
            return;
        }
        const auto done = hq.engine()->disablePerson(who);
        m_trace.add(std::format("{} is disabled {}", who.value, done.has_value()));
        const auto head =
            done && storeLog() != nullptr ? storeLog()->head() : fail(Code::StoreOpen, "");
        if (head) {
            m_outcome.told.disabled[who] = *head;
        }
        hq.lookAgain();
    }

    // Bytes come after acts; who was told "not yet" waits longer each time.
    void settleFiles()
    {
        const Instant began = m_schedule.now();
        auto missing = missingFiles(m_ground, *m_hqs[0], m_desks);
        while (!missing.empty() && m_outcome.violations.empty()
               && m_schedule.now() - began < kFilesWithin) {
            m_schedule.runUntil(m_schedule.now() + Millis{5'000});
            if (m_hqs[0]->engine() != nullptr && storeLog() != nullptr) {
                missing = missingFiles(m_ground, *m_hqs[0], m_desks);
            }
        }
        m_outcome.violations.insert(m_outcome.violations.end(), missing.begin(), missing.end());
    }

    void readContacts()
    {
        if (m_outcome.told.contacts.empty()) {
            return;
        }
        m_schedule.runUntil(m_schedule.now() + kKeysWithin);
        ContactReading reading(m_ground);
        for (const bool areOver : {false, true}) {
            if (areOver) {
                leap();
            }
            for (int turn = 0; turn < kReadings; ++turn) {
                for (auto& desk : m_desks) {
                    desk->takesPart() ? reading.askOne(*desk) : void();
                }
                m_schedule.runUntil(m_schedule.now() + kAnswerWithin);
            }
            reading.judge(areOver, !m_weather.diskFaults);
        }
        checkKeysGone(m_ground, foldersTakingPart());
    }

    // Two days pass at once, for all of them.
    void leap()
    {
        std::ranges::for_each(m_hqs, [](auto& hq) { hq->setSkew(kLeap); });
        std::ranges::for_each(m_desks, [](auto& desk) { desk->setSkew(kLeap); });
        m_schedule.runUntil(m_schedule.now() + kDestroyedWithin);
    }

    std::vector<std::filesystem::path> foldersTakingPart()
    {
        std::vector<std::filesystem::path> out{storeDisk().folder()};
        for (auto& hq : m_hqs) {
            out.push_back(hq->disk().folder());
        }
        for (auto& desk : m_desks) {
            desk->takesPart() ? out.push_back(desk->folder()) : void();
        }
        return out;
    }

    void noteStaff()
    {
        for (auto& desk : m_desks) {
            if (isShared() && m_server->revoked().contains(desk->desk())) {
                desk->setRevoked();
            }
            if (isShared() && !desk->isEnrolled() && isKnown(desk->desk())) {
                desk->setEnrolled(true);
            }
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
        m_random.chance(70) ? desk.setSkew(skew) : anyHq().setSkew(skew);
    }

    // No more faults and nothing new is done: now everything must come to rest by itself.
    void heal()
    {
        m_network.healAll();
        m_network.setMangling(0);
        if (isShared()) {
            m_server->calm();
        }
        std::ranges::for_each(m_hqs, [](auto& hq) { hq->calm(); });
        for (auto& desk : m_desks) {
            desk->calm();
        }
        const Instant began = m_schedule.now();
        std::map<int, Instant> liveSince;
        for (auto& desk : m_desks) {
            desk->isLive() ? void(m_wasLive.insert(desk->index())) : void();
        }
        while (!isAtRest() && m_schedule.now() - began < kHealWithin
               && m_outcome.violations.empty()) {
            m_schedule.runUntil(m_schedule.now() + kLook);
            watchShown(liveSince);
        }
        m_outcome.healing = m_schedule.now() - began;
        if (m_outcome.violations.empty() && !isAtRest()) {
            tellUnsettled();
        }
    }

    void tellUnsettled()
    {
        for (auto& desk : m_desks) {
            if (desk->takesPart() && !desk->isSettled()) {
                m_outcome.violations.push_back(std::format(
                    "{} is not settled {} s after the last fault", desk->desk().value,
                    kHealWithin.count() / 1000));
            }
        }
        if (m_outcome.violations.empty()) {
            m_outcome.violations.push_back("headquarters does not come to rest");
        }
    }

    // Live again, a desk has three seconds for everything that waits for it, in either direction, and after what was numbered last.
    void watchShown(std::map<int, Instant>& liveSince)
    {
        const std::uint64_t numbered = storeLog() == nullptr ? 0 : storeLog()->head().value_or(0);
        if (numbered != m_numbered) { // others send what they had kept: that is new to everybody
            m_numbered = numbered;
            m_numberedAt = m_schedule.now();
        }
        for (auto& desk : m_desks) {
            if (!desk->isLive()) {
                m_wasLive.erase(desk->index());
            }
            if (!desk->takesPart() || !desk->isLive() || isShown(*desk)) {
                liveSince.erase(desk->index());
                continue;
            }
            const Instant since =
                liveSince.try_emplace(desk->index(), m_schedule.now()).first->second;
            const bool wasLive = m_wasLive.contains(desk->index());
            const Millis limit = wasLive ? kDeadLinkWithin : kShownWithin;
            const Millis passed = m_schedule.now() - std::max(since, m_numberedAt);
            m_outcome.slowest = std::max(m_outcome.slowest, wasLive ? Millis{0} : passed);
            if (isShared() && passed > limit) {
                m_outcome.violations.push_back(std::format(
                    "{} is live and does not show everything after {} ms", desk->desk().value,
                    limit.count()));
            }
        }
    }

    bool isShown(DeskNode& desk)
    {
        return desk.isSettled() && storeLog() != nullptr
               && desk.console()->log().feedHead().seq == headOf(desk.unit());
    }

    store::HqLog* storeLog() { return isShared() ? m_server->log() : m_hqs[0]->log(); }

    bool isAtRest()
    {
        noteStaff();
        return storeLog() != nullptr
               && std::ranges::all_of(m_hqs, [](const auto& hq) { return hq->engine() != nullptr; })
               && std::ranges::all_of(
                   m_hqs,
                   [&](const auto& hq) {
                       return hq->engine()->lastNumber() == storeLog()->head().value_or(0);
                   })
               && std::ranges::all_of(m_desks, [&](const auto& desk) {
                      return desk->takesPart() ? isShown(*desk) : !desk->isLive();
                  });
    }

    // A desk that reads a turned bit says so or has the place from headquarters again; it never goes on as if nothing were.
    void rotDesk()
    {
        DeskNode& desk = *m_desks[m_random.below(3)]; // those are never revoked
        std::uint64_t place = 0;
        desk.startAgain([&] { place = rot(desk.logFile(), "feed", m_random); });
        m_trace.add(std::format("{} rots at place {}", desk.desk().value, place));
        m_schedule.runUntil(m_schedule.now() + kRotWithin);
        if (place == 0 || desk.console() == nullptr) {
            return;
        }
        const auto theirs =
            storeLog()->feeds().after(desk.unit(), 0, 1'000'000, std::size_t{1} << 40);
        std::size_t at = 0;
        bool isSame = theirs.has_value();
        const auto read = desk.console()->log().eachFeed(0, [&](const log::FeedItem& item) {
            const bool isGivenUp = item.raw.empty();
            isSame = isSame && at < theirs->items.size()
                     && (isGivenUp || item.raw == theirs->items[at].raw);
            ++at;
            return true;
        });
        if (read && (!isSame || at != theirs->items.size())) {
            m_outcome.violations.push_back(
                std::format("{} took a rotten place {} for good", desk.desk().value, place));
        }
        ++m_outcome.rotsFound;
    }

    // Signatures and running hashes of the store alone tell.
    void rotStore()
    {
        std::uint64_t number = 0;
        std::optional<Result<audit::Report>> report;
        m_server->startAgain([&] {
            const auto file = m_server->disk().folder() / "hq.db";
            number = rot(file, "entry", m_random);
            report = audit::auditLog({.store = file, .tlog = {}, .key = {}, .older = {}});
        });
        if (number == 0) {
            return;
        }
        if (!*report || (*report)->isSound()
            || (*report)->firstBad() != static_cast<std::int64_t>(number)) {
            m_outcome.violations.push_back(std::format(
                "entry {} rotted in the store, named: {}", number,
                *report ? (*report)->firstBad() : -1));
        }
        ++m_outcome.rotsFound;
    }

    std::uint64_t headOf(const UnitCode& unit)
    {
        const auto heads = storeLog()->feeds().heads();
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
        m_outcome.mangled = m_network.mangled();
        m_outcome.lasted = m_schedule.now() - fromUtcMs(kStart);
        m_outcome.crashes = isShared() ? m_server->crashes() : 0;
        std::ranges::for_each(m_hqs, [&](auto& hq) { m_outcome.crashes += hq->crashes(); });
        m_outcome.accepted = m_hqs[0]->engine() != nullptr ? m_hqs[0]->engine()->lastNumber() : 0;
        for (const auto& desk : m_desks) {
            m_outcome.saved += desk->saved().size();
            m_outcome.crashes += desk->crashes();
        }
    }

    const Setup& m_setup;
    Outcome m_outcome;
    SimFolder m_folder;
    Random m_random;
    Random m_secrets;
    SimulatedChance m_chance;
    DiskVfs m_vfs;
    Schedule m_schedule;
    Trace m_trace;
    Network m_network;
    Weather m_weather;
    Ground m_ground;
    std::set<int> m_wasLive; ///< desks, when the healing began and ever since
    std::uint64_t m_numbered = 0;
    Instant m_numberedAt; ///< when healing desks last had something numbered
    Promises m_promises;
    TailLoser m_tailLoser;
    std::vector<std::unique_ptr<DeskNode>> m_desks;
    std::unique_ptr<StoreServer> m_server; ///< null: the one headquarters has its own disk
    std::vector<std::unique_ptr<HqNode>> m_hqs;
};

} // namespace

Outcome simulate(const Setup& setup)
{
    return Night(setup).run();
}

} // namespace sz::sim
