// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/OsmFile.h"

#include <array>
#include <cmath>
#include <cstring>
#include <format>
#include <fstream>
// A field of another type than the format says is a fault of the file, not of this program.
namespace sz::maps::osm::wire {
[[noreturn]] void fault();
}
#define protozero_assert(x) ((x) ? static_cast<void>(0) : sz::maps::osm::wire::fault()) // NOLINT
#include <protozero/pbf_reader.hpp>
#include <string>
#include <zlib.h>

namespace sz::maps::osm {
namespace {

using protozero::data_view;
using protozero::pbf_reader;

// The format's own bounds.
constexpr std::uint32_t kMostHeader = 64 * 1024;
constexpr std::uint32_t kMostBlob = 32 * 1024 * 1024;
constexpr double kNano = 1e-9;
constexpr std::int64_t kYear3000 = 32'503'680'000; ///< seconds UTC

/// Thrown inside this file only: protozero throws, too.
struct Bad
{
    std::string what;
};

struct Blob
{
    std::string type;
    std::string packed;
    std::uint64_t at = 0; ///< in the file, for messages
};

std::string_view viewOf(const data_view& data)
{
    return {data.data(), data.size()};
}

/// None at the end of the file.
std::optional<Blob> nextBlob(std::ifstream& in)
{
    Blob blob;
    blob.at = static_cast<std::uint64_t>(in.tellg());
    std::array<unsigned char, 4> length{};
    in.read(reinterpret_cast<char*>(length.data()), 4); // NOLINT: bytes of a file
    if (in.gcount() == 0) {
        return std::nullopt;
    }
    const std::uint32_t size = static_cast<std::uint32_t>(length[0]) << 24U
                               | static_cast<std::uint32_t>(length[1]) << 16U
                               | static_cast<std::uint32_t>(length[2]) << 8U | length[3];
    if (in.gcount() < 4 || size == 0 || size > kMostHeader) {
        throw Bad{blob.at == 0 ? "not-pbf" : "damaged"};
    }
    std::string header(size, '\0');
    in.read(header.data(), size);
    if (in.gcount() < static_cast<std::streamsize>(size)) {
        throw Bad{blob.at == 0 ? "not-pbf" : "truncated"};
    }
    std::int32_t bytes = -1;
    for (pbf_reader reader(header); reader.next();) {
        if (reader.tag() == 1) {
            blob.type = reader.get_string();
        } else if (reader.tag() == 3) {
            bytes = reader.get_int32();
        } else {
            reader.skip();
        }
    }
    if (blob.at == 0 && blob.type != "OSMHeader") {
        throw Bad{"not-pbf"};
    }
    if (bytes < 0 || static_cast<std::uint32_t>(bytes) > kMostBlob) {
        throw Bad{"block-too-large"};
    }
    blob.packed.resize(static_cast<std::size_t>(bytes));
    in.read(blob.packed.data(), bytes);
    if (in.gcount() < bytes) {
        throw Bad{"truncated"};
    }
    return blob;
}

std::string inflated(std::string_view packed, std::int32_t size)
{
    if (size <= 0 || static_cast<std::uint32_t>(size) > kMostBlob) {
        throw Bad{"block-too-large"};
    }
    std::string out(static_cast<std::size_t>(size), '\0');
    auto have = static_cast<uLongf>(size);
    const int result = ::uncompress(
        reinterpret_cast<Bytef*>(out.data()), &have, // NOLINT: zlib's bytes
        reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size())); // NOLINT
    if (result != Z_OK || have != static_cast<uLongf>(size)) {
        throw Bad{"damaged"};
    }
    return out;
}

std::string unpacked(const Blob& blob)
{
    std::int32_t size = 0;
    std::optional<std::string_view> zlib;
    for (pbf_reader reader(blob.packed); reader.next();) {
        switch (reader.tag()) {
        case 1:
            return std::string(viewOf(reader.get_view()));
        case 2:
            size = reader.get_int32();
            break;
        case 3:
            zlib = viewOf(reader.get_view());
            break;
        case 4:
            throw Bad{"compression lzma"};
        case 6:
            throw Bad{"compression lz4"};
        case 7:
            throw Bad{"compression zstd"};
        default:
            reader.skip();
        }
    }
    if (!zlib) {
        throw Bad{"damaged"};
    }
    return inflated(*zlib, size);
}

Wgs84 checked(double lon, double lat)
{
    const bool isGood = std::isfinite(lon) && std::isfinite(lat) && std::abs(lon) <= 180.001
                        && std::abs(lat) <= 90.001;
    return isGood ? Wgs84{lon, lat} : throw Bad{"damaged"};
}

void readBounds(pbf_reader reader, Head& head)
{
    std::array<double, 4> sides{}; // left, right, top, bottom
    while (reader.next()) {
        if (reader.tag() >= 1 && reader.tag() <= 4) {
            sides.at(reader.tag() - 1) = static_cast<double>(reader.get_sint64()) * kNano;
        } else {
            reader.skip();
        }
    }
    head.southWest = checked(sides[0], sides[3]);
    head.northEast = checked(sides[1], sides[2]);
}

Head readHead(const std::string& block)
{
    Head head;
    for (pbf_reader reader(block); reader.next();) {
        if (reader.tag() == 1) {
            readBounds(reader.get_message(), head);
        } else if (reader.tag() == 4) {
            const std::string feature = reader.get_string();
            if (feature != "OsmSchema-V0.6" && feature != "DenseNodes") {
                throw Bad{"feature " + feature.substr(0, 60)};
            }
        } else if (reader.tag() == 32) {
            const std::int64_t seconds = reader.get_int64(); // osmosis_replication_timestamp
            if (seconds > 0 && seconds < kYear3000) {
                head.dated = fromUtcMs(seconds * 1000);
            }
        } else {
            reader.skip();
        }
    }
    return head;
}

/// One PrimitiveBlock.
class Block
{
public:
    Block(const std::string& bytes, const Visitor& visitor) : m_visitor(visitor)
    {
        std::vector<data_view> groups;
        for (pbf_reader reader(bytes); reader.next();) {
            switch (reader.tag()) {
            case 1:
                readStrings(reader.get_message());
                break;
            case 2:
                groups.push_back(reader.get_view());
                break;
            case 17:
                m_granularity = reader.get_int32();
                break;
            case 19:
                m_latOffset = reader.get_int64();
                break;
            case 20:
                m_lonOffset = reader.get_int64();
                break;
            default:
                reader.skip();
            }
        }
        for (const data_view& group : groups) {
            readGroup(pbf_reader(group));
        }
    }

private:
    void readStrings(pbf_reader reader)
    {
        while (reader.next(1)) {
            m_strings.push_back(viewOf(reader.get_view()));
        }
    }

    [[nodiscard]] std::string_view text(std::uint64_t index) const
    {
        return index < m_strings.size() ? m_strings[index] : throw Bad{"damaged"};
    }

    [[nodiscard]] Wgs84 place(std::int64_t lon, std::int64_t lat) const
    {
        const auto degrees = [this](std::int64_t offset, std::int64_t value) {
            return kNano
                   * (static_cast<double>(offset)
                      + static_cast<double>(m_granularity) * static_cast<double>(value));
        };
        return checked(degrees(m_lonOffset, lon), degrees(m_latOffset, lat));
    }

    void readGroup(pbf_reader reader)
    {
        while (reader.next()) {
            if (reader.tag() == 1 && m_visitor.node) {
                readNode(reader.get_message());
            } else if (reader.tag() == 2 && m_visitor.node) {
                readDense(reader.get_message());
            } else if (reader.tag() == 3 && m_visitor.way) {
                readWay(reader.get_message());
            } else if (reader.tag() == 4 && m_visitor.relation) {
                readRelation(reader.get_message());
            } else {
                reader.skip();
            }
        }
    }

    /// Keys and values of nodes, ways and relations alike; false: another field.
    bool readTag(pbf_reader& reader)
    {
        if (reader.tag() == 2) {
            for (const std::uint32_t key : reader.get_packed_uint32()) {
                m_tags.emplace_back(text(key), std::string_view());
            }
        } else if (reader.tag() == 3) {
            std::size_t i = 0;
            for (const std::uint32_t value : reader.get_packed_uint32()) {
                if (i >= m_tags.size()) {
                    throw Bad{"damaged"};
                }
                m_tags[i++].second = text(value);
            }
        } else {
            return false;
        }
        return true;
    }

    void readNode(pbf_reader reader)
    {
        m_tags.clear();
        Node node;
        std::int64_t lat = 0;
        std::int64_t lon = 0;
        while (reader.next()) {
            if (reader.tag() == 1) {
                node.id = reader.get_sint64();
            } else if (reader.tag() == 8) {
                lat = reader.get_sint64();
            } else if (reader.tag() == 9) {
                lon = reader.get_sint64();
            } else if (!readTag(reader)) {
                reader.skip();
            }
        }
        node.at = place(lon, lat);
        node.tags = m_tags;
        m_visitor.node(node);
    }

    void readDense(pbf_reader reader)
    {
        protozero::iterator_range<pbf_reader::const_sint64_iterator> ids;
        protozero::iterator_range<pbf_reader::const_sint64_iterator> lats;
        protozero::iterator_range<pbf_reader::const_sint64_iterator> lons;
        protozero::iterator_range<pbf_reader::const_int32_iterator> tags;
        while (reader.next()) {
            switch (reader.tag()) {
            case 1:
                ids = reader.get_packed_sint64();
                break;
            case 8:
                lats = reader.get_packed_sint64();
                break;
            case 9:
                lons = reader.get_packed_sint64();
                break;
            case 10:
                tags = reader.get_packed_int32();
                break;
            default:
                reader.skip();
            }
        }
        Node node;
        std::int64_t lat = 0;
        std::int64_t lon = 0;
        auto tag = tags.begin();
        while (ids.begin() != ids.end()) {
            if (lats.begin() == lats.end() || lons.begin() == lons.end()) {
                throw Bad{"damaged"};
            }
            node.id += ids.front();
            lat += lats.front();
            lon += lons.front();
            ids.drop_front();
            lats.drop_front();
            lons.drop_front();
            m_tags.clear();
            for (; tag != tags.end() && *tag != 0; ++tag) {
                const std::int32_t key = *tag;
                if (++tag == tags.end() || key < 0 || *tag < 0) {
                    throw Bad{"damaged"};
                }
                m_tags.emplace_back(
                    text(static_cast<std::uint64_t>(key)), text(static_cast<std::uint64_t>(*tag)));
            }
            if (tag != tags.end()) {
                ++tag; // the 0 between two nodes
            }
            node.at = place(lon, lat);
            node.tags = m_tags;
            m_visitor.node(node);
        }
    }

    void readWay(pbf_reader reader)
    {
        m_tags.clear();
        m_nodes.clear();
        Way way;
        while (reader.next()) {
            if (reader.tag() == 1) {
                way.id = reader.get_int64();
            } else if (reader.tag() == 8) {
                std::int64_t id = 0;
                for (const std::int64_t step : reader.get_packed_sint64()) {
                    id += step;
                    m_nodes.push_back(id);
                }
            } else if (!readTag(reader)) {
                reader.skip();
            }
        }
        way.nodes = m_nodes;
        way.tags = m_tags;
        m_visitor.way(way);
    }

    void readRelation(pbf_reader reader)
    {
        m_tags.clear();
        m_members.clear();
        Relation relation;
        const auto member = [this](std::size_t i) -> Member& {
            if (i >= m_members.size()) {
                m_members.resize(i + 1);
            }
            return m_members[i];
        };
        while (reader.next()) {
            std::size_t i = 0;
            if (reader.tag() == 1) {
                relation.id = reader.get_int64();
            } else if (reader.tag() == 8) {
                for (const std::int32_t role : reader.get_packed_int32()) {
                    member(i++).role = text(static_cast<std::uint64_t>(role));
                }
            } else if (reader.tag() == 9) {
                std::int64_t id = 0;
                for (const std::int64_t step : reader.get_packed_sint64()) {
                    id += step;
                    member(i++).id = id;
                }
            } else if (reader.tag() == 10) {
                for (const std::int32_t kind : reader.get_packed_enum()) {
                    if (kind < 0 || kind > 2) {
                        throw Bad{"damaged"};
                    }
                    member(i++).kind = static_cast<Member::Kind>(kind);
                }
            } else if (!readTag(reader)) {
                reader.skip();
            }
        }
        relation.members = m_members;
        relation.tags = m_tags;
        m_visitor.relation(relation);
    }

    const Visitor& m_visitor;
    std::vector<std::string_view> m_strings;
    std::int32_t m_granularity = 100;
    std::int64_t m_latOffset = 0;
    std::int64_t m_lonOffset = 0;
    std::vector<Tag> m_tags;
    std::vector<std::int64_t> m_nodes;
    std::vector<Member> m_members;
};

} // namespace

void wire::fault()
{
    throw Bad{"damaged"};
}

Result<Head> readOsm(
    const std::filesystem::path& file,
    const Visitor& visitor,
    const std::function<bool(std::uint64_t, std::uint64_t)>& progress)
{
    std::error_code ec;
    const auto size = std::filesystem::file_size(file, ec);
    std::ifstream in(file, std::ios::binary);
    if (ec || !in) {
        return fail(ec ? Code::NotFound : Code::Io, "cannot be read", file.string());
    }
    std::uint64_t at = 0;
    try {
        std::optional<Head> head;
        while (const auto blob = nextBlob(in)) {
            at = blob->at;
            if (blob->type == "OSMHeader") {
                head = readHead(unpacked(*blob));
            } else if (blob->type == "OSMData") {
                Block(unpacked(*blob), visitor);
            } // others are to be skipped
            if (progress && !progress(static_cast<std::uint64_t>(in.tellg()), size)) {
                return fail(Code::Cancelled, "stopped", file.string());
            }
        }
        if (!head) {
            return fail(Code::FileMalformed, "no-header", file.string());
        }
        return *head;
    } catch (const Bad& bad) {
        return fail(Code::FileMalformed, std::format("{} at byte {}", bad.what, at), file.string());
    } catch (const protozero::exception&) {
        return fail(Code::FileMalformed, std::format("damaged at byte {}", at), file.string());
    }
}

} // namespace sz::maps::osm
