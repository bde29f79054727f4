// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ConflictWatch.h"

#include "data/roster/Conflicts.h"
#include "data/roster/Written.h"
#include "widgets/common/Language.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/watch/RosterStrip.h"

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::chrono::hours kAhead{24};

bool isOfSort(const roster::Conflict& conflict, roster::ConflictSort sort)
{
    return conflict.sort == sort;
}

} // namespace

ConflictWatch::ConflictWatch(
    desk::Desk& desk,
    TickTimer& ticks,
    RosterStrip& strip,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_strip(strip)
{
    if (!desk.planFolder().empty()) {
        if (auto rules = roster::readRules(desk.planFolder(), desk.plan())) {
            m_rules = std::move(*rules);
        }
    }
    connect(&desk, &desk::Desk::shiftChanged, this, [this] { m_hasChanged = true; });
    connect(&ticks, &TickTimer::ticked, this, &ConflictWatch::follow);
}

void ConflictWatch::follow(Instant now)
{
    if (m_hasChanged || now - m_toldAt >= Minutes{1} || now < m_toldAt) {
        m_hasChanged = false;
        m_toldAt = now;
        tell(now);
    }
}

// Without anything by name it is the plan's own rotation: what the plan check has said of it is not said here every day.
void ConflictWatch::tell(Instant now)
{
    const model::ShiftState& shift = *m_desk.shift();
    if (shift.cells.empty() && shift.changes.empty()) {
        m_strip.setConflicts({}, {});
        return;
    }
    const roster::Span day{now, now + kAhead};
    roster::Roster all = roster::rosterOf(m_desk.plan(), day);
    roster::apply(m_rules, all);
    roster::write(all, shift);
    const auto conflicts = roster::conflictsOf(all, day);
    if (!conflicts) {
        m_strip.setConflicts({}, {});
        return;
    }
    const auto count = [&](roster::ConflictSort sort) {
        return std::ranges::count_if(
            *conflicts, [&](const auto& one) { return isOfSort(one, sort); });
    };
    QStringList words;
    if (const auto n = count(roster::ConflictSort::DoubleDuty); n > 0) {
        words << tr("double duty %1", "within a day").arg(n);
    }
    if (const auto n = count(roster::ConflictSort::ShortRest); n > 0) {
        words << tr("short rest %1", "within a day").arg(n);
    }
    if (const auto n = count(roster::ConflictSort::NotQualified); n > 0) {
        words << tr("unqualified %1", "within a day").arg(n);
    }
    QStringList lines;
    for (const roster::Conflict& one : *conflicts) {
        const bool isGap = isOfSort(one, roster::ConflictSort::Gap)
                           || isOfSort(one, roster::ConflictSort::UnderStrength);
        if (!isGap) {
            const plan::Sentence said = roster::sentenceOf(all, one);
            lines << visibleLine(
                QString::fromStdString(uiLanguage() == Language::Chinese ? said.zh : said.en));
        }
    }
    m_strip.setConflicts(words.join(QStringLiteral(" · ")), lines.join(u'\n'));
}

} // namespace sz::widgets
