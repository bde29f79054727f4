// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a log says about itself at a moment (C2SP tlog-checkpoint): name, size, root. Short enough to print on a brief.

#include "data/proof/Note.h"

namespace sz::proof {

struct Checkpoint
{
    std::string origin;
    std::uint64_t size = 0;
    Digest root{};
    std::vector<std::string> extensions; ///< lines after the third; none in ours

    /// The text of the note, with its last newline.
    [[nodiscard]] std::string text() const;
    /// Errors: BadEncoding (fewer than three lines, size with a leading zero or above 2^63-1, an empty line).
    [[nodiscard]] static Result<Checkpoint> parse(std::string_view noteText);
};

/// A checkpoint whose note carries the key's signature. Errors: BadEncoding, BadSignature.
[[nodiscard]] Result<Checkpoint> openCheckpoint(std::string_view note, const VerifierKey& key);

/// Decimal without sign or leading zeros, at most 2^63-1. Errors: BadEncoding.
[[nodiscard]] Result<std::uint64_t> parseCount(std::string_view text);
/// Lines without their newlines; an unfinished last line counts.
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);

} // namespace sz::proof
