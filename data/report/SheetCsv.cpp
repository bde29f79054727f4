// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A scorecard for a spreadsheet.
#include "data/report/Sheet.h"

namespace sz::report {

std::string csvCell(const std::string& text)
{
    const bool isNumber =
        !text.empty()
        && text.find_first_not_of("0123456789.", text[0] == '-' ? 1 : 0) == std::string::npos
        && text != "-";
    std::string cell = text;
    if (!isNumber && !text.empty() && std::string_view("=+-@\t\r").contains(text[0])) {
        cell.insert(0, 1, '\'');
    }
    if (cell.find_first_of("\",\r\n") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

std::string toCsv(
    const Sheet& sheet,
    const std::vector<std::string>& heads,
    const std::function<std::string(const UnitCode&)>& unitName)
{
    std::string out = "\xEF\xBB\xBF"; // so that a spreadsheet takes it for UTF-8
    const auto line = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += (i > 0 ? "," : "") + csvCell(cells[i]);
        }
        out += "\r\n";
    };
    line(heads);
    for (const StatedUnit& unit : sheet.units) {
        std::vector<std::string> cells{unitName(unit.unit)};
        for (std::size_t i = 0; i < kFigures; ++i) {
            const auto figure = static_cast<Figure>(i);
            const auto value = unit.figures.at(std::string(figureName(figure)));
            cells.push_back(
                !value                         ? std::string()
                : figure == Figure::RatingMean ? thousandthsText(*value)
                                               : std::to_string(*value));
        }
        const auto score = unit.figures.at("score");
        const auto rank = unit.figures.at("rank");
        cells.push_back(score ? thousandthsText(*score) : std::string());
        cells.push_back(rank ? std::to_string(*rank) : std::string());
        line(cells);
    }
    return out;
}

} // namespace sz::report
