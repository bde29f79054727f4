// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/layer/LayerReport.h"

#include "app/ctl/PlainJson.h"
#include "data/layers/text/RemarkText.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <format>
#include <map>

namespace sz::ctl {
namespace {

using layers::LayerSummary;
using layers::Level;
using layers::Remark;

constexpr std::size_t kShownEach = 5; ///< remarks of one matter in a text
constexpr std::size_t kShownNames = 40;

constexpr std::array<const char*, layers::kGeometryKinds> kKindsZh{"无几何", "点", "多点", "线",
                                                                   "多线",   "面", "多面", "混合"};

std::string numbered(double value)
{
    return std::format("{:.6f}", value);
}

std::string systemText(const LayerSummary& layer, std::string_view from, bool isChinese)
{
    if (!from.empty()) {
        return std::string(from) + (isChinese ? "（--from 指定）" : " (as --from says)");
    }
    std::string out;
    for (const layers::Group& group : layer.groups) {
        const std::string text =
            group.system.isStated()
                ? layers::shown(group.system.text)
                : std::string(isChinese ? "未说明，按 WGS-84" : "not said, taken as WGS-84");
        if (out.find(text) == std::string::npos && out.size() < 200) {
            out += (out.empty() ? "" : ", ") + text;
        }
    }
    return out;
}

std::string kindsText(const LayerSummary& layer, bool isChinese)
{
    std::string out;
    const auto& counts = layer.kinds;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts.at(i) > 0) {
            const char* name =
                isChinese ? kKindsZh.at(i) : layers::kindName(static_cast<layers::GeometryKind>(i));
            out += std::format("{}{} {}", out.empty() ? "" : ", ", counts.at(i), name);
        }
    }
    return out;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), kShownNames); ++i) {
        out += (out.empty() ? "" : ", ") + layers::shown(names[i]);
    }
    return names.size() > kShownNames ? out + ", …" : out;
}

std::string remarkLine(const Remark& remark, std::string_view file, bool isChinese)
{
    const auto level = layers::levelText(layers::levelOf(remark.matter));
    const auto place = layers::placeOf(remark.feature);
    const auto text = layers::sentenceOf(remark);
    const std::string where = isChinese ? place.zh : place.en;
    return isChinese
               ? std::format(
                     "{}：{}{}{}{}\n", level.zh, file, where.empty() ? "" : " ", where,
                     "：" + text.zh)
               : std::format(
                     "{}: {}{}{}: {}\n", level.en, file, where.empty() ? "" : " ", where, text.en);
}

std::string remarksText(const LayerSummary& layer, std::string_view file, bool isChinese)
{
    std::string out;
    for (const Level level : {Level::Refused, Level::Repaired, Level::Warned, Level::Ignored}) {
        std::map<layers::Matter, std::size_t> shown;
        for (const Remark& remark : layer.remarks.kept()) {
            if (layers::levelOf(remark.matter) == level && ++shown[remark.matter] <= kShownEach) {
                out += remarkLine(remark, file, isChinese);
            }
        }
        for (const auto& [matter, kept] : shown) {
            const std::uint64_t count = layer.remarks.count(matter);
            if (count > kShownEach) {
                out += isChinese ? std::format("  …… 同类另有 {} 处\n", count - kShownEach)
                                 : std::format(
                                       "  … {} more like {}\n", count - kShownEach,
                                       layers::matterName(matter));
            }
        }
    }
    return out;
}

std::string headText(const LayerSummary& layer, std::string_view from, bool isChinese)
{
    std::string out = std::format(
        "  {}  {}{}\n", isChinese ? "格式" : "format  ", layers::formatName(layer.format),
        layer.encoding.empty() ? "" : " · " + layer.encoding);
    out += std::format(
        "  {}  {}\n", isChinese ? "坐标系" : "system  ", systemText(layer, from, isChinese));
    out += std::format(
        "  {}  {}{}\n", isChinese ? "要素" : "features",
        isChinese ? std::format("读到 {} 个，可用 {} 个", layer.read, layer.good)
                  : std::format("{} read, {} good", layer.read, layer.good),
        layer.good == 0 ? "" : (isChinese ? "：" : ": ") + kindsText(layer, isChinese));
    if (layer.extent) {
        const auto& box = *layer.extent;
        out += std::format(
            "  {}  {} {} – {} {}\n", isChinese ? "范围（WGS-84）" : "extent  ",
            numbered(box.southWest.lon), numbered(box.southWest.lat), numbered(box.northEast.lon),
            numbered(box.northEast.lat));
    }
    if (!layer.names.empty()) {
        out += std::format("  {}  {}\n", isChinese ? "属性" : "properties", joined(layer.names));
    }
    return out;
}

boost::json::array extentJson(const layers::Extent& box)
{
    return {box.southWest.lon, box.southWest.lat, box.northEast.lon, box.northEast.lat};
}

boost::json::object remarkJson(const Remark& remark)
{
    const auto text = layers::sentenceOf(remark);
    boost::json::object out{
        {"level", layers::levelName(layers::levelOf(remark.matter))},
        {"matter", layers::matterName(remark.matter)},
        {"text", text.en},
        {"text_zh", text.zh}};
    if (remark.feature.number > 0) {
        out["feature"] = remark.feature.number;
        out["id"] = layers::shown(remark.feature.id);
        out["name"] = layers::shown(remark.feature.name);
    }
    if (remark.feature.line > 0) {
        out["line"] = remark.feature.line;
    }
    if (remark.feature.offset > 0) {
        out["byte"] = remark.feature.offset;
    }
    return out;
}

boost::json::array groupsJson(const LayerSummary& layer)
{
    boost::json::array out;
    for (const layers::Group& group : layer.groups) {
        boost::json::object one{{"name", layers::shown(group.name)}, {"system", nullptr}};
        if (group.system.isStated()) {
            one["system"] = layers::shown(group.system.text);
        }
        out.push_back(std::move(one));
    }
    return out;
}

boost::json::object kindsJson(const LayerSummary& layer)
{
    boost::json::object out;
    const auto& counts = layer.kinds;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts.at(i) > 0) {
            out[layers::kindName(static_cast<layers::GeometryKind>(i))] = counts.at(i);
        }
    }
    return out;
}

} // namespace

std::string layerText(
    const layers::LayerSummary& layer,
    std::string_view file,
    std::string_view from,
    bool isChinese)
{
    std::string out(file);
    out += layer.isRefused() ? (isChinese ? "：有退回\n" : ": refused\n")
                             : (isChinese ? "：可用\n" : ": good\n");
    if (layer.format != layers::Format::Unknown) {
        out += headText(layer, from, isChinese);
    }
    return out + remarksText(layer, file, isChinese);
}

std::string
layerJson(const layers::LayerSummary& layer, std::string_view file, std::string_view from)
{
    boost::json::array names;
    for (const std::string& name : layer.names) {
        names.push_back(boost::json::value(layers::shown(name)));
    }
    boost::json::array remarks;
    boost::json::object counts;
    for (const Remark& remark : layer.remarks.kept()) {
        remarks.push_back(remarkJson(remark));
        counts[layers::matterName(remark.matter)] = layer.remarks.count(remark.matter);
    }
    boost::json::object out{
        {"file", layers::shown(file)},
        {"refused", layer.isRefused()},
        {"format", layers::formatName(layer.format)},
        {"encoding", layer.encoding},
        {"from", from},
        {"groups", groupsJson(layer)},
        {"read", layer.read},
        {"features", layer.good},
        {"points", layer.points},
        {"geometry", kindsJson(layer)},
        {"extent", nullptr},
        {"properties", std::move(names)},
        {"counts", std::move(counts)},
        {"remarks", std::move(remarks)}};
    if (layer.extent) {
        out["extent"] = extentJson(*layer.extent);
    }
    return plainJson(out) + '\n';
}

} // namespace sz::ctl
