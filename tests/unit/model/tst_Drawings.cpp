// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings on the map: wire form, rule, fold, and how far a point is from one.
#include "data/model/Drawings.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace sz;
using namespace sz::model;
using sz::test::samplePlan;

namespace {

const Instant kStart = fromUtcMs(1'790'000'000'000);

Actor chief()
{
    return {UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief, PersonCode()};
}

Actor district(const char* unit)
{
    return {
        UnitCode(unit), PostCode(std::string(unit) + "-desk"), plan::Role::DistrictDesk,
        PersonCode()};
}

Draw road()
{
    return {
        DrawingKind::ClosedRoad,
        DrawingForm::Line,
        {{114.2901234, 30.5801234}, {114.3001, 30.59}, {114.31, 30.595}},
        "江汉路施工",
        IncidentId("01K5ABCDEFGHJKMNPQRSTVWXYZ")};
}

Draw cordon()
{
    return {
        DrawingKind::Cordon,
        DrawingForm::Area,
        {{114.29, 30.58}, {114.30, 30.58}, {114.30, 30.59}, {114.29, 30.59}},
        "",
        {}};
}

std::string word(const Result<void>& result)
{
    return result ? "ok" : std::string(codeName(result.error().code)) + " " + result.error().detail;
}

/// A log of this matter only.
class Log
{
public:
    /// Id of the entry, or the refusal.
    std::string write(const DrawingAct& act, const Actor& who = chief())
    {
        const auto may = checkDrawing(*samplePlan(), state, who, act);
        return may ? force(act, who) : word(may);
    }
    std::string force(const DrawingAct& act, const Actor& who = chief())
    {
        const log::Entry entry = entryOf(act, who);
        foldDrawing(state, *log::decodeEntry(log::encodeEntry(entry)));
        return entry.id.text();
    }
    static log::Entry entryOf(const DrawingAct& act, const Actor& who = chief())
    {
        static UlidMaker ids;
        log::Entry entry;
        entry.id = ids.next(kStart);
        entry.desk = DeskId("desk-1");
        entry.unit = who.unit;
        entry.post = who.post;
        entry.time = {kStart, 0};
        entry.type = drawingActType(act);
        entry.subject = groundSubject();
        entry.body = encodeDrawingAct(act);
        return entry;
    }
    DrawingState state;
};

std::string refusal(const Draw& draw, const Actor& who = chief())
{
    return word(checkDrawing(*samplePlan(), {}, who, draw));
}

} // namespace

class tst_Drawings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasWritten()
    {
        const DrawingAct drawn = road();
        const DrawingAct erased = EraseDrawing{"01K5ABCDEFGHJKMNPQRSTVWXYZ", "已放行"};
        QCOMPARE(drawingActType(drawn), 120U);
        QCOMPARE(drawingActType(erased), 121U);
        const auto back =
            decodeDrawingAct(*log::decodeEntry(log::encodeEntry(Log::entryOf(drawn))));
        QVERIFY(back && *back);
        const auto& got = std::get<Draw>(**back);
        QCOMPARE(got.words, road().words);
        QCOMPARE(got.incident, road().incident);
        QCOMPARE(got.corners.size(), std::size_t{3});
        QVERIFY(std::abs(got.corners[0].lon - 114.2901234) < 1e-9);
        QVERIFY(std::abs(got.corners[0].lat - 30.5801234) < 1e-9);
        const auto other = decodeDrawingAct(Log::entryOf(erased));
        QVERIFY(other && *other && **other == erased);
    }

    void whatIsNotOfThemIsLeftAlone()
    {
        log::Entry other = Log::entryOf(road());
        other.subject = {log::SubjectKind::Operation, "shift"};
        QVERIFY(decodeDrawingAct(other) && !*decodeDrawingAct(other));
        log::Entry newer = Log::entryOf(road());
        newer.typeVersion = 2;
        QVERIFY(decodeDrawingAct(newer) && !*decodeDrawingAct(newer));
    }

    void brokenBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* name, const log::Fields& fields) {
            const Bytes bytes = log::encode(fields);
            QTest::newRow(name) << QByteArray(
                reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        };
        const log::Array point{std::int64_t{1'142'900'000}, std::int64_t{305'800'000}};
        row("a kind nobody knows", {{1, 9}, {2, 1}, {3, point}});
        row("a form nobody knows", {{1, 1}, {2, 4}, {3, point}});
        row("half a corner", {{1, 1}, {2, 1}, {3, log::Array{std::int64_t{1}}}});
        row("a corner of words", {{1, 1}, {2, 1}, {3, log::Array{"a", "b"}}});
        row("no corners", {{1, 1}, {2, 1}});
    }

    void brokenBodies()
    {
        QFETCH(QByteArray, body);
        log::Entry entry = Log::entryOf(road());
        entry.body.assign(body.begin(), body.end());
        QCOMPARE(decodeDrawingAct(entry).error().code, Code::BadEncoding);
        DrawingState state;
        foldDrawing(state, entry);
        QVERIFY(state.drawings.empty());
    }

    void whoMayDrawAndErase()
    {
        Log log;
        const std::string ours = log.write(road());
        const std::string theirs = log.write(cordon(), district("D05"));
        QCOMPARE(log.state.standing(), std::size_t{2});
        QCOMPARE(
            log.write(EraseDrawing{ours, ""}, district("D05")),
            "NotAllowed another unit's drawing");
        QCOMPARE(
            log.write(EraseDrawing{theirs, ""}, district("D06")),
            "NotAllowed another unit's drawing");
        const std::string gone = log.write(EraseDrawing{theirs, "撤除"}); // the office may
        QCOMPARE(log.state.standing(), std::size_t{1});
        const Drawing& erased = log.state.drawings.at(theirs); // who and when stays
        QCOMPARE(erased.author.unit, UnitCode("D05"));
        QCOMPARE(erased.erased->reason, "撤除");
        QCOMPARE(erased.erased->author.unit, UnitCode("HQ"));
        QCOMPARE(erased.erased->author.entry, gone);
        QCOMPARE(log.write(EraseDrawing{theirs, ""}), "AlreadyDone it is erased already");
        QCOMPARE(log.write(EraseDrawing{"nobody", ""}), "NotFound no such drawing");
        const Actor viewer{UnitCode("HQ"), PostCode(), plan::Role::Viewer, PersonCode()};
        QVERIFY(refusal(road(), viewer).starts_with("NotAllowed"));
    }

    void whatIsRefusedNamesTheField()
    {
        QCOMPARE(refusal(road()), "ok");
        Draw draw = road();
        draw.form = DrawingForm::Area;
        QVERIFY(refusal(draw).starts_with("BadArgument form"));
        draw = road();
        draw.corners.resize(1);
        QCOMPARE(refusal(draw), "BadArgument corners: 1, where 2 to 200 are asked for");
        draw.corners.resize(kMostCorners + 1, {114.3, 30.6});
        QVERIFY(refusal(draw).starts_with("BadArgument corners: 201"));
        draw.corners.resize(kMostCorners);
        QCOMPARE(refusal(draw), "ok");
        draw = road();
        draw.corners[1] = {30.59, 114.3}; // the wrong way round
        QCOMPARE(refusal(draw), "BadArgument corners: number 2 lies outside the operation");
        draw.corners[1].lon = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(refusal(draw).starts_with("BadArgument corners: number 2"));
        draw = road();
        draw.words = std::string(kLongestDrawingWords + 1, 'x');
        QVERIFY(refusal(draw).starts_with("BadArgument words"));
        draw = road();
        draw.incident = IncidentId("041");
        QVERIFY(refusal(draw).starts_with("BadArgument incident"));
        QVERIFY(refusal({DrawingKind::Note, DrawingForm::Point, {{114.3, 30.6}}, " ", {}})
                    .starts_with("MissingField words"));
    }

    void theMapDoesNotFillUp()
    {
        Log log;
        std::string first;
        for (std::size_t i = 0; i < kMostDrawings; ++i) {
            const std::string id = log.write(cordon());
            first = first.empty() ? id : first;
        }
        QCOMPARE(log.state.standing(), kMostDrawings);
        QVERIFY(log.write(cordon()).starts_with("LimitOutOfRange"));
        log.write(EraseDrawing{first, ""});
        log.write(cordon());
        QCOMPARE(log.state.standing(), kMostDrawings);
    }

    void twoEraseAtOnce()
    {
        Log log;
        const std::string id = log.write(road());
        log.force(EraseDrawing{id, "first"});
        log.force(EraseDrawing{id, "second"}); // headquarters' order decides
        QCOMPARE(log.state.drawings.at(id).erased->reason, "first");
    }

    void howFarAPointIs()
    {
        const Draw area = cordon(); // 1,112 m high
        QCOMPARE(distanceTo(area, {114.295, 30.585}), 0.0);
        QVERIFY(std::abs(distanceTo(area, {114.295, 30.595}) - 556) < 1);
        QVERIFY(std::abs(distanceTo(area, {114.3, 30.6}) - 1112) < 1);
        const Draw line{
            DrawingKind::Approach, DrawingForm::Line, {{114.29, 30.58}, {114.31, 30.58}}, "", {}};
        QVERIFY(std::abs(distanceTo(line, {114.30, 30.581}) - 111.2) < 0.2);
        QVERIFY(
            std::abs(
                distanceTo(line, {114.32, 30.58})
                - distanceMetres({114.31, 30.58}, {114.32, 30.58}))
            < 1);
    }
};

QTEST_GUILESS_MAIN(tst_Drawings)
#include "tst_Drawings.moc"
