// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/models/ReportSteps.h"
#include "widgets/models/Wording.h"

#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_Wording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActHasWords();
    void actsReadAsSentences();
    void updatesAreNumberedByTheLog();
    void ordinalsInBothLanguages();
    void namesByLanguage();
    void countsCarryCommas();
    void refsNameTheirUnit();
    void outsideTextIsMadeVisible();
    void shortTitlesAreCut_data();
    void shortTitlesAreCut();
    void reasonsAreShort();
    void reportChainEndsWithTheFinalOne();
    void factsSinceTheLastReport();
    void changesAreWhatIsNew();

private:
    Instant m_now = test::pictureMoment();
    const plan::Plan& m_plan = *test::samplePlan();
};

void tst_Wording::everyActHasWords()
{
    const auto operation = test::sampleOperation(m_now, true);
    int lines = 0;
    for (const auto& [id, incident] : operation) {
        for (const model::TraceLine& line : incident->trace) {
            for (const Language language : {Language::Chinese, Language::English}) {
                QVERIFY(!actText(line, *incident, m_plan, language).isEmpty());
                QVERIFY(!whoText(m_plan, line.unit, line.post, language).isEmpty());
            }
            ++lines;
        }
        for (const model::Step& step : incident->steps) {
            QVERIFY(!stepName(step).isEmpty());
        }
    }
    QVERIFY(lines > 50);
    QVERIFY(!actText(model::UnknownAct{77}, nullptr, m_plan).isEmpty());
}

void tst_Wording::actsReadAsSentences()
{
    test::SampleIncident incident(41, m_now - 1h, test::plainReport("School"));
    incident.order(m_now - 50min, {"L06", "L01"});
    incident.act(m_now - 40min, UnitCode("L06"), model::SignOrder{incident.orderId(0)});
    incident.act(m_now - 39min, UnitCode("L01"), model::SignOrder{incident.orderId(1)});
    incident.act(
        m_now - 30min, UnitCode("L01"),
        model::ProgressOrder{incident.orderId(1), model::Progress::OnScene, "4 officers"});
    incident.act(m_now - 20min, UnitCode("HQ"), model::RemindUnits{{incident.orderId(1)}});
    const model::Incident& i = *incident.get();
    const auto text = [&](std::size_t n) {
        return actText(i.trace.at(n), i, m_plan, Language::English);
    };
    QCOMPARE(text(0), QStringLiteral("reported (phone 13:23)"));
    QCOMPARE(text(1), QStringLiteral("orders to Education, Police: Go and see, report back"));
    QCOMPARE(text(2), QStringLiteral("signed for (lead)"));
    QCOMPARE(text(3), QStringLiteral("signed for"));
    QCOMPARE(text(4), QStringLiteral("on scene, 4 officers"));
    QCOMPARE(text(5), QStringLiteral("chased Police"));
    QCOMPARE(
        whoText(m_plan, UnitCode("HQ"), PostCode("HQ-chief"), Language::Chinese),
        QStringLiteral("值班长"));
    QCOMPARE(
        whoText(m_plan, UnitCode("L06"), PostCode("L06-desk"), Language::Chinese),
        QStringLiteral("教育"));
}

void tst_Wording::updatesAreNumberedByTheLog()
{
    test::SampleIncident incident(41, m_now - 2h, test::plainReport("School", plan::Grade::III));
    for (const auto stage :
         {model::ReportStage::First, model::ReportStage::Update, model::ReportStage::Update}) {
        incident.act(m_now - 1h, UnitCode("HQ"), model::FileReport{stage, "text", {}, 60});
    }
    const model::Incident& i = *incident.get();
    QCOMPARE(
        actText(i.trace.at(2), i, m_plan, Language::English),
        QStringLiteral("sent update 1: text"));
    QCOMPARE(
        actText(i.trace.at(3), i, m_plan, Language::English),
        QStringLiteral("sent update 2: text"));
    QCOMPARE(nextReportName(i), QStringLiteral("update 3"));
}

void tst_Wording::ordinalsInBothLanguages()
{
    QCOMPARE(ordinalText(3, Language::Chinese), QStringLiteral("三"));
    QCOMPARE(ordinalText(12, Language::Chinese), QStringLiteral("十二"));
    QCOMPARE(ordinalText(20, Language::Chinese), QStringLiteral("二十"));
    QCOMPARE(ordinalText(3, Language::English), QStringLiteral("3"));
}

void tst_Wording::namesByLanguage()
{
    QCOMPARE(unitText(m_plan, UnitCode("L19"), Language::Chinese), QStringLiteral("供电"));
    QCOMPARE(unitText(m_plan, UnitCode("L19"), Language::English), QStringLiteral("Power"));
    QCOMPARE(unitText(m_plan, UnitCode("X99")), QStringLiteral("X99"));
    QCOMPARE(areaText(m_plan, 24, Language::Chinese), QStringLiteral("24 武昌北"));
    QVERIFY(areaText(m_plan, 0).isEmpty());
    QVERIFY(!placeText(m_plan, plan::Place{}).isEmpty());
}

void tst_Wording::countsCarryCommas()
{
    QCOMPARE(
        countsText("pupils", 1354, {{"moved", 1235}, {"refunded", 119}}),
        QStringLiteral("pupils 1,354 = moved 1,235 + refunded 119"));
}

void tst_Wording::refsNameTheirUnit()
{
    test::SampleIncident incident(41, m_now - 1h, test::plainReport("School"));
    incident.order(m_now - 50min, {"L19"});
    for (const model::Step& step : incident.get()->steps) {
        QVERIFY(!stepRefText(step.ref(), incident.get().get(), m_plan).contains(QLatin1Char('/')));
    }
    QCOMPARE(
        stepRefText(
            "sign/" + incident.orderId(0).value, incident.get().get(), m_plan, Language::English),
        QStringLiteral("Power sign-for"));
    QCOMPARE(stepRefText("update/3", nullptr, m_plan), QStringLiteral("update 3"));
    QCOMPARE(stepRefText("something new", nullptr, m_plan), QStringLiteral("something new"));
}

void tst_Wording::outsideTextIsMadeVisible()
{
    const QString text = actText(model::AddNote{"a\u202Eb\nc"}, nullptr, m_plan);
    QVERIFY(!text.contains(QChar(0x202E)));
    QVERIFY(!text.contains(QLatin1Char('\n')));
    QVERIFY(tipText(QStringLiteral("<b>x</b>")).contains(QStringLiteral("&lt;b&gt;")));
}

void tst_Wording::shortTitlesAreCut_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    QTest::newRow("at its first comma")
        << QStringLiteral("医院停电，转柴油") << QStringLiteral("医院停电");
    QTest::newRow("Han count double")
        << QStringLiteral("培训学校突然停业") << QStringLiteral("培训学校突然…");
    QTest::newRow("short stays") << QStringLiteral("Lift stuck") << QStringLiteral("Lift stuck");
    QTest::newRow("rare Han are not split")
        << QStringLiteral("ab\U00020BB7\U00020BB7\U00020BB7\U00020BB7")
        << QStringLiteral("ab\U00020BB7\U00020BB7…");
}

void tst_Wording::shortTitlesAreCut()
{
    QFETCH(QString, title);
    QFETCH(QString, expected);
    model::Incident incident;
    incident.title = title.toStdString();
    QCOMPARE(shortTitleText(incident), expected);
}

void tst_Wording::reasonsAreShort()
{
    QVERIFY(shortReason({Code::StepsOpen, "4", {}}).contains(QLatin1Char('4')));
    for (const Code code :
         {Code::IncidentClosed, Code::AlreadyDone, Code::AlreadySigned, Code::NotYourOrder,
          Code::NotAllowed, Code::NoSuchOrder}) {
        QVERIFY(shortReason({code, {}, {}}).size() <= 24);
    }
}

void tst_Wording::reportChainEndsWithTheFinalOne()
{
    test::SampleIncident incident(41, m_now - 5h, test::plainReport("School", plan::Grade::III));
    QCOMPARE(
        reportSteps(*incident.get(), m_plan, m_now).size(),
        std::size_t{2}); // first is due, final to come
    incident.act(
        m_now - 5h + 4min, UnitCode("HQ"),
        model::FileReport{model::ReportStage::First, "text", {}, 30});
    for (int n = 0; n < 6; ++n) {
        incident.act(
            m_now - 4h + n * 30min, UnitCode("HQ"),
            model::FileReport{model::ReportStage::Update, "text", {}, 30});
    }
    const auto steps = reportSteps(*incident.get(), m_plan, m_now);
    QCOMPARE(steps.size(), std::size_t{5});
    QCOMPARE(steps.front().note, QStringLiteral("4 min"));
    QCOMPARE(steps.back().phase, ReportPhase::Future);
    QCOMPARE(steps[steps.size() - 2].phase, ReportPhase::Due);
    QCOMPARE(steps[steps.size() - 3].phase, ReportPhase::Current);
}

void tst_Wording::factsSinceTheLastReport()
{
    test::SampleIncident incident(41, m_now - 1h, test::plainReport("School", plan::Grade::III));
    QVERIFY(factsSinceReport(*incident.get(), m_plan).since.isEmpty());
    incident.act(
        m_now - 40min, UnitCode("HQ"),
        model::FileReport{model::ReportStage::First, "text", "5 → 8", 30});
    QVERIFY(factsSinceReport(*incident.get(), m_plan).text.contains(QStringLiteral("5 → 8")));
    incident.order(m_now - 30min, {"L06"});
    incident.act(
        m_now - 20min, UnitCode("L06"), model::ReportOrder{incident.orderId(0), "904 matched"});
    const NewFacts facts = factsSinceReport(*incident.get(), m_plan);
    QVERIFY2(facts.text.contains(QStringLiteral("904 matched")), qPrintable(facts.text));
    QVERIFY(!facts.text.contains(QStringLiteral("5 → 8")));
}

// What the next report keeps as its changes: news only, never the sentence that there is none, and no more than an entry holds.
void tst_Wording::changesAreWhatIsNew()
{
    test::SampleIncident incident(41, m_now - 1h, test::plainReport("School", plan::Grade::III));
    incident.act(m_now - 50min, UnitCode("HQ"), model::AddNote{"before the first"});
    QVERIFY(changesSinceReport(*incident.get(), m_plan).isEmpty()); // the first one tells all
    incident.act(
        m_now - 40min, UnitCode("HQ"),
        model::FileReport{model::ReportStage::First, "text", {}, 30});
    QVERIFY(changesSinceReport(*incident.get(), m_plan).isEmpty());
    incident.act(
        m_now - 30min, UnitCode("L06"),
        model::StateCounts{"pupils", 1354, {{"moved", 1235}, {"refunded", 119}}});
    QVERIFY2(
        changesSinceReport(*incident.get(), m_plan)
            .contains(QStringLiteral("pupils 1,354 = moved 1,235 + refunded 119")),
        qPrintable(changesSinceReport(*incident.get(), m_plan)));
    for (int n = 0; n < 40; ++n) {
        incident.act(m_now - 20min, UnitCode("HQ"), model::AddNote{std::string(100, 'x')});
    }
    const QString most = changesSinceReport(*incident.get(), m_plan);
    QVERIFY(most.size() > 1'000 && most.size() < 2'200);
    QVERIFY(!most.contains(QStringLiteral("pupils"))); // the newest stay
}

QTEST_GUILESS_MAIN(tst_Wording)
#include "tst_Wording.moc"
