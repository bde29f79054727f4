// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/pack/PackText.h"

#include "app/ctl/PlainJson.h"

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>
#include <format>

namespace sz::ctl {
namespace {

using packs::Bounds;
using packs::PackReport;
using packs::Words;

std::string dayOf(Instant at)
{
    return std::format("{:%Y-%m-%d}", std::chrono::floor<std::chrono::days>(at));
}

std::string nameOf(const packs::TileId& tile)
{
    return std::format("{}/{}/{}", tile.zoom, tile.x, tile.y);
}

/// One report told in one language.
class Teller
{
public:
    Teller(const PackReport& report, bool isChinese) : m_report(report), m_isChinese(isChinese) {}

    std::string all()
    {
        head();
        zooms();
        for (const packs::Remark remark : m_report.info.remarks) {
            m_out += std::format("  {} {}\n", say("note:", "提示："), say(wordsFor(remark)));
        }
        names();
        faults();
        verdict();
        return std::move(m_out);
    }

private:
    [[nodiscard]] const char* say(const char* en, const char* zh) const
    {
        return m_isChinese ? zh : en;
    }
    [[nodiscard]] std::string say(const Words& words) const
    {
        return m_isChinese ? words.zh : words.en;
    }

    void line(const char* en, const char* zh, const std::string& value)
    {
        if (!value.empty()) {
            m_out += m_isChinese ? std::format("  {}：{}\n", zh, value)
                                 : std::format("  {:<12} {}\n", en, value);
        }
    }

    void head()
    {
        const packs::PackInfo& info = m_report.info;
        m_out += std::format(
            "{} · {} · {} {} px · {:.1f} MB\n", info.file.string(), packs::sortName(info.sort),
            packs::formatName(info.format), info.tileSide, static_cast<double>(info.bytes) / 1e6);
        line("name", "名称", info.name);
        line("attribution", "署名", info.attribution);
        line("description", "说明", info.description);
        line("version", "版本", info.version);
        line("changed", "文件日期", dayOf(info.changed));
        const Bounds& b = info.bounds;
        line(
            "bounds", "范围",
            std::format("{:.4f}, {:.4f} – {:.4f}, {:.4f}", b.west, b.south, b.east, b.north));
        line("zooms", "缩放级别", std::format("{} – {}", info.minZoom, info.maxZoom));
    }

    void zooms()
    {
        for (const packs::ZoomCoverage& zoom : m_report.zooms) {
            m_out += m_isChinese ? std::format(
                                       "  {:>2} 级：{} 张，范围内应有 {}，缺 {}", zoom.zoom,
                                       zoom.tiles, zoom.expected, zoom.missing)
                                 : std::format(
                                       "  zoom {:>2}: {} tiles, {} in the bounds, {} missing",
                                       zoom.zoom, zoom.tiles, zoom.expected, zoom.missing);
            if (zoom.outside > 0) {
                m_out += m_isChinese ? std::format("，范围外 {}", zoom.outside)
                                     : std::format(", {} outside", zoom.outside);
            }
            if (zoom.missing > 0 && !zoom.firstMissing.empty()) {
                m_out += say(": ", "：");
                for (const packs::TileId& tile : zoom.firstMissing) {
                    m_out += nameOf(tile) + ' ';
                }
                m_out.pop_back();
                m_out += zoom.missing > zoom.firstMissing.size() ? " …" : "";
            }
            m_out += '\n';
        }
    }

    void names()
    {
        const packs::PackNames& names = m_report.names;
        if (names.problem) {
            m_out += std::format(
                "  {}{}\n", say(wordsFor(*names.problem)),
                say("; the tiles are shown without names", "；瓦片照常显示，地名不可检索"));
        } else if (names.isThere) {
            std::string kinds;
            for (const auto& [kind, count] : names.kinds()) {
                kinds += std::format("{}{} {}", kinds.empty() ? "" : ", ", kind, count);
            }
            line(
                "names", "地名",
                std::format("{}{}", names.names.size(), kinds.empty() ? "" : " (" + kinds + ")"));
        }
        if (names.bad > 0) {
            m_out += m_isChinese ? std::format(
                                       "  有 {} 条地名无法使用，已略去；第一条 {}\n", names.bad,
                                       names.firstBad)
                                 : std::format(
                                       "  {} rows of names cannot be used and are left out; the "
                                       "first: {}\n",
                                       names.bad, names.firstBad);
        }
    }

    void faults()
    {
        const auto count = [this](std::uint64_t n, const char* en, const char* zh) {
            if (n > 0) {
                m_out += m_isChinese ? std::format("  {}：{} 张\n", zh, n)
                                     : std::format("  {} {}\n", n, en);
            }
        };
        for (const packs::BadTile& bad : m_report.firstBad) {
            m_out += std::format(
                "  {}{}{}\n", nameOf(bad.id), say(": ", "："), say(wordsFor(bad.problem)));
        }
        std::uint64_t all = 0;
        std::ranges::for_each(m_report.badTiles, [&all](const auto& row) { all += row.second; });
        count(all, "tiles cannot be used", "无法使用的瓦片");
        count(m_report.twice, "tiles stand twice in the file", "重复的瓦片");
        count(m_report.impossible, "tiles have impossible numbers", "编号不存在的瓦片");
        if (m_report.broken) {
            m_out += std::format("  {}\n", say(wordsFor(*m_report.broken)));
        }
    }

    void verdict()
    {
        const char* looked = m_report.isDecoded ? say("all decoded", "已全部解码")
                                                : say("heads and ends looked at", "已查头尾");
        m_out += m_isChinese
                     ? std::format(
                           "  {}：共 {} 张瓦片（{}）\n", m_report.isGood() ? "可以使用" : "有问题",
                           m_report.tiles, looked)
                     : std::format(
                           "  {}: {} tiles ({})\n", m_report.isGood() ? "good" : "faulty",
                           m_report.tiles, looked);
    }

    const PackReport& m_report;
    bool m_isChinese;
    std::string m_out;
};

boost::json::object reasonOf(const Words& words, const char* name)
{
    return {{"code", name}, {"reason", words.en}, {"reason_zh", words.zh}};
}

boost::json::array zoomsOf(const PackReport& report)
{
    boost::json::array zooms;
    for (const packs::ZoomCoverage& zoom : report.zooms) {
        boost::json::array missing;
        for (const packs::TileId& tile : zoom.firstMissing) {
            missing.emplace_back(nameOf(tile));
        }
        zooms.push_back(
            {{"zoom", zoom.zoom},
             {"tiles", zoom.tiles},
             {"in_bounds", zoom.expected},
             {"missing", zoom.missing},
             {"outside", zoom.outside},
             {"first_missing", zoom.missing > 0 ? std::move(missing) : boost::json::array()}});
    }
    return zooms;
}

boost::json::value namesOf(const packs::PackNames& names)
{
    if (!names.isThere && !names.problem) {
        return nullptr;
    }
    boost::json::object kinds;
    for (const auto& [kind, count] : names.kinds()) {
        kinds[kind] = count;
    }
    boost::json::object out{
        {"count", names.names.size()}, {"kinds", std::move(kinds)}, {"bad", names.bad}};
    if (names.bad > 0) {
        out["first_bad"] = names.firstBad;
    }
    if (names.problem) {
        out["broken"] = reasonOf(wordsFor(*names.problem), packs::faultName(names.problem->fault));
    }
    return out;
}

boost::json::array badOf(const PackReport& report)
{
    boost::json::array bad;
    for (const packs::BadTile& one : report.firstBad) {
        boost::json::object row =
            reasonOf(wordsFor(one.problem), packs::faultName(one.problem.fault));
        row["tile"] = nameOf(one.id);
        bad.push_back(std::move(row));
    }
    return bad;
}

} // namespace

std::string packText(const PackReport& report, bool isChinese)
{
    return Teller(report, isChinese).all();
}

std::string refusalText(const std::string& file, const packs::Problem& problem, bool isChinese)
{
    const Words words = wordsFor(problem);
    return isChinese ? std::format("{}：{}\n", file, words.zh)
                     : std::format("{}: {}\n", file, words.en);
}

std::string packJson(const PackReport& report)
{
    const packs::PackInfo& info = report.info;
    boost::json::array notes;
    for (const packs::Remark remark : info.remarks) {
        notes.push_back(reasonOf(wordsFor(remark), packs::remarkName(remark)));
    }
    boost::json::object counts;
    for (const auto& [fault, count] : report.badTiles) {
        counts[packs::faultName(fault)] = count;
    }
    const Bounds& b = info.bounds;
    boost::json::object out{
        {"file", info.file.string()},
        {"good", report.isGood()},
        {"sort", packs::sortName(info.sort)},
        {"name", info.name},
        {"attribution", info.attribution},
        {"description", info.description},
        {"version", info.version},
        {"format", packs::formatName(info.format)},
        {"tile_side", info.tileSide},
        {"bytes", info.bytes},
        {"changed", dayOf(info.changed)},
        {"bounds", {b.west, b.south, b.east, b.north}},
        {"min_zoom", info.minZoom},
        {"max_zoom", info.maxZoom},
        {"tiles", report.tiles},
        {"twice", report.twice},
        {"impossible", report.impossible},
        {"decoded", report.isDecoded},
        {"zooms", zoomsOf(report)},
        {"notes", std::move(notes)},
        {"bad_tiles", std::move(counts)},
        {"first_bad", badOf(report)},
        {"names", namesOf(report.names)}};
    if (report.broken) {
        out["broken"] = reasonOf(wordsFor(*report.broken), packs::faultName(report.broken->fault));
    }
    return plainJson(out);
}

std::string refusalJson(const std::string& file, const packs::Problem& problem)
{
    boost::json::object out = reasonOf(wordsFor(problem), packs::faultName(problem.fault));
    out["file"] = file;
    out["good"] = false;
    return plainJson(out);
}

} // namespace sz::ctl
