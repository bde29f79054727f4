// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/pack/BuildCommand.h"

#include "app/ctl/CtlWords.h"
#include "app/ctl/Language.h"
#include "app/ctl/OsmWords.h"
#include "maps/osm/PackBuilder.h"

#include <QGuiApplication>

#include <boost/json.hpp>

#include <charconv>
#include <format>
#include <memory>
#include <optional>

namespace sz::ctl {
namespace {

using maps::osm::PackMade;
using maps::osm::PackOrder;
using maps::osm::PackProgress;

constexpr int kGood = 0;
constexpr int kFailed = 1;
constexpr int kMisused = 2;

constexpr const char* kUsage =
    "usage: sanzhenctl pack build --osm FILE.osm.pbf --out FILE.mbtiles [--zoom A-B] [--name "
    "TEXT]\n"
    "                             [--json] [--quiet] [--language zh_CN|en]\n"
    "  FILE.osm.pbf  an extract of OpenStreetMap as large as the city; cut it before (osmium "
    "extract)\n"
    "  --zoom A-B    5 to 17, 9-15 unless told; each further level is four times as many tiles\n"
    "  A run that was stopped goes on where it was when it is called again with the same files and "
    "zooms.\n";

struct Call
{
    PackOrder order;
    bool isJson = false;
    bool isQuiet = false;
    bool isChinese = false;
};

std::optional<int> numberOf(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

Result<void> takeZooms(const std::string& text, PackOrder& order)
{
    const std::size_t dash = text.find('-');
    const auto least = numberOf(std::string_view(text).substr(0, dash));
    const auto most =
        dash == std::string::npos ? least : numberOf(std::string_view(text).substr(dash + 1));
    if (!least || !most || *least < maps::osm::kLeastPackZoom || *most > maps::osm::kMostPackZoom
        || *least > *most) {
        return fail(
            Code::BadArgument,
            std::format(
                "takes zooms from {} to {}, like 6-14, not {}", maps::osm::kLeastPackZoom,
                maps::osm::kMostPackZoom, text),
            "--zoom");
    }
    order.minZoom = *least;
    order.maxZoom = *most;
    return {};
}

/// Options that take a value.
Result<void> takeValue(Call& call, const std::string& option, const std::string& value)
{
    if (option == "--osm") {
        call.order.source = value;
    } else if (option == "--out") {
        call.order.target = value;
    } else if (option == "--name") {
        call.order.name = value;
    } else if (option == "--zoom") {
        return takeZooms(value, call.order);
    } else if (option == "--language") {
        return readLanguage(value).transform([&](bool isChinese) { call.isChinese = isChinese; });
    } else {
        return noSuchOption(option);
    }
    return {};
}

Result<Call> parsed(std::span<const std::string> args)
{
    Call call;
    call.isChinese = speaksChinese();
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--json") {
            call.isJson = true;
            continue;
        }
        if (args[i] == "--quiet") {
            call.isQuiet = true;
            continue;
        }
        if (i + 1 == args.size()) {
            return args[i].starts_with("--") ? valueMissing(args[i]) : noSuchWord(args[i]);
        }
        if (const auto taken = takeValue(call, args[i], args[i + 1]); !taken) {
            return std::unexpected(taken.error());
        }
        ++i;
    }
    if (call.order.source.empty() || call.order.target.empty()) {
        return wordMissing(call.order.source.empty() ? "--osm" : "--out");
    }
    return call;
}

Words wordsFor(const Error& error)
{
    switch (error.code) {
    case Code::FileMalformed:
        return osmWords(error.detail);
    case Code::NotFound:
        return {"there is no such file", "文件不存在"};
    case Code::LimitOutOfRange:
        return {
            "would be too many (" + error.detail + "): choose fewer zooms with --zoom",
            "瓦片过多（" + error.detail + "）：请用 --zoom 减少级别"};
    case Code::NoSpace:
        return {
            "the disk is full: make room and call it again, it goes on where it was",
            "磁盘已满：清理后重新运行即可续做"};
    case Code::Cancelled:
        return {"stopped: call it again, it goes on where it was", "已停止：重新运行即可续做"};
    case Code::StoreWrite:
    case Code::StoreOpen:
    case Code::Io:
        return {
            "cannot be read or written (" + error.detail + ")", "无法读写（" + error.detail + "）"};
    default:
        return {error.detail, error.detail};
    }
}

int refuse(const Call& call, const Error& error, std::ostream& out, std::ostream& err)
{
    const Words words = wordsFor(error);
    if (call.isJson) {
        out << boost::json::serialize(boost::json::object{
            {"good", false},
            {"file", error.where},
            {"detail", error.detail},
            {"reason", words.en},
            {"reason_zh", words.zh}})
            << '\n';
    } else {
        err
            << (call.isChinese ? std::format("{}：{}\n", error.where, words.zh)
                               : std::format("{}: {}\n", error.where, words.en));
    }
    return kFailed;
}

void tell(const Call& call, const PackMade& made, std::ostream& out)
{
    const PackOrder& order = call.order;
    if (call.isJson) {
        out << boost::json::serialize(boost::json::object{
            {"good", true},
            {"file", order.target.string()},
            {"tiles", made.tiles},
            {"resumed", made.resumed},
            {"shapes", made.shapes},
            {"places", made.places},
            {"names", made.names},
            {"min_zoom", order.minZoom},
            {"max_zoom", order.maxZoom}})
            << '\n';
        return;
    }
    out
        << (call.isChinese ? std::format(
                                 "{}：{} 张瓦片（{}–{} 级），图形 {}，地点 {}，可检索地名 "
                                 "{}；其中续做前已有 {} "
                                 "张\n",
                                 order.target.string(), made.tiles, order.minZoom, order.maxZoom,
                                 made.shapes, made.places, made.names, made.resumed)
                           : std::format(
                                 "{}: {} tiles (zoom {}-{}) of {} shapes and {} places, {} names "
                                 "to search; {} "
                                 "tiles were there from before\n",
                                 order.target.string(), made.tiles, order.minZoom, order.maxZoom,
                                 made.shapes, made.places, made.names, made.resumed));
}

/// A line a percent, not a tile.
class Progress
{
public:
    Progress(const Call& call, std::ostream& err) : m_call(call), m_err(err) {}

    bool operator()(const PackProgress& now)
    {
        const int percent = static_cast<int>(100 * now.done / std::max<std::uint64_t>(now.all, 1));
        if (m_call.isQuiet || (percent == m_percent && now.isReading == m_isReading)) {
            return true;
        }
        m_percent = percent;
        m_isReading = now.isReading;
        if (now.isReading) {
            m_err
                << (m_call.isChinese ? std::format("读取 {} %\n", percent)
                                     : std::format("reading {} %\n", percent));
        } else {
            m_err
                << (m_call.isChinese ? std::format(
                                           "绘制 {} %（{} 级，{}/{} 张）\n", percent, now.zoom,
                                           now.done, now.all)
                                     : std::format(
                                           "painting {} % (zoom {}, {} of {} tiles)\n", percent,
                                           now.zoom, now.done, now.all));
        }
        m_err.flush();
        return true;
    }

private:
    const Call& m_call;
    std::ostream& m_err;
    int m_percent = -1;
    bool m_isReading = false;
};

/// Fonts need one; a server has no display.
std::unique_ptr<QGuiApplication> guiWhenNeeded()
{
    static int argc = 1;
    static char name[] = "sanzhenctl";
    static char* argv[] = {name, nullptr};
    if (QCoreApplication::instance() != nullptr) {
        return nullptr;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int runPackBuild(std::span<const std::string> args, std::ostream& out, std::ostream& err)
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
    const auto gui = guiWhenNeeded();
    Progress progress(*call, err);
    const auto made = maps::osm::buildPack(
        call->order, [&progress](const PackProgress& now) { return progress(now); });
    if (!made) {
        return refuse(*call, made.error(), out, err);
    }
    tell(*call, *made, out);
    return kGood;
}

} // namespace sz::ctl
