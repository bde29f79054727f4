// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// endpoints.csv: what is read, what is refused with file and line, and which are near.
#include "data/plan/Endpoints.h"
#include "tests/unit/plan/PlanFixture.h"

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

const QString kFile = QStringLiteral("endpoints.csv");
constexpr auto kHead = "code,name_zh,name_en,kind,lon,lat,unit,url\n";
constexpr auto kRows =
    "E1,武昌站东广场,\"Wuchang Station, east\",camera,114.3160,30.5290,D05,rtsp://10.1.2.3/ch1\n"
    "E2,江汉路口,Jianghan Road,camera,114.2900,30.5800,D02,https://video.example/2\n"
    "E3,武昌区值班室,Wuchang duty room,room,114.3165,30.5290,D05,\n";

std::expected<Loaded, LoadFailure> withRows(const QByteArray& rows, int counted = 3)
{
    const PlanCopy copy;
    copy.write(kFile, kHead + rows);
    copy.replace(
        QStringLiteral("plan.toml"), "key_places = 6\n",
        "key_places = 6\nendpoints = " + QByteArray::number(counted) + "\n");
    return loadPlan(copy.dir());
}

} // namespace

class tst_Endpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedPlanInventsNone()
    {
        const auto plan = shippedPlan();
        QVERIFY(plan != nullptr && plan->endpoints.empty());
        QVERIFY(endpointsNear(*plan, {114.3, 30.5}, 5).empty());
    }

    void theNearestComeFirst()
    {
        const auto loaded = withRows(kRows);
        QVERIFY(loaded.has_value());
        const Plan& plan = loaded->plan;
        QCOMPARE(plan.endpoints.size(), 3U);
        QCOMPARE(plan.endpoints[0].nameEn, std::string("Wuchang Station, east"));
        QCOMPARE(plan.endpoints[2].kind, EndpointKind::Room);
        const auto near = endpointsNear(plan, {114.3164, 30.5290}, 2);
        QCOMPARE(near.size(), 2U);
        QCOMPARE(near[0].endpoint->code, std::string("E3"));
        QCOMPARE(near[1].endpoint->code, std::string("E1"));
        QVERIFY(near[0].metres > 5 && near[0].metres < 15);
        QCOMPARE(endpointsNear(plan, {114.3, 30.5}, 99).size(), 3U);
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("rtsp") << QByteArray("rtsp://10.1.2.3:554/a/b?c=1") << true;
        QTest::newRow("https") << QByteArray("https://video.example") << true;
        QTest::newRow("srt") << QByteArray("srt://10.1.2.3:9000") << true;
        QTest::newRow("a password") << QByteArray("rtsp://admin:12345@10.1.2.3/ch1") << false;
        QTest::newRow("a user") << QByteArray("rtsp://admin@10.1.2.3/ch1") << false;
        QTest::newRow("a file") << QByteArray("file:///etc/passwd") << false;
        QTest::newRow("a program") << QByteArray("javascript:alert(1)") << false;
        QTest::newRow("no host") << QByteArray("rtsp:///ch1") << false;
        QTest::newRow("no scheme") << QByteArray("10.1.2.3/ch1") << false;
        QTest::newRow("a blank") << QByteArray("rtsp://10.1.2.3/a b") << false;
    }
    void addresses()
    {
        QFETCH(const QByteArray, url);
        QTEST(isEndpointUrl(url.toStdString()), "isGood");
    }

    void faultsNameFileAndLine_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* from, const char* to, int line,
                            const char* message) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line
                                << QString::fromUtf8(message);
        };
        row("no such kind", "E2,江汉路口,Jianghan Road,camera", "E2,江汉路口,Jianghan Road,drone",
            3, "\"drone\"");
        row("swapped", "114.2900,30.5800", "30.5800,114.2900", 3, "swapped");
        row("no number", "114.2900", "east", 3, "not a number");
        row("no such unit", "30.5800,D02", "30.5800,D99", 3, "No unit D99");
        row("a code twice", "E2,", "E1,", 3, "already defined in line 2");
        row("no name", "E2,江汉路口", "E2,", 3, "empty");
        row("a password in the address", "https://video", "https://a:b@video", 3, "user name");
    }
    void faultsNameFileAndLine()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const int, line);
        QFETCH(const QString, message);
        QByteArray rows(kRows);
        QVERIFY(rows.contains(from));
        const auto loaded = withRows(rows.replace(rows.indexOf(from), from.size(), to));
        QVERIFY(!loaded);
        const auto& faults = loaded.error().faults;
        QVERIFY2(hasError(faults, kFile, line, message), qPrintable(described(faults)));
        for (const Fault& f : faults) { // what must not be in the file is not in the message either
            QVERIFY(!QString::fromStdString(f.message).contains(QLatin1StringView("a:b")));
        }
    }

    void aFileCutShortIsNoticed()
    {
        const auto loaded = withRows(kRows, 4);
        QVERIFY(!loaded);
        QVERIFY(described(loaded.error().faults).contains(QStringLiteral("cut short")));
    }
};

QTEST_APPLESS_MAIN(tst_Endpoints)
#include "tst_Endpoints.moc"
