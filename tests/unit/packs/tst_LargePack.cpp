// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A city's extract of a million nodes through the program itself: it says how far it is, keeps its memory, and goes on after
// kill -9 without painting again what is done.
#include "data/packs/Pack.h"
#include "tests/unit/packs/OsmWriter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <boost/json.hpp>

#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace sz;

namespace {

constexpr int kNodes = 1'000'000;
constexpr int kEach = 8; ///< nodes of a way
constexpr Wgs84 kSouthWest{114.10, 30.45};
constexpr Wgs84 kNorthEast{114.50, 30.75};
constexpr const char* kZooms = "9-14";

/// Streets and houses on a raster, seven of eight ways houses, every hundredth street with a name.
std::int64_t writeCity(const std::string& file)
{
    std::ofstream out(file, std::ios::binary);
    test::OsmWriter osm;
    osm.setBounds(kSouthWest, kNorthEast);
    out << osm.headBytes();
    constexpr int kWays = kNodes / kEach;
    constexpr int kAcross = 400;
    std::vector<std::vector<std::int64_t>> ways;
    std::uint32_t chance = 1;
    const auto some = [&chance](double most) {
        chance = chance * 1664525U + 1013904223U;
        return most * (chance >> 8U) / (1U << 24U);
    };
    for (int w = 0; w < kWays; ++w) {
        const Wgs84 at{
            kSouthWest.lon + (kNorthEast.lon - kSouthWest.lon) * (w % kAcross) / kAcross,
            kSouthWest.lat + (kNorthEast.lat - kSouthWest.lat) * (w / kAcross) / (kWays / kAcross)};
        std::vector<std::int64_t>& nodes = ways.emplace_back();
        const double size = w % 8 == 0 ? 0.0012 : 0.0001;
        for (int i = 0; i < kEach; ++i) {
            nodes.push_back(osm.node({at.lon + i * size / kEach, at.lat + some(size)}));
        }
        if (w % 1000 == 999) {
            out << osm.nextBytes();
        }
    }
    out << osm.nextBytes();
    for (std::size_t w = 0; w < ways.size(); ++w) {
        std::vector<std::int64_t>& nodes = ways[w];
        if (w % 8 != 0) {
            nodes.push_back(nodes.front());
            osm.way(nodes, {{"building", "yes"}});
        } else if (w % 800 == 0) {
            osm.way(
                nodes, {{"highway", "primary"}, {"name", "第" + std::to_string(w / 800) + "大道"}});
        } else {
            osm.way(nodes, {{"highway", "residential"}});
        }
        if (w % 2000 == 1999) {
            out << osm.nextBytes();
        }
    }
    out << osm.nextBytes();
    return out.tellp();
}

struct Ran
{
    int code = -1;
    qint64 ms = 0;
    long peakKb = 0;
    QByteArray said;
};

long peakOf(qint64 pid)
{
    std::ifstream in("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::stol(line.substr(6));
        }
    }
    return 0;
}

/// Kills it when the time of its painting has come; 0: never.
Ran run(
    const QStringList& arguments,
    const std::function<bool(const QByteArray& said)>& isTime = {})
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(SANZHENCTL), arguments);
    Ran ran;
    while (process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(100);
        ran.said += process.readAll();
        ran.peakKb = std::max(ran.peakKb, peakOf(process.processId()));
        if (isTime && isTime(ran.said)) {
            process.kill();
            process.waitForFinished();
        }
    }
    ran.said += process.readAll();
    ran.ms = timer.elapsed();
    ran.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return ran;
}

/// Of the last "painting n %".
int percentOf(const QByteArray& said)
{
    const qsizetype at = said.lastIndexOf("painting ");
    return at < 0 ? -1 : said.sliced(at + 9).split(' ').first().toInt();
}

} // namespace

class tst_LargePack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const std::string source = path("city.osm.pbf").toStdString();
        const auto bytes = writeCity(source);
        qInfo(
            "%d nodes, %d ways, %lld bytes", kNodes, kNodes / kEach, static_cast<long long>(bytes));
    }

    void goesOnAfterKillNine()
    {
        const Ran killed = run(arguments("killed.mbtiles"), [](const QByteArray& said) {
            return percentOf(said) >= 30;
        });
        QCOMPARE(killed.code, -1);
        QVERIFY(!QFile::exists(path("killed.mbtiles")));
        QVERIFY(QFile::exists(path("killed.mbtiles.part")));
        // What it says begins with reading and never goes back.
        QVERIFY2(killed.said.contains("reading"), killed.said.constData());

        QStringList again = arguments("killed.mbtiles");
        again << QStringLiteral("--json");
        const Ran ended = run(again);
        QVERIFY2(ended.code == 0, ended.said.constData());
        const auto made = resultOf(ended.said);
        const auto tiles = made.at("tiles").as_int64();
        const auto resumed = made.at("resumed").as_int64();
        QVERIFY2(resumed > tiles / 5 && resumed < tiles, std::to_string(resumed).c_str());

        const Ran straight = run(arguments("whole.mbtiles"));
        QVERIFY2(straight.code == 0, straight.said.constData());
        qInfo(
            "%lld tiles in %.1f s, %.0f tiles/s, peak %ld MB; after kill -9 %lld were there, %.1f "
            "s more",
            static_cast<long long>(tiles), static_cast<double>(straight.ms) / 1000,
            static_cast<double>(tiles) * 1000 / static_cast<double>(straight.ms),
            straight.peakKb / 1024, static_cast<long long>(resumed),
            static_cast<double>(ended.ms) / 1000);
#if !defined(__SANITIZE_ADDRESS__)
        QVERIFY2(straight.peakKb < 700 * 1024, std::to_string(straight.peakKb).c_str());
#endif
        QCOMPARE(
            run({QStringLiteral("pack"), QStringLiteral("check"), path("killed.mbtiles"),
                 QStringLiteral("--deep")})
                .code,
            0);
        auto a = packs::openPack(path("killed.mbtiles").toStdString());
        auto b = packs::openPack(path("whole.mbtiles").toStdString());
        QVERIFY(a && b);
        int same = 0;
        for (std::uint32_t x = 13390; x < 13400; ++x) {
            for (std::uint32_t y = 6720; y < 6740; ++y) {
                QCOMPARE(
                    (*a)->tile({14, x, y}).value_or("-"), (*b)->tile({14, x, y}).value_or("-"));
                same += (*a)->tile({14, x, y}) ? 1 : 0;
            }
        }
        QVERIFY(same > 0);
    }

private:
    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] QStringList arguments(const char* target) const
    {
        return {QStringLiteral("pack"),   QStringLiteral("build"),   QStringLiteral("--osm"),
                path("city.osm.pbf"),     QStringLiteral("--out"),   path(target),
                QStringLiteral("--zoom"), QLatin1StringView(kZooms), QStringLiteral("--language"),
                QStringLiteral("en")};
    }
    static boost::json::object resultOf(const QByteArray& said)
    {
        const qsizetype from = said.lastIndexOf('{');
        return boost::json::parse(said.sliced(from).toStdString()).as_object();
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_LargePack)
#include "tst_LargePack.moc"
