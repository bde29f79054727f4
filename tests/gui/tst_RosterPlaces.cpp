// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Strength by place, down to a street with three grid posts of a plan made up here; and the depth that a mode asks of a post, as a gap.
#include "tests/gui/RosterRoom.h"
#include "widgets/actions/DutyWords.h"
#include "widgets/common/KeycapButton.h"

using namespace sz;
using namespace sz::widgets;
using sz::test::RosterRoom;
using sz::test::waitFor;

namespace {

constexpr const char* kStreet = "420106003"; // 徐家棚街道: Wuchang district, area 24

std::shared_ptr<const plan::Plan> gridPlan()
{
    auto plan = std::make_shared<plan::Plan>(*test::samplePlan());
    const auto add = [&](const char* code, plan::UnitKind kind, const char* parent,
                         const char* name, const char* rotation) {
        plan::Unit unit;
        unit.code = UnitCode(code);
        unit.kind = kind;
        unit.parent = UnitCode(parent);
        unit.name.zh = unit.name.shortZh = unit.name.en = unit.name.shortEn = name;
        plan->units.push_back(unit);
        plan::Post post;
        post.code = PostCode(std::string(code) + "-post");
        post.unit = unit.code;
        post.name = unit.name;
        post.rotation = rotation;
        plan->posts.push_back(post);
    };
    add(kStreet, plan::UnitKind::Street, "D05", "徐家棚街", "lines");
    add("G01", plan::UnitKind::Grid, kStreet, "一网格", "lines");
    add("G02", plan::UnitKind::Grid, kStreet, "二网格", "lines");
    add("G03", plan::UnitKind::Grid, kStreet, "三网格", "daily");
    std::ranges::sort(plan->units, {}, &plan::Unit::code);
    return plan;
}

std::optional<StrengthLine> lineOf(const std::vector<StrengthLine>& lines, const char* unit)
{
    const auto line = std::ranges::find(lines, UnitCode(unit), &StrengthLine::unit);
    return line == lines.end() ? std::nullopt : std::optional(*line);
}

} // namespace

class tst_RosterPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gridPostsHaveRowsAndStrength()
    {
        RosterRoom room("HQ", {}, gridPlan());
        QVERIFY(room.isReady());
        for (const char* post : {"G01-post", "G02-post", "G03-post"}) {
            QVERIFY(!room.people(post, 18, 9).empty());
        }
        const auto lines = strengthOf(room.page->model(), room.clock.now());
        for (const char* unit : {kStreet, "G01", "G02", "G03"}) {
            const auto line = lineOf(lines, unit);
            QVERIFY(line.has_value());
            QCOMPARE(line->planned, 1);
            QCOMPARE(line->present, 1);
        }
        const auto duty = dutyLines(room.desk->plan(), UnitCode("G02"), room.clock.now());
        QCOMPARE(duty.size(), 1U);
        QVERIFY(!duty.front().isGap && duty.front().holder.contains(QStringLiteral("二网格")));
    }

    void placesSumWhatIsInThem()
    {
        RosterRoom room("HQ", {}, gridPlan());
        QVERIFY(room.isReady());
        const RosterModel& model = room.page->model();
        const auto units = strengthOf(model, room.clock.now());
        const auto places = strengthByPlace(model, room.clock.now());
        const auto street = lineOf(places, kStreet);
        QVERIFY(street.has_value());
        QCOMPARE(street->planned, 4); // its duty room and three grids
        QCOMPARE(street->present, 4);
        const auto area = lineOf(places, "A24");
        QVERIFY(area.has_value());
        QCOMPARE(area->planned, 5); // with the leader who answers for it
        const auto district = lineOf(places, "D05");
        const auto areas =
            static_cast<int>(room.desk->plan().district(UnitCode("D05"))->areas.size());
        QCOMPARE(district->planned, lineOf(units, "D05")->planned + areas + 4);
        QVERIFY(!lineOf(places, "L20") && !lineOf(places, "HQ") && !lineOf(places, "Z1"));
    }

    // By keys: V turns the board, what is missing stands first, and V turns it back.
    void gapsOfPlacesStandFirst()
    {
        RosterRoom room("HQ", {}, gridPlan());
        QVERIFY(room.isReady());
        const StrengthBoard& board = room.page->pane().strength();
        const auto units = board.lines();
        room.go("G02-post", 17, 9);
        room.key(Qt::Key_Delete);
        QVERIFY(waitFor([&] { return room.people("G02-post", 17, 9).empty(); }));
        room.key(Qt::Key_V);
        QVERIFY(waitFor([&] { return lineOf(board.lines(), "A24").has_value(); }));
        for (std::size_t i = 0; i < 3; ++i) { // district, area, street: each lacks the one
            const StrengthLine& line = board.lines()[i];
            QCOMPARE(line.planned - line.present, 1);
        }
        QCOMPARE(board.lines()[0].unit, UnitCode("D05"));
        QCOMPARE(board.lines()[1].unit, UnitCode("A24"));
        QCOMPARE(board.lines()[2].unit, UnitCode(kStreet));
        QVERIFY(board.lines()[3].planned <= board.lines()[3].present);
        room.key(Qt::Key_V);
        QVERIFY(waitFor([&] { return lineOf(board.lines(), "L20").has_value(); }));
        QCOMPARE(board.lines().front().unit, UnitCode("G02"));
        QCOMPARE(board.lines().size(), units.size());
        // By the mouse, too.
        room.page->pane().places()->click();
        QVERIFY(lineOf(board.lines(), "A24").has_value());
    }

    void peopleLentToAPlaceCountThere()
    {
        RosterRoom room("HQ", {}, gridPlan());
        QVERIFY(room.isReady());
        const Instant now = room.clock.now();
        auto lent = room.desk->performShift(model::LendPosts{
            UnitCode("HQ"),
            UnitCode("G01"),
            "一网格",
            7,
            now,
            now + std::chrono::hours(4),
            {},
            {}});
        QVERIFY(waitFor([&] { return room.desk->shift()->loans.size() == 1; }));
        const auto places = strengthByPlace(room.page->model(), now + Minutes(1));
        for (const char* place : {"D05", "A24", kStreet}) {
            QCOMPARE(lineOf(places, place)->borrowed, 7);
        }
        QCOMPARE(lineOf(places, "D04")->borrowed, 0);
    }

    // roster_depth of limits.toml: the inspector's post has one team, two are asked for in games time.
    void whatAModeAsksOfAPostIsAGap()
    {
        RosterRoom room("HQ", "HQ-chief");
        QVERIFY(room.isReady());
        const auto mark = [&](const char* post) { return room.cell(post, 17, 9).mark; };
        QCOMPARE(mark("HQ-inspector"), CellMark::None);
        auto games = room.desk->setMode(model::StartMode{plan::Mode::Games, "马拉松"});
        QVERIFY(waitFor([&] { return games.isFinished(); }) && games.result().has_value());
        QVERIFY(waitFor([&] { return mark("HQ-inspector") == CellMark::Gap; }));
        QCOMPARE(mark("HQ-chief"), CellMark::None); // four teams
        // Somebody who comes next can be called in: the gap is closed by a name.
        room.go("HQ-inspector", 18, 9); // a Sunday, the last day shown
        room.key(Qt::Key_Return);
        room.type(QStringLiteral("王伟"));
        room.key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return mark("HQ-inspector") != CellMark::Gap; }));
    }
};

QTEST_MAIN(tst_RosterPlaces)
#include "tst_RosterPlaces.moc"
