// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The table of a Shapefile: its values as properties, in whatever encoding they are.

#include "data/exchange/TextDecode.h"
#include "data/layers/RawLayer.h"

#include <memory>
#include <shapefil.h>
#include <span>

namespace sz::layers {

class DbfTable
{
public:
    /// Of the .dbf that the hooks lead to.
    explicit DbfTable(const SAHooks& hooks);

    [[nodiscard]] bool isOpen() const { return m_table != nullptr; }
    [[nodiscard]] int rows() const;
    /// Names and encoding of the table; the layer gets both, and a remark when the encoding is not the one it says.
    void prepare(RawLayer& layer);
    [[nodiscard]] std::vector<Property> row(int row);
    /// Values taken by row() are bytes until then. Names the features, too.
    void decode(std::span<RawFeature> features, const RawLayer& layer);
    /// Remarks characters that were lost.
    void finish(RawLayer& layer) const;

private:
    struct Closer
    {
        void operator()(DBFInfo* table) const { DBFClose(table); }
    };
    struct Field
    {
        std::uint32_t name = 0;
        char type = 'C';
    };

    [[nodiscard]] bool isAllUtf8(std::size_t& notAscii);
    void chooseEncoding(RawLayer& layer);

    std::unique_ptr<DBFInfo, Closer> m_table;
    std::vector<Field> m_fields;
    exchange::Encoding m_encoding = exchange::Encoding::Utf8;
    std::int64_t m_lost = 0; ///< values with characters that mean nothing
};

} // namespace sz::layers
