// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A map on paper: ground, marks and names as lines and words, with legend, scale, north, time and sources.

#include "maps/geo/BoundaryStore.h"
#include "maps/layers/Mark.h"
#include "maps/overlay/Overlays.h"
#include "maps/packs/PackStack.h"

#include <QByteArray>
#include <QPageSize>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class QPainter;

namespace sz::maps {

/// What stands on the sheet in the reader's language; the words are others' matter.
struct SheetWords
{
    QString title;
    QString time;        ///< of the data, and whether it is the newest there is
    QString printed;     ///< when and where
    QString past;        ///< not empty: not the present, in an inverted band
    QStringList sources; ///< whom the ground is owed to, one a line
    QString legend;
    QString north; ///< one or two letters
    QString scale; ///< "1 : %1, true at the centre"
    std::array<QString, 4> grades;
    std::array<QString, 3> lamps; ///< near, behind, late
    QString cluster;
    QString approximate;
    QString zone;
    QString district;
    QString area;
    QString river;
    std::vector<std::pair<QString, OverlayStyle>>
        drawings; ///< kinds and layers that are on the sheet
    QString more; ///< "and %1 more", of these, where they do not all fit
};

struct MapSheet
{
    std::shared_ptr<const BoundaryStore> store; // shared with the screen's map
    std::shared_ptr<const PackStack> packs;     ///< null: plain ground
    CameraState camera;                         ///< of the screen: all it shows is on the sheet
    std::vector<Mark> marks;
    std::string selected;
    Language language = Language::Chinese;
    SheetWords words;
    std::shared_ptr<const Overlays>
        drawings; ///< what lies over the map as on the screen, with its words; null: nothing
};

/// Pages lie on their side; sizes in pixels of 1/96 inch.
[[nodiscard]] QSizeF sheetSize(QPageSize::PageSizeId page);
/// Where on a page the map lies.
[[nodiscard]] QRectF sheetMapFrame(QSizeF page);
/// The camera of the map on a page.
[[nodiscard]] CameraState sheetCamera(const MapSheet& sheet, QSizeF page);
/// The base map for a page, 192 pixels an inch; null image without packs. Thread: any; up to a second for A3.
[[nodiscard]] BasePicture sheetBase(const MapSheet& sheet, QSizeF page);
/// Length on the ground that a length on the paper stands for: "1 : 85,000" at the centre, three figures.
[[nodiscard]] int sheetScale(const MapSheet& sheet, QSizeF page);

/// Paints a page in the light theme into (0, 0, page). Thread: gui.
void paintSheet(QPainter& painter, QSizeF page, const MapSheet& sheet, const BasePicture& base);
/// The page as a PDF of its own; its words can be found and copied. Thread: gui.
[[nodiscard]] QByteArray
sheetPdf(const MapSheet& sheet, QPageSize::PageSizeId page, const BasePicture& base);

} // namespace sz::maps
