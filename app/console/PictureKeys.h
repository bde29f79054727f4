// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a picture waits and types: as the officer's keyboard would.

#include "widgets/common/Language.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QWidget>

namespace sz::app {

template <class Condition>
bool waitFor(Condition condition, int ms)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition() && waited.elapsed() < ms) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    }
    return condition();
}

inline void settle(int ms)
{
    waitFor([] { return false; }, ms);
}

// As the officer's keyboard would, field by field.
inline void press(QWidget* target, int key, const QString& text = {})
{
    if (target != nullptr) {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
        QApplication::sendEvent(target, &down);
    }
}

inline void type(QWidget& sheet, const char* field, const QString& text)
{
    auto* target = sheet.findChild<QWidget*>(QLatin1StringView(field));
    if (target != nullptr) {
        target->setFocus();
        settle(30);
    }
    for (const QChar c : text) {
        press(target, c == u'\n' ? Qt::Key_Return : 0, c == u'\n' ? QString() : QString(c));
    }
    settle(60);
}

inline bool isChinese()
{
    return widgets::uiLanguage() == widgets::Language::Chinese;
}

} // namespace sz::app
