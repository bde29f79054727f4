// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An OpenStreetMap extract in PBF form (wiki.openstreetmap.org/wiki/PBF_Format), block by block, believed in nothing.

#include "data/base/Clock.h"
#include "data/base/Geo.h"
#include "data/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace sz::maps::osm {

using Tag = std::pair<std::string_view, std::string_view>;
using Tags = std::span<const Tag>;

/// Views are good until the visit returns.
struct Node
{
    std::int64_t id = 0;
    Wgs84 at;
    Tags tags;
};
struct Way
{
    std::int64_t id = 0;
    std::span<const std::int64_t> nodes;
    Tags tags;
};
struct Member
{
    enum class Kind : std::uint8_t { Node, Way, Relation };
    std::int64_t id = 0;
    Kind kind = Kind::Node;
    std::string_view role;
};
struct Relation
{
    std::int64_t id = 0;
    std::span<const Member> members;
    Tags tags;
};

/// What is wanted of a file; what is not set is skipped quickly.
struct Visitor
{
    std::function<void(const Node&)> node;
    std::function<void(const Way&)> way;
    std::function<void(const Relation&)> relation;
};

/// What the head of a file says.
struct Head
{
    std::optional<Wgs84> southWest; ///< of its bounds; none when it gives none
    std::optional<Wgs84> northEast;
    std::optional<Instant>
        dated; ///< up to when OpenStreetMap's changes are in it; none when it does not say
};

/// Reads it whole; `progress` gets bytes done and all. Errors name the file; detail begins with a word from this list and
/// tells where: NotFound, Io, Cancelled · FileMalformed: "not-pbf", "truncated", "damaged", "block-too-large",
/// "compression NAME", "feature NAME" (a required one that is not known), "no-header".
[[nodiscard]] Result<Head> readOsm(
    const std::filesystem::path& file,
    const Visitor& visitor,
    const std::function<bool(std::uint64_t, std::uint64_t)>& progress = {});

} // namespace sz::maps::osm
