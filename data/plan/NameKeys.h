// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// All the ways a name of the plan can be typed, and how well something typed fits them.

#include "data/plan/Plan.h"
#include "data/plan/Typed.h"

namespace sz::plan {

/// A name, folded once (Typed.h).
struct NameKeys
{
    std::string zh;
    std::string stem; ///< zh without its last generic part
    std::string shortZh;
    std::string en;
    std::string shortEn;
    std::string pinyin;
    std::string initials;
};

[[nodiscard]] NameKeys keysOf(const Name& name);

/// The best fit found so far.
struct BestFit
{
    Fit fit = Fit::None;
    bool isByInitials = false;

    void add(Fit other, bool byInitials);
};

/// `typed` must be folded.
[[nodiscard]] BestFit fitOf(std::string_view typed, const NameKeys& keys);

/// 0 for no fit; else 1000 a tier (inside, prefix, exact), less for longer names and for fits by initials only.
[[nodiscard]] int scoreOf(const BestFit& best, const NameKeys& keys);
/// The same by the length of the name in bytes, at most 99.
[[nodiscard]] int scoreOf(const BestFit& best, int length);

} // namespace sz::plan
