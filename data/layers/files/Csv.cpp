// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet of points: columns found by their names, every other column a property.
#include "data/base/CsvRecords.h"
#include "data/layers/files/Readers.h"

#include <algorithm>
#include <array>

namespace sz::layers {
namespace {

using namespace std::string_view_literals;

constexpr std::array kFirst{"lon"sv, "lng"sv, "long"sv, "longitude"sv, "经度"sv};
constexpr std::array kSecond{"lat"sv, "latitude"sv, "纬度"sv};
constexpr std::array kEast{"east"sv, "easting"sv, "东坐标"sv};
constexpr std::array kNorth{"north"sv, "northing"sv, "北坐标"sv};
constexpr std::size_t kTitleRows = 10;            ///< so many may stand above the head
constexpr std::size_t kLongestCell = 1024 * 1024; ///< longer: a quote that was never closed

struct Columns
{
    std::size_t first = 0;
    std::size_t second = 0;
};

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

std::optional<std::size_t>
columnNamed(const std::vector<std::string>& head, std::span<const std::string_view> names)
{
    const auto it = std::ranges::find_if(
        head, [&](const std::string& cell) { return std::ranges::contains(names, lower(cell)); });
    return it == head.end() ? std::nullopt
                            : std::optional(static_cast<std::size_t>(it - head.begin()));
}

std::optional<Columns> columnsOf(const std::vector<std::string>& head)
{
    const auto pair = [&](std::span<const std::string_view> a,
                          std::span<const std::string_view> b) -> std::optional<Columns> {
        const auto first = columnNamed(head, a);
        const auto second = columnNamed(head, b);
        return first && second ? std::optional(Columns{*first, *second}) : std::nullopt;
    };
    const auto degrees = pair(kFirst, kSecond);
    return degrees ? degrees : pair(kEast, kNorth);
}

bool isXy(const std::vector<std::string>& head)
{
    return columnNamed(head, std::array{"x"sv}) && columnNamed(head, std::array{"y"sv});
}

char separatorOf(std::string_view text)
{
    constexpr std::array kSeparators{',', '\t', ';'};
    const std::string_view begin = text.substr(0, 4096);
    return *std::ranges::max_element(
        kSeparators, {}, [&](char c) { return std::ranges::count(begin, c); });
}

bool isBlank(const std::vector<std::string>& cells)
{
    return std::ranges::all_of(cells, &std::string::empty);
}

class Reader
{
public:
    Reader(std::string_view text, RawLayer& layer)
        : m_layer(layer), m_records(text, separatorOf(text), kLongestCell)
    {
    }

    void run()
    {
        if (!takeHead()) {
            m_layer.remarks.add({.matter = m_isXy ? Matter::AmbiguousColumns : Matter::NoColumns});
            return;
        }
        for (const std::string& name : m_head) {
            m_names.push_back(m_layer.nameIndex(name));
        }
        while (!m_records.atEnd() && takeRow()) {
        }
    }

private:
    bool takeHead()
    {
        for (std::size_t row = 0; row < kTitleRows && !m_records.atEnd(); ++row) {
            if (!m_records.next(m_head)) {
                m_records.skipLine();
                continue;
            }
            m_isXy = m_isXy || isXy(m_head);
            if (const auto columns = columnsOf(m_head)) {
                m_columns = *columns;
                return true;
            }
        }
        return false;
    }

    bool takeRow()
    {
        m_line = m_records.line();
        const std::size_t offset = m_records.offset();
        if (!m_records.next(m_cells)) {
            refuse({.matter = Matter::OpenQuote}, offset);
            return false;
        }
        if (isBlank(m_cells)) {
            return true;
        }
        while (m_cells.size() > m_head.size() && m_cells.back().empty()) {
            m_cells.pop_back(); // separators at the end of a line
        }
        if (m_cells.size() > m_head.size()) {
            refuse(
                {.matter = Matter::LongRow,
                 .a = static_cast<std::int64_t>(m_cells.size()),
                 .b = static_cast<std::int64_t>(m_head.size())},
                offset);
            return true;
        }
        RawFeature feature;
        return !takePlace(feature, offset) || (takeCells(feature), m_layer.add(std::move(feature)));
    }

    [[nodiscard]] std::string_view cell(std::size_t column) const
    {
        return column < m_cells.size() ? std::string_view(m_cells[column]) : std::string_view();
    }

    // A row without any place is a feature without one; half a place is a mistake.
    bool takePlace(RawFeature& feature, std::size_t offset)
    {
        const std::string_view first = cell(m_columns.first);
        const std::string_view second = cell(m_columns.second);
        if (first.empty() && second.empty()) {
            return true;
        }
        const auto x = numberOf(first);
        const auto y = numberOf(second);
        if (!x || !y) {
            refuse(
                {.matter = Matter::BadNumber,
                 .text = std::string(x ? second : first),
                 .other = m_head[x ? m_columns.second : m_columns.first]},
                offset);
            return false;
        }
        feature.geometry.points.push_back({*x, *y});
        return m_layer.countPoints(1);
    }

    void takeCells(RawFeature& feature)
    {
        feature.head.line = m_line;
        feature.head.properties.reserve(m_cells.size());
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            if (i != m_columns.first && i != m_columns.second) {
                feature.head.properties.push_back({m_names[i], ValueKind::Text, m_cells[i]});
            }
        }
        nameByProperties(m_layer, feature.head);
    }

    void refuse(Remark remark, std::size_t offset)
    {
        remark.feature = {m_layer.nextNumber(), {}, {}, m_line, offset};
        m_layer.remarks.add(std::move(remark));
        m_layer.skipNumber();
    }

    RawLayer& m_layer;
    CsvRecords m_records;
    std::vector<std::string> m_head;
    std::vector<std::string> m_cells;
    std::vector<std::uint32_t> m_names;
    Columns m_columns;
    int m_line = 0;
    bool m_isXy = false;
};

} // namespace

void readCsv(std::string_view text, RawLayer& layer)
{
    layer.format = Format::Csv;
    layer.groups.resize(1);
    Reader(text, layer).run();
}

} // namespace sz::layers
