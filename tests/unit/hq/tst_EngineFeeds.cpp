// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who sees what, in which order, and how much of it at a time.
#include "tests/unit/hq/Office.h"

#include <QTest>

using namespace sz;
using namespace sz::test;

namespace {

// District of an area of the sample plan.
std::string districtOf(int area)
{
    return samplePlan()->area(area)->district.value;
}

// An area outside the district of area 24.
int otherArea()
{
    for (const plan::Area& area : samplePlan()->areas) {
        if (area.district != samplePlan()->area(24)->district) {
            return area.number;
        }
    }
    return 0;
}

} // namespace

class tst_EngineFeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheAudienceSeesAnIncident();
    void whoJoinsGetsWhatWasBefore();
    void whoLeavesGetsTheEntryThatSaysSo();
    void whoComesBackGetsNothingTwice();
    void bodiesAreRecalledOnlyByWhoMaySeeThem();
    void oneFrameForAllOfOneCommit();
    void nothingWithoutCredit();
    void framesAreBounded();
    void goesOnWhereTheDeskIs();
    void heartbeatNamesTheHead();
};

void tst_EngineFeeds::onlyTheAudienceSeesAnIncident()
{
    Office office;
    Author chief = office.enrol("HQ");
    const auto chiefDesk = office.join(chief);
    const auto district = office.join(office.enrol(districtOf(24).c_str()));
    const auto other = office.join(office.enrol(districtOf(otherArea()).c_str()));
    chief.write(report(*samplePlan(), "燃气泄漏"));
    office.push(chiefDesk, chief.batch(1));
    QCOMPARE(office.feed(chiefDesk, "HQ").size(), std::size_t{1});
    QCOMPARE(office.feed(district, districtOf(24).c_str()).size(), std::size_t{1});
    QVERIFY(!office.next<sync::Feed>(other));
}

void tst_EngineFeeds::whoJoinsGetsWhatWasBefore()
{
    Office office;
    Author chief = office.enrol("HQ");
    const auto chiefDesk = office.join(chief);
    const auto line = office.join(office.enrol("L06"));
    const std::string incident = chief.write(report(*samplePlan(), "停电"));
    chief.write(report(*samplePlan(), "别的事"));
    chief.write(model::AddNote{"影响两个小区"}, incident);
    office.push(chiefDesk, chief.batch(1));
    QVERIFY(!office.next<sync::Feed>(line));
    // Backfill of entries of the same commit as well as of earlier ones.
    chief.write(model::AddNote{"抢修队出发"}, incident);
    chief.write(order(*samplePlan(), UnitCode("L06"), "o1"), incident);
    chief.write(model::AddNote{"后来的"}, incident);
    office.push(chiefDesk, chief.batch(4));
    const auto items = office.feed(line, "L06");
    std::vector<std::uint64_t> numbers;
    for (const log::FeedItem& item : items) {
        numbers.push_back(item.number);
    }
    QCOMPARE(numbers, (std::vector<std::uint64_t>{1, 3, 4, 5, 6}));
    QCOMPARE(items[0].serial, 1U);
}

void tst_EngineFeeds::whoLeavesGetsTheEntryThatSaysSo()
{
    Office office;
    Author chief = office.enrol("HQ");
    const auto chiefDesk = office.join(chief);
    const auto before = office.join(office.enrol(districtOf(24).c_str()));
    const auto after = office.join(office.enrol(districtOf(otherArea()).c_str()));
    const std::string incident = chief.write(report(*samplePlan(), "燃气泄漏"));
    model::AmendIncident moved;
    moved.place = report(*samplePlan(), "", otherArea()).place;
    chief.write(moved, incident);
    chief.write(model::AddNote{"与原区无关"}, incident);
    QCOMPARE(inWords(office.push(chiefDesk, chief.batch(1))), "accepted 1, accepted 2, accepted 3");
    QCOMPARE(office.feed(before, districtOf(24).c_str()).size(), std::size_t{2});
    QCOMPARE(office.feed(after, districtOf(otherArea()).c_str()).size(), std::size_t{3});
}

void tst_EngineFeeds::whoComesBackGetsNothingTwice()
{
    Office office;
    Author chief = office.enrol("HQ");
    const auto chiefDesk = office.join(chief);
    const auto district = office.join(office.enrol(districtOf(24).c_str()));
    const std::string incident = chief.write(report(*samplePlan(), "燃气泄漏"));
    model::AmendIncident away;
    away.place = report(*samplePlan(), "", otherArea()).place;
    model::AmendIncident back;
    back.place = report(*samplePlan(), "").place;
    chief.write(away, incident);
    chief.write(model::AddNote{"其间"}, incident);
    chief.write(back, incident);
    office.push(chiefDesk, chief.batch(1));
    std::vector<std::uint64_t> numbers;
    for (const log::FeedItem& item : office.feed(district, districtOf(24).c_str())) {
        numbers.push_back(item.number);
    }
    QCOMPARE(numbers, (std::vector<std::uint64_t>{1, 2, 3, 4}));
}

void tst_EngineFeeds::bodiesAreRecalledOnlyByWhoMaySeeThem()
{
    Office office;
    Author chief = office.enrol("HQ");
    const auto chiefDesk = office.join(chief);
    const auto district = office.join(office.enrol(districtOf(24).c_str()));
    const std::string incident = chief.write(report(*samplePlan(), "燃气泄漏"));
    model::AmendIncident away;
    away.place = report(*samplePlan(), "", otherArea()).place;
    chief.write(away, incident);
    office.push(chiefDesk, chief.batch(1));
    QCOMPARE(office.feed(district, districtOf(24).c_str()).size(), std::size_t{2});
    office.send(district, sync::Recall{{1, 2}});
    auto answer = office.next<sync::Recalled>(district);
    QVERIFY(answer);
    QVERIFY(answer->items.empty()); // it left
    QCOMPARE(answer->denied, (std::vector<std::uint64_t>{1, 2}));
    model::AmendIncident back;
    back.place = report(*samplePlan(), "").place;
    chief.write(back, incident);
    office.push(chiefDesk, chief.batch(3));
    office.send(district, sync::Recall{{1, 2, 99}});
    answer = office.next<sync::Recalled>(district);
    QVERIFY(answer);
    QCOMPARE(answer->items.size(), std::size_t{2});
    QCOMPARE(answer->items[0].seq, std::uint64_t{1});
    QVERIFY(!answer->items[1].raw.empty());
}

void tst_EngineFeeds::oneFrameForAllOfOneCommit()
{
    Office office;
    Author chief = office.enrol("HQ");
    Author district = office.enrol("D05");
    const auto chiefDesk = office.join(chief);
    const auto districtDesk = office.join(district);
    chief.write(report(*samplePlan(), "一"));
    district.write(report(*samplePlan(), "二"));
    office.send(chiefDesk, sync::Push{chief.batch(1)});
    office.send(districtDesk, sync::Push{district.batch(1)});
    office.engine().flush();
    QCOMPARE(office.next<sync::Feed>(chiefDesk)->items.size(), std::size_t{2});
    QVERIFY(!office.next<sync::Feed>(chiefDesk));
}

void tst_EngineFeeds::nothingWithoutCredit()
{
    Office office;
    Author chief = office.enrol("HQ");
    const auto desk = office.connect(chief);
    for (int i = 0; i < 5; ++i) {
        chief.write(report(*samplePlan(), "第 " + std::to_string(i) + " 件"));
        office.push(desk, chief.batch(chief.written()));
    }
    QVERIFY(!office.next<sync::Feed>(desk));
    office.send(desk, sync::Credit{1});
    QCOMPARE(office.feed(desk, "HQ").size(), std::size_t{5}); // what waited comes as one
    chief.write(report(*samplePlan(), "又一件"));
    office.push(desk, chief.batch(6));
    QVERIFY(!office.next<sync::Feed>(desk));
}

void tst_EngineFeeds::framesAreBounded()
{
    Office office;
    Author chief = office.enrol("HQ");
    const auto desk = office.connect(chief);
    const std::string incident = chief.write(report(*samplePlan(), "燃气泄漏"));
    for (int i = 0; i < 1500; ++i) {
        chief.write(model::AddNote{"短"}, incident);
    }
    chief.write(model::AddNote{std::string(60000, 'x')}, incident);
    chief.write(model::AddNote{std::string(60000, 'y')}, incident);
    for (std::uint64_t first = 1; first <= chief.written(); first += log::kMaxBatchEntries) {
        office.push(
            desk, chief.batch(first, std::min(chief.written(), first + log::kMaxBatchEntries - 1)));
    }
    std::uint64_t places = 0;
    for (int frames = 1; places < chief.written(); ++frames) {
        QVERIFY(frames < 20);
        office.send(desk, sync::Credit{1});
        const auto feed = office.next<sync::Feed>(desk);
        QVERIFY(feed && !office.next<sync::Feed>(desk));
        std::size_t bytes = 0;
        for (const log::FeedItem& item : feed->items) {
            bytes += item.raw.size();
            QCOMPARE(item.seq, ++places);
        }
        QVERIFY(feed->items.size() <= sync::kMaxFeedItems);
        QVERIFY(bytes < 2 * log::kMaxEntryBytes);
    }
}

void tst_EngineFeeds::goesOnWhereTheDeskIs()
{
    Office office;
    Author chief = office.enrol("HQ");
    auto desk = office.join(chief);
    for (int i = 0; i < 4; ++i) {
        chief.write(report(*samplePlan(), "第 " + std::to_string(i) + " 件"));
    }
    office.push(desk, chief.batch(1, 2));
    const auto held = office.next<sync::Feed>(desk);
    office.push(desk, chief.batch(3));
    desk = office.connect(chief, [&](sync::Hello& hello) {
        hello.feedSeq = held->items.back().seq;
        hello.feedHash = held->hash;
    });
    QCOMPARE(office.next<sync::Welcome>(desk)->feedHead, 4U);
    office.send(desk, sync::Credit{4});
    const auto rest = office.feed(desk, "HQ");
    QCOMPARE(rest.size(), std::size_t{2});
    QCOMPARE(rest.front().seq, 3U);
}

void tst_EngineFeeds::heartbeatNamesTheHead()
{
    Office office;
    Author chief = office.enrol("HQ");
    const auto desk = office.connect(chief);
    chief.write(report(*samplePlan(), "燃气泄漏"));
    office.push(desk, chief.batch(1));
    office.clock.advance(Millis{4999});
    office.engine().tick();
    QVERIFY(!office.next<sync::Heartbeat>(desk));
    office.clock.advance(Millis{1});
    office.engine().tick();
    const auto beat = office.next<sync::Heartbeat>(desk);
    QVERIFY(beat);
    QCOMPARE(beat->feedHead, 1U);
    QCOMPARE(beat->now, office.clock.now());
    office.engine().tick();
    QVERIFY(!office.next<sync::Heartbeat>(desk));
}

QTEST_GUILESS_MAIN(tst_EngineFeeds)
#include "tst_EngineFeeds.moc"
