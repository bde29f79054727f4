// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What can be guessed from a report being typed: its title, other kinds, incidents that may be the same. Pure.

#include "data/model/World.h"
#include "data/plan/Places.h"

#include <QString>

#include <map>
#include <vector>

namespace sz::widgets {

inline constexpr int kTitleLength = 60; ///< characters

/// First clause of a narrative, at most kTitleLength characters; a clause of less than four takes the next one along.
[[nodiscard]] QString titleFrom(const QString& narrative);

/// Other kinds the words hint at, best first, without `best`; filled up from the class of `best`.
[[nodiscard]] std::vector<KindCode> otherKinds(
    const plan::Plan& plan,
    const QString& narrative,
    const KindCode& best,
    std::size_t limit = 2);

/// Kinds by Chinese, English, pinyin or initials, best first; all of them for an empty text.
[[nodiscard]] std::vector<const plan::Kind*>
kindsNamed(const plan::Plan& plan, const QString& typed);

/// An open incident of the same area, at most two hours old, of the same kind or with a word in common.
struct NearDuplicate
{
    model::IncidentPtr incident;
    bool isSameKind = false;
    int sharedWords = 0;          ///< words of the plan's rules that stand in both reports
    std::optional<double> metres; ///< when both points are known
    Millis age{0};
};

struct DuplicateQuery
{
    QString narrative;
    plan::Place place;
    KindCode kind;
    Instant now;
};

/// The likeliest first: same kind, then words, then distance, then age; at most `limit`.
[[nodiscard]] std::vector<NearDuplicate> nearDuplicates(
    const plan::Plan& plan,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const DuplicateQuery& query,
    std::size_t limit = 2);

} // namespace sz::widgets
