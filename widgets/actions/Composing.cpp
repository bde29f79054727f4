// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/Composing.h"

#include <QInputMethodEvent>
#include <QWidget>

namespace sz::widgets {

void Composing::watch(QWidget* field)
{
    field->installEventFilter(this);
}

bool Composing::eventFilter(QObject* /*watched*/, QEvent* event)
{
    if (event->type() == QEvent::InputMethod) {
        m_isOn = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
    } else if (event->type() == QEvent::FocusOut) {
        m_isOn = false;
    }
    return false;
}

} // namespace sz::widgets
