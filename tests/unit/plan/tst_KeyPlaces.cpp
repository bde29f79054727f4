// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// key_places.csv: what is read, what is refused with file and line, and where a circle ends.
#include "data/plan/KeyPlaces.h"
#include "data/plan/PlanCheck.h"
#include "tests/unit/plan/PlanFixture.h"

#include <numbers>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

const QString kFile = QStringLiteral("key_places.csv");

/// So many metres north of a point.
Wgs84 north(Wgs84 from, double metres)
{
    return {from.lon, from.lat + metres / (6'371'008.8 * std::numbers::pi / 180)};
}

KeyPlace circle(const char* code, Wgs84 point, int radius, bool rises = true)
{
    KeyPlace place;
    place.code = code;
    place.point = point;
    place.radiusMetres = radius;
    place.rises = rises;
    return place;
}

constexpr Wgs84 kCentre{114.3, 30.5};

} // namespace

class tst_KeyPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedOnesAreRead()
    {
        const auto plan = shippedPlan();
        QVERIFY(plan != nullptr);
        QCOMPARE(plan->keyPlaces.size(), 6U);
        const KeyPlace& first = plan->keyPlaces.front();
        QCOMPARE(first.code, std::string("K01"));
        QCOMPARE(first.type, KeyPlaceType::School);
        QCOMPARE(first.point.lon, 114.40339);
        QCOMPARE(first.radiusMetres, 800);
        QVERIFY(first.rises);
        for (const KeyPlace& place : plan->keyPlaces) {
            QVERIFY2(place.isApproximate, place.code.c_str()); // no surveyed one is shipped
        }
    }

    // Said with the place itself: every one stands at a seat the plan has, none at coordinates from nowhere.
    void theShippedOnesStandAtKnownSeats()
    {
        const auto plan = shippedPlan();
        for (const KeyPlace& place : plan->keyPlaces) {
            QVERIFY2(
                std::ranges::any_of(
                    plan->streets, [&](const Street& s) { return s.seat == place.point; }),
                place.code.c_str());
        }
    }

    void aPlanNeedNotHaveAny()
    {
        const PlanCopy copy;
        copy.remove(kFile);
        copy.replace(QStringLiteral("plan.toml"), "key_places = 6\n", "");
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->plan.keyPlaces.empty());
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
        row("no such type", "800,1,1\nK02,华中农业大学,Huazhong Agricultural University,school",
            "800,1,1\nK02,华中农业大学,Huazhong Agricultural University,park", 3, "\"park\"");
        row("no type", "hospital,114.45456", ",114.45456", 4, "empty");
        row("no coordinates", "114.45456,30.58234", ",30.58234", 4, "empty");
        row("swapped", "114.45456,30.58234", "30.58234,114.45456", 4, "swapped");
        row("no number", "114.45456", "east", 4, "not a number");
        row("radius nought", "30.58234,500", "30.58234,0", 4, "whole number");
        row("radius of a district", "30.58234,500", "30.58234,5001", 4, "whole number");
        row("rise two", "30.58234,500,1", "30.58234,500,2", 4, "whole number");
        row("no rise", "30.58234,500,1", "30.58234,500,", 4, "whole number");
        row("approximate yes", "30.58234,500,1,1", "30.58234,500,1,yes", 4, "whole number");
        row("a code twice", "K03,", "K02,", 4, "already defined in line 3");
        row("no name", "K03,武东医院", "K03,", 4, "empty");
        row("a missing column", "radius_m", "radius", 1, "\"radius_m\" is missing");
        row("cut short",
            "K06,百联奥特莱斯（盘龙城）,\"Bailian Outlets, "
            "Panlongcheng\",mall,114.27074,30.69306,500,1,1\n",
            "", 0, "cut short");
    }
    void faultsNameFileAndLine()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const int, line);
        QFETCH(const QString, message);
        const PlanCopy copy;
        copy.replace(kFile, from, to);
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(!loaded);
        const auto& faults = loaded.error().faults;
        QVERIFY2(hasError(faults, kFile, line, message), qPrintable(described(faults)));
    }

    void aMissingFileIsNoticedByItsCount()
    {
        const PlanCopy copy;
        copy.remove(kFile);
        QVERIFY(!loadPlan(copy.dir()));
    }

    void theCheckNamesOneOutsideTheCity()
    {
        const PlanCopy copy;
        copy.replace(kFile, "114.45456,30.58234", "104.45456,30.58234");
        const auto faults = checkPlan(copy.dir());
        QVERIFY2(
            std::ranges::any_of(
                faults,
                [](const Fault& f) {
                    return !f.isError && f.feature == "K03" && f.line == 4
                           && f.message.contains("outside every area");
                }),
            qPrintable(described(faults)));
    }

    void theEdgeBelongsToTheCircle()
    {
        Plan plan;
        plan.keyPlaces = {circle("A", kCentre, 500)};
        const auto inside = keyCircleAt(plan, north(kCentre, 120));
        QVERIFY(inside.has_value());
        QVERIFY(std::abs(inside->metres - 120) < 0.01);
        QVERIFY(keyCircleAt(plan, north(kCentre, 499.99)).has_value());
        QVERIFY(!keyCircleAt(plan, north(kCentre, 500.01)).has_value());
        // Exactly on it, whatever the sphere makes of the last digit: the radius is the distance itself.
        const Wgs84 edge = north(kCentre, 321);
        plan.keyPlaces.front().radiusMetres = 321;
        QCOMPARE(keyCircleAt(plan, edge).has_value(), distanceMetres(edge, kCentre) <= 321.0);
        QVERIFY(keyCircleAt(plan, kCentre).has_value());
        QVERIFY(!keyCircleAt(plan, Wgs84{std::nan(""), 30.5}).has_value());
    }

    void ofSeveralTheNearestThatRaises()
    {
        Plan plan;
        plan.keyPlaces = {
            circle("far", north(kCentre, 300), 5000), circle("quiet", kCentre, 5000, false),
            circle("near", north(kCentre, -100), 5000)};
        const auto found = keyCircleAt(plan, kCentre);
        QVERIFY(found.has_value());
        QCOMPARE(found->place->code, std::string("near"));
        plan.keyPlaces = {circle("quiet", kCentre, 5000, false)};
        QVERIFY(!keyCircleAt(plan, kCentre).has_value());
    }

    // A typed street has the point of its seat: that says nothing about where in the street it is.
    void theSeatOfAStreetRaisesNothing()
    {
        const auto plan = shippedPlan();
        const KeyPlace& key = plan->keyPlaces.front();
        const auto street = std::ranges::find_if(
            plan->streets, [&](const Street& s) { return s.seat == key.point; });
        QVERIFY(street != plan->streets.end());
        Place place;
        place.street = street->code;
        place.point = street->seat;
        QVERIFY(!keyCircleAt(*plan, place).has_value());
        place.point = north(key.point, 50);
        QVERIFY(keyCircleAt(*plan, place).has_value());
        place.point.reset();
        QVERIFY(!keyCircleAt(*plan, place).has_value());
    }

    void noGradeAboveOne()
    {
        QCOMPARE(raised(Grade::IV), Grade::III);
        QCOMPARE(raised(Grade::II), Grade::I);
        QCOMPARE(raised(Grade::I), Grade::I);
    }
};

QTEST_APPLESS_MAIN(tst_KeyPlaces)
#include "tst_KeyPlaces.moc"
