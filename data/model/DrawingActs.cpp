// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/DrawingActs.h"

#include "data/model/ReadBody.h"
#include "data/model/ShiftPack.h"

#include <cmath>

namespace sz::model {
namespace {

enum Type : std::uint32_t {
    kDraw = 120,
    kErase = 121,
};

constexpr double kUnits = 1e7; ///< a degree; one of them is a centimetre

// Longitude and latitude by turns.
log::Array packCorners(const std::vector<Wgs84>& corners)
{
    log::Array out;
    for (const Wgs84 p : corners) {
        out.emplace_back(static_cast<std::int64_t>(std::llround(p.lon * kUnits)));
        out.emplace_back(static_cast<std::int64_t>(std::llround(p.lat * kUnits)));
    }
    return out;
}

std::vector<Wgs84> unpackCorners(log::FieldReader& in, std::int64_t key)
{
    const log::Array& values = in.array(key);
    std::vector<Wgs84> corners;
    for (std::size_t i = 0; i + 1 < values.size(); i += 2) {
        const auto* lon = values[i].as<std::int64_t>();
        const auto* lat = values[i + 1].as<std::int64_t>();
        if (lon == nullptr || lat == nullptr) {
            in.reject(key);
            return {};
        }
        corners.push_back({static_cast<double>(*lon) / kUnits, static_cast<double>(*lat) / kUnits});
    }
    if (values.size() % 2 != 0) {
        in.reject(key);
    }
    return corners;
}

struct Pack
{
    log::Fields operator()(const Draw& a) const
    {
        return {
            {1, static_cast<int>(a.kind)},
            {2, static_cast<int>(a.form)},
            {3, packCorners(a.corners)},
            {4, a.words},
            {5, a.incident.value}};
    }
    log::Fields operator()(const EraseDrawing& a) const { return {{1, a.drawing}, {2, a.reason}}; }
};

DrawingAct readAct(std::uint32_t type, log::FieldReader& in)
{
    if (type == kErase) {
        return EraseDrawing{in.text(1), in.textOr(2)};
    }
    return Draw{
        choice(in, 1, DrawingKind::Note), choice(in, 2, DrawingForm::Area), unpackCorners(in, 3),
        in.textOr(4), IncidentId(in.textOr(5))};
}

} // namespace

bool canTake(DrawingKind kind, DrawingForm form)
{
    switch (kind) {
    case DrawingKind::ClosedRoad:
    case DrawingKind::Approach:
        return form == DrawingForm::Line;
    case DrawingKind::Cordon:
        return form != DrawingForm::Point;
    case DrawingKind::Hazard:
        return form != DrawingForm::Line;
    case DrawingKind::Gathering:
    case DrawingKind::Note:
        return form == DrawingForm::Point;
    }
    return false;
}

std::size_t leastCorners(DrawingForm form)
{
    return static_cast<std::size_t>(form);
}

const log::Subject& groundSubject()
{
    static const log::Subject subject{log::SubjectKind::Operation, "ground"};
    return subject;
}

std::uint32_t drawingActType(const DrawingAct& act)
{
    return kDraw + static_cast<std::uint32_t>(act.index());
}

Bytes encodeDrawingAct(const DrawingAct& act)
{
    return log::encode(std::visit(Pack{}, act));
}

Result<std::optional<DrawingAct>> decodeDrawingAct(const log::Entry& entry)
{
    const bool isKnown = isOfGround(entry.subject) && (entry.type == kDraw || entry.type == kErase)
                         && entry.typeVersion == 1;
    if (!isKnown) {
        return std::nullopt;
    }
    return readBody<DrawingAct>(
        entry, "drawing act", [&](log::FieldReader& in) { return readAct(entry.type, in); });
}

} // namespace sz::model
