// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log/LogCommand.h"

#include "app/ctl/CtlWords.h"
#include "app/ctl/Language.h"
#include "app/ctl/log/LogPlaces.h"
#include "app/ctl/log/LogWords.h"
#include "app/ctl/log/Prove.h"
#include "app/ctl/log/Refusals.h"

#include <boost/json.hpp>

#include <algorithm>
#include <format>
#include <ranges>

namespace sz::ctl {
namespace {

constexpr int kGood = 0;
constexpr int kFaulty = 1;
constexpr int kMisused = 2;
constexpr std::size_t kMostLines = 50;

constexpr const char* kUsage =
    "usage: sanzhenctl log verify FILE|DIR|postgresql://…|https://… [--tlog DIR] [--key KEY] "
    "[--older "
    "CHECKPOINT] [--json] [--language zh_CN|en]\n"
    "         examines hq.db, a tlog folder, headquarters' folder with both, or a PostgreSQL with "
    "the tlog folder of one of its headquarters, or a tlog folder that a web server hands out\n"
    "       sanzhenctl log prove ENTRY [--data DIR|postgresql://… [--tlog DIR]] --out FILE "
    "[--language "
    "zh_CN|en]\n"
    "         ENTRY: number or id; writes FILE, FILE.record and, from a store, FILE.entry\n"
    "       sanzhenctl log refusals DIR|hq.db|postgresql://… [--json]\n"
    "         lists connections, enrolments and acts that were refused\n";

constexpr const char* kChineseUsage =
    "用法：sanzhenctl log verify 文件|文件夹|postgresql://…|https://… [--tlog 文件夹] [--key 公钥] "
    "[--older 检查点] [--json] [--language zh_CN|en]\n"
    "         检查 hq.db、tlog 文件夹、含两者的总值班台文件夹、PostgreSQL（连同其一台总值班台的 "
    "tlog "
    "文件夹），或由网站提供的 tlog 文件夹\n"
    "       sanzhenctl log prove 条目 [--data 文件夹|postgresql://… [--tlog 文件夹]] --out 文件 "
    "[--language zh_CN|en]\n"
    "         条目：编号或标识；写出 文件、文件.record，有数据库时还有 文件.entry\n"
    "       sanzhenctl log refusals 文件夹|hq.db|postgresql://… [--json]\n"
    "         列出被拒绝的连接、登记与操作\n";

struct Call
{
    std::string verb;
    std::string what;
    std::string key;
    std::string older;
    std::string data = ".";
    std::string tlog;
    std::string out;
    bool isJson = false;
    bool isChinese = speaksChinese();
};

Result<void> take(Call& call, const std::string& option, const std::string& value)
{
    if (option == "--language") {
        return readLanguage(value).transform([&](bool isChinese) { call.isChinese = isChinese; });
    }
    std::string* const target = option == "--key"     ? &call.key
                                : option == "--older" ? &call.older
                                : option == "--data"  ? &call.data
                                : option == "--out"   ? &call.out
                                : option == "--tlog"  ? &call.tlog
                                                      : nullptr;
    if (target == nullptr) {
        return noSuchOption(option);
    }
    *target = value;
    return {};
}

Result<void> checkWhole(const Call& call)
{
    if (call.verb != "verify" && call.verb != "refusals" && call.verb != "prove") {
        return call.verb.empty() ? wordMissing("verify|prove|refusals") : noSuchWord(call.verb);
    }
    if (call.what.empty()) {
        return wordMissing(call.verb == "prove" ? "ENTRY" : "FILE|DIR|URL");
    }
    return call.verb == "prove" && call.out.empty() ? wordMissing("--out") : Result<void>{};
}

// Into `call`, so that the language is known of a call that is wrong further on.
Result<void> parse(std::span<const std::string> args, Call& call)
{
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--json") {
            call.isJson = true;
        } else if (args[i].starts_with("--")) {
            const bool hasValue = i + 1 < args.size();
            if (auto taken = take(call, args[i], hasValue ? args[i + 1] : ""); !taken) {
                return taken;
            }
            if (!hasValue) {
                return valueMissing(args[i]);
            }
            ++i;
        } else if (call.verb.empty() || call.what.empty()) {
            (call.verb.empty() ? call.verb : call.what) = args[i];
        } else {
            return noSuchWord(args[i]);
        }
    }
    return checkWhole(call);
}

void printJson(const audit::Report& report, bool isUnsignedYet, std::ostream& out)
{
    boost::json::array findings;
    for (const audit::Finding& one : report.findings) {
        findings.push_back(
            {{"fault", audit::faultName(one.fault)},
             {"number", one.number},
             {"desk", one.desk.value},
             {"counter", one.counter},
             {"feed", one.feed.value},
             {"place", one.place},
             {"detail", one.detail}});
    }
    const boost::json::object root{
        {"sound", report.isSound()},       {"first_bad", report.firstBad()},
        {"entries", report.entries},       {"refused", report.refused},
        {"batches", report.batches},       {"desks", report.desks},
        {"feeds", report.feeds},           {"signed", report.signedSize},
        {"files", report.files},           {"files_on_the_way", report.filesOnTheWay},
        {"findings", std::move(findings)}, {"unsigned_yet", isUnsignedYet}};
    out << boost::json::serialize(root) << '\n';
}

void printCounts(const audit::Report& report, bool isChinese, std::ostream& out)
{
    const char* const pattern =
        isChinese ? "{} 条，{} 条未受理，{} 批席位签名，{} 个席位，{} 个通报流；已签名 {} 条\n"
                  : "{} entries, {} refused, {} signed batches, {} desks, {} feeds; signed: {}\n";
    out << std::vformat(
        pattern, std::make_format_args(
                     report.entries, report.refused, report.batches, report.desks, report.feeds,
                     report.signedSize));
}

void printFiles(const audit::Report& report, bool isChinese, std::ostream& out)
{
    if (report.files + report.filesOnTheWay > 0) {
        const char* const pattern = isChinese ? "附件：{} 件完好，{} 件尚未送达\n"
                                              : "attached files: {} sound, {} not yet here\n";
        out << std::vformat(pattern, std::make_format_args(report.files, report.filesOnTheWay));
    }
}

void print(const audit::Report& report, const LogPlaces& places, bool isChinese, std::ostream& out)
{
    printCounts(report, isChinese, out);
    printFiles(report, isChinese, out);
    if (places.isUnsignedYet) {
        out
            << (isChinese
                    ? "尚未签名任何内容：日志还没有条目。已查：数据库可读，没有条目、席位链、通报流"
                      "和附件；没有检查点和瓦片\n"
                    : "nothing has been signed yet: the log has no entry. Looked at: the store can "
                      "be "
                      "read, it has no entry, no chain of a desk, no feed and no attached file; "
                      "there is neither checkpoint nor tile\n");
    } else if (!places.evidence.isSigned()) {
        out
            << (isChinese ? "没有 tlog 文件夹：未与总值班台的签名核对\n"
                          : "no tlog folder: not held against headquarters' signature\n");
    } else if (places.isKeyFromFolder) {
        out
            << (isChinese
                    ? "公钥取自被查的文件夹；请用 --key 给出纸面上的公钥\n"
                    : "the key came from the examined folder; give the printed one with --key\n");
    }
    for (const audit::Finding& one : report.findings | std::views::take(kMostLines)) {
        out << inWords(one, isChinese) << '\n';
    }
    if (report.isSound()) {
        out << (isChinese ? "完好\n" : "sound\n");
    } else if (report.firstBad() != 0) {
        out
            << (isChinese ? std::format("最早的问题：第 {} 条\n", report.firstBad())
                          : std::format("first bad entry: {}\n", report.firstBad()));
    } else {
        out
            << (isChinese ? "有问题，但不在已受理的条目上\n"
                          : "faulty, but not in an accepted entry\n");
    }
}

Result<LogPlaces> withOlder(LogPlaces places, const std::string& older)
{
    if (older.empty()) {
        return places;
    }
    if (places.evidence.tlog.empty()) {
        return fail(
            Code::BadArgument, "an older checkpoint can only be compared with a tlog folder");
    }
    return readTextFile(older).transform([&](std::string note) {
        places.evidence.older = std::move(note);
        return std::move(places);
    });
}

std::string readable(const audit::Evidence& evidence, bool isChinese)
{
    const auto reader = evidence.openStore();
    if (!reader) {
        return isChinese ? "其中任何一条都无法读取" : "no entry of it can be read";
    }
    std::int64_t last = 0;
    const auto whole = (*reader)->forEachEntry(
        {}, [&](std::int64_t number, const store::NumberedEntry&) { last = number; });
    if (whole) {
        return isChinese ? std::format("{} 条都可读取，损坏在文件的其他部分", last)
                         : std::format("all {} entries can be read, the damage is elsewhere", last);
    }
    return isChinese ? std::format("可读到第 {} 条，其后无法读取", last)
                     : std::format("entries up to {} can be read, what follows cannot", last);
}

// A damaged file says only that it is one: how far it can be read tells what a backup must bring back.
void printReadable(const Call& call, const Error& error, std::ostream& err)
{
    const auto places = error.code == Code::StoreCorrupt
                            ? LogPlaces::find(call.what, call.key, call.tlog)
                            : fail(Code::NotFound, "none");
    if (places && places->evidence.hasStore()) {
        err << readable(places->evidence, call.isChinese) << '\n';
    }
}

int verify(const Call& call, std::ostream& out, std::ostream& err)
{
    const auto places =
        LogPlaces::find(call.what, call.key, call.tlog)
            .and_then([&](LogPlaces found) { return withOlder(std::move(found), call.older); })
            .and_then(knowWhetherUnsigned);
    const auto report =
        places.and_then([](const LogPlaces& p) { return audit::auditLog(p.evidence); });
    if (!report) {
        err << inWords(report.error(), call.isChinese) << '\n';
        printReadable(call, report.error(), err);
        return kFaulty;
    }
    if (call.isJson) {
        printJson(*report, places->isUnsignedYet, out);
    } else {
        print(*report, *places, call.isChinese, out);
    }
    return report->isSound() ? kGood : kFaulty;
}

// A mistyped path must not become a folder somewhere.
Result<void> checkTarget(const std::filesystem::path& out)
{
    const auto folder = out.has_parent_path() ? out.parent_path() : std::filesystem::path(".");
    std::error_code ignored; // not to be seen is not there
    return std::filesystem::is_directory(folder, ignored)
               ? Result<void>{}
               : fail(Code::NotFound, "the folder is not there: " + folder.string(), "--out");
}

int prove(const Call& call, std::ostream& out, std::ostream& err)
{
    const auto done = checkTarget(call.out)
                          .and_then([&] { return LogPlaces::find(call.data, call.key, call.tlog); })
                          .and_then([&](const LogPlaces& places) {
                              return proveEntry(places.evidence, call.what, call.out);
                          });
    if (!done) {
        err << inWords(done.error(), call.isChinese) << '\n';
        return kFaulty;
    }
    out
        << (call.isChinese
                ? std::format("第 {} 条的证明：{} 字节\n", done->number, done->bytes)
                : std::format("proof of entry {}: {} bytes\n", done->number, done->bytes));
    return kGood;
}

int refusals(const Call& call, std::ostream& out, std::ostream& err)
{
    const auto done = listRefusals(call.what, call.isJson, out);
    if (!done) {
        err << inWords(done.error(), call.isChinese) << '\n';
    }
    return done ? kGood : kFaulty;
}

} // namespace

int runLog(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    if (std::ranges::contains(args, std::string("--help"))) {
        out << (speaksChinese() ? kChineseUsage : kUsage);
        return kGood;
    }
    Call call;
    if (const auto whole = parse(args, call); !whole) {
        tellMisuse(whole.error(), call.isChinese ? kChineseUsage : kUsage, call.isChinese, err);
        return kMisused;
    }
    if (call.verb == "refusals") {
        return refusals(call, out, err);
    }
    return call.verb == "verify" ? verify(call, out, err) : prove(call, out, err);
}

} // namespace sz::ctl
