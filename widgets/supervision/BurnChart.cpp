// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/BurnChart.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr double kLeft = 58;
constexpr double kRight = 14;
constexpr double kTop = 30;
constexpr double kBottom = 24;

} // namespace

/// From days and counts to the widget.
struct BurnChart::Scale
{
    QRectF box;
    double days = 1;
    double most = 1;

    /// `day` 0 is the beginning of the first day, 1 its end.
    [[nodiscard]] QPointF at(double day, double count) const
    {
        return {box.left() + box.width() * day / days, box.bottom() - box.height() * count / most};
    }
};

BurnChart::BurnChart(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("burnChart"));
    setAccessibleName(tr("Burn-down"));
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void BurnChart::setCampaign(
    const std::shared_ptr<const model::Campaign>& campaign,
    Instant now,
    int utcOffsetMinutes)
{
    m_days.clear();
    m_length = 0;
    m_hasEnd = false;
    if (campaign != nullptr) {
        m_days = model::burnDown(*campaign, now, utcOffsetMinutes);
        const model::DayCount count = model::dayOf(*campaign, now, utcOffsetMinutes);
        m_hasEnd = count.of > 0;
        m_length = std::max(static_cast<std::int64_t>(m_days.size()), count.of);
    }
    describe();
    update();
}

std::optional<std::int64_t> BurnChart::idealToday() const
{
    if (!m_hasEnd || m_days.empty() || m_length == 0) {
        return std::nullopt;
    }
    const double rest = 1.0 - static_cast<double>(m_days.size()) / static_cast<double>(m_length);
    return std::llround(static_cast<double>(m_days.back().items) * std::max(0.0, rest));
}

void BurnChart::describe()
{
    if (m_days.empty()) {
        setAccessibleDescription({});
        return;
    }
    const QString open = tr("%1 of %2 still open")
                             .arg(numberText(m_days.back().open), numberText(m_days.back().items));
    const auto ideal = idealToday();
    setAccessibleDescription(
        ideal ? tr("%1; the ideal line says %2").arg(open, numberText(*ideal)) : open);
}

QString BurnChart::dayText(std::int64_t day) const
{
    const std::chrono::year_month_day date{
        std::chrono::sys_days(std::chrono::days(m_days.front().day + day))};
    return QStringLiteral("%1-%2")
        .arg(static_cast<unsigned>(date.month()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(date.day()), 2, 10, QLatin1Char('0'));
}

void BurnChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    if (m_days.empty()) {
        paintText(
            painter, rect(), tr("No items yet"), uiFont(13), m_theme.color(Token::Tx3),
            Qt::AlignCenter);
        return;
    }
    Scale scale;
    scale.box = QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
    scale.days = static_cast<double>(std::max<std::int64_t>(1, m_length));
    for (const model::BurnDay& day : m_days) {
        scale.most = std::max(scale.most, static_cast<double>(day.items));
    }
    paintGround(painter, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLines(painter, scale);
    paintLegend(painter);
}

void BurnChart::paintGround(QPainter& painter, const Scale& scale) const
{
    const QColor quiet = m_theme.color(Token::Tx3);
    for (const double share : {0.0, 0.5, 1.0}) {
        const QPointF left = scale.at(0, scale.most * share);
        painter.fillRect(
            QRectF(left.x(), left.y(), scale.box.width(), 1), m_theme.color(Token::Line1));
        paintText(
            painter, QRectF(0, left.y() - 8, kLeft - 8, 16),
            numberText(std::llround(scale.most * share)), uiFont(12), quiet,
            Qt::AlignRight | Qt::AlignVCenter);
    }
    const double base = scale.box.bottom() + 4;
    paintText(painter, QRectF(scale.box.left(), base, 60, 16), dayText(0), uiFont(12), quiet);
    paintText(
        painter, QRectF(scale.box.right() - 60, base, 60, 16), dayText(m_length - 1), uiFont(12),
        quiet, Qt::AlignRight | Qt::AlignVCenter);
    const double today = scale.at(static_cast<double>(m_days.size()), 0).x();
    painter.fillRect(
        QRectF(today, scale.box.top(), 1, scale.box.height()), m_theme.color(Token::Line2));
    const bool isClear = today - scale.box.left() > 90 && scale.box.right() - today > 90;
    if (isClear) {
        paintText(
            painter, QRectF(today - 30, base, 60, 16), tr("today"), uiFont(12),
            m_theme.color(Token::Tx2), Qt::AlignCenter);
    }
}

void BurnChart::paintLines(QPainter& painter, const Scale& scale) const
{
    if (m_hasEnd) {
        QPen ideal(m_theme.color(Token::Tx3), 1.5);
        ideal.setDashPattern({4, 4});
        painter.setPen(ideal);
        painter.drawLine(
            scale.at(0, static_cast<double>(m_days.back().items)), scale.at(scale.days, 0));
    }
    QPainterPath real;
    real.moveTo(scale.at(0, static_cast<double>(m_days.front().items)));
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        real.lineTo(scale.at(static_cast<double>(i + 1), static_cast<double>(m_days[i].open)));
    }
    painter.setPen(QPen(m_theme.color(Token::Inv), 2));
    painter.drawPath(real);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Inv));
    painter.drawEllipse(real.currentPosition(), 3.5, 3.5);
}

void BurnChart::paintLegend(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double y = 14;
    double x = kLeft;
    const auto entry = [&](const QString& words, const QPen& pen) {
        painter.setPen(pen);
        painter.drawLine(QPointF(x, y), QPointF(x + 18, y));
        const int width = textWidth(words, uiFont(12));
        paintText(
            painter, QRectF(x + 24, y - 9, width + 2, 18), words, uiFont(12),
            m_theme.color(Token::Tx2));
        x += 24 + width + 16;
    };
    entry(tr("open %1").arg(numberText(m_days.back().open)), QPen(m_theme.color(Token::Inv), 2));
    if (const auto ideal = idealToday()) {
        QPen dashed(m_theme.color(Token::Tx3), 1.5);
        dashed.setDashPattern({4, 4});
        entry(tr("ideal %1").arg(numberText(*ideal)), dashed);
    }
}

} // namespace sz::widgets
