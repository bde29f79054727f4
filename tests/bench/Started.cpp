// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Started.h"

#include "tests/bench/BigProfile.h"
#include "tests/bench/Seat.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sz::bench {
namespace {

double steadyMs()
{
    const std::chrono::duration<double, std::milli> now =
        std::chrono::steady_clock::now().time_since_epoch();
    return now.count();
}

/// All a descriptor gives until its end; closes it.
std::string readAll(int fd)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t n = 0; (n = ::read(fd, piece.data(), piece.size())) > 0;) {
        text.append(piece.data(), static_cast<std::size_t>(n));
    }
    ::close(fd);
    return text;
}

Result<pid_t> spawn(const std::vector<std::string>& command, int out)
{
    std::vector<char*> arguments;
    for (const std::string& word : command) {
        arguments.push_back(
            const_cast<char*>(word.c_str())); // posix_spawn's signature is older than const
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    pid_t pid = 0;
    const int error = posix_spawn(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
        return fail(Code::NotFound, std::strerror(error), command[0]);
    }
    return pid;
}

Result<Started> parse(const std::string& said, double bornMs, const std::string& program)
{
    const auto line = said.rfind("complete 1");
    const auto at = line == std::string::npos ? line : said.find(" at ", line);
    double atMs = 0;
    long rss = 0;
    long peak = 0;
    if (at == std::string::npos
        || std::sscanf(said.c_str() + at, " at %lf rss %ld peak %ld", &atMs, &rss, &peak) != 3) {
        return fail(Code::Internal, std::format("no complete frame: {}", said), program);
    }
    return Started{
        atMs - bornMs, static_cast<double>(rss) / 1024, static_cast<double>(peak) / 1024};
}

} // namespace

Result<Started> runToFirstFrame(const std::vector<std::string>& command)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return fail(Code::Io, std::strerror(errno));
    }
    const double bornMs = steadyMs();
    const auto pid = spawn(command, ends[1]);
    ::close(ends[1]);
    const std::string said = readAll(ends[0]);
    if (!pid) {
        return std::unexpected(pid.error());
    }
    int status = 0;
    ::waitpid(*pid, &status, 0);
    if (status != 0) {
        return fail(
            Code::Internal, std::format("ended with status {}: {}", status, said), command[0]);
    }
    return parse(said, bornMs, command[0]);
}

Result<Rounds> startByTurns(const Setting& setting, int rounds)
{
    const auto plan = benchPlan();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto incidents = static_cast<std::size_t>(setting.count(1000, 50));
    const auto folder = setting.folder / "desk";
    const auto profile =
        makeBigProfile(folder, **plan, SystemClock().now(), {incidents, incidents});
    if (!profile) {
        return std::unexpected(profile.error());
    }
    Rounds out;
    for (int round = 0; round <= rounds; ++round) {
        const auto console = runToFirstFrame(
            {SANZHEN_CONSOLE, "--bench-start", "--profile", folder.string(), "--desk", "office"});
        const auto emptyMap = runToFirstFrame({SANZHEN_EMPTYMAP});
        if (!console || !emptyMap) {
            return std::unexpected(console ? emptyMap.error() : console.error());
        }
        if (round > 0) {
            out.console.push_back(*console);
            out.emptyMap.push_back(*emptyMap);
        }
    }
    return out;
}

std::vector<double> figures(const std::vector<Started>& all, double Started::* which)
{
    std::vector<double> out;
    out.reserve(all.size());
    for (const Started& one : all) {
        out.push_back(one.*which);
    }
    return out;
}

} // namespace sz::bench
