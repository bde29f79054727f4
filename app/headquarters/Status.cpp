// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/Status.h"

#include <format>
#include <fstream>
#include <unistd.h>

namespace sz::headquarters {
namespace {

constexpr std::chrono::seconds kStuckAfter{5};
constexpr auto kMetricsType = "text/plain; version=0.0.4; charset=utf-8";

// One sample with the two lines that explain it.
template <class Value>
std::string sample(const char* name, const char* type, const char* help, Value value)
{
    return std::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help, type, value);
}

// Label values are escaped as Prometheus wants it.
std::string label(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '"') {
            out += '\\';
        }
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

// Pages of the second field of statm.
std::uint64_t residentBytes()
{
    std::ifstream in("/proc/self/statm");
    std::uint64_t whole = 0;
    std::uint64_t resident = 0;
    in >> whole >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

void Durations::add(std::chrono::duration<double> took)
{
    for (std::size_t i = 0; i < kLimits.size(); ++i) {
        m_upTo[i] += took.count() <= kLimits[i] ? 1U : 0U;
    }
    ++m_count;
    m_sum += took.count();
}

std::string Durations::metrics(const char* name) const
{
    std::string out;
    for (std::size_t i = 0; i < kLimits.size(); ++i) {
        out += std::format("{}_bucket{{le=\"{}\"}} {}\n", name, kLimits[i], m_upTo[i]);
    }
    return out
           + std::format(
               "{0}_bucket{{le=\"+Inf\"}} {1}\n{0}_sum {2}\n{0}_count {1}\n", name, m_count, m_sum);
}

void Status::update(Readings now, Steady::time_point at)
{
    const std::scoped_lock lock(m_mutex);
    m_readings = std::move(now);
    m_at = at;
}

net::HttpAnswer Status::answer(const std::string& path, Steady::time_point now) const
{
    const std::scoped_lock lock(m_mutex);
    if (path == "/healthz") {
        return health(now);
    }
    if (path == "/readyz") {
        return readiness(now);
    }
    if (path == "/metrics") {
        return {200, kMetricsType, metrics(now)};
    }
    return {404, "text/plain; charset=utf-8", "/healthz /readyz /metrics\n"};
}

bool Status::isTurning(Steady::time_point now) const
{
    return m_at && now - *m_at < kStuckAfter;
}

net::HttpAnswer Status::health(Steady::time_point now) const
{
    net::HttpAnswer out;
    out.status = isTurning(now) ? 200 : 503;
    out.body = isTurning(now) ? "ok\n" : "the main loop stands still\n";
    return out;
}

net::HttpAnswer Status::readiness(Steady::time_point now) const
{
    if (!isTurning(now)) {
        return health(now);
    }
    net::HttpAnswer out;
    const char* why = m_readings.isEnding              ? "ending"
                      : !m_readings.counters.isStoreUp ? "the store does not answer"
                                                       : nullptr;
    out.status = why == nullptr ? 200 : 503;
    out.body = std::format("{}\n", why == nullptr ? "ready" : why);
    return out;
}

std::string Status::metrics(Steady::time_point now) const
{
    const Readings& r = m_readings;
    const hq::Counters& c = r.counters;
    std::string out = std::format(
        "# HELP sanzhen_info The operation this headquarters serves.\n# TYPE sanzhen_info gauge\n"
        "sanzhen_info{{operation=\"{}\"}} 1\n",
        label(m_operation));
    out += sample(
        "sanzhen_loop_turning", "gauge", "1 while the main loop turns.", isTurning(now) ? 1 : 0);
    out += sample("sanzhen_store_up", "gauge", "1 while the store answers.", c.isStoreUp ? 1 : 0);
    out += sample("sanzhen_log_entries", "gauge", "Last number of the log.", r.lastNumber);
    out += sample("sanzhen_desks_live", "gauge", "Desks connected here.", r.liveDesks);
    out += sample(
        "sanzhen_desks_enrolled", "gauge", "Desks of the operation, revoked ones included.",
        r.knownDesks);
    out += std::format(
        "# HELP sanzhen_certificate_days Days until headquarters' own certificate ends.\n"
        "# TYPE sanzhen_certificate_days gauge\n"
        "sanzhen_certificate_days{{certificate=\"server\"}} {}\n"
        "sanzhen_certificate_days{{certificate=\"authority\"}} {}\n",
        r.certificates.server, r.certificates.authority);
    out += sample(
        "sanzhen_desk_certificates_ending", "gauge",
        "Connected desks whose certificate ends within 60 days.", r.endingCertificates);
    out += sample(
        "sanzhen_certificates_renewed_total", "counter", "Certificates of desks renewed here.",
        c.renewed);
    out += sample(
        "sanzhen_entries_accepted_total", "counter", "Entries accepted here, repeats included.",
        c.accepted);
    out += sample(
        "sanzhen_entries_rejected_total", "counter", "Entries rejected here, repeats included.",
        c.rejected);
    out += sample("sanzhen_batches_total", "counter", "Batches judged here.", c.batches);
    out += sample("sanzhen_commits_total", "counter", "Group commits.", c.commits);
    out += sample(
        "sanzhen_commit_failures_total", "counter",
        "Group commits that failed: nothing was acknowledged.", c.commitFailures);
    out += sample("sanzhen_feed_frames_total", "counter", "Feed frames sent.", c.feedFrames);
    out += sample("sanzhen_feed_bytes_total", "counter", "Bytes of feed frames sent.", c.feedBytes);
    out +=
        sample("sanzhen_refused_total", "counter", "Connections refused with a word.", c.refused);
    out += sample("sanzhen_enrolled_total", "counter", "Desks enrolled here.", c.enrolled);
    out += "# HELP sanzhen_flush_seconds Judging and committing all that waited.\n"
           "# TYPE sanzhen_flush_seconds histogram\n"
           + r.flushes.metrics("sanzhen_flush_seconds");
    out += sample("process_resident_memory_bytes", "gauge", "Resident memory.", residentBytes());
    return out;
}

} // namespace sz::headquarters
