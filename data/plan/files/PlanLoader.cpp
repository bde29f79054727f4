// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// plan.toml, and the order in which everything else is read
#include "data/plan/files/Reading.h"
#include "data/plan/files/ReadShapes.h"
#include "data/plan/files/TomlFile.h"
#include "data/plan/PlaceShapes.h"

#include <algorithm>
#include <array>
#include <format>

namespace sz::plan {
namespace {

constexpr std::array<const char*, 14> kCounted{
    "zones", "areas",   "districts", "rivers", "streets", "communities", "lines",
    "units", "classes", "kinds",     "rules",  "posts",   "rotations",   "gaps"};

void readOffice(NodeReader reader, Reading& reading)
{
    reading.office.code = UnitCode(reader.text("code"));
    reading.office.kind = UnitKind::Office;
    reading.office.name = reader.name("initials");
    reader.warnUnknown();
}

void readZoneUnit(NodeReader reader, Reading& reading)
{
    const ZoneCode code(reader.text("code"));
    reader.setFeature(code.str());
    reading.define(reader.spot(), code.str());
    reading.zoneUnits[code] = UnitCode(reader.text("unit"));
    reader.warnUnknown();
}

void readCredit(NodeReader reader, Reading& reading)
{
    Credit credit;
    credit.textZh = reader.text("text_zh");
    credit.textEn = reader.text("text_en");
    reader.warnUnknown();
    reading.plan.credits.push_back(std::move(credit));
}

void readCounts(NodeReader reader, Reading& reading)
{
    for (const char* key : kCounted) {
        reading.counts[key] = reader.integer(key, 0, 10'000'000, Need::Yes, 0);
    }
    for (const char* key : {"key_places", "endpoints"}) { // a plan need not have any
        reading.counts[key] = reader.integer(key, 0, 10'000'000, Need::No, 0);
    }
    reader.warnUnknown();
}

void readCity(NodeReader& reader, Reading& reading)
{
    reading.plan.code = reader.text("code");
    reading.plan.isSample = reader.flag("sample", true);
    reading.plan.utcOffsetMinutes =
        reader.integer("utc_offset_minutes", -14 * 60, 14 * 60, Need::Yes, 480);
    reading.plan.centre = reader.point("centre");
    if (auto city = reader.table("city")) {
        reading.plan.city = city->name("initials");
        city->warnUnknown();
    }
}

void readCase(NodeReader reader, CaseRules& rules)
{
    rules.stages = reader.texts("stages");
    rules.stagesEn = reader.texts("stages_en", Need::No);
    rules.visitDays = reader.integer("visit_days", 1, 366, Need::No, rules.visitDays);
    if (std::set(rules.stages.begin(), rules.stages.end()).size() != rules.stages.size()) {
        reader.errorAt("stages", {"A stage is there twice.", "阶段重复。"});
    }
    if (!rules.stagesEn.empty() && rules.stagesEn.size() != rules.stages.size()) {
        reader.errorAt(
            "stages_en",
            {"There are not as many English names as stages.", "英文名称与阶段数不一致。"});
    }
    reader.warnUnknown();
}

LoadFailure failureOf(const std::filesystem::path& dir, std::vector<Fault> faults, Code code)
{
    const auto first = std::ranges::find(faults, true, &Fault::isError);
    Error error{code, "The plan has faults.", dir.string()};
    if (first != faults.end()) {
        error.detail = first->message;
        error.where = std::format("{}:{}", first->file, first->line);
    }
    return {std::move(error), std::move(faults)};
}

/// Outlines stay out of the plan (PlaceShapes.h); a seat is a seat, whichever file has it.
void readStreetSeats(Reading& reading)
{
    if (reading.faults.isBroken(kStreetFile) || reading.faults.isBroken(kCommunityFile)
        || reading.faults.isBroken(kAreaFile)) {
        return; // its codes would all be unknown
    }
    const PlaceShapes shapes = readShapes(reading.dir, reading.plan, reading.faults);
    for (const StreetShape& shape : shapes.streets()) {
        const auto street = std::ranges::find(reading.plan.streets, shape.code, &Street::code);
        if (shape.seat && street != reading.plan.streets.end()) {
            street->seat = shape.seat;
        }
    }
}

bool isThere(const std::filesystem::path& dir)
{
    std::error_code ec;
    return std::filesystem::exists(dir / kPlanFile, ec) && !ec;
}

} // namespace

void readPlanFile(Reading& reading)
{
    const auto root = readToml(reading.dir, kPlanFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader reader(*root, {kPlanFile}, reading.faults);
    readCity(reader, reading);
    if (auto office = reader.table("office")) {
        readOffice(std::move(*office), reading);
    }
    for (auto& zone : reader.tables("zone")) {
        readZoneUnit(std::move(zone), reading);
    }
    for (auto& credit : reader.tables("credit", Need::No)) {
        readCredit(std::move(credit), reading);
    }
    if (auto contacts = reader.table("contacts", Need::No)) {
        reading.plan.contactDays =
            contacts->integer("days", 1, 366, Need::No, reading.plan.contactDays);
        contacts->warnUnknown();
    }
    if (auto cases = reader.table("case", Need::No)) {
        readCase(std::move(*cases), reading.plan.cases);
    }
    if (auto counts = reader.table("counts")) {
        readCounts(std::move(*counts), reading);
    }
    reader.warnUnknown();
}

Reading readAll(const std::filesystem::path& dir)
{
    Reading reading;
    reading.dir = dir;
    readPlanFile(reading);
    if (!isThere(dir)) {
        return reading; // one fault says it; fourteen more would hide it
    }
    readCalendar(reading);
    readMap(reading);
    readUnits(reading);
    readStreets(reading);
    readCommunities(reading);
    readStreetSeats(reading);
    readLimits(reading);
    readKinds(reading);
    readRules(reading);
    readRotations(reading);
    readPosts(reading);
    readGaps(reading);
    readRoles(reading);
    readKeyPlaces(reading);
    readEndpoints(reading);
    readCards(reading);
    readScore(reading);
    checkLinks(reading);
    return reading;
}

std::expected<Loaded, LoadFailure> loadPlan(const std::filesystem::path& dir)
{
    const bool isMissing = !isThere(dir);
    auto reading = readAll(dir);
    const bool hasErrors = reading.faults.hasErrors();
    auto faults = std::move(reading.faults).take();
    if (hasErrors) {
        return std::unexpected(
            failureOf(dir, std::move(faults), isMissing ? Code::PlanMissing : Code::PlanBroken));
    }
    return Loaded{std::move(reading.plan), std::move(faults)};
}

} // namespace sz::plan
