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

/// Starts at a moment and goes on by time that passes (CLOCK_BOOTTIME, through a suspend, too): somebody who sets the
/// system's clock meanwhile makes no limit early or late.
class SteadyClock final : public Clock
{
public:
    using Elapsed = Millis (*)();

    explicit SteadyClock(Instant start, Elapsed elapsed = &sinceBoot)
        : m_start(start), m_elapsed(elapsed), m_from(elapsed())
    {
    }
    [[nodiscard]] Instant now() const override { return m_start + (m_elapsed() - m_from); }
    [[nodiscard]] static Millis sinceBoot();

private:
    Instant m_start;
    Elapsed m_elapsed;
    Millis m_from;
};

/// Another clock moved by what is known of its error. Thread-safe.
class OffsetClock final : public Clock
{
public:
    explicit OffsetClock(const Clock& base) : m_base(base) {}
    [[nodiscard]] Instant now() const override { return m_base.now() + Millis{m_offset.load()}; }
    void setOffset(Millis offset) { m_offset.store(offset.count()); }

private:
    const Clock& m_base;
    std::atomic<std::int64_t> m_offset = 0;
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
