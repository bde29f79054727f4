// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A scorecard as JSON, out and in.
#include "data/report/Sheet.h"

#include <boost/json.hpp>

#include <format>
#include <sstream>

namespace sz::report {
namespace {

namespace json = boost::json;

constexpr const char* kType = "sanzhen scorecard";
constexpr int kFormat = 1;

std::string momentText(Instant at)
{
    return std::format("{:%FT%T}Z", at);
}

/// Thrown inside only; readSheet turns it into an error.
struct Malformed
{
    std::string what;
};

const json::value& at(const json::object& object, const char* key)
{
    const json::value* found = object.if_contains(key);
    if (found == nullptr) {
        throw Malformed{std::format("\"{}\" is missing", key)};
    }
    return *found;
}

std::string textAt(const json::object& object, const char* key)
{
    const json::string* text = at(object, key).if_string();
    if (text == nullptr) {
        throw Malformed{std::format("\"{}\" is no text", key)};
    }
    return std::string(*text);
}

std::uint64_t countAt(const json::object& object, const char* key)
{
    boost::system::error_code failed;
    const auto number = at(object, key).to_number<std::uint64_t>(failed);
    if (failed) {
        throw Malformed{std::format("\"{}\" is no count", key)};
    }
    return number;
}

const json::object& objectAt(const json::object& object, const char* key)
{
    const json::object* inner = at(object, key).if_object();
    if (inner == nullptr) {
        throw Malformed{std::format("\"{}\" is no object", key)};
    }
    return *inner;
}

Instant momentAt(const json::object& object, const char* key)
{
    std::istringstream in(textAt(object, key));
    Instant moment;
    in >> std::chrono::parse("%FT%TZ", moment);
    if (in.fail()) {
        throw Malformed{std::format("\"{}\" is no moment", key)};
    }
    return moment;
}

json::value valueJson(const std::optional<std::int64_t>& value)
{
    return value ? json::value(*value) : json::value(nullptr);
}

json::object unitJson(const StatedUnit& unit)
{
    json::object figures;
    for (std::size_t i = 0; i < kFigures; ++i) {
        const std::string name(figureName(static_cast<Figure>(i)));
        if (const auto it = unit.figures.find(name); it != unit.figures.end()) {
            figures[name] = valueJson(it->second);
        }
    }
    figures["score"] = valueJson(unit.figures.at("score"));
    figures["rank"] = valueJson(unit.figures.at("rank"));
    return {{"unit", unit.unit.value}, {"band", unit.band}, {"figures", std::move(figures)}};
}

StatedUnit unitFrom(const json::value& value)
{
    const json::object* object = value.if_object();
    if (object == nullptr) {
        throw Malformed{"a unit is no object"};
    }
    StatedUnit unit{UnitCode(textAt(*object, "unit")), {}, textAt(*object, "band")};
    for (const auto& [name, figure] : objectAt(*object, "figures")) {
        boost::system::error_code failed;
        const auto number = figure.is_null() ? 0 : figure.to_number<std::int64_t>(failed);
        if (failed) {
            throw Malformed{
                std::format("\"{}\" of {} is no number", std::string(name), unit.unit.value)};
        }
        unit.figures[std::string(name)] =
            figure.is_null() ? std::nullopt : std::optional<std::int64_t>(number);
    }
    return unit;
}

void indent(std::string& out, int depth)
{
    out += '\n';
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
}

// Readable by people, too: a published scorecard is looked at.
void write(const json::value& value, int depth, std::string& out)
{
    if (const json::object* object = value.if_object(); object != nullptr && !object->empty()) {
        const char* mark = "{";
        for (const auto& [key, inner] : *object) {
            out += mark;
            mark = ",";
            indent(out, depth + 1);
            out += json::serialize(json::string(key)) + ": ";
            write(inner, depth + 1, out);
        }
        indent(out, depth);
        out += '}';
    } else if (const json::array* array = value.if_array(); array != nullptr && !array->empty()) {
        const char* mark = "[";
        for (const json::value& inner : *array) {
            out += mark;
            mark = ",";
            indent(out, depth + 1);
            write(inner, depth + 1, out);
        }
        indent(out, depth);
        out += ']';
    } else {
        out += json::serialize(value);
    }
}

Sheet sheetFrom(const json::object& root)
{
    if (textAt(root, "type") != kType || countAt(root, "format") != kFormat) {
        throw Malformed{"this is no scorecard of a format this program knows"};
    }
    const json::object& plan = objectAt(root, "plan");
    const json::object& log = objectAt(root, "log");
    const json::object& period = objectAt(root, "period");
    const json::object& formula = objectAt(root, "formula");
    Sheet sheet;
    sheet.planCode = textAt(plan, "code");
    sheet.planDigest = textAt(plan, "digest");
    sheet.operation = OperationId(textAt(log, "operation"));
    sheet.seenBy = UnitCode(textAt(log, "seen_by"));
    sheet.first = countAt(log, "first");
    sheet.head = countAt(log, "head");
    sheet.entries = countAt(log, "entries");
    sheet.logDigest = textAt(log, "digest");
    sheet.period = {momentAt(period, "from"), momentAt(period, "until")};
    sheet.asOf = momentAt(root, "as_of");
    sheet.formulaZh = textAt(formula, "zh");
    sheet.formulaEn = textAt(formula, "en");
    sheet.only = UnitCode(textAt(root, "only"));
    const json::array* units = at(root, "units").if_array();
    if (units == nullptr) {
        throw Malformed{"\"units\" is no list"};
    }
    for (const json::value& unit : *units) {
        sheet.units.push_back(unitFrom(unit));
    }
    return sheet;
}

} // namespace

std::string toJson(const Sheet& sheet)
{
    json::array units;
    for (const StatedUnit& unit : sheet.units) {
        units.push_back(unitJson(unit));
    }
    const json::object root{
        {"type", kType},
        {"format", kFormat},
        {"period",
         {{"from", momentText(sheet.period.from)}, {"until", momentText(sheet.period.until)}}},
        {"as_of", momentText(sheet.asOf)},
        {"plan", {{"code", sheet.planCode}, {"digest", sheet.planDigest}}},
        {"log",
         {{"operation", sheet.operation.value},
          {"seen_by", sheet.seenBy.value},
          {"first", sheet.first},
          {"head", sheet.head},
          {"entries", sheet.entries},
          {"digest", sheet.logDigest}}},
        {"formula", {{"zh", sheet.formulaZh}, {"en", sheet.formulaEn}}},
        {"only", sheet.only.value},
        {"units", std::move(units)}};
    std::string out;
    write(root, 0, out);
    return out + '\n';
}

Result<Sheet> readSheet(std::string_view text)
{
    boost::system::error_code failed;
    const json::value root = json::parse(text, failed);
    if (failed || !root.is_object()) {
        return fail(Code::FileMalformed, "not JSON");
    }
    try {
        return sheetFrom(root.get_object());
    } catch (const Malformed& fault) {
        return fail(Code::FileMalformed, fault.what);
    }
}

} // namespace sz::report
