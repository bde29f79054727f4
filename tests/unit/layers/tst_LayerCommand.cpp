// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/layer/LayerCommand.h"
#include "data/geo/CoordinateSystem.h"
#include "data/layers/text/RemarkText.h"
#include "data/plan/Plan.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

namespace {

const QByteArray kGood =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"name":"江滩","beds":3},)"
    R"("geometry":{"type":"Point","coordinates":[114.3,30.6]}},)"
    R"({"type":"Feature","properties":{"name":"片区"},"geometry":{"type":"Polygon","coordinates":)"
    R"([[[114,30],[114,31],[115,31],[115,30]]]}}]})";
const QByteArray kBad = "{\"type\":\"FeatureCollection\",\"features\":[\n"
                        "{\"type\":\"Feature\",\"id\":\"D05\",\"properties\":{\"name\":\"武昌\"},"
                        "\"geometry\":{\"type\":\"Polygon\","
                        "\"coordinates\":[[[0,0],[9,9],[9,0],[0,8],[0,0]]]}}]}";
// No raw string: moc does not get past the backslashes of one.
const QByteArray kControls =
    "{\"type\":\"Feature\",\"id\":\"\\u001b[2J\\u202e\",\"properties\":{\"\\u0007\":1},"
    "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]}}";

/// The seats of the plan's streets as a file, as they are or as a map that shifts them has them.
QByteArray seatsOf(const sz::plan::Plan& plan, bool isShifted)
{
    using namespace sz;
    QByteArray all;
    for (const plan::Street& street : plan.streets) {
        if (!street.seat) {
            continue;
        }
        const geo::CoordinateSystem to{isShifted ? geo::Datum::Gcj02 : geo::Datum::Wgs84};
        const geo::Pair at = geo::fromWgs84(*street.seat, to);
        all += all.isEmpty() ? "" : ",";
        all += R"({"type":"Feature","properties":{"name":")";
        all += QByteArray::fromStdString(street.name.zh);
        all += R"("},"geometry":{"type":"Point","coordinates":[)";
        all += QByteArray::number(at.first, 'f', 6) + ",";
        all += QByteArray::number(at.second, 'f', 6) + "]}}";
    }
    return R"({"type":"FeatureCollection","features":[)" + all + "]}";
}

} // namespace

class tst_LayerCommand : public QObject
{
    Q_OBJECT

    struct Ran
    {
        int code = 0;
        QByteArray out;
        QByteArray err;
    };

    Ran call(const std::vector<std::string>& args) const
    {
        std::ostringstream out;
        std::ostringstream err;
        const int code = sz::ctl::runLayer(args, out, err);
        return {code, QByteArray::fromStdString(out.str()), QByteArray::fromStdString(err.str())};
    }

    Ran check(const QByteArray& content, std::vector<std::string> more = {}) const
    {
        QFile file(m_dir.filePath(QStringLiteral("a.geojson")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write");
        }
        file.close();
        std::vector<std::string> args{"check", file.fileName().toStdString()};
        args.insert(args.end(), more.begin(), more.end());
        return call(args);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("SANZHEN_RESOURCES", SANZHEN_SOURCE_DIR "/resources"); }

    void aGoodFileIsDescribed()
    {
        const Ran ran = check(kGood, {"--language", "en"});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains("a.geojson: good\n"), ran.out.constData());
        QVERIFY(ran.out.contains("GeoJSON · UTF-8"));
        QVERIFY(ran.out.contains("2 read, 2 good: 1 point, 1 polygon"));
        QVERIFY(ran.out.contains("114.000000 30.000000 – 115.000000 31.000000"));
        QVERIFY(ran.out.contains("name, beds"));
        QVERIFY(ran.out.contains("repaired: "));
        QVERIFY(ran.out.contains("feature 2 (片区), line 1: 1 open rings closed"));
        QVERIFY(ran.err.isEmpty());
    }

    void aBadFileIsRefusedInBothLanguages()
    {
        const Ran english = check(kBad, {"--language", "en"});
        QCOMPARE(english.code, 1);
        QVERIFY2(
            english.out.contains("feature 1 (D05 武昌), line 2: the outline crosses itself near"),
            english.out.constData());
        const Ran chinese = check(kBad, {"--language", "zh_CN"});
        QCOMPARE(chinese.code, 1);
        QVERIFY2(chinese.out.contains("：有退回\n"), chinese.out.constData());
        QVERIFY(chinese.out.contains("第 1 个要素（D05 武昌），第 2 行：边界在"));
    }

    void jsonSaysTheSame()
    {
        const Ran good = check(kGood, {"--json"});
        QCOMPARE(good.code, 0);
        const QJsonObject a = QJsonDocument::fromJson(good.out).object();
        QCOMPARE(a[u"refused"].toBool(true), false);
        QCOMPARE(a[u"format"].toString(), QStringLiteral("GeoJSON"));
        QCOMPARE(a[u"features"].toInt(), 2);
        QCOMPARE(a[u"geometry"].toObject()[u"polygon"].toInt(), 1);
        QCOMPARE(a[u"extent"].toArray().size(), 4);
        QCOMPARE(a[u"extent"].toArray()[2].toDouble(), 115.0);
        QCOMPARE(a[u"counts"].toObject()[u"RingClosed"].toInt(), 1);
        const Ran bad = check(kBad, {"--json"});
        QCOMPARE(bad.code, 1);
        const QJsonObject b = QJsonDocument::fromJson(bad.out).object();
        QCOMPARE(b[u"refused"].toBool(), true);
        const QJsonObject why = b[u"remarks"].toArray()[0].toObject();
        QCOMPARE(why[u"matter"].toString(), QStringLiteral("RingCrosses"));
        QCOMPARE(why[u"feature"].toInt(), 1);
        QCOMPARE(why[u"id"].toString(), QStringLiteral("D05"));
        QCOMPARE(why[u"line"].toInt(), 2);
        QVERIFY(why[u"text_zh"].toString().contains(QStringLiteral("自相交")));
    }

    void fromAndPlanAreUsed()
    {
        const std::string plan = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";
        const Ran shifted = check(kGood, {"--from", "gcj02", "--plan", plan, "--language", "en"});
        QCOMPARE(shifted.code, 0);
        QVERIFY2(shifted.out.contains("gcj02 (as --from says)"), shifted.out.constData());
        QVERIFY(!shifted.out.contains("114.000000 30.000000"));
        QVERIFY(!shifted.out.contains("lie in no area of the plan"));
        QByteArray elsewhere = kGood;
        elsewhere.replace("114.3,30.6", "116.4,39.9");
        const Ran far = check(elsewhere, {"--plan", plan, "--language", "en"});
        QVERIFY2(
            far.out.contains("1 of 1 points looked at lie in no area of the plan"),
            far.out.constData());
    }

    // Nobody has to know of --plan to be told: the same file, drawn by a map that shifts it.
    void withoutAPlanTheShippedOneJudges()
    {
        using namespace sz;
        const auto plan = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
        QVERIFY(plan.has_value());
        const auto seats = [&plan](bool isShifted) { return seatsOf(plan->plan, isShifted); };
        const Ran shifted = check(seats(true), {"--language", "en"});
        QCOMPARE(shifted.code, 0);
        QVERIFY2(shifted.out.contains("GCJ-02"), shifted.out.constData());
        QVERIFY(shifted.out.contains("judged by the shipped plan (Wuhan"));
        const Ran right = check(seats(false), {"--language", "zh_CN"});
        QVERIFY2(!right.out.contains("GCJ-02"), right.out.constData());
        QVERIFY(right.out.contains("是否偏移按随附方案（武汉"));
        const Ran named = check(
            seats(true),
            {"--language", "en", "--plan", SANZHEN_SOURCE_DIR "/resources/plans/wuhan"});
        QVERIFY(named.out.contains("GCJ-02") && !named.out.contains("shipped plan"));
        qputenv("SANZHEN_RESOURCES", "/nowhere");
        const Ran none = check(seats(true), {"--language", "en"});
        qputenv("SANZHEN_RESOURCES", SANZHEN_SOURCE_DIR "/resources");
        QCOMPARE(none.code, 0);
        QVERIFY2(none.out.contains("not judged whether points are shifted"), none.out.constData());
    }

    void textFromOutsideCannotSteerTheTerminal()
    {
        const Ran ran = check(kControls, {"--language", "en"});
        QCOMPARE(ran.code, 1);
        QVERIFY(!ran.out.contains('\x1b'));
        QVERIFY(!ran.out.contains('\x07'));
        QVERIFY(!ran.out.contains("\xE2\x80\xAE"));
        QVERIFY2(ran.out.contains("□[2J□"), ran.out.constData());
    }

    void wrongCallsAreUsage()
    {
        QCOMPARE(call({}).code, 2);
        QCOMPARE(call({"look", "a"}).code, 2);
        QCOMPARE(call({"check"}).code, 2);
        QCOMPARE(call({"check", "a", "b"}).code, 2);
        QCOMPARE(call({"check", "a", "--language", "fr"}).code, 2);
        QCOMPARE(call({"check", "a", "--from"}).code, 2);
        const Ran mars = call({"check", "a", "--from", "mars", "--language", "en"});
        QCOMPARE(mars.code, 2);
        QVERIFY(mars.err.startsWith("no such coordinate system: mars"));
        QCOMPARE(call({"check", "a", "--plan", "/nowhere"}).code, 2);
        QCOMPARE(call({"--help"}).code, 0);
        QVERIFY(call({"--help"}).out.startsWith("usage: sanzhenctl layer check"));
    }

    void missingFilesAreRefused()
    {
        const Ran ran = call({"check", "/nowhere/x.shp", "--language", "zh_CN"});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.out.contains("无法读取文件"));
    }

    // In a window nobody can type an option; what there is to choose is said all the same.
    void aWindowSpeaksOfNoOptions()
    {
        using namespace sz::layers;
        for (std::size_t i = 0; i < kMatters; ++i) {
            for (const char* text : {"", "gcj02", "bd09", "gk38", "gk", "3857", "swapped"}) {
                Remark remark{.matter = static_cast<Matter>(i), .text = text, .a = 3, .b = 4};
                const auto there = sentenceOf(remark, Remedy::Choice);
                QVERIFY2(!there.en.contains("--"), there.en.c_str());
                QVERIFY2(!there.zh.contains("--"), there.zh.c_str());
                QVERIFY(!there.en.empty() && !there.zh.empty());
            }
        }
        const Remark shifted{.matter = Matter::LooksShifted, .text = "gcj02", .a = 3, .b = 4};
        QVERIFY(sentenceOf(shifted).zh.contains("--from gcj02"));
        QVERIFY(sentenceOf(shifted, Remedy::Choice).zh.contains("GCJ-02"));
    }

    // Whoever reads Chinese is told in Chinese, on both streams, and nothing is said of signals that there were none of.
    void aMissingReaderIsSaidInTheReadersLanguage()
    {
        const QByteArray before = qgetenv("SANZHEN_PARSER");
        qputenv("SANZHEN_PARSER", "/nowhere/sanzhen-parser");
        const Ran chinese = check(kGood, {"--language", "zh_CN"});
        const Ran english = check(kGood, {"--language", "en"});
        before.isEmpty() ? qunsetenv("SANZHEN_PARSER") : qputenv("SANZHEN_PARSER", before);
        QCOMPARE(chinese.code, 1);
        QVERIFY2(chinese.out.contains("未安装或无法启动"), chinese.out.constData());
        QCOMPARE(chinese.err, QByteArray("无法启动 /nowhere/sanzhen-parser：请重新安装\n"));
        QCOMPARE(english.code, 1);
        QVERIFY2(
            english.out.contains("is not installed or cannot be started"), english.out.constData());
        QCOMPARE(
            english.err,
            QByteArray("/nowhere/sanzhen-parser cannot be started: install Sanzhen again\n"));
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_LayerCommand)
#include "tst_LayerCommand.moc"
