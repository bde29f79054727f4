// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/DetailTables.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kOrderRow = 28;
constexpr int kCareLine = 18; ///< below an order about which there is more to say
constexpr int kTraceRow = 26;
constexpr int kPad = 12;
constexpr int kCellGap = 8;
constexpr int kIcon = 12;
constexpr int kCountdownPad = 7; ///< words of a countdown end so far from its slot
constexpr int kWide = 420;       ///< below it columns give way
constexpr int kWordsPad = 4;     ///< above and below the words of an unfolded row
constexpr int kMostWords = 400;  ///< pixels: the longest report still leaves rows beside it
constexpr int kWrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;

/// Ground and focus of a cell; gives back the box for its words.
QRectF paintCell(
    QPainter& painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index,
    const ThemeSource& theme)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect, theme.color(isSelected ? Token::Sel : Token::Bg1));
    const bool isFirst = index.column() == 0;
    const bool isLast = index.column() == index.model()->columnCount() - 1;
    return QRectF(option.rect).adjusted(isFirst ? kPad : 0, 0, isLast ? -kPad : -kCellGap, 0);
}

void paintRowEnd(QPainter& painter, const QStyleOptionViewItem& option, const ThemeSource& theme)
{
    const QRect& box = option.rect;
    painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.color(Token::Line1));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.fillRect(QRect(box.x(), box.y(), box.width(), 2), theme.color(Token::Inv));
        painter.fillRect(QRect(box.x(), box.bottom() - 1, box.width(), 2), theme.color(Token::Inv));
    }
}

/// Focus is the row's, not the cell's.
bool isFocusedRow(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    return table != nullptr && table->hasFocus() && table->currentIndex().row() == index.row();
}

class OrdersDelegate final : public QStyledItemDelegate
{
public:
    OrdersDelegate(const OrdersModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        painter->save();
        QRectF box = paintCell(*painter, option, index, m_theme);
        box.setHeight(std::min<double>(box.height(), kOrderRow));
        const model::Order& order = m_model.orderAt(index.row());
        const QString text = index.data(Qt::DisplayRole).toString();
        switch (static_cast<OrderColumn>(index.column())) {
        case OrderColumn::Unit:
            paintText(*painter, box, text, uiFont(13, order.isLead), m_theme.color(Token::Tx1));
            break;
        case OrderColumn::Signed:
            paintSigned(*painter, box, text, order);
            break;
        case OrderColumn::Step:
            paintText(*painter, box, text, uiFont(13), m_theme.color(Token::Tx2));
            break;
        case OrderColumn::Limit:
            paintLimit(*painter, box, index.row());
            break;
        }
        QStyleOptionViewItem end = option;
        end.state.setFlag(QStyle::State_HasFocus, isFocusedRow(option, index));
        paintRowEnd(*painter, end, m_theme);
        painter->restore();
    }

private:
    void paintSigned(
        QPainter& painter,
        const QRectF& box,
        const QString& text,
        const model::Order& order) const
    {
        const QRectF icon(box.x(), box.y() + (box.height() - kIcon) / 2, kIcon, kIcon);
        paintUnitState(painter, icon, unitState(order.state), m_theme.color(Token::Tx2));
        paintText(
            painter, box.adjusted(kIcon + 5, 0, 0, 0), text, uiFont(13), m_theme.color(Token::Tx2));
    }

    void paintLimit(QPainter& painter, const QRectF& cell, int row) const
    {
        QRectF box = cell;
        if (auto countdown = m_model.countdownAt(row)) {
            if (countdownWidth(*countdown) > box.width()) {
                countdown->step.clear(); // the unit's state icon says which step it is at
            }
            paintCountdown(painter, box, *countdown, m_theme.theme());
            return;
        }
        box.setRight(box.right() - kCountdownPad);
        const QString outcome = m_model.outcomeAt(row);
        const double width = textWidth(outcome, uiFont(13));
        paintText(
            painter, box, outcome, uiFont(13), m_theme.color(Token::Tx2),
            Qt::AlignRight | Qt::AlignVCenter);
        const QRectF icon(
            box.right() - width - kIcon - 6, box.y() + (box.height() - kIcon) / 2, kIcon, kIcon);
        paintUnitState(
            painter, icon, unitState(m_model.orderAt(row).state), m_theme.color(Token::Tx2));
    }

    const OrdersModel& m_model;
    const ThemeSource& m_theme;
};

/// Column titles in line with the words of their cells.
class OrdersHeader final : public QHeaderView
{
public:
    OrdersHeader(const ThemeSource& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
    {
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        painter->fillRect(rect, m_theme.color(Token::Bg1));
        painter->fillRect(
            QRect(rect.x(), rect.bottom(), rect.width(), 1), m_theme.color(Token::Line1));
        const bool isLast = section == count() - 1;
        const QRectF box =
            QRectF(rect).adjusted(section == 0 ? kPad : 0, 0, isLast ? -kPad : -2, 0);
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        paintText(
            *painter, box, title, uiFont(12), m_theme.color(Token::Tx3),
            Qt::AlignVCenter | (isLast ? Qt::AlignRight : Qt::AlignLeft));
    }

private:
    const ThemeSource& m_theme;
};

class TraceDelegate final : public QStyledItemDelegate
{
public:
    TraceDelegate(const TraceModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        painter->save();
        QRectF box = paintCell(*painter, option, index, m_theme);
        const bool isUnfolded = box.height() > kTraceRow;
        const QRectF words = box.adjusted(0, kWordsPad, 0, -kWordsPad);
        box.setHeight(kTraceRow);
        const QString text = index.data(Qt::DisplayRole).toString();
        switch (static_cast<TraceColumn>(index.column())) {
        case TraceColumn::Time:
            paintText(*painter, box, text, uiFont(13), m_theme.color(Token::Tx3));
            break;
        case TraceColumn::Who:
            paintText(*painter, box, text, uiFont(13, true), m_theme.color(Token::Tx1));
            break;
        case TraceColumn::What:
            if (isUnfolded) {
                painter->setFont(uiFont(13));
                painter->setPen(m_theme.color(Token::Tx1));
                painter->drawText(words, kWrap, text);
            } else {
                paintText(*painter, box, text, uiFont(13), m_theme.color(Token::Tx1));
            }
            break;
        case TraceColumn::Number:
            paintNumber(*painter, box, text, m_model.isUnsent(index.row()));
            break;
        }
        if (isFocusedRow(option, index)) {
            painter->fillRect(
                QRect(option.rect.x(), option.rect.bottom() - 1, option.rect.width(), 2),
                m_theme.color(Token::Inv));
        }
        painter->restore();
    }

private:
    void paintNumber(QPainter& painter, const QRectF& box, const QString& text, bool isUnsent) const
    {
        if (!isUnsent) {
            paintText(
                painter, box, text, uiFont(12), m_theme.color(Token::Tx3),
                Qt::AlignRight | Qt::AlignVCenter);
            return;
        }
        const double width = badgeWidth(text);
        paintBadge(
            painter, QRectF(box.right() - width, box.y(), width, box.height()), text,
            m_theme.theme(), BadgeTone::Behind);
    }

    const TraceModel& m_model;
    const ThemeSource& m_theme;
};

} // namespace

QuietTable::QuietTable(int rowHeight, QWidget* parent) : QTableView(parent)
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void QuietTable::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QTableView::keyPressEvent(event);
        return;
    default:
        event->ignore();
    }
}

void QuietTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void QuietTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    Q_EMIT resized();
}

OrdersTable::OrdersTable(OrdersModel& model, const ThemeSource& theme, QWidget* parent)
    : QuietTable(kOrderRow, parent), m_model(model), m_theme(theme)
{
    setObjectName(QStringLiteral("ordersTable"));
    setAccessibleName(tr("Orders"));
    setModel(&model);
    setItemDelegate(new OrdersDelegate(model, theme, this));
    setHorizontalHeader(new OrdersHeader(theme, this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(20);
    horizontalHeader()->setFixedHeight(kOrderRow);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QuietTable::resized, this, &OrdersTable::fitColumns);
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&model, signal, this, &OrdersTable::fitHeight);
    }
    connect(&model, &QAbstractItemModel::modelReset, this, &OrdersTable::fitHeight);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &OrdersTable::fitHeight);
    connect(&model, &QAbstractItemModel::dataChanged, this, &OrdersTable::fitHeight);
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
    fitHeight();
}

void OrdersTable::setMaxRows(int rows)
{
    m_maxRows = rows;
    fitHeight();
}

OrderId OrdersTable::selectedOrder() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_model.orderAt(index.row()).id : OrderId();
}

void OrdersTable::selectOrder(const OrderId& order)
{
    const int row = m_model.rowOf(order);
    if (row < 0) {
        clearSelection();
        return;
    }
    selectRow(row);
}

QSize OrdersTable::sizeHint() const
{
    const int rows = std::clamp(m_model.rowCount(), 0, m_maxRows);
    int height = kOrderRow; // the titles
    for (int row = 0; row < rows; ++row) {
        height += rowHeight(row);
    }
    return {240, height};
}

// In a short window the table scrolls before anything lies over it.
QSize OrdersTable::minimumSizeHint() const
{
    const QSize full = sizeHint();
    return {full.width(), std::min(full.height(), kOrderRow * (1 + m_leastRows))};
}

void OrdersTable::setLeastRows(int rows)
{
    if (rows != m_leastRows) {
        m_leastRows = rows;
        fitHeight();
    }
}

void OrdersTable::fitHeight()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const int height = kOrderRow + (m_model.careAt(row).isEmpty() ? 0 : kCareLine);
        if (rowHeight(row) != height) {
            setRowHeight(row, height);
        }
    }
    setMinimumHeight(minimumSizeHint().height());
    setMaximumHeight(sizeHint().height());
    updateGeometry();
}

// Below the cells, over the whole width: no column would hold it.
void OrdersTable::paintEvent(QPaintEvent* event)
{
    QuietTable::paintEvent(event);
    QPainter painter(viewport());
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QRectF line(
            kPad, rowViewportPosition(row) + kOrderRow - 4, viewport()->width() - 2 * kPad,
            kCareLine);
        paintText(painter, line, m_model.careAt(row), uiFont(12), m_theme.color(Token::Tx2));
    }
}

void OrdersTable::fitColumns()
{
    const int width = viewport()->width();
    const bool isWide = width >= kWide;
    const int unit = isWide ? 134 : 126;
    const int signedIn = isWide ? 70 : 64;
    const int limit = isWide ? 136 : 118;
    const std::array widths{unit, signedIn, std::max(40, width - unit - signedIn - limit), limit};
    for (int column = 0; column < kOrderColumns; ++column) {
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
}

TraceTable::TraceTable(TraceModel& model, const ThemeSource& theme, QWidget* parent)
    : QuietTable(kTraceRow, parent)
{
    setObjectName(QStringLiteral("traceTable"));
    setAccessibleName(tr("Trace"));
    setModel(&model);
    setItemDelegate(new TraceDelegate(model, theme, this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(this, &QuietTable::resized, this, &TraceTable::fitColumns);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TraceTable::unfold);
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
}

QSize TraceTable::minimumSizeHint() const
{
    return {120, m_leastRows * kTraceRow};
}

void TraceTable::setLeastRows(int rows)
{
    if (rows != m_leastRows) {
        m_leastRows = rows;
        updateGeometry();
    }
}

void TraceTable::unfold()
{
    if (m_unfolded.isValid()) {
        setRowHeight(m_unfolded.row(), kTraceRow);
    }
    constexpr int kWhat = static_cast<int>(TraceColumn::What);
    m_unfolded = currentIndex().siblingAtColumn(kWhat);
    if (!m_unfolded.isValid()) {
        return;
    }
    const QRect room(0, 0, columnWidth(kWhat) - kCellGap, kMostWords);
    const int words =
        QFontMetrics(uiFont(13)).boundingRect(room, kWrap, m_unfolded.data().toString()).height();
    const bool isOneLine = words < 2 * QFontMetrics(uiFont(13)).height();
    setRowHeight(
        m_unfolded.row(), isOneLine ? kTraceRow : std::min(words, kMostWords) + 2 * kWordsPad);
    scrollTo(m_unfolded);
}

void TraceTable::fitColumns()
{
    const int width = viewport()->width();
    const int who = width >= kWide ? 84 : 76;
    const std::array widths{82, who, std::max(40, width - 82 - who - 70), 70};
    for (int column = 0; column < kTraceColumns; ++column) {
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
    unfold(); // in as many lines as it takes now
}

} // namespace sz::widgets
