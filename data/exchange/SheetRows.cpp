// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/SheetRows.h"

#include "data/exchange/SheetDates.h"
#include "data/model/CampaignItems.h"

#include <algorithm>
#include <array>

namespace sz::exchange {
namespace {

constexpr std::size_t kShownBytes = 60;
constexpr std::size_t kMostDates = 10'000; ///< kept in mind at once

/// So much of a cell as a sentence can hold, cut between characters.
std::string shown(std::string_view text)
{
    if (text.size() <= kShownBytes) {
        return std::string(text);
    }
    std::size_t end = kShownBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

RefusedRow refused(Refusal why, std::optional<SheetField> field, std::string_view value = {})
{
    RefusedRow row;
    row.why = why;
    row.field = field;
    row.value = shown(value);
    return row;
}

/// Line breaks and other controls inside a cell become spaces; what a spreadsheet calls a space goes from the ends.
void clean(std::string& cell)
{
    for (char& c : cell) {
        c = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    for (const std::string_view space : {" ", "\u3000", "\u00A0"}) {
        while (cell.starts_with(space)) {
            cell.erase(0, space.size());
        }
        while (cell.ends_with(space)) {
            cell.erase(cell.size() - space.size());
        }
    }
}

/// Of a sheet without numbers: the same item has the same key whenever it is imported.
std::string keyOf(const model::CampaignItem& item, const std::string& unit)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    const std::string text = item.label + '\n' + unit + '\n' + item.place;
    const Digest digest =
        sha256(BytesView(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
    std::string key = "#";
    for (std::size_t i = 0; i < 6; ++i) {
        key += kHex[digest[i] >> 4U];
        key += kHex[digest[i] & 0xFU];
    }
    return key;
}

} // namespace

RowReader::RowReader(const SheetMapping& mapping, const plan::Plan& plan, const SheetSpan& span)
    : m_mapping(mapping), m_names(plan), m_span(span), m_utcOffsetMinutes(plan.utcOffsetMinutes)
{
}

std::string& RowReader::cell(std::vector<std::string>& cells, SheetField field)
{
    const auto column = m_mapping.column(field);
    m_nothing.clear();
    return column && *column < cells.size() ? cells[*column] : m_nothing;
}

RowReader::Verdict RowReader::read(std::vector<std::string>& cells, std::size_t width)
{
    std::ranges::for_each(cells, clean);
    const auto damaged =
        std::ranges::find_if(cells, [](const std::string& one) { return one.contains(kDamaged); });
    if (damaged != cells.end()) {
        return std::unexpected(refused(Refusal::Damaged, std::nullopt, *damaged));
    }
    while (cells.size() > width && cells.back().empty()) {
        cells.pop_back();
    }
    if (cells.size() > width) {
        return std::unexpected(refused(Refusal::TooManyCells, std::nullopt, cells.back()));
    }
    model::CampaignItem item;
    std::optional<RefusedRow> why = takeTexts(cells, item);
    why = why ? why : takeUnits(cells, item);
    why = why ? why : takeDue(cells, item);
    if (why) {
        return std::unexpected(*why);
    }
    if (!m_mapping.column(SheetField::Key)) {
        item.key = keyOf(item, item.unit.value);
    }
    return item;
}

std::optional<RefusedRow>
RowReader::takeTexts(std::vector<std::string>& cells, model::CampaignItem& item)
{
    struct Text
    {
        SheetField field;
        std::string& into;
        std::size_t longest;
        bool isNeeded;
    };
    const std::array texts{
        Text{
            SheetField::Key, item.key, model::kLongestItemKey,
            m_mapping.column(SheetField::Key).has_value()},
        Text{SheetField::Label, item.label, model::kLongestItemText, true},
        Text{SheetField::Place, item.place, model::kLongestItemText, false},
        Text{SheetField::Kind, item.kind, model::kLongestItemText, false}};
    for (const Text& text : texts) {
        const std::string& from = cell(cells, text.field);
        if (from.empty() && text.isNeeded) {
            return refused(Refusal::Empty, text.field);
        }
        if (from.size() > text.longest) {
            return refused(Refusal::TooLong, text.field, from);
        }
        text.into = from;
    }
    return std::nullopt;
}

std::optional<RefusedRow>
RowReader::takeUnits(std::vector<std::string>& cells, model::CampaignItem& item)
{
    const auto wrong = [](UnitNames::Why why, SheetField field, std::string_view value) {
        return refused(
            why == UnitNames::Why::Ambiguous ? Refusal::AmbiguousUnit : Refusal::UnknownUnit, field,
            value);
    };
    const std::string& lead = cell(cells, SheetField::Unit);
    if (lead.empty()) {
        return refused(Refusal::Empty, SheetField::Unit);
    }
    // Several leads in one cell: the first answers for it, the others support.
    auto leads = m_names.several(lead);
    if (!leads.bad.empty() || leads.units.empty()) {
        return wrong(leads.why, SheetField::Unit, leads.bad.empty() ? lead : leads.bad);
    }
    item.unit = leads.units.front();
    item.support.assign(leads.units.begin() + 1, leads.units.end());
    const std::string& support = cell(cells, SheetField::Support);
    const auto others = m_names.several(support);
    if (!others.bad.empty()) {
        return wrong(others.why, SheetField::Support, others.bad);
    }
    for (const UnitCode& unit : others.units) {
        if (unit != item.unit && !std::ranges::contains(item.support, unit)) {
            item.support.push_back(unit);
        }
    }
    return std::nullopt;
}

std::optional<RefusedRow>
RowReader::takeDue(std::vector<std::string>& cells, model::CampaignItem& item)
{
    const std::string& text = cell(cells, SheetField::Due);
    if (text.empty()) {
        return m_span.until ? std::nullopt
                            : std::optional(refused(Refusal::NoLimit, SheetField::Due));
    }
    auto known = m_dates.find(text);
    if (known == m_dates.end()) {
        if (m_dates.size() >= kMostDates) {
            m_dates.clear();
        }
        known = m_dates.emplace(text, sheetDate(text, m_span.from, m_utcOffsetMinutes)).first;
    }
    item.due = known->second;
    return item.due ? std::nullopt
                    : std::optional(refused(Refusal::NotADate, SheetField::Due, text));
}

std::optional<RefusedRow> RowReader::claim(const std::string& key, std::uint64_t line)
{
    const auto [it, isNew] = m_keys.try_emplace(key, line);
    if (isNew) {
        return std::nullopt;
    }
    RefusedRow row = refused(
        Refusal::Twice, m_mapping.column(SheetField::Key) ? SheetField::Key : SheetField::Label,
        key);
    row.other = it->second;
    return row;
}

} // namespace sz::exchange
