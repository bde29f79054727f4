// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A map of nothing: the plugin that draws no tiles.
import QtLocation
import QtPositioning

Map {
    plugin: Plugin { name: "itemsoverlay" }
    center: QtPositioning.coordinate(30.59, 114.3)
    zoomLevel: 10
}
