// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// F12: an act's key is changed by pressing the new one; buttons print it, lists obey it, the input method's keys are refused.
#include "tests/gui/PageRoom.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/actions/KeyList.h"
#include "widgets/actions/KeysSheet.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/KeyHint.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/shell/KeyActs.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/RollCalls.h"
#include "widgets/shell/Rounding.h"
#include "widgets/shell/Supervising.h"

#include <QLineEdit>
#include <QShortcut>
#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_ShortcutEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void init() { QSettings().clear(); }
    void whatIsRefused_data();
    void whatIsRefused();
    void aKeyGivenUpIsFree();
    void everyObjectNamedIsThere();
    void everyKeycapOfTheWindowIsListed();
    void changeByPressing_data() { test::languageRows(); }
    void changeByPressing();
    void keysOfListsFollow();
    void whileWaitingNoKeyDoesAnythingElse();
    void keptPerSeatAndResetAll();
    void search_data() { test::languageRows(); }
    void search();
    void keysOfAPageAreFoundAndDone_data();
    void keysOfAPageAreFoundAndDone();

private:
    using Refusal = KeyBook::Refusal;
    static const Action& action(const char* id) { return *actionById(QLatin1StringView(id)); }
    static QKeySequence keys(const char* text)
    {
        return {QString::fromLatin1(text), QKeySequence::PortableText};
    }
    /// The sheet open, the list in the focus at this act.
    static KeyList& listAt(const test::PageRoom& room, const char* id)
    {
        room.key(Qt::Key_F12);
        auto& list = *room.find<KeyList>("keyList");
        room.key(Qt::Key_Down); // from the field into the list
        list.setCurrentIndex(list.model()->index(list.rowOf(id), 0));
        return list;
    }
    QTemporaryDir m_folder;
};

void tst_ShortcutEditor::whatIsRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("refusal");
    const auto row = [](const char* id, const char* key, Refusal refusal) {
        QTest::addRow("%s %s", id, key)
            << QString::fromLatin1(id) << QString::fromLatin1(key) << static_cast<int>(refusal);
    };
    row("report.new", "F5", Refusal::None);
    row("report.new", "Ctrl+N", Refusal::None);
    row("report.new", "N", Refusal::Typing);
    row("detail.close", "J", Refusal::None);
    row("report.new", "F3", Refusal::Taken);
    row("detail.close", "C", Refusal::Taken);
    row("own.finish", "C", Refusal::None); // the office's key, never at the same desk
    row("own.finish", "M", Refusal::Taken);
    row("detail.close", "F2", Refusal::Taken);
    row("intake.map", "Alt+P", Refusal::Taken);
    row("intake.map", "Alt+L", Refusal::None); // of another sheet
    row("report.new", "Ctrl+Space", Refusal::InputMethod);
    row("report.new", "Shift+Space", Refusal::InputMethod);
    row("alarm.acknowledge", "Shift+Space", Refusal::InputMethod);
    row("report.new", "Ctrl+.", Refusal::InputMethod);
    row("report.new", "Return", Refusal::Movement);
    row("alarm.acknowledge", "Down", Refusal::Movement);
    row("report.new", "Tab", Refusal::Movement);
    row("report.new", "Ctrl+C", Refusal::Editing);
    row("line.perform", "F5", Refusal::Fixed);
}

void tst_ShortcutEditor::whatIsRefused()
{
    QFETCH(const QString, id);
    QFETCH(const QString, key);
    KeyBook book;
    const Action& act = *actionById(QLatin1StringView(id.toLatin1()));
    const auto verdict = book.check(act, QKeySequence(key, QKeySequence::PortableText));
    QTEST(static_cast<int>(verdict.refusal), "refusal");
    QCOMPARE(verdict.by != nullptr, verdict.refusal == Refusal::Taken);
    QCOMPARE(refusalText(verdict, QKeySequence(key)).isEmpty(), verdict.refusal == Refusal::None);
    const QKeySequence shift(QKeyCombination(Qt::NoModifier, Qt::Key_Shift));
    QCOMPARE(
        static_cast<int>(book.check(action("report.new"), shift).refusal),
        static_cast<int>(Refusal::InputMethod));
}

void tst_ShortcutEditor::aKeyGivenUpIsFree()
{
    KeyBook book;
    book.choose(action("report.new"), keys("F5"));
    QCOMPARE(book.keysOf(action("report.new")), keys("F5"));
    QVERIFY(book.choose(action("order.new"), keys("F2")).refusal == Refusal::None);
    const auto verdict = book.reset(action("report.new")); // another act has it now
    QVERIFY(verdict.refusal == Refusal::Taken);
    QCOMPARE(verdict.by, &action("order.new"));
    book.resetAll();
    QCOMPARE(book.keysOf(action("report.new")), keys("F2"));
    QCOMPARE(book.keysOf(action("order.new")), keys("F3"));
}

// A renamed button would silently keep its shipped key.
void tst_ShortcutEditor::everyObjectNamedIsThere()
{
    test::PageRoom room;
    QVERIFY(room.show());
    RightPane& right = room.page().right();
    right.makeSheets();
    std::ignore = &right.signOn();
    std::ignore = &right.relief();
    std::ignore = &right.decide();
    std::ignore = &room.page().supervising().page();
    std::ignore = &room.page().rounds().rolls().sheet();
    for (const Qt::Key page : {Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        room.key(page, Qt::ControlModifier); // each is made when it is first opened
    }
    room.key(Qt::Key_F8);
    room.key(Qt::Key_F10);
    room.key(Qt::Key_F10, Qt::ControlModifier);
    room.key(Qt::Key_H, Qt::ControlModifier);
    for (const Action& act : actions()) {
        for (const QString& name :
             QString::fromLatin1(act.objects).split(u' ', Qt::SkipEmptyParts)) {
            QVERIFY2(room.window->findChild<QObject*>(name) != nullptr, qPrintable(name));
        }
    }
}

void tst_ShortcutEditor::everyKeycapOfTheWindowIsListed()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(1));
    room.page().select(room.ids.front());
    for (const auto* button : room.window->findChildren<KeycapButton*>()) {
        if (!button->isVisible() || button->keys().isEmpty()) {
            continue;
        }
        const bool isListed = std::ranges::any_of(actions(), [&](const Action& act) {
            return KeyBook::shippedKeysOf(act) == button->keys()
                   && (act.isFixed
                       || QString::fromLatin1(act.objects)
                              .split(u' ')
                              .contains(button->objectName()));
        });
        QVERIFY2(isListed, qPrintable(button->objectName()));
    }
}

void tst_ShortcutEditor::changeByPressing()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show({1366, 768}));
    KeyList& list = listAt(room, "report.new");
    QVERIFY(list.hasFocus());
    QVERIFY(!list.testAttribute(Qt::WA_InputMethodEnabled));
    QSignalSpy refused(&list, &KeyList::refused);
    room.key(Qt::Key_Return);
    QVERIFY(list.isWaiting());
    room.key(Qt::Key_F3); // the order's
    QVERIFY(list.isWaiting());
    QCOMPARE(refused.size(), 1);
    QVERIFY2(
        refused.front()[0].toString().contains(actionText(action("order.new"))),
        qPrintable(refused.front()[0].toString()));
    room.key(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(refused.size(), 2);
    room.key(Qt::Key_F5);
    QVERIFY(!list.isWaiting());
    auto* button = room.find<KeycapButton>("newReportButton");
    QCOMPARE(button->keys(), keys("F5")); // printed where it works
    room.key(Qt::Key_Escape);
    UNTIL(room.board().hasFocus());
    room.key(Qt::Key_F2); // given up
    QVERIFY(!room.page().right().isSheetOpen());
    room.key(Qt::Key_F5);
    UNTIL_EQUAL(room.focused(), QStringLiteral("narrativeEdit"));
}

void tst_ShortcutEditor::keysOfListsFollow()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(2));
    room.wait(15min);
    KeyBook& book = room.page().seat().keys().book();
    QVERIFY(book.choose(action("alarm.acknowledge"), keys("J")).refusal == Refusal::None);
    AlarmRow& row = room.page().alarms();
    QCOMPARE(room.find<KeyHint>("acknowledgeButton")->keys(), keys("J"));
    UNTIL(row.isSettled());
    QSignalSpy confirmed(&row, &AlarmRow::acknowledgeRequested);
    room.board().setFocus();
    room.key(Qt::Key_Space);
    QCOMPARE(confirmed.size(), 0);
    room.key(Qt::Key_J);
    QCOMPARE(confirmed.size(), 1);
}

void tst_ShortcutEditor::whileWaitingNoKeyDoesAnythingElse()
{
    test::PageRoom room;
    QVERIFY(room.show());
    KeyList& list = listAt(room, "late.list");
    QSignalSpy said(&room.page().seat(), &SeatTools::said);
    room.key(Qt::Key_Return);
    for (const Qt::Key key : {Qt::Key_F2, Qt::Key_F4, Qt::Key_F11, Qt::Key_Tab, Qt::Key_Return}) {
        room.key(key);
        QVERIFY(list.isWaiting());
        QVERIFY(list.hasFocus());
    }
    QCOMPARE(said.size(), 0);
    QVERIFY(!room.window->isFullScreen());
    room.key(Qt::Key_Escape); // gives up waiting, the sheet stays
    QVERIFY(!list.isWaiting());
    QVERIFY(room.page().right().isSheetOpen());
}

void tst_ShortcutEditor::keptPerSeatAndResetAll()
{
    {
        test::PageRoom room;
        QVERIFY(room.show());
        room.page().seat().keys().book().choose(action("intake.map"), keys("Alt+Q"));
    }
    test::PageRoom room;
    QVERIFY(room.show());
    room.page().openIntake(); // made after the keys were read
    auto* map = room.page().right().intake().findChild<KeycapButton*>(QStringLiteral("mapButton"));
    QCOMPARE(map->keys(), keys("Alt+Q"));
    QSignalSpy clicked(map, &QAbstractButton::clicked);
    UNTIL_EQUAL(room.focused(), QStringLiteral("narrativeEdit"));
    room.key(Qt::Key_Q, Qt::AltModifier);
    QCOMPARE(clicked.size(), 1);
    room.key(Qt::Key_M, Qt::AltModifier);
    QCOMPARE(clicked.size(), 1);
    room.key(Qt::Key_F12);
    room.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(map->keys(), keys("Alt+M"));
    QVERIFY(QSettings().allKeys().filter(QStringLiteral("/keys/")).isEmpty());
}

void tst_ShortcutEditor::search()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    room.key(Qt::Key_F12);
    UNTIL_EQUAL(room.focused(), QStringLiteral("keySearchEdit"));
    auto& list = *room.find<KeyList>("keyList");
    const int all = list.model()->rowCount();
    QCOMPARE(all, static_cast<int>(actions().size()));
    room.type(isChinese ? QStringLiteral("新报") : QStringLiteral("new report"));
    QVERIFY(list.model()->rowCount() > 0);
    QVERIFY(list.model()->rowCount() < all);
    QVERIFY(list.rowOf("report.new") >= 0);
    if (isChinese) {
        room.find<QLineEdit>("keySearchEdit")->clear();
        room.type(QStringLiteral("xb")); // initials
        QVERIFY(list.rowOf("report.new") >= 0);
    }
    QCOMPARE(test::namelessIn(*room.find<QWidget>("keysSheet")), QStringList());
}

void tst_ShortcutEditor::keysOfAPageAreFoundAndDone_data()
{
    QTest::addColumn<bool>("isChinese");
    QTest::addColumn<QString>("typed");
    QTest::newRow("English") << false << QStringLiteral("lend people");
    QTest::newRow("Chinese") << true << QStringLiteral("借调人员");
    QTest::newRow("initials") << true << QStringLiteral("jdry");
    QTest::newRow("English words on a Chinese screen") << true << QStringLiteral("lend");
}

// 1366 wide the roster has no button for it; Ctrl+K and F12 know it all the same.
void tst_ShortcutEditor::keysOfAPageAreFoundAndDone()
{
    QFETCH(const bool, isChinese);
    QFETCH(const QString, typed);
    test::PageRoom room(isChinese);
    QVERIFY(room.show({1366, 768}));
    const auto rowOf = [&](const char* id) {
        const auto& rows = room.find<ChoiceList>("findList")->rows();
        const auto it = std::ranges::find(rows, actionText(action(id)), &ChoiceRow::title);
        return it == rows.end() ? -1 : static_cast<int>(it - rows.begin());
    };
    room.key(Qt::Key_K, Qt::ControlModifier);
    room.type(typed);
    QCOMPARE(rowOf("roster.lend"), -1); // the roster is not open
    room.key(Qt::Key_Escape);
    room.key(Qt::Key_3, Qt::ControlModifier);
    UNTIL_EQUAL(room.focused(), QStringLiteral("rosterGrid"));
    QVERIFY(!room.find<KeycapButton>("lendButton")->isVisible());
    room.key(Qt::Key_K, Qt::ControlModifier);
    room.type(typed);
    const int row = rowOf("roster.lend");
    QVERIFY(row >= 0);
    QSignalSpy done(room.find<KeycapButton>("lendButton"), &QAbstractButton::clicked);
    for (int i = 0; i < row; ++i) {
        room.key(Qt::Key_Down);
    }
    room.key(Qt::Key_Return);
    QCOMPARE(done.size(), 1);
    // And a key that only its list hears, by the same way.
    room.key(Qt::Key_1, Qt::ControlModifier);
    room.key(Qt::Key_H, Qt::ControlModifier);
    UNTIL(
        room.find<QWidget>("timeSlider") != nullptr
        && room.find<QWidget>("timeSlider")->isVisible());
    room.key(Qt::Key_K, Qt::ControlModifier);
    room.type(QStringLiteral("hour back"));
    QVERIFY(rowOf("replay.hourBack") >= 0);
    room.key(Qt::Key_Escape);
}

QTEST_MAIN(tst_ShortcutEditor)
#include "tst_ShortcutEditor.moc"
