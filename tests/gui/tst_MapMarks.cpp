// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/models/MarkBook.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

QString
firstDifference(const std::vector<maps::Mark>& kept, const std::vector<maps::Mark>& anew, int step)
{
    const auto [a, b] = std::ranges::mismatch(kept, anew);
    const auto words = [](auto it, const std::vector<maps::Mark>& all) {
        return it == all.end() ? QStringLiteral("none")
                               : QStringLiteral("%1 lamp %2 age %3 stale %4")
                                     .arg(it->label)
                                     .arg(static_cast<int>(it->lamp))
                                     .arg(it->ageText)
                                     .arg(it->isStale);
    };
    return QStringLiteral("step %1, mark %2: %3 | not %4")
        .arg(step)
        .arg(a - kept.begin())
        .arg(words(a, kept), words(b, anew));
}
class tst_MapMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lateComesFirstAndSaysSo();
    void withoutAPointTheAreaStandsForIt();
    void closedAndPlacelessAreLeftOut();
    void staleMarksTellTheirAge();
    void theBookAgreesWithMakingAllAnew();

private:
    Instant m_now = test::pictureMoment();
};

void tst_MapMarks::lateComesFirstAndSaysSo()
{
    const auto marks = mapMarks(
        test::mapOf(
            {test::SampleIncident(1, m_now - 1min, test::plainReport("Quiet")),
             test::SampleIncident(45, m_now - 14min, test::plainReport("Hospital, dark"))}),
        *test::samplePlan(), m_now);
    QCOMPARE(marks.size(), std::size_t{2});
    QCOMPARE(marks.front().lamp, model::Lamp::Late);
    QCOMPARE(marks.front().label, QStringLiteral("045 Hospital 04:00 late"));
    QCOMPARE(marks.front().shortLabel, QStringLiteral("045 Hospital"));
    QCOMPARE(marks.back().label, marks.back().shortLabel); // nothing near: no countdown
}

void tst_MapMarks::withoutAPointTheAreaStandsForIt()
{
    auto report = test::plainReport("At the area");
    const auto marks =
        mapMarks(test::mapOf({test::SampleIncident(1, m_now, report)}), *test::samplePlan(), m_now);
    QVERIFY(marks.front().isApproximate);
    QCOMPARE(marks.front().at, test::samplePlan()->area(24)->label);
    report.place.point = Wgs84{114.3, 30.6};
    report.place.isApproximate = false;
    const auto exact =
        mapMarks(test::mapOf({test::SampleIncident(2, m_now, report)}), *test::samplePlan(), m_now);
    QVERIFY(!exact.front().isApproximate);
    QCOMPARE(exact.front().at, (Wgs84{114.3, 30.6}));
}

void tst_MapMarks::closedAndPlacelessAreLeftOut()
{
    test::SampleIncident closed(1, m_now - 1h, test::plainReport("Closed"));
    closed.order(m_now - 1h, {"L06"})
        .act(m_now, UnitCode("L06"), model::FinishOrder{closed.orderId(0), "ok"});
    closed.act(m_now, UnitCode("HQ"), model::CloseIncident{"ok"});
    auto nowhere = test::plainReport("Nowhere");
    nowhere.place.area = 0;
    QVERIFY(mapMarks(
                test::mapOf({closed, test::SampleIncident(2, m_now, nowhere)}), *test::samplePlan(),
                m_now)
                .empty());
}

void tst_MapMarks::staleMarksTellTheirAge()
{
    const auto marks = mapMarks(
        test::mapOf({test::SampleIncident(1, m_now - 1h, test::plainReport("Old"))}),
        *test::samplePlan(), m_now, m_now - 192s);
    QVERIFY(marks.front().isStale);
    QCOMPARE(marks.front().ageText, QStringLiteral("3 min ago"));
}

// A night of changes: new ones, closed ones, ones taken away, ones whose limits run out, a link that goes and comes, a clock
// put back. After each of them the book says what making all of them anew says.
void tst_MapMarks::theBookAgreesWithMakingAllAnew()
{
    const auto plan = test::samplePlan();
    MarkBook book(plan);
    test::IncidentMap night;
    std::mt19937 random(7);
    const auto any = [&](std::uint32_t most) {
        return std::uniform_int_distribution<std::uint32_t>(0, most)(random);
    };
    Instant now = m_now;
    std::optional<Instant> down;
    std::uint32_t serial = 0;
    std::set<model::Lamp> seen;
    for (int step = 0; step < 400; ++step) {
        now += step % 50 == 49 ? -std::chrono::seconds(30) : std::chrono::seconds(any(40));
        if (step % 60 == 0) {
            down = down ? std::nullopt : std::optional(now);
        }
        const std::uint32_t what = any(9);
        if (what < 6 || night.empty()) {
            auto report = test::plainReport("Case " + std::to_string(step));
            report.place.area = what == 0 ? 0 : 24; // one in six is nowhere
            const test::SampleIncident made(++serial, now, report);
            night[made.get()->id] = made.get();
        } else if (what < 8) {
            auto at = std::next(night.begin(), any(static_cast<std::uint32_t>(night.size()) - 1));
            auto changed = std::make_shared<model::Incident>(*at->second);
            (what == 6 ? changed->title += "!" : changed->title);
            changed->state = what == 7 ? model::IncidentState::Closed : changed->state;
            at->second = std::move(changed);
        } else {
            night.erase(
                std::next(night.begin(), any(static_cast<std::uint32_t>(night.size()) - 1)));
        }
        const auto kept = book.marks(night, now, down);
        const auto anew = mapMarks(night, *plan, now, down);
        QVERIFY2(*kept == anew, qPrintable(firstDifference(*kept, anew, step)));
        std::ranges::for_each(anew, [&](const maps::Mark& mark) { seen.insert(mark.lamp); });
        QCOMPARE(book.marks(night, now, down), kept); // nothing new: the very same list
    }
    QCOMPARE(seen.size(), std::size_t{4});
}

QTEST_GUILESS_MAIN(tst_MapMarks)
#include "tst_MapMarks.moc"
