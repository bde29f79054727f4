// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file nobody waits for any more is put down; nasty ones are refused in time, naming the feature.
#include "tests/support/ThreadTime.h"
#include "tests/unit/layers/LayerFixture.h"

#include <QElapsedTimer>

#include <cmath>
#include <numbers>
#include <stop_token>
#include <thread>

using namespace sz;
using namespace sz::layers;

namespace {

QByteArray manyPoints(int count)
{
    QByteArray out = "{\"type\":\"FeatureCollection\",\"features\":[";
    for (int i = 0; i < count; ++i) {
        out += i == 0 ? "" : ",";
        out += "{\"type\":\"Feature\",\"properties\":{\"name\":\"p" + QByteArray::number(i)
               + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[114.3,30.6]}}";
    }
    return out + "]}";
}

QByteArray manyPlacemarks(int count)
{
    QByteArray out = "<kml><Document>";
    for (int i = 0; i < count; ++i) {
        out += "<Placemark><name>a</name><Point><coordinates>114.3,30.6</coordinates></Point>"
               "</Placemark>";
    }
    return out + "</Document></kml>";
}

QByteArray manyLines(int count)
{
    QByteArray out = "name,lon,lat\n";
    for (int i = 0; i < count; ++i) {
        out += "a,114.3,30.6\n";
    }
    return out;
}

QByteArray ring(double lon, double lat, double radius, int points, int step = 1)
{
    QByteArray out = "[";
    for (int i = 0; i <= points; ++i) {
        const double angle = 2 * std::numbers::pi * ((i * step) % points) / points;
        out += (i == 0 ? "[" : ",[") + QByteArray::number(lon + radius * std::cos(angle), 'f', 7)
               + "," + QByteArray::number(lat + radius * std::sin(angle), 'f', 7) + "]";
    }
    return out + "]";
}

QByteArray polygon(const QByteArray& rings, const char* name)
{
    return QByteArray("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                      "\"properties\":{\"name\":\"")
           + name + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}}]}";
}

} // namespace

class tst_StopReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPutDown_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("GeoJSON") << "a.geojson";
        QTest::newRow("KML") << "a.kml";
        QTest::newRow("CSV") << "a.csv";
    }
    void isPutDown()
    {
        QFETCH(const QString, file);
        const QByteArray content = file.endsWith(u".geojson") ? manyPoints(300'000)
                                   : file.endsWith(u".kml")   ? manyPlacemarks(200'000)
                                                              : manyLines(800'000);
        const auto path = m_folder.write(file.toUtf8().constData(), content);
        QElapsedTimer timer;
        timer.start();
        const Layer whole = readLayer(path);
        const auto all = timer.elapsed();
        QVERIFY2(whole.features.size() >= 200'000, said(whole).constData());

        std::stop_source stop;
        ReadOptions options;
        options.stop = stop.get_token();
        stop.request_stop();
        timer.start();
        const Layer none = readLayer(path, options); // what a reader does before its first feature
        const auto least = timer.elapsed();
        QVERIFY(none.features.empty());
        qInfo(
            "whole %lld ms, put down at once %lld ms", static_cast<long long>(all),
            static_cast<long long>(least));
        QVERIFY(least < all);

        std::stop_source later;
        options.stop = later.get_token();
        const std::jthread hand([&later, all] {
            std::this_thread::sleep_for(std::chrono::milliseconds(all / 3));
            later.request_stop();
        });
        QVERIFY(readLayer(path, options).features.empty());
    }

    void nastyOnesAreRefusedInTime_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("a star of a megabyte, each line across all others")
            << polygon(ring(114.3, 30.6, 0.1, 50'001, 25'000), "star") << QByteArray("star");
        QByteArray holes = ring(114.3, 30.6, 0.3, 5'000);
        for (int i = 0; i < 442; ++i) { // one over the other
            holes += "," + ring(114.3 + 0.0001 * i, 30.6, 0.002, 200);
        }
        QTest::newRow("442 holes, one over the other")
            << polygon(holes, "holes") << QByteArray("holes");
    }
    void nastyOnesAreRefusedInTime()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, name);
        QElapsedTimer timer;
        timer.start();
        const Layer layer = m_folder.read("nasty.geojson", content);
        QVERIFY2(
            static_cast<double>(timer.elapsed()) < 10'000 * sz::test::kSlowness,
            qPrintable(QString::number(timer.elapsed())));
        QVERIFY(layer.isRefused() || layer.features.empty());
        QVERIFY2(said(layer).contains(name), said(layer).constData());
    }

    void deepOnesAreRefusedInTime()
    {
        const int deep = 2'000'000;
        const QByteArray open(deep, '[');
        const QByteArray close(deep, ']');
        QElapsedTimer timer;
        timer.start();
        const Layer layer = m_folder.read(
            "deep.geojson", "{\"type\":\"Polygon\",\"coordinates\":" + open + close + "}");
        QVERIFY(layer.isRefused());
        const Layer folders = m_folder.read(
            "deep.kml", "<kml>" + QByteArray("<Folder>").repeated(500'000)
                            + QByteArray("</Folder>").repeated(500'000) + "</kml>");
        QVERIFY(folders.features.empty());
        QVERIFY(static_cast<double>(timer.elapsed()) < 10'000 * sz::test::kSlowness);
    }

private:
    LayerFolder m_folder;
};

QTEST_APPLESS_MAIN(tst_StopReading)
#include "tst_StopReading.moc"
