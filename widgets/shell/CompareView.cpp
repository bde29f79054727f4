// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/CompareView.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/Painters.h"
#include "widgets/replay/ChangesModel.h"
#include "widgets/replay/ChangeWords.h"
#include "widgets/replay/MomentText.h"
#include "widgets/watch/DetailTables.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHead = 64;
constexpr int kRow = 44;
constexpr int kPad = 12;
constexpr int kMark = 14;
constexpr int kWhat = 84;

/// Plus, tick, square, dot: the word beside it says the same.
void paintChangeShape(
    QPainter& painter,
    const QRectF& box,
    const replay::Change& change,
    const ThemeSource& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF c = box.center();
    const double r = box.width() / 2 - 1;
    if (change.isLate) {
        symbols::paintLamp(painter, box, model::Lamp::Late, theme.theme());
    } else {
        painter.setPen(QPen(theme.color(Token::Tx1), 2));
        if (change.isClosed) {
            painter.drawPolyline(QPolygonF(
                {{c.x() - r, c.y()},
                 {c.x() - r / 4, c.y() + r * 0.7},
                 {c.x() + r, c.y() - r * 0.7}}));
        } else if (change.isAdded) {
            painter.drawLine(QPointF(c.x() - r, c.y()), QPointF(c.x() + r, c.y()));
            painter.drawLine(QPointF(c.x(), c.y() - r), QPointF(c.x(), c.y() + r));
        } else {
            painter.drawEllipse(c, r * 0.5, r * 0.5);
        }
    }
    painter.restore();
}

/// Two lines a row: which incident; below it how it changed.
class ChangeDelegate final : public QStyledItemDelegate
{
public:
    ChangeDelegate(const ChangesModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QRect& cell = option.rect;
        painter->fillRect(cell, m_theme.color(isSelected ? Token::Sel : Token::Bg1));
        painter->fillRect(
            QRect(cell.x(), cell.bottom(), cell.width(), 1), m_theme.color(Token::Line1));
        const replay::Change& change = m_model.changeAt(index.row());
        const QString text = index.data(Qt::DisplayRole).toString();
        if (index.column() == static_cast<int>(ChangeColumn::What)) {
            const QRectF mark(
                cell.x() + kPad, cell.y() + (cell.height() - kMark) / 2.0, kMark, kMark);
            paintChangeShape(*painter, mark, change, m_theme);
            paintText(
                *painter, QRectF(cell).adjusted(kPad + kMark + 6, 0, -4, 0), text,
                uiFont(13, change.isLate),
                m_theme.color(change.isLate ? Token::RedTx : Token::Tx1));
            return;
        }
        const QRectF box = QRectF(cell).adjusted(4, 4, -kPad, -4);
        const QRectF upper(box.x(), box.y(), box.width(), 18);
        const QRectF lower(box.x(), box.y() + 18, box.width(), 18);
        paintText(*painter, upper, text, uiFont(14, true), m_theme.color(Token::Tx1));
        const QModelIndex how = index.siblingAtColumn(static_cast<int>(ChangeColumn::How));
        paintText(
            *painter, lower, how.data(Qt::DisplayRole).toString(), uiFont(13),
            m_theme.color(Token::Tx2));
    }

private:
    const ChangesModel& m_model;
    const ThemeSource& m_theme;
};

} // namespace

CompareView::CompareView(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(plan), m_theme(theme),
      m_model(std::make_unique<ChangesModel>(std::move(plan))), m_table(new QuietTable(kRow, this)),
      m_empty(new EmptyNote(theme, this))
{
    setObjectName(QStringLiteral("compareView"));
    m_table->setObjectName(QStringLiteral("changesTable"));
    m_table->setAccessibleName(tr("What changed between the two moments"));
    m_table->setModel(m_model.get());
    m_table->setItemDelegate(new ChangeDelegate(*m_model, theme, m_table));
    m_table->horizontalHeader()->hide();
    m_table->setColumnHidden(static_cast<int>(ChangeColumn::How), true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, kHead, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_empty, 0, Qt::AlignTop);
    column->addWidget(m_table, 1);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) {
            if (current.isValid()) {
                Q_EMIT incidentChosen(m_model->changeAt(current.row()).shown().id);
            }
        });
    connect(m_table, &QuietTable::resized, this, &CompareView::fitColumns);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

CompareView::~CompareView() = default;

void CompareView::setMoments(const replay::Moment& one, const replay::Moment& other)
{
    const bool isOneFirst = one.now <= other.now;
    const replay::Moment& a = isOneFirst ? one : other;
    const replay::Moment& b = isOneFirst ? other : one;
    const int offset = m_plan->utcOffsetMinutes;
    m_span = momentText(a.now, offset) + QStringLiteral("  →  ") + momentText(b.now, offset);
    m_model->setDifference(replay::compare(a, b), b.now);
    m_sum = differenceText(m_model->difference());
    const bool isEmpty = m_model->difference().isEmpty();
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_empty->setReason(
        a.now == b.now ? tr("Both moments are the same") : m_sum,
        tr("go to another moment: A stays where it is"), false);
    setAccessibleName(m_span + QStringLiteral(": ") + m_sum);
    fitColumns();
    update();
}

void CompareView::fitColumns()
{
    m_table->setColumnWidth(static_cast<int>(ChangeColumn::What), kWhat + kMark);
    m_table->setColumnWidth(
        static_cast<int>(ChangeColumn::Which), m_table->viewport()->width() - kWhat - kMark);
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void CompareView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    const QRectF head(kPad, 6, width() - 2 * kPad, kHead - 10);
    paintText(
        painter, {head.x(), head.y(), head.width(), 22}, m_span, uiFont(14, true),
        m_theme.color(Token::Tx1));
    paintText(
        painter, {head.x(), head.y() + 26, head.width(), 22}, m_sum, uiFont(14),
        m_theme.color(Token::Tx2));
    painter.fillRect(QRect(0, kHead - 1, width(), 1), m_theme.color(Token::Line1));
}

} // namespace sz::widgets
