// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A desk's end of a real link, with an inbox a test can wait on.

#include "data/net/Authority.h"
#include "data/net/Link.h"
#include "data/sync/Frames.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace sz::test {

class Wire
{
public:
    Wire();
    ~Wire() { m_link.stop(); }

    /// Waits until TLS and WebSocket are open, or the attempt has failed.
    [[nodiscard]] bool
    open(std::uint16_t port, const net::Credentials& credentials, const std::string& pinned = {});
    void send(const sync::Frame& frame) { m_link.send(sync::encodeFrame(frame)); }
    void close() { m_link.close(); }
    /// Takes the next frame of that type out of the inbox; waits for it, at most 10 s; empty when the link went down.
    template <class T>
    [[nodiscard]] std::optional<T> next()
    {
        std::unique_lock lock(m_mutex);
        std::optional<T> found;
        m_changed.wait_for(lock, std::chrono::seconds(10), [&] {
            found = take<T>();
            return found || m_isDown;
        });
        return found;
    }

    [[nodiscard]] bool isDown();

private:
    template <class T>
    std::optional<T> take()
    {
        for (auto it = m_inbox.begin(); it != m_inbox.end(); ++it) {
            if (const T* frame = std::get_if<T>(&*it)) {
                std::optional<T> out(*frame);
                m_inbox.erase(it);
                return out;
            }
        }
        return std::nullopt;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<sync::Frame> m_inbox;
    bool m_isUp = false;
    bool m_isDown = false;
    net::ClientLink m_link;
};

/// A desk that has been enrolled.
struct Enrolled
{
    sync::Enrolled answer;
    SigningKey key;
    [[nodiscard]] net::Credentials credentials() const
    {
        return {answer.certificate, net::keyToPem(key), answer.authority};
    }
    [[nodiscard]] sync::Hello hello(std::uint64_t written = 0) const;
};

/// Enrols over a link without a certificate. Errors: what headquarters refused with, LinkDown.
[[nodiscard]] Result<Enrolled>
enrol(std::uint16_t port, const std::string& pinned, const std::string& code);

} // namespace sz::test
