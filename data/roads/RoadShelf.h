// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The road graph a desk finds in its folder of packs.

#include "data/roads/RoadFault.h"
#include "data/roads/RoadNet.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::roads {

class RoadGraph;

struct RefusedRoads
{
    std::filesystem::path file;
    Problem problem;
};

struct RoadShelf
{
    std::optional<RoadFacts> facts; ///< of the file that is used; none: there is none
    std::shared_ptr<const RoadGraph>
        graph;                         ///< null when only looked at; shared with who reckons by it
    std::vector<RefusedRoads> refused; ///< those before it by name
    std::string stamp;                 ///< shelfStamp() when it was opened
};

/// Names, sizes and times of the files that are looked at: another text when the folder holds others now. Thread: any.
[[nodiscard]] std::string shelfStamp(const std::filesystem::path& folder);

/// The folder's *.roads by name, at most 8: the first that is good is used. `isWhole`: read and checked row by row, else only
/// asked what it says of itself. A folder that is not there is empty. Thread: any.
[[nodiscard]] RoadShelf openRoadShelf(const std::filesystem::path& folder, bool isWhole);

} // namespace sz::roads
