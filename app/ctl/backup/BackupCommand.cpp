// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/backup/BackupCommand.h"

#include "data/hq/BackupCheck.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <format>

namespace sz::ctl {
namespace {

namespace fs = std::filesystem;

constexpr int kBad = 1;
constexpr int kWrongCall = 2;
constexpr auto kUsage = "usage: sanzhenctl backup verify DIR [--plan DIR] [--json]\n";

struct Call
{
    fs::path backup;
    fs::path plan;
    bool isJson = false;
};

std::optional<Call> parse(std::span<const std::string> args)
{
    Call call;
    if (args.empty() || args[0] != "verify") {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < args.size(); ++i) {
        if (args[i] == "--json") {
            call.isJson = true;
        } else if (args[i] == "--plan" && i + 1 < args.size()) {
            call.plan = args[++i];
        } else if (call.backup.empty() && !args[i].starts_with('-')) {
            call.backup = args[i];
        } else {
            return std::nullopt;
        }
    }
    return call.backup.empty() ? std::nullopt : std::optional(call);
}

/// A folder of our own under TMPDIR, gone with its object: it holds headquarters' keys.
class TempFolder
{
public:
    TempFolder()
    {
        std::string name = (fs::temp_directory_path() / "sanzhen-verify-XXXXXX").string();
        m_path = ::mkdtemp(name.data()) == nullptr ? fs::path() : fs::path(name);
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

private:
    fs::path m_path;
};

Result<hq::LogReport> verify(const Call& call)
{
    const TempFolder temp;
    if (temp.path().empty()) {
        return fail(Code::Io, "no temp folder can be made");
    }
    return hq::checkBackup(call.backup, temp.path(), call.plan);
}

std::string asText(const hq::LogReport& r, double seconds)
{
    return std::format(
        "restored and gone through in {:.1f} s: {} entries, {} refused, {} desks, {} feeds with {} "
        "places, {} "
        "incidents folded, {} entries that do not fold, {} attached files sound, {} not sent yet\n",
        seconds, r.entries, r.refused, r.desks, r.feeds.size(), r.places, r.incidents, r.unfolded,
        r.files, r.filesOnTheWay);
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
    const auto call = parse(args);
    if (!call) {
        const bool isHelp = std::ranges::contains(args, std::string("--help"));
        (isHelp ? out : err) << kUsage;
        return isHelp ? 0 : kWrongCall;
    }
    const auto start = std::chrono::steady_clock::now();
    const auto report = verify(*call);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!report) {
        const auto& [code, detail, where] = report.error();
        err << std::format(
            "sanzhenctl: this backup cannot be relied on: {}{}{} [{}]\n", where,
            where.empty() ? "" : ": ", detail, codeName(code));
        return kBad;
    }
    out << (call->isJson ? asJson(*report, took.count()) : asText(*report, took.count()));
    for (const std::string& file : report->badFiles) {
        err << std::format("sanzhenctl: attached file of {}\n", file);
    }
    return report->badFiles.empty() ? 0 : kBad;
}

} // namespace sz::ctl
