// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/simulate/SimulateCommand.h"

#include "app/ctl/CtlWords.h"
#include "app/ctl/Language.h"
#include "app/ctl/PlainJson.h"
#include "app/words/Numbers.h"
#include "data/sim/Simulation.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <format>
#include <limits>
#include <optional>
#include <ranges>
#include <string_view>
#include <vector>

namespace sz::ctl {
namespace {

constexpr const char* kUsage =
    "usage: sanzhenctl simulate [--seeds N] [--seed S] [--desks D] [--headquarters H] [--steps K] "
    "[--joiner D]\n"
    "       [--mutation NAME]\n"
    "       [--calm] [--wound MACHINE:INJURY:CALL[:lasting]]… [--follow] [--json]\n";

constexpr const char* kChineseUsage =
    "用法：sanzhenctl simulate [--seeds 夜数] [--seed 种子] [--desks 席位数] [--headquarters "
    "总值班台数] "
    "[--steps 步数] [--joiner 席位]\n"
    "       [--mutation 名称]\n"
    "       [--calm] [--wound 机器:故障:调用[:lasting]]… [--follow] [--json]\n";

struct Wanted
{
    std::uint64_t seeds = 1;
    sim::Setup setup;
    bool isJson = false;
    bool isFollowed = false;
};

/// Sums over all nights.
struct Total
{
    std::uint64_t nights = 0;
    std::uint64_t saved = 0;
    std::uint64_t accepted = 0;
    std::uint64_t crashes = 0;
    std::uint64_t messages = 0;
    std::uint64_t mangled = 0; ///< of them lost, doubled or swapped inside a connection
    double virtualHours = 0;
    Millis slowest{0}; ///< of all nights, from a desk's being live again to its showing everything
};

std::optional<sim::Mutation> mutationOf(const std::string& name)
{
    for (int i = 0; i < sim::kMutations; ++i) {
        if (const auto one = static_cast<sim::Mutation>(i); name == sim::mutationName(one)) {
            return one;
        }
    }
    return std::nullopt;
}

/// An option that takes a number, and what fits.
struct Number
{
    std::string_view option;
    std::uint64_t least;
    std::uint64_t most;
    void (*put)(Wanted& wanted, std::uint64_t value);
};

constexpr std::uint64_t kAny = std::numeric_limits<std::uint64_t>::max();
constexpr std::array kNumbers{
    Number{"--seeds", 1, kAny, [](Wanted& w, std::uint64_t n) { w.seeds = n; }},
    Number{"--seed", 0, kAny, [](Wanted& w, std::uint64_t n) { w.setup.seed = n; }},
    Number{
        "--desks", 1, 200, [](Wanted& w, std::uint64_t n) { w.setup.desks = static_cast<int>(n); }},
    Number{
        "--headquarters", 1, 9,
        [](Wanted& w, std::uint64_t n) { w.setup.headquarters = static_cast<int>(n); }},
    Number{
        "--joiner", 0, 199,
        [](Wanted& w, std::uint64_t n) { w.setup.joiner = static_cast<int>(n); }},
    Number{
        "--steps", 0, 1'000'000,
        [](Wanted& w, std::uint64_t n) { w.setup.steps = static_cast<int>(n); }},
};

// "-1:3:61" or "0:4:317:lasting": machine (−1 headquarters), injury (1 crash, 2 torn, 3 i/o, 4 space, 5 sync), call.
Result<void> takeWound(Wanted& wanted, const std::string& text)
{
    std::vector<std::string> parts;
    for (const auto part : std::views::split(text, ':')) {
        parts.emplace_back(part.begin(), part.end());
    }
    constexpr std::uint64_t kMostMachine = 199;
    const auto bad =
        fail(Code::BadArgument, "a wound is MACHINE:INJURY:CALL[:lasting], not " + text, "--wound");
    const bool isLasting = parts.size() == 4 && parts[3] == "lasting";
    if (parts.size() != 3 && !isLasting) {
        return bad;
    }
    const bool isHq = parts[0] == "-1";
    const auto machine =
        isHq ? Result<std::uint64_t>(0) : words::readNumber("--wound", parts[0], 0, kMostMachine);
    const auto what = words::readNumber("--wound", parts[1], 1, 5);
    const auto at = words::readNumber("--wound", parts[2], 0, kAny);
    if (!machine || !what || !at) {
        return bad;
    }
    wanted.setup.isCalm = true;
    wanted.setup.wounds[isHq ? -1 : static_cast<int>(*machine)].push_back(
        {static_cast<sim::Injury>(*what), *at, isLasting});
    return {};
}

Result<void> takeMutation(Wanted& wanted, const std::string& name)
{
    const auto mutation = mutationOf(name);
    if (!mutation) {
        return fail(Code::BadArgument, "there is no mutation " + name, "--mutation");
    }
    wanted.setup.mutation = *mutation;
    return {};
}

Result<void> takeNumber(Wanted& wanted, const Number& number, const std::string& text)
{
    return words::readNumber(std::string(number.option), text, number.least, number.most)
        .transform([&](std::uint64_t value) { number.put(wanted, value); });
}

bool takeSwitch(Wanted& wanted, const std::string& option)
{
    bool* const target = option == "--json"     ? &wanted.isJson
                         : option == "--follow" ? &wanted.isFollowed
                         : option == "--calm"   ? &wanted.setup.isCalm
                                                : nullptr;
    if (target != nullptr) {
        *target = true;
    }
    return target != nullptr;
}

Result<Wanted> read(std::span<const std::string> args)
{
    Wanted wanted;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& option = args[i];
        if (takeSwitch(wanted, option)) {
            continue;
        }
        const auto number = std::ranges::find(kNumbers, option, &Number::option);
        if (number == kNumbers.end() && option != "--mutation" && option != "--wound") {
            return noSuchOption(option);
        }
        if (++i == args.size()) {
            return valueMissing(option);
        }
        const auto taken = option == "--mutation" ? takeMutation(wanted, args[i])
                           : option == "--wound"  ? takeWound(wanted, args[i])
                                                  : takeNumber(wanted, *number, args[i]);
        if (!taken) {
            return std::unexpected(taken.error());
        }
    }
    return wanted;
}

void add(Total& total, const sim::Outcome& night)
{
    ++total.nights;
    total.saved += night.saved;
    total.accepted += night.accepted;
    total.crashes += night.crashes;
    total.messages += night.messages;
    total.mangled += night.mangled;
    total.slowest = std::max(total.slowest, night.slowest);
    total.virtualHours += static_cast<double>(night.lasted.count()) / 3'600'000.0;
}

std::string repeatCommand(const sim::Setup& setup)
{
    std::string command = std::format(
        "sanzhenctl simulate --seed {} --desks {} --steps {}", setup.seed, setup.desks,
        setup.steps);
    if (setup.headquarters > 1) {
        command += std::format(" --headquarters {}", setup.headquarters);
    }
    if (setup.mutation != sim::Mutation::None) {
        command += std::format(" --mutation {}", sim::mutationName(setup.mutation));
    }
    if (setup.joiner >= 0) {
        command += std::format(" --joiner {}", setup.joiner);
    }
    for (const auto& [machine, wounds] : setup.wounds) {
        for (const sim::Wound& wound : wounds) {
            command += std::format(
                " --wound {}:{}:{}{}", machine, static_cast<int>(wound.what), wound.at,
                wound.isLasting ? ":lasting" : "");
        }
    }
    return command + (setup.isCalm && setup.wounds.empty() ? " --calm" : "");
}

// What was violated is told in English, for whoever repeats it.
void printFailure(
    std::ostream& err,
    const sim::Setup& setup,
    const sim::Outcome& night,
    bool isChinese)
{
    err
        << (isChinese ? std::format("种子 {} 的一夜出了错：\n", setup.seed)
                      : std::format("seed {} went wrong:\n", setup.seed));
    for (const std::string& what : night.violations) {
        err << "  " << what << '\n';
    }
    err << (isChinese ? "重演命令：" : "repeat with: ") << repeatCommand(setup) << '\n';
}

void printText(
    std::ostream& out,
    const Total& total,
    const sim::Outcome& last,
    double seconds,
    bool isChinese)
{
    const std::string trace = toHex(last.trace);
    if (isChinese) {
        out << std::format(
            "{} 夜，模拟 {:.1f} 小时，用时 {:.1f} 秒；保存操作 {} 次，日志 {} 条，崩溃 {} 次，消息 "
            "{} 条（其中 {} 条丢失、重复或错序）；"
            "重新连通后最迟 {} 毫秒全部显示；最后一夜的轨迹 {}\n",
            total.nights, total.virtualHours, seconds, total.saved, total.accepted, total.crashes,
            total.messages, total.mangled, total.slowest.count(), trace);
        return;
    }
    out << std::format(
        "{} nights, {:.1f} virtual hours in {:.1f} s; {} acts saved, {} entries, {} crashes, {} "
        "messages ({} lost, doubled or swapped); all shown within {} ms of being live again; last "
        "trace {}\n",
        total.nights, total.virtualHours, seconds, total.saved, total.accepted, total.crashes,
        total.messages, total.mangled, total.slowest.count(), trace);
}

void printJson(
    std::ostream& out,
    const Total& total,
    const sim::Setup& setup,
    const sim::Outcome& last,
    double seconds)
{
    boost::json::object o;
    o["nights"] = total.nights;
    o["virtualHours"] = total.virtualHours;
    o["seconds"] = seconds;
    o["saved"] = total.saved;
    o["entries"] = total.accepted;
    o["crashes"] = total.crashes;
    o["messages"] = total.messages;
    o["mangled"] = total.mangled;
    o["slowestMs"] = total.slowest.count();
    o["lastSeed"] = setup.seed;
    o["lastTrace"] = toHex(last.trace);
    boost::json::array violations;
    for (const std::string& what : last.violations) {
        violations.emplace_back(what);
    }
    o["violations"] = std::move(violations);
    if (!last.violations.empty()) {
        o["repeat"] = repeatCommand(setup);
    }
    out << plainJson(o) << '\n';
}

} // namespace

int runSimulate(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    const bool isChinese = speaksChinese();
    const char* const usage = isChinese ? kChineseUsage : kUsage;
    if (std::ranges::contains(args, std::string("--help"))) {
        out << usage;
        return 0;
    }
    auto wanted = read(args);
    if (!wanted) {
        tellMisuse(wanted.error(), usage, isChinese, err);
        return 2;
    }
    if (wanted->isFollowed) {
        wanted->setup.follow = [&out](Instant at, std::string_view what, BytesView detail) {
            out << std::format("{} {} {}\n", toUtcMs(at) % 100'000'000, what, detail.size());
        };
    }
    const auto began = std::chrono::steady_clock::now();
    Total total;
    sim::Outcome night;
    for (; total.nights < wanted->seeds; ++wanted->setup.seed) {
        night = sim::simulate(wanted->setup);
        add(total, night);
        if (!night.violations.empty()) {
            break;
        }
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    const bool isWell = night.violations.empty();
    wanted->setup.seed -= isWell ? 1 : 0; // of the last night that was played
    if (wanted->isJson) {
        printJson(out, total, wanted->setup, night, seconds);
    } else {
        printText(out, total, night, seconds, isChinese);
    }
    if (!isWell) {
        printFailure(err, wanted->setup, night, isChinese);
    }
    return isWell ? 0 : 1;
}

} // namespace sz::ctl
