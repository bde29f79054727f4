// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/CsvTable.h"

#include "data/base/CsvRecords.h"
#include "data/plan/files/TextFile.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace sz::plan {
namespace {

const std::string kNothing;

bool isBlank(const std::vector<std::string>& cells)
{
    return std::ranges::all_of(cells, &std::string::empty);
}

bool hasControl(const std::string& cell)
{
    return std::ranges::any_of(
        cell, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

template <class Number>
std::optional<Number> parsed(const std::string& text)
{
    Number value{};
    const char* end = text.data() + text.size();
    const auto [stop, ec] = std::from_chars(text.data(), end, value);
    return ec == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
}

} // namespace

CsvRow::CsvRow(const CsvTable& table, std::size_t index, FaultList& faults)
    : m_table(table), m_index(index), m_faults(faults)
{
}

const std::string& CsvRow::text(std::string_view column) const
{
    const auto it = std::ranges::find(m_table.m_head, column);
    if (it == m_table.m_head.end()) {
        return kNothing;
    }
    return m_table.m_rows[m_index].cells[static_cast<std::size_t>(it - m_table.m_head.begin())];
}

const std::string& CsvRow::need(std::string_view column) const
{
    const auto& cell = text(column);
    if (cell.empty()) {
        error(
            {std::format("Column \"{}\" is empty.", column), std::format("“{}”列为空。", column)});
    }
    return cell;
}

std::optional<int> CsvRow::integer(std::string_view column, int least, int most) const
{
    const auto& cell = text(column);
    const auto value = parsed<int>(cell);
    if (!value || *value < least || *value > most) {
        error(
            {std::format(
                 "Column \"{}\": \"{}\" is not a whole number from {} to {}.", column, cell, least,
                 most),
             std::format("“{}”列：“{}”不是 {} 至 {} 的整数。", column, cell, least, most)});
        return std::nullopt;
    }
    return value;
}

std::optional<double> CsvRow::real(std::string_view column) const
{
    const auto& cell = text(column);
    if (cell.empty()) {
        return std::nullopt;
    }
    const auto value = parsed<double>(cell);
    if (!value || !std::isfinite(*value)) {
        error(
            {std::format("Column \"{}\": \"{}\" is not a number.", column, cell),
             std::format("“{}”列：“{}”不是数字。", column, cell)});
        return std::nullopt;
    }
    return value;
}

Wgs84 CsvRow::point() const
{
    std::ignore = need("lon");
    std::ignore = need("lat");
    const Wgs84 out{real("lon").value_or(0), real("lat").value_or(0)};
    if (std::abs(out.lon) > 180 || std::abs(out.lat) > 90) {
        error(
            {std::format("{}, {} is not longitude, latitude; are they swapped?", out.lon, out.lat),
             std::format("{}, {} 不是经度、纬度，是否写反？", out.lon, out.lat)});
    }
    return out;
}

std::size_t CsvRow::oneOf(std::string_view column, std::span<const std::string_view> words) const
{
    const auto& cell = need(column);
    const auto it = std::ranges::find(words, cell);
    if (it != words.end()) {
        return static_cast<std::size_t>(it - words.begin());
    }
    std::string en;
    std::string zh;
    for (std::size_t i = 0; i < words.size(); ++i) {
        en += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
        zh += i == 0 ? "" : "、";
        en += words[i];
        zh += words[i];
    }
    if (!cell.empty()) { // else need() has said it
        error(
            {std::format("\"{}\" is not {}.", cell, en),
             std::format("“{}”不是 {} 之一。", cell, zh)});
    }
    return 0;
}

Spot CsvRow::spot() const
{
    const auto& line = m_table.m_rows[m_index];
    return {m_table.m_file, line.number, line.cells.front()};
}

std::optional<CsvTable> CsvTable::read(
    const std::filesystem::path& dir,
    const std::string& file,
    std::initializer_list<CsvColumn> columns,
    FaultList& faults)
{
    const auto text = readText(dir, file, faults);
    CsvTable table;
    table.m_file = file;
    if (!text || !table.split(*text, faults) || !table.takeHead(columns, faults)) {
        return std::nullopt;
    }
    table.checkRows(faults);
    return faults.isBroken(file) ? std::nullopt : std::optional(std::move(table));
}

bool CsvTable::split(std::string_view text, FaultList& faults)
{
    CsvRecords records(text);
    while (!records.atEnd()) {
        const int number = records.line();
        std::vector<std::string> cells;
        if (!records.next(cells)) {
            faults.error(
                {m_file, number},
                {"A quotation mark opened here is never closed.", "此处的引号没有闭合。"});
            return false;
        }
        if (!isBlank(cells)) {
            m_rows.push_back({number, std::move(cells)});
        }
    }
    if (m_rows.empty()) {
        faults.error({m_file}, {"The file is empty.", "文件为空。"});
        return false;
    }
    return true;
}

bool CsvTable::takeHead(std::initializer_list<CsvColumn> columns, FaultList& faults)
{
    const Spot spot{m_file, m_rows.front().number};
    m_head = std::move(m_rows.front().cells);
    m_rows.erase(m_rows.begin());
    bool isComplete = true;
    for (const auto& column : columns) {
        const auto count = std::ranges::count(m_head, column.name);
        if (count > 1 || (count == 0 && column.isRequired)) {
            faults.error(
                spot,
                {std::format(
                     "Column \"{}\" {}.", column.name, count == 0 ? "is missing" : "stands twice"),
                 std::format("{}“{}”列。", count == 0 ? "缺少" : "重复出现", column.name)});
            isComplete = false;
        }
    }
    for (const auto& name : m_head) {
        if (std::ranges::find(columns, name, &CsvColumn::name) == columns.end()) {
            faults.warning(
                spot, {std::format("Column \"{}\" is not known and is ignored.", name),
                       std::format("未知的“{}”列，已忽略。", name)});
        }
    }
    return isComplete;
}

void CsvTable::checkRows(FaultList& faults) const
{
    for (const auto& row : m_rows) {
        const Spot spot{m_file, row.number, row.cells.front()};
        if (row.cells.size() != m_head.size()) {
            faults.error(
                spot,
                {std::format(
                     "The row has {} cells, the head has {}.", row.cells.size(), m_head.size()),
                 std::format("此行有 {} 格，表头有 {} 格。", row.cells.size(), m_head.size())});
        } else if (std::ranges::any_of(row.cells, hasControl)) {
            faults.error(
                spot,
                {"A cell holds a line break or control character.", "单元格含换行或控制字符。"});
        }
    }
}

} // namespace sz::plan
