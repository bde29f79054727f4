// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/BoardLayout.h"

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kCrowded = 5; ///< from so many pending on, they make room for what is late
constexpr int kFullWhenCrowded = 3;
constexpr int kLeastActive = 3; ///< whole tiles of the active pane, however crowded
constexpr int kPaneGap = 2;
constexpr int kHeaderGap = 3;
constexpr int kTilePitch = kTileHeight + kTileGap;

class Stack
{
public:
    Stack(const BoardInput& input, BoardGeometry& out)
        : m_input(input), m_out(out), m_isShort(input.viewHeight < kShortBoard)
    {
    }

    void add(Pane pane)
    {
        const auto n = static_cast<std::size_t>(pane);
        BoardGeometry::PaneBox& box = m_out.panes[n];
        box.header = take(0, kPaneHeader, kHeaderGap);
        if (count(pane) == 0) {
            box.note = take(kBoardInset, m_input.noteHeights[n], kTileGap);
        } else if (pane != Pane::Closed || m_input.isClosedOpen) {
            addRows(pane);
        }
        m_y += kPaneGap;
    }

    [[nodiscard]] int height() const { return m_y; }

private:
    [[nodiscard]] int count(Pane pane) const
    {
        return static_cast<int>(std::ranges::count(m_input.rows, pane));
    }

    /// How many rows of a pane are drawn as whole tiles; the rest are lines.
    [[nodiscard]] int fullTiles(Pane pane) const
    {
        switch (pane) {
        case Pane::Pending:
            return m_isShort ? 1 : count(pane) >= kCrowded ? kFullWhenCrowded : count(pane);
        case Pane::Overdue:
            return count(pane);
        case Pane::Active:
            return fullActive();
        case Pane::Closed:
            return 0;
        }
        return 0;
    }

    /// As many as leave the whole pane and the count of the closed one in view.
    [[nodiscard]] int fullActive() const
    {
        const int all = count(Pane::Active);
        const int room = m_input.viewHeight - m_y - kPaneHeader - 2 * kPaneGap;
        const int fitting = (room - all * kMiniHeight) / (kTilePitch - kMiniHeight);
        return std::clamp(fitting, std::min(all, m_isShort ? 2 : kLeastActive), all);
    }

    void addRows(Pane pane)
    {
        int full = fullTiles(pane);
        for (std::size_t row = 0; row < m_input.rows.size(); ++row) {
            if (m_input.rows[row] == pane) {
                m_out.rows[row] = full-- > 0 ? take(kBoardInset, kTileHeight, kTileGap)
                                             : take(kBoardInset, kMiniHeight, 0);
            }
        }
    }

    QRect take(int inset, int height, int gapAfter)
    {
        const QRect box(inset, m_y, m_input.width - 2 * inset, height);
        m_y += height + gapAfter;
        return box;
    }

    const BoardInput& m_input;
    BoardGeometry& m_out;
    bool m_isShort;
    int m_y = 0;
};

} // namespace

BoardGeometry layOutBoard(const BoardInput& input)
{
    BoardGeometry geometry;
    geometry.rows.resize(input.rows.size());
    Stack stack(input, geometry);
    for (const Pane pane : kPanes) {
        stack.add(pane);
    }
    geometry.height = stack.height();
    return geometry;
}

int BoardGeometry::rowAt(int y) const
{
    const auto it = std::ranges::find_if(rows, [y](const QRect& box) {
        return !box.isNull() && y >= box.top() && y <= box.bottom();
    });
    return it == rows.end() ? -1 : static_cast<int>(it - rows.begin());
}

} // namespace sz::widgets
