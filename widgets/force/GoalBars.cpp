// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/GoalBars.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"

#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 44;
constexpr int kEmpty = 24;
constexpr int kBar = 6;
constexpr int kLine = 18;

} // namespace

GoalBars::GoalBars(const plan::Plan& plan, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_plan(plan), m_theme(theme)
{
    setObjectName(QStringLiteral("goalBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void GoalBars::setGoals(const std::vector<model::GoalCount>& goals)
{
    m_goals = goals;
    QStringList words;
    for (const model::GoalCount& goal : m_goals) {
        words.append(goalText(goal) + QStringLiteral(", ") + countedText(goal));
    }
    setAccessibleName(words.isEmpty() ? tr("no goal is set") : words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize GoalBars::sizeHint() const
{
    return {320, m_goals.empty() ? kEmpty : static_cast<int>(m_goals.size()) * kRow};
}

QSize GoalBars::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void GoalBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_goals.empty()) {
        paintText(painter, rect(), accessibleName(), uiFont(13), m_theme.color(Token::Tx3));
        return;
    }
    for (std::size_t i = 0; i < m_goals.size(); ++i) {
        paintGoal(painter, QRectF(0, static_cast<double>(i) * kRow, width(), kRow), m_goals[i]);
    }
}

// Grey: how far it is, is no alarm. A reached goal says so in words, too.
void GoalBars::paintGoal(QPainter& painter, const QRectF& box, const model::GoalCount& goal) const
{
    const int percent = percentOf(goal);
    const QString share = percent >= 100 ? tr("reached") : QStringLiteral("%1 %").arg(percent);
    QRectF line(box.x(), box.y() + 2, box.width(), kLine);
    const QFont bold = uiFont(13, true);
    const int shareWidth = textWidth(share, bold);
    paintText(
        painter, line, share, bold, m_theme.color(Token::Tx1), Qt::AlignRight | Qt::AlignVCenter);
    line.setRight(line.right() - shareWidth - 8);
    const QString what = goalText(goal);
    paintText(painter, line, what, bold, m_theme.color(Token::Tx1));
    line.setLeft(std::min(line.right(), line.left() + textWidth(what, bold) + 12));
    paintText(
        painter, line, countedText(goal), uiFont(12), m_theme.color(Token::Tx3),
        Qt::AlignRight | Qt::AlignVCenter);
    const QRectF groove(box.x(), box.y() + 4 + kLine + 2, box.width(), kBar);
    painter.fillRect(groove, m_theme.color(Token::Bg3));
    QRectF done = groove;
    done.setWidth(groove.width() * std::min(percent, 100) / 100.0);
    painter.fillRect(done, m_theme.color(percent >= 100 ? Token::Tx1 : Token::Tx3));
    painter.setPen(QPen(m_theme.color(Token::Ctl), 1));
    painter.drawRect(groove.adjusted(0.5, 0.5, -0.5, -0.5));
}

QString GoalBars::countedText(const model::GoalCount& goal) const
{
    return goal.countedAt ? tr("counted %1 by %2", "day and clock, unit")
                                .arg(
                                    dayClockText(*goal.countedAt, m_plan.utcOffsetMinutes),
                                    unitText(m_plan, goal.countedBy))
                          : tr("not counted yet");
}

} // namespace sz::widgets
