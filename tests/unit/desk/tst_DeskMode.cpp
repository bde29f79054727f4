// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The mode of the operation at a desk: shown at once, kept over a restart and a lost view, taken back when headquarters says no.
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

const model::ModeAct kStart = model::StartMode{plan::Mode::Games, "马拉松"};
const model::ModeAct kEnd = model::EndMode{"结束"};

log::FeedItem
itemOf(std::uint64_t seq, std::uint64_t number, const model::ModeAct& act, Minutes later)
{
    return test::itemOf<model::ModeMatter>(seq, number, act, "HQ-leader", later);
}

class Room : public MatterRoom
{
public:
    explicit Room(
        const std::filesystem::path& folder,
        const char* unit = "HQ",
        std::size_t bulkFrom = 1'000)
        : MatterRoom(folder, {unit, bulkFrom})
    {
    }
};

model::ReportIncident report()
{
    model::ReportIncident act;
    act.title = "燃气泄漏";
    act.kind = test::samplePlan()->kinds.front().code;
    act.grade = plan::Grade::III;
    act.place.text = "唐家墩街";
    act.place.area = 24;
    act.place.district = test::samplePlan()->area(24)->district;
    act.receivedAt = kNow;
    return act;
}

} // namespace

class tst_DeskMode : public QObject
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
    void ownSwitchShowsAtOnceAndIsSaidToBeUnsent()
    {
        const auto at = folder();
        {
            Room room(at);
            QCOMPARE(room.mode.mode, plan::Mode::Normal);
            QVERIFY(room.core->setMode(kStart));
            QCOMPARE(room.mode.mode, plan::Mode::Games);
            QVERIFY(room.mode.isUnsent);
            QCOMPARE(room.mode.last()->reason, std::string("马拉松"));
            QCOMPARE(room.mode.last()->unit, UnitCode("HQ"));
            QCOMPARE(room.told(Notice::Kind::ModeTurned), 1);
            QCOMPARE(room.link.unsent, 1); // counted and listed like any other act
            QCOMPARE(room.outbox.size(), std::size_t{1});
            QCOMPARE(room.outbox[0].state, OutboxState::Unsent);
            QCOMPARE(room.outbox[0].incident.value, model::modeSubject().id);
            QCOMPARE(std::get<model::UnknownAct>(*room.outbox[0].act).type, 26U);
            QCOMPARE(room.outbox[0].detail, std::string("马拉松"));
            const auto again = room.core->setMode(kStart);
            QCOMPARE(again.error().code, Code::AlreadyDone);
        }
        Room after(at); // killed before it was sent
        QCOMPARE(after.mode.mode, plan::Mode::Games);
        QVERIFY(after.mode.isUnsent);
        QCOMPARE(after.told(Notice::Kind::ModeTurned), 0);
    }

    void aReportHasTheModeItWasTakenIn()
    {
        Room room(folder());
        const auto before = room.core->perform({}, report());
        QVERIFY(room.core->setMode(kStart));
        const auto during = room.core->perform({}, report());
        QVERIFY(room.core->setMode(kEnd));
        const auto later = room.core->perform({}, report());
        QCOMPARE(room.board.at(before->incident)->mode, plan::Mode::Normal);
        QCOMPARE(room.board.at(during->incident)->mode, plan::Mode::Games);
        QCOMPARE(room.board.at(later->incident)->mode, plan::Mode::Normal);
        const auto due = [&](const Result<Receipt>& r) {
            const auto& steps = room.board.at(r->incident)->steps;
            const auto step = std::ranges::find(steps, model::StepKind::Assign, &model::Step::kind);
            return std::chrono::floor<Minutes>(step->due - step->since).count();
        };
        QCOMPARE(due(before), 10);
        QCOMPARE(due(during), 5);
        QCOMPARE(due(later), 10);
    }

    void whoHasNoRightIsRefused()
    {
        Room room(folder(), "D05");
        QCOMPARE(room.core->setMode(kStart).error().code, Code::NotAllowed);
        QCOMPARE(room.mode.mode, plan::Mode::Normal);
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
            Room room(at, "D05", bulkFrom);
            room.join(2);
            room.tell({itemOf(1, 7, kStart, Minutes{0}), itemOf(2, 9, kEnd, Minutes{60})});
            QCOMPARE(room.mode.mode, plan::Mode::Normal);
            QCOMPARE(room.mode.turns.size(), std::size_t{2});
            room.tell({itemOf(3, 12, kStart, Minutes{90})});
            QCOMPARE(room.mode.mode, plan::Mode::Games);
            QVERIFY(!room.mode.isUnsent);
            QVERIFY(room.told(Notice::Kind::ModeTurned) >= 1);
        }
        {
            Room after(at, "D05", bulkFrom);
            QCOMPARE(after.mode.turns.size(), std::size_t{3});
            QCOMPARE(after.mode.mode, plan::Mode::Games);
            QCOMPARE(after.mode.last()->post, PostCode("HQ-leader"));
        }
        QVERIFY(QFile::remove(QString::fromStdString((at / "view.db").string())));
        Room rebuilt(at, "D05", bulkFrom);
        QCOMPARE(rebuilt.mode.turns.size(), std::size_t{3});
        QVERIFY(rebuilt.board.empty()); // the matter is no incident
    }

    // A feed may bring the earlier entries of a matter after later ones.
    void theOrderIsHeadquarters()
    {
        const auto at = folder();
        {
            Room room(at, "D05");
            room.join(1);
            room.tell({itemOf(1, 12, kEnd, Minutes{90})});
            room.tell({itemOf(2, 9, kStart, Minutes{60})});
            QCOMPARE(room.mode.mode, plan::Mode::Normal);
            QCOMPARE(room.mode.turns.size(), std::size_t{2});
        }
        Room after(at, "D05");
        QCOMPARE(after.mode.mode, plan::Mode::Normal);
        QCOMPARE(after.mode.turns.size(), std::size_t{2});
    }

    void aSwitchHeadquartersRefusesIsTakenBack()
    {
        const auto at = folder();
        {
            Room room(at);
            room.join(0);
            QVERIFY(room.core->setMode(kStart));
            QCOMPARE(room.mode.mode, plan::Mode::Games);
            room.refuse(Code::AlreadyDone, "it runs already");
            QCOMPARE(room.mode.mode, plan::Mode::Normal);
            QVERIFY(!room.mode.isUnsent);
            QCOMPARE(room.told(Notice::Kind::ModeRefused), 1);
            QCOMPARE(room.link.rejected, 1);
        }
        Room after(at);
        QCOMPARE(after.mode.mode, plan::Mode::Normal);
        QCOMPARE(after.told(Notice::Kind::ModeRefused), 0);
    }

    // Its words are not lost: it waits in the outbox to be put right, over a restart too, until somebody has dealt with it.
    void aRefusedSwitchWaitsToBePutRight()
    {
        const auto at = folder();
        {
            Room room(at);
            room.join(0);
            QVERIFY(room.core->setMode(kStart));
            room.refuse(Code::AlreadyDone, "it runs already");
        }
        std::uint64_t counter = 0;
        {
            Room room(at);
            QCOMPARE(room.outbox.size(), std::size_t{1});
            const OutboxLine& line = room.outbox[0];
            QCOMPARE(line.state, OutboxState::Rejected);
            QCOMPARE(line.code, Code::AlreadyDone);
            QCOMPARE(line.detail, std::string("马拉松"));
            counter = line.counter;
            room.core->dismissRejected(counter);
            QVERIFY(room.outbox.empty());
        }
        Room after(at);
        QVERIFY(after.outbox.empty());
        QCOMPARE(after.link.rejected, 0);
    }

    void anAcceptedSwitchIsNoNewsTwice()
    {
        Room room(folder());
        room.join(0);
        QVERIFY(room.core->setMode(kStart));
        room.accept(5);
        QVERIFY(room.mode.isUnsent || room.mode.mode == plan::Mode::Games);
        const Bytes raw = room.core->log()->outbox()->back().raw;
        room.tell({{1, 5, kNow, 0, raw}});
        QCOMPARE(room.mode.mode, plan::Mode::Games);
        QVERIFY(!room.mode.isUnsent);
        QCOMPARE(room.told(Notice::Kind::ModeTurned), 1);
    }
};

QTEST_GUILESS_MAIN(tst_DeskMode)
#include "tst_DeskMode.moc"
