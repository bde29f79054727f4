// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/EdgeArrows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace sz::maps {

using model::Lamp;

namespace {

constexpr double kInset = 4;
constexpr double kStep = 14;
constexpr double kNearReach = 160;
constexpr double kAnyReach = 2000;
constexpr double kMostDepth = 280; ///< past a card that lies along the edge

/// One way to look for a place.
struct Try
{
    Edge edge;
    double depth;
    double reach;
};

/// Eighths of a turn, clockwise from east.
int octant(double dx, double dy)
{
    return static_cast<int>(std::lround(std::atan2(dy, dx) / (M_PI / 4))) & 7;
}

bool isSideways(Edge edge)
{
    return edge == Edge::Left || edge == Edge::Right;
}

class EdgeArrows
{
public:
    EdgeArrows(const MarkScene& scene, MarkPainter& painter, LabelPlacer& placer, MarkPicture& out)
        : m_scene(scene), m_painter(painter), m_placer(placer), m_out(out),
          m_view(QPointF(), scene.camera.size)
    {
    }

    void run()
    {
        std::map<int, std::vector<std::size_t>> byDirection;
        for (std::size_t i = 0; i < m_scene.marks.size(); ++i) {
            const QPointF at = viewOf(mark(i));
            const bool isSelected = !m_scene.selected.empty() && mark(i).id == m_scene.selected;
            if ((mark(i).lamp == Lamp::Late || isSelected) && !m_view.contains(at)) {
                const QPointF d = at - m_view.center();
                byDirection[octant(d.x(), d.y())].push_back(i);
            }
        }
        for (auto& [direction, members] : byDirection) {
            std::ranges::sort(members, [this](std::size_t a, std::size_t b) {
                return isWorse(mark(a), mark(b));
            });
            add(members);
        }
    }

private:
    [[nodiscard]] const Mark& mark(std::size_t i) const { return m_scene.marks[i]; }
    [[nodiscard]] QPointF viewOf(const Mark& m) const
    {
        return m_scene.camera.toView(toMercator(m.at));
    }

    [[nodiscard]] ChipLook lookOf(const std::vector<std::size_t>& members) const
    {
        const Mark& first = mark(members.front());
        QString text = (first.shortLabel.isEmpty() ? first.label : first.shortLabel)
                       + QStringLiteral(" · ")
                       + bearingText(toWgs84(m_scene.camera.centre), first.at, m_scene.language);
        if (members.size() > 1) {
            text += QStringLiteral(" +%1").arg(members.size() - 1);
        }
        return {text, first.lamp, first.lamp == Lamp::Late && !first.isStale, false};
    }

    /// Near where the line to the mark leaves the view; else farther in, over the cards; else anywhere along that edge or
    /// the other one on that side; else over whatever is there.
    void add(const std::vector<std::size_t>& members)
    {
        const ChipLook look = lookOf(members);
        const QPointF at = viewOf(mark(members.front()));
        const std::array<Edge, 2> edges = edgesTowards(at);
        for (const auto& [edge, depth, reach] :
             {Try{edges[0], 0, kNearReach}, Try{edges[0], kMostDepth, kNearReach},
              Try{edges[0], 0, kAnyReach}, Try{edges[1], 0, kAnyReach}}) {
            const QImage image = m_painter.arrow(look, edge);
            const QSizeF size = QSizeF(image.size()) / image.devicePixelRatio();
            if (const auto box = freePlace(at, edge, size, depth, reach)) {
                put(members, image, *box);
                return;
            }
        }
        const QImage image = m_painter.arrow(look, edges[0]);
        const QSizeF size = QSizeF(image.size()) / image.devicePixelRatio();
        put(members, image, boxAt(exitTo(at, edges[0]), edges[0], size, 0, 0));
    }

    void put(const std::vector<std::size_t>& members, const QImage& image, const QRectF& box)
    {
        m_out.sprites.push_back({image, {}, box.topLeft(), true});
        MarkHit hit{{}, box, false, true, {}};
        std::ranges::transform(
            members, std::back_inserter(hit.ids), [this](std::size_t i) { return mark(i).id; });
        m_out.hits.push_back(std::move(hit));
        m_placer.block(box);
        m_out.taken.push_back(box);
    }

    /// The edge through which the line to the mark leaves the view, then the other one on that side.
    [[nodiscard]] std::array<Edge, 2> edgesTowards(QPointF at) const
    {
        const QPointF d = at - m_view.center();
        const Edge side = d.x() < 0 ? Edge::Left : Edge::Right;
        const Edge end = d.y() < 0 ? Edge::Top : Edge::Bottom;
        const bool isSideFirst =
            std::abs(d.x()) * m_view.height() > std::abs(d.y()) * m_view.width();
        return isSideFirst ? std::array{side, end} : std::array{end, side};
    }

    [[nodiscard]] QPointF exitTo(QPointF at, Edge edge) const
    {
        const QPointF d = at - m_view.center();
        const double whole = isSideways(edge) ? std::abs(d.x()) : std::abs(d.y());
        const double half = isSideways(edge) ? m_view.width() / 2 : m_view.height() / 2;
        return m_view.center() + d * (half / std::max(whole, 1.0));
    }

    /// The free place nearest to where the line to the mark leaves the view: at most `reach` along the edge and `depth`
    /// away from it.
    [[nodiscard]] std::optional<QRectF>
    freePlace(QPointF at, Edge edge, QSizeF size, double depth, double reach) const
    {
        const QPointF exit = exitTo(at, edge);
        for (double in = 0; in <= depth; in += kStep) {
            for (double along = 0; along <= reach; along += kStep) {
                for (const double shift : {along, -along}) {
                    const QRectF box = boxAt(exit, edge, size, shift, in);
                    if (m_view.contains(box) && m_placer.isFree(box)) {
                        return box;
                    }
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] QRectF boxAt(QPointF exit, Edge edge, QSizeF size, double shift, double in) const
    {
        const double right = m_view.width() - size.width() - kInset;
        const double bottom = m_view.height() - size.height() - kInset;
        const double x = std::round(
            std::clamp(exit.x() - size.width() / 2, kInset, std::max(kInset, right)) + shift);
        const double y = std::round(
            std::clamp(exit.y() - size.height() / 2, kInset, std::max(kInset, bottom)) + shift);
        switch (edge) {
        case Edge::Left:
            return {QPointF(kInset + in, y), size};
        case Edge::Right:
            return {QPointF(right - in, y), size};
        case Edge::Top:
            return {QPointF(x, kInset + in), size};
        case Edge::Bottom:
            return {QPointF(x, bottom - in), size};
        }
        return {};
    }

    const MarkScene& m_scene;
    MarkPainter& m_painter;
    LabelPlacer& m_placer;
    MarkPicture& m_out;
    QRectF m_view;
};

} // namespace

void addEdgeArrows(
    const MarkScene& scene,
    MarkPainter& painter,
    LabelPlacer& placer,
    MarkPicture& out)
{
    EdgeArrows(scene, painter, placer, out).run();
}

QString bearingText(Wgs84 from, Wgs84 to, Language language)
{
    constexpr std::array kChinese{"东", "东南", "南", "西南", "西", "西北", "北", "东北"};
    constexpr std::array kEnglish{"E", "SE", "S", "SW", "W", "NW", "N", "NE"};
    const Mercator a = toMercator(from);
    const Mercator b = toMercator(to);
    const auto direction = static_cast<std::size_t>(octant(b.x - a.x, b.y - a.y));
    const double km = distanceMetres(from, to) / 1000;
    const QString number = QString::number(km, 'f', km < 10 ? 1 : 0);
    const char* word = language == Language::Chinese ? kChinese[direction] : kEnglish[direction];
    return QString::fromUtf8(word) + u' ' + number + QStringLiteral(" km");
}

} // namespace sz::maps
