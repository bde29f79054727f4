// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A click on the ground: who is responsible there; copy, narrow the board, measure; all by mouse and by key.
#include "data/plan/PlaceShapes.h"
#include "maps/view/MapPanel.h"
#include "tests/gui/PageRoom.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/ground/GroundMarks.h"
#include "widgets/ground/Measure.h"
#include "widgets/ground/PlaceCard.h"
#include "widgets/models/BoardModel.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PlaceActs.h"
#include "widgets/shell/ViewActs.h"
#include "widgets/watch/AreaCard.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QMenu>
#include <QQuickWidget>
#include <QSignalSpy>

#include <array>
#include <numbers>

using namespace sz;
using namespace sz::widgets;

namespace {

constexpr Wgs84 kPoint{114.3346, 30.5806};

} // namespace

class tst_PlaceCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }
    void init() { QSettings().clear(); }
    void aClickAsks_data() { test::languageRows(); }
    void aClickAsks();
    void theKeyAsks();
    void outsideTheCity();
    void coordinatesAreCopied();
    void thePlaneIsThatOfThePlace();
    void anOutlineNamesStreetAndCommunity_data() { test::languageRows(); }
    void anOutlineNamesStreetAndCommunity();
    void theBoardIsNarrowed();
    void incidentsHereOpen();
    void whatLiesNear();
    void aFileOfCellsNamesTheCell();
    void measuring();
    void lengthsAndAreas();
    void theFactsOfTenThousandComeAtOnce();
    void whoWasPutInChargeIsNamed();

private:
    static PlaceActs& acts(const test::PageRoom& room) { return room.page().seat().places(); }
    static bool settle(const test::PageRoom& room)
    {
        return test::waitFor([&] { return room.page().isComplete(); });
    }
    static void click(const test::PageRoom& room, QPoint at)
    {
        auto* target = room.page().mapArea().panel().findChild<QQuickWidget*>();
        QTest::mouseClick(target, Qt::LeftButton, {}, at);
    }
    static IncidentId report(test::PageRoom& room, Wgs84 at, const char* title)
    {
        model::ReportIncident report = test::plainReport(title, plan::Grade::III, 1);
        report.place.point = at;
        report.place.isApproximate = false;
        report.place.area = room.index.areaAt(at);
        report.receivedAt = room.clock.now();
        return room.perform({}, report);
    }
    QTemporaryDir m_settings;
};

void tst_PlaceCard::aClickAsks()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    maps::MapPanel& panel = room.page().mapArea().panel();
    const QPoint at = panel.toView(kPoint);
    click(room, at);
    UNTIL(acts(room).isOpen());
    PlaceCard& card = acts(room).card();
    QVERIFY(card.isVisible());
    const PlaceFacts& facts = card.facts();
    const plan::Plan& plan = room.desk->plan();
    const int area = room.index.areaAt(panel.toGround(at));
    QCOMPARE(facts.place.area, area);
    QVERIFY(facts.title.startsWith(QString::number(area)));
    QCOMPARE(facts.who.size(), 5U); // zone, area, district, street, community
    QCOMPARE(facts.who[2].label, isChinese ? QStringLiteral("区值班") : QStringLiteral("District"));
    const auto duties = plan::dutiesOf(plan, plan.area(area)->district, room.clock.now());
    QVERIFY(!duties.empty());
    QCOMPARE(
        facts.who[2].text,
        QString::fromStdString(isChinese ? duties.front().holderZh : duties.front().holderEn));
    QVERIFY(!facts.who[2].phone.isEmpty());
    QVERIFY(!room.find<AreaCard>("areaCard")->isVisible()); // it says nothing the place does not
    QVERIFY(room.page().mapArea().rect().contains(card.geometry()));
    card.setFocus();
    room.key(Qt::Key_Escape);
    QVERIFY(!card.isVisible());
    QVERIFY(!acts(room).isOpen());
    QVERIFY(room.find<AreaCard>("areaCard")->isVisible());
}

void tst_PlaceCard::theKeyAsks()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    const IncidentId id = report(room, kPoint, "塌陷");
    room.page().select(id);
    room.key(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(acts(room).isOpen());
    QCOMPARE(acts(room).marks().place(), std::optional(kPoint)); // the selected incident's
    QCOMPARE(room.focused(), QStringLiteral("placeCard"));
    const QSignalSpy dialled(&acts(room), &PlaceActs::dialRequested);
    room.key(Qt::Key_Down);
    room.key(Qt::Key_Return);
    QCOMPARE(dialled.size(), 1);
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
}

void tst_PlaceCard::outsideTheCity()
{
    test::PageRoom room;
    QVERIFY(room.show());
    acts(room).show({100.0, 20.0});
    const PlaceFacts& facts = acts(room).card().facts();
    QCOMPARE(facts.title, QStringLiteral("Outside the city's areas"));
    QVERIFY(facts.who.empty());
    QVERIFY(!facts.near.empty());
}

void tst_PlaceCard::coordinatesAreCopied()
{
    test::PageRoom room;
    QVERIFY(room.show());
    acts(room).show(kPoint);
    room.key(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    auto& menu = *room.find<QMenu>("copyPlaceMenu");
    QVERIFY(menu.isVisible());
    const std::array expected{"wgs84", "gcj02", "bd09", "gk38"};
    QCOMPARE(menu.actions().size(), static_cast<qsizetype>(expected.size()));
    for (qsizetype i = 0; i < menu.actions().size(); ++i) {
        menu.actions().at(i)->trigger();
        const QStringList numbers = QApplication::clipboard()->text().split(QStringLiteral(", "));
        QCOMPARE(numbers.size(), 2);
        const auto back = geo::toWgs84(
            {numbers[0].toDouble(), numbers[1].toDouble()},
            *geo::systemFrom(expected.at(static_cast<std::size_t>(i))));
        QVERIFY(back);
        QVERIFY(distanceMetres(*back, kPoint) < 0.2);
    }
    menu.close();
}

// Wuhan has zone 38; a place further east is in another.
void tst_PlaceCard::thePlaneIsThatOfThePlace()
{
    test::PageRoom room;
    QVERIFY(room.show());
    const auto& menu = *room.find<QMenu>("copyPlaceMenu");
    const auto last = [&menu] { return menu.actions().back(); };
    acts(room).show(kPoint);
    QVERIFY2(last()->text().contains(u"zone 38 (meridian 114°)"), qPrintable(last()->text()));
    constexpr Wgs84 kEast{116.2, 30.5};
    acts(room).show(kEast);
    QVERIFY2(last()->text().contains(u"zone 39 (meridian 117°)"), qPrintable(last()->text()));
    last()->trigger();
    const QStringList numbers = QApplication::clipboard()->text().split(QStringLiteral(", "));
    QVERIFY2(numbers[0].startsWith(u"39"), qPrintable(numbers[0])); // the easting begins with it
    const auto back =
        geo::toWgs84({numbers[0].toDouble(), numbers[1].toDouble()}, *geo::systemFrom("gk39"));
    QVERIFY(back && distanceMetres(*back, kEast) < 0.2);
    acts(room).show({-0.1, 51.5});
    QVERIFY(!last()->isVisible()); // the system ends at 73.5° E
}

void tst_PlaceCard::anOutlineNamesStreetAndCommunity()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    const plan::Community& community = room.plan->communities.front();
    const auto square = [](double west, double east) {
        return MultiPolygon{
            {Polygon{{{{west, 30.5}, {east, 30.5}, {east, 30.7}, {west, 30.7}, {west, 30.5}}}}}};
    };
    QVERIFY(room.show());
    room.page().seat().layers().setShapes(std::make_shared<const plan::PlaceShapes>(
        std::vector<plan::StreetShape>{{community.street, {}, square(114.2, 114.4)}},
        std::vector<plan::CommunityShape>{{community.code, {}, square(114.33, 114.34)}}));
    acts(room).show(kPoint);
    const auto word = [isChinese](const plan::Name& name) {
        return QString::fromStdString(isChinese ? name.zh : name.en);
    };
    const auto& who = acts(room).card().facts().who;
    QCOMPARE(who[3].text, word(room.plan->street(community.street)->name)); // nothing about a seat
    QCOMPARE(who[4].text, word(community.name));
    acts(room).show({114.35, 30.5806});
    QCOMPARE(who[3].text, word(room.plan->street(community.street)->name));
    QCOMPARE(
        who[4].text, isChinese ? QStringLiteral("不在预案已有的社区边界内")
                               : QStringLiteral("in none of the outlines the plan has"));
    acts(room).show({114.15, 30.62}); // beyond: as without outlines
    QVERIFY(!who[3].text.contains(word(room.plan->street(community.street)->name)));
}

void tst_PlaceCard::theBoardIsNarrowed()
{
    test::PageRoom room;
    QVERIFY(room.show());
    report(room, kPoint, "近处");
    report(room, {kPoint.lon + 0.003, kPoint.lat}, "三百米外"); // 287 m
    report(room, {kPoint.lon + 0.02, kPoint.lat}, "两公里外");
    QVERIFY(room.report(1)); // by its area alone
    QCOMPARE(room.board().model()->rowCount(), 4);
    acts(room).show(kPoint);
    QCOMPARE(acts(room).card().facts().openNear, 2);
    room.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(room.board().model()->rowCount(), 2);
    report(room, {kPoint.lon, kPoint.lat + 0.001}, "后来的");
    UNTIL_EQUAL(room.board().model()->rowCount(), 3);
    QVERIFY(room.page().seat().views().filterText().startsWith(QStringLiteral("500m@114.33")));
    room.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(room.board().model()->rowCount(), 5);
    room.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    acts(room).close(); // takes its filter with it
    QCOMPARE(room.board().model()->rowCount(), 5);
}

void tst_PlaceCard::incidentsHereOpen()
{
    test::PageRoom room;
    QVERIFY(room.show());
    const IncidentId near = report(room, {kPoint.lon + 0.001, kPoint.lat}, "近处");
    acts(room).show(kPoint);
    QCOMPARE(acts(room).card().facts().incidents.size(), 1U);
    QCOMPARE(acts(room).card().facts().incidents.front().incident, near);
    QVERIFY(acts(room).card().text().contains(QStringLiteral("近处")));
    report(room, kPoint, "新来的");
    UNTIL_EQUAL(acts(room).card().facts().openNear, 2); // it is told while the card is open
}

void tst_PlaceCard::whatLiesNear()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("h.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,lon,lat,phone\n近处测试医院,114.3356,30.5806,8-9999\n");
    file.close();
    test::PageRoom room;
    QVERIFY(room.show());
    acts(room).show(kPoint);
    QCOMPARE(acts(room).card().facts().near.size(), 3U); // the plan's key places
    room.page().seat().layers().addFile(file.fileName(), QStringLiteral("医院"), {});
    UNTIL(room.page().seat().layers().isSettled());
    QCOMPARE(acts(room).card().facts().near.front().text, QStringLiteral("近处测试医院"));
    QCOMPARE(acts(room).card().facts().near.front().phone, QStringLiteral("8-9999"));
    QCOMPARE(acts(room).card().facts().near.front().label, QStringLiteral("96 m"));
}

void tst_PlaceCard::aFileOfCellsNamesTheCell()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("grid.geojson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"网格0412"},
        "geometry":{"type":"Polygon","coordinates":[[[114.33,30.57],[114.34,30.57],[114.34,30.59],[114.33,30.59],[114.33,30.57]]]}}]})");
    file.close();
    test::PageRoom room;
    QVERIFY(room.show());
    room.page().seat().layers().addFile(file.fileName(), QStringLiteral("网格"), {});
    UNTIL(room.page().seat().layers().isSettled());
    acts(room).show(kPoint);
    QCOMPARE(acts(room).card().facts().who.back().text, QStringLiteral("网格: 网格0412"));
    acts(room).show({114.2, 30.6});
    QVERIFY(!acts(room).card().text().contains(QStringLiteral("网格0412")));
}

void tst_PlaceCard::measuring()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    room.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(acts(room).isMeasuring());
    maps::MapPanel& panel = room.page().mapArea().panel();
    const std::array corners{QPoint(200, 200), QPoint(400, 200), QPoint(400, 420)};
    std::size_t count = 0;
    for (const QPoint corner : corners) {
        click(room, corner);
        ++count;
        UNTIL(acts(room).marks().path().size() == count);
        QTest::qWait(QApplication::doubleClickInterval() + 50); // three clicks, no double one
    }
    QVERIFY(!acts(room).isOpen()); // no card while measuring
    std::vector<Wgs84> ground;
    for (const QPoint corner : corners) {
        ground.push_back(panel.toGround(corner));
    }
    QVERIFY(acts(room).marks().measured().startsWith(lengthText(lengthMetres(ground))));
    QVERIFY(acts(room).marks().measured().contains(squareText(areaSquareMetres(ground))));
    room.key(Qt::Key_Backspace);
    QCOMPARE(acts(room).marks().path().size(), 2U);
    room.key(Qt::Key_Return);
    QVERIFY(!acts(room).isMeasuring());
    QCOMPARE(acts(room).marks().path().size(), 2U); // the result stands
    room.key(Qt::Key_Escape);
    QVERIFY(acts(room).marks().path().empty());
}

void tst_PlaceCard::lengthsAndAreas()
{
    // one degree of latitude on the mean sphere
    QVERIFY(std::abs(lengthMetres({{114, 30}, {114, 31}}) - 111'195.08) < 0.1);
    // a cell of 0.01°: R² Δλ (sin φ2 − sin φ1)
    const double d = 0.01 * std::numbers::pi / 180;
    const double exact =
        6'371'008.8 * 6'371'008.8 * d
        * (std::sin(30.01 * std::numbers::pi / 180) - std::sin(30 * std::numbers::pi / 180));
    const std::vector<Wgs84> cell{{114, 30}, {114.01, 30}, {114.01, 30.01}, {114, 30.01}};
    QVERIFY(std::abs(areaSquareMetres(cell) / exact - 1) < 1e-6);
    const std::vector<Wgs84> turned(cell.rbegin(), cell.rend());
    QVERIFY(std::abs(areaSquareMetres(turned) - areaSquareMetres(cell)) < 1e-3);
    QCOMPARE(areaSquareMetres({{114, 30}, {115, 30}}), 0.0);
    QCOMPARE(lengthMetres({}), 0.0);
}

// At a district's desk, too: it is told to everybody, so it is not "by the plan".
void tst_PlaceCard::whoWasPutInChargeIsNamed()
{
    test::PageRoom room;
    const Instant now = room.clock.now();
    const std::map<IncidentId, model::IncidentPtr> incidents;
    const std::vector<NearPlace> places;
    model::ShiftState acts;
    const auto leader = [&] {
        const PlaceFacts facts = placeFacts(
            {room.desk->plan(), room.index, kPoint, now, incidents, places, 500, &acts,
             UnitCode("D02")});
        return facts.who.at(1).text; // zone, area, district
    };
    QVERIFY2(leader().contains(QStringLiteral("by the plan")), qPrintable(leader()));
    const int number = room.index.areaAt(kPoint);
    const plan::Area* area = room.desk->plan().area(number);
    QVERIFY(area != nullptr);
    acts.charges[area->unit].push_back(
        {{area->unit,
          model::answeringPost(room.desk->plan(), area->unit),
          {},
          "Wang Wei",
          "",
          now - Minutes(5),
          {}},
         {}});
    QCOMPARE(leader(), QStringLiteral("Wang Wei"));
}

void tst_PlaceCard::theFactsOfTenThousandComeAtOnce()
{
    test::PageRoom room;
    std::map<IncidentId, model::IncidentPtr> incidents;
    for (int i = 0; i < 10'000; ++i) {
        auto incident = std::make_shared<model::Incident>();
        incident->id = IncidentId("I" + std::to_string(i));
        incident->place.point = Wgs84{114.0 + i * 0.00005, 30.58};
        incidents.emplace(incident->id, incident);
    }
    std::vector<NearPlace> places(20'000, {QStringLiteral("x"), {114.5, 30.5}});
    QElapsedTimer timer;
    timer.start();
    const PlaceFacts facts =
        placeFacts({room.desk->plan(), room.index, kPoint, room.clock.now(), incidents, places});
    const qint64 took = timer.elapsed();
    qInfo("%lld ms", static_cast<long long>(took));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY(took <= 100); // who is responsible here, now
#endif
    QCOMPARE(facts.incidents.size(), PlaceFacts::kMostIncidents);
    QVERIFY(facts.openNear > 100);
}

QTEST_MAIN(tst_PlaceCard)
#include "tst_PlaceCard.moc"
