// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Time is passed in, never fetched: tests, drills and screenshots set their own.

#include <atomic>
#include <chrono>
#include <cstdint>

namespace sz {

using Millis = std::chrono::milliseconds;
using Minutes = std::chrono::minutes;

/// A moment: UTC, milliseconds since 1970. Shown in the plan's time zone only at the screen.
using Instant = std::chrono::sys_time<Millis>;

[[nodiscard]] constexpr std::int64_t toUtcMs(Instant t)
{
    return t.time_since_epoch().count();
}
[[nodiscard]] constexpr Instant fromUtcMs(std::int64_t ms)
{
    return Instant{Millis{ms}};
}

/// Source of the current moment. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::floor<Millis>(std::chrono::system_clock::now());
    }
};

/// Stands still until told otherwise: tests and screenshots.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant t) : m_ms(toUtcMs(t)) {}
    [[nodiscard]] Instant now() const override { return fromUtcMs(m_ms.load()); }
    void set(Instant t) { m_ms.store(toUtcMs(t)); }
    void advance(Millis d) { m_ms.fetch_add(d.count()); }

private:
    std::atomic<std::int64_t> m_ms;
};

/// Runs with the system clock but shifted by a constant: a drill or a picture of another day.
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(Millis shift) : m_shift(shift) {}
    [[nodiscard]] Instant now() const override { return m_system.now() + m_shift; }

private:
    SystemClock m_system;
    Millis m_shift;
};

} // namespace sz
