// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LayerPanel.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/PlainLabel.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr int kWidth = 320;
constexpr int kFrame = 78; ///< head and foot
constexpr int kGap = 6;
constexpr int kSettleMs = 60;
constexpr int kRow = 60; ///< of the list, with its note

} // namespace

LayerPanel::LayerPanel(const ThemeSource& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_scroll(new QScrollArea(this)),
      m_add(new KeycapButton(
          theme,
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
          tr("Add a file"),
          this,
          ButtonLook::Framed))
{
    setObjectName(QStringLiteral("layerPanel"));
    setAccessibleName(tr("Layers of the map"));
    auto* title = new PlainLabel(tr("Layers"), this);
    title->setFont(symbols::uiFont(14, true));
    title->setContentsMargins(12, 8, 12, 4);
    auto* rows = new QWidget;
    m_column = new QVBoxLayout(rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Layers"));
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(rows);
    rows->setAutoFillBackground(false);
    m_add->setObjectName(QStringLiteral("addLayerButton"));
    m_add->findChild<QShortcut*>()->setEnabled(false); // printed here, bound by the page
    m_add->setToolTip(
        tr("GeoJSON, CSV, KML, KMZ, GPX, Shapefile, GeoPackage or a CAP warning; files "
           "can also be dropped on the map"));
    m_foot = new QVBoxLayout;
    m_foot->setContentsMargins(12, 4, 12, 8);
    m_foot->setSpacing(kGap);
    m_foot->addWidget(m_add, 0, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(m_scroll, 1);
    column->addLayout(m_foot);
    connect(m_add, &KeycapButton::clicked, this, &LayerPanel::addRequested);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void LayerPanel::setRows(const std::vector<LayerRowText>& rows, const LayerBook& book)
{
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (std::ranges::contains(rows, (*it)->id(), &LayerRowText::id)) {
            ++it;
            continue;
        }
        (*it)->hide();
        (*it)->deleteLater();
        it = m_rows.erase(it);
    }
    std::vector<LayerRow*> order;
    for (const LayerRowText& text : rows) {
        LayerRow* known = row(text.id);
        if (known == nullptr) {
            known = new LayerRow(m_theme, text, book.state(text.id), this);
            connect(known, &LayerRow::changed, this, &LayerPanel::changed);
            connect(known, &LayerRow::removeRequested, this, &LayerPanel::removeRequested);
            m_column->insertWidget(static_cast<int>(order.size()), known);
        } else {
            known->setText(text);
        }
        order.push_back(known);
    }
    m_rows = std::move(order);
    for (std::size_t i = 1; i < m_rows.size(); ++i) {
        setTabOrder(m_rows[i - 1], m_rows[i]);
    }
    updateGeometry();
}

void LayerPanel::setFoot(QWidget* foot, QWidget* button)
{
    m_column->insertWidget(m_column->count() - 1, foot);
    m_foot->addWidget(button, 0, Qt::AlignLeft);
    m_second = button;
    updateGeometry();
}

void LayerPanel::reveal(QWidget& part)
{
    // A row just made has no place yet: the layouts round it come first, one after another.
    QTimer::singleShot(kSettleMs, this, [this, at = QPointer<QWidget>(&part)] {
        if (at != nullptr) {
            // Of these only: what other panes have not laid out yet they would lay out by half.
            for (QWidget* one = at; one != nullptr && one != this; one = one->parentWidget()) {
                QCoreApplication::sendPostedEvents(one, QEvent::LayoutRequest);
            }
            m_scroll->ensureWidgetVisible(at, 0, kRow);
        }
    });
}

LayerRow* LayerPanel::row(const QString& id) const
{
    const auto it = std::ranges::find(m_rows, id, &LayerRow::id);
    return it == m_rows.end() ? nullptr : *it;
}

void LayerPanel::takeFocus()
{
    if (!m_rows.empty()) {
        m_rows.front()->box().setFocus(Qt::ShortcutFocusReason);
    }
}

QSize LayerPanel::sizeHint() const
{
    const bool hasSecond = m_second != nullptr && m_second->isVisibleTo(this);
    const int below = hasSecond ? m_second->sizeHint().height() + kGap : 0;
    return {kWidth, kFrame + below + m_column->sizeHint().height()};
}

void LayerPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.setPen(m_theme.color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void LayerPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) { // sliders keep theirs
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace sz::widgets
