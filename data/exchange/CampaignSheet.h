// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A campaign's sheet checked row by row: items that can be imported, and every row that cannot.

#include "data/exchange/RefusedRows.h"
#include "data/model/CampaignActs.h"
#include "data/plan/Plan.h"

#include <functional>
#include <stop_token>

namespace sz::exchange {

/// When the campaign runs. Dates without a year are nearest to `from`.
struct SheetSpan
{
    Instant from;
    std::optional<Instant> until; ///< none: every row needs a limit of its own
};

struct SheetItem
{
    std::uint64_t row = 0; ///< below the head, 1-based
    model::CampaignItem item;
};

/// Rows = items + refused. Blank rows count for nothing.
struct SheetReading
{
    std::vector<SheetItem> items;
    std::vector<RefusedRow> refused; ///< in the order of the file
    std::uint64_t rows = 0;
};

/// Bytes done and bytes of all; called now and then.
using SheetProgress = std::function<void(std::size_t done, std::size_t all)>;

/// Items have a unit of the plan, words, a key that stands once, and a limit. Without a key column an item's key is made of its
/// words, unit and place. Errors: BadArgument (no column for a field that must be there: its English name), Cancelled.
/// Thread: any, not gui.
[[nodiscard]] Result<SheetReading> readCampaign(
    const SheetText& sheet,
    const SheetMapping& mapping,
    const plan::Plan& plan,
    const SheetSpan& span,
    const SheetProgress& progress = {},
    const std::stop_token& stop = {});

/// An entry holds 64 KiB; the rest is for what stands around the items.
inline constexpr std::size_t kMostActBytes = 56 * 1024;

/// The acts that import these items, in order; each encodes to at most `kMostActBytes`.
[[nodiscard]] std::vector<model::ImportItems>
importActs(const SheetText& sheet, SheetReading&& reading, const SheetSpan& span);

} // namespace sz::exchange
