// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/XlsxSheet.h"

#include "data/base/Clock.h"
#include "data/exchange/XlsxBook.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <format>
#include <map>
#include <utility>

namespace sz::exchange {
namespace {

using Place = std::pair<std::uint32_t, std::uint32_t>; ///< row, column

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto from = text.find_first_not_of(kBlank);
    return from == std::string_view::npos
               ? std::string_view()
               : text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

std::optional<double> numberOf(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value)
               ? std::optional(value)
               : std::nullopt;
}

/// "B7" → row 6, column 1.
std::optional<Place> placeOf(std::string_view name)
{
    const auto digits = name.find_first_of("0123456789");
    if (digits == std::string_view::npos || digits == 0) {
        return std::nullopt;
    }
    const auto column = columnNamed(name.substr(0, digits));
    std::uint32_t row = 0;
    const char* end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + digits, end, row);
    if (!column || error != std::errc() || stop != end || row < 1 || row > kMostRows) {
        return std::nullopt;
    }
    return Place(row - 1, *column);
}

/// Text of <si> or <is>: its runs, without what is read aloud (rPh).
std::string textOf(pugi::xml_node item)
{
    std::string text;
    for (const pugi::xml_node one : item.children()) {
        if (localName(one) == "t") {
            text += one.text().as_string();
        } else if (localName(one) == "r") {
            text += child(one, "t").text().as_string();
        }
    }
    return text;
}

class Cells
{
public:
    Cells(const XlsxShared& shared, std::size_t most) : m_shared(shared), m_most(most) {}

    Result<std::vector<BookCell>> run(pugi::xml_node root)
    {
        for (const pugi::xml_node row : child(root, "sheetData").children()) {
            if (auto ok = readRow(row); !ok) {
                return std::unexpected(ok.error());
            }
        }
        // Well-made files have them in order already; others are put in order.
        const auto place = [](const BookCell& one) { return Place(one.row, one.column); };
        if (!std::ranges::is_sorted(m_cells, {}, place)) {
            std::ranges::stable_sort(m_cells, {}, place);
        }
        if (auto ok = fillMerged(child(root, "mergeCells")); !ok) {
            return std::unexpected(ok.error());
        }
        return std::move(m_cells);
    }

private:
    // Row and column may be left out: then it is the next one.
    Result<void> readRow(pugi::xml_node row)
    {
        const unsigned long long number = row.attribute("r").as_ullong(m_row + 1ULL);
        if (number < 1 || number > kMostRows) {
            return fail(Code::FileMalformed, "row");
        }
        m_row = static_cast<std::uint32_t>(number);
        std::uint32_t column = 0;
        for (const pugi::xml_node cell : row.children()) {
            if (localName(cell) != "c") {
                continue;
            }
            Place place(m_row - 1, column);
            if (const pugi::xml_attribute name = cell.attribute("r")) {
                const auto named = placeOf(name.as_string());
                if (!named) {
                    return fail(Code::FileMalformed, name.as_string());
                }
                place = *named;
            }
            if (place.second >= kMostColumns) {
                return fail(Code::FileMalformed, "column");
            }
            column = place.second + 1;
            if (auto ok = readCell(cell, place); !ok) {
                return ok;
            }
        }
        return {};
    }

    Result<void> readCell(pugi::xml_node node, Place place)
    {
        BookCell cell;
        cell.row = place.first;
        cell.column = place.second;
        fill(node, cell);
        if (!isUtf8(cell.text)) { // the XML parser does not look
            cell.text = kDamaged;
            cell.fault = CellFault::Damaged;
        }
        if (cell.text.empty() && cell.fault == CellFault::None) {
            return {};
        }
        if (m_cells.size() == m_most) {
            return fail(Code::FileTooLarge, "cells");
        }
        m_cells.push_back(std::move(cell));
        return {};
    }

    void fill(pugi::xml_node node, BookCell& cell) const
    {
        const std::string_view type = node.attribute("t").as_string("n");
        const pugi::xml_node value = child(node, "v");
        const std::string_view text = value.text().as_string();
        if (type == "inlineStr") {
            cell.text = textOf(child(node, "is"));
        } else if (type == "s") {
            const auto index = numberOf(trimmed(text));
            const bool isThere =
                index && *index >= 0 && *index < static_cast<double>(m_shared.texts.size());
            cell.text = isThere ? m_shared.texts[static_cast<std::size_t>(*index)] : std::string();
            cell.fault = isThere || text.empty() ? CellFault::None : CellFault::Damaged;
        } else if (type == "n") {
            number(node, trimmed(text), cell);
        } else {
            cell.text = text;
            cell.fault = type == "e" ? CellFault::ErrorValue : CellFault::None;
        }
        cell.text = trimmed(cell.text);
        if (cell.text.empty() && child(node, "f")) {
            cell.fault = value ? CellFault::None : CellFault::NoValue;
        }
    }

    void number(pugi::xml_node node, std::string_view text, BookCell& cell) const
    {
        cell.number = numberOf(text);
        cell.text = text;
        const std::size_t style = node.attribute("s").as_uint();
        if (cell.number && style < m_shared.isDate.size() && m_shared.isDate[style]) {
            cell.text = serialText(*cell.number, m_shared.isFrom1904).value_or(std::string(text));
        } else if (
            cell.number && *cell.number == std::floor(*cell.number)
            && std::abs(*cell.number) < 1e15) {
            cell.text = std::format("{:.0f}", *cell.number); // 1.0E+1 is 10
        }
    }

    Result<void> fillMerged(pugi::xml_node merges)
    {
        if (m_cells.empty()) {
            return {};
        }
        const std::uint32_t lastRow = m_cells.back().row;
        const std::uint32_t lastColumn = std::ranges::max(m_cells, {}, &BookCell::column).column;
        std::map<Place, BookCell> more;
        for (const pugi::xml_node one : children(merges, "mergeCell")) {
            const std::string_view ref = one.attribute("ref").as_string();
            const auto colon = ref.find(':');
            const auto from = placeOf(ref.substr(0, colon));
            const auto to = colon == std::string_view::npos ? from : placeOf(ref.substr(colon + 1));
            if (!from || !to) {
                return fail(Code::FileMalformed, std::string(ref));
            }
            const auto first = find(*from);
            if (first == nullptr) {
                continue;
            }
            for (std::uint32_t r = from->first; r <= std::min(to->first, lastRow); ++r) {
                for (std::uint32_t c = from->second; c <= std::min(to->second, lastColumn); ++c) {
                    if (Place(r, c) != *from) {
                        BookCell copy = *first;
                        copy.row = r;
                        copy.column = c;
                        copy.isMerged = true;
                        more.insert_or_assign(Place(r, c), std::move(copy));
                    }
                    if (m_cells.size() + more.size() > m_most) {
                        return fail(Code::FileTooLarge, "cells");
                    }
                }
            }
        }
        merge(more);
        return {};
    }

    const BookCell* find(Place place) const
    {
        const auto it = std::ranges::lower_bound(
            m_cells, place, {}, [](const BookCell& one) { return Place(one.row, one.column); });
        return it != m_cells.end() && Place(it->row, it->column) == place ? &*it : nullptr;
    }

    /// What a program left below a merged area is not seen, so it does not count.
    void merge(std::map<Place, BookCell>& more)
    {
        std::erase_if(m_cells, [&](const BookCell& one) {
            return more.contains(Place(one.row, one.column));
        });
        for (auto& [place, cell] : more) {
            m_cells.push_back(std::move(cell));
        }
        std::ranges::stable_sort(
            m_cells, {}, [](const BookCell& one) { return Place(one.row, one.column); });
    }

    const XlsxShared& m_shared;
    std::size_t m_most;
    std::uint32_t m_row = 0;
    std::vector<BookCell> m_cells;
};

/// Of the formats that need not be written down (ECMA-376 18.8.30), those of dates and times, Chinese ones included.
bool isBuiltinDate(unsigned id)
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
           || (id >= 50 && id <= 58);
}

} // namespace

bool isDateFormat(std::string_view format)
{
    bool isQuoted = false;
    bool isBracket = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i; // the next one is shown as it is
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == '[') {
            isBracket = true;
        } else if (!isQuoted && c == ']') {
            isBracket = false;
        } else if (!isQuoted && !isBracket && std::string_view("yYdDhHmMsS").contains(c)) {
            return !format.starts_with("General");
        }
    }
    return false;
}

std::optional<std::string> serialText(double serial, bool isFrom1904)
{
    // Day 60 is a 29 February 1900 that never was; days after it count from 1899-12-30.
    constexpr double kMostSerial = 200'000;
    if (!(serial >= 0 && serial < kMostSerial)) {
        return std::nullopt;
    }
    const auto minutes = static_cast<std::int64_t>(std::llround(serial * 24 * 60));
    const std::int64_t days = minutes / (24 * 60);
    const std::int64_t minute = minutes % (24 * 60);
    const std::string clock = std::format("{:02}:{:02}", minute / 60, minute % 60);
    if (days == 0) {
        return clock;
    }
    const std::chrono::sys_days first =
        isFrom1904 ? std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)
                   : std::chrono::sys_days(std::chrono::year(1899) / 12 / (days < 60 ? 31 : 30));
    const std::chrono::year_month_day date(first + std::chrono::days(days));
    std::string text = std::format(
        "{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()));
    return minute == 0 ? text : text + " " + clock;
}

std::vector<std::string> sharedTexts(pugi::xml_node root)
{
    std::vector<std::string> texts;
    for (const pugi::xml_node one : children(root, "si")) {
        texts.push_back(textOf(one));
    }
    return texts;
}

std::vector<bool> dateStyles(pugi::xml_node root)
{
    std::map<unsigned, bool> written;
    for (const pugi::xml_node one : children(child(root, "numFmts"), "numFmt")) {
        written[one.attribute("numFmtId").as_uint()] =
            isDateFormat(one.attribute("formatCode").as_string());
    }
    std::vector<bool> isDate;
    for (const pugi::xml_node one : children(child(root, "cellXfs"), "xf")) {
        const unsigned id = one.attribute("numFmtId").as_uint();
        const auto it = written.find(id);
        isDate.push_back(it != written.end() ? it->second : isBuiltinDate(id));
    }
    return isDate;
}

bool isFrom1904(pugi::xml_node workbook)
{
    return child(workbook, "workbookPr").attribute("date1904").as_bool();
}

Result<std::vector<BookCell>>
sheetCells(pugi::xml_node root, const XlsxShared& shared, std::size_t most)
{
    return Cells(shared, most).run(root);
}

} // namespace sz::exchange
