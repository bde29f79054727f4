// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The operation plan: what the city is, who is responsible for it, what each kind of incident may take. Data, never code.

#include "data/base/Clock.h"
#include "data/base/Geo.h"
#include "data/base/Ids.h"
#include "data/base/Result.h"
#include "data/plan/Calendar.h"
#include "data/plan/CaseRules.h"
#include "data/plan/Endpoints.h"
#include "data/plan/FileLimits.h"
#include "data/plan/Mode.h"
#include "data/plan/Roles.h"
#include "data/plan/Score.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sz::plan {

/// A name in both languages, with how it is typed in pinyin. `shortZh`/`shortEn` may be empty.
struct Name
{
    std::string zh;
    std::string en;
    std::string shortZh;  ///< for chips and the roster strip: "武昌区", "供电"
    std::string shortEn;  ///< "Wuchang", "Power"
    std::string pinyin;   ///< joined, without tones: "wuchangqu"
    std::string initials; ///< "wcq"
};

enum class UnitKind : std::uint8_t {
    Office,   ///< the command office, code "HQ"
    Zone,     ///< "Z1" to "Z3": the leader in charge of a zone
    Area,     ///< "A01" to "A36": a leader responsibility area
    District, ///< "D01" to "D15"
    Line,     ///< "L01" to "L22"
    Street,   ///< a street's duty room, code = street code
    Grid,     ///< a grid post under a street; takes no orders of its own, its street does
};

/// Somebody who can be on duty and, but for zones and areas, can be given an order.
struct Unit
{
    UnitCode code;
    UnitKind kind = UnitKind::Line;
    Name name;
    std::string mark;   ///< one Han character for the roster strip ("武"), unique within its kind
    std::string markEn; ///< two Latin letters ("WC"), unique within its kind
    std::string phone;  ///< internal number "8-2405"; may be empty
    UnitCode parent;    ///< empty for the office
    /// Other ways of typing it, lower case: "jiaoguan", "jg", "119".
    std::vector<std::string> aliases;
};

struct Zone
{
    ZoneCode code;
    Name name;
    UnitCode unit; ///< "Z1"
    MultiPolygon outline;
    Wgs84 label;
};

/// One of the leader responsibility areas. Numbers are 1-based and without gaps.
struct Area
{
    int number = 0;
    Name name;
    ZoneCode zone;
    UnitCode district; ///< "D05"
    UnitCode unit;     ///< "A24"
    MultiPolygon outline;
    Wgs84 label;
    double km2 = 0;
    bool isApproximate = true;
};

struct District
{
    UnitCode code;
    Name name;
    ZoneCode zone;
    std::vector<int> areas;
    MultiPolygon outline;
    Wgs84 label;
};

struct Street
{
    StreetCode code;
    Name name;
    std::string officialName;
    UnitCode district;
    int area = 0;
    std::optional<Wgs84> seat; ///< where known; never invented
    std::string phone;         ///< internal number of its duty room, "8-2209"; may be empty
};

struct Community
{
    CommunityCode code;
    Name name;
    std::string officialName;
    StreetCode street;
    UnitCode district;
    int area = 0;
};

struct River
{
    Name name;
    MultiPolygon outline;
};

/// I is the gravest. Values are wire values.
enum class Grade : std::uint8_t {
    I = 1,
    II = 2,
    III = 3,
    IV = 4,
};

/// Limits in minutes for one grade; each > 0. `nearMin` and `behindMin` are what is left when a step's lamp turns
/// blue or yellow (behind < near).
struct Limits
{
    int assign = 10;        ///< report taken → first order
    int sign = 10;          ///< order issued → signed for
    int arrive = 30;        ///< signed → on scene
    int feedback = 60;      ///< signed → first feedback
    int done = 24 * 60;     ///< order issued → done
    int phoneReport = 10;   ///< report taken → told by phone
    int writtenReport = 30; ///< report taken → first written report
    int update = 60;        ///< between two update reports
    int nearMin = 10;
    int behindMin = 3;
    int decide = 30; ///< asked for more time, or returned → decided
    int recheck = 0; ///< done → rechecked; 0 = nobody has to
    /// order issued → done in working time; then `done` is about as long in plain minutes. None: `done` as it is.
    std::optional<WorkLimit> doneWork{};
};

/// Limits that differ in another mode than the normal one, whole ones: what the files leave out is filled in.
using ModeLimits = std::map<std::pair<Mode, Grade>, Limits>;

/// What a mode changes beside the limits ([mode.games] of limits.toml).
struct ModeRules
{
    int nearPercent = 100;   ///< lamps say near so much earlier: 150 = half as early again
    int behindPercent = 100; ///< and behind
    int rosterDepth = 1;     ///< so many teams have to stand behind each post of `deepPosts`
    std::vector<PostCode> deepPosts;
    std::vector<int> rollCalls; ///< minutes after local midnight, ascending: 510 = 08:30
    bool operator==(const ModeRules&) const = default;
};

/// Who has to confirm a late step once it is so late; nobody does: the next rung's turn.
struct Rung
{
    int afterMinutes = 0; ///< late
    PostCode post;
};

/// One of the four classes of incident and what a kind of it needs.
struct Kind
{
    KindCode code;
    Name name;
    std::string incidentClass; ///< code of the class: "accident", "public-safety", …
    Grade grade = Grade::IV;   ///< suggested when nothing in the words says otherwise
    /// Suggested addressees, the lead first; "district" stands for the district of the place.
    std::vector<UnitCode> units;
    std::map<Grade, Limits> limits; ///< overrides of the plan's limits; may be empty
    std::vector<Rung> ladder;       ///< empty: the plan's
    ModeLimits modeLimits{};        ///< for each grade with limits of its own, in whatever mode
};

/// One order of a plan card. `unit` is the code of a unit that takes orders, or "district": that of the place.
struct CardOrder
{
    UnitCode unit;
    std::string text; ///< what to do; empty: the card's
    int sign = 0;     ///< minutes; 0: as the incident's limits say
    int arrive = 0;   ///< minutes; 0: nobody has to go there
    int done = 0;     ///< minutes; 0: as the incident's limits say
    std::optional<WorkLimit> work{};
    bool isLead = false;
};

/// 预案: a set of orders, written beforehand, for a kind of incident.
struct PlanCard
{
    std::string code; ///< "flood-1"
    Name name;
    std::vector<KindCode> kinds;   ///< it fits; never empty
    Grade leastGrade = Grade::IV;  ///< it fits incidents at least so grave
    std::string text;              ///< what to do, for orders without words of their own
    std::vector<CardOrder> orders; ///< never empty; one lead at most
    bool isSample = true;
};

struct IncidentClass
{
    std::string code;
    Name name;
};

/// Words that suggest a kind or grade. First matching rule with the highest weight wins; the reason is shown.
struct WordRule
{
    std::string id;                    ///< "燃-07", shown as the reason
    std::vector<std::string> words;    ///< any of these in the narrative
    std::vector<std::string> withAlso; ///< and any of these, when not empty
    KindCode kind;
    std::optional<Grade> grade;
    int countAtLeast = 0; ///< a number ≥ this stands before/after the word; 0 = no condition
    int weight = 1;
    /// And any of these, mostly places, when not empty: 餐馆, 行人多.
    std::vector<std::string> atPlace;
    std::string reasonZh; ///< why the grade: "20 只以上且在人员密集处"; may be empty
    std::string reasonEn;
};

/// A seat or duty post of a unit that somebody holds at any time.
struct Post
{
    PostCode code; ///< "HQ-chief"
    UnitCode unit;
    Name name; ///< "值班长"
    Role role = Role::DutyOfficer;
    std::string seat;     ///< "1 号席"; empty when the post has no fixed seat
    std::string phone;    ///< internal number; empty = the unit's
    std::string rotation; ///< name of the rotation that fills it
    std::string seatEn;   ///< "seat 1"; empty when the post has no fixed seat
};

/// Who fills a post in turn. Times are local clock times of the plan's time zone. Which team has which shift of a day: Shifts.h.
struct Rotation
{
    std::string code;
    /// Minutes after local midnight at which a shift begins, ascending: 510 = 08:30.
    std::vector<int> changesAt;
    std::vector<Name> shiftNames;   ///< one per change: 白班, 夜班
    std::vector<std::string> teams; ///< in turn: one team per shift; {post} holds "值班长一组"
    std::int64_t epochDay =
        0; ///< local day number (days since 1970-01-01) on which teams[0] takes the first shift
    std::vector<std::string> teamsEn; ///< English, as many as `teams`: "{post}, team 1"
    /// What a team does on each day of its cycle: index of a shift, or kFreeDay; team n goes `stride` days behind team n − 1, so
    /// several may stand at once. Empty: one team per shift, in turn.
    std::vector<int> pattern{};
    int stride = 1;
    /// When each shift ends, minutes; −1: when the next one of the same kinds of days begins. May be shorter than `changesAt`.
    std::vector<int> endsAt{};
    /// Kinds of days (DayKinds) on which each shift is held; shorter than `changesAt`: every day. Days of other kinds do not count.
    std::vector<std::uint8_t> on{};
};
inline constexpr int kFreeDay = -1; ///< of Rotation::pattern

/// A gap known beforehand: nobody holds this post from–to (an absence not yet filled).
struct RosterGap
{
    PostCode post;
    int fromMinute = 0; ///< minutes after local midnight of each day (the sample), see rosters.csv
    int toMinute = 0;
    std::string reasonZh;
    std::string reasonEn;
    std::optional<std::int64_t> day; ///< local day number on which it begins; none = every day
};

/// Who holds a post at a moment.
struct Duty
{
    PostCode post;
    UnitCode unit;
    std::string holderZh; ///< "值班长三组"; empty = nobody (a gap)
    std::string holderEn;
    std::string shiftZh; ///< "白班"
    std::string shiftEn;
    Instant from;
    Instant until;
    std::string nextZh; ///< who comes next; empty = a gap
    std::string nextEn;
    bool isOff = false;     ///< no shift is held then: an empty holder is no gap
    bool isNextOff = false; ///< the same of who comes next
};

enum class KeyPlaceType : std::uint8_t {
    Mall,
    Hospital,
    School,
};

/// A place whose surroundings matter more: see KeyPlaces.h.
struct KeyPlace
{
    std::string code; ///< "K01"
    Name name;
    KeyPlaceType type = KeyPlaceType::Mall;
    Wgs84 point;
    int radiusMetres = 0;       ///< of its circle, 1 to 5,000
    bool rises = false;         ///< an incident inside is suggested one grade graver
    bool isApproximate = false; ///< `point` is near it, not it
};

struct Credit
{
    std::string textZh;
    std::string textEn;
};

/// Everything of one plan folder, validated. Immutable after loading; share as `std::shared_ptr<const Plan>`.
struct Plan
{
    std::string code; ///< "wuhan"
    Name city;
    bool isSample = true;
    int utcOffsetMinutes = 480; ///< Asia/Shanghai has no daylight saving
    Wgs84 centre;
    std::vector<Zone> zones;
    std::vector<Area> areas;            ///< by number
    std::vector<District> districts;    ///< by code
    std::vector<Street> streets;        ///< by code
    std::vector<Community> communities; ///< by code
    std::vector<River> rivers;
    std::vector<Unit>
        units; ///< office, zones, areas, districts, lines, and streets and grid posts that are named; by code
    std::vector<IncidentClass> classes;
    std::vector<Kind> kinds;
    std::vector<WordRule> wordRules;
    std::map<Grade, Limits> limits;
    ModeLimits modeLimits;
    std::array<ModeRules, kModes> modes; ///< by Mode
    std::vector<PlanCard> cards;         ///< in the order of the file; may be empty
    std::vector<Rung> ladder;            ///< rising; may be empty: nothing climbs
    std::vector<Post> posts;
    std::vector<Rotation> rotations;
    std::vector<RosterGap> gaps;
    std::vector<KeyPlace> keyPlaces; ///< in the order of the file; may be empty
    std::vector<Endpoint> endpoints; ///< in the order of the file; may be empty
    std::vector<Credit> credits;
    std::vector<RoleRights>
        roles; ///< in the order of Role; empty (a plan made by hand): the standard ones
    SignOnLimits signOn;
    int contactDays = 30; ///< so long after the report a caller's sealed contact can be read
    FileLimits files;     ///< what may be attached to an incident
    Calendar calendar;    ///< working time, in the plan's time zone
    CaseRules cases;      ///< led cases
    ScoreRule score;      ///< of units; without terms nobody is scored

    /// Null when there is no such code.
    [[nodiscard]] const Unit* unit(const UnitCode& code) const;
    [[nodiscard]] const Area* area(int number) const;
    [[nodiscard]] const Zone* zone(const ZoneCode& code) const;
    [[nodiscard]] const District* district(const UnitCode& code) const;
    [[nodiscard]] const Street* street(const StreetCode& code) const;
    [[nodiscard]] const Kind* kind(const KindCode& code) const;
    [[nodiscard]] const Post* post(const PostCode& code) const;
    /// Limits of a kind at a grade in a mode: what the kind says comes before what the plan says of all kinds, and of each
    /// what is written for the mode before what is written for normal times.
    [[nodiscard]] Limits limitsFor(const KindCode& kind, Grade grade, Mode mode) const;
    [[nodiscard]] const ModeRules& rulesOf(Mode mode) const
    {
        return modes[static_cast<std::size_t>(mode) - 1];
    }
    /// Null when there is no such card.
    [[nodiscard]] const PlanCard* card(const std::string& code) const;
    /// The ladder of a kind: its own, else the plan's.
    [[nodiscard]] const std::vector<Rung>& ladderFor(const KindCode& kind) const;
    /// How far a role's right reaches; None for a role the plan does not have.
    [[nodiscard]] Reach reachOf(Role role, Right right) const;
    /// Null when the plan does not have it.
    [[nodiscard]] const RoleRights* role(Role role) const;
};

/// One fault found in a plan folder.
struct Fault
{
    std::string file;    ///< relative to the folder
    int line = 0;        ///< 1-based; 0 when the file has no lines that matter (GeoJSON)
    std::string feature; ///< code or number of the feature, when it is one
    std::string message; ///< English sentence for the log
    std::string messageZh;
    bool isError = true; ///< false: a warning, the plan may open
};

struct Loaded
{
    Plan plan;
    std::vector<Fault> warnings;
};

/// Reads and validates a whole plan folder. Never opens half-way: with one error there is no plan.
/// Errors: PlanMissing (no such folder or no plan.toml), PlanBroken (the faults say why).
/// Thread: any; reads files.
struct LoadFailure
{
    Error error;
    std::vector<Fault> faults;
};
[[nodiscard]] std::expected<Loaded, LoadFailure> loadPlan(const std::filesystem::path& dir);

} // namespace sz::plan
