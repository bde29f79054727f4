// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs together, from both ends, whatever order entries come in and whatever this desk does not see.
#include "tests/support/SampleWorld.h"
#include "widgets/models/BoardModel.h"
#include "widgets/models/Relations.h"
#include "widgets/models/RelationWords.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_Relations : public QObject
{
    Q_OBJECT

    Instant m_now = test::pictureMoment();

    [[nodiscard]] test::SampleIncident made(std::uint32_t serial) const
    {
        return {
            serial, m_now - 40min,
            test::plainReport("incident " + std::to_string(serial), plan::Grade::III)};
    }
    [[nodiscard]] test::SampleIncident
    below(std::uint32_t serial, const model::IncidentPtr& other, bool isMerged) const
    {
        test::SampleIncident one = made(serial);
        if (isMerged) {
            one.act(m_now - 5min, UnitCode("HQ"), model::MergeIncident{other->id, "same"});
        } else {
            one.act(m_now - 5min, UnitCode("HQ"), model::GroupIncident{other->id});
        }
        return one;
    }

private Q_SLOTS:
    void bothEndsAreSeenInAnyOrder()
    {
        const model::IncidentPtr major = made(41);
        const model::IncidentPtr merged = below(42, major, true);
        const model::IncidentPtr part = below(43, major, false);
        const model::IncidentPtr alone = made(44);
        std::vector<model::IncidentPtr> all{major, merged, part, alone};
        std::ranges::sort(all);
        do {
            const Relations relations(all);
            QCOMPARE(relations.above(*merged).tie, Tie::Merged);
            QCOMPARE(relations.above(*merged).known, major);
            QCOMPARE(relations.above(*part).tie, Tie::Grouped);
            QCOMPARE(relations.above(*major).tie, Tie::None);
            QCOMPARE(relations.below(major->id), (std::vector{part, merged})); // open ones first
            const Rollup rollup = relations.rollup(major->id, m_now);
            QCOMPARE(rollup.merged, 1);
            QCOMPARE(rollup.grouped, 1);
            QVERIFY(relations.rollup(alone->id, m_now).isEmpty());
            QVERIFY(!relations.isTied(alone->id));
        } while (std::ranges::next_permutation(all).found);
    }

    // The board takes entries one by one, children before their major one and after it: the same marks in the end.
    void aBoardFilledInAnyOrderSaysTheSame()
    {
        const model::IncidentPtr major = made(41);
        test::SampleIncident second = made(42);
        test::SampleIncident third = made(43);
        std::vector<model::IncidentPtr> steps{second, third, major};
        second.act(m_now - 5min, UnitCode("HQ"), model::MergeIncident{major->id, "same"});
        third.act(m_now - 5min, UnitCode("HQ"), model::GroupIncident{major->id});
        const model::IncidentPtr merged = second;
        const model::IncidentPtr part = third;
        steps.push_back(merged);
        steps.push_back(part);
        std::mt19937 random(4);
        for (int round = 0; round < 60; ++round) {
            std::ranges::shuffle(steps, random);
            BoardModel board(test::samplePlan());
            board.setNow(m_now);
            for (const model::IncidentPtr& one : steps) {
                board.apply({false, {one}, {}});
            }
            board.apply({false, {merged, part}, {}}); // as they stand at last
            QStringList words;
            for (const RelationMark& mark : relationMarks(*board.relations(), *major, m_now)) {
                words.append(mark.text);
            }
            QCOMPARE(words, (QStringList{QStringLiteral("holds 1"), QStringLiteral("1 merged")}));
            QCOMPARE(
                aboveMark(board.relations()->above(*merged)).text,
                QStringLiteral("merged into 041"));
        }
    }

    // The tile of the major one is another incident's row: it must be drawn again when a part comes, changes or goes.
    void theMajorRowIsToldOfItsParts()
    {
        const model::IncidentPtr major = made(41);
        const model::IncidentPtr part = below(43, major, false);
        BoardModel board(test::samplePlan());
        board.setNow(m_now);
        board.reset(test::mapOf({major, made(44)}));
        QSignalSpy changed(&board, &QAbstractItemModel::dataChanged);
        const auto told = [&] {
            return std::ranges::any_of(changed, [&](const QList<QVariant>& call) {
                return call.at(0).toModelIndex() == board.indexOf(major->id);
            });
        };
        board.apply({false, {part}, {}});
        QVERIFY(told());
        changed.clear();
        board.apply({false, {}, {part->id}});
        QVERIFY(told());
        changed.clear();
        board.apply({false, {made(45)}, {}});
        QVERIFY(!told());
    }

    void anIncidentNotSeenHereHasNoTitle()
    {
        const model::IncidentPtr hidden = made(41);
        const model::IncidentPtr merged = below(42, hidden, true);
        const model::IncidentPtr part = below(43, hidden, false);
        const Relations relations({merged, part});
        QVERIFY(relations.above(*merged).known == nullptr);
        QCOMPARE(
            aboveMark(relations.above(*merged)).text,
            QStringLiteral("merged into one not on this board"));
        QVERIFY(!aboveMark(relations.above(*part)).text.contains(QStringLiteral("incident 41")));
        QCOMPARE(relations.target(*merged), merged->id);
    }

    // Written offline at two desks: each is the other. Both stay, both say so.
    void aCircleOfTwoIsShownAsSuch()
    {
        test::SampleIncident a = made(41);
        test::SampleIncident b = made(42);
        a.act(m_now - 4min, UnitCode("HQ"), model::MergeIncident{b.get()->id, "same"});
        b.act(m_now - 4min, UnitCode("HQ"), model::MergeIncident{a.get()->id, "same"});
        const Relations relations({a, b});
        for (const model::IncidentPtr& one : {a.get(), b.get()}) {
            QVERIFY(relations.above(*one).isCircular);
            QVERIFY(aboveMark(relations.above(*one)).isAbnormal);
            QCOMPARE(relations.target(*one), one->id); // no endless way
            QCOMPARE(relations.rollup(one->id, m_now).merged, 1);
        }
        QVERIFY(aboveMark(relations.above(*a.get())).text.contains(QStringLiteral("042")));
        BoardModel board(test::samplePlan());
        board.setNow(m_now);
        board.reset(test::mapOf({a, b}));
        QCOMPARE(board.count(Pane::Closed), 2); // findable, both
        b.act(m_now - 1min, UnitCode("HQ"), model::SeparateIncident{"not so"});
        board.apply({false, {b}, {}});
        QVERIFY(!board.relations()->above(*a.get()).isCircular);
        QCOMPARE(board.count(Pane::Closed), 1);
    }

    void longCirclesAndWhatHangsOnThem()
    {
        std::vector<test::SampleIncident> ring;
        for (std::uint32_t n = 1; n <= 5; ++n) {
            ring.push_back(made(n));
        }
        for (std::size_t n = 0; n < 5; ++n) {
            ring[n].act(
                m_now - 3min, UnitCode("HQ"), model::GroupIncident{ring[(n + 1) % 5].get()->id});
        }
        const model::IncidentPtr outside = below(9, ring[0].get(), false);
        const Relations relations({ring[0], ring[1], ring[2], ring[3], ring[4], outside});
        for (const test::SampleIncident& one : ring) {
            QVERIFY(relations.above(*one.get()).isCircular);
            QCOMPARE(relations.rollup(one.get()->id, m_now).grouped, 5); // each once, never itself
        }
        QVERIFY(!relations.above(*outside).isCircular);
        QVERIFY(relations.isBelow(outside->id, ring[3].get()->id));
        QVERIFY(!relations.isBelow(ring[3].get()->id, outside->id));
    }

    void ordersAndStatesAreRolledUpThroughAllLevels()
    {
        const model::IncidentPtr major = made(41);
        test::SampleIncident part = below(42, major, false);
        part.order(m_now - 30min, {"L06", "D05"}); // nobody has signed: late since long
        test::SampleIncident done = below(43, part, false);
        done.order(m_now - 30min, {"L06"})
            .act(m_now - 2min, UnitCode("L06"), model::FinishOrder{done.orderId(0), "ok"})
            .act(m_now - 1min, UnitCode("HQ"), model::CloseIncident{"ok"});
        const model::IncidentPtr same = below(44, done, true);
        const Relations relations({same, done, part, major});
        const Rollup rollup = relations.rollup(major->id, m_now);
        QCOMPARE(rollup, (Rollup{1, 2, 1, 1, 2, 2}));
        QCOMPARE(relations.rollup(major->id, m_now - 29min).ordersLate, 0);
        QCOMPARE(
            rollupText(rollup),
            QStringLiteral("Incidents: 1 open, 1 closed · orders: 2 open, 2 late"));
    }

    void countsOfOneLabelAreSummedAndKeepTheirDifference()
    {
        test::SampleIncident major = made(41);
        major.act(
            m_now - 9min, UnitCode("HQ"),
            model::StateCounts{"pupils", 1354, {{"moved", 1235}, {"refunded", 119}}});
        test::SampleIncident part = below(42, major, false);
        part.act(
            m_now - 3min, UnitCode("HQ"),
            model::StateCounts{"pupils", 100, {{"moved", 60}, {"absent", 30}}});
        test::SampleIncident other = below(43, major, false);
        other.act(m_now - 3min, UnitCode("HQ"), model::StateCounts{"cars", 2, {}});
        // The same matter counted by a second caller is not twice as much.
        test::SampleIncident same(44, m_now - 40min, test::plainReport("same", plan::Grade::III));
        same.act(m_now - 6min, UnitCode("HQ"), model::StateCounts{"pupils", 1354, {}})
            .act(m_now - 5min, UnitCode("HQ"), model::MergeIncident{major.get()->id, {}});
        const Relations relations({same, part, other, major});
        const auto counts = relations.counts(*major.get());
        QCOMPARE(counts.size(), 2U);
        QCOMPARE(counts[0].label, std::string("pupils"));
        QCOMPARE(counts[0].total, 1454);
        QCOMPARE(
            counts[0].parts,
            (std::vector<model::CountPart>{{"moved", 1295}, {"refunded", 119}, {"absent", 30}}));
        QCOMPARE(counts[0].difference(), 10); // what does not balance below is not lost above
        QCOMPARE(counts[1].label, std::string("cars"));
        QVERIFY(relations.counts(*part.get()).empty()); // its own stand where they always did
        const auto apart = Relations({other, major}).counts(*major.get());
        QCOMPARE(apart.size(), 1U); // the major one's pupils are its own, no sum
        QCOMPARE(apart[0].label, std::string("cars"));
    }

    void theWayOfAMergedOneEndsWhereItIsDealtWith()
    {
        const model::IncidentPtr end = made(41);
        const model::IncidentPtr middle = below(42, end, true);
        const model::IncidentPtr first = below(43, middle, true);
        QCOMPARE(Relations({first, middle, end}).target(*first), end->id);
        QCOMPARE(Relations({first, middle}).target(*first), middle->id); // the rest is not seen
        QCOMPARE(Relations({first, middle, end}).target(*end), end->id);
    }

    void anEarlySignNamesItsDay()
    {
        test::SampleIncident sign = made(41);
        QVERIFY(watchText(*sign.get(), 480).isEmpty());
        sign.act(m_now, UnitCode("HQ"), model::WatchIncident{m_now + std::chrono::days(3), "gate"});
        QCOMPARE(watchText(*sign.get(), 480), QStringLiteral("early sign · until 10-20"));
    }
};

QTEST_MAIN(tst_Relations)
#include "tst_Relations.moc"
