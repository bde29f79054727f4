// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// limits.toml, and the limits of a kind
#include "data/plan/files/LimitTables.h"
#include "data/plan/files/TomlFile.h"

#include <algorithm>
#include <array>
#include <format>

namespace sz::plan {
namespace {

struct LimitField
{
    const char* key;
    int Limits::* field;
};

constexpr std::array<LimitField, 8> kSteps{
    {{"assign", &Limits::assign},
     {"sign", &Limits::sign},
     {"arrive", &Limits::arrive},
     {"feedback", &Limits::feedback},
     {"done", &Limits::done},
     {"phone_report", &Limits::phoneReport},
     {"written_report", &Limits::writtenReport},
     {"update", &Limits::update}}};
constexpr std::array<LimitField, 2> kThresholds{
    {{"near", &Limits::nearMin}, {"behind", &Limits::behindMin}}};

constexpr std::array<std::pair<const char*, Grade>, 4> kGrades{
    {{"I", Grade::I}, {"II", Grade::II}, {"III", Grade::III}, {"IV", Grade::IV}}};

void checkThresholds(NodeReader& reader, const Limits& limits)
{
    if (limits.behindMin >= limits.nearMin) {
        reader.error(
            {std::format(
                 "\"behind\" ({}) must be less than \"near\" ({}).", limits.behindMin,
                 limits.nearMin),
             std::format("“behind”（{}）应小于“near”（{}）。", limits.behindMin, limits.nearMin)});
    }
}

/// What a table of limits writes; the rest stays as it is.
struct LimitPatch
{
    std::vector<std::pair<int Limits::*, int>> values;
    std::optional<std::optional<WorkLimit>> doneWork;

    [[nodiscard]] Limits over(Limits limits) const
    {
        for (const auto& [field, minutes] : values) {
            limits.*field = minutes;
        }
        limits.doneWork = doneWork.value_or(limits.doneWork);
        return limits;
    }
    void put(int Limits::* field, int minutes) { values.emplace_back(field, minutes); }
};

// `done` in working time: so many working days, or its own minutes on the working clock. Written without either, it is plain
// minutes again, whatever the grade has.
void readWorkLimit(NodeReader& reader, int done, LimitPatch& patch)
{
    const bool isDone = reader.has("done");
    const auto clock = reader.text("clock", Need::No);
    const int days = reader.integer("done_working_days", 1, kMostWorkDays, Need::No, 0);
    if (reader.has("clock") && clock != "working" && clock != "always") {
        reader.errorAt(
            "clock", {std::format("\"{}\" is not one of always, working.", clock),
                      std::format("“{}”不是 always、working 之一。", clock)});
    } else if (reader.has("done_working_days") && (reader.has("clock") || isDone)) {
        reader.errorAt(
            "done_working_days", {"\"done_working_days\" stands without \"done\" and \"clock\".",
                                  "“done_working_days”不能与“done”或“clock”同时写。"});
    } else if (days > 0) {
        patch.doneWork = WorkLimit{WorkLimit::Unit::Days, days};
        patch.put(&Limits::done, aboutMinutes(**patch.doneWork));
    } else if (clock == "working" && !isDone) {
        reader.errorAt(
            "clock", {"\"clock\" needs a \"done\" beside it.", "写“clock”时须同时写“done”。"});
    } else if (clock == "working") {
        patch.doneWork = WorkLimit{WorkLimit::Unit::Minutes, done};
    } else if (isDone || clock == "always") {
        patch.doneWork.emplace(std::nullopt);
    }
}

LimitPatch readLimitTable(NodeReader& reader, Need need)
{
    constexpr int kAbsent = -1;
    LimitPatch patch;
    const auto take = [&](const char* key, int least, Need needed, int Limits::* field) {
        const int minutes = reader.integer(key, least, kMostLimit, needed, kAbsent);
        if (minutes != kAbsent) {
            patch.put(field, minutes);
        }
        return minutes;
    };
    const bool isInDays = reader.has("done_working_days");
    int done = Limits{}.done;
    for (const auto& [key, field] : kSteps) {
        const bool isDone = field == &Limits::done;
        const int minutes = take(key, kLeastLimit, isInDays && isDone ? Need::No : need, field);
        done = isDone && minutes != kAbsent ? minutes : done;
    }
    readWorkLimit(reader, done, patch);
    // Later than the rest: a plan of before leaves them out.
    take("decide", kLeastLimit, Need::No, &Limits::decide);
    take("recheck", 0, Need::No, &Limits::recheck);
    for (const auto& [key, field] : kThresholds) {
        take(key, kLeastLimit, need, field);
    }
    reader.warnUnknown();
    return patch;
}

Limits checkedOver(NodeReader& reader, const LimitPatch& patch, const Limits& base)
{
    const Limits limits = patch.over(base);
    checkThresholds(reader, limits);
    return limits;
}

// Sizes in MiB: nobody counts the zeros of bytes right.
void readFileLimits(NodeReader reader, FileLimits& files)
{
    const auto mib = [&](const char* key, int most, std::uint64_t& bytes) {
        const auto otherwise = static_cast<int>(bytes >> 20);
        bytes = static_cast<std::uint64_t>(reader.integer(key, 1, most, Need::No, otherwise)) << 20;
    };
    mib("one_mib", 1024, files.oneBytes);
    mib("incident_mib", 100 * 1024, files.incidentBytes);
    if (files.oneBytes > files.incidentBytes) {
        reader.errorAt(
            "one_mib", {"\"one_mib\" must not be more than \"incident_mib\".",
                        "“one_mib”不得大于“incident_mib”。"});
    }
    files.types = reader.texts("types", Need::No);
    for (const std::string& type : files.types) {
        if (knownFileType(type) == nullptr) {
            reader.errorAt(
                "types", {std::format("\"{}\" is not a type that may be attached.", type),
                          std::format("“{}”不是可以附上的类型。", type)});
        }
    }
    reader.warnUnknown();
}

using GradePatches = std::map<Grade, std::pair<NodeReader, LimitPatch>>;

GradePatches readGrades(NodeReader& reader)
{
    GradePatches out;
    for (const auto& [name, grade] : kGrades) {
        if (auto table = reader.table(name, Need::No)) {
            table->setFeature(reader.spot().feature);
            auto patch = readLimitTable(*table, Need::No);
            out.emplace(grade, std::pair(std::move(*table), std::move(patch)));
        }
    }
    return out;
}

// Modes of their own; the normal one is what stands outside of them.
template <class Visit>
void eachOtherMode(NodeReader& reader, Visit visit)
{
    for (const Mode mode : {Mode::Games, Mode::Drill}) {
        auto table = reader.table(kModeNames[static_cast<std::size_t>(mode) - 1], Need::No);
        GradePatches patches = table ? readGrades(*table) : GradePatches{};
        if (table) {
            table->warnUnknown();
        }
        visit(mode, patches);
    }
}

} // namespace

std::optional<Grade> gradeOf(std::string_view text)
{
    const auto it =
        std::ranges::find(kGrades, text, [](const auto& g) { return std::string_view(g.first); });
    return it != kGrades.end() ? std::optional(it->second) : std::nullopt;
}

std::string rungName(const std::string& owner, const Rung& rung)
{
    return owner + " ladder " + rung.post.str();
}

std::string ladderOwner(const KindCode& kind)
{
    return std::string(kKindFile) + " " + kind.str();
}

// Each rung later than the one before, or it would never be reached.
std::vector<Rung> readLadder(NodeReader& outer, const std::string& owner, Reading& reading)
{
    std::vector<Rung> ladder;
    for (NodeReader& reader : outer.tables("ladder", Need::No)) {
        Rung rung{
            reader.integer("after", 0, kMostLimit, Need::Yes, 0), PostCode(reader.text("post"))};
        reader.setFeature("ladder " + rung.post.str());
        reading.define(reader.spot(), rungName(owner, rung));
        if (!ladder.empty() && rung.afterMinutes <= ladder.back().afterMinutes) {
            reader.errorAt(
                "after", {"A rung must be later than the one before.", "每一级须晚于前一级。"});
        }
        reader.warnUnknown();
        ladder.push_back(std::move(rung));
    }
    return ladder;
}

// What is written of the kind goes before what is written of all kinds, whatever the mode.
void readKindLimits(NodeReader reader, Kind& kind, const Plan& plan)
{
    GradePatches normal = readGrades(reader);
    for (auto& [grade, one] : normal) {
        kind.limits[grade] =
            checkedOver(one.first, one.second, plan.limitsFor({}, grade, Mode::Normal));
    }
    eachOtherMode(reader, [&](Mode mode, GradePatches& own) {
        for (const auto& [name, grade] : kGrades) {
            const auto always = normal.find(grade);
            const auto inMode = own.find(grade);
            Limits limits = plan.limitsFor({}, grade, mode);
            if (always != normal.end()) {
                limits = always->second.second.over(limits);
                kind.modeLimits[{mode, grade}] = limits;
            }
            if (inMode != own.end()) {
                kind.modeLimits[{mode, grade}] =
                    checkedOver(inMode->second.first, inMode->second.second, limits);
            }
        }
    });
    reader.warnUnknown();
}

void readLimits(Reading& reading)
{
    const auto root = readToml(reading.dir, kLimitFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader reader(*root, {kLimitFile}, reading.faults);
    for (const auto& [name, grade] : kGrades) {
        if (auto table = reader.table(name)) {
            table->setFeature(name);
            const LimitPatch patch = readLimitTable(*table, Need::Yes);
            reading.plan.limits[grade] = checkedOver(*table, patch, {});
        }
    }
    eachOtherMode(reader, [&](Mode mode, GradePatches& own) {
        for (auto& [grade, one] : own) {
            reading.plan.modeLimits[{mode, grade}] =
                checkedOver(one.first, one.second, reading.plan.limits[grade]);
        }
    });
    readModes(reader, reading);
    reading.plan.ladder = readLadder(reader, kLimitFile, reading);
    if (auto files = reader.table("files", Need::No)) {
        files->setFeature("files");
        readFileLimits(std::move(*files), reading.plan.files);
    }
    reader.warnUnknown();
}

} // namespace sz::plan
