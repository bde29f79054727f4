// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The names that packs bring along, as the place search wants them.

#include "data/packs/Pack.h"
#include "data/packs/PackNames.h"
#include "data/plan/MapNames.h"

#include <memory>
#include <span>
#include <vector>

namespace sz::maps {

/// A pack whose names cannot be used; its tiles can.
struct NamelessPack
{
    std::filesystem::path file;
    packs::Problem problem;
};

struct PackPlaces
{
    std::shared_ptr<const plan::MapNames> names; ///< null: no pack has any
    std::vector<NamelessPack> faulty;
};

/// Of one pack's names; the pack is called as its map is.
[[nodiscard]] plan::MapNameList mapNamesOf(std::string source, packs::PackNames names);
/// Reads and indexes them all: some 6 µs a name, so not on the gui thread.
[[nodiscard]] PackPlaces readPackPlaces(std::span<const packs::PackInfo> shelf);

} // namespace sz::maps
