// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/sheet/RosterSheet.h"

#include <format>

namespace sz::roster {

namespace {

plan::Sentence reasonOf(const RefusedCell& one)
{
    const auto quote = [&](const char* en, const char* zh) {
        return plan::Sentence{
            std::vformat(en, std::make_format_args(one.value)),
            std::vformat(zh, std::make_format_args(one.value))};
    };
    switch (one.why) {
    case CellRefusal::NotADay:
        return quote("\"{}\" is no day that can be told", "“{}”看不出是哪一天");
    case CellRefusal::NoDay:
        return {"no day stands with it", "没有对应的日期"};
    case CellRefusal::NoPost:
        return {"no post stands with it", "没有对应的岗位"};
    case CellRefusal::UnknownPost:
        return quote("the plan has no post \"{}\"", "方案中没有“{}”这个岗位");
    case CellRefusal::AmbiguousPost:
        return quote(
            "\"{}\" is the name of several posts; write its code, or its unit",
            "“{}”不止一个岗位，请写编码或注明单位");
    case CellRefusal::UnknownUnit:
        return quote("the plan has no unit \"{}\"", "方案中没有“{}”这个单位");
    case CellRefusal::UnknownShift: {
        plan::Sentence said = quote("the post has no shift \"{}\"", "该岗位没有“{}”这个班次");
        if (!one.detailZh.empty()) {
            said.en += " (it has " + one.detailEn + ")";
            said.zh += "（有：" + one.detailZh + "）";
        }
        return said;
    }
    case CellRefusal::NotAName:
        return quote("\"{}\" is no name", "“{}”不是姓名");
    case CellRefusal::NameTooLong:
        return quote("\"{}\" is too long for a name", "“{}”过长，不是姓名");
    case CellRefusal::NoValue:
        return {
            "a formula without a stored value; open it in a spreadsheet program and save it",
            "公式没有保存结果，请用表格软件打开后再保存"};
    case CellRefusal::ErrorValue:
        return quote("a formula's error: {}", "公式出错：{}");
    case CellRefusal::Damaged:
        return {"it holds damaged characters", "含有无法识别的字符"};
    case CellRefusal::OpenQuote:
        return quote(
            "a quotation mark in this line is never closed: {}", "这一行的引号没有配对：{}");
    case CellRefusal::NoTime:
        return quote("no time from–until that can be told: {}", "看不出起止时间：{}");
    case CellRefusal::UnknownZone:
        return quote("a time zone that is not known: {}", "不认识的时区：{}");
    case CellRefusal::UnusualRule:
        return quote("it repeats in a way that is not read: {}", "重复规则无法读取：{}");
    case CellRefusal::TooOften:
        return quote("it repeats too often: {}", "重复次数过多：{}");
    }
    return {};
}

} // namespace

plan::Sentence sentenceOf(const RefusedCell& one)
{
    plan::Sentence said = reasonOf(one);
    if (one.people > 1) {
        said.en += std::format("; {} cells of people wait for it", one.people);
        said.zh += std::format("；涉及 {} 格人员", one.people);
    }
    return said;
}

std::size_t SheetRoster::refusedPeople() const
{
    std::size_t sum = 0;
    for (const RefusedCell& one : refused) {
        sum += one.people;
    }
    return sum;
}

} // namespace sz::roster
