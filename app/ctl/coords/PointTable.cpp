// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/coords/PointTable.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace sz::ctl {
namespace {

using namespace std::string_view_literals;

// The Chinese ones also in GBK: their bytes cannot be mistaken for separators.
constexpr std::array kFirstNames{
    "lon"sv,     "lng"sv,  "long"sv,   "longitude"sv,        "east"sv,
    "easting"sv, "经度"sv, "东坐标"sv, "\xBE\xAD\xB6\xC8"sv, "\xB6\xAB\xD7\xF8\xB1\xEA"sv};
constexpr std::array kSecondNames{
    "lat"sv,
    "latitude"sv,
    "north"sv,
    "northing"sv,
    "纬度"sv,
    "北坐标"sv,
    "\xCE\xB3\xB6\xC8"sv,
    "\xB1\xB1\xD7\xF8\xB1\xEA"sv};

class Cutter
{
public:
    explicit Cutter(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool hasOpenQuote() const { return m_isOpen; }

    PointRow next()
    {
        PointRow row;
        row.line = m_line;
        const std::size_t start = m_at;
        bool isQuoted = false;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\n') {
                ++m_line;
                if (!isQuoted) {
                    break;
                }
            }
        }
        m_isOpen = m_isOpen || isQuoted;
        std::size_t stop = m_at;
        m_at = std::min(m_at + 1, m_text.size());
        if (stop > start && m_text[stop - 1] == '\r') {
            --stop;
        }
        row.text = m_text.substr(start, stop - start);
        row.end = m_text.substr(stop, m_at - stop);
        return row;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    bool m_isOpen = false;
};

std::vector<std::string_view> cellsOf(std::string_view text, char separator)
{
    std::vector<std::string_view> out;
    std::size_t start = 0;
    bool isQuoted = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (text[i] == separator && !isQuoted)) {
            out.push_back(text.substr(start, i - start));
            start = i + 1;
        } else if (text[i] == '"') {
            isQuoted = !isQuoted;
        }
    }
    return out;
}

char separatorOf(std::string_view head)
{
    constexpr std::array kSeparators{',', ';', '\t'};
    return *std::ranges::max_element(
        kSeparators, {}, [&](char c) { return std::ranges::count(head, c); });
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    return text;
}

std::optional<std::size_t>
columnNamed(const PointRow& head, std::span<const std::string_view> names)
{
    const auto it = std::ranges::find_if(head.cells, [&](std::string_view cell) {
        return std::ranges::contains(names, lower(cellText(cell)));
    });
    return it == head.cells.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(it - head.cells.begin()));
}

bool isBlank(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t'; });
}

bool takeColumns(PointTable& table, TableFault& why)
{
    const auto first = columnNamed(table.head, kFirstNames);
    const auto second = columnNamed(table.head, kSecondNames);
    if (first && second) {
        table.first = *first;
        table.second = *second;
        return true;
    }
    const bool isXy =
        columnNamed(table.head, std::array{"x"sv}) && columnNamed(table.head, std::array{"y"sv});
    why = isXy ? TableFault::Ambiguous : TableFault::NoPair;
    return false;
}

} // namespace

std::string cellText(std::string_view cell)
{
    const auto from = cell.find_first_not_of(" \t");
    if (from == std::string_view::npos) {
        return {};
    }
    cell = cell.substr(from, cell.find_last_not_of(" \t") - from + 1);
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') {
        return std::string(cell);
    }
    std::string out;
    const std::string_view inside = cell.substr(1, cell.size() - 2);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        out += inside[i];
        i += inside[i] == '"' ? 1U : 0U; // a doubled quote is one
    }
    return cellText(out) == out ? out : cellText(out);
}

std::optional<PointTable> cutTable(std::string_view text, TableFault& why)
{
    if (text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv)) {
        why = TableFault::Utf16;
        return std::nullopt;
    }
    PointTable table;
    if (text.starts_with("\xEF\xBB\xBF"sv)) {
        table.mark = text.substr(0, 3);
        text.remove_prefix(3);
    }
    Cutter cutter(text);
    if (cutter.atEnd()) {
        why = TableFault::Empty;
        return std::nullopt;
    }
    table.head = cutter.next();
    table.separator = separatorOf(table.head.text);
    table.head.cells = cellsOf(table.head.text, table.separator);
    if (!takeColumns(table, why)) {
        return std::nullopt;
    }
    while (!cutter.atEnd()) {
        PointRow row = cutter.next();
        if (!isBlank(row.text)) {
            row.cells = cellsOf(row.text, table.separator);
        }
        table.rows.push_back(std::move(row));
    }
    if (cutter.hasOpenQuote()) {
        why = TableFault::OpenQuote;
        return std::nullopt;
    }
    return table;
}

} // namespace sz::ctl
