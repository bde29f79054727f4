// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two moments: what came, what closed, what broke a limit, what reads otherwise.
#include "data/replay/Compare.h"
#include "tests/bench/History.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

using namespace sz;
using namespace sz::replay;

namespace {

const Instant kStart = fromUtcMs(1'790'000'000'000);

/// The first `count` acts of a life.
model::IncidentPtr lifeOf(std::size_t n, bench::Stage stage, std::size_t count)
{
    bench::History history(*test::samplePlan());
    std::vector<model::StampedEntry> entries;
    for (const log::Entry& entry : history.life(n, stage, kStart)) {
        if (entries.size() < count) {
            entries.push_back({entry, {entries.size() + 1, 0}});
        }
    }
    return *model::foldHistory(*test::samplePlan(), nullptr, entries);
}

Moment momentOf(Minutes after, const std::vector<model::IncidentPtr>& incidents)
{
    Moment moment{kStart + after, {}};
    for (const auto& one : incidents) {
        moment.incidents[one->id] = one;
    }
    return moment;
}

} // namespace

class tst_Compare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing()
    {
        const auto one = lifeOf(1, bench::Stage::Active, 3);
        QVERIFY(compare(momentOf(Minutes{3}, {one}), momentOf(Minutes{4}, {one})).isEmpty());
        QVERIFY(compare(momentOf(Minutes{3}, {}), momentOf(Minutes{4}, {})).isEmpty());
    }

    void added()
    {
        const auto one = lifeOf(1, bench::Stage::Active, 3);
        const auto diff = compare(momentOf(Minutes{0}, {}), momentOf(Minutes{3}, {one}));
        QCOMPARE(diff.added, 1UZ);
        QCOMPARE(diff.closed, 0UZ);
        QVERIFY(diff.changes.front().isAdded && diff.changes.front().before == nullptr);
    }

    void closed()
    {
        const auto open = lifeOf(2, bench::Stage::Closed, 5);
        const auto done = lifeOf(2, bench::Stage::Closed, 99);
        QCOMPARE(done->state, model::IncidentState::Closed);
        // Ids are made anew at each telling: the same incident is the same id.
        auto before = std::make_shared<model::Incident>(*open);
        before->id = done->id;
        const auto diff = compare(momentOf(Minutes{5}, {before}), momentOf(Minutes{60}, {done}));
        QCOMPARE(diff.closed, 1UZ);
        QCOMPARE(diff.changed, 1UZ);
        QCOMPARE(diff.late, 0UZ); // what is closed is not late
        const auto gone = compare(momentOf(Minutes{5}, {before}), momentOf(Minutes{6000}, {}));
        QCOMPARE(gone.closed, 1UZ); // and has left the board since
        QVERIFY(gone.changes.front().after == nullptr);
        QVERIFY(compare(momentOf(Minutes{60}, {done}), momentOf(Minutes{6000}, {})).isEmpty());
    }

    void becameLate()
    {
        const auto one = lifeOf(1, bench::Stage::Active, 2); // orders nobody has signed for
        QVERIFY(!one->steps.empty());
        const auto diff = compare(momentOf(Minutes{3}, {one}), momentOf(Minutes{600}, {one}));
        QCOMPARE(diff.late, 1UZ);
        QCOMPARE(diff.changed, 0UZ); // no entry, only time
        const auto later = compare(momentOf(Minutes{600}, {one}), momentOf(Minutes{700}, {one}));
        QVERIFY(later.isEmpty()); // it was late before
    }

    void theOrderOfTheMomentsDoesNotMatter()
    {
        const auto one = lifeOf(1, bench::Stage::Active, 3);
        const auto diff = compare(momentOf(Minutes{3}, {one}), momentOf(Minutes{0}, {}));
        QCOMPARE(diff.added, 1UZ);
    }

    void lateOnesFirst()
    {
        const auto late = lifeOf(1, bench::Stage::Active, 2);
        const auto fresh = lifeOf(3, bench::Stage::Pending, 1);
        const auto diff =
            compare(momentOf(Minutes{1}, {late}), momentOf(Minutes{600}, {late, fresh}));
        QCOMPARE(diff.changes.size(), 2UZ);
        QVERIFY(diff.changes.front().isLate);
    }
};

QTEST_GUILESS_MAIN(tst_Compare)
#include "tst_Compare.moc"
