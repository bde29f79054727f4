// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/Painters.h"
#include "widgets/roster/RosterGrid.h"
#include "widgets/roster/RosterGridSizes.h"

#include <QDate>
#include <QLocale>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr Qt::Alignment kMiddle = Qt::AlignHCenter | Qt::AlignVCenter;
constexpr int kNameLeft = 12;
constexpr int kShape = 10;

QString wordOf(const roster::Words& words)
{
    return QString::fromStdString(
        uiLanguage() == Language::Chinese || words.en.empty() ? words.zh : words.en);
}

QDate dateOf(roster::Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

} // namespace

void RosterGrid::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(Token::Bg1));
    const auto lines = static_cast<int>(m_model.lines().size());
    const int first = verticalScrollBar()->value();
    const int from = first + std::max(0, (event->rect().top() - kHead) / kRow);
    const int until = std::min(lines, first + (event->rect().bottom() - kHead) / kRow + 1);
    if (lines == 0) {
        paintText(
            painter, QRectF(0, kHead, viewport()->width(), 4 * kRow),
            tr("The plan names no post, so there is nobody to plan for."), uiFont(14),
            m_theme.color(Token::Tx2), kMiddle);
    }
    painter.save();
    painter.setClipRect(QRect(0, kHead, viewport()->width(), viewport()->height() - kHead));
    for (int line = from; line < until; ++line) {
        if (m_model.lines()[static_cast<std::size_t>(line)].post == roster::kNobody) {
            paintGroup(painter, line);
        } else {
            paintLine(painter, line);
        }
    }
    paintCurrent(painter);
    painter.restore();
    if (event->rect().top() < kHead) {
        paintHead(painter);
    }
}

void RosterGrid::paintHead(QPainter& painter) const
{
    const QRectF head(0, 0, viewport()->width(), kHead);
    painter.fillRect(head, m_theme.color(Token::Bg2));
    paintText(
        painter, QRectF(kNameLeft, 0, headWidth() - kNameLeft, kHead), tr("Post / unit"),
        uiFont(12), m_theme.color(Token::Tx2));
    const auto& columns = m_model.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QRectF box = columnBox(static_cast<int>(i));
        if (columns[i].isFirst) {
            std::size_t last = i;
            while (last + 1 < columns.size() && !columns[last + 1].isFirst) {
                ++last;
            }
            paintDay(
                painter, i,
                {box.x(), 0, columnBox(static_cast<int>(last)).right() - box.x(), kHead / 2.0});
        }
        if (columns[i].time.holds(m_model.now())) {
            painter.fillRect(QRectF(box.x(), kHead - 3, box.width(), 3), m_theme.color(Token::Inv));
        }
        if (!columns[i].name.zh.empty()) {
            const QString clock =
                clockMinuteText(columns[i].time.from, m_model.roster().utcOffsetMinutes);
            const QString name = wordOf(columns[i].name);
            const QFont font = uiFont(12);
            const QString both = name + u' ' + clock;
            paintText(
                painter, QRectF(box.x(), kHead / 2.0, box.width(), kHead / 2.0 - 2),
                textWidth(both, font) <= box.width() - 4 ? both : clock, font,
                m_theme.color(Token::Tx2), kMiddle);
        }
    }
    painter.fillRect(QRectF(0, kHead - 1, viewport()->width(), 1), m_theme.color(Token::Line2));
}

void RosterGrid::paintDay(QPainter& painter, std::size_t column, const QRectF& box) const
{
    const RosterColumn& at = m_model.columns()[column];
    const bool isToday = at.day == m_model.roster().localDay(m_model.now());
    const auto kind = roster::dayKind(m_model.roster().calendar, at.day);
    const QDate date = dateOf(at.day);
    const QLocale locale;
    painter.fillRect(QRectF(box.x(), 0, 1, kHead), m_theme.color(Token::Line2));
    const bool isMonth = m_model.span() == RosterSpan::Month;
    QString text = isMonth ? QString::number(date.day())
                           : QString::number(date.day()) + u' '
                                 + locale.dayName(date.dayOfWeek(), QLocale::ShortFormat);
    const QFont font = uiFont(isMonth ? 12 : 13, isToday);
    const bool isFree = kind != roster::DayKind::Workday;
    // A workday at the weekend is one that is made up (调休).
    const bool isMadeUp = !isFree && date.dayOfWeek() > 5;
    const QString badge = isFree     ? tr("off", "a day without work")
                          : isMadeUp ? tr("work", "a make-up workday")
                                     : QString();
    const QColor colour = m_theme.color(isToday ? Token::Tx1 : Token::Tx2);
    if (isMonth) {
        paintText(painter, {box.x(), 2, box.width(), 22}, text, font, colour, kMiddle);
        paintText(
            painter, {box.x(), 24, box.width(), 18},
            badge.isEmpty() ? locale.dayName(date.dayOfWeek(), QLocale::NarrowFormat)
                            : badge.left(1),
            uiFont(11), m_theme.color(badge.isEmpty() ? Token::Tx3 : Token::Tx1), kMiddle);
        return;
    }
    const int width = textWidth(text, font);
    const int badges = badge.isEmpty() ? 0 : badgeWidth(badge) + 6;
    const double left = box.x() + std::max(4.0, (box.width() - width - badges) / 2);
    paintText(painter, {left, 3, box.right() - left, 22}, text, font, colour);
    if (!badge.isEmpty() && left + width + badges <= box.right()) {
        paintBadge(painter, {left + width + 6, 4, badges - 6.0, 20}, badge, m_theme.theme());
    }
}

void RosterGrid::paintGroup(QPainter& painter, int line) const
{
    const QRect box = lineBox(line);
    const RosterLine& at = m_model.lines()[static_cast<std::size_t>(line)];
    painter.fillRect(box, m_theme.color(Token::Bg0));
    const QFont bold = uiFont(13, true);
    const QString name = groupText(at.group);
    paintText(
        painter, QRectF(box).adjusted(kNameLeft, 0, 0, 0), name, bold, m_theme.color(Token::Tx1));
    const auto& lines = m_model.lines();
    std::size_t posts = 0;
    for (auto i = static_cast<std::size_t>(line) + 1;
         i < lines.size() && lines[i].post != roster::kNobody; ++i) {
        ++posts;
    }
    paintText(
        painter, QRectF(box).adjusted(kNameLeft + textWidth(name, bold) + 12, 0, 0, 0),
        tr("%n post(s)", "of a group", static_cast<int>(posts)), uiFont(12),
        m_theme.color(Token::Tx3));
}

void RosterGrid::paintLine(QPainter& painter, int line) const
{
    const QRectF row(lineBox(line));
    const roster::PostIndex post = m_model.lines()[static_cast<std::size_t>(line)].post;
    paintText(
        painter, {row.x() + kNameLeft, row.y(), headWidth() - kNameLeft - 6.0, row.height()},
        m_model.postText(post), uiFont(13), m_theme.color(Token::Tx1));
    const auto columns = static_cast<int>(m_model.columns().size());
    for (int column = 0; column < columns; ++column) {
        const QRectF at = columnBox(column);
        const QRectF box(at.x(), row.y(), at.width(), row.height());
        const RosterColumn& shown = m_model.columns()[static_cast<std::size_t>(column)];
        if (shown.time.holds(m_model.now())) {
            painter.fillRect(box, m_theme.color(Token::Bg3));
        }
        painter.fillRect(
            QRectF(box.x(), box.y(), 1, box.height()),
            m_theme.color(shown.isFirst ? Token::Line2 : Token::Line1));
        if (m_model.span() != RosterSpan::Day) {
            paintCell(painter, {post, column}, box);
        }
    }
    painter.fillRect(QRectF(0, row.bottom() - 1, row.width(), 1), m_theme.color(Token::Line1));
    if (m_model.span() == RosterSpan::Day) {
        paintBars(painter, line);
    }
}

void RosterGrid::paintCell(QPainter& painter, const Place& place, const QRectF& box) const
{
    const RosterCell cell =
        m_model.cell(place.post, m_model.columns()[static_cast<std::size_t>(place.column)]);
    const QRectF inner = box.adjusted(kCellPad + 1, 2, -kCellPad, -3);
    if (place == m_marked) {
        painter.fillRect(inner, m_theme.color(Token::Sel));
    }
    if (cell.mark != CellMark::None) {
        paintMark(painter, cell, inner);
        return;
    }
    paintText(
        painter, inner, cell.text, uiFont(12, cell.isByName),
        m_theme.color(cell.isByName ? Token::Tx1 : Token::Tx2), kMiddle);
}

// Red only for a gap that has begun; yellow for one within a day and for what waits; blue for the rest.
void RosterGrid::paintMark(QPainter& painter, const RosterCell& cell, const QRectF& box) const
{
    const model::Lamp lamp =
        cell.isLate ? model::Lamp::Late
        : cell.isSoon || cell.mark == CellMark::Swap || cell.mark == CellMark::Clash
            ? model::Lamp::Behind
            : model::Lamp::Near;
    painter.save();
    painter.setPen(symbols::lampEdge(lamp, m_theme.theme()));
    painter.setBrush(m_theme.color(Token::Bg1));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
    const QFont font = uiFont(12, true);
    QString word = cell.word;
    const auto fits = [&](const QString& text) {
        return kShape + 4 + textWidth(text, font) <= box.width() - 4;
    };
    if (!fits(word)) { // the right pane says the rest
        word.removeIf([](QChar c) { return !c.isDigit(); });
    }
    if (!fits(word)) {
        word.clear();
    }
    const double width = kShape + (word.isEmpty() ? 0 : 4 + textWidth(word, font));
    const double left = box.x() + std::max(2.0, (box.width() - width) / 2);
    symbols::paintLamp(
        painter, {left, box.center().y() - kShape / 2.0, kShape, kShape}, lamp, m_theme.theme());
    paintText(
        painter, {left + kShape + 4, box.y(), box.right() - left - kShape - 4, box.height()}, word,
        font, symbols::lampText(lamp, m_theme.theme()));
}

void RosterGrid::paintBars(QPainter& painter, int line) const
{
    const QRectF row(lineBox(line));
    const roster::PostIndex post = m_model.lines()[static_cast<std::size_t>(line)].post;
    const roster::BookRow& made = m_model.book().row(post);
    for (const roster::BookDuty& one : made.duties) {
        const double left = xOf(one.time.from);
        const QRectF bar(left + 1, row.y() + 4, xOf(one.time.until) - left - 2, row.height() - 9);
        if (bar.width() <= 2) {
            continue;
        }
        painter.fillRect(bar, m_theme.color(Token::Sel));
        painter.fillRect(QRectF(bar.x(), bar.y(), 2, bar.height()), m_theme.color(Token::Ctl));
        paintText(
            painter, bar.adjusted(8, 0, -4, 0), m_model.holderText(post, one.person), uiFont(12),
            m_theme.color(Token::Tx1));
    }
    for (int column = 0; column < static_cast<int>(m_model.columns().size()); ++column) {
        const RosterCell cell =
            m_model.cell(post, m_model.columns()[static_cast<std::size_t>(column)]);
        if (cell.mark != CellMark::None) {
            const QRectF at = columnBox(column);
            const double width = std::min(at.width() - 8, 160.0);
            paintMark(
                painter, cell, {at.right() - width - 4, row.y() + 2, width, row.height() - 5});
        }
    }
    const double now = xOf(m_model.now());
    if (timeOf(m_model.columns()).holds(m_model.now())) {
        painter.fillRect(QRectF(now, row.y(), 2, row.height()), m_theme.color(Token::Inv));
    }
}

void RosterGrid::paintCurrent(QPainter& painter) const
{
    const QRect box = boxOf(m_current);
    if (box.isEmpty()) {
        return;
    }
    if (hasFocus()) {
        paintFocusRing(painter, QRectF(box).adjusted(1, 0, 0, -1), m_theme.color(Token::Inv));
    } else {
        painter.setPen(m_theme.color(Token::Ctl));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(1, 0, -1, -2));
    }
}

} // namespace sz::widgets
