// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/TileFolder.h"

#include "data/proof/Files.h"

#include <algorithm>
#include <functional>

namespace sz::proof {
namespace {

constexpr std::size_t kMostCached = 64; // 512 KiB

// The partial file when the tree ends there, else the full one. Whole tiles may replace partial ones (tlog-tiles).
Result<Bytes> readEither(
    const std::filesystem::path& folder,
    const std::function<std::string(std::uint64_t)>& path,
    std::uint64_t width)
{
    auto bytes = readWhole(folder / path(width));
    if (!bytes && bytes.error().code == Code::NotFound && width < kTileWidth) {
        bytes = readWhole(folder / path(kTileWidth));
    }
    if (!bytes && bytes.error().code == Code::NotFound) {
        return fail(Code::StoreCorrupt, "missing", (folder / path(width)).string());
    }
    return bytes;
}

} // namespace

TileFolder::TileFolder(std::filesystem::path folder, std::uint64_t size)
    : m_folder(std::move(folder)), m_size(size)
{
}

std::uint64_t TileFolder::width(unsigned level, std::uint64_t index) const
{
    const std::uint64_t all = level * kTileLevels >= 64 ? 0 : m_size >> (level * kTileLevels);
    return all <= index * kTileWidth ? 0 : std::min(all - index * kTileWidth, kTileWidth);
}

Result<Hashes> TileFolder::tile(unsigned level, std::uint64_t index) const
{
    const std::uint64_t count = width(level, index);
    const auto path = [&](std::uint64_t w) { return tilePath(level, index, w); };
    if (count == 0) {
        return fail(Code::StoreCorrupt, "beyond the tree", path(kTileWidth));
    }
    return readEither(m_folder, path, count).and_then([&](const Bytes& bytes) -> Result<Hashes> {
        if (bytes.size() < count * sizeof(Digest) || bytes.size() % sizeof(Digest) != 0) {
            return fail(
                Code::StoreCorrupt, "not the tile's size", (m_folder / path(count)).string());
        }
        Hashes out(count);
        for (std::size_t i = 0; i < out.size(); ++i) {
            std::copy_n(
                bytes.begin() + static_cast<std::ptrdiff_t>(i * sizeof(Digest)), sizeof(Digest),
                out[i].begin());
        }
        return out;
    });
}

Result<const Hashes*> TileFolder::cached(unsigned level, std::uint64_t index) const
{
    const std::pair key{level, index};
    if (const auto it = m_tiles.find(key); it != m_tiles.end()) {
        return &it->second;
    }
    return tile(level, index).transform([&](Hashes hashes) -> const Hashes* {
        if (m_tiles.size() >= kMostCached) {
            m_tiles.clear();
        }
        return &m_tiles.emplace(key, std::move(hashes)).first->second;
    });
}

Result<Digest> TileFolder::subtree(unsigned level, std::uint64_t index) const
{
    const unsigned tileLevel = level / kTileLevels;
    const unsigned inner = level % kTileLevels;
    const std::uint64_t first = index << inner;
    return cached(tileLevel, first / kTileWidth)
        .and_then([&](const Hashes* tile) -> Result<Digest> {
            const std::size_t from = first % kTileWidth;
            const std::size_t count = std::size_t{1} << inner;
            if (from + count > tile->size()) {
                return fail(
                    Code::StoreCorrupt, "beyond the tree", tilePath(tileLevel, first / kTileWidth));
            }
            return rootOf(std::span(*tile).subspan(from, count));
        });
}

Result<std::vector<std::string>> TileFolder::bundle(std::uint64_t index) const
{
    const std::uint64_t count = width(0, index);
    const auto path = [&](std::uint64_t w) { return bundlePath(index, w); };
    return readEither(m_folder, path, count)
        .and_then(splitBundle)
        .and_then([&](auto records) -> Result<std::vector<std::string>> {
            if (records.size() < count) {
                return fail(
                    Code::StoreCorrupt, "records are missing", (m_folder / path(count)).string());
            }
            records.resize(count);
            return records;
        });
}

Result<std::string> TileFolder::record(std::uint64_t index) const
{
    if (index >= m_size) {
        return fail(Code::BadArgument, "the entry is not in the tree");
    }
    return bundle(index / kTileWidth).transform([&](auto records) {
        return std::move(records[index % kTileWidth]);
    });
}

} // namespace sz::proof
