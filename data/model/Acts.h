// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every act a duty person can do, as a value. An entry's body is one of these.

#include "data/base/Hash.h"
#include "data/log/Entry.h"
#include "data/model/CampaignActs.h"
#include "data/model/ForceActs.h"
#include "data/plan/Calendar.h"
#include "data/plan/Mode.h"
#include "data/plan/Places.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sz::model {

/// Where a report came from. Wire values.
enum class Source : std::uint8_t {
    Phone = 1,
    Grid = 2,
    Hotline12345 = 3,
    Rescue119 = 4,
    Other = 5,
    Unit = 6, ///< a unit's own desk
};

/// One answer to what the kind asks ([[kind.field]] of kinds.toml). A field the plan does not know (any more) is kept as it is.
struct Fact
{
    std::string field; ///< code: "cylinders"
    std::string
        value; ///< digits of a whole number, or the Chinese name of what was chosen; in AmendIncident empty: taken back
    bool operator==(const Fact&) const = default;
};
inline constexpr std::size_t kMostFacts = 32;
inline constexpr std::size_t kLongestFact =
    60; ///< bytes of a code or a value: twenty characters, no sentence

/// A new incident. The entry's own id becomes the incident's id.
struct ReportIncident
{
    Source source = Source::Phone;
    std::string title;     ///< one line, ≤ 60 characters
    std::string narrative; ///< no names, phones or plates of private people
    KindCode kind;
    plan::Grade grade = plan::Grade::IV;
    plan::Place place;
    Instant receivedAt;      ///< when the call came
    std::string suggestedBy; ///< id of the word rule taken over; empty when picked by hand
    plan::Mode mode =
        plan::Mode::Normal;    ///< of the operation then: says which limits the incident has
    std::vector<Fact> facts{}; ///< each field once
};

/// Later knowledge about an incident; only the given fields change.
struct AmendIncident
{
    std::optional<std::string> title;
    std::optional<KindCode> kind;
    std::optional<plan::Grade> grade;
    std::optional<plan::Place> place;
    std::string reason;
    std::vector<Fact> facts{}; ///< only those that change
};

/// One addressee of an order. Every step has unit, post and limit (architecture.md).
struct OrderTo
{
    OrderId id;
    UnitCode unit;
    PostCode post;       ///< post of the unit that answers for it
    bool isLead = false; ///< 牵头
    int signMinutes = 10;
    int doneMinutes = 24 * 60;
    int arriveMinutes = 0; ///< signed → on scene; 0 = nobody has to go there
    OrderId instead{};     ///< a returned order that this one takes over from; empty: none
    /// Done within so much working time; then `doneMinutes` is about as long, for desks that do not know this field.
    std::optional<plan::WorkLimit> work{};
};

struct IssueOrders
{
    std::string text; ///< what to do
    std::vector<OrderTo> to;
    std::string decides{}; ///< ULID text of the AskDecision that these orders answer; empty: none
};

struct SignOrder
{
    OrderId order;
};

enum class Progress : std::uint8_t {
    Moving = 1,
    OnScene = 2,
};

struct ProgressOrder
{
    OrderId order;
    Progress progress = Progress::Moving;
    std::string text;
};

/// Feedback (反馈): what has been found or done so far.
struct ReportOrder
{
    OrderId order;
    std::string text;
};

struct FinishOrder
{
    OrderId order;
    std::string result;
};

struct ReturnOrder
{
    OrderId order;
    std::string reason;
};

/// 催办: reminds units that have not signed or reported.
struct RemindUnits
{
    std::vector<OrderId> orders;
};

struct AddNote
{
    std::string text;
};

enum class ReportStage : std::uint8_t {
    First = 1,  ///< 初报
    Update = 2, ///< 续报
    Final = 3,  ///< 终报
};

/// A report upwards, numbered within its stage by the order of the log.
struct FileReport
{
    ReportStage stage = ReportStage::First;
    std::string text;
    std::string changes; ///< what changed since the one before
    int nextMinutes = 0; ///< the next update is due so long after this one; 0 = none promised
};

struct CountPart
{
    std::string label;
    std::int64_t count = 0;
    bool operator==(const CountPart&) const = default;
};

/// Counts that must balance: total = sum of parts (1,354 = 1,235 + 119). No persons, only numbers.
struct StateCounts
{
    std::string label; ///< "学员"
    std::int64_t total = 0;
    std::vector<CountPart> parts;
};

struct CloseIncident
{
    std::string result;
};

/// The duty chief takes the incident under the own hand (认领).
struct ClaimIncident
{
};

/// Confirms one late item; it stays late but silent.
struct AcknowledgeAlarm
{
    std::string step; ///< StepRef text
};

/// A caller's contact, sealed under a key of its own that travels beside the log (PROTOCOL.md, "Sealed contacts"): when the key
/// is destroyed at `until`, nobody can read it any more, and the chain still verifies.
struct ContactSealed
{
    ContactId contact;
    Bytes
        sealed; ///< vault::seal about the incident and the contact; padded, so that its length tells little
    Instant until;
};

/// Somebody is about to read it. Written before it is shown.
struct ContactOpened
{
    ContactId contact;
};

/// Somebody is about to look through a camera near the incident, or into a room. Written before it is opened; what it shows is
/// kept nowhere.
struct ViewEndpoint
{
    std::string endpoint; ///< code in the plan's endpoints.csv
    std::string reason;   ///< may be empty: the incident is one
};

/// A file belongs to the incident: a picture of the scene, a plan of the place. The entry names its bytes, which travel beside
/// the log (PROTOCOL.md, "Files"). Name and type are what the author's desk says: data to be shown, nothing to be trusted.
struct AttachFile
{
    Digest hash{};          ///< SHA-256 of the bytes
    std::string name;       ///< as the author's file was called; never a path on another desk
    std::string type;       ///< media type: "image/png"
    std::uint64_t size = 0; ///< bytes
    OrderId order;          ///< the order it answers; empty: the incident as such
};

enum class Relief : std::uint8_t {
    Extend = 1,  ///< 延期: more time
    Suspend = 2, ///< 挂账: the clock stands still
};

/// Asks for relief from a limit. Nothing changes until a second person agrees.
struct AskRelief
{
    OrderId order;
    Relief relief = Relief::Extend;
    int minutes = 0; ///< Extend: so much more; Suspend: at most so long
    std::string reason;
};

struct DecideRelief
{
    OrderId order;
    std::string ask; ///< ULID text of the entry that asked
    bool isGranted = false;
    std::string words;
};

/// The clock of a suspended order runs again before its time.
struct ResumeOrder
{
    OrderId order;
    std::string reason;
};

/// The office takes an order back (撤单).
struct WithdrawOrder
{
    OrderId order;
    std::string reason;
};

/// Whose matter a returned order is. Accepted: the unit is rid of it, the office owns it; else the unit has it again.
struct DecideReturn
{
    OrderId order;
    bool isAccepted = false;
    std::string words;
};

/// 复核: is it done as reported? When not, the order is open again.
struct RecheckOrder
{
    OrderId order;
    bool isPassed = false;
    int sampled = 0;  ///< places or items looked at; 0 = no sample was drawn
    int good = 0;     ///< of them in order
    int minutes = 0;  ///< not passed: the new limit, from now
    std::string text; ///< what was found
};

/// This incident is the same as another one (并入). Undone by SeparateIncident.
struct MergeIncident
{
    IncidentId into;
    std::string reason;
};

struct SeparateIncident
{
    std::string reason;
};

/// Belongs under a major incident (串并); empty: to none any more.
struct GroupIncident
{
    IncidentId major;
};

/// An early sign (苗头): not dealt with but watched until a date.
struct WatchIncident
{
    std::optional<Instant> until; ///< none: no longer watched
    std::string reason;
};

/// Puts one late item aside for a while (搁置): who, why and until when are shown. It comes back by itself.
struct ShelveAlarm
{
    std::string step; ///< StepRef text
    int minutes = 0;  ///< 1 to 1440; 0 = it comes back now
    std::string reason;
};

/// Somebody does not wait until a late item climbs by itself (升级).
struct RaiseAlarm
{
    std::string step; ///< StepRef text
    PostCode post;    ///< of its ladder: whose turn it is from now on
};

/// A kind of act this version does not know: shown in the trace as such, kept byte for byte.
struct UnknownAct
{
    std::uint32_t type = 0;
};

using Act = std::variant<
    UnknownAct,
    ReportIncident,
    AmendIncident,
    IssueOrders,
    SignOrder,
    ProgressOrder,
    ReportOrder,
    FinishOrder,
    ReturnOrder,
    RemindUnits,
    AddNote,
    FileReport,
    StateCounts,
    CloseIncident,
    ClaimIncident,
    AcknowledgeAlarm,
    ContactSealed,
    ContactOpened,
    AttachFile,
    AskRelief,
    DecideRelief,
    ResumeOrder,
    WithdrawOrder,
    DecideReturn,
    RecheckOrder,
    MergeIncident,
    SeparateIncident,
    GroupIncident,
    WatchIncident,
    ShelveAlarm,
    RaiseAlarm,
    FormForce,
    ChangeForce,
    StateGoal,
    TransferForce,
    ForceMinutes,
    EndForce,
    AskDecision,
    DropDecision,
    ImportItems,
    SettleItems,
    LeadCase,
    VisitCase,
    StageCase,
    RateResult,
    ViewEndpoint>;

/// Wire numbers of the acts. Never reused. 26 and 27 are StartMode and EndMode (ModeActs.h), 40 to 43 those of SeatActs.h.
enum class ActType : std::uint32_t {
    ReportIncident = 1,
    AmendIncident = 2,
    IssueOrders = 3,
    SignOrder = 4,
    ProgressOrder = 5,
    ReportOrder = 6,
    FinishOrder = 7,
    ReturnOrder = 8,
    RemindUnits = 9,
    AddNote = 10,
    FileReport = 11,
    StateCounts = 12,
    CloseIncident = 13,
    ClaimIncident = 14,
    AcknowledgeAlarm = 15,
    AskRelief = 16,
    DecideRelief = 17,
    ResumeOrder = 18,
    WithdrawOrder = 19,
    DecideReturn = 20,
    RecheckOrder = 21,
    MergeIncident = 22,
    SeparateIncident = 23,
    GroupIncident = 24,
    WatchIncident = 25,
    ShelveAlarm = 28,
    RaiseAlarm = 29,
    FormForce = 30,
    ChangeForce = 31,
    StateGoal = 32,
    TransferForce = 33,
    ForceMinutes = 34,
    EndForce = 35,
    AskDecision = 36,
    DropDecision = 37,
    ContactSealed = 50,
    ContactOpened = 51,
    AttachFile = 60,
    ImportItems = 61,
    SettleItems = 62,
    LeadCase = 63,
    VisitCase = 64,
    StageCase = 65,
    RateResult = 66,
    ViewEndpoint = 67,
};

[[nodiscard]] std::uint32_t actType(const Act& act);
/// CBOR body of an entry. An UnknownAct cannot be encoded (empty result).
[[nodiscard]] Bytes encodeAct(const Act& act);
/// An act of unknown type, or of a known type with a version this program does not know, comes back as UnknownAct.
/// Errors: BadEncoding when a known act misses a field.
[[nodiscard]] Result<Act> decodeAct(std::uint32_t type, std::uint32_t typeVersion, BytesView body);

} // namespace sz::model
