// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/GroundPicture.h"

#include "app/console/PictureKeys.h"
#include "maps/view/MapPanel.h"
#include "widgets/ground/BorderMarks.h"
#include "widgets/ground/LayerBook.h"
#include "widgets/ground/PlaceCard.h"
#include "widgets/ground/PlanPanel.h"
#include "widgets/shell/Coverage.h"
#include "widgets/shell/DrawActs.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PlaceActs.h"
#include "widgets/shell/PlanChanging.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/WatchPage.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QTemporaryDir>

#include <array>
#include <format>
#include <fstream>
#include <utility>

namespace sz::app {
namespace {

constexpr int kPatienceMs = 20'000;

std::string said(const char* zh, const char* en)
{
    return isChinese() ? zh : en;
}

/// A net of sample cells round the plan's centre: nobody surveyed them, and their name says so.
std::string sampleCells(Wgs84 centre)
{
    std::string features;
    for (int y = -8; y < 8; ++y) {
        for (int x = -8; x < 8; ++x) {
            const double west = centre.lon + x * 0.012;
            const double south = centre.lat + y * 0.010;
            features += std::format(
                R"({}{{"type":"Feature","properties":{{"name":"{:02}{:02}"}},"geometry":{{"type":"Polygon","coordinates":)"
                R"([[[{:.5f},{:.5f}],[{:.5f},{:.5f}],[{:.5f},{:.5f}],[{:.5f},{:.5f}],[{:.5f},{:.5f}]]]}}}})",
                features.empty() ? "" : ",", y + 9, x + 9, west, south, west + 0.012, south,
                west + 0.012, south + 0.010, west, south + 0.010, west, south);
        }
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string sampleWarning(Wgs84 centre)
{
    return std::format(
        R"(<?xml version="1.0" encoding="UTF-8"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">)"
        "<identifier>sample-1</identifier><sender>sample</sender><status>Exercise</status>"
        "<info><event>{}</event><severity>Severe</severity><area><areaDesc>{}</areaDesc>"
        "<circle>{:.4f},{:.4f} 6</circle></area></info></alert>",
        said("暴雨", "Rainstorm"), said("示例", "Sample"), centre.lat + 0.03, centre.lon + 0.07);
}

QString write(const QTemporaryDir& folder, const char* name, const std::string& text)
{
    const QString path = folder.filePath(QLatin1StringView(name));
    std::ofstream(path.toStdString(), std::ios::binary) << text;
    return path;
}

/// Points round the plan's centre: no station stands there, and the layer's name says so.
std::string sampleStations(Wgs84 centre)
{
    static constexpr std::array<std::pair<double, double>, 4> kOffsets{
        {{-0.05, 0.03}, {0.035, 0.01}, {-0.075, -0.03}, {0.06, -0.05}}};
    std::string rows = "name,lon,lat\n";
    for (std::size_t i = 0; i < kOffsets.size(); ++i) {
        rows += std::format(
            "{} {},{:.5f},{:.5f}\n", said("示例站", "Sample"), i + 1,
            centre.lon + kOffsets[i].first, centre.lat + kOffsets[i].second);
    }
    return rows;
}

/// Is there a road graph in the folder of packs? Then with the stations.
bool addStations(widgets::LayerActs& acts, const plan::Plan& plan)
{
    if (!waitFor([&] { return acts.isSettled(); }, kPatienceMs) || !acts.coverage().facts()) {
        return false;
    }
    const QTemporaryDir folder;
    acts.addFile(
        write(folder, "stations.csv", sampleStations(plan.centre)),
        isChinese() ? QStringLiteral("示例站点") : QStringLiteral("Sample stations"), {});
    return waitFor([&] { return acts.isSettled(); }, kPatienceMs);
}

/// How far one gets over the roads.
bool setCoverage(widgets::WatchPage& page, const plan::Plan& plan)
{
    constexpr double kUnderPanel = 0.11; // degrees of the map that the panel covers
    constexpr double kZoom = 11;
    widgets::LayerActs& acts = page.seat().layers();
    maps::MapPanel& panel = page.mapArea().panel();
    const QString id = widgets::layerId(widgets::OwnLayer::Coverage);
    acts.setState(id, {true, 100});
    acts.toggle();
    panel.flyTo({plan.centre.lon + kUnderPanel, plan.centre.lat}, kZoom);
    const bool isThere =
        waitFor([&] { return acts.isSettled() && panel.isSettled(); }, kPatienceMs);
    widgets::LayerRow& row = *acts.panel().row(id);
    acts.panel().reveal(row);
    return isThere && waitFor([&] { return !row.visibleRegion().isEmpty(); }, kPatienceMs);
}

bool setLayers(widgets::WatchPage& page, const desk::Desk& desk)
{
    widgets::LayerActs& acts = page.seat().layers();
    if (addStations(acts, desk.plan())) {
        return setCoverage(page, desk.plan());
    }
    const QTemporaryDir folder;
    const Wgs84 centre = desk.plan().centre;
    acts.addFile(
        write(folder, "cells.geojson", sampleCells(centre)),
        isChinese() ? QStringLiteral("示例网格") : QStringLiteral("Sample cells"), {});
    acts.addFile(
        write(folder, "warning.xml", sampleWarning(centre)),
        isChinese() ? QStringLiteral("示例预警") : QStringLiteral("Sample warning"), {});
    acts.setState(widgets::layerId(widgets::OwnLayer::Heat), {true, 100});
    acts.setState(widgets::layerId(widgets::OwnLayer::KeyPlaces), {true, 100});
    acts.setState(widgets::layerId(widgets::OwnLayer::Posts), {true, 80});
    if (!acts.shapes().empty()) { // a plan that says where they are
        acts.setState(widgets::layerId(widgets::OwnLayer::Streets), {true, 100});
        acts.setState(widgets::layerId(widgets::OwnLayer::Communities), {true, 100});
    }
    acts.toggle();
    return waitFor([&] { return acts.isSettled(); }, kPatienceMs);
}

/// One that runs at a point, two that are planned: for a district and for an area.
bool setDrills(widgets::WatchPage& page, desk::Desk& desk, Instant now)
{
    const plan::Plan& plan = desk.plan();
    const auto act = [&desk](const model::ShiftAct& what) {
        const auto saved = desk.performShift(what);
        return waitFor([&] { return saved.isFinished(); }, kPatienceMs)
               && saved.result().has_value();
    };
    plan::Place point;
    point.point = Wgs84{plan.centre.lon + 0.06, plan.centre.lat + 0.03};
    point.text = "114.36,30.62";
    plan::Place district;
    district.district = plan.districts.at(3).code;
    district.text = plan.districts.at(3).name.zh;
    plan::Place area;
    area.area = plan.areas.at(23).number;
    area.text = plan.areas.at(23).name.zh;
    const bool isThere =
        act(model::PlanDrill{said("消防拉动", "Fire drill"), now + Minutes(1), "", point})
        && waitFor([&] { return !desk.shift()->drills.empty(); }, kPatienceMs)
        && act(model::StartDrill{desk.shift()->drills.begin()->first})
        && act(model::PlanDrill{said("防汛演练", "Flood drill"), now + Minutes(100), "", district})
        && act(model::PlanDrill{
            said("通信演练", "Radio drill"), now + std::chrono::hours(20), "", area});
    widgets::LayerActs& acts = page.seat().layers();
    acts.toggle();
    return isThere && waitFor([&] { return acts.isSettled(); }, kPatienceMs);
}

/// Where something is open whose point is known.
Wgs84 pointOf(const desk::Desk& desk)
{
    for (const auto& [id, incident] : desk.incidents()) {
        if (incident->state != model::IncidentState::Closed && incident->place.point) {
            return *incident->place.point;
        }
    }
    return desk.plan().centre;
}

bool setPlace(widgets::WatchPage& page, const desk::Desk& desk)
{
    widgets::LayerActs& layers = page.seat().layers();
    const Wgs84 centre = desk.plan().centre;
    const Wgs84 at = addStations(layers, desk.plan()) ? Wgs84{centre.lon + 0.045, centre.lat - 0.02}
                                                      : pointOf(desk);
    page.mapArea().panel().flyTo({at.lon, at.lat + 0.02}, 13.2); // it lies in the lower half
    if (!waitFor([&] { return page.mapArea().panel().isSettled(); }, kPatienceMs)) {
        return false;
    }
    page.seat().places().show(at);
    page.findChild<QAbstractButton*>(QStringLiteral("nearPlaceButton"))->click();
    return page.seat().places().isOpen()
           && waitFor([&] { return layers.isSettled(); }, kPatienceMs); // the ways
}

/// The first corner of an area of many that may be moved.
std::optional<std::size_t> freeCorner(const plan::BorderEdit& edit)
{
    const auto& corners = edit.corners();
    for (std::size_t i = 0; i < corners.size(); ++i) {
        if (!corners[i].isFixed && !corners[i].isJunction) {
            return i;
        }
    }
    return std::nullopt;
}

int areaWithNeighbour(const plan::Plan& plan)
{
    for (const plan::District& district : plan.districts) {
        if (district.areas.size() > 1) {
            return district.areas.front();
        }
    }
    return 1;
}

/// "plan": a change that waits beside what stands; "plan-edit": one being drawn; "plan-fault": one that crosses itself.
bool setPlan(widgets::WatchPage& page, const desk::Desk& desk, const QString& screen)
{
    widgets::PlanChanging& acts = page.seat().plan();
    acts.toggle();
    acts.startEdit(areaWithNeighbour(desk.plan()));
    const auto corner = acts.edit() == nullptr ? std::nullopt : freeCorner(*acts.edit());
    if (!corner || !waitFor([&] { return page.mapArea().panel().isSettled(); }, kPatienceMs)) {
        return false;
    }
    widgets::BorderMarks& marks = acts.marks();
    const Wgs84 at = acts.edit()->corners()[*corner].at;
    const double step = screen == u"plan-fault" ? 0.03 : 0.004;
    Q_EMIT marks.cornerChosen(*corner);
    Q_EMIT marks.cornerDragged(*corner, {at.lon + step, at.lat + step}, false);
    auto* move = page.findChild<QAbstractButton*>(QStringLiteral("addMoveButton"));
    auto* reason = page.findChild<QLineEdit*>(QStringLiteral("planReason"));
    auto* propose = page.findChild<QAbstractButton*>(QStringLiteral("proposePlanButton"));
    move->click();
    reason->setText(QString::fromStdString(
        said("示例：按新建道路调整边界", "Sample: border along the new road")));
    if (screen != u"plan") {
        return waitFor([&] { return page.mapArea().panel().isSettled(); }, kPatienceMs);
    }
    propose->click();
    return waitFor(
               [&] { return desk.planState()->waiting() > 0 && acts.edit() == nullptr; },
               kPatienceMs)
           && waitFor([&] { return page.mapArea().panel().isSettled(); }, kPatienceMs);
}

/// One of each kind round a place, and a road being drawn.
bool setDrawings(widgets::WatchPage& page, desk::Desk& desk)
{
    using model::DrawingForm;
    using model::DrawingKind;
    const Wgs84 at = pointOf(desk);
    const auto round = [at](double east, double north) {
        return Wgs84{at.lon + east, at.lat + north};
    };
    const std::vector<model::Draw> all{
        {DrawingKind::ClosedRoad,
         DrawingForm::Line,
         {round(-0.02, 0.004), round(-0.008, 0.006), round(0.004, 0.004)},
         said("施工", "works"),
         {}},
        {DrawingKind::Approach,
         DrawingForm::Line,
         {round(0.02, -0.012), round(0.008, -0.006), round(0.003, -0.001)},
         said("救护车走此路", "ambulances"),
         {}},
        {DrawingKind::Cordon,
         DrawingForm::Area,
         {round(-0.004, -0.003), round(0.004, -0.003), round(0.004, 0.003), round(-0.004, 0.003)},
         "",
         {}},
        {DrawingKind::Hazard,
         DrawingForm::Area,
         {round(0.008, 0.004), round(0.016, 0.003), round(0.014, 0.01)},
         said("积水约 40 厘米", "water, 40 cm"),
         {}},
        {DrawingKind::Gathering, DrawingForm::Point, {round(-0.012, -0.008)}, "", {}},
        {DrawingKind::Note,
         DrawingForm::Point,
         {round(-0.014, 0.012)},
         said("北门只出不进", "north gate: out only"),
         {}}};
    for (const model::Draw& draw : all) {
        const auto saved = desk.performDrawing(draw);
        if (!waitFor([&] { return saved.isFinished(); }, kPatienceMs) || !saved.result()) {
            return false;
        }
    }
    maps::MapPanel& panel = page.mapArea().panel();
    panel.flyTo(at, 13.2);
    page.seat().drawing().toggle();
    Q_EMIT panel.measureClicked(round(-0.02, -0.014));
    Q_EMIT panel.measureClicked(round(-0.01, -0.014));
    const widgets::LayerActs& layers = page.seat().layers();
    return waitFor([&] { return layers.isSettled() && panel.isSettled(); }, kPatienceMs);
}

} // namespace

bool isGroundScreen(const QString& screen)
{
    return screen == u"layers" || screen == u"drills" || screen == u"place" || screen == u"draw"
           || screen == u"plan" || screen == u"plan-edit" || screen == u"plan-fault";
}

bool setGroundScene(
    const QString& screen,
    widgets::MainWindow& window,
    desk::Desk& desk,
    Instant now)
{
    if (screen == u"drills") {
        return setDrills(window.page(), desk, now);
    }
    if (screen.startsWith(u"plan")) {
        return setPlan(window.page(), desk, screen);
    }
    return screen == u"layers" ? setLayers(window.page(), desk)
           : screen == u"draw" ? setDrawings(window.page(), desk)
                               : setPlace(window.page(), desk);
}

} // namespace sz::app
