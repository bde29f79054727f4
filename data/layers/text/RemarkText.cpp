// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/text/RemarkText.h"

#include "data/layers/text/RefusalText.h"

#include <format>

namespace sz::layers {
namespace {

using plan::Sentence;

Sentence repairText(const Remark& r, const std::string& text, const std::string& other)
{
    switch (r.matter) {
    case Matter::OtherEncoding:
        return {
            std::format("the text is {}, not {}: read as {}", text, other, text),
            std::format("文字编码是 {}，不是 {}：已按 {} 读取", text, other, text)};
    case Matter::RingClosed:
        return {
            std::format("{} open rings closed", r.a), std::format("{} 个未闭合的环已闭合", r.a)};
    case Matter::RingTurned:
        return {
            std::format("{} rings ran the wrong way: turned", r.a),
            std::format("{} 个环方向相反：已反转", r.a)};
    case Matter::HoleDropped:
        return {
            std::format("ring {}, a hole without area, left out", r.a),
            std::format("第 {} 个环是没有面积的洞，已略去", r.a)};
    case Matter::LongText:
        return {
            std::format("{} features have more text than a layer keeps: cut", r.a),
            std::format("{} 个要素的属性文字过长，已截断", r.a)};
    default:
        return {
            std::format("id “{}” is taken by an earlier feature: this one is “{}”", text, other),
            std::format("编号“{}”已被前面的要素使用：此要素改为“{}”", text, other)};
    }
}

Sentence ignoredText(const Remark& r, const std::string& text, const std::string& other)
{
    switch (r.matter) {
    case Matter::NetworkLink:
        return {
            std::format("network link, never fetched: {}", text),
            std::format("网络链接，从不访问：{}", text)};
    case Matter::ExternalLink:
        return {
            std::format("address outside, never fetched: {}", text),
            std::format("外部地址，从不访问：{}", text)};
    case Matter::Entities:
        return {
            "a document type or entities are declared: not read, not expanded",
            "文件声明了文档类型或实体：不读取、不展开"};
    case Matter::Overlay:
        return {std::format("pictures are not taken: {}", text), std::format("不取图片：{}", text)};
    case Matter::OtherEntry:
        return {
            std::format("not taken from the archive: {}", text),
            std::format("压缩包内未取用：{}", text)};
    case Matter::OtherTable:
        return {
            std::format("table {} holds {}: not taken", text, other),
            std::format("表 {} 存放的是 {}：未取用", text, other)};
    default:
        return {std::format("{} heights are not kept", r.a), std::format("{} 个高程值不保留", r.a)};
    }
}

/// The file is half written: what it was before is in the -journal.
Sentence takenBackText(const Remark& r)
{
    if (r.b != 0) {
        return {
            "the -journal beside it is not of this file, it may be half written: close the program "
            "that has it open, or copy the file anew",
            "旁边的 -journal 文件与此文件不符，文件可能只写了一半：请先关闭正在使用它的程序，"
            "或重新复制该文件"};
    }
    return {
        std::format(
            "another program is writing to it, or did not end what it wrote: {} pages are read as "
            "they were before, from its -journal",
            r.a),
        std::format(
            "另有程序正在写入此文件，或写到一半中断：其中 {} 页已按 -journal "
            "文件恢复为写入前的内容",
            r.a)};
}

Sentence unwrittenText(const Remark& r)
{
    if (r.text == "-journal") {
        return takenBackText(r);
    }
    Sentence out;
    if (r.a > 0) {
        out = {
            std::format(
                "another program has it open or did not close it: {} pages are taken from its -wal",
                r.a),
            std::format("另有程序正打开此文件或未正常关闭：已从其 -wal 文件读入 {} 页", r.a)};
    }
    if (r.b != 0) {
        out.en += out.en.empty() ? "" : "; ";
        out.zh += out.zh.empty() ? "" : "；";
        out.en += "the -wal beside it is damaged or not of this file, what was changed last may be "
                  "missing: close the program that has it open, or copy the file anew";
        out.zh +=
            "旁边的 -wal 文件已损坏或与此文件不符，最近的修改可能缺失：请先关闭正在使用它的程序，"
            "或重新复制该文件";
    }
    return out;
}

Sentence systemText(const Remark& r, const std::string& text, Remedy remedy)
{
    const bool isOption = remedy == Remedy::Option;
    switch (r.matter) {
    case Matter::NoSystem:
        return isOption ? Sentence{
                   "the file does not say its coordinate system: taken as WGS-84 (--from says "
                   "another)",
                   "文件未说明坐标系：按 WGS-84 处理（可用 --from 指定）"}
                        : Sentence{
                   "the file does not say its coordinate system: taken as WGS-84 unless another "
                   "is chosen",
                   "文件未说明坐标系：未另选时按 WGS-84 处理"};
    case Matter::SystemOverridden:
        return isOption
                   ? Sentence{std::format("the file says {}: taken as --from says", text), std::format("文件写明 {}：已按 --from 处理", text)}
                   : Sentence{
                         std::format("the file says {}: taken as chosen", text),
                         std::format("文件写明 {}：已按所选坐标系处理", text)};
    default:
        break;
    }
    const char* name = text == "bd09" ? "BD-09" : "GCJ-02";
    return {
        std::format(
            "points look shifted: {} of {} looked at fit the plan better as {}", r.a, r.b, name)
            + (isOption ? std::format(" (--from {})", text) : std::string(": choose it")),
        std::format("点位疑似偏移：抽查 {1} 个要素，有 {0} 个按 {2} 更符合预案", r.a, r.b, name)
            + (isOption ? std::format("（--from {}）", text) : std::string("，请改选该坐标系"))};
}

Sentence warningText(const Remark& r, const std::string& text, Remedy remedy)
{
    switch (r.matter) {
    case Matter::NoSystem:
    case Matter::SystemOverridden:
    case Matter::LooksShifted:
        return systemText(r, text, remedy);
    case Matter::NoPlace:
        return {"it has no geometry", "没有几何"};
    case Matter::NoProperties:
        return {"no .dbf: features without properties", "没有 .dbf：要素没有属性"};
    case Matter::DamagedText:
        return {
            std::format("{} places of the text mean nothing in {}", r.a, text),
            std::format("有 {} 处文字不是有效的 {}", r.a, text)};
    case Matter::UnwrittenPages:
        return unwrittenText(r);
    default:
        return {
            std::format("{} of {} points looked at lie in no area of the plan", r.a, r.b),
            std::format("抽查 {} 个点，有 {} 个不在预案的任何片区内", r.b, r.a)};
    }
}

} // namespace

Sentence sentenceOf(const Remark& remark, Remedy remedy)
{
    const std::string text = shown(remark.text);
    const std::string other = shown(remark.other);
    switch (levelOf(remark.matter)) {
    case Level::Refused:
        return refusalText(remark, text, other, remedy);
    case Level::Repaired:
        return repairText(remark, text, other);
    case Level::Ignored:
        return ignoredText(remark, text, other);
    case Level::Warned:
        break;
    }
    return warningText(remark, text, remedy);
}

Sentence placeOf(const FeatureRef& feature)
{
    Sentence out;
    if (feature.number > 0) {
        out = {
            std::format("feature {}", feature.number), std::format("第 {} 个要素", feature.number)};
        const std::string id = shown(feature.id);
        const std::string name = shown(feature.name);
        const std::string both = id.empty() || name.empty() ? id + name : id + " " + name;
        out.en += both.empty() ? "" : " (" + both + ")";
        out.zh += both.empty() ? "" : "（" + both + "）";
    }
    const auto add = [&](const std::string& en, const std::string& zh) {
        out.en += (out.en.empty() ? "" : ", ") + en;
        out.zh += (out.zh.empty() ? "" : "，") + zh;
    };
    if (feature.line > 0) {
        add(std::format("line {}", feature.line), std::format("第 {} 行", feature.line));
    }
    if (feature.offset > 0) {
        add(std::format("byte {}", feature.offset), std::format("字节 {}", feature.offset));
    }
    return out;
}

Sentence levelText(Level level)
{
    switch (level) {
    case Level::Refused:
        return {"refused", "退回"};
    case Level::Repaired:
        return {"repaired", "修复"};
    case Level::Ignored:
        return {"ignored", "略去"};
    case Level::Warned:
        break;
    }
    return {"warning", "注意"};
}

} // namespace sz::layers
