// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the plan at a desk: shown at once, kept over a restart and a lost view, taken back when headquarters says no.
#include "tests/support/PlanChanges.h"
#include "tests/unit/desk/MatterRoom.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::desk;
using test::kNow;
using test::MatterRoom;

namespace {

model::ProposePlan proposal()
{
    static const auto kMoved =
        test::redrawn(test::samplePlan(), test::areaWithNeighbour(*test::samplePlan()));
    return {kMoved.change, test::samplePlan()->calendar.localDay(kNow) + 3, "边界调整", 0};
}

log::FeedItem itemOf(
    std::uint64_t seq,
    std::uint64_t number,
    const model::PlanAct& act,
    std::string* id = nullptr)
{
    auto item = test::itemOf<model::PlanMatter>(seq, number, act, "HQ-admin");
    if (id != nullptr) {
        *id = log::decodeEntry(item.raw)->id.text();
    }
    return item;
}

class Room : public MatterRoom
{
public:
    explicit Room(
        const std::filesystem::path& folder,
        const char* unit = "HQ",
        const char* post = "HQ-chief",
        std::size_t bulkFrom = 1'000)
        : MatterRoom(folder, {unit, bulkFrom, post})
    {
    }
};

} // namespace

class tst_DeskPlan : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_next = 0;
    std::filesystem::path folder()
    {
        return std::filesystem::path(m_dir.path().toStdString()) / std::to_string(m_next++);
    }

private Q_SLOTS:
    void ownActsShowAtOnceAndAreKept()
    {
        const auto at = folder();
        std::string id;
        {
            Room room(at);
            room.join(0);
            id = room.core->performPlan(proposal())->entry;
            QCOMPARE(room.plan->waiting(), 1);
            QCOMPARE(
                room.core->performPlan(model::DecidePlan{id, true, ""}).error().code,
                Code::SecondPerson);
            QCOMPARE(room.link.unsent, 1);
        }
        Room after(at); // killed before anything was answered
        QCOMPARE(after.plan->waiting(), 1);
        QVERIFY(after.core->performPlan(model::WithdrawPlan{id, ""}));
        QCOMPARE(after.plan->waiting(), 0);
    }

    void whoHasNoRightIsRefused()
    {
        Room room(folder(), "D05", "D05-desk");
        QCOMPARE(room.core->performPlan(proposal()).error().code, Code::NotAllowed);
        QVERIFY(room.plan->proposals.empty());
    }

    void whatHeadquartersTellsIsKept_data()
    {
        QTest::addColumn<qulonglong>("bulkFrom");
        QTest::newRow("entry by entry") << 1'000ULL;
        QTest::newRow("as a backlog") << 1ULL;
    }

    void whatHeadquartersTellsIsKept()
    {
        QFETCH(qulonglong, bulkFrom);
        const auto at = folder();
        {
            Room room(at, "HQ", "HQ-chief", bulkFrom);
            room.join(2);
            std::string id;
            const auto first = itemOf(1, 7, proposal(), &id);
            room.tell({first, itemOf(2, 9, model::WithdrawPlan{id, "写错了"})});
            QCOMPARE(room.plan->proposals.size(), std::size_t{1});
            room.tell({itemOf(3, 12, proposal(), &id)});
            QCOMPARE(room.plan->waiting(), 1);
            QVERIFY(room.core->performPlan(model::DecidePlan{id, true, ""}));
        }
        {
            Room after(at, "HQ", "HQ-chief", bulkFrom);
            QCOMPARE(after.plan->proposals.size(), std::size_t{2});
            QCOMPARE(after.plan->approved().size(), std::size_t{1});
        }
        QVERIFY(QFile::remove(QString::fromStdString((at / "view.db").string())));
        Room rebuilt(at, "HQ", "HQ-chief", bulkFrom);
        QCOMPARE(rebuilt.plan->approved().size(), std::size_t{1});
        QVERIFY(rebuilt.board.empty()); // the matter is no incident
    }

    void whatHeadquartersRefusesIsTakenBack()
    {
        const auto at = folder();
        {
            Room room(at);
            room.join(0);
            QVERIFY(room.core->performPlan(proposal()));
            room.refuse(Code::BadArgument, "areas overlap");
            QVERIFY(room.plan->proposals.empty());
            QCOMPARE(room.told(Notice::Kind::PlanRefused), 1);
            QCOMPARE(room.link.unsent, 0);
            QCOMPARE(room.link.rejected, 1); // to be put right
        }
        Room after(at);
        QVERIFY(after.plan->proposals.empty());
        QCOMPARE(after.outbox.size(), std::size_t{1});
    }

    void anAcceptedActIsThereOnce()
    {
        Room room(folder());
        room.join(0);
        QVERIFY(room.core->performPlan(proposal()));
        const Bytes raw = room.core->log()->outbox()->back().raw;
        room.accept(4);
        room.tell({{1, 4, kNow, 0, raw}});
        QCOMPARE(room.plan->proposals.size(), std::size_t{1});
    }

    // An entry of a newer program stands in the file and changes nothing.
    void whatIsNewerIsPassedBy()
    {
        Room room(folder());
        room.join(1);
        auto entry = *log::decodeEntry(itemOf(1, 7, proposal()).raw);
        entry.typeVersion = 9;
        const Bytes raw = log::encodeEntry(entry);
        room.tell({{1, 7, kNow, 0, raw}});
        QVERIFY(room.plan->proposals.empty());
        QCOMPARE(room.core->log()->feedAt({1})->front().raw, raw);
    }
};

QTEST_GUILESS_MAIN(tst_DeskPlan)
#include "tst_DeskPlan.moc"
