// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log/LogCommand.h"

#include "app/ctl/Language.h"
#include "app/ctl/log/LogPlaces.h"
#include "app/ctl/log/LogWords.h"
#include "app/ctl/log/Prove.h"
#include "app/ctl/log/Refusals.h"

#include <boost/json.hpp>

#include <algorithm>
#include <format>
#include <optional>
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
    "         ENTRY: number or id; writes FILE, FILE.record and, from a store, FILE.entry\n";

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

bool take(Call& call, const std::string& option, const std::string& value)
{
    if (option == "--language") {
        call.isChinese = value == "zh_CN";
        return call.isChinese || value == "en";
    }
    std::string* const target = option == "--key"     ? &call.key
                                : option == "--older" ? &call.older
                                : option == "--data"  ? &call.data
                                : option == "--out"   ? &call.out
                                : option == "--tlog"  ? &call.tlog
                                                      : nullptr;
    if (target != nullptr) {
        *target = value;
    }
    return target != nullptr;
}

std::optional<Call> parsed(std::span<const std::string> args)
{
    Call call;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--json") {
            call.isJson = true;
        } else if (args[i].starts_with("--")) {
            if (i + 1 == args.size() || !take(call, args[i], args[i + 1])) {
                return std::nullopt;
            }
            ++i;
        } else if (call.verb.empty() || call.what.empty()) {
            (call.verb.empty() ? call.verb : call.what) = args[i];
        } else {
            return std::nullopt;
        }
    }
    const bool isWhole = call.verb == "verify" || call.verb == "refusals"
                         || (call.verb == "prove" && !call.out.empty());
    return isWhole && !call.what.empty() ? std::optional(call) : std::nullopt;
}

void printJson(const audit::Report& report, std::ostream& out)
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
        {"sound", report.isSound()},      {"first_bad", report.firstBad()},
        {"entries", report.entries},      {"refused", report.refused},
        {"batches", report.batches},      {"desks", report.desks},
        {"feeds", report.feeds},          {"signed", report.signedSize},
        {"files", report.files},          {"files_on_the_way", report.filesOnTheWay},
        {"findings", std::move(findings)}};
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
    if (!places.evidence.isSigned()) {
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

int verify(const Call& call, std::ostream& out, std::ostream& err)
{
    const auto places =
        LogPlaces::find(call.what, call.key, call.tlog).and_then([&](LogPlaces found) {
            return withOlder(std::move(found), call.older);
        });
    const auto report =
        places.and_then([](const LogPlaces& p) { return audit::auditLog(p.evidence); });
    if (!report) {
        err << inWords(report.error(), call.isChinese) << '\n';
        return kFaulty;
    }
    if (call.isJson) {
        printJson(*report, out);
    } else {
        print(*report, *places, call.isChinese, out);
    }
    return report->isSound() ? kGood : kFaulty;
}

int prove(const Call& call, std::ostream& out, std::ostream& err)
{
    const auto done =
        LogPlaces::find(call.data, call.key, call.tlog).and_then([&](const LogPlaces& places) {
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
        out << kUsage;
        return kGood;
    }
    const auto call = parsed(args);
    if (!call) {
        err << kUsage;
        return kMisused;
    }
    if (call->verb == "refusals") {
        return refusals(*call, out, err);
    }
    return call->verb == "verify" ? verify(*call, out, err) : prove(*call, out, err);
}

} // namespace sz::ctl
