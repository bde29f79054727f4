// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// kinds.toml, rules.toml
#include "data/plan/files/LimitTables.h"
#include "data/plan/files/Reading.h"
#include "data/plan/files/TomlFile.h"
#include "data/plan/ReportFields.h"

#include <algorithm>
#include <format>
#include <tuple>

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

constexpr std::size_t kMostFields = 8; ///< more are not asked on a telephone
constexpr std::size_t kMostChoices = 8;

void readChoices(NodeReader& reader, ReportField& field)
{
    const auto zh = reader.texts("choices_zh", Need::No);
    const auto en = reader.texts("choices_en", Need::No);
    if (zh.size() != en.size() || zh.size() == 1 || zh.size() > kMostChoices) {
        reader.error(
            {"choices_zh and choices_en need equally many words, two to eight; none: a number is "
             "asked for.",
             "choices_zh 与 choices_en 的词须一样多，二至八个；都不写则问数字。"});
        return;
    }
    for (std::size_t i = 0; i < zh.size(); ++i) {
        Name& choice = field.choices.emplace_back();
        choice.zh = zh[i];
        choice.en = en[i];
    }
}

void readField(NodeReader reader, const std::string& kind, std::vector<ReportField>& fields)
{
    ReportField field;
    field.code = reader.text("code");
    reader.setFeature(kind + "/" + field.code);
    field.name.zh = reader.text("name_zh");
    field.name.en = reader.text("name_en");
    field.unitZh = reader.text("unit_zh", Need::No);
    field.unitEn = reader.text("unit_en", Need::No);
    readChoices(reader, field);
    if (std::ranges::contains(fields, field.code, &ReportField::code)) {
        reader.error(
            {std::format("The field \"{}\" stands twice in its kind.", field.code),
             std::format("该类型中字段“{}”重复。", field.code)});
    }
    if (fields.size() == kMostFields) {
        reader.error({"A kind asks for at most eight fields.", "一个类型最多八个字段。"});
    }
    reader.warnUnknown();
    fields.push_back(std::move(field));
}

std::vector<ReportField> readFields(NodeReader& reader, const std::string& kind)
{
    std::vector<ReportField> fields;
    for (auto& one : reader.tables("field", Need::No)) {
        readField(std::move(one), kind, fields);
    }
    return fields;
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
    std::ignore = readFields(reader, kind.code.str()); // looked through: who asks reads them anew
    reading.define(reader.spot(), kind.code.str());
    kind.ladder = readLadder(reader, ladderOwner(kind.code), reading);
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

ReportFields readReportFields(const std::filesystem::path& planFolder)
{
    FaultList faults;
    ReportFields out;
    if (planFolder.empty()) {
        return out;
    }
    const auto root = readToml(planFolder, kKindFile, faults);
    if (!root) {
        return out;
    }
    NodeReader reader(*root, {kKindFile}, faults);
    for (auto& kind : reader.tables("kind")) {
        const std::string code = kind.text("code");
        if (auto fields = readFields(kind, code); !fields.empty()) {
            out.emplace(KindCode(code), std::move(fields));
        }
    }
    return out;
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
