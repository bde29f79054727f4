// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Location's own way: one item for each thing on the map.
import QtQuick
import QtLocation
import QtPositioning

Map {
    id: map
    property var outlines: []
    property var points: []
    property double startLon: 114.3
    property double startLat: 30.58
    plugin: Plugin { name: "itemsoverlay" }
    center: QtPositioning.coordinate(startLat, startLon)
    DragHandler {
        target: null
        onTranslationChanged: (delta) => map.pan(-delta.x, -delta.y)
    }
    MapItemView {
        model: map.outlines
        delegate: MapPolygon {
            required property var modelData
            path: modelData
            color: "#2086a5c4"
            border.color: "#86a5c4"
            border.width: 1
        }
    }
    MapItemView {
        model: map.points
        delegate: MapQuickItem {
            required property var modelData
            coordinate: modelData
            anchorPoint: Qt.point(8, 8)
            sourceItem: Rectangle { width: 16; height: 16; radius: 8; color: "#cdb35a" }
        }
    }
}
