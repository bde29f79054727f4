// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The posts of a new round out of what somebody typed or pasted, and the acts that start it.

#include "data/model/ShiftActs.h"
#include "data/plan/Plan.h"

#include <QString>

#include <string>
#include <vector>

namespace sz::widgets {

/// A post a line; a tab ends it (a column out of a spreadsheet). A name or code of a unit becomes its code, so that the round reads
/// in every language; blank lines and repetitions are left out.
[[nodiscard]] std::vector<std::string> postsOf(const QString& typed, const plan::Plan& plan);

/// Codes of the districts and lines (37 sites in Wuhan), or of another kind.
[[nodiscard]] std::vector<std::string>
unitPosts(const plan::Plan& plan, const std::vector<plan::UnitKind>& kinds);

/// The posts an entry has room for; the rest follow by `rest` once the round has its id.
inline constexpr std::size_t kMostPostBytes = 40 * 1024;
struct RoundParts
{
    model::StartRound start;
    std::vector<std::vector<std::string>> rest;
};
[[nodiscard]] RoundParts roundParts(model::StartRound whole);

} // namespace sz::widgets
