// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pictures of marks, clusters, chips, edge arrows and the pin; each is painted once and kept until the theme changes.

#include "maps/layers/Mark.h"
#include "maps/symbols/Tokens.h"

#include <QHash>
#include <QImage>
#include <QRectF>

#include <array>

class QPainter;

namespace sz::maps {

inline constexpr double kDiscSide = 34;
inline constexpr double kClusterSide = 38;
inline constexpr double kChipHeight = 24;

/// How a disc looks, apart from what is written beside it.
struct DiscLook
{
    plan::Grade grade = plan::Grade::IV;
    model::Lamp lamp = model::Lamp::None;
    bool isDashed = false;
    bool isSelected = false;
};

/// How many members of a cluster have which lamp, and the gravest grade of any of them.
struct ClusterLook
{
    std::array<int, 4> byLamp{};
    plan::Grade gravest = plan::Grade::IV;
    bool isDashed = false;
    bool isSelected = false;
    [[nodiscard]] int total() const { return byLamp[0] + byLamp[1] + byLamp[2] + byLamp[3]; }
};

struct ChipLook
{
    QString text;
    model::Lamp lamp = model::Lamp::None;
    bool isFilled = false;   ///< late and fresh: white on red
    bool isInverted = false; ///< the pin's words
};

/// Where an edge arrow points.
enum class Edge : std::uint8_t {
    Left,
    Right,
    Top,
    Bottom,
};

/// Thread: one at a time. Images are cut for one device pixel ratio.
class MarkPainter
{
public:
    MarkPainter(symbols::Theme theme, double ratio) : m_theme(theme), m_ratio(ratio) {}

    [[nodiscard]] QImage disc(const DiscLook& look);
    [[nodiscard]] QImage cluster(const ClusterLook& look);
    [[nodiscard]] QImage dot(model::Lamp lamp, bool isSelected);
    [[nodiscard]] QImage chip(const ChipLook& look);
    [[nodiscard]] QImage arrow(const ChipLook& look, Edge edge);
    [[nodiscard]] QImage pin();
    /// Logical width of a chip's picture; its height is kChipHeight.
    [[nodiscard]] static double chipWidth(const ChipLook& look);

    [[nodiscard]] symbols::Theme theme() const { return m_theme; }
    [[nodiscard]] double ratio() const { return m_ratio; }

private:
    template <class Paint>
    QImage kept(const QString& key, QSizeF size, Paint paint);
    void
    paintRing(QPainter& painter, double side, const QColor& colour, double width, bool isDashed)
        const;
    void paintSelection(QPainter& painter, double side) const;
    void paintGravest(QPainter& painter, QPointF centre, plan::Grade grade) const;
    void paintChip(QPainter& painter, const QRectF& box, const ChipLook& look) const;

    symbols::Theme m_theme;
    double m_ratio;
    QHash<QString, QImage> m_images;
};

} // namespace sz::maps
