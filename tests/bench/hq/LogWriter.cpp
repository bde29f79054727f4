// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hq/LogWriter.h"

#include <algorithm>

namespace sz::bench {
namespace {

constexpr std::size_t kAtOnce = 40; ///< incidents whose lives are interleaved
const UnitCode kOffice("HQ");

} // namespace

LogWriter::LogWriter(store::HqLog& log, const plan::Plan& plan, OperationId operation, Feeds feeds)
    : m_log(log), m_plan(plan), m_operation(std::move(operation)), m_feeds(feeds), m_history(plan),
      m_now(SystemClock().now() - std::chrono::hours(24 * 365))
{
    m_desk.id = DeskId("bench-1");
    m_desk.unit = kOffice;
    fillRandom(m_desk.key);
}

Result<void> LogWriter::open()
{
    return m_log.begin()
        .and_then([&] { return m_log.news(); })
        .and_then([&](const store::HqNews&) { return m_log.desks().add(m_desk); })
        .and_then([&] { return m_log.commit(); });
}

void LogWriter::fillUp(std::size_t count)
{
    while (m_waiting.size() < count) {
        std::vector<std::vector<log::Entry>> lives;
        for (std::size_t i = 0; i < kAtOnce; ++i) {
            m_now += Minutes{3};
            lives.push_back(m_history.life(m_lives++, Stage::Closed, m_now));
            const auto act = model::decodeAct(
                lives.back()[0].type, lives.back()[0].typeVersion, lives.back()[0].body);
            m_districts[lives.back()[0].subject.id] =
                std::get<model::ReportIncident>(*act).place.district;
        }
        const auto longest = std::ranges::max(lives, {}, &std::vector<log::Entry>::size).size();
        for (std::size_t step = 0; step < longest; ++step) {
            for (const auto& life : lives) {
                if (step < life.size()) {
                    m_waiting.push_back(life[step]);
                }
            }
        }
    }
}

std::vector<store::NumberedEntry> LogWriter::prepare(std::size_t count)
{
    fillUp(count);
    std::vector<store::NumberedEntry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        log::Entry entry = std::move(m_waiting.front());
        m_waiting.pop_front();
        entry.desk = m_desk.id;
        Bytes raw = log::encodeEntry(entry);
        m_desk.author = log::authorLink(m_desk.author, log::entryHash(raw));
        const std::uint64_t counter = ++m_desk.lastCounter;
        entries.push_back(
            {++m_number, entry.id.text(), m_desk.id, counter, m_desk.author, entry.time.wall, 0,
             entry.subject, std::move(raw)});
    }
    return entries;
}

Result<void> LogWriter::place(const UnitCode& unit, const store::NumberedEntry& entry)
{
    const auto [it, isNew] =
        m_heads.try_emplace(unit, store::FeedHead{0, log::feedStart(m_operation, unit)});
    store::FeedHead& head = it->second;
    head.hash = log::feedLink(
        head.hash, {++head.seq, entry.number, entry.receivedAt, entry.serial, entry.raw});
    return m_log.feeds().place(unit, entry.number, head);
}

Result<void> LogWriter::writeAll(const std::vector<store::NumberedEntry>& entries)
{
    for (const store::NumberedEntry& entry : entries) {
        auto ok = m_log.hasEntry(entry.id).and_then([&](bool) { return m_log.append(entry); });
        if (ok && m_feeds == Feeds::OfficeAndDistrict) {
            ok = place(kOffice, entry).and_then([&] {
                return place(m_districts.at(entry.subject.id), entry);
            });
        }
        if (!ok) {
            return ok;
        }
    }
    return {};
}

Result<void> LogWriter::commit(const std::vector<store::NumberedEntry>& entries)
{
    std::vector<std::string> ids;
    std::ranges::transform(entries, std::back_inserter(ids), &store::NumberedEntry::id);
    log::Batch batch{
        m_operation, m_desk.id, entries.front().counter, {}, std::vector<Bytes>(entries.size()),
        {}};
    return m_log.begin()
        .and_then([&] { return m_log.news(); })
        .and_then([&](const store::HqNews&) { return m_log.expect(ids); })
        .and_then([&] { return writeAll(entries); })
        .and_then([&] { return m_log.keepSignature(batch); })
        .and_then([&] {
            const auto& last = entries.back();
            return m_log.desks().setChain(m_desk.id, last.counter, last.author);
        })
        .and_then([&] { return m_log.commit(); });
}

} // namespace sz::bench
