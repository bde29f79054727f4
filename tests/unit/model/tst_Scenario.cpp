// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped sample operation is a day that could have happened; a scenario that could not is refused with its line.
#include "data/hq/Scenario.h"
#include "data/model/World.h"
#include "data/plan/Places.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace sz;
using namespace std::chrono_literals;

namespace {

const std::filesystem::path kTree = SANZHEN_SOURCE_DIR;
const std::filesystem::path kSample = kTree / "resources/samples/wuhan.toml";
const Instant kNow = fromUtcMs(1'571'293'387'000); // 2019-10-17 14:23:07 in Wuhan

using Incidents = std::map<std::string, model::IncidentPtr>;

log::Entry entryOf(const hq::SeedEntry& seed, std::uint8_t number)
{
    log::Entry entry;
    entry.id.bytes[15] = number;
    entry.unit = seed.unit;
    entry.post = seed.post;
    entry.time.wall = seed.at;
    entry.type = model::actType(seed.act);
    entry.subject = {log::SubjectKind::Incident, seed.incident};
    entry.body = model::encodeAct(seed.act);
    return entry;
}

bool isLateNow(const model::Incident& incident)
{
    return incident.lampAt(kNow) == model::Lamp::Late;
}

bool isHan(const std::string& text)
{
    return std::ranges::any_of(
        QString::fromStdString(text), [](QChar c) { return c.script() == QChar::Script_Han; });
}

bool wasLate(const model::Order& order)
{
    return order.signedAt.value_or(order.issuedAt) > order.issuedAt + Minutes{order.signMinutes}
           || (order.arriveMinutes > 0 && order.signedAt
               && order.onSceneAt.value_or(*order.signedAt)
                      > *order.signedAt + Minutes{order.arriveMinutes})
           || order.doneAt.value_or(order.issuedAt) > order.issuedAt + Minutes{order.doneMinutes};
}

std::vector<std::string> wordsOf(const model::Act& act)
{
    return std::visit(
        [](const auto& a) -> std::vector<std::string> {
            using T = std::decay_t<decltype(a)>;
            if constexpr (std::is_same_v<T, model::ReportIncident>) {
                return {a.title, a.narrative, a.place.text};
            } else if constexpr (std::is_same_v<T, model::StateCounts>) {
                return {a.label, a.parts.front().label};
            } else if constexpr (std::is_same_v<T, model::FileReport>) {
                return {a.text, a.changes};
            } else if constexpr (requires { a.text; }) {
                return {a.text};
            } else if constexpr (requires { a.result; }) {
                return {a.result};
            } else if constexpr (requires { a.reason; }) {
                return {a.reason};
            } else {
                return {};
            }
        },
        act);
}

} // namespace

class tst_Scenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = plan::loadPlan(kTree / "resources/plans/wuhan");
        if (!loaded) {
            for (const auto& fault : loaded.error().faults) {
                qWarning("%s:%d %s", fault.file.c_str(), fault.line, fault.message.c_str());
            }
            QFAIL("the shipped plan does not load");
        }
        m_plan = std::make_shared<plan::Plan>(std::move(loaded->plan));
        QVERIFY(load(false, m_zh) && load(true, m_en));
        m_board = folded(m_zh);
    }

    void bothLanguagesAreTheSameDay()
    {
        QCOMPARE(m_zh.size(), m_en.size());
        for (std::size_t i = 0; i < m_zh.size(); ++i) {
            QCOMPARE(m_zh[i].at, m_en[i].at);
            QCOMPARE(m_zh[i].unit, m_en[i].unit);
            QCOMPARE(m_zh[i].incident, m_en[i].incident);
            QCOMPARE(m_zh[i].act.index(), m_en[i].act.index());
        }
    }

    void everyTextIsInItsLanguage()
    {
        for (std::size_t i = 0; i < m_zh.size(); ++i) {
            const auto zh = wordsOf(m_zh[i].act);
            const auto en = wordsOf(m_en[i].act);
            for (std::size_t k = 0; k < zh.size(); ++k) {
                QVERIFY2(zh[k].empty() || isHan(zh[k]), zh[k].c_str());
                QVERIFY2(!isHan(en[k]), en[k].c_str());
                QCOMPARE(zh[k].empty(), en[k].empty());
            }
        }
    }

    void sameInputSameOutput()
    {
        std::vector<hq::SeedEntry> again;
        QVERIFY(load(false, again));
        QCOMPARE(again.size(), m_zh.size());
        for (std::size_t i = 0; i < again.size(); ++i) {
            QCOMPARE(model::encodeAct(again[i].act), model::encodeAct(m_zh[i].act));
        }
    }

    void sortedWithinADayAndTheReportComesFirst()
    {
        QVERIFY(std::ranges::is_sorted(m_zh, {}, &hq::SeedEntry::at));
        QVERIFY(m_zh.back().at <= kNow);
        QVERIFY(m_zh.front().at >= kNow - 24h);
        std::set<std::string> seen;
        for (const auto& seed : m_zh) {
            const bool isFirst = seen.insert(seed.incident).second;
            QCOMPARE(std::holds_alternative<model::ReportIncident>(seed.act), isFirst);
        }
    }

    // Played again here, in the order of the whole log, independent of what the loader did.
    void noRuleIsBroken()
    {
        Incidents incidents;
        for (const auto& seed : m_zh) {
            const auto* post = m_plan->post(seed.post);
            QVERIFY2(post != nullptr && post->unit == seed.unit, seed.post.value.c_str());
            auto& incident = incidents[seed.incident];
            const auto may = model::checkAct(
                *m_plan, incident.get(), {seed.unit, seed.post, post->role}, seed.act);
            QVERIFY2(may.has_value(), seed.incident.c_str());
            incident = *model::foldIncident(*m_plan, incident, entryOf(seed, 0), {1, 1});
        }
    }

    void theBoardAtThePictureMoment()
    {
        std::map<model::IncidentState, int> states;
        std::set<std::string> late;
        int activeInTime = 0;
        for (const auto& [key, incident] : m_board) {
            ++states[incident->state];
            if (isLateNow(*incident)) {
                late.insert(key);
            } else if (incident->state == model::IncidentState::Active) {
                ++activeInTime;
            }
        }
        QCOMPARE(late, (std::set<std::string>{"hospital-power", "site-crowd"}));
        QVERIFY2(states[model::IncidentState::Closed] >= 28, "closed");
        QVERIFY2(activeInTime >= 7 && activeInTime <= 9, std::to_string(activeInTime).c_str());
        QCOMPARE(states[model::IncidentState::Pending], 1);
        // The second tile of the pane "pending": fire is on its way, the first report upwards is still owed.
        const auto& smoke = *m_board.at("highrise");
        QCOMPARE(smoke.orders.front().state, model::OrderState::Moving);
        QVERIFY(smoke.reports.empty());
        QCOMPARE(m_board.size(), std::size_t{51});
    }

    void theLimitsOfTheMockUp_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("secondsLeft");
        using model::StepKind;
        QTest::newRow("metro exit: assign 07:53")
            << "metro-exit" << int(StepKind::Assign) << "HQ" << 473;
        QTest::newRow("high-rise: arrive 03:19")
            << "highrise" << int(StepKind::Arrive) << "L03" << 199;
        QTest::newRow("hospital: sign late 04:12")
            << "hospital-power" << int(StepKind::Sign) << "L19" << -252;
        QTest::newRow("site: feedback late 26:10")
            << "site-crowd" << int(StepKind::Feedback) << "L08" << -1570;
        QTest::newRow("school: update 3 in 16:53")
            << "training-school" << int(StepKind::Update) << "HQ" << 1013;
        QTest::newRow("cylinders: all there 03:20")
            << "cylinders" << int(StepKind::Arrive) << "L20" << 200;
        QTest::newRow("tank lorry: report 41:00")
            << "tank-lorry" << int(StepKind::Update) << "HQ" << 2460;
    }

    void theLimitsOfTheMockUp()
    {
        QFETCH(QString, key);
        QFETCH(int, kind);
        QFETCH(QString, unit);
        QFETCH(int, secondsLeft);
        const auto* next = m_board.at(key.toStdString())->nextStep(kNow);
        QCOMPARE(int(next->kind), kind);
        QCOMPARE(QString::fromStdString(next->unit.value), unit);
        QCOMPARE(
            std::chrono::duration_cast<std::chrono::seconds>(next->due - kNow).count(),
            secondsLeft);
    }

    void theTrainingSchool()
    {
        const auto& school = *m_board.at("training-school");
        QCOMPARE(school.trace.size(), std::size_t{21});
        QCOMPARE(school.place.area, 24);
        QVERIFY(
            !school.place.point.has_value()); // Xujiapeng has no known seat, and none is invented
        QCOMPARE(school.counts->total, std::int64_t{1354});
        QCOMPARE(school.counts->parts.at(0).count, std::int64_t{1235});
        QCOMPARE(school.counts->parts.at(1).count, std::int64_t{119});
        QCOMPARE(school.counts->difference(), std::int64_t{0});
        QCOMPARE(school.reports.size(), std::size_t{3});
        QVERIFY(school.claimedBy.has_value());
        QVERIFY(std::ranges::all_of(
            school.orders, [](const auto& o) { return o.signedAt.has_value(); }));
        QCOMPARE(school.orders.front().unit, UnitCode("L06"));
    }

    void serialNumbersComeInTheOrderOfTheFile()
    {
        const Instant midnight = std::chrono::floor<std::chrono::days>(kNow + 480min) - 480min;
        std::vector<std::string> today;
        for (const auto& seed : m_zh) {
            if (std::holds_alternative<model::ReportIncident>(seed.act) && seed.at >= midnight) {
                today.push_back(seed.incident);
            }
        }
        QCOMPARE(today.size(), std::size_t{47});
        QCOMPARE(today.at(40), std::string("training-school"));
        QCOMPARE(today.at(43), std::string("cylinders"));
        QCOMPARE(today.at(44), std::string("hospital-power"));
        QCOMPARE(today.at(45), std::string("highrise"));
        QCOMPARE(today.at(46), std::string("metro-exit"));
    }

    void closedOnesAreMostlyInTime()
    {
        std::set<std::string> late;
        for (const auto& [key, incident] : m_board) {
            const bool isClosed = incident->state == model::IncidentState::Closed;
            if (isClosed && std::ranges::any_of(incident->orders, wasLate)) {
                late.insert(key);
            }
            for (const auto& report : incident->reports) {
                QVERIFY2(!report.wasDue || report.at <= *report.wasDue, key.c_str());
            }
        }
        QCOMPARE(late, (std::set<std::string>{"manhole-gap", "shop-music"}));
    }

    void allZonesAndOuterDistrictsAreThere()
    {
        std::set<ZoneCode> zones;
        std::set<UnitCode> districts;
        for (const auto& [key, incident] : m_board) {
            zones.insert(m_plan->area(incident->place.area)->zone);
            districts.insert(incident->place.district);
        }
        QCOMPARE(zones.size(), std::size_t{3});
        QCOMPARE(districts.size(), std::size_t{15});
    }

    void noPointIsInvented()
    {
        const plan::PlaceIndex index(m_plan);
        int given = 0;
        for (const auto& [key, incident] : m_board) {
            const auto& place = incident->place;
            const auto& seat = m_plan->street(place.street)->seat;
            if (place.isApproximate) {
                QVERIFY2(place.point.has_value() == seat.has_value(), key.c_str());
            } else {
                ++given;
            }
            if (place.point) {
                QVERIFY2(index.areaAt(*place.point) == place.area, key.c_str());
            }
        }
        QVERIFY(given <= 5); // well-known public places only
    }

    void wordRulesSuggestWhatTheFileSays()
    {
        for (const auto& seed : m_zh) {
            const auto* report = std::get_if<model::ReportIncident>(&seed.act);
            if (report == nullptr || report->suggestedBy.empty()) {
                continue;
            }
            const auto found = plan::suggest(*m_plan, report->narrative);
            const auto told =
                QString::fromStdString(seed.incident + " " + (found ? found->ruleId : ""));
            QVERIFY2(found && found->ruleId == report->suggestedBy, qPrintable(told));
            QVERIFY2(found->kind == report->kind, qPrintable(told));
        }
    }

    void plantedFaultIsRefused_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("put");
        QTest::addColumn<QString>("field");
        QTest::newRow("kind") << "kind = \"school.closed\"" << "kind = \"school.burnt\"" << "kind";
        QTest::newRow("unit") << "{ unit = \"L06\", lead" << "{ unit = \"L96\", lead" << "unit";
        QTest::newRow("post") << "post = \"HQ-chief\" }" << "post = \"L01-desk\" }" << "post";
        QTest::newRow("street") << "street = \"420106003\"" << "street = \"420106999\"" << "street";
        QTest::newRow("word rule") << "rule = \"教-01\"" << "rule = \"教-77\"" << "rule";
        QTest::newRow("grade") << "grade = \"II\"" << "grade = \"V\"" << "grade";
        QTest::newRow("point") << "point = [114.2969, 30.5446]" << "point = [30.5446]" << "point";
        QTest::newRow("time order") << "ago = \"1h39m47s\"" << "ago = \"9h\"" << "ago";
        QTest::newRow("no duration") << "ago = \"1h39m47s\"" << "ago = \"13:45\"" << "ago";
        QTest::newRow("verb") << "do = \"claim\"" << "do = \"grab\"" << "do";
        QTest::newRow("missing English")
            << "en = \"Task force formed, 5 units.\"" << "e = \"x\"" << "en";
        QTest::newRow("unknown field")
            << "do = \"claim\"" << "do = \"claim\", colour = \"red\"" << "colour";
        QTest::newRow("lead before support")
            << "do = \"report\", unit = \"L06\", zh = \"续报"
            << "do = \"finish\", unit = \"L06\", zh = \"续报" << "StepsOpen";
        QTest::newRow("signed twice")
            << "do = \"arrive\", unit = \"L01\", zh = \"到场，4 人\", en = \"on scene, 4 officers\""
            << "do = \"sign\", unit = \"L01\"" << "AlreadySigned";
        QTest::newRow("no order") << "do = \"sign\", unit = \"D02\""
                                  << "do = \"sign\", unit = \"D09\"" << "unit";
        QTest::newRow("limit") << "done = 129" << "done = 5" << "LimitOutOfRange";
        QTest::newRow("not TOML") << "do = \"claim\" }" << "do = claim }" << "TOML";
        QTest::newRow("key twice") << "key = \"training-school\"" << "key = \"cylinders\"" << "key";
        QTest::newRow("future format") << "format = 1" << "format = 2" << "format";
    }

    void plantedFaultIsRefused()
    {
        QFETCH(QString, find);
        QFETCH(QString, put);
        QFETCH(QString, field);
        QFile file(QString::fromStdString(kSample.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(file.readAll());
        const auto where = text.indexOf(
            find, find.startsWith("grade") || find.startsWith("point") || find.startsWith("format")
                      ? 0
                      : text.indexOf("key = \"training-school\""));
        QVERIFY2(where >= 0, qPrintable(find));
        const auto lineNumber = 1 + text.left(where).count(u'\n');
        text.replace(where, find.size(), put);
        const auto result = loadText(text.toUtf8());
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, Code::FileMalformed);
        const auto told =
            QString::fromStdString(result.error().where + " " + result.error().detail);
        QVERIFY2(told.contains(field), qPrintable(told));
        // A fault of a whole incident is told at its head, at most 12 lines above the field; an act has one line.
        static const QRegularExpression kWhere("^bad\\.toml:(\\d+)$");
        const auto match = kWhere.match(QString::fromStdString(result.error().where));
        QVERIFY2(match.hasMatch(), qPrintable(told));
        if (field != "key") {
            const auto off = lineNumber - match.captured(1).toInt();
            QVERIFY2(
                off >= 0 && off <= 12, qPrintable(told + " wanted " + QString::number(lineNumber)));
        }
    }

    void missingFileIsTold()
    {
        const auto result =
            hq::loadScenario(kTree / "resources/samples/none.toml", *m_plan, kNow, false);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, Code::FileUnreadable);
        QCOMPARE(result.error().where, std::string("none.toml"));
    }

private:
    bool load(bool english, std::vector<hq::SeedEntry>& out) const
    {
        auto result = hq::loadScenario(kSample, *m_plan, kNow, english);
        if (!result) {
            qWarning("%s: %s", result.error().where.c_str(), result.error().detail.c_str());
            return false;
        }
        out = *std::move(result);
        return true;
    }

    Incidents folded(const std::vector<hq::SeedEntry>& seeds) const
    {
        Incidents incidents;
        for (const auto& seed : seeds) {
            auto& incident = incidents[seed.incident];
            incident = *model::foldIncident(*m_plan, incident, entryOf(seed, 0), {1, 1});
        }
        return incidents;
    }

    Result<std::vector<hq::SeedEntry>> loadText(const QByteArray& text) const
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath("bad.toml"));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            return fail(Code::Io, "temporary file");
        }
        file.close();
        return hq::loadScenario(file.fileName().toStdString(), *m_plan, kNow, false);
    }

    std::shared_ptr<const plan::Plan> m_plan;
    std::vector<hq::SeedEntry> m_zh;
    std::vector<hq::SeedEntry> m_en;
    Incidents m_board;
};

QTEST_APPLESS_MAIN(tst_Scenario)
#include "tst_Scenario.moc"
