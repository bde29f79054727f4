// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/packs/PackShelf.h"

#include <algorithm>
#include <cctype>

namespace sz::maps {
namespace {

constexpr std::size_t kMostPacks = 32;

bool isPackName(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    std::ranges::transform(
        ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".mbtiles" || ending == ".pmtiles";
}

std::vector<std::filesystem::path> packsIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code gone;
    std::filesystem::directory_iterator at(folder, gone);
    while (!gone && at != std::filesystem::directory_iterator()) {
        if (isPackName(at->path())) {
            files.push_back(at->path());
        }
        at.increment(gone);
    }
    std::ranges::sort(files);
    files.resize(std::min(files.size(), kMostPacks));
    return files;
}

} // namespace

PackShelf openShelf(const std::filesystem::path& folder)
{
    PackShelf shelf;
    std::vector<packs::PackInfo> good;
    for (const std::filesystem::path& file : packsIn(folder)) {
        if (const auto pack = packs::openPack(file)) {
            good.push_back((*pack)->info());
        } else {
            shelf.refused.push_back({file, pack.error()});
        }
    }
    if (!good.empty()) {
        shelf.stack = std::make_shared<const PackStack>(std::move(good));
    }
    return shelf;
}

} // namespace sz::maps
