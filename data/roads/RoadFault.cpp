// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roads/RoadFault.h"

#include <array>
#include <string_view>

namespace sz::roads {
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
    Row{"NotRoads", "is no road graph; sanzhenctl roads build makes one",
        "不是路网文件；可用 sanzhenctl roads build 制作"},
    Row{"NewerVersion", "is of version %1, newer than this program: update it, or build it again",
        "路网文件版本 %1 比本程序新，请升级程序或重新制作"},
    Row{"BeingMade", "is not finished (%1): close the program that makes it",
        "尚未写完（%1）：请先关闭生成它的程序"},
    Row{"Truncated", "is cut off: copy it again (%1)", "文件不完整，请重新拷贝（%1）"},
    Row{"Damaged", "is damaged: %1", "文件已损坏：%1"},
    Row{"TooSlow", "takes too long to read", "读取太慢"},
    Row{"NoFact", "does not say its %1", "缺少说明项：%1"},
    Row{"BadFact", "says something impossible of itself: %1", "说明项有误：%1"},
    Row{"NoRoads", "holds no roads", "没有道路"},
    Row{"TooLarge", "is too large for a city: %1", "超出一座城市的范围：%1"},
    Row{"OtherCount", "holds another number of rows than it says: %1", "行数与说明不符：%1"},
    Row{"BadPoint", "has an impossible point %1", "有一个点不正确：%1"},
    Row{"BadEnd", "has a stretch that leads nowhere: %1", "有一段路通向不存在的点：%1"},
    Row{"BadSpeed", "has a stretch with an impossible speed: %1", "有一段路的速度不正确：%1"},
    Row{"BadStretch", "has a stretch that cannot be used: %1", "有一段路不正确：%1"},
    Row{"OtherDigest", "was changed or damaged: its checksum is another",
        "内容被改动或已损坏：校验码不符"},
};
static_assert(kRows.size() == static_cast<std::size_t>(Fault::OtherDigest) + 1);

std::string filled(std::string text, const std::string& what)
{
    constexpr std::string_view kHole = "%1";
    if (const auto at = text.find(kHole); at != std::string::npos) {
        text.replace(at, kHole.size(), what);
    }
    return text;
}

} // namespace

packs::Words wordsFor(const Problem& problem)
{
    const Row& row = kRows.at(static_cast<std::size_t>(problem.fault));
    return {filled(row.en, problem.what), filled(row.zh, problem.what)};
}

const char* faultName(Fault fault)
{
    return kRows.at(static_cast<std::size_t>(fault)).name;
}

Problem problemOf(const packs::Problem& problem)
{
    switch (problem.fault) {
    case packs::Fault::Unreadable:
        return {Fault::Unreadable, problem.what};
    case packs::Fault::Empty:
        return {Fault::Empty, problem.what};
    case packs::Fault::BeingMade:
        return {Fault::BeingMade, problem.what};
    case packs::Fault::Truncated:
        return {Fault::Truncated, problem.what};
    case packs::Fault::TooSlow:
        return {Fault::TooSlow, problem.what};
    default:
        return {Fault::Damaged, problem.what};
    }
}

} // namespace sz::roads
