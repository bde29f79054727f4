// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// streets.geojson and communities.geojson: what is read, what is refused by file and feature, and who holds a point. The outlines
// here are squares nobody surveyed.
#include "data/plan/Places.h"
#include "data/plan/PlaceShapes.h"
#include "data/plan/PlanCheck.h"
#include "tests/unit/plan/PlanFixture.h"

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

const QString kStreets = QStringLiteral("streets.geojson");
const QString kCommunities = QStringLiteral("communities.geojson");
constexpr double kBorder = 114.3346; ///< between the two squares

struct Box
{
    double west, south, east, north;
};
constexpr Box kWest{114.30, 30.55, kBorder, 30.60};
constexpr Box kEast{kBorder, 30.55, 114.36, 30.60};

std::string square(const Box& b)
{
    return std::format(
        R"({{"type":"Polygon","coordinates":[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]}})",
        b.west, b.south, b.east, b.north);
}

std::string point(double lon, double lat)
{
    return std::format(R"({{"type":"Point","coordinates":[{},{}]}})", lon, lat);
}

std::string feature(const std::string& code, const std::string& geometry)
{
    return std::format(
        R"({{"type":"Feature","properties":{{"code":"{}"}},"geometry":{}}})", code, geometry);
}

QByteArray collection(const std::vector<std::string>& features)
{
    std::string all;
    for (const std::string& one : features) {
        all += (all.empty() ? "" : ",") + one;
    }
    return QByteArray::fromStdString(R"({"type":"FeatureCollection","features":[)" + all + "]}");
}

/// Two streets of the shipped plan, without a seat there, and a community of the first.
struct Codes
{
    std::string west;
    std::string east;
    std::string community; ///< of `west`

    explicit Codes(const Plan& plan)
    {
        for (const Street& street : plan.streets) {
            if (!street.seat && west.empty()) {
                west = street.code.value;
            } else if (!street.seat && east.empty()) {
                east = street.code.value;
            }
        }
        const auto it = std::ranges::find(plan.communities, StreetCode(west), &Community::street);
        community = it->code.value;
    }
};

/// A plan folder as the console and the command use it.
struct City
{
    std::shared_ptr<const Plan> plan;
    PlaceIndex index;
    std::shared_ptr<const PlaceShapes> shapes;

    explicit City(const std::filesystem::path& dir)
        : plan(std::make_shared<const Plan>(std::move(loadPlan(dir).value().plan))), index(plan),
          shapes(std::make_shared<const PlaceShapes>(loadPlaceShapes(dir, *plan).value()))
    {
        index.setShapes(shapes);
    }
    [[nodiscard]] Place placeAt(Wgs84 point) const { return index.placeAt(point); }
};

} // namespace

class tst_PlaceShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedPlanHasNoneAndNoneIsMade()
    {
        const auto plan = shippedPlan();
        const auto shapes = loadPlaceShapes(shippedDir(), *plan);
        QVERIFY(shapes.has_value());
        QVERIFY(shapes->empty());
        QVERIFY(shapes->streetAt({114.3346, 30.5806}) == nullptr);
        const Place plain = PlaceIndex(plan).placeAt({114.3346, 30.5806});
        const Place place = byOutlines(plain, *plan, *shapes);
        QCOMPARE(place, plain); // the nearest seat, as ever
        QVERIFY(place.community.empty() && !isByOutline(place, *shapes));
    }

    void aPointIsWhoseOutlineHasIt()
    {
        const Codes codes(*shippedPlan());
        const PlanCopy copy;
        copy.write(
            kStreets,
            collection({feature(codes.east, square(kEast)), feature(codes.west, square(kWest))}));
        copy.write(
            kCommunities,
            collection({feature(codes.community, square({114.31, 30.56, 114.32, 30.57}))}));
        const City city(copy.dir());
        QCOMPARE(city.shapes->streets().size(), 2U);
        QCOMPARE(city.placeAt({114.33, 30.58}).street.value, codes.west);
        QCOMPARE(city.placeAt({114.34, 30.58}).street.value, codes.east);
        QVERIFY(!city.placeAt({114.34, 30.58}).isApproximate);
        const Place inner = city.placeAt({114.315, 30.565});
        QCOMPARE(inner.street.value, codes.west);
        QCOMPARE(inner.community.value, codes.community);
        QVERIFY(city.placeAt({114.33, 30.58}).community.empty());
        // Elsewhere the nearest seat, as ever.
        const PlaceIndex plain(shippedPlan());
        QCOMPARE(city.placeAt({114.2075, 30.6070}), plain.placeAt({114.2075, 30.6070}));
    }

    void aSharedBorderBelongsToExactlyOne()
    {
        const Codes codes(*shippedPlan());
        const PlaceShapes shapes(
            {{StreetCode(codes.west), {}, {{Polygon{{ring(kWest)}}}}},
             {StreetCode(codes.east), {}, {{Polygon{{ring(kEast)}}}}}},
            {});
        for (int i = 0; i < 100; ++i) {
            const Wgs84 on{kBorder, 30.55 + i * 0.0005};
            QVERIFY(shapes.streetAt(on) != nullptr);
            QCOMPARE(shapes.streetAt(on)->code.value, codes.east);
        }
        QVERIFY(shapes.streetAt({114.29, 30.58}) == nullptr);
        QVERIFY(shapes.streetAt({std::nan(""), 30.58}) == nullptr);
    }

    void aCommunityTellsItsStreet()
    {
        const Codes codes(*shippedPlan());
        const PlanCopy copy;
        copy.write(kCommunities, collection({feature(codes.community, square(kWest))}));
        const Place place = City(copy.dir()).placeAt({114.33, 30.58});
        QCOMPARE(place.community.value, codes.community);
        QCOMPARE(place.street.value, codes.west);
    }

    void aSeatIsAPoint()
    {
        const Codes codes(*shippedPlan());
        const PlanCopy copy;
        copy.write(kStreets, collection({feature(codes.west, point(114.31, 30.57))}));
        copy.write(kCommunities, collection({feature(codes.community, point(114.3101, 30.5701))}));
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(loaded.has_value());
        const Street* street = loaded->plan.street(StreetCode(codes.west));
        QVERIFY(street->seat.has_value());
        QCOMPARE(street->seat->lon, 114.31);
        const auto shapes = loadPlaceShapes(copy.dir(), loaded->plan);
        QVERIFY(shapes.has_value());
        QCOMPARE(shapes->communities().front().seat->lat, 30.5701);
        QVERIFY(shapes->communityAt({114.3101, 30.5701}) == nullptr); // a seat is no outline
    }

    void aCommunityIsFoundWithItsSeat()
    {
        const auto plan = shippedPlan();
        const Codes codes(*plan);
        const Community& community =
            *std::ranges::find(plan->communities, CommunityCode(codes.community), &Community::code);
        const PlaceFinder finder(plan);
        const auto match = [&finder, &community] {
            const auto found = finder.find(community.name.zh, 50);
            const auto it = std::ranges::find(
                found, community.code, [](const PlaceMatch& one) { return one.place.community; });
            return it == found.end() ? std::nullopt : std::optional<PlaceMatch>(*it);
        };
        QVERIFY(match().has_value());
        QVERIFY(!match()->place.point); // none is made up
        finder.setShapes(std::make_shared<const PlaceShapes>(
            std::vector<StreetShape>{},
            std::vector<CommunityShape>{{community.code, Wgs84{114.3101, 30.5701}, {}}}));
        QVERIFY(match() && match()->place.point);
        QCOMPARE(match()->place.point->lat, 30.5701);
        finder.setPlan(plan); // another plan comes into force: the seats stay
        QVERIFY(match() && match()->place.point);
    }

    void whatIsWrongIsNamed_data()
    {
        const Codes codes(*shippedPlan());
        const auto known = [&](const std::string& geometry) {
            return collection({feature(codes.west, geometry)});
        };
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("a street the plan does not have")
            << collection({feature("999", square(kWest))}) << QStringLiteral("has no \"999\"");
        QTest::newRow("no code") << QByteArray(
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
            + QByteArray::fromStdString(square(kWest)) + "}]}")
                                 << QStringLiteral("code");
        QTest::newRow("two outlines")
            << collection({feature(codes.west, square(kWest)), feature(codes.west, square(kEast))})
            << QStringLiteral("two outlines");
        QTest::newRow("two seats") << collection(
            {feature(codes.west, point(114.31, 30.57)), feature(codes.west, point(114.32, 30.57))})
                                   << QStringLiteral("two seats");
        QTest::newRow("it crosses itself") << known(
            R"({"type":"Polygon","coordinates":[[[114.3,30.5],[114.4,30.6],[114.4,30.5],[114.3,30.55],[114.3,30.5]]]})")
                                           << QStringLiteral("crosses itself");
        QTest::newRow("not closed") << known(
            R"({"type":"Polygon","coordinates":[[[114.3,30.5],[114.4,30.5],[114.4,30.6],[114.3,30.6]]]})")
                                    << QStringLiteral("not closed");
        QTest::newRow("latitude first") << known(point(30.57, 114.31)) << QStringLiteral("Point");
        QTest::newRow("another city")
            << known(square({116.3, 39.9, 116.4, 40.0})) << QStringLiteral("far outside the plan");
        QTest::newRow("a seat in another city")
            << known(point(116.3, 39.9)) << QStringLiteral("far outside the plan");
        QTest::newRow("a line") << known(
            R"({"type":"LineString","coordinates":[[114.3,30.5],[114.4,30.5]]})")
                                << QStringLiteral("not a Point, Polygon");
        QTest::newRow("not JSON") << QByteArray("{\"type\":") << QStringLiteral("JSON");
        QTest::newRow("no collection")
            << QByteArray(R"({"type":"Point","coordinates":[1,2]})") << QStringLiteral("Feature");
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const PlanCopy copy;
        copy.write(kStreets, text);
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(!loaded.has_value());
        const auto& faults = loaded.error().faults;
        const auto it = std::ranges::find(faults, kStreets.toStdString(), &Fault::file);
        QVERIFY2(it != faults.end(), qPrintable(described(faults)));
        QVERIFY2(
            QString::fromStdString(it->message).contains(message), qPrintable(described(faults)));
        QVERIFY(!it->messageZh.empty());
        if (text.contains("Feature\"")) {
            QVERIFY2(!it->feature.empty(), qPrintable(described(faults)));
        }
    }

    void streetsCsvAndTheFileMustAgree()
    {
        const auto plan = shippedPlan();
        const auto seated = std::ranges::find_if(
            plan->streets, [](const Street& street) { return street.seat.has_value(); });
        const PlanCopy copy;
        copy.write(
            kStreets,
            collection(
                {feature(seated->code.value, point(seated->seat->lon + 0.01, seated->seat->lat))}));
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(!loaded.has_value());
        QCOMPARE(loaded.error().faults.front().feature, seated->code.value);
        copy.write(
            kStreets,
            collection({feature(seated->code.value, point(seated->seat->lon, seated->seat->lat))}));
        QVERIFY(loadPlan(copy.dir()).has_value());
    }

    // As many as the city has; looked up one by one this would take minutes.
    void thousandsAreFound()
    {
        const auto plan = shippedPlan();
        std::vector<CommunityShape> shapes;
        constexpr int kSide = 60;
        for (std::size_t i = 0; i < plan->communities.size(); ++i) {
            const double west = 113.7 + 0.02 * static_cast<double>(i % kSide);
            const double south = 30.0 + 0.02 * static_cast<double>(i / kSide);
            shapes.push_back(
                {plan->communities[i].code,
                 {},
                 {{Polygon{{ring({west, south, west + 0.02, south + 0.02})}}}}});
        }
        const PlaceShapes all({}, std::move(shapes));
        int found = 0;
        for (int i = 0; i < 20'000; ++i) {
            found += all.communityAt({113.7 + i * 0.00005, 30.0 + i * 0.00005}) != nullptr ? 1 : 0;
        }
        QVERIFY(found > 15'000);
    }

private:
    static Ring ring(const Box& b)
    {
        return {
            {b.west, b.south},
            {b.east, b.south},
            {b.east, b.north},
            {b.west, b.north},
            {b.west, b.south}};
    }
};

QTEST_APPLESS_MAIN(tst_PlaceShapes)
#include "tst_PlaceShapes.moc"
