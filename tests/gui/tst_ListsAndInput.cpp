// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Letters are keys in lists, so the input method is off there; while it composes in a field, no key does anything.
#include "tests/gui/PageRoom.h"
#include "widgets/shell/KeyActs.h"
#include "widgets/shell/LateActs.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/DetailPane.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_ListsAndInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void listsSwitchTheInputMethodOff();
    void slashOnAListOpensTheLine();
    void nothingFiresWhileComposing_data();
    void nothingFiresWhileComposing();

private:
    QTemporaryDir m_folder;
};

void tst_ListsAndInput::listsSwitchTheInputMethodOff()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(2));
    room.wait(15min);
    room.page().select(room.ids.front());
    room.page().seat().late().open();
    room.page().right().detail().setTalkOpen(true);
    int seen = 0;
    const auto look = [&] {
        for (auto* list : room.window->findChildren<QAbstractItemView*>()) {
            if (list->focusPolicy() == Qt::NoFocus || !list->isVisible()) {
                continue;
            }
            list->setFocus();
            QVERIFY2(
                !list->testAttribute(Qt::WA_InputMethodEnabled), qPrintable(list->objectName()));
            ++seen;
        }
    };
    look();
    room.page().right().detail().setTalkOpen(false);
    look();
    room.page().seat().keys().openSheet();
    look();
    QVERIFY(seen >= 5);
}

// The other way to the line beside Ctrl+J: what follows is looked for. In a field the stroke is a character.
void tst_ListsAndInput::slashOnAListOpensTheLine()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(2));
    room.page().select(room.ids.front());
    auto* line = room.find<QLineEdit>("commandInput");
    for (const char* list : {"boardView", "ordersTable", "traceTable"}) {
        auto* view = room.find<QAbstractItemView>(list);
        if (view->isVisible()) { // no orders yet
            view->setFocus();
            room.key(Qt::Key_Slash);
            QCOMPARE(room.focused(), QStringLiteral("commandInput"));
            QCOMPARE(line->text(), QStringLiteral("/"));
            room.type(QStringLiteral("sj")); // typed on at once
            QCOMPARE(line->text(), QStringLiteral("/sj"));
            line->clear();
        }
    }
    room.key(Qt::Key_Slash); // in the line itself it is a character
    QCOMPARE(line->text(), QStringLiteral("/"));
    line->clear();
    room.page().right().detail().setTalkOpen(true);
    auto* talk = room.find<QLineEdit>("talkEdit");
    talk->setFocus();
    room.type(QStringLiteral("3/5"));
    QCOMPARE(talk->text(), QStringLiteral("3/5"));
    QCOMPARE(room.focused(), QStringLiteral("talkEdit"));
}

void tst_ListsAndInput::nothingFiresWhileComposing_data()
{
    QTest::addColumn<QString>("field");
    for (const char* name : {"commandInput", "findEdit", "keySearchEdit", "talkEdit"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void tst_ListsAndInput::nothingFiresWhileComposing()
{
    QFETCH(const QString, field);
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(1));
    room.page().select(room.ids.front());
    room.page().right().detail().setTalkOpen(true);
    if (field == u"findEdit") {
        room.key(Qt::Key_K, Qt::ControlModifier);
    } else if (field == u"keySearchEdit") {
        room.key(Qt::Key_F12);
    } else if (field == u"commandInput") {
        room.key(Qt::Key_J, Qt::ControlModifier);
    } else {
        room.find<QLineEdit>("talkEdit")->setFocus();
    }
    UNTIL_EQUAL(room.focused(), field);
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line != nullptr);
    room.type(QStringLiteral(". x"));
    const auto version = room.only()->version;
    QInputMethodEvent composing(QStringLiteral("wuchang"), {});
    QApplication::sendEvent(line, &composing);
    QSignalSpy said(&room.page().seat(), &SeatTools::said);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape, Qt::Key_Down}) {
        room.key(key);
        QCOMPARE(room.focused(), field);
        QVERIFY(line->isVisible());
    }
    QTest::qWait(50);
    QCOMPARE(room.only()->version, version);
    QCOMPARE(said.size(), 0);
}

QTEST_MAIN(tst_ListsAndInput)
#include "tst_ListsAndInput.moc"
