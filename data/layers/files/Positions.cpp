// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/Positions.h"

namespace sz::layers {
namespace {

/// Depth of positions in a geometry of that type; 0: no such type.
int levelOfType(std::string_view type)
{
    if (type == "Point") {
        return 1;
    }
    if (type == "MultiPoint" || type == "LineString") {
        return 2;
    }
    if (type == "Polygon" || type == "MultiLineString") {
        return 3;
    }
    return type == "MultiPolygon" ? 4 : 0;
}

} // namespace

void Positions::number(double value)
{
    if (m_level == 0) {
        m_level = m_depth;
    }
    if (m_depth != m_level) {
        m_isBad = true;
        return;
    }
    if (++m_numbers == 1) {
        m_pair.first = value;
    } else if (m_numbers == 2) {
        m_pair.second = value;
    } else {
        m_heights += m_numbers == 3 ? 1 : 0;
    }
}

void Positions::close()
{
    const int depth = m_depth--;
    if (m_level == 0) {
        m_hasHole = m_hasHole || depth > 1;
        return;
    }
    if (depth == m_level) {
        m_isBad = m_isBad || m_numbers < 2;
        m_points.push_back(m_pair);
        m_numbers = 0;
    } else if (depth == m_level - 1) {
        m_hasHole =
            m_hasHole
            || (m_listEnds.empty() ? m_points.empty() : m_listEnds.back() == m_points.size());
        m_listEnds.push_back(m_points.size());
    } else if (depth == m_level - 2) {
        m_hasHole =
            m_hasHole
            || (m_groupEnds.empty() ? m_listEnds.empty() : m_groupEnds.back() == m_listEnds.size());
        m_groupEnds.push_back(m_listEnds.size());
    }
}

FilePoints Positions::points(std::size_t from, std::size_t to) const
{
    return {
        m_points.begin() + static_cast<std::ptrdiff_t>(from),
        m_points.begin() + static_cast<std::ptrdiff_t>(to)};
}

std::vector<FilePoints> Positions::lists(std::size_t from, std::size_t to) const
{
    std::vector<FilePoints> out;
    for (std::size_t i = from; i < to; ++i) {
        out.push_back(points(i == 0 ? 0 : m_listEnds[i - 1], m_listEnds[i]));
    }
    return out;
}

std::string Positions::take(std::string_view type, FileGeometry& into)
{
    const int level = levelOfType(type);
    if (level == 0) {
        return "type";
    }
    if (m_isBad) {
        return "positions";
    }
    if (m_level == 0) {
        return m_hasHole ? "empty"
                         : std::string(); // "coordinates": [] is a geometry without points
    }
    if (m_level != level) {
        return "nesting";
    }
    if (m_hasHole) {
        return "empty";
    }
    if (level == 1) {
        into.points = std::move(m_points);
    } else if (type == "MultiPoint") {
        into.points = std::move(m_points);
    } else if (type == "LineString") {
        into.lines.push_back(std::move(m_points));
    } else if (type == "MultiLineString") {
        into.lines = lists(0, m_listEnds.size());
    } else if (type == "Polygon") {
        into.polygons.push_back(lists(0, m_listEnds.size()));
    } else {
        for (std::size_t i = 0; i < m_groupEnds.size(); ++i) {
            into.polygons.push_back(lists(i == 0 ? 0 : m_groupEnds[i - 1], m_groupEnds[i]));
        }
    }
    return {};
}

} // namespace sz::layers
