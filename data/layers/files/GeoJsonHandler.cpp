// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/GeoJsonHandler.h"

#include "data/layers/files/Systems.h"

namespace sz::layers {

bool GeoJsonHandler::isIn(Role a, Role b) const
{
    return m_things.back().role == a || m_things.back().role == b;
}

void GeoJsonHandler::openThing(Role role)
{
    m_in.push_back(In::Thing);
    Thing thing;
    thing.role = role;
    thing.line = m_line;
    thing.offset = m_offset;
    m_things.push_back(std::move(thing));
}

void GeoJsonHandler::openNested(bool isObject)
{
    if (m_in.empty() || top() == In::Features || top() == In::Geometries || top() == In::Coordinates
        || top() == In::Skipped) {
        m_in.push_back(In::Skipped);
        return;
    }
    m_in.push_back(In::Kept);
    m_source.open(isObject);
}

void GeoJsonHandler::openObject()
{
    if (m_in.empty()) {
        return openThing(Role::Root);
    }
    switch (top()) {
    case In::Features:
        return openThing(Role::Feature);
    case In::Geometries:
        return openThing(Role::Geometry);
    case In::Coordinates:
        m_things.back().positions.stray();
        break;
    case In::Thing:
        if (m_key == "geometry" && isIn(Role::Root, Role::Feature)) {
            return openThing(Role::Geometry);
        }
        if (m_key == "properties" && isIn(Role::Root, Role::Feature)) {
            m_in.push_back(In::Properties);
            return;
        }
        break;
    default:
        break;
    }
    openNested(true);
}

void GeoJsonHandler::openArray()
{
    if (m_in.empty()) {
        m_layer.remarks.add(
            {.matter = Matter::NotThisFormat, .text = "GeoJSON", .other = "a list"});
        m_in.push_back(In::Skipped);
        return;
    }
    if (top() == In::Coordinates) {
        m_things.back().positions.open();
        m_in.push_back(In::Coordinates);
        return;
    }
    if (top() == In::Thing) {
        if (m_key == "features" && m_things.back().role == Role::Root) {
            m_things.back().hasFeatures = true;
            m_in.push_back(In::Features);
            return;
        }
        if (m_key == "geometries" && isIn(Role::Root, Role::Geometry)) {
            m_in.push_back(In::Geometries);
            return;
        }
        if (m_key == "coordinates" && isIn(Role::Root, Role::Geometry)) {
            m_things.back().positions = {};
            m_things.back().positions.open();
            m_in.push_back(In::Coordinates);
            return;
        }
    }
    if (top() == In::Features) {
        strayFeature("a list");
    }
    openNested(false);
}

void GeoJsonHandler::closeNested()
{
    const bool isKept = top() == In::Kept;
    m_in.pop_back();
    if (isKept && m_source.close()) {
        keep(ValueKind::Nested, m_source.take());
    }
}

void GeoJsonHandler::closeObject()
{
    if (top() == In::Properties) {
        m_in.pop_back();
        return;
    }
    if (top() != In::Thing) {
        return closeNested();
    }
    m_in.pop_back();
    Thing thing = std::move(m_things.back());
    m_things.pop_back();
    switch (thing.role) {
    case Role::Root:
        return endRoot(std::move(thing));
    case Role::Feature:
        return endFeature(std::move(thing));
    case Role::Geometry:
        return endGeometry(std::move(thing));
    }
}

void GeoJsonHandler::closeArray()
{
    if (top() == In::Kept || top() == In::Skipped) {
        return closeNested();
    }
    if (top() == In::Coordinates) {
        m_things.back().positions.close();
    }
    m_in.pop_back();
}

void GeoJsonHandler::key(std::string_view key)
{
    if (top() == In::Kept) {
        m_source.key(key);
    } else {
        m_key = key;
    }
}

void GeoJsonHandler::scalar(ValueKind kind, std::string_view text, double number)
{
    if (m_in.empty()) {
        m_layer.remarks.add(
            {.matter = Matter::NotThisFormat, .text = "GeoJSON", .other = std::string(text)});
        return;
    }
    switch (top()) {
    case In::Kept:
        kind == ValueKind::Text ? m_source.text(text) : m_source.raw(text);
        break;
    case In::Coordinates:
        if (kind == ValueKind::Number) {
            m_things.back().positions.number(number);
        } else {
            m_things.back().positions.stray();
        }
        break;
    case In::Features:
        strayFeature(std::string(text));
        break;
    case In::Properties:
    case In::Thing:
        member(kind, text);
        break;
    case In::Geometries:
    case In::Skipped:
        break;
    }
}

void GeoJsonHandler::member(ValueKind kind, std::string_view text)
{
    Thing& thing = m_things.back();
    if (top() == In::Properties) {
        return keep(kind, kind == ValueKind::Null ? std::string() : std::string(text));
    }
    if (m_key == "type") {
        thing.type = text;
    } else if (m_key == "id" && thing.role != Role::Geometry) {
        thing.id = kind == ValueKind::Null ? std::string() : std::string(text);
    } else if (m_key == "coordinates" && thing.role != Role::Feature) {
        thing.positions.stray();
    } else if (m_key == "geometry" || m_key == "properties") {
        thing.fault = kind != ValueKind::Null && m_key == "geometry" ? "object" : thing.fault;
    } else {
        keep(kind, std::string(text));
    }
}

void GeoJsonHandler::keep(ValueKind kind, std::string text)
{
    Thing& thing = m_things.back();
    if (top() == In::Properties) {
        thing.properties.push_back({m_layer.nameIndex(m_key), kind, std::move(text)});
        return;
    }
    if (m_key == "crs" && thing.role == Role::Root) {
        takeSystem(text);
    } else if (thing.role == Role::Feature && m_key != "bbox") {
        thing.foreign.push_back({m_layer.nameIndex(m_key), kind, std::move(text)});
    } else if (thing.role == Role::Root && m_key == "name" && kind == ValueKind::Text) {
        m_layer.groups.front().name = std::move(text);
    }
}

void GeoJsonHandler::takeSystem(const std::string& source)
{
    // RFC 7946 has dropped it; older files and GIS programs write it.
    const auto begin = source.find("\"name\":\"");
    const bool isLink = source.find("\"link\"") != std::string::npos;
    const bool isNamed = begin != std::string::npos && !isLink;
    const std::string name = source.substr(isNamed ? begin + 8 : 0);
    const std::string text = isNamed ? name.substr(0, name.find('"')) : source;
    m_layer.groups.front().system = systemOfName(text);
    if (isLink) {
        m_layer.remarks.add({.matter = Matter::ExternalLink, .text = text});
    }
}

void GeoJsonHandler::strayFeature(std::string what)
{
    m_layer.remarks.add(
        {.matter = Matter::BadFeature,
         .feature = {m_layer.nextNumber(), {}, {}, m_line, m_offset},
         .text = std::move(what)});
    m_layer.skipNumber();
}

void GeoJsonHandler::endGeometry(Thing thing)
{
    Thing& parent = m_things.back();
    FileGeometry made = std::move(thing.geometry);
    std::string fault = std::move(thing.fault);
    if (thing.type != "GeometryCollection") {
        thing.faultType = thing.type;
        fault = thing.positions.take(thing.type, made);
        m_layer.heights += thing.positions.heights();
        m_goesOn = m_goesOn && m_layer.countPoints(thing.positions.count());
    }
    if (top() != In::Geometries) {
        parent.geometry = {}; // "geometry" twice: the last one stands
    }
    parent.hasGeometry = true;
    parent.geometry.append(std::move(made));
    if (!fault.empty() && parent.fault.empty()) {
        parent.fault = std::move(fault);
        parent.faultType = std::move(thing.faultType);
    }
}

void GeoJsonHandler::badGeometry(const Thing& thing, const FeatureHead& head)
{
    m_layer.remarks.add(
        {.matter = Matter::BadGeometry,
         .feature = {m_layer.nextNumber(), head.id, head.name, thing.line, thing.offset},
         .text = thing.faultType,
         .other = thing.fault});
    m_layer.skipNumber();
}

void GeoJsonHandler::endFeature(Thing thing)
{
    RawFeature feature;
    feature.head.id = std::move(thing.id);
    feature.head.line = thing.line;
    feature.head.properties = std::move(thing.properties);
    for (Property& one : thing.foreign) {
        feature.head.properties.push_back(std::move(one));
    }
    nameByProperties(m_layer, feature.head);
    if (thing.type != "Feature") {
        return strayFeature(thing.type.empty() ? "an object without type" : thing.type);
    }
    if (!thing.fault.empty()) {
        return badGeometry(thing, feature.head);
    }
    feature.geometry = std::move(thing.geometry);
    m_goesOn = m_goesOn && m_layer.add(std::move(feature));
}

void GeoJsonHandler::endRoot(Thing thing)
{
    if (thing.type == "FeatureCollection" && thing.hasFeatures) {
        return;
    }
    if (thing.type == "Feature") {
        return endFeature(std::move(thing));
    }
    if (thing.type != "GeometryCollection") {
        FileGeometry made;
        thing.faultType = thing.type;
        thing.fault = thing.positions.take(thing.type, made);
        m_layer.heights += thing.positions.heights();
        if (thing.fault == "type") {
            m_layer.remarks.add(
                {.matter = Matter::NotThisFormat,
                 .text = "GeoJSON",
                 .other = thing.type.empty() ? "an object without type" : thing.type});
            return;
        }
        m_goesOn = m_goesOn && m_layer.countPoints(thing.positions.count());
        thing.geometry = std::move(made);
    }
    thing.type = "Feature"; // a geometry alone is a layer of one feature
    endFeature(std::move(thing));
}

} // namespace sz::layers
