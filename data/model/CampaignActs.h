// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Acts of supervision (督查): the items of a campaign (专项行动), led cases (包案), what was thought of a result. Part of Acts.h.

#include "data/base/Clock.h"
#include "data/base/Hash.h"
#include "data/base/Ids.h"

#include <optional>
#include <string>
#include <vector>

namespace sz::model {

/// One row of a campaign's sheet: a task or a place to be put in order.
struct CampaignItem
{
    std::string key;   ///< the sheet's own number: unique in the campaign
    std::string label; ///< what is to be done, or which place it is
    UnitCode unit;     ///< lead
    std::vector<UnitCode> support;
    std::optional<Instant> due; ///< none: the campaign's end
    std::string place;          ///< as text; may be empty
    std::string kind;           ///< of hazard or task, the sheet's word; may be empty
};

/// Some rows of a sheet; a large sheet takes many such entries (an entry has at most 64 KiB). A key that is there already is
/// passed over: importing a sheet again adds only what is new.
struct ImportItems
{
    Digest sheet{};          ///< SHA-256 of the file
    std::string name;        ///< of the file
    std::uint64_t rows = 0;  ///< of the whole sheet
    std::uint64_t first = 0; ///< row number of items[0] in the sheet, 1-based
    std::vector<CampaignItem> items;
    std::optional<Instant> from;  ///< the campaign runs from
    std::optional<Instant> until; ///< and until
};

enum class ItemState : std::uint8_t {
    Open = 1,
    Done = 2,
    Void = 3, ///< does not exist any more, or was a mistake
};

/// Items (by key) come to a state. Open opens them again: a recheck found otherwise.
struct SettleItems
{
    std::vector<std::string> keys;
    ItemState state = ItemState::Done;
    std::string text; ///< result or reason
};

/// A leader takes the case in charge (包案).
struct LeadCase
{
    UnitCode unit; ///< whose leader
    PostCode post;
    std::string number;              ///< of the case; never a name of a private person
    std::vector<std::string> stages; ///< in order; empty: the plan's
};

/// A visit, a talk, a meeting on the case.
struct VisitCase
{
    Instant at;
    std::string text; ///< no names of private persons
};

struct StageCase
{
    std::string stage; ///< one of the case's
    std::string text;
};

/// How content those were whom it served (满意度): told by phone-back or survey, never who.
struct RateResult
{
    int score = 0;       ///< 1 (not at all) to 5
    std::string channel; ///< "回访", "短信"; may be empty
    std::string text;
};

} // namespace sz::model
