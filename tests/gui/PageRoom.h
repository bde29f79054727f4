// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The whole window of a seat over a real desk without headquarters, for real keys.

#include "tests/gui/SheetFixture.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/common/Style.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/WatchPage.h"
#include "widgets/watch/BoardView.h"

#include <QApplication>
#include <QSettings>

#include <optional>
#include <tuple>

// QTRY_… of Qt 6.8 does not compile under our warnings.
#define UNTIL(condition) QVERIFY(sz::test::waitFor([&] { return static_cast<bool>(condition); }))
#define UNTIL_EQUAL(actual, expected)                                                              \
    do {                                                                                           \
        std::ignore = sz::test::waitFor([&] { return (actual) == (expected); });                   \
        QCOMPARE(actual, expected);                                                                \
    } while (false)

namespace sz::test {

/// Rows "en" and "zh_CN" for tests of one screen in both languages.
inline void languageRows()
{
    QTest::addColumn<bool>("isChinese");
    QTest::newRow("en") << false;
    QTest::newRow("zh_CN") << true;
}

/// A seat's own settings never leak from one test into the next.
inline void useOwnSettings(const QTemporaryDir& folder)
{
    QCoreApplication::setOrganizationName(QStringLiteral("sanzhen-test"));
    QCoreApplication::setApplicationName(QStringLiteral("sanzhen-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
}

struct PageRoom : DeskRoom
{
    explicit PageRoom(bool isChinese = false) { chinese = isChinese; }

    [[nodiscard]] bool show(QSize size = {1600, 900})
    {
        if (chinese) {
            screen.emplace();
        } else {
            QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        }
        widgets::applyTheme(*qApp, theme.theme());
        window = std::make_unique<widgets::MainWindow>(*desk, finder, index, theme, ticks);
        window->resize(size);
        window->show();
        return isOpen() && QTest::qWaitForWindowActive(window.get());
    }
    /// So many reports, taken now.
    [[nodiscard]] bool report(int count, plan::Grade grade = plan::Grade::IV, int from = 1)
    {
        for (int i = from; i < from + count; ++i) {
            model::ReportIncident report =
                plainReport("水浸 " + std::to_string(i), grade, 1 + i % 36);
            report.receivedAt = clock.now();
            const IncidentId id = perform({}, report);
            if (id.empty()) {
                return false;
            }
            ids.push_back(id);
        }
        return true;
    }
    void wait(Millis time)
    {
        clock.advance(time);
        ticks.tick();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] widgets::WatchPage& page() const { return window->page(); }
    [[nodiscard]] widgets::BoardView& board() const
    {
        return *window->findChild<widgets::BoardView*>();
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus == nullptr ? QApplication::activeWindow() : focus, key, modifiers);
    }
    /// Letters as a keyboard sends them, Han characters as an input method commits them.
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
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return window->findChild<T*>(QLatin1StringView(name));
    }

    bool chinese = false;
    std::optional<ChineseScreen> screen;
    std::unique_ptr<widgets::MainWindow> window;
    std::vector<IncidentId> ids;
};

} // namespace sz::test
