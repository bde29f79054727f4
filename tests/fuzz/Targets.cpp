// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Targets.h"

#include "tests/fuzz/Runs.h"

#include <algorithm>
#include <array>

namespace sz::fuzz {
namespace {

constexpr std::uint64_t kMany = 10'000'000; ///< for the decoders of our own (findings/trust.md §6)

constexpr std::array kTargets{
    Target{"cbor", cbor, kMany},
    Target{"entry", entry, kMany},
    Target{"frame", frame, kMany},
    Target{"manifest", manifest, kMany},
    Target{"seat", seat, kMany},
    Target{"note", note, kMany},
    Target{"wkb", wkb, kMany},
    Target{"child", child, kMany},  // frames, a book and a geometry out of the same bytes
    Target{"batch", batch, 20'000}, // what frame reads, and three signatures
    Target{"mirror", mirror, kMany},
    Target{"profile", profile, 20'000},
    Target{"toml", toml, 20'000},
    Target{"geojson", geojson, 20'000},
    Target{"headquarters", headquarters, 200'000},
    Target{"desk", desk, 200'000},
    Target{"layerjson", layerjson, 200'000},
    Target{"layerxml", layerxml, 200'000},
    Target{"layercsv", layercsv, kMany},
};

} // namespace

std::span<const Target> targets()
{
    return kTargets;
}

const Target* targetOf(std::string_view name)
{
    const auto it = std::ranges::find(kTargets, name, &Target::name);
    return it == kTargets.end() ? nullptr : &*it;
}

} // namespace sz::fuzz
