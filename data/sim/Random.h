// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// All chance of a simulation. Own arithmetic over mt19937_64, because std's distributions differ between libraries.

#include "data/base/Clock.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace sz::sim {

class Random
{
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    /// 0 … below−1; below ≥ 1.
    [[nodiscard]] std::uint64_t below(std::uint64_t below) { return m_engine() % below; }
    /// Both ends included.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1)));
    }
    [[nodiscard]] Millis delay(std::int64_t lowMs, std::int64_t highMs)
    {
        return Millis{between(lowMs, highMs)};
    }
    [[nodiscard]] bool chance(std::uint64_t percent) { return below(100) < percent; }
    [[nodiscard]] std::uint64_t seed() { return m_engine(); }

    template <class List>
    [[nodiscard]] auto& pick(List& list)
    {
        return list[static_cast<std::size_t>(below(list.size()))];
    }

    void fill(std::span<std::uint8_t> out)
    {
        for (std::uint8_t& byte : out) {
            byte = static_cast<std::uint8_t>(m_engine());
        }
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace sz::sim
