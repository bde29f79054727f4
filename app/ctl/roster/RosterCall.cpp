// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/roster/RosterCall.h"

#include "app/ctl/Language.h"
#include "data/exchange/SheetDates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <format>

namespace sz::ctl {

const char* const kRosterUsage =
    "usage: sanzhenctl roster import FILE --dry-run [--mapping M.toml] [--save-mapping M.toml]\n"
    "       sanzhenctl roster export --ics FILE [UNIT|AREA|POST]\n"
    "       sanzhenctl roster check\n"
    "       sanzhenctl roster on-duty [--at \"DATE TIME\"] [UNIT|AREA|POST]\n"
    "  each with [--plan DIR] [--from DATE] [--until DATE] [--mode normal|games] [--json]\n"
    "            [--language zh_CN|en]\n"
    "  import     what would come in of an .xlsx, .csv or .ics, each cell that would not, the "
    "conflicts;\n"
    "             without --mapping the columns are guessed, --save-mapping keeps what was "
    "guessed\n"
    "  export     who is planned, as iCalendar (RFC 5545), 31 days if no --until is given; FILE -: "
    "standard output\n"
    "  check      conflicts of the plan's own roster, 7 days if no --until is given\n"
    "  on-duty    who holds which post, now or at a moment; AREA: A24, 24\n";

namespace {

constexpr std::array<std::pair<std::string_view, std::string RosterCall::*>, 7> kTexts{
    {{"--plan", &RosterCall::plan},
     {"--ics", &RosterCall::ics},
     {"--mapping", &RosterCall::mapping},
     {"--save-mapping", &RosterCall::saveMapping},
     {"--from", &RosterCall::from},
     {"--until", &RosterCall::until},
     {"--at", &RosterCall::at}}};

bool takeOption(RosterCall& call, const std::string& name, const std::string& value)
{
    if (name == "--language") {
        call.isChinese = value == "zh_CN";
        return call.isChinese || value == "en";
    }
    if (name == "--mode") {
        call.mode = value == "games" ? plan::Mode::Games : plan::Mode::Normal;
        return value == "games" || value == "normal";
    }
    const auto text = std::ranges::find(kTexts, name, [](const auto& one) { return one.first; });
    if (text == kTexts.end()) {
        return false;
    }
    call.*text->second = value;
    return true;
}

std::optional<RosterVerb> verbNamed(const std::string& name)
{
    constexpr std::array<std::pair<std::string_view, RosterVerb>, 4> kVerbs{
        {{"import", RosterVerb::Import},
         {"export", RosterVerb::Export},
         {"check", RosterVerb::Check},
         {"on-duty", RosterVerb::OnDuty}}};
    const auto it = std::ranges::find(kVerbs, name, [](const auto& one) { return one.first; });
    return it == kVerbs.end() ? std::nullopt : std::optional(it->second);
}

/// Local midnight of the day a date names.
std::optional<Instant> midnightOf(const std::string& text, Instant now, int offset)
{
    const auto date = exchange::sheetDate(text, now, offset);
    if (!date) {
        return std::nullopt;
    }
    const auto day = std::chrono::floor<std::chrono::days>(*date + Minutes(offset));
    return Instant(day) - Minutes(offset);
}

void tellFaults(const RosterCall& call, const std::vector<plan::Fault>& faults, std::ostream& err)
{
    for (const plan::Fault& fault : faults) {
        err << fault.file << (fault.line > 0 ? ":" + std::to_string(fault.line) : "") << ": "
            << (call.isChinese ? fault.messageZh : fault.message) << '\n';
    }
}

} // namespace

std::optional<RosterCall> parsedRoster(std::span<const std::string> args)
{
    RosterCall call;
    call.isChinese = speaksChinese();
    const auto verb = args.empty() ? std::nullopt : verbNamed(args.front());
    if (!verb) {
        return std::nullopt;
    }
    call.verb = *verb;
    for (std::size_t i = 1; i < args.size(); ++i) {
        const std::string& arg = args[i];
        if (arg == "--json") {
            call.isJson = true;
        } else if (arg == "--dry-run") {
            call.isDry = true;
        } else if (arg.starts_with("--")) {
            if (i + 1 == args.size() || !takeOption(call, arg, args[++i])) {
                return std::nullopt;
            }
        } else if (call.what.empty() && call.verb != RosterVerb::Check) {
            call.what = arg;
        } else {
            return std::nullopt;
        }
    }
    const bool isWhole = call.verb != RosterVerb::Import || !call.what.empty();
    const bool hasFile = (call.verb == RosterVerb::Export) == !call.ics.empty();
    return isWhole && hasFile ? std::optional(call) : std::nullopt;
}

roster::Roster RosterDesk::rosterOver(const roster::Span& span, plan::Mode mode) const
{
    roster::Roster made = roster::rosterOf(plan, span);
    roster::apply(rules, made);
    if (mode != plan::Mode::Normal) {
        made.modes = {{span.from - std::chrono::days(30), mode}};
    }
    return made;
}

std::optional<RosterDesk>
openRoster(const RosterCall& call, Instant now, int days, std::ostream& err)
{
    const auto say = [&](const plan::Sentence& s, const std::string& where) {
        err << where << ": " << call.say(s) << '\n';
        return std::nullopt;
    };
    auto loaded = plan::loadPlan(call.plan);
    if (!loaded) {
        tellFaults(call, loaded.error().faults, err);
        return say({"the plan does not load", "方案无法打开"}, call.plan);
    }
    auto rules = roster::readRules(call.plan, loaded->plan);
    if (!rules) {
        tellFaults(call, rules.error(), err);
        return say({"the plan's roster rules do not load", "方案的班表规则无法打开"}, call.plan);
    }
    const int offset = loaded->plan.utcOffsetMinutes;
    const plan::Sentence noDate{"no date like 2026-11-30", "不是“2026-11-30”这样的日期"};
    const auto today = std::chrono::floor<std::chrono::days>(now + Minutes(offset));
    Instant from = Instant(today) - Minutes(offset);
    if (!call.from.empty()) {
        const auto given = midnightOf(call.from, now, offset);
        if (!given) {
            return say(noDate, call.from);
        }
        from = *given;
    }
    Instant until = from + std::chrono::days(days);
    if (!call.until.empty()) { // the day itself, too
        const auto given = midnightOf(call.until, now, offset);
        if (!given) {
            return say(noDate, call.until);
        }
        until = *given + std::chrono::days(1);
    }
    if (until <= from || until - from > std::chrono::days(kMostAskedDays)) {
        return say(
            {std::format("an empty time, or one of more than {} days", kMostAskedDays),
             std::format("起止日期颠倒，或超过 {} 天", kMostAskedDays)},
            call.from + "–" + call.until);
    }
    Instant at = now;
    if (!call.at.empty()) {
        const auto given = exchange::sheetDate(call.at, now, offset);
        if (!given) {
            return say(
                {"no moment like \"2026-11-30 20:30\"", "不是“2026-11-30 20:30”这样的时刻"},
                call.at);
        }
        at = *given;
    }
    return RosterDesk{std::move(loaded->plan), std::move(*rules),  {from, until}, at,
                      !call.from.empty(),      !call.until.empty()};
}

std::string clockText(const roster::Roster& roster, Instant t)
{
    const auto local = t + Minutes(roster.utcOffsetMinutes);
    return std::format("{:%Y-%m-%d %H:%M}", std::chrono::floor<Minutes>(local));
}

std::string spanText(const roster::Roster& roster, const roster::Span& span)
{
    const std::string until = clockText(roster, span.until);
    const bool isShort = span.until - span.from <= std::chrono::hours(24);
    return clockText(roster, span.from) + "–" + (isShort ? until.substr(11) : until);
}

std::string isoText(const roster::Roster& roster, Instant t)
{
    const int offset = roster.utcOffsetMinutes;
    return std::format(
        "{:%Y-%m-%dT%H:%M:%S}{}{:02}:{:02}",
        std::chrono::floor<std::chrono::seconds>(t + Minutes(offset)), offset < 0 ? '-' : '+',
        std::abs(offset) / 60, std::abs(offset) % 60);
}

} // namespace sz::ctl
