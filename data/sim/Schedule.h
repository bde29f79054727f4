// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Virtual time and what happens in it; and the running hash by which two runs are told to be the same.

#include "data/base/Hash.h"
#include "data/sim/Random.h"

#include <functional>
#include <map>
#include <string>

namespace sz::sim {

/// Events in order of time, then of their making. Thread: one.
class Schedule
{
public:
    explicit Schedule(Instant start) : m_now(start) {}

    [[nodiscard]] Instant now() const { return m_now; }
    void after(Millis delay, std::function<void()> what)
    {
        m_events[{m_now + delay, ++m_last}] = std::move(what);
    }

    /// Runs all events up to and including that moment.
    void runUntil(Instant until)
    {
        while (!m_events.empty() && m_events.begin()->first.first <= until) {
            auto node = m_events.extract(m_events.begin());
            m_now = node.key().first;
            node.mapped()();
        }
        m_now = until;
    }
    void clear() { m_events.clear(); }

private:
    Instant m_now;
    std::uint64_t m_last = 0;
    std::map<std::pair<Instant, std::uint64_t>, std::function<void()>> m_events;
};

/// Everything that happened, in 32 bytes.
class Trace
{
public:
    explicit Trace(const Schedule& schedule) : m_schedule(schedule) {}

    void add(std::string_view what, BytesView detail = {})
    {
        const std::int64_t ms = toUtcMs(m_schedule.now());
        m_hash = sha256(
            {m_hash,
             {reinterpret_cast<const std::uint8_t*>(&ms), sizeof ms},
             viewOf(what),
             detail});
        ++m_count;
        if (m_sink) {
            m_sink(m_schedule.now(), what, detail);
        }
    }
    [[nodiscard]] const Digest& hash() const { return m_hash; }
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// Sees every event: for people who follow one seed.
    void setSink(std::function<void(Instant, std::string_view, BytesView)> sink)
    {
        m_sink = std::move(sink);
    }

private:
    const Schedule& m_schedule;
    Digest m_hash{};
    std::uint64_t m_count = 0;
    std::function<void(Instant, std::string_view, BytesView)> m_sink;
};

/// A machine's own idea of the time: off by up to ten minutes, and set right or wrong now and then.
class SkewedClock final : public Clock
{
public:
    explicit SkewedClock(const Schedule& schedule) : m_schedule(schedule) {}
    [[nodiscard]] Instant now() const override { return m_schedule.now() + m_skew; }
    void setSkew(Millis skew) { m_skew = skew; }

private:
    const Schedule& m_schedule;
    Millis m_skew{0};
};

} // namespace sz::sim
