// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A server of map tiles as an officer names it: an address with places for the numbers of a tile. Nothing here asks anybody.

#include "data/packs/TileId.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace sz::packs {

/// Places in the address, in any case: {z} {x} {y}, {-y} (rows from the south, TMS), {s} (one of `subdomains`), {key};
/// for WMTS also {TileMatrix} {TileRow} {TileCol}, in a REST path or a query; layer, style and matrix set are written into the
/// address as they are. Web Mercator only (EPSG:3857; Tianditu's "w").
struct OnlineSource
{
    std::string id; ///< letters and digits; names its cache and its key
    std::string name;
    std::string address;
    std::string subdomains; ///< "0,1,2,3" or "abc"
    std::string attribution;
    int minZoom = 1;
    int maxZoom = 18;
    int tileSide = 256;
    bool allowsHttp = false; ///< unencrypted, ticked by the officer
    bool isLabels = false;   ///< transparent words: lies over the other sources
    bool operator==(const OnlineSource&) const = default;

    [[nodiscard]] bool needsKey() const;
};

enum class AddressFault : std::uint8_t {
    Empty,
    TooLong,
    Characters, ///< blanks, controls or what is not ASCII
    Scheme,     ///< neither https nor http
    PlainHttp,  ///< http, and it is not allowed
    Host,       ///< none, or with a user's name in front
    Unknown,    ///< a place nobody fills
    NoTile,     ///< the tile's level, column or row has no place
    NoSubdomains,
    KeyInside, ///< a key written into the address, where it would be kept readable; {key} belongs there
};
struct AddressProblem
{
    AddressFault fault = AddressFault::Empty;
    std::string what; ///< the place nobody fills: "{foo}"
};

[[nodiscard]] std::expected<void, AddressProblem> checkAddress(const OnlineSource& source);
/// Of a source that passed checkAddress. The key is percent-encoded. Never log it.
[[nodiscard]] std::string
addressFor(const OnlineSource& source, const TileId& tile, std::string_view key);
/// "t0.tianditu.gov.cn": what is contacted, for people; empty when there is none. A place in it stays.
[[nodiscard]] std::string hostOf(const OnlineSource& source);

/// Tianditu's vector map, its labels, its imagery, its labels; without ids and all off. Each needs the city's key.
[[nodiscard]] std::vector<OnlineSource> tiandituSources();

} // namespace sz::packs
