// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// gzip and zstd out of a PMTiles file, never more than asked for.

#include "data/packs/PackFault.h"

#include <cstdint>
#include <span>
#include <string>

namespace sz::packs {

/// PMTiles v3, "compression".
enum class Packing : std::uint8_t {
    Unknown = 0,
    None = 1,
    Gzip = 2,
    Brotli = 3,
    Zstd = 4,
};
/// "gzip"; a number for what the specification does not name.
[[nodiscard]] std::string packingName(Packing packing);

/// At most `most` bytes come out. Errors: Packing (Brotli, unknown), Damaged (broken, longer than `most`, or ends too soon).
[[nodiscard]] Expected<std::string>
unpack(Packing packing, std::span<const std::uint8_t> bytes, std::size_t most);

} // namespace sz::packs
