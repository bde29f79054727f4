// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// kinds.toml, rules.toml
#include "data/plan/files/LimitTables.h"
#include "data/plan/files/Reading.h"
#include "data/plan/files/TomlFile.h"

#include <format>

namespace sz::plan {
namespace {

void readClass(NodeReader reader, Reading& reading)
{
    IncidentClass one;
    one.code = reader.text("code");
    reader.setFeature(one.code);
    one.name = reader.name("initials");
    reading.define(reader.spot(), "class " + one.code);
    reader.warnUnknown();
    reading.plan.classes.push_back(std::move(one));
}

Grade readGrade(NodeReader& reader, const std::string& text)
{
    const auto grade = gradeOf(text);
    if (!grade && !text.empty()) {
        reader.error(
            {std::format("\"{}\" is not a grade from I to IV.", text),
             std::format("“{}”不是 I 至 IV 的等级。", text)});
    }
    return grade.value_or(Grade::IV);
}

void readKind(NodeReader reader, Reading& reading)
{
    Kind kind;
    kind.code = KindCode(reader.text("code"));
    reader.setFeature(kind.code.str());
    kind.name = reader.name("initials");
    kind.incidentClass = reader.text("class");
    kind.grade = readGrade(reader, reader.text("grade"));
    for (auto& unit : reader.texts("units")) {
        kind.units.emplace_back(std::move(unit));
    }
    reading.define(reader.spot(), kind.code.str());
    kind.ladder = readLadder(reader, kKindFile, reading);
    if (auto limits = reader.table("limits", Need::No)) {
        readKindLimits(std::move(*limits), kind, reading.plan);
    }
    reader.warnUnknown();
    reading.plan.kinds.push_back(std::move(kind));
}

void readRule(NodeReader reader, Reading& reading)
{
    WordRule rule;
    rule.id = reader.text("id");
    reader.setFeature(rule.id);
    rule.kind = KindCode(reader.text("kind"));
    rule.words = reader.texts("words");
    rule.withAlso = reader.texts("with", Need::No);
    rule.atPlace = reader.texts("at", Need::No);
    rule.countAtLeast = reader.integer("count_at_least", 0, 10'000'000, Need::No, 0);
    rule.weight = reader.integer("weight", 0, 1000, Need::No, 1);
    rule.reasonZh = reader.text("reason_zh", Need::No);
    rule.reasonEn = reader.text("reason_en", Need::No);
    if (const auto grade = reader.text("grade", Need::No); !grade.empty()) {
        rule.grade = readGrade(reader, grade);
    }
    reading.define(reader.spot(), rule.id);
    reader.warnUnknown();
    reading.plan.wordRules.push_back(std::move(rule));
}

} // namespace

void readKinds(Reading& reading)
{
    const auto root = readToml(reading.dir, kKindFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader reader(*root, {kKindFile}, reading.faults);
    for (auto& one : reader.tables("class")) {
        readClass(std::move(one), reading);
    }
    for (auto& one : reader.tables("kind")) {
        readKind(std::move(one), reading);
    }
    reader.warnUnknown();
}

void readRules(Reading& reading)
{
    const auto root = readToml(reading.dir, kRuleFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader reader(*root, {kRuleFile}, reading.faults);
    for (auto& one : reader.tables("rule", Need::No)) {
        readRule(std::move(one), reading);
    }
    reader.warnUnknown();
}

} // namespace sz::plan
