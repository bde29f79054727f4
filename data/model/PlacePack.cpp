// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/PlacePack.h"

#include <cmath>

namespace sz::model {

using log::Array;
using log::FieldReader;
using log::Fields;
using log::Value;

namespace {

constexpr double kPositionScale = 1e7;

std::optional<Wgs84> readPoint(FieldReader& in)
{
    const Array& pair = in.arrayOr(2);
    if (pair.size() < 2) {
        return std::nullopt;
    }
    const auto* lon = pair[0].as<std::int64_t>();
    const auto* lat = pair[1].as<std::int64_t>();
    constexpr auto kTurn = static_cast<std::int64_t>(180 * kPositionScale);
    if (lon == nullptr || lat == nullptr || std::abs(*lon) > kTurn || std::abs(*lat) > kTurn / 2) {
        in.reject(2);
        return std::nullopt;
    }
    return Wgs84{
        static_cast<double>(*lon) / kPositionScale, static_cast<double>(*lat) / kPositionScale};
}

} // namespace

Value packPlace(const plan::Place& p)
{
    Fields f{{1, p.text},           {3, p.isApproximate}, {4, p.area},
             {5, p.district.value}, {6, p.street.value},  {7, p.community.value}};
    if (p.point) {
        f.emplace(
            2, Array{
                   static_cast<std::int64_t>(std::llround(p.point->lon * kPositionScale)),
                   static_cast<std::int64_t>(std::llround(p.point->lat * kPositionScale))});
    }
    return f;
}

plan::Place readPlace(FieldReader& outer, std::int64_t key)
{
    plan::Place p;
    const Fields* fields = outer.fields(key);
    if (fields == nullptr) {
        outer.reject(key);
        return p;
    }
    FieldReader in(*fields);
    p.text = in.textOr(1);
    p.point = readPoint(in);
    p.isApproximate = in.booleanOr(3, true);
    p.area = static_cast<int>(in.integerOr(4, 0));
    p.district = UnitCode(in.textOr(5));
    p.street = StreetCode(in.textOr(6));
    p.community = CommunityCode(in.textOr(7));
    if (!in.ok()) {
        outer.reject(key);
    }
    return p;
}

} // namespace sz::model
