// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/LabelLayout.h"

#include "maps/geo/InnerPoint.h"
#include "maps/layers/BorderRaster.h"
#include "maps/layers/LabelFonts.h"
#include "maps/layers/RiverLabels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace sz::maps {

namespace {

constexpr double kNumbersFrom = 9.0;
constexpr double kNamesFrom = 10.5;
constexpr double kSeatsFrom = 12;
constexpr double kMoreFrom = 13;   ///< names of overlays
constexpr int kMostSeats = 400;    ///< looked at, of one list
constexpr double kSmallZoom = 9.7; ///< detail good enough to search for places
constexpr double kZoneGrid = 28;
constexpr double kBreath = 4; ///< pixels kept free round a zone's name

QRectF centred(QPointF c, double w, double h)
{
    return {c.x() - w / 2, c.y() - h / 2, w, h};
}

double squared(QPointF p)
{
    return p.x() * p.x() + p.y() * p.y();
}

class Layout
{
public:
    explicit Layout(const LabelScene& scene)
        : m_scene(scene), m_camera(scene.camera), m_view(QPointF(), m_camera.size),
          m_inner(m_view.adjusted(6, 6, -6, -6)), m_near(m_view.adjusted(
                                                      -m_view.width() / 4,
                                                      -m_view.height() / 4,
                                                      m_view.width() / 4,
                                                      m_view.height() / 4)),
          m_raster(scene.store.detailFor(m_camera.zoom), m_camera, m_near)
    {
        for (const QRectF& rect : scene.taken) {
            m_placer.block(rect);
        }
    }

    std::vector<PlacedLabel> run()
    {
        if (m_camera.zoom >= kNumbersFrom && m_scene.banners != nullptr) {
            for (const PlaceName& banner : *m_scene.banners) {
                addBanner(banner);
            }
        }
        if (m_camera.zoom >= kNamesFrom && m_scene.words != nullptr) {
            addSeats(*m_scene.words); // a closed road is more than an area's name
        }
        if (m_camera.zoom >= kNumbersFrom && m_scene.look.areas > 0) {
            addAreas();
        }
        if (m_scene.look.zones > 0) {
            addZones();
        }
        if (m_camera.zoom >= kNamesFrom) {
            addRiverLabels(m_scene, m_placer, m_out);
        }
        if (m_camera.zoom >= kSeatsFrom && m_scene.look.seats > 0) {
            addSeats(m_scene.store.seats());
        }
        if (m_camera.zoom >= kMoreFrom && m_scene.more != nullptr) {
            addSeats(*m_scene.more);
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] QString nameOf(const PlaceName& name) const
    {
        return m_scene.language == Language::Chinese ? name.zh : name.en;
    }

    [[nodiscard]] bool put(PlacedLabel label)
    {
        if (!m_placer.place(label.boxes)) {
            return false;
        }
        m_out.push_back(std::move(label));
        return true;
    }

    // ---- areas: number over name, else number, else nothing

    void addAreas()
    {
        std::vector<const PlaceName*> order;
        for (const PlaceName& name : m_scene.store.areaNames()) {
            order.push_back(&name);
        }
        const auto rank = [this](const PlaceName* name) {
            return name->index == m_scene.selectedArea ? 0 : 1;
        };
        std::ranges::stable_sort(order, {}, rank);
        for (const PlaceName* name : order) {
            addArea(*name);
        }
    }

    void addArea(const PlaceName& name)
    {
        const Shape* shape = m_scene.store.area(name.index, m_camera.zoom);
        const MercatorBox near{
            m_camera.toGround(m_near.topLeft()), m_camera.toGround(m_near.bottomRight())};
        if (shape == nullptr || !shape->box.intersects(near)) {
            return;
        }
        const std::vector<QPointF> anchors = areaAnchors(name);
        if (m_camera.zoom >= kNamesFrom) {
            const QString full = nameOf(name);
            if (tryArea(name, *shape, anchors, full)) {
                return;
            }
            if (const QString brief = m_scene.language == Language::Chinese ? full : name.briefEn;
                brief != full && tryArea(name, *shape, anchors, brief)) {
                return;
            }
        }
        tryArea(name, *shape, anchors, {});
    }

    /// The plan's label point, its neighbourhood, and the middle of what is seen when the point is out of sight.
    [[nodiscard]] std::vector<QPointF> areaAnchors(const PlaceName& name) const
    {
        constexpr std::array<QPointF, 15> kShifts{
            {{0, 0},
             {0, 22},
             {0, -22},
             {22, 0},
             {-22, 0},
             {0, 38},
             {0, -38},
             {42, 0},
             {-42, 0},
             {24, 24},
             {-24, 24},
             {36, 32},
             {-36, 32},
             {36, -32},
             {-36, -32}}};
        const QPointF own = m_camera.toView(name.at);
        std::vector<QPointF> anchors;
        if (m_inner.contains(own) || !m_view.adjusted(-60, -60, 60, 60).contains(own)) {
            std::ranges::transform(
                kShifts, std::back_inserter(anchors), [own](QPointF d) { return own + d; });
        }
        if (!m_inner.contains(own)) {
            addSeenMiddle(name, anchors);
        }
        return anchors;
    }

    void addSeenMiddle(const PlaceName& name, std::vector<QPointF>& anchors) const
    {
        const Shape* rough = m_scene.store.area(name.index, kSmallZoom);
        if (const auto middle = innerPoint(*rough, m_camera.visible(-14))) {
            anchors.insert(anchors.begin(), m_camera.toView(*middle));
        }
    }

    /// Without text only the number is tried.
    bool tryArea(
        const PlaceName& name,
        const Shape& shape,
        const std::vector<QPointF>& anchors,
        const QString& text)
    {
        const LabelSort sort = text.isEmpty() ? LabelSort::AreaNumber : LabelSort::Area;
        for (const QPointF anchor : anchors) {
            PlacedLabel label{sort, name.index, text, anchor, 0, {}, false, true};
            label.isSelected = name.index == m_scene.selectedArea;
            const double digits = name.index > 9 ? 18 : 10;
            if (sort == LabelSort::Area) {
                const double w = labelWidth(sort, text);
                label.boxes = {
                    centred(anchor - QPointF(0, kNameHeight / 2), digits, kNumberHeight),
                    centred(anchor + QPointF(0, kNumberHeight / 2), w + 4, kNameHeight)};
            } else {
                label.boxes = {centred(anchor, digits, kNumberHeight)};
            }
            if (isSeenWhole(label) && isInside(label, shape) && put(std::move(label))) {
                return true;
            }
        }
        return false;
    }

    /// A label is either wholly in the view or wholly outside it, where it waits for a drag.
    [[nodiscard]] bool isSeenWhole(const PlacedLabel& label) const
    {
        return std::ranges::all_of(
                   label.boxes, [this](const QRectF& b) { return m_view.contains(b); })
               || std::ranges::none_of(
                   label.boxes, [this](const QRectF& b) { return m_view.intersects(b); });
    }

    /// The number lies in its area with all its corners; with a name, no border runs through either.
    [[nodiscard]] bool isInside(const PlacedLabel& label, const Shape& shape) const
    {
        const QRectF number = label.boxes.front();
        const std::array probes{
            number.topLeft(), number.topRight(), number.bottomLeft(), number.bottomRight()};
        const bool isIn = std::ranges::all_of(
            probes, [&](QPointF p) { return ringsContain(shape.rings, m_camera.toGround(p)); });
        const auto isCrossed = [this](const QRectF& b) {
            return m_raster.isCrossed(b.adjusted(1, 1, -1, -1), BorderSort::Area);
        };
        return isIn
               && (label.sort == LabelSort::AreaNumber
                   || std::ranges::none_of(label.boxes, isCrossed));
    }

    // ---- zones: one spaced name where there is room, nearest to the plan's point or to the middle of what is seen

    void addZones()
    {
        const Detail& detail = m_scene.store.detailFor(kSmallZoom);
        for (const PlaceName& name : m_scene.store.zoneNames()) {
            addZone(name, detail.zones[static_cast<std::size_t>(name.index)]);
        }
    }

    void addZone(const PlaceName& name, const Shape& shape)
    {
        const QString text =
            m_scene.language == Language::Chinese ? nameOf(name) : nameOf(name).toUpper();
        const double w = labelWidth(LabelSort::Zone, text);
        const double h = 28;
        std::vector<QPointF> seen;
        for (double y = 24 + h / 2; y < m_view.height() - 24 - h / 2; y += kZoneGrid) {
            for (double x = 16 + w / 2; x < m_view.width() - 16 - w / 2; x += kZoneGrid) {
                if (ringsContain(shape.rings, m_camera.toGround({x, y}))) {
                    seen.emplace_back(x, y);
                }
            }
        }
        const QPointF target = zoneTarget(name, seen);
        std::ranges::sort(seen, {}, [target](QPointF p) { return squared(p - target); });
        for (const BorderSort least :
             {BorderSort::Area, BorderSort::District}) // over a hairline if it must be
        {
            for (const QPointF p : seen) {
                const QRectF box = centred(p, w, h);
                if (m_placer.isFree(box.adjusted(-kBreath, -kBreath, kBreath, kBreath))
                    && !m_raster.isCrossed(box, least) && isInsideZone(box, shape)) {
                    (void)put({LabelSort::Zone, name.index, text, p, 0, {box}, false, true});
                    return;
                }
            }
        }
    }

    [[nodiscard]] QPointF zoneTarget(const PlaceName& name, const std::vector<QPointF>& seen) const
    {
        const QPointF own = m_camera.toView(name.at);
        if (m_view.contains(own) || seen.empty()) {
            return own;
        }
        QPointF sum;
        for (const QPointF p : seen) {
            sum += p;
        }
        return sum / static_cast<double>(seen.size());
    }

    [[nodiscard]] bool isInsideZone(const QRectF& box, const Shape& shape) const
    {
        const std::array probes{box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()};
        return std::ranges::all_of(
            probes, [&](QPointF p) { return ringsContain(shape.rings, m_camera.toGround(p)); });
    }

    // ---- street seats

    void addSeats(const std::vector<PlaceName>& names)
    {
        int tried = 0;
        for (const PlaceName& name : names) {
            const QPointF at = m_camera.toView(name.at);
            if (m_near.contains(at) && ++tried <= kMostSeats) {
                addSeat(name, at);
            }
        }
    }

    /// At its point or as near as there is room, the whole of it before the brief one.
    void addBanner(const PlaceName& name)
    {
        constexpr std::array<double, 6> kRows{0, 24, -24, 48, -48, 76};
        const QPointF at = m_camera.toView(name.at);
        if (!m_near.contains(at)) {
            return;
        }
        for (const QString& text : {nameOf(name), name.briefEn}) {
            const double w = labelWidth(LabelSort::Banner, text) + 2 * kBannerPad;
            for (const double dy : kRows) {
                for (const double dx : {0.0, w / 2 + 12, -w / 2 - 12}) {
                    const QPointF centre = at + QPointF(dx, dy);
                    PlacedLabel label{
                        LabelSort::Banner,
                        name.index,
                        text,
                        centre,
                        0,
                        {centred(centre, w + 4, kBannerHeight + 2)},
                        false,
                        true};
                    if (isSeenWhole(label) && put(std::move(label))) {
                        return;
                    }
                }
            }
        }
    }

    void addSeat(const PlaceName& name, QPointF at)
    {
        const QString text = nameOf(name);
        const double w = labelWidth(LabelSort::Seat, text) + kSeatDot;
        for (const bool isDotLeft : {true, false}) {
            const QPointF centre = at + QPointF(isDotLeft ? w / 2 - 2.5 : 2.5 - w / 2, 0);
            PlacedLabel label{LabelSort::Seat, name.index, text,
                              centre,          0,          {centred(centre, w + 4, 16)},
                              false,           isDotLeft};
            if (isSeenWhole(label) && put(std::move(label))) {
                return;
            }
        }
    }

    const LabelScene& m_scene;
    const CameraState& m_camera;
    QRectF m_view;
    QRectF m_inner;
    QRectF m_near;
    BorderRaster m_raster;
    LabelPlacer m_placer;
    std::vector<PlacedLabel> m_out;
};

} // namespace

std::vector<PlacedLabel> placeLabels(const LabelScene& scene)
{
    return Layout(scene).run();
}

} // namespace sz::maps
