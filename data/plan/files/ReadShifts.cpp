// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// shifts.toml: who takes which shift in turn
#include "data/plan/files/Reading.h"
#include "data/plan/files/TomlFile.h"
#include "data/plan/Shifts.h"

#include <algorithm>
#include <array>
#include <format>

namespace sz::plan {
namespace {

constexpr int kMostStride = 366;
constexpr std::size_t kMostPattern = 366;
constexpr int kUntilNext = -1; ///< of Rotation::endsAt

/// A turn that offices call by a name.
struct Known
{
    std::string_view name;
    std::size_t shifts;
    std::size_t teams;
    std::vector<int> pattern;
};

const std::array<Known, 3>& knownTurns()
{
    static const std::array<Known, 3> kKnown{
        {{"4on3off", 1, 7, {0, 0, 0, 0, kFreeDay, kFreeDay, kFreeDay}}, // 上四休三
         {"day-night", 2, 4, {0, 1, kFreeDay, kFreeDay}},               // 四班两倒
         {"three-shift", 3, 4, {0, 1, 2, kFreeDay}}}};                  // 四班三运转
    return kKnown;
}

std::optional<DayKind> dayKindNamed(std::string_view name)
{
    return name == "workday"   ? std::optional(DayKind::Workday)
           : name == "weekend" ? std::optional(DayKind::Weekend)
           : name == "holiday" ? std::optional(DayKind::Holiday)
                               : std::nullopt;
}

DayKinds readDays(NodeReader& reader)
{
    DayKinds on = 0;
    for (const std::string& name : reader.texts("days", Need::No)) {
        const auto kind = dayKindNamed(name);
        if (!kind) {
            reader.errorAt(
                "days",
                {std::format("\"{}\" is not a kind of day: workday, weekend or holiday.", name),
                 std::format("“{}”不是日子的类别：workday、weekend 或 holiday。", name)});
            continue;
        }
        on = static_cast<DayKinds>(on | static_cast<DayKinds>(*kind));
    }
    return on == 0 ? kEveryDay : on;
}

int readUntil(NodeReader& reader)
{
    if (!reader.has("until")) {
        return kUntilNext;
    }
    const auto text = reader.text("until");
    const auto until = clockMinutes(text);
    if (!until) {
        reader.errorAt("until", notAClock(text));
    }
    return until.value_or(kUntilNext);
}

// Shifts of the same days follow one another; those of different days have none in common.
void checkRow(NodeReader& reader, const Rotation& rotation, DayKinds on, int at)
{
    for (std::size_t i = 0; i < rotation.changesAt.size(); ++i) {
        if (rotation.on[i] != on && (rotation.on[i] & on) != 0) {
            reader.errorAt(
                "days", {"Shifts have the same days or none in common.",
                         "两个班次的日子要么相同，要么不重叠。"});
            return;
        }
        if (rotation.on[i] == on && at <= rotation.changesAt[i]) {
            reader.errorAt(
                "at", {"Shifts must follow one another in the day.", "班次须按一天中的先后排列。"});
            return;
        }
    }
}

void readShift(NodeReader reader, Rotation& rotation)
{
    const auto at = reader.text("at");
    const auto minutes = clockMinutes(at);
    const DayKinds on = readDays(reader);
    if (!minutes) {
        reader.errorAt("at", notAClock(at));
    } else {
        checkRow(reader, rotation, on, *minutes);
    }
    rotation.changesAt.push_back(minutes.value_or(0));
    rotation.endsAt.push_back(readUntil(reader));
    rotation.on.push_back(on);
    rotation.shiftNames.push_back(reader.name("initials"));
    reader.warnUnknown();
}

/// turn = "4on3off": a pattern that is known by name, with as many shifts and teams as it takes.
void readTurn(NodeReader& reader, Rotation& rotation)
{
    const std::string name = reader.text("turn");
    const auto known = std::ranges::find(knownTurns(), name, &Known::name);
    if (known == knownTurns().end()) {
        reader.errorAt(
            "turn", {std::format("\"{}\" is not a turn: 4on3off, day-night or three-shift.", name),
                     std::format("没有“{}”这种轮法：4on3off、day-night 或 three-shift。", name)});
        return;
    }
    if (rotation.changesAt.size() != known->shifts || rotation.teams.size() != known->teams) {
        reader.errorAt(
            "turn",
            {std::format(
                 "\"{}\" takes {} teams and shifts of a day: {}.", name, known->teams,
                 known->shifts),
             std::format(
                 "“{}”须有 {} 个班组，每天 {} 个班次。", name, known->teams, known->shifts)});
    }
    rotation.pattern = known->pattern;
}

/// pattern = [1, 2, 0, 0]: numbers of shifts, 0 is a free day.
void readPattern(NodeReader& reader, Rotation& rotation)
{
    const int shifts = static_cast<int>(rotation.changesAt.size());
    const std::vector<int> written = reader.integers("pattern");
    rotation.stride = reader.integer("stride", 1, kMostStride, Need::No, 1);
    const auto isShift = [&](int n) { return n >= 0 && n <= shifts; };
    if (written.empty() || written.size() > kMostPattern
        || !std::ranges::all_of(written, isShift)) {
        reader.errorAt(
            "pattern",
            {std::format(
                 "A pattern is 1 to {} numbers of shifts from 1 to {}, or 0 for a free day.",
                 kMostPattern, shifts),
             std::format(
                 "轮法是 1 至 {} 个班次序号，每个为 1 至 {}，0 为休息。", kMostPattern, shifts)});
        return;
    }
    for (int shift = 1; shift <= shifts; ++shift) {
        if (!std::ranges::contains(written, shift)) {
            reader.errorAt(
                "pattern", {std::format("Nobody ever has shift {}.", shift),
                            std::format("第 {} 个班次一直没有人。", shift)});
        }
    }
    for (const int shift : written) {
        rotation.pattern.push_back(shift - 1);
    }
    static_assert(kFreeDay == -1);
    if (rotation.teams.size() * static_cast<std::size_t>(rotation.stride) % written.size() != 0) {
        reader.errorAt(
            "pattern",
            {std::format(
                 "{} teams {} days apart do not close a pattern of {} days: some days would lack a "
                 "team.",
                 rotation.teams.size(), rotation.stride, written.size()),
             std::format(
                 "{} 个班组相隔 {} 天，合不拢 {} 天的轮法：有的日子会缺班组。",
                 rotation.teams.size(), rotation.stride, written.size())});
    }
}

void readCycle(NodeReader& reader, Rotation& rotation)
{
    const bool isNamed = reader.has("turn");
    const bool isWritten = reader.has("pattern");
    if (!isNamed && !isWritten) {
        return;
    }
    const bool hasRows =
        std::ranges::any_of(rotation.on, [](DayKinds on) { return on != kEveryDay; });
    if (isNamed && isWritten) {
        reader.errorAt(
            "pattern",
            {"\"turn\" and \"pattern\" do not go together.", "“turn”与“pattern”不能同时写。"});
    }
    if (hasRows) {
        reader.errorAt(
            isNamed ? "turn" : "pattern",
            {"A pattern goes on every day: its shifts have no \"days\".",
             "轮法每天往下走：其班次不能写“days”。"});
    }
    isNamed ? readTurn(reader, rotation) : readPattern(reader, rotation);
}

void readRotation(NodeReader reader, Reading& reading)
{
    Rotation rotation;
    rotation.code = reader.text("code");
    reader.setFeature(rotation.code);
    const auto epoch = reader.text("epoch");
    const auto day = dayNumber(epoch);
    if (!day) {
        reader.error(notADay(epoch));
    }
    rotation.epochDay = day.value_or(0);
    rotation.teams = reader.texts("teams_zh");
    rotation.teamsEn = reader.texts("teams_en");
    if (rotation.teams.size() != rotation.teamsEn.size()) {
        reader.error(
            {"\"teams_zh\" and \"teams_en\" must be equally long.",
             "“teams_zh”与“teams_en”的个数应相同。"});
    }
    for (auto& shift : reader.tables("shift")) {
        readShift(std::move(shift), rotation);
    }
    if (rotation.changesAt.empty()) {
        reader.error({"A rotation needs at least one shift.", "轮转至少要有一个班次。"});
    } else {
        readCycle(reader, rotation);
    }
    reading.define(reader.spot(), rotation.code);
    reader.warnUnknown();
    reading.plan.rotations.push_back(std::move(rotation));
}

} // namespace

void readRotations(Reading& reading)
{
    const auto root = readToml(reading.dir, kShiftFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader reader(*root, {kShiftFile}, reading.faults);
    for (auto& one : reader.tables("rotation")) {
        readRotation(std::move(one), reading);
    }
    reader.warnUnknown();
}

} // namespace sz::plan
