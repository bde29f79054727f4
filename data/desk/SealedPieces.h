// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a file lies on the disk of a desk: as it is, or sealed piece by piece so that it can be read and go on from any piece.

#include "data/vault/Aead.h"

#include <filesystem>
#include <functional>

namespace sz::desk {

inline constexpr std::size_t kPieceBytes = 256 * 1024; ///< of a piece in the clear, at most

/// A record: length (4 bytes, highest first) ‖ sealed bytes, bound to where they stand in the file.
[[nodiscard]] Bytes sealPiece(const vault::SecretKey& key, std::uint64_t offset, BytesView bytes);

/// Where a file that is still coming goes on.
struct Tail
{
    std::uint64_t plain = 0;  ///< bytes in the clear
    std::uint64_t stored = 0; ///< bytes on the disk that hold them; what is behind was torn
};
[[nodiscard]] Tail tailOf(const std::filesystem::path& file, bool isSealed);

/// Gives the bytes from `from` on, in pieces, until `visit` returns false. `key`: null for a file in the clear.
/// Errors: BadEncoding (a sealed piece was changed), Io.
[[nodiscard]] Result<void> eachPiece(
    const std::filesystem::path& file,
    const vault::SecretKey* key,
    std::uint64_t from,
    const std::function<bool(BytesView)>& visit);

} // namespace sz::desk
