// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Warnings: the polygons and circles of a CAP alert (OASIS CAP-v1.2 §3.2.4: "lat,lon lat,lon …" and "lat,lon radius-in-km",
// WGS-84). A circle becomes an outline of 64 corners.
#include "data/layers/files/Systems.h"
#include "data/layers/files/Xml.h"

#include <array>
#include <cmath>
#include <numbers>

namespace sz::layers {
namespace {

constexpr int kCorners = 64;
constexpr double kMostKm = 2000;
constexpr double kKmPerDegree = 111.195; ///< of a meridian on the mean earth sphere

std::vector<std::string_view> cutAtSpaces(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(" \t\r\n", at)) != std::string_view::npos) {
        const auto end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end;
    }
    return parts;
}

/// "lat,lon"; our order is longitude first.
std::optional<geo::Pair> pairOf(std::string_view text)
{
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) {
        return std::nullopt;
    }
    const auto lat = numberOf(text.substr(0, comma));
    const auto lon = numberOf(text.substr(comma + 1));
    return lat && lon ? std::optional(geo::Pair{*lon, *lat}) : std::nullopt;
}

class Reader
{
public:
    Reader(const XmlText& xml, RawLayer& layer) : m_xml(xml), m_layer(layer) {}

    void run()
    {
        m_layer.groups.push_back({"alert", systemOfName("WGS84")}); // CAP knows no other
        m_layer.winding = Winding::Any;
        for (const pugi::xml_node info : m_xml.root().children()) {
            if (localName(info) == "info") {
                takeInfo(info);
            }
        }
    }

private:
    void takeInfo(pugi::xml_node info)
    {
        for (const pugi::xml_node area : info.children()) {
            if (localName(area) == "area" && m_goesOn) {
                takeArea(info, area);
            }
        }
    }

    void takeArea(pugi::xml_node info, pugi::xml_node area)
    {
        RawFeature feature;
        feature.head.line = m_xml.lineOf(area);
        addProperties(m_xml.root(), feature.head);
        addProperties(info, feature.head);
        for (const pugi::xml_node child : area.children()) {
            const std::string_view name = localName(child);
            const std::string text = innerText(child);
            if (name == "polygon") {
                polygon(child, text, feature.geometry);
            } else if (name == "circle") {
                circle(child, text, feature.geometry);
            } else if (child.type() == pugi::node_element) {
                feature.head.properties.push_back(propertyOf(child, name, m_layer));
            }
        }
        if (feature.geometry.isEmpty()) {
            if (!m_isBad) { // an area may be told by codes alone
                m_layer.remarks.add(
                    {.matter = Matter::NoPlace,
                     .feature = {m_layer.nextNumber(), {}, {}, feature.head.line}});
            }
            m_isBad = false;
            m_layer.skipNumber();
            return;
        }
        m_isBad = false;
        static constexpr std::array<std::string_view, 3> kNames{"headline", "event", "areaDesc"};
        feature.head.name = valueOf(m_layer, feature.head.properties, kNames);
        m_goesOn = m_layer.add(std::move(feature));
    }

    /// What the alert or its info says in plain elements.
    void addProperties(pugi::xml_node node, FeatureHead& head)
    {
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = localName(child);
            const bool isOwn = name == "info" || name == "area" || name == "resource";
            if (child.type() == pugi::node_element && !isOwn) {
                head.properties.push_back(propertyOf(child, name, m_layer));
            }
        }
    }

    void polygon(pugi::xml_node node, const std::string& text, FileGeometry& into)
    {
        FilePoints ring;
        for (const std::string_view part : cutAtSpaces(text)) {
            const auto pair = pairOf(part);
            if (!pair) {
                return bad(node, "polygon", part);
            }
            ring.push_back(*pair);
        }
        m_goesOn = m_layer.countPoints(ring.size()) && m_goesOn;
        into.polygons.push_back({std::move(ring)});
    }

    void circle(pugi::xml_node node, const std::string& text, FileGeometry& into)
    {
        const auto parts = cutAtSpaces(text);
        const auto centre = parts.size() == 2 ? pairOf(parts[0]) : std::nullopt;
        const auto km = parts.size() == 2 ? numberOf(parts[1]) : std::nullopt;
        const bool isGood =
            centre && km && *km >= 0 && *km <= kMostKm && std::abs(centre->second) < 85;
        if (!isGood) {
            return bad(node, "circle", text);
        }
        if (*km == 0) { // a point, CAP-v1.2 §3.2.4
            into.points.push_back(*centre);
            m_goesOn = m_layer.countPoints(1) && m_goesOn;
            return;
        }
        FilePoints ring;
        const double north = *km / kKmPerDegree;
        const double east = north / std::cos(centre->second * std::numbers::pi / 180);
        for (int i = 0; i < kCorners; ++i) {
            const double turn = i * 2 * std::numbers::pi / kCorners;
            ring.push_back(
                {centre->first + east * std::cos(turn), centre->second + north * std::sin(turn)});
        }
        ring.push_back(ring.front());
        m_goesOn = m_layer.countPoints(ring.size()) && m_goesOn;
        into.polygons.push_back({std::move(ring)});
    }

    void bad(pugi::xml_node node, const char* what, std::string_view text)
    {
        m_isBad = true;
        m_layer.remarks.add(
            {.matter = Matter::BadNumber,
             .feature = {m_layer.nextNumber(), {}, {}, m_xml.lineOf(node)},
             .text = std::string(text),
             .other = what});
    }

    const XmlText& m_xml;
    RawLayer& m_layer;
    bool m_goesOn = true;
    bool m_isBad = false; ///< of the area being read
};

} // namespace

void readCap(const XmlText& xml, RawLayer& layer)
{
    layer.format = Format::Cap;
    Reader(xml, layer).run();
}

} // namespace sz::layers
