// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/place/PlaceCommand.h"

#include "app/ctl/CtlWords.h"
#include "app/ctl/Language.h"
#include "app/ctl/PlainJson.h"
#include "app/folders/Resources.h"
#include "app/words/Numbers.h"
#include "data/layers/child/ReadConfined.h"
#include "data/layers/LayerPlaces.h"
#include "data/layers/text/RemarkText.h"
#include "data/plan/MapFinder.h"
#include "data/plan/PlaceShapes.h"
#include "maps/packs/PackPlaces.h"

#include <boost/json.hpp>

#include <array>
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
    "usage: sanzhenctl place TEXT [--layer FILE]... [--pack FILE]... [--most N] [--plan DIR] "
    "[--json] [--language zh_CN|en]\n"
    "  TEXT: an address (江汉区银松小路), or a name in Chinese, pinyin or initials\n"
    "  --layer FILE  a map layer whose points are searched, too\n"
    "  --pack FILE   a base map whose names (roads, water, places) are searched, too: made by "
    "sanzhenctl pack build\n";

struct Call
{
    std::string text;
    std::vector<std::string> layers;
    std::vector<std::string> packs;
    std::string plan;
    std::string most = "5";
    std::size_t limit = 5;
    bool isJson = false;
    bool isChinese = false;
};

Result<void> checkWhole(Call& call, const std::string& language)
{
    const auto speaks = readLanguage(language);
    const auto limit = words::readNumber("--most", call.most, 1, kMostCandidates);
    if (!speaks || !limit) {
        return std::unexpected(speaks ? limit.error() : speaks.error());
    }
    call.isChinese = *speaks;
    call.limit = *limit;
    return call.text.empty() ? Result<void>(wordMissing("TEXT")) : Result<void>{};
}

Result<Call> parsed(std::span<const std::string> args)
{
    Call call;
    std::string language = speaksChinese() ? "zh_CN" : "en";
    std::string layer;
    std::string pack;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& arg = args[i];
        std::string* value = arg == "--layer"      ? &layer
                             : arg == "--pack"     ? &pack
                             : arg == "--plan"     ? &call.plan
                             : arg == "--most"     ? &call.most
                             : arg == "--language" ? &language
                                                   : nullptr;
        if (value != nullptr) {
            if (++i == args.size()) {
                return valueMissing(arg);
            }
            *value = args[i];
            if (value == &layer) {
                call.layers.push_back(layer);
            } else if (value == &pack) {
                call.packs.push_back(pack);
            }
        } else if (arg == "--json") {
            call.isJson = true;
        } else if (!arg.starts_with("--")) { // words need no quotes
            call.text += (call.text.empty() ? "" : " ") + arg;
        } else {
            return noSuchOption(arg);
        }
    }
    return checkWhole(call, language).transform([&] { return std::move(call); });
}

/// Sorts of the plan, then those of base maps.
std::size_t rowOf(const plan::FoundPlace& place)
{
    constexpr std::size_t kOfMap = 7;
    return place.mapSort ? kOfMap + static_cast<std::size_t>(*place.mapSort)
                         : static_cast<std::size_t>(place.match.sort);
}

const char* sortName(const plan::FoundPlace& place)
{
    static constexpr std::array kNames{"street",    "community", "area", "district", "duty-room",
                                       "key-place", "resource",  "road", "water",    "map-place"};
    return kNames.at(rowOf(place));
}

const char* sortChinese(const plan::FoundPlace& place)
{
    static constexpr std::array kNames{"街道",     "社区", "片区", "区",   "值班室",
                                       "重点场所", "资源", "道路", "水域", "地图地点"};
    return kNames.at(rowOf(place));
}

class Answer
{
public:
    Answer(const Call& call, const plan::Plan& plan) : m_call(call), m_plan(plan) {}

    void json(const std::vector<plan::FoundAddress>& matches, std::ostream& out) const
    {
        boost::json::array list;
        for (const plan::FoundAddress& one : matches) {
            list.push_back(objectOf(one));
        }
        out << plainJson(
            boost::json::object{{"text", m_call.text}, {"candidates", std::move(list)}})
            << '\n';
    }

    void text(const std::vector<plan::FoundAddress>& matches, std::ostream& out) const
    {
        for (const plan::FoundAddress& one : matches) {
            const plan::Name& name = one.place.match.name;
            const bool isChinese = m_call.isChinese || name.en.empty();
            out << std::format(
                "{:3.0f} %  {} ({})  {}", one.confidence * 100,
                layers::shown(isChinese ? name.zh : name.en),
                m_call.isChinese ? sortChinese(one.place) : sortName(one.place),
                whereOf(one.place.match.place));
            if (const auto point = one.place.match.place.point) {
                out << std::format("  {:.5f} {:.5f}", point->lon, point->lat);
            }
            if (!one.found.empty()) {
                out << (m_call.isChinese ? "  依据“" : "  by \"") << layers::shown(one.found)
                    << (m_call.isChinese ? "”" : "\"");
            }
            if (!one.place.source.empty()) {
                out << (m_call.isChinese ? "  来源：底图 " : "  from the base map ")
                    << layers::shown(one.place.source);
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

    [[nodiscard]] boost::json::object objectOf(const plan::FoundAddress& one) const
    {
        const plan::Place& place = one.place.match.place;
        boost::json::object out{
            {"name", one.place.match.name.zh},
            {"name_en", one.place.match.name.en},
            {"sort", sortName(one.place)},
            {"confidence", std::round(one.confidence * 1000) / 1000},
            {"found", one.found},
            {"area", nullptr},
            {"district", nullptr},
            {"street", nullptr},
            {"community", nullptr},
            {"lon", nullptr},
            {"lat", nullptr},
            {"is_approximate", place.isApproximate},
            {"phone", one.place.match.phone},
            {"source", nullptr}};
        if (!one.place.source.empty()) {
            out["source"] = one.place.source;
        }
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

std::filesystem::path folderOf(const Call& call)
{
    return call.plan.empty() ? app::resourcesFolder() / "plans" / "wuhan"
                             : std::filesystem::path(call.plan);
}

std::shared_ptr<const plan::Plan> planFor(const Call& call, std::ostream& err)
{
    const std::filesystem::path dir = folderOf(call);
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
        const layers::Layer layer = layers::readConfinedLayer(file);
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

/// False when one of them cannot be used; it is told.
bool addPacks(const Call& call, plan::MapFinder& maps, std::ostream& err)
{
    const auto tell = [&](const std::string& file, const packs::Words& words) {
        err << file << (call.isChinese ? "：" + words.zh : ": " + words.en) << '\n';
        return false;
    };
    std::vector<plan::MapNameList> lists;
    for (const std::string& file : call.packs) {
        const auto pack = packs::openPack(file);
        if (!pack) {
            return tell(file, packs::wordsFor(pack.error()));
        }
        packs::PackNames names = packs::readPackNames(file);
        if (names.problem) {
            return tell(file, packs::wordsFor(*names.problem));
        }
        if (!names.isThere) {
            return tell(
                file, {"has no table of names: make it with sanzhenctl pack build",
                       "没有地名表：请用 sanzhenctl pack build 制作"});
        }
        lists.push_back(maps::mapNamesOf((*pack)->info().name, std::move(names)));
    }
    if (!lists.empty()) {
        maps.setNames(std::make_shared<const plan::MapNames>(std::move(lists)));
    }
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
        tellMisuse(call.error(), kUsage, speaksChinese(), err);
        return kMisused;
    }
    const auto plan = planFor(*call, err);
    if (plan == nullptr) {
        return kFaulty;
    }
    const plan::PlaceFinder finder(plan);
    finder.setShapes(std::make_shared<const plan::PlaceShapes>(
        plan::loadPlaceShapes(folderOf(*call), *plan).value_or(plan::PlaceShapes())));
    plan::MapFinder maps(plan);
    if (!addLayers(*call, finder, err) || !addPacks(*call, maps, err)) {
        return kFaulty;
    }
    const auto matches = plan::resolvePlaces(finder, &maps, call->text, call->limit);
    if (call->isJson) {
        Answer(*call, *plan).json(matches, out);
    } else if (matches.empty()) {
        err << (call->isChinese ? "没有与之相符的地点：" : "no place fits: ")
            << layers::shown(call->text) << '\n';
    } else {
        Answer(*call, *plan).text(matches, out);
    }
    return matches.empty() ? kFaulty : kGood;
}

} // namespace sz::ctl
