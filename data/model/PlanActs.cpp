// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/PlanActs.h"

#include "data/model/ReadBody.h"
#include "data/model/ShiftPack.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sz::model {
namespace {

constexpr std::uint32_t kFirst = 130;
constexpr std::uint32_t kLast = kFirst + std::variant_size_v<PlanAct> - 1;
constexpr double kSteps = 1e6; ///< steps of the grid in a degree

// Longitude and latitude in steps, each but the first as the difference to the one before; the closing corner is left out.
log::Array packRing(const Ring& ring)
{
    log::Array out;
    std::int64_t lon = 0;
    std::int64_t lat = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const std::int64_t x = std::llround(ring[i].lon * kSteps);
        const std::int64_t y = std::llround(ring[i].lat * kSteps);
        out.emplace_back(x - lon);
        out.emplace_back(y - lat);
        lon = x;
        lat = y;
    }
    return out;
}

std::optional<Ring> unpackRing(const log::Value& value)
{
    constexpr std::int64_t kMost = 360'000'000;
    const auto* numbers = value.as<log::Array>();
    if (numbers == nullptr || numbers->size() % 2 != 0 || numbers->size() < 6) {
        return std::nullopt;
    }
    Ring ring;
    std::int64_t lon = 0;
    std::int64_t lat = 0;
    for (std::size_t i = 0; i < numbers->size(); i += 2) {
        const auto* dx = (*numbers)[i].as<std::int64_t>();
        const auto* dy = (*numbers)[i + 1].as<std::int64_t>();
        if (dx == nullptr || dy == nullptr || std::abs(*dx) > kMost || std::abs(*dy) > kMost) {
            return std::nullopt;
        }
        lon += *dx;
        lat += *dy;
        if (std::abs(lon) > kMost / 2 || std::abs(lat) > kMost / 4) {
            return std::nullopt;
        }
        ring.push_back({static_cast<double>(lon) / kSteps, static_cast<double>(lat) / kSteps});
    }
    ring.push_back(ring.front());
    return ring;
}

log::Fields packOutline(const plan::AreaOutline& one)
{
    log::Array polygons;
    for (const Polygon& polygon : one.outline.polygons) {
        log::Array rings;
        for (const Ring& ring : polygon.rings) {
            rings.emplace_back(packRing(ring));
        }
        polygons.emplace_back(std::move(rings));
    }
    return {{1, one.area}, {2, std::move(polygons)}};
}

plan::AreaOutline unpackOutline(log::FieldReader& in)
{
    plan::AreaOutline out;
    out.area = count(in, 1);
    for (const log::Value& value : in.array(2)) {
        const auto* rings = value.as<log::Array>();
        Polygon polygon;
        for (const log::Value& ring : rings == nullptr ? log::Array{} : *rings) {
            if (auto made = unpackRing(ring)) {
                polygon.rings.push_back(std::move(*made));
            } else {
                in.reject(2);
            }
        }
        if (polygon.rings.empty()) {
            in.reject(2);
        }
        out.outline.polygons.push_back(std::move(polygon));
    }
    return out;
}

log::Fields packMove(const plan::StreetMove& move)
{
    return {{1, move.street.value}, {2, move.area}};
}

plan::StreetMove unpackMove(log::FieldReader& in)
{
    return {StreetCode(in.text(1)), count(in, 2)};
}

struct Pack
{
    log::Fields operator()(const ProposePlan& a) const
    {
        return {
            {1, packAll(a.change.outlines, packOutline)},
            {2, packAll(a.change.streets, packMove)},
            {3, a.fromDay},
            {4, a.reason},
            {5, a.seen}};
    }
    log::Fields operator()(const DecidePlan& a) const
    {
        return {{1, a.proposal}, {2, a.isApproved}, {3, a.reason}};
    }
    log::Fields operator()(const WithdrawPlan& a) const { return {{1, a.proposal}, {2, a.reason}}; }
};

PlanAct readProposal(log::FieldReader& in)
{
    constexpr std::int64_t kLastDay = 1'000'000; // year 4707
    ProposePlan out{
        {unpackAll(in, 1, unpackOutline), unpackAll(in, 2, unpackMove)},
        in.integer(3),
        in.text(4),
        static_cast<std::uint64_t>(std::max<std::int64_t>(in.integerOr(5, 0), 0))};
    if (out.fromDay < 0 || out.fromDay > kLastDay) {
        in.reject(3);
    }
    return out;
}

PlanAct readDecision(log::FieldReader& in)
{
    return DecidePlan{in.text(1), in.booleanOr(2, false), in.textOr(3)};
}

PlanAct readWithdrawal(log::FieldReader& in)
{
    return WithdrawPlan{in.text(1), in.textOr(2)};
}

using Reader = PlanAct (*)(log::FieldReader&);
constexpr std::array<Reader, std::variant_size_v<PlanAct>> kReaders{
    readProposal, readDecision, readWithdrawal};

} // namespace

const log::Subject& planSubject()
{
    static const log::Subject subject{log::SubjectKind::Operation, "plan"};
    return subject;
}

std::uint32_t planActType(const PlanAct& act)
{
    return kFirst + static_cast<std::uint32_t>(act.index());
}

Bytes encodePlanAct(const PlanAct& act)
{
    return log::encode(std::visit(Pack{}, act));
}

Result<std::optional<PlanAct>> decodePlanAct(const log::Entry& entry)
{
    const bool isKnown = isOfPlan(entry.subject) && entry.type >= kFirst && entry.type <= kLast
                         && entry.typeVersion == 1;
    if (!isKnown) {
        return std::nullopt;
    }
    return readBody<PlanAct>(entry, "plan act", kReaders.at(entry.type - kFirst));
}

} // namespace sz::model
