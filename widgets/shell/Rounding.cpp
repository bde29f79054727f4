// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Rounding.h"

#include "data/model/ShiftState.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/rounds/RoundModel.h"
#include "widgets/rounds/RoundSheet.h"
#include "widgets/shell/RightPane.h"

#include <QShortcut>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::chrono::hours kForgotten{24}; ///< nobody is told of older rounds

} // namespace

Rounding::Rounding(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    RightPane& right,
    QWidget* page)
    : QObject(page), m_desk(desk), m_ticks(ticks), m_right(right),
      m_make([&] { return new RoundSheet(desk, theme, ticks, &right); })
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F10), page);
    key->setObjectName(QStringLiteral("roundsKey"));
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, &Rounding::open);
    connect(&ticks, &TickTimer::ticked, this, [this] { look(false); });
    look(true);
}

RoundSheet& Rounding::sheet()
{
    if (m_sheet == nullptr) {
        m_sheet = m_make();
        m_sheet->setMinimumWidth(0);
        m_right.addSheet(m_sheet);
        connect(m_sheet, &SideSheet::closed, this, &Rounding::left);
        connect(m_sheet, &RoundSheet::said, this, &Rounding::said);
    }
    return *m_sheet;
}

void Rounding::open()
{
    m_right.showSheet(&sheet());
    sheet().open();
}

// What stood there when the program began is on the sheet; only what comes up is told.
void Rounding::look(bool isFirst)
{
    const Instant now = m_ticks.now();
    for (const auto& [id, round] : m_desk.shift()->rounds) {
        if (round.author.at < now - kForgotten || round.started.unit != m_desk.actor().unit) {
            continue;
        }
        const auto lines = model::standingOf(round, now);
        const auto twice =
            std::ranges::count(lines, model::CheckIn::MissedTwice, &model::CheckInLine::state);
        const int missed = static_cast<int>(twice);
        if (const int before = std::exchange(m_told[id], missed); missed > before && !isFirst) {
            const auto first =
                std::ranges::find(lines, model::CheckIn::MissedTwice, &model::CheckInLine::state);
            Q_EMIT said(tr("%1: %n missed twice, first %2 · Ctrl+F10", nullptr, missed)
                            .arg(
                                visibleLine(QString::fromStdString(round.started.name)),
                                roundPostText(m_desk.plan(), first->post)));
        }
    }
}

} // namespace sz::widgets
