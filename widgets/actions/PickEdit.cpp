// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/PickEdit.h"

#include "maps/symbols/Symbols.h"
#include "widgets/actions/Composing.h"
#include "widgets/common/Painters.h"

#include <QKeyEvent>
#include <QPainter>

namespace sz::widgets {

PickEdit::PickEdit(const ThemeSource& theme, QWidget* host, QWidget* parent)
    : QLineEdit(parent), m_theme(theme), m_list(new ChoiceList(theme, host)),
      m_composing(new Composing(this))
{
    m_composing->watch(this);
    m_list->setKey(QStringLiteral("Enter"));
    connect(m_list, &ChoiceList::chosen, this, [this] { pickCurrent(); });
}

void PickEdit::offer(std::vector<ChoiceRow> rows)
{
    m_list->setRows(std::move(rows));
    if (hasFocus()) {
        m_list->showAt(this, ChoiceList::Side::Below);
    } else {
        m_list->hide();
    }
}

void PickEdit::closeList()
{
    m_list->hide();
}

bool PickEdit::isListOpen() const
{
    return m_list->isVisibleTo(m_list->parentWidget());
}

bool PickEdit::pickCurrent()
{
    if (!isListOpen() || m_list->current() < 0) {
        return false;
    }
    m_list->hide();
    Q_EMIT picked(m_list->current());
    return true;
}

void PickEdit::setAside(const QString& words)
{
    m_aside = words;
    update();
}

// Tab is handled here, before it moves the focus; Esc is claimed before it puts the sheet away.
bool PickEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.key() == Qt::Key_Escape && (isListOpen() || m_composing->isOn())) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && !m_composing->isOn()) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.key() == Qt::Key_Tab && key.modifiers() == Qt::NoModifier) {
            pickCurrent(); // and go on
        }
    }
    return QLineEdit::event(event);
}

void PickEdit::keyPressEvent(QKeyEvent* event)
{
    if (!m_composing->isOn() && handle(*event)) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool PickEdit::handle(const QKeyEvent& event)
{
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isPlain) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (isListOpen()) {
            m_list->step(event.key() == Qt::Key_Down ? 1 : -1);
        } else if (event.key() == Qt::Key_Down) {
            Q_EMIT listWanted();
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!pickCurrent()) {
            Q_EMIT entered();
        }
        return true;
    case Qt::Key_Escape:
        if (!isListOpen()) {
            return false;
        }
        closeList();
        Q_EMIT listLeft();
        return true;
    case Qt::Key_Backspace:
        if (!text().isEmpty()) {
            return false;
        }
        Q_EMIT erasedBack();
        return true;
    default:
        return false;
    }
}

void PickEdit::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    Q_EMIT focused();
}

void PickEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        closeList();
    }
}

void PickEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const QFont font = symbols::uiFont(12);
    const int taken = textWidth(text().isEmpty() ? placeholderText() : text(), this->font()) + 30;
    if (m_aside.isEmpty() || taken + textWidth(m_aside, font) > width()) {
        return;
    }
    QPainter painter(this);
    paintText(
        painter, QRectF(rect()).adjusted(10, 0, -10, 0), m_aside, font, m_theme.color(Token::Tx3),
        Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace sz::widgets
