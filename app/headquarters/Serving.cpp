// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/Serving.h"

#include "app/headquarters/Administration.h"
#include "app/headquarters/AdminLog.h"
#include "app/headquarters/AdminSocket.h"
#include "app/headquarters/Authorities.h"
#include "app/headquarters/CertificateWatch.h"
#include "app/headquarters/Folder.h"
#include "app/headquarters/People.h"
#include "app/headquarters/SlowWork.h"
#include "app/headquarters/Status.h"
#include "data/hq/Engine.h"
#include "data/hq/Scenario.h"
#include "data/hq/StartClock.h"
#include "data/plan/PlanDigest.h"
#include "data/store/pg/PgHqFiles.h"
#include "data/store/pg/PgHqLog.h"

#include <atomic>
#include <cstdio>
#include <format>
#include <future>
#include <print>
#include <sys/resource.h>

namespace sz::headquarters {
namespace {

Result<std::shared_ptr<const plan::Plan>> openPlan(const ServeSpec& spec)
{
    auto loaded = plan::loadPlan(spec.plan);
    if (loaded) {
        return std::make_shared<const plan::Plan>(std::move(loaded->plan));
    }
    for (const plan::Fault& fault : loaded.error().faults) {
        std::println(
            stderr, "{}:{}: {}", fault.file, fault.line,
            spec.isChinese ? fault.messageZh : fault.message);
    }
    return std::unexpected(loaded.error().error);
}

// A desk is a file descriptor; the soft limit of most systems is 1,024.
void allowManyDesks()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(
            RLIMIT_NOFILE, &files); // else it stays as it was, and the log tells when it is reached
    }
}

// One headquarters from its folder to its port. Members end in reverse order: the door first, the log last.
class Server
{
public:
    explicit Server(ServeSpec spec)
        : m_spec(std::move(spec)), m_sink(stderrLog(m_spec.logFormat)), m_certificates(m_sink)
    {
    }

    [[nodiscard]] Result<void> open()
    {
        return makeFolder(m_spec.data)
            .and_then([&] { return openPlan(m_spec); })
            .transform([&](auto plan) { m_plan = std::move(plan); })
            .and_then([&] { return store::openHqLog(m_spec.data, m_spec.store); })
            .transform([&](auto log) { m_log = std::move(log); })
            .and_then([&] { return chooseClock(); })
            .and_then([&] { return chooseOperation(); })
            .and_then(
                [&] { return openIdentities(m_spec.data, m_operation.value, SystemClock().now()); })
            .transform([&](auto identities) { m_identities = std::move(identities); })
            .and_then([&] { return checkAuthority(*m_log, m_identities.authority); })
            .and_then([&] { return openEngine(); })
            .and_then([&] { return rememberUnits(*m_log, *m_plan); })
            .and_then([&] { return rememberPosts(*m_log, *m_plan); })
            .and_then([&] { return seed(); })
            .and_then([&] { return listen(); })
            .and_then([&] { return tellKeptLines(*m_log, m_sink); });
    }

    Result<void> run()
    {
        m_watch = m_log->watch([this] { followSoon(); });
        m_link->run();
        m_isEnding = true;
        m_door.reset();
        m_slow.stop(); // its answers go through the link
        m_fileWork.stop();
        m_watch.reset(); // before the link it posts to
        if (auto sealed = m_engine->seal(); !sealed) {
            m_sink({hq::Level::Error, "unsigned", {{"detail", sealed.error().detail}}});
        }
        removeEndpoint(m_spec.data);
        m_sink({hq::Level::Info, "end", {{"entries", std::to_string(m_engine->lastNumber())}}});
        if (m_engine->fault()) {
            return std::unexpected(*m_engine->fault());
        }
        return {};
    }

private:
    Result<void> chooseClock()
    {
        if (m_spec.standsAt) {
            m_clock = std::make_unique<ManualClock>(*m_spec.standsAt);
            return {};
        }
        const Instant system = SystemClock().now();
        return hq::startClock(*m_log, system, m_sink).transform([&](auto clock) {
            m_clock = std::move(clock);
            m_isClockOff = isClockOff(system); // told already
        });
    }

    [[nodiscard]] bool isClockOff(Instant system) const
    {
        constexpr std::chrono::seconds kTolerance{30};
        return !m_spec.standsAt && std::chrono::abs(system - m_clock->now()) > kTolerance;
    }

    // Ours goes on whatever is done to the system's; an administrator decides which of them is right.
    void watchClock(Instant system)
    {
        const bool isOff = isClockOff(system);
        if (isOff && !m_isClockOff) {
            const Millis step = system - m_clock->now();
            m_sink(
                {hq::Level::Warning,
                 "clock-set",
                 {{"by-seconds", std::to_string(step.count() / 1000)},
                  {"next", "restart headquarters if the system's clock is right now"}}});
        }
        m_isClockOff = isOff;
    }

    Result<void> chooseOperation()
    {
        return m_log->meta("operation").transform([&](const std::optional<std::string>& known) {
            m_operation = OperationId(
                !m_spec.operation.empty() ? m_spec.operation : known.value_or(m_plan->code));
        });
    }

    Result<void> openEngine()
    {
        const auto digest = plan::planDigest(m_spec.plan);
        if (!digest) {
            return std::unexpected(digest.error());
        }
        hq::Wire wire{
            [this](net::ConnectionId to, Bytes frame) { m_link->send(to, std::move(frame)); },
            [this](net::ConnectionId which) { m_link->close(which); }};
        m_files = store::openHqFiles(m_spec.data, m_spec.store);
        return hq::Engine::open(
                   {.operation = m_operation,
                    .name = m_plan->city.zh,
                    .plan = m_plan,
                    .planDigest = *digest,
                    .authority = m_identities.authority,
                    .notary = notarySpec(),
                    .snapshots = hq::SnapshotSpec{m_spec.data},
                    .offload = on(m_slow),
                    .files = {.place = m_files.get(), .work = on(m_fileWork)}},
                   *m_log, *m_clock, std::move(wire), m_sink)
            .transform([&](auto engine) { m_engine = std::move(engine); });
    }

    // Work on a thread of its own; what comes of it goes back to the engine's.
    [[nodiscard]] std::function<void(std::function<void()>, std::function<void()>)>
    on(SlowWork& thread)
    {
        return [this, &thread](std::function<void()> work, std::function<void()> done) {
            thread.add(std::move(work), [this, done = std::move(done)] { m_link->post(done); });
        };
    }

    [[nodiscard]] hq::NotarySpec notarySpec() const
    {
        hq::NotarySpec spec;
        spec.folder = m_spec.data;
        spec.hasOwnThread = true;
        return spec;
    }

    Result<void> seed()
    {
        if (m_spec.sample.empty() || m_engine->lastNumber() > 0) {
            return {};
        }
        return hq::loadScenario(m_spec.sample, *m_plan, m_clock->now(), !m_spec.isSampleChinese)
            .and_then([&](const auto& entries) { return m_engine->appendSeed(entries); });
    }

    Result<void> listen()
    {
        net::ServerLink::Callbacks callbacks;
        callbacks.opened = [this](net::ConnectionId id, net::ServerLink::Peer peer) {
            m_engine->opened(id, std::move(peer));
        };
        callbacks.message = [this](net::ConnectionId id, const Bytes& bytes) {
            message(id, bytes);
        };
        callbacks.closed = [this](net::ConnectionId id) { m_engine->closed(id); };
        callbacks.tick = [this] { tick(); };
        callbacks.refused = [this](const std::string& address, const Error& why) {
            m_sink(
                {hq::Level::Warning, "handshake", {{"address", address}, {"detail", why.detail}}});
            m_engine->handshakeRefused(address, why);
        };
        m_link = std::make_unique<net::ServerLink>(std::move(callbacks), credentials());
        m_link->stopOnSignals(
            [this] { endInOrder(); }); // before anybody can know that we are there
        return m_link->listen(m_spec.listen).and_then([&](std::uint16_t port) {
            return announce(port);
        });
    }

    [[nodiscard]] net::Credentials credentials() const
    {
        const auto& [authority, server] = m_identities;
        return {server.certificate, server.key, authority.certificate};
    }

    // A server certificate that ends soon is made anew; desks that are connected notice nothing.
    void lookAfterCertificates(Instant now)
    {
        if (!m_certificates.isTime(now)) {
            return;
        }
        if (auto done = reopenIdentities(now); !done) {
            m_sink(
                {hq::Level::Error,
                 "certificates",
                 {{"code", codeName(done.error().code)}, {"detail", done.error().detail}}});
        }
        m_certificateDays = m_certificates.look(m_identities, now);
    }

    Result<void> reopenIdentities(Instant now)
    {
        return openIdentities(m_spec.data, m_operation.value, now)
            .and_then([&](Identities identities) {
                const bool isSame =
                    identities.server.certificate == m_identities.server.certificate
                    && identities.authority.certificate == m_identities.authority.certificate;
                m_identities = std::move(identities);
                return isSame ? Result<void>() : m_link->setCredentials(credentials());
            });
    }

    // On the link's thread. Desks that are connected get their new certificates at once.
    Result<std::string> administerAuthority(const std::vector<std::string>& words)
    {
        const Instant now = SystemClock().now();
        auto answer = performAuthority(words, m_spec.data, m_operation.value, now);
        if (!answer || words.size() == 1) {
            return answer;
        }
        return reopenIdentities(now)
            .and_then([&] { return checkAuthority(*m_log, m_identities.authority); })
            .and_then([&] { return net::fingerprint(m_identities.authority.certificate); })
            .and_then([&](const std::string& print) {
                return writeEndpoint(m_spec.data, m_spec.listen, m_operation, print);
            })
            .transform([&] {
                m_engine->setAuthority(m_identities.authority);
                m_sink({hq::Level::Info, "authority", {{"done", words[1]}}});
                return *answer;
            });
    }

    Result<void> announce(std::uint16_t port)
    {
        m_spec.listen.port = port;
        m_admin =
            AdminSocket::open(m_spec.data, [this](const auto& words) { return administer(words); });
        return m_admin.transform([](const auto&) {})
            .and_then([&] { return openDoor(); })
            .and_then([&] { return net::fingerprint(m_identities.authority.certificate); })
            .and_then([&](const std::string& print) {
                return writeEndpoint(m_spec.data, m_spec.listen, m_operation, print);
            })
            .transform([&] {
                m_sink(
                    {hq::Level::Info,
                     "serving",
                     {{"operation", m_operation.value},
                      {"store", m_spec.store.empty() ? "sqlite" : "postgresql"},
                      {"entries", std::to_string(m_engine->lastNumber())},
                      {"desks", std::to_string(m_engine->deskCount())}}});
                std::println("listening {}:{}", m_spec.listen.host, port);
                std::fflush(stdout);
            });
    }

    Result<void> openDoor()
    {
        if (!m_spec.metrics) {
            return {};
        }
        m_status = std::make_unique<Status>(m_operation.value);
        updateStatus();
        return net::HttpDoor::open(
                   *m_spec.metrics,
                   [this](const std::string& path) {
                       return m_status->answer(path, Status::Steady::now());
                   })
            .transform([&](auto door) {
                m_door = std::move(door);
                std::println("metrics {}:{}", m_spec.metrics->host, m_door->port());
            });
    }

    void updateStatus()
    {
        if (m_status != nullptr) {
            m_status->update(
                {m_engine->counters(), m_flushes, m_engine->lastNumber(), m_engine->liveDesks(),
                 m_engine->deskCount(), m_isLeaving, m_certificateDays,
                 m_engine->endingCertificates()},
                Status::Steady::now());
        }
    }

    // What waits is judged and its verdicts go out before the connections end.
    void endInOrder()
    {
        m_isLeaving = true;
        m_engine->flush();
        updateStatus();
        m_sink({hq::Level::Info, "ending", {{"desks", std::to_string(m_engine->liveDesks())}}});
    }

    void flush()
    {
        m_isFlushPosted = false;
        const auto start = Status::Steady::now();
        m_engine->flush();
        m_flushes.add(Status::Steady::now() - start);
    }

    // The flush waits for whatever else this turn of the loop brings: one commit for all of it.
    void message(net::ConnectionId id, const Bytes& bytes)
    {
        m_engine->message(id, bytes);
        if (m_engine->hasWaiting() && !m_isFlushPosted) {
            m_isFlushPosted = true;
            m_link->post([this] { flush(); });
        }
    }

    // On the watch's thread. What is told while a turn is waiting is found by that turn.
    void followSoon()
    {
        if (!m_isFollowPosted.exchange(true)) {
            m_link->post([this] {
                m_isFollowPosted = false;
                m_engine->follow();
            });
        }
    }

    void tick()
    {
        m_engine->tick();
        if (m_engine->fault()) { // started again, it goes on from what the disk really holds
            m_link->stop();
        }
        const Instant now = SystemClock().now();
        lookAfterCertificates(now);
        watchClock(now);
        updateStatus();
        if (m_engine->liveDesks() > 0 || now < m_lastDesk) {
            m_lastDesk = now;
        }
        if (m_spec.linger && now - m_lastDesk > *m_spec.linger) {
            m_sink({hq::Level::Info, "idle", {}});
            m_link->stop();
        }
    }

    Result<std::string> backUpHere(const std::string& out) const
    {
        auto done = backUp(*m_log, {m_spec.data, m_spec.plan, out});
        m_sink(
            {done ? hq::Level::Info : hq::Level::Error,
             "backup",
             {{"out", out}, {"detail", done ? "" : done.error().detail}}});
        return done;
    }

    // On the admin socket's thread; the engine lives on the link's.
    Result<std::string> administer(const std::vector<std::string>& words)
    {
        if (words.size() == 2 && words[0] == "backup") {
            return backUpHere(words[1]); // minutes for a large log: not on the link's thread
        }
        auto answer =
            std::make_shared<std::promise<Result<std::string>>>(); // shared with the posted work
        auto future = answer->get_future();
        m_link->post([this, words, answer] {
            auto done = !words.empty() && words[0] == "authority" ? administerAuthority(words)
                        : isAboutPeople(words) ? performOnPeople(words, peopleOf(*m_engine))
                                               : perform(words, administrationOf(*m_engine));
            if (const auto line = adminLine(words, done)) {
                m_sink(*line);
            }
            answer->set_value(std::move(done));
        });
        while (future.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
            if (m_isEnding) {
                return fail(Code::LinkDown, "headquarters is ending");
            }
        }
        return future.get();
    }

    ServeSpec m_spec;
    hq::LogSink m_sink;
    std::unique_ptr<Clock>
        m_clock; ///< certificates and lingering go by the system's, everything else by this one
    std::shared_ptr<const plan::Plan> m_plan; // shared with the engine
    std::unique_ptr<store::HqLog> m_log;
    OperationId m_operation;
    Identities m_identities;
    CertificateWatch m_certificates;
    CertificateDays m_certificateDays;
    std::unique_ptr<store::HqFiles> m_files;
    std::unique_ptr<hq::Engine> m_engine;
    bool m_isFlushPosted = false;
    bool m_isLeaving = false;
    bool m_isClockOff = false;
    Durations m_flushes;
    std::unique_ptr<Status> m_status;
    Instant m_lastDesk = SystemClock().now();
    std::atomic<bool> m_isEnding = false;
    std::atomic<bool> m_isFollowPosted = false;
    std::unique_ptr<net::ServerLink> m_link;
    std::unique_ptr<store::HqWatch> m_watch;
    SlowWork m_slow;
    SlowWork m_fileWork; ///< the only thread that touches m_files
    Result<std::unique_ptr<AdminSocket>> m_admin;
    std::unique_ptr<net::HttpDoor> m_door;
};

} // namespace

Result<void> serve(const ServeSpec& spec)
{
    allowManyDesks();
    Server server(spec);
    return server.open().and_then([&] { return server.run(); });
}

} // namespace sz::headquarters
