// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/TileTree.h"

#include "data/proof/Files.h"
#include "data/proof/TileFolder.h"

#include <bit>
#include <format>
#include <optional>

namespace sz::proof {
namespace {

// 1234067 → "x001/x234/067".
std::string indexPath(std::uint64_t index)
{
    std::string out = std::format("{:03}", index % 1000);
    for (index /= 1000; index > 0; index /= 1000) {
        out = std::format("x{:03}/{}", index % 1000, out);
    }
    return out;
}

std::string pathOf(std::string_view kind, std::uint64_t index, std::uint64_t width)
{
    const std::string partial = width == kTileWidth ? "" : std::format(".p/{}", width);
    return std::format("tile/{}/{}{}", kind, indexPath(index), partial);
}

Bytes joined(const Hashes& hashes)
{
    Bytes out;
    out.reserve(hashes.size() * sizeof(Digest));
    for (const Digest& hash : hashes) {
        out.insert(out.end(), hash.begin(), hash.end());
    }
    return out;
}

void addRecord(Bytes& bundle, std::string_view record)
{
    bundle.push_back(static_cast<std::uint8_t>(record.size() >> 8));
    bundle.push_back(static_cast<std::uint8_t>(record.size() & 0xff));
    bundle.insert(bundle.end(), record.begin(), record.end());
}

std::uint64_t fullTiles(unsigned level, std::uint64_t size)
{
    return level * kTileLevels >= 56 ? 0 : size >> (level * kTileLevels + kTileLevels);
}

} // namespace

std::string tilePath(unsigned level, std::uint64_t index, std::uint64_t width)
{
    return pathOf(std::to_string(level), index, width);
}

std::string bundlePath(std::uint64_t index, std::uint64_t width)
{
    return pathOf("entries", index, width);
}

std::uint64_t partialWidth(unsigned level, std::uint64_t size)
{
    return level * kTileLevels >= 64 ? 0 : (size >> (level * kTileLevels)) % kTileWidth;
}

Result<std::vector<std::string>> splitBundle(BytesView bundle)
{
    std::vector<std::string> out;
    while (!bundle.empty()) {
        const std::size_t length =
            bundle.size() < 2 ? bundle.size() : std::size_t{bundle[0]} << 8 | bundle[1];
        if (bundle.size() < length + 2) {
            return fail(Code::BadEncoding, "a bundle ends in the middle of a record");
        }
        out.emplace_back(textOf(bundle.subspan(2, length)));
        bundle = bundle.subspan(length + 2);
    }
    return out;
}

Result<TileTree> TileTree::load(const std::filesystem::path& folder, std::uint64_t size)
{
    const TileFolder tiles(folder, size);
    TileTree out;
    out.m_size = size;
    for (unsigned level = 0; level < kTileLevels; ++level) {
        out.m_open.emplace_back();
        if (partialWidth(level, size) == 0) {
            continue;
        }
        auto tile = tiles.tile(level, fullTiles(level, size));
        if (!tile) {
            return std::unexpected(tile.error());
        }
        out.m_open.back() = std::move(*tile);
    }
    if (partialWidth(0, size) == 0) {
        return out;
    }
    return tiles.bundle(fullTiles(0, size)).transform([&](const std::vector<std::string>& records) {
        for (const std::string& record : records) {
            addRecord(out.m_bundle, record);
        }
        return std::move(out);
    });
}

void TileTree::append(std::string_view record)
{
    addRecord(m_bundle, record);
    ++m_size;
    if (m_size % kTileWidth == 0) {
        m_full.push_back({bundlePath(m_size / kTileWidth - 1), std::exchange(m_bundle, {})});
        m_replaced.push_back(m_full.back().path + ".p");
    }
    push(0, leafHash(viewOf(record)));
}

void TileTree::push(unsigned level, const Digest& hash)
{
    if (level >= m_open.size()) {
        m_open.resize(level + 1);
    }
    Hashes& open = m_open[level];
    open.push_back(hash);
    if (open.size() < kTileWidth) {
        return;
    }
    const Hashes full = std::exchange(open, {});
    m_full.push_back({tilePath(level, fullTiles(level, m_size) - 1), joined(full)});
    m_replaced.push_back(m_full.back().path + ".p");
    push(level + 1, rootOf(full));
}

// From the right edge upwards: each level's partial tile falls into complete subtrees, the smallest last.
Digest TileTree::root() const
{
    std::optional<Digest> right;
    for (const Hashes& open : m_open) {
        std::size_t end = open.size();
        while (end > 0) {
            const std::size_t width = std::size_t{1} << std::countr_zero(end);
            const Digest left = rootOf(std::span(open).subspan(end - width, width));
            right = right ? nodeHash(left, *right) : left;
            end -= width;
        }
    }
    return right.value_or(sha256(BytesView{}));
}

void TileTree::addPartials(std::vector<File>& files) const
{
    for (unsigned level = 0; level < m_open.size(); ++level) {
        const Hashes& open = m_open[level];
        if (!open.empty()) {
            files.push_back({tilePath(level, fullTiles(level, m_size), open.size()), joined(open)});
        }
    }
    if (!m_bundle.empty()) {
        files.push_back({bundlePath(m_size / kTileWidth, m_size % kTileWidth), m_bundle});
    }
}

Result<void> TileTree::write(const std::filesystem::path& folder)
{
    std::vector<File> files = std::exchange(m_full, {});
    addPartials(files);
    for (const File& file : files) {
        if (auto ok = writeWhole(folder / file.path, file.bytes); !ok) {
            return ok;
        }
    }
    return {};
}

void TileTree::sweep(const std::filesystem::path& folder)
{
    for (const std::string& path : std::exchange(m_replaced, {})) {
        std::error_code ignored; // what stays is only a copy
        std::filesystem::remove_all(folder / path, ignored);
    }
}

} // namespace sz::proof
