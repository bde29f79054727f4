// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/PmTiles.h"

#include <boost/json.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <list>

namespace sz::packs {
namespace {

constexpr std::size_t kMostDirectory =
    4UL * 1024 * 1024; ///< unpacked; the usual leaf has 10 to 100 KB
constexpr std::size_t kMostMetadata = 16UL * 1024 * 1024;
constexpr std::size_t kLeavesKept = 8;
constexpr int kMostDepth = 4; ///< of directories; writers make two
constexpr std::uint64_t kMostTiles = 100'000'000;

using Directory = std::shared_ptr<const std::vector<PmEntry>>;
using Bytes = std::vector<std::uint8_t>;

class PmTiles final : public Pack
{
public:
    explicit PmTiles(PackInfo info) : m_in(info.file, std::ios::binary)
    {
        m_info = std::move(info);
    }

    Expected<void> open();
    Expected<std::string> tile(const TileId& id) override;
    Expected<void> forEach(const std::function<bool(const FoundTile&)>& visit) override;
    /// The directories are read one and all by forEach(); there is nothing else to check.
    Expected<void> checkStore() override { return {}; }

private:
    struct Walk
    {
        const std::function<bool(const FoundTile&)>& visit;
        std::uint64_t next = 0; ///< ids below are behind us
        std::uint64_t count = 0;
        bool isStopped = false;
    };

    Expected<void> readHead();
    void readMetadata();
    Expected<void> lookAtFirstTile();
    Expected<Bytes> read(const PmSection& section);
    Expected<Directory> readDirectory(const PmSection& section);
    Expected<Directory> leaf(const PmEntry& entry);
    Expected<std::string> readTile(const PmEntry& entry);
    Expected<void> walk(const Directory& directory, int depth, Walk& state);
    static bool tell(const PmEntry& entry, const std::string& bytes, Walk& state);

    std::ifstream m_in;
    PmHead m_head;
    Directory m_root;
    std::list<std::pair<std::uint64_t, Directory>> m_leaves; ///< by offset, latest use first
};

// The last entry at or before an id.
const PmEntry* entryFor(const std::vector<PmEntry>& entries, std::uint64_t id)
{
    const auto behind = std::ranges::upper_bound(entries, id, {}, &PmEntry::id);
    return behind == entries.begin() ? nullptr : &*std::prev(behind);
}

Expected<void> PmTiles::open()
{
    return readHead()
        .and_then([this] { return readDirectory(m_head.root); })
        .and_then([this](Directory root) -> Expected<void> {
            m_root = std::move(root);
            readMetadata();
            return lookAtFirstTile();
        });
}

Expected<void> PmTiles::readHead()
{
    const auto head =
        read({0, std::min<std::uint64_t>(m_info.bytes, kPmHeadBytes)})
            .and_then([this](const Bytes& bytes) { return readPmHead(bytes, m_info.bytes); });
    if (!head) {
        return std::unexpected(head.error());
    }
    m_head = *head;
    m_info.formatSaid = typeName(head->type);
    if (head->type != PmTileType::Unknown) {
        if (const auto format = formatFrom(m_info.formatSaid); !format) {
            return std::unexpected(format.error());
        }
    }
    if (head->minZoom > head->maxZoom || head->maxZoom > kDeepestZoom) {
        return refuse(Fault::BadZooms, std::format("{} – {}", head->minZoom, head->maxZoom));
    }
    m_info.minZoom = head->minZoom;
    m_info.maxZoom = head->maxZoom;
    const Bounds& b = head->bounds;
    if (!b.isSane()) {
        return refuse(
            Fault::BadBounds, std::format("{}, {}, {}, {}", b.west, b.south, b.east, b.north));
    }
    m_info.bounds = b;
    return {};
}

// What cannot be read of it is missing, no more: the tiles are found without.
void PmTiles::readMetadata()
{
    PmSection section = m_head.metadata;
    section.length = std::min<std::uint64_t>(section.length, kMostMetadata);
    const auto text = read(section).and_then(
        [this](const Bytes& bytes) { return unpack(m_head.internal, bytes, kMostMetadata); });
    boost::system::error_code broken;
    const boost::json::value json =
        text ? boost::json::parse(*text, broken) : boost::json::value(boost::json::object());
    const boost::json::object* object = broken ? nullptr : json.if_object();
    const auto line = [object](const char* name) {
        const auto* value = object == nullptr ? nullptr : object->if_contains(name);
        const auto* string = value == nullptr ? nullptr : value->if_string();
        return string == nullptr ? std::string() : plainLine(*string);
    };
    m_info.name = line("name");
    m_info.attribution = line("attribution");
    m_info.description = line("description");
    m_info.version = line("version");
    if (m_info.name.empty()) {
        m_info.name = m_info.file.stem().string();
        m_info.remarks.push_back(Remark::NoName);
    }
    if (m_info.attribution.empty()) {
        m_info.remarks.push_back(Remark::NoAttribution);
    }
}

Expected<void> PmTiles::lookAtFirstTile()
{
    Expected<void> found = refuse(Fault::NoTiles);
    int looked = 0;
    const auto walked = forEach([&](const FoundTile& tile) {
        const auto head = imageHead(tile.bytes);
        if (head) {
            m_info.format = head->format;
            m_info.tileSide = head->width;
            found = {};
        } else {
            found = looksLikeVectorTile(tile.bytes) ? refuse(Fault::VectorTiles, "mvt")
                                                    : std::unexpected(head.error());
        }
        return !head && ++looked < 5;
    });
    return walked ? found : walked;
}

Expected<Bytes> PmTiles::read(const PmSection& section)
{
    Bytes bytes(section.length);
    m_in.clear();
    m_in.seekg(static_cast<std::streamoff>(section.offset));
    if (!m_in.read(
            reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()))) {
        return refuse(
            Fault::Truncated, std::format("{} + {} bytes", section.offset, section.length));
    }
    return bytes;
}

Expected<Directory> PmTiles::readDirectory(const PmSection& section)
{
    if (section.length > kMostDirectory) {
        return refuse(Fault::Damaged, std::format("directory of {} bytes", section.length));
    }
    return read(section)
        .and_then(
            [this](const Bytes& bytes) { return unpack(m_head.internal, bytes, kMostDirectory); })
        .and_then([](const std::string& text) {
            return readPmDirectory(
                {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
        })
        .transform([](std::vector<PmEntry> entries) {
            return std::make_shared<const std::vector<PmEntry>>(std::move(entries));
        });
}

Expected<Directory> PmTiles::leaf(const PmEntry& entry)
{
    const auto kept =
        std::ranges::find(m_leaves, entry.offset, &std::pair<std::uint64_t, Directory>::first);
    if (kept != m_leaves.end()) {
        m_leaves.splice(m_leaves.begin(), m_leaves, kept);
        return m_leaves.front().second;
    }
    if (!PmSection{entry.offset, entry.length}.fits(m_head.leaves.length)) {
        return refuse(Fault::Damaged, "PMTiles leaf directory");
    }
    auto read = readDirectory({m_head.leaves.offset + entry.offset, entry.length});
    if (read) {
        m_leaves.emplace_front(entry.offset, *read);
        m_leaves.resize(std::min(m_leaves.size(), kLeavesKept));
    }
    return read;
}

Expected<std::string> PmTiles::readTile(const PmEntry& entry)
{
    if (!PmSection{entry.offset, entry.length}.fits(m_head.tiles.length)) {
        return refuse(Fault::Damaged, "PMTiles entry");
    }
    if (entry.length > kMostTileBytes) {
        return refuse(Fault::TileHuge, std::format("{} bytes", entry.length));
    }
    const Packing packing = m_head.packing == Packing::Unknown ? Packing::None : m_head.packing;
    return read({m_head.tiles.offset + entry.offset, entry.length})
        .and_then([packing](const Bytes& bytes) { return unpack(packing, bytes, kMostTileBytes); });
}

Expected<std::string> PmTiles::tile(const TileId& id)
{
    const std::uint64_t wanted = hilbertId(id);
    Directory directory = m_root;
    for (int depth = 0; depth < kMostDepth; ++depth) {
        const PmEntry* entry = entryFor(*directory, wanted);
        if (entry == nullptr) {
            return std::string();
        }
        if (entry->run > 0) {
            return wanted - entry->id < entry->run ? readTile(*entry)
                                                   : Expected<std::string>(std::string());
        }
        auto next = leaf(*entry);
        if (!next) {
            return std::unexpected(next.error());
        }
        directory = std::move(*next);
    }
    return refuse(Fault::Damaged, "PMTiles directories too deep");
}

Expected<void> PmTiles::forEach(const std::function<bool(const FoundTile&)>& visit)
{
    Walk state{.visit = visit};
    return walk(m_root, 0, state);
}

// Ids only grow, from leaf to leaf, too: so directories that name each other end at once.
Expected<void> PmTiles::walk(const Directory& directory, int depth, Walk& state)
{
    if (depth == kMostDepth) {
        return refuse(Fault::Damaged, "PMTiles directories too deep");
    }
    for (const PmEntry& entry : *directory) {
        if (entry.id < state.next) {
            return refuse(Fault::Damaged, "PMTiles directories out of order");
        }
        if (entry.run == 0) {
            const std::uint64_t before = state.count;
            const auto walked = leaf(entry).and_then(
                [&](const Directory& next) { return walk(next, depth + 1, state); });
            if (!walked || state.isStopped) {
                return walked;
            }
            if (state.count == before) {
                return refuse(Fault::Damaged, "PMTiles directory without entries");
            }
            continue;
        }
        if (entry.run > kMostTiles - state.count) {
            return refuse(Fault::TooMany, std::to_string(kMostTiles));
        }
        const auto bytes = readTile(entry);
        if (!bytes && bytes.error().fault != Fault::TileHuge) {
            return std::unexpected(bytes.error());
        }
        state.next = entry.id + entry.run;
        state.count += entry.run;
        if (!tell(entry, bytes.value_or(std::string(kMostTileBytes + 1, '\0')), state)) {
            state.isStopped = true;
            return {};
        }
    }
    return {};
}

bool PmTiles::tell(const PmEntry& entry, const std::string& bytes, Walk& state)
{
    const Blob blob(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    for (std::uint32_t i = 0; i < entry.run; ++i) {
        if (!state.visit({fromHilbertId(entry.id + i), blob, i > 0})) {
            return false;
        }
    }
    return true;
}

} // namespace

Expected<std::unique_ptr<Pack>> openPmTiles(PackInfo info)
{
    info.sort = PackSort::PmTiles;
    auto pack = std::make_unique<PmTiles>(std::move(info));
    return pack->open().transform([&] { return std::unique_ptr<Pack>(std::move(pack)); });
}

} // namespace sz::packs
