// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/Run.h"

#include <algorithm>

namespace sz::store {

Run& Run::with(const char* name, std::int64_t value)
{
    m_statement.bind(name, value);
    return *this;
}

Run& Run::with(const char* name, std::uint64_t value)
{
    return with(name, static_cast<std::int64_t>(value)); // counters stay below 2^63
}

Run& Run::with(const char* name, const std::string& value)
{
    m_statement.bind(name, value);
    return *this;
}

Run& Run::with(const char* name, BytesView value)
{
    static constexpr std::uint8_t kNothing = 0; // a null pointer would bind NULL, not an empty blob
    m_statement.bind(
        name, value.empty() ? &kNothing : value.data(), static_cast<int>(value.size()));
    return *this;
}

Run& Run::withNull(const char* name)
{
    m_statement.bind(name);
    return *this;
}

std::int64_t Run::integer(int column) const
{
    return m_statement.getColumn(column).getInt64();
}

std::uint64_t Run::count(int column) const
{
    return static_cast<std::uint64_t>(integer(column));
}

std::string Run::text(int column) const
{
    return m_statement.getColumn(column).getString();
}

Bytes Run::bytes(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    const auto* data = static_cast<const std::uint8_t*>(value.getBlob());
    return data == nullptr ? Bytes{} : Bytes(data, data + value.getBytes());
}

Digest Run::digest(int column) const
{
    Digest out{};
    const Bytes stored = bytes(column);
    if (stored.size() == out.size()) {
        std::ranges::copy(stored, out.begin());
    }
    return out;
}

} // namespace sz::store
