// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/text/RefusalText.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace sz::layers {
namespace {

using plan::Sentence;

/// Matters whose sentence has nothing to fill in.
std::optional<Sentence> plainText(Matter matter)
{
    switch (matter) {
    case Matter::Unreadable:
        return Sentence{"the file cannot be read", "无法读取文件"};
    case Matter::Empty:
        return Sentence{"there is nothing in it", "里面没有内容"};
    case Matter::UnknownFormat:
        return Sentence{
            "not GeoJSON, CSV, KML, KMZ, GPX, CAP, Shapefile or GeoPackage",
            "不是 GeoJSON、CSV、KML、KMZ、GPX、CAP、Shapefile 或 GeoPackage"};
    case Matter::OpenQuote:
        return Sentence{"a quote is never closed", "有引号没有闭合"};
    case Matter::NoColumns:
        return Sentence{
            "no columns lon and lat (or 经度 and 纬度, east and north)",
            "没有经度、纬度两列（lon、lat 或 东坐标、北坐标）"};
    case Matter::AmbiguousColumns:
        return Sentence{
            "columns x and y are ambiguous: name them east and north, or lon and lat",
            "x、y 列含义不明（测绘以 x 为北）：请改名为 east、north 或 lon、lat"};
    case Matter::NoKml:
        return Sentence{"the archive holds no .kml", "压缩包内没有 .kml"};
    case Matter::ArchiveSealed:
        return Sentence{"the archive has a password", "压缩包有密码"};
    case Matter::BadRecord:
        return Sentence{"the record is damaged", "记录已损坏"};
    case Matter::TooSlow:
        return Sentence{"reading it took too long and was broken off", "读取时间过长，已中止"};
    default:
        return std::nullopt;
    }
}

struct Fault
{
    const char* word;
    const char* en;
    const char* zh;
};

/// The words readers use for what is wrong with a geometry.
constexpr std::array kFaults{
    Fault{"type", "no such type of geometry", "没有这种几何类型"},
    Fault{"positions", "a position is not two numbers", "有坐标不是两个数"},
    Fault{"nesting", "its lists are not nested as the type demands", "坐标的层次与类型不符"},
    Fault{"empty", "a part of it is empty", "有空的部分"},
    Fault{"object", "the geometry is no object", "几何不是对象"},
    Fault{"outer", "a polygon has not one outer ring", "多边形不是恰有一个外环"},
    Fault{"depth", "it is nested too deeply", "嵌套过深"},
    Fault{"short", "it ends in the middle", "数据中途结束"},
    Fault{"head", "it does not begin as a GeoPackage geometry", "开头不是 GeoPackage 几何"},
    Fault{"line", "a line has fewer than two points", "线少于两个点"},
};

Sentence geometryText(const std::string& type, const std::string& fault)
{
    for (const Fault& one : kFaults) {
        if (fault == one.word) {
            return {
                std::format("geometry {}: {}", type, one.en),
                std::format("几何 {}：{}", type, one.zh)};
        }
    }
    return {std::format("geometry {}: {}", type, fault), std::format("几何 {}：{}", type, fault)};
}

Sentence degreesText(const Remark& r, Remedy remedy)
{
    const bool isOption = remedy == Remedy::Option;
    const Sentence base{
        std::format("{}, {} is not longitude, latitude in degrees", r.x, r.y),
        std::format("{}, {} 不是以度为单位的经度、纬度", r.x, r.y)};
    if (r.text == "swapped") {
        return {base.en + ": latitude and longitude seem swapped", base.zh + "：经纬度似乎颠倒"};
    }
    if (r.text == "3857") {
        return {
            base.en + ": it looks like Web Mercator (EPSG:3857), save it as WGS-84",
            base.zh + "：疑似 Web 墨卡托（EPSG:3857），请另存为 WGS-84"};
    }
    if (r.text == "gk") {
        return {
            base.en + ": it looks like Gauss-Krueger, "
                + (isOption ? "say its meridian, as --from gk114" : "choose it with its meridian"),
            base.zh + "：疑似高斯–克吕格，"
                + (isOption ? "请用 --from gk114 等指明中央经线" : "请选高斯–克吕格及其中央经线")};
    }
    if (!r.text.empty()) {
        return {
            base.en + ": it looks like Gauss-Krueger, " + (isOption ? "--from " : "choose ")
                + r.text,
            base.zh + "：疑似高斯–克吕格，" + (isOption ? "--from " : "请选 ") + r.text};
    }
    return base;
}

Sentence sizeText(const Remark& r)
{
    if (r.text == "features") {
        return {std::format("more than {} features", r.a), std::format("要素多于 {} 个", r.a)};
    }
    if (r.text == "points") {
        return {std::format("more than {} points", r.a), std::format("点多于 {} 个", r.a)};
    }
    if (r.text == "elements") {
        return {std::format("more than {} elements", r.a), std::format("元素多于 {} 个", r.a)};
    }
    return {std::format("larger than {} MB", r.a >> 20), std::format("大于 {} MB", r.a >> 20)};
}

/// How the confined child ended.
Sentence readerText(const std::string& fault)
{
    struct Said
    {
        const char* fault;
        Sentence text;
    };
    static const std::array kSaid{
        Said{
            "missing",
            {"sanzhen-parser, which reads files, is not installed or cannot be started",
             "读取文件的程序 sanzhen-parser 未安装或无法启动"}},
        Said{
            "hung",
            {"reading it came to a halt for ten seconds and was broken off",
             "读取停顿超过 10 秒，已中止"}},
        Said{
            "memory",
            {"reading it takes more memory than a file may: split or simplify it",
             "读取所需内存超出限制，已中止：请拆分或简化文件"}},
        Said{
            "cpu",
            {"reading it takes more computing than a file may: split or simplify it",
             "读取耗时过长，已中止：请拆分或简化文件"}},
        Said{
            "forbidden",
            {"reading it tried what no map file needs (network, other programs) and was stopped: "
             "do "
             "not use this file, tell your administrator",
             "读取时出现地图文件不该有的动作（联网、启动程序），已拦截：请勿使用此文件，并告知管理"
             "员"}},
        Said{
            "nonsense",
            {"its reader gave an answer that makes no sense and was stopped",
             "读取程序给出的结果不合规，已中止"}},
        Said{"stopped", {"reading it was cancelled", "读取已取消"}},
    };
    const auto it = std::ranges::find(kSaid, fault, &Said::fault);
    return it == kSaid.end()
               ? Sentence{"its reader crashed; nothing else is affected: the file is damaged or hostile", "读取程序异常退出，其他不受影响：文件可能已损坏或有恶意内容"}
               : it->text;
}

Sentence fileText(const Remark& r, const std::string& text, const std::string& other)
{
    switch (r.matter) {
    case Matter::TooLarge:
        return sizeText(r);
    case Matter::ReaderFailed:
        return readerText(r.text);
    case Matter::Malformed:
        return {std::format("malformed: {}", text), std::format("格式错误：{}", text)};
    case Matter::NotThisFormat:
        return {std::format("not {}: {}", text, other), std::format("不是 {}：{}", text, other)};
    case Matter::TooDeep:
        return {std::format("nested deeper than {}", r.a), std::format("嵌套超过 {} 层", r.a)};
    case Matter::UnknownSystem:
        return {
            std::format(
                "coordinate system {} cannot be converted: save it as WGS-84 or CGCS2000", text),
            std::format("坐标系 {} 无法转换：请另存为 WGS-84 或 CGCS2000", text)};
    case Matter::ArchiveDamaged:
        return {
            std::format("the archive is damaged: {}", text), std::format("压缩包已损坏：{}", text)};
    case Matter::UnpacksTooLarge:
        return {
            std::format("unpacks to more than {} MB: not unpacked further", r.a >> 20),
            std::format("解压后大于 {} MB：不再解压", r.a >> 20)};
    case Matter::MissingPart:
        return {std::format("its {} is missing", text), std::format("缺少 {}", text)};
    case Matter::Truncated:
        return {
            std::format("{} is cut off: {} bytes of {}", text, r.b, r.a),
            std::format("{} 不完整：应有 {} 字节，只有 {} 字节", text, r.a, r.b)};
    case Matter::CountMismatch:
        return {
            std::format(".shp has {} shapes, .dbf {} rows", r.a, r.b),
            std::format(".shp 有 {} 个图形，.dbf 有 {} 行", r.a, r.b)};
    case Matter::NotGeoPackage:
        return {
            std::format("an SQLite file and no GeoPackage: no {}", text),
            std::format("是 SQLite 文件，但不是 GeoPackage：没有 {}", text)};
    default:
        return {
            std::format("the database is damaged: {}", text),
            std::format("数据库已损坏：{}", text)};
    }
}

} // namespace

Sentence
refusalText(const Remark& r, const std::string& text, const std::string& other, Remedy remedy)
{
    if (const auto plain = plainText(r.matter)) {
        return *plain;
    }
    switch (r.matter) {
    case Matter::BadFeature:
        return {
            std::format("no feature stands there: {}", text),
            std::format("此处不是要素：{}", text)};
    case Matter::BadGeometry:
        return geometryText(text.empty() ? "?" : text, other);
    case Matter::OtherGeometry:
        return {
            std::format("geometry {} cannot be taken", text), std::format("不支持的几何 {}", text)};
    case Matter::BadNumber:
        return {
            std::format("{}: “{}” is not a number", other, text),
            std::format("{}：“{}”不是数字", other, text)};
    case Matter::LongRow:
        return {
            std::format("{} cells, the head has {}", r.a, r.b),
            std::format("有 {} 格，表头只有 {} 格", r.a, r.b)};
    case Matter::RingShort:
        return {
            std::format("ring {} has fewer than four points", r.a),
            std::format("第 {} 个环少于四个点", r.a)};
    case Matter::RingEmpty:
        return {
            std::format("ring {} encloses nothing", r.a), std::format("第 {} 个环没有面积", r.a)};
    case Matter::RingCrosses:
        return {
            std::format("the outline crosses itself near {:.6f}, {:.6f}", r.x, r.y),
            std::format("边界在 {:.6f}, {:.6f} 附近自相交", r.x, r.y)};
    case Matter::HoleOutside:
        return {
            std::format("ring {}, a hole, lies outside near {:.6f}, {:.6f}", r.a, r.x, r.y),
            std::format("第 {} 个环（洞）在 {:.6f}, {:.6f} 附近，位于外环之外", r.a, r.x, r.y)};
    case Matter::TooComplex:
        return {
            std::format("the outline, {} points, takes too long to check: simplify it", r.a),
            std::format("边界有 {} 个点，核对过久：请先简化", r.a)};
    case Matter::NotDegrees:
        return degreesText(r, remedy);
    case Matter::NotThisSystem:
        return {
            std::format("{}, {} is not in the zone {}", r.x, r.y, text),
            std::format("{}, {} 不在投影带 {} 内", r.x, r.y, text)};
    default:
        return fileText(r, text, other);
    }
}

} // namespace sz::layers
