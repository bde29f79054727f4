// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/CommandInput.h"

#include "maps/symbols/Symbols.h"
#include "widgets/actions/Composing.h"
#include "widgets/common/Painters.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kHeight = 40;
constexpr int kMark = 16; ///< room of the mark before the text
constexpr qsizetype kMostRemembered = 50;

bool isEnter(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

CommandInput::CommandInput(const ThemeSource& theme, QWidget* parent)
    : QLineEdit(parent), m_theme(theme), m_composing(new Composing(this))
{
    setFixedHeight(kHeight);
    setFont(symbols::uiFont(16));
    setTextMargins(kMark, 0, 0, 0);
    m_composing->watch(this);
    connect(this, &QLineEdit::textEdited, this, [this] { m_recalled = -1; });
}

void CommandInput::remember(const QString& text)
{
    m_history.removeAll(text);
    m_history.append(text);
    if (m_history.size() > kMostRemembered) {
        m_history.removeFirst();
    }
    m_recalled = -1;
}

void CommandInput::setListShown(bool isShown)
{
    m_isListShown = isShown;
}

bool CommandInput::isComposing() const
{
    return m_composing->isOn();
}

// Ctrl+Enter and Esc belong to this line while it has the focus, not to an open sheet.
bool CommandInput::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (isEnter(key) || key.key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        if (key.matches(QKeySequence::Undo) && text().isEmpty() && !isComposing()) {
            event->ignore(); // what the line has just done is taken back, not its words
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && !isComposing()) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool isPlainTab = key.key() == Qt::Key_Tab && key.modifiers() == Qt::NoModifier;
        if (isPlainTab && !text().isEmpty()) {
            Q_EMIT completeWanted();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void CommandInput::keyPressEvent(QKeyEvent* event)
{
    if (isComposing()) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (handle(*event)) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool CommandInput::handle(const QKeyEvent& event)
{
    if (isEnter(event)) {
        if (!event.isAutoRepeat()) {
            Q_EMIT performWanted();
        }
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Escape:
        Q_EMIT clearWanted();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int by = event.key() == Qt::Key_Up ? -1 : 1;
        if (m_isListShown && m_recalled < 0) {
            Q_EMIT stepWanted(by);
        } else {
            recall(by);
        }
        return true;
    }
    default:
        return false;
    }
}

void CommandInput::recall(int by)
{
    if (m_history.isEmpty() || (m_recalled < 0 && by > 0)) {
        return;
    }
    const qsizetype from = m_recalled < 0 ? m_history.size() : m_recalled;
    const qsizetype to = std::max<qsizetype>(0, from + by);
    if (to >= m_history.size()) {
        m_recalled = -1;
        clear();
        return;
    }
    m_recalled = to;
    setText(m_history[to]);
}

void CommandInput::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintText(
        painter, QRectF(11, 0, kMark, height()), QStringLiteral("›"), symbols::uiFont(16),
        m_theme.color(Token::Tx3));
}

} // namespace sz::widgets
