// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-fuzz: TARGET [ROUNDS] feeds a target its seeds and ROUNDS damaged ones; --corpus DIR writes the seeds for libFuzzer.
#include "tests/fuzz/Mutator.h"
#include "tests/fuzz/Targets.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>

namespace {

using namespace sz;
using namespace sz::fuzz;

double scale()
{
    const char* set = std::getenv("SANZHEN_TEST_SCALE");
    return set == nullptr ? 1.0 : std::atof(set);
}

// Where a crash leaves what caused it.
void keep(const std::filesystem::path& file, const Bytes& input)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(
        reinterpret_cast<const char*>(input.data()), static_cast<std::streamsize>(input.size()));
}

int play(const Target& target, std::uint64_t rounds)
{
    const auto seeds = seedsOf(target.name);
    if (seeds.empty()) {
        std::cerr << target.name << ": no seeds\n";
        return 1;
    }
    Mutator mutator(20191017);
    const auto began = std::chrono::steady_clock::now();
    for (const Bytes& seed : seeds) {
        target.run(seed);
    }
    for (std::uint64_t i = 0; i < rounds; ++i) {
        const Bytes input = mutator.next(seeds);
        if (std::getenv("SANZHEN_FUZZ_KEEP") != nullptr) {
            keep("last-input", input);
        }
        target.run(input);
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::cout << std::format(
        "{}: {} seeds, {} damaged, {:.0f} executions/s\n", target.name, seeds.size(), rounds,
        static_cast<double>(rounds + seeds.size()) / seconds);
    return 0;
}

int writeCorpus(const std::filesystem::path& folder)
{
    for (const Target& target : targets()) {
        std::filesystem::create_directories(folder / target.name);
        std::size_t n = 0;
        for (const Bytes& seed : seedsOf(target.name)) {
            keep(folder / target.name / std::format("seed-{:04}", ++n), seed);
        }
        std::cout << target.name << ": " << n << " seeds\n";
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (args.size() == 2 && args[0] == "--corpus") {
        return writeCorpus(args[1]);
    }
    const Target* const target = args.empty() ? nullptr : targetOf(args[0]);
    if (target == nullptr || args.size() > 2) {
        std::cerr << "usage: sanzhen-fuzz TARGET [ROUNDS] | --corpus DIR\ntargets:";
        for (const Target& one : targets()) {
            std::cerr << ' ' << one.name;
        }
        std::cerr << '\n';
        return 2;
    }
    const auto scaled = static_cast<std::uint64_t>(static_cast<double>(target->rounds) * scale());
    return play(*target, args.size() == 2 ? std::stoull(args[1]) : scaled);
}
