// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/geo/TypedPair.h"

#include <QtTest>

#include <format>

using namespace sz;
using namespace sz::geo;

class tst_TypedPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::addColumn<int>("datum"); // -1: not said, -2: plane
        const auto row = [](const char* name, const char* typed, double a, double b,
                            int datum = -1) {
            QTest::newRow(name) << QString::fromUtf8(typed) << a << b << datum;
        };
        row("as we copy it", "114.305500, 30.592800", 114.3055, 30.5928);
        row("latitude first", "30.5928 114.3055", 114.3055, 30.5928);
        row("no space", "114.3055,30.5928", 114.3055, 30.5928);
        row("Chinese comma", "114.3055，30.5928", 114.3055, 30.5928);
        row("in words", "东经114.3055°，北纬30.5928°", 114.3055, 30.5928);
        row("in words, latitude first", "北纬：30.5928 东经：114.3055", 114.3055, 30.5928);
        row("letters", "N30.5928 E114.3055", 114.3055, 30.5928);
        row("in brackets", "（114.3055，30.5928）", 114.3055, 30.5928);
        row("elsewhere", "-0.1276 51.5072", -0.1276, 51.5072);
        row("of a web map", "114.311,30.590 高德", 114.311, 30.59, static_cast<int>(Datum::Gcj02));
        row("its system behind", "114.311, 30.590 (GCJ-02)", 114.311, 30.59,
            static_cast<int>(Datum::Gcj02));
        row("its system before", "BD09: 114.32 30.60", 114.32, 30.60,
            static_cast<int>(Datum::Bd09));
        row("百度", "百度 114.32 30.60", 114.32, 30.60, static_cast<int>(Datum::Bd09));
        row("metres", "529299.86, 3385869.45", 529299.86, 3385869.45, -2);
        row("metres, north first as surveyors write", "3385869.45 529299.86", 529299.86, 3385869.45,
            -2);
        row("metres with their zone", "38529299.86 3385869.45", 38529299.86, 3385869.45, -2);
        row("metres, whole", "38529300 3385869", 38529300, 3385869, -2);
    }
    void isRead()
    {
        QFETCH(const QString, typed);
        QFETCH(const double, first);
        QFETCH(const double, second);
        QFETCH(const int, datum);
        const auto pair = typedPair(typed.toStdString());
        QVERIFY(pair.has_value());
        QCOMPARE(pair->pair.first, first);
        QCOMPARE(pair->pair.second, second);
        QCOMPARE(pair->isPlane, datum == -2);
        QCOMPARE(pair->system.has_value(), datum >= 0);
        if (datum >= 0) {
            QVERIFY(pair->system->datum == static_cast<Datum>(datum));
        }
    }

    void isNone_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"114.3055", "114.3055,", "12 5", "114 30", "114.3 30.5", "唐家墩街 12.34 30.59",
              "114.3055 30.5928 7", "114.3055x 30.5928", "190.12 30.59", "95.12 93.12", "nan inf",
              "1e2 3e1", "0x72 0x1e", "110 120", "027-85612345", "529299.86 GCJ-02 3385869.45",
              "99529299.86 3385869.45", "2026.11 2026.12"}) {
            QTest::newRow(typed) << QString::fromUtf8(typed);
        }
        QTest::newRow("nothing") << QString();
        QTest::newRow("long") << QString(5000, u'1');
    }
    void isNone()
    {
        QFETCH(const QString, typed);
        QVERIFY(!typedPair(typed.toStdString()));
    }

    void readings()
    {
        const auto degrees = readingsOf(*typedPair("114.3055, 30.5928"), 114.3);
        QCOMPARE(degrees.size(), 3U);
        QVERIFY(degrees[0].datum == Datum::Wgs84 && degrees[1].datum == Datum::Gcj02);
        QVERIFY(degrees[2].datum == Datum::Bd09);
        const auto said = readingsOf(*typedPair("114.3055, 30.5928 百度"), 114.3);
        QCOMPARE(said.size(), 1U);
        QVERIFY(said[0].datum == Datum::Bd09);
        // Metres lead where the same point's degrees do, with the zone in front and without.
        const Wgs84 point{114.3055, 30.5928};
        for (const char* name : {"gk38", "gk114"}) {
            const Pair plane = fromWgs84(point, *systemFrom(name));
            const auto typed = typedPair(std::format("{:.3f} {:.3f}", plane.first, plane.second));
            QVERIFY(typed.has_value());
            const auto systems = readingsOf(*typed, 114.3);
            QCOMPARE(systems.size(), 1U);
            const auto back = toWgs84(typed->pair, systems[0]);
            QVERIFY(back.has_value());
            QVERIFY(distanceMetres(*back, point) < 0.01);
        }
        QVERIFY(readingsOf(*typedPair("529299.86 3385869.45"), 2.0).empty()); // no zone of China
    }
};

QTEST_APPLESS_MAIN(tst_TypedPair)
#include "tst_TypedPair.moc"
