// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MBTiles 1.3, written piece by piece: a program that was killed goes on where it was, another recipe begins anew.

#include "data/base/Bytes.h"
#include "data/base/Result.h"
#include "data/packs/PackNames.h"
#include "data/packs/TileId.h"

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sz::packs {

/// The encoded picture of a tile.
struct WrittenTile
{
    TileId id;
    Bytes bytes;
};

/// Writes `file` + ".part"; finish() gives it its name. Errors: StoreWrite, StoreOpen, NoSpace, Io. Thread: one.
class MbTilesWriter
{
public:
    /// `recipe` names everything that decides what the tiles look like; a part of another recipe is thrown away.
    [[nodiscard]] static Result<MbTilesWriter>
    open(const std::filesystem::path& file, const std::string& recipe);
    MbTilesWriter(MbTilesWriter&&) noexcept;
    MbTilesWriter& operator=(MbTilesWriter&&) noexcept;
    ~MbTilesWriter();

    /// Pieces an earlier run has finished.
    [[nodiscard]] std::size_t doneBefore() const;
    [[nodiscard]] bool isDone(const std::string& piece) const;
    /// A piece's tiles and that it is done, both or neither.
    [[nodiscard]] Result<void>
    write(const std::string& piece, const std::vector<WrittenTile>& tiles);
    /// A piece's names, the same way; the table is made by the first call.
    [[nodiscard]] Result<void>
    writeNames(const std::string& piece, std::span<const PackName> names);
    /// The metadata table, then the file's own name. An older file of that name is replaced.
    [[nodiscard]] Result<void> finish(const std::map<std::string, std::string>& metadata);

private:
    struct Impl;
    explicit MbTilesWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sz::packs
