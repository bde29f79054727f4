// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/People.h"

#include "data/base/SimulatedChance.h"
#include "data/sim/Random.h"

#include <array>

namespace sz::sim {
namespace {

constexpr std::array kUnits{"D01", "D02", "L01"};
constexpr std::array kTurns{"1", "2"};
constexpr auto kStart = 1'795'000'000'000; // as Simulation's

PersonCode codeOf(const std::string& unit, const std::string& turn)
{
    return PersonCode(unit + "-" + turn);
}

} // namespace

std::string secretOf(const PersonCode& person)
{
    return "secret of " + person.value;
}

std::vector<PersonCode> allPeople()
{
    std::vector<PersonCode> out;
    for (const char* unit : kUnits) {
        for (const char* turn : kTurns) {
            out.push_back(codeOf(unit, turn));
        }
    }
    return out;
}

void enrolPeople(store::HqLog& log, Instant now)
{
    for (const char* unit : kUnits) {
        for (const char* turn : kTurns) {
            store::PersonRecord one;
            one.person.code = codeOf(unit, turn);
            one.person.name = std::string(unit) + " " + turn;
            one.person.unit = UnitCode(unit);
            one.person.posts = {PostCode(std::string(unit) + "-duty")};
            one.verifier = makeVerifier(secretOf(one.person.code));
            one.addedAt = now;
            log.people().put(one).value();
        }
    }
}

const net::Identity& authority()
{
    static const net::Identity made = [] {
        Random random(4711);
        const SimulatedChance chance([&](std::span<std::uint8_t> out) { random.fill(out); });
        return net::makeAuthority("Simulation", fromUtcMs(kStart));
    }();
    return made;
}

} // namespace sz::sim
