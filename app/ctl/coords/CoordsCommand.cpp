// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/coords/CoordsCommand.h"

#include "app/ctl/coords/PointTable.h"
#include "app/ctl/Language.h"
#include "data/geo/CoordinateSystem.h"
#include "data/geo/Datum.h"

#include <charconv>
#include <cmath>
#include <format>
#include <fstream>
#include <iterator>
#include <optional>

namespace sz::ctl {
namespace {

constexpr int kGood = 0;
constexpr int kFaulty = 1;
constexpr int kMisused = 2;

constexpr const char* kUsage =
    "usage: sanzhenctl coords --from SYSTEM --to SYSTEM FILE.csv [--out FILE] [--skip-bad] "
    "[--language zh_CN|en]\n"
    "  SYSTEM: wgs84, cgcs2000, gcj02, bd09, gk114 (3-degree Gauss-Krueger by central meridian), "
    "gk38 (by zone, eastings\n"
    "          begin with its number), epsg:4326, epsg:4490, epsg:4513 to epsg:4554\n"
    "  Columns lon and lat (or 经度 and 纬度, east and north) are converted, everything else stays "
    "as it is.\n";

struct Call
{
    std::string from;
    std::string to;
    std::string file;
    std::string out;
    bool skipsBad = false;
    bool isChinese = false;
};

std::optional<Call> parsed(std::span<const std::string> args)
{
    Call call;
    call.isChinese = speaksChinese();
    std::string language;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& arg = args[i];
        std::string* value = arg == "--from"       ? &call.from
                             : arg == "--to"       ? &call.to
                             : arg == "--out"      ? &call.out
                             : arg == "--language" ? &language
                                                   : nullptr;
        if (value != nullptr) {
            if (++i == args.size()) {
                return std::nullopt;
            }
            *value = args[i];
        } else if (arg == "--skip-bad") {
            call.skipsBad = true;
        } else if (call.file.empty() && !arg.starts_with("--")) {
            call.file = arg;
        } else {
            return std::nullopt;
        }
    }
    if (!language.empty()) {
        if (language != "zh_CN" && language != "en") {
            return std::nullopt;
        }
        call.isChinese = language == "zh_CN";
    }
    const bool isWhole = !call.from.empty() && !call.to.empty() && !call.file.empty();
    return isWhole ? std::optional(call) : std::nullopt;
}

class Conversion
{
public:
    Conversion(const Call& call, geo::CoordinateSystem from, geo::CoordinateSystem to)
        : m_call(call), m_from(from), m_to(to)
    {
    }

    int run(std::ostream& out, std::ostream& err)
    {
        std::ifstream in(m_call.file, std::ios::binary);
        if (!in) {
            err << m_call.file << say(": cannot be read\n", "：无法读取\n");
            return kFaulty;
        }
        const std::string text{std::istreambuf_iterator(in), {}};
        TableFault why{};
        const auto table = cutTable(text, why);
        if (!table) {
            err << m_call.file << say(": ", "：") << tableText(why) << '\n';
            return kFaulty;
        }
        const std::string converted = convert(*table, err);
        tellSums(err);
        if (m_bad > 0 && !m_call.skipsBad) {
            err << say(
                "nothing was written; --skip-bad leaves these rows out\n",
                "未写出任何内容；加 --skip-bad 可略过这些行\n");
            return kFaulty;
        }
        return write(converted, out, err) && m_bad == 0 ? kGood : kFaulty;
    }

private:
    [[nodiscard]] const char* say(const char* en, const char* zh) const
    {
        return m_call.isChinese ? zh : en;
    }

    [[nodiscard]] const char* tableText(TableFault why) const
    {
        switch (why) {
        case TableFault::Empty:
            return say("the file is empty", "文件是空的");
        case TableFault::Utf16:
            return say("UTF-16 text: save it as UTF-8", "文件是 UTF-16 编码，请另存为 UTF-8");
        case TableFault::Ambiguous:
            return say(
                "columns x and y are ambiguous: name them east and north",
                "x、y 列含义不明（测绘以 x 为北）：请改名为 east、north 或 东坐标、北坐标");
        case TableFault::OpenQuote:
            return say("a quote is never closed", "有引号没有闭合");
        case TableFault::NoPair:
            break;
        }
        return say(
            "line 1: no columns lon and lat (or 经度 and 纬度, east and north)",
            "第 1 行：没有经度、纬度两列（lon、lat 或 东坐标、北坐标）");
    }

    std::string convert(const PointTable& table, std::ostream& err)
    {
        std::string out(table.mark);
        out += head(table);
        for (const PointRow& row : table.rows) {
            if (row.cells.empty()) {
                out += row.text;
                out += row.end;
            } else if (const auto pair = converted(table, row, err)) {
                out += joined(table, row, *pair);
                ++m_good;
            } else {
                ++m_bad;
            }
        }
        return out;
    }

    // Numbers under "lon" must be degrees: a column that changes its meaning changes its name.
    [[nodiscard]] std::string head(const PointTable& table) const
    {
        if (m_from.isPlane() == m_to.isPlane()) {
            return std::string(table.head.text) + std::string(table.head.end);
        }
        return replaced(
            table, table.head, m_to.isPlane() ? "east" : "lon", m_to.isPlane() ? "north" : "lat");
    }

    static std::string replaced(
        const PointTable& table,
        const PointRow& row,
        const std::string& first,
        const std::string& second)
    {
        std::string out;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i > 0) {
                out += table.separator;
            }
            if (i == table.first) {
                out += first;
            } else if (i == table.second) {
                out += second;
            } else {
                out += row.cells[i];
            }
        }
        return out + std::string(row.end);
    }

    [[nodiscard]] std::string
    joined(const PointTable& table, const PointRow& row, geo::Pair pair) const
    {
        const int digits = m_to.isPlane() ? 4 : 8; // a tenth of a millimetre, a millimetre
        return replaced(
            table, row, std::format("{:.{}f}", pair.first, digits),
            std::format("{:.{}f}", pair.second, digits));
    }

    std::optional<double>
    number(const PointTable& table, const PointRow& row, std::size_t column, std::ostream& err)
    {
        const std::string text =
            column < row.cells.size() ? cellText(row.cells[column]) : std::string();
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end == text.data() + text.size() && std::isfinite(value)) {
            return value;
        }
        err << place(row) << cellText(table.head.cells[column]) << say(": \"", "：“") << text
            << say("\" is not a number\n", "”不是数字\n");
        return std::nullopt;
    }

    std::optional<geo::Pair>
    converted(const PointTable& table, const PointRow& row, std::ostream& err)
    {
        const auto first = number(table, row, table.first, err);
        const auto second = number(table, row, table.second, err);
        if (!first || !second) {
            return std::nullopt;
        }
        const auto point = geo::toWgs84({*first, *second}, m_from);
        if (!point) {
            err << place(row) << say("not coordinates of this system: ", "不是该坐标系的坐标：")
                << std::format("{}, {}", *first, *second)
                << (m_call.isChinese ? "" : " (" + point.error().detail + ")") << '\n';
            return std::nullopt;
        }
        m_outside += geo::isShifted(*point) ? 0 : 1;
        m_swapped += !m_from.isPlane() && *first < *second && geo::isShifted({*second, *first});
        return geo::fromWgs84(*point, m_to);
    }

    [[nodiscard]] std::string place(const PointRow& row) const
    {
        return m_call.isChinese ? std::format("{} 第 {} 行：", m_call.file, row.line)
                                : std::format("{}:{}: ", m_call.file, row.line);
    }

    void tellSums(std::ostream& err) const
    {
        if (m_swapped > 0) {
            err
                << (m_call.isChinese
                        ? std::format("注意：{} 行的经度小于纬度，两列可能颠倒\n", m_swapped)
                        : std::format(
                              "warning: {} rows have a longitude below the latitude: are the "
                              "columns swapped?\n",
                              m_swapped));
        } else if (m_outside > 0) {
            err
                << (m_call.isChinese
                        ? std::format(
                              "注意：{} 行不在中国境内范围，GCJ-02、BD-09 在那里不偏移\n",
                              m_outside)
                        : std::format(
                              "warning: {} rows lie outside China's box, where GCJ-02 is not "
                              "shifted\n",
                              m_outside));
        }
        err
            << (m_call.isChinese ? std::format("已转换 {} 行，{} 行有误\n", m_good, m_bad)
                                 : std::format("{} rows converted, {} bad\n", m_good, m_bad));
    }

    bool write(const std::string& text, std::ostream& out, std::ostream& err) const
    {
        if (m_call.out.empty()) {
            out << text << std::flush;
            return out.good();
        }
        std::ofstream file(m_call.out, std::ios::binary);
        file << text << std::flush;
        if (!file) {
            err << m_call.out << say(": cannot be written\n", "：无法写入\n");
            return false;
        }
        return true;
    }

    const Call& m_call;
    geo::CoordinateSystem m_from;
    geo::CoordinateSystem m_to;
    int m_good = 0;
    int m_bad = 0;
    int m_outside = 0;
    int m_swapped = 0;
};

} // namespace

int runCoords(std::span<const std::string> args, std::ostream& out, std::ostream& err)
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
    const auto from = geo::systemFrom(call->from);
    const auto to = geo::systemFrom(call->to);
    if (!from || !to) {
        err << (call->isChinese ? "没有这种坐标系：" : "no such coordinate system: ")
            << (from ? to : from).error().detail << '\n'
            << kUsage;
        return kMisused;
    }
    return Conversion(*call, *from, *to).run(out, err);
}

} // namespace sz::ctl
