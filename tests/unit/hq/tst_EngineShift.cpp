// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Acts about shifts at headquarters: judged against what stands, told to whom they concern, there after a restart.
#include "data/hq/MatterBook.h"
#include "data/model/Incident.h"
#include "tests/unit/hq/Office.h"

#include <QTest>

#include <format>

using namespace sz;
using namespace sz::test;

namespace {

const Instant kNight = fromUtcMs(1'790'000'000'000);

std::string write(Author& author, const model::ShiftAct& act, const char* post = "HQ-chief")
{
    log::Entry entry;
    entry.post = PostCode(post);
    entry.type = model::shiftActType(act);
    entry.subject = model::shiftSubject();
    entry.body = model::encodeShiftAct(act);
    return author.writeEntry(std::move(entry));
}

model::EditRoster edit(const char* who, std::uint64_t base)
{
    return {
        UnitCode("HQ"),
        {{PostCode("HQ-chief"), 20'000, "夜班", kNight, kNight + Minutes(720), {who}, false, base}},
        ""};
}

const model::OpenSheet kSheet{
    UnitCode("HQ"),
    kNight,
    kNight,
    {{"red:1", model::SheetPart::OpenRed, {}, {}, {}, "045", "停电", "", {}, true}},
    ""};

} // namespace

class tst_EngineShift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldToWhomItConcerns()
    {
        Office office;
        Author chief = office.enrol("HQ");
        Author district = office.enrol("D05");
        const auto desk = office.join(chief);
        const auto d05 = office.join(district);
        const auto d06 = office.join(office.enrol("D06"));
        write(chief, edit("王伟", 0));
        write(chief, model::SetPresence{PostCode("D05-desk"), model::Presence::NoAnswer, "", {}});
        write(
            chief,
            model::PutInCharge{UnitCode("A24"), PostCode("A24-leader"), {}, "", "", kNight, {}});
        QCOMPARE(inWords(office.push(desk, chief.batch(1))), "accepted 1, accepted 2, accepted 3");
        QCOMPARE(office.feed(desk, "HQ").size(), std::size_t{3});
        QCOMPARE(office.feed(d05, "D05").size(), std::size_t{2});
        QCOMPARE(office.feed(d06, "D06").size(), std::size_t{1});
        write(
            district,
            model::LendPosts{
                UnitCode("D05"), UnitCode("D06"), "江滩", 3, kNight, kNight + Minutes(60), {}, ""},
            "D05-desk");
        write(district, edit("王伟", 0), "D05-desk");
        QCOMPARE(inWords(office.push(d05, district.batch(1))), "accepted 4, NotAllowed");
        QCOMPARE(office.feed(d06, "D06").size(), std::size_t{1}); // the loan to it
    }

    // Called by the office, told to whoever is called, judged by the clock of the entry; a unit calls nobody.
    void aRollCall()
    {
        Office office;
        Author chief = office.enrol("HQ");
        Author district = office.enrol("D05");
        const auto desk = office.join(chief);
        const auto d05 = office.join(district);
        const auto d06 = office.join(office.enrol("D06"));
        const auto d07 = office.join(office.enrol("D07"));
        const model::StartRound roll{
            UnitCode("HQ"), "09:00 点名", 10, 1, {"D05", "D06"}, model::RollCall{kNight, false}};
        const auto id = write(chief, roll);
        write(chief, model::AnswerRound{id, {"D06"}, false, {}, {}});
        write(chief, model::MissRoll{id, "D05", model::RollMiss::NoAnswer, {}});
        write(chief, model::MissRoll{id, "D05", model::RollMiss::Absent, {}}); // ten minutes early
        write(chief, model::CloseRoll{id, 1, 0, {"D05"}, 0, 0, 0});
        write(chief, model::CloseRoll{id, 2, 0, {"D05"}, 0, 0, 0});
        QCOMPARE(
            inWords(office.push(desk, chief.batch(1))),
            "accepted 1, accepted 2, accepted 3, LimitOutOfRange, accepted 4, CountsUnbalanced");
        QCOMPARE(office.feed(d05, "D05").size(), std::size_t{4});
        QCOMPARE(office.feed(d06, "D06").size(), std::size_t{4});
        QCOMPARE(office.feed(d07, "D07").size(), std::size_t{0});
        model::StartRound own = roll;
        own.unit = UnitCode("D05");
        write(district, own, "D05-desk");
        write(district, model::AnswerRound{id, {"D06"}, false, {}, {}}, "D05-desk");
        write(district, model::AnswerRound{id, {"D05"}, false, {}, {}}, "D05-desk");
        QCOMPARE(
            inWords(office.push(d05, district.batch(1))), "NotAllowed, NotAllowed, accepted 5");
        QVERIFY(office.restart());
        write(chief, model::MissRoll{id, "D05", model::RollMiss::NoAnswerAgain, {}});
        QCOMPARE(inWords(office.push(office.join(chief), chief.batch(7))), "AlreadyDone");
    }

    void twoPlannersBothStand()
    {
        Office office;
        Author one = office.enrol("HQ");
        Author two = office.enrol("HQ");
        const auto first = office.join(one);
        const auto second = office.join(two);
        write(one, edit("王伟", 0));
        write(two, edit("李娜", 0));
        QCOMPARE(inWords(office.push(first, one.batch(1))), "accepted 1");
        QCOMPARE(inWords(office.push(second, two.batch(1))), "accepted 2");
    }

    void aHandoverIsJudgedAgainstWhatStands()
    {
        Office office;
        Author out = office.enrol("HQ");
        Author in = office.enrol("HQ");
        const auto day = office.join(out);
        const auto night = office.join(in);
        const auto sheet = write(out, kSheet);
        write(out, model::SignSheet{sheet, model::SheetSide::Outgoing, "一组", 1});
        QCOMPARE(inWords(office.push(day, out.batch(1))), "accepted 1, accepted 2");
        write(in, model::SignSheet{sheet, model::SheetSide::Incoming, "二组", 1});
        write(in, model::TickRows{sheet, {"red:1"}, true});
        write(in, model::SignSheet{sheet, model::SheetSide::Incoming, "二组", 1});
        write(in, model::AddLine{sheet, "迟了"});
        QCOMPARE(
            inWords(office.push(night, in.batch(1))),
            "StepsOpen, accepted 3, accepted 4, AlreadyDone");
    }

    // The roster has the chief go in ten minutes: no drill begins now without the word of him who comes.
    void aDrillNearAChangeOfShiftIsRefused()
    {
        Office office;
        Author chief = office.enrol("HQ");
        const auto desk = office.join(chief);
        const Instant now = std::chrono::floor<std::chrono::minutes>(SystemClock().now());
        const Instant change = now + Minutes(10);
        const PostCode post = model::answeringPost(*samplePlan(), UnitCode("HQ"));
        write(
            chief, model::EditRoster{
                       UnitCode("HQ"),
                       {{post, 20'000, "白班", now - Minutes(300), change, {"王伟"}, false, 0},
                        {post, 20'000, "夜班", change, change + Minutes(300), {"李娜"}, false, 0}},
                       ""});
        const auto drill = write(chief, model::PlanDrill{"防汛演练", now + Minutes(5), ""});
        write(chief, model::StartDrill{drill});
        write(chief, model::AgreeToDrill{drill, change, "王伟"}); // he goes
        write(chief, model::AgreeToDrill{drill, change, "李娜"});
        write(chief, model::StartDrill{drill});
        QCOMPARE(
            inWords(office.push(desk, chief.batch(1))),
            "accepted 1, accepted 2, StepsOpen, SecondPerson, accepted 3, accepted 4");
    }

    void isThereAfterARestart()
    {
        Office office;
        Author chief = office.enrol("HQ");
        const auto sheet = write(chief, kSheet);
        QCOMPARE(inWords(office.push(office.join(chief), chief.batch(1))), "accepted 1");
        QVERIFY(office.restart());
        write(chief, kSheet);
        write(chief, model::TickRows{sheet, {"red:1"}, true});
        QCOMPARE(
            inWords(office.push(office.join(chief), chief.batch(2))),
            "accepted 2, accepted 3"); // both wrote it: one sheet
        QVERIFY(office.restart());
        write(chief, model::SignSheet{sheet, model::SheetSide::Incoming, "二组", 1});
        QCOMPARE(inWords(office.push(office.join(chief), chief.batch(4))), "accepted 4");
    }

    // The rights of headquarters' own roles.toml, judged at receipt: what is refused is kept, and is a trace.
    void withoutTheRightItIsRefusedAndATrace_data()
    {
        QTest::addColumn<plan::Right>("right");
        QTest::addColumn<QString>("says");
        QTest::newRow("all rights") << plan::Right::RateResult
                                    << "accepted 1, accepted 2, accepted 3, accepted 4, accepted 5";
        QTest::newRow("may not plan")
            << plan::Right::PlanRoster
            << "accepted 1, NotAllowed, accepted 2, accepted 3, accepted 4";
        QTest::newRow("may not agree")
            << plan::Right::DecideChange
            << "accepted 1, accepted 2, NotAllowed, accepted 3, accepted 4";
        QTest::newRow("may not start a round")
            << plan::Right::StartRound
            << "accepted 1, accepted 2, accepted 3, NotAllowed, accepted 4";
        QTest::newRow("may not hand over")
            << plan::Right::SignHandover
            << "accepted 1, accepted 2, accepted 3, accepted 4, NotAllowed";
    }

    void withoutTheRightItIsRefusedAndATrace()
    {
        QFETCH(const plan::Right, right);
        QFETCH(const QString, says);
        Office office;
        auto plan = std::make_shared<plan::Plan>(*samplePlan());
        for (plan::RoleRights& role : plan->roles) {
            role.reach[static_cast<std::size_t>(right)] = plan::Reach::None;
        }
        office.plan = plan;
        QVERIFY(office.restart());
        Author seat = office.enrol("HQ");
        const auto desk = office.join(seat);
        const auto ask = write(
            seat,
            model::AskDutyChange{
                model::DutyChange::Substitute,
                {PostCode("HQ-chief"), "王伟", kNight, kNight + Minutes(60)},
                {},
                "李娜",
                "病假"},
            "HQ-intake");
        write(seat, edit("王伟", 0));
        write(seat, model::DecideDutyChange{ask, true, ""});
        write(seat, model::StartRound{UnitCode("HQ"), "点名", 10, 5, {"甲"}});
        write(seat, kSheet);
        QCOMPARE(QString::fromStdString(inWords(office.push(desk, seat.batch(1)))), says);
        office.engine().tick();
        std::vector<std::string> told;
        std::ignore = office.log().forEach([&](const store::NumberedEntry& row) {
            const auto act = model::decodeSeatAct(log::decodeEntry(row.raw).value());
            if (act && *act && std::holds_alternative<model::Refusal>(**act)) {
                const auto& one = std::get<model::Refusal>(**act);
                told.push_back(std::format("{} {} x{}", one.what, codeName(one.code), one.count));
            }
        });
        const std::vector<std::string> wanted{"act NotAllowed x1"};
        QVERIFY(told == (says.contains("NotAllowed") ? wanted : std::vector<std::string>()));
    }

    // What a transaction that came to nothing had folded is forgotten, what the log has is there.
    void aLostTransactionLeavesNothing()
    {
        Office office;
        Author chief = office.enrol("HQ");
        const auto sheet = write(chief, kSheet);
        QCOMPARE(inWords(office.push(office.join(chief), chief.batch(1))), "accepted 1");
        hq::ShiftBook book(office.log(), *samplePlan());
        QVERIFY(book.refresh(1));
        QCOMPARE(book.state().sheets.size(), std::size_t{1});
        write(chief, model::TickRows{sheet, {"red:1"}, true});
        book.add(*log::decodeEntry(chief.raw(2)));
        QVERIFY(book.state().sheet(sheet)->unreadRed().empty());
        book.rolledBack();
        QVERIFY(book.refresh(1));
        QCOMPARE(book.state().sheet(sheet)->unreadRed().size(), std::size_t{1});
        book.add(*log::decodeEntry(chief.raw(2)));
        book.kept();
        book.rolledBack(); // of a transaction without any
        QVERIFY(book.refresh(1));
        QVERIFY(book.state().sheet(sheet)->unreadRed().empty());
    }
};

QTEST_GUILESS_MAIN(tst_EngineShift)
#include "tst_EngineShift.moc"
