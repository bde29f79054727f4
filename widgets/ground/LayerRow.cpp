// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LayerRow.h"

#include "maps/overlay/OverlayPainter.h"
#include "maps/symbols/Symbols.h"
#include "maps/tiles/TilePainter.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/VisibleText.h"
#include "widgets/ground/DrawingShapes.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <QSlider>
#include <QToolButton>

namespace sz::widgets {
namespace {

constexpr int kLegend = 22;
constexpr int kSlider = 48; ///< a longer one pushes English names beyond the panel
constexpr int kLine = 26;
constexpr double kLegendZoom = 11; ///< whose borders are shown

void paintLine(QPainter& painter, const QRectF& box, const QColor& ink, double width)
{
    painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::FlatCap));
    const double y = box.center().y();
    painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y));
}

/// What incidents, heat, seats and borders look like on the map.
void paintOwnSign(QPainter& painter, const QRectF& box, OwnLayer layer, symbols::Theme theme)
{
    const auto ink = [theme](Token token) { return symbols::color(theme, token); };
    const maps::BorderWidths widths = maps::borderWidths(kLegendZoom);
    const QRectF square(box.center().x() - 8, box.center().y() - 8, 16, 16);
    switch (layer) {
    case OwnLayer::Marks:
        symbols::paintGrade(painter, square, plan::Grade::II, theme, ink(Token::Disc));
        return;
    case OwnLayer::Drawings: {
        const maps::OverlayStyle style = drawingStyle(model::DrawingKind::ClosedRoad);
        return paintLine(painter, box, ink(style.tones.front()), style.width);
    }
    case OwnLayer::Heat: {
        QRadialGradient glow(box.center(), 9);
        QColor edge = ink(Token::Inv);
        edge.setAlpha(0);
        glow.setColorAt(0, ink(Token::Inv));
        glow.setColorAt(1, edge);
        return painter.fillRect(square, glow);
    }
    case OwnLayer::Seats:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink(Token::MapTx));
        painter.drawEllipse(box.center(), 2.5, 2.5);
        return;
    case OwnLayer::Areas:
        return paintLine(painter, box, ink(Token::BArea), widths.area);
    case OwnLayer::Districts:
        return paintLine(painter, box, ink(Token::BDist), widths.district);
    case OwnLayer::Zones:
        return paintLine(painter, box, ink(Token::BZone), widths.zone * 1.4);
    default:
        return;
    }
}

} // namespace

LayerRow::LayerRow(const ThemeSource& theme, LayerRowText text, LayerState state, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_text(std::move(text)), m_box(new QCheckBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_remove(new QToolButton(this)),
      m_note(new ElidedLabel(theme, this))
{
    m_box->setObjectName(m_text.id + QStringLiteral("Box"));
    m_slider->setObjectName(m_text.id + QStringLiteral("Slider"));
    m_remove->setObjectName(m_text.id + QStringLiteral("RemoveButton"));
    m_box->setChecked(state.isOn);
    m_slider->setRange(10, 100);
    m_slider->setSingleStep(5);
    m_slider->setPageStep(20);
    m_slider->setValue(state.percent);
    m_slider->setFixedWidth(kSlider);
    m_remove->setFixedSize(22, 22);
    m_note->setPixelSize(12);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12 + kLegend + 8, 3, 8, 4);
    grid->setVerticalSpacing(0);
    grid->setHorizontalSpacing(8);
    m_box->setFixedHeight(kLine);
    grid->addWidget(m_box, 0, 0);
    grid->addWidget(m_slider, 0, 1);
    grid->addWidget(m_remove, 0, 2);
    grid->addWidget(m_note, 1, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    connect(m_box, &QCheckBox::toggled, this, &LayerRow::tell);
    connect(m_slider, &QSlider::valueChanged, this, &LayerRow::tell);
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeRequested(m_text.id); });
    connect(&theme, &ThemeSource::changed, this, &LayerRow::renewIcons);
    setText(m_text);
    renewIcons();
}

void LayerRow::setText(const LayerRowText& text)
{
    m_text = text;
    const QString name = visibleLine(text.name);
    m_box->setText(QString(name).replace(u'&', QStringLiteral("&&")));
    m_box->setAccessibleName(name);
    m_slider->setAccessibleName(tr("Opacity of %1").arg(name));
    m_slider->setToolTip(tr("Opacity"));
    m_remove->setAccessibleName(tr("Take %1 away").arg(name));
    m_remove->setToolTip(tr("Take this layer away"));
    m_remove->setVisible(text.isFile);
    m_note->setText(text.note);
    m_note->setToken(text.isBad ? Token::YelTx : Token::Tx3);
    m_note->setVisible(!text.note.isEmpty());
    m_slider->setEnabled(m_box->isChecked());
    update();
}

void LayerRow::setState(LayerState state)
{
    const QSignalBlocker box(m_box);
    const QSignalBlocker slider(m_slider);
    m_box->setChecked(state.isOn);
    m_slider->setValue(state.percent);
    m_slider->setEnabled(state.isOn);
    update();
}

void LayerRow::tell()
{
    m_slider->setEnabled(m_box->isChecked());
    update();
    Q_EMIT changed(m_text.id, {m_box->isChecked(), m_slider->value()});
}

void LayerRow::renewIcons()
{
    m_remove->setIcon(tintedIcon(QStringLiteral("close"), m_theme.theme()));
}

void LayerRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_box->isChecked() ? 1 : 0.45);
    paintLegend(painter, QRectF(12, 3 + (kLine - 16) / 2.0, kLegend, 16));
}

// A piece of it: ground, edge and mark as on the map.
void LayerRow::paintLegend(QPainter& painter, const QRectF& box) const
{
    if (!m_text.legend) {
        if (m_text.own) {
            paintOwnSign(painter, box, *m_text.own, m_theme.theme());
        }
        return;
    }
    const maps::OverlayStyle& style = *m_text.legend;
    const Token tone = style.tones.front();
    QColor ground = m_theme.color(tone);
    ground.setAlphaF(static_cast<float>(style.fill));
    const QRectF inner = box.adjusted(1, 1, -1, -1);
    if (style.fill > 0) {
        painter.fillRect(inner, ground);
    }
    if (style.isHatched) {
        QPainterPath piece;
        piece.addRect(inner);
        maps::paintHatch(painter, piece, m_theme.color(tone), inner.topLeft());
    }
    if (style.width > 0) {
        QPen pen(m_theme.color(tone), style.width);
        if (style.isDashed) {
            pen.setDashPattern({3, 2});
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        style.fill > 0 ? painter.drawRect(inner)
                       : painter.drawLine(inner.bottomLeft(), inner.topRight());
    }
    if (m_text.hasMark) {
        maps::paintPointMark(painter, box.center(), 9, style.mark, tone, m_theme.theme());
    }
}

} // namespace sz::widgets
