// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Engine.h"
#include "data/sim/City.h"
#include "data/sim/Disk.h"
#include "data/sync/DeskSync.h"
#include "tests/fuzz/Runs.h"

namespace sz::fuzz {
namespace {

const OperationId kOperation("sim");
const DeskId kDesk("desk-0");
const UnitCode kUnit("HQ");
constexpr auto kNow = 1'795'000'000'000;

class Headquarters
{
public:
    Headquarters() : m_log(store::HqLog::open(m_folder.path()).value())
    {
        store::DeskRecord record;
        record.id = kDesk;
        record.unit = kUnit;
        record.fingerprint = "print";
        m_log->desks().add(record).value();
        hq::Wire wire{[](net::ConnectionId, const Bytes&) {}, [](net::ConnectionId) {}};
        m_engine = hq::Engine::open(
                       {kOperation, "hq", sim::makeCity(), "", {}}, *m_log, m_clock,
                       std::move(wire), [](const hq::LogLine&) {})
                       .value();
    }

    void take(BytesView input)
    {
        const net::ConnectionId id = ++m_last;
        m_engine->opened(id, {kDesk.value, "print", "10.0.0.1:1"});
        sync::Hello hello;
        hello.operation = kOperation;
        hello.desk = kDesk;
        hello.unit = kUnit;
        m_engine->message(id, sync::encodeFrame(hello));
        m_engine->message(id, input);
        m_engine->tick();
        m_engine->closed(id);
    }

private:
    sim::SimFolder m_folder;
    ManualClock m_clock{fromUtcMs(kNow)};
    std::unique_ptr<store::HqLog> m_log;
    std::unique_ptr<hq::Engine> m_engine;
    net::ConnectionId m_last = 0;
};

class Desk
{
public:
    Desk()
        : m_log(store::DeskLog::open(m_folder.path() / "log.db", kOperation, kDesk, kUnit).value())
    {
    }

    void take(BytesView input)
    {
        const auto frame = sync::decodeFrame(input);
        if (!frame) {
            return;
        }
        const Instant now = fromUtcMs(kNow);
        sync::DeskSync machine(
            m_log, {kOperation, kDesk, kUnit, &m_key, false, {}},
            {[] {}, [] {}, [](const sync::Frame&) {},
             [](const std::vector<log::FeedItem>&, std::uint64_t) {}, [](const sync::Verdict&) {},
             [] {}, [](const Error&) {}},
            1);
        machine.start(now);
        machine.linkUp(now);
        sync::Welcome welcome;
        welcome.now = now;
        machine.frame(welcome, now);
        machine.frame(*frame, now);
        machine.tick(now + Millis{60'000});
    }

private:
    sim::SimFolder m_folder;
    SigningKey m_key = std::move(SigningKey::fromSeed(Bytes(32, 7)).value());
    store::DeskLog m_log;
};

} // namespace

void headquarters(BytesView input)
{
    static Headquarters one;
    one.take(input);
}

void desk(BytesView input)
{
    static Desk one;
    one.take(input);
}

} // namespace sz::fuzz
