// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The whole watch page over a real desk without headquarters, for keys as an officer presses them.

#include "tests/gui/SheetFixture.h"
#include "widgets/common/ChipRow.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/WatchPage.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>

namespace sz::test {

struct WatchRoom : DeskRoom
{
    using DeskRoom::DeskRoom;
    ~WatchRoom()
    {
        if (page != nullptr) {
            page->hide(); // the focus leaves while everything is there, as when a window closes
        }
    }

    [[nodiscard]] bool show()
    {
        if (!isOpen()) {
            return false;
        }
        page = std::make_unique<widgets::WatchPage>(*desk, finder, index, theme, ticks);
        page->resize(1600, 900);
        page->show();
        page->right().makeSheets();
        return QTest::qWaitForWindowActive(page.get());
    }

    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// To whoever has the focus: letters as a keyboard sends them, Chinese as an input method commits it.
    static void type(const QString& text)
    {
        for (const QChar c : text) {
            if (c.unicode() < 0x80) {
                QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
                continue;
            }
            QInputMethodEvent committed;
            committed.setCommitString(QString(c));
            QApplication::sendEvent(QApplication::focusWidget(), &committed);
        }
    }
    [[nodiscard]] static QString focused()
    {
        const QWidget* focus = QApplication::focusWidget();
        return focus == nullptr ? QString() : focus->objectName();
    }
    /// Types into the command line, as from anywhere.
    void command(const QString& text) const
    {
        QTest::keyClick(page.get(), Qt::Key_J, Qt::ControlModifier);
        type(text);
    }
    [[nodiscard]] QString chips() const
    {
        QStringList out;
        for (const auto& chip :
             page->findChild<widgets::ChipRow*>(QStringLiteral("previewChips"))->chips()) {
            out.append(chip.label + QStringLiteral("=") + chip.text);
        }
        return out.join(QStringLiteral(" | "));
    }
    /// A part of the open sheet.
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return page->right().currentWidget()->findChild<T*>(QLatin1StringView(name));
    }
    [[nodiscard]] QString text(const char* name) const
    {
        const auto* label = find<QLabel>(name);
        return label == nullptr || !label->isVisible() ? QString() : label->text();
    }
    [[nodiscard]] QString sheet() const { return page->right().currentWidget()->objectName(); }

    std::unique_ptr<widgets::WatchPage> page;
};

} // namespace sz::test
