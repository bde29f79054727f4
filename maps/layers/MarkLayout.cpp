// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/MarkLayout.h"

#include "maps/layers/EdgeArrows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sz::maps {

using model::Lamp;

namespace {

constexpr double kDotsBelow = 9.5;
constexpr double kLabelsFrom = 10.5;
constexpr double kNarrowView = 700; ///< laptops: only late, behind and selected have words

/// One disc with its words while it is being laid out.
struct Item
{
    Cluster cluster;
    QPointF centre;
    double side = kDiscSide;
    bool isSelected = false;
    Lamp lamp = Lamp::None;
};

class Layout
{
public:
    Layout(const MarkScene& scene, MarkPainter& painter) : m_scene(scene), m_painter(painter)
    {
        const QSizeF size = scene.camera.size;
        m_view = QRectF(QPointF(), size);
        m_near = m_view.adjusted(
            -size.width() / 4, -size.height() / 4, size.width() / 4, size.height() / 4);
        for (const QRectF& rect : scene.obstacles) {
            m_placer.block(rect);
        }
    }

    MarkPicture run()
    {
        if (m_scene.camera.zoom < kDotsBelow) {
            addDots();
        } else {
            gather();
            addDiscs();
            addChips();
        }
        addEdgeArrows(m_scene, m_painter, m_placer, m_out);
        std::ranges::reverse(m_out.hits);
        return std::move(m_out);
    }

private:
    [[nodiscard]] const Mark& mark(std::size_t i) const { return m_scene.marks[i]; }
    [[nodiscard]] const Mark& worst(const Item& item) const
    {
        return mark(item.cluster.members.front());
    }
    [[nodiscard]] bool isSelected(std::size_t i) const
    {
        return !m_scene.selected.empty() && mark(i).id == m_scene.selected;
    }
    /// The mark whose words stand beside the disc.
    [[nodiscard]] const Mark& spokesman(const Item& item) const
    {
        const auto it = std::ranges::find_if(
            item.cluster.members, [this](std::size_t i) { return isSelected(i); });
        return it == item.cluster.members.end() ? worst(item) : mark(*it);
    }

    void addDots()
    {
        std::vector<std::size_t> order(m_scene.marks.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::ranges::sort(
            order, [this](std::size_t a, std::size_t b) { return isWorse(mark(b), mark(a)); });
        for (const std::size_t i : order) {
            const Mercator at = toMercator(mark(i).at);
            const QPointF centre = m_scene.camera.toView(at);
            if (m_near.contains(centre)) {
                m_out.sprites.push_back(
                    {m_painter.dot(mark(i).lamp, isSelected(i)), at, {-8, -8}, false});
                m_out.hits.push_back({at, {-9, -9, 18, 18}, true, false, {mark(i).id}});
                m_out.taken.emplace_back(centre - QPointF(7, 7), QSizeF(14, 14));
            }
        }
    }

    void gather()
    {
        const double radius = m_scene.camera.zoom < kLabelsFrom ? 56 : kClusterSide + 4;
        for (Cluster& cluster : clusterMarks(m_scene.marks, m_scene.camera.zoom, radius)) {
            Item item;
            item.centre = m_scene.camera.toView(cluster.at);
            if (!m_near.contains(item.centre)) {
                continue;
            }
            item.isSelected = std::ranges::any_of(
                cluster.members, [this](std::size_t i) { return isSelected(i); });
            item.lamp = mark(cluster.members.front()).lamp;
            item.side = cluster.members.size() > 1 ? kClusterSide : kDiscSide;
            item.cluster = std::move(cluster);
            m_items.push_back(std::move(item));
        }
        // the selected one is painted last and speaks first; otherwise the worst speaks first
        std::ranges::stable_sort(
            m_items, [](const Item& a, const Item& b) { return a.isSelected > b.isSelected; });
    }

    [[nodiscard]] QImage discImage(const Item& item)
    {
        const auto& members = item.cluster.members;
        const bool isDashed = std::ranges::all_of(
            members, [this](std::size_t i) { return mark(i).isApproximate || mark(i).isStale; });
        if (members.size() == 1) {
            return m_painter.disc({worst(item).grade, item.lamp, isDashed, item.isSelected});
        }
        ClusterLook look;
        look.isDashed = isDashed;
        look.isSelected = item.isSelected;
        for (const std::size_t i : members) {
            ++look.byLamp[static_cast<std::size_t>(mark(i).lamp)];
            look.gravest = std::min(look.gravest, mark(i).grade);
        }
        return m_painter.cluster(look);
    }

    void addDiscs()
    {
        for (auto it = m_items.rbegin(); it != m_items.rend(); ++it) {
            const QImage image = discImage(*it);
            const double half = image.width() / image.devicePixelRatio() / 2;
            m_out.sprites.push_back({image, it->cluster.at, {-half, -half}, false});
            MarkHit hit{
                it->cluster.at,
                QRectF(-it->side / 2, -it->side / 2, it->side, it->side),
                true,
                false,
                {}};
            for (const std::size_t i : it->cluster.members) {
                hit.ids.push_back(mark(i).id);
            }
            m_out.hits.push_back(std::move(hit));
            take(
                {it->centre.x() - it->side / 2, it->centre.y() - it->side / 2, it->side, it->side});
        }
    }

    [[nodiscard]] bool mayBeSilent(const Item& item) const
    {
        return !item.isSelected && item.lamp != Lamp::Late;
    }

    [[nodiscard]] bool isCovered(QPointF p) const
    {
        return std::ranges::any_of(
            m_scene.obstacles, [p](const QRectF& rect) { return rect.contains(p); });
    }

    [[nodiscard]] bool wantsWords(const Item& item) const
    {
        if (!mayBeSilent(item)) {
            return true;
        }
        if (m_scene.camera.zoom < kLabelsFrom) {
            return false;
        }
        return m_view.width() >= kNarrowView || item.lamp == Lamp::Behind;
    }

    [[nodiscard]] QString membersText(const Item& item) const
    {
        constexpr std::size_t kNamed = 3;
        QString text;
        const auto& members = item.cluster.members;
        for (std::size_t i = 0; i < std::min(members.size(), kNamed); ++i) {
            text += (i > 0 ? QStringLiteral(" · ") : QString()) + firstWord(mark(members[i]));
        }
        return members.size() > kNamed ? text + QStringLiteral(" +%1").arg(members.size() - kNamed)
                                       : text;
    }

    /// Words from long to short; the first that finds room is shown.
    [[nodiscard]] std::vector<ChipLook> wordings(const Item& item) const
    {
        const Mark& speaker = spokesman(item);
        std::vector<ChipLook> looks;
        const auto add = [&](const QString& text) {
            if (!text.isEmpty() && (looks.empty() || looks.back().text != text)) {
                looks.push_back(
                    {text, speaker.lamp, speaker.lamp == Lamp::Late && !speaker.isStale, false});
            }
        };
        if (item.cluster.members.size() > 1 && !item.isSelected) {
            add(membersText(item));
            looks.front().lamp =
                item.lamp == Lamp::Late ? Lamp::Late : Lamp::None; // the ring tells the rest
            looks.front().isFilled = false;
            return looks;
        }
        if (speaker.isStale) {
            add(firstWord(speaker) + u' ' + speaker.ageText);
            return looks;
        }
        add(speaker.label);
        add(speaker.shortLabel);
        add(firstWord(speaker));
        return looks;
    }

    /// Right, left, below, above, then the corners.
    [[nodiscard]] static std::array<QRectF, 8> chipPlaces(const Item& item, double width)
    {
        const double gap = item.side / 2 + (item.isSelected ? 7 : 2);
        const double slant = gap * 0.72;
        const double h = kChipHeight;
        const auto at = [&](double x, double y) {
            return QRectF(
                std::round(item.centre.x() + x), std::round(item.centre.y() + y), width, h);
        };
        return {
            at(gap, -h / 2),
            at(-gap - width, -h / 2),
            at(-width / 2, gap),
            at(-width / 2, -gap - h),
            at(slant, slant - h / 3),
            at(slant, -slant - h * 2 / 3),
            at(-slant - width, slant - h / 3),
            at(-slant - width, -slant - h * 2 / 3)};
    }

    [[nodiscard]] bool fits(const QRectF& box, const Item& item) const
    {
        // words of a disc beyond the view would reach into it as a torn piece
        return m_placer.isFree(box)
               && (m_view.contains(item.centre) ? m_view.adjusted(4, 4, -4, -4).contains(box)
                                                : !m_view.intersects(box));
    }

    void addChips()
    {
        for (const Item& item : m_items) {
            if (!wantsWords(item) || isCovered(item.centre)) {
                continue;
            }
            const std::vector<ChipLook> looks = wordings(item);
            if (!tryChip(item, looks) && !mayBeSilent(item) && !looks.empty()) {
                forceChip(item, looks.size() > 1 ? looks[1] : looks[0]);
            }
        }
    }

    bool tryChip(const Item& item, const std::vector<ChipLook>& looks)
    {
        for (const ChipLook& look : looks) {
            for (const QRectF& box : chipPlaces(item, MarkPainter::chipWidth(look))) {
                if (fits(box, item)) {
                    putChip(item, look, box);
                    return true;
                }
            }
        }
        return false;
    }

    /// Late and selected marks speak even in a crowd: where they cover least.
    void forceChip(const Item& item, const ChipLook& look)
    {
        const auto places = chipPlaces(item, MarkPainter::chipWidth(look));
        const auto cost = [this](const QRectF& box) {
            return m_placer.overlap(box)
                   + (m_view.contains(box) ? 0.0 : box.width() * box.height());
        };
        putChip(item, look, *std::ranges::min_element(places, {}, cost));
    }

    void putChip(const Item& item, const ChipLook& look, const QRectF& box)
    {
        const QPointF offset = box.topLeft() - item.centre;
        m_out.sprites.push_back({m_painter.chip(look), item.cluster.at, offset, false});
        MarkHit hit{item.cluster.at, QRectF(offset, box.size()), false, false, {}};
        for (const std::size_t i : item.cluster.members) {
            hit.ids.push_back(mark(i).id);
        }
        m_out.hits.push_back(std::move(hit));
        take(box);
    }

    void take(const QRectF& box)
    {
        m_placer.block(box);
        m_out.taken.push_back(box);
    }

    const MarkScene& m_scene;
    MarkPainter& m_painter;
    QRectF m_view;
    QRectF m_near;
    LabelPlacer m_placer;
    std::vector<Item> m_items;
    MarkPicture m_out;
};

} // namespace

MarkPicture layOutMarks(const MarkScene& scene, MarkPainter& painter)
{
    return Layout(scene, painter).run();
}

} // namespace sz::maps
