// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ConflictWatch.h"

#include "data/desk/OnResult.h"
#include "data/roster/Written.h"
#include "data/threads/PoolWork.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/watch/RosterStrip.h"

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::chrono::hours kAhead{24};
constexpr std::size_t kMostLines = 30; ///< of a tooltip; the roster has them all

bool isGap(const roster::Conflict& conflict)
{
    return conflict.sort == roster::ConflictSort::Gap
           || conflict.sort == roster::ConflictSort::UnderStrength;
}

/// Its cell on the strip shows that nobody is there.
bool hasCell(const plan::Plan& plan, const UnitCode& code)
{
    const plan::Unit* unit = plan.unit(code);
    return unit != nullptr
           && (unit->kind == plan::UnitKind::Zone || unit->kind == plan::UnitKind::District
               || unit->kind == plan::UnitKind::Line);
}

QString spoken(const plan::Sentence& both)
{
    return visibleLine(
        QString::fromStdString(uiLanguage() == Language::Chinese ? both.zh : both.en));
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
    connect(&desk, &desk::Desk::modeChanged, this, [this] { m_hasChanged = true; });
    connect(&ticks, &TickTimer::ticked, this, &ConflictWatch::follow);
}

void ConflictWatch::follow(Instant now)
{
    const bool isDue = m_hasChanged || now - m_toldAt >= Minutes{1} || now < m_toldAt;
    if (isDue && !m_isCounting) {
        m_hasChanged = false;
        m_toldAt = now;
        count(now);
    }
}

// Some milliseconds for a city: not in the thread that paints.
void ConflictWatch::count(Instant now)
{
    m_isCounting = true;
    const auto asked = askPool(
        *QThreadPool::globalInstance(),
        [now, plan = m_desk.sharedPlan(), shift = m_desk.shift(), rules = m_rules,
         modes = roster::modesOf(m_desk.mode().turns)] {
            const roster::Span day{now, now + kAhead};
            auto found = std::make_shared<Found>();
            found->roster = roster::rosterOf(*plan, day);
            roster::apply(rules, found->roster);
            found->roster.modes = modes; // games time may ask for more
            roster::write(found->roster, *shift);
            auto conflicts = roster::conflictsOf(found->roster, day);
            if (conflicts) {
                found->conflicts = std::move(*conflicts);
            }
            return conflicts ? Result<std::shared_ptr<const Found>>(found)
                             : std::unexpected(conflicts.error());
        });
    desk::onResult(this, asked, [this](const Result<std::shared_ptr<const Found>>& found) {
        m_isCounting = false;
        tell(found ? **found : Found());
    });
}

// Of the plan's own rotation, without anything by name, only gaps are told: what else is wrong with it the plan check has said, and
// it is not said here every day. Too few are a gap that no cell shows.
void ConflictWatch::tell(const Found& found)
{
    const model::ShiftState& shift = *m_desk.shift();
    const bool isPlanned = shift.cells.empty() && shift.changes.empty();
    std::vector<const roster::Conflict*> told;
    for (const roster::Conflict& one : found.conflicts) {
        const bool isTold = one.sort == roster::ConflictSort::Gap
                                ? !hasCell(m_desk.plan(), one.unit)
                            : isGap(one) ? true
                                         : !isPlanned;
        if (isTold) {
            told.push_back(&one);
        }
    }
    QStringList words;
    const auto count = [&](roster::ConflictSort sort, const QString& text) {
        if (const auto n = std::ranges::count(told, sort, &roster::Conflict::sort); n > 0) {
            words << text.arg(n);
        }
    };
    const auto gaps =
        std::ranges::count_if(told, [](const roster::Conflict* one) { return isGap(*one); });
    if (gaps > 0) {
        words << tr("gaps %1", "of the office and areas, within a day").arg(gaps);
    }
    count(roster::ConflictSort::DoubleDuty, tr("double duty %1", "within a day"));
    count(roster::ConflictSort::ShortRest, tr("short rest %1", "within a day"));
    count(roster::ConflictSort::NotQualified, tr("unqualified %1", "within a day"));
    QStringList lines;
    for (const roster::Conflict* one : told) {
        if (lines.size() == static_cast<qsizetype>(kMostLines)) {
            lines << tr("and %n more", nullptr, static_cast<int>(told.size() - kMostLines));
            break;
        }
        lines << dayClockText(one->time.from, found.roster.utcOffsetMinutes) + u' '
                     + spoken(roster::sentenceOf(found.roster, *one));
    }
    m_strip.setConflicts(words.join(QStringLiteral(" · ")), lines.join(u'\n'));
}

} // namespace sz::widgets
