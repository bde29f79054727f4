// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/desk/DeskCommand.h"

#include "app/ctl/CtlWords.h"
#include "app/ctl/desk/Passphrase.h"
#include "app/ctl/Language.h"
#include "data/desk/BulkIndex.h"
#include "data/desk/Profile.h"
#include "data/desk/Protect.h"
#include "data/net/Slip.h"
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
constexpr auto kHelp = R"(usage: sanzhenctl desk join FOLDER
       sanzhenctl desk rebuild FOLDER
       sanzhenctl desk status FOLDER
       sanzhenctl desk protect FOLDER [--keyring]
       sanzhenctl desk unprotect FOLDER

join makes a new desk in FOLDER (the console's: ~/.local/share/sanzhen/desks/UNIT) with the line of headquarters' slip that
begins with sanzhen://, read from standard input; the console asks for the slip by itself at its first start.
rebuild makes the board's index anew from the log.
protect seals log.db, outbox.mirror and desk.key in a desk's folder with a key that a passphrase opens (8 characters or
more); the console asks for it at each start. --keyring keeps the passphrase in the system's keyring, so that the console
does not ask. Close the console first. The passphrase is read from standard input, at a terminal without echo.
Without the passphrase nobody can read the files again: keep it in a safe.
)";
constexpr auto kChineseHelp = R"(用法：sanzhenctl desk join 文件夹
       sanzhenctl desk rebuild 文件夹
       sanzhenctl desk status 文件夹
       sanzhenctl desk protect 文件夹 [--keyring]
       sanzhenctl desk unprotect 文件夹

join 用总值班台登记单上以 sanzhen:// 开头的一行（从标准输入读取）在文件夹中登记新席位（席位程序所用的文件夹为
~/.local/share/sanzhen/desks/单位）；席位程序首次启动时也会自行询问登记单。
rebuild 按日志重建看板索引；status 显示席位文件是否受保护。
protect 用口令（至少 8 个字符）封存席位文件夹中的 log.db、outbox.mirror 和 desk.key，席位程序每次启动时询问；
--keyring 把口令存入系统密钥环，启动时不再询问。请先关闭席位程序。口令从标准输入读取，在终端上不显示。
口令遗失则无法再读出，请另行妥善保管。
)";

const char* say(const char* en, const char* zh)
{
    return speaksChinese() ? zh : en;
}

int tell(const Result<void>& done, std::ostream& err)
{
    if (done) {
        return 0;
    }
    err << "sanzhenctl: " << sentenceOf(done.error(), speaksChinese()) << '\n';
    return kBad;
}

int protect(const std::filesystem::path& folder, bool isKept, std::ostream& err)
{
    std::string words = ask(say("New passphrase: ", "新口令："), err);
    if (::isatty(STDIN_FILENO) == 1 && ask(say("Again: ", "再输一次："), err) != words) {
        return tell(fail(Code::BadArgument, "the two passphrases differ"), err);
    }
    auto done = desk::protectDesk(folder, words);
    if (done && isKept) {
        const auto kept = vault::keyringKeep(folder.string(), words);
        if (!kept) {
            err << say(
                "sanzhenctl: the desk is protected, but there is no keyring: the console will "
                "ask\n",
                "sanzhenctl：席位已受保护，但没有可用的密钥环：席位程序启动时会询问口令\n");
        }
    }
    vault::wipe(words);
    return tell(done, err);
}

int unprotect(const std::filesystem::path& folder, std::ostream& err)
{
    std::string words = ask(say("Passphrase: ", "口令："), err);
    const auto done = desk::unprotectDesk(folder, words);
    vault::wipe(words);
    if (done) {
        vault::keyringForget(folder.string());
    }
    return tell(done, err);
}

// From standard input: a code is a secret as long as it is good.
int join(const std::filesystem::path& folder, std::ostream& out, std::ostream& err)
{
    if (std::filesystem::exists(folder / "profile.toml")) {
        err << say("sanzhenctl: there is a desk already: ", "sanzhenctl：该文件夹已是席位：")
            << folder.string() << '\n';
        return kBad;
    }
    const auto slip = net::findSlip(
        ask(say("Line of the slip (sanzhen://…): ", "登记单上的一行（sanzhen://…）："), err));
    if (!slip) {
        err << say(
            "sanzhenctl: standard input has no line of a slip: sanzhen://HOST:PORT/CODE/"
            "FINGERPRINT\n",
            "sanzhenctl：标准输入中没有登记单的一行：sanzhen://主机:端口/登记码/指纹\n");
        return kBad;
    }
    auto made = desk::enrol(folder, slip->at, slip->code, slip->authority);
    const auto saved = made ? desk::saveProfile(*made) : std::unexpected(made.error());
    if (saved) {
        out << std::format("{}\t{}\t{}\n", made->desk.value, made->unit.value, folder.string());
    }
    return tell(saved, err);
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
    const double seconds = took.count();
    const auto all = done->totals.all();
    out << std::vformat(
        say("view.db made anew in {:.1f} s: {} places, {} incidents ({} without an order, {} at "
            "work, {} closed)\n",
            "已重建 view.db，用时 {:.1f} 秒：{} 位，{} 件事项（待处置 {}，处置中 {}，已结案 "
            "{}）\n"),
        std::make_format_args(
            seconds, done->places, all, done->totals.pending, done->totals.active,
            done->totals.closed));
    return 0;
}

Result<void> check(std::span<const std::string> args)
{
    if (args.empty()) {
        return wordMissing("join|rebuild|status|protect|unprotect");
    }
    if (args[0] != "join" && args[0] != "rebuild" && args[0] != "status" && args[0] != "protect"
        && args[0] != "unprotect") {
        return noSuchWord(args[0]);
    }
    if (args.size() == 1) {
        return wordMissing(say("FOLDER", "文件夹"));
    }
    const bool isKept = args.size() == 3 && args[0] == "protect" && args[2] == "--keyring";
    if (args.size() > 2 && !isKept) {
        return args[2].starts_with("--") ? noSuchOption(args[2]) : noSuchWord(args[2]);
    }
    return {};
}

} // namespace

int runDesk(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    if (!args.empty() && args[0] == "--help") {
        out << say(kHelp, kChineseHelp);
        return 0;
    }
    if (const auto whole = check(args); !whole) {
        tellMisuse(whole.error(), say(kHelp, kChineseHelp), speaksChinese(), err);
        return kWrongCall;
    }
    std::error_code error;
    const auto folder = std::filesystem::weakly_canonical(args[1], error);
    if (args[0] == "join") {
        return join(folder, out, err);
    }
    if (!std::filesystem::exists(folder / "profile.toml", error)) {
        return tell(fail(Code::NotFound, "no desk in this folder", folder.string()), err);
    }
    if (args[0] == "protect") {
        return protect(folder, args.size() == 3, err);
    }
    if (args[0] == "rebuild") {
        return rebuild(folder, out, err);
    }
    if (args[0] == "unprotect") {
        return unprotect(folder, err);
    }
    out
        << (vault::isProtected(folder) ? say("protected\n", "已受保护\n")
                                       : say("in the clear\n", "未受保护\n"));
    return 0;
}

} // namespace sz::ctl
