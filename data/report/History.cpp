// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/report/History.h"

#include "data/log/EntryPeek.h"
#include "data/model/StateFold.h"

#include <algorithm>
#include <format>
#include <map>
#include <set>

namespace sz::report {
namespace {

/// What the first walk learns of an incident.
struct Glance
{
    model::StateFold state;
    Instant last;
};

using Glances = std::map<std::string, Glance, std::less<>>;

struct Numbered
{
    std::uint64_t number = 0;
    Digest hash{};
};

struct Folding
{
    std::vector<model::StampedEntry> entries;
    std::vector<Numbered> numbers;
};

void look(Glances& glances, const LogEntry& entry)
{
    const auto head = log::peekEntry(entry.raw);
    if (!head || head->kind != log::SubjectKind::Incident) {
        return;
    }
    auto it = glances.find(head->subject);
    if (it == glances.end()) {
        it = glances.emplace(std::string(head->subject), Glance{}).first;
    }
    it->second.state.add(*head);
    it->second.last = std::max(it->second.last, head->time.wall);
}

std::set<std::string, std::less<>> wantedOf(const Glances& glances, Instant from)
{
    std::set<std::string, std::less<>> wanted;
    for (const auto& [id, glance] : glances) {
        if (glance.last >= from || glance.state.state() != model::IncidentState::Closed) {
            wanted.insert(id);
        }
    }
    return wanted;
}

class Reader
{
public:
    Reader(const plan::Plan& plan, const LogSource& source, std::uint64_t last)
        : m_plan(plan), m_source(source), m_last(last)
    {
    }

    Result<History> read(const HistoryWish& wish)
    {
        Glances glances;
        return m_source.walk(m_last, [&](const LogEntry& e) { look(glances, e); })
            .and_then([&] {
                m_wanted = wantedOf(glances, wish.from);
                glances.clear();
                return m_source.walk(m_last, [this](const LogEntry& e) { keep(e); });
            })
            .transform([&] { return folded(wish.seenBy); });
    }

private:
    void keep(const LogEntry& one)
    {
        const auto head = log::peekEntry(one.raw);
        const bool isWanted =
            head && head->kind == log::SubjectKind::Incident && m_wanted.contains(head->subject);
        if (!isWanted) {
            return;
        }
        Folding& folding = m_foldings[std::string(head->subject)];
        folding.numbers.push_back({one.number, log::entryHash(one.raw)});
        if (auto entry = log::decodeEntry(one.raw)) {
            folding.entries.push_back({std::move(*entry), {one.number, one.serial}});
        }
    }

    History folded(const UnitCode& seenBy)
    {
        History history;
        history.operation = m_source.operation;
        history.seenBy = seenBy;
        history.head = m_last;
        std::vector<Numbered> numbers;
        for (auto& [id, folding] : m_foldings) {
            std::ranges::stable_sort(
                folding.entries, {}, [](const auto& e) { return e.stamp.number; });
            const auto incident = model::foldHistory(m_plan, nullptr, folding.entries);
            if (!incident || !model::audienceOf(**incident).contains(seenBy)) {
                continue;
            }
            history.incidents.push_back(*incident);
            numbers.insert(numbers.end(), folding.numbers.begin(), folding.numbers.end());
            folding = {};
        }
        seal(history, numbers);
        return history;
    }

    static void seal(History& history, std::vector<Numbered>& numbers)
    {
        std::ranges::sort(numbers, {}, &Numbered::number);
        Sha256 sum;
        for (const Numbered& one : numbers) {
            std::array<std::uint8_t, 8> text{};
            for (std::size_t i = 0; i < text.size(); ++i) {
                text[i] = static_cast<std::uint8_t>(one.number >> (8 * (text.size() - 1 - i)));
            }
            sum.add(text);
            sum.add(one.hash);
        }
        history.digest = sum.finish();
        history.entries = numbers.size();
        history.first = numbers.empty() ? 0 : numbers.front().number;
    }

    const plan::Plan& m_plan;
    const LogSource& m_source;
    std::uint64_t m_last;
    std::set<std::string, std::less<>> m_wanted;
    std::map<std::string, Folding> m_foldings;
};

} // namespace

Result<History>
readHistory(const plan::Plan& plan, const LogSource& source, const HistoryWish& wish)
{
    constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();
    if (wish.last != kAll && wish.last > source.head) {
        return fail(
            Code::BadArgument,
            std::format("the log ends at {}, entry {} is asked for", source.head, wish.last));
    }
    return Reader(plan, source, std::min(wish.last, source.head)).read(wish);
}

} // namespace sz::report
