// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The folder an officer puts packs into.

#include "maps/packs/PackStack.h"

#include <memory>

namespace sz::maps {

struct RefusedPack
{
    std::filesystem::path file;
    packs::Problem problem;
};

struct PackShelf
{
    std::shared_ptr<const PackStack> stack; ///< null when nothing can be shown
    std::vector<RefusedPack> refused;

    [[nodiscard]] bool isEmpty() const { return stack == nullptr && refused.empty(); }
};

/// The folder's *.mbtiles and *.pmtiles by name, first on top; at most 32. A folder that is not there is empty. Thread: any;
/// some milliseconds a pack.
[[nodiscard]] PackShelf openShelf(const std::filesystem::path& folder);

} // namespace sz::maps
