// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Campaign, led case and rating of an incident, folded. Parts of Incident.

#include "data/base/Growing.h"
#include "data/model/CampaignActs.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::model {

/// What has happened to one item; items nobody has settled have none.
struct ItemMark
{
    ItemState state = ItemState::Open;
    Instant at;
    UnitCode unit;
    std::string text;
};

/// One import of a sheet.
struct SheetRun
{
    Digest sheet{};
    std::string name;
    std::uint64_t rows = 0;
    std::uint64_t taken = 0;  ///< items that came into the campaign
    std::uint64_t passed = 0; ///< keys that were there already
    Instant at;
    UnitCode unit;
};

/// Items of a campaign. 155,000 of them: a copy costs a few pointers, whatever there is (see Growing).
class Campaign;

struct CaseVisit
{
    std::string entry; ///< ULID text
    Instant at;
    UnitCode unit;
    PostCode post;
    std::string text;
};

struct CaseStage
{
    std::string stage;
    Instant at;
    std::string text;
};

struct LedCase
{
    std::string number;
    UnitCode unit;
    PostCode post;
    Instant since; ///< this leader
    std::vector<std::string> stages;
    std::vector<CaseVisit> visits;  ///< oldest first
    std::vector<CaseStage> reached; ///< oldest first
};

struct Rating
{
    int score = 0; ///< 1 to 5
    std::string channel;
    std::string text;
    Instant at;
    UnitCode unit;
};

} // namespace sz::model
