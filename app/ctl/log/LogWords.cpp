// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log/LogWords.h"

#include "app/ctl/CtlWords.h"

#include <array>
#include <format>
#include <string_view>

namespace sz::ctl {
namespace {

struct Words
{
    const char* en;
    const char* zh;
};

// In the order of audit::Fault.
constexpr std::array kWords{
    Words{"the entry is missing", "条目缺失"},
    Words{"an entry stands under a number that cannot be", "条目使用了不可能的编号"},
    Words{"the entry's bytes cannot be read", "条目内容无法读取"},
    Words{"the row differs from the entry's own words", "登记栏与条目内容不符"},
    Words{"the entry is not the one that was signed", "条目与签名时不符"},
    Words{"the entry stands in no feed", "条目不在任何通报流中"},
    Words{"the entry's desk is unknown", "条目的席位不存在"},
    Words{"entries of the desk are missing", "席位的条目缺失"},
    Words{"the desk's chain is broken", "席位的散列链中断"},
    Words{"the desk has not signed this", "席位未对此签名"},
    Words{"the desk's signature is wrong", "席位签名不正确"},
    Words{"the end of the desk's chain is not what was signed", "席位散列链末端与签名不符"},
    Words{"the feed's running hash is broken", "通报流的连续散列中断"},
    Words{"places of the feed are missing", "通报流有缺位"},
    Words{"the feed's head is not what was signed", "通报流末端与签名不符"},
    Words{"the log ends here, more was signed", "日志到此为止，少于已签名的条数"},
    Words{"a tile is damaged", "瓦片已损坏"},
    Words{"the log does not lead to the signed root", "日志与签名的根不符"},
    Words{"the checkpoint cannot be used", "检查点无法使用"},
    Words{"the signed heads cannot be used", "已签名的末端表无法使用"},
    Words{"the log does not continue the older checkpoint", "日志不是旧检查点的延续"},
    Words{"the bytes of the attached file are missing", "附件内容缺失"},
    Words{"the attached file is damaged", "附件内容已损坏"},
};
static_assert(kWords.size() == static_cast<std::size_t>(audit::Fault::FileDamaged) + 1);

std::string where(const audit::Finding& one, bool isChinese)
{
    std::string out;
    if (one.number != 0) {
        out +=
            isChinese ? std::format("第 {} 条", one.number) : std::format("entry {}", one.number);
    }
    if (!one.desk.empty()) {
        const std::string last =
            one.lastCounter > one.counter ? std::format("-{}", one.lastCounter) : "";
        out += std::format(
            "{}{} {} #{}{}", out.empty() ? "" : " ", isChinese ? "席位" : "desk", one.desk.value,
            one.counter, last);
    }
    if (!one.feed.empty()) {
        out += std::format(
            "{}{} {} #{}", out.empty() ? "" : " ", isChinese ? "通报流" : "feed", one.feed.value,
            one.place);
    }
    return out.empty() ? isChinese ? "日志" : "log" : out;
}

} // namespace

std::string inWords(const audit::Finding& one, bool isChinese)
{
    const Words& words = kWords[static_cast<std::size_t>(one.fault)];
    const std::string detail = one.detail.empty() ? "" : std::format(" ({})", one.detail);
    return std::format(
        "{}{}{}{} [{}]", where(one, isChinese), isChinese ? "：" : ": ",
        isChinese ? words.zh : words.en, detail, audit::faultName(one.fault));
}

std::string inWords(const Error& error, bool isChinese)
{
    return (isChinese ? "未能完成：" : "It could not be done: ") + sentenceOf(error, isChinese);
}

} // namespace sz::ctl
