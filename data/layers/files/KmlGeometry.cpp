// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/KmlGeometry.h"

#include <algorithm>
#include <array>

namespace sz::layers {
namespace {

constexpr std::array<std::string_view, 8> kGeometries{"Point",      "LineString",    "LinearRing",
                                                      "Polygon",    "MultiGeometry", "Track",
                                                      "MultiTrack", "Model"};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Numbers of one tuple; false when it is none of two or three.
bool takeTuple(std::string_view tuple, char separator, FilePoints& into, std::int64_t& heights)
{
    std::array<double, 3> numbers{};
    std::size_t count = 0;
    for (;;) {
        const auto cut = tuple.find(separator);
        const auto number = numberOf(tuple.substr(0, cut));
        if (!number || count == numbers.size()) {
            return false;
        }
        numbers.at(count++) = *number;
        if (cut == std::string_view::npos) {
            break;
        }
        tuple.remove_prefix(cut + 1);
    }
    if (count < 2) {
        return false;
    }
    heights += count == 3 && numbers[2] != 0 ? 1 : 0;
    into.push_back({numbers[0], numbers[1]});
    return true;
}

/// lon,lat[,height] with spaces between; false when one is not.
bool takeTuples(std::string_view text, FilePoints& into, std::int64_t& heights)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && !isSpace(text[at])) {
            ++at;
        }
        if (!takeTuple(text.substr(begin, at - begin), ',', into, heights)) {
            return false;
        }
    }
    return true;
}

class Reader
{
public:
    Reader(const XmlText& xml, RawLayer& layer) : m_xml(xml), m_layer(layer) {}

    KmlFault read(pugi::xml_node node, FileGeometry& into, int depth)
    {
        const std::string_view name = localName(node);
        if (name == "Point") {
            return coordinates(node, into.points);
        }
        if (name == "LineString") {
            return coordinates(node, into.lines.emplace_back());
        }
        if (name == "LinearRing") {
            return coordinates(node, into.polygons.emplace_back().emplace_back());
        }
        if (name == "Polygon") {
            return polygon(node, into);
        }
        if (name == "Track") {
            return track(node, into);
        }
        return name == "Model" ? fault(node, "type") : several(node, into, depth);
    }

private:
    [[nodiscard]] KmlFault fault(pugi::xml_node node, const char* what) const
    {
        return {std::string(localName(node)), what, m_xml.lineOf(node)};
    }

    KmlFault several(pugi::xml_node node, FileGeometry& into, int depth)
    {
        if (depth >= kDeepest) {
            return fault(node, "depth");
        }
        for (const pugi::xml_node child : node.children()) {
            if (isKmlGeometry(localName(child))) {
                if (KmlFault why = read(child, into, depth + 1); !why.type.empty()) {
                    return why;
                }
            }
        }
        return {};
    }

    KmlFault coordinates(pugi::xml_node node, FilePoints& into)
    {
        const std::size_t before = into.size();
        for (const pugi::xml_node child : node.children()) {
            if (localName(child) == "coordinates"
                && !takeTuples(innerText(child), into, m_layer.heights)) {
                return fault(child, "positions");
            }
        }
        if (into.size() == before) {
            return fault(node, "empty");
        }
        return m_layer.countPoints(into.size() - before) ? KmlFault() : fault(node, "many");
    }

    KmlFault boundary(pugi::xml_node node, std::vector<FilePoints>& rings)
    {
        for (const pugi::xml_node child : node.children()) {
            if (localName(child) == "LinearRing") {
                if (KmlFault why = coordinates(child, rings.emplace_back()); !why.type.empty()) {
                    return why;
                }
            }
        }
        return {};
    }

    // The outer ring comes first whatever the order of the elements.
    KmlFault polygon(pugi::xml_node node, FileGeometry& into)
    {
        std::vector<FilePoints> outer;
        std::vector<FilePoints> inner;
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = localName(child);
            if (name == "outerBoundaryIs" || name == "innerBoundaryIs") {
                KmlFault why = boundary(child, name == "outerBoundaryIs" ? outer : inner);
                if (!why.type.empty()) {
                    return why;
                }
            }
        }
        if (outer.size() != 1) {
            return fault(node, "outer");
        }
        std::ranges::move(inner, std::back_inserter(outer));
        into.polygons.push_back(std::move(outer));
        return {};
    }

    // gx:Track: <gx:coord>lon lat height</gx:coord> one after the other.
    KmlFault track(pugi::xml_node node, FileGeometry& into)
    {
        FilePoints& line = into.lines.emplace_back();
        for (const pugi::xml_node child : node.children()) {
            if (localName(child) == "coord"
                && !takeTuple(innerText(child), ' ', line, m_layer.heights)) {
                return fault(child, "positions");
            }
        }
        if (line.empty()) {
            return fault(node, "empty");
        }
        return m_layer.countPoints(line.size()) ? KmlFault() : fault(node, "many");
    }

    const XmlText& m_xml;
    RawLayer& m_layer;
};

} // namespace

bool isKmlGeometry(std::string_view name)
{
    return std::ranges::contains(kGeometries, name);
}

KmlFault
readKmlGeometry(const XmlText& xml, pugi::xml_node node, RawLayer& layer, FileGeometry& into)
{
    return Reader(xml, layer).read(node, into, 0);
}

} // namespace sz::layers
