// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/certificates/Post.h"

#include "data/store/pg/PgHqLog.h"
#include "tests/support/SamplePlan.h"

#include <future>

namespace sz::test {

Post::Post(const Clock& clock)
    : m_clock(clock), m_authority(net::makeAuthority("drill-1", clock.now())),
      m_firstPin(*net::fingerprint(m_authority.certificate)),
      m_log(store::openHqLog(m_folder.path().toStdString(), "").value())
{
    start(m_clock);
}

void Post::start(const Clock& clock)
{
    hq::EngineSpec spec{{}, {}, {}, {}, {}};
    spec.operation = OperationId("drill-1");
    spec.name = "武汉";
    spec.plan = samplePlan();
    spec.authority = m_authority;
    spec.certificateClock = &m_clock;
    hq::Wire wire{
        [this](net::ConnectionId to, Bytes frame) { m_link->send(to, std::move(frame)); },
        [this](net::ConnectionId which) { m_link->close(which); }};
    m_engine =
        hq::Engine::open(spec, *m_log, clock, std::move(wire), [](const hq::LogLine&) {}).value();
    net::ServerLink::Callbacks callbacks;
    callbacks.opened = [this](net::ConnectionId id, net::ServerLink::Peer peer) {
        m_engine->opened(id, std::move(peer));
    };
    callbacks.message = [this](net::ConnectionId id, const Bytes& bytes) {
        m_engine->message(id, bytes);
    };
    callbacks.closed = [this](net::ConnectionId id) { m_engine->closed(id); };
    callbacks.tick = [this] { m_engine->tick(); };
    const auto server = net::issueServer(m_authority, m_clock.now()).value();
    m_link = std::make_unique<net::ServerLink>(
        std::move(callbacks),
        net::Credentials{server.certificate, server.key, m_authority.certificate});
    m_port = m_link->listen({"127.0.0.1", m_port}).value();
    m_thread = std::thread([this] { m_link->run(); });
}

Post::~Post()
{
    stop();
}

void Post::stop()
{
    m_link->stop();
    m_thread.join();
}

std::vector<std::string> Post::restart(Instant system, SteadyClock::Elapsed elapsed)
{
    stop();
    m_engine.reset();
    m_link.reset();
    m_log.reset();
    m_log = store::openHqLog(m_folder.path().toStdString(), "").value();
    std::vector<std::string> events;
    const auto note = [&](const hq::LogLine& line) { events.push_back(line.event); };
    m_started = hq::startClock(*m_log, system, note, elapsed).value();
    start(*m_started);
    return events;
}

std::vector<store::NumberedEntry> Post::entries()
{
    std::vector<store::NumberedEntry> out;
    with([&](hq::Engine&) {
        m_log->forEach([&](const store::NumberedEntry& entry) { out.push_back(entry); }).value();
    });
    return out;
}

void Post::with(const std::function<void(hq::Engine&)>& work)
{
    std::promise<void> done;
    m_link->post([&] {
        work(*m_engine);
        done.set_value();
    });
    done.get_future().wait();
}

void Post::show()
{
    with([this](hq::Engine& engine) {
        auto server = net::issueServer(m_authority, m_clock.now()).value();
        m_link->setCredentials({server.certificate + m_cross, server.key, m_authority.certificate})
            .value();
        engine.setAuthority(m_authority);
    });
}

void Post::roll()
{
    const net::Identity next = net::makeAuthority("drill-1 next", m_clock.now());
    m_cross = net::crossSign(m_authority, next.certificate, m_clock.now()).value() + m_cross;
    m_authority = {next.certificate + m_authority.certificate, next.key};
    show();
}

void Post::retire()
{
    m_authority.certificate = net::splitCertificates(m_authority.certificate).front();
    m_cross.clear();
    show();
}

std::size_t Post::live()
{
    std::size_t count = 0;
    with([&](hq::Engine& engine) { count = engine.liveDesks(); });
    return count;
}

std::string Post::authority() const
{
    return *net::fingerprint(m_authority.certificate);
}

Seat::Seat(desk::Profile profile, const Clock& clock) : m_profile(std::move(profile)), m_duty(clock)
{
    m_link = std::make_unique<net::ClientLink>(net::ClientLink::Callbacks{
        [this] { post([this] { m_core->linkUp(); }); },
        [this](Bytes bytes) {
            post([this, bytes = std::move(bytes)] { m_core->linkMessage(bytes); });
        },
        [this](Error why) { post([this, why = std::move(why)] { m_core->linkDown(why); }); }});
    desk::DeskOptions options;
    options.profile = m_profile;
    options.plan = samplePlan();
    options.clock = &clock;
    options.duty = &m_duty;
    desk::DeskCore::Listener listener{
        [this](const desk::ChangeSet& c) {
            for (const auto& incident : c.changed) {
                m_incidents[incident->id] = incident;
            }
        },
        [this](desk::LinkStatus s) { m_status = std::move(s); }, [](const auto&) {},
        [this](desk::Notice n) { m_notices.push_back(std::move(n)); },
        [](auto, const std::string&) {}};
    desk::DeskCore::Transport transport{
        [this] { open(); }, [this] { m_link->close(); },
        [this](Bytes bytes) { m_link->send(std::move(bytes)); },
        [this](const net::Credentials& renewed) { m_profile.credentials = renewed; }};
    m_core = std::make_unique<desk::DeskCore>(options, std::move(listener), std::move(transport));
    m_core->open().value();
    m_core->startLink();
}

Seat::~Seat()
{
    m_link->stop();
}

void Seat::open()
{
    if (m_isOnline) {
        m_link->open(m_profile.headquarters, m_profile.credentials);
    } else {
        post([this] { m_core->linkDown({Code::LinkDown, "no cable", {}}); });
    }
}

void Seat::cut()
{
    m_link->close();
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.clear();
    }
    m_core->linkDown({Code::LinkDown, "cable pulled", {}});
}

void Seat::post(std::function<void()> work)
{
    const std::scoped_lock lock(m_mutex);
    m_queue.push_back(std::move(work));
}

void Seat::run()
{
    std::deque<std::function<void()>> now;
    {
        const std::scoped_lock lock(m_mutex);
        now.swap(m_queue);
    }
    for (const auto& work : now) {
        work();
    }
    m_core->tick();
}

} // namespace sz::test
