// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/HandoverList.h"

#include "widgets/handover/HandoverDelegate.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace sz::widgets {

HandoverList::HandoverList(const ThemeSource& theme, QWidget* parent)
    : QListView(parent), m_model(std::make_unique<HandoverModel>()),
      m_delegate(new HandoverDelegate(*m_model, theme, this))
{
    setObjectName(QStringLiteral("handoverList"));
    setAccessibleName(tr("Rows of the handover sheet"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setItemDelegate(m_delegate);
    setModel(m_model.get());
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setAttribute(Qt::WA_InputMethodEnabled, false);
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QAbstractItemView::doubleClicked, this, &HandoverList::opened);
}

HandoverList::~HandoverList()
{
    setModel(nullptr);
}

// What comes in moves nothing under the cursor: the row stays chosen by its id, and where it is on the screen.
void HandoverList::setItems(std::vector<HandoverItem> items)
{
    const std::string at = currentRow();
    const int top = visualRect(currentIndex()).top();
    m_model->setItems(std::move(items));
    if (currentRow() != at || at.empty()) {
        setCurrentRow(at);
        if (!at.empty() && currentRow() == at) {
            verticalScrollBar()->setValue(
                verticalScrollBar()->value() + visualRect(currentIndex()).top() - top);
        }
    }
    if (currentRow().empty()) {
        chooseFirst();
    }
    viewport()->update();
}

void HandoverList::setNow(Instant now)
{
    m_delegate->setNow(now);
    viewport()->update();
}

void HandoverList::setCompact(bool isCompact)
{
    m_delegate->setCompact(isCompact);
    viewport()->update();
}

const model::ShiftSheet::Row* HandoverList::current() const
{
    const HandoverItem* item = m_model->item(currentIndex());
    return item == nullptr || item->sort != HandoverItem::Sort::Row ? nullptr : &item->row;
}

std::string HandoverList::currentRow() const
{
    const auto* row = current();
    return row == nullptr ? std::string() : row->row.id;
}

void HandoverList::setCurrentRow(const std::string& row)
{
    if (const QModelIndex index = m_model->indexOf(row); index.isValid()) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        scrollTo(index);
    }
}

void HandoverList::chooseFirst()
{
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const HandoverItem* item = m_model->item(m_model->index(i));
        if (item->sort == HandoverItem::Sort::Row) {
            setCurrentRow(item->row.row.id);
            return;
        }
    }
}

void HandoverList::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && event->key() == Qt::Key_Space) {
        Q_EMIT ticked();
        return;
    }
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT opened();
        return;
    }
    if (!event->text().isEmpty() && event->text().front().isPrint()) {
        event->ignore(); // no search by letter: letters are keys
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace sz::widgets
