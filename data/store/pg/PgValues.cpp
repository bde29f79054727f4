// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgValues.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>

namespace sz::store {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

// Grows as a whole: a byte at a time costs as much as all the rest of a row.
void putBigEndian(Bytes& out, std::uint64_t value, std::size_t bytes)
{
    const std::uint64_t wire = std::byteswap(value) >> ((8 - bytes) * 8);
    static_assert(std::endian::native == std::endian::little);
    std::array<std::uint8_t, 8> parts{};
    std::memcpy(parts.data(), &wire, parts.size());
    out.insert(out.end(), parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(bytes));
}

Bytes packedInteger(std::int64_t value)
{
    Bytes out;
    putBigEndian(out, static_cast<std::uint64_t>(value), 8);
    return out;
}

bool isPgText(std::string_view text)
{
    return isUtf8(text) && !text.contains('\0');
}

Oid arrayOf(PgType type)
{
    switch (type) {
    case PgType::Bytea:
        return 1001;
    case PgType::Int8:
        return 1016;
    case PgType::Text:
        return 1009;
    }
    return 0;
}

} // namespace

std::string pgText(std::string_view text)
{
    if (isPgText(text)) {
        return std::string(text);
    }
    const bool isText = isUtf8(text);
    std::string out;
    for (const char c : text) {
        const bool isGood = c != '\0' && (isText || static_cast<unsigned char>(c) < 0x80);
        isGood ? void(out += c) : void(out += kReplacement);
    }
    return out;
}

void PgColumn::addRaw(BytesView bytes)
{
    putBigEndian(m_elements, bytes.size(), 4);
    m_elements.insert(m_elements.end(), bytes.begin(), bytes.end());
    ++m_count;
}

void PgColumn::add(std::int64_t value)
{
    putBigEndian(m_elements, 8, 4);
    putBigEndian(m_elements, static_cast<std::uint64_t>(value), 8);
    ++m_count;
}

void PgColumn::add(const std::string& text)
{
    isPgText(text) ? addRaw(viewOf(text)) : addRaw(viewOf(pgText(text)));
}

void PgColumn::add(BytesView bytes)
{
    addRaw(bytes);
}

void PgColumn::clear()
{
    m_elements.clear();
    m_count = 0;
}

Oid PgColumn::arrayType() const
{
    return arrayOf(m_type);
}

Bytes PgColumn::packed() const
{
    Bytes out;
    out.reserve(20 + m_elements.size());
    putBigEndian(out, m_count == 0 ? 0 : 1, 4); // dimensions
    putBigEndian(out, 0, 4);                    // no nulls
    putBigEndian(out, static_cast<Oid>(m_type), 4);
    if (m_count > 0) {
        putBigEndian(out, m_count, 4);
        putBigEndian(out, 1, 4); // the first index
    }
    out.insert(out.end(), m_elements.begin(), m_elements.end());
    return out;
}

PgArguments& PgArguments::put(Oid type, Bytes value)
{
    m_types.push_back(type);
    m_values.push_back(std::move(value));
    m_isNull.push_back(false);
    return *this;
}

PgArguments& PgArguments::with(std::int64_t value)
{
    return put(static_cast<Oid>(PgType::Int8), packedInteger(value));
}

PgArguments& PgArguments::with(std::string_view text)
{
    const std::string clean = pgText(text);
    return put(static_cast<Oid>(PgType::Text), Bytes(clean.begin(), clean.end()));
}

PgArguments& PgArguments::with(BytesView bytes)
{
    return put(static_cast<Oid>(PgType::Bytea), Bytes(bytes.begin(), bytes.end()));
}

PgArguments& PgArguments::with(const PgColumn& column)
{
    return put(column.arrayType(), column.packed());
}

PgArguments& PgArguments::withNull(PgType type)
{
    put(static_cast<Oid>(type), {});
    m_isNull.back() = true;
    return *this;
}

std::vector<const char*> PgArguments::pointers() const
{
    static constexpr char kNothing = 0; // a null pointer would be NULL, not an empty value
    std::vector<const char*> out;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const char* data = reinterpret_cast<const char*>(m_values[i].data());
        out.push_back(m_isNull[i] ? nullptr : m_values[i].empty() ? &kNothing : data);
    }
    return out;
}

std::vector<int> PgArguments::lengths() const
{
    std::vector<int> out;
    std::ranges::transform(m_values, std::back_inserter(out), [](const Bytes& value) {
        return static_cast<int>(value.size());
    });
    return out;
}

std::vector<int> PgArguments::formats() const
{
    return std::vector<int>(m_values.size(), 1);
}

BytesView PgRows::raw(int row, int column) const
{
    return {
        reinterpret_cast<const std::uint8_t*>(PQgetvalue(m_result.get(), row, column)),
        static_cast<std::size_t>(PQgetlength(m_result.get(), row, column))};
}

bool PgRows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

std::int64_t PgRows::integer(int row, int column) const
{
    std::uint64_t value = 0;
    for (const std::uint8_t byte : raw(row, column)) {
        value = value << 8 | byte;
    }
    return static_cast<std::int64_t>(value);
}

std::string PgRows::text(int row, int column) const
{
    return std::string(textOf(raw(row, column)));
}

Bytes PgRows::bytes(int row, int column) const
{
    const BytesView value = raw(row, column);
    return {value.begin(), value.end()};
}

Digest PgRows::digest(int row, int column) const
{
    Digest out{};
    const BytesView stored = raw(row, column);
    if (stored.size() == out.size()) {
        std::ranges::copy(stored, out.begin());
    }
    return out;
}

} // namespace sz::store
