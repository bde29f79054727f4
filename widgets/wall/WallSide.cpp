// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/WallSide.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr double kEdge = 32;
constexpr double kCount = 136;
constexpr double kRow = 104;
constexpr double kFact = 44;
constexpr double kFactName = 160;
constexpr int kMeterFull = 10; ///< alarms in ten minutes: what somebody can still read

} // namespace

WallSide::WallSide(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("wallSide"));
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

int WallSide::px(double pixels) const
{
    return std::max(8, static_cast<int>(std::lround(pixels * m_scale)));
}

void WallSide::setScale(double scale)
{
    m_scale = scale;
    update();
}

void WallSide::setFigures(const WallFigures& figures)
{
    m_figures = figures;
    setAccessibleName(text());
    update();
}

void WallSide::setLoad(const AlarmLoad& load)
{
    m_load = load;
    update();
}

void WallSide::setFacts(std::vector<WallFact> facts)
{
    m_facts = std::move(facts);
    update();
}

void WallSide::setUnknown(const QString& why)
{
    m_unknown = why;
    update();
}

QString WallSide::meterText() const
{
    const QString count = tr("%1 in 10 min", "alarms").arg(m_load.lastTen());
    return m_load.isFlood() ? tr("%1, flood", "alarms").arg(count) : count;
}

QString WallSide::text() const
{
    QStringList lines{
        tr("pending %1").arg(m_figures.pending), tr("active %1").arg(m_figures.active),
        tr("overdue %1").arg(m_figures.late)};
    for (const WallLimit& limit : m_figures.limits) {
        lines << limit.title + QLatin1Char(' ') + limit.where + QLatin1Char(' ')
                     + countdownText(limit.left, limit.lamp == model::Lamp::Late);
    }
    lines << tr("Alarms") + QLatin1Char(' ') + meterText();
    for (const WallFact& fact : m_facts) {
        lines << fact.name + QLatin1Char(' ') + fact.value;
    }
    return lines.join(QLatin1Char('\n'));
}

double WallSide::paintCounts(QPainter& painter, double top) const
{
    const double gap = 8 * m_scale;
    const double wide = (width() - 2 * kEdge * m_scale - 2 * gap) / 3;
    const auto box = [&](int place, const QString& name, int count, bool isLate) {
        const QRectF at(kEdge * m_scale + place * (wide + gap), top, wide, kCount * m_scale);
        painter.fillRect(at, m_theme.color(isLate ? Token::Red : Token::Bg2));
        const QColor words = m_theme.color(isLate ? Token::OnFill : Token::Tx1);
        const double pad = 20 * m_scale;
        paintText(
            painter, at.adjusted(pad, 8 * m_scale, -pad, -at.height() * 0.62), name, uiFont(px(24)),
            words);
        if (isLate) { // colour, word and shape
            painter.fillRect(
                QRectF(
                    at.right() - pad - 18 * m_scale, at.top() + 20 * m_scale, 18 * m_scale,
                    18 * m_scale),
                words);
        }
        paintText(
            painter, at.adjusted(pad, at.height() * 0.36, -pad, 0),
            m_unknown.isEmpty() ? numberText(count) : QStringLiteral("—"), uiFont(px(72), true),
            words);
    };
    box(0, tr("Pending"), m_figures.pending, false);
    box(1, tr("Active"), m_figures.active, false);
    box(2, tr("Overdue"), m_figures.late, m_figures.late > 0 && m_unknown.isEmpty());
    return top + kCount * m_scale;
}

double WallSide::paintLamps(QPainter& painter, double top) const
{
    const double high = 52 * m_scale;
    double x = kEdge * m_scale;
    const auto lamp = [&](model::Lamp which, int count) {
        const double side = 22 * m_scale;
        symbols::paintLamp(
            painter, {x, top + (high - side) / 2, side, side}, which, m_theme.theme());
        const QString text = lampWord(which) + QLatin1Char(' ')
                             + (m_unknown.isEmpty() ? numberText(count) : QStringLiteral("—"));
        const QFont font = uiFont(px(24));
        paintText(
            painter, {x + side + 8 * m_scale, top, width() - x, high}, text, font,
            m_theme.color(Token::Tx1));
        x += side + 8 * m_scale + textWidth(text, font) + 36 * m_scale;
    };
    lamp(model::Lamp::Late, m_figures.lamps.late);
    lamp(model::Lamp::Behind, m_figures.lamps.behind);
    lamp(model::Lamp::Near, m_figures.lamps.near);
    return top + high;
}

void WallSide::paintLimit(QPainter& painter, const QRectF& row, const WallLimit& limit) const
{
    const double side = 40 * m_scale;
    symbols::paintGrade(
        painter, {row.left(), row.center().y() - side / 2, side, side}, limit.grade,
        m_theme.theme(), m_theme.color(Token::Bg1));
    const bool isLate = limit.lamp == model::Lamp::Late;
    const bool isQuiet = limit.lamp == model::Lamp::None;
    const QString left = countdownText(limit.left, isLate);
    const QFont font = uiFont(px(28), !isQuiet);
    const double mark = isQuiet ? 0 : 30 * m_scale;
    const double wide = textWidth(left, font) + mark + 32 * m_scale;
    const QRectF chip(row.right() - wide, row.center().y() - 24 * m_scale, wide, 48 * m_scale);
    const QColor edge = symbols::lampEdge(limit.lamp, m_theme.theme());
    painter.setPen(isQuiet ? QPen(Qt::NoPen) : QPen(edge, 2 * m_scale));
    painter.setBrush(isLate ? QBrush(edge) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(chip, 2, 2);
    const QRectF lamp(
        chip.left() + 16 * m_scale, chip.center().y() - 10 * m_scale, 20 * m_scale, 20 * m_scale);
    if (isLate) {
        painter.fillRect(lamp.adjusted(1, 1, -1, -1), m_theme.color(Token::OnFill));
    } else {
        symbols::paintLamp(painter, lamp, limit.lamp, m_theme.theme());
    }
    paintText(
        painter, chip.adjusted(16 * m_scale + mark, 0, 0, 0), left, font,
        isLate    ? m_theme.color(Token::OnFill)
        : isQuiet ? m_theme.color(Token::Tx2)
                  : symbols::lampText(limit.lamp, m_theme.theme()));
    const QRectF words(
        row.left() + side + 16 * m_scale, row.top(), chip.left() - row.left() - side - 32 * m_scale,
        row.height());
    paintText(
        painter, words.adjusted(0, row.height() * 0.12, 0, -row.height() / 2), limit.title,
        uiFont(px(26), true), m_theme.color(Token::Tx1));
    paintText(
        painter, words.adjusted(0, row.height() / 2, 0, -row.height() * 0.12), limit.where,
        uiFont(px(20)), m_theme.color(Token::Tx2));
}

void WallSide::paintLimits(QPainter& painter, double top, double bottom) const
{
    const QRectF room(kEdge * m_scale, top, width() - 2 * kEdge * m_scale, bottom - top);
    if (!m_unknown.isEmpty() || m_figures.limits.empty()) {
        paintText(
            painter, room.adjusted(0, 0, 0, -room.height() + 60 * m_scale),
            m_unknown.isEmpty() ? tr("No limit is running: nothing is open that owes a step")
                                : m_unknown,
            uiFont(px(24)), m_theme.color(m_unknown.isEmpty() ? Token::Tx2 : Token::YelTx));
        return;
    }
    const double row = std::min(kRow * m_scale, room.height() / static_cast<double>(kWallLimits));
    double y = top;
    for (const WallLimit& limit : m_figures.limits) {
        paintLimit(painter, {room.left(), y, room.width(), row}, limit);
        y += row;
        painter.fillRect(QRectF(room.left(), y - 1, room.width(), 1), m_theme.color(Token::Line1));
    }
}

double WallSide::factsHeight() const
{
    return kFact * m_scale * static_cast<double>(m_facts.size() + 1) + 16 * m_scale;
}

// Two hours in twelve bars; the dashed line is what somebody can still read.
void WallSide::paintMeter(QPainter& painter, const QRectF& box) const
{
    const double bar = 8 * m_scale;
    const double high = box.height() * 0.7;
    const double base = box.center().y() + high / 2;
    double x = box.left();
    for (const int count : m_load.bars) {
        const double up = high * std::min(count, kMeterFull * 2) / (kMeterFull * 2.0);
        painter.fillRect(
            QRectF(x, base - std::max(up, 2.0), bar - 2, std::max(up, 2.0)),
            m_theme.color(Token::Tx2));
        x += bar;
    }
    painter.setPen(QPen(m_theme.color(Token::Ctl), 1, Qt::DashLine));
    painter.drawLine(QPointF(box.left(), base - high / 2), QPointF(x, base - high / 2));
    paintText(
        painter, {x + 16 * m_scale, box.top(), box.right() - x - 16 * m_scale, box.height()},
        meterText(), uiFont(px(24), m_load.isFlood()), m_theme.color(Token::Tx1));
}

void WallSide::paintFacts(QPainter& painter, double top) const
{
    double y = top;
    const double high = kFact * m_scale;
    const auto line = [&](const QString& name) {
        paintText(
            painter, {kEdge * m_scale, y, kFactName * m_scale, high}, name, uiFont(px(24)),
            m_theme.color(Token::Tx3));
        const double left = (kEdge + kFactName) * m_scale;
        const QRectF value(left, y, width() - left - kEdge * m_scale, high);
        y += high;
        return value;
    };
    paintMeter(painter, line(tr("Alarms")));
    for (const WallFact& fact : m_facts) {
        paintText(
            painter, line(fact.name), fact.value, uiFont(px(24), fact.isAbnormal),
            m_theme.color(fact.isAbnormal ? Token::YelTx : Token::Tx1));
    }
}

void WallSide::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    double y = paintCounts(painter, 20 * m_scale);
    y = paintLamps(painter, y + 8 * m_scale);
    const double facts = height() - factsHeight();
    paintLimits(painter, y + 8 * m_scale, facts);
    paintFacts(painter, facts);
}

} // namespace sz::widgets
