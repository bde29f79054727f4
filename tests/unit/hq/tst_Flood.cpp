// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threat 3 (findings/trust.md §2): one desk at ten times its quota; the others do not notice, and its own acts are late, not lost.
#include "data/hq/Quota.h"
#include "tests/unit/hq/Office.h"

#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::test;

namespace {

bool isAll(const std::vector<sync::Verdict>& verdicts, sync::VerdictKind kind)
{
    return !verdicts.empty() && std::ranges::all_of(verdicts, [kind](const sync::Verdict& v) {
        return v.kind == kind;
    });
}

} // namespace

class tst_Flood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBucketFillsWithTimeAndNotWithAClockThatJumps()
    {
        const Instant start = fromUtcMs(1'000'000);
        hq::Quota quota({10, 20}, start);
        QVERIFY(quota.take(20, start));
        QVERIFY(!quota.take(1, start));
        QVERIFY(!quota.take(1, start - std::chrono::hours{1})); // set back: nothing gained
        QVERIFY(quota.take(10, start - std::chrono::hours{1} + std::chrono::seconds{1}));
        QVERIFY(!quota.take(21, start + std::chrono::hours{9})); // never more than it holds
        QVERIFY(quota.take(20, start + std::chrono::hours{9}));
    }

    void tenMinutesAtTenTimesTheQuota()
    {
        Office office;
        Author rogue = office.enrol("D05");
        Author calm = office.enrol("D06");
        std::string theirs = rogue.write(report(*samplePlan(), "燃气泄漏"));
        const std::string own = calm.write(report(*samplePlan(), "积水", 19));
        const auto rogueDesk = office.join(rogue);
        const auto calmDesk = office.join(calm);
        QVERIFY(isAll(office.push(rogueDesk, rogue.batch(1)), sync::VerdictKind::Accepted));
        QVERIFY(isAll(office.push(calmDesk, calm.batch(1)), sync::VerdictKind::Accepted));

        constexpr int kSeconds = 600;
        constexpr int kPerSecond = 500; // ten times QuotaSpec's
        constexpr std::uint64_t kBatch = 250;
        const hq::QuotaSpec quota;
        std::uint64_t accepted = 1;
        int later = 0;
        for (int second = 0; second < kSeconds;
             second += 10) { // in steps of ten seconds: the bucket knows only time
            office.clock.advance(std::chrono::seconds{10});
            for (int i = 0; i < 10 * kPerSecond / int(kBatch); ++i) {
                while (rogue.written() < accepted + kBatch) {
                    rogue.write(model::AddNote{"x"}, theirs);
                    if (rogue.written() % 50
                        == 0) { // an incident of 30,000 acts is another test's business
                        theirs = rogue.write(report(*samplePlan(), "燃气泄漏"));
                    }
                }
                const auto verdicts =
                    office.push(rogueDesk, rogue.batch(accepted + 1, accepted + kBatch));
                if (isAll(verdicts, sync::VerdictKind::Accepted)) {
                    accepted += kBatch;
                } else {
                    QVERIFY(isAll(verdicts, sync::VerdictKind::Later));
                    QCOMPARE(verdicts.size(), std::size_t(kBatch));
                    ++later;
                }
            }
            calm.write(model::AddNote{"积水 20 厘米"}, own);
            QVERIFY(isAll(
                office.push(calmDesk, calm.batch(calm.written())),
                sync::VerdictKind::Accepted)); // at once
            QVERIFY(!office.feed(calmDesk, "D06").empty());
        }
        QVERIFY(later > 0);
        QVERIFY(double(accepted) <= quota.burst + kSeconds * quota.perSecond + 1);
        QVERIFY(double(accepted) >= kSeconds * quota.perSecond * 0.9); // throttled, not shut out

        while (accepted < rogue.written()) { // when it calms down all of it comes through, in order
            office.clock.advance(std::chrono::seconds{5});
            const std::uint64_t last = std::min(accepted + kBatch, rogue.written());
            if (isAll(
                    office.push(rogueDesk, rogue.batch(accepted + 1, last)),
                    sync::VerdictKind::Accepted)) {
                accepted = last;
            }
        }
        QCOMPARE(office.record(rogue.desk()).lastCounter, rogue.written());
        QVERIFY(office.hasLine("later"));
    }

    void batchesPiledUpAreNotJudged()
    {
        Office office;
        Author rogue = office.enrol("D05");
        const std::string incident = rogue.write(report(*samplePlan(), "燃气泄漏"));
        for (int i = 0; i < 5; ++i) {
            rogue.write(model::AddNote{"x"}, incident);
        }
        const auto desk = office.join(rogue);
        for (std::uint64_t counter = 1; counter <= 5; ++counter) {
            office.send(desk, sync::Push{rogue.batch(counter, counter)});
        }
        office.engine().flush();
        int later = 0;
        while (const auto verdicts = office.next<sync::Verdicts>(desk)) {
            later += verdicts->verdicts.front().kind == sync::VerdictKind::Later ? 1 : 0;
        }
        QCOMPARE(later, 3);
        QCOMPARE(office.record(rogue.desk()).lastCounter, 2U);
    }

    void comingBackGivesNoNewQuota()
    {
        Office office;
        Author rogue = office.enrol("D05");
        const std::string incident = rogue.write(report(*samplePlan(), "燃气泄漏"));
        const hq::QuotaSpec quota;
        while (double(rogue.written()) < quota.burst + 200) {
            rogue.write(model::AddNote{"x"}, incident);
        }
        auto desk = office.join(rogue);
        std::uint64_t accepted = 0;
        while (accepted + 256 <= rogue.written()
               && isAll(
                   office.push(desk, rogue.batch(accepted + 1, accepted + 256)),
                   sync::VerdictKind::Accepted)) {
            accepted += 256;
        }
        desk = office.join(rogue);
        QVERIFY(isAll(
            office.push(desk, rogue.batch(accepted + 1, accepted + 150)),
            sync::VerdictKind::Later));
    }
};

QTEST_GUILESS_MAIN(tst_Flood)
#include "tst_Flood.moc"
