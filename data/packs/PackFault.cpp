// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/PackFault.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace sz::packs {
namespace {

struct Row
{
    const char* name;
    const char* en; ///< %1: what
    const char* zh;
};

// In the order of Fault.
constexpr std::array kRows{
    Row{"Unreadable", "cannot be read: %1", "无法读取：%1"},
    Row{"Empty", "the file is empty", "文件是空的"},
    Row{"NotAPack", "is neither an MBTiles nor a PMTiles file", "不是 MBTiles 或 PMTiles 文件"},
    Row{"OldVersion", "is PMTiles version %1; version 3 is read",
        "是 PMTiles 第 %1 版；只能读第 3 版"},
    Row{"VectorTiles", "holds vector tiles (%1); only image tiles (PNG, JPEG, WebP) can be shown",
        "是矢量瓦片（%1），只能显示图片瓦片（PNG、JPEG、WebP）"},
    Row{"UnknownFormat", "tiles of the format “%1” cannot be shown; PNG, JPEG or WebP is needed",
        "瓦片格式“%1”无法显示，须为 PNG、JPEG 或 WebP"},
    Row{"OtherGrid", "is not in Web Mercator (EPSG:3857) but in “%1”",
        "不是 Web 墨卡托（EPSG:3857），而是“%1”"},
    Row{"Packing", "is compressed with %1, which is not read; make it with gzip",
        "使用了无法读取的压缩方式 %1，请改用 gzip"},
    Row{"NoTiles", "holds no tiles", "没有瓦片"},
    Row{"NoMetadata", "has no metadata table: not a whole MBTiles file",
        "没有 metadata 表，不是完整的 MBTiles 文件"},
    Row{"BadZooms", "gives impossible zooms: %1", "缩放级别有误：%1"},
    Row{"BadBounds", "gives impossible bounds: %1", "范围有误：%1"},
    Row{"Truncated", "is cut off: copy it again (%1)", "文件不完整，请重新拷贝（%1）"},
    Row{"Damaged", "is damaged: %1", "文件已损坏：%1"},
    Row{"BeingMade", "is not finished (%1): close the program that makes it",
        "尚未写完（%1）：请先关闭生成它的程序"},
    Row{"TooSlow", "finding a tile takes too long (%1): make it again with an index",
        "查找瓦片太慢（%1）：请重新生成并建立索引"},
    Row{"TooMany", "holds more than %1 tiles: more than can be checked",
        "瓦片超过 %1 张，无法检查"},
    Row{"TileEmpty", "a tile of 0 bytes", "瓦片为 0 字节"},
    Row{"TileHuge", "a tile that is too large: %1", "瓦片过大：%1"},
    Row{"TileOther", "a tile of another format: %1", "瓦片格式与整包不符：%1"},
    Row{"TileNoImage", "a tile that is no image", "瓦片不是图片"},
    Row{"TileCut", "a tile whose end is missing", "瓦片图片不完整"},
    Row{"TileBroken", "a tile that cannot be decoded", "瓦片无法解码"},
    Row{"BadNames", "its table of names (place_names) is not as it should be: %1",
        "地名表（place_names）不合要求：%1"},
};
static_assert(kRows.size() == static_cast<std::size_t>(Fault::BadNames) + 1);

// In the order of Remark.
constexpr std::array kRemarks{
    Row{"NoName", "gives no name: the file's is used", "未写名称，以文件名代替"},
    Row{"NoFormat", "does not name its format: found out from its tiles",
        "未写瓦片格式，按瓦片内容判断"},
    Row{"NoZooms", "does not name its zooms: found out from its tiles",
        "未写缩放级别，按瓦片内容判断"},
    Row{"NoBounds", "does not give its bounds: found out from its tiles",
        "未写范围，按瓦片内容判断"},
    Row{"NoAttribution", "does not say whom its data are owed to", "未写数据来源（署名）"},
    Row{"NoIndex", "has no index: drawing is slow", "没有索引，绘制较慢"},
};
static_assert(kRemarks.size() == static_cast<std::size_t>(Remark::NoIndex) + 1);

const Row& rowOf(Fault fault)
{
    return kRows.at(static_cast<std::size_t>(fault));
}

std::string filled(std::string text, const std::string& what)
{
    constexpr std::string_view kHole = "%1";
    if (const auto at = text.find(kHole); at != std::string::npos) {
        text.replace(at, kHole.size(), what);
    }
    return text;
}

} // namespace

Words wordsFor(const Problem& problem)
{
    const Row& row = rowOf(problem.fault);
    return {filled(row.en, problem.what), filled(row.zh, problem.what)};
}

Words wordsFor(Remark remark)
{
    const Row& row = kRemarks.at(static_cast<std::size_t>(remark));
    return {row.en, row.zh};
}

const char* remarkName(Remark remark)
{
    return kRemarks.at(static_cast<std::size_t>(remark)).name;
}

const char* faultName(Fault fault)
{
    return rowOf(fault).name;
}

} // namespace sz::packs
