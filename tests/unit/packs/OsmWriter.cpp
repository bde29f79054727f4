// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/packs/OsmWriter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <protozero/pbf_writer.hpp>
#include <zlib.h>

namespace sz::test {
namespace {

using protozero::pbf_writer;

/// The string table of a block; 0 is the empty one.
class Strings
{
public:
    std::uint32_t operator()(const std::string& text)
    {
        const auto [it, isNew] =
            m_index.try_emplace(text, static_cast<std::uint32_t>(m_texts.size()));
        if (isNew) {
            m_texts.push_back(text);
        }
        return it->second;
    }
    void write(pbf_writer& block) const
    {
        pbf_writer table(block, 1);
        for (const std::string& text : m_texts) {
            table.add_bytes(1, text);
        }
    }

private:
    std::vector<std::string> m_texts{""};
    std::map<std::string, std::uint32_t> m_index{{"", 0}};
};

std::int64_t unit(double degrees)
{
    return std::llround(degrees * 1e7);
}

std::vector<std::int64_t> steps(const std::vector<std::int64_t>& values)
{
    std::vector<std::int64_t> out;
    std::int64_t before = 0;
    for (const std::int64_t value : values) {
        out.push_back(value - before);
        before = value;
    }
    return out;
}

void writeTags(pbf_writer& thing, const OsmTags& tags, Strings& strings)
{
    std::vector<std::uint32_t> keys;
    std::vector<std::uint32_t> values;
    for (const auto& [key, value] : tags) {
        keys.push_back(strings(key));
        values.push_back(strings(value));
    }
    thing.add_packed_uint32(2, keys.begin(), keys.end());
    thing.add_packed_uint32(3, values.begin(), values.end());
}

} // namespace

void OsmWriter::setBounds(Wgs84 southWest, Wgs84 northEast)
{
    m_hasBounds = true;
    m_southWest = southWest;
    m_northEast = northEast;
}

std::int64_t OsmWriter::node(Wgs84 at, const OsmTags& tags)
{
    m_nodes.push_back({m_next, at, tags});
    return m_next++;
}

std::int64_t OsmWriter::way(const std::vector<std::int64_t>& nodes, const OsmTags& tags)
{
    m_ways.push_back({m_next, nodes, tags});
    return m_next++;
}

std::int64_t OsmWriter::line(const std::vector<Wgs84>& points, const OsmTags& tags)
{
    std::vector<std::int64_t> nodes;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool isClosing = i > 0 && i + 1 == points.size() && points[i] == points.front();
        nodes.push_back(isClosing ? nodes.front() : node(points[i]));
    }
    return way(nodes, tags);
}

void OsmWriter::multipolygon(
    const std::vector<std::pair<std::int64_t, std::string>>& ways,
    const OsmTags& tags)
{
    OsmTags all = tags;
    all.emplace_back("type", "multipolygon");
    m_relations.push_back({ways, all});
}

std::string OsmWriter::head() const
{
    std::string out;
    pbf_writer block(out);
    if (m_hasBounds) {
        pbf_writer box(block, 1);
        box.add_sint64(1, unit(m_southWest.lon) * 100);
        box.add_sint64(2, unit(m_northEast.lon) * 100);
        box.add_sint64(3, unit(m_northEast.lat) * 100);
        box.add_sint64(4, unit(m_southWest.lat) * 100);
    }
    block.add_string(4, "OsmSchema-V0.6");
    block.add_string(4, feature);
    if (dated != 0) {
        block.add_int64(32, dated);
    }
    return out;
}

std::string OsmWriter::data() const
{
    Strings strings;
    std::string groups;
    pbf_writer all(groups);
    {
        std::string group;
        pbf_writer writer(group);
        pbf_writer dense(writer, 2);
        std::vector<std::int64_t> ids;
        std::vector<std::int64_t> lats;
        std::vector<std::int64_t> lons;
        std::vector<std::int32_t> tags;
        for (const Node& one : m_nodes) {
            ids.push_back(one.id);
            lats.push_back(unit(one.at.lat));
            lons.push_back(unit(one.at.lon));
            for (const auto& [key, value] : one.tags) {
                tags.push_back(static_cast<std::int32_t>(strings(key)));
                tags.push_back(static_cast<std::int32_t>(strings(value)));
            }
            tags.push_back(0);
        }
        const auto add = [&dense](int field, const std::vector<std::int64_t>& values) {
            const auto some = steps(values);
            dense.add_packed_sint64(
                static_cast<protozero::pbf_tag_type>(field), some.begin(), some.end());
        };
        add(1, ids);
        add(8, lats);
        add(9, lons);
        dense.add_packed_int32(10, tags.begin(), tags.end());
        dense.commit();
        all.add_message(2, group);
    }
    for (const Way& one : m_ways) {
        std::string group;
        {
            pbf_writer writer(group);
            pbf_writer way(writer, 3);
            way.add_int64(1, one.id);
            writeTags(way, one.tags, strings);
            const auto refs = steps(one.nodes);
            way.add_packed_sint64(8, refs.begin(), refs.end());
        }
        all.add_message(2, group);
    }
    for (const Relation& one : m_relations) {
        std::string group;
        {
            pbf_writer writer(group);
            pbf_writer relation(writer, 4);
            relation.add_int64(1, 1);
            writeTags(relation, one.tags, strings);
            std::vector<std::int32_t> roles;
            std::vector<std::int64_t> ids;
            std::vector<std::int32_t> kinds;
            for (const auto& [id, role] : one.ways) {
                roles.push_back(static_cast<std::int32_t>(strings(role)));
                ids.push_back(id);
                kinds.push_back(1);
            }
            const auto refs = steps(ids);
            relation.add_packed_int32(8, roles.begin(), roles.end());
            relation.add_packed_sint64(9, refs.begin(), refs.end());
            relation.add_packed_enum(10, kinds.begin(), kinds.end());
        }
        all.add_message(2, group);
    }
    std::string out;
    pbf_writer block(out);
    strings.write(block);
    return out + groups;
}

std::string OsmWriter::blob(const std::string& type, const std::string& block) const
{
    std::string body;
    {
        pbf_writer writer(body);
        if (blobField == 1) {
            writer.add_bytes(1, block);
        } else {
            uLongf size = compressBound(block.size());
            std::string packed(size, '\0');
            compress(
                reinterpret_cast<Bytef*>(packed.data()), &size,              // NOLINT: zlib's bytes
                reinterpret_cast<const Bytef*>(block.data()), block.size()); // NOLINT
            packed.resize(size);
            writer.add_int32(2, static_cast<std::int32_t>(block.size()));
            writer.add_bytes(static_cast<protozero::pbf_tag_type>(blobField), packed);
        }
    }
    std::string header;
    {
        pbf_writer writer(header);
        writer.add_string(1, type);
        writer.add_int32(3, static_cast<std::int32_t>(body.size()));
    }
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.push_back(static_cast<char>(header.size() >> static_cast<unsigned>(shift) & 0xFFU));
    }
    return out + header + body;
}

std::string OsmWriter::bytes() const
{
    return blob("OSMHeader", head()) + blob("OSMData", data());
}

std::string OsmWriter::headBytes() const
{
    return blob("OSMHeader", head());
}

std::string OsmWriter::nextBytes()
{
    std::string out = blob("OSMData", data());
    m_nodes.clear();
    m_ways.clear();
    m_relations.clear();
    return out;
}

} // namespace sz::test
