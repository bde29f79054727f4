// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small .osm.pbf files for tests.

#include "data/base/Geo.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sz::test {

using OsmTags = std::vector<std::pair<std::string, std::string>>;

class OsmWriter
{
public:
    /// Bounds of the head; none: it gives none.
    void setBounds(Wgs84 southWest, Wgs84 northEast);
    std::int64_t node(Wgs84 at, const OsmTags& tags = {});
    std::int64_t way(const std::vector<std::int64_t>& nodes, const OsmTags& tags = {});
    /// A way through new nodes.
    std::int64_t line(const std::vector<Wgs84>& points, const OsmTags& tags = {});
    /// Of ways, role "outer" unless told.
    void multipolygon(
        const std::vector<std::pair<std::int64_t, std::string>>& ways,
        const OsmTags& tags);

    std::string feature = "DenseNodes"; ///< required by the head
    std::int64_t dated = 0;             ///< seconds UTC in the head; 0: it says nothing
    int blobField = 3;                  ///< 1 raw, 3 zlib; others hold bytes nobody can read
    /// The whole file.
    [[nodiscard]] std::string bytes() const;
    /// For large files, piece by piece: the head, then any number of blocks of what was added since the last one, nodes before
    /// the ways through them as in every extract.
    [[nodiscard]] std::string headBytes() const;
    [[nodiscard]] std::string nextBytes();

private:
    struct Node
    {
        std::int64_t id;
        Wgs84 at;
        OsmTags tags;
    };
    struct Way
    {
        std::int64_t id;
        std::vector<std::int64_t> nodes;
        OsmTags tags;
    };
    struct Relation
    {
        std::vector<std::pair<std::int64_t, std::string>> ways;
        OsmTags tags;
    };
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string data() const;
    [[nodiscard]] std::string blob(const std::string& type, const std::string& block) const;

    std::vector<Node> m_nodes;
    std::vector<Way> m_ways;
    std::vector<Relation> m_relations;
    bool m_hasBounds = false;
    Wgs84 m_southWest;
    Wgs84 m_northEast;
    std::int64_t m_next = 1;
};

} // namespace sz::test
