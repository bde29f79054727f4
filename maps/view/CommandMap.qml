// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Location's Map carries the camera; gestures are passed on as they are; everything drawn lies in `layers`.
import QtQuick
import QtLocation
import QtPositioning

Item {
    id: root

    required property var camera // sz::maps::MapCamera: the only place where the camera is kept
    required property var input  // sz::maps::MapInput

    Map {
        objectName: "map"
        anchors.fill: parent
        plugin: Plugin { name: "itemsoverlay" }
        color: "transparent"
        copyrightsVisible: false
        maximumTilt: 0
        tilt: 0
        bearing: 0
        center: QtPositioning.coordinate(root.camera.latitude, root.camera.longitude)
        zoomLevel: root.camera.zoom
    }

    Item {
        objectName: "layers"
        anchors.fill: parent
    }

    DragHandler {
        target: null
        onActiveChanged: root.input.setDragging(active)
        onTranslationChanged: (delta) => root.input.drag(delta.x, delta.y)
    }
    PinchHandler {
        target: null
        onScaleChanged: (delta) => root.input.pinch(centroid.position.x, centroid.position.y, delta)
    }
    WheelHandler {
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: (event) => root.input.wheel(event.x, event.y, event.angleDelta.y)
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        onSingleTapped: (point) => root.input.tap(point.position.x, point.position.y)
        onDoubleTapped: (point) => root.input.doubleTap(point.position.x, point.position.y)
    }
    HoverHandler {
        cursorShape: root.input.cursorShape
        onPointChanged: root.input.hover(point.position.x, point.position.y)
        onHoveredChanged: if (!hovered) root.input.leave()
    }
}
