// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A road graph as one file: SQLite, so that any tool can look into it, with a checksum over all of it.

#include "data/base/Bytes.h"
#include "data/base/Result.h"
#include "data/roads/RoadFault.h"
#include "data/roads/RoadNet.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace sz::roads {

inline constexpr std::int32_t kApplicationId = 0x535A5244; ///< "SZRD" in the head of the file
inline constexpr int kFileVersion = 1;                     ///< user_version
inline constexpr std::string_view kFileEnding = ".roads";  ///< what a desk looks for

/// SHA-256, hexadecimal, over facts, points and stretches in their order: what `meta.sha256` has to be.
[[nodiscard]] std::string digestOf(const RoadNet& net);

/// Writes `file` + ".part", then gives it its name; an older file of that name is replaced, a part that failed is removed. Counts
/// and bounds of the facts are those of the rows, whatever they say. `go` is told the share done, 0 to 1, and says whether to go
/// on. Errors: StoreWrite, NoSpace, Io, Cancelled. Thread: any.
[[nodiscard]] Result<void> writeRoads(
    RoadNet net,
    const std::filesystem::path& file,
    const std::function<bool(double)>& go = {});

/// What the file says of itself; its rows are not read: some milliseconds. Errors: Unreadable … BadFact. Thread: any.
[[nodiscard]] Expected<RoadFacts> readFacts(const std::filesystem::path& file);
/// All of it, checked row by row and against the checksum: a second per million rows. Every stretch leads from one point of the
/// net to another with a speed that can be driven. Opened read-only, nothing beside it is made. Errors: all. Thread: any.
[[nodiscard]] Expected<RoadNet> readRoads(const std::filesystem::path& file);

} // namespace sz::roads
