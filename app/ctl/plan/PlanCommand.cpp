// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/plan/PlanCommand.h"

#include "app/ctl/Language.h"
#include "app/ctl/log/LogWords.h"
#include "app/ctl/plan/PlanOn.h"
#include "app/ctl/report/ReportCall.h"
#include "data/plan/areas/AreasJson.h"
#include "data/plan/PlanCheck.h"

#include <boost/json.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <optional>
#include <string_view>

namespace sz::ctl {
namespace {

using plan::Fault;

constexpr int kGood = 0;
constexpr int kFaulty = 1;
constexpr int kMisused = 2;

constexpr const char* kUsage =
    "usage: sanzhenctl plan check DIR [--json] [--language zh_CN|en]\n"
    "       sanzhenctl plan show DIR [--language zh_CN|en]\n"
    "       sanzhenctl plan areas [DIR] [--on T] [--data DIR|postgresql://…|--desk DIR] "
    "[--out FILE.geojson] [--language zh_CN|en]\n"
    "         the areas as they are in force at T (2026-12-01, 2026-11-22T08:30 in the plan's "
    "time, or 2026-11-22T00:30:00Z; without: now),\n"
    "         with the changes that a log has approved; without a log: the plan folder's\n";

struct Call
{
    std::string verb;
    std::string dir;
    std::string on;
    std::string data;
    std::string desk;
    std::string out;
    bool isJson = false;
    bool isChinese = false;
};

bool takeLanguage(Call& call, std::string_view language)
{
    call.isChinese = language == "zh_CN";
    return call.isChinese || language == "en";
}

std::string* targetOf(Call& call, std::string_view option)
{
    return option == "--on"     ? &call.on
           : option == "--data" ? &call.data
           : option == "--desk" ? &call.desk
           : option == "--out"  ? &call.out
                                : nullptr;
}

std::optional<Call> parsed(std::span<const std::string> args)
{
    Call call;
    call.isChinese = speaksChinese();
    for (std::size_t i = 0; i < args.size(); ++i) {
        const auto& arg = args[i];
        if (arg == "--json") {
            call.isJson = true;
        } else if (arg == "--language") {
            if (++i == args.size() || !takeLanguage(call, args[i])) {
                return std::nullopt;
            }
        } else if (std::string* const target = targetOf(call, arg)) {
            if (++i == args.size() || args[i].empty()) {
                return std::nullopt;
            }
            *target = args[i];
        } else if (call.verb.empty()) {
            call.verb = arg;
        } else if (call.dir.empty() && !arg.starts_with("--")) {
            call.dir = arg;
        } else {
            return std::nullopt;
        }
    }
    if (call.verb == "areas") {
        const bool hasTwoLogs = !call.data.empty() && !call.desk.empty();
        return call.isJson || hasTwoLogs ? std::nullopt : std::optional(call);
    }
    const bool isKnown = call.verb == "check" || (call.verb == "show" && !call.isJson);
    const bool hasMore =
        !call.on.empty() || !call.data.empty() || !call.desk.empty() || !call.out.empty();
    return isKnown && !hasMore && !call.dir.empty() ? std::optional(call) : std::nullopt;
}

std::string placeOf(const Fault& fault)
{
    auto place = fault.line > 0 ? std::format("{}:{}", fault.file, fault.line) : fault.file;
    return fault.feature.empty() ? place : place + ' ' + fault.feature;
}

void print(const Fault& fault, bool isChinese, std::ostream& out)
{
    const char* mark = fault.isError ? "" : (isChinese ? "警告：" : "warning: ");
    out << placeOf(fault) << ": " << mark << (isChinese ? fault.messageZh : fault.message) << '\n';
}

void printCounts(std::ptrdiff_t errors, std::ptrdiff_t warnings, bool isChinese, std::ostream& out)
{
    out
        << (isChinese ? std::format("错误 {}，警告 {}\n", errors, warnings)
                      : std::format("{} errors, {} warnings\n", errors, warnings));
}

void printJson(const std::vector<Fault>& faults, std::ptrdiff_t errors, std::ostream& out)
{
    boost::json::array list;
    for (const auto& fault : faults) {
        list.push_back(
            {{"file", fault.file},
             {"line", fault.line},
             {"feature", fault.feature},
             {"message", fault.message},
             {"message_zh", fault.messageZh},
             {"error", fault.isError}});
    }
    const boost::json::object root{
        {"errors", errors},
        {"warnings", static_cast<std::ptrdiff_t>(faults.size()) - errors},
        {"faults", std::move(list)}};
    out << boost::json::serialize(root) << '\n';
}

int check(const Call& call, std::ostream& out, std::optional<Instant> now)
{
    const auto faults = plan::checkPlan(call.dir, now);
    const auto errors = std::ranges::count(faults, true, &Fault::isError);
    if (call.isJson) {
        printJson(faults, errors, out);
    } else {
        for (const auto& fault : faults) {
            print(fault, call.isChinese, out);
        }
        printCounts(errors, std::ssize(faults) - errors, call.isChinese, out);
    }
    return errors == 0 ? kGood : kFaulty;
}

void printPlan(const plan::Plan& plan, bool isChinese, std::ostream& out)
{
    const auto line = [&](const char* en, const char* zh, std::size_t count) {
        out << std::format("{:<12} {:>6}\n", isChinese ? zh : en, count);
    };
    const char* sample = isChinese ? "（示例方案）" : " (sample plan)";
    out << plan.code << ' ' << (isChinese ? plan.city.zh : plan.city.en)
        << (plan.isSample ? sample : "") << '\n';
    line("zones", "片", plan.zones.size());
    line("areas", "片区", plan.areas.size());
    line("districts", "区", plan.districts.size());
    line("streets", "街道", plan.streets.size());
    line("communities", "社区", plan.communities.size());
    line("rivers", "河流", plan.rivers.size());
    line(
        "lines", "线",
        static_cast<std::size_t>(
            std::ranges::count(plan.units, plan::UnitKind::Line, &plan::Unit::kind)));
    line("units", "单位", plan.units.size());
    line("posts", "岗位", plan.posts.size());
    line("rotations", "轮转", plan.rotations.size());
    line("known gaps", "已知缺岗", plan.gaps.size());
    line("years", "年历", plan.calendar.rules().years.size());
    line("key places", "重点场所", plan.keyPlaces.size());
    line("endpoints", "视频点位", plan.endpoints.size());
    line("classes", "分类", plan.classes.size());
    line("kinds", "类型", plan.kinds.size());
    line("word rules", "词语规则", plan.wordRules.size());
}

int show(const Call& call, std::ostream& out, std::ostream& err)
{
    const auto loaded = plan::loadPlan(call.dir);
    if (!loaded) {
        for (const auto& fault : loaded.error().faults) {
            print(fault, call.isChinese, err);
        }
        return kFaulty;
    }
    printPlan(loaded->plan, call.isChinese, out);
    return kGood;
}

int areas(const Call& call, std::ostream& out, std::ostream& err, Instant now)
{
    const std::filesystem::path folder =
        call.dir.empty() ? standardPlan() : std::filesystem::path(call.dir);
    const auto made = planOn({folder, call.on, call.data, call.desk}, now, err);
    if (!made) {
        err << inWords(made.error(), call.isChinese) << '\n';
        return kFaulty;
    }
    const std::string text = plan::areasJson(*made->plan, made->localDay);
    if (call.out.empty()) {
        out << text;
        return kGood;
    }
    std::ofstream file(call.out, std::ios::binary);
    file << text;
    file.close();
    if (!file) {
        err << call.out << (call.isChinese ? "：无法写入\n" : ": cannot be written\n");
        return kFaulty;
    }
    const auto count = made->plan->areas.size();
    out
        << (call.isChinese ? std::format(
                                 "{}：{} 个片区，{} 生效的方案（含变更 {} 项）\n", call.out, count,
                                 made->localDay, made->changes)
                           : std::format(
                                 "{}: {} areas as in force on {} ({} changes made)\n", call.out,
                                 count, made->localDay, made->changes));
    return kGood;
}

} // namespace

int runPlan(
    std::span<const std::string> args,
    std::ostream& out,
    std::ostream& err,
    std::optional<Instant> now)
{
    if (std::ranges::contains(args, std::string("--help"))) {
        out << kUsage;
        return kGood;
    }
    const auto call = parsed(args);
    if (!call) {
        err << kUsage;
        return kMisused;
    }
    if (call->verb == "areas") {
        return areas(*call, out, err, now.value_or(Instant{}));
    }
    return call->verb == "check" ? check(*call, out, now) : show(*call, out, err);
}

} // namespace sz::ctl
