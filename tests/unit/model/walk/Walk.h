// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One incident told act by act, every act anybody could try on it, and what must be true of it whatever was done.

#include "tests/unit/model/Story.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace sz::model::test {

/// smallPlan() with a ladder, rechecks for grade II, small bounds for files, and two seats at the office.
[[nodiscard]] const plan::Plan& walkPlan();

struct Who
{
    const char* name;
    Actor actor;
};
/// Every role, at the office and at units that take part and that do not.
[[nodiscard]] const std::vector<Who>& everybody();

/// "SignOrder" of the act's place in the variant.
[[nodiscard]] const char* nameOf(const Act& act);
[[nodiscard]] const char* nameOf(std::size_t index);

/// A log of one incident and what it folds to. A value.
struct Told
{
    IncidentPtr incident; ///< null before the first report
    std::vector<StampedEntry> history;
};
/// The entry that would come next.
[[nodiscard]] log::Entry
entryFor(const Told& told, const Actor& who, Instant at, const Act& act, const char* desk);
/// One act more, whatever the rules say. An entry that opens nothing leaves it as it is.
[[nodiscard]] Told with(Told told, const Actor& who, Instant at, const Act& act, const char* desk);
[[nodiscard]] Told with(Told told, log::Entry entry);

/// Acts to try now, right ones and wrong ones in every way there is: of the incident's own orders, questions, steps, items.
[[nodiscard]] std::vector<Act> candidates(const Incident* incident, Instant now);

/// Every field of it, as text: two folds are equal when their texts are.
[[nodiscard]] std::string shown(const Incident& incident);
/// As shown(), without what every entry leaves behind (trace, version, writers, time of the last touch).
[[nodiscard]] std::string shownState(const Incident& incident);
/// What rules and steps depend on, without times and words: two incidents of one shape allow the same acts.
[[nodiscard]] std::string shapeOf(const Incident& incident);

/// What is wrong with it whatever the log holds; empty: nothing.
[[nodiscard]] std::string brokenShape(const Incident& incident);
/// What is wrong with it when every act was one the rules allow, in order of time; empty: nothing.
[[nodiscard]] std::string brokenCare(const plan::Plan& plan, const Incident& incident);
/// What an allowed act did not do; empty: it did.
[[nodiscard]] std::string missingEffect(
    const Incident* before,
    const Incident& after,
    const log::Entry& entry,
    const Act& act);

} // namespace sz::model::test
