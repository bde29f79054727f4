// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/backup/BackupCommand.h"

#include "app/ctl/CtlWords.h"
#include "app/ctl/Language.h"
#include "app/words/Phrases.h"
#include "data/hq/BackupCheck.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <format>

namespace sz::ctl {
namespace {

namespace fs = std::filesystem;

constexpr int kBad = 1;
constexpr int kWrongCall = 2;
constexpr int kUnchecked = 3;
constexpr auto kUsage = "usage: sanzhenctl backup verify DIR [--plan DIR] [--json]\n"
                        "         restores it into a folder of its own under TMPDIR (or /tmp) and "
                        "goes through all of it\n"
                        "         exit code: 0 sound, 1 cannot be relied on, 2 not understood, 3 "
                        "could not be checked\n";
constexpr auto kChineseUsage =
    "用法：sanzhenctl backup verify 文件夹 [--plan 预案文件夹] [--json]\n"
    "         恢复到 TMPDIR（默认 /tmp）下的临时文件夹，并逐项检查\n"
    "         退出码：0 完好，1 不可靠，2 命令有误，3 未能检查\n";

struct Call
{
    fs::path backup;
    fs::path plan;
    bool isJson = false;
};

Result<Call> parse(std::span<const std::string> args)
{
    Call call;
    if (args.empty() || args[0] != "verify") {
        return args.empty() ? wordMissing("verify") : noSuchWord(args[0]);
    }
    for (std::size_t i = 1; i < args.size(); ++i) {
        if (args[i] == "--json") {
            call.isJson = true;
        } else if (args[i] == "--plan") {
            if (++i == args.size()) {
                return valueMissing("--plan");
            }
            call.plan = args[i];
        } else if (args[i].starts_with('-')) {
            return noSuchOption(args[i]);
        } else if (call.backup.empty()) {
            call.backup = args[i];
        } else {
            return noSuchWord(args[i]);
        }
    }
    return call.backup.empty() ? Result<Call>(wordMissing("DIR")) : call;
}

/// A folder of our own under TMPDIR, gone with its object: it holds headquarters' keys.
class TempFolder
{
public:
    TempFolder()
    {
        std::error_code error;
        const fs::path parent = fs::temp_directory_path(error);
        std::string name = (parent / "sanzhen-verify-XXXXXX").string();
        if (error) { // of a TMPDIR that is no folder
            const char* given = std::getenv("TMPDIR");
            m_error = {Code::Io, error.message(), given == nullptr ? "/tmp" : given};
        } else if (::mkdtemp(name.data()) == nullptr) {
            m_error = {
                errno == ENOSPC ? Code::NoSpace : Code::Io, std::strerror(errno), parent.string()};
        } else {
            m_path = name;
        }
    }
    ~TempFolder()
    {
        std::error_code ignored; // nothing more can be done
        if (!m_path.empty()) {
            fs::remove_all(m_path, ignored);
        }
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return m_path; }
    /// Why there is none; its place is the folder it was to be in.
    [[nodiscard]] const Error& error() const { return m_error; }

private:
    fs::path m_path;
    Error m_error;
};

/// A backup that could not be looked at may be a good one: that is another answer than a bad one.
struct Verdict
{
    Result<hq::LogReport> report;
    bool isChecked = true;
};

// Nothing is wrong with the backup when the place it is restored to fails, or when it brings no plan and none is given.
bool isOurs(const Error& error, const fs::path& temp, const Call& call)
{
    const bool isInTemp = fs::path(error.where).string().starts_with(temp.string());
    const bool isOfDisk = error.code == Code::Io || error.code == Code::StoreOpen
                          || error.code == Code::StoreWrite || error.code == Code::SyncFailed;
    const bool isGivenPlan = !fs::exists(call.backup / "plan")
                             && (error.code == Code::PlanMissing || error.code == Code::PlanBroken);
    return error.code == Code::NoSpace || (isInTemp && isOfDisk) || isGivenPlan;
}

Verdict verify(const Call& call)
{
    const TempFolder temp;
    if (temp.path().empty()) {
        return {std::unexpected(temp.error()), false};
    }
    auto report = hq::checkBackup(call.backup, temp.path(), call.plan);
    const bool isChecked = report || !isOurs(report.error(), temp.path(), call);
    return {std::move(report), isChecked};
}

void tell(const Verdict& verdict, bool isChinese, std::ostream& err)
{
    const Error& error = verdict.report.error();
    const char* const head =
        verdict.isChecked ? (isChinese ? "这份备份不可靠：" : "this backup cannot be relied on: ")
                          : (isChinese ? "未能检查这份备份，它可能是完好的："
                                       : "this backup could not be checked, it may be sound: ");
    err << (isChinese ? "sanzhenctl：" : "sanzhenctl: ") << head << sentenceOf(error, isChinese)
        << '\n';
    const bool isOfPlan = error.code == Code::PlanMissing || error.code == Code::PlanBroken;
    if (!verdict.isChecked && !isOfPlan) {
        err
            << (isChinese
                    ? "  恢复用的副本放在 TMPDIR（默认 /tmp）下：请换到有空间、可写的文件夹后重试\n"
                    : "  the restored copy goes into TMPDIR (or /tmp): name a folder with room "
                      "that you may write to, and try again\n");
    }
}

std::string asText(const hq::LogReport& r, double seconds, bool isChinese)
{
    if (isChinese) {
        return std::format(
            "已恢复并逐项检查，用时 {:.1f} 秒：{} 条，{} 条未受理，{} 个席位，{} 个通报流共 {} "
            "位，{} "
            "件事项，{} 条无法并入，附件 {} 件完好、{} 件尚未送达\n",
            seconds, r.entries, r.refused, r.desks, r.feeds.size(), r.places, r.incidents,
            r.unfolded, r.files, r.filesOnTheWay);
    }
    return std::format(
        "restored and gone through in {:.1f} s: {} entries, {} refused, {} desks, {} feeds with {} "
        "places, {} "
        "incidents folded, {} entries that do not fold, {} attached files sound, {} not sent yet\n",
        seconds, r.entries, r.refused, r.desks, r.feeds.size(), r.places, r.incidents, r.unfolded,
        r.files, r.filesOnTheWay);
}

// As checkAttached writes them.
std::string badFile(const std::string& text, bool isChinese)
{
    static constexpr std::array kStates{
        words::Phrase{
            "entry {}: {}, {} bytes: missing",
            "the attached file of entry {} is missing: {}, {} bytes",
            "第 {} 条的附件缺失：{}，{} 字节"},
        words::Phrase{
            "entry {}: {}, {} bytes: damaged",
            "the attached file of entry {} is damaged: {}, {} bytes",
            "第 {} 条的附件已损坏：{}，{} 字节"},
    };
    return words::spoken(kStates, text, isChinese).value_or(text);
}

std::string asJson(const hq::LogReport& r, double seconds)
{
    boost::json::array bad(r.badFiles.begin(), r.badFiles.end());
    return boost::json::serialize(boost::json::object{
               {"ok", r.badFiles.empty()},
               {"entries", r.entries},
               {"refused", r.refused},
               {"desks", r.desks},
               {"feeds", r.feeds.size()},
               {"places", r.places},
               {"incidents", r.incidents},
               {"unfolded", r.unfolded},
               {"files", r.files},
               {"files_on_the_way", r.filesOnTheWay},
               {"bad_files", std::move(bad)},
               {"seconds", seconds}})
           + "\n";
}

} // namespace

int runBackup(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    const bool isChinese = speaksChinese();
    const char* const usage = isChinese ? kChineseUsage : kUsage;
    if (std::ranges::contains(args, std::string("--help"))) {
        out << usage;
        return 0;
    }
    const auto call = parse(args);
    if (!call) {
        tellMisuse(call.error(), usage, isChinese, err);
        return kWrongCall;
    }
    const auto start = std::chrono::steady_clock::now();
    const Verdict verdict = verify(*call);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!verdict.report) {
        tell(verdict, isChinese, err);
        return verdict.isChecked ? kBad : kUnchecked;
    }
    const hq::LogReport& report = *verdict.report;
    out << (call->isJson ? asJson(report, took.count()) : asText(report, took.count(), isChinese));
    for (const std::string& file : report.badFiles) {
        err << (isChinese ? "sanzhenctl：" : "sanzhenctl: ") << badFile(file, isChinese) << '\n';
    }
    return report.badFiles.empty() ? 0 : kBad;
}

} // namespace sz::ctl
