// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/HqNode.h"

#include "data/hq/NotaryFiles.h"
#include "data/sim/Mutate.h"
#include "data/sim/People.h"

#include <algorithm>
#include <format>
#include <fstream>

namespace sz::sim {
namespace {

constexpr Millis kTick{250};
// Small, so that a night of some hundred entries has snapshots of several chunks and several generations of them.
constexpr Millis kCutEvery{20'000};
constexpr std::uint64_t kCutFrom = 6;
constexpr std::size_t kChunkBytes = 1500;
constexpr auto kFiles = "files";

// Equal headquarters sign as one: the log's key is brought to each.
void bringKey(const std::filesystem::path& folder, const std::filesystem::path& from)
{
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    if (folder != from) {
        std::filesystem::copy(
            from / "log.key", folder / "log.key", std::filesystem::copy_options::skip_existing,
            ignored);
    }
}

} // namespace

HqNode::HqNode(
    Ground& ground,
    int index,
    const std::filesystem::path& folder,
    Promises& promises,
    StoreServer* server,
    Random random)
    : m_ground(ground), m_index(index), m_promises(promises), m_server(server), m_random(random),
      m_disk(folder / std::format("hq-{}", index), m_random.seed()), m_clock(ground.schedule),
      m_shelf(folder / std::format("shelf-{}", index))
{
    bringKey(m_shelf, folder / "shelf-0");
    std::ignore = hq::openLogKey(m_shelf, ground.operation).value();
    m_disk.onInjury = [this](const std::string& call) {
        m_ground.trace.add(
            std::format("hq disk {} injured at {} {}", m_index, m_disk.calls(), call));
    };
    if (m_server != nullptr) {
        m_server->listen(m_index, [this] { on([](hq::Engine& e) { e.follow(); }); });
    }
}

store::DeskRecord recordOf(const DeskNode& desk, Instant now)
{
    store::DeskRecord record;
    record.id = desk.desk();
    record.unit = desk.unit();
    record.key = desk.publicKey();
    record.fingerprint = desk.fingerprint();
    record.enrolledAt = now;
    return record;
}

void enrolAll(
    store::HqLog& log,
    const Ground& ground,
    const std::vector<std::unique_ptr<DeskNode>>& desks)
{
    for (const auto& desk : desks) {
        if (desk->isEnrolled()) {
            log.desks().add(recordOf(*desk, ground.schedule.now())).value();
        }
    }
    log.setMeta("operation", ground.operation.value).value();
    enrolPeople(log, ground.schedule.now());
}

Result<void> HqNode::open()
{
    auto log =
        m_server != nullptr ? m_server->connect(m_index) : store::HqLog::open(m_disk.folder());
    if (!log) {
        return std::unexpected(log.error());
    }
    m_log = std::move(*log);
    hq::Wire wire{
        [this](net::ConnectionId to, const Bytes& frame) { send(to, frame); },
        [this](net::ConnectionId which) {
            if (!m_disk.isDead()) {
                m_ground.network.closeDown(which);
            }
        }};
    const bool isShared = m_server != nullptr;
    const auto place = (isShared ? m_server->disk() : m_disk).folder() / kFiles;
    m_files = std::make_unique<SimFiles>(
        place, isShared ? m_server->disk() : m_disk,
        SimFiles::Port{
            [this] { return m_server == nullptr || m_server->isReachable(m_index); },
            [this] { m_server != nullptr ? m_server->look() : void(); },
            m_mutation == Mutation::FileTurns});
    hq::EngineSpec spec{m_ground.operation, "headquarters", m_ground.plan, "digest", authority()};
    spec.snapshots = hq::SnapshotSpec{m_shelf, kCutEvery, kCutFrom, kChunkBytes};
    spec.certificateClock = &m_clock;
    spec.files.place = m_files.get();
    auto engine = hq::Engine::open(
        std::move(spec), *m_log, m_clock, std::move(wire), [this](const hq::LogLine& line) {
            if (line.event == "quarantined" && !m_disk.hasFailed()) {
                m_ground.violations.push_back("headquarters: an accepted entry folds no more");
            }
        });
    return std::move(engine).transform([&](auto made) { m_engine = std::move(made); });
}

void HqNode::start()
{
    if (m_engine) {
        return;
    }
    ++m_epoch;
    m_isFlushPlanned = false;
    const auto opened = open();
    if (m_disk.isDead()) {
        end(true);
        return;
    }
    m_ground.trace.add(
        std::format("hq {} starts {}", m_index, opened ? "well" : codeName(opened.error().code)));
    if (!opened) {
        const bool isStoreAway = m_server != nullptr && opened.error().code == Code::StoreOpen;
        if (!m_disk.hasFailed() && !isStoreAway) {
            m_ground.violations.push_back(std::format(
                "headquarters does not open on a whole disk: {} {}", codeName(opened.error().code),
                opened.error().detail));
        }
        end(false);
        return;
    }
    checkPromises();
    listen();
    tick(m_epoch);
}

void HqNode::listen()
{
    m_ground.network.listen(
        m_index, {[this](net::ConnectionId id, net::ServerLink::Peer peer) {
                      on([&](hq::Engine& e) {
                          m_sessions[id] = DeskId(peer.commonName);
                          e.opened(id, std::move(peer));
                      });
                  },
                  [this](net::ConnectionId id, const Bytes& message) {
                      witness(m_sessions[id], message);
                      on([&](hq::Engine& e) { e.message(id, message); });
                      flushSoon();
                  },
                  [this](net::ConnectionId id) { on([&](hq::Engine& e) { e.closed(id); }); }});
}

void HqNode::witness(const DeskId& desk, const Bytes& message)
{
    const auto frame = sync::decodeFrame(message);
    if (const auto* keys = frame ? std::get_if<sync::KeepContactKeys>(&*frame) : nullptr) {
        for (const auto& one : keys->keys) {
            m_ground.told.keys[one.contact] = one.key;
        }
    }
    const auto* ask = frame ? std::get_if<sync::SnapshotAsk>(&*frame) : nullptr;
    if (ask != nullptr && ask->heldSeq > 0) {
        ++m_ground.told.joined;
        m_ground.trace.add(std::format("{} goes on from {}", desk.value, ask->heldSeq));
    }
}

// As app/headquarters does: one commit for whatever else this turn of the loop brings.
void HqNode::flushSoon()
{
    if (!m_engine || !m_engine->hasWaiting() || m_isFlushPlanned) {
        return;
    }
    m_isFlushPlanned = true;
    const std::uint64_t epoch = m_epoch;
    m_ground.schedule.after(m_random.delay(0, 10), [this, epoch] {
        if (epoch == m_epoch) {
            m_isFlushPlanned = false;
            on([](hq::Engine& e) { e.flush(); });
        }
    });
}

void HqNode::tick(std::uint64_t epoch)
{
    if (epoch == m_epoch) {
        on([](hq::Engine& e) { e.tick(); });
        m_ground.schedule.after(kTick, [this, epoch] { tick(epoch); });
    }
}

void HqNode::look()
{
    if (m_disk.isDead()) {
        end(true);
    } else if (m_engine->fault()) {
        m_ground.trace.add(std::format("hq {} gives up", m_index));
        end(false); // as app/headquarters does: it ends and is started again
    }
}

void HqNode::end(bool isCrash)
{
    ++m_epoch;
    if (isCrash) {
        ++m_crashes;
        m_ground.trace.add(std::format("hq {} crashes", m_index));
    } else {
        m_disk.kill(false);
    }
    m_ground.network.hqGone(m_index);
    m_sessions.clear();
    m_engine.reset();
    m_files.reset();
    m_log.reset();
    m_disk.restart();
    mutate();
    rotShelf();
    startSoon(m_isCalm ? Millis{50} : m_random.delay(100, 15'000));
}

// A snapshot is worth nothing that a desk does not check: now and then one is damaged where it lies.
void HqNode::rotShelf()
{
    std::vector<std::filesystem::path> all;
    std::error_code ignored;
    for (const auto& one :
         std::filesystem::recursive_directory_iterator(m_shelf / "snapshots", ignored)) {
        one.is_regular_file() ? all.push_back(one.path()) : void();
    }
    if (all.empty() || !m_random.chance(25)) {
        return;
    }
    std::ranges::sort(all);
    const auto file = m_random.pick(all);
    const auto size = std::filesystem::file_size(file);
    if (m_random.chance(30) || size == 0) {
        std::filesystem::resize_file(file, size / 2);
    } else {
        std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(static_cast<std::streamoff>(m_random.below(size)));
        out.put(static_cast<char>(m_random.below(256)));
    }
    m_ground.trace.add(std::format("hq {}: a snapshot's file rots", m_index));
}

void HqNode::startSoon(Millis after)
{
    const std::uint64_t epoch = m_epoch;
    m_ground.schedule.after(after, [this, epoch] {
        if (epoch == m_epoch) {
            start();
        }
    });
}

void HqNode::crash(bool isPowerCut)
{
    if (m_engine) {
        m_disk.kill(isPowerCut);
        end(true);
    }
}

void HqNode::calm()
{
    m_isCalm = true;
    m_disk.injure(Injury::None, 0, false);
    m_clock.setSkew(Millis{0});
    if (!m_engine) {
        startSoon(Millis{1});
    }
}

void HqNode::startAgain()
{
    if (!m_engine) {
        return;
    }
    ++m_epoch;
    m_ground.network.hqGone(m_index);
    m_engine.reset();
    m_files.reset();
    m_log.reset();
    m_disk.isDead() ? m_disk.restart() : m_disk.handOver();
    startSoon(Millis{10});
}

// What leaves the house is a promise: after any crash it must still be true.
void HqNode::send(net::ConnectionId to, const Bytes& frame)
{
    if (m_disk.isDead()) {
        return;
    }
    const auto read = sync::decodeFrame(frame).value();
    if (const auto* verdicts = std::get_if<sync::Verdicts>(&read)) {
        if (m_wasLost) {
            m_ground.violations.push_back(
                "headquarters gives verdicts after a failed " + m_disk.lastInjured());
        }
        for (const sync::Verdict& verdict : verdicts->verdicts) {
            if (verdict.number == 0) {
                m_ground.told.refused.emplace(m_sessions[to], verdict.counter);
            }
            const auto [it, isNew] = m_promises.verdicts.emplace(
                std::pair{m_sessions[to], verdict.counter}, verdict.number);
            if (!isNew && it->second != verdict.number) {
                m_ground.violations.push_back(std::format(
                    "{} act {} got two verdicts: {} and {}", it->first.first.value, verdict.counter,
                    it->second, verdict.number));
            }
        }
    } else if (const auto* feed = std::get_if<sync::Feed>(&read);
               feed != nullptr && !feed->items.empty()) {
        auto& head = m_promises.fed[feed->unit];
        if (feed->items.back().seq > head.seq) {
            head = {feed->items.back().seq, feed->hash};
        }
    }
    m_ground.network.sendDown(to, frame);
    if (m_server != nullptr && m_random.chance(3)) { // of a version the desks do not know
        m_ground.network.sendDown(to, log::encode(log::Fields{{0, 200}, {1, "news"}}));
    }
}

// A shared store asks for itself when it starts.
void HqNode::checkPromises()
{
    const auto broken =
        m_server != nullptr ? std::vector<std::string>() : m_promises.broken(*m_log);
    if (!m_disk.isDead() && !m_disk.hasFailed()) { // else the next start will tell
        m_ground.violations.insert(m_ground.violations.end(), broken.begin(), broken.end());
    }
}

void HqNode::mutate()
{
    if (m_server == nullptr) {
        mutateFolder(m_mutation, m_disk.folder(), m_ground);
    }
}

} // namespace sz::sim
