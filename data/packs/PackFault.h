// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Why a pack, or a tile of it, cannot be used: a code with a detail, and its sentence in both languages.

#include <cstdint>
#include <expected>
#include <string>

namespace sz::packs {

enum class Fault : std::uint8_t {
    Unreadable,    ///< what: the system's words
    Empty,         ///< 0 bytes
    NotAPack,      ///< neither MBTiles nor PMTiles
    OldVersion,    ///< PMTiles of another version than 3; what: the version
    VectorTiles,   ///< what: the format's name
    UnknownFormat, ///< what: the format's name
    OtherGrid,     ///< not Web Mercator; what: the name it gives
    Packing,       ///< compressed with something we do not read; what: its name
    NoTiles,       ///< no table of tiles, or none in it
    NoMetadata,
    BadZooms,
    BadBounds,
    Truncated,   ///< ends before what it promises
    Damaged,     ///< what: where
    BeingMade,   ///< another program has not finished writing it
    TooSlow,     ///< no index, or a query that does not end
    TooMany,     ///< what: as many tiles as can be counted
    TileEmpty,   ///< a tile of 0 bytes
    TileHuge,    ///< what: bytes or pixels
    TileOther,   ///< what: the format it is
    TileNoImage, ///< begins like no image we know
    TileCut,     ///< the image's end is missing
    TileBroken,  ///< cannot be decoded
    BadNames,    ///< the table of names; what: the columns it should have, or how many it has
};

struct Problem
{
    Fault fault = Fault::Damaged;
    std::string
        what; ///< a name, a number or a place; text from the file, so to be shown as plain text
};

/// What a pack does not say of itself, and was found out or left empty.
enum class Remark : std::uint8_t {
    NoName,
    NoFormat,
    NoZooms,
    NoBounds,
    NoAttribution, ///< most map data must be credited wherever it is shown
    NoIndex,       ///< a small file: slow, not too slow
};
[[nodiscard]] const char* remarkName(Remark remark);

/// A short sentence without full stop, in both languages.
struct Words
{
    std::string en;
    std::string zh;
};
[[nodiscard]] Words wordsFor(const Problem& problem);
[[nodiscard]] Words wordsFor(Remark remark);
/// Stable name for --json: "VectorTiles".
[[nodiscard]] const char* faultName(Fault fault);

template <class T>
using Expected = std::expected<T, Problem>;

[[nodiscard]] inline std::unexpected<Problem> refuse(Fault fault, std::string what = {})
{
    return std::unexpected(Problem{fault, std::move(what)});
}

} // namespace sz::packs
