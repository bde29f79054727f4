// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Damage for compilers without libFuzzer: blind, but the same from the same seed.

#include "data/base/Bytes.h"
#include "data/sim/Random.h"

#include <algorithm>
#include <array>

namespace sz::fuzz {

class Mutator
{
public:
    explicit Mutator(std::uint64_t seed) : m_random(seed) {}

    /// One to four changes to one of the seeds.
    [[nodiscard]] Bytes next(const std::vector<Bytes>& seeds)
    {
        Bytes input = seeds[m_random.below(seeds.size())];
        for (auto changes = m_random.between(1, 4); changes > 0; --changes) {
            change(input, seeds[m_random.below(seeds.size())]);
        }
        return input;
    }

private:
    void change(Bytes& input, const Bytes& other)
    {
        static constexpr std::array<std::uint8_t, 12> kEdges{0x00, 0x01, 0x17, 0x18, 0x19, 0x1a,
                                                             0x1b, 0x5f, 0x7f, 0x80, 0xa1, 0xff};
        const std::size_t at = input.empty() ? 0 : m_random.below(input.size());
        const auto where = input.begin() + static_cast<std::ptrdiff_t>(at);
        switch (m_random.below(6)) {
        case 0:
            input.empty() ? input.push_back(1)
                          : void(input[at] ^= static_cast<std::uint8_t>(1U << m_random.below(8)));
            break;
        case 1:
            input.empty() ? input.push_back(0) : void(input[at] = m_random.pick(kEdges));
            break;
        case 2:
            input.insert(
                where, static_cast<std::size_t>(m_random.between(1, 8)), m_random.pick(kEdges));
            break;
        case 3:
            input.erase(
                where, where
                           + static_cast<std::ptrdiff_t>(
                               std::min<std::size_t>(input.size() - at, m_random.below(16))));
            break;
        case 4:
            input.resize(at);
            break;
        default:
            if (!other.empty()) {
                const std::size_t from = m_random.below(other.size());
                const std::size_t size =
                    std::min<std::size_t>(other.size() - from, 1 + m_random.below(64));
                input.insert(
                    where, other.begin() + static_cast<std::ptrdiff_t>(from),
                    other.begin() + static_cast<std::ptrdiff_t>(from + size));
            }
            break;
        }
    }

    sim::Random m_random;
};

} // namespace sz::fuzz
