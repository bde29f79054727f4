// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets that name who is on duty ask the roster, follow it while they are open, and say so where only the plan is known.
#include "tests/gui/SheetFixture.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/actions/DutyWords.h"
#include "widgets/actions/OrderTable.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/handover/HandoverGaps.h"
#include "widgets/intake/PlaceField.h"
#include "widgets/intake/PresetOrders.h"
#include "widgets/orders/UnitPicker.h"

#include <algorithm>
#include <optional>
#include <set>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

const PostCode kWuchang("D05-desk");

/// Nobody at the first post of the district from now on, by name.
model::EditRoster emptied(const plan::Plan& plan)
{
    const plan::Duty duty = plan::dutiesOf(plan, UnitCode("D05"), kCall).front();
    return {
        UnitCode("D05"),
        {{duty.post, 20'743, duty.shiftZh, duty.from, duty.until, {}, false, 0}},
        ""};
}

plan::Place wuchang()
{
    plan::Place place;
    place.area = 24;
    place.district = UnitCode("D05");
    place.text = "示例地点";
    place.point = Wgs84{114.3, 30.55};
    return place;
}

bool perform(const DeskRoom& room, const model::ShiftAct& act)
{
    auto future = room.desk->performShift(act);
    return waitFor([&] { return future.isFinished(); }) && future.result().has_value();
}

const OrderRow& rowOf(const QWidget& in, const UnitCode& unit)
{
    const auto& rows = in.findChild<OrderTable*>()->rows();
    return *std::ranges::find(rows, unit, [](const OrderRow& row) { return row.line.unit; });
}

} // namespace

class tst_DutyRoster : public QObject
{
    Q_OBJECT

    std::optional<sz::test::ChineseScreen> m_chinese;

private Q_SLOTS:
    void init() { m_chinese.emplace(); }
    void cleanup() { m_chinese.reset(); }

    void openSheetsFollowTheRoster()
    {
        DeskRoom room("HQ", sz::test::samplePlan(), "HQ-chief");
        QVERIFY(room.isOpen());
        QWidget sheet;
        PlaceField place(*room.desk, room.finder, room.theme, &sheet);
        place.setNow(room.clock.now());
        place.setPlace(wuchang());
        UnitPicker units(*room.desk, room.finder, room.theme, &sheet);
        OrderLine line;
        line.unit = UnitCode("D05");
        line.post = kWuchang;
        units.setLines({line}, room.clock.now());
        PresetOrders orders(*room.desk, room.theme, &sheet);
        const KindCode kind = room.plan->kinds.front().code;
        orders.setMatter(kind, plan::Grade::III, wuchang(), plan::Mode::Normal, room.clock.now());
        const auto resolved = [&] {
            return place.findChild<ElidedLabel*>(QStringLiteral("placeResolved"))->text();
        };
        QVERIFY2(!resolved().contains(QStringLiteral("无人")), qPrintable(resolved()));
        QVERIFY2(!resolved().contains(QStringLiteral("预案")), qPrintable(resolved()));
        QVERIFY(!rowOf(units, UnitCode("D05")).isGap);
        const QString phone = rowOf(units, UnitCode("D05")).duty;
        QVERIFY(phone.startsWith(QStringLiteral("8-")));

        QVERIFY(perform(room, emptied(*room.plan)));
        QVERIFY(waitFor([&] { return rowOf(units, UnitCode("D05")).isGap; }));
        QVERIFY2(resolved().contains(QStringLiteral("无人")), qPrintable(resolved()));
        const auto suggested = orders.findChild<OrderTable*>()->rows();
        for (const OrderRow& row : suggested) {
            QCOMPARE(
                row.isGap,
                dutyBrief(*room.plan, row.line.unit, room.clock.now(), dutyRoster(*room.desk))
                    .isGap);
        }

        // Somebody is found: the number is back at once.
        auto filled = emptied(*room.plan);
        filled.cells[0].people = {"王伟"};
        filled.cells[0].base = 1;
        QVERIFY(perform(room, filled));
        QVERIFY(waitFor([&] { return rowOf(units, UnitCode("D05")).duty == phone; }));
        const auto lines = dutyLines(
            *room.plan, UnitCode("D05"), room.clock.now(), Language::Chinese,
            dutyRoster(*room.desk));
        QCOMPARE(lines.front().holder, QStringLiteral("王伟"));
    }

    // A district is told its own roster only: of the others it knows the plan, and says that it is the plan.
    void whereOnlyThePlanIsKnownItSaysSo()
    {
        DeskRoom room("D02", sz::test::samplePlan());
        QVERIFY(room.isOpen());
        const Instant now = room.clock.now();
        const DutyRoster roster = dutyRoster(*room.desk);
        const QString other = dutyText(*room.plan, UnitCode("D05"), now, roster);
        QVERIFY2(other.contains(QStringLiteral("按预案")), qPrintable(other));
        const QString own = dutyText(*room.plan, UnitCode("D02"), now, roster);
        QVERIFY2(!own.contains(QStringLiteral("按预案")), qPrintable(own));
        QVERIFY(dutyBrief(*room.plan, UnitCode("D05"), now, roster)
                    .text.contains(QStringLiteral("按预案")));
        QVERIFY(dutyLines(*room.plan, UnitCode("D05"), now, Language::Chinese, roster)
                    .front()
                    .until.contains(QStringLiteral("按预案")));
        QVERIFY(DutyRoster().isByPlan(UnitCode("D02"))); // no roster at all
        // Who was put in charge of an area is told to everybody.
        const UnitCode area("A24");
        model::ShiftState told;
        told.charges[area].push_back(
            {{area, PostCode("A24-leader"), {}, "王伟", "", now - Minutes(5), {}}, {}});
        const DutyRoster charged(&told, UnitCode("D02"));
        QCOMPARE(
            dutyLines(*room.plan, area, now, Language::Chinese, charged).front().holder,
            QStringLiteral("王伟"));
        QVERIFY(!dutyText(*room.plan, area, now, charged).contains(QStringLiteral("按预案")));
        QVERIFY(dutyText(*room.plan, area, now - Minutes(6), charged)
                    .contains(QStringLiteral("按预案")));
    }

    // Looked for again while it lasts it is the same one: a red row that was read stays read.
    void anOpenGapIsTheSameAMinuteLater()
    {
        const auto plan = sz::test::samplePlan();
        const model::ShiftState state;
        const Instant night = kCall + std::chrono::hours(8);
        const auto at = [&](Instant from) {
            const auto all =
                gapsOf(*plan, state, UnitCode("HQ"), from, kCall + std::chrono::hours(30));
            std::set<std::pair<PostCode, Instant>> open;
            for (const report::GapFact& one : all) {
                if (one.from <= from && from < one.until) {
                    open.emplace(one.post, one.from);
                }
            }
            return open;
        };
        QCOMPARE(at(night).size(), 1U);
        QVERIFY(at(night).begin()->second < night);
        QVERIFY(at(night + Minutes{1}) == at(night));
        QVERIFY(at(night + std::chrono::hours(5)) == at(night)); // past midnight
        QVERIFY(at(night + std::chrono::hours(12)).empty());     // it has ended
    }

    // Nobody for days: one row from the evening to the morning after, and on the sheets of all these days.
    void aGapOfDaysIsTheSameEachNight()
    {
        const auto plan = sz::test::samplePlan();
        model::ShiftState state;
        model::ShiftCell cell;
        cell.unit = UnitCode("D05");
        cell.standing.edit = {kWuchang,
                              20'740,
                              "白班",
                              kCall - std::chrono::hours(72),
                              kCall + std::chrono::hours(72),
                              {},
                              false,
                              0};
        state.cells[{kWuchang, 20'740, "白班"}] = cell;
        std::set<Instant> begins;
        for (const int hours : {0, 6, 9, 10, 18, 34, 58}) { // 14:22, 20:22, 23:22, 00:22 and so on
            const Instant now = kCall + std::chrono::hours(hours);
            int open = 0;
            for (const report::GapFact& one :
                 gapsOf(*plan, state, UnitCode("HQ"), now, now + std::chrono::hours(12))) {
                if (one.post == kWuchang) {
                    begins.insert(one.from);
                    ++open;
                }
            }
            QCOMPARE(open, 1);
        }
        QCOMPARE(begins.size(), std::size_t{1});
        QCOMPARE(
            toUtcMs(*begins.begin()),
            toUtcMs(kCall - std::chrono::hours(72) - std::chrono::seconds(10)));
    }

    // Gaps of the handover know what was agreed to, and tell what still waits.
    void gapsKnowSwapsAndSubstitutes()
    {
        const auto plan = sz::test::samplePlan();
        const auto duty = plan::dutyAt(*plan, PostCode("L20-desk"), kCall + std::chrono::hours(8));
        const Instant from = kCall;
        const Instant until = kCall + std::chrono::hours(16);
        model::ShiftState state;
        const auto gaps = [&] { return gapsOf(*plan, state, UnitCode("HQ"), from, until); };
        const auto at = [&](const char* post) {
            const auto all = gaps();
            return std::ranges::count(all, PostCode(post), &report::GapFact::post);
        };
        QCOMPARE(at("L20-desk"), 1); // the plan's own gap of every night
        QCOMPARE(at("D05-desk"), 0);
        const auto held = plan::dutyAt(*plan, kWuchang, kCall);
        model::ShiftChange change;
        change.unit = UnitCode("D05");
        change.ask = {
            model::DutyChange::NoShow,
            {kWuchang, held->holderZh, held->from, held->until},
            {},
            {},
            "没来"};
        state.changes["c1"] = change;
        QCOMPARE(at("D05-desk"), 1); // told, not agreed to yet
        QVERIFY(gaps().front().textZh.find("待第二人同意") != std::string::npos);
        state.changes["c1"].decision = model::ShiftChange::Decision{true, {}, {}};
        QCOMPARE(at("D05-desk"), 1); // now it is a gap
        QVERIFY(gaps().front().textZh.find("待第二人同意") == std::string::npos);
        state.changes["c1"].ask.substitute = "李娜";
        QCOMPARE(at("D05-desk"), 0); // somebody stands in
        state.changes["c1"].ask.sort = model::DutyChange::Substitute;
        QCOMPARE(at("D05-desk"), 0);
        state.changes["c1"].decision->isAccepted = false;
        QCOMPARE(at("D05-desk"), 0); // refused: as planned
        // Games time asks for two at a district: one is too few, from the switch on.
        GapGround games;
        games.rules.rules.minimums.push_back({kWuchang, {}, plan::Mode::Games, 2});
        const auto short2 = [&] {
            const auto all = gapsOf(*plan, state, UnitCode("HQ"), from, until, games);
            return std::ranges::count(all, kWuchang, &report::GapFact::post);
        };
        QCOMPARE(short2(), 0);
        games.modes = {{from - Minutes(30), plan::Mode::Games}};
        QCOMPARE(short2(), 1);
        // And for two teams behind the posts that limits.toml names: the inspector's has one.
        const PostCode inspector("HQ-inspector");
        const auto deep = gapsOf(*plan, state, UnitCode("HQ"), from, until, games);
        const auto row = std::ranges::find(deep, inspector, &report::GapFact::post);
        QVERIFY(row != deep.end());
        QVERIFY(row->textZh.find("须有 2 个班组待命") != std::string::npos);
        const auto normal = gapsOf(*plan, state, UnitCode("HQ"), from, until, {});
        QVERIFY(!std::ranges::contains(normal, inspector, &report::GapFact::post));
        // The plan's gap is filled by a cell.
        model::ShiftCell cell;
        cell.unit = UnitCode("L20");
        cell.standing.edit = {PostCode("L20-desk"), 20'743,   "夜班", duty->from,
                              duty->until,          {"赵敏"}, false,  0};
        state.cells[{PostCode("L20-desk"), 20'743, "夜班"}] = cell;
        QCOMPARE(at("L20-desk"), 0);
        // Ids of rows are unique, whatever comes together at one post and moment.
        state.changes["c2"] = change;
        state.changes["c3"] = change;
        std::set<std::pair<PostCode, Instant>> keys;
        for (const report::GapFact& one : gaps()) {
            QVERIFY(keys.emplace(one.post.empty() ? PostCode(one.unit.value) : one.post, one.from)
                        .second);
        }
    }
};

QTEST_MAIN(tst_DutyRoster)
#include "tst_DutyRoster.moc"
