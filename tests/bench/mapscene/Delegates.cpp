// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mapscene/Delegates.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGeoCoordinate>
#include <QQuickItem>

namespace sz::bench {
namespace {

QVariant coordinate(Wgs84 p)
{
    return QVariant::fromValue(QGeoCoordinate(p.lat, p.lon));
}

void rest(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

} // namespace

PanFigures panDelegates(
    const std::vector<const layers::Layer*>& outlines,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    Wgs84 centre,
    double zoom,
    int frames)
{
    QVariantList paths;
    for (const layers::Layer* layer : outlines) {
        for (const layers::Feature& feature : layer->features) {
            QVariantList path;
            for (const Wgs84 p : feature.geometry.area.polygons.front().rings.front()) {
                path.append(coordinate(p));
            }
            paths.append(QVariant(path));
        }
    }
    QVariantList points;
    for (const auto& [id, incident] : incidents) {
        points.append(coordinate(*incident->place.point));
    }
    QQuickWidget view;
    view.setResizeMode(QQuickWidget::SizeRootObjectToView);
    view.resize(1600, 900);
    view.setSource(QUrl(QStringLiteral("qrc:/sz/mapscene/Delegates.qml")));
    QQuickItem* map = view.rootObject();
    if (map == nullptr) {
        return {};
    }
    view.show();
    map->setProperty("startLon", centre.lon);
    map->setProperty("startLat", centre.lat);
    map->setProperty("zoomLevel", zoom);
    map->setProperty("outlines", paths);
    map->setProperty("points", points);
    rest(5000); // delegates are made asynchronously
    return pan(view, view, frames);
}

} // namespace sz::bench
