// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts at a desk: shown at once, kept over a restart and a lost view, taken back when headquarters says no.
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

model::EditRoster edit(std::vector<std::string> people, std::uint64_t base = 0)
{
    return {
        UnitCode("HQ"),
        {{PostCode("HQ-chief"), 20'000, "夜班", kNow, kNow + Minutes(720), std::move(people), false,
          base}},
        ""};
}

const model::ShiftCellKey kCell{PostCode("HQ-chief"), 20'000, "夜班"};

model::OpenSheet sheet()
{
    model::SheetRow red;
    red.id = "red:1";
    red.part = model::SheetPart::OpenRed;
    red.text = "停电";
    red.isRed = true;
    return {UnitCode("HQ"), kNow + Minutes(30), kNow, {red}, ""};
}

log::FeedItem itemOf(std::uint64_t seq, std::uint64_t number, const model::ShiftAct& act)
{
    return test::itemOf<model::ShiftMatter>(seq, number, act);
}

class Room : public MatterRoom
{
public:
    explicit Room(
        const std::filesystem::path& folder,
        const char* unit = "HQ",
        std::size_t bulkFrom = 1'000,
        std::shared_ptr<const plan::Plan> ground = test::samplePlan())
        : MatterRoom(folder, {unit, bulkFrom, "", std::move(ground)})
    {
    }

    /// Of this desk's own entries.
    [[nodiscard]] std::vector<std::string> refusals() const
    {
        std::vector<std::string> out;
        const auto kept = core->log()->outbox();
        for (const store::OwnEntry& own : *kept) {
            const auto act = model::decodeSeatAct(log::decodeEntry(own.raw).value());
            if (act && *act && std::holds_alternative<model::Refusal>(**act)) {
                const auto& one = std::get<model::Refusal>(**act);
                out.push_back(one.what + " " + codeName(one.code));
            }
        }
        return out;
    }
};

} // namespace

class tst_DeskShift : public QObject
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
            QVERIFY(room.core->performShift(edit({"王伟"})));
            id = room.core->performShift(sheet())->entry;
            QCOMPARE(
                room.core->performShift(model::SignSheet{id, model::SheetSide::Incoming, "二组", 1})
                    .error()
                    .code,
                Code::StepsOpen);
            QVERIFY(room.core->performShift(model::TickRows{id, {"red:1"}, true}));
            QCOMPARE(room.link.unsent, 3);
        }
        Room after(at); // killed before anything was answered
        QCOMPARE(after.shift->cell(kCell)->standing.edit.people, std::vector<std::string>{"王伟"});
        QVERIFY(after.shift->sheet(id)->unreadRed().empty());
        QVERIFY(
            after.core->performShift(model::SignSheet{id, model::SheetSide::Incoming, "二组", 1}));
    }

    void whoHasNoRightIsRefused()
    {
        Room room(folder(), "D05");
        QCOMPARE(room.core->performShift(edit({"王伟"})).error().code, Code::NotAllowed);
        QVERIFY(room.shift->cells.empty());
    }

    // By the plan's roles.toml: this role may not plan here, and that it was tried is written down.
    void withoutTheRightItIsRefusedAndATrace()
    {
        auto plan = std::make_shared<plan::Plan>(*test::samplePlan());
        for (plan::RoleRights& role : plan->roles) {
            role.reach[static_cast<std::size_t>(plan::Right::PlanRoster)] = plan::Reach::None;
        }
        Room room(folder(), "HQ", 1'000, plan);
        QCOMPARE(room.core->performShift(edit({"王伟"})).error().code, Code::NotAllowed);
        QVERIFY(room.shift->cells.empty());
        QCOMPARE(room.refusals(), std::vector<std::string>{"shift NotAllowed"});
        QVERIFY(room.core->performShift(sheet())); // its own handover it writes
        QCOMPARE(room.refusals().size(), std::size_t{1});
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
        const auto people = [](const Room& room) {
            const auto* cell = room.shift->cell(kCell);
            return cell == nullptr ? std::vector<std::string>{} : cell->standing.edit.people;
        };
        {
            Room room(at, "HQ", bulkFrom);
            room.join(2);
            room.tell({itemOf(1, 7, edit({"王伟"})), itemOf(2, 9, edit({"李娜"}, 1))});
            QCOMPARE(people(room), std::vector<std::string>{"李娜"});
            room.tell({itemOf(3, 12, edit({"赵敏"}, 2))});
            QCOMPARE(people(room), std::vector<std::string>{"赵敏"});
        }
        {
            Room after(at, "HQ", bulkFrom);
            QCOMPARE(people(after), std::vector<std::string>{"赵敏"});
            QCOMPARE(after.shift->cell(kCell)->version, std::uint64_t{3});
        }
        QVERIFY(QFile::remove(QString::fromStdString((at / "view.db").string())));
        Room rebuilt(at, "HQ", bulkFrom);
        QCOMPARE(people(rebuilt), std::vector<std::string>{"赵敏"});
        QVERIFY(rebuilt.board.empty()); // the matter is no incident
    }

    void theOrderIsHeadquarters()
    {
        const auto at = folder();
        {
            Room room(at);
            room.join(1);
            room.tell({itemOf(1, 12, edit({"李娜"}, 1))});
            room.tell({itemOf(2, 9, edit({"王伟"}))});
            QCOMPARE(
                room.shift->cell(kCell)->standing.edit.people, std::vector<std::string>{"李娜"});
        }
        Room after(at);
        QCOMPARE(after.shift->cell(kCell)->version, std::uint64_t{2});
    }

    // Written without a link; meanwhile another planner was first.
    void twoDesksOfflineMergeVisibly()
    {
        Room room(folder());
        room.join(0);
        QVERIFY(room.core->performShift(edit({"李娜"})));
        QCOMPARE(room.shift->cell(kCell)->standing.edit.people, std::vector<std::string>{"李娜"});
        room.tell({itemOf(1, 5, edit({"王伟"}))});
        const auto* cell = room.shift->cell(kCell);
        QCOMPARE(cell->standing.edit.people, std::vector<std::string>{"王伟"});
        QCOMPARE(cell->rivals.size(), std::size_t{1});
        QCOMPARE(cell->rivals[0].author.desk, DeskId("desk-1"));
    }

    // Killed between the verdict and what follows from it: the line to put it right is there at the next start.
    void aRefusalTheDeskDiedOverHasItsLine()
    {
        const auto at = folder();
        {
            Room room(at);
            QVERIFY(room.core->performShift(sheet()));
        }
        {
            auto log = store::DeskLog::open(
                at / "log.db", OperationId("op"), DeskId("desk-1"), UnitCode("HQ"));
            QVERIFY(log->setVerdict(1, store::SendState::Rejected, 0, Code::AlreadyDone, "no"));
        }
        {
            Room room(at);
            QVERIFY(room.shift->sheets.empty());
            QCOMPARE(room.outbox.size(), std::size_t{1});
            QCOMPARE(room.outbox[0].state, OutboxState::Rejected);
            QVERIFY(room.outbox[0].entry != nullptr);
            room.join(0);
            QCOMPARE(room.link.rejected, 1);
            room.core->dismissRejected(room.outbox[0].counter);
            QVERIFY(room.outbox.empty());
            QCOMPARE(room.link.rejected, 0);
        }
        Room again(at);
        QVERIFY(again.outbox.empty());
        QVERIFY(again.shift->sheets.empty());
    }

    void whatHeadquartersRefusesIsTakenBack()
    {
        const auto at = folder();
        {
            Room room(at);
            room.join(0);
            QVERIFY(room.core->performShift(sheet()));
            QCOMPARE(room.shift->sheets.size(), std::size_t{1});
            room.refuse(Code::AlreadyDone, "it runs already");
            QVERIFY(room.shift->sheets.empty());
            QCOMPARE(room.told(Notice::Kind::ShiftRefused), 1);
            QCOMPARE(room.link.unsent, 0);
            QCOMPARE(room.link.rejected, 1); // to be put right
            const auto act = model::decodeShiftAct(*room.outbox.back().entry);
            QVERIFY(act && *act && std::holds_alternative<model::OpenSheet>(**act));
        }
        Room after(at);
        QVERIFY(after.shift->sheets.empty());
    }

    void anAcceptedActIsThereOnce()
    {
        Room room(folder());
        room.join(0);
        QVERIFY(room.core->performShift(edit({"李娜"})));
        const Bytes raw = room.core->log()->outbox()->back().raw;
        room.accept(4);
        QCOMPARE(room.shift->cell(kCell)->version, std::uint64_t{1});
        room.tell({{1, 4, kNow, 0, raw}});
        QCOMPARE(room.shift->cell(kCell)->version, std::uint64_t{1});
        QVERIFY(room.shift->cell(kCell)->rivals.empty());
    }
};

QTEST_GUILESS_MAIN(tst_DeskShift)
#include "tst_DeskShift.moc"
