// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::color;
using symbols::uiFont;

namespace {

constexpr double kStepMost = 90;
constexpr double kDot = 10;
constexpr double kRing = 15;
constexpr double kDotX = 8; ///< centre of a dot from the left edge of its step
constexpr double kDotY = 10;
constexpr double kLineGap = 8;

bool isReached(ReportPhase phase)
{
    return phase == ReportPhase::Past || phase == ReportPhase::Current;
}

QRectF around(const QPointF& centre, double size)
{
    return {centre.x() - size / 2, centre.y() - size / 2, size, size};
}

void paintCircle(
    QPainter& painter,
    const QRectF& box,
    const QColor& edge,
    double width,
    const QColor& fill)
{
    painter.setPen(width > 0 ? QPen(edge, width) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

void paintDot(QPainter& painter, const QPointF& centre, const ReportStep& step, Theme theme)
{
    const bool hasLamp = step.phase == ReportPhase::Due && step.lamp != model::Lamp::None;
    if (hasLamp) {
        symbols::paintLamp(painter, around(centre, 14), step.lamp, theme);
    } else if (step.phase == ReportPhase::Past) {
        paintCircle(painter, around(centre, kDot), {}, 0, color(theme, Token::Tx2));
    } else if (step.phase == ReportPhase::Current) {
        paintCircle(painter, around(centre, kRing), color(theme, Token::Inv), 1.5, Qt::transparent);
        paintCircle(painter, around(centre, kDot - 1), {}, 0, color(theme, Token::Inv));
    } else {
        const Token edge = step.phase == ReportPhase::Due ? Token::Tx2 : Token::Ctl;
        paintCircle(painter, around(centre, kDot), color(theme, edge), 1.5, Qt::transparent);
    }
}

void paintWords(QPainter& painter, const QRectF& column, const ReportStep& step, Theme theme)
{
    const bool isCurrent = step.phase == ReportPhase::Current;
    const Token nameToken = step.phase == ReportPhase::Future ? Token::Tx3 : Token::Tx1;
    const QColor grey = color(theme, Token::Tx3);
    const bool hasLamp = step.lamp != model::Lamp::None;
    const QRectF line(column.x(), column.y() + 20, column.width(), 20);
    paintText(painter, line, step.name, uiFont(13, isCurrent), color(theme, nameToken));
    paintText(painter, line.translated(0, 18), step.time, uiFont(12), grey);
    paintText(
        painter, line.translated(0, 33).adjusted(0, 0, 0, -1), step.note, uiFont(12),
        hasLamp ? symbols::lampText(step.lamp, theme) : grey);
}

} // namespace

void paintReportChain(
    QPainter& painter,
    const QRectF& box,
    const std::vector<ReportStep>& steps,
    Theme theme)
{
    if (steps.empty()) {
        return;
    }
    const double pitch = std::min(kStepMost, box.width() / static_cast<double>(steps.size()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double x = box.x() + pitch * static_cast<double>(i);
        const QPointF centre(x + kDotX, box.y() + kDotY);
        if (i + 1 < steps.size()) {
            const bool isSolid = isReached(steps[i + 1].phase);
            painter.setPen(QPen(
                color(theme, isSolid ? Token::Tx2 : Token::Line2), 2, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(centre + QPointF(kLineGap, 0), centre + QPointF(pitch - kLineGap, 0));
        }
        paintDot(painter, centre, steps[i], theme);
        paintWords(painter, QRectF(x, box.y(), pitch - 4, box.height()), steps[i], theme);
    }
    painter.restore();
}

} // namespace sz::widgets
