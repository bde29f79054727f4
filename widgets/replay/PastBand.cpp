// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replay/PastBand.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QKeySequence>
#include <QMouseEvent>
#include <QPainter>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kPad = 14;
constexpr int kGap = 12;
constexpr int kShape = 18;
constexpr int kStripe = 8;

// Two triangles that point back, as on every player.
void paintBackwards(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double half = box.width() / 2;
    for (const double left : {box.left(), box.left() + half}) {
        painter.drawPolygon(QPolygonF(
            {{left, box.center().y()},
             {left + half, box.top() + 2},
             {left + half, box.bottom() - 2}}));
    }
    painter.restore();
}

} // namespace

PastBand::PastBand(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("pastBand"));
    setFixedHeight(sizeHint().height());
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void PastBand::setMoment(const QString& moment, const QString& facts)
{
    m_moment = moment;
    m_facts = facts;
    setAccessibleName(text());
    update();
}

QString PastBand::refusal() const
{
    return tr("nothing can be done here");
}

QString PastBand::text() const
{
    return QStringList{tr("PAST"), m_moment, m_facts, refusal()}.join(QStringLiteral(" · "));
}

void PastBand::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QColor words = m_theme.color(Token::InvTx);
    painter.fillRect(rect(), m_theme.color(Token::Inv));
    QRectF box = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
    paintBackwards(painter, {box.left(), (height() - kShape) / 2.0, kShape, kShape}, words);
    box.setLeft(box.left() + kShape + kGap);

    const QString now = tr("back to now");
    const QKeySequence esc(Qt::Key_Escape);
    const int backWidth = keycapsWidth(esc) + 6 + textWidth(now, uiFont(14));
    const QRectF back(box.right() - backWidth, 0, backWidth, height());
    const int caps = paintKeycaps(painter, back, esc, m_theme.theme(), KeycapGround::Primary);
    paintText(painter, back.adjusted(caps + 6, 0, 0, 0), now, uiFont(14), words);
    m_back = back.toAlignedRect();
    box.setRight(back.left() - kGap);

    const auto say = [&](const QString& text, int pixels, bool isBold) {
        paintText(painter, box, text, uiFont(pixels, isBold), words);
        box.setLeft(box.left() + textWidth(text, uiFont(pixels, isBold)) + kGap);
    };
    say(tr("PAST"), 20, true);
    say(m_moment, 20, true);
    const int no = textWidth(refusal(), uiFont(14, true));
    paintText(painter, box.adjusted(0, 0, -no - kGap, 0), m_facts, uiFont(13), words);
    paintText(painter, box, refusal(), uiFont(14, true), words, Qt::AlignRight | Qt::AlignVCenter);
}

void PastBand::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_back.contains(event->position().toPoint())) {
        Q_EMIT backRequested();
    }
}

void paintPastFrame(QPainter& painter, const QRect& rect, int width, const ThemeSource& theme)
{
    QPixmap tile(kStripe * 2, kStripe * 2);
    tile.fill(theme.color(Token::Bg0));
    QPainter stripes(&tile);
    stripes.setPen(QPen(theme.color(Token::Inv), kStripe / 2.0));
    for (int x = -kStripe * 2; x <= kStripe * 2; x += kStripe * 2) {
        stripes.drawLine(x, kStripe * 2, x + kStripe * 2, 0);
    }
    stripes.end();
    QRegion frame(rect);
    frame -= rect.adjusted(width, width, -width, -width);
    painter.save();
    painter.setClipRegion(frame);
    painter.drawTiledPixmap(rect, tile);
    painter.restore();
}

} // namespace sz::widgets
