// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+4 and F8 in the console's own window: scores and brief take the place of the board and give it back.
#include "tests/gui/SheetFixture.h"
#include "widgets/score/BriefPage.h"
#include "widgets/score/ScorePage.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/ReportRoom.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/WatchPage.h"

#include <QApplication>
#include <QSplitter>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::waitFor;

namespace {

struct Window
{
    explicit Window(QSize size)
        : window(*room.desk, room.finder, room.index, room.theme, room.ticks)
    {
        window.resize(size);
        window.show();
        window.activateWindow();
    }
    [[nodiscard]] bool isOpen() const { return room.isOpen(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(
            target != nullptr ? target : QApplication::activeWindow(), static_cast<Qt::Key>(key),
            modifiers);
    }
    [[nodiscard]] QSplitter* watch() const
    {
        return window.findChild<QSplitter*>(QStringLiteral("watchSplitter"));
    }
    [[nodiscard]] ReportRoom& reports() { return window.page().reports(); }

    DeskRoom room;
    MainWindow window;
};

} // namespace

class tst_ReportRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBackByKeys()
    {
        Window w({1366, 768});
        QVERIFY(w.isOpen());
        QVERIFY(w.watch()->isVisible());
        w.key(Qt::Key_F8);
        QVERIFY(w.reports().isOpen());
        QVERIFY(!w.watch()->isVisible());
        QVERIFY(w.reports().brief().isVisible());
        QVERIFY(!w.reports().scores().isVisible()); // one at a time on a laptop
        QVERIFY(waitFor([&] { return !w.reports().brief().isBusy(); }));
        w.key(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(w.reports().scores().isVisible());
        QVERIFY(!w.reports().brief().isVisible());
        QVERIFY(waitFor([&] { return !w.reports().scores().isBusy(); }));
        w.reports().scores().setFocus();
        auto* spans = w.reports().scores().findChild<QWidget*>(QStringLiteral("segmentButton0"));
        spans->setFocus();
        w.key(Qt::Key_Escape);
        QVERIFY(!w.reports().isOpen());
        QVERIFY(w.watch()->isVisible());
    }

    void aSheetThatOpensTakesTheRoomBack()
    {
        Window w({1366, 768});
        QVERIFY(w.isOpen());
        w.key(Qt::Key_F2);
        QVERIFY(w.window.page().right().isSheetOpen());
        w.key(Qt::Key_F8);
        QVERIFY(w.reports().isOpen());
        w.key(Qt::Key_F2); // the same sheet again
        QVERIFY(!w.reports().isOpen());
        QVERIFY(w.window.page().right().isSheetOpen());
        QVERIFY(w.watch()->isVisible());
    }

    void bothSideBySideWhereThereIsRoom()
    {
        Window w({1920, 1080});
        QVERIFY(w.isOpen());
        w.key(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(w.reports().scores().isVisible());
        QVERIFY(w.reports().brief().isVisible());
        QVERIFY(w.window.findChild<QWidget*>(QStringLiteral("scoresButton"))->isVisible());
        QVERIFY(waitFor(
            [&] { return !w.reports().scores().isBusy() && !w.reports().brief().isBusy(); }));
    }
};

QTEST_MAIN(tst_ReportRoom)
#include "tst_ReportRoom.moc"
