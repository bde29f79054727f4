// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ids are types, so that a desk is never passed where a unit is meant.

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace sz {

/// A short code or ULID text of one kind of thing. Empty means "none".
template <class Tag>
struct Id
{
    std::string value;

    Id() = default;
    explicit Id(std::string v) : value(std::move(v)) {}
    explicit Id(std::string_view v) : value(v) {}
    explicit Id(const char* v) : value(v) {}

    [[nodiscard]] bool empty() const { return value.empty(); }
    [[nodiscard]] explicit operator bool() const { return !value.empty(); }
    [[nodiscard]] const std::string& str() const { return value; }
    auto operator<=>(const Id&) const = default;
};

using UnitCode =
    Id<struct
       UnitTag>; ///< "HQ" command office, "D05" district, "L06" line, "ZHK" zone, "A24" area leader
using ZoneCode = Id<struct ZoneTag>;     ///< "hankou"
using StreetCode = Id<struct StreetTag>; ///< "420106004"
using CommunityCode = Id<struct CommunityTag>;
using KindCode = Id<struct KindTag>;         ///< incident kind, "gas.cylinders"
using PostCode = Id<struct PostTag>;         ///< a duty post, "HQ-chief", "D05-leader"
using PersonCode = Id<struct PersonTag>;     ///< a duty person or team on the roster
using DeskId = Id<struct DeskTag>;           ///< one enrolled console
using OperationId = Id<struct OperationTag>; ///< one city's live operation, or one drill
using IncidentId = Id<struct IncidentTag>;   ///< ULID text of the entry that reported it
using OrderId = Id<struct OrderTag>;         ///< ULID text, made by the desk that issued it
using ContactId = Id<struct ContactTag>;     ///< ULID text, made by the desk that sealed it

} // namespace sz

template <class Tag>
struct std::hash<sz::Id<Tag>>
{
    std::size_t operator()(const sz::Id<Tag>& id) const noexcept
    {
        return std::hash<std::string>{}(id.value);
    }
};
