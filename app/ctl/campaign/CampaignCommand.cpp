// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/campaign/CampaignCommand.h"

#include "data/exchange/CampaignSheet.h"
#include "data/exchange/SheetDates.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <format>
#include <fstream>
#include <map>
#include <optional>

namespace sz::ctl {
namespace {

constexpr int kGood = 0;
constexpr int kRefused = 1;
constexpr int kMisused = 2;

constexpr const char* kUsage =
    "usage: sanzhenctl campaign check FILE [--plan DIR] [--until DATE] [--map FIELD=COLUMN]…\n"
    "                                      [--refused FILE.csv] [--json] [--language zh_CN|en]\n"
    "  FIELD: key label unit support due place kind; COLUMN: a name of the head, or a number from "
    "1\n"
    "  --until    the campaign's end: rows without a limit of their own get it\n"
    "  --refused  writes the rows that cannot be taken, with the reason, to correct and import "
    "again\n";

struct Call
{
    std::string file;
    std::string plan = "resources/plans/wuhan";
    std::string until;
    std::string refused;
    std::vector<std::pair<exchange::SheetField, std::string>> columns;
    bool isJson = false;
    bool isChinese = false;
};

bool speaksChinese()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("zh");
        }
    }
    return false;
}

bool takeColumn(Call& call, const std::string& text)
{
    const auto equals = text.find('=');
    const auto field = exchange::fieldNamed(text.substr(0, equals));
    if (equals == std::string::npos || !field) {
        return false;
    }
    call.columns.emplace_back(*field, text.substr(equals + 1));
    return true;
}

bool takeOption(Call& call, const std::string& name, const std::string& value)
{
    if (name == "--plan") {
        call.plan = value;
    } else if (name == "--until") {
        call.until = value;
    } else if (name == "--refused") {
        call.refused = value;
    } else if (name == "--map") {
        return takeColumn(call, value);
    } else if (name == "--language") {
        call.isChinese = value == "zh_CN";
        return call.isChinese || value == "en";
    } else {
        return false;
    }
    return true;
}

std::optional<Call> parsed(std::span<const std::string> args)
{
    Call call;
    call.isChinese = speaksChinese();
    if (args.empty() || args.front() != "check") {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < args.size(); ++i) {
        const std::string& arg = args[i];
        if (arg == "--json") {
            call.isJson = true;
        } else if (arg.starts_with("--")) {
            if (i + 1 == args.size() || !takeOption(call, arg, args[++i])) {
                return std::nullopt;
            }
        } else if (call.file.empty()) {
            call.file = arg;
        } else {
            return std::nullopt;
        }
    }
    return call.file.empty() ? std::nullopt : std::optional(call);
}

plan::Sentence whyNot(const Error& error)
{
    if (error.code == Code::FileMalformed && error.detail.starts_with("xls")) {
        return {
            "an old .xls file, or one with a password: save it as .xlsx or CSV (UTF-8)",
            "旧版 .xls 或带密码的文件，请另存为 .xlsx 或 CSV（UTF-8）"};
    }
    if (error.code == Code::FileMalformed && error.detail == "empty") {
        return {"the file is empty", "文件为空"};
    }
    if (error.code == Code::FileMalformed) {
        return {
            std::format("the workbook is damaged ({})", error.detail),
            std::format("工作簿已损坏（{}）", error.detail)};
    }
    if (error.code == Code::FileTooLarge) {
        return {"the file is too large", "文件过大"};
    }
    if (error.code == Code::BadArgument) {
        const auto field = exchange::fieldNamed(error.detail);
        return {
            std::format("no column for {}; say which with --map", error.detail),
            std::format(
                "没有“{}”列，请用 --map 指定", field ? exchange::fieldZh(*field) : error.detail)};
    }
    return {"the file cannot be read", "无法读取文件"};
}

bool applyColumns(
    const Call& call,
    const exchange::SheetText& sheet,
    exchange::SheetMapping& mapping)
{
    for (const auto& [field, column] : call.columns) {
        const auto named = std::ranges::find(sheet.head, column);
        const std::size_t number = std::strtoul(column.c_str(), nullptr, 10);
        if (named != sheet.head.end()) {
            mapping.set(field, static_cast<std::size_t>(named - sheet.head.begin()));
        } else if (number >= 1 && number <= sheet.head.size()) {
            mapping.set(field, number - 1);
        } else {
            return false;
        }
    }
    return true;
}

std::string fieldText(const exchange::RefusedRow& row, bool isChinese)
{
    if (!row.field) {
        return {};
    }
    return isChinese ? exchange::fieldZh(*row.field) : exchange::fieldEn(*row.field);
}

std::map<std::string, std::size_t> countByUnit(const exchange::SheetReading& reading)
{
    std::map<std::string, std::size_t> counts;
    for (const exchange::SheetItem& one : reading.items) {
        ++counts[one.item.unit.value];
    }
    return counts;
}

void printJson(
    const exchange::SheetText& sheet,
    const exchange::SheetReading& reading,
    std::ostream& out)
{
    boost::json::array refused;
    for (const exchange::RefusedRow& row : reading.refused) {
        const plan::Sentence why = exchange::sentenceOf(row);
        refused.push_back(
            {{"line", row.line},
             {"row", row.row},
             {"field", fieldText(row, false)},
             {"reason", why.en},
             {"reason_zh", why.zh}});
    }
    boost::json::object units;
    for (const auto& [unit, count] : countByUnit(reading)) {
        units[unit] = count;
    }
    out << boost::json::serialize(boost::json::object{
        {"file", sheet.name},
        {"encoding", exchange::formatName(sheet)},
        {"sheet", sheet.part},
        {"rows", reading.rows},
        {"items", reading.items.size()},
        {"units", std::move(units)},
        {"refused", std::move(refused)}})
        << '\n';
}

void printText(
    const Call& call,
    const exchange::SheetText& sheet,
    const exchange::SheetMapping& mapping,
    const exchange::SheetReading& reading,
    const plan::Plan& plan,
    std::ostream& out)
{
    out << sheet.name << " · " << exchange::formatName(sheet);
    out << (sheet.part.empty() ? std::string() : " · " + sheet.part) << '\n';
    for (std::size_t f = 0; f < exchange::kSheetFields; ++f) {
        const auto field = static_cast<exchange::SheetField>(f);
        const auto column = mapping.column(field);
        out << std::format(
            "  {} ← {}\n", call.isChinese ? exchange::fieldZh(field) : exchange::fieldEn(field),
            column ? sheet.head[*column] : std::string("—"));
    }
    for (const auto& [code, count] : countByUnit(reading)) {
        const plan::Unit* unit = plan.unit(UnitCode(code));
        const std::string name =
            unit == nullptr ? "" : (call.isChinese ? unit->name.zh : unit->name.en);
        out << std::format("  {:>7}  {} {}\n", count, code, name);
    }
    for (const exchange::RefusedRow& row : reading.refused) {
        const plan::Sentence why = exchange::sentenceOf(row);
        const std::string field = fieldText(row, call.isChinese);
        out
            << (call.isChinese ? std::format(
                                     "{}:{} {}{}\n", sheet.name, row.line,
                                     field.empty() ? "" : field + "：", why.zh)
                               : std::format(
                                     "{}:{} {}{}\n", sheet.name, row.line,
                                     field.empty() ? "" : field + ": ", why.en));
    }
    out
        << (call.isChinese ? std::format(
                                 "共 {} 行，可导入 {}，退回 {}\n", reading.rows,
                                 reading.items.size(), reading.refused.size())
                           : std::format(
                                 "{} rows, {} can be imported, {} refused\n", reading.rows,
                                 reading.items.size(), reading.refused.size()));
}

int check(const Call& call, std::ostream& out, std::ostream& err, Instant now)
{
    const auto say = [&](const plan::Sentence& s, const std::string& where) {
        err << where << ": " << (call.isChinese ? s.zh : s.en) << '\n';
        return kMisused;
    };
    const auto loaded = plan::loadPlan(call.plan);
    if (!loaded) {
        return say({"the plan does not load", "方案无法打开"}, call.plan);
    }
    exchange::SheetSpan span{now, std::nullopt};
    if (!call.until.empty()) {
        span.until = exchange::sheetDate(call.until, now, loaded->plan.utcOffsetMinutes);
        if (!span.until) {
            return say({"no date like 2026-11-30", "不是“2026-11-30”这样的日期"}, call.until);
        }
    }
    const auto sheet = exchange::openSheet(call.file);
    if (!sheet) {
        return say(whyNot(sheet.error()), call.file);
    }
    exchange::SheetMapping mapping = exchange::mappingOf(sheet->head);
    if (!applyColumns(call, *sheet, mapping)) {
        return say({"the sheet has no such column", "表中没有这一列"}, "--map");
    }
    const auto reading = exchange::readCampaign(*sheet, mapping, loaded->plan, span);
    if (!reading) {
        return say(whyNot(reading.error()), call.file);
    }
    if (call.isJson) {
        printJson(*sheet, *reading, out);
    } else {
        printText(call, *sheet, mapping, *reading, loaded->plan, out);
    }
    if (!call.refused.empty()) {
        std::ofstream file(call.refused, std::ios::binary);
        file << exchange::refusedSheet(*sheet, reading->refused, call.isChinese);
        if (!file.flush()) {
            return say({"cannot be written", "无法写入"}, call.refused);
        }
    }
    return reading->refused.empty() ? kGood : kRefused;
}

} // namespace

int runCampaign(
    std::span<const std::string> args,
    std::ostream& out,
    std::ostream& err,
    Instant now)
{
    if (!args.empty() && args.front() == "--help") {
        out << kUsage;
        return kGood;
    }
    const auto call = parsed(args);
    if (!call) {
        err << kUsage;
        return kMisused;
    }
    return check(*call, out, err, now);
}

} // namespace sz::ctl
