// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Board, map and detail in windows of their own: facts above them, keys as before, closing brings them back.
#include "tests/gui/PageRoom.h"
#include "widgets/shell/LateActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PopActs.h"
#include "widgets/shell/PopWindow.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/DetailPane.h"

#include <QScreen>
#include <QSplitter>
#include <QToolButton>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_PopOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void init() { QSettings().clear(); }
    void outAndBackByKey_data();
    void outAndBackByKey();
    void closingBringsThePaneBack();
    void factsStandAboveIt_data() { test::languageRows(); }
    void factsStandAboveIt();
    void keysWorkInBothWindows();
    void aSheetComesToTheFront();
    void theSeatRemembers();
    void aScreenThatIsGone();
    void allThreeOut();

private:
    static QSplitter& split(const test::PageRoom& room)
    {
        return *room.find<QSplitter>("watchSplitter");
    }
    static PopActs& windows(const test::PageRoom& room) { return room.page().seat().windows(); }

    QTemporaryDir m_folder;
};

void tst_PopOut::outAndBackByKey_data()
{
    QTest::addColumn<int>("pane");
    QTest::addColumn<QString>("button");
    QTest::newRow("board") << 0 << QStringLiteral("boardPopButton");
    QTest::newRow("map") << 1 << QStringLiteral("mapPopButton");
    QTest::newRow("detail") << 2 << QStringLiteral("detailPopButton");
}

void tst_PopOut::outAndBackByKey()
{
    QFETCH(const int, pane);
    QFETCH(const QString, button);
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(1));
    room.page().select(room.ids.front());
    const std::array<QWidget*, 3> panes{
        &room.board(), &room.page().mapArea(), &room.page().right()};
    QWidget* moved = panes.at(static_cast<std::size_t>(pane));
    const auto which = static_cast<PopPane>(pane);
    QVERIFY(room.window->findChild<QToolButton*>(button)->isVisible());
    QVERIFY(!room.window->findChild<QToolButton*>(button)->accessibleName().isEmpty());
    const auto key = static_cast<Qt::Key>(Qt::Key_1 + pane);
    room.board().setFocus();
    room.key(key, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(windows(room).isOut(which));
    QCOMPARE(moved->window(), windows(room).window(which));
    QVERIFY(moved->isVisible());
    QCOMPARE(split(room).count(), 3); // the place is kept, without room
    QVERIFY(!split(room).widget(pane)->isVisible());
    room.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(room.window.get()));
    room.key(key, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!windows(room).isOut(which));
    QCOMPARE(moved->window(), room.window.get());
    QCOMPARE(split(room).indexOf(moved), pane);
    QVERIFY(moved->isVisible());
    QVERIFY(moved->width() > 200);
}

void tst_PopOut::closingBringsThePaneBack()
{
    test::PageRoom room;
    QVERIFY(room.show());
    windows(room).toggle(PopPane::Board);
    windows(room).window(PopPane::Board)->close();
    QVERIFY(!windows(room).isOut(PopPane::Board));
    QCOMPARE(split(room).indexOf(&room.board()), 0);
    QVERIFY(room.board().isVisible());
    windows(room).toggle(PopPane::Board);
    auto* back = windows(room)
                     .window(PopPane::Board)
                     ->findChild<QAbstractButton*>(QStringLiteral("popBackButton"));
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(!windows(room).isOut(PopPane::Board));
}

void tst_PopOut::factsStandAboveIt()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(room.report(2)); // two acts nobody has taken: there is no headquarters
    windows(room).toggle(PopPane::Map);
    room.wait(1s);
    const PopBar& bar = windows(room).window(PopPane::Map)->bar();
    QVERIFY(bar.isVisible());
    QVERIFY2(
        bar.text().contains(isChinese ? QStringLiteral("未发 2") : QStringLiteral("2 unsent")),
        qPrintable(bar.text()));
    QVERIFY(bar.text().contains(
        isChinese ? QStringLiteral("断线")
                  : QStringLiteral("ffline"))); // no word of a link that is not
    QCOMPARE(
        test::namelessIn(
            *windows(room).window(PopPane::Map)->findChild<QWidget*>(QStringLiteral("popBar"))),
        QStringList());
}

void tst_PopOut::keysWorkInBothWindows()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(2));
    room.wait(15min);
    room.page().select(room.ids.front());
    windows(room).toggle(PopPane::Detail);
    DetailPane& detail = room.page().right().detail();
    room.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(room.window.get()));
    room.board().setFocus();
    room.key(Qt::Key_N); // a key of the detail, from the board
    QVERIFY(detail.isTalkOpen());
    windows(room).bringUp(PopPane::Detail);
    QVERIFY(QTest::qWaitForWindowActive(windows(room).window(PopPane::Detail)));
    room.key(Qt::Key_N); // and in its own window
    QVERIFY(!detail.isTalkOpen());
    room.key(Qt::Key_F9); // a key of the page, from there
    QVERIFY(room.page().seat().late().isOpen());
    windows(room).toggle(PopPane::Detail);
    room.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(room.window.get()));
    room.board().setFocus();
    room.key(Qt::Key_N); // once, not twice
    QVERIFY(detail.isTalkOpen());
}

void tst_PopOut::aSheetComesToTheFront()
{
    test::PageRoom room;
    QVERIFY(room.show());
    windows(room).toggle(PopPane::Detail);
    room.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(room.window.get()));
    room.board().setFocus();
    room.key(Qt::Key_F2);
    QVERIFY(QTest::qWaitForWindowActive(windows(room).window(PopPane::Detail)));
    UNTIL_EQUAL(room.focused(), QStringLiteral("narrativeEdit"));
}

void tst_PopOut::theSeatRemembers()
{
    QRect left;
    {
        test::PageRoom room;
        QVERIFY(room.show());
        windows(room).toggle(PopPane::Board);
        windows(room).window(PopPane::Board)->setGeometry(60, 70, 500, 480);
        left = windows(room).window(PopPane::Board)->geometry();
        room.window->close();
    }
    test::PageRoom room;
    QVERIFY(room.show());
    room.window->restoreLayout();
    QVERIFY(windows(room).isOut(PopPane::Board));
    QVERIFY(!windows(room).isOut(PopPane::Map));
    UNTIL_EQUAL(windows(room).window(PopPane::Board)->size(), left.size());
    const QPoint off = windows(room).window(PopPane::Board)->pos() - left.topLeft();
    QVERIFY2(off.manhattanLength() < 60, "more than a window's frame");
}

void tst_PopOut::aScreenThatIsGone()
{
    {
        test::PageRoom room;
        QVERIFY(room.show());
        windows(room).toggle(PopPane::Map);
        windows(room).window(PopPane::Map)->setGeometry(20'000, 20'000, 500, 480);
        room.window->close();
    }
    test::PageRoom room;
    QVERIFY(room.show());
    room.window->restoreLayout();
    const QRect shown = windows(room).window(PopPane::Map)->frameGeometry();
    QVERIFY(room.window->screen()->virtualGeometry().intersects(shown));
}

void tst_PopOut::allThreeOut()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(1));
    for (const PopPane pane : {PopPane::Board, PopPane::Map, PopPane::Detail}) {
        windows(room).toggle(pane);
    }
    room.wait(1s);
    room.page().select(room.ids.front());
    QVERIFY(room.page().right().detail().incidentId() == room.ids.front());
    room.window->resize(1366, 768); // and the rest goes on
    room.wait(1s);
    for (const PopPane pane : {PopPane::Detail, PopPane::Board, PopPane::Map}) {
        windows(room).toggle(pane);
    }
    QCOMPARE(split(room).indexOf(&room.board()), 0);
    QCOMPARE(split(room).indexOf(&room.page().right()), 2);
}

QTEST_MAIN(tst_PopOut)
#include "tst_PopOut.moc"
