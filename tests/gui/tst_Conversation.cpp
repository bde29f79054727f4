// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notes of an incident as a conversation: N opens it, Enter sends, what nobody here has read is counted.
#include "tests/gui/PageRoom.h"
#include "widgets/models/BoardModel.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/TalkActs.h"
#include "widgets/talk/TalkView.h"
#include "widgets/watch/DetailPane.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_Conversation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void init() { QSettings().clear(); }
    void messagesAreTheNotesInTheirOrder();
    void enterSends_data() { test::languageRows(); }
    void enterSends();
    void nothingIsSentWhileComposing();
    void unreadIsCountedPerSeat_data() { test::languageRows(); }
    void unreadIsCountedPerSeat();
    void aDraftStaysWithItsIncident();
    void aFirstStartIsNoNews();

private:
    static int notes(const test::PageRoom& room, const IncidentId& id)
    {
        return static_cast<int>(
            messagesOf(*room.desk->incident(id), room.desk->actor(), {}).size());
    }
    static DetailPane& detail(const test::PageRoom& room) { return room.page().right().detail(); }

    QTemporaryDir m_folder;
    Instant m_now = test::pictureMoment();
};

void tst_Conversation::messagesAreTheNotesInTheirOrder()
{
    test::SampleIncident incident(1, m_now - 30min, test::plainReport("gas"));
    incident.order(m_now - 25min, {"L01"});
    incident.act(m_now - 20min, UnitCode("L01"), model::AddNote{"first"});
    incident.act(m_now - 10min, UnitCode("HQ"), model::AddNote{"second"});
    incident.unsent(m_now - 1min, UnitCode("HQ"), model::AddNote{"third"});
    model::Actor seat;
    seat.unit = UnitCode("HQ");
    seat.post = incident.get()->trace.back().post;
    const auto messages = messagesOf(*incident.get(), seat, {});
    QCOMPARE(messages.size(), std::size_t{3});
    QCOMPARE(messages[0].text, QStringLiteral("first"));
    QCOMPARE(messages[0].unit, UnitCode("L01"));
    QVERIFY(messages[0].isUnread && !messages[0].isOwn);
    QVERIFY(messages[1].isOwn && !messages[1].isUnread); // one's own is never news
    QVERIFY(messages[2].isUnsent && !messages[1].isUnsent);
    QVERIFY(!messagesOf(*incident.get(), seat, {messages[0].entry}).front().isUnread);
}

void tst_Conversation::enterSends()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show({1366, 768}));
    QVERIFY(room.report(1));
    const IncidentId id = room.ids.front();
    room.page().select(id);
    room.board().setFocus();
    room.key(Qt::Key_N);
    QVERIFY(detail(room).isTalkOpen());
    auto* list = room.find<TalkList>("talkList");
    QVERIFY(room.page().seat().talk().view().isVisible());
    QVERIFY(!list->testAttribute(Qt::WA_InputMethodEnabled));
    room.key(Qt::Key_Period); // one line of it
    UNTIL_EQUAL(room.focused(), QStringLiteral("talkEdit"));
    const QString text =
        isChinese ? QStringLiteral("校门口约 40 人，秩序正常") : QStringLiteral("about 40 people");
    room.type(text);
    room.key(Qt::Key_Return);
    UNTIL_EQUAL(notes(room, id), 1);
    UNTIL_EQUAL(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), text);
    UNTIL(room.find<QLineEdit>("talkEdit")->text().isEmpty());
    QCOMPARE(room.focused(), QStringLiteral("talkEdit")); // and goes on
    room.type(QStringLiteral("n"));                       // a letter, no key
    QVERIFY(detail(room).isTalkOpen());
    room.key(Qt::Key_Escape);
    QVERIFY(room.focused() != u"talkEdit");
    room.key(Qt::Key_N);
    QVERIFY(!detail(room).isTalkOpen());
    QVERIFY(!list->isVisible());
}

void tst_Conversation::nothingIsSentWhileComposing()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(1));
    room.page().select(room.ids.front());
    detail(room).setTalkOpen(true);
    auto* line = room.find<QLineEdit>("talkEdit");
    line->setFocus();
    room.type(QStringLiteral("a"));
    QInputMethodEvent composing(QStringLiteral("xia"), {});
    QApplication::sendEvent(line, &composing);
    QSignalSpy sent(&room.page().seat().talk().view(), &TalkView::sendRequested);
    room.key(Qt::Key_Return);
    room.key(Qt::Key_Escape);
    QCOMPARE(sent.size(), 0);
    QVERIFY(line->hasFocus());
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("下"));
    QApplication::sendEvent(line, &done);
    room.key(Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.front()[1].toString(), QStringLiteral("a下"));
}

void tst_Conversation::unreadIsCountedPerSeat()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QSettings().setValue(QStringLiteral("seat/HQ/readNotes"), QVariantMap()); // not the first start
    room.sitAt("HQ-deputy");
    QVERIFY(room.isOpen());
    QVERIFY(room.report(2));
    const IncidentId id = room.ids.front();
    for (const char* text : {"one", "two"}) {
        QVERIFY(!room.perform(id, model::AddNote{text}).empty());
    }
    room.sitAt("HQ-chief");
    QVERIFY(room.show());
    UNTIL_EQUAL(room.page().seat().talk().unreadOf(id), 2);
    QCOMPARE(room.page().seat().talk().unreadOf(room.ids.back()), 0);
    const auto& model = static_cast<const BoardModel&>(*room.board().model());
    QCOMPARE(model.unreadOf(id), 2); // on the tile, and spoken
    QVERIFY(model.indexOf(id).data(Qt::AccessibleTextRole).toString().contains(QLatin1Char('2')));
    room.page().select(id);
    auto* key = room.find<QAbstractButton>("talkButton");
    QVERIFY2(key->accessibleName().contains(QLatin1Char('2')), qPrintable(key->accessibleName()));
    QCOMPARE(room.page().seat().talk().unreadOf(id), 2); // selected is not read
    room.board().setFocus();
    room.key(Qt::Key_N);
    UNTIL_EQUAL(room.page().seat().talk().unreadOf(id), 0);
    QVERIFY(
        room.page().seat().talk().view().model().at(0).isUnread); // the bar stays while it is open
    room.key(Qt::Key_N);
    room.window.reset();
    room.sitAt("HQ-chief"); // the seat remembers
    QVERIFY(room.show());
    UNTIL(room.desk->incident(id) != nullptr);
    QCOMPARE(room.page().seat().talk().unreadOf(id), 0);
}

void tst_Conversation::aDraftStaysWithItsIncident()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(2));
    room.page().select(room.ids.front());
    detail(room).setTalkOpen(true);
    auto* line = room.find<QLineEdit>("talkEdit");
    line->setText(QStringLiteral("half a sen"));
    room.page().select(room.ids.back());
    QCOMPARE(line->text(), QString());
    room.page().select(room.ids.front());
    QCOMPARE(line->text(), QStringLiteral("half a sen"));
    QCOMPARE(test::namelessIn(room.page().seat().talk().view()), QStringList());
}

void tst_Conversation::aFirstStartIsNoNews()
{
    test::PageRoom room;
    room.sitAt("HQ-deputy");
    QVERIFY(room.isOpen());
    QVERIFY(room.report(1));
    QVERIFY(!room.perform(room.ids.front(), model::AddNote{"old"}).empty());
    room.sitAt("HQ-chief");
    QVERIFY(room.show());
    UNTIL(room.desk->incident(room.ids.front()) != nullptr);
    QCOMPARE(room.page().seat().talk().unreadOf(room.ids.front()), 0);
}

QTEST_MAIN(tst_Conversation)
#include "tst_Conversation.moc"
