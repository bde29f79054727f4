// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/RosterFrame.h"

#include <algorithm>
#include <array>
#include <map>

namespace sz::widgets {
namespace {

constexpr int kDayMinutes = 24 * 60;

struct Change
{
    int minute = 0;
    roster::Words name;
};

std::chrono::year_month_day dateOf(roster::Day day)
{
    return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day)));
}

roster::Day dayOf(const std::chrono::year_month_day& date)
{
    return std::chrono::sys_days(date).time_since_epoch().count();
}

/// When a shift begins, as most posts have it; a rotation that divides the day comes before one that does not.
std::vector<Change> changesOf(const roster::Roster& roster)
{
    std::map<std::vector<int>, std::pair<std::size_t, std::vector<Change>>> kinds;
    std::vector<std::size_t> posts(roster.rotations.size());
    for (const roster::RosterPost& post : roster.posts) {
        if (!post.turns.empty()) {
            ++posts[post.turns.front().rotation];
        }
    }
    for (std::size_t i = 0; i < roster.rotations.size(); ++i) {
        std::vector<Change> changes;
        std::vector<int> minutes;
        for (const roster::ShiftTemplate& shift : roster.rotations[i].shifts) {
            changes.push_back({shift.from, shift.name});
        }
        std::ranges::sort(changes, {}, &Change::minute);
        const auto twice = std::ranges::unique(changes, {}, &Change::minute);
        changes.erase(twice.begin(), twice.end());
        changes.resize(std::min(changes.size(), kMostShifts));
        std::ranges::transform(changes, std::back_inserter(minutes), &Change::minute);
        if (!changes.empty() && posts[i] > 0) {
            auto& kind = kinds.try_emplace(minutes, 0, changes).first->second;
            kind.first += posts[i];
        }
    }
    const std::pair<std::size_t, std::vector<Change>>* best = nullptr;
    for (const auto& [minutes, kind] : kinds) {
        const auto rank = [](const auto& one) {
            return std::pair(one.second.size() > 1, one.first);
        };
        if (best == nullptr || rank(kind) > rank(*best)) {
            best = &kind;
        }
    }
    return best == nullptr ? std::vector<Change>{{0, {"全天", "24 h"}}} : best->second;
}

} // namespace

roster::Day firstDayOf(RosterSpan span, roster::Day day)
{
    if (span == RosterSpan::Week) {
        const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(day))};
        return day - static_cast<roster::Day>(weekday.iso_encoding() - 1);
    }
    if (span == RosterSpan::Month) {
        const auto date = dateOf(day);
        return dayOf(date.year() / date.month() / std::chrono::day(1));
    }
    return day;
}

int daysOf(RosterSpan span, roster::Day first)
{
    if (span == RosterSpan::Month) {
        return static_cast<int>(turned(span, first, 1) - first);
    }
    return span == RosterSpan::Week ? 7 : 1;
}

roster::Day turned(RosterSpan span, roster::Day first, int by)
{
    if (span == RosterSpan::Month) {
        const auto date = dateOf(first);
        const auto month = date.year() / date.month() + std::chrono::months(by);
        return dayOf(month / std::chrono::day(1));
    }
    return first + (span == RosterSpan::Week ? 7 : 1) * by;
}

std::vector<RosterColumn>
columnsOf(const roster::Roster& roster, RosterSpan span, roster::Day first)
{
    const std::vector<Change> changes = changesOf(roster);
    std::vector<RosterColumn> columns;
    for (roster::Day day = first; day < first + daysOf(span, first); ++day) {
        const auto at = [&](int minute) { return roster.instantOf(day, minute); };
        const int end = changes.front().minute + kDayMinutes;
        if (span == RosterSpan::Month) {
            columns.push_back(
                {day, {at(changes.front().minute), at(end)}, {}, changes.front().minute, true});
            continue;
        }
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const int until = i + 1 < changes.size() ? changes[i + 1].minute : end;
            columns.push_back(
                {day,
                 {at(changes[i].minute), at(until)},
                 changes[i].name,
                 changes[i].minute,
                 i == 0});
        }
    }
    return columns;
}

roster::Span timeOf(const std::vector<RosterColumn>& columns)
{
    return columns.empty() ? roster::Span{}
                           : roster::Span{columns.front().time.from, columns.back().time.until};
}

std::vector<RosterLine> linesOf(const roster::Roster& roster, const plan::Plan& plan)
{
    using plan::UnitKind;
    constexpr std::array kOrder{UnitKind::Office, UnitKind::Zone, UnitKind::District,
                                UnitKind::Line,   UnitKind::Area, UnitKind::Street,
                                UnitKind::Grid};
    std::map<UnitKind, std::vector<roster::PostIndex>> groups;
    for (roster::PostIndex post = 0; post < roster.posts.size(); ++post) {
        const plan::Unit* unit = plan.unit(roster.posts[post].unit);
        groups[unit == nullptr ? UnitKind::Street : unit->kind].push_back(post);
    }
    std::vector<RosterLine> lines;
    lines.reserve(roster.posts.size() + kOrder.size());
    for (const UnitKind kind : kOrder) {
        if (groups[kind].empty()) {
            continue;
        }
        lines.push_back({kind, roster::kNobody});
        for (const roster::PostIndex post : groups[kind]) {
            lines.push_back({kind, post});
        }
    }
    return lines;
}

} // namespace sz::widgets
