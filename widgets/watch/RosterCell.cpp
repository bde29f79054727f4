// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/RosterCell.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QKeyEvent>
#include <QPainter>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kCellHeight = 22;
constexpr int kCellPad = 4;
constexpr int kNameGap = 8;

} // namespace

RosterCell::RosterCell(
    const plan::Plan& plan,
    const UnitCode& unit,
    const ThemeSource& theme,
    QWidget* parent)
    : QAbstractButton(parent), m_plan(plan), m_theme(theme), m_unit(unit)
{
    setObjectName(QStringLiteral("rosterCell-") + QString::fromStdString(unit.value));
    setFocusPolicy(Qt::ClickFocus); // the strip gives one cell the tab stop
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void RosterCell::setRoster(const UnitDuty& roster)
{
    m_mark = markText(*roster.unit);
    m_manning = roster.manning;
    QStringList lines{unitText(m_plan, m_unit)};
    for (const plan::Duty& duty : roster.duties) {
        lines.append(tr("%1 until %2, then %3", "holder, clock, holder")
                         .arg(
                             holderText(duty), clockMinuteText(duty.until, m_plan.utcOffsetMinutes),
                             nextHolderText(duty)));
    }
    if (!roster.duties.empty()) {
        m_name = unitText(m_plan, m_unit);
        m_phone = phoneText(m_plan, roster.duties.front());
    }
    if (m_manning != Manning::Held) {
        lines.append(tr("gap from %1", "clock")
                         .arg(clockMinuteText(roster.gapFrom, m_plan.utcOffsetMinutes)));
    }
    setAccessibleName(lines.join(QStringLiteral("; ")));
    setToolTip(tipText(lines.join(QLatin1Char('\n'))));
    updateGeometry();
    update();
}

void RosterCell::setWide(bool isWide)
{
    m_isWide = isWide;
    updateGeometry();
}

QSize RosterCell::sizeHint() const
{
    if (m_isWide) {
        return {
            textWidth(m_name, uiFont(13, true)) + kNameGap + textWidth(m_phone, uiFont(13))
                + 2 * kCellPad,
            kCellHeight + 6};
    }
    return {std::max(kCellHeight, textWidth(m_mark, uiFont(12)) + 2 * kCellPad), kCellHeight};
}

QColor RosterCell::edge() const
{
    switch (m_manning) {
    case Manning::Held:
        return m_theme.color(Token::Line1);
    case Manning::GapNext:
        return m_theme.color(Token::YelLine);
    case Manning::GapNow:
        return m_theme.color(Token::Red);
    }
    return {};
}

void RosterCell::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        QAbstractButton::keyPressEvent(event);
    } else {
        event->ignore();
    }
}

void RosterCell::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (!m_isWide || underMouse()) {
        painter.fillRect(rect(), m_theme.color(underMouse() ? Token::Bg3 : Token::Bg2));
    }
    if (!m_isWide || m_manning != Manning::Held) {
        painter.setPen(QPen(edge(), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    QRectF box = QRectF(rect()).adjusted(m_isWide ? kCellPad : 0, 0, 0, 0);
    if (m_isWide) {
        paintText(painter, box, m_name, uiFont(13, true), m_theme.color(Token::Tx1));
        box.setLeft(box.left() + textWidth(m_name, uiFont(13, true)) + kNameGap);
        paintText(painter, box, m_phone, uiFont(13), m_theme.color(Token::Tx2));
    } else {
        const Token words = m_manning == Manning::Held     ? Token::Tx2
                            : m_manning == Manning::GapNow ? Token::RedTx
                                                           : Token::YelTx;
        paintText(painter, box, m_mark, uiFont(12), m_theme.color(words), Qt::AlignCenter);
    }
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

} // namespace sz::widgets
