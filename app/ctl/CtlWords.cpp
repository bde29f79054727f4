// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/CtlWords.h"

#include "app/words/Phrases.h"

#include <array>
#include <format>
#include <ostream>

namespace sz::ctl {
namespace {

using words::Phrase;

constexpr auto kNoOption = "there is no such option";
constexpr auto kNoWord = "this is not understood here";
constexpr auto kNoValue = "a value is missing after it";
constexpr auto kNoMore = "this is missing";

// English that can stand as it is.
constexpr Phrase same(const char* en, const char* zh)
{
    return {en, en, zh};
}

constexpr std::array kPhrases{
    // command lines
    same(kNoOption, "没有这个选项"),
    same(kNoWord, "这里无法理解此项"),
    same(kNoValue, "之后缺少内容"),
    same(kNoMore, "缺少此项"),
    same("takes zh_CN or en, not {}", "须为 zh_CN 或 en，不能是“{}”"),
    same(
        "a wound is MACHINE:INJURY:CALL[:lasting], not {}",
        "须写成 机器:故障:调用[:lasting]，不能是“{}”"),
    same("there is no mutation {}", "没有“{}”这种错误程序"),
    same(
        "takes zooms from {} to {}, like 6-14, not {}",
        "须为 {} 至 {} 之间的级别，如 6-14，不能是“{}”"),
    // logs
    same(
        "neither hq.db nor a tlog folder is there",
        "这里既没有 hq.db，也没有 tlog 文件夹；请给出总值班台的文件夹"),
    same("neither http, https nor postgresql", "既不是 http、https 地址，也不是 postgresql 地址"),
    same(
        "an older checkpoint can only be compared with a tlog folder",
        "旧检查点只能与 tlog 文件夹比较"),
    same("signed are the entries 1 to {}", "已签名的是第 1 至 {} 条"),
    same("nothing has been signed here", "这里尚未签名"),
    same("the folder is not there: {}", "文件夹不存在：{}"),
    same("entry {} is not the one that was signed", "第 {} 条与签名时不符"),
    same("there is no checkpoint", "没有检查点"),
    same("the server answers {}", "服务器应答 {}"),
    same("larger than any file of a log", "超过日志文件的最大长度"),
    same("{} entries: too many to fetch", "共 {} 条，过多，无法下载"),
    same("a key is name+id+base64", "公钥须写成 名称+编号+base64，或给出含有它的文件"),
    same("not an Ed25519 key", "不是 Ed25519 公钥"),
    same("the id is not this key's", "编号与此公钥不符"),
    same("not a number in its only form", "不是条目编号"),
    // backups
    same("no temp folder can be made: {}", "无法建立临时文件夹：{}"),
    same("no manifest", "没有备份清单，这不是一份备份"),
    same("is missing", "缺失"),
    same("is not what was backed up", "与备份时不符"),
    same("is not in the manifest", "不在备份清单中"),
    same("number {} is missing", "缺少第 {} 条"),
    same("number {} does not continue the chain of its desk", "第 {} 条与其席位的散列链不符"),
    same("the chain of {} does not end as the log says", "席位 {} 的散列链末端与日志不符"),
    same("counter {} of {} is missing or out of order", "缺少或错位：编号 {}，席位 {}"),
    same("place {} of {} is missing", "缺少第 {} 位，通报流 {}"),
    same("feed {} has another hash at {}", "通报流 {} 的连续散列不符，第 {} 位"),
    same("feed {} does not end at its head", "通报流 {} 的末端不符"),
    same("the manifest tells of other {}", "备份清单与日志不符（{}）"),
    same("entries of a desk that the log does not know", "有的条目属于日志中没有的席位"),
    // desks
    same("no desk in this folder", "此文件夹中没有席位"),
    same("the two passphrases differ", "两次输入的口令不同"),
    same("the desk is protected already", "席位已受保护"),
    same("the passphrase is too short", "口令太短，至少 8 个字符"),
    same("another process works on this folder", "另一个程序正在使用此文件夹，请先关闭总控台"),
};

} // namespace

std::string sentenceOf(const Error& error, bool isChinese)
{
    return words::oneLine(error, kPhrases, isChinese);
}

std::unexpected<Error> noSuchOption(const std::string& word)
{
    return fail(Code::BadArgument, kNoOption, word);
}

std::unexpected<Error> noSuchWord(const std::string& word)
{
    return fail(Code::BadArgument, kNoWord, word);
}

std::unexpected<Error> valueMissing(const std::string& option)
{
    return fail(Code::BadArgument, kNoValue, option);
}

std::unexpected<Error> wordMissing(const std::string& what)
{
    return fail(Code::BadArgument, kNoMore, what);
}

Result<bool> readLanguage(const std::string& value)
{
    if (value != "zh_CN" && value != "en") {
        return fail(Code::BadArgument, "takes zh_CN or en, not " + value, "--language");
    }
    return value == "zh_CN";
}

void tellMisuse(const Error& error, const char* usage, bool isChinese, std::ostream& err)
{
    err << std::format("sanzhenctl: {}\n\n{}", sentenceOf(error, isChinese), usage);
}

} // namespace sz::ctl
