// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a running headquarters tells the machines that watch it.

#include "app/headquarters/CertificateWatch.h"
#include "data/hq/Engine.h"
#include "data/net/HttpDoor.h"

#include <array>
#include <chrono>
#include <mutex>

namespace sz::headquarters {

/// How long group commits took.
class Durations
{
public:
    static constexpr std::array kLimits{0.001, 0.002, 0.005, 0.01, 0.02, 0.05,
                                        0.1,   0.2,   0.5,   1.0,  5.0}; ///< seconds

    void add(std::chrono::duration<double> took);
    /// The lines of a Prometheus histogram.
    [[nodiscard]] std::string metrics(const char* name) const;

private:
    std::array<std::uint64_t, kLimits.size()> m_upTo{};
    std::uint64_t m_count = 0;
    double m_sum = 0;
};

/// The values of one moment.
struct Readings
{
    hq::Counters counters;
    Durations flushes;
    std::uint64_t lastNumber = 0;
    std::size_t liveDesks = 0;
    std::size_t knownDesks = 0;
    bool isEnding = false;
    CertificateDays certificates = {};
    std::size_t endingCertificates = 0; ///< of connected desks, within 60 days
};

/// Written by the link's thread at every tick, read by the door's. /healthz: the loop turns (a tick in the last 5 s).
/// /readyz: besides, the store answers and we are not ending. /metrics: Prometheus text, version 0.0.4.
class Status
{
public:
    using Steady = std::chrono::steady_clock;

    explicit Status(std::string operation) : m_operation(std::move(operation)) {}

    void update(Readings now, Steady::time_point at);
    [[nodiscard]] net::HttpAnswer answer(const std::string& path, Steady::time_point now) const;

private:
    [[nodiscard]] bool isTurning(Steady::time_point now) const;
    [[nodiscard]] net::HttpAnswer health(Steady::time_point now) const;
    [[nodiscard]] net::HttpAnswer readiness(Steady::time_point now) const;
    [[nodiscard]] std::string metrics(Steady::time_point now) const;

    std::string m_operation;
    mutable std::mutex m_mutex; // guards the two below
    Readings m_readings;
    std::optional<Steady::time_point> m_at;
};

} // namespace sz::headquarters
