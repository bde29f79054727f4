// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an online source has sent, kept in a file under the user's cache folder: shown when the source cannot be reached.

#include "data/base/Clock.h"
#include "data/packs/TileId.h"
#include "data/packs/TileImage.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace sz::packs {

/// A tile as it came. Empty bytes: the source has none there.
struct KeptTile
{
    std::string bytes;
    Instant fetched; ///< or confirmed by the source since
    std::string etag;
    std::string modified; ///< its Last-Modified, as sent
};

/// How much is kept, and how old it is.
struct TileFigures
{
    std::uint64_t tiles = 0;
    std::uint64_t bytes = 0;
    Instant oldest;
    Instant newest;
};

/// Disposable: a file that cannot be used is begun anew, and a full disk means that nothing more is kept. The longest kept go
/// first when the limit is reached. Readable by its owner only. Thread: any.
class TileStore
{
public:
    static constexpr std::uint64_t kUsualLimit = 512ULL << 20;
    static constexpr std::chrono::days kMostAge{180}; ///< older ones go when the store is opened

    /// Null when nothing can be written there: then nothing is kept.
    [[nodiscard]] static std::unique_ptr<TileStore>
    open(const std::filesystem::path& file, Instant now, std::uint64_t limit = kUsualLimit);
    ~TileStore();
    TileStore(const TileStore&) = delete;
    TileStore& operator=(const TileStore&) = delete;

    [[nodiscard]] std::optional<KeptTile> find(const TileId& tile);
    void keep(const TileId& tile, const KeptTile& kept);
    /// The source says it is still the same.
    void confirm(const TileId& tile, Instant now);
    [[nodiscard]] TileFigures figures();
    void clear();

private:
    struct Impl;
    explicit TileStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sz::packs
