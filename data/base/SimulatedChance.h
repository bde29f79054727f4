// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// For the simulator only: a seed makes the same night again, keys, nonces and salts included.

#include <cstdint>
#include <functional>
#include <span>

namespace sz {

/// While one lives, fillRandom() takes its bytes of this thread from `source`, and verifiers made here cost next to nothing.
/// No product program makes one; it ends before the thread does.
class SimulatedChance
{
public:
    using Source = std::function<void(std::span<std::uint8_t>)>;
    explicit SimulatedChance(Source source);
    ~SimulatedChance();
    SimulatedChance(const SimulatedChance&) = delete;
    SimulatedChance& operator=(const SimulatedChance&) = delete;

    /// Of this thread; null everywhere else.
    [[nodiscard]] static const SimulatedChance* current();
    void fill(std::span<std::uint8_t> out) const { m_source(out); }

private:
    Source m_source;
    const SimulatedChance* m_before;
};

} // namespace sz
