// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/ReportTable.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <numeric>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 28;
constexpr int kPad = 12;
constexpr int kGap = 5;
constexpr int kLeast = 80;
constexpr int kBar = 6;
constexpr int kBarWords = 56; ///< right of a bar

int roleOf(ReportRole role)
{
    return static_cast<int>(role);
}

QRectF wordsBox(const QRect& cell, int column, int columns)
{
    return QRectF(cell).adjusted(
        column == 0 ? kPad : kGap, 0, column == columns - 1 ? -kPad : -kGap, 0);
}

class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(const ThemeSource& theme, const QTableView& table)
        : QStyledItemDelegate(nullptr), m_theme(theme), m_table(table)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        painter->save();
        const QModelIndex current = m_table.currentIndex();
        const bool isRow = current.isValid() && current.row() == index.row();
        painter->fillRect(option.rect, m_theme.color(isRow ? Token::Sel : Token::Bg1));
        painter->fillRect(
            QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1),
            m_theme.color(Token::Line1));
        QRectF box = wordsBox(option.rect, index.column(), index.model()->columnCount());
        if (const QVariant share = index.data(roleOf(ReportRole::Share)); share.isValid()) {
            paintBar(*painter, box, share.toInt());
            box.setLeft(std::max(box.left(), box.right() - kBarWords));
        }
        const QVariant tone = index.data(roleOf(ReportRole::Tone));
        const auto token = tone.isValid() ? static_cast<Token>(tone.toInt()) : Token::Tx1;
        const QVariant align = index.data(Qt::TextAlignmentRole);
        paintText(
            *painter, box, index.data(Qt::DisplayRole).toString(),
            uiFont(13, index.data(roleOf(ReportRole::Bold)).toBool()), m_theme.color(token),
            align.isValid() ? Qt::Alignment(align.toInt()) : Qt::AlignLeft | Qt::AlignVCenter);
        paintFocus(*painter, option.rect, index, current);
        painter->restore();
    }

private:
    void paintBar(QPainter& painter, const QRectF& box, int thousandths) const
    {
        const QRectF groove(
            box.x(), box.center().y() - kBar / 2.0, box.width() - kBarWords - 8, kBar);
        if (groove.width() < 24) {
            return;
        }
        painter.fillRect(groove, m_theme.color(Token::Bg3));
        QRectF part = groove;
        part.setWidth(groove.width() * std::clamp(thousandths, 0, 1000) / 1000.0);
        painter.fillRect(part, m_theme.color(Token::Tx3));
    }

    void paintFocus(
        QPainter& painter,
        const QRect& cell,
        const QModelIndex& index,
        const QModelIndex& current) const
    {
        if (!m_table.hasFocus()) {
            return;
        }
        const bool areCells = m_table.selectionBehavior() == QAbstractItemView::SelectItems;
        if (areCells && index == current) {
            paintFocusRing(painter, cell, m_theme.color(Token::Inv));
        } else if (!areCells && index.row() == current.row()) {
            const QColor edge = m_theme.color(Token::Inv);
            painter.fillRect(QRect(cell.x(), cell.y(), cell.width(), 2), edge);
            painter.fillRect(QRect(cell.x(), cell.bottom() - 1, cell.width(), 2), edge);
        }
    }

    const ThemeSource& m_theme;
    const QTableView& m_table;
};

/// Titles in line with the words below them.
class HeadLine final : public QHeaderView
{
public:
    HeadLine(const ThemeSource& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
    {
        setSectionsClickable(true);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        painter->fillRect(rect, m_theme.color(Token::Bg1));
        painter->fillRect(
            QRect(rect.x(), rect.bottom(), rect.width(), 1), m_theme.color(Token::Line1));
        const QVariant align = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
        const bool isBold =
            model()->headerData(section, Qt::Horizontal, roleOf(ReportRole::Bold)).toBool();
        paintText(
            *painter, wordsBox(rect, section, count()),
            model()->headerData(section, Qt::Horizontal).toString(), uiFont(12, isBold),
            m_theme.color(isBold ? Token::Tx1 : Token::Tx3),
            align.isValid() ? Qt::Alignment(align.toInt()) : Qt::AlignLeft | Qt::AlignVCenter);
    }

private:
    const ThemeSource& m_theme;
};

} // namespace

ReportTable::ReportTable(
    const ThemeSource& theme,
    const QString& name,
    bool hasHeads,
    QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(name);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    auto* delegate = new CellDelegate(theme, *this);
    delegate->setParent(this);
    setItemDelegate(delegate);
    setHorizontalHeader(new HeadLine(theme, this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(16);
    horizontalHeader()->setFixedHeight(kRow);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    horizontalHeader()->setVisible(hasHeads);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRow);
    verticalHeader()->setDefaultSectionSize(kRow);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
}

void ReportTable::setWidths(std::vector<int> widths)
{
    m_widths = std::move(widths);
    fitColumns();
}

void ReportTable::chooseCells()
{
    setSelectionBehavior(SelectItems);
}

void ReportTable::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QTableView::keyPressEvent(event);
        viewport()->update(); // the ground of a row is that of all its cells
        return;
    default:
        event->ignore();
    }
}

void ReportTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->update();
}

void ReportTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

// In a narrow pane the columns with a width give way alike.
void ReportTable::fitColumns()
{
    if (model() == nullptr || static_cast<int>(m_widths.size()) != model()->columnCount()) {
        return;
    }
    const int fixed = std::accumulate(m_widths.begin(), m_widths.end(), 0);
    const int room = viewport()->width();
    const int rest = std::max(kLeast, room - fixed);
    const double factor = fixed + rest > room ? static_cast<double>(room - rest) / fixed : 1.0;
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        setColumnWidth(
            static_cast<int>(i),
            m_widths[i] == 0 ? rest : std::max(16, static_cast<int>(m_widths[i] * factor)));
    }
}

} // namespace sz::widgets
