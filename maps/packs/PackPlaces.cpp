// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/packs/PackPlaces.h"

#include <utility>

namespace sz::maps {
namespace {

plan::MapSort sortOf(std::string_view kind)
{
    if (kind == "road" || kind == "bridge") {
        return plan::MapSort::Road;
    }
    return kind == "water" ? plan::MapSort::Water : plan::MapSort::Place;
}

} // namespace

plan::MapNameList mapNamesOf(std::string source, packs::PackNames names)
{
    plan::MapNameList list{std::move(source), {}};
    list.names.reserve(names.names.size());
    for (packs::PackName& one : names.names) {
        list.names.push_back(
            {std::move(one.name), std::move(one.nameEn), sortOf(one.kind), one.at});
    }
    return list;
}

PackPlaces readPackPlaces(std::span<const packs::PackInfo> shelf)
{
    PackPlaces out;
    std::vector<plan::MapNameList> lists;
    for (const packs::PackInfo& pack : shelf) {
        packs::PackNames names = packs::readPackNames(pack.file);
        if (names.problem) {
            out.faulty.push_back({pack.file, *names.problem});
        }
        if (!names.names.empty()) {
            lists.push_back(mapNamesOf(pack.name, std::move(names)));
        }
    }
    if (!lists.empty()) {
        out.names = std::make_shared<const plan::MapNames>(std::move(lists));
    }
    return out;
}

} // namespace sz::maps
