// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the log says about one incident, folded: the value every screen shows.

#include "data/base/Growing.h"
#include "data/model/Acts.h"
#include "data/model/Campaign.h"
#include "data/model/Force.h"
#include "data/model/Lamp.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sz::model {

enum class IncidentState : std::uint8_t {
    Pending, ///< no order yet
    Active,
    Closed,
};

enum class OrderState : std::uint8_t {
    Issued,   ///< 未签收
    Signed,   ///< 签收
    Moving,   ///< 赶赴
    OnScene,  ///< 到场
    Done,     ///< 办结
    Returned, ///< 退单
    Withdrawn ///< 撤单
};

/// What somebody owes. Values are ordered as an incident usually goes.
enum class StepKind : std::uint8_t {
    Assign,      ///< the office: first order
    FirstReport, ///< the office: first report upwards
    Update,      ///< the office: promised update report
    Sign,        ///< the unit: sign for an order
    Arrive,      ///< the unit: be on scene
    Feedback,    ///< the unit: first word back
    Finish,      ///< the unit: finish an order
    Relief,      ///< the office: decide on more time
    Return,      ///< the office: decide on a returned order
    Recheck,     ///< the office: recheck a result
    Decide,      ///< the office: settle what was put for decision
    Watch,       ///< the office: look at an early sign again
    Close,       ///< the office: close after all is done
};

/// One open obligation: who owes what until when. Every one has unit, post and limit.
struct Step
{
    StepKind kind = StepKind::Assign;
    UnitCode unit;
    PostCode post;
    OrderId order;   ///< for Sign to Recheck
    int ordinal = 0; ///< for Update: number of the report that is due
    Instant since;   ///< when the clock started
    Instant due;
    Instant nearFrom;              ///< lamp blue from here
    Instant behindFrom;            ///< lamp yellow from here
    std::optional<Instant> rawDue; ///< without what was granted, where that differs from `due`
    bool operator==(const Step&) const = default;

    [[nodiscard]] Lamp lampAt(Instant now) const;
    /// Stable text that names this step inside its incident ("sign/01J…", "update/3").
    [[nodiscard]] std::string ref() const;
};

/// A request for relief that waits for a second person.
struct ReliefAsk
{
    std::string entry; ///< ULID text
    Relief relief = Relief::Extend;
    int minutes = 0;
    std::string reason;
    Instant at;
    UnitCode unit;
    PostCode post;
    PersonCode person; ///< may be empty
};

/// A stop of an order's clock, granted.
struct Suspension
{
    Instant from;
    Instant until; ///< runs again from here, by itself or because it was resumed
};

struct Order
{
    OrderId id;
    UnitCode unit;
    PostCode post;
    bool isLead = false;
    std::string text;
    PostCode issuedBy;
    UnitCode issuedByUnit;
    Instant issuedAt;
    int signMinutes = 0;
    int doneMinutes = 0;
    int arriveMinutes = 0;
    OrderState state = OrderState::Issued;
    std::optional<Instant> signedAt;
    std::optional<Instant> movingAt;
    std::optional<Instant> onSceneAt;
    std::optional<Instant> doneAt;
    std::optional<Instant> returnedAt;
    std::optional<Instant> firstWordAt; ///< first feedback
    std::string lastWord;               ///< last feedback, result or reason
    int reminders = 0;
    OrderId instead;        ///< the returned order it takes over from; may be empty
    OrderId heir;           ///< the order that took over from this one; may be empty
    int returns = 0;        ///< of this order and those it takes over from
    bool isReleased = true; ///< returned: another unit, or the office, has the matter
    std::optional<Instant> withdrawnAt;
    std::optional<ReliefAsk> ask;
    int addedMinutes = 0; ///< granted
    std::vector<Suspension> suspensions;
    std::optional<Instant> againFrom; ///< a recheck opened it again
    int againMinutes = 0;             ///< the limit since then
    int rechecks = 0;
    bool isRecheckPassed = false;
    std::optional<plan::WorkLimit>
        work; ///< the clock of the last step: none = minutes day and night

    [[nodiscard]] bool isOpen() const
    {
        return state != OrderState::Done && state != OrderState::Returned
               && state != OrderState::Withdrawn;
    }
    /// Returned, and still the returning unit's matter: no clock is ever ownerless.
    [[nodiscard]] bool isHeld() const { return state == OrderState::Returned && !isReleased; }
    [[nodiscard]] bool isSuspendedAt(Instant now) const;
    /// When it is to be done, with all that was granted; `rawDue` without. In an order's own clock: where that is working
    /// time, what is granted and what a recheck gives is so, too (workdays for whole days where the limit is in workdays), and
    /// a suspension takes away the working time that lies in it.
    [[nodiscard]] Instant finishDue(const plan::Calendar& calendar) const;
    [[nodiscard]] Instant rawDue(const plan::Calendar& calendar) const;
};

/// Who has owned the matter, and how long: 首问负责, the unit first asked owns it until the next one accepts.
struct Hop
{
    UnitCode unit;
    PostCode post;
    OrderId order; ///< empty: the office itself
    Instant from;
    std::optional<Instant> until; ///< none: still
};

struct FiledReport
{
    ReportStage stage = ReportStage::First;
    int ordinal = 0; ///< 1-based within updates
    Instant at;
    std::optional<Instant> wasDue; ///< late when `at` is after it
    std::string text;
    std::string changes;
};

struct Counts
{
    std::string label;
    std::int64_t total = 0;
    std::vector<CountPart> parts;
    /// total − sum of parts; 0 = balanced.
    [[nodiscard]] std::int64_t difference() const;
};

/// A file that belongs to the incident. Its bytes are elsewhere, or not here yet.
struct Attachment
{
    Digest hash{};
    std::string name; ///< as its author called it: data, shown with controls made visible
    std::string type; ///< media type
    std::uint64_t size = 0;
    OrderId order;     ///< the order it answers; may be empty
    std::string entry; ///< ULID text of the entry that attached it
    Instant at;
    UnitCode unit;
    PostCode post;
    std::uint64_t number = 0; ///< log number; 0 = not yet with headquarters
    bool operator==(const Attachment&) const = default;
};

/// One line of the trace.
struct TraceLine
{
    std::string entry; ///< ULID text of the entry
    Instant at;        ///< the author's clock
    UnitCode unit;
    PostCode post;
    std::shared_ptr<const Act> act; ///< never null
    std::uint64_t number = 0;       ///< log number; 0 = not yet with headquarters
};

/// A field that two desks changed without having seen each other's change; both values are kept and shown.
struct Conflict
{
    std::string field;    ///< "title", "kind", "grade", "place"
    std::string standing; ///< value that stands (the later in log order), as text
    std::string other;
    UnitCode otherUnit;
    Instant otherAt;
};

/// A caller's contact as everybody sees it: sealed. Who may read it asks for the key (desk/ContactKeeper).
struct Contact
{
    /// What a desk wrote before it read it.
    struct Opening
    {
        std::string entry; ///< ULID text
        Instant at;
    };
    ContactId id;
    UnitCode unit; ///< that sealed it
    DeskId desk;
    Instant sealedAt;
    Instant until; ///< then its key is destroyed
    Bytes sealed;
    int openings = 0;
    UnitCode openedBy;                  ///< the last one; empty: nobody
    std::map<DeskId, Opening> openedAt; ///< the last of each desk
};

/// Who changed a field last, to notice concurrent edits.
struct FieldMark
{
    std::uint64_t version = 0;
    DeskId desk;
    UnitCode unit;
    Instant at;
    std::string value;
};

/// A late item that somebody has put aside.
struct Shelf
{
    UnitCode unit;
    PostCode post;
    std::string reason;
    Instant at;
    Instant until;
};

struct Incident
{
    IncidentId id;
    std::uint64_t version = 0; ///< number of folded entries
    std::uint32_t serial = 0;  ///< number of the day given by headquarters; 0 = provisional
    Instant reportedAt;        ///< when the call came
    Instant enteredAt;
    UnitCode enteredBy;
    Source source = Source::Phone;
    std::string title;
    std::string narrative;
    KindCode kind;
    plan::Grade grade = plan::Grade::IV;
    plan::Place place;
    std::vector<Fact>
        facts; ///< in the order in which they were first told, each field once, none empty
    IncidentState state = IncidentState::Pending;
    std::vector<Order> orders; ///< in order of issue; lead first within one issue
    Growing<FiledReport> reports;
    std::optional<int> nextReportMinutes;
    std::optional<Counts> counts;
    Growing<TraceLine> trace; ///< oldest first
    Growing<Conflict> conflicts;
    Growing<Attachment> files; ///< oldest first; a hash stands once
    std::map<std::string, FieldMark> fieldMarks;
    std::set<UnitCode> writers; ///< units that wrote an entry
    std::optional<PostCode> claimedBy;
    std::vector<Contact> contacts; ///< in order of sealing
    std::vector<Hop> hops;         ///< oldest first; never empty, and without gaps
    IncidentId mergedInto;         ///< closed, because it is the same as that one; else empty
    IncidentId group;              ///< the major incident it belongs to; may be empty
    std::optional<Instant> watchedSince;
    std::optional<Instant> watchUntil;
    std::optional<Instant> closedAt;
    std::string result;
    std::set<std::string> acknowledged;       ///< Step::ref of confirmed alarms
    std::map<std::string, PostCode> raised;   ///< by Step::ref: to whom, by hand
    std::map<std::string, Shelf> shelved;     ///< by Step::ref; over when `until` is
    plan::Mode mode = plan::Mode::Normal;     ///< of the operation when it was reported
    std::vector<TaskForce> forces;            ///< oldest first; at most the last has not ended
    std::vector<Decision> decisions;          ///< oldest first
    std::shared_ptr<const Campaign> campaign; ///< null: none
    std::optional<LedCase> ledCase;
    std::optional<Rating> rating;
    std::vector<Step> steps; ///< open obligations, earliest due first
    bool hasUnsent = false;  ///< some entry of it has not reached headquarters
    Instant lastTouched;     ///< wall time of the last entry

    [[nodiscard]] const Order* order(const OrderId& id) const;
    /// Null when there is none.
    [[nodiscard]] const Contact* contact(const ContactId& id) const;
    /// Null when the incident has no such file.
    [[nodiscard]] const Attachment* file(const Digest& hash) const;
    /// What was answered to a field; null: nothing.
    [[nodiscard]] const std::string* fact(const std::string& field) const;
    /// Of all files together.
    [[nodiscard]] std::uint64_t fileBytes() const;
    /// The task force that is at work; null: none.
    [[nodiscard]] const TaskForce* force() const;
    /// The first question nobody has settled; null: none.
    [[nodiscard]] const Decision* openDecision() const;
    [[nodiscard]] bool allOrdersDone() const;
    /// Everybody who has to go there is there, and somebody has to.
    [[nodiscard]] bool allOnScene() const;
    /// Who owns the matter now; who owned it last when it is closed.
    [[nodiscard]] const Hop& owner() const { return hops.back(); }
    /// The incident it goes with: the one it is merged into, else its major one; empty: neither.
    [[nodiscard]] const IncidentId& belongsTo() const
    {
        return mergedInto.empty() ? group : mergedInto;
    }
    /// The loudest open step: the one with the worst lamp, then the earliest due; null when nothing is owed.
    [[nodiscard]] const Step* nextStep(Instant now) const;
    [[nodiscard]] Lamp lampAt(Instant now) const;
};

/// A limit that was broken and then kept: what an alarm was about that has gone by itself.
struct LateStep
{
    Step step; ///< as it was owed
    Instant clearedAt;
};
/// From what the incident remembers of its orders and reports; `plan` has the limits. Oldest first.
[[nodiscard]] std::vector<LateStep> lateSteps(const plan::Plan& plan, const Incident& incident);

/// Where a late step stands on its ladder.
struct Climb
{
    PostCode turn; ///< whose it is now
    PostCode next; ///< empty: it is at the top
    std::optional<Instant> nextAt;
};
/// Nothing when the step is not late, confirmed, put aside, or has no ladder. What was put aside begins anew when it is back.
[[nodiscard]] std::optional<Climb>
climbOf(const plan::Plan& plan, const Incident& incident, const Step& step, Instant now);

/// Number as spoken and printed: "1017-041" from the local day of the report and the serial; "1017-暂" style marks are
/// the screen's. Empty while provisional.
[[nodiscard]] std::string incidentNumber(const Incident& incident, int utcOffsetMinutes);
/// "041"; empty while provisional.
[[nodiscard]] std::string shortNumber(const Incident& incident);

/// Units that may see an incident: the office, the district of its place, every unit that got an order, and whoever wrote
/// into it. Sorted.
[[nodiscard]] std::set<UnitCode> audienceOf(const Incident& incident);

} // namespace sz::model
