// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/layer/LayerCommand.h"

#include "app/ctl/Language.h"
#include "app/ctl/layer/LayerReport.h"
#include "data/layers/child/ReadConfined.h"

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
    "  --plan  a plan folder: are the points shifted (GCJ-02, BD-09) against its areas?\n";

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
    }
    return true;
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
    layers::ConfinedReading how{.options = std::move(options)};
    how.note = [&](const plan::Sentence& note) {
        err << (call->isChinese ? note.zh : note.en) << '\n';
    };
    const layers::LayerSummary layer = layers::readConfined(call->file, how);
    if (call->isJson) {
        out << layerJson(layer, call->file, call->from);
    } else {
        out << layerText(layer, call->file, call->from, call->isChinese);
    }
    return layer.isRefused() ? kRefused : kGood;
}

} // namespace sz::ctl
