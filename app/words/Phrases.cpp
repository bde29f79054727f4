// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/Phrases.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <format>
#include <vector>

namespace sz::words {
namespace {

constexpr std::string_view kGap = "{}";

std::vector<std::string_view> pieces(std::string_view pattern)
{
    std::vector<std::string_view> out;
    for (std::size_t gap = 0; (gap = pattern.find(kGap)) != std::string_view::npos;) {
        out.push_back(pattern.substr(0, gap));
        pattern.remove_prefix(gap + kGap.size());
    }
    out.push_back(pattern);
    return out;
}

/// What stands in the gaps of `pattern`; the last gap takes all it can.
std::optional<std::vector<std::string_view>> gapsOf(std::string_view pattern, std::string_view text)
{
    const auto fixed = pieces(pattern);
    std::vector<std::string_view> gaps;
    if (!text.starts_with(fixed.front())) {
        return std::nullopt;
    }
    text.remove_prefix(fixed.front().size());
    for (std::size_t i = 1; i < fixed.size(); ++i) {
        const bool isLast = i + 1 == fixed.size();
        const bool isEnd = isLast && text.ends_with(fixed[i]);
        const std::size_t at = isLast ? isEnd ? text.size() - fixed[i].size() : std::string::npos
                                      : text.find(fixed[i]);
        if (at == std::string_view::npos) {
            return std::nullopt;
        }
        gaps.push_back(text.substr(0, at));
        text.remove_prefix(at + fixed[i].size());
    }
    return text.empty() ? std::optional(gaps) : std::nullopt;
}

std::string filled(std::string_view sentence, const std::vector<std::string_view>& gaps)
{
    const auto fixed = pieces(sentence);
    std::string out(fixed.front());
    for (std::size_t i = 1; i < fixed.size(); ++i) {
        out += i - 1 < gaps.size() ? gaps[i - 1] : std::string_view();
        out += fixed[i];
    }
    return out;
}

constexpr std::array kCommon{
    Phrase{
        "takes a number from {} to {}, not {}", "takes a number from {} to {}, not “{}”",
        "须为 {} 至 {} 的整数，不能是“{}”"},
    Phrase{
        "takes HOST:PORT with a port from 0 to 65535, not {}",
        "takes HOST:PORT with a port from 0 to 65535, not “{}”",
        "须为 主机:端口，端口为 0 至 65535，不能是“{}”"},
    Phrase{
        "a password stands on the command line",
        "An address with a password in it is not taken: everybody on this machine can read a "
        "command line. Leave the password out of the address and put it into ~/.pgpass (or the "
        "file that PGPASSFILE names), or into a service of ~/.pg_service.conf (PGSERVICE, or "
        "postgresql:///?service=NAME). Change the password: it may have been seen.",
        "地址中不得含有密码：本机任何人都能看到命令行。请从地址中去掉密码，写入 ~/.pgpass（或 "
        "PGPASSFILE 所指的文件），"
        "或写入 ~/.pg_service.conf 的服务（PGSERVICE，或 "
        "postgresql:///?service=名称）。该密码可能已被看到，请更换。"},
};

struct Meaning
{
    Code code;
    const char* en;
    const char* zh;
};

constexpr std::array kMeanings{
    Meaning{Code::Io, "This file cannot be read or written.", "无法读写此文件。"},
    Meaning{Code::NoSpace, "The disk is full: make room.", "磁盘已满：请腾出空间。"},
    Meaning{Code::FileUnreadable, "This file cannot be read.", "无法读取此文件。"},
    Meaning{Code::FileMalformed, "This file is not understood.", "无法理解此文件的内容。"},
    Meaning{
        Code::PlanMissing, "There is no plan in this folder (--plan).",
        "此文件夹中没有预案（--plan）。"},
    Meaning{Code::PlanBroken, "The plan has faults.", "预案有错误。"},
    Meaning{Code::BadEncoding, "The content is not what it should be.", "内容的格式不正确。"},
    Meaning{Code::BadChain, "The chain is broken.", "散列链中断。"},
    Meaning{Code::BadSignature, "The signature is wrong.", "签名不正确。"},
    Meaning{
        Code::FutureVersion, "A newer version has written this.",
        "由更新的版本写成，请安装该版本。"},
    Meaning{
        Code::StoreOpen, "This database cannot be opened. Check the path and who owns the folder.",
        "无法打开此数据库。请检查路径、文件夹的属主与权限。"},
    Meaning{
        Code::StoreCorrupt, "This database is damaged. Keep it, and restore from the last backup.",
        "此数据库已损坏。请保留它，并用最近的备份恢复。"},
    Meaning{
        Code::StoreFromFuture, "This database was written by a newer version: install that.",
        "此数据库由更新的版本写成，请安装该版本。"},
    Meaning{
        Code::StoreLocked, "Another program works on this folder. Stop it first.",
        "另一个程序正在使用此文件夹。请先停止它。"},
    Meaning{Code::StoreWrite, "The database cannot be written.", "无法写入数据库。"},
    Meaning{
        Code::SyncFailed, "The disk did not take what was written.", "磁盘未能保存写入的内容。"},
    Meaning{Code::PassphraseNeeded, "The files are protected by a passphrase.", "文件受口令保护。"},
    Meaning{Code::PassphraseWrong, "This is not the passphrase.", "口令不正确。"},
    Meaning{Code::NotFound, "There is no such thing here.", "这里没有此项。"},
    Meaning{Code::LimitOutOfRange, "This is too much.", "超出限度。"},
    Meaning{Code::BadArgument, "This was not understood.", "无法理解此项。"},
};

} // namespace

bool speaksChinese()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("zh");
        }
    }
    return false;
}

std::optional<std::string>
spoken(std::span<const Phrase> phrases, std::string_view text, bool isChinese)
{
    for (const Phrase& one : phrases) {
        if (const auto gaps = gapsOf(one.detail, text)) {
            return filled(isChinese ? one.zh : one.en, *gaps);
        }
    }
    return std::nullopt;
}

std::span<const Phrase> commonPhrases()
{
    return kCommon;
}

std::optional<std::string> lowLayer(const Error& error, bool isChinese)
{
    if (error.code == Code::StoreOpen && error.where.starts_with("postgresql://")) {
        return isChinese
                   ? "无法使用此 "
                     "PostgreSQL。请检查它是否在运行、地址与用户是否正确、该用户是否有权访问。"
                   : "This PostgreSQL cannot be used. Check that it runs, that address and "
                     "user are right, and that the user has the right to it.";
    }
    const auto it = std::ranges::find(kMeanings, error.code, &Meaning::code);
    return it == kMeanings.end() ? std::nullopt
                                 : std::optional<std::string>(isChinese ? it->zh : it->en);
}

std::string oneLine(const Error& error, std::span<const Phrase> phrases, bool isChinese)
{
    const std::string place = error.where.empty() ? "" : error.where + (isChinese ? "：" : ": ");
    auto own = spoken(phrases, error.detail, isChinese);
    if (!own) {
        own = spoken(kCommon, error.detail, isChinese);
    }
    if (own) {
        return std::format("{}{} [{}]", place, *own, codeName(error.code));
    }
    const std::string meaning = lowLayer(error, isChinese).value_or("");
    const char* const between = meaning.empty() || error.detail.empty() ? "" : " ";
    return std::format(
        "{}{}{}{} [{}]", place, meaning, between, error.detail, codeName(error.code));
}

} // namespace sz::words
