// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/desk/DeskCommand.h"

#include "data/desk/BulkIndex.h"
#include "data/desk/Profile.h"
#include "data/store/FolderLock.h"

#include <algorithm>
#include <chrono>
#include <format>

namespace sz::ctl {
namespace {

constexpr int kBad = 1;
constexpr int kWrongCall = 2;
constexpr auto kUsage = "usage: sanzhenctl desk rebuild DIR\n";
constexpr std::size_t kStep = 2'000'000;

struct Rebuilt
{
    std::uint64_t places = 0;
    store::Totals totals;
};

Result<Rebuilt> rebuild(const std::filesystem::path& folder)
{
    const auto profile = desk::loadProfile(folder);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    const auto lock = store::FolderLock::take(profile->lockFile());
    if (!lock) {
        return std::unexpected(lock.error());
    }
    auto log =
        store::DeskLog::open(profile->logFile(), profile->operation, profile->desk, profile->unit);
    if (!log) {
        return std::unexpected(log.error());
    }
    auto view = store::DeskView::open(profile->viewFile());
    if (!view) {
        return std::unexpected(view.error());
    }
    desk::BulkIndex bulk(*log, *view);
    auto done = view->remake();
    while (done && view->applied() < log->feedHead().seq) {
        done = bulk.addTail(kStep).and_then([&] { return bulk.write(); });
    }
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(profile->searchFile().string() + suffix, ignored);
    }
    return done.and_then([&] { return view->totals(); }).transform([&](const store::Totals& t) {
        return Rebuilt{view->applied(), t};
    });
}

} // namespace

int runDesk(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    if (args.size() != 2 || args[0] != "rebuild") {
        const bool isHelp = std::ranges::contains(args, std::string("--help"));
        (isHelp ? out : err) << kUsage;
        return isHelp ? 0 : kWrongCall;
    }
    const auto start = std::chrono::steady_clock::now();
    const auto done = rebuild(args[1]);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!done) {
        const auto& [code, detail, where] = done.error();
        err << std::format(
            "sanzhenctl: {}{}{} [{}]\n", where, where.empty() ? "" : ": ", detail, codeName(code));
        return kBad;
    }
    out << std::format(
        "view.db made anew in {:.1f} s: {} places, {} incidents ({} without an order, {} at work, "
        "{} closed)\n",
        took.count(), done->places, done->totals.all(), done->totals.pending, done->totals.active,
        done->totals.closed);
    return 0;
}

} // namespace sz::ctl
