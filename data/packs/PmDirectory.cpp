// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/PmDirectory.h"

#include <array>
#include <bit>
#include <cstring>
#include <format>
#include <limits>
#include <optional>

namespace sz::packs {
namespace {

static_assert(std::endian::native == std::endian::little, "the file's numbers are little-endian");

constexpr double kPerDegree = 1e7;
/// No tile of a zoom we know has this id or a higher one.
constexpr std::uint64_t kBeyond = ((std::uint64_t{1} << (2 * (kDeepestZoom + 1))) - 1) / 3;

template <class T>
T numberAt(std::span<const std::uint8_t> bytes, std::size_t at)
{
    T value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

PmSection sectionAt(std::span<const std::uint8_t> head, std::size_t at)
{
    return {numberAt<std::uint64_t>(head, at), numberAt<std::uint64_t>(head, at + 8)};
}

double degreesAt(std::span<const std::uint8_t> head, std::size_t at)
{
    return numberAt<std::int32_t>(head, at) / kPerDegree;
}

/// Varints as in Protocol Buffers, from front to back.
class Varints
{
public:
    explicit Varints(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    std::optional<std::uint64_t> next()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty()) {
                return std::nullopt;
            }
            const std::uint8_t byte = m_bytes.front();
            m_bytes = m_bytes.subspan(1);
            value |= std::uint64_t{byte & 0x7fU} << shift;
            if ((byte & 0x80U) == 0) {
                return value;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }

private:
    std::span<const std::uint8_t> m_bytes;
};

// Column after column, as they lie in the file.
bool readIds(Varints& in, std::vector<PmEntry>& entries)
{
    std::uint64_t id = 0;
    for (PmEntry& entry : entries) {
        const auto step = in.next();
        const bool isFirst = &entry == &entries.front();
        if (!step || (*step == 0 && !isFirst) || *step > kBeyond - id) {
            return false;
        }
        id += *step;
        entry.id = id;
    }
    return true;
}

bool readRuns(Varints& in, std::vector<PmEntry>& entries)
{
    for (PmEntry& entry : entries) {
        const auto run = in.next();
        if (!run || *run > std::numeric_limits<std::uint32_t>::max()) {
            return false;
        }
        entry.run = static_cast<std::uint32_t>(*run);
    }
    return true;
}

bool readLengths(Varints& in, std::vector<PmEntry>& entries)
{
    for (PmEntry& entry : entries) {
        const auto length = in.next();
        if (!length || *length == 0 || *length > std::numeric_limits<std::uint32_t>::max()) {
            return false;
        }
        entry.length = static_cast<std::uint32_t>(*length);
    }
    return true;
}

// 0: right behind the entry before; else the offset plus one.
bool readOffsets(Varints& in, std::vector<PmEntry>& entries)
{
    std::uint64_t behind = 0;
    for (PmEntry& entry : entries) {
        const auto offset = in.next();
        if (!offset || (*offset == 0 && &entry == &entries.front())) {
            return false;
        }
        entry.offset = *offset == 0 ? behind : *offset - 1;
        if (entry.offset > std::numeric_limits<std::uint64_t>::max() - entry.length) {
            return false;
        }
        behind = entry.offset + entry.length;
    }
    return true;
}

} // namespace

std::string typeName(PmTileType type)
{
    constexpr std::array kNames{"", "mvt", "png", "jpg", "webp", "avif", "mlt"};
    const auto i = static_cast<std::size_t>(type);
    return i < kNames.size() ? kNames.at(i) : std::to_string(i);
}

Expected<PmHead> readPmHead(std::span<const std::uint8_t> head, std::uint64_t bytes)
{
    constexpr std::size_t kVersionAt = 7;
    if (head.size() > kVersionAt && head[kVersionAt] != 3) {
        return refuse(Fault::OldVersion, std::to_string(head[kVersionAt]));
    }
    if (head.size() < kPmHeadBytes) {
        return refuse(Fault::Truncated, std::format("{} bytes", bytes));
    }
    PmHead out{
        .root = sectionAt(head, 8),
        .metadata = sectionAt(head, 24),
        .leaves = sectionAt(head, 40),
        .tiles = sectionAt(head, 56),
        .internal = static_cast<Packing>(head[97]),
        .packing = static_cast<Packing>(head[98]),
        .type = static_cast<PmTileType>(head[99]),
        .minZoom = head[100],
        .maxZoom = head[101],
        .bounds = {
            degreesAt(head, 102), degreesAt(head, 106), degreesAt(head, 110),
            degreesAt(head, 114)}};
    for (const PmSection& section : {out.root, out.metadata, out.leaves, out.tiles}) {
        if (!section.fits(bytes)) {
            return refuse(
                Fault::Truncated,
                std::format("{} + {} > {} bytes", section.offset, section.length, bytes));
        }
    }
    return out;
}

Expected<std::vector<PmEntry>> readPmDirectory(std::span<const std::uint8_t> bytes)
{
    constexpr std::size_t kLeastEntry = 4; // one byte in each column
    Varints in(bytes);
    const auto count = in.next();
    if (!count || *count > in.left() / kLeastEntry) {
        return refuse(Fault::Damaged, "PMTiles directory");
    }
    std::vector<PmEntry> entries(*count);
    const bool isWhole = readIds(in, entries) && readRuns(in, entries) && readLengths(in, entries)
                         && readOffsets(in, entries);
    return isWhole ? Expected<std::vector<PmEntry>>(std::move(entries))
                   : refuse(Fault::Damaged, "PMTiles directory");
}

} // namespace sz::packs
