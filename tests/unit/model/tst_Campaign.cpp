// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns: what comes in, what is settled and by whom, what the counts say, and what a copy shares.
#include "data/model/CampaignItems.h"
#include "tests/unit/model/Story.h"

#include <QTest>

#include <random>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

CampaignItem item(const std::string& key, const char* unit, std::vector<const char*> support = {})
{
    CampaignItem one;
    one.key = key;
    one.label = "隐患 " + key;
    one.unit = UnitCode(unit);
    for (const char* code : support) {
        one.support.emplace_back(code);
    }
    return one;
}

/// 177 rows of a month's campaign; districts in turn, every third with a line in support.
ImportItems sheet(std::vector<CampaignItem> items, std::uint64_t first = 1)
{
    ImportItems act;
    act.sheet[0] = 7;
    act.name = "任务清单.csv";
    act.rows = 177;
    act.first = first;
    act.items = std::move(items);
    act.from = kStart;
    act.until = kStart + std::chrono::days(30);
    return act;
}

ImportItems three()
{
    return sheet({item("1", "D05"), item("2", "D02", {"L06"}), item("3", "L19")});
}

SettleItems done(std::vector<std::string> keys, const char* text = "已整改")
{
    return {std::move(keys), ItemState::Done, text};
}

Actor district(const char* unit)
{
    return {UnitCode(unit), PostCode(std::string(unit) + "-desk"), plan::Role::DistrictDesk};
}

/// Counts made anew from the items; what the campaign keeps must say the same.
UnitTally recount(const Campaign& c, const UnitCode& unit)
{
    UnitTally sum{unit};
    for (std::size_t i = 0; i < c.size(); ++i) {
        if (c.item(i).unit == unit) {
            ++sum.items;
            sum.done += c.state(i) == ItemState::Done ? 1U : 0U;
            sum.voided += c.state(i) == ItemState::Void ? 1U : 0U;
        }
    }
    return sum;
}

bool agrees(const Campaign& c)
{
    return std::ranges::all_of(c.units(), [&](const UnitTally& told) {
        const UnitTally found = recount(c, told.unit);
        return found.items == told.items && found.done == told.done && found.voided == told.voided;
    });
}

Code codeOf(const Result<void>& result)
{
    return result ? Code::Internal : result.error().code;
}

} // namespace

class tst_Campaign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsComeInAndNobodyIsOwedAnOrder()
    {
        Story story;
        QVERIFY(story.step(StepKind::Assign) != nullptr);
        QVERIFY(story.may(office(), three()).has_value());
        story.tell(office(), 1, three());
        const Campaign& c = *story.now().campaign;
        QCOMPARE(c.size(), 3U);
        QCOMPARE(c.item(1).key, std::string("2"));
        QCOMPARE(c.total().open(), 3U);
        QCOMPARE(c.runs().size(), 1U);
        QCOMPARE(c.runs()[0].taken, 3U);
        QVERIFY(c.find("3") == std::optional<std::size_t>(2));
        QVERIFY(!c.find("4"));
        QVERIFY(story.step(StepKind::Assign) == nullptr);
        QVERIFY(c.due(0) == std::optional(kStart + std::chrono::days(30)));
        // Lead and support see it; who has no item does not.
        const auto units = audienceOf(story.now());
        QVERIFY(units.contains(UnitCode("L06")) && units.contains(UnitCode("L19")));
        QVERIFY(!units.contains(UnitCode("L01")));
    }

    void theSameSheetAgainAddsOnlyWhatIsNew()
    {
        Story story;
        story.tell(office(), 1, three()).tell(office(), 2, done({"1"}));
        ImportItems again = three();
        again.items.push_back(item("4", "D05"));
        QVERIFY(story.may(office(), again).has_value());
        story.tell(office(), 3, again);
        const Campaign& c = *story.now().campaign;
        QCOMPARE(c.size(), 4U);
        QCOMPARE(c.state(0), ItemState::Done); // what was settled stays so
        QCOMPARE(c.runs().size(), 1U);
        QCOMPARE(c.runs()[0].taken, 4U);
        QCOMPARE(c.runs()[0].passed, 3U);
        QVERIFY(agrees(c));
    }

    void importsThatCannotBe_data()
    {
        QTest::addColumn<ImportItems>("act");
        QTest::addColumn<Code>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, auto change, Code code, const char* detail) {
            ImportItems act = three();
            change(act);
            QTest::newRow(name) << act << code << QString::fromUtf8(detail);
        };
        row("nothing in it", [](ImportItems& a) { a.items.clear(); }, Code::MissingField, "items");
        row(
            "a file without a name", [](ImportItems& a) { a.name = " "; }, Code::MissingField,
            "name");
        row(
            "an item without a key", [](ImportItems& a) { a.items[1].key = ""; },
            Code::MissingField, "key: ");
        row(
            "a key that is too long", [](ImportItems& a) { a.items[1].key = std::string(65, 'k'); },
            Code::MissingField, "key: ");
        row(
            "an item without words", [](ImportItems& a) { a.items[2].label = "\t"; },
            Code::MissingField, "label: 3");
        row(
            "a unit nobody knows", [](ImportItems& a) { a.items[2].unit = UnitCode("L77"); },
            Code::NoSuchUnit, "L77");
        row(
            "a support unit nobody knows",
            [](ImportItems& a) { a.items[0].support = {UnitCode("X")}; }, Code::NoSuchUnit, "X");
        row(
            "a key twice", [](ImportItems& a) { a.items[2].key = "1"; }, Code::BadArgument,
            "twice: 1");
        row(
            "an end before the beginning", [](ImportItems& a) { a.until = *a.from - Millis{1}; },
            Code::LimitOutOfRange, "a campaign");
        row(
            "a campaign of ten years",
            [](ImportItems& a) { a.until = *a.from + std::chrono::days(3660); },
            Code::LimitOutOfRange, "a campaign");
        row(
            "no end, and an item without a limit", [](ImportItems& a) { a.until.reset(); },
            Code::MissingField, "until: 1");
        row(
            "rows that the sheet does not have", [](ImportItems& a) { a.first = 178; },
            Code::BadArgument, "rows outside");
        row("row nought", [](ImportItems& a) { a.first = 0; }, Code::BadArgument, "rows outside");
    }
    void importsThatCannotBe()
    {
        QFETCH(const ImportItems, act);
        QFETCH(const Code, code);
        QFETCH(const QString, detail);
        const Story story;
        const auto verdict = story.may(office(), act);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, code);
        QVERIFY2(
            verdict.error().detail.starts_with(detail.toStdString()),
            verdict.error().detail.c_str());
    }

    void whoMaySettleWhat_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("the office, any") << "HQ" << "3" << true;
        QTest::newRow("the lead, its own") << "D05" << "1" << true;
        QTest::newRow("the support unit") << "L06" << "2" << true;
        QTest::newRow("a unit of the campaign, another's") << "D05" << "2" << false;
        QTest::newRow("support of another item") << "L06" << "1" << false;
        QTest::newRow("a unit that has none") << "L01" << "1" << false;
    }
    void whoMaySettleWhat()
    {
        QFETCH(const QString, unit);
        QFETCH(const QString, key);
        QFETCH(const bool, isAllowed);
        Story story;
        story.tell(office(), 1, three());
        const std::string code = unit.toStdString();
        const Actor who = code == "HQ"          ? office()
                          : code.front() == 'D' ? district(code.c_str())
                                                : line(code.c_str());
        const auto verdict = story.may(who, done({key.toStdString()}));
        QCOMPARE(verdict.has_value(), isAllowed);
        QVERIFY(isAllowed || codeOf(verdict) == Code::NotAllowed);
        // Nobody but the office imports.
        QCOMPARE(story.may(who, three()).has_value(), code == "HQ");
    }

    void refusalsNameTheFirstKey()
    {
        Story story;
        QCOMPARE(codeOf(story.may(office(), done({"1"}))), Code::NotFound); // no campaign
        story.tell(office(), 1, three());
        auto verdict = story.may(office(), done({"1", "99", "98"}));
        QCOMPARE(codeOf(verdict), Code::NotFound);
        QCOMPARE(verdict.error().detail, std::string("99"));
        QCOMPARE(codeOf(story.may(office(), done({}))), Code::MissingField);
        QVERIFY(story.may(office(), done({"1"}, "")).has_value());
        QCOMPARE(
            codeOf(story.may(office(), SettleItems{{"1"}, ItemState::Void, ""})),
            Code::MissingField);
        story.tell(office(), 2, done({"1"}));
        verdict = story.may(office(), done({"2", "1"}));
        QCOMPARE(codeOf(verdict), Code::AlreadyDone);
        QCOMPARE(verdict.error().detail, std::string("1"));
        QCOMPARE(
            codeOf(story.may(office(), SettleItems{{"1"}, ItemState::Open, " "})),
            Code::MissingField);
        QVERIFY(story.may(office(), SettleItems{{"1"}, ItemState::Open, "复查仍在"}).has_value());
        story.tell(office(), 3, CloseIncident{"完成"});
        QCOMPARE(codeOf(story.may(office(), done({"2"}))), Code::IncidentClosed);
        story.tell(office(), 4, done({"2"})); // comes too late: told, and changes nothing
        QCOMPARE(story.now().campaign->total().done, 1U);
    }

    void twoDesksAtOnce()
    {
        Story story;
        story.tell(office(), 1, three());
        // Both had seen it open; the later in log order stands, and the counts follow the items.
        story.tell(district("D05"), 2, done({"1"}), "desk-2", 2);
        story.tell(office(), 2, SettleItems{{"1", "2"}, ItemState::Void, "重复"}, "desk-1", 2);
        const Campaign& c = *story.now().campaign;
        QCOMPARE(c.state(0), ItemState::Void);
        QCOMPARE(c.mark(0)->text, std::string("重复"));
        QCOMPARE(c.mark(0)->unit, UnitCode("HQ"));
        QCOMPARE(c.total().done, 0U);
        QCOMPARE(c.total().voided, 2U);
        QVERIFY(c.mark(2) == nullptr);
        // The same sheet imported twice at once: once in the campaign.
        story.tell(office(), 3, three(), "desk-3", 2);
        QCOMPARE(story.now().campaign->size(), 3U);
        QVERIFY(agrees(*story.now().campaign));
    }

    void lateIsWhatIsOpenAfterItsLimit()
    {
        Story story;
        ImportItems act = three();
        act.items[0].due = kStart + std::chrono::days(2);
        story.tell(office(), 1, act);
        const Campaign& c = *story.now().campaign;
        const Instant limit = kStart + std::chrono::days(2);
        QVERIFY(!c.isLate(0, limit - Millis{1}));
        QVERIFY(c.isLate(0, limit));
        QVERIFY(!c.isLate(1, limit));
        QCOMPARE(c.lateByUnit(limit)[0], 1U);
        QCOMPARE(c.lateByUnit(kStart + std::chrono::days(30)).size(), c.units().size());
        story.tell(office(), 2, done({"1"}));
        QCOMPARE(story.now().campaign->lateByUnit(limit)[0], 0U);
    }

    void burnDownHasEveryDay()
    {
        constexpr double kDay = 24 * 60;
        Story story; // 12:43 in Wuhan
        story.tell(office(), 1, three());
        story.tell(office(), kDay, done({"1", "2"}));
        story.tell(office(), 3 * kDay, SettleItems{{"2"}, ItemState::Open, "复查"});
        story.tell(office(), 3 * kDay + 5, SettleItems{{"3"}, ItemState::Void, "拆除"});
        const auto days = burnDown(*story.now().campaign, Story::at(4 * kDay), 480);
        QCOMPARE(days.size(), 5U);
        const auto opens = [&](std::size_t i) { return days[i].open; };
        QCOMPARE(opens(0), 3);
        QCOMPARE(opens(1), 1);
        QCOMPARE(opens(2), 1);
        QCOMPARE(opens(3), 1);
        QCOMPARE(days[3].done, -1);
        QCOMPARE(days[3].items, 2);
        QCOMPARE(opens(4), 1);
        const DayCount count = dayOf(*story.now().campaign, Story::at(11 * kDay), 480);
        QCOMPARE(count.day, 12);
        QCOMPARE(count.of, 31); // from noon to noon: parts of 31 days
        // A day begins at local midnight, not at midnight in Greenwich: 12:43 + 11 h 17 = 24:00.
        QCOMPARE(dayOf(*story.now().campaign, Story::at(11 * 60 + 16), 480).day, 1);
        QCOMPARE(dayOf(*story.now().campaign, Story::at(11 * 60 + 17), 480).day, 2);
    }

    void whatCameInLateWasThereFromTheFirstDay()
    {
        Story story;
        ImportItems act = three();
        act.from = kStart - std::chrono::days(5);
        story.tell(office(), 1, act).tell(office(), 2, done({"1"}));
        ImportItems more = sheet({item("4", "L06")});
        more.from = act.from;
        story.tell(office(), 24 * 60, more);
        const auto days = burnDown(*story.now().campaign, Story::at(24 * 60), 480);
        QCOMPARE(days.size(), 7U);
        QCOMPARE(days.front().open, 3);
        QCOMPARE(days[5].open, 2);
        QCOMPARE(days[6].open, 3); // what comes in later is new that day
        QCOMPARE(days[6].items, 4);
    }

    void copiesAreValues()
    {
        Story story;
        story.tell(office(), 1, three());
        const IncidentPtr before = story.pointer();
        story.tell(office(), 2, done({"1"}));
        const IncidentPtr between = story.pointer();
        story.tell(office(), 3, sheet({item("4", "L06")}));
        QCOMPARE(before->campaign->state(0), ItemState::Open);
        QCOMPARE(before->campaign->total().done, 0U);
        QCOMPARE(between->campaign->size(), 3U);
        QVERIFY(!between->campaign->find("4"));
        QCOMPARE(story.now().campaign->size(), 4U);
    }

    void oneByOneAndAtOnceAreTheSame()
    {
        std::mt19937 random(20'261'122);
        Story story;
        const char* const units[] = {"D05", "D02", "L01", "L06", "L19"};
        int made = 0;
        for (int act = 0; act < 120; ++act) {
            if (act % 3 == 0) {
                std::vector<CampaignItem> items;
                for (int n = 0; n < 40; ++n) { // some of them known already
                    const auto key = random() % static_cast<unsigned>(made + 30);
                    made = std::max(made, static_cast<int>(key) + 1);
                    items.push_back(item("k" + std::to_string(key), units[key % 5]));
                }
                story.tell(office(), act, sheet(std::move(items)));
            } else {
                SettleItems settle{{}, static_cast<ItemState>(1 + random() % 3), "x"};
                for (int n = 0; n < 15; ++n) {
                    settle.keys.push_back("k" + std::to_string(random() % 400));
                }
                story.tell(office(), act, settle);
            }
        }
        const Campaign& one = *story.now().campaign;
        const auto folded = foldHistory(story.plan(), nullptr, story.history());
        QVERIFY(folded.has_value());
        const Campaign& all = *(*folded)->campaign;
        QVERIFY(one.size() > 200U);
        QCOMPARE(one.size(), all.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            QCOMPARE(one.item(i).key, all.item(i).key);
            QCOMPARE(one.state(i), all.state(i));
            QVERIFY(one.find(one.item(i).key) == std::optional(i));
        }
        QVERIFY(agrees(one) && agrees(all));
        const auto days = burnDown(one, Story::at(200), 480);
        QCOMPARE(days.back().open, static_cast<std::int64_t>(one.total().open()));
    }

    // 155,000 items; every settling act copies the incident. Were all of it copied, 5,000 acts would take minutes.
    void manyItemsAndManyActs()
    {
        Story story;
        constexpr int kItems = 155'000;
        for (int first = 0; first < kItems; first += 400) {
            std::vector<CampaignItem> items;
            for (int n = first; n < std::min(first + 400, kItems); ++n) {
                items.push_back(item(std::to_string(n), n % 2 == 0 ? "D05" : "D02"));
            }
            story.tell(office(), 1, sheet(std::move(items)));
        }
        QCOMPARE(story.now().campaign->size(), static_cast<std::size_t>(kItems));
        const std::shared_ptr<const Campaign> large = story.now().campaign;
        QCOMPARE(&large->item(70'000), &Campaign(*large).item(70'000)); // shared, not copied
        for (int n = 0; n < 5'000; ++n) {
            story.tell(office(), 2, done({std::to_string(n * 31)}));
        }
        const Campaign& c = *story.now().campaign;
        QCOMPARE(c.total().done, 5'000U);
        QCOMPARE(&c.item(70'000), &large->item(70'000));
        QVERIFY(agrees(c));
        // The items are those of the trace, not a second copy.
        const auto& told = std::get<ImportItems>(*story.now().trace[1].act);
        QCOMPARE(&c.item(3), &told.items[3]);
    }

    void aResultIsRatedAlsoAfterTheEnd()
    {
        Story story = orderedStory();
        const RateResult rating{4, "回访", "基本满意"};
        QCOMPARE(codeOf(story.may(office(), rating)), Code::StepsOpen);
        story.tell(line("L01"), 5, FinishOrder{OrderId("o2"), "完"});
        story.tell(line("L06"), 6, FinishOrder{OrderId("o1"), "完"});
        QVERIFY(story.may(office(), rating).has_value());
        QCOMPARE(codeOf(story.may(line("L06"), rating)), Code::NotAllowed);
        story.tell(office(), 7, CloseIncident{"完成"});
        QVERIFY(story.may(office(), rating).has_value());
        QCOMPARE(codeOf(story.may(office(), RateResult{6, {}, {}})), Code::BadArgument);
        story.tell(office(), 8, rating);
        QCOMPARE(story.now().rating->score, 4);
        QCOMPARE(story.now().state, IncidentState::Closed);
        QVERIFY(story.now().steps.empty());
    }
};

QTEST_GUILESS_MAIN(tst_Campaign)
#include "tst_Campaign.moc"
