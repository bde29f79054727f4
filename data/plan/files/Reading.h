// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A plan while it is being read. Each read… function takes one or two files and fills its part of the plan; what it
// could not read is in the faults. They run in the order written here: later ones look at earlier parts.

#include "data/plan/files/NodeReader.h"

namespace sz::plan {

inline constexpr const char* kPlanFile = "plan.toml";
inline constexpr const char* kZoneFile = "zones.geojson";
inline constexpr const char* kAreaFile = "areas.geojson";
inline constexpr const char* kDistrictFile = "districts.geojson";
inline constexpr const char* kRiverFile = "rivers.geojson";
inline constexpr const char* kLineFile = "lines.csv";
inline constexpr const char* kUnitFile = "units.csv";
inline constexpr const char* kStreetFile = "streets.csv";
inline constexpr const char* kCommunityFile = "communities.csv";
inline constexpr const char* kLimitFile = "limits.toml";
inline constexpr const char* kKindFile = "kinds.toml";
inline constexpr const char* kRuleFile = "rules.toml";
inline constexpr const char* kShiftFile = "shifts.toml";
inline constexpr const char* kPostFile = "posts.csv";
inline constexpr const char* kGapFile = "rosters.csv";
inline constexpr const char* kRoleFile = "roles.toml";
inline constexpr const char* kCalendarFile = "calendar.toml";
inline constexpr const char* kKeyPlaceFile = "key_places.csv";
inline constexpr const char* kEndpointFile = "endpoints.csv";
inline constexpr const char* kCardFile = "cards.toml";
inline constexpr const char* kScoreFile = "score.toml";

/// Shortest and longest limit a plan may set, minutes: one minute and 90 days: what the contract of the plan allows.
inline constexpr int kLeastLimit = 1;
inline constexpr int kMostLimit = 90 * 24 * 60;

struct Reading
{
    std::filesystem::path dir;
    Plan plan;
    FaultList faults;
    std::map<std::string, int> counts;                  ///< [counts] of plan.toml: "streets" → 193
    std::map<ZoneCode, UnitCode> zoneUnits;             ///< [[zone]] of plan.toml
    Unit office;                                        ///< code and name from plan.toml
    std::vector<Unit> lines;                            ///< codes and names from lines.csv
    std::map<UnitCode, std::vector<int>> districtAreas; ///< as districts.geojson lists them
    std::map<StreetCode, int> declaredCommunities;      ///< as streets.csv counts them
    std::set<std::string> unread; ///< files with an error of their own, as checkLinks found them
    std::map<std::string, int> lineOf; ///< line where a code was defined, key "file:code"

    /// Where a thing was defined, for a fault found after its file was closed.
    [[nodiscard]] Spot spotOf(const std::string& file, const std::string& code) const;
    /// Remembers the line; a fault when the same code was there before.
    void define(const Spot& spot, const std::string& code);
};

void readPlanFile(Reading& reading);
void readMap(Reading& reading);   ///< zones, districts, areas, rivers
void readUnits(Reading& reading); ///< lines.csv and units.csv
void readStreets(Reading& reading);
void readCommunities(Reading& reading);
void readLimits(Reading& reading);
/// [mode.normal] to [mode.drill]; part of readLimits.
void readModes(NodeReader& root, Reading& reading);
void readKinds(Reading& reading);
void readRules(Reading& reading);
void readRotations(Reading& reading);
void readPosts(Reading& reading);
void readGaps(Reading& reading);
void readRoles(Reading& reading);     ///< optional
void readCalendar(Reading& reading);  ///< optional
void readKeyPlaces(Reading& reading); ///< optional
void readEndpoints(Reading& reading); ///< optional
void readCards(Reading& reading);     ///< optional
void readScore(Reading& reading);     ///< optional
/// What refers to what, and the declared counts. Skips what depends on a file that could not be read.
void checkLinks(Reading& reading);
/// Every right is somebody's, every post's role is there. Part of checkLinks.
void checkRoles(Reading& reading);
/// Limits in working time have a calendar. Part of checkLinks.
void checkCalendar(Reading& reading);
/// Posts that a mode wants held twice are there. Part of checkLinks.
void checkModes(Reading& reading);
/// Kinds and units of the cards are there. Part of checkLinks.
void checkCards(Reading& reading);

/// "I" to "IV".
[[nodiscard]] std::optional<Grade> gradeOf(std::string_view text);
/// Minutes after midnight of "08:30"; nothing unless it is two two-digit numbers in range.
[[nodiscard]] std::optional<int> clockMinutes(std::string_view text);
/// Day number since 1970-01-01 of "2019-10-14".
[[nodiscard]] std::optional<std::int64_t> dayNumber(std::string_view text);
[[nodiscard]] Sentence notAClock(std::string_view text);
[[nodiscard]] Sentence notADay(std::string_view text);
/// True for digits and "+- ()" only, at most 24 of them, or nothing at all.
[[nodiscard]] bool isPhone(std::string_view text);

/// Reads the whole folder.
[[nodiscard]] Reading readAll(const std::filesystem::path& dir);

} // namespace sz::plan
