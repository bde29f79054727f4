// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/ScaleBar.h"

#include "maps/symbols/Symbols.h"
#include "maps/view/MapPanel.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sz::maps {

using symbols::Token;

namespace {

constexpr int kHeight = 24;
constexpr int kPad = 8;
constexpr int kMostBar = 100;
constexpr int kLengthRoom = 48; ///< the longest of "500 km"

QFont wordFont()
{
    return symbols::uiFont(12);
}

} // namespace

std::pair<double, double> roundBar(double metresPerPixel, double mostPixels)
{
    const double most = metresPerPixel * mostPixels;
    const double power = std::pow(10, std::floor(std::log10(std::max(most, 1e-6))));
    const double lead = most / power;
    const double metres = power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    return {metres, metres / metresPerPixel};
}

QString lengthText(double metres)
{
    return metres >= 1000 ? QStringLiteral("%1 km").arg(metres / 1000)
                          : QStringLiteral("%1 m").arg(metres);
}

ScaleBar::ScaleBar(const MapPanel& panel, QWidget* parent) : QWidget(parent), m_panel(panel)
{
    setObjectName(QStringLiteral("scaleBar"));
    connect(&panel, &MapPanel::cameraChanged, this, qOverload<>(&QWidget::update));
    connect(&panel, &MapPanel::themeChanged, this, qOverload<>(&QWidget::update));
    resize(sizeHint());
}

void ScaleBar::setNotice(const QString& text)
{
    m_notice = text;
    updateGeometry();
    update();
}

void ScaleBar::setCredit(const QString& text)
{
    m_credit = text;
    setToolTip(text);
    updateGeometry();
    update();
}

QString ScaleBar::words() const
{
    return m_notice.isEmpty() || m_credit.isEmpty() ? m_notice + m_credit
                                                    : m_notice + QStringLiteral(" · ") + m_credit;
}

QSize ScaleBar::sizeHint() const
{
    return {
        2 * kPad + kMostBar + kLengthRoom + QFontMetrics(wordFont()).horizontalAdvance(words())
            + kPad,
        kHeight};
}

void ScaleBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const symbols::Theme theme = m_panel.theme();
    QColor ground = symbols::color(theme, Token::Bg1);
    ground.setAlphaF(0.86F);
    painter.fillRect(rect(), ground);
    painter.setPen(symbols::color(theme, Token::Line1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const auto [metres, pixels] = roundBar(m_panel.metresFor(1000) / 1000, kMostBar);
    const int y = height() / 2 + 4;
    const int end = kPad + static_cast<int>(std::lround(pixels));
    painter.setPen(symbols::color(theme, Token::Tx2));
    painter.drawPolyline(QPolygon({{kPad, y - 7}, {kPad, y}, {end, y}, {end, y - 7}}));
    painter.setFont(wordFont());
    painter.drawText(
        QRect(end + 6, 0, kLengthRoom, height()), Qt::AlignVCenter | Qt::AlignLeft,
        lengthText(metres));
    painter.setPen(symbols::color(theme, Token::Tx3));
    const QRect room(
        kPad + kMostBar + kLengthRoom, 0, width() - 2 * kPad - kMostBar - kLengthRoom, height());
    painter.drawText(
        room, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(words(), Qt::ElideRight, room.width()));
}

} // namespace sz::maps
