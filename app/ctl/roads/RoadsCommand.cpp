// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/roads/RoadsCommand.h"

#include "app/ctl/Language.h"
#include "app/ctl/OsmWords.h"
#include "data/roads/RoadFile.h"
#include "maps/osm/RoadBuilder.h"

#include <boost/json.hpp>

#include <format>
#include <functional>
#include <optional>
#include <vector>

namespace sz::ctl {
namespace {

using maps::osm::RoadOrder;
using maps::osm::RoadsMade;

constexpr int kGood = 0;
constexpr int kFailed = 1;
constexpr int kMisused = 2;

constexpr const char* kUsage =
    "usage: sanzhenctl roads build --osm FILE.osm.pbf --out FILE.roads [--name TEXT] [--json] "
    "[--quiet]\n"
    "                              [--language zh_CN|en]\n"
    "       sanzhenctl roads check FILE… [--json] [--language zh_CN|en]\n"
    "  FILE.osm.pbf  an extract of OpenStreetMap as large as the city; cut it before (osmium "
    "extract)\n"
    "  FILE.roads    every road that a fire engine or an ambulance drives, with its speed and\n"
    "                direction; a desk reads it in its folder of base map packs\n"
    "  check         reads all of it: what it holds, or why a desk refuses it\n";

struct Call
{
    RoadOrder order;
    std::vector<std::string> files;
    bool isBuild = false;
    bool isJson = false;
    bool isQuiet = false;
    bool isChinese = false;
};

/// Options of build that take a value; false: not one of them.
bool takeValue(Call& call, const std::string& option, const std::string& value)
{
    if (option == "--language" && (value == "zh_CN" || value == "en")) {
        call.isChinese = value == "zh_CN";
    } else if (option == "--osm" && call.isBuild) {
        call.order.source = value;
    } else if (option == "--out" && call.isBuild && value.ends_with(roads::kFileEnding)) {
        call.order.target = value;
    } else if (option == "--name" && call.isBuild) {
        call.order.name = value;
    } else {
        return false;
    }
    return true;
}

std::optional<Call> parsed(std::span<const std::string> args)
{
    Call call;
    call.isChinese = speaksChinese();
    if (args.empty() || (args.front() != "build" && args.front() != "check")) {
        return std::nullopt;
    }
    call.isBuild = args.front() == "build";
    for (std::size_t i = 1; i < args.size(); ++i) {
        if (args[i] == "--json") {
            call.isJson = true;
        } else if (args[i] == "--quiet" && call.isBuild) {
            call.isQuiet = true;
        } else if (!args[i].starts_with("--") && !call.isBuild) {
            call.files.push_back(args[i]);
        } else if (i + 1 >= args.size() || !takeValue(call, args[i], args[i + 1])) {
            return std::nullopt;
        } else {
            ++i;
        }
    }
    const bool isWhole = call.isBuild ? !call.order.source.empty() && !call.order.target.empty()
                                      : !call.files.empty();
    return isWhole ? std::optional(std::move(call)) : std::nullopt;
}

Words wordsFor(const Error& error)
{
    switch (error.code) {
    case Code::FileMalformed:
        return osmWords(error.detail);
    case Code::NotFound:
        return {"there is no such file", "文件不存在"};
    case Code::NoSpace:
        return {"the disk is full", "磁盘已满"};
    case Code::Cancelled:
        return {"stopped", "已停止"};
    case Code::StoreWrite:
    case Code::Io:
        return {
            "cannot be read or written (" + error.detail + ")", "无法读写（" + error.detail + "）"};
    default:
        return {error.detail, error.detail};
    }
}

/// What file it is, and why it cannot be used.
void tellRefusal(
    const Call& call,
    const std::string& file,
    const char* code,
    const Words& words,
    std::ostream& out,
    std::ostream& plain)
{
    if (call.isJson) {
        out << boost::json::serialize(boost::json::object{
            {"good", false},
            {"file", file},
            {"code", code},
            {"reason", words.en},
            {"reason_zh", words.zh}})
            << '\n';
        return;
    }
    plain
        << (call.isChinese ? std::format("{}：{}\n", file, words.zh)
                           : std::format("{}: {}\n", file, words.en));
}

std::string dateOf(Instant at)
{
    return std::format("{:%Y-%m-%d}", std::chrono::floor<std::chrono::days>(at));
}

void tellMade(const Call& call, const RoadsMade& made, std::ostream& out)
{
    const std::string file = call.order.target.string();
    if (call.isJson) {
        out << boost::json::serialize(boost::json::object{
            {"good", true},
            {"file", file},
            {"points", made.points},
            {"stretches", made.stretches},
            {"km", made.km},
            {"missing_points", made.missing}})
            << '\n';
        return;
    }
    out
        << (call.isChinese ? std::format(
                                 "{}：道路 {:.0f} km，{} 点，{} 段；范围以外的点 {} 个\n", file,
                                 made.km, made.points, made.stretches, made.missing)
                           : std::format(
                                 "{}: {:.0f} km of road, {} points, {} stretches; {} points lie "
                                 "beyond the extract\n",
                                 file, made.km, made.points, made.stretches, made.missing));
}

int build(const Call& call, std::ostream& out, std::ostream& err)
{
    const auto made =
        maps::osm::buildRoads(call.order, [&call, &err, before = -1](double share) mutable {
            const int percent = static_cast<int>(100 * share);
            if (!call.isQuiet && percent != before) {
                err << (call.isChinese ? "进度 " : "done ") << percent << " %\n" << std::flush;
            }
            before = percent;
            return true;
        });
    if (!made) {
        const Error& error = made.error();
        tellRefusal(call, error.where, codeName(error.code), wordsFor(error), out, err);
        return kFailed;
    }
    tellMade(call, *made, out);
    return kGood;
}

struct Sums
{
    double km = 0;
    double oneWayKm = 0;
};

Sums sumsOf(const roads::RoadNet& net)
{
    Sums sums;
    for (const roads::Stretch& one : net.stretches) {
        const double km = distanceMetres(net.points[one.from], net.points[one.to]) / 1000;
        sums.km += km;
        sums.oneWayKm += one.isOneWay ? km : 0;
    }
    return sums;
}

void tellHeld(
    const Call& call,
    const std::string& file,
    const roads::RoadNet& net,
    std::ostream& out)
{
    const roads::RoadFacts& facts = net.facts;
    const Sums sums = sumsOf(net);
    if (call.isJson) {
        out << boost::json::serialize(boost::json::object{
            {"good", true},
            {"file", file},
            {"name", facts.name},
            {"source", facts.source},
            {"osm_date", facts.dated ? boost::json::value(dateOf(*facts.dated)) : nullptr},
            {"built", dateOf(facts.built)},
            {"bounds",
             boost::json::array{
                 facts.southWest.lon, facts.southWest.lat, facts.northEast.lon,
                 facts.northEast.lat}},
            {"points", facts.points},
            {"stretches", facts.stretches},
            {"km", sums.km},
            {"one_way_km", sums.oneWayKm}})
            << '\n';
        return;
    }
    const auto say = [&call](const char* en, const char* zh) { return call.isChinese ? zh : en; };
    const auto line = [&](const char* en, const char* zh, const std::string& value) {
        out << std::format("  {:<9} {}\n", say(en, zh), value);
    };
    out << file << '\n';
    line("name", "名称", facts.name);
    line(
        "data", "数据",
        std::format(
            "{} ({})", facts.source,
            facts.dated ? dateOf(*facts.dated) : say("the extract gives no date", "未注明日期")));
    line("built", "制作", dateOf(facts.built));
    line(
        "bounds", "范围",
        std::format(
            "{:.4f}, {:.4f} – {:.4f}, {:.4f}", facts.southWest.lon, facts.southWest.lat,
            facts.northEast.lon, facts.northEast.lat));
    line(
        "roads", "道路",
        call.isChinese ? std::format(
                             "{:.1f} km，其中单行 {:.1f} km；{} 点，{} 段", sums.km, sums.oneWayKm,
                             facts.points, facts.stretches)
                       : std::format(
                             "{:.1f} km, {:.1f} km of it one-way; {} points, {} stretches", sums.km,
                             sums.oneWayKm, facts.points, facts.stretches));
    out << say("  good\n", "  可以使用\n");
}

int check(const Call& call, std::ostream& out)
{
    int result = kGood;
    for (const std::string& file : call.files) {
        if (const auto net = roads::readRoads(file)) {
            tellHeld(call, file, *net, out);
        } else {
            tellRefusal(
                call, file, roads::faultName(net.error().fault), roads::wordsFor(net.error()), out,
                out);
            result = kFailed;
        }
        out.flush();
    }
    return result;
}

} // namespace

int runRoads(std::span<const std::string> args, std::ostream& out, std::ostream& err, Instant now)
{
    if (args.size() == 1 && args.front() == "--help") {
        out << kUsage;
        return kGood;
    }
    auto call = parsed(args);
    if (!call) {
        err << kUsage;
        return kMisused;
    }
    call->order.now = now;
    return call->isBuild ? build(*call, out, err) : check(*call, out);
}

} // namespace sz::ctl
