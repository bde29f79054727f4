// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/locate/LocateCommand.h"

#include "app/ctl/Language.h"
#include "app/ctl/log/LogWords.h"
#include "app/ctl/plan/PlanOn.h"
#include "app/folders/Resources.h"
#include "data/geo/CoordinateSystem.h"
#include "data/layers/text/RemarkText.h"
#include "data/plan/PlaceShapes.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <memory>
#include <optional>

namespace sz::ctl {
namespace {

constexpr int kGood = 0;
constexpr int kFaulty = 1;
constexpr int kMisused = 2;

constexpr const char* kUsage =
    "usage: sanzhenctl locate LON LAT [--from SYSTEM] [--plan DIR] [--on T] [--data "
    "DIR|postgresql://…|--desk DIR] [--language zh_CN|en]\n"
    "  SYSTEM as in sanzhenctl coords (default wgs84); DIR: a plan folder (default: the shipped "
    "one); with a log:\n"
    "  by the plan in force at T (2026-12-01, 2026-11-22T08:30, 2026-11-22T00:30:00Z; default "
    "now)\n";

struct Call
{
    std::vector<double> numbers;
    std::string from = "wgs84";
    std::string plan;
    std::string on;
    std::string data;
    std::string desk;
    bool isChinese = false;
};

std::optional<double> numberIn(const std::string& text)
{
    double out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(out)
                                                                    : std::nullopt;
}

std::optional<Call> parsed(std::span<const std::string> args)
{
    Call call;
    call.isChinese = speaksChinese();
    std::string language = call.isChinese ? "zh_CN" : "en";
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& arg = args[i];
        std::string* value = arg == "--from"       ? &call.from
                             : arg == "--plan"     ? &call.plan
                             : arg == "--on"       ? &call.on
                             : arg == "--data"     ? &call.data
                             : arg == "--desk"     ? &call.desk
                             : arg == "--language" ? &language
                                                   : nullptr;
        if (value != nullptr && ++i < args.size()) {
            *value = args[i];
        } else if (const auto number = numberIn(arg); value == nullptr && number) {
            call.numbers.push_back(*number);
        } else {
            return std::nullopt;
        }
    }
    call.isChinese = language == "zh_CN";
    const bool hasTwoLogs = !call.data.empty() && !call.desk.empty();
    const bool isWhole =
        call.numbers.size() == 2 && !hasTwoLogs && (call.isChinese || language == "en");
    return isWhole ? std::optional(call) : std::nullopt;
}

boost::json::object named(std::string_view code, const plan::Name& name)
{
    return {{"code", code}, {"name", name.zh}, {"name_en", name.en}};
}

boost::json::object areaOf(const plan::Plan& plan, const plan::Area& area)
{
    boost::json::object out{
        {"number", area.number},
        {"code", area.unit.value},
        {"name", area.name.zh},
        {"name_en", area.name.en}};
    const auto leader = std::ranges::find(plan.posts, area.unit, &plan::Post::unit);
    if (leader != plan.posts.end()) {
        out["leader_post"] = named(leader->code.value, leader->name);
    }
    return out;
}

/// By outline where the plan has one, else by the nearest known seat; which of both is said.
boost::json::object streetOf(const plan::Street& street, bool isByOutline)
{
    auto out = named(street.code.value, street.name);
    out[isByOutline ? "by_outline" : "nearest_seat"] = true;
    return out;
}

boost::json::object
found(const plan::Plan& plan, const plan::PlaceShapes& shapes, const plan::Place& place)
{
    boost::json::object out{
        {"zone", nullptr},
        {"area", nullptr},
        {"district", nullptr},
        {"street", nullptr},
        {"community", nullptr}};
    if (const plan::Area* area = plan.area(place.area)) {
        out["area"] = areaOf(plan, *area);
        if (const plan::Zone* zone = plan.zone(area->zone)) {
            out["zone"] = named(zone->code.value, zone->name);
        }
    }
    if (const plan::District* district = plan.district(place.district)) {
        out["district"] = named(district->code.value, district->name);
    }
    if (const plan::Street* street = plan.street(place.street)) {
        out["street"] = streetOf(*street, plan::isByOutline(place, shapes));
    }
    const auto community =
        std::ranges::find(plan.communities, place.community, &plan::Community::code);
    if (community != plan.communities.end()) {
        out["community"] = named(community->code.value, community->name);
    }
    return out;
}

// Written by hand: Boost.JSON knows numbers only as 1.143E2.
std::string serialized(Wgs84 point, const boost::json::object& rest)
{
    return std::format("{{\"lon\":{:.7f},\"lat\":{:.7f},", point.lon, point.lat)
           + boost::json::serialize(rest).substr(1);
}

std::filesystem::path folderOf(const Call& call)
{
    return call.plan.empty() ? app::resourcesFolder() / "plans" / "wuhan"
                             : std::filesystem::path(call.plan);
}

model::PlanPtr planFor(const Call& call, std::ostream& err)
{
    const std::filesystem::path dir = folderOf(call);
    auto made = planOn({dir, call.on, call.data, call.desk}, SystemClock().now(), err);
    if (made) {
        return made->plan;
    }
    const Code code = made.error().code;
    if (code == Code::PlanMissing || code == Code::PlanBroken) {
        err << dir.string()
            << (call.isChinese ? "：不能使用此方案，详见 sanzhenctl plan check\n"
                               : ": this plan cannot be used, see sanzhenctl plan check\n");
    } else {
        err << inWords(made.error(), call.isChinese) << '\n';
    }
    return nullptr;
}

/// The first argument that is neither a number nor an option with its value; empty: it is their count that is wrong.
std::string strangeIn(std::span<const std::string> args)
{
    static constexpr std::array<std::string_view, 6> kOptions{"--from", "--plan", "--on",
                                                              "--data", "--desk", "--language"};
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (std::ranges::contains(kOptions, args[i])) {
            ++i;
        } else if (!numberIn(args[i])) {
            return args[i];
        }
    }
    return {};
}

/// A misspelt call has its language all the same.
bool isChineseCall(std::span<const std::string> args)
{
    const auto at = std::ranges::find(args, std::string_view("--language"));
    return at != args.end() && at + 1 != args.end() ? *(at + 1) == "zh_CN" : speaksChinese();
}

void tellMisuse(std::span<const std::string> args, std::ostream& err)
{
    const bool isChinese = isChineseCall(args);
    if (const std::string strange = strangeIn(args); !strange.empty()) {
        err << (isChinese ? "不是经纬度数字，也不是选项：" : "neither a number nor an option: ")
            << layers::shown(strange) << '\n';
    }
    err << kUsage;
}

} // namespace

int runLocate(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    if (args.size() == 1 && args.front() == "--help") {
        out << kUsage;
        return kGood;
    }
    const auto call = parsed(args);
    if (!call) {
        tellMisuse(args, err);
        return kMisused;
    }
    const auto system = geo::systemFrom(call->from);
    if (!system) {
        err << (call->isChinese ? "没有这种坐标系：" : "no such coordinate system: ")
            << system.error().detail << '\n';
        return kMisused;
    }
    const auto point = geo::toWgs84({call->numbers[0], call->numbers[1]}, *system);
    if (!point) {
        err << (call->isChinese ? "不是该坐标系的坐标：" : "not coordinates of this system: ")
            << std::format("{} {}", call->numbers[0], call->numbers[1])
            << (call->isChinese ? "（先经度、后纬度；平面坐标先东、后北）"
                                : " (" + point.error().detail + ")")
            << '\n';
        return kFaulty;
    }
    const auto plan = planFor(*call, err);
    if (!plan) {
        return kFaulty;
    }
    // planFor has refused a folder with bad ones.
    const auto shapes = std::make_shared<const plan::PlaceShapes>(
        plan::loadPlaceShapes(folderOf(*call), *plan).value_or(plan::PlaceShapes()));
    const plan::PlaceIndex index(plan);
    index.setShapes(shapes);
    out << serialized(*point, found(*plan, *shapes, index.placeAt(*point))) << '\n';
    return kGood;
}

} // namespace sz::ctl
