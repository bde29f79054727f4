// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/PlanCheck.h"
#include "tests/support/ThreadTime.h"
#include "tests/unit/plan/PlanFixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <sys/stat.h>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

using Injure = std::function<void(const PlanCopy&)>;

/// One way to break a plan, and where the fault must point.
struct Injury
{
    const char* sentence;
    Injure injure;
    const char* file;
    const char* lineText = ""; ///< the fault names the line of this text; "" = any line
    const char* feature = "";  ///< the fault names this feature; "" = any
    const char* message = "";  ///< part of the English sentence
};

Injure replacing(const char* file, const char* from, const char* to)
{
    return [=](const PlanCopy& copy) { copy.replace(QString::fromUtf8(file), from, to); };
}

Injure removing(const char* file)
{
    return [=](const PlanCopy& copy) { copy.remove(QString::fromUtf8(file)); };
}

/// Changes the n-th feature of a layer.
Injure changing(const char* file, int index, std::function<void(QJsonObject& feature)> change)
{
    return [=](const PlanCopy& copy) {
        const auto name = QString::fromUtf8(file);
        auto root = QJsonDocument::fromJson(copy.read(name)).object();
        auto features = root[u"features"].toArray();
        auto feature = features[index].toObject();
        change(feature);
        features[index] = feature;
        root[u"features"] = features;
        copy.write(name, QJsonDocument(root).toJson(QJsonDocument::Compact));
    };
}

Injure changingRing(const char* file, int index, std::function<void(QJsonArray& ring)> change)
{
    return changing(file, index, [=](QJsonObject& feature) {
        auto geometry = feature[u"geometry"].toObject();
        auto polygon = geometry[u"coordinates"].toArray();
        auto ring = polygon[0].toArray();
        change(ring);
        polygon[0] = ring;
        geometry[u"coordinates"] = polygon;
        feature[u"geometry"] = geometry;
    });
}

Injure changingProperty(const char* file, int index, const char* key, const QJsonValue& value)
{
    return changing(file, index, [=](QJsonObject& feature) {
        auto properties = feature[u"properties"].toObject();
        properties[QString::fromUtf8(key)] = value;
        feature[u"properties"] = properties;
    });
}

void swapPoints(QJsonArray& ring)
{
    const QJsonValue kept = ring[10];
    ring[10] = QJsonValue(ring[60]);
    ring[60] = kept;
}

void movePoint(QJsonArray& ring, int index, double lon, double lat)
{
    const auto p = ring[index].toArray();
    ring[index] = QJsonArray{p[0].toDouble() + lon, p[1].toDouble() + lat};
}

const std::vector<Injury>& injuries()
{
    static const std::vector<Injury> kAll{
        // whole files
        {"a missing street file", removing("streets.csv"), "streets.csv", "", "", "missing"},
        {"a missing zone layer", removing("zones.geojson"), "zones.geojson", "", "", "missing"},
        {"a missing rule file", removing("rules.toml"), "rules.toml", "", "", "missing"},
        {"an empty file", [](const PlanCopy& c) { c.write(QStringLiteral(u"lines.csv"), ""); },
         "lines.csv", "", "", "empty"},
        {"a folder where a file should be",
         [](const PlanCopy& c) {
             c.remove(QStringLiteral(u"posts.csv"));
             std::filesystem::create_directory(c.dir() / "posts.csv");
         },
         "posts.csv", "", "", "not an ordinary file"},
        {"a pipe where a file should be",
         [](const PlanCopy& c) {
             c.remove(QStringLiteral(u"posts.csv"));
             QCOMPARE(::mkfifo((c.dir() / "posts.csv").c_str(), 0600), 0);
         },
         "posts.csv", "", "", "not an ordinary file"},
        {"a huge file",
         [](const PlanCopy& c) {
             QVERIFY(QFile::resize(c.path(QStringLiteral(u"communities.csv")), 65LL << 20));
         },
         "communities.csv", "", "", "larger than"},
        {"text in GBK", replacing("communities.csv", "泰宁社区", "\xCC\xA9\xC4\xFE"),
         "communities.csv", "420102002004", "", "UTF-8"},
        {"a NUL in the middle",
         [](const PlanCopy& c) {
             c.replace(QStringLiteral(u"units.csv"), "L05,line", QByteArray("L05,\0line", 9));
         },
         "units.csv", "L05,", "", "UTF-8"},
        // CSV
        {"a missing column", replacing("streets.csv", "area_no", "area"), "streets.csv",
         "code,name_zh", "", "\"area_no\" is missing"},
        {"a doubled column", replacing("streets.csv", "name_official", "name_zh"), "streets.csv",
         "code,name_zh", "", "stands twice"},
        {"a row with too few cells", replacing("lines.csv", "L07,城市管理,", "L07,"), "lines.csv",
         "L07,", "L07", "cells"},
        {"a row with too many cells", replacing("lines.csv", "L07,城市管理,", "L07,城市管理,x,"),
         "lines.csv", "L07,", "L07", "cells"},
        {"a quote never closed", replacing("lines.csv", "L09,交通运输", "L09,\"交通运输"),
         "lines.csv", "L09,", "", "never closed"},
        {"a line break inside a cell", replacing("lines.csv", "L09,交通运输", "L09,\"交通\n运输\""),
         "lines.csv", "L09,", "L09", "control"},
        {"a word where a number should be",
         replacing("streets.csv", "唐家墩街,D02,4", "唐家墩街,D02,four"), "streets.csv", "唐家墩街",
         "420103009", "whole number"},
        {"an empty name", replacing("streets.csv", "420103009,唐家墩街", "420103009,"),
         "streets.csv", "420103009,", "420103009", "empty"},
        // places
        {"two streets of one code", replacing("streets.csv", "420102003,一元", "420102002,一元"),
         "streets.csv", "一元街道", "420102002", "already defined in line 2"},
        {"a street in no district", replacing("streets.csv", "大智街道,D01", "大智街道,D99"),
         "streets.csv", "大智街道", "420102002", "D99"},
        {"a street in no area", replacing("streets.csv", "大智街道,D01,1", "大智街道,D01,99"),
         "streets.csv", "大智街道", "420102002", "99"},
        {"a street in the area of another district",
         replacing("streets.csv", "大智街道,D01,1", "大智街道,D01,24"), "streets.csv", "大智街道",
         "420102002", "another district"},
        {"a seat with half its coordinates",
         replacing("streets.csv", "114.55333,30.65704", "114.55333,"), "streets.csv", "阳逻街道",
         "420117002", "both"},
        {"a seat with its coordinates swapped",
         replacing("streets.csv", "114.55333,30.65704", "30.65704,114.55333"), "streets.csv",
         "阳逻街道", "420117002", "swapped"},
        {"a seat that is no number", replacing("streets.csv", "114.55333", "nan"), "streets.csv",
         "阳逻街道", "420117002", "not a number"},
        {"a street phone that is none", replacing("streets.csv", "8-2209", "ask Li"), "streets.csv",
         "ask Li", "420103009", "phone"},
        {"a community of no street",
         replacing("communities.csv", "保成社区,420102002", "保成社区,999"), "communities.csv",
         "保成社区", "420102002003", "999"},
        {"a community elsewhere than its street",
         replacing("communities.csv", "保成社区,420102002,D01,1", "保成社区,420102002,D01,2"),
         "communities.csv", "保成社区", "420102002003", "differs"},
        {"communities cut off at a line",
         [](const PlanCopy& c) {
             auto bytes = c.read(QStringLiteral(u"communities.csv"));
             bytes.chop(1);
             c.write(QStringLiteral(u"communities.csv"), bytes.first(bytes.lastIndexOf('\n') + 1));
         },
         "communities.csv", "", "", "cut short"},
        // units
        {"a unit without a row", replacing("units.csv", "L05,", "L55,"), "units.csv", "", "L05",
         "no row"},
        {"a unit nobody defines", replacing("units.csv", "L05,", "L55,"), "units.csv", "L55,",
         "L55", "No other file"},
        {"a unit of the wrong kind", replacing("units.csv", "L05,line", "L05,district"),
         "units.csv", "L05,district", "L05", "line"},
        {"two marks alike", replacing("units.csv", ",卫,", ",公,"), "units.csv", "L05,", "L05",
         "mark"},
        {"a mark of two characters", replacing("units.csv", ",卫,", ",卫生,"), "units.csv", "卫生",
         "L05", "one character"},
        {"parents in a circle", replacing("units.csv", "L05,line,HQ", "L05,line,L05"), "units.csv",
         "L05,", "L05", "circle"},
        {"a parent that does not exist", replacing("units.csv", "L05,line,HQ", "L05,line,XX"),
         "units.csv", "L05,", "L05", "parent"},
        // limits, kinds, rules
        {"an act nobody knows", replacing("roles.toml", "claim_incident", "claim_everything"),
         "roles.toml", "claim_everything", "duty_chief", "no act \"claim_everything\""},
        {"a reach nobody knows",
         replacing("roles.toml", "unlock_person = \"any\"", "unlock_person = \"all\""),
         "roles.toml", "unlock_person = \"all\"", "duty_chief", "not one of own"},
        {"a role nobody knows", replacing("roles.toml", "code = \"trainer\"", "code = \"teacher\""),
         "roles.toml", "", "teacher", "not a role"},
        {"a role defined twice", replacing("roles.toml", "code = \"trainer\"", "code = \"viewer\""),
         "roles.toml", "", "viewer", "already defined"},
        {"an act nobody may do",
         [](const PlanCopy& c) {
             const auto file = QStringLiteral(u"roles.toml");
             c.write(file, c.read(file).replace("unlock_person", "#"));
         },
         "roles.toml", "", "", "Nobody may do \"unlock_person\""},
        {"a post whose role is not there",
         [](const PlanCopy& c) {
             const auto file = QStringLiteral(u"roles.toml");
             const auto bytes = c.read(file);
             c.write(file, bytes.first(bytes.lastIndexOf("\n[[role]]")));
         },
         "posts.csv", "HQ-wall", "HQ-wall", "not in roles.toml"},
        {"two tries", replacing("roles.toml", "tries = 5 ", "tries = 2 "), "roles.toml",
         "tries = 2", "", "from 3 to 20"},
        {"a limit of zero", replacing("limits.toml", "sign = 5", "sign = 0"), "limits.toml",
         "sign = 0", "I", "from 1 to 129600"},
        {"a ladder that goes down", replacing("limits.toml", "after = 20", "after = 5"),
         "limits.toml", "after = 5", "ladder HQ-leader", "later than the one before"},
        {"a ladder to nobody", replacing("limits.toml", "post = \"HQ-leader\"", "post = \"HQ-x\""),
         "limits.toml", "", "", "HQ-x"},
        {"files of no size", replacing("limits.toml", "one_mib = 20 ", "one_mib = 0 "),
         "limits.toml", "one_mib = 0", "files", "from 1 to 1024"},
        {"one file larger than all",
         replacing("limits.toml", "incident_mib = 200", "incident_mib = 2"), "limits.toml",
         "one_mib = 20", "files", "must not be more"},
        {"files that a viewer runs",
         replacing("limits.toml", "[files]", "[files]\ntypes = [\"image/png\", \"text/html\"]"),
         "limits.toml", "types =", "files", "text/html"},
        {"a limit above ninety days", replacing("limits.toml", "sign = 5", "sign = 129601"),
         "limits.toml", "sign = 129601", "I", "from 1 to 129600"},
        {"behind not less than near", replacing("limits.toml", "near = 3", "near = 1"),
         "limits.toml", "[I]", "I", "less than"},
        {"a limit that is missing", replacing("limits.toml", "sign = 5\n", ""), "limits.toml",
         "[I]", "I", "missing"},
        {"a grade without limits", replacing("limits.toml", "[IV]", "[V]"), "limits.toml", "", "",
         "\"IV\""},
        {"a limit in words", replacing("limits.toml", "sign = 5", "sign = \"soon\""), "limits.toml",
         "sign = \"soon\"", "I", "whole number"},
        {"a limit on a clock nobody has",
         replacing("limits.toml", "done = 4320", "done = 4320\nclock = \"lunar\""), "limits.toml",
         "clock = ", "IV", "not one of always, working"},
        {"a limit in working days and in minutes",
         replacing("limits.toml", "done = 4320", "done = 4320\ndone_working_days = 7"),
         "limits.toml", "done_working_days", "IV", "stands without"},
        {"working days without end",
         replacing("kinds.toml", "done_working_days = 7", "done_working_days = 251"), "kinds.toml",
         "done_working_days = 251", "livelihood", "from 1 to 250"},
        {"a working clock without a limit",
         replacing("kinds.toml", "done_working_days = 7", "clock = \"working\""), "kinds.toml",
         "clock = ", "livelihood", "needs a \"done\""},
        // calendar
        {"a week without work",
         [](const PlanCopy& c) {
             c.write(QStringLiteral(u"calendar.toml"), "years = [2026]\n\n[hours]\nmon = []\n");
         },
         "calendar.toml", "[hours]", "", "No weekday has hours"},
        {"hours that end before they begin",
         replacing("calendar.toml", "wed = [\"08:30-12:00\"", "wed = [\"12:30-12:00\""),
         "calendar.toml", "wed = ", "", "not a stretch of a day"},
        {"hours in words",
         replacing("calendar.toml", "wed = [\"08:30-12:00\"", "wed = [\"mornings\""),
         "calendar.toml", "wed = ", "", "not a stretch of a day"},
        {"hours that overlap",
         replacing("calendar.toml", "wed = [\"08:30-12:00\"", "wed = [\"08:30-14:30\""),
         "calendar.toml", "wed = ", "", "begins before"},
        {"a holiday on a day that is none",
         replacing("calendar.toml", "from = 2024-04-04", "from = \"2024-02-30\""), "calendar.toml",
         "2024-02-30", "清明节", "not a date"},
        {"a holiday that ends before it begins",
         replacing("calendar.toml", "to = 2019-10-07", "to = 2019-09-07"), "calendar.toml",
         "to = 2019-09-07", "国庆节", "ends on its first day or"},
        {"a holiday of a year left out", replacing("calendar.toml", "years = [2019, ", "years = ["),
         "calendar.toml", "to = 2019-10-07", "", "not among"},
        {"a day off twice",
         replacing(
             "calendar.toml", "from = 2019-09-13\nto = 2019-09-15",
             "from = 2019-10-07\nto = 2019-10-07"),
         "calendar.toml", "", "", "2019-10-07 is spoken for"},
        {"a make-up workday on a holiday",
         replacing(
             "calendar.toml", "workdays = [2019-09-29, 2019-10-12]", "workdays = [2019-10-02]"),
         "calendar.toml", "", "国庆节", "2019-10-02 is spoken for"},
        {"a holiday without a name in English",
         replacing("calendar.toml", "name_en = \"Qingming Festival\"\n", ""), "calendar.toml", "",
         "", "\"name_en\" is missing"},
        {"a year twice", replacing("calendar.toml", "years = [2019, ", "years = [2019, 2019, "),
         "calendar.toml", "years = ", "", "2019 is there twice"},
        {"TOML that is none", replacing("kinds.toml", "code = \"landslide\"", "code = = 1"),
         "kinds.toml", "code = = 1", "", "TOML"},
        {"choices of a field in one language only",
         replacing("kinds.toml", "choices_en = [\"yes\", \"no\"]", "choices_en = [\"yes\"]"),
         "kinds.toml", "", "flood.street/passable", "equally many"},
        {"a field twice in its kind",
         replacing("kinds.toml", "code = \"passable\"", "code = \"depth\""), "kinds.toml", "",
         "flood.street/depth", "stands twice"},
        {"a kind of no class", replacing("kinds.toml", "class = \"accident\"", "class = \"acid\""),
         "kinds.toml", "", "fire.general", "class"},
        {"a kind of grade V", replacing("kinds.toml", "grade = \"II\"", "grade = \"V\""),
         "kinds.toml", "", "flood.river", "grade"},
        {"a kind for a unit that does not exist", replacing("kinds.toml", "\"L10\"", "\"L77\""),
         "kinds.toml", "", "flood.street", "L77"},
        {"two kinds of one code", replacing("kinds.toml", "\"landslide\"", "\"noise\""),
         "kinds.toml", "", "noise", "already defined"},
        {"a rule for no kind", replacing("rules.toml", "kind = \"noise\"", "kind = \"nose\""),
         "rules.toml", "", "民-01", "nose"},
        {"a rule without words", replacing("rules.toml", "words = [\"渣土\"", "wards = [\"渣土\""),
         "rules.toml", "", "市-02", "\"words\" is missing"},
        // roster
        {"a time of day that is none", replacing("shifts.toml", "at = \"20:30\"", "at = \"25:30\""),
         "shifts.toml", "", "office", "time of day"},
        {"shifts out of order", replacing("shifts.toml", "at = \"20:30\"", "at = \"07:30\""),
         "shifts.toml", "", "office", "follow"},
        {"a date that is none", replacing("shifts.toml", "2019-10-14", "\"2019-13-14\""),
         "shifts.toml", "", "office", "date"},
        {"teams in one language only",
         replacing("shifts.toml", "teams_en = [\"{post}, team 1\", ", "teams_en = ["),
         "shifts.toml", "", "office", "equally long"},
        {"a post of no unit", replacing("posts.csv", "HQ-chief,HQ", "HQ-chief,QQ"), "posts.csv",
         "HQ-chief", "HQ-chief", "QQ"},
        {"a post of no role", replacing("posts.csv", "duty_chief", "boss"), "posts.csv", "HQ-chief",
         "HQ-chief", "role"},
        {"a post of no rotation", replacing("posts.csv", "8-1051,office", "8-1051,never"),
         "posts.csv", "HQ-chief", "HQ-chief", "never"},
        {"two posts of one code", replacing("posts.csv", "HQ-deputy,", "HQ-chief,"), "posts.csv",
         "HQ-chief", "HQ-chief", "already"},
        {"a gap in no post", replacing("rosters.csv", "L20-desk", "L20-disk"), "rosters.csv",
         "L20-disk", "L20-disk", "no post"},
        {"a gap at no time", replacing("rosters.csv", "20:30", "half nine"), "rosters.csv",
         "L20-desk", "L20-desk", "time of day"},
        // outlines
        {"a ring not closed",
         changingRing("areas.geojson", 3, [](QJsonArray& r) { r.removeLast(); }), "areas.geojson",
         "", "4", "not closed"},
        {"a ring of three points",
         changingRing("areas.geojson", 3, [](QJsonArray& r) { r = {r[0], r[1], r[0]}; }),
         "areas.geojson", "", "4", "fewer than four"},
        {"a ring that crosses itself", changingRing("areas.geojson", 3, swapPoints),
         "areas.geojson", "", "4", "crosses itself"},
        {"a latitude of 114",
         changingRing("districts.geojson", 4, [](QJsonArray& r) { movePoint(r, 5, -80, 84); }),
         "districts.geojson", "", "D05", "longitude, latitude"},
        {"a geometry that is a point",
         changing(
             "areas.geojson", 3,
             [](QJsonObject& f) {
                 f[u"geometry"] =
                     QJsonObject{{"type", "Point"}, {"coordinates", QJsonArray{114, 30}}};
             }),
         "areas.geojson", "", "4", "Polygon"},
        {"a feature without geometry",
         changing("areas.geojson", 3, [](QJsonObject& f) { f[u"geometry"] = QJsonValue(); }),
         "areas.geojson", "", "4", "no geometry"},
        {"JSON cut off",
         [](const PlanCopy& c) {
             c.write(
                 QStringLiteral(u"areas.geojson"),
                 c.read(QStringLiteral(u"areas.geojson")).chopped(900));
         },
         "areas.geojson", "", "", "JSON"},
        {"JSON that is no layer",
         [](const PlanCopy& c) { c.write(QStringLiteral(u"areas.geojson"), "[1,2]"); },
         "areas.geojson", "", "", "FeatureCollection"},
        {"an area number missing", changingProperty("areas.geojson", 3, "area_no", 40),
         "areas.geojson", "", "", "Area number 4"},
        {"two areas of one number", changingProperty("areas.geojson", 3, "area_no", 5),
         "areas.geojson", "", "5", "already"},
        {"an area in no zone", changingProperty("areas.geojson", 3, "zone", "atlantis"),
         "areas.geojson", "", "4", "atlantis"},
        {"an area in no district", changingProperty("areas.geojson", 3, "district_code", "D77"),
         "areas.geojson", "", "4", "D77"},
        {"an area in the wrong zone", changingProperty("areas.geojson", 3, "zone", "wuchang"),
         "areas.geojson", "", "4", "zone of its district"},
        {"a district that lists other areas",
         changingProperty("districts.geojson", 4, "areas", QJsonArray{24, 26}), "districts.geojson",
         "", "D05", "list of areas"},
        {"a zone plan.toml does not know", changingProperty("zones.geojson", 0, "code", "hankow"),
         "zones.geojson", "", "hankou", "[[zone]]"},
        // plan.toml
        {"a plan without counts", replacing("plan.toml", "[counts]", "[count]"), "plan.toml", "",
         "", "\"counts\" is missing"},
        {"a count that is wrong", replacing("plan.toml", "streets = 193", "streets = 194"),
         "streets.csv", "", "", "counts 194"},
        {"contacts kept for ever", replacing("plan.toml", "days = 30", "days = 367"), "plan.toml",
         "days = 367", "", "from 1 to 366"},
        {"a time zone of another planet", replacing("plan.toml", "= 480", "= 4800"), "plan.toml",
         "= 4800", "", "-840 to 840"},
    };
    return kAll;
}

bool fits(const Fault& fault, const Injury& injury, int line)
{
    return fault.isError && fault.file == injury.file && (line == 0 || fault.line == line)
           && (injury.feature[0] == '\0' || fault.feature == injury.feature)
           && fault.message.find(injury.message) != std::string::npos && !fault.messageZh.empty();
}

} // namespace

/// Every class of fault is refused with its place.
class tst_PlanFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInjuredPlanIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(injuries().size()); ++i) {
            QTest::newRow(injuries()[static_cast<std::size_t>(i)].sentence) << i;
        }
    }

    void anInjuredPlanIsRefusedWithItsPlace()
    {
        QFETCH(int, index);
        const auto& injury = injuries()[static_cast<std::size_t>(index)];
        const PlanCopy copy;
        injury.injure(copy);
        const int line = injury.lineText[0] == '\0'
                             ? 0
                             : copy.lineOf(QString::fromUtf8(injury.file), injury.lineText);
        QVERIFY(injury.lineText[0] == '\0' || line > 0);

        const auto loaded = loadPlan(copy.dir());
        QVERIFY2(!loaded, "the injured plan was opened");
        QCOMPARE(loaded.error().error.code, Code::PlanBroken);
        const auto& faults = loaded.error().faults;
        QVERIFY2(
            std::ranges::any_of(faults, [&](const Fault& f) { return fits(f, injury, line); }),
            qPrintable(described(faults)));
    }

    void aFolderWithoutAPlanIsMissing()
    {
        const QTemporaryDir empty;
        const auto loaded = loadPlan(empty.path().toStdString());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().error.code, Code::PlanMissing);
        QCOMPARE(loaded.error().faults.size(), 1U);
        QCOMPARE(loadPlan("/no/such/folder").error().error.code, Code::PlanMissing);
    }

    void allFaultsAreToldAtOnce()
    {
        const PlanCopy copy;
        copy.replace(QStringLiteral(u"streets.csv"), "唐家墩街,D02,4", "唐家墩街,D02,four");
        copy.replace(QStringLiteral(u"limits.toml"), "sign = 5", "sign = 0");
        copy.replace(QStringLiteral(u"posts.csv"), "duty_chief", "boss");
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(!loaded);
        for (const char* file : {"streets.csv", "limits.toml", "posts.csv"}) {
            QVERIFY2(
                std::ranges::contains(loaded.error().faults, std::string(file), &Fault::file),
                file);
        }
    }

    void oneBadFileDoesNotDrownTheOthers()
    {
        const PlanCopy copy;
        auto bytes = copy.read(QStringLiteral(u"communities.csv"));
        copy.write(QStringLiteral(u"communities.csv"), bytes.replace(",D01,", ",D77,"));
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(!loaded);
        QVERIFY(loaded.error().faults.size() < 110);
        QVERIFY(loaded.error().faults.back().message.find("more faults") != std::string::npos);
    }

    void whatIsUnknownIsAWarningOnly_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a new column")
            << "rosters.csv" << QByteArray(",reason_en\n") << QByteArray(",reason_xx\n");
        QTest::newRow("a new key")
            << "plan.toml" << QByteArray("sample = true") << QByteArray("mayor = 1");
        QTest::newRow("a new key in a kind")
            << "kinds.toml" << QByteArray("short_zh = \"积水\"") << QByteArray("colour = \"red\"");
    }

    void whatIsUnknownIsAWarningOnly()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const PlanCopy copy;
        copy.replace(file, from, to);
        const auto loaded = loadPlan(copy.dir());
        QVERIFY2(loaded, qPrintable(loaded ? QString() : described(loaded.error().faults)));
        QCOMPARE(loaded->warnings.size(), 1U);
        QCOMPARE(QString::fromStdString(loaded->warnings[0].file), file);
        QCOMPARE(loaded->warnings[0].line, copy.lineOf(file, to));
        QVERIFY(!loaded->warnings[0].isError);
    }

    void whatASpreadsheetLeavesBehindIsUnderstood()
    {
        const PlanCopy copy;
        auto bytes = copy.read(QStringLiteral(u"lines.csv"));
        bytes.replace("\n", "\r\n").replace("教育", " \"教育\" ").replace(" \"", "\"");
        copy.write(QStringLiteral(u"lines.csv"), "\xEF\xBB\xBF" + bytes + ",,,,,\r\n\r\n");
        const auto loaded = loadPlan(copy.dir());
        QVERIFY2(loaded, qPrintable(loaded ? QString() : described(loaded.error().faults)));
        QCOMPARE(loaded->plan.unit(UnitCode("L06"))->name.zh, std::string("教育"));
    }

    void theDeepCheckFindsWhatLoadingDoesNot_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("isError");
        QTest::newRow("areas that overlap") << "overlaps area" << true;
        QTest::newRow("a district not covered") << "uncovered" << true;
        QTest::newRow("an area beyond its district") << "beyond" << true;
        QTest::newRow("a seat far away") << "outside area 14" << false;
        QTest::newRow("a label elsewhere") << "label" << false;
        QTest::newRow("a district nobody answers for") << "no post" << false;
        QTest::newRow("a simplified layer of another city") << "names differ" << true;
    }

    void theDeepCheckFindsWhatLoadingDoesNot()
    {
        QFETCH(QString, message);
        QFETCH(bool, isError);
        const PlanCopy copy;
        injureDeeply(copy, message);
        QVERIFY(loadPlan(copy.dir()));
        const auto faults = checkPlan(copy.dir());
        QVERIFY2(
            std::ranges::any_of(
                faults,
                [&](const Fault& f) {
                    return f.isError == isError
                           && f.message.find(message.toStdString()) != std::string::npos;
                }),
            qPrintable(described(faults)));
    }

    void aRingOfManyPointsDoesNotHang()
    {
        const PlanCopy copy;
        changingRing("rivers.geojson", 1, [](QJsonArray& ring) {
            ring = {};
            for (int i = 0; i <= 50'000; ++i) { // a comb: every tooth spans the same longitudes
                ring.append(QJsonArray{i % 2 == 0 ? 114.0 : 114.5, 30 + i * 1e-5});
            }
            ring.append(QJsonArray{113.9, 30.5});
            ring.append(QJsonArray{114.0, 30.0});
        })(copy);
        const sz::test::ThreadTime own;
        QVERIFY(!loadPlan(copy.dir()));
        QVERIFY2(own.ms() < 3000 * sz::test::kSlowness, qPrintable(QString::number(own.ms())));
    }

private:
    static void injureDeeply(const PlanCopy& copy, const QString& message)
    {
        if (message == u"overlaps area" || message == u"beyond") {
            changing("areas.geojson", 3, [](QJsonObject& f) { f[u"geometry"] = square(0.1); })(
                copy);
        } else if (message == u"uncovered") {
            changing("areas.geojson", 3, [](QJsonObject& f) { f[u"geometry"] = square(0.01); })(
                copy);
        } else if (message == u"outside area 14") {
            copy.replace(
                QStringLiteral(u"streets.csv"), "114.55333,30.65704", "114.30000,30.55000");
        } else if (message == u"label") {
            changingProperty("areas.geojson", 3, "label", QJsonArray{114.6, 30.2})(copy);
        } else if (message == u"no post") {
            auto bytes = copy.read(QStringLiteral(u"posts.csv"));
            copy.write(
                QStringLiteral(u"posts.csv"), bytes.replace("D07-desk,D07", "D07-desk,D06")
                                                  .replace("D07-leader,D07", "D07-leader,D06"));
        } else {
            copy.replace(
                QStringLiteral(u"simplified/areas-low.geojson"), "江岸南片区", "江岸某片区");
        }
    }

    /// A square round the middle of area 4.
    static QJsonObject square(double half)
    {
        const double x = 114.254325;
        const double y = 30.611901;
        const QJsonArray ring{
            QJsonArray{x - half, y - half}, QJsonArray{x + half, y - half},
            QJsonArray{x + half, y + half}, QJsonArray{x - half, y + half},
            QJsonArray{x - half, y - half}};
        return {{"type", "Polygon"}, {"coordinates", QJsonArray{QJsonValue(ring)}}};
    }
};

QTEST_GUILESS_MAIN(tst_PlanFaults)
#include "tst_PlanFaults.moc"
