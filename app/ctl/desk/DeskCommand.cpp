// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/desk/DeskCommand.h"

#include "app/ctl/desk/Passphrase.h"
#include "data/desk/BulkIndex.h"
#include "data/desk/Profile.h"
#include "data/desk/Protect.h"
#include "data/store/FolderLock.h"
#include "data/vault/Keyring.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <unistd.h>

namespace sz::ctl {
namespace {

constexpr int kBad = 1;
constexpr int kWrongCall = 2;
constexpr std::size_t kStep = 2'000'000;
constexpr auto kHelp = R"(usage: sanzhenctl desk rebuild FOLDER
       sanzhenctl desk status FOLDER
       sanzhenctl desk protect FOLDER [--keyring]
       sanzhenctl desk unprotect FOLDER

rebuild makes the board's index anew from the log.
protect seals log.db, outbox.mirror and desk.key in a desk's folder with a key that a passphrase opens (8 characters or
more); the console asks for it at each start. --keyring keeps the passphrase in the system's keyring, so that the console
does not ask. Close the console first. The passphrase is read from standard input, at a terminal without echo.
Without the passphrase nobody can read the files again: keep it in a safe.
席位保护：protect 用口令封存席位文件，unprotect 解除；口令从标准输入读取。口令遗失则无法再读出，请另行妥善保管。
)";

int tell(const Result<void>& done, std::ostream& err)
{
    if (done) {
        return 0;
    }
    err << std::format(
        "sanzhenctl: {} {} [{}]\n", done.error().detail, done.error().where,
        codeName(done.error().code));
    return kBad;
}

int protect(const std::filesystem::path& folder, bool isKept, std::ostream& err)
{
    std::string words = ask("New passphrase: ", err);
    if (::isatty(STDIN_FILENO) == 1 && ask("Again: ", err) != words) {
        return tell(fail(Code::BadArgument, "the two passphrases differ"), err);
    }
    auto done = desk::protectDesk(folder, words);
    if (done && isKept) {
        const auto kept = vault::keyringKeep(folder.string(), words);
        if (!kept) {
            err << "sanzhenctl: the desk is protected, but there is no keyring: the console will "
                   "ask\n";
        }
    }
    vault::wipe(words);
    return tell(done, err);
}

int unprotect(const std::filesystem::path& folder, std::ostream& err)
{
    std::string words = ask("Passphrase: ", err);
    const auto done = desk::unprotectDesk(folder, words);
    vault::wipe(words);
    if (done) {
        vault::keyringForget(folder.string());
    }
    return tell(done, err);
}

struct Rebuilt
{
    std::uint64_t places = 0;
    store::Totals totals;
};

Result<Rebuilt> makeAnew(const std::filesystem::path& folder, std::ostream& err)
{
    auto profile = desk::loadProfile(folder);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    if (const auto opened = unlockDesk(*profile, err); !opened) {
        return std::unexpected(opened.error());
    }
    const auto lock = store::FolderLock::take(profile->lockFile());
    if (!lock) {
        return std::unexpected(lock.error());
    }
    auto log = store::DeskLog::open(
        profile->logFile(), profile->operation, profile->desk, profile->unit,
        profile->dataKey.get());
    if (!log) {
        return std::unexpected(log.error());
    }
    auto view = store::DeskView::open(profile->viewFile(), profile->dataKey.get());
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

int rebuild(const std::filesystem::path& folder, std::ostream& out, std::ostream& err)
{
    const auto start = std::chrono::steady_clock::now();
    const auto done = makeAnew(folder, err);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!done) {
        return tell(std::unexpected(done.error()), err);
    }
    out << std::format(
        "view.db made anew in {:.1f} s: {} places, {} incidents ({} without an order, {} at work, "
        "{} closed)\n",
        took.count(), done->places, done->totals.all(), done->totals.pending, done->totals.active,
        done->totals.closed);
    return 0;
}

} // namespace

int runDesk(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    if (!args.empty() && args[0] == "--help") {
        out << kHelp;
        return 0;
    }
    const bool isKept = args.size() == 3 && args[2] == "--keyring" && args[0] == "protect";
    if (args.size() != 2 && !isKept) {
        err << kHelp;
        return kWrongCall;
    }
    std::error_code error;
    const auto folder = std::filesystem::weakly_canonical(args[1], error);
    if (!std::filesystem::exists(folder / "profile.toml", error)) {
        return tell(fail(Code::NotFound, "no desk in this folder", folder.string()), err);
    }
    if (args[0] == "protect") {
        return protect(folder, isKept, err);
    }
    if (args[0] == "rebuild") {
        return rebuild(folder, out, err);
    }
    if (args[0] == "unprotect") {
        return unprotect(folder, err);
    }
    if (args[0] == "status") {
        out << (vault::isProtected(folder) ? "protected\n" : "in the clear\n");
        return 0;
    }
    err << kHelp;
    return kWrongCall;
}

} // namespace sz::ctl
