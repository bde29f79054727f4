// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// streets.geojson and communities.geojson
#include "data/plan/files/ReadShapes.h"

#include "data/plan/files/GeoJson.h"
#include "data/plan/files/NodeReader.h"
#include "data/plan/PlaceShapes.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>

namespace sz::plan {
namespace {

/// Farther from the areas of the plan nothing of it can lie, degrees: a file in another datum is off by 0.01, one of another
/// city by whole degrees.
constexpr double kMargin = 0.2;

struct Frame
{
    Wgs84 low{180, 90};
    Wgs84 high{-180, -90};

    explicit Frame(const Plan& plan)
    {
        for (const Area& area : plan.areas) {
            for (const Polygon& polygon : area.outline.polygons) {
                for (const Ring& ring : polygon.rings) {
                    std::ranges::for_each(ring, [this](Wgs84 p) { add(p); });
                }
            }
        }
    }
    void add(Wgs84 p)
    {
        low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
        high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
    }
    [[nodiscard]] bool holds(Wgs84 p) const
    {
        return p.lon >= low.lon - kMargin && p.lon <= high.lon + kMargin
               && p.lat >= low.lat - kMargin && p.lat <= high.lat + kMargin;
    }
};

/// A corner that is nowhere near the plan; nothing when there is none.
std::optional<Wgs84> strayIn(const Feature& feature, const Frame& frame)
{
    if (feature.point && !frame.holds(*feature.point)) {
        return feature.point;
    }
    for (const Polygon& polygon : feature.outline.polygons) {
        for (const Ring& ring : polygon.rings) {
            const auto it = std::ranges::find_if_not(ring, [&](Wgs84 p) { return frame.holds(p); });
            if (it != ring.end()) {
                return *it;
            }
        }
    }
    return std::nullopt;
}

/// One file. `Thing` is what the plan has with such codes.
template <class Code, class Thing>
class ShapeReader
{
public:
    ShapeReader(
        const char* file,
        const std::vector<Thing>& known,
        const Frame& frame,
        FaultList& faults)
        : m_file(file), m_known(known), m_frame(frame), m_faults(faults)
    {
    }

    std::vector<PlaceShape<Code>> read(const std::filesystem::path& dir)
    {
        std::error_code ec;
        if (!std::filesystem::exists(dir / m_file, ec)) {
            return {}; // a plan need not have any
        }
        for (Feature& feature : readGeoJson(dir, m_file, m_faults, Seats::Allowed)) {
            take(feature);
        }
        std::vector<PlaceShape<Code>> out;
        for (auto& [code, shape] : m_shapes) {
            out.push_back(std::move(shape));
        }
        return out;
    }

private:
    void take(Feature& feature)
    {
        NodeReader reader(feature.properties, {m_file, 0, feature.id}, m_faults);
        const Code code(reader.text("code"));
        if (code.empty()) {
            return; // the reader has said so
        }
        if (!std::ranges::binary_search(m_known, code, {}, &Thing::code)) {
            reader.error(
                {std::format("The plan has no \"{}\".", code.value),
                 std::format("方案中没有编码“{}”。", code.value)});
            return;
        }
        if (const auto stray = strayIn(feature, m_frame)) {
            reader.error(
                {std::format(
                     "{:.5f}, {:.5f} lies far outside the plan's areas; is it another datum, or "
                     "latitude first?",
                     stray->lon, stray->lat),
                 std::format(
                     "{:.5f}, {:.5f} 远在方案各片区之外，是否用了别的坐标系，或纬度在前？",
                     stray->lon, stray->lat)});
            return;
        }
        put(code, feature, reader);
    }

    void put(const Code& code, Feature& feature, NodeReader& reader)
    {
        PlaceShape<Code>& shape = m_shapes[code];
        shape.code = code;
        const bool isAgain =
            feature.point ? shape.seat.has_value() : !shape.outline.polygons.empty();
        if (isAgain) {
            reader.error(
                {std::format(
                     "\"{}\" has two {}.", code.value, feature.point ? "seats" : "outlines"),
                 std::format("“{}”有两个{}。", code.value, feature.point ? "驻地" : "边界")});
        } else if (feature.point) {
            shape.seat = feature.point;
        } else {
            shape.outline = std::move(feature.outline);
        }
    }

    const char* m_file;
    const std::vector<Thing>& m_known;
    const Frame& m_frame;
    FaultList& m_faults;
    std::map<Code, PlaceShape<Code>> m_shapes;
};

/// A seat in both files is one place, or nobody knows which.
void demandOneSeat(const StreetShape& shape, const Plan& plan, FaultList& faults)
{
    constexpr double kSame = 1; // metre
    const Street* street = plan.street(shape.code);
    if (shape.seat && street != nullptr && street->seat
        && distanceMetres(*shape.seat, *street->seat) > kSame) {
        faults.error(
            {kStreetShapeFile, 0, shape.code.value},
            {"streets.csv has another seat for this street.", "streets.csv 中该街道的驻地不同。"});
    }
}

} // namespace

PlaceShapes readShapes(const std::filesystem::path& dir, const Plan& plan, FaultList& faults)
{
    const Frame frame(plan);
    auto streets =
        ShapeReader<StreetCode, Street>(kStreetShapeFile, plan.streets, frame, faults).read(dir);
    auto communities =
        ShapeReader<CommunityCode, Community>(kCommunityShapeFile, plan.communities, frame, faults)
            .read(dir);
    for (const StreetShape& shape : streets) {
        demandOneSeat(shape, plan, faults);
    }
    return {std::move(streets), std::move(communities)};
}

std::expected<PlaceShapes, std::vector<Fault>>
loadPlaceShapes(const std::filesystem::path& dir, const Plan& plan)
{
    FaultList faults;
    PlaceShapes shapes = readShapes(dir, plan, faults);
    if (faults.hasErrors()) {
        return std::unexpected(std::move(faults).take());
    }
    return shapes;
}

} // namespace sz::plan
