// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where headers, notes and rows of the board stand: pure arithmetic, so that the view only draws.

#include "widgets/models/BoardOrder.h"

#include <QRect>

#include <array>
#include <vector>

namespace sz::widgets {

inline constexpr int kPaneHeader = 32;
inline constexpr int kTileHeight = 82;
inline constexpr int kTileGap = 4;
inline constexpr int kMiniHeight = 28;
inline constexpr int kBoardInset = 8;   ///< left and right of tiles
inline constexpr int kShortBoard = 640; ///< below this height panes give way (design §10)

struct BoardInput
{
    std::vector<Pane> rows; ///< pane of each row of the model
    int width = 0;
    int viewHeight = 0;
    bool isClosedOpen = true;         ///< the closed pane shows its rows
    std::array<int, 4> noteHeights{}; ///< of the empty notes, by pane
};

/// Board coordinates: y = 0 is the top of the first header.
struct BoardGeometry
{
    struct PaneBox
    {
        QRect header;
        QRect note; ///< null unless the pane is empty
    };
    std::array<PaneBox, 4> panes;
    std::vector<QRect> rows; ///< by row of the model; null when the pane hides behind its count
    int height = 0;

    /// Row under a y, or -1.
    [[nodiscard]] int rowAt(int y) const;
};

[[nodiscard]] BoardGeometry layOutBoard(const BoardInput& input);
[[nodiscard]] inline bool isMini(const QRect& box)
{
    return box.height() <= kMiniHeight;
}

} // namespace sz::widgets
