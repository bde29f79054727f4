// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/PlainTable.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <set>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 28;
constexpr int kPad = 10;
constexpr int kBarHeight = 6;
constexpr int kBadgeHeight = 18;

class RowDelegate final : public QStyledItemDelegate
{
public:
    RowDelegate(const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        painter->save();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Sel : Token::Bg1));
        const QRect& all = option.rect;
        painter->fillRect(
            QRect(all.x(), all.bottom(), all.width(), 1), m_theme.color(Token::Line1));
        QRectF box = QRectF(all).adjusted(kPad, 0, -kPad / 2.0, -1);
        const QVariant bar = index.data(BarRole);
        if (bar.isValid()) {
            box = paintBar(*painter, box, bar.toDouble());
        }
        paintWords(*painter, box, index);
        painter->restore();
    }

private:
    [[nodiscard]] QRectF paintBar(QPainter& painter, const QRectF& box, double share) const
    {
        const double text = 56;
        const QRectF groove(
            box.x(), box.center().y() - kBarHeight / 2.0, std::max(0.0, box.width() - text - 6),
            kBarHeight);
        painter.fillRect(groove, m_theme.color(Token::Bg3));
        QRectF full = groove;
        full.setWidth(groove.width() * std::clamp(share, 0.0, 1.0));
        painter.fillRect(full, m_theme.color(Token::Tx3));
        return {box.right() - text, box.y(), text, box.height()};
    }

    void paintWords(QPainter& painter, const QRectF& box, const QModelIndex& index) const
    {
        const QString text = index.data(Qt::DisplayRole).toString();
        const QVariant aligned = index.data(Qt::TextAlignmentRole);
        const auto alignment =
            aligned.isValid() ? Qt::Alignment(aligned.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
        const bool isBold = index.data(BoldRole).toBool();
        const QVariant tone = index.data(ToneRole);
        const Token token = tone.isValid() ? static_cast<Token>(tone.toInt()) : Token::Tx1;
        if (!index.data(LateRole).toBool()) {
            paintText(painter, box, text, uiFont(13, isBold), m_theme.color(token), alignment);
            return;
        }
        const double width = std::min<double>(box.width(), textWidth(text, uiFont(13, true)) + 12);
        const double x = alignment.testFlag(Qt::AlignRight) ? box.right() - width : box.x();
        const QRectF badge(x, box.center().y() - kBadgeHeight / 2.0, width, kBadgeHeight);
        painter.fillRect(badge, m_theme.color(Token::Red));
        paintText(
            painter, badge, text, uiFont(13, true), m_theme.color(Token::OnFill), Qt::AlignCenter);
    }

    const ThemeSource& m_theme;
};

class PlainHeader final : public QHeaderView
{
public:
    PlainHeader(const ThemeSource& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setSectionsClickable(false);
        setMinimumSectionSize(8);
    }
    [[nodiscard]] QSize sizeHint() const override { return {100, kRow}; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        painter->fillRect(rect, m_theme.color(Token::Bg1));
        painter->fillRect(
            QRect(rect.x(), rect.bottom(), rect.width(), 1), m_theme.color(Token::Line2));
        const QVariant aligned =
            model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
        const QString text =
            model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        paintText(
            *painter, QRectF(rect).adjusted(kPad, 0, -kPad / 2.0, 0), text, uiFont(12),
            m_theme.color(Token::Tx3),
            aligned.isValid() ? Qt::Alignment(aligned.toInt()) : Qt::AlignLeft | Qt::AlignVCenter);
    }

private:
    const ThemeSource& m_theme;
};

} // namespace

PlainTable::PlainTable(const ThemeSource& theme, std::vector<Column> columns, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_columns(std::move(columns))
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setHorizontalHeader(new PlainHeader(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRow);
    verticalHeader()->setMinimumSectionSize(kRow);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setItemDelegate(new RowDelegate(theme, this));
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
}

void PlainTable::addKey(const QKeyCombination& key, std::function<void()> act)
{
    m_keys[key.toCombined()] = std::move(act);
}

void PlainTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    setAttribute(Qt::WA_InputMethodEnabled, false); // setModel decides it anew
    fitColumns();
}

std::vector<int> PlainTable::chosenRows() const
{
    std::set<int> rows;
    if (selectionModel() != nullptr) {
        for (const QItemSelectionRange& range : selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row) {
                rows.insert(row);
            }
        }
    }
    if (rows.empty() && currentIndex().isValid()) {
        rows.insert(currentIndex().row());
    }
    return {rows.begin(), rows.end()};
}

void PlainTable::keyPressEvent(QKeyEvent* event)
{
    const auto held = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key() == Qt::Key_Enter ? int(Qt::Key_Return) : event->key();
    const auto it = m_keys.find(QKeyCombination(held, static_cast<Qt::Key>(key)).toCombined());
    if (it != m_keys.end()) {
        event->accept();
        if (!event->isAutoRepeat()) {
            it->second();
        }
        return;
    }
    const bool isLetter = !event->text().isEmpty() && event->text().front().isPrint();
    if (isLetter && !(held & (Qt::ControlModifier | Qt::AltModifier))) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void PlainTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    if (!currentIndex().isValid() && model() != nullptr && model()->rowCount() > 0) {
        setCurrentIndex(model()->index(0, 0));
    }
}

// What was in sight under the cursor stays in sight: a line more above the table must not push it out.
void PlainTable::resizeEvent(QResizeEvent* event)
{
    const QModelIndex current = currentIndex();
    const bool wasSeen =
        current.isValid() && QRect({}, event->oldSize()).intersects(visualRect(current));
    QTableView::resizeEvent(event);
    fitColumns();
    if (wasSeen) {
        scrollTo(current);
    }
}

void PlainTable::fitColumns()
{
    if (model() == nullptr) {
        return;
    }
    const auto count =
        std::min<std::size_t>(m_columns.size(), static_cast<std::size_t>(model()->columnCount()));
    std::vector<int> widths(count, 0); // 0: shares what is left
    int rest = viewport()->width();
    int weights = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Column& column = m_columns[i];
        widths[i] = column.weight == 0 ? column.pixels : 0;
        rest -= widths[i];
        weights += column.weight;
    }
    // A column whose share is below its least takes that, and the others share what then is left: else the last one is cut off.
    for (bool isShort = true; isShort;) {
        isShort = false;
        for (std::size_t i = 0; i < count; ++i) {
            const Column& column = m_columns[i];
            if (widths[i] == 0 && weights > 0 && rest * column.weight / weights < column.pixels) {
                widths[i] = column.pixels;
                rest -= column.pixels;
                weights -= column.weight;
                isShort = true;
            }
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        setColumnWidth(
            static_cast<int>(i),
            widths[i] > 0 ? widths[i]
                          : std::max(0, rest) * m_columns[i].weight / std::max(1, weights));
    }
}

// The ring goes round the row, drawn once over all cells.
void PlainTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid()) {
        return;
    }
    QRect row = visualRect(currentIndex().siblingAtColumn(0));
    row.setLeft(0);
    row.setRight(viewport()->width() - 1);
    QPainter painter(viewport());
    paintFocusRing(painter, row, m_theme.color(Token::Inv));
}

} // namespace sz::widgets
