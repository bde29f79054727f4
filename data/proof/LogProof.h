// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One entry's proof as a small text file (C2SP tlog-proof): index, path, checkpoint. Checked without headquarters.

#include "data/proof/Checkpoint.h"
#include "data/proof/Merkle.h"

namespace sz::proof {

struct LogProof
{
    Bytes extra; ///< not authenticated; none in ours
    std::uint64_t index = 0;
    Hashes path;
    std::string checkpoint; ///< the signed note as it is

    [[nodiscard]] std::string format() const;
    /// Errors: BadEncoding.
    [[nodiscard]] static Result<LogProof> parse(std::string_view text);
};

/// Makes the proof of a leaf from a tree of the checkpoint's size. Errors: BadEncoding, BadArgument, the source's.
[[nodiscard]] Result<LogProof>
makeLogProof(const HashSource& source, std::uint64_t index, std::string checkpointNote);
/// The checkpoint the leaf is proven under. Errors: BadEncoding, BadSignature, BadChain (the path does not lead there).
[[nodiscard]] Result<Checkpoint>
verifyLogProof(const LogProof& proof, const Digest& leaf, const VerifierKey& key);

} // namespace sz::proof
