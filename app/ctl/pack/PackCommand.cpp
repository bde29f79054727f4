// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/pack/PackCommand.h"

#include "app/ctl/Language.h"
#include "app/ctl/pack/BuildCommand.h"
#include "app/ctl/pack/PackText.h"

#include <optional>
#include <vector>

namespace sz::ctl {
namespace {

constexpr int kGood = 0;
constexpr int kFaulty = 1;
constexpr int kMisused = 2;

constexpr const char* kUsage =
    "usage: sanzhenctl pack check FILE… [--json] [--deep] [--language zh_CN|en]\n"
    "  FILE: MBTiles 1.3 or PMTiles 3 with PNG, JPEG or WebP tiles\n"
    "  --deep  decodes every tile, too; without it the head and the end of each are looked at\n"
    "       sanzhenctl pack build --osm FILE.osm.pbf --out FILE.mbtiles [--zoom A-B] …\n"
    "  (sanzhenctl pack build --help tells more)\n";

struct Call
{
    std::vector<std::string> files;
    bool isJson = false;
    bool isDeep = false;
    bool isChinese = false;
};

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
        } else if (arg == "--deep") {
            call.isDeep = true;
        } else if (arg == "--language" && i + 1 < args.size()) {
            const std::string& language = args[++i];
            if (language != "zh_CN" && language != "en") {
                return std::nullopt;
            }
            call.isChinese = language == "zh_CN";
        } else if (arg.starts_with("--")) {
            return std::nullopt;
        } else {
            call.files.push_back(arg);
        }
    }
    return call.files.empty() ? std::nullopt : std::optional(call);
}

bool check(const Call& call, const std::string& file, std::ostream& out)
{
    const auto report = packs::checkPack(file, call.isDeep);
    if (call.isJson) {
        out << (report ? packJson(*report) : refusalJson(file, report.error())) << '\n';
    } else {
        out
            << (report ? packText(*report, call.isChinese)
                       : refusalText(file, report.error(), call.isChinese));
    }
    out.flush(); // the next file may take a while
    return report && report->isGood();
}

} // namespace

int runPack(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    if (!args.empty() && args.front() == "build") {
        return runPackBuild(args.subspan(1), out, err);
    }
    if (args.size() == 1 && args.front() == "--help") {
        out << kUsage;
        return kGood;
    }
    const auto call = parsed(args);
    if (!call) {
        err << kUsage;
        return kMisused;
    }
    int result = kGood;
    for (const std::string& file : call->files) {
        result = check(*call, file, out) ? result : kFaulty;
    }
    return result;
}

} // namespace sz::ctl
