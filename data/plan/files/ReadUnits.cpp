// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lines.csv and units.csv: every unit gets its name from where it is defined, and marks and phone from units.csv
#include "data/plan/files/CsvTable.h"
#include "data/plan/files/Reading.h"

#include <algorithm>
#include <format>
#include <ranges>

namespace sz::plan {
namespace {

using Units = std::map<UnitCode, Unit>;

std::string_view kindText(UnitKind kind)
{
    switch (kind) {
    case UnitKind::Office:
        return "office";
    case UnitKind::Zone:
        return "zone";
    case UnitKind::Area:
        return "area";
    case UnitKind::District:
        return "district";
    case UnitKind::Line:
        return "line";
    case UnitKind::Street:
        return "street";
    case UnitKind::Grid:
        return "grid";
    }
    return "";
}

void readLines(Reading& reading)
{
    const auto table = CsvTable::read(
        reading.dir, kLineFile,
        {{"code"}, {"name_zh"}, {"name_en"}, {"pinyin"}, {"pinyin_initials"}, {"sample", false}},
        reading.faults);
    for (std::size_t i = 0; table && i < table->size(); ++i) {
        const auto row = table->row(i, reading.faults);
        Unit line;
        line.code = UnitCode(row.need("code"));
        line.kind = UnitKind::Line;
        line.name.zh = row.need("name_zh");
        line.name.en = row.need("name_en");
        line.name.pinyin = row.text("pinyin");
        line.name.initials = row.text("pinyin_initials");
        reading.define(row.spot(), line.code.str());
        reading.lines.push_back(std::move(line));
    }
}

void expect(Units& units, UnitCode code, UnitKind kind, const Name& name)
{
    Unit unit;
    unit.code = code;
    unit.kind = kind;
    unit.name = name;
    units.emplace(std::move(code), std::move(unit));
}

// All units the other files define; units.csv must have a row for each and no other.
Units expectedUnits(const Reading& reading)
{
    Units units;
    expect(units, reading.office.code, UnitKind::Office, reading.office.name);
    for (const auto& zone : reading.plan.zones) {
        expect(units, zone.unit, UnitKind::Zone, zone.name);
    }
    for (const auto& area : reading.plan.areas) {
        expect(units, area.unit, UnitKind::Area, area.name);
    }
    for (const auto& district : reading.plan.districts) {
        expect(units, district.code, UnitKind::District, district.name);
    }
    for (const auto& line : reading.lines) {
        expect(units, line.code, UnitKind::Line, line.name);
    }
    units.erase(UnitCode());
    return units;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    for (const auto word : std::views::split(text, ' ')) {
        if (!word.empty()) {
            words.emplace_back(word.begin(), word.end());
        }
    }
    return words;
}

std::size_t charactersOf(const std::string& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

void checkMarks(const CsvRow& row, const Unit& unit)
{
    const bool isOnStrip = unit.kind == UnitKind::District || unit.kind == UnitKind::Line;
    if (isOnStrip && charactersOf(unit.mark) != 1) {
        row.error({"\"mark_zh\" must be one character.", "“mark_zh”应为一个字。"});
    }
    if (isOnStrip && charactersOf(unit.markEn) != 2) {
        row.error({"\"mark_en\" must be two letters.", "“mark_en”应为两个字母。"});
    }
    if (!isPhone(unit.phone)) {
        row.error(
            {std::format("\"{}\" is not a phone number.", unit.phone),
             std::format("“{}”不是电话号码。", unit.phone)});
    }
}

void fill(Unit& unit, const CsvRow& row)
{
    unit.parent = UnitCode(row.text("parent"));
    unit.name.shortZh = row.need("short_zh");
    unit.name.shortEn = row.need("short_en");
    unit.mark = row.text("mark_zh");
    unit.markEn = row.text("mark_en");
    unit.phone = row.text("phone");
    unit.aliases = wordsOf(row.text("typed"));
    checkMarks(row, unit);
    if (row.text("kind") != kindText(unit.kind)) {
        row.error(
            {std::format("The kind must be \"{}\", as the other files say.", kindText(unit.kind)),
             std::format("类别应为“{}”，与其他文件一致。", kindText(unit.kind))});
    }
}

// Below the districts a plan names whom it wants: a street's duty room, a grid post. Nobody has to have them.
std::optional<UnitKind> namedKind(const std::string& text)
{
    return text == kindText(UnitKind::Street) ? std::optional(UnitKind::Street)
           : text == kindText(UnitKind::Grid) ? std::optional(UnitKind::Grid)
                                              : std::nullopt;
}

void readNamed(const CsvRow& row, UnitKind kind, const UnitCode& code, Reading& reading)
{
    Unit unit;
    unit.code = code;
    unit.kind = kind;
    fill(unit, row);
    unit.name.zh = unit.name.shortZh; // a street's whole name is in streets.csv
    unit.name.en = unit.name.shortEn;
    reading.plan.units.push_back(std::move(unit));
}

void readUnitRow(const CsvRow& row, Units& expected, Reading& reading)
{
    const UnitCode code(row.need("code"));
    reading.define(row.spot(), code.str());
    if (const auto kind = namedKind(row.text("kind")); kind && !expected.contains(code)) {
        readNamed(row, *kind, code, reading);
        return;
    }
    auto found = expected.extract(code);
    if (found.empty()) {
        row.error(
            {std::format("No other file has a unit \"{}\", or it stands here twice.", code.str()),
             std::format("其他文件中没有单位“{}”，或在此重复。", code.str())});
        return;
    }
    fill(found.mapped(), row);
    reading.plan.units.push_back(std::move(found.mapped()));
}

void copyShorts(Name& to, const Unit* from)
{
    if (from != nullptr) {
        to.shortZh = from->name.shortZh;
        to.shortEn = from->name.shortEn;
    }
}

void giveShortNamesToPlaces(Plan& plan)
{
    for (auto& zone : plan.zones) {
        copyShorts(zone.name, plan.unit(zone.unit));
    }
    for (auto& area : plan.areas) {
        copyShorts(area.name, plan.unit(area.unit));
    }
    for (auto& district : plan.districts) {
        copyShorts(district.name, plan.unit(district.code));
    }
}

} // namespace

void readUnits(Reading& reading)
{
    readLines(reading);
    const auto table = CsvTable::read(
        reading.dir, kUnitFile,
        {{"code"},
         {"kind"},
         {"parent"},
         {"short_zh"},
         {"short_en"},
         {"mark_zh"},
         {"mark_en"},
         {"phone"},
         {"typed", false}},
        reading.faults);
    if (!table) {
        return;
    }
    auto expected = expectedUnits(reading);
    for (std::size_t i = 0; i < table->size(); ++i) {
        readUnitRow(table->row(i, reading.faults), expected, reading);
    }
    for (const auto& [code, unit] : expected) {
        reading.faults.error(
            {kUnitFile, 0, code.str()},
            {std::format("There is no row for the unit \"{}\".", code.str()),
             std::format("缺少单位“{}”一行。", code.str())});
    }
    std::ranges::sort(reading.plan.units, {}, &Unit::code);
    giveShortNamesToPlaces(reading.plan);
}

} // namespace sz::plan
