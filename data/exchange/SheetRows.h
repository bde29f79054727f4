// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One row of a sheet into one item, or why not. Private to data/exchange.

#include "data/exchange/CampaignSheet.h"
#include "data/exchange/UnitNames.h"

#include <expected>
#include <unordered_map>

namespace sz::exchange {

class RowReader
{
public:
    RowReader(const SheetMapping& mapping, const plan::Plan& plan, const SheetSpan& span);

    /// Errors are refusals without line, row and raw.
    using Verdict = std::expected<model::CampaignItem, RefusedRow>;
    [[nodiscard]] Verdict read(std::vector<std::string>& cells, std::size_t width);
    /// The item of this line is taken: its key is spoken for.
    [[nodiscard]] std::optional<RefusedRow> claim(const std::string& key, std::uint64_t line);

private:
    [[nodiscard]] std::string& cell(std::vector<std::string>& cells, SheetField field);
    [[nodiscard]] std::optional<RefusedRow>
    takeTexts(std::vector<std::string>& cells, model::CampaignItem& item);
    [[nodiscard]] std::optional<RefusedRow>
    takeUnits(std::vector<std::string>& cells, model::CampaignItem& item);
    [[nodiscard]] std::optional<RefusedRow>
    takeDue(std::vector<std::string>& cells, model::CampaignItem& item);

    SheetMapping m_mapping;
    UnitNames m_names;
    SheetSpan m_span;
    int m_utcOffsetMinutes;
    std::string m_nothing;
    std::unordered_map<std::string, std::uint64_t> m_keys;           ///< line of each
    std::unordered_map<std::string, std::optional<Instant>> m_dates; ///< a sheet has few of them
};

} // namespace sz::exchange
