// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/place/PlaceCommand.h"

#include "app/ctl/Language.h"
#include "app/folders/Resources.h"
#include "data/layers/LayerPlaces.h"
#include "data/layers/ReadLayer.h"
#include "data/layers/text/RemarkText.h"
#include "data/plan/Places.h"

#include <boost/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <memory>
#include <optional>

namespace sz::ctl {
namespace {

constexpr int kGood = 0;
constexpr int kFaulty = 1;
constexpr int kMisused = 2;
constexpr std::size_t kMostCandidates = 50;

constexpr const char* kUsage =
    "usage: sanzhenctl place TEXT [--layer FILE]... [--most N] [--plan DIR] [--json] "
    "[--language zh_CN|en]\n"
    "  TEXT: an address (江汉区银松小路), or a name in Chinese, pinyin or initials; FILE: a map "
    "layer whose points are "
    "searched, too\n";

struct Call
{
    std::string text;
    std::vector<std::string> layers;
    std::string plan;
    std::string most = "5";
    std::size_t limit = 5;
    bool isJson = false;
    bool isChinese = false;
};

bool takeLimit(Call& call)
{
    const auto [end, error] =
        std::from_chars(call.most.data(), call.most.data() + call.most.size(), call.limit);
    return error == std::errc() && end == call.most.data() + call.most.size() && call.limit > 0
           && call.limit <= kMostCandidates;
}

std::optional<Call> parsed(std::span<const std::string> args)
{
    Call call;
    std::string language = speaksChinese() ? "zh_CN" : "en";
    std::string layer;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& arg = args[i];
        std::string* value = arg == "--layer"      ? &layer
                             : arg == "--plan"     ? &call.plan
                             : arg == "--most"     ? &call.most
                             : arg == "--language" ? &language
                                                   : nullptr;
        if (value != nullptr) {
            if (++i == args.size()) {
                return std::nullopt;
            }
            *value = args[i];
            if (value == &layer) {
                call.layers.push_back(layer);
            }
        } else if (arg == "--json") {
            call.isJson = true;
        } else if (!arg.starts_with("--")) { // words need no quotes
            call.text += (call.text.empty() ? "" : " ") + arg;
        } else {
            return std::nullopt;
        }
    }
    call.isChinese = language == "zh_CN";
    const bool isWhole =
        !call.text.empty() && takeLimit(call) && (call.isChinese || language == "en");
    return isWhole ? std::optional(call) : std::nullopt;
}

const char* sortName(plan::PlaceSort sort)
{
    static constexpr std::array kNames{"street",    "community", "area",    "district",
                                       "duty-room", "key-place", "resource"};
    return kNames.at(static_cast<std::size_t>(sort));
}

const char* sortChinese(plan::PlaceSort sort)
{
    static constexpr std::array kNames{"街道", "社区", "片区", "区", "值班室", "重点场所", "资源"};
    return kNames.at(static_cast<std::size_t>(sort));
}

class Answer
{
public:
    Answer(const Call& call, const plan::Plan& plan) : m_call(call), m_plan(plan) {}

    void json(const std::vector<plan::AddressMatch>& matches, std::ostream& out) const
    {
        boost::json::array list;
        for (const plan::AddressMatch& one : matches) {
            list.push_back(objectOf(one));
        }
        out << boost::json::serialize(
            boost::json::object{{"text", m_call.text}, {"candidates", std::move(list)}})
            << '\n';
    }

    void text(const std::vector<plan::AddressMatch>& matches, std::ostream& out) const
    {
        for (const plan::AddressMatch& one : matches) {
            const plan::Name& name = one.match.name;
            const bool isChinese = m_call.isChinese || name.en.empty();
            out << std::format(
                "{:3.0f} %  {} ({})  {}", one.confidence * 100,
                layers::shown(isChinese ? name.zh : name.en),
                m_call.isChinese ? sortChinese(one.match.sort) : sortName(one.match.sort),
                whereOf(one.match.place));
            if (const auto point = one.match.place.point) {
                out << std::format("  {:.5f} {:.5f}", point->lon, point->lat);
            }
            if (!one.found.empty()) {
                out << (m_call.isChinese ? "  依据“" : "  by \"") << layers::shown(one.found)
                    << (m_call.isChinese ? "”" : "\"");
            }
            out << '\n';
        }
    }

private:
    [[nodiscard]] std::string whereOf(const plan::Place& place) const
    {
        std::string out;
        const auto add = [&](const plan::Name& name) {
            out += (out.empty() ? "" : " · ") + (m_call.isChinese ? name.zh : name.en);
        };
        if (const plan::District* district = m_plan.district(place.district)) {
            add(district->name);
        }
        if (const plan::Area* area = m_plan.area(place.area)) {
            add(area->name);
        }
        if (const plan::Street* street = m_plan.street(place.street)) {
            add(street->name);
        }
        return out;
    }

    [[nodiscard]] boost::json::object objectOf(const plan::AddressMatch& one) const
    {
        const plan::Place& place = one.match.place;
        boost::json::object out{
            {"name", one.match.name.zh},
            {"name_en", one.match.name.en},
            {"sort", sortName(one.match.sort)},
            {"confidence", std::round(one.confidence * 1000) / 1000},
            {"found", one.found},
            {"area", nullptr},
            {"district", nullptr},
            {"street", nullptr},
            {"community", nullptr},
            {"lon", nullptr},
            {"lat", nullptr},
            {"is_approximate", place.isApproximate},
            {"phone", one.match.phone}};
        if (place.area != 0) {
            out["area"] = place.area;
        }
        const auto code = [&out](const char* key, const std::string& value) {
            if (!value.empty()) {
                out[key] = value;
            }
        };
        code("district", place.district.value);
        code("street", place.street.value);
        code("community", place.community.value);
        if (place.point) {
            out["lon"] = place.point->lon;
            out["lat"] = place.point->lat;
        }
        return out;
    }

    const Call& m_call;
    const plan::Plan& m_plan;
};

std::shared_ptr<const plan::Plan> planFor(const Call& call, std::ostream& err)
{
    const std::filesystem::path dir = call.plan.empty() ? app::resourcesFolder() / "plans" / "wuhan"
                                                        : std::filesystem::path(call.plan);
    auto loaded = plan::loadPlan(dir);
    if (loaded) {
        return std::make_shared<const plan::Plan>(std::move(loaded->plan));
    }
    err << dir.string()
        << (call.isChinese ? "：不能使用此方案，详见 sanzhenctl plan check\n"
                           : ": this plan cannot be used, see sanzhenctl plan check\n");
    return nullptr;
}

/// False when one of them cannot be used; it is told.
bool addLayers(const Call& call, const plan::PlaceFinder& finder, std::ostream& err)
{
    std::vector<plan::ExtraPlace> extras;
    for (const std::string& file : call.layers) {
        const layers::Layer layer = layers::readLayer(file);
        if (layer.features.empty()) {
            err << file
                << (call.isChinese ? "：没有可用的要素，详见 sanzhenctl layer check\n"
                                   : ": nothing in it can be used, see sanzhenctl layer check\n");
            return false;
        }
        for (plan::ExtraPlace& place : layers::placesOf(layer)) {
            extras.push_back(std::move(place));
        }
    }
    finder.setExtras(extras);
    return true;
}

} // namespace

int runPlace(std::span<const std::string> args, std::ostream& out, std::ostream& err)
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
    const auto plan = planFor(*call, err);
    if (plan == nullptr) {
        return kFaulty;
    }
    const plan::PlaceFinder finder(plan);
    if (!addLayers(*call, finder, err)) {
        return kFaulty;
    }
    const auto matches = finder.resolve(call->text, call->limit);
    if (call->isJson) {
        Answer(*call, *plan).json(matches, out);
    } else if (matches.empty()) {
        err << (call->isChinese ? "方案中没有与之相符的地点：" : "no place of the plan fits: ")
            << layers::shown(call->text) << '\n';
    } else {
        Answer(*call, *plan).text(matches, out);
    }
    return matches.empty() ? kFaulty : kGood;
}

} // namespace sz::ctl
