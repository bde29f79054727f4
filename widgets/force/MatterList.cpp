// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/MatterList.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/VisibleText.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <ranges>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 52;
constexpr int kPad = 12;
constexpr int kGap = 10;
constexpr int kLine = 20;

class MatterDelegate final : public QStyledItemDelegate
{
public:
    MatterDelegate(const MatterModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {240, kRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        const MatterRow& row = m_model.rows()[static_cast<std::size_t>(index.row())];
        const QRectF box(option.rect);
        painter->save();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(box, m_theme.color(isSelected ? Token::Sel : Token::Bg2));
        painter->fillRect(
            QRectF(box.x(), box.bottom() - 1, box.width(), 1), m_theme.color(Token::Line1));
        QRectF first(box.x() + kPad, box.y() + 6, box.width() - 2 * kPad, kLine);
        QRectF second(first.x(), first.bottom(), first.width(), kLine);
        paintLimit(*painter, first, row);
        paintPair(*painter, first, row);
        paintSecond(*painter, second, row);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            paintFocusRing(*painter, box, m_theme.color(Token::Inv));
        }
        painter->restore();
    }

private:
    void paintLimit(QPainter& painter, QRectF& line, const MatterRow& row) const
    {
        if (row.isOver) {
            return;
        }
        const Countdown countdown{QString(), row.due - m_model.now(), row.lamp};
        const double width = countdownWidth(countdown);
        paintCountdown(
            painter, QRectF(line.right() - width, line.y(), width, line.height()), countdown,
            m_theme.theme());
        line.setRight(line.right() - width - kGap);
    }

    void paintPair(QPainter& painter, QRectF line, const MatterRow& row) const
    {
        const QFont bold = uiFont(14, true);
        paintText(painter, line, row.number, bold, m_theme.color(Token::Tx2));
        line.setLeft(line.left() + textWidth(row.number, bold) + kGap);
        paintText(
            painter, line, row.title, bold, m_theme.color(row.isOver ? Token::Tx3 : Token::Tx1));
    }

    void paintSecond(QPainter& painter, QRectF line, const MatterRow& row) const
    {
        const double note = std::min<double>(textWidth(row.note, uiFont(12)), line.width() / 2);
        paintText(
            painter, QRectF(line.right() - note, line.y(), note, line.height()), row.note,
            uiFont(12), m_theme.color(Token::Tx3), Qt::AlignRight | Qt::AlignVCenter);
        line.setRight(line.right() - note - kGap);
        paintText(
            painter, line, row.words, uiFont(13),
            m_theme.color(row.isOver ? Token::Tx3 : Token::Tx2));
    }

    const MatterModel& m_model;
    const ThemeSource& m_theme;
};

} // namespace

std::vector<MatterRow>
frozenRows(const std::vector<MatterRow>& shown, const std::vector<MatterRow>& fresh)
{
    std::vector<MatterRow> rows = shown;
    for (MatterRow& row : rows) {
        const auto now =
            std::ranges::find_if(fresh, [&row](const MatterRow& one) { return one.isSame(row); });
        if (now == fresh.end()) {
            row.isOver = true;
        } else {
            row = *now;
        }
    }
    for (const MatterRow& one : fresh) {
        const auto known =
            std::ranges::any_of(shown, [&one](const MatterRow& row) { return row.isSame(one); });
        if (!known) {
            rows.push_back(one);
        }
    }
    return rows;
}

void MatterModel::setRows(std::vector<MatterRow> rows)
{
    const bool isLonger = rows.size() >= m_rows.size()
                          && std::ranges::equal(
                              m_rows, rows | std::views::take(m_rows.size()),
                              [](const MatterRow& a, const MatterRow& b) { return a.isSame(b); });
    if (!isLonger || m_rows.empty()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    const auto before = static_cast<int>(m_rows.size());
    const auto after = static_cast<int>(rows.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
    }
    m_rows = std::move(rows);
    if (after > before) {
        endInsertRows();
    }
    Q_EMIT dataChanged(index(0), index(before - 1));
}

void MatterModel::setNow(Instant now)
{
    m_now = now;
}

int MatterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MatterModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const MatterRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return QStringList{row.number, row.title, row.words, row.note}.join(u' ');
    }
    if (role == Qt::ToolTipRole) {
        return (row.title + u'\n' + row.words).toHtmlEscaped();
    }
    return {};
}

MatterList::MatterList(const ThemeSource& theme, const QString& name, QWidget* parent)
    : QListView(parent), m_model(std::make_unique<MatterModel>())
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setItemDelegate(new MatterDelegate(*m_model, theme, this));
    setModel(m_model.get());
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setAttribute(Qt::WA_InputMethodEnabled, false);
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QAbstractItemView::doubleClicked, this, [this] {
        if (const MatterRow* row = current()) {
            Q_EMIT activatedRow(*row);
        }
    });
}

MatterList::~MatterList()
{
    setModel(nullptr);
}

void MatterList::setRows(std::vector<MatterRow> rows)
{
    const int at = currentIndex().row();
    m_model->setRows(std::move(rows));
    if (!currentIndex().isValid() && m_model->rowCount() > 0) {
        setCurrent(std::clamp(at, 0, m_model->rowCount() - 1));
    }
    viewport()->update();
}

void MatterList::follow(std::vector<MatterRow> fresh)
{
    setRows(hasFocus() ? frozenRows(rows(), fresh) : std::move(fresh));
}

void MatterList::setNow(Instant now)
{
    m_model->setNow(now);
    viewport()->update();
}

const MatterRow* MatterList::current() const
{
    const int row = currentIndex().row();
    return row < 0 || row >= m_model->rowCount() ? nullptr : &rows()[static_cast<std::size_t>(row)];
}

void MatterList::setCurrent(int row)
{
    const QModelIndex index =
        m_model->index(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1)));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void MatterList::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        if (const MatterRow* row = current()) {
            const MatterRow copy = *row; // the list may be filled anew meanwhile
            Q_EMIT activatedRow(copy);
        }
        event->accept();
        return;
    }
    if (!event->text().isEmpty() && event->text().front().isLetterOrNumber()) {
        event->ignore(); // no search by letter: letters are keys
        return;
    }
    QListView::keyPressEvent(event);
}

void MatterList::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        Q_EMIT focusLeft();
    }
}

} // namespace sz::widgets
