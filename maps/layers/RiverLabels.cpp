// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/RiverLabels.h"

#include "maps/layers/LabelFonts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sz::maps {

namespace {

constexpr double kSpacing = 420; ///< pixels between two names of one river
constexpr double kStep = 24;     ///< pixels between two tries
constexpr double kMostBend = 6;  ///< pixels by which the river may leave the name's straight line
constexpr double kBead = 17;     ///< a turned name is covered by squares of this side

double squared(QPointF p)
{
    return p.x() * p.x() + p.y() * p.y();
}

QRectF bead(QPointF c)
{
    return {c.x() - kBead / 2, c.y() - kBead / 2, kBead, kBead};
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

class RiverLabels
{
public:
    RiverLabels(const LabelScene& scene, LabelPlacer& placer, std::vector<PlacedLabel>& out)
        : m_scene(scene), m_camera(scene.camera), m_view(QPointF(), scene.camera.size),
          m_placer(placer), m_out(out)
    {
    }

    void run()
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

private:
    [[nodiscard]] QString nameOf(const PlaceName& name) const
    {
        return m_scene.language == Language::Chinese ? name.zh : name.en;
    }

    bool keep(PlacedLabel label)
    {
        m_out.push_back(std::move(label));
        return true;
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
        for (double at = w; at + w < walk.length(); at += kStep) {
            const QPointF middle = walk.point(at);
            const bool isFar = std::ranges::all_of(
                shown, [middle](QPointF p) { return squared(p - middle) > kSpacing * kSpacing; });
            if (isFar && m_view.contains(middle)
                && ringsContain(river.rings, m_camera.toGround(middle))
                && tryRiver(walk, at, w, river, name)) {
                shown.push_back(middle);
            }
        }
    }

    bool tryRiver(const Walk& walk, double at, double w, const Shape& river, const PlaceName& name)
    {
        const QPointF from = walk.point(at - w / 2);
        const QPointF to = walk.point(at + w / 2);
        const QPointF along = to - from;
        const QPointF bend = walk.point(at) - (from + to) / 2;
        if (std::hypot(along.x(), along.y()) < w * 0.93
            || std::hypot(bend.x(), bend.y()) > kMostBend) {
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
            label.boxes.push_back(bead(centre + along * (w * ((i + 0.5) / beads - 0.5))));
        }
        return std::ranges::all_of(
                   label.boxes, [this](const QRectF& b) { return m_view.contains(b); })
               && m_placer.place(label.boxes) && keep(std::move(label));
    }

    const LabelScene& m_scene;
    const CameraState& m_camera;
    QRectF m_view;
    LabelPlacer& m_placer;
    std::vector<PlacedLabel>& m_out;
};

} // namespace

void addRiverLabels(const LabelScene& scene, LabelPlacer& placer, std::vector<PlacedLabel>& out)
{
    RiverLabels(scene, placer, out).run();
}

} // namespace sz::maps
