// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/LabelLayout.h"

#include "maps/layers/LabelFonts.h"

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
constexpr double kSmallZoom = 9.7;    ///< detail good enough to search for places
constexpr double kRiverSpacing = 420; ///< pixels between two names of one river
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

/// Cells of the view through which a border runs, so that words are not written across lines.
class BorderRaster
{
public:
    BorderRaster(const Detail& detail, const CameraState& camera, const QRectF& rect)
        : m_rect(rect), m_columns(static_cast<int>(rect.width() / kCell) + 1),
          m_rows(static_cast<int>(rect.height() / kCell) + 1),
          m_cells(static_cast<std::size_t>(m_columns * m_rows), kNothing)
    {
        const MercatorBox box{camera.toGround(rect.topLeft()), camera.toGround(rect.bottomRight())};
        for (const BorderLine& border :
             detail.borders) // hairlines first, so that the strongest stays
        {
            if (border.box.intersects(box)) {
                for (const LineRun& run : clippedLine(border.points, camera.transform(), rect)) {
                    draw(run.points, static_cast<std::uint8_t>(border.sort));
                }
            }
        }
    }

    /// True when a border of at least this sort runs through the box.
    [[nodiscard]] bool isCrossed(const QRectF& box, BorderSort least) const
    {
        const QRectF in = box.translated(-m_rect.topLeft());
        for (int y = row(in.top()); y <= row(in.bottom()); ++y) {
            for (int x = column(in.left()); x <= column(in.right()); ++x) {
                const std::uint8_t cell = m_cells[index(x, y)];
                if (cell != kNothing && cell >= static_cast<std::uint8_t>(least)) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    static constexpr double kCell = 5;
    static constexpr std::uint8_t kNothing = 255;

    [[nodiscard]] int column(double x) const
    {
        return std::clamp(static_cast<int>(x / kCell), 0, m_columns - 1);
    }
    [[nodiscard]] int row(double y) const
    {
        return std::clamp(static_cast<int>(y / kCell), 0, m_rows - 1);
    }
    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y * m_columns + x);
    }

    void draw(const QPolygonF& line, std::uint8_t sort)
    {
        for (qsizetype i = 1; i < line.size(); ++i) {
            const QPointF step = line[i] - line[i - 1];
            const int parts = 1 + static_cast<int>(std::hypot(step.x(), step.y()) / (kCell * 0.7));
            for (int k = 0; k <= parts; ++k) {
                const QPointF p =
                    line[i - 1] + step * (static_cast<double>(k) / parts) - m_rect.topLeft();
                m_cells[index(column(p.x()), row(p.y()))] = sort;
            }
        }
    }

    QRectF m_rect;
    int m_columns;
    int m_rows;
    std::vector<std::uint8_t> m_cells;
};

/// Best of a grid of points, then of a finer one round it.
std::optional<Mercator>
searchInner(const Shape& shape, const MercatorBox& within, int steps, double& best)
{
    std::optional<Mercator> found;
    for (int iy = 0; iy < steps; ++iy) {
        for (int ix = 0; ix < steps; ++ix) {
            const Mercator p{
                within.min.x + within.width() * (ix + 0.5) / steps,
                within.min.y + within.height() * (iy + 0.5) / steps};
            const double rim = std::min(
                {p.x - within.min.x, within.max.x - p.x, p.y - within.min.y, within.max.y - p.y});
            if (rim > best && ringsContain(shape.rings, p)) {
                const double d = std::min(rim, distanceToRings(shape.rings, p));
                if (d > best) {
                    best = d;
                    found = p;
                }
            }
        }
    }
    return found;
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
        if (m_camera.zoom >= kNumbersFrom) {
            addAreas();
        }
        addZones();
        if (m_camera.zoom >= kNamesFrom) {
            addRivers();
        }
        if (m_camera.zoom >= kSeatsFrom) {
            addSeats();
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

    /// The number lies in its area with all its corners, and no border runs through it or through the name.
    [[nodiscard]] bool isInside(const PlacedLabel& label, const Shape& shape) const
    {
        const QRectF number = label.boxes.front();
        const std::array probes{
            number.topLeft(), number.topRight(), number.bottomLeft(), number.bottomRight()};
        const bool isIn = std::ranges::all_of(
            probes, [&](QPointF p) { return ringsContain(shape.rings, m_camera.toGround(p)); });
        return isIn && std::ranges::none_of(label.boxes, [this](const QRectF& b) {
                   return m_raster.isCrossed(b.adjusted(1, 1, -1, -1), BorderSort::Area);
               });
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

    // ---- rivers: beside the border that runs in mid-river, turned with it

    void addRivers()
    {
        const Detail& detail = m_scene.store.detailFor(m_camera.zoom);
        for (const PlaceName& name : m_scene.store.riverNames()) {
            std::vector<QPointF> shown;
            const Shape& river = detail.rivers[static_cast<std::size_t>(name.index)];
            for (const BorderLine& border : detail.borders) {
                if (border.sort == BorderSort::Zone && !border.isOuter
                    && border.box.intersects(m_camera.visible())) {
                    addAlong(border, river, name, shown);
                }
            }
        }
    }

    void addAlong(
        const BorderLine& border,
        const Shape& river,
        const PlaceName& name,
        std::vector<QPointF>& shown)
    {
        const QString text = nameOf(name);
        const double w = labelWidth(LabelSort::River, text);
        const Walk walk(border.points, m_camera);
        for (double at = w; at + w < walk.length(); at += 24) {
            const QPointF middle = walk.point(at);
            const bool isFar = std::ranges::all_of(shown, [middle](QPointF p) {
                return squared(p - middle) > kRiverSpacing * kRiverSpacing;
            });
            if (isFar && m_inner.contains(middle)
                && ringsContain(river.rings, m_camera.toGround(middle))
                && tryRiver(walk, at, w, river, name)) {
                shown.push_back(middle);
            }
        }
    }

    /// A border as a line of pixels that can be walked along.
    class Walk
    {
    public:
        Walk(const Line& line, const CameraState& camera)
        {
            for (const Mercator& p : line) {
                m_points.push_back(camera.toView(p));
                const QPointF step =
                    m_points.back() - m_points[m_points.size() > 1 ? m_points.size() - 2 : 0];
                m_lengths.push_back(
                    (m_lengths.empty() ? 0 : m_lengths.back()) + std::hypot(step.x(), step.y()));
            }
        }
        [[nodiscard]] double length() const { return m_lengths.back(); }
        [[nodiscard]] QPointF point(double at) const
        {
            const auto it = std::ranges::lower_bound(m_lengths, at);
            const auto i = static_cast<std::size_t>(it - m_lengths.begin());
            if (i == 0 || i >= m_points.size()) {
                return i == 0 ? m_points.front() : m_points.back();
            }
            const double step = m_lengths[i] - m_lengths[i - 1];
            const double share = step > 0 ? (at - m_lengths[i - 1]) / step : 0;
            return m_points[i - 1] + (m_points[i] - m_points[i - 1]) * share;
        }

    private:
        std::vector<QPointF> m_points;
        std::vector<double> m_lengths;
    };

    bool tryRiver(const Walk& walk, double at, double w, const Shape& river, const PlaceName& name)
    {
        const QPointF from = walk.point(at - w / 2);
        const QPointF to = walk.point(at + w / 2);
        const QPointF along = to - from;
        const QPointF bend = walk.point(at) - (from + to) / 2;
        if (std::hypot(along.x(), along.y()) < w * 0.93 || std::hypot(bend.x(), bend.y()) > 6) {
            return false;
        }
        double degrees = std::atan2(along.y(), along.x()) * 180 / M_PI;
        degrees = degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
        const double half = distanceToRings(river.rings, m_camera.toGround(walk.point(at)))
                            * worldPixels(m_camera.zoom);
        const double aside = half >= 20 ? half / 2 : half + 11;
        const double turn = degrees * M_PI / 180;
        const QPointF up(std::sin(turn), -std::cos(turn));
        return putRiver(name, (from + to) / 2 + up * aside, degrees, w)
               || putRiver(name, (from + to) / 2 - up * aside, degrees, w);
    }

    bool putRiver(const PlaceName& name, QPointF centre, double degrees, double w)
    {
        PlacedLabel label{LabelSort::River,    name.index, nameOf(name), centre,
                          std::round(degrees), {},         false,        true};
        const double turn = degrees * M_PI / 180;
        const QPointF along(std::cos(turn), std::sin(turn));
        const int beads = std::max(2, static_cast<int>(std::ceil(w / 16)));
        for (int i = 0; i < beads; ++i) {
            label.boxes.push_back(
                centred(centre + along * (w * ((i + 0.5) / beads - 0.5)), 17, 17));
        }
        return std::ranges::all_of(
                   label.boxes, [this](const QRectF& b) { return m_view.contains(b); })
               && put(std::move(label));
    }

    // ---- street seats

    void addSeats()
    {
        for (const PlaceName& name : m_scene.store.seats()) {
            const QPointF at = m_camera.toView(name.at);
            if (m_near.contains(at)) {
                addSeat(name, at);
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

std::optional<Mercator> innerPoint(const Shape& shape, const MercatorBox& within)
{
    const MercatorBox common{
        {std::max(shape.box.min.x, within.min.x), std::max(shape.box.min.y, within.min.y)},
        {std::min(shape.box.max.x, within.max.x), std::min(shape.box.max.y, within.max.y)}};
    if (common.isEmpty()) {
        return std::nullopt;
    }
    double best = 0;
    const auto rough = searchInner(shape, common, 12, best);
    if (!rough) {
        return std::nullopt;
    }
    const double dx = common.width() / 12;
    const double dy = common.height() / 12;
    const auto fine = searchInner(
        shape, {{rough->x - dx, rough->y - dy}, {rough->x + dx, rough->y + dy}}, 4, best);
    return fine && within.contains(*fine) ? fine : rough;
}

std::vector<PlacedLabel> placeLabels(const LabelScene& scene)
{
    return Layout(scene).run();
}

} // namespace sz::maps
