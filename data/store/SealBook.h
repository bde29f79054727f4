// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the headquarters of one operation agree on who signs, and on what has been signed.

#include "data/base/Result.h"

#include <cstdint>
#include <string>

namespace sz::store {

/// The last checkpoint and heads, as notes; empty texts and size 0 before the first.
struct SignedHead
{
    std::uint64_t size = 0;
    std::string checkpoint;
    std::string heads;
};

/// Errors everywhere: those of a store (5xx). Thread: one at a time.
class SealBook
{
public:
    virtual ~SealBook() = default;

    /// The public key all of them sign with: the first to come writes its own. Returns the one that stands.
    [[nodiscard]] virtual Result<std::string> key(const std::string& own) = 0;
    /// The key that stands; empty before anybody has come.
    [[nodiscard]] virtual Result<std::string> knownKey() = 0;
    /// True when it is ours to sign: until this object or its connection ends. Costs one question.
    [[nodiscard]] virtual Result<bool> take() = 0;
    [[nodiscard]] virtual Result<SignedHead> last() = 0;
    /// Puts `next` in the place of the one that had the size `before`. False when that is not the last any more, or when it
    /// is not ours to sign.
    [[nodiscard]] virtual Result<bool> put(std::uint64_t before, const SignedHead& next) = 0;
};

} // namespace sz::store
