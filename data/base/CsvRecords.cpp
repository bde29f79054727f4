// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/CsvRecords.h"

#include <algorithm>

namespace sz {
namespace {

void trim(std::string& text)
{
    const auto last = text.find_last_not_of(" \t");
    text.erase(last == std::string::npos ? 0 : last + 1);
    text.erase(0, text.find_first_not_of(" \t"));
}

} // namespace

bool CsvRecords::next(std::vector<std::string>& cells)
{
    const std::size_t begin = m_at;
    const int line = m_line;
    std::size_t count = 0;
    for (;;) {
        if (count == cells.size()) {
            cells.emplace_back();
        }
        std::string& cell = cells[count++];
        cell.clear();
        if (peek() != '"') {
            plain(cell);
        } else if (!quoted(cell)) {
            m_at = begin;
            m_line = line;
            return false;
        }
        trim(cell);
        if (m_at >= m_text.size() || m_text[m_at] != m_separator) {
            break;
        }
        ++m_at;
    }
    cells.resize(count);
    endLine(begin);
    return true;
}

void CsvRecords::skipLine()
{
    const std::size_t begin = m_at;
    m_at = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
    endLine(begin);
}

void CsvRecords::plain(std::string& cell)
{
    const std::size_t begin = m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == m_separator || c == '\r' || c == '\n') {
            break;
        }
        ++m_at;
    }
    cell.append(m_text.substr(begin, m_at - begin));
}

bool CsvRecords::quoted(std::string& cell)
{
    ++m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at++];
        if (c == '"' && peek() != '"') {
            plain(cell); // what some programs leave after the closing quote
            return true;
        }
        m_at += c == '"' ? 1 : 0;
        m_line += c == '\n' ? 1 : 0;
        cell += c;
        if (m_longestQuoted != 0 && cell.size() > m_longestQuoted) {
            return false;
        }
    }
    return false;
}

void CsvRecords::endLine(std::size_t begin)
{
    m_raw = m_text.substr(begin, m_at - begin);
    if (m_at < m_text.size() && m_text[m_at] == '\r') {
        ++m_at;
    }
    if (m_at < m_text.size() && m_text[m_at] == '\n') {
        ++m_at;
    }
    ++m_line;
}

} // namespace sz
