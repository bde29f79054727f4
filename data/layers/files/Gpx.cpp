// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Waypoints, routes and tracks: points and lines.
#include "data/layers/files/Systems.h"
#include "data/layers/files/Xml.h"

namespace sz::layers {
namespace {

class Reader
{
public:
    Reader(const XmlText& xml, RawLayer& layer) : m_xml(xml), m_layer(layer) {}

    void run()
    {
        for (const char* group : {"wpt", "rte", "trk"}) {
            m_layer.groups.push_back({group, systemOfName("WGS84")}); // GPX knows no other
        }
        for (const pugi::xml_node child : m_xml.root().children()) {
            const std::string_view name = localName(child);
            if (name == "wpt") {
                take(child, 0);
            } else if (name == "rte") {
                take(child, 1);
            } else if (name == "trk") {
                take(child, 2);
            }
            if (!m_goesOn) {
                return;
            }
        }
    }

private:
    void take(pugi::xml_node node, std::uint32_t group)
    {
        RawFeature feature;
        feature.head.line = m_xml.lineOf(node);
        feature.head.group = group;
        m_isGood = group != 0 || point(node, feature.geometry.points);
        FilePoints route;
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = localName(child);
            if (name == "rtept") {
                m_isGood = m_isGood && point(child, route);
            } else if (name == "trkseg") {
                segment(child, feature.geometry);
            } else if (name == "link") {
                link(child, feature.head);
            } else if (child.type() == pugi::node_element) {
                feature.head.properties.push_back(propertyOf(child, name, m_layer));
            }
        }
        if (!route.empty()) {
            feature.geometry.lines.push_back(std::move(route));
        }
        if (!m_isGood) {
            m_layer.skipNumber(); // remarked where it was found
            return;
        }
        nameByProperties(m_layer, feature.head);
        m_goesOn = m_goesOn && m_layer.add(std::move(feature));
    }

    void segment(pugi::xml_node node, FileGeometry& into)
    {
        FilePoints line;
        for (const pugi::xml_node child : node.children()) {
            if (localName(child) == "trkpt") {
                m_isGood = m_isGood && point(child, line);
            }
        }
        if (!line.empty()) {
            into.lines.push_back(std::move(line));
        }
    }

    void link(pugi::xml_node node, FeatureHead& head)
    {
        const std::string address = node.attribute("href").value();
        head.properties.push_back({m_layer.nameIndex("link"), ValueKind::Nested, sourceOf(node)});
        if (address.find("://") != std::string::npos) {
            m_layer.remarks.add(
                {.matter = Matter::ExternalLink,
                 .feature = {0, {}, {}, m_xml.lineOf(node)},
                 .text = address});
        }
    }

    bool point(pugi::xml_node node, FilePoints& into)
    {
        const std::string_view lon = node.attribute("lon").value();
        const std::string_view lat = node.attribute("lat").value();
        const auto x = numberOf(lon);
        const auto y = numberOf(lat);
        if (!x || !y) {
            m_layer.remarks.add(
                {.matter = Matter::BadNumber,
                 .feature = {m_layer.nextNumber(), {}, {}, m_xml.lineOf(node)},
                 .text = std::string(x ? lat : lon),
                 .other = x ? "lat" : "lon"});
            return false;
        }
        into.push_back({*x, *y});
        m_goesOn = m_layer.countPoints(1) && m_goesOn;
        return true;
    }

    const XmlText& m_xml;
    RawLayer& m_layer;
    bool m_isGood = true;
    bool m_goesOn = true;
};

} // namespace

void readGpx(const XmlText& xml, RawLayer& layer)
{
    layer.format = Format::Gpx;
    Reader(xml, layer).run();
}

} // namespace sz::layers
