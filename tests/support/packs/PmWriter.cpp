// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PMTiles 3 as its specification says, for small packs.
#include "tests/support/packs/PackMaker.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <sstream>
#include <stdexcept>
#include <zlib.h>

namespace sz::test {
namespace {

using packs::Packing;
using packs::PmEntry;

std::string varint(std::uint64_t value)
{
    std::string out;
    while (value > 0x7f) {
        out += static_cast<char>((value & 0x7fU) | 0x80U);
        value >>= 7U;
    }
    return out + static_cast<char>(value);
}

std::string gzip(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string packed(Packing packing, const std::string& text)
{
    if (packing == Packing::Gzip) {
        return gzip(text);
    }
    if (packing == Packing::Zstd) {
        std::string out(ZSTD_compressBound(text.size()), '\0');
        out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
        return out;
    }
    return text; // None, and those our reader must refuse by their number
}

std::string directory(std::span<const PmEntry> entries)
{
    std::string out = varint(entries.size());
    std::uint64_t id = 0;
    for (const PmEntry& e : entries) {
        out += varint(e.id - id);
        id = e.id;
    }
    for (const PmEntry& e : entries) {
        out += varint(e.run);
    }
    for (const PmEntry& e : entries) {
        out += varint(e.length);
    }
    std::uint64_t behind = ~std::uint64_t{0};
    for (const PmEntry& e : entries) {
        out += varint(e.offset == behind ? 0 : e.offset + 1);
        behind = e.offset + e.length;
    }
    return out;
}

template <class T>
void put(std::string& head, std::size_t at, T value)
{
    std::memcpy(head.data() + at, &value, sizeof value);
}

std::string json(const Metadata& metadata)
{
    std::string out = "{";
    for (const auto& [name, value] : metadata) {
        out += (out.size() > 1 ? ",\"" : "\"") + name + "\":\"" + value + "\"";
    }
    return out + "}";
}

} // namespace

void writePmTiles(
    const std::filesystem::path& file,
    const Metadata& metadata,
    std::vector<MadeTile> tiles,
    const PmMaking& making)
{
    std::ranges::sort(tiles, {}, [](const MadeTile& t) { return hilbertId(t.id); });
    std::vector<PmEntry> entries;
    std::string data;
    QByteArray before;
    for (const MadeTile& tile : tiles) {
        const std::uint64_t id = hilbertId(tile.id);
        if (!entries.empty() && tile.bytes == before
            && entries.back().id + entries.back().run == id) {
            ++entries.back().run;
            continue;
        }
        entries.push_back({id, data.size(), static_cast<std::uint32_t>(tile.bytes.size()), 1});
        data.append(tile.bytes.constData(), static_cast<std::size_t>(tile.bytes.size()));
        before = tile.bytes;
    }
    std::string leaves;
    std::vector<PmEntry> root = entries;
    if (making.leafEntries > 0) {
        root.clear();
        for (std::size_t i = 0; i < entries.size(); i += making.leafEntries) {
            const auto part =
                std::span(entries).subspan(i, std::min(making.leafEntries, entries.size() - i));
            const std::string leaf = packed(making.internal, directory(part));
            root.push_back(
                {part.front().id, leaves.size(), static_cast<std::uint32_t>(leaf.size()), 0});
            leaves += leaf;
        }
    }
    const std::string rootText = packed(making.internal, directory(root));
    const std::string said = packed(making.internal, json(metadata));
    std::string head(packs::kPmHeadBytes, '\0');
    std::memcpy(head.data(), "PMTiles\x03", 8);
    std::uint64_t at = head.size();
    std::size_t field = 8;
    for (const std::string* part :
         std::array<const std::string*, 4>{&rootText, &said, &leaves, &data}) {
        put(head, field, at);
        put(head, field + 8, std::uint64_t{part->size()});
        at += part->size();
        field += 16;
    }
    put(head, 72, std::uint64_t{tiles.size()});
    put(head, 80, std::uint64_t{entries.size()});
    put(head, 88, std::uint64_t{entries.size()});
    head[96] = 1;
    head[97] = static_cast<char>(making.internal);
    head[98] = static_cast<char>(Packing::None);
    head[99] = static_cast<char>(making.type);
    const auto zoom = [&](const char* name) {
        return static_cast<char>(std::stoi(metadata.at(name)));
    };
    head[100] = zoom("minzoom");
    head[101] = zoom("maxzoom");
    std::istringstream bounds(metadata.at("bounds"));
    std::string degrees;
    for (std::size_t i = 102; std::getline(bounds, degrees, ','); i += 4) {
        put(head, i, static_cast<std::int32_t>(std::lround(std::stod(degrees) * 1e7)));
    }
    const std::string all = head + rootText + said + leaves + data;
    writeAll(file, QByteArray(all.data(), static_cast<qsizetype>(all.size())));
}

} // namespace sz::test
