// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which column of a sheet is what: recognised by its head, or said by the officer.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sz::exchange {

/// What a campaign's item is made of.
enum class SheetField : std::uint8_t {
    Key,     ///< 序号
    Label,   ///< 任务, 隐患
    Unit,    ///< 牵头单位
    Support, ///< 配合单位
    Due,     ///< 时限
    Place,   ///< 地点
    Kind,    ///< 类别
};
inline constexpr std::size_t kSheetFields = 7;
/// "编号", "key": for sentences and heads of tables.
[[nodiscard]] const char* fieldZh(SheetField field);
[[nodiscard]] const char* fieldEn(SheetField field);
/// By its English name ("unit"), for tools.
[[nodiscard]] std::optional<SheetField> fieldNamed(std::string_view name);

/// Column of each field, 0-based; none: the sheet does not have it.
class SheetMapping
{
public:
    [[nodiscard]] std::optional<std::size_t> column(SheetField field) const
    {
        return m_columns[static_cast<std::size_t>(field)];
    }
    void set(SheetField field, std::optional<std::size_t> column)
    {
        m_columns[static_cast<std::size_t>(field)] = column;
    }
    /// The first field without which there is no item: Label, then Unit; none: it can be read.
    [[nodiscard]] std::optional<SheetField> missing() const;
    bool operator==(const SheetMapping&) const = default;

private:
    std::array<std::optional<std::size_t>, kSheetFields> m_columns;
};

/// By the names offices give them, Chinese and English; a name that says it exactly beats one that only holds it.
[[nodiscard]] SheetMapping mappingOf(const std::vector<std::string>& head);
/// How many fields it finds in this row: the head is where most are found, titles stand above it.
[[nodiscard]] std::size_t fieldsIn(const std::vector<std::string>& row);

} // namespace sz::exchange
