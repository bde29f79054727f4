// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One entry's proof as a small text file (C2SP tlog-proof): index, path, checkpoint. Checked without headquarters.

#include "data/proof/Checkpoint.h"
#include "data/proof/Merkle.h"

namespace sz::proof {

constexpr std::size_t kMostProofBytes = 1024;

struct LogProof
{
    Bytes extra; ///< not authenticated; none in ours
    std::uint64_t index = 0;
    Hashes path;
    std::string checkpoint; ///< the signed note as it is

    [[nodiscard]] std::string format() const;
    /// What is handed out: the text, or where it is longer than kMostProofBytes the text in gzip (zcat shows it). A log
    /// of a million entries has 20 hashes on the path, 640 bytes that no packing shortens and base64 makes 900 of.
    [[nodiscard]] std::string file() const;
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
