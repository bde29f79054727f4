// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Does everything a plan refers to exist, and is everything there that plan.toml counts?
#include "data/plan/files/LimitTables.h"
#include "data/plan/files/Reading.h"

#include <algorithm>
#include <format>
#include <ranges>

namespace sz::plan {
namespace {

/// Faults of one file, phrased alike.
class Links
{
public:
    Links(Reading& reading, const char* file) : m_reading(reading), m_file(file) {}

    void error(const std::string& code, const Sentence& sentence)
    {
        m_reading.faults.error(m_reading.spotOf(m_file, code), sentence);
    }

    /// A fault when `target` does not exist, unless the file that should define it is itself broken.
    void
    demand(bool exists, const char* definedIn, const std::string& code, const std::string& target)
    {
        if (!exists && !m_reading.unread.contains(definedIn)) {
            error(
                code,
                {std::format("It refers to \"{}\", which {} does not have.", target, definedIn),
                 std::format("引用了“{}”，而 {} 中没有。", target, definedIn)});
        }
    }

    /// A fault when two files say different things of one place.
    void demandSame(bool isSame, const std::string& code, const Sentence& what)
    {
        if (!isSame) {
            error(code, what);
        }
    }

private:
    Reading& m_reading;
    const char* m_file;
};

void checkAreas(Reading& reading)
{
    const auto& plan = reading.plan;
    Links links(reading, kAreaFile);
    for (const auto& area : plan.areas) {
        const auto code = std::to_string(area.number);
        const auto* district = plan.district(area.district);
        links.demand(plan.zone(area.zone) != nullptr, kZoneFile, code, area.zone.str());
        links.demand(district != nullptr, kDistrictFile, code, area.district.str());
        links.demandSame(
            district == nullptr || district->zone == area.zone, code,
            {"Its zone is not the zone of its district.", "所属片与其区所属的片不一致。"});
    }
}

void checkDistricts(Reading& reading)
{
    auto& plan = reading.plan;
    Links links(reading, kDistrictFile);
    for (auto& district : plan.districts) {
        links.demand(
            plan.zone(district.zone) != nullptr, kZoneFile, district.code.str(),
            district.zone.str());
        for (const auto& area : plan.areas) {
            if (area.district == district.code) {
                district.areas.push_back(area.number);
            }
        }
        auto listed = reading.districtAreas[district.code];
        std::ranges::sort(listed);
        links.demandSame(
            reading.unread.contains(kAreaFile) || listed == district.areas, district.code.str(),
            {"Its list of areas differs from areas.geojson.",
             "其片区列表与 areas.geojson 不一致。"});
    }
}

bool hasParentLoop(const Plan& plan, const Unit& start)
{
    const Unit* unit = &start;
    for (std::size_t steps = 0; unit != nullptr; ++steps) {
        if (steps > plan.units.size()) {
            return true;
        }
        unit = plan.unit(unit->parent);
    }
    return false;
}

// A street's duty room is under the district of the street, a grid post under the duty room of its street.
void checkStreetUnits(Reading& reading)
{
    auto& plan = reading.plan;
    Links links(reading, kUnitFile);
    for (auto& unit : plan.units) {
        if (unit.kind == UnitKind::Grid) {
            const Unit* parent = plan.unit(unit.parent);
            links.demandSame(
                parent == nullptr || parent->kind == UnitKind::Street, unit.code.str(),
                {"A grid post is under a street.", "网格岗的上级应为街道。"});
        }
        if (unit.kind != UnitKind::Street) {
            continue;
        }
        const Street* street = plan.street(StreetCode(unit.code.str()));
        links.demand(street != nullptr, kStreetFile, unit.code.str(), unit.code.str());
        if (street != nullptr) {
            links.demandSame(
                unit.parent == street->district, unit.code.str(),
                {"Its parent is not the district of the street.", "其上级不是该街道所属的区。"});
            const std::string shortZh = unit.name.shortZh;
            const std::string shortEn = unit.name.shortEn;
            unit.name = street->name;
            unit.name.shortZh = shortZh;
            unit.name.shortEn = shortEn;
        }
    }
}

void checkParents(Reading& reading)
{
    const auto& plan = reading.plan;
    Links links(reading, kUnitFile);
    for (const auto& unit : plan.units) {
        if (unit.kind == UnitKind::Office) {
            links.demandSame(
                unit.parent.empty(), unit.code.str(),
                {"The command office has no parent.", "指挥部办公室没有上级。"});
            continue;
        }
        links.demand(
            plan.unit(unit.parent) != nullptr, kUnitFile, unit.code.str(), unit.parent.str());
        if (plan.unit(unit.parent) == nullptr) {
            links.error(unit.code.str(), {"Its parent does not exist.", "其上级单位不存在。"});
        } else if (hasParentLoop(plan, unit)) {
            links.error(unit.code.str(), {"Its parents go round in a circle.", "上级关系成环。"});
        }
    }
}

void checkMarksUnique(Reading& reading)
{
    Links links(reading, kUnitFile);
    std::set<std::pair<UnitKind, std::string>> seen;
    for (const auto& unit : reading.plan.units) {
        for (const auto& mark : {unit.mark, unit.markEn}) {
            if (!mark.empty() && !seen.emplace(unit.kind, mark).second) {
                links.error(
                    unit.code.str(),
                    {std::format("Another unit of its kind has the mark \"{}\".", mark),
                     std::format("同类单位中已有标记“{}”。", mark)});
            }
        }
    }
}

void checkStreets(Reading& reading)
{
    const auto& plan = reading.plan;
    Links links(reading, kStreetFile);
    std::map<StreetCode, int> counted;
    for (const auto& community : plan.communities) {
        ++counted[community.street];
    }
    for (const auto& street : plan.streets) {
        const auto* area = plan.area(street.area);
        const auto code = street.code.str();
        links.demand(
            plan.district(street.district) != nullptr, kDistrictFile, code, street.district.str());
        links.demand(area != nullptr, kAreaFile, code, std::to_string(street.area));
        links.demandSame(
            area == nullptr || area->district == street.district, code,
            {"Its area lies in another district.", "其片区属于另一个区。"});
        const int declared = reading.declaredCommunities[street.code];
        links.demandSame(
            reading.unread.contains(kCommunityFile) || declared == counted[street.code], code,
            {std::format(
                 "It says {} communities, communities.csv has {}.", declared, counted[street.code]),
             std::format(
                 "此处写 {} 个社区，communities.csv 有 {} 个。", declared, counted[street.code])});
    }
}

void checkCommunities(Reading& reading)
{
    const auto& plan = reading.plan;
    Links links(reading, kCommunityFile);
    for (const auto& community : plan.communities) {
        const auto* street = plan.street(community.street);
        const auto code = community.code.str();
        links.demand(street != nullptr, kStreetFile, code, community.street.str());
        links.demandSame(
            street == nullptr
                || (street->district == community.district && street->area == community.area),
            code,
            {"Its district or area differs from that of its street.",
             "其区或片区与所属街道不一致。"});
    }
}

void checkKinds(Reading& reading)
{
    const auto& plan = reading.plan;
    Links links(reading, kKindFile);
    for (const auto& kind : plan.kinds) {
        const auto code = kind.code.str();
        const bool isKnownClass =
            std::ranges::find(plan.classes, kind.incidentClass, &IncidentClass::code)
            != plan.classes.end();
        links.demandSame(
            isKnownClass, code,
            {std::format("There is no class \"{}\".", kind.incidentClass),
             std::format("没有分类“{}”。", kind.incidentClass)});
        for (const auto& unit : kind.units) {
            if (unit.str() != "district") {
                links.demand(plan.unit(unit) != nullptr, kUnitFile, code, unit.str());
            }
        }
    }
}

void checkRules(Reading& reading)
{
    Links links(reading, kRuleFile);
    for (const auto& rule : reading.plan.wordRules) {
        links.demand(reading.plan.kind(rule.kind) != nullptr, kKindFile, rule.id, rule.kind.str());
    }
}

void checkPosts(Reading& reading)
{
    const auto& plan = reading.plan;
    Links links(reading, kPostFile);
    for (const auto& post : plan.posts) {
        const bool isRotation = std::ranges::find(plan.rotations, post.rotation, &Rotation::code)
                                != plan.rotations.end();
        links.demand(plan.unit(post.unit) != nullptr, kUnitFile, post.code.str(), post.unit.str());
        links.demand(isRotation, kShiftFile, post.code.str(), post.rotation);
    }
}

void checkLadder(
    Reading& reading,
    const char* file,
    const std::string& owner,
    const std::vector<Rung>& ladder)
{
    Links links(reading, file);
    for (const Rung& rung : ladder) {
        links.demand(
            reading.plan.post(rung.post) != nullptr, kPostFile, rungName(owner, rung),
            rung.post.str());
    }
}

void checkLadders(Reading& reading)
{
    checkLadder(reading, kLimitFile, kLimitFile, reading.plan.ladder);
    for (const Kind& kind : reading.plan.kinds) {
        checkLadder(reading, kKindFile, ladderOwner(kind.code), kind.ladder);
    }
}

struct Count
{
    const char* key;
    const char* file;
    std::size_t found;
};

// A file cut off between two rows is still a well-formed file; only a count can tell.
void checkCounts(Reading& reading)
{
    const auto& plan = reading.plan;
    const std::initializer_list<Count> counts{
        {"zones", kZoneFile, plan.zones.size()},
        {"areas", kAreaFile, plan.areas.size()},
        {"districts", kDistrictFile, plan.districts.size()},
        {"rivers", kRiverFile, plan.rivers.size()},
        {"streets", kStreetFile, plan.streets.size()},
        {"communities", kCommunityFile, plan.communities.size()},
        {"lines", kLineFile, reading.lines.size()},
        {"units", kUnitFile, plan.units.size()},
        {"classes", kKindFile, plan.classes.size()},
        {"kinds", kKindFile, plan.kinds.size()},
        {"rules", kRuleFile, plan.wordRules.size()},
        {"posts", kPostFile, plan.posts.size()},
        {"rotations", kShiftFile, plan.rotations.size()},
        {"gaps", kGapFile, plan.gaps.size()},
        {"key_places", kKeyPlaceFile, plan.keyPlaces.size()},
        {"endpoints", kEndpointFile, plan.endpoints.size()}};
    if (reading.unread.contains(kPlanFile)) {
        return;
    }
    for (const auto& [key, file, found] : counts) {
        const auto declared = static_cast<std::size_t>(reading.counts[key]);
        if (declared != found && !reading.unread.contains(file)) {
            reading.faults.error(
                {file}, {std::format(
                             "The file has {} {}, plan.toml counts {}: is it cut short?", found,
                             key, declared),
                         std::format(
                             "文件有 {} 条（{}），plan.toml 记 {} 条：是否被截断？", found, key,
                             declared)});
        }
    }
}

} // namespace

Spot Reading::spotOf(const std::string& file, const std::string& code) const
{
    const auto it = lineOf.find(file + ':' + code);
    return {file, it != lineOf.end() ? it->second : 0, code};
}

void Reading::define(const Spot& spot, const std::string& code)
{
    const auto [first, isNew] = lineOf.emplace(spot.file + ':' + code, spot.line);
    if (!isNew && !code.empty()) {
        faults.error(
            spot, {std::format(
                       "\"{}\" is already defined{}.", code,
                       first->second > 0 ? std::format(" in line {}", first->second) : ""),
                   std::format(
                       "“{}”已在前面{}定义。", code,
                       first->second > 0 ? std::format("第 {} 行", first->second) : "")});
    }
}

void checkLinks(Reading& reading)
{
    reading.unread = reading.faults.brokenFiles();
    checkAreas(reading);
    checkDistricts(reading);
    checkParents(reading);
    checkStreetUnits(reading);
    checkMarksUnique(reading);
    checkStreets(reading);
    checkCommunities(reading);
    checkKinds(reading);
    checkRules(reading);
    checkPosts(reading);
    checkLadders(reading);
    checkRoles(reading);
    checkCalendar(reading);
    checkModes(reading);
    checkCards(reading);
    checkCounts(reading);
}

} // namespace sz::plan
