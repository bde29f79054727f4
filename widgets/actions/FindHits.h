// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything that can be found by typing, but for the archive: pure functions of what this desk has.

#include "data/model/World.h"
#include "data/plan/MapFinder.h"
#include "widgets/actions/DutyWords.h"

#include <QString>

#include <map>
#include <vector>

namespace sz::widgets {

enum class FindSort : std::uint8_t {
    Incident,
    Order, ///< opens its incident
    Unit,  ///< asks who is on duty there
    Duty,  ///< a post with its holder: its number is copied
    Place,
    Command, ///< a key of the window
    View,    ///< a named view of the board
};
[[nodiscard]] QString findSortWord(FindSort sort);

/// One thing found; the fields of its sort are set.
struct FindHit
{
    FindSort sort = FindSort::Incident;
    QString title;
    QString note;
    bool isAbnormal = false; ///< late; nobody on duty
    IncidentId incident{};
    UnitCode unit{};
    QString phone{};
    plan::Place place{};
    int command = -1; ///< index in what was given
};

/// A key that can be pressed now.
struct FindCommand
{
    QString label;
    QString keys;
    QString words{}; ///< looked through, too: what it is called in English and in the list of keys
};

struct FindContext
{
    const plan::Plan& plan;
    const plan::PlaceFinder& finder;
    const std::map<IncidentId, model::IncidentPtr>& incidents;
    const std::vector<FindCommand>& commands;
    Instant now;
    const std::vector<FindCommand>& views = {};
    DutyRoster acts = {};                     ///< whom to ask who is on duty
    const std::vector<DutyLine>& people = {}; ///< everybody on duty, found by name
    const plan::MapFinder* maps = nullptr;    ///< names of base maps
    const plan::PlaceIndex* index = nullptr;  ///< for typed coordinates
};

/// By number, Chinese, full pinyin or initials; at most a few of each sort, incidents first, open before closed and newest
/// first. Nothing typed: the commands alone.
[[nodiscard]] std::vector<FindHit> findHits(const QString& typed, const FindContext& context);

} // namespace sz::widgets
