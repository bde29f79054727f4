// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The board of a task force by keys: goals counted, minutes, command handed over, its end; and the list of all of them.
#include "tests/gui/ForceRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/force/ForceBoard.h"
#include "widgets/force/MatterList.h"
#include "widgets/force/MemberTable.h"
#include "widgets/watch/ForceBar.h"
#include "widgets/watch/MarkLink.h"

#include <QAbstractItemModelTester>
#include <QScrollArea>
#include <QScrollBar>

using namespace sz;
using namespace sz::widgets;
using sz::test::ForceRoom;
using sz::test::kCall;
using sz::test::roomForce;
using sz::test::waitFor;

namespace {

MatterRow row(const char* incident, const char* key)
{
    MatterRow one;
    one.incident = IncidentId(incident);
    one.key = key;
    one.title = QString::fromLatin1(incident);
    return one;
}

std::string manyWords()
{
    std::string words;
    for (int i = 0; i < 120; ++i) {
        words += "minutes ";
    }
    return words;
}

QStringList titles(const std::vector<MatterRow>& rows)
{
    QStringList out;
    for (const MatterRow& one : rows) {
        out.append(one.isOver ? one.title + u'!' : one.title);
    }
    return out;
}

} // namespace

class tst_ForceBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatStands()
    {
        ForceRoom room;
        QVERIFY(room.isSet(
            {roomForce(), model::ProgressOrder{OrderId("o1"), model::Progress::OnScene, {}}}));
        room.detailKey(Qt::Key_F6);
        QCOMPARE(room.screen(), QStringLiteral("forceBoard"));
        QVERIFY2(
            room.text("forceLead").startsWith(QStringLiteral("Wuchang")),
            qPrintable(room.text("forceLead")));
        QVERIFY2(
            room.text("forceTime").contains(QStringLiteral("left")),
            qPrintable(room.text("forceTime")));
        const QString members = room.find<MemberTable>("forceMembers")->accessibleDescription();
        QVERIFY2(members.contains(QStringLiteral("on scene")), qPrintable(members));
        QVERIFY2(members.contains(QStringLiteral("not signed")), qPrintable(members));
        QVERIFY2(members.contains(QStringLiteral("no order")), qPrintable(members));
        QVERIFY(room.text("forcePresence").contains(QStringLiteral("signed 1/2")));
        QVERIFY(room.find<QWidget>("goalBars")
                    ->accessibleName()
                    .contains(QStringLiteral("evacuate 0 of 120 households")));
    }

    void aGoalIsCounted()
    {
        ForceRoom room;
        QVERIFY(room.isSet({roomForce()}));
        room.detailKey(Qt::Key_F6);
        QCOMPARE(ForceRoom::focused(), QStringLiteral("forceActEdit"));
        ForceRoom::type(QStringLiteral("evac 96"));
        QVERIFY2(
            room.text("forceReading").contains(QStringLiteral("96 of 120")),
            qPrintable(room.text("forceReading")));
        room.save();
        QVERIFY(waitFor([&] { return room.force()->goals.front().count == 96; }));
        QCOMPARE(room.force()->goals.front().countedBy, UnitCode("HQ"));
        QCOMPARE(room.screen(), QStringLiteral("forceBoard")); // stays open
        QVERIFY(waitFor([&] {
            return room.find<QWidget>("goalBars")
                ->accessibleName()
                .contains(QStringLiteral("96 of 120"));
        }));
        QVERIFY(waitFor(
            [&] { return room.find<QPlainTextEdit>("forceActEdit")->toPlainText().isEmpty(); }));
        ForceRoom::type(QStringLiteral("nothing 3"));
        room.save();
        QVERIFY(!room.message().isEmpty());
        QCOMPARE(room.force()->goals.front().count, std::int64_t{96});
    }

    void minutesCommandAndEndInChinese()
    {
        const test::ChineseScreen chinese;
        ForceRoom room;
        QVERIFY(room.isSet({roomForce()}));
        room.detailKey(Qt::Key_F6);
        room.key(Qt::Key_2, Qt::AltModifier);
        ForceRoom::write(QStringLiteral("碰头会：三组分片包干"));
        room.save();
        QVERIFY(waitFor([&] { return room.force()->minutes.size() == 1; }));
        QVERIFY(waitFor(
            [&] { return room.text("forceMinutes").contains(QStringLiteral("三组分片")); }));
        QVERIFY(waitFor(
            [&] { return room.find<QPlainTextEdit>("forceActEdit")->toPlainText().isEmpty(); }));
        room.key(Qt::Key_3, Qt::AltModifier);
        ForceRoom::write(QStringLiteral("公安"));
        room.save();
        QCOMPARE(room.force()->commands.size(), std::size_t{1}); // why is missing
        QVERIFY(!room.message().isEmpty());
        ForceRoom::write(QStringLiteral(" 现场已由其控制"));
        room.save();
        QVERIFY(waitFor([&] { return room.force()->commands.size() == 2; }));
        QCOMPARE(room.force()->command().unit, UnitCode("L01"));
        QVERIFY(waitFor(
            [&] { return room.text("forceLog").contains(QStringLiteral("现场已由其控制")); }));
        QVERIFY(waitFor(
            [&] { return room.find<QPlainTextEdit>("forceActEdit")->toPlainText().isEmpty(); }));
        room.key(Qt::Key_5, Qt::AltModifier);
        ForceRoom::write(QStringLiteral("全部转移完毕"));
        room.save();
        QVERIFY(waitFor([&] { return room.force() == nullptr; }));
        QVERIFY(waitFor(
            [&] { return room.text("forceTime").contains(QStringLiteral("全部转移完毕")); }));
        QVERIFY(!room.find<QWidget>("mainActButton")->isVisible()); // nothing more to write
    }

    void itsEndIsOver()
    {
        ForceRoom room;
        QVERIFY(room.isSet({roomForce(kCall + std::chrono::hours(1))}));
        room.clock.set(kCall + std::chrono::hours(2));
        room.detailKey(Qt::Key_F6);
        QVERIFY2(
            room.text("forceTime").contains(QStringLiteral("late")),
            qPrintable(room.text("forceTime")));
    }

    // On a laptop the board is longer than its place: the field stays in sight, page keys turn the rest.
    void theFieldStaysInSight()
    {
        ForceRoom room;
        std::vector<model::Act> before{roomForce()};
        before.insert(before.end(), 8, model::ForceMinutes{manyWords()});
        QVERIFY(room.isSet(before));
        room.detailKey(Qt::Key_F6);
        auto* edit = room.find<QPlainTextEdit>("forceActEdit");
        QVERIFY(!edit->visibleRegion().isEmpty());
        QCOMPARE(edit->visibleRegion().boundingRect(), edit->rect());
        auto* bar = room.find<QScrollArea>("sheetScroll")->verticalScrollBar();
        QVERIFY(waitFor([&] { return bar->maximum() > 0; }));
        room.key(Qt::Key_PageDown);
        QVERIFY(bar->value() > 0);
        room.key(Qt::Key_PageUp);
        QCOMPARE(bar->value(), 0);
    }

    void theDetailHasALineOfIt()
    {
        ForceRoom room;
        QVERIFY(room.isSet({roomForce()}));
        room.right->detail().setNow(room.clock.now());
        auto* link = room.right->detail().findChild<MarkLink*>(QStringLiteral("forceLink"));
        QVERIFY(link->isVisible());
        QVERIFY2(
            link->mark().text.contains(QStringLiteral("goals 0/2")), qPrintable(link->mark().text));
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Return);
        QCOMPARE(room.screen(), QStringLiteral("forceBoard"));
        room.key(Qt::Key_Escape);
        QVERIFY(room.right->detail().isVisible());
    }

    void theListOfAll()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        room.key(Qt::Key_Escape);
        room.key(Qt::Key_F6, Qt::ControlModifier);
        QCOMPARE(room.screen(), QStringLiteral("forceListSheet"));
        QCOMPARE(room.find<MatterList>("forceList")->rows().size(), std::size_t{0});
        QVERIFY(room.tell(roomForce()));
        auto* list = room.find<MatterList>("forceList");
        const QAbstractItemModelTester tester(
            list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(waitFor([&] { return list->rows().size() == 1; }));
        QVERIFY2(
            list->rows().front().words.contains(QStringLiteral("Wuchang")),
            qPrintable(list->rows().front().words));
        list->setFocus();
        room.key(Qt::Key_Return);
        QCOMPARE(room.screen(), QStringLiteral("forceBoard"));
    }

    // Nothing is selected: the same key shows them all.
    void withoutAnIncidentTheList()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.right->detail().setIncident(nullptr);
        QTest::keyClick(&room.window, Qt::Key_F6);
        QCOMPARE(room.screen(), QStringLiteral("forceListSheet"));
    }

    void aUnitThatHasCommandLeads()
    {
        ForceRoom room;
        QVERIFY(room.isSet({roomForce()}));
        const auto may = model::checkAct(
            *room.plan, room.now().get(),
            {UnitCode("D05"), PostCode("D05-leader"), plan::Role::DistrictDesk},
            model::EndForce{"-"});
        QVERIFY(may.has_value());
    }

    void nothingMovesUnderTheHand()
    {
        const std::vector<MatterRow> shown{row("a", "1"), row("b", "1"), row("c", "1")};
        const std::vector<MatterRow> fresh{row("x", "1"), row("c", "1"), row("a", "1")};
        QCOMPARE(
            titles(frozenRows(shown, fresh)), (QStringList{
                                                  QStringLiteral("a"), QStringLiteral("b!"),
                                                  QStringLiteral("c"), QStringLiteral("x")}));
    }

    void everythingHasAName()
    {
        ForceRoom room;
        QVERIFY(room.isSet({roomForce()}));
        room.forces->open(room.incident);
        QCOMPARE(test::namelessIn(*room.right->currentWidget()), QStringList());
        room.forces->openAll();
        QCOMPARE(test::namelessIn(*room.right->currentWidget()), QStringList());
    }
};

QTEST_MAIN(tst_ForceBoard)
#include "tst_ForceBoard.moc"
