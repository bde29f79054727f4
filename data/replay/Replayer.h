// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Any position quickly: checkpoints over the whole log, finer ones where somebody is looking.

#include "data/replay/PastBoard.h"

#include <functional>
#include <memory>
#include <optional>

namespace sz::replay {

/// Opens the log for one short read. A reader that stayed open would hold back the desk's own checkpoints and what is to be
/// wiped from the file.
using OpenLog = std::function<Result<store::DeskReader>()>;
/// True: stop as soon as you can.
using Stop = std::function<bool()>;

/// Thread: one at a time, any. The plan is shared with the screens.
class Replayer
{
public:
    Replayer(std::shared_ptr<const plan::Plan> plan, OpenLog open);

    /// Reads the heads of all entries told so far; `progress` gets done and total. Errors: the store's; Cancelled.
    [[nodiscard]] Result<void>
    open(const std::function<void(std::size_t, std::size_t)>& progress = {}, const Stop& stop = {});
    /// Never null after open(); immutable.
    [[nodiscard]] std::shared_ptr<const Timeline> timeline() const { return m_timeline; }

    /// The state at a position, from the nearest checkpoint before it. Errors: the store's; Cancelled.
    [[nodiscard]] Result<PastBoard> at(std::size_t position, const Stop& stop = {});
    /// Makes the next checkpoint ahead of time; false when there is none left to make. Errors: as at().
    [[nodiscard]] Result<bool> prepare(const Stop& stop = {});

    /// Gives the checkpoints back; they are made again when they are needed.
    void forget();
    /// Entries between two checkpoints of the whole log.
    [[nodiscard]] std::size_t gap() const { return m_gap; }
    [[nodiscard]] std::size_t checkpoints() const { return m_coarse.size() + m_fine.size(); }
    /// Entries folded since open(), for figures and tests.
    [[nodiscard]] std::size_t folded() const { return m_folded; }

    static constexpr std::size_t kLeastGap = 1024;
    static constexpr std::size_t kMostCoarse = 64;
    static constexpr std::size_t kMostFine = 24;
    /// Lines of traces in the coarse checkpoints, common ones once: some 250 MB.
    static constexpr std::size_t kMostLines = 400'000;
    static constexpr std::size_t kMostFineGap = 2048;

private:
    [[nodiscard]] const PastBoard& nearest(std::size_t position) const;
    [[nodiscard]] Result<PastBoard> step(PastBoard from, std::size_t to);
    void keep(const PastBoard& board);
    void thin();
    [[nodiscard]] std::size_t fineGap() const;

    std::shared_ptr<const plan::Plan> m_plan;
    OpenLog m_open;
    std::shared_ptr<const Timeline> m_timeline; // shared: the screen reads it while we fold
    PastBoard m_start;
    std::map<std::size_t, PastBoard> m_coarse; ///< at multiples of m_gap
    std::map<std::size_t, PastBoard> m_fine;   ///< around what was last looked at
    std::optional<PastBoard> m_cursor;         ///< what was last given
    std::size_t m_gap = kLeastGap;
    std::size_t m_lines = 0;
    std::size_t m_folded = 0;
};

} // namespace sz::replay
