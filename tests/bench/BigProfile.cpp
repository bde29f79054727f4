// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BigProfile.h"

#include "data/net/Authority.h"
#include "data/store/DeskLog.h"
#include "tests/bench/History.h"

#include <algorithm>

namespace sz::bench {
namespace {

constexpr std::uint16_t kClosedPort = 1; ///< nobody listens there: refused at once
constexpr std::size_t kAtOnce = 40;      ///< incidents whose lives are interleaved
constexpr std::size_t kBatch = 10'000;   ///< places a transaction
constexpr Minutes kFresh{45};            ///< nobody has closed it yet
constexpr std::chrono::hours kBoardPast{20};
constexpr std::chrono::hours kClosedPast{365 * 24};

Result<desk::Profile> makeIdentity(const std::filesystem::path& folder, Instant now)
{
    desk::Profile profile;
    profile.folder = folder;
    profile.unit = UnitCode("HQ");
    profile.desk = DeskId("bench-HQ-1");
    profile.operation = OperationId("bench");
    profile.headquarters.port = kClosedPort;
    const net::Identity authority = net::makeAuthority("Bench", now);
    const SigningKey key = SigningKey::generate();
    auto certificate =
        net::issueDesk(authority, key.publicKey(), profile.desk.value, profile.unit.value, now);
    if (!certificate) {
        return std::unexpected(certificate.error());
    }
    profile.credentials = {*certificate, net::keyToPem(key), authority.certificate};
    return desk::saveProfile(profile).transform([&] { return profile; });
}

/// Places of one feed, written in batches.
class FeedWriter
{
public:
    FeedWriter(store::DeskLog& log, const desk::Profile& profile, const plan::Plan& plan)
        : m_log(log), m_utcOffset(plan.utcOffsetMinutes),
          m_hash(log::feedStart(profile.operation, profile.unit))
    {
    }

    [[nodiscard]] Result<void> add(const log::Entry& entry)
    {
        log::FeedItem item{
            ++m_seq, m_seq + 100, entry.time.wall + Millis{180}, 0, log::encodeEntry(entry)};
        if (entry.type == static_cast<std::uint32_t>(model::ActType::ReportIncident)) {
            item.serial = nextSerial(entry.time.wall);
        }
        m_hash = log::feedLink(m_hash, item);
        m_waiting.push_back(std::move(item));
        return m_waiting.size() < kBatch ? Result<void>{} : flush();
    }

    [[nodiscard]] Result<void> flush()
    {
        auto written = m_log.appendFeed(m_waiting, m_hash);
        m_waiting.clear();
        return written;
    }

private:
    std::uint32_t nextSerial(Instant at)
    {
        const auto day = std::chrono::floor<std::chrono::days>(at + Minutes{m_utcOffset});
        m_serial = day == m_day ? m_serial + 1 : 1;
        m_day = day;
        return m_serial;
    }

    store::DeskLog& m_log;
    int m_utcOffset;
    Digest m_hash;
    std::uint64_t m_seq = 0;
    std::vector<log::FeedItem> m_waiting;
    std::chrono::sys_days m_day;
    std::uint32_t m_serial = 0;
};

/// Where the n-th incident stands in time and in its life.
struct Course
{
    Instant reportedAt;
    Stage stage = Stage::Closed;
};

Course courseOf(std::size_t n, const BigSize& size, Instant now)
{
    const std::size_t old = size.incidents - size.onBoard;
    if (n < old) {
        const Millis step = Millis{kClosedPast} / static_cast<std::int64_t>(old);
        return {
            now - kBoardPast - std::chrono::hours{24} - step * static_cast<std::int64_t>(old - n),
            Stage::Closed};
    }
    const auto i = n - old;
    const Millis step = Millis{kBoardPast} / static_cast<std::int64_t>(size.onBoard + 1);
    const Instant at = now - step * static_cast<std::int64_t>(size.onBoard - i);
    const bool isFresh = now - at < kFresh;
    const Stage stage = isFresh || i % 20 == 0 ? Stage::Pending
                        : i % 20 < 11          ? Stage::Active
                                               : Stage::Closed;
    return {at, stage};
}

/// One entry of each life in turn.
Result<void> writeInterleaved(const std::vector<std::vector<log::Entry>>& lives, FeedWriter& feed)
{
    const auto longest = std::ranges::max(lives, {}, &std::vector<log::Entry>::size).size();
    for (std::size_t step = 0; step < longest; ++step) {
        for (const auto& life : lives) {
            if (step >= life.size()) {
                continue;
            }
            if (auto ok = feed.add(life[step]); !ok) {
                return ok;
            }
        }
    }
    return {};
}

} // namespace

Result<desk::Profile> makeBigProfile(
    const std::filesystem::path& folder,
    const plan::Plan& plan,
    Instant now,
    BigSize size)
{
    auto profile = makeIdentity(folder, now);
    if (!profile) {
        return profile;
    }
    auto log =
        store::DeskLog::open(profile->logFile(), profile->operation, profile->desk, profile->unit);
    if (!log) {
        return std::unexpected(log.error());
    }
    History history(plan);
    FeedWriter feed(*log, *profile, plan);
    for (std::size_t from = 0; from < size.incidents; from += kAtOnce) {
        std::vector<std::vector<log::Entry>> lives;
        for (std::size_t n = from; n < std::min(from + kAtOnce, size.incidents); ++n) {
            const Course course = courseOf(n, size, now);
            lives.push_back(history.life(n, course.stage, course.reportedAt));
        }
        if (auto ok = writeInterleaved(lives, feed); !ok) {
            return std::unexpected(ok.error());
        }
    }
    return feed.flush().transform([&] { return *profile; });
}

} // namespace sz::bench
