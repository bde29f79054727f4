// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+G: layers on and off, how strongly, files added and taken away; all of it comes back with the seat.
#include "data/plan/PlaceShapes.h"
#include "data/roads/RoadFile.h"
#include "maps/overlay/Overlays.h"
#include "maps/view/MapPanel.h"
#include "tests/gui/PageRoom.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/ground/CoverageShapes.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/ground/LayerFile.h"
#include "widgets/ground/LayerImport.h"
#include "widgets/ground/LayerRow.h"
#include "widgets/ground/LayerWords.h"
#include "widgets/ground/PlaceCard.h"
#include "widgets/shell/Coverage.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PlaceActs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTimeZone>

using namespace sz;
using namespace sz::widgets;

class tst_LayerPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void outlinesOfThePlan_data() { test::languageRows(); }
    void outlinesOfThePlan();
    void aPlanWithoutOutlinesSaysSo();
    void theKeyOpensAndCloses_data() { test::languageRows(); }
    void theKeyOpensAndCloses();
    void aLayerGoesAndComesBack();
    void opacityByKeys();
    void theSeatRemembers();
    void aFileIsAddedByKeys_data() { test::languageRows(); }
    void aFileIsAddedByKeys();
    void theAddKeyWorksFromEverywhere();
    void aShiftedFileIsSaidToBe();
    void aBadFileAddsNothing();
    void aDroppedFileIsOffered();
    void aFileIsTakenAway();
    void aFileThatIsGoneIsTold();
    void whatIsImportedIsFound();
    void theLiveLayersFollow();
    void nothingIsUnderThePanel_data();
    void nothingIsUnderThePanel();
    void aLargeFileIsNotHeld();
    void drillsAreALayer();
    void howFarHelpComesInTime();
    void byRoadARiverCutsTheRing_data() { test::languageRows(); }
    void byRoadARiverCutsTheRing();
    void roadsThatCannotBeUsedAreNamed_data() { test::languageRows(); }
    void roadsThatCannotBeUsedAreNamed();
    void farFromARoadItIsACircle();
    void thePlaceCardKnowsTheWay();
    void violetIsADrill();
    void planesAreThoseOfTheCity();
    void aWarningEnds_data() { test::languageRows(); }
    void aWarningEnds();
    void anExerciseIsNoWarning();

private:
    /// A warning round the middle of the city, Severe.
    [[nodiscard]] QString writeWarning(const char* status, const char* type, Instant expires) const
    {
        const QByteArray until =
            QDateTime::fromMSecsSinceEpoch(toUtcMs(expires), QTimeZone(8 * 3600))
                .toString(Qt::ISODate)
                .toUtf8();
        return write(
            "warning.xml",
            QByteArray("<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><status>") + status
                + "</status><msgType>" + type
                + "</msgType><info><event>暴雨</event><severity>Severe</severity><expires>" + until
                + "</expires><area><areaDesc>城区</areaDesc><circle>30.58,114.30 6</circle></area>"
                  "</info></alert>");
    }
    static QString noteOf(const test::PageRoom& room)
    {
        const QString id = acts(room).book().files().front().id;
        return acts(room).panel().row(id)->findChild<ElidedLabel*>()->text();
    }
    static const maps::OverlayStyle& warning(const test::PageRoom& room)
    {
        return overlays(room)->list.front().style;
    }
    [[nodiscard]] QString write(const char* name, const QByteArray& content) const
    {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }
    [[nodiscard]] QString hospitals() const
    {
        return write(
            "hospitals.csv",
            "name,lon,lat,phone\n东湖测试医院,114.36,30.55,8-9999\n汉口测试医院,114.27,30.60,\n");
    }
    /// Two roads along the banks of a river, 1.5 km apart, 12 km long; with a bridge between them if it is to be.
    static roads::RoadNet banks(Wgs84 south, bool hasBridge)
    {
        const auto at = [south](double east, double north) {
            return Wgs84{south.lon + east / 95'700, south.lat + north / 111'195};
        };
        roads::RoadNet net;
        net.points = {at(-6000, 0),    at(0, 0),    at(6000, 0),
                      at(-6000, 1500), at(0, 1500), at(6000, 1500)};
        net.stretches = {{0, 1, 60}, {1, 2, 60}, {3, 4, 60}, {4, 5, 60}};
        if (hasBridge) {
            net.stretches.push_back({1, 4, 60, false, false});
        }
        net.facts.name = "两岸";
        net.facts.source = "banks.osm.pbf";
        net.facts.dated = fromUtcMs(1'790'000'000'000); // 2026-09-21
        net.facts.built = fromUtcMs(1'795'000'000'000);
        return net;
    }
    [[nodiscard]] std::filesystem::path roadsFile(const char* name = "city.roads") const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    void writeBanks(Wgs84 south, bool hasBridge) const
    {
        if (!roads::writeRoads(banks(south, hasBridge), roadsFile())) {
            qFatal("cannot write roads");
        }
    }
    /// A station in the middle of a small area, and the layer on.
    Wgs84 placeStation(const test::PageRoom& room, double north = 0) const
    {
        const auto& areas = room.desk->plan().areas;
        const auto inner =
            std::ranges::find_if(areas, [](const plan::Area& a) { return a.km2 < 100; });
        const Wgs84 at = inner->label;
        const QString sheet = QStringLiteral("name,lon,lat\n队站,%1,%2\n")
                                  .arg(at.lon, 0, 'f', 7)
                                  .arg(at.lat + north / 111'195, 0, 'f', 7);
        acts(room).addFile(write("stations.csv", sheet.toUtf8()), QStringLiteral("Stations"), {});
        acts(room).setState(layerId(OwnLayer::Coverage), {true, 100});
        return at;
    }
    static bool isCovered(const test::PageRoom& room, Wgs84 from, double east, double north)
    {
        const auto all = overlays(room);
        if (all == nullptr) {
            return false;
        }
        const auto rings =
            std::ranges::find(all->list, std::string("coverage"), &maps::Overlay::id);
        const Wgs84 at{from.lon + east / 95'700, from.lat + north / 111'195};
        return rings != all->list.end() && !rings->shapes->at(maps::toMercator(at), 0).empty();
    }
    static QString coverageNoteOf(const test::PageRoom& room)
    {
        return noteOf(*acts(room).panel().row(layerId(OwnLayer::Coverage)));
    }
    static LayerActs& acts(const test::PageRoom& room) { return room.page().seat().layers(); }
    static QString noteOf(const LayerRow& row) { return row.findChild<ElidedLabel*>()->text(); }
    static bool settle(const test::PageRoom& room)
    {
        return test::waitFor([&] { return room.page().isComplete(); });
    }
    static QImage picture(const test::PageRoom& room)
    {
        QTest::qWait(60);
        return room.page().mapArea().panel().grab().toImage();
    }
    static std::shared_ptr<const maps::Overlays> overlays(const test::PageRoom& room)
    {
        return room.page().mapArea().panel().overlays();
    }
    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_LayerPanel::theKeyOpensAndCloses()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    QVERIFY(!acts(room).isOpen());
    QCOMPARE(overlays(room), nullptr); // nothing is different for who never opens it
    room.key(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(acts(room).isOpen());
    QCOMPARE(acts(room).panel().rowCount(), kOwnLayers);
    QCOMPARE(room.focused(), QStringLiteral("incidentsBox"));
    auto& box = *room.find<QCheckBox>("key-placesBox");
    QCOMPARE(box.text(), isChinese ? QStringLiteral("重点场所") : QStringLiteral("Key places"));
    // every control has a name and stands within the panel
    for (const QCheckBox* one : acts(room).panel().findChildren<QCheckBox*>()) {
        QVERIFY(!one->accessibleName().isEmpty());
    }
    QVERIFY(room.page().mapArea().rect().contains(acts(room).panel().geometry()));
    room.key(Qt::Key_Escape);
    QVERIFY(!acts(room).isOpen());
    QCOMPARE(room.focused(), QStringLiteral("mapPanel"));
    auto& button = *room.find<QAbstractButton>("layersButton");
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(acts(room).isOpen());
}

// Streets and communities whose outlines the plan's own files have: two layers, off until wanted.
void tst_LayerPanel::outlinesOfThePlan()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    const plan::Community& community = room.plan->communities.front();
    const auto square = [](double west, double east) {
        return MultiPolygon{
            {Polygon{{{{west, 30.5}, {east, 30.5}, {east, 30.7}, {west, 30.7}, {west, 30.5}}}}}};
    };
    QVERIFY(room.show());
    acts(room).setShapes(std::make_shared<const plan::PlaceShapes>(
        std::vector<plan::StreetShape>{{community.street, {}, square(114.2, 114.4)}},
        std::vector<plan::CommunityShape>{
            {community.code, Wgs84{114.25, 30.6}, square(114.2, 114.3)}}));
    UNTIL(settle(room) && acts(room).isSettled());
    QCOMPARE(overlays(room), nullptr);
    room.key(Qt::Key_G, Qt::ControlModifier);
    LayerRow* streets = acts(room).panel().row(layerId(OwnLayer::Streets));
    LayerRow* communities = acts(room).panel().row(layerId(OwnLayer::Communities));
    QVERIFY(streets != nullptr && communities != nullptr);
    QCOMPARE(streets->box().text(), isChinese ? QStringLiteral("街道") : QStringLiteral("Streets"));
    QVERIFY(!streets->box().isChecked());
    QVERIFY2(
        noteOf(*streets).contains(u"193") && noteOf(*streets).contains(u"1"),
        qPrintable(noteOf(*streets)));
    streets->box().setFocus();
    room.key(Qt::Key_Space);
    UNTIL(overlays(room) != nullptr && overlays(room)->list.size() == 1);
    const maps::Overlay& outline = overlays(room)->list.front();
    QCOMPARE(outline.id, std::string("streets"));
    QVERIFY(!outline.shapes->at(maps::toMercator({114.35, 30.6}), 0).empty());
    QVERIFY(outline.shapes->at(maps::toMercator({114.45, 30.6}), 0).empty());
    acts(room).setState(layerId(OwnLayer::Communities), {true, 50});
    UNTIL(overlays(room)->list.size() == 2);
    const auto both = overlays(room);
    QCOMPARE(both->list.front().id, std::string("communities")); // under the streets
    QCOMPARE(both->list.front().opacity, 0.5);
    QCOMPARE(both->list.front().shapes->size(), 2U); // outline and seat
    QCOMPARE(both->names.size(), 1U);
    QCOMPARE(both->names.front().zh, QString::fromStdString(community.name.zh));
    QVERIFY(
        distanceMetres(maps::toWgs84(both->names.front().at), {114.25, 30.6}) < 1); // at its seat
}

void tst_LayerPanel::aPlanWithoutOutlinesSaysSo()
{
    test::PageRoom room(true);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    room.key(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(
        noteOf(*acts(room).panel().row(layerId(OwnLayer::Streets))),
        QStringLiteral("预案中没有街道边界（streets.geojson）"));
    QCOMPARE(
        noteOf(*acts(room).panel().row(layerId(OwnLayer::Communities))),
        QStringLiteral("预案中没有（communities.geojson）"));
    acts(room).setState(layerId(OwnLayer::Streets), {true, 100});
    acts(room).setState(layerId(OwnLayer::Communities), {true, 100});
    UNTIL(acts(room).isSettled());
    QCOMPARE(overlays(room), nullptr); // none is made up
}

void tst_LayerPanel::aLayerGoesAndComesBack()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    const QImage before = picture(room);
    room.key(Qt::Key_G, Qt::ControlModifier);
    auto& box = *room.find<QCheckBox>("areasBox");
    box.setFocus();
    room.key(Qt::Key_Space);
    QVERIFY(!box.isChecked());
    room.key(Qt::Key_Escape);
    QVERIFY(settle(room));
    QCOMPARE(overlays(room)->ground.areas, 0.0);
    const QImage without = picture(room);
    QVERIFY(without != before);
    box.click();
    QVERIFY(settle(room));
    QCOMPARE(overlays(room), nullptr);
    QCOMPARE(picture(room), before);
}

void tst_LayerPanel::opacityByKeys()
{
    test::PageRoom room;
    QVERIFY(room.show());
    room.key(Qt::Key_G, Qt::ControlModifier);
    auto& slider = *room.find<QSlider>("key-placesSlider");
    QVERIFY(!slider.isEnabled());
    room.find<QCheckBox>("key-placesBox")->click();
    QVERIFY(slider.isEnabled());
    slider.setFocus();
    room.key(Qt::Key_PageDown);
    room.key(Qt::Key_PageDown);
    QCOMPARE(slider.value(), 60);
    QVERIFY(settle(room));
    QCOMPARE(overlays(room)->list.size(), 1U);
    QCOMPARE(overlays(room)->list.front().id, std::string("key-places"));
    QCOMPARE(overlays(room)->list.front().opacity, 0.6);
    for (int i = 0; i < 20; ++i) {
        room.key(Qt::Key_PageDown);
    }
    QCOMPARE(slider.value(), 10); // what is on can always be seen
}

void tst_LayerPanel::theSeatRemembers()
{
    {
        test::PageRoom room;
        QVERIFY(room.show());
        acts(room).setState(layerId(OwnLayer::Posts), {true, 70});
        acts(room).setState(layerId(OwnLayer::Zones), {false, 100});
        acts(room).addFile(hospitals(), QStringLiteral("医院"), QStringLiteral("gcj02"));
        UNTIL(acts(room).isSettled());
    }
    test::PageRoom room;
    QVERIFY(room.show());
    UNTIL(acts(room).isSettled());
    QCOMPARE(acts(room).book().state(OwnLayer::Posts), (LayerState{true, 70}));
    QVERIFY(!acts(room).book().state(OwnLayer::Zones).isOn);
    QVERIFY(acts(room).book().state(OwnLayer::Areas).isOn);
    QCOMPARE(acts(room).book().files().size(), 1U);
    QCOMPARE(acts(room).book().files().front().name, QStringLiteral("医院"));
    QCOMPARE(acts(room).places().size(), 2U);
    // from GCJ-02: some hundred metres from where the numbers would stand
    QVERIFY(distanceMetres(acts(room).places().front().at, {114.36, 30.55}) > 300);
}

void tst_LayerPanel::aFileIsAddedByKeys()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    acts(room).asker = [this](const std::function<void(QString)>& then) { then(hospitals()); };
    room.key(Qt::Key_G, Qt::ControlModifier);
    room.key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    LayerImport& import = acts(room).importing();
    QVERIFY(import.isVisible());
    UNTIL(!import.isReading());
    const QString content = import.findChild<QLabel*>(QStringLiteral("layerContent"))->text();
    QCOMPARE(
        content, isChinese ? QStringLiteral("CSV · 2 个点") : QStringLiteral("CSV · 2 points"));
    QCOMPARE(room.focused(), QStringLiteral("layerSystemBox"));
    room.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!import.isVisible());
    UNTIL(acts(room).isSettled());
    QCOMPARE(acts(room).panel().rowCount(), kOwnLayers + 1);
    QCOMPARE(overlays(room)->list.size(), 1U);
    QCOMPARE(overlays(room)->list.front().shapes->size(), 2U);
}

void tst_LayerPanel::aShiftedFileIsSaidToBe()
{
    // the plan's own streets, as a domestic web map would give them
    test::PageRoom room;
    QVERIFY(room.show());
    QByteArray csv = "name,lon,lat\n";
    for (const plan::Street& street : room.desk->plan().streets) {
        if (street.seat) {
            const geo::Pair p = geo::fromWgs84(*street.seat, *geo::systemFrom("gcj02"));
            csv += QByteArray::fromStdString(street.name.zh) + ','
                   + QByteArray::number(p.first, 'f', 6) + ','
                   + QByteArray::number(p.second, 'f', 6) + '\n';
        }
    }
    acts(room).offerFile(write("streets.csv", csv));
    LayerImport& import = acts(room).importing();
    UNTIL(!import.isReading());
    auto& as = *room.find<KeycapButton>("asShiftedButton");
    QVERIFY(as.isVisible());
    QVERIFY(import.findChild<QLabel*>(QStringLiteral("layerRemarks"))->text().contains(u"GCJ"));
    room.key(Qt::Key_S, Qt::AltModifier);
    UNTIL(!import.isReading());
    QCOMPARE(import.system(), QStringLiteral("gcj02"));
    QVERIFY(!as.isVisible());
    room.key(Qt::Key_Return, Qt::ControlModifier);
    UNTIL(acts(room).isSettled());
    QCOMPARE(acts(room).book().files().front().system, QStringLiteral("gcj02"));
}

void tst_LayerPanel::aBadFileAddsNothing()
{
    test::PageRoom room;
    QVERIFY(room.show());
    for (const QByteArray& content :
         {QByteArray(), QByteArray("{\"type\":"), QByteArray("a,b\n1,2\n"),
          QByteArray("<kml><Placemark>")}) {
        acts(room).offerFile(write("bad.geojson", content));
        LayerImport& import = acts(room).importing();
        UNTIL(!import.isReading());
        QVERIFY(!import.findChild<QLabel*>(QStringLiteral("layerRemarks"))->text().isEmpty());
        QVERIFY(!room.find<KeycapButton>("layerAddButton")->isEnabled());
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(import.isVisible());
        room.key(Qt::Key_Escape);
        QVERIFY(!import.isVisible());
    }
    QVERIFY(acts(room).book().files().empty());
}

void tst_LayerPanel::aDroppedFileIsOffered()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(hospitals())});
    maps::MapPanel& panel = room.page().mapArea().panel();
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&panel, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&panel, &drop);
    QVERIFY(acts(room).importing().isVisible());
}

void tst_LayerPanel::aFileIsTakenAway()
{
    test::PageRoom room;
    QVERIFY(room.show());
    acts(room).addFile(hospitals(), QStringLiteral("医院"), {});
    UNTIL(acts(room).isSettled());
    room.key(Qt::Key_G, Qt::ControlModifier);
    const QString id = acts(room).book().files().front().id;
    auto* remove =
        acts(room).panel().findChild<QAbstractButton*>(id + QStringLiteral("RemoveButton"));
    QVERIFY(remove->isVisible());
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(acts(room).book().files().empty());
    QVERIFY(acts(room).places().empty());
    UNTIL(acts(room).isSettled());
    QCOMPARE(acts(room).panel().rowCount(), kOwnLayers);
    QCOMPARE(overlays(room), nullptr);
}

void tst_LayerPanel::aFileThatIsGoneIsTold()
{
    test::PageRoom room;
    QVERIFY(room.show());
    acts(room).addFile(m_folder->filePath(QStringLiteral("gone.csv")), QStringLiteral("gone"), {});
    UNTIL(acts(room).isSettled());
    QVERIFY(acts(room).panel().rowCount() == kOwnLayers + 1);
    QCOMPARE(overlays(room), nullptr);
}

void tst_LayerPanel::whatIsImportedIsFound()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.finder.find("dhcsyy").empty());
    acts(room).addFile(hospitals(), QStringLiteral("医院"), {});
    UNTIL(acts(room).isSettled());
    const auto found = room.finder.find("dhcsyy");
    QVERIFY(!found.empty());
    QCOMPARE(found.front().name.zh, std::string("东湖测试医院"));
}

void tst_LayerPanel::theLiveLayersFollow()
{
    test::PageRoom room;
    QVERIFY(room.show());
    acts(room).setState(layerId(OwnLayer::Heat), {true, 100});
    UNTIL(acts(room).isSettled());
    QVERIFY(overlays(room)->heat != nullptr);
    QCOMPARE(overlays(room)->heat->points.size(), 0U);
    model::ReportIncident report = test::plainReport("水浸", plan::Grade::II, 3);
    report.place.point = Wgs84{114.3, 30.58};
    report.receivedAt = room.clock.now();
    QVERIFY(!room.perform({}, report).empty());
    UNTIL(overlays(room)->heat->points.size() == 1);
    QCOMPARE(overlays(room)->heat->points.front().weight, 3.0);
}

void tst_LayerPanel::nothingIsUnderThePanel_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isChinese");
    for (const bool isChinese : {false, true}) {
        const char* language = isChinese ? "zh_CN" : "en";
        QTest::addRow("a laptop %s", language) << QSize(1366, 768) << isChinese;
        QTest::addRow("a desk %s", language) << QSize(1920, 1080) << isChinese;
        QTest::addRow("the smallest %s", language) << QSize(1280, 720) << isChinese;
    }
}

void tst_LayerPanel::nothingIsUnderThePanel()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show(size));
    UNTIL(room.page().isComplete());
    acts(room).toggle();
    UNTIL(acts(room).isOpen());
    const QRect panel = acts(room).panel().geometry();
    QVERIFY(room.page().mapArea().rect().contains(panel));
    auto& base = *room.find<KeycapButton>("baseMapButton");
    base.show();
    room.page().mapArea().placeChildren();
    QCoreApplication::processEvents();
    QVERIFY2(
        !acts(room).panel().geometry().intersects(base.geometry()),
        qPrintable(QStringLiteral("panel from %1, button from %2 to %3")
                       .arg(acts(room).panel().x())
                       .arg(base.x())
                       .arg(base.geometry().right())));
    QVERIFY(acts(room).panel().width() >= 300);
    const auto* scroll = acts(room).panel().findChild<QScrollArea*>();
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0); // sliders and names end within it
}

// What the map shows of it is kept, some hundred bytes a point; the file and its words are the child's.
void tst_LayerPanel::aLargeFileIsNotHeld()
{
    const auto residentMb = [] {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly)) {
            return qint64{0};
        }
        const QByteArray all = status.readAll();
        const qsizetype at = all.indexOf("VmRSS:");
        return all.mid(at + 6, 20).simplified().split(' ').first().toLongLong() / 1024;
    };
    QString path = qEnvironmentVariable("SANZHEN_LARGE_LAYER"); // another file, for a look at it
    constexpr int kPoints = 250'000;
    if (path.isEmpty()) {
        QByteArray text = "{\"type\":\"FeatureCollection\",\"features\":[";
        for (int i = 0; i < kPoints; ++i) {
            text += (i == 0 ? "" : ",\n")
                    + QByteArray("{\"type\":\"Feature\",\"properties\":{\"name\":\"p")
                    + QByteArray::number(i) + "\",\"note\":\"" + QByteArray(150, 'x')
                    + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":["
                    + QByteArray::number(113.8 + 0.000002 * i, 'f', 6) + ",30.6]}}";
        }
        path = write("large.geojson", text + "]}");
    }
    const qint64 before = residentMb();
    QElapsedTimer timer;
    timer.start();
    const LayerFilePtr file = readLayerFile(path, {}, nullptr);
    const qint64 cost = residentMb() - before;
    qInfo(
        "%lld MB of file, %llu features: %lld MB resident, %lld ms",
        static_cast<long long>(QFileInfo(path).size() >> 20),
        static_cast<unsigned long long>(file->layer.good), static_cast<long long>(cost),
        static_cast<long long>(timer.elapsed()));
    QVERIFY(file->isUsable());
#if !defined(__SANITIZE_ADDRESS__)
    QVERIFY2(
        cost < QFileInfo(path).size() >> 20,
        qPrintable(QString::number(cost) + QStringLiteral(" MB")));
#endif
}

// Planned and running drills lie on the map where they are held, hatched and with the word; off and on like every other layer.
void tst_LayerPanel::drillsAreALayer()
{
    test::PageRoom room(true);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    const auto act = [&](const model::ShiftAct& what) {
        auto done = room.desk->performShift(what);
        return test::waitFor([&] { return done.isFinished(); }) && done.result().has_value();
    };
    plan::Place district;
    district.text = "江汉区";
    district.district = UnitCode("D02");
    plan::Place point;
    point.text = "龙王庙";
    point.point = Wgs84{114.285, 30.57};
    const Instant at = room.clock.now() + Minutes(45);
    QVERIFY(act(model::PlanDrill{"无处演练", at, ""})); // names no place: on the sheet only
    QVERIFY(settle(room));
    QCOMPARE(overlays(room), nullptr);
    QVERIFY(act(model::PlanDrill{"防汛演练", at, "", district}));
    QVERIFY(act(model::PlanDrill{"防汛拉动", at, "", point}));
    UNTIL(settle(room) && overlays(room) != nullptr);
    QCOMPARE(overlays(room)->list.size(), 1U);
    QCOMPARE(overlays(room)->list.front().id, std::string("drills-planned"));
    QCOMPARE(overlays(room)->list.front().shapes->size(), 3U); // an outline, a circle, its mark
    QVERIFY(overlays(room)->list.front().style.isHatched);
    QCOMPARE(overlays(room)->banners.size(), 2U);
    const QString word = overlays(room)->banners.front().zh;
    QVERIFY2(word.startsWith(QStringLiteral("演练")), qPrintable(word));
    QVERIFY2(word.contains(QStringLiteral("防汛演练")), qPrintable(word));
    QVERIFY2(word.contains(QStringLiteral(":")), qPrintable(word)); // the clock
    // one begins
    const auto& drills = room.desk->shift()->drills;
    const std::string id = std::ranges::find_if(drills, [](const auto& one) {
                               return one.second.planned.name == "防汛演练";
                           })->first;
    QVERIFY(act(model::StartDrill{id}));
    UNTIL(settle(room) && overlays(room)->list.size() == 2);
    QCOMPARE(overlays(room)->list.back().id, std::string("drills-running"));
    QVERIFY(overlays(room)->banners.back().zh.startsWith(QStringLiteral("演练进行中")));
    // off, fainter, on
    const QImage with = picture(room);
    room.key(Qt::Key_G, Qt::ControlModifier);
    auto& box = *room.find<QCheckBox>("drillsBox");
    QCOMPARE(box.text(), QStringLiteral("演练"));
    box.setFocus();
    room.key(Qt::Key_Space);
    QVERIFY(settle(room));
    QVERIFY(overlays(room) == nullptr);
    room.key(Qt::Key_Space);
    auto& slider = *room.find<QSlider>("drillsSlider");
    slider.setFocus();
    room.key(Qt::Key_PageDown);
    QVERIFY(settle(room));
    QCOMPARE(overlays(room)->list.front().opacity, 0.8);
    room.key(Qt::Key_PageUp);
    room.key(Qt::Key_Escape);
    QVERIFY(settle(room));
    QCOMPARE(picture(room), with);
    // over, and called off
    for (const auto& [entry, drill] : std::map(room.desk->shift()->drills)) {
        QVERIFY(act(model::EndDrill{entry, "下暴雨"}));
    }
    UNTIL(settle(room) && overlays(room) == nullptr);
}

// What the list of keys calls a key of the window needs no panel to be open first.
void tst_LayerPanel::theAddKeyWorksFromEverywhere()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    int asked = 0;
    acts(room).asker = [&asked](const std::function<void(QString)>& /*then*/) { ++asked; };
    room.board().setFocus();
    room.key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(asked, 1);
    QVERIFY(acts(room).isOpen());
    room.key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier); // and with it open only once
    QCOMPARE(asked, 2);
}

// 急救圈: ten minutes in the centre, twelve outside it, by the shortest way times the road factor, round the stations of a file.
void tst_LayerPanel::howFarHelpComesInTime()
{
    const CoverageRule rule;
    QVERIFY(std::abs(rule.metres(true) - 10.0 / 60 * 30'000 / 1.3) < 0.5);
    QVERIFY(std::abs(rule.metres(false) - 12.0 / 60 * 40'000 / 1.3) < 0.5);
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    const auto& areas = room.desk->plan().areas;
    const auto inner = std::ranges::find_if(areas, [](const plan::Area& a) { return a.km2 < 100; });
    const auto outer = std::ranges::find_if(areas, [](const plan::Area& a) { return a.km2 > 400; });
    QVERIFY(inner != areas.end() && outer != areas.end());
    acts(room).setState(layerId(OwnLayer::Coverage), {true, 100});
    QVERIFY(settle(room));
    QCOMPARE(overlays(room), nullptr); // no station is known: no circle is invented
    const auto line = [](const char* name, Wgs84 at) {
        return QStringLiteral("%1,%2,%3\n")
            .arg(QLatin1StringView(name))
            .arg(at.lon, 0, 'f', 7)
            .arg(at.lat, 0, 'f', 7);
    };
    const QString sheet =
        QStringLiteral("name,lon,lat\n") + line("one", inner->label) + line("two", outer->label);
    acts(room).addFile(write("stations.csv", sheet.toUtf8()), QStringLiteral("Stations"), {});
    QVERIFY(settle(room));
    const auto& list = overlays(room)->list;
    const auto rings = std::ranges::find(list, std::string("coverage"), &maps::Overlay::id);
    QVERIFY(rings != list.end());
    const auto reaches = [&](Wgs84 from, double metres) {
        const Wgs84 north{from.lon, from.lat + metres / 111'195.0};
        return !rings->shapes->at(maps::toMercator(north), 0).empty();
    };
    QVERIFY(reaches(inner->label, rule.metres(true) * 0.99));
    QVERIFY(!reaches(inner->label, rule.metres(true) * 1.02));
    QVERIFY(reaches(outer->label, rule.metres(false) * 0.99));
    QVERIFY(!reaches(outer->label, rule.metres(false) * 1.02));
}

void tst_LayerPanel::planesAreThoseOfTheCity()
{
    QVERIFY(systemNames(114.3).endsWith(QStringLiteral("gk38")));
    QVERIFY(systemNames(114.3).contains(QStringLiteral("gk114")));
    QVERIFY(systemNames(126.6).endsWith(QStringLiteral("gk42"))); // Harbin
    QVERIFY(systemNames(126.6).contains(QStringLiteral("gk126")));
    QVERIFY(!systemNames(126.6).contains(QStringLiteral("gk114")));
    for (const QString& name : systemNames(126.6)) {
        QVERIFY2(name.isEmpty() || systemText(name) != name.toUpper(), qPrintable(name));
    }
}

// With a road graph in the folder of packs it is what one really gets to.
void tst_LayerPanel::byRoadARiverCutsTheRing()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    const Wgs84 south = placeStation(room);
    QVERIFY(settle(room));
    QVERIFY(isCovered(room, south, 0, 1500)); // as the crow flies: over the river
    QVERIFY(isCovered(room, south, 0, -1000));
    QVERIFY(!isCovered(room, south, 4500, 0));
    QVERIFY2(
        coverageNoteOf(room).startsWith(isChinese ? u"按直线" : u"Straight line"),
        qPrintable(coverageNoteOf(room)));
    writeBanks(south, false);
    acts(room).coverage().useFolder(roadsFile().parent_path());
    UNTIL(settle(room) && acts(room).coverage().graph() != nullptr);
    QVERIFY(settle(room));
    QVERIFY(!isCovered(room, south, 0, 1500));
    QVERIFY(!isCovered(room, south, 0, -1000)); // no road there
    QVERIFY(isCovered(room, south, 4500, 0));   // and farther along one: 10 min at 42 km/h
    QVERIFY(isCovered(room, south, 0, 80));     // beside it
    const QString note = coverageNoteOf(room);
    QVERIFY2(
        note.startsWith(
            isChinese ? QStringLiteral("按路网（两岸，2026-09-21")
                      : QStringLiteral("By road network (两岸, 2026-09-21")),
        qPrintable(note));
    const auto list = overlays(room)->list;
    QVERIFY2(
        list.front().name.contains(u"2026-09-21"), qPrintable(list.front().name)); // on paper, too
    const auto* credit = room.page().findChild<QWidget*>(QStringLiteral("baseCredit"));
    QVERIFY(credit->isVisible() && credit->accessibleName().contains(u"© OpenStreetMap"));
    // a bridge is opened: a new file, found when the layer is switched on again
    acts(room).setState(layerId(OwnLayer::Coverage), {false, 100});
    writeBanks(south, true);
    acts(room).setState(layerId(OwnLayer::Coverage), {true, 100});
    UNTIL(settle(room) && isCovered(room, south, 0, 1500));
    QVERIFY(isCovered(room, south, 3000, 1500));
    QVERIFY(!isCovered(room, south, 2000, 750)); // the river itself
    // and the file is taken out: straight lines again
    acts(room).setState(layerId(OwnLayer::Coverage), {false, 100});
    std::filesystem::remove(roadsFile());
    acts(room).setState(layerId(OwnLayer::Coverage), {true, 100});
    UNTIL(settle(room) && isCovered(room, south, 0, -1000));
    QVERIFY(coverageNoteOf(room).startsWith(isChinese ? u"按直线" : u"Straight line"));
    QVERIFY(!credit->isVisible());
}

void tst_LayerPanel::roadsThatCannotBeUsedAreNamed()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    const Wgs84 south = placeStation(room);
    writeBanks(south, false);
    {
        QFile file(QString::fromStdString(roadsFile().string()));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 4096));
    }
    QSignalSpy said(&acts(room), &LayerActs::said);
    acts(room).coverage().useFolder(roadsFile().parent_path());
    UNTIL(settle(room) && !said.isEmpty());
    const auto isNamed = [&](const QString& text, const char* zh, const char* en) {
        return text.contains(u"city.roads")
               && text.contains(QString::fromUtf8(isChinese ? zh : en));
    };
    QVERIFY2(
        isNamed(said.back().front().toString(), "文件不完整", "is cut off"),
        qPrintable(said.back().front().toString()));
    QVERIFY2(
        isNamed(coverageNoteOf(room), "文件不完整", "is cut off"),
        qPrintable(coverageNoteOf(room)));
    QVERIFY(isCovered(room, south, 0, 1500)); // the straight line stays
    // its head is good, one row is not: found when it is read
    roads::RoadNet net = banks(south, false);
    net.stretches[2].kmh = -60;
    QVERIFY(roads::writeRoads(net, roadsFile()).has_value());
    acts(room).setState(layerId(OwnLayer::Coverage), {false, 100});
    acts(room).setState(layerId(OwnLayer::Coverage), {true, 100});
    UNTIL(settle(room) && isNamed(coverageNoteOf(room), "2: -60", "2: -60"));
    QVERIFY(isCovered(room, south, 0, 1500));
    QVERIFY(acts(room).coverage().graph() == nullptr);
}

// A station in the middle of a park, or of a map that ends before it.
void tst_LayerPanel::farFromARoadItIsACircle()
{
    test::PageRoom room;
    QVERIFY(room.show());
    const Wgs84 south = placeStation(room, -900);
    QVERIFY(settle(room));
    writeBanks(south, false);
    acts(room).coverage().useFolder(roadsFile().parent_path());
    UNTIL(settle(room) && acts(room).coverage().graph() != nullptr);
    QVERIFY(settle(room));
    QVERIFY(isCovered(room, south, 0, 1500));
    QVERIFY(!isCovered(room, south, 5500, 0));
    QVERIFY2(
        coverageNoteOf(room).contains(u"straight line for 1 point"),
        qPrintable(coverageNoteOf(room)));
}

void tst_LayerPanel::thePlaceCardKnowsTheWay()
{
    test::PageRoom room;
    QVERIFY(room.show());
    const Wgs84 south = placeStation(room);
    writeBanks(south, true);
    acts(room).coverage().useFolder(roadsFile().parent_path());
    QVERIFY(settle(room));
    PlaceActs& places = room.page().seat().places();
    places.show({south.lon + 100 / 95'700.0, south.lat + 1500 / 111'195.0}); // over the bridge
    const auto line = [&] {
        for (const PlaceLine& one : places.card().facts().near) {
            if (one.text.contains(QStringLiteral("队站"))) {
                return one;
            }
        }
        return PlaceLine();
    };
    QCOMPARE(line().label, QStringLiteral("1.50 km")); // as the crow flies
    UNTIL(
        line().text.contains(QStringLiteral("3 min by road, 1.60 km"))); // 1.6 km at 42 km/h: 137 s
    places.show({south.lon, south.lat - 3000 / 111'195.0}); // no road: nothing is made up
    QVERIFY(settle(room));
    QVERIFY2(!line().text.contains(u"by road"), qPrintable(line().text));
}

// What has a drill's colour is a drill: on a map of closed roads and key places nobody takes one for the other.
void tst_LayerPanel::violetIsADrill()
{
    const auto isViolet = [](const maps::OverlayStyle& style) {
        return std::ranges::contains(style.tones, symbols::Token::Drill)
               || std::ranges::contains(style.tones, symbols::Token::DrillBg);
    };
    for (std::size_t own = 0; own < kOwnLayers; ++own) {
        const auto layer = static_cast<OwnLayer>(own);
        QVERIFY2(
            isViolet(styleOf(static_cast<int>(own))) == (layer == OwnLayer::Drills),
            qPrintable(layerId(layer)));
    }
    for (const model::DrawingKind kind : kDrawingKindList) {
        QVERIFY2(!isViolet(drawingStyle(kind)), qPrintable(drawingKindText(kind)));
    }
    layers::LayerSummary file;
    for (const auto format : {layers::Format::GeoJson, layers::Format::Cap}) {
        file.format = format;
        for (int number = 0; number < 12; ++number) {
            QVERIFY2(!isViolet(styleOf(file, number)), qPrintable(QString::number(number)));
        }
    }
}

// Whoever sends people home because of a warning must see whether it still holds.
void tst_LayerPanel::aWarningEnds()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    const QString path = writeWarning("Actual", "Alert", room.clock.now() + Minutes(30));
    acts(room).addFile(path, QStringLiteral("暴雨预警"), {});
    QVERIFY(settle(room));
    QCOMPARE(warning(room).tones.size(), 5U);
    QVERIFY(warning(room).fill > 0);
    QVERIFY2(noteOf(room).startsWith(QStringLiteral("CAP")), qPrintable(noteOf(room)));
    room.wait(Minutes(29));
    QVERIFY(settle(room));
    QVERIFY(warning(room).fill > 0);
    room.wait(Minutes(1));
    QVERIFY(settle(room));
    QCOMPARE(warning(room).tones, std::vector{symbols::Token::Tx3});
    QCOMPARE(warning(room).fill, 0.0);
    QVERIFY2(
        noteOf(room).startsWith(isChinese ? u"过期" : u"over since"), qPrintable(noteOf(room)));
    const QStringList things = acts(room).thingsAt({114.30, 30.58});
    QCOMPARE(things.size(), 1);
    QVERIFY2(things[0].contains(isChinese ? u"过期" : u"over since"), qPrintable(things[0]));
}

void tst_LayerPanel::anExerciseIsNoWarning()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    const Instant later = room.clock.now() + Minutes(30);
    acts(room).addFile(writeWarning("Exercise", "Alert", later), QStringLiteral("exercise"), {});
    QVERIFY(settle(room));
    QCOMPARE(warning(room).tones, std::vector{symbols::Token::Drill});
    QVERIFY(warning(room).isHatched);
    QVERIFY2(noteOf(room).startsWith(QStringLiteral("exercise or test")), qPrintable(noteOf(room)));
    WarningState cancelled;
    cancelled.isCancelled = true;
    QVERIFY(cancelled.isOver(later));
    QCOMPARE(warningText(cancelled, later, 480), QStringLiteral("cancelled by its sender"));
    QVERIFY(warningText({}, later, 480).isEmpty()); // no word of an end: it holds
}

QTEST_MAIN(tst_LayerPanel)
#include "tst_LayerPanel.moc"
