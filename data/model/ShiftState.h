// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the entries of the matter "shift" come to, and whether one more may be written.

#include "data/base/Grouped.h"
#include "data/model/Incident.h"
#include "data/model/ShiftActs.h"

#include <map>
#include <set>
#include <string_view>

namespace sz::model {

/// Whose entry it was.
struct ShiftAuthor
{
    Instant at; ///< the author's clock
    DeskId desk;
    UnitCode unit;
    PostCode post;
    PersonCode person; ///< empty: a shared seat
    std::string entry; ///< ULID text
    bool operator==(const ShiftAuthor&) const = default;
};

struct ShiftCellKey
{
    PostCode post;
    std::int64_t day = 0;
    std::string shift;
    auto operator<=>(const ShiftCellKey&) const = default;
};

/// A cell a planner touched. What headquarters' order had first stands; who did not see it becomes a rival, and whoever edits the
/// cell with both in view (base == version) has decided.
struct ShiftCell
{
    struct Edition
    {
        CellEdit edit;
        ShiftAuthor author;
        bool operator==(const Edition&) const = default;
    };
    UnitCode unit;
    Edition standing;
    std::vector<Edition> rivals; ///< one a desk, each with other people than the standing one
    std::vector<Edition>
        agreeing; ///< that did not see it and meant the same; rivals once it changes
    std::vector<std::string> before; ///< people of the edition before the standing one
    std::uint64_t version = 0;       ///< edits so far, rivals too
    std::uint64_t standingSince = 0; ///< version with which `standing` came
    bool operator==(const ShiftCell&) const = default;
};

struct ShiftChange
{
    AskDutyChange ask;
    UnitCode unit; ///< of the post
    ShiftAuthor author;
    struct Decision
    {
        bool isAccepted = true;
        std::string reason;
        ShiftAuthor author;
        bool operator==(const Decision&) const = default;
    };
    std::optional<Decision> decision;
    bool operator==(const ShiftChange&) const = default;
};

struct ShiftPresence
{
    SetPresence told;
    ShiftAuthor author;
    bool operator==(const ShiftPresence&) const = default;
};

struct ShiftCharge
{
    PutInCharge told;
    ShiftAuthor author;
    bool operator==(const ShiftCharge&) const = default;
};

struct ShiftPromise
{
    MakePromise made;
    ShiftAuthor author;
    std::optional<SettlePromise> settled;
    ShiftAuthor settledBy;
    bool operator==(const ShiftPromise&) const = default;
};

struct ShiftLoan
{
    LendPosts lent;
    ShiftAuthor author;
    int returned = 0;
    bool operator==(const ShiftLoan&) const = default;
};

struct ShiftRound
{
    struct Answer
    {
        bool isOnBehalf = false;
        std::string channel;
        std::string words;
        ShiftAuthor author;
        bool operator==(const Answer&) const = default;
    };
    StartRound started; ///< `posts` with those of later entries
    ShiftAuthor author;
    struct Seen
    {
        std::uint64_t posts = 0;
        std::string text;
        ShiftAuthor author;
        bool operator==(const Seen&) const = default;
    };
    std::map<std::string, Answer> answers; ///< the first of each post
    std::optional<Seen> seen;              ///< that so many of `posts` were asked in vain
    struct Miss
    {
        RollMiss step = RollMiss::NoAnswer;
        std::string text;
        ShiftAuthor author;
        bool operator==(const Miss&) const = default;
    };
    struct Line
    {
        std::string entry;
        std::string post;
        std::string text;
        bool isForDecision = false;
        IncidentId incident; ///< may be empty
        ShiftAuthor author;  ///< who wrote it first
        bool operator==(const Line&) const = default;
    };
    struct Closing
    {
        CloseRoll told;
        ShiftAuthor author;
        bool operator==(const Closing&) const = default;
    };
    // Of a roll call only.
    std::map<std::string, std::vector<Miss>> misses; ///< rising steps
    std::vector<Line> lines;                         ///< oldest first
    std::vector<Closing> closings;                   ///< the last one stands

    [[nodiscard]] Instant firstDue() const { return author.at + Minutes(started.window); }
    [[nodiscard]] Instant secondDue() const { return firstDue() + Minutes(started.retry); }
    bool operator==(const ShiftRound&) const = default;
};

/// A handover sheet as it is now.
struct ShiftSheet
{
    struct Row
    {
        SheetRow row;
        ShiftAuthor author;
        std::optional<ShiftAuthor> readBy;
        bool isLater = false;   ///< added after the sheet was written
        bool isSettled = false; ///< no matter any more
        bool operator==(const Row&) const = default;
    };
    struct Signature
    {
        ShiftAuthor author;
        std::string name;
        std::uint64_t rows = 0;
        bool operator==(const Signature&) const = default;
    };
    struct Return
    {
        std::string reason;
        ShiftAuthor author;
        bool operator==(const Return&) const = default;
    };
    UnitCode unit;
    Instant changeAt;
    Instant writtenAt;
    std::string previous;
    ShiftAuthor author; ///< who opened it
    std::vector<Row> rows;
    std::optional<Signature> outgoing;
    std::optional<Signature> incoming;
    std::vector<Return> returns;

    [[nodiscard]] bool isDone() const { return outgoing && incoming; }
    /// Red rows the incoming one has not read, in the order of the sheet: indexes into `rows`.
    [[nodiscard]] std::vector<std::size_t> unreadRed() const;
    bool operator==(const ShiftSheet&) const = default;
};

struct ShiftDrill
{
    PlanDrill planned;
    ShiftAuthor author;
    struct Word
    {
        AgreeToDrill said;
        ShiftAuthor author;
        bool operator==(const Word&) const = default;
    };
    std::vector<Word> words; ///< of incoming chiefs, oldest first
    std::optional<ShiftAuthor> begun;
    std::optional<ShiftAuthor> ended;
    std::string reason; ///< of the end

    [[nodiscard]] bool isAgreed(Instant changeAt) const;
    bool operator==(const ShiftDrill&) const = default;
};

struct ShiftEndpoint
{
    TellEndpoint told; ///< the last word
    ShiftAuthor author;
    Instant since; ///< in this state
    bool operator==(const ShiftEndpoint&) const = default;
};

/// Ids are ULID texts of the entries that began the matter, so maps are in order of time.
struct ShiftState
{
    std::map<ShiftCellKey, ShiftCell> cells;
    std::map<std::string, ShiftChange> changes;
    std::map<UnitCode, std::vector<ShiftCharge>> charges; ///< by area, in order
    std::map<PostCode, ShiftPresence> presence;
    std::map<std::string, ShiftPromise> promises;
    Grouped<ShiftLoan> loans; ///< a surge roster is fourteen thousand of them
    std::map<std::string, ShiftRound> rounds;
    std::map<std::string, ShiftSheet> sheets;
    std::map<std::string, std::string>
        sameSheets; ///< another desk's id of a change's sheet to its own
    std::map<std::string, ShiftDrill> drills;
    std::map<std::pair<UnitCode, std::string>, ShiftEndpoint> endpoints; ///< by unit and name

    /// Null when there is no such matter.
    [[nodiscard]] const ShiftCell* cell(const ShiftCellKey& key) const;
    /// By either id, where two desks began it.
    [[nodiscard]] const ShiftSheet* sheet(const std::string& id) const;
    /// Id of the last sheet of a unit by the time of its change; empty: none.
    [[nodiscard]] std::string lastSheetOf(const UnitCode& unit) const;
    /// The loan of that id, or all of a list's, in order; empty: none.
    [[nodiscard]] std::vector<std::pair<std::string, const ShiftLoan*>>
    loansOf(const std::string& id) const;
    /// Who answers for an area then; null: nobody.
    [[nodiscard]] const PutInCharge* inCharge(const UnitCode& area, Instant at) const;
    bool operator==(const ShiftState&) const = default;
};

/// Folds one more entry; entries come in headquarters' order, own ones last. What cannot be read or refers to nothing leaves the state.
void foldShift(const plan::Plan& plan, ShiftState& state, const log::Entry& entry);

/// May it be done now? A unit's matters are its own desk's and the office's; areas are put in charge by the office's chief or leader.
/// Errors: NotAllowed, NoSuchUnit, NotFound (a matter that is not there), BadArgument, MissingField, SecondPerson (who asked cannot
/// decide; who hands over cannot take over), AlreadyDone, LimitOutOfRange, StepsOpen (red rows not yet read).
[[nodiscard]] Result<void>
checkShift(const plan::Plan& plan, const ShiftState& now, const Actor& actor, const ShiftAct& act);

/// The rules that need a clock: a drill is planned for a time to come and begins away from a change of shift. `madeAt` is when the act
/// was made (UTC), not when it arrives. Errors: LimitOutOfRange (detail kDrillIsPast), StepsOpen (detail begins with kChangeIsNear).
[[nodiscard]] Result<void>
checkShiftTime(const plan::Plan& plan, const ShiftState& now, const ShiftAct& act, Instant madeAt);
inline constexpr std::string_view kDrillIsPast = "startsAt: the time is past";
inline constexpr std::string_view kChangeIsNear = "the shift changes at ";
/// Changes of the office's answering post within kDrillDistance of a moment, by the roster as written, for which the drill has no
/// word of the incoming chief. Ascending; may be empty.
[[nodiscard]] std::vector<Instant>
changesInTheWay(const plan::Plan& plan, const ShiftState& now, const ShiftDrill& drill, Instant at);

/// The unit an act is about, beside the office and the author's: who else is told of it. Everybody is told of PutInCharge
/// (`isForAll`).
struct ShiftAudience
{
    std::vector<UnitCode> units;
    bool isForAll = false;
};
[[nodiscard]] ShiftAudience
audienceOf(const plan::Plan& plan, const ShiftState& now, const ShiftAct& act);

/// The edit that puts one more person into a cell or takes one out, as seen now: `people` is who is there by the roster when nobody
/// has touched the cell yet.
[[nodiscard]] CellEdit withPerson(const ShiftState& now, CellEdit cell, const std::string& person);
[[nodiscard]] CellEdit
withoutPerson(const ShiftState& now, CellEdit cell, const std::string& person);

enum class CheckIn : std::uint8_t {
    Answered,
    Waiting,
    Missed,      ///< the window is over, the retry runs
    MissedTwice, ///< goes up to the office
};
struct CheckInLine
{
    std::string post;
    CheckIn state = CheckIn::Waiting;
    Instant due; ///< end of the window or the retry that runs, or ran last
    bool operator==(const CheckInLine&) const = default;
};
/// One line a post, in the order of the round. A round begins with its entry.
[[nodiscard]] std::vector<CheckInLine> standingOf(const ShiftRound& round, Instant now);

/// Posts of a round that were asked twice in vain and nobody has looked at yet: it goes up, rung by rung of the plan's ladder.
struct RoundAlarm
{
    std::size_t missed = 0;     ///< at least 1
    std::string first;          ///< in the order of the round
    Instant since;              ///< end of the second time
    std::optional<Climb> climb; ///< whose turn it is; none: nobody's yet
};
[[nodiscard]] std::optional<RoundAlarm>
roundAlarmOf(const plan::Plan& plan, const ShiftRound& round, Instant now);

/// Heads lent out and taken in at a moment, loans not yet returned.
struct SurgeBalance
{
    int lent = 0;     ///< by this unit
    int borrowed = 0; ///< to its places
};
[[nodiscard]] SurgeBalance surgeOf(const ShiftState& state, const UnitCode& unit, Instant at);

/// A drill does not start within 30 minutes of a change of shift, before or after, unless the incoming chief has agreed. `changes`:
/// times of the changes. Errors: StepsOpen (with the time of the change).
inline constexpr Minutes kDrillDistance{30};
[[nodiscard]] Result<void>
mayStartDrill(const std::vector<Instant>& changes, Instant start, bool hasIncomingWord);

} // namespace sz::model
