// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// F9: what is late, gone through by keys; a group confirms what was unfolded and seen, never the rest.
#include "tests/gui/PageRoom.h"
#include "widgets/late/LatePanel.h"
#include "widgets/late/LateView.h"
#include "widgets/shell/LateActs.h"

#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_LateList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void walkConfirmAndPutAside_data() { test::languageRows(); }
    void walkConfirmAndPutAside();
    void aGroupConfirmsWhatWasUnfoldedAndSeen_data() { test::languageRows(); }
    void aGroupConfirmsWhatWasUnfoldedAndSeen();
    void nothingMovesWhileItIsOpen();
    void nothingLateIsSaid();
    void everythingFocusableHasAName();

private:
    static int confirmed(const test::PageRoom& room)
    {
        int count = 0;
        for (const auto& [id, incident] : room.desk->incidents()) {
            count += static_cast<int>(incident->acknowledged.size());
        }
        return count;
    }
    static bool isSeen(const LateView& view)
    {
        return test::waitFor([&] {
            const auto alarm = view.currentAlarm();
            return alarm && view.hasSeen(keyOf(*alarm));
        });
    }

    QTemporaryDir m_folder;
};

void tst_LateList::walkConfirmAndPutAside()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(room.report(3));
    room.wait(40min);
    room.find<QWidget>("commandInput")->setFocus();
    room.key(Qt::Key_F9); // from anywhere
    LateActs& late = room.page().seat().late();
    QVERIFY(late.isOpen());
    LateView& view = late.panel().view();
    QVERIFY(view.hasFocus());
    QVERIFY(!view.testAttribute(Qt::WA_InputMethodEnabled));
    const int rows = late.panel().model().rowCount();
    QVERIFY(rows >= 3);
    QCOMPARE(view.currentIndex().row(), 0);
    room.key(Qt::Key_Down);
    QCOMPARE(view.currentIndex().row(), 1);
    const Alarm second = *view.currentAlarm();
    UNTIL_EQUAL(room.board().selectedId(), second.incident->id); // board and detail follow

    room.key(Qt::Key_Space); // at once: nobody has read it yet
    QVERIFY(isSeen(view));
    room.key(Qt::Key_Space);
    UNTIL_EQUAL(confirmed(room), 1);
    QVERIFY(room.desk->incident(second.incident->id)->acknowledged.contains(second.step.ref()));
    QCOMPARE(view.currentIndex().row(), 1); // and stays where it was
    UNTIL_EQUAL(late.panel().model().itemAt(1)->state, LateState::Confirmed);
    QCOMPARE(late.panel().model().rowCount(), rows);

    room.key(Qt::Key_Down);
    const Alarm third = *view.currentAlarm();
    QVERIFY(isSeen(view));
    room.key(Qt::Key_H);
    UNTIL(room.focused() == u"wordEdit" || QApplication::focusWidget() != &view);
    room.type(isChinese ? QStringLiteral("已电话联系") : QStringLiteral("on the phone"));
    room.key(Qt::Key_Return, Qt::ControlModifier);
    UNTIL(room.desk->incident(third.incident->id)->shelved.contains(third.step.ref()));
    UNTIL(view.hasFocus()); // the list has the keys again
    UNTIL_EQUAL(late.panel().model().itemAt(2)->state, LateState::Aside);

    room.key(Qt::Key_Escape);
    QVERIFY(!late.isOpen());
    QVERIFY(room.board().hasFocus());
}

void tst_LateList::aGroupConfirmsWhatWasUnfoldedAndSeen()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(room.report(14));
    room.wait(15min); // the first order is late everywhere: one cause
    room.key(Qt::Key_F9);
    LateActs& late = room.page().seat().late();
    QVERIFY(late.isOpen());
    LateModel& model = late.panel().model();
    LateView& view = late.panel().view();
    QVERIFY(model.rowCount() <= static_cast<int>(kMostGroups));
    QVERIFY(model.itemAt(0) == nullptr); // a heading
    const int waiting = model.waiting();
    QVERIFY(waiting >= 14);
    QSignalSpy said(&view, &LateView::said);
    QTest::qWait(700);
    room.key(Qt::Key_Space); // folded: nothing was seen
    QCOMPARE(said.size(), 1);
    QCOMPARE(confirmed(room), 0);

    room.key(Qt::Key_Right);
    UNTIL(model.rowCount() > 14);
    const auto last = keyOf(model.groupAt(0).items.back().alarm);
    UNTIL(view.hasSeen(keyOf(model.groupAt(0).items.front().alarm)));
    const auto seen = static_cast<int>(view.confirmable().size());
    const bool isLastSeen = view.hasSeen(last);
    QCOMPARE(isLastSeen, seen == waiting); // those below the edge were not
    room.key(Qt::Key_Space);
    UNTIL_EQUAL(confirmed(room), seen);
    QVERIFY(seen >= 1);
    if (!isLastSeen) {
        UNTIL_EQUAL(model.waiting(), waiting - seen);
    }
}

void tst_LateList::nothingMovesWhileItIsOpen()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(2));
    room.wait(40min);
    room.key(Qt::Key_F9);
    LateActs& late = room.page().seat().late();
    LateModel& model = late.panel().model();
    const int rows = model.rowCount();
    QVERIFY(room.report(1, plan::Grade::II, 50)); // graver, and late a while from now
    room.wait(40min);
    QCOMPARE(model.rowCount(), rows);
    UNTIL(model.newCount() > 0);
    QVERIFY(room.find<QWidget>("lateNewsButton")->isVisible());
    room.key(Qt::Key_F9); // takes it in, by harm
    QVERIFY(model.rowCount() > rows);
    QCOMPARE(model.newCount(), 0);
    QCOMPARE(model.itemAt(0)->alarm.incident->grade, plan::Grade::II);
}

void tst_LateList::nothingLateIsSaid()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QSignalSpy said(&room.page().seat(), &SeatTools::said);
    room.key(Qt::Key_F9);
    QCOMPARE(said.size(), 1);
    QVERIFY(!room.page().seat().late().isOpen());
}

void tst_LateList::everythingFocusableHasAName()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QCOMPARE(test::namelessIn(room.page().seat().late().panel()), QStringList());
}

QTEST_MAIN(tst_LateList)
#include "tst_LateList.moc"
