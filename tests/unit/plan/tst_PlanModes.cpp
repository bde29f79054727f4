// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Limits, depth and roll calls of each mode, and plan cards: as the shipped sample has them, and with their faults.
#include "data/plan/Cards.h"
#include "data/plan/PlanCheck.h"
#include "data/plan/RosterDepth.h"
#include "tests/unit/plan/PlanFixture.h"

#include <set>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

const Instant kNoon = fromUtcMs(1'792'210'000'000); // 2026-10-17 12:06 in Wuhan

/// Line of the n-th (from 1) occurrence of a text, 1-based; 0: none.
int lineOf(const QByteArray& text, const QByteArray& wanted, int nth = 1)
{
    qsizetype at = -1;
    for (int i = 0; i < nth; ++i) {
        at = text.indexOf(wanted, at + 1);
        if (at < 0) {
            return 0;
        }
    }
    return static_cast<int>(text.first(at).count('\n')) + 1;
}

const Fault* errorIn(const std::vector<Fault>& faults, const char* file)
{
    const auto it =
        std::ranges::find_if(faults, [&](const Fault& f) { return f.isError && f.file == file; });
    return it == faults.end() ? nullptr : &*it;
}

} // namespace

class tst_PlanModes : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Plan> m_plan = shippedPlan();

private Q_SLOTS:
    void theSampleIsClean()
    {
        QVERIFY(m_plan != nullptr);
        for (const Fault& fault : checkPlan(shippedDir())) {
            QVERIFY2(!fault.isError, fault.message.c_str());
            QVERIFY2(
                fault.file != "cards.toml" && fault.file != "limits.toml", fault.message.c_str());
        }
    }

    void whatIsNotWrittenStaysAsInNormalTimes()
    {
        const Limits normal = m_plan->limitsFor({}, Grade::III, Mode::Normal);
        const Limits games = m_plan->limitsFor({}, Grade::III, Mode::Games);
        QCOMPARE(normal.sign, 10);
        QCOMPARE(games.sign, 5);
        QCOMPARE(games.phoneReport, normal.phoneReport);
        QCOMPARE(games.nearMin, normal.nearMin);
        QCOMPARE(games.decide, normal.decide);
        const Limits drill = m_plan->limitsFor({}, Grade::III, Mode::Drill);
        QCOMPARE(drill.sign, normal.sign); // the sample writes none
    }

    void aKindsOwnLimitsGoBeforeThoseOfAll()
    {
        const KindCode cylinders("gas.cylinders");
        const Limits normal = m_plan->limitsFor(cylinders, Grade::III, Mode::Normal);
        const Limits games = m_plan->limitsFor(cylinders, Grade::III, Mode::Games);
        QCOMPARE(normal.done, 120);
        QCOMPARE(games.done, 90);   // its own for games time
        QCOMPARE(games.arrive, 20); // likewise
        QCOMPARE(games.sign, 5);    // of all kinds in games time
        // Its own of normal times, not the looser one of all kinds in games time.
        QCOMPARE(m_plan->limitsFor(cylinders, Grade::IV, Mode::Games).done, 240);
        const Limits request = m_plan->limitsFor(KindCode("livelihood"), Grade::IV, Mode::Games);
        QVERIFY(request.doneWork && request.doneWork->amount == 7);
    }

    // 升级 by kind: a tank lorry climbs faster than a broken lamp post, and a wrong rung is named with its file and line.
    void aKindMayHaveItsOwnLadder()
    {
        const QString file = QStringLiteral("kinds.toml");
        const auto withLadder = [&](const PlanCopy& copy, const char* post) {
            copy.replace(
                file, "code = \"hazmat.vehicle\"\n",
                QByteArray(
                    "code = \"hazmat.vehicle\"\nladder = [{ after = 0, post = \"HQ-chief\" }, "
                    "{ after = 5, post = \"")
                    + post + "\" }]\n");
            return loadPlan(copy.dir());
        };
        const PlanCopy copy;
        const auto loaded = withLadder(copy, "HQ-leader");
        QVERIFY(loaded.has_value());
        const auto& own = loaded->plan.ladderFor(KindCode("hazmat.vehicle"));
        QCOMPARE(own.size(), std::size_t{2});
        QCOMPARE(own[0].post, PostCode("HQ-chief"));
        QCOMPARE(own[1].afterMinutes, 5);
        QCOMPARE(own[1].post, PostCode("HQ-leader"));
        const auto& all = loaded->plan.ladderFor(KindCode("gas.cylinders")); // has none of its own
        QCOMPARE(all.size(), std::size_t{3});
        QCOMPARE(all[0].post, PostCode("HQ-deputy"));
        const auto& dike = loaded->plan.ladderFor(KindCode("flood.river")); // the sample's own
        QCOMPARE(dike.front().post, PostCode("HQ-chief"));
        QCOMPARE(dike.back().afterMinutes, 5);
        const PlanCopy wrong;
        const auto refused = withLadder(wrong, "HQ-nobody");
        QVERIFY(!refused.has_value());
        QVERIFY2(
            std::ranges::any_of(
                refused.error().faults,
                [](const Fault& f) { return f.isError && f.file == "kinds.toml" && f.line > 0; }),
            qPrintable(described(refused.error().faults)));
    }

    void drillLimitsAreReadToo()
    {
        const PlanCopy copy;
        QByteArray text = copy.read(QStringLiteral("limits.toml"));
        text += "\n[drill.III]\nsign = 2\n";
        copy.write(QStringLiteral("limits.toml"), text);
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(loaded);
        QCOMPARE(loaded->plan.limitsFor({}, Grade::III, Mode::Drill).sign, 2);
        QCOMPARE(
            loaded->plan.limitsFor(KindCode("gas.cylinders"), Grade::III, Mode::Drill).done, 120);
        QCOMPARE(
            loaded->plan.limitsFor(KindCode("gas.cylinders"), Grade::III, Mode::Drill).sign, 2);
        QCOMPARE(loaded->plan.limitsFor({}, Grade::III, Mode::Games).sign, 5);
    }

    void postsThatAreNotHeldDeepEnoughAreTold()
    {
        QVERIFY(depthAt(*m_plan, Mode::Normal, kNoon).empty());
        const auto deep = depthAt(*m_plan, Mode::Games, kNoon);
        QCOMPARE(deep.size(), std::size_t{9});
        for (const PostDepth& one : deep) {
            const bool isSingle =
                one.post == PostCode("HQ-inspector"); // one team: nobody to call in
            QCOMPARE(one.missing(), isSingle ? 1 : 0);
            QCOMPARE(one.teamsEn.size(), one.teamsZh.size());
        }
        const auto now = dutyAt(*m_plan, PostCode("HQ-chief"), kNoon);
        const auto chief = std::ranges::find(deep, PostCode("HQ-chief"), &PostDepth::post);
        QCOMPARE(chief->teamsZh.at(0), now->holderZh);
        QVERIFY(chief->teamsZh.at(1) != now->holderZh);
    }

    void aGapIsAGapForTheDepthToo()
    {
        Plan plan = *m_plan;
        plan.modes[1].deepPosts = {PostCode("L20-desk")};
        const Instant night = kNoon + std::chrono::hours{10};
        QVERIFY(dutyAt(plan, PostCode("L20-desk"), night)->holderZh.empty());
        const auto deep = depthAt(plan, Mode::Games, night);
        QCOMPARE(deep.size(), std::size_t{1});
        QVERIFY(deep[0].teamsZh.size() <= 2);
        QVERIFY(!std::ranges::contains(deep[0].teamsZh, std::string()));
    }

    void rollCallsGoOverMidnight()
    {
        const auto text = [&](Mode mode, Instant after) {
            const auto next = nextRollCall(*m_plan, mode, after);
            return next ? static_cast<int>((toUtcMs(*next) / 60'000 + 480) % 1440) : -1;
        };
        QCOMPARE(text(Mode::Normal, kNoon), 9 * 60);
        QCOMPARE(text(Mode::Games, kNoon), 12 * 60 + 30);
        QCOMPARE(text(Mode::Games, kNoon + std::chrono::hours{11}), 7 * 60 + 30);
        QVERIFY(
            *nextRollCall(*m_plan, Mode::Games, kNoon + std::chrono::hours{11})
            > kNoon + std::chrono::hours{11});
        QCOMPARE(text(Mode::Drill, kNoon), -1);
    }

    void theSampleHasCardsAndSaysSo()
    {
        QVERIFY(m_plan->cards.size() >= 6);
        std::set<KindCode> kinds;
        for (const PlanCard& card : m_plan->cards) {
            QVERIFY(card.isSample);
            QCOMPARE(std::ranges::count(card.orders, true, &CardOrder::isLead), 1);
            QVERIFY(!card.name.en.empty() && !card.name.initials.empty());
            kinds.insert(card.kinds.begin(), card.kinds.end());
        }
        QVERIFY(kinds.size() >= 12);
    }

    void cardsFitByKindAndGrade()
    {
        const auto codes = [](const std::vector<const PlanCard*>& cards) {
            QStringList out;
            for (const PlanCard* card : cards) {
                out.append(QString::fromStdString(card->code));
            }
            return out.join(u',');
        };
        QCOMPARE(
            codes(cardsFor(*m_plan, KindCode("flood.street"), Grade::IV)),
            QStringLiteral("flood-street"));
        QCOMPARE(codes(cardsFor(*m_plan, KindCode("traffic.crash"), Grade::IV)), QString());
        QCOMPARE(
            codes(cardsFor(*m_plan, KindCode("traffic.crash"), Grade::II)),
            QStringLiteral("traffic-crash"));
        QCOMPARE(
            codes(cardsFor(*m_plan, KindCode("crowd.gather"), Grade::III)),
            QStringLiteral("crowd-venue,dispute-wages"));
        QCOMPARE(codes(cardsNamed(*m_plan, "燃气")), QStringLiteral("gas-leak"));
        QCOMPARE(codes(cardsNamed(*m_plan, "RQXL")), QStringLiteral("gas-leak"));
        QCOMPARE(codes(cardsNamed(*m_plan, "gas l")), QStringLiteral("gas-leak"));
        QCOMPARE(codes(cardsNamed(*m_plan, "nothing")), QString());
    }

    void badValuesAreFound_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QByteArray>("line"); ///< the fault names the line of this text
        const auto row = [](const char* name, const char* file, const char* from, const char* to,
                            const char* says, const char* line) {
            QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(from) << QByteArray(to)
                                << QString::fromLatin1(says) << QByteArray(line);
        };
        row("lamps that warn later", "limits.toml", "near_percent = 150", "near_percent = 50",
            "near_percent", "near_percent = 50");
        row("a roll call at no time", "limits.toml", "\"12:30\"", "\"12.30\"", "not a time of day",
            "\"12.30\"");
        row("a roll call twice", "limits.toml", "\"12:30\"", "\"07:30\"", "twice",
            "\"07:30\", \"07:30\"");
        row("a post that is not there", "limits.toml", "\"HQ-video\"", "\"HQ-nobody\"", "HQ-nobody",
            "[mode.games]");
        row("a post twice", "limits.toml", "\"HQ-video\"", "\"HQ-chief\"", "twice",
            "deep_posts = ");
        row("depth without posts", "limits.toml", "roster_depth = 2", "roster_depth = 1",
            "go together", "[mode.games]");
        row("a games limit of nothing", "limits.toml", "arrive = 15\n", "arrive = 0\n", "arrive",
            "arrive = 0");
        row("near after behind in games time", "limits.toml", "[games.II]\n",
            "[games.II]\nnear = 2\nbehind = 2\n", "less than", "[games.II]");
        row("a card for no kind", "cards.toml", "\"weather.severe\"", "\"weather.mild\"",
            "weather.mild", "[[card]]");
        row("a card for no unit", "cards.toml", "unit = \"L10\"", "unit = \"L99\"", "L99",
            "[[card.order]]");
        row("a card for a zone", "cards.toml", "unit = \"L10\"", "unit = \"Z1\"", "takes no orders",
            "[[card.order]]");
        row("a card for the office", "cards.toml", "unit = \"L10\"", "unit = \"HQ\"",
            "takes no orders", "[[card.order]]");
        row("two leads", "cards.toml", "unit = \"L02\"\n", "unit = \"L02\"\nlead = true\n",
            "one lead", "[[card]]");
        row("one unit twice", "cards.toml", "unit = \"L02\"", "unit = \"L10\"", "already defined",
            "");
        row("signed after it is done", "cards.toml", "sign = 5\narrive = 30\ndone = 240",
            "sign = 500\narrive = 30\ndone = 240", "\"sign\" must not", "sign = 500");
        row("both clocks", "cards.toml", "done = 240", "done = 240\ndone_working_days = 2",
            "stands without", "done_working_days = 2");
        row("no order at all", "cards.toml", "[[card]]\ncode = \"flood-street\"",
            "[[card]]\ncode = \"empty\"\nname_zh = \"空\"\nkinds = [\"noise\"]\n[[card]]\ncode = "
            "\"flood-street\"",
            "order", "[[card]]");
        row("a grade of no grade", "cards.toml", "grade = \"III\"", "grade = \"V\"", "not a grade",
            "grade = \"V\"");
        row("a code twice", "cards.toml", "code = \"gas-leak\"", "code = \"flood-street\"",
            "already defined", "");
    }

    void badValuesAreFound()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, says);
        QFETCH(QByteArray, line);
        const PlanCopy copy;
        QByteArray text = copy.read(file);
        const auto at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        copy.write(file, text);
        const auto faults = checkPlan(copy.dir());
        const Fault* fault = errorIn(faults, file.toLatin1().constData());
        QVERIFY2(fault != nullptr, "no fault in the file");
        QVERIFY2(QString::fromStdString(fault->message).contains(says), fault->message.c_str());
        QVERIFY(!fault->messageZh.empty() && fault->messageZh != fault->message);
        QVERIFY(fault->line > 0);
        if (!line.isEmpty()) {
            QCOMPARE(fault->line, lineOf(text, line));
        }
        QVERIFY(!loadPlan(copy.dir()));
    }

    void aPlanWithoutThemIsAPlan()
    {
        const PlanCopy copy;
        QVERIFY(std::filesystem::remove(copy.dir() / "cards.toml"));
        QByteArray text = copy.read(QStringLiteral("limits.toml"));
        text.truncate(text.indexOf("[games.I]"));
        copy.write(QStringLiteral("limits.toml"), text);
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(loaded);
        QVERIFY(loaded->plan.cards.empty());
        QCOMPARE(loaded->plan.limitsFor({}, Grade::III, Mode::Games).sign, 10);
        QVERIFY(loaded->plan.rulesOf(Mode::Games) == ModeRules{});
    }
};

QTEST_APPLESS_MAIN(tst_PlanModes)
#include "tst_PlanModes.moc"
