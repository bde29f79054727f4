// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a test may ask of a duration: the work of its own thread, whatever else the machine does meanwhile.

#include <ctime>

namespace sz::test {

/// Milliseconds of processor time the calling thread has used since this was made.
class ThreadTime
{
public:
    [[nodiscard]] double ms() const { return now() - m_start; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    double m_start = now();
};

/// How much slower than an optimised build this one is by nature: its sanitizer, or nothing optimised.
inline constexpr double kSlowness =
#if defined(__SANITIZE_THREAD__)
    40;
#elif defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
    15;
#else
    1;
#endif

} // namespace sz::test
