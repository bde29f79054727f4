// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A headquarters and desks on real TLS whose clocks are set by the test.

#include "data/desk/DeskCore.h"
#include "data/hq/Engine.h"
#include "data/hq/StartClock.h"

#include <QTemporaryDir>

#include <deque>
#include <mutex>
#include <thread>

namespace sz::test {

/// An engine behind a real port on a thread of its own.
class Post
{
public:
    explicit Post(const Clock& clock);
    ~Post();

    [[nodiscard]] net::Endpoint at() const { return {"127.0.0.1", m_port}; }
    /// Runs work with the engine on its thread and waits.
    void with(const std::function<void(hq::Engine&)>& work);
    /// The next authority signs; the former stays trusted until `retire`.
    void roll();
    void retire();
    /// The program ends and starts again on a machine whose clock shows `system`, at the same port; the events it noted
    /// while it started. It goes on by `elapsed`.
    std::vector<std::string> restart(Instant system, SteadyClock::Elapsed elapsed);
    /// Of the clock it receives by.
    [[nodiscard]] Instant now() const { return m_started ? m_started->now() : m_clock.now(); }
    /// Its whole log, in order.
    [[nodiscard]] std::vector<store::NumberedEntry> entries();
    [[nodiscard]] std::size_t live();
    [[nodiscard]] std::string authority() const; ///< fingerprint of the one that signs
    [[nodiscard]] std::string firstPin() const { return m_firstPin; }

private:
    void start(const Clock& clock);
    void stop();
    void show();

    const Clock& m_clock;             ///< the machine's, which dates certificates
    std::unique_ptr<Clock> m_started; ///< since restart()
    QTemporaryDir m_folder;
    net::Identity m_authority;
    std::string m_cross;
    std::string m_firstPin;
    std::unique_ptr<store::HqLog> m_log;
    std::unique_ptr<hq::Engine> m_engine;
    std::unique_ptr<net::ServerLink> m_link;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

/// A desk's core on the test's thread; what its link says waits until `run`.
class Seat
{
public:
    Seat(desk::Profile profile, const Clock& clock);
    ~Seat();

    /// Plugs its cable in or out.
    void setOnline(bool isOnline) { m_isOnline = isOnline; }
    /// Hands over what came in, then a tick.
    void run();
    [[nodiscard]] bool isLive() const { return m_status.state == desk::LinkState::Live; }
    [[nodiscard]] const desk::LinkStatus& status() const { return m_status; }
    [[nodiscard]] const std::vector<desk::Notice>& notices() const { return m_notices; }
    [[nodiscard]] desk::Profile onDisk() const { return *desk::loadProfile(m_profile.folder); }
    [[nodiscard]] desk::DeskCore& core() { return *m_core; }
    /// What its screen goes by.
    [[nodiscard]] Instant duty() const { return m_duty.now(); }
    [[nodiscard]] const std::map<IncidentId, model::IncidentPtr>& incidents() const
    {
        return m_incidents;
    }
    void cut();

private:
    void post(std::function<void()> work);
    void open();

    desk::Profile m_profile;
    std::mutex m_mutex; // guards the queue
    std::deque<std::function<void()>> m_queue;
    bool m_isOnline = true;
    OffsetClock m_duty;
    std::map<IncidentId, model::IncidentPtr> m_incidents;
    desk::LinkStatus m_status;
    std::vector<desk::Notice> m_notices;
    std::unique_ptr<net::ClientLink> m_link;
    std::unique_ptr<desk::DeskCore> m_core;
};

} // namespace sz::test
