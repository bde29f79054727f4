// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/print/SheetLegend.h"

#include "maps/layers/MarkPainter.h"
#include "maps/overlay/OverlayPainter.h"
#include "maps/symbols/Symbols.h"
#include "maps/tiles/TilePainter.h"

#include <QPainter>

#include <cmath>

namespace sz::maps {

using symbols::Theme;
using symbols::Token;

namespace {

constexpr double kRow = 26;
constexpr double kSign = 20;
constexpr double kWordsLeft = 38;
constexpr double kSharp = 4; ///< pixels of a picture per pixel of the page
constexpr double kMostBar = 140;

QColor ink(Token token)
{
    return symbols::color(Theme::Light, token);
}

/// Rows of a legend, one below the other.
class Rows
{
public:
    Rows(QPainter& painter, const QRectF& box) : m_painter(painter), m_box(box), m_y(box.top()) {}

    void title(const QString& text)
    {
        m_painter.setFont(paperFont(14, true));
        m_painter.setPen(ink(Token::Tx1));
        m_painter.drawText(
            QRectF(m_box.left(), m_y, m_box.width(), kRow), Qt::AlignVCenter | Qt::AlignLeft, text);
        m_y += kRow + 2;
    }

    template <class Sign>
    void row(const QString& text, Sign sign)
    {
        sign(QRectF(
            m_box.left() + (kWordsLeft - 8 - kSign) / 2, m_y + (kRow - kSign) / 2, kSign, kSign));
        m_painter.setFont(paperFont(12));
        m_painter.setPen(ink(Token::Tx1));
        m_painter.drawText(
            QRectF(m_box.left() + kWordsLeft, m_y - 3, m_box.width() - kWordsLeft, kRow + 6),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, text);
        m_y += kRow;
    }

    void gap() { m_y += 8; }
    /// For so many rows more.
    [[nodiscard]] bool hasRoom(int rows) const { return m_y + rows * kRow <= m_box.bottom(); }

private:
    QPainter& m_painter;
    QRectF m_box;
    double m_y;
};

void paintLine(QPainter& painter, const QRectF& box, Token token, double width)
{
    painter.setPen(QPen(ink(token), width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(
        QPointF(box.left() - 4, box.center().y()), QPointF(box.right() + 4, box.center().y()));
}

// As on the map: ground and edge, or the line, or the mark alone.
void paintSample(QPainter& painter, const QRectF& box, const OverlayStyle& style)
{
    const Token tone = style.tones.front();
    QColor ground = ink(tone);
    ground.setAlphaF(static_cast<float>(style.fill));
    const QRectF inner = box.adjusted(-4, 3, 4, -3);
    painter.fillRect(inner, ground);
    QPen pen(ink(tone), style.width, Qt::SolidLine, Qt::FlatCap);
    if (style.isDashed) {
        pen.setDashPattern({2, 1.4});
    }
    painter.setPen(style.width > 0 ? pen : QPen(Qt::NoPen));
    painter.setBrush(Qt::NoBrush);
    if (style.width <= 0) {
        paintPointMark(painter, box.center(), 11, style.mark, tone, Theme::Light);
    } else if (style.fill > 0) {
        painter.drawRect(inner);
    } else {
        painter.drawLine(
            QPointF(inner.left(), inner.center().y()), QPointF(inner.right(), inner.center().y()));
    }
}

} // namespace

QFont paperFont(int pixels, bool isBold)
{
    QFont font = symbols::uiFont(pixels, isBold);
    // A PDF knows the letters of a font's plain glyphs only; those that a feature puts in their place could not be found.
    font.clearFeatures();
    for (const char* feature :
         {"tnum", "pnum", "locl", "calt", "ccmp", "liga", "clig", "rlig", "kern"}) {
        font.setFeature(QFont::Tag::fromString(QLatin1StringView(feature)).value(), 0);
    }
    return font;
}

void paintLegend(QPainter& painter, const QRectF& box, const SheetWords& words)
{
    Rows rows(painter, box);
    MarkPainter marks(Theme::Light, kSharp);
    rows.title(words.legend);
    for (int g = 0; g < 4; ++g) {
        rows.row(words.grades[static_cast<std::size_t>(g)], [&](const QRectF& at) {
            symbols::paintGrade(
                painter, at, static_cast<plan::Grade>(g + 1), Theme::Light, ink(Token::Disc));
        });
    }
    rows.gap();
    for (int l = 0; l < 3; ++l) {
        rows.row(words.lamps[static_cast<std::size_t>(l)], [&](const QRectF& at) {
            symbols::paintLamp(
                painter, at.adjusted(3, 3, -3, -3), static_cast<model::Lamp>(l + 1), Theme::Light);
        });
    }
    rows.gap();
    rows.row(words.cluster, [&](const QRectF& at) {
        painter.drawImage(
            at.adjusted(-4, -4, 4, 4),
            marks.cluster({{3, 0, 0, 0}, plan::Grade::II, false, false}));
    });
    rows.row(words.approximate, [&](const QRectF& at) {
        painter.drawImage(
            at.adjusted(-4, -4, 4, 4),
            marks.disc({plan::Grade::IV, model::Lamp::None, true, false}));
    });
    rows.gap();
    const BorderWidths widths = borderWidths(11);
    rows.row(words.zone, [&](const QRectF& at) {
        paintLine(painter, at, Token::BZone, widths.zone * 1.4);
    });
    rows.row(words.district, [&](const QRectF& at) {
        paintLine(painter, at, Token::BDist, widths.district);
    });
    rows.row(
        words.area, [&](const QRectF& at) { paintLine(painter, at, Token::BArea, widths.area); });
    rows.row(words.river, [&](const QRectF& at) {
        painter.fillRect(at.adjusted(-4, 5, 4, -5), ink(Token::Water));
    });
    if (!words.drawings.empty()) {
        rows.gap();
    }
    for (std::size_t i = 0; i < words.drawings.size(); ++i) {
        const auto& [word, style] = words.drawings[i];
        if (!rows.hasRoom(i + 1 < words.drawings.size() ? 2 : 1)) {
            rows.row(words.more.arg(words.drawings.size() - i), [](const QRectF&) {});
            return;
        }
        rows.row(word, [&](const QRectF& at) { paintSample(painter, at, style); });
    }
}

void paintNorth(QPainter& painter, const QRectF& box, const QString& letter)
{
    painter.save();
    painter.setPen(QPen(ink(Token::Tx1), 1));
    painter.setBrush(ink(Token::Bg2));
    painter.drawRect(box);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(Token::Tx1));
    const double x = box.center().x();
    painter.drawPolygon(QPolygonF(
        {{x, box.top() + 5},
         {x + 8, box.top() + 28},
         {x, box.top() + 23},
         {x - 8, box.top() + 28}}));
    painter.setFont(paperFont(13, true));
    painter.setPen(ink(Token::Tx1));
    painter.drawText(box.adjusted(0, 28, 0, 0), Qt::AlignCenter, letter);
    painter.restore();
}

void paintSheetScale(QPainter& painter, QPointF at, double metresPerPixel)
{
    const double most = metresPerPixel * kMostBar;
    const double power = std::pow(10, std::floor(std::log10(std::max(most, 1e-6))));
    const double lead = most / power;
    const double metres = power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    const double wide = metres / metresPerPixel;
    painter.save();
    painter.setPen(QPen(ink(Token::Tx1), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF({at + QPointF(0, -7), at, at + QPointF(wide, 0), at + QPointF(wide, -7)}));
    painter.setFont(paperFont(12));
    painter.drawText(
        QRectF(at.x() + wide + 6, at.y() - 14, 80, 18), Qt::AlignVCenter | Qt::AlignLeft,
        metres >= 1000 ? QStringLiteral("%1 km").arg(metres / 1000)
                       : QStringLiteral("%1 m").arg(metres));
    painter.restore();
}

} // namespace sz::maps
