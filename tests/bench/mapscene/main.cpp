// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// mapscene pan|live|delegates [--frames N] [--zoom Z]: one line of JSON. 1600 × 900, everything on.
#include "maps/view/MapPanel.h"
#include "maps/view/Renderer.h"
#include "tests/bench/mapscene/Delegates.h"
#include "tests/bench/mapscene/GeneratedCity.h"
#include "widgets/ground/LayerBook.h"
#include "widgets/ground/LayerShapes.h"
#include "widgets/ground/OutlineShapes.h"
#include "widgets/shell/Coalescer.h"
#include "widgets/shell/MapArea.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <print>

using namespace sz;
using namespace sz::bench;

namespace {

constexpr int kStreets = 193; ///< of the delegates
constexpr int kCells = 16'000;
constexpr int kIncidents = 10'000;
constexpr double kChangesPerMs = 0.2;
constexpr double kFrameMs = 1000.0 / 60;
const Wgs84 kMiddle{114.3, 30.58};

maps::Overlay overlayOf(const layers::Layer& layer, int number)
{
    return {
        "net" + std::to_string(number), 0.8, widgets::styleOf(layer, number),
        widgets::shapesOf(layer)};
}

/// Of a layer the plan's files have.
maps::Overlay overlayOf(widgets::OwnLayer layer, widgets::Shapes shapes)
{
    return {
        widgets::layerId(layer).toStdString(), 0.8, widgets::styleOf(static_cast<int>(layer)),
        std::move(shapes)};
}

bool settle(maps::MapPanel& panel)
{
    QElapsedTimer timer;
    timer.start();
    while (!panel.isSettled() && timer.elapsed() < 30'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    return panel.isSettled();
}

struct Call
{
    QString mode;
    int frames = 600;
    double zoom = 11.36;
};

void tell(const PanFigures& figures)
{
    std::vector<double> sorted = figures.frameMs;
    std::ranges::sort(sorted);
    const auto rank = [&sorted](double share) {
        return sorted.empty()
                   ? 0.0
                   : sorted[std::min(
                         sorted.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
    };
    std::println(
        R"({{"frames":{},"wall_ms":{:.3f},"fps":{:.1f},"cpu_ms":{:.3f},"p95_ms":{:.2f},"p99_ms":{:.2f},"worst_ms":{:.2f},"rss_mb":{:.1f}}})",
        sorted.size(), figures.wallMs(), figures.wallMs() > 0 ? 1000 / figures.wallMs() : 0,
        figures.cpuMs, rank(0.95), rank(0.99), rank(1), figures.rssMb);
}

int panOurs(const Call& call, const std::shared_ptr<const plan::Plan>& plan)
{
    const Instant now = fromUtcMs(1'760'000'000'000);
    const widgets::ThemeSource theme;
    widgets::MapArea area(plan, theme);
    area.resize(1600, 900);
    auto incidents = generatedIncidents(*plan, kIncidents, now);
    desk::LinkStatus link;
    link.state = desk::LinkState::Live;
    area.setLink(link, now);
    {
        auto overlays = std::make_shared<maps::Overlays>();
        overlays->list.push_back(overlayOf(generatedNet(*plan, kCells, 12, "G"), 0));
        const plan::PlaceShapes shapes = generatedShapes(*plan);
        overlays->list.push_back(
            overlayOf(widgets::OwnLayer::Communities, widgets::communityShapes(shapes)));
        overlays->list.push_back(
            overlayOf(widgets::OwnLayer::Streets, widgets::streetShapes(shapes)));
        overlays->heat = widgets::heatOf(incidents, 1);
        area.panel().setOverlays(overlays);
    }
    area.setIncidents(incidents, now);
    area.show();
    area.panel().flyTo(kMiddle, call.zoom);
    if (!settle(area.panel())) {
        std::println(stderr, "the map did not settle");
        return 1;
    }
    auto* target = area.panel().findChild<QQuickWidget*>();
    std::function<void()> before;
    std::mt19937 random(5);
    QElapsedTimer clock;
    widgets::Coalescer marks(
        200, [&] { area.setIncidents(incidents, now + Millis(clock.elapsed())); }, &area);
    clock.start();
    qint64 changed = 0;
    if (call.mode == u"live") {
        before = [&] {
            const auto due =
                static_cast<qint64>(static_cast<double>(clock.elapsed()) * kChangesPerMs);
            for (; changed < due; ++changed) {
                changeOne(incidents, random);
                marks.ask();
            }
        };
    }
    int moves = 0;
    QObject::connect(&area.panel(), &maps::MapPanel::cameraChanged, &area, [&moves] { ++moves; });
    const bool isPaced =
        call.mode == u"live"; // as on a screen, or else one frame in a hundred would have changes
    const PanFigures figures = pan(area, *target, call.frames, before, isPaced ? kFrameMs : 0);
    if (moves < call.frames / 2) {
        std::println(stderr, "the map moved {} times in {} frames", moves, call.frames);
        return 1;
    }
    tell(figures);
    return 0;
}

int panTheirs(const Call& call, const plan::Plan& plan)
{
    layers::Layer areas;
    areas.groups.resize(1);
    for (const plan::Area& area : plan.areas) {
        layers::Feature feature;
        feature.geometry.area = area.outline;
        areas.features.push_back(std::move(feature));
    }
    const layers::Layer streets = generatedNet(plan, kStreets, 120, "S");
    const layers::Layer cells = generatedNet(plan, kCells / 16, 12, "G");
    const auto incidents = generatedIncidents(plan, kIncidents / 10, fromUtcMs(1'760'000'000'000));
    tell(panDelegates({&areas, &streets, &cells}, incidents, kMiddle, call.zoom, call.frames));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND") && !maps::hasGpu()) {
        qputenv("QT_QUICK_BACKEND", "software");
    }
    maps::chooseRenderer(QStringLiteral("auto"));
    const QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QStringList args = QApplication::arguments();
    Call call{args.value(1)};
    for (qsizetype i = 2; i + 1 < args.size(); i += 2) {
        (args[i] == u"--frames" ? static_cast<void>(call.frames = std::max(1, args[i + 1].toInt()))
                                : static_cast<void>(call.zoom = args[i + 1].toDouble()));
    }
    auto loaded = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
    if (!loaded || (call.mode != u"pan" && call.mode != u"live" && call.mode != u"delegates")) {
        std::println(stderr, "usage: mapscene pan|live|delegates [--frames N] [--zoom Z]");
        return 2;
    }
    const auto plan = std::make_shared<const plan::Plan>(std::move(loaded->plan));
    return call.mode == u"delegates" ? panTheirs(call, *plan) : panOurs(call, plan);
}
