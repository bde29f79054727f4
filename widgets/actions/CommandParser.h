// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The grammar of the command line as a pure function: text and state in, one understood act or named complaints out.

#include "data/model/ModeActs.h"
#include "data/plan/Places.h"
#include "widgets/actions/CommandVerbs.h"
#include "widgets/actions/OrderDraft.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace sz::widgets {

/// What the text is understood against. References outlive the call.
struct CommandContext
{
    const plan::Plan& plan;
    const plan::PlaceFinder& finder;
    const std::map<IncidentId, model::IncidentPtr>& incidents;
    model::IncidentPtr selected; ///< null when nothing is selected
    model::Actor actor;
    Instant now{};           ///< for what is typed as "in three days"
    model::ModeState mode{}; ///< of the operation
};

enum class Trouble : std::uint8_t {
    UnknownVerb,   ///< the text begins with no known word
    NoIncident,    ///< nothing is selected and no number is given
    UnknownNumber, ///< no incident on the board has this number
    NoUnit,        ///< an order without addressee
    UnknownUnit,
    AmbiguousUnit,   ///< `candidates` says between whom
    BareNumber,      ///< "24" where "24h" is meant
    NobodyNamed,     ///< ? without a name, or a name nobody has
    NothingUnsigned, ///< all orders are signed for
    NoOwnOrder,      ///< this unit has no order here that fits the act
    NoText,          ///< the act needs words
    StrayText,       ///< words after an act that takes none
    NoLength,        ///< more time, or a new limit, without saying how much
    NoVerdict,       ///< a recheck that says neither in order nor not
    NothingWaits,    ///< no order here waits for this
    WhichOrder,      ///< several do: the unit has to be named
    NoOther,         ///< which incident? no number is given
    OtherClosed,     ///< the other incident is closed
    Circle,          ///< the other incident belongs to this one already
    ModeRuns,        ///< the mode that is to be started runs
    ModeIsNormal,    ///< there is no mode to end
    NoCard,          ///< no plan card has this name, or none fits
    WhichCard,       ///< several fit: one has to be named
    NoDay,           ///< until when? neither days nor a date
    NoForce,         ///< the incident has no task force at work
    NoGoal,          ///< the task force has no goal of this name
    NoCount,         ///< a goal without a number
    NoScore,         ///< satisfaction without a number from 1 to 5
    NoFirstReport,   ///< a final report of what has never been reported
    NoCounts,        ///< counts that cannot be read
    Refused,         ///< understood, but the rules say no: `error`
};

struct Complaint
{
    Trouble trouble = Trouble::UnknownVerb;
    QString words; ///< the part of the text, as typed
    std::vector<const plan::Unit*> candidates;
    std::optional<Error> error;
};

/// What Tab can put in place of the word before the cursor.
struct Completion
{
    qsizetype begin = 0;
    qsizetype length = 0;
    std::vector<const plan::Unit*> units;
};

/// What is typed about one order (TypedCare).
struct CareWish
{
    int minutes = 0; ///< more time, or the new limit after a recheck
    bool isYes = false;
    int sampled = 0;
    int good = 0;
    std::string ask; ///< Agree, Refuse: the request that is decided; empty: a returned order
};

/// What is typed about a task force (TypedForce).
struct ForceWish
{
    std::string goal;                  ///< its name
    std::optional<std::int64_t> count; ///< none: nothing is counted, the task force is opened
    UnitCode unit;                     ///< Transfer: who takes over
    PostCode post;
};

/// What is typed about satisfaction (TypedRating).
struct RatingWish
{
    int score = 0; ///< 1 to 5
    std::string channel;
};

/// What is typed about reports upwards (TypedReport).
struct UpwardsWish
{
    model::ReportStage stage = model::ReportStage::First;
    int nextMinutes = 0;
    std::string changes; ///< since the report before
    std::optional<model::StateCounts> counts;
};

struct ParsedCommand
{
    Verb verb = Verb::None;
    model::IncidentPtr incident;  ///< target; null for Duty
    std::vector<OrderLine> lines; ///< Order: addressees as far as understood
    UnitCode keptLead;            ///< Order: lead unit of earlier orders, which stays lead
    std::vector<OrderId> orders;  ///< Remind: unsigned ones; acts on one order: that one
    CareWish care;                ///< Extend to Recheck
    ForceWish force;              ///< Force, Transfer
    RatingWish rating;            ///< Rate
    UpwardsWish upwards;          ///< ReportUp, FinalReport, Counts
    QString text;                 ///< free words, trimmed; of an order never empty when it is ready
    model::IncidentPtr other;     ///< Merge, Group; null: out of its group
    std::optional<Instant> until; ///< Watch; none: no longer
    plan::Mode modeNow = plan::Mode::Normal; ///< Games, Normal: what runs
    const plan::PlanCard* card = nullptr;    ///< Card; null while `cards` says between which
    std::vector<const plan::PlanCard*> cards;
    std::vector<const plan::Unit*> asked; ///< Duty
    std::optional<Instant> at;            ///< Duty: who then; none: now
    std::vector<plan::PlaceMatch> places; ///< Duty: street rooms when no unit has the name
    std::vector<Complaint> complaints;
    Completion completion;

    [[nodiscard]] bool isEmpty() const { return verb == Verb::None && complaints.empty(); }
    /// Everything is understood and the rules allow it.
    [[nodiscard]] bool isReady() const { return verb != Verb::None && complaints.empty(); }
};

/// Pure. An empty text gives an empty command.
[[nodiscard]] ParsedCommand parseCommand(const QString& text, const CommandContext& context);

/// The act of a command that changes the world; empty for Duty and Jump. `newId` makes order ids.
[[nodiscard]] std::optional<model::Act>
actOf(const ParsedCommand& command, const std::function<OrderId()>& newId);

} // namespace sz::widgets
