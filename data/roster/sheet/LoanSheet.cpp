// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/sheet/LoanSheet.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string_view>
#include <unordered_map>

namespace sz::roster {
namespace {

constexpr int kMostHeads = 100'000;
constexpr std::size_t kLongestPlace = 120;

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    return text;
}

template <std::size_t N>
bool isOneOf(const std::string& text, const std::array<std::string_view, N>& words)
{
    return std::ranges::contains(words, std::string_view(text));
}

struct Columns
{
    std::optional<std::uint32_t> unit;
    std::optional<std::uint32_t> place;
    std::optional<std::uint32_t> people;
    std::uint32_t first = 0; ///< row below the heads
};

Columns columnsOf(const exchange::BookSheet& sheet)
{
    static constexpr std::array<std::string_view, 6> kUnits{"去向", "单位", "接收单位",
                                                            "区",   "unit", "to"};
    static constexpr std::array<std::string_view, 6> kPlaces{"地点", "网格",  "点位",
                                                             "小区", "place", "cell"};
    static constexpr std::array<std::string_view, 4> kPeople{"人数", "人", "people", "heads"};
    Columns columns;
    for (std::uint32_t row = 0; row < std::min<std::uint32_t>(sheet.rows(), 10); ++row) {
        Columns found;
        for (std::uint32_t column = 0; column < sheet.columns(); ++column) {
            const std::string head = lower(trimmed(sheet.textAt(row, column)));
            found.unit = isOneOf(head, kUnits) ? column : found.unit;
            found.place = isOneOf(head, kPlaces) ? column : found.place;
            found.people = isOneOf(head, kPeople) ? column : found.people;
        }
        if (found.people && (found.unit || found.place)) {
            found.first = row + 1;
            return found;
        }
    }
    columns.place = 0;
    columns.people = 1;
    return columns;
}

std::optional<int> headsOf(std::string text)
{
    std::erase(text, ',');
    if (text.ends_with("人")) {
        text.resize(text.size() - std::string_view("人").size());
        text = trimmed(text);
    }
    int value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = ec == std::errc() && end == text.data() + text.size();
    return isWhole && value >= 1 && value <= kMostHeads ? std::optional(value) : std::nullopt;
}

class Reader
{
public:
    Reader(const exchange::BookSheet& sheet, const plan::Plan& plan)
        : m_sheet(sheet), m_columns(columnsOf(sheet))
    {
        for (const plan::Unit& unit : plan.units) {
            for (const std::string& name :
                 {unit.code.value, unit.name.zh, unit.name.en, unit.name.shortZh,
                  unit.name.shortEn}) {
                if (!name.empty()) {
                    m_units.try_emplace(name, unit.code);
                }
            }
        }
    }

    LoanSheet read()
    {
        LoanSheet out;
        for (std::uint32_t row = m_columns.first; row < m_sheet.rows(); ++row) {
            readRow(row, out);
        }
        return out;
    }

private:
    void readRow(std::uint32_t row, LoanSheet& out) const
    {
        static constexpr std::array<std::string_view, 4> kSums{"合计", "总计", "total", "sum"};
        model::LoanPart part;
        std::string place = text(row, m_columns.place);
        const std::string unit = text(row, m_columns.unit);
        const std::string heads = text(row, m_columns.people);
        const bool isBlank = place.empty() && unit.empty() && heads.empty();
        if (isBlank || isOneOf(lower(place), kSums) || isOneOf(lower(unit), kSums)) {
            return;
        }
        const auto refuse = [&](LoanFault fault, const std::string& cell) {
            out.refused.push_back({row + 1, fault, cell});
        };
        if (const auto known = m_units.find(unit); known != m_units.end()) {
            part.to = known->second;
        } else if (!unit.empty()) {
            place = place.empty() ? unit : unit + ' ' + place;
        }
        if (const auto known = m_units.find(place); part.to.empty() && known != m_units.end()) {
            part.to = known->second;
            place.clear();
        }
        const auto people = headsOf(heads);
        if (part.to.empty() && place.empty()) {
            refuse(LoanFault::NoPlace, heads);
        } else if (!people) {
            refuse(LoanFault::NoNumber, heads);
        } else if (place.size() > kLongestPlace) {
            refuse(LoanFault::TooLong, place);
        } else {
            part.place = std::move(place);
            part.people = *people;
            out.people += *people;
            out.parts.push_back(std::move(part));
        }
    }

    [[nodiscard]] std::string text(std::uint32_t row, std::optional<std::uint32_t> column) const
    {
        return column ? trimmed(m_sheet.textAt(row, *column)) : std::string();
    }

    const exchange::BookSheet& m_sheet;
    Columns m_columns;
    std::unordered_map<std::string, UnitCode> m_units;
};

} // namespace

Result<LoanSheet> loansOf(const exchange::Workbook& book, const plan::Plan& plan)
{
    const auto sheet = std::ranges::find_if(book.sheets, [](const exchange::BookSheet& one) {
        return !one.isHidden && one.rows() > 0;
    });
    if (sheet == book.sheets.end() || sheet->columns() < 2) {
        return fail(Code::MissingField, "people");
    }
    return Reader(*sheet, plan).read();
}

std::vector<model::LendList> loanActs(
    const LoanSheet& sheet,
    const UnitCode& unit,
    Instant from,
    Instant until,
    const std::string& text)
{
    std::vector<model::LendList> acts;
    for (const model::LoanPart& part : sheet.parts) {
        if (acts.empty() || acts.back().parts.size() == model::kMostLoanParts) {
            acts.push_back({unit, from, until, {}, text});
        }
        acts.back().parts.push_back(part);
    }
    return acts;
}

} // namespace sz::roster
