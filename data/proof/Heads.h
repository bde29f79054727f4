// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where every desk's chain and every feed stood when a checkpoint was signed: a second signed note beside it.

#include "data/proof/Checkpoint.h"

#include <map>

namespace sz::proof {

struct DeskHead
{
    PublicKey key{};
    std::uint64_t counter = 0;
    Digest author{};
    bool operator==(const DeskHead&) const = default;
};

struct PlaceHead
{
    std::uint64_t seq = 0;
    Digest hash{};
    bool operator==(const PlaceHead&) const = default;
};

/// A checkpoint under "<origin>/heads" whose extension lines are the heads (PROTOCOL.md, "Proof"). A desk's line also
/// holds its key, so that nobody re-signs its batches with another, and reaches over its refused entries.
struct Heads
{
    Checkpoint tree;
    std::map<std::string, DeskHead> desks;  ///< by id
    std::map<std::string, PlaceHead> feeds; ///< by unit

    [[nodiscard]] std::string text() const;
    /// Errors: BadEncoding.
    [[nodiscard]] static Result<Heads> parse(std::string_view noteText);
};

/// Errors: BadEncoding, BadSignature. `key` is the log's; its name with "/heads" behind it signs here.
[[nodiscard]] Result<Heads> openHeads(std::string_view note, const VerifierKey& key);
[[nodiscard]] std::string headsName(std::string_view origin);

} // namespace sz::proof
