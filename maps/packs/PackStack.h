// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Base map packs one over the other: the first in the list wins, where it has a hole the next shows through.

#include "maps/packs/PackReaders.h"
#include "maps/packs/TilePlacing.h"

#include <QRegion>

#include <vector>

namespace sz::maps {

/// The base map of one picture.
struct BasePicture
{
    QImage image;    ///< ARGB32 premultiplied; null when no pack has anything here
    QRegion covered; ///< pixels without any transparency
};

/// Thread: any. Immutable but for its open files and decoded tiles, which guard themselves. Never touches the network itself: what
/// a pack's supply has not got yet is drawn when it says that it has come (renew).
class PackStack
{
public:
    /// Packs that were opened once, first on top.
    explicit PackStack(std::vector<packs::PackInfo> packs);

    [[nodiscard]] const std::vector<packs::PackInfo>& packs() const { return m_packs; }
    /// Places in packs() of those that may show something of the box at this zoom.
    [[nodiscard]] std::vector<std::size_t> packsIn(const MercatorBox& box, double zoom) const;
    /// 5 to 30 ms a picture of 512 × 512.
    [[nodiscard]] BasePicture compose(const PictureFrame& frame) const;
    /// Tiles of a supply have come. Returns what of the ground is to be painted anew; empty when the supply is not one of ours.
    [[nodiscard]] std::vector<MercatorBox>
    renew(const packs::TileSupply* supply, const std::vector<packs::TileId>& tiles) const;

private:
    std::vector<packs::PackInfo> m_packs;
    std::vector<MercatorBox> m_boxes; ///< of their bounds
    mutable PackReaders m_readers;
};

} // namespace sz::maps
