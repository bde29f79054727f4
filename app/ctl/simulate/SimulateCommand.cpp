// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/simulate/SimulateCommand.h"

#include "app/ctl/PlainJson.h"
#include "data/sim/Simulation.h"

#include <boost/json.hpp>

#include <array>
#include <charconv>
#include <chrono>
#include <format>
#include <optional>
#include <ranges>
#include <vector>

namespace sz::ctl {
namespace {

constexpr const char* kUsage =
    "usage: sanzhenctl simulate [--seeds N] [--seed S] [--desks D] [--headquarters H] [--steps K] "
    "[--joiner D]\n"
    "       [--mutation NAME]\n"
    "       [--calm] [--wound MACHINE:INJURY:CALL[:lasting]]… [--follow] [--json]\n";

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
    double virtualHours = 0;
    Millis slowest{0}; ///< of all nights, from a desk's being live again to its showing everything
};

std::optional<std::uint64_t> numberOf(const std::string& text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

std::optional<sim::Mutation> mutationOf(const std::string& name)
{
    for (int i = 0; i < sim::kMutations; ++i) {
        if (const auto one = static_cast<sim::Mutation>(i); name == sim::mutationName(one)) {
            return one;
        }
    }
    return std::nullopt;
}

// True when the option takes a number and got a fitting one.
bool takeNumber(Wanted& wanted, const std::string& option, const std::string& text)
{
    const auto value = numberOf(text);
    if (!value) {
        return false;
    }
    if (option == "--seeds") {
        wanted.seeds = *value;
    } else if (option == "--seed") {
        wanted.setup.seed = *value;
    } else if (option == "--desks" && *value >= 1 && *value <= 200) {
        wanted.setup.desks = static_cast<int>(*value);
    } else if (option == "--headquarters" && *value >= 1 && *value <= 9) {
        wanted.setup.headquarters = static_cast<int>(*value);
    } else if (option == "--joiner" && *value < 200) {
        wanted.setup.joiner = static_cast<int>(*value);
    } else if (option == "--steps" && *value <= 1'000'000) {
        wanted.setup.steps = static_cast<int>(*value);
    } else {
        return false;
    }
    return true;
}

// "-1:3:61" or "0:4:317:lasting": machine (−1 headquarters), injury (1 crash, 2 torn, 3 i/o, 4 space, 5 sync), call.
bool takeWound(Wanted& wanted, const std::string& text)
{
    std::vector<std::string> parts;
    for (const auto part : std::views::split(text, ':')) {
        parts.emplace_back(part.begin(), part.end());
    }
    const bool isLasting = parts.size() == 4 && parts[3] == "lasting";
    if (parts.size() != 3 && !isLasting) {
        return false;
    }
    const bool isHq = parts[0] == "-1";
    const auto machine = isHq ? std::optional<std::uint64_t>(0) : numberOf(parts[0]);
    const auto what = numberOf(parts[1]);
    const auto at = numberOf(parts[2]);
    if (!machine || !what || *what < 1 || *what > 5 || !at) {
        return false;
    }
    wanted.setup.isCalm = true;
    wanted.setup.wounds[isHq ? -1 : static_cast<int>(*machine)].push_back(
        {static_cast<sim::Injury>(*what), *at, isLasting});
    return true;
}

std::optional<Wanted> read(std::span<const std::string> args)
{
    Wanted wanted;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--json") {
            wanted.isJson = true;
        } else if (args[i] == "--follow") {
            wanted.isFollowed = true;
        } else if (args[i] == "--calm") {
            wanted.setup.isCalm = true;
        } else if (i + 1 == args.size()) {
            return std::nullopt;
        } else if (args[i] == "--mutation") {
            const auto mutation = mutationOf(args[++i]);
            if (!mutation) {
                return std::nullopt;
            }
            wanted.setup.mutation = *mutation;
        } else if (args[i] == "--wound") {
            if (!takeWound(wanted, args[++i])) {
                return std::nullopt;
            }
        } else {
            const std::string& option = args[i];
            if (!takeNumber(wanted, option, args[++i])) {
                return std::nullopt;
            }
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

void printFailure(std::ostream& err, const sim::Setup& setup, const sim::Outcome& night)
{
    err << "seed " << setup.seed << " went wrong:\n";
    for (const std::string& what : night.violations) {
        err << "  " << what << '\n';
    }
    err << "repeat with: " << repeatCommand(setup) << '\n';
}

void printText(std::ostream& out, const Total& total, const sim::Outcome& last, double seconds)
{
    out << std::format(
        "{} nights, {:.1f} virtual hours in {:.1f} s; {} acts saved, {} entries, {} crashes, {} "
        "messages; all shown within {} ms of being live again; last trace {}\n",
        total.nights, total.virtualHours, seconds, total.saved, total.accepted, total.crashes,
        total.messages, total.slowest.count(), toHex(last.trace));
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
    if (args.size() == 1 && args.front() == "--help") {
        out << kUsage;
        return 0;
    }
    auto wanted = read(args);
    if (!wanted || wanted->seeds == 0) {
        err << kUsage;
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
        printText(out, total, night, seconds);
    }
    if (!isWell) {
        printFailure(err, wanted->setup, night);
    }
    return isWell ? 0 : 1;
}

} // namespace sz::ctl
