// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/GeoJson.h"

#include "data/plan/files/Rings.h"
#include "data/plan/files/TextFile.h"

#include <boost/json.hpp>

#include <cmath>
#include <format>

namespace sz::plan {
namespace {

namespace json = boost::json;

Node converted(const json::value& from)
{
    Node to;
    if (const auto* text = from.if_string()) {
        to.value = std::string(*text);
    } else if (const auto* flag = from.if_bool()) {
        to.value = *flag;
    } else if (const auto* whole = from.if_int64()) {
        to.value = *whole;
    } else if (const auto* real = from.if_double()) {
        to.value = *real;
    } else if (const auto* list = from.if_array()) {
        Node::List items;
        for (const auto& item : *list) {
            items.push_back(converted(item));
        }
        to.value = std::move(items);
    } else if (const auto* table = from.if_object()) {
        Node::Table items;
        for (const auto& [key, item] : *table) {
            items.emplace(std::string(key), converted(item));
        }
        to.value = std::move(items);
    }
    return to;
}

std::optional<Wgs84> pointOf(const json::value& from)
{
    const auto* pair = from.if_array();
    if (pair == nullptr || pair->size() < 2) {
        return std::nullopt;
    }
    const auto lon = (*pair)[0].try_to_number<double>();
    const auto lat = (*pair)[1].try_to_number<double>();
    return lon && lat ? std::optional(Wgs84{*lon, *lat}) : std::nullopt;
}

// One level of nested lists, each item made by `make`; nothing when an item is not what it should be.
template <class Item, class Make>
std::optional<std::vector<Item>> listOf(const json::value& from, Make make)
{
    const auto* list = from.if_array();
    if (list == nullptr) {
        return std::nullopt;
    }
    std::vector<Item> items;
    items.reserve(list->size());
    for (const auto& one : *list) {
        auto item = make(one);
        if (!item) {
            return std::nullopt;
        }
        items.push_back(std::move(*item));
    }
    return items;
}

std::optional<Ring> ringOf(const json::value& from)
{
    return listOf<Wgs84>(from, pointOf);
}

std::optional<Polygon> polygonOf(const json::value& from)
{
    return listOf<Ring>(from, ringOf).transform([](auto rings) {
        return Polygon{std::move(rings)};
    });
}

std::optional<MultiPolygon> outlineOf(const json::object& geometry)
{
    const auto* type = geometry.if_contains("type");
    const auto* coordinates = geometry.if_contains("coordinates");
    if (type == nullptr || coordinates == nullptr) {
        return std::nullopt;
    }
    if (*type == "Polygon") {
        return polygonOf(*coordinates).transform([](auto one) {
            return MultiPolygon{{std::move(one)}};
        });
    }
    if (*type == "MultiPolygon") {
        return listOf<Polygon>(*coordinates, polygonOf).transform([](auto all) {
            return MultiPolygon{std::move(all)};
        });
    }
    return std::nullopt;
}

bool isOnEarth(Wgs84 p)
{
    return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lon) <= 180
           && std::abs(p.lat) <= 90;
}

// Of a Point; nothing when it is none.
std::optional<Wgs84> seatOf(const json::object& geometry)
{
    const auto* type = geometry.if_contains("type");
    const auto* coordinates = geometry.if_contains("coordinates");
    const bool isPoint = type != nullptr && *type == "Point" && coordinates != nullptr;
    return isPoint ? pointOf(*coordinates).and_then([](Wgs84 p) {
        return isOnEarth(p) ? std::optional(p) : std::nullopt;
    })
                   : std::nullopt;
}

// The feature's id, else its place in the file.
std::string idOf(const json::object& feature, std::size_t index)
{
    const auto* id = feature.if_contains("id");
    if (id != nullptr && id->is_string()) {
        return std::string(id->as_string());
    }
    return id != nullptr && id->is_int64() ? std::to_string(id->as_int64())
                                           : std::format("#{}", index + 1);
}

std::optional<Feature>
featureOf(const json::value& from, std::size_t index, Spot spot, FaultList& faults, Seats seats)
{
    const auto* object = from.if_object();
    spot.feature = object != nullptr ? idOf(*object, index) : std::format("#{}", index + 1);
    const auto* properties = object != nullptr ? object->if_contains("properties") : nullptr;
    const auto* geometry = object != nullptr ? object->if_contains("geometry") : nullptr;
    if (properties == nullptr || !properties->is_object() || geometry == nullptr
        || !geometry->is_object()) {
        faults.error(
            spot, {"The feature has no properties or no geometry.", "要素缺少属性或几何。"});
        return std::nullopt;
    }
    if (const auto seat = seatOf(geometry->as_object()); seat && seats == Seats::Allowed) {
        return Feature{spot.feature, converted(*properties), {}, seat};
    }
    auto outline = outlineOf(geometry->as_object());
    if (!outline && seats == Seats::Allowed) {
        faults.error(
            spot,
            {"The geometry is not a Point, Polygon or MultiPolygon of longitude, latitude pairs.",
             "几何不是由经度、纬度对组成的 Point、Polygon 或 MultiPolygon。"});
        return std::nullopt;
    }
    if (!outline) {
        faults.error(
            spot, {"The geometry is not a Polygon or MultiPolygon of longitude, latitude pairs.",
                   "几何不是由经度、纬度对组成的 Polygon 或 MultiPolygon。"});
        return std::nullopt;
    }
    checkOutline(*outline, spot, faults);
    return Feature{spot.feature, converted(*properties), std::move(*outline)};
}

std::optional<json::value>
parsed(const std::string& text, const std::string& file, FaultList& faults)
{
    json::parser parser;
    boost::system::error_code ec;
    const auto used = parser.write_some(text, ec);
    if (!ec && text.find_first_not_of(" \t\r\n", used) != std::string::npos) {
        ec = json::error::extra_data;
    }
    if (ec) {
        faults.error(
            {file, lineOf(text, used)}, {std::format("Not valid JSON: {}.", ec.message()),
                                         std::format("不是有效的 JSON：{}。", ec.message())});
        return std::nullopt;
    }
    return parser.release(); // write_some has refused anything incomplete
}

const json::array* featuresOf(const json::value& root)
{
    const auto* object = root.if_object();
    const auto* type = object != nullptr ? object->if_contains("type") : nullptr;
    const auto* features = object != nullptr ? object->if_contains("features") : nullptr;
    const bool isCollection = type != nullptr && *type == "FeatureCollection";
    return isCollection && features != nullptr ? features->if_array() : nullptr;
}

} // namespace

std::vector<Feature> readGeoJson(
    const std::filesystem::path& dir,
    const std::string& file,
    FaultList& faults,
    Seats seats)
{
    std::vector<Feature> result;
    const auto text = readText(dir, file, faults);
    const auto root = text ? parsed(*text, file, faults) : std::nullopt;
    if (!root) {
        return result;
    }
    const auto* features = featuresOf(*root);
    if (features == nullptr) {
        faults.error(
            {file}, {"This is not a GeoJSON FeatureCollection.", "这不是 GeoJSON 要素集。"});
        return result;
    }
    for (std::size_t i = 0; i < features->size(); ++i) {
        if (auto feature = featureOf((*features)[i], i, {file}, faults, seats)) {
            result.push_back(std::move(*feature));
        }
    }
    return result;
}

} // namespace sz::plan
