// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Entries about shifts (types 80 to 99, 140 to 144, of roll calls 150 to 152): who is planned, who answers for an area, who is there,
// what was promised, lent and asked round, the handover, and what it names beside: drills planned and endpoints that are down. Entries
// of the operation in the matter "shift"; told to the office and the unit concerned.

#include "data/model/World.h"
#include "data/plan/Places.h"

#include <variant>

namespace sz::model {

/// One shift of a post on one day, by name; the key of a cell is post, day and shift (as roster::CellKey).
struct CellEdit
{
    PostCode post;
    std::int64_t day = 0; ///< local day number on which the shift begins, days since 1970-01-01
    std::string shift;    ///< its Chinese name: "白班"
    Instant from;         ///< UTC, half-open
    Instant until;
    std::vector<std::string> people; ///< all of them, by name; empty: nobody
    bool isAsPlanned = false;        ///< back to what the rotation says; `people` is empty
    std::uint64_t base = 0; ///< ShiftCell::version the planner saw; 0: nobody had touched it
    bool operator==(const CellEdit&) const = default;
};

/// Some cells of one unit's roster. An edit that has not seen the last one does not overwrite it: see ShiftCell::rivals.
struct EditRoster
{
    UnitCode unit;
    std::vector<CellEdit> cells; ///< never empty, at most kMostCells
    std::string reason;          ///< may be empty
    bool operator==(const EditRoster&) const = default;
};
inline constexpr std::size_t kMostCells = 400;

enum class DutyChange : std::uint8_t { ///< as roster::ChangeSort
    Swap = 1,
    Substitute = 2,
    NoShow = 3,
};

/// A duty or a part of one (roster::Slot).
struct DutySlot
{
    PostCode post;
    std::string person;
    Instant from;
    Instant until;
    bool operator==(const DutySlot&) const = default;
};

/// Asks for a swap, a substitute, or tells a no-show; nothing changes before a second person agrees.
struct AskDutyChange
{
    DutyChange sort = DutyChange::Substitute;
    DutySlot slot;
    std::optional<DutySlot> other; ///< Swap
    std::string substitute;        ///< Substitute; NoShow: may be empty, then there is a gap
    std::string reason;
    bool operator==(const AskDutyChange&) const = default;
};

struct DecideDutyChange
{
    std::string change; ///< entry of the AskDutyChange
    bool isAccepted = true;
    std::string reason; ///< needed when it is not
    bool operator==(const DecideDutyChange&) const = default;
};

/// Which leader answers for an area (片区) from–until. A later one takes the time it covers from an earlier one.
struct PutInCharge
{
    UnitCode area; ///< "A24"
    PostCode leader;
    PostCode deputy;        ///< may be empty
    std::string leaderName; ///< may be empty
    std::string deputyName; ///< may be empty
    Instant from;
    std::optional<Instant> until; ///< none: until somebody else is
    bool operator==(const PutInCharge&) const = default;
};

enum class Presence : std::uint8_t {
    Here = 1,
    Away = 2,
    NoAnswer = 3,
};

struct SetPresence
{
    PostCode post;
    Presence presence = Presence::Here;
    std::string text;             ///< where, or what was tried; may be empty
    std::optional<Instant> until; ///< Away: expected back
    bool operator==(const SetPresence&) const = default;
};

/// Something promised on the telephone.
struct MakePromise
{
    UnitCode unit; ///< to whom
    std::string text;
    std::optional<Instant> until;
    IncidentId incident; ///< may be empty
    bool operator==(const MakePromise&) const = default;
};

struct SettlePromise
{
    std::string promise; ///< entry of the MakePromise
    bool isKept = true;
    std::string text; ///< needed when it was not kept
    bool operator==(const SettlePromise&) const = default;
};

/// A unit lends so many posts to a place (surge roster). Names are optional.
struct LendPosts
{
    UnitCode unit; ///< lends
    UnitCode to;   ///< whose place it is; may be empty
    std::string place;
    int people = 0; ///< 1 to 100,000
    Instant from;
    Instant until;
    std::vector<std::string> names; ///< at most `people`
    std::string text;               ///< may be empty
    bool operator==(const LendPosts&) const = default;
};

/// Some or all of a loan go back.
struct ReturnPosts
{
    std::string loan; ///< entry of the LendPosts, or of a LendList: of its parts in their order
    int people = 0;
    std::string text; ///< may be empty
    bool operator==(const ReturnPosts&) const = default;
};

/// Makes a round a roll call (点名): its posts are units of the plan, called one after another by the office, each told all of it.
struct RollCall
{
    Instant planned;      ///< when the plan wants it
    bool isDrawn = false; ///< the order was drawn, not the plan's
    bool operator==(const RollCall&) const = default;
};

/// A check-in round: each of `posts` (duty posts, patrols, gates: any key) has to answer in `window` minutes, then once more in `retry`.
struct StartRound
{
    UnitCode unit; ///< whose round
    std::string name;
    int window = 10; ///< 1 to 1,440
    int retry = 5;   ///< 1 to 1,440
    std::vector<std::string> posts;
    /// Then `window` runs from the moment a unit was called in vain, and after `retry` it is called once more.
    std::optional<RollCall> roll{};
    bool operator==(const StartRound&) const = default;
};

/// More posts of the same round: an entry has room for some thousands.
struct ExtendRound
{
    std::string round; ///< entry of the StartRound
    std::vector<std::string> posts;
    bool operator==(const ExtendRound&) const = default;
};

struct AnswerRound
{
    std::string round;
    std::vector<std::string> posts; ///< who answers
    bool isOnBehalf = false;        ///< somebody else told it: `channel` and `words` are needed
    std::string channel;            ///< "电话 8-2405", "对讲 3 频道"
    std::string words;              ///< as they were said
    bool operator==(const AnswerRound&) const = default;
};

/// Parts of a handover sheet, in their order. Wire values.
enum class SheetPart : std::uint8_t {
    OpenRed = 1,
    Due = 2, ///< before the next change
    Promise = 3,
    Shelved = 4, ///< alarms
    RosterGap = 5,
    Endpoint = 6, ///< down
    Drill = 7,    ///< planned
    Note = 8,     ///< of the shift, and what was said
};
inline constexpr std::size_t kSheetParts = 8;

/// One row as it stood when it was written. `id` is the same on every sheet on which the matter stands.
struct SheetRow
{
    std::string id; ///< "red:ULID:ref", "promise:ULID", "gap:post:ms", "note:ULID"
    SheetPart part = SheetPart::Note;
    IncidentId incident; ///< may be empty
    UnitCode unit;       ///< who has to do it; may be empty
    PostCode post;       ///< RosterGap; may be empty
    std::string number;  ///< short number of the incident; may be empty
    std::string text;
    std::string
        detail; ///< what is due, as a code of the program ("sign", "arrive"), or words; may be empty
    std::optional<Instant> due;
    bool isRed = false; ///< late: has to be read before the incoming one signs
    bool operator==(const SheetRow&) const = default;
};

/// The handover of a unit at one change of shift, with the first of its rows. One change has one sheet: what another desk wrote for it
/// without a link is added to the one that headquarters had first, and goes on under both ids.
struct OpenSheet
{
    UnitCode unit;
    Instant changeAt; ///< when the next shift begins
    Instant writtenAt;
    std::vector<SheetRow> rows; ///< may be empty
    std::string previous;       ///< entry of the sheet before; may be empty
    bool operator==(const OpenSheet&) const = default;
};

/// What has come up since, or did not fit into one entry. A row that is there already takes the new words and has to be read again.
struct AddRows
{
    std::string sheet; ///< entry of the OpenSheet
    std::vector<SheetRow> rows;
    std::vector<std::string>
        settled; ///< ids of rows that are no matter any more; they stay on the sheet, struck out
    bool operator==(const AddRows&) const = default;
};

struct TickRows
{
    std::string sheet;
    std::vector<std::string> rows;
    bool isRead = true;
    bool operator==(const TickRows&) const = default;
};

/// A sentence for the next shift: becomes a row "note:ENTRY".
struct AddLine
{
    std::string sheet;
    std::string text;
    bool operator==(const AddLine&) const = default;
};

enum class SheetSide : std::uint8_t {
    Outgoing = 1,
    Incoming = 2,
};

/// One of the two signs. Which comes first does not matter: one of them may be without a link.
struct SignSheet
{
    std::string sheet;
    SheetSide side = SheetSide::Outgoing;
    std::string name;       ///< the team or person as shown; needed where nobody has signed on
    std::uint64_t rows = 0; ///< for so many rows
    bool operator==(const SignSheet&) const = default;
};

/// The incoming one wants it completed first: the outgoing signature is gone.
struct SendBackSheet
{
    std::string sheet;
    std::string reason;
    bool operator==(const SendBackSheet&) const = default;
};

/// Somebody has seen who missed a round twice: the alarm rests until another post of it does.
struct ConfirmRound
{
    std::string round;
    std::uint64_t posts = 0; ///< the round had so many when it was seen, those that answered too
    std::string text;        ///< what is done about it; may be empty
    bool operator==(const ConfirmRound&) const = default;
};

/// So many people to one place.
struct LoanPart
{
    UnitCode to; ///< whose place it is; may be empty
    std::string place;
    int people = 0; ///< 1 to 100,000
    bool operator==(const LoanPart&) const = default;
};

/// A unit lends to many places at once, as LendPosts each: 44,500 people to 13,800 grid cells are a few dozen entries. The loan of the
/// n-th part is "ENTRY/0001", counted from 1.
struct LendList
{
    UnitCode unit; ///< lends
    Instant from;
    Instant until;
    std::vector<LoanPart> parts; ///< never empty, at most kMostLoanParts
    std::string text;            ///< may be empty
    bool operator==(const LendList&) const = default;
};
inline constexpr std::size_t kMostLoanParts = 400;

/// A drill is going to be held. The drill itself is an operation of its own; here stands when and where it may begin.
struct PlanDrill
{
    std::string name;
    Instant startsAt;
    std::string text;       ///< may be empty
    plan::Place place = {}; ///< an area, a district or a point; `plan::Place()`: none is named
    bool operator==(const PlanDrill&) const = default;
};

/// The incoming chief's word that it may begin close to the change at which he takes over.
struct AgreeToDrill
{
    std::string drill; ///< entry of the PlanDrill
    Instant changeAt;  ///< when his shift begins
    std::string name;  ///< as the roster names him
    bool operator==(const AgreeToDrill&) const = default;
};

struct StartDrill
{
    std::string drill;
    bool operator==(const StartDrill&) const = default;
};

/// It is over, or is called off before it began.
struct EndDrill
{
    std::string drill;
    std::string reason; ///< needed when it never began
    bool operator==(const EndDrill&) const = default;
};

/// A video endpoint, a radio, a line that does not work, or works again.
struct TellEndpoint
{
    UnitCode unit; ///< where it stands
    std::string name;
    bool isDown = true;
    std::string text; ///< what is done about it; may be empty
    bool operator==(const TellEndpoint&) const = default;
};

/// How far it has come with a unit that did not answer. Wire values.
enum class RollMiss : std::uint8_t {
    NoAnswer = 1,
    NoAnswerAgain = 2,
    PhoneInVain = 3,
    Absent = 4, ///< 脱岗: the limit is over, the unit is warned
};

/// A unit called in vain, one step after another.
struct MissRoll
{
    std::string round;
    std::string post;
    RollMiss step = RollMiss::NoAnswer;
    std::string text; ///< what was tried: "电话 8-2405"; may be empty
    bool operator==(const MissRoll&) const = default;
};

/// One line of what a unit reports at a roll call; or, where `line` says which, what has become of it since.
struct NoteRoll
{
    std::string round;
    std::string post;
    std::string line; ///< entry of the first NoteRoll of the line; empty: a new one
    std::string text;
    bool isForDecision = false;
    IncidentId incident; ///< the matter made of it; empty: none yet
    bool operator==(const NoteRoll&) const = default;
};

/// Minutes of a roll call, for all who were called. Another one later replaces it.
struct CloseRoll
{
    std::string round;
    int present = 0; ///< answered when called first
    int late = 0;
    std::vector<std::string> absent; ///< everybody else
    int items = 0;                   ///< lines of what was reported
    int decisions = 0;               ///< of them marked for decision
    int orders = 0;                  ///< issued out of them
    bool operator==(const CloseRoll&) const = default;
};

using ShiftAct = std::variant<
    EditRoster,
    AskDutyChange,
    DecideDutyChange,
    PutInCharge,
    SetPresence,
    MakePromise,
    SettlePromise,
    LendPosts,
    ReturnPosts,
    StartRound,
    ExtendRound,
    AnswerRound,
    OpenSheet,
    AddRows,
    TickRows,
    AddLine,
    SignSheet,
    SendBackSheet,
    ConfirmRound,
    LendList,
    PlanDrill,
    AgreeToDrill,
    StartDrill,
    EndDrill,
    TellEndpoint,
    MissRoll,
    NoteRoll,
    CloseRoll>;

/// The operation, in the matter "shift".
[[nodiscard]] const log::Subject& shiftSubject();
[[nodiscard]] inline bool isOfShift(const log::Subject& subject)
{
    return subject == shiftSubject();
}

/// Wire numbers: 80 to 99, then 140 to 144 and 150 to 152, in the order of ShiftAct.
[[nodiscard]] std::uint32_t shiftActType(const ShiftAct& act);
[[nodiscard]] Bytes encodeShiftAct(const ShiftAct& act);
/// Nothing when it is of another type or a newer version; fields it does not know stay in the entry's bytes. Errors: BadEncoding.
[[nodiscard]] Result<std::optional<ShiftAct>> decodeShiftAct(const log::Entry& entry);

} // namespace sz::model
