// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report/ReportCall.h"

#include "app/ctl/Language.h"

#include <cstdlib>
#include <format>
#include <sstream>
#include <vector>

namespace sz::ctl {
namespace {

namespace fs = std::filesystem;

bool take(ReportCall& call, const std::string& option, const std::string& value)
{
    if (option == "--language") {
        call.isChinese = value == "zh_CN";
        return call.isChinese || value == "en";
    }
    std::string* const target = option == "--data"    ? &call.data
                                : option == "--desk"  ? &call.desk
                                : option == "--plan"  ? &call.plan
                                : option == "--from"  ? &call.from
                                : option == "--until" ? &call.until
                                : option == "--as-of" ? &call.asOf
                                : option == "--unit"  ? &call.unit
                                : option == "--rows"  ? &call.rows
                                                      : nullptr;
    if (target != nullptr) {
        *target = value;
    }
    return target != nullptr && !value.empty();
}

bool isWhole(const ReportCall& call)
{
    const bool hasOneLog = call.data.empty() != call.desk.empty();
    if (call.verb == "recompute") {
        return hasOneLog && !call.file.empty() && !call.isJson && call.from.empty()
               && call.until.empty() && call.asOf.empty() && call.unit.empty() && call.rows.empty();
    }
    const bool areRowsOfUnit = call.rows.empty() || (!call.unit.empty() && !call.isJson);
    return call.verb == "score" && hasOneLog && call.file.empty() && areRowsOfUnit
           && (call.rows.empty() || report::figureOf(call.rows));
}

Instant monthStart(Instant at, int utcOffsetMinutes)
{
    const auto day = std::chrono::floor<std::chrono::days>(at + Minutes{utcOffsetMinutes});
    const std::chrono::year_month_day date{day};
    return std::chrono::sys_days{date.year() / date.month() / 1} - Minutes{utcOffsetMinutes};
}

} // namespace

const char* const kReportUsage =
    "usage: sanzhenctl report score --data DIR|postgresql://…|--desk DIR [--plan DIR] [--from T] "
    "[--until T] [--as-of T]\n"
    "           [--unit CODE [--rows FIGURE]] [--json] [--language zh_CN|en]\n"
    "         units by the plan's formula (score.toml), of the orders issued from T on and before "
    "T: 2026-11-01,\n"
    "         2026-11-22T08:30 in the plan's time, or 2026-11-22T00:30:00Z. Without: this month "
    "until now. --json writes a\n"
    "         scorecard that can be recomputed; --rows what a figure was made of (times by nearest "
    "rank)\n"
    "       sanzhenctl report recompute FILE --data DIR|postgresql://…|--desk DIR [--plan DIR] "
    "[--language zh_CN|en]\n"
    "         makes the scorecard in FILE again from the log up to the same number, and names each "
    "figure that differs\n";

std::optional<ReportCall> parseReport(std::span<const std::string> args)
{
    ReportCall call;
    call.isChinese = speaksChinese();
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--json") {
            call.isJson = true;
        } else if (args[i].starts_with("--")) {
            if (i + 1 == args.size() || !take(call, args[i], args[i + 1])) {
                return std::nullopt;
            }
            ++i;
        } else if (call.verb.empty() || call.file.empty()) {
            (call.verb.empty() ? call.verb : call.file) = args[i];
        } else {
            return std::nullopt;
        }
    }
    return isWhole(call) ? std::optional(call) : std::nullopt;
}

std::optional<Instant> momentOf(const std::string& text, int utcOffsetMinutes)
{
    for (const char* pattern : {"%FT%TZ", "%FT%T", "%FT%R", "%F"}) {
        std::istringstream in(text);
        Instant moment;
        in >> std::chrono::parse(pattern, moment);
        if (!in.fail() && in.peek() == std::istringstream::traits_type::eof()) {
            const bool isUtc = text.ends_with('Z');
            return isUtc ? moment : moment - Minutes{utcOffsetMinutes};
        }
    }
    return std::nullopt;
}

/// Where a plan lies when nobody says: beside the program, or in a source tree.
fs::path standardPlan()
{
    std::error_code ec;
    std::vector<fs::path> places;
    if (const char* named = std::getenv("SANZHEN_RESOURCES")) {
        places.emplace_back(named);
    }
    places.push_back(fs::read_symlink("/proc/self/exe", ec).parent_path() / "../share/sanzhen");
    places.emplace_back("resources");
    for (const fs::path& place : places) {
        if (fs::exists(place / "plans/wuhan/plan.toml", ec)) {
            return place / "plans/wuhan";
        }
    }
    return "resources/plans/wuhan";
}

Result<ReportTimes> timesOf(const ReportCall& call, const plan::Plan& plan, Instant now)
{
    const int offset = plan.utcOffsetMinutes;
    const auto read = [&](const std::string& text, Instant otherwise) -> Result<Instant> {
        const auto moment = text.empty() ? std::optional(otherwise) : momentOf(text, offset);
        return moment ? Result<Instant>(*moment)
                      : fail(Code::BadArgument, std::format("\"{}\" is no moment", text));
    };
    const auto until = read(call.until, now);
    const auto asOf = read(call.asOf, now);
    const auto from = until.and_then(
        [&](Instant end) { return read(call.from, monthStart(end - Millis{1}, offset)); });
    if (!until || !asOf || !from) {
        return std::unexpected(!until ? until.error() : !asOf ? asOf.error() : from.error());
    }
    if (*from >= *until) {
        return fail(Code::BadArgument, "the period ends before it begins");
    }
    return ReportTimes{{*from, *until}, *asOf};
}

} // namespace sz::ctl
