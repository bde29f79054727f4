// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which names are shown at a camera, where and in what order of importance (design §7).

#include "maps/geo/BoundaryStore.h"
#include "maps/layers/LabelPlacer.h"
#include "maps/layers/Mark.h"
#include "maps/layers/Sprite.h"
#include "maps/overlay/Overlays.h"
#include "maps/symbols/Tokens.h"

#include <QHash>
#include <QString>

#include <vector>

class QPainter;

namespace sz::maps {

enum class LabelSort : std::uint8_t {
    AreaNumber, ///< number alone
    Area,       ///< number over name
    Zone,
    River,
    Seat,   ///< dot and street name
    Banner, ///< a chip in the colour of drills
};

/// One name with a place. Boxes and `centre` are view coordinates at the camera of the layout.
struct PlacedLabel
{
    LabelSort sort = LabelSort::Area;
    int index = 0; ///< as in PlaceName
    QString text;  ///< the name; area numbers come from `index`
    QPointF centre;
    double degrees = 0;        ///< clockwise, for rivers
    std::vector<QRectF> boxes; ///< what it covers; the number first, where there is one
    bool isSelected = false;
    bool isDotLeft = true; ///< seats: the dot stands left of the name
};

struct LabelScene
{
    const BoundaryStore& store;
    CameraState camera;
    std::vector<QRectF> taken; ///< cards, discs, chips
    int selectedArea = 0;
    Language language = Language::Chinese;
    GroundLook look{};                             ///< names go with their layers
    const std::vector<PlaceName>* more = nullptr;  ///< names of overlays, from zoom 13; may be null
    const std::vector<PlaceName>* words = nullptr; ///< of drawings, from zoom 10.5; may be null
    const std::vector<PlaceName>* banners = nullptr; ///< from zoom 9; may be null
};

/// Greedy and depends on nothing but the scene. Thread: any; 2 to 5 ms.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const LabelScene& scene);

/// Paints placed labels; pictures are kept for one theme and device pixel ratio.
class LabelPainter
{
public:
    /// `isOnBase`: words get an edge of the plain ground's colour, whatever lies under them.
    LabelPainter(symbols::Theme theme, double ratio, bool isOnBase = false)
        : m_theme(theme), m_ratio(ratio), m_isOnBase(isOnBase)
    {
    }
    [[nodiscard]] Sprite sprite(const PlacedLabel& label, const CameraState& camera);
    /// The same as words, for paper: at its centre, in the painter's coordinates.
    void write(QPainter& painter, const PlacedLabel& label) const;

private:
    [[nodiscard]] QImage paint(const PlacedLabel& label) const;
    void writeCentred(QPainter& painter, const PlacedLabel& label) const;
    void write(
        QPainter& painter,
        const QRectF& box,
        int flags, ///< Qt::Alignment
        const QString& text,
        const QColor& colour) const;

    symbols::Theme m_theme;
    double m_ratio;
    bool m_isOnBase;
    QHash<QString, QImage> m_images;
};

} // namespace sz::maps
