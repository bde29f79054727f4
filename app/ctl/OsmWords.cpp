// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/OsmWords.h"

#include <algorithm>
#include <string_view>

namespace sz::ctl {

Words osmWords(const std::string& detail)
{
    const auto is = [&detail](std::string_view word) { return detail.starts_with(word); };
    const auto rest = [&detail](std::size_t from) {
        return detail.substr(std::min(from, detail.size()));
    };
    if (is("not-pbf")) {
        return {
            "not an OpenStreetMap extract in PBF form (.osm.pbf)",
            "不是 OpenStreetMap 的 PBF 摘录文件（.osm.pbf）"};
    }
    if (is("truncated")) {
        return {
            "ends in the middle of a block (" + detail + "): download it again",
            "文件不完整（" + detail + "）：请重新下载"};
    }
    if (is("compression ")) {
        return {
            "a block is compressed with " + rest(12)
                + ", only zlib is read: convert it with osmium",
            "数据块的压缩方式为 " + rest(12) + "，仅支持 zlib：请先用 osmium 转换"};
    }
    if (is("feature ")) {
        return {
            "needs a feature that is not known here: " + rest(8),
            "需要本程序不支持的特性：" + rest(8)};
    }
    if (is("block-too-large")) {
        return {
            "a block is larger than the format allows (" + detail + ")",
            "数据块超出格式上限（" + detail + "）"};
    }
    if (is("no-header")) {
        return {"has no header", "缺少文件头"};
    }
    if (is("empty")) {
        return {"holds nothing that a map could show", "没有可绘制的地图内容"};
    }
    if (is("no-roads")) {
        return {"holds no road that can be driven", "没有可以通车的道路"};
    }
    if (is("too-large")) {
        return {
            "is too large: cut it to the city first (osmium extract)",
            "范围过大：请先裁剪到城市范围（osmium extract）"};
    }
    return {"is damaged (" + detail + ")", "文件已损坏（" + detail + "）"};
}

} // namespace sz::ctl
