// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Values on their way to PostgreSQL and back, in its binary format: no quoting, no hexadecimal.

#include "data/base/Bytes.h"
#include "data/base/Clock.h"
#include "data/base/Hash.h"

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sz::store {

/// The types we send; values are PostgreSQL's own numbers (pg_type.dat).
enum class PgType : Oid {
    Bytea = 17,
    Int8 = 20,
    Text = 25,
};

/// Text as PostgreSQL takes it: UTF-8 without NUL. What is neither becomes U+FFFD.
[[nodiscard]] std::string pgText(std::string_view text);

/// One column of many rows: a one-dimensional array for unnest().
class PgColumn
{
public:
    explicit PgColumn(PgType type) : m_type(type) {}

    void add(std::int64_t value);

    void add(std::uint64_t value) { add(static_cast<std::int64_t>(value)); } // below 2^63

    void add(Instant value) { add(toUtcMs(value)); }

    void add(const std::string& text);
    void add(BytesView bytes);
    void clear();

    [[nodiscard]] std::size_t count() const { return m_count; }

    [[nodiscard]] Oid arrayType() const;
    /// Each value behind its length, as arrays and COPY have them.
    [[nodiscard]] BytesView elements() const { return m_elements; }
    /// The array as it is sent.
    [[nodiscard]] Bytes packed() const;

private:
    void addRaw(BytesView bytes);

    PgType m_type;
    Bytes m_elements;
    std::uint32_t m_count = 0;
};

/// The arguments $1, $2, … of one statement.
class PgArguments
{
public:
    PgArguments& with(std::int64_t value);

    PgArguments& with(std::uint64_t value) { return with(static_cast<std::int64_t>(value)); }

    PgArguments& with(Instant value) { return with(toUtcMs(value)); }

    PgArguments& with(std::string_view text);

    PgArguments& with(const std::string& text) { return with(std::string_view(text)); }

    PgArguments& with(const char* text) { return with(std::string_view(text)); }

    PgArguments& with(BytesView bytes);
    PgArguments& with(const PgColumn& column);
    PgArguments& withNull(PgType type);

    [[nodiscard]] int count() const { return static_cast<int>(m_values.size()); }

    [[nodiscard]] const std::vector<Oid>& types() const { return m_types; }

    /// As PQexecParams takes them; valid while the arguments live unchanged.
    [[nodiscard]] std::vector<const char*> pointers() const;
    [[nodiscard]] std::vector<int> lengths() const;
    [[nodiscard]] std::vector<int> formats() const; ///< all binary

private:
    PgArguments& put(Oid type, Bytes value);

    std::vector<Oid> m_types;
    std::vector<Bytes> m_values;
    std::vector<bool> m_isNull;
};

/// The rows a statement gave. Columns are bigint, text or bytea.
class PgRows
{
public:
    PgRows() = default;
    explicit PgRows(PGresult* result) : m_result(result, PQclear) {}

    [[nodiscard]] int count() const { return m_result ? PQntuples(m_result.get()) : 0; }

    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] std::int64_t integer(int row, int column) const;

    [[nodiscard]] std::uint64_t number(int row, int column) const
    {
        return static_cast<std::uint64_t>(integer(row, column));
    }

    [[nodiscard]] Instant instant(int row, int column) const
    {
        return fromUtcMs(integer(row, column));
    }

    [[nodiscard]] std::string text(int row, int column) const;
    [[nodiscard]] Bytes bytes(int row, int column) const;
    /// Zeros when the stored value has another length.
    [[nodiscard]] Digest digest(int row, int column) const;

private:
    [[nodiscard]] BytesView raw(int row, int column) const;

    std::unique_ptr<PGresult, decltype(&PQclear)> m_result{nullptr, PQclear};
};

} // namespace sz::store
