// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A growing tree as C2SP tlog-tiles keeps it: 256 hashes a file, records in bundles of 256, right edge in memory.

#include "data/proof/Merkle.h"

#include <filesystem>
#include <string>

namespace sz::proof {

inline constexpr std::uint64_t kTileWidth = 256;
inline constexpr unsigned kTileLevels = 8; ///< binary levels a tile spans

/// Path of the `index`-th tile of a level, "tile/0/x001/234"; with a width below 256 a partial one, "….p/17".
[[nodiscard]] std::string
tilePath(unsigned level, std::uint64_t index, std::uint64_t width = kTileWidth);
/// "tile/entries/…", the same way.
[[nodiscard]] std::string bundlePath(std::uint64_t index, std::uint64_t width = kTileWidth);
/// Hashes in the last, partial tile of a level when the tree has `size` leaves; 0 = none.
[[nodiscard]] std::uint64_t partialWidth(unsigned level, std::uint64_t size);
/// Records of a bundle, each behind its big-endian 16-bit length. Errors: BadEncoding.
[[nodiscard]] Result<std::vector<std::string>> splitBundle(BytesView bundle);

/// The right edge of a tree and the files that are not written yet. A value: try growth on a copy. Not thread-safe.
class TileTree
{
public:
    /// Reads the edge of the tree of `size` leaves back from its folder. Errors: StoreCorrupt (a tile is missing or too
    /// short), FileUnreadable.
    [[nodiscard]] static Result<TileTree>
    load(const std::filesystem::path& folder, std::uint64_t size);

    /// At most 65535 bytes a record.
    void append(std::string_view record);

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Digest root() const;

    /// Writes full tiles that have come since the last write, and the partial ones of this size, each whole and
    /// synced. The tree they belong to counts only with a checkpoint. Errors: NoSpace, Io.
    [[nodiscard]] Result<void> write(const std::filesystem::path& folder);
    /// Removes partial tiles that full ones have replaced since the last call. For after the checkpoint is in place.
    void sweep(const std::filesystem::path& folder);

private:
    struct File
    {
        std::string path;
        Bytes bytes;
    };

    void push(unsigned level, const Digest& hash);
    void addPartials(std::vector<File>& files) const;

    std::uint64_t m_size = 0;
    std::vector<Hashes> m_open; ///< the partial tile of each level
    Bytes m_bundle;             ///< the partial bundle
    std::vector<File> m_full;   ///< not written yet
    std::vector<std::string> m_replaced;
};

} // namespace sz::proof
