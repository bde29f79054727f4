// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One accepted entry as the tree knows it: lines a person can read, without the words of the matter itself.

#include "data/base/Clock.h"
#include "data/proof/Merkle.h"

#include <string>

namespace sz::proof {

/// The canonical bytes of a leaf (PROTOCOL.md, "Proof"). The entry's own bytes enter as their hash, so that a sealed
/// body can be forgotten, tiles can be handed out, and a record fits a bundle's 16-bit length.
struct Record
{
    std::uint64_t number = 0;
    Instant receivedAt;
    std::string desk;
    std::uint64_t counter = 0;
    std::uint32_t serial = 0;
    Digest author{}; ///< the desk's chain after this entry
    Digest entry{};  ///< SHA-256 of the encoded entry

    [[nodiscard]] std::string text() const;
    [[nodiscard]] Digest leaf() const { return leafHash(viewOf(text())); }
    /// Errors: BadEncoding (anything that `text` would not write).
    [[nodiscard]] static Result<Record> parse(std::string_view text);
};

} // namespace sz::proof
