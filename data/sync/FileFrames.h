// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The bytes of attached files beside the log (frames 20 to 23): one question, one answer, one piece at a time.

#include "data/base/Hash.h"
#include "data/base/Ids.h"
#include "data/log/Cbor.h"

namespace sz::sync {

inline constexpr std::size_t kMostFilePiece = 256 * 1024;

/// Desk → headquarters: I hold this file of an incident; how much of it do you hold? Answer: FileState.
struct FileOffer
{
    Digest hash{};
    IncidentId incident;
};

/// Headquarters → desk: the answer to an offer, to a piece, and to a question that gets no piece. It is the credit for
/// one more piece from `held` on. Codes: NotFound (no such file of an incident this unit sees, or its bytes have not come
/// yet), NoSpace, Busy (more than one desk may send for now), BadChain (the bytes were not those of the hash: begin again).
struct FileState
{
    Digest hash{};
    std::uint64_t held = 0; ///< bytes from the beginning
    bool isWhole = false;   ///< checked against hash and size, and on the disk
    bool isRefused = false; ///< `code` says why
    Code code = Code::Internal;
};

/// Both ways: bytes of a file from `offset` on; at most kMostFilePiece, never none.
struct FileChunk
{
    Digest hash{};
    std::uint64_t offset = 0;
    Bytes bytes;
};

/// Desk → headquarters: bytes of a file of this incident from `offset` on, at most `most`. Answer: FileChunk, or FileState
/// when there is none.
struct FileAsk
{
    Digest hash{};
    IncidentId incident;
    std::uint64_t offset = 0;
    std::uint64_t most = kMostFilePiece;
};

[[nodiscard]] log::Fields packFile(const FileOffer& frame);
[[nodiscard]] log::Fields packFile(const FileState& frame);
[[nodiscard]] log::Fields packFile(const FileChunk& frame);
[[nodiscard]] log::Fields packFile(const FileAsk& frame);
/// They mark wrong fields in the reader.
[[nodiscard]] FileOffer readFileOffer(log::FieldReader& in);
[[nodiscard]] FileState readFileState(log::FieldReader& in);
[[nodiscard]] FileChunk readFileChunk(log::FieldReader& in);
[[nodiscard]] FileAsk readFileAsk(log::FieldReader& in);

} // namespace sz::sync
