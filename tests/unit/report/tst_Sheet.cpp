// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A log is read up to a number, a scorecard goes into a file and is made again.
#include "data/report/Sheet.h"
#include "tests/unit/report/ScoreFixture.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using namespace sz::report;
using namespace sz::report::test;

namespace {

/// A log in memory: the entries of a story, numbered from 1.
class ListedLog
{
public:
    explicit ListedLog(const Story& story)
    {
        for (const StampedEntry& one : story.history()) {
            m_raws.push_back(log::encodeEntry(one.entry));
        }
    }

    [[nodiscard]] LogSource source() const
    {
        return {
            OperationId("test"), m_raws.size(),
            [this](std::uint64_t last, const std::function<void(const LogEntry&)>& visit) {
                for (std::uint64_t n = 1; n <= std::min<std::uint64_t>(last, m_raws.size()); ++n) {
                    visit({n, n == 1 ? 41U : 0U, m_raws[n - 1]});
                }
                return Result<void>{};
            }};
    }
    Bytes& raw(std::uint64_t number) { return m_raws[number - 1]; }

private:
    std::vector<Bytes> m_raws;
};

Story signedStory()
{
    Story story = orderedStory();
    story.tell(line("L06"), 7, SignOrder{OrderId("o1")});
    story.tell(line("L01"), 14, SignOrder{OrderId("o2")});
    return story;
}

HistoryWish all()
{
    return {.from = Story::at(0)};
}

Sheet sheetFrom(const Story& story, std::uint64_t last, const std::string& digest = "abc")
{
    const ListedLog log(story);
    const History history =
        readHistory(story.plan(), log.source(), {.from = Story::at(0), .last = last}).value();
    return sheetOf(
        makeScorecard(
            scored(story.plan()), history.incidents, {Story::at(0), Story::at(1000)},
            Story::at(100)),
        history, digest);
}

} // namespace

class tst_Sheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLogIsReadUpToANumber()
    {
        const Story story = signedStory();
        const ListedLog log(story);
        const History whole = readHistory(story.plan(), log.source(), all()).value();
        QCOMPARE(whole.incidents.size(), 1U);
        QCOMPARE(whole.incidents[0]->version, story.now().version);
        QCOMPARE(whole.incidents[0]->trace.back().number, 4U);
        QCOMPARE(whole.incidents[0]->serial, 41U);
        QCOMPARE(whole.entries, 4U);
        QCOMPARE(whole.first, 1U);
        QCOMPARE(whole.head, 4U);
        HistoryWish wish = all();
        wish.last = 3;
        const History early = readHistory(story.plan(), log.source(), wish).value();
        QVERIFY(early.incidents[0]->order(OrderId("o1"))->signedAt.has_value());
        QVERIFY(!early.incidents[0]->order(OrderId("o2"))->signedAt.has_value());
        QVERIFY(early.digest != whole.digest);
        wish.last = 5;
        QCOMPARE(readHistory(story.plan(), log.source(), wish).error().code, Code::BadArgument);
    }

    void whoWasNotToldDoesNotCount()
    {
        const Story story = signedStory();
        const ListedLog log(story);
        HistoryWish wish = all();
        wish.seenBy = UnitCode("L19");
        const History none = readHistory(story.plan(), log.source(), wish).value();
        QVERIFY(none.incidents.empty());
        QCOMPARE(none.entries, 0U);
        wish.seenBy = UnitCode("L06");
        QCOMPARE(readHistory(story.plan(), log.source(), wish).value().entries, 4U);
    }

    // An old incident that is open is needed, one that was closed before the period is not.
    void whatIsOverBeforeThePeriodIsPassedOver()
    {
        Story story = signedStory();
        HistoryWish later = all();
        later.from = Story::at(500);
        QCOMPARE(
            readHistory(story.plan(), ListedLog(story).source(), later).value().incidents.size(),
            1U);
        story.tell(line("L06"), 20, FinishOrder{OrderId("o1"), "done"});
        story.tell(line("L01"), 21, FinishOrder{OrderId("o2"), "done"});
        story.tell(office(), 30, CloseIncident{"over"});
        QVERIFY(
            readHistory(story.plan(), ListedLog(story).source(), later).value().incidents.empty());
        later.from = Story::at(30);
        QCOMPARE(
            readHistory(story.plan(), ListedLog(story).source(), later).value().incidents.size(),
            1U);
    }

    void anEntryOfAnotherLogShows()
    {
        const Story story = signedStory();
        ListedLog log(story);
        const Digest before = readHistory(story.plan(), log.source(), all()).value().digest;
        log::Entry entry = log::decodeEntry(log.raw(4)).value();
        entry.time.wall += Millis{1};
        log.raw(4) = log::encodeEntry(entry);
        QVERIFY(readHistory(story.plan(), log.source(), all()).value().digest != before);
    }

    void aFileIsReadAsItWasWritten()
    {
        const Sheet sheet = sheetFrom(signedStory(), 4);
        const std::string json = toJson(sheet);
        const auto back = readSheet(json);
        QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
        QCOMPARE(toJson(*back), json);
        QVERIFY(back->period == sheet.period);
        QCOMPARE(back->asOf, sheet.asOf);
        QVERIFY(compare(*back, sheet).isSame());
        QCOMPARE(compare(*back, sheet).agreed, 2 * (kFigures + 2));
        Sheet part = sheet;
        keepOnly(part, UnitCode("L06"));
        QCOMPARE(readSheet(toJson(part)).value().only, UnitCode("L06"));
        QCOMPARE(part.units.size(), 1U);
    }

    void whatDiffersIsNamed()
    {
        const Sheet made = sheetFrom(signedStory(), 4);
        Sheet stated = made;
        stated.units[0].figures["late"] = 5;
        stated.units[1].figures.erase("done");
        stated.units[1].figures["invented"] = 1;
        const Comparison found = compare(stated, made);
        QVERIFY(!found.isSame());
        QCOMPARE(found.differences.size(), 3U);
        for (const Difference& one : found.differences) {
            if (one.figure == "late") {
                QCOMPARE(one.stated.value(), 5);
                QVERIFY(one.made.value() != 5);
            } else if (one.figure == "done") {
                QVERIFY(!one.isStated && one.isMade);
            } else {
                QCOMPARE(one.figure, std::string("invented"));
                QVERIFY(one.isStated && !one.isMade);
            }
        }
    }

    void aUnitLeftOutIsNamed()
    {
        const Sheet made = sheetFrom(signedStory(), 4);
        Sheet stated = made;
        stated.units.pop_back();
        QCOMPARE(compare(stated, made).differences.size(), kFigures + 2);
    }

    void anotherPlanAndAnotherLogAreTold()
    {
        const Sheet made = sheetFrom(signedStory(), 4);
        QVERIFY(compare(sheetFrom(signedStory(), 4, "other"), made).isOtherPlan);
        QVERIFY(!compare(sheetFrom(signedStory(), 4, ""), made).isOtherPlan); // not known
        QVERIFY(compare(sheetFrom(signedStory(), 3), made).isOtherLog);
    }

    void aFileThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = QByteArray::fromStdString(toJson(sheetFrom(signedStory(), 4)));
        const auto with = [&](const char* from, const char* to) {
            QByteArray text = good;
            text.replace(from, to);
            return text;
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("score,rank\n");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("cut short") << good.chopped(20);
        QTest::newRow("something else") << with("sanzhen scorecard", "sanzhen brief");
        QTest::newRow("another format") << with("\"format\": 1", "\"format\": 2");
        QTest::newRow("no moment") << with("\"as_of\": \"2", "\"as_of\": \"x");
        QTest::newRow("no number") << with("\"given\": 1", "\"given\": \"one\"");
        QTest::newRow("a negative head") << with("\"head\": 4", "\"head\": -4");
        QTest::newRow("units left out") << with("\"units\"", "\"unit\"");
    }

    void aFileThatIsNoneIsRefused()
    {
        QFETCH(const QByteArray, text);
        const auto sheet = readSheet(text.toStdString());
        QVERIFY(!sheet);
        QCOMPARE(sheet.error().code, Code::FileMalformed);
    }

    void cellsAreNoFormulas_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << QByteArray("Power") << QByteArray("Power");
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("plus") << QByteArray("+86") << QByteArray("'+86");
        QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
        QTest::newRow("minus") << QByteArray("-cmd") << QByteArray("'-cmd");
        QTest::newRow("a number below nothing") << QByteArray("-12.5") << QByteArray("-12.5");
        QTest::newRow("comma and quote") << QByteArray("a,\"b\"") << QByteArray("\"a,\"\"b\"\"\"");
        QTest::newRow("formula with comma") << QByteArray("=A,B") << QByteArray("\"'=A,B\"");
        QTest::newRow("line feed") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    }

    void cellsAreNoFormulas()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, cell);
        QCOMPARE(QByteArray::fromStdString(csvCell(text.toStdString())), cell);
    }

    void aTableForASpreadsheet()
    {
        std::vector<std::string> heads(kFigures + 3, "h");
        const std::string csv = toCsv(
            sheetFrom(signedStory(), 4), heads, [](const UnitCode& u) { return "=" + u.value; });
        const QList<QByteArray> lines = QByteArray::fromStdString(csv).split('\n');
        QCOMPARE(lines.size(), 4); // heads, two units, the end
        QVERIFY(lines[0].startsWith("\xEF\xBB\xBFh,"));
        QVERIFY(lines[1].startsWith("'=L06,1,1,"));
        QVERIFY(lines[1].endsWith("\r"));
        QCOMPARE(lines[1].count(','), static_cast<qsizetype>(kFigures + 2));
    }
};

QTEST_APPLESS_MAIN(tst_Sheet)
#include "tst_Sheet.moc"
