// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A comma-separated file as a spreadsheet saves it (RFC 4180), with real line numbers for every complaint.

#include "data/base/Geo.h"
#include "data/plan/files/FaultList.h"

#include <initializer_list>
#include <span>
#include <string_view>

namespace sz::plan {

struct CsvColumn
{
    std::string_view name;
    bool isRequired = true;
};

/// One row, by column name. Points into its table; do not outlive it.
class CsvRow
{
public:
    CsvRow(const class CsvTable& table, std::size_t index, FaultList& faults);

    /// Cell text without surrounding spaces; empty when the file has no such column.
    [[nodiscard]] const std::string& text(std::string_view column) const;
    /// Like text(), and a fault when it is empty.
    [[nodiscard]] const std::string& need(std::string_view column) const;
    /// A whole number from `least` to `most`; a fault and nothing otherwise.
    [[nodiscard]] std::optional<int> integer(std::string_view column, int least, int most) const;
    /// A finite number; nothing when empty; a fault and nothing when it is no number.
    [[nodiscard]] std::optional<double> real(std::string_view column) const;
    /// Columns lon and lat, WGS-84; a fault when one is missing or they cannot be that.
    [[nodiscard]] Wgs84 point() const;
    /// Which of `words` the cell is; a fault and the first otherwise.
    [[nodiscard]] std::size_t
    oneOf(std::string_view column, std::span<const std::string_view> words) const;
    [[nodiscard]] Spot spot() const;
    void error(const Sentence& sentence) const { m_faults.error(spot(), sentence); }

private:
    const CsvTable& m_table;
    std::size_t m_index;
    FaultList& m_faults;
};

/// A whole file. Rows keep their order; blank rows are dropped.
class CsvTable
{
public:
    /// Reads `dir`/`file`. Nothing, with faults, when a required column is missing or doubled, a quote stays open, a row
    /// has more or fewer cells than the head, or a cell holds a control character. Unknown columns are a warning.
    /// The first column is taken as the feature's code in faults.
    [[nodiscard]] static std::optional<CsvTable> read(
        const std::filesystem::path& dir,
        const std::string& file,
        std::initializer_list<CsvColumn> columns,
        FaultList& faults);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] CsvRow row(std::size_t index, FaultList& faults) const
    {
        return {*this, index, faults};
    }

private:
    friend class CsvRow;
    struct Line
    {
        int number = 0;
        std::vector<std::string> cells;
    };

    bool split(std::string_view text, FaultList& faults);
    bool takeHead(std::initializer_list<CsvColumn> columns, FaultList& faults);
    void checkRows(FaultList& faults) const;

    std::string m_file;
    std::vector<std::string> m_head;
    std::vector<Line> m_rows;
};

} // namespace sz::plan
