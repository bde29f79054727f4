// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgWatch.h"

#include "data/store/pg/PgConnection.h"

#include <array>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sz::store {
namespace {

constexpr auto kListen = "LISTEN sanzhen_head";
constexpr auto kRevision = "SELECT revision FROM hq_head";
constexpr int kPollMs = 1000;

} // namespace

/// A connection that listens, until it breaks.
class PgWatch::Listener
{
public:
    [[nodiscard]] bool open(const std::string& url)
    {
        auto link = PgConnection::open(url);
        if (!link || !(*link)->runText(kListen)) {
            return false;
        }
        m_link = std::move(*link);
        return true;
    }

    [[nodiscard]] bool isOpen() const { return m_link != nullptr; }

    [[nodiscard]] int socket() const { return m_link->socket(); }

    /// After the socket became readable: was anything said?
    [[nodiscard]] bool heard() { return check(m_link->wasNotified()); }

    /// After a silent second: has the head moved without a word?
    [[nodiscard]] bool hasMoved()
    {
        return check(m_link->run(kRevision).transform([&](const PgRows& rows) {
            const std::uint64_t now = rows.count() == 0 ? 0 : rows.number(0, 0);
            return std::exchange(m_revision, now) != now;
        }));
    }

private:
    bool check(const Result<bool>& answer)
    {
        if (!answer) {
            m_link.reset();
        }
        return answer.value_or(false);
    }

    std::unique_ptr<PgConnection> m_link;
    std::uint64_t m_revision = 0;
};

PgWatch::PgWatch(std::string url, std::function<void()> changed)
    : m_url(std::move(url)), m_changed(std::move(changed)), m_wake(::eventfd(0, EFD_CLOEXEC)),
      m_thread([this] { run(); })
{
}

PgWatch::~PgWatch()
{
    ::eventfd_write(m_wake, 1);
    m_thread.join();
    ::close(m_wake);
}

bool PgWatch::hasEnded() const
{
    pollfd wake{m_wake, POLLIN, 0};
    return ::poll(&wake, 1, 0) > 0;
}

void PgWatch::rest() const
{
    pollfd wake{m_wake, POLLIN, 0};
    ::poll(&wake, 1, kPollMs);
}

void PgWatch::run()
{
    Listener listener;
    while (!hasEnded()) {
        if (!listener.isOpen()) {
            listener.open(m_url) ? m_changed() : rest(); // what was said meanwhile is lost
            continue;
        }
        std::array waits{pollfd{listener.socket(), POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
        const int ready = ::poll(waits.data(), waits.size(), kPollMs);
        if (ready > 0 && waits[0].revents != 0 ? listener.heard()
                                               : ready == 0 && listener.hasMoved()) {
            m_changed();
        }
    }
}

} // namespace sz::store
