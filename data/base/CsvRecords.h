// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Comma-separated text as a spreadsheet saves it (RFC 4180), one record after the other.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sz {

/// Takes records off the front of a text, which outlives it. Cells are without the spaces around them; what some programs
/// leave after a closing quote belongs to the cell. Lines end with LF, CR or both.
class CsvRecords
{
public:
    /// `longestQuoted`: a quoted cell of more bytes counts as one that is never closed; 0 = any length.
    explicit CsvRecords(std::string_view text, char separator = ',', std::size_t longestQuoted = 0)
        : m_text(text), m_separator(separator), m_longestQuoted(longestQuoted)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// 1-based, where the next record begins.
    [[nodiscard]] int line() const { return m_line; }
    /// Bytes gone through.
    [[nodiscard]] std::size_t offset() const { return m_at; }

    /// Cells of the next record, into a list that is used again. False when a quote in it is never closed; then it is where it
    /// was, and skipLine() goes past it.
    [[nodiscard]] bool next(std::vector<std::string>& cells);
    void skipLine();
    /// The record or line gone past last, as it stands, without its end.
    [[nodiscard]] std::string_view raw() const { return m_raw; }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\n'; }
    void plain(std::string& cell);
    [[nodiscard]] bool quoted(std::string& cell);
    void endLine(std::size_t begin);

    std::string_view m_text;
    std::string_view m_raw;
    std::size_t m_at = 0;
    int m_line = 1;
    char m_separator;
    std::size_t m_longestQuoted;
};

} // namespace sz
