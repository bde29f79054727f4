// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what and when: the one table that buttons, desks and headquarters share.
#include "tests/unit/model/Story.h"

#include <QTest>

#include <functional>
#include <optional>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

constexpr std::optional<Code> kAllowed;

struct Row
{
    const char* name;
    std::function<Story()> state;
    Actor who;
    Act act;
    std::optional<Code> refused;
};

Story fresh()
{
    return {};
}

Story signedByBoth()
{
    Story story = orderedStory();
    story.tell(line("L06"), 3, SignOrder{OrderId("o1")});
    story.tell(line("L01"), 3, SignOrder{OrderId("o2")});
    return story;
}

Story signedLate()
{
    Story story = orderedStory();
    story.tell(line("L06"), 30, SignOrder{OrderId("o1")});
    return story;
}

Story supportDone()
{
    Story story = signedByBoth();
    story.tell(line("L01"), 4, FinishOrder{OrderId("o2"), "好"});
    return story;
}

Story allDone()
{
    Story story = supportDone();
    story.tell(line("L06"), 5, FinishOrder{OrderId("o1"), "好"});
    return story;
}

Story closed()
{
    Story story = allDone();
    story.tell(office(), 6, CloseIncident{"妥处"});
    return story;
}

Actor as(Actor actor, plan::Role role)
{
    actor.role = role;
    return actor;
}

AttachFile
photo(std::string name = "现场.jpg", const char* type = "image/jpeg", std::uint64_t size = 9)
{
    return {sha256(viewOf("bytes")), std::move(name), type, size, {}};
}

Story withPhoto()
{
    Story story;
    story.tell(office(), 1, photo());
    return story;
}

// As many as the plan allows; each of the largest size.
Story withManyPhotos()
{
    Story story;
    for (int i = 0; i < 10; ++i) {
        AttachFile file = photo("a", "image/png", 20ULL << 20);
        file.hash[0] = static_cast<std::uint8_t>(i);
        story.tell(office(), i + 1, file);
    }
    return story;
}

AmendIncident retitled(const char* title)
{
    AmendIncident amend;
    amend.title = title;
    return amend;
}

AmendIncident ofKind(const char* kind)
{
    AmendIncident amend;
    amend.kind = KindCode(kind);
    return amend;
}

Act orderTo(const OrderTo& one)
{
    return IssueOrders{"到场", {one}};
}

OrderTo withoutPost()
{
    auto one = to("n", "L01");
    one.post = {};
    return one;
}

std::vector<Row> rowsForOrders()
{
    const auto viewer = as(office(), plan::Role::Viewer);
    const auto inspector = as(office(), plan::Role::Inspector);
    return {
        {"office orders", fresh, office(), orderTo(to("n", "L01")), kAllowed},
        {"office orders again", orderedStory, office(), orderTo(to("n", "D05")), kAllowed},
        {"only the office orders", fresh, line("L01"), orderTo(to("n", "L01")), Code::NotAllowed},
        {"a viewer does not order", fresh, viewer, orderTo(to("n", "L01")), Code::NotAllowed},
        {"an inspector does not order", fresh, inspector, orderTo(to("n", "L01")),
         Code::NotAllowed},
        {"no order after closing", closed, office(), orderTo(to("n", "L01")), Code::IncidentClosed},
        {"an order names a unit", fresh, office(), IssueOrders{"到场", {}}, Code::MissingField},
        {"an order says what to do", fresh, office(), IssueOrders{" ", {to("n", "L01")}},
         Code::MissingField},
        {"unknown unit", fresh, office(), orderTo(to("n", "L99")), Code::NoSuchUnit},
        {"no order to the office", fresh, office(), orderTo(to("n", "HQ")), Code::NoSuchUnit},
        {"no order to an area leader", fresh, office(), orderTo(to("n", "A24")), Code::NoSuchUnit},
        {"a step has a post", fresh, office(), orderTo(withoutPost()), Code::MissingField},
        {"an order has an id", fresh, office(), orderTo(to("", "L01")), Code::MissingField},
        {"a step has a sign limit", fresh, office(), orderTo(to("n", "L01", false, 0)),
         Code::LimitOutOfRange},
        {"a step has an end", fresh, office(), orderTo(to("n", "L01", false, 10, 0)),
         Code::LimitOutOfRange},
        {"done not before signed", fresh, office(), orderTo(to("n", "L01", false, 20, 10)),
         Code::LimitOutOfRange},
        {"not over a year", fresh, office(), orderTo(to("n", "L01", false, 10, 600'000)),
         Code::LimitOutOfRange},
        {"arrival not below nought", fresh, office(), orderTo(to("n", "L01", false, 10, 600, -1)),
         Code::LimitOutOfRange},
        {"arrival not over a year", fresh, office(),
         orderTo(to("n", "L01", false, 10, 600, 600'000)), Code::LimitOutOfRange},
        {"one lead at most", fresh, office(),
         IssueOrders{"到场", {to("a", "L01", true), to("b", "D05", true)}}, Code::BadArgument},
        {"an order's id is its own", orderedStory, office(), orderTo(to("o1", "D05")),
         Code::BadArgument},
        {"no id twice in one act", fresh, office(),
         IssueOrders{"到场", {to("a", "L01"), to("a", "D05")}}, Code::BadArgument},
        {"office reminds", orderedStory, office(), RemindUnits{{OrderId("o1")}}, kAllowed},
        {"only the office reminds", orderedStory, line("L01"), RemindUnits{{OrderId("o1")}},
         Code::NotAllowed},
        {"reminds of something", orderedStory, office(), RemindUnits{}, Code::NoSuchOrder},
        {"reminds of a known order", orderedStory, office(), RemindUnits{{OrderId("x")}},
         Code::NoSuchOrder},
    };
}

std::vector<Row> rowsForUnits()
{
    const OrderId lead("o1");
    const OrderId support("o2");
    const auto l01 = line("L01");
    const auto l06 = line("L06");
    return {
        {"unit signs", orderedStory, l01, SignOrder{support}, kAllowed},
        {"signs once", signedByBoth, l01, SignOrder{support}, Code::AlreadySigned},
        {"not for others", orderedStory, l06, SignOrder{support}, Code::NotYourOrder},
        {"office does not sign for it", orderedStory, office(), SignOrder{support},
         Code::NotYourOrder},
        {"unknown order", orderedStory, l01, SignOrder{OrderId("x")}, Code::NoSuchOrder},
        {"a viewer does not sign", orderedStory, as(l01, plan::Role::Viewer), SignOrder{support},
         Code::NotAllowed},
        {"moves without signing first", orderedStory, l01,
         ProgressOrder{support, Progress::Moving, {}}, kAllowed},
        {"no moving after done", supportDone, l01, ProgressOrder{support, Progress::Moving, {}},
         Code::AlreadyDone},
        {"feedback", signedByBoth, l01, ReportOrder{support, "好"}, kAllowed},
        {"feedback has words", signedByBoth, l01, ReportOrder{support, " "}, Code::MissingField},
        {"support finishes", signedByBoth, l01, FinishOrder{support, "好"}, kAllowed},
        {"a result has words", signedByBoth, l01, FinishOrder{support, ""}, Code::MissingField},
        {"not twice", supportDone, l01, FinishOrder{support, "好"}, Code::AlreadyDone},
        {"lead waits for support", signedByBoth, l06, FinishOrder{lead, "好"}, Code::StepsOpen},
        {"lead finishes last", supportDone, l06, FinishOrder{lead, "好"}, kAllowed},
        {"returns with a reason", orderedStory, l01, ReturnOrder{support, "不属"}, kAllowed},
        {"not without", orderedStory, l01, ReturnOrder{support, ""}, Code::MissingField},
        {"not returned when done", supportDone, l01, ReturnOrder{support, "不属"},
         Code::AlreadyDone},
        {"nothing after closing", closed, l01, ReportOrder{support, "好"}, Code::IncidentClosed},
    };
}

std::vector<Row> rowsForIncidents()
{
    const auto l01 = line("L01");
    const auto viewer = as(office(), plan::Role::Viewer);
    auto nowhere = AmendIncident{};
    nowhere.place = plan::Place{};
    auto area37 = nowhere;
    area37.place->area = 37;
    return {
        {"opened once", fresh, office(), sampleReport(), Code::BadArgument},
        {"office amends", fresh, office(), retitled("新"), kAllowed},
        {"a stranger does not", fresh, l01, retitled("新"), Code::NotAllowed},
        {"not to nothing", fresh, office(), retitled(" "), Code::MissingField},
        {"not to an unknown kind", fresh, office(), ofKind("none"), Code::MissingField},
        {"not to no place", fresh, office(), nowhere, Code::MissingField},
        {"not to an unknown area", fresh, office(), area37, Code::BadArgument},
        {"amends something", fresh, office(), AmendIncident{}, Code::NothingToAmend},
        {"not after closing", closed, office(), retitled("新"), Code::IncidentClosed},
        {"a unit notes", fresh, l01, AddNote{"记"}, kAllowed},
        {"a note after closing", closed, office(), AddNote{"记"}, kAllowed},
        {"a note has words", fresh, office(), AddNote{""}, Code::MissingField},
        {"a viewer does not note", fresh, viewer, AddNote{"记"}, Code::NotAllowed},
        {"office reports up", fresh, office(), FileReport{ReportStage::First, "初", {}, 60},
         kAllowed},
        {"units do not", fresh, l01, FileReport{ReportStage::First, "初", {}, 60},
         Code::NotAllowed},
        {"a report has words", fresh, office(), FileReport{}, Code::MissingField},
        {"next within a year", fresh, office(), FileReport{ReportStage::First, "初", {}, 600'000},
         Code::LimitOutOfRange},
        {"counts", fresh, l01, StateCounts{"学员", 3, {{"甲", 1}}}, kAllowed},
        {"counts have a name", fresh, l01, StateCounts{"", 3, {}}, Code::MissingField},
        {"no negative count", fresh, l01, StateCounts{"学员", 3, {{"甲", -1}}}, Code::BadArgument},
        {"closes when all is done", allDone, office(), CloseIncident{"妥处"}, kAllowed},
        {"closes without any order", fresh, office(), CloseIncident{"误报"}, kAllowed},
        {"not while a step is open", supportDone, office(), CloseIncident{"妥处"}, Code::StepsOpen},
        {"not without a result", allDone, office(), CloseIncident{""}, Code::MissingField},
        {"only the office closes", allDone, l01, CloseIncident{"妥处"}, Code::NotAllowed},
        {"closes once", closed, office(), CloseIncident{"妥处"}, Code::IncidentClosed},
        {"office claims", fresh, office(), ClaimIncident{}, kAllowed},
        {"units do not claim", fresh, l01, ClaimIncident{}, Code::NotAllowed},
        {"confirms a step that is owed", orderedStory, office(), AcknowledgeAlarm{"sign/o1"},
         kAllowed},
        {"not one that is not", signedByBoth, office(), AcknowledgeAlarm{"sign/o1"},
         Code::NotFound},
        {"puts it aside", orderedStory, office(), ShelveAlarm{"sign/o1", 30, "已电话"}, kAllowed},
        {"with a reason", orderedStory, office(), ShelveAlarm{"sign/o1", 30, " "},
         Code::MissingField},
        {"not for longer than a day", orderedStory, office(),
         ShelveAlarm{"sign/o1", 1441, "已电话"}, Code::LimitOutOfRange},
        {"not what nobody owes", orderedStory, office(), ShelveAlarm{"sign/x", 30, "已电话"},
         Code::NotFound},
        {"nothing to bring back", orderedStory, office(), ShelveAlarm{"sign/o1", 0, {}},
         Code::NothingAsked},
        {"confirms what has gone by itself", signedLate, office(), AcknowledgeAlarm{"sign/o1"},
         kAllowed},
        {"attaches a file", fresh, office(), photo(), kAllowed},
        {"a file needs a name", fresh, office(), photo(" "), Code::MissingField},
        {"its name fits a line", fresh, office(), photo(std::string(256, 'x')), Code::BadArgument},
        {"no page that a viewer would run", fresh, office(), photo("a", "text/html"),
         Code::FileTypeRefused},
        {"no empty file", fresh, office(), photo("a", "image/png", 0), Code::BadArgument},
        {"the same one once", withPhoto, office(), photo(), Code::AlreadyDone},
        {"not more than the plan allows", withManyPhotos, office(), photo(), Code::FilesFull},
        {"none too large", fresh, office(), photo("a", "image/png", (20ULL << 20) + 1),
         Code::FileTooLarge},
        {"not to what is closed", closed, office(), photo(), Code::IncidentClosed},
        {"not by a unit that takes no part", fresh, line("L19"), photo(), Code::NotAllowed},
        {"unknown acts are refused", fresh, office(), UnknownAct{99}, Code::UnknownType},
    };
}

std::vector<Row> everyRow()
{
    auto rows = rowsForOrders();
    for (auto more : {rowsForUnits(), rowsForIncidents()}) {
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

QByteArray told(const Result<void>& result)
{
    return result ? QByteArray("allowed") : QByteArray(codeName(result.error().code));
}

} // namespace

class tst_Rules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data()
    {
        QTest::addColumn<int>("index");
        const auto rows = everyRow();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QTest::newRow(rows[i].name) << static_cast<int>(i);
        }
    }

    void table()
    {
        QFETCH(int, index);
        const Row row = everyRow()[static_cast<std::size_t>(index)];
        const auto result = row.state().may(row.who, row.act);
        QCOMPARE(
            told(result), row.refused ? QByteArray(codeName(*row.refused)) : QByteArray("allowed"));
    }

    void thePlanSaysWhoMayWhat()
    {
        plan::Plan plan = smallPlan();
        plan.roles = plan::standardRoles();
        const auto set = [&](plan::Role role, plan::Right right, plan::Reach reach) {
            auto& one = plan.roles[static_cast<std::size_t>(role)];
            one.reach[static_cast<std::size_t>(right)] = reach;
        };
        const auto may = [&](const Actor& who, const Act& act) {
            return told(checkAct(plan, orderedStory().pointer().get(), who, act));
        };
        const Act sign = SignOrder{OrderId("o2")}; // an order to L01
        QCOMPARE(may(office(), sign), QByteArray("NotYourOrder"));
        set(plan::Role::DutyChief, plan::Right::SignOrder, plan::Reach::Any);
        QCOMPARE(may(office(), sign), QByteArray("allowed"));
        QCOMPARE(may(line("L01"), AddNote{"记"}), QByteArray("allowed"));
        set(plan::Role::LineDesk, plan::Right::AddNote, plan::Reach::Own);
        QCOMPARE(may(line("L01"), AddNote{"记"}), QByteArray("allowed"));
        QCOMPARE(may(line("L22"), AddNote{"记"}), QByteArray("NotAllowed")); // takes no part
        set(plan::Role::LineDesk, plan::Right::AddNote, plan::Reach::None);
        QCOMPARE(may(line("L01"), AddNote{"记"}), QByteArray("NotAllowed"));
        set(plan::Role::DutyChief, plan::Right::ClaimIncident, plan::Reach::None);
        QCOMPARE(may(office(), ClaimIncident{}), QByteArray("NotAllowed"));
    }

    void everyActNeedsAnIncidentButTheReport_data()
    {
        QTest::addColumn<int>("index");
        const auto rows = everyRow();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (actType(rows[i].act) > 1 && actType(rows[i].act) < 99) {
                QTest::newRow(rows[i].name) << static_cast<int>(i);
            }
        }
    }

    void everyActNeedsAnIncidentButTheReport()
    {
        QFETCH(int, index);
        const Row row = everyRow()[static_cast<std::size_t>(index)];
        const auto result = checkAct(smallPlan(), nullptr, office(), row.act);
        QCOMPARE(told(result), QByteArray("NoSuchIncident"));
    }

    void reporting_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("area");
        QTest::addColumn<QByteArray>("wanted");
        const int officer = int(plan::Role::DutyOfficer);
        QTest::newRow("allowed") << officer << "停业" << "school.closed" << 24
                                 << QByteArray("allowed");
        QTest::newRow("by a district") << int(plan::Role::DistrictDesk) << "停业" << "school.closed"
                                       << 24 << QByteArray("allowed");
        QTest::newRow("not by a viewer") << int(plan::Role::Viewer) << "停业" << "school.closed"
                                         << 24 << QByteArray("NotAllowed");
        QTest::newRow("not without title")
            << officer << " " << "school.closed" << 24 << QByteArray("MissingField");
        QTest::newRow("not of unknown kind")
            << officer << "停业" << "none" << 24 << QByteArray("MissingField");
        QTest::newRow("not in area 37")
            << officer << "停业" << "school.closed" << 37 << QByteArray("BadArgument");
    }

    void reporting()
    {
        QFETCH(int, role);
        QFETCH(QString, title);
        QFETCH(QString, kind);
        QFETCH(int, area);
        QFETCH(QByteArray, wanted);
        auto act = sampleReport();
        act.title = title.toStdString();
        act.kind = KindCode(kind.toStdString());
        act.place.area = area;
        const auto who = as(office(), static_cast<plan::Role>(role));
        QCOMPARE(told(checkAct(smallPlan(), nullptr, who, act)), wanted);
    }

    void theUnitThatReportedMayAmend()
    {
        const Story story;
        auto incident = story.now();
        incident.enteredBy = UnitCode("L01");
        QVERIFY(checkAct(story.plan(), &incident, line("L01"), retitled("新")).has_value());
        QVERIFY(!checkAct(story.plan(), &incident, line("L06"), retitled("新")).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_Rules)
#include "tst_Rules.moc"
