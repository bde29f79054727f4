// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report/ReportCommand.h"

#include "app/ctl/log/LogPlaces.h"
#include "app/ctl/log/LogWords.h"
#include "app/ctl/report/ReportCall.h"
#include "app/ctl/report/ReportLog.h"
#include "app/ctl/report/ReportWords.h"
#include "data/plan/PlanDigest.h"

#include <algorithm>
#include <format>

namespace sz::ctl {
namespace {

namespace fs = std::filesystem;

constexpr int kGood = 0;
constexpr int kFaulty = 1;
constexpr int kMisused = 2;
constexpr std::size_t kMostRows = 20;

/// Everything a report needs that is not asked of the log yet.
struct Ground
{
    std::shared_ptr<const plan::Plan> plan;
    std::string planDigest;
    ReportLog log;
};

Result<Ground> groundOf(const ReportCall& call, std::ostream& err)
{
    const fs::path folder = call.plan.empty() ? standardPlan() : fs::path(call.plan);
    auto loaded = plan::loadPlan(folder);
    if (!loaded) {
        return std::unexpected(loaded.error().error);
    }
    auto digest = plan::planDigest(folder);
    if (!digest) {
        return std::unexpected(digest.error());
    }
    return (call.desk.empty() ? openHqLog(call.data) : openDeskLog(call.desk, err))
        .transform([&](ReportLog log) {
            return Ground{
                std::make_shared<const plan::Plan>(std::move(loaded->plan)), *digest,
                std::move(log)};
        });
}

struct Made
{
    report::Scorecard card;
    report::Sheet sheet;
};

Result<Made> make(
    const Ground& ground,
    const report::Period& period,
    Instant asOf,
    const report::HistoryWish& wish)
{
    return report::readHistory(*ground.plan, ground.log.source, wish)
        .transform([&](const report::History& history) {
            Made made{report::makeScorecard(ground.plan, history.incidents, period, asOf), {}};
            made.sheet = report::sheetOf(made.card, history, ground.planDigest);
            return made;
        });
}

int tell(const Error& error, const ReportCall& call, std::ostream& err)
{
    err << inWords(error, call.isChinese) << '\n';
    return kFaulty;
}

int printMade(const Made& made, const ReportCall& call, std::ostream& out, std::ostream& err)
{
    const ReportTongue tongue{*made.card.plan, call.isChinese};
    const UnitCode code(call.unit);
    const report::UnitCard* unit = call.unit.empty() ? nullptr : made.card.unit(code);
    if (!call.unit.empty() && made.card.plan->unit(code) == nullptr
        && made.card.plan->street(StreetCode(call.unit)) == nullptr) {
        return tell(
            {Code::NoSuchUnit, std::format("the plan has no unit \"{}\"", call.unit), {}}, call,
            err);
    }
    if (call.isJson) {
        report::Sheet sheet = made.sheet;
        report::keepOnly(sheet, code);
        out << report::toJson(sheet);
    } else if (call.unit.empty()) {
        printSheet(made.card, made.sheet, tongue, out);
    } else if (unit == nullptr) {
        out << tongue.word(
            "该单位此期间没有派单\n", "this unit was given no orders in this period\n");
    } else if (call.rows.empty()) {
        printUnit(made.card, *unit, tongue, out);
    } else {
        printRows(made.card.rows(code, *report::figureOf(call.rows)), tongue, out);
    }
    return kGood;
}

int score(const ReportCall& call, std::ostream& out, std::ostream& err, Instant now)
{
    const auto ground = groundOf(call, err);
    if (!ground) {
        return tell(ground.error(), call, err);
    }
    const auto times = timesOf(call, *ground->plan, now);
    const auto made = times.and_then([&](const ReportTimes& t) {
        return make(
            *ground, t.period, t.asOf, {.from = t.period.from, .seenBy = ground->log.seenBy});
    });
    return made ? printMade(*made, call, out, err) : tell(made.error(), call, err);
}

void printDifference(
    const report::Difference& one,
    const report::Scorecard& card,
    const ReportTongue& tongue,
    std::ostream& out)
{
    const auto side = [&](bool isThere, std::optional<std::int64_t> value) {
        return isThere ? valueText(one.figure, value) : tongue.word("（没有）", "(none)");
    };
    out << std::format(
        "{} {}: {} {}, {} {}\n", one.unit.value, one.figure, tongue.word("文件为", "stated"),
        side(one.isStated, one.stated), tongue.word("重算为", "recomputed"),
        side(one.isMade, one.made));
    const auto figure = report::figureOf(one.figure);
    if (!figure || !one.isMade) {
        return;
    }
    auto rows = card.rows(one.unit, *figure);
    const std::size_t all = rows.size();
    rows.resize(std::min(all, kMostRows));
    printRows(rows, tongue, out);
    if (all > kMostRows) {
        out << std::format("… {} / {}\n", kMostRows, all);
    }
}

int printComparison(
    const report::Comparison& found,
    const report::Sheet& stated,
    const Made& made,
    const ReportTongue& tongue,
    std::ostream& out)
{
    if (found.isOtherPlan) {
        out << std::format(
            "{} {} ≠ {}\n",
            tongue.word(
                "注意：评分时用的是另一份预案，摘要",
                "note: it was made with another plan, digest"),
            stated.planDigest, made.sheet.planDigest);
    }
    if (found.isOtherLog) {
        out << std::format(
            "{}: {} {} {} / {} {} {}\n",
            tongue.word("日志不是同一份", "this is not the log it was made from"),
            stated.operation.value, stated.entries, stated.logDigest, made.sheet.operation.value,
            made.sheet.entries, made.sheet.logDigest);
    }
    for (const report::Difference& one : found.differences) {
        printDifference(one, made.card, tongue, out);
    }
    out
        << (found.differences.empty()
                ? std::format(
                      "{} {}\n", found.agreed,
                      tongue.word(
                          "个数字一致", found.agreed == 1 ? "figure agrees" : "figures agree"))
                : std::format(
                      "{} {}, {} {}\n", found.agreed,
                      tongue.word(
                          "个数字一致", found.agreed == 1 ? "figure agrees" : "figures agree"),
                      found.differences.size(),
                      tongue.word(
                          "个不一致", found.differences.size() == 1 ? "differs" : "differ")));
    return found.isSame() ? kGood : kFaulty;
}

int recompute(const ReportCall& call, std::ostream& out, std::ostream& err)
{
    const auto stated = readTextFile(call.file).and_then([&](const std::string& text) {
        auto sheet = report::readSheet(text);
        if (!sheet) {
            sheet.error().where = call.file;
        }
        return sheet;
    });
    if (!stated) {
        return tell(stated.error(), call, err);
    }
    const auto ground = groundOf(call, err);
    if (!ground) {
        return tell(ground.error(), call, err);
    }
    auto made = make(
        *ground, stated->period, stated->asOf,
        {.from = stated->period.from, .last = stated->head, .seenBy = stated->seenBy});
    if (!made) {
        return tell(made.error(), call, err);
    }
    report::keepOnly(made->sheet, stated->only);
    return printComparison(
        report::compare(*stated, made->sheet), *stated, *made,
        ReportTongue{*ground->plan, call.isChinese}, out);
}

} // namespace

int runReport(std::span<const std::string> args, std::ostream& out, std::ostream& err, Instant now)
{
    if (std::ranges::contains(args, std::string("--help"))) {
        out << kReportUsage;
        return kGood;
    }
    const auto call = parseReport(args);
    if (!call) {
        err << kReportUsage;
        return kMisused;
    }
    return call->verb == "score" ? score(*call, out, err, now) : recompute(*call, out, err);
}

} // namespace sz::ctl
