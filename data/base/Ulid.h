// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ULID: 48 bits of UTC milliseconds, then 80 random bits; sorts by time, made without asking anybody.

#include "data/base/Bytes.h"
#include "data/base/Clock.h"

#include <array>
#include <compare>
#include <functional>

namespace sz {

struct Ulid
{
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const Ulid&) const = default;

    [[nodiscard]] Instant time() const;
    /// 26 characters of Crockford base 32.
    [[nodiscard]] std::string text() const;
    /// Errors: BadEncoding unless 26 Crockford characters.
    [[nodiscard]] static Result<Ulid> parse(std::string_view text);
};

/// Makes ULIDs that never repeat and never go backwards in one maker. Not thread-safe: one per thread.
class UlidMaker
{
public:
    using Random = std::function<void(std::span<std::uint8_t>)>;

    /// `random` empty: `fillRandom`. The simulator brings its own, so that a seed makes the same ids again.
    explicit UlidMaker(Random random = {}) : m_random(std::move(random)) {}

    [[nodiscard]] Ulid next(Instant now);

private:
    Random m_random;
    Ulid m_last;
};

} // namespace sz
