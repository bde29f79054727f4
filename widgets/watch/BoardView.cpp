// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/BoardView.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/watch/BoardHeads.h"
#include "widgets/watch/TileDelegate.h"
#include "widgets/watch/ViewStrip.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <ranges>

namespace sz::widgets {

namespace {

constexpr int kUnseenHeight = 24;
constexpr int kScrollStep = 43; ///< half a tile

} // namespace

BoardView::BoardView(BoardModel& model, const ThemeSource& theme, QWidget* parent)
    : QAbstractItemView(parent), m_model(model), m_theme(theme),
      m_heads(new BoardHeads(model, theme, viewport()))
{
    setObjectName(QStringLiteral("boardView"));
    setAccessibleName(tr("Incidents"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setAttribute(Qt::WA_InputMethodEnabled, false);
    setItemDelegate(new TileDelegate(model, theme, this));
    setModel(&model);
    setAttribute(Qt::WA_InputMethodEnabled, false); // setModel decides it anew
    watchModel();
    wireHeads();
    m_heads->refresh();
}

void BoardView::wireHeads()
{
    connect(&m_theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
    connect(m_heads, &BoardHeads::lateRequested, this, &BoardView::lateRequested);
    connect(m_heads, &BoardHeads::closedToggled, this, [this] {
        setClosedOpen(!m_closedChoice.value_or(viewport()->height() >= kShortBoard));
    });
    connect(m_heads, &BoardHeads::reconnectRequested, this, &BoardView::reconnectRequested);
    connect(m_heads, &BoardHeads::newReportRequested, this, &BoardView::newReportRequested);
    connect(this, &QAbstractItemView::doubleClicked, this, [this] { Q_EMIT opened(selectedId()); });
}

void BoardView::watchModel()
{
    connect(&m_model, &BoardModel::ticked, this, &BoardView::repaintRows);
    connect(
        &m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) {
            rememberNew(first, last);
            relayout();
        });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &BoardView::relayout);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &BoardView::relayout);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &BoardView::relayout);
    connect(
        &m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isResetting = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_unseen.clear();
        relayout();
        m_isResetting = false;
        restoreSelection();
    });
}

void BoardView::setLink(const desk::LinkStatus& link)
{
    m_heads->setLink(link);
    relayout();
}

void BoardView::select(const IncidentId& id)
{
    const QModelIndex index = m_model.indexOf(id);
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

// A new snapshot of the same day keeps the place.
void BoardView::restoreSelection()
{
    if (m_model.indexOf(m_selected).isValid()) {
        select(IncidentId(m_selected));
    } else if (!m_selected.empty()) {
        m_selected = {};
        Q_EMIT selected(m_selected);
    }
}

void BoardView::setStrip(ViewStrip* strip)
{
    m_strip = strip;
    connect(strip, &ViewStrip::shownChanged, this, &BoardView::placeStrip);
    placeStrip();
}

void BoardView::addHeadButton(QWidget* button)
{
    m_heads->addHeadButton(button);
}

void BoardView::placeStrip()
{
    const int tall =
        m_strip != nullptr && m_strip->isVisibleTo(this) ? m_strip->sizeHint().height() : 0;
    setViewportMargins(0, tall, 0, 0);
    if (tall > 0) {
        m_strip->setGeometry(0, 0, width(), tall);
    }
}

IncidentId BoardView::selectedId() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_model.incidentAt(index.row())->id : IncidentId();
}

void BoardView::jumpToLate()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.paneAt(row) == Pane::Overdue) {
            select(m_model.incidentAt(row)->id);
            setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void BoardView::setClosedOpen(bool isOpen)
{
    m_closedChoice = isOpen;
    relayout();
}

QString BoardView::emptyText(Pane pane) const
{
    return m_heads->noteText(pane);
}

void BoardView::rememberNew(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_unseen.insert(m_model.incidentAt(row)->id);
    }
}

void BoardView::relayout()
{
    const int hovered = rowUnderMouse();
    const IncidentId anchor = hovered < 0 ? IncidentId() : m_ids[static_cast<std::size_t>(hovered)];
    const int before = hovered < 0 ? 0 : m_geometry.rows[static_cast<std::size_t>(hovered)].top();

    const bool isClosedOpen = m_closedChoice.value_or(viewport()->height() >= kShortBoard);
    m_heads->setClosedOpen(isClosedOpen);
    m_heads->refresh();
    BoardInput input{
        {}, viewport()->width(), viewport()->height(), isClosedOpen, m_heads->noteHeights()};
    m_ids.clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        input.rows.push_back(m_model.paneAt(row));
        m_ids.push_back(m_model.incidentAt(row)->id);
    }
    m_geometry = layOutBoard(input);
    m_laidOutFor = viewport()->size();
    verticalScrollBar()->setSingleStep(kScrollStep);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_geometry.height - viewport()->height()));
    keepUnderMouse(anchor, before);
    placeChildren();
    viewport()->update();
}

// The row under the mouse stays under it, whatever comes or goes above: nothing moves under the hand.
void BoardView::keepUnderMouse(const IncidentId& id, int before)
{
    const auto it = std::ranges::find(m_ids, id);
    if (id.empty() || it == m_ids.end()) {
        return;
    }
    const QRect& box = m_geometry.rows[static_cast<std::size_t>(it - m_ids.begin())];
    if (!box.isNull() && box.top() != before) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + box.top() - before);
    }
}

int BoardView::rowUnderMouse() const
{
    if (!m_isHovered) {
        return -1;
    }
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    return viewport()->rect().contains(mouse) ? m_geometry.rowAt(mouse.y() + verticalOffset()) : -1;
}

void BoardView::placeChildren()
{
    m_heads->place(m_geometry, verticalOffset());
}

void BoardView::repaintRows()
{
    m_heads->refresh();
    const QRect seen = viewport()->rect();
    for (const QRect& box : m_geometry.rows) {
        const QRect shown = box.translated(0, -verticalOffset());
        if (!box.isNull() && shown.intersects(seen)) {
            viewport()->update(shown);
        }
    }
}

void BoardView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(Token::Bg1));
    for (int row = 0; row < m_model.rowCount() && std::cmp_less(row, m_geometry.rows.size());
         ++row) {
        const QRect box = visualRect(m_model.index(row));
        if (!box.isNull() && box.intersects(event->rect())) {
            paintRow(painter, row);
        }
    }
    paintUnseen(painter);
}

void BoardView::paintRow(QPainter& painter, int row)
{
    const QModelIndex index = m_model.index(row);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    option.state = QStyle::State_Enabled;
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    option.state.setFlag(QStyle::State_MouseOver, row == rowUnderMouse());
    itemDelegate()->paint(&painter, option, index);
    if (viewport()->rect().contains(option.rect.center())) {
        m_unseen.erase(m_model.incidentAt(row)->id);
    }
}

// Rows that came in above what is on the screen must not pass unnoticed.
void BoardView::paintUnseen(QPainter& painter)
{
    const auto above = std::ranges::count_if(m_unseen, [this](const IncidentId& id) {
        const QModelIndex index = m_model.indexOf(id);
        return index.isValid() && visualRect(index).bottom() < kUnseenHeight;
    });
    if (above == 0) {
        return;
    }
    const QRectF strip(0, 0, viewport()->width(), kUnseenHeight);
    painter.fillRect(strip, m_theme.color(Token::Inv));
    paintText(
        painter, strip, tr("%n new above · Home", nullptr, static_cast<int>(above)),
        symbols::uiFont(12, true), m_theme.color(Token::InvTx), Qt::AlignCenter);
}

void BoardView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid()) {
            Q_EMIT opened(selectedId());
            event->accept();
        }
        return;
    case Qt::Key_Space:
        Q_EMIT acknowledgeRequested();
        event->accept();
        return;
    case Qt::Key_H:
        if (event->modifiers() == Qt::NoModifier) {
            Q_EMIT shelveRequested();
            event->accept();
        }
        return;
    case Qt::Key_Up:
        if (event->modifiers() == Qt::AltModifier) {
            Q_EMIT raiseRequested();
            event->accept();
            return;
        }
        [[fallthrough]];
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QAbstractItemView::keyPressEvent(event);
        return;
    default:
        event->ignore(); // letters belong to the actions of the window
    }
}

void BoardView::focusInEvent(QFocusEvent* event)
{
    QAbstractItemView::focusInEvent(event);
    setAttribute(
        Qt::WA_InputMethodEnabled, false); // the base class switches it by the current index
    if (currentIndex().isValid()) {        // the base class makes one current without selecting it
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    }
    updateHold();
}

void BoardView::focusOutEvent(QFocusEvent* event)
{
    QAbstractItemView::focusOutEvent(event);
    updateHold();
}

void BoardView::enterEvent(QEnterEvent* event)
{
    QAbstractItemView::enterEvent(event);
    m_isHovered = true;
    updateHold();
}

void BoardView::leaveEvent(QEvent* event)
{
    QAbstractItemView::leaveEvent(event);
    m_isHovered = false;
    updateHold();
}

// A mouse left lying on the board of a window that is not in use is no hand.
void BoardView::changeEvent(QEvent* event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow()) {
        m_isHovered = false;
        updateHold();
    }
}

void BoardView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isHovered) {
        m_isHovered = true;
        updateHold();
    }
    if (event->buttons() == Qt::NoButton) { // there is nothing to drag a selection over
        QAbstractItemView::mouseMoveEvent(event);
    }
    viewport()->update();
}

void BoardView::updateHold()
{
    const bool isHeld = hasFocus() || m_isHovered;
    if (isHeld != m_model.isHeld()) {
        m_model.hold(isHeld);
    }
    m_heads->setActivePane(
        hasFocus() && currentIndex().isValid() ? std::optional(m_model.paneAt(currentIndex().row()))
                                               : std::nullopt);
    viewport()->update();
}

void BoardView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    placeChildren();
    viewport()->update();
}

void BoardView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    if (m_strip != nullptr && m_strip->isVisibleTo(this)) {
        m_strip->setGeometry(0, 0, width(), m_strip->height());
    }
    if (viewport()->size() != m_laidOutFor) {
        relayout();
    }
}

void BoardView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (m_isResetting) {
        return;
    }
    updateHold();
    const IncidentId id = current.isValid() ? m_model.incidentAt(current.row())->id : IncidentId();
    if (id != m_selected) {
        m_selected = id;
        Q_EMIT selected(id);
    }
}

QModelIndex BoardView::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    const int last = m_model.rowCount();
    switch (action) {
    case MoveUp:
    case MoveLeft:
    case MovePrevious:
        return m_model.index(stepRow(row < 0 ? last : row, -1));
    case MoveDown:
    case MoveRight:
    case MoveNext:
        return m_model.index(stepRow(row, 1));
    case MoveHome:
        return m_model.index(stepRow(-1, 1));
    case MoveEnd:
        return m_model.index(stepRow(last, -1));
    case MovePageUp:
        return m_model.index(pageRow(row, -1));
    case MovePageDown:
        return m_model.index(pageRow(row, 1));
    }
    return currentIndex();
}

/// Next row that is shown; `from` itself when there is none further.
int BoardView::stepRow(int from, int by) const
{
    for (int row = from + by; row >= 0 && row < m_model.rowCount(); row += by) {
        if (!m_geometry.rows[static_cast<std::size_t>(row)].isNull()) {
            return row;
        }
    }
    return from;
}

int BoardView::pageRow(int from, int direction) const
{
    int row = from < 0 ? stepRow(-1, 1) : from;
    if (row < 0) {
        return row;
    }
    const int start = m_geometry.rows[static_cast<std::size_t>(row)].top();
    const int page = viewport()->height() - kTileHeight;
    for (int next = stepRow(row, direction); next != row; next = stepRow(row, direction)) {
        row = next;
        if (std::abs(m_geometry.rows[static_cast<std::size_t>(row)].top() - start) >= page) {
            break;
        }
    }
    return row;
}

QRect BoardView::visualRect(const QModelIndex& index) const
{
    const bool isKnown = index.isValid() && std::cmp_less(index.row(), m_geometry.rows.size());
    const QRect box = isKnown ? m_geometry.rows[static_cast<std::size_t>(index.row())] : QRect();
    return box.isNull() ? QRect() : box.translated(0, -verticalOffset());
}

void BoardView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    const QRect box = visualRect(index);
    if (box.isNull()) {
        return;
    }
    const int top = box.top() - kPaneHeader; // the first row of a pane brings its header along
    const int bottom = box.bottom() + kTileGap - viewport()->height();
    QScrollBar* bar = verticalScrollBar();
    if (hint == PositionAtCenter) {
        bar->setValue(bar->value() + box.center().y() - viewport()->height() / 2);
    } else if (hint == PositionAtTop || top < 0) {
        bar->setValue(bar->value() + top);
    } else if (hint == PositionAtBottom || bottom > 0) {
        bar->setValue(bar->value() + bottom);
    }
}

QModelIndex BoardView::indexAt(const QPoint& point) const
{
    return m_model.index(m_geometry.rowAt(point.y() + verticalOffset()));
}

int BoardView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

bool BoardView::isIndexHidden(const QModelIndex& index) const
{
    return visualRect(index).isNull();
}

void BoardView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(rect.center());
    if (index.isValid()) {
        selectionModel()->select(index, command);
    }
}

QRegion BoardView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QModelIndex& index : selection.indexes()) {
        region += visualRect(index);
    }
    return region;
}

} // namespace sz::widgets
