// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/layer/LayerCommand.h"

#include "app/ctl/Language.h"
#include "app/ctl/layer/LayerReport.h"
#include "app/folders/Resources.h"
#include "data/layers/child/ReadConfined.h"

#include <format>
#include <optional>

namespace sz::ctl {
namespace {

constexpr int kGood = 0;
constexpr int kRefused = 1;
constexpr int kMisused = 2;

constexpr const char* kUsage =
    "usage: sanzhenctl layer check FILE [--json] [--from SYSTEM] [--plan DIR] [--language "
    "zh_CN|en]\n"
    "  FILE: GeoJSON, CSV (columns lon and lat), KML, KMZ, GPX, CAP, Shapefile (.shp) or "
    "GeoPackage\n"
    "  --from  the file's coordinate system, as in sanzhenctl coords; default: what the file says\n"
    "  --plan  a plan folder: are the points shifted (GCJ-02, BD-09) against its areas? default: "
    "the shipped one\n";

struct Call
{
    std::string file;
    std::string from;
    std::string plan;
    std::string language;
    bool isJson = false;
    bool isChinese = false;
};

std::string* optionOf(Call& call, const std::string& arg)
{
    return arg == "--from"       ? &call.from
           : arg == "--plan"     ? &call.plan
           : arg == "--language" ? &call.language
                                 : nullptr;
}

std::optional<Call> parsed(std::span<const std::string> args)
{
    Call call;
    if (args.empty() || args.front() != "check") {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < args.size(); ++i) {
        const std::string& arg = args[i];
        if (std::string* value = optionOf(call, arg)) {
            if (++i == args.size()) {
                return std::nullopt;
            }
            *value = args[i];
        } else if (arg == "--json") {
            call.isJson = true;
        } else if (call.file.empty() && !arg.starts_with("--")) {
            call.file = arg;
        } else {
            return std::nullopt;
        }
    }
    const bool isSaid = call.language.empty() || call.language == "zh_CN" || call.language == "en";
    call.isChinese = call.language.empty() ? speaksChinese() : call.language == "zh_CN";
    return isSaid && !call.file.empty() ? std::optional(call) : std::nullopt;
}

/// False when the options name something that is not there.
bool take(const Call& call, layers::ReadOptions& options, std::ostream& err)
{
    if (!call.from.empty()) {
        const auto system = geo::systemFrom(call.from);
        if (!system) {
            err << (call.isChinese ? "没有这种坐标系：" : "no such coordinate system: ")
                << call.from << '\n'
                << kUsage;
            return false;
        }
        options.from = *system;
    }
    if (!call.plan.empty()) {
        auto loaded = plan::loadPlan(call.plan);
        if (!loaded) {
            err << call.plan
                << (call.isChinese ? "：不能使用此方案，详见 sanzhenctl plan check\n"
                                   : ": this plan cannot be used, see sanzhenctl plan check\n");
            return false;
        }
        options.plan = std::make_shared<const plan::Plan>(std::move(loaded->plan));
    } else if (auto shipped = plan::loadPlan(app::resourcesFolder() / "plans" / "wuhan")) {
        options.plan = std::make_shared<const plan::Plan>(std::move(shipped->plan));
    }
    return true;
}

/// Which plan the points were held against, or that there was none: a file that looks right may not have been looked at.
std::string judgedText(const Call& call, const layers::ReadOptions& options)
{
    if (!call.plan.empty()) {
        return {};
    }
    if (options.plan == nullptr) {
        return call.isChinese ? "未判断坐标是否偏移：没有可用的方案，请用 --plan 指定\n"
                              : "not judged whether points are shifted: there is no plan here, "
                                "--plan names one\n";
    }
    return call.isChinese
               ? std::format(
                     "是否偏移按随附方案（{}）判断，--plan 可另指方案\n", options.plan->city.zh)
               : std::format(
                     "shifted or not: judged by the shipped plan ({}), --plan names another\n",
                     options.plan->city.en);
}

} // namespace

int runLayer(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    if (args.size() == 1 && args.front() == "--help") {
        out << kUsage;
        return kGood;
    }
    const auto call = parsed(args);
    if (!call) {
        err << kUsage;
        return kMisused;
    }
    layers::ReadOptions options;
    if (!take(*call, options, err)) {
        return kMisused;
    }
    const std::string judged = judgedText(*call, options);
    layers::ConfinedReading how{.options = std::move(options)};
    how.note = [&](const plan::Sentence& note) {
        err << (call->isChinese ? note.zh : note.en) << '\n';
    };
    const layers::LayerSummary layer = layers::readConfined(call->file, how);
    if (call->isJson) {
        out << layerJson(layer, call->file, call->from);
    } else {
        out << layerText(layer, call->file, call->from, call->isChinese);
        out << (layer.isRefused() ? std::string() : judged);
    }
    return layer.isRefused() ? kRefused : kGood;
}

} // namespace sz::ctl
