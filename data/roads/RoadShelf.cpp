// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roads/RoadShelf.h"

#include "data/roads/RoadFile.h"
#include "data/roads/RoadGraph.h"

#include <algorithm>
#include <format>

namespace sz::roads {
namespace {

constexpr std::size_t kMostFiles = 8;

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code gone;
    std::filesystem::directory_iterator at(folder, gone);
    while (!gone && at != std::filesystem::directory_iterator()) {
        if (at->path().extension().string() == kFileEnding) {
            files.push_back(at->path());
        }
        at.increment(gone);
    }
    std::ranges::sort(files);
    files.resize(std::min(files.size(), kMostFiles));
    return files;
}

Expected<void> take(RoadShelf& shelf, const std::filesystem::path& file, bool isWhole)
{
    if (!isWhole) {
        return readFacts(file).transform([&](const RoadFacts& facts) { shelf.facts = facts; });
    }
    return readRoads(file).transform([&](RoadNet net) {
        shelf.facts = net.facts;
        shelf.graph = std::make_shared<const RoadGraph>(std::move(net));
    });
}

} // namespace

std::string shelfStamp(const std::filesystem::path& folder)
{
    std::string stamp;
    for (const std::filesystem::path& file : filesIn(folder)) {
        std::error_code gone;
        const auto bytes = std::filesystem::file_size(file, gone);
        const auto changed = std::filesystem::last_write_time(file, gone);
        stamp +=
            std::format("{} {} {}\n", file.string(), bytes, changed.time_since_epoch().count());
    }
    return stamp;
}

RoadShelf openRoadShelf(const std::filesystem::path& folder, bool isWhole)
{
    RoadShelf shelf;
    shelf.stamp = shelfStamp(folder);
    for (const std::filesystem::path& file : filesIn(folder)) {
        if (const auto taken = take(shelf, file, isWhole)) {
            break;
        } else {
            shelf.refused.push_back({file, taken.error()});
        }
    }
    return shelf;
}

} // namespace sz::roads
