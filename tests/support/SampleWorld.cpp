// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"

#include "data/base/Ulid.h"
#include "data/hq/Scenario.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <ranges>
#include <utility>

namespace sz::test {

namespace {

const std::filesystem::path kSource = SANZHEN_SOURCE_DIR;

[[noreturn]] void giveUp(const Error& error)
{
    std::fprintf(
        stderr, "sample world: %s %s %s\n", codeName(error.code), error.detail.c_str(),
        error.where.c_str());
    std::abort();
}

std::uint64_t nextNumber()
{
    static std::uint64_t number = 8700;
    return ++number;
}

Ulid nextUlid(Instant at)
{
    static UlidMaker maker;
    return maker.next(at);
}

log::Entry entryOf(
    const std::string& incident,
    Instant at,
    const UnitCode& unit,
    const PostCode& post,
    const model::Act& act)
{
    log::Entry entry;
    entry.id = nextUlid(at);
    entry.desk = DeskId("test-" + unit.value);
    entry.unit = unit;
    entry.post = post.empty() ? model::answeringPost(*samplePlan(), unit) : post;
    entry.time = {at, 0};
    entry.type = model::actType(act);
    entry.subject = {log::SubjectKind::Incident, incident};
    entry.body = model::encodeAct(act);
    return entry;
}

} // namespace

Instant pictureMoment()
{
    using namespace std::chrono;
    return sys_days{year{2019} / 10 / 17} + hours{6} + minutes{23} + seconds{7};
}

SampleIncident::SampleIncident(
    std::uint32_t serial,
    Instant reportedAt,
    model::ReportIncident report)
    : m_serial(serial), m_id(nextUlid(reportedAt).text())
{
    report.receivedAt = reportedAt;
    fold(reportedAt, UnitCode("HQ"), report, nextNumber());
}

SampleIncident& SampleIncident::act(Instant at, const UnitCode& unit, model::Act act)
{
    fold(at, unit, act, nextNumber());
    return *this;
}

SampleIncident& SampleIncident::unsent(Instant at, const UnitCode& unit, model::Act act)
{
    fold(at, unit, act, 0);
    return *this;
}

SampleIncident& SampleIncident::order(
    Instant at,
    const std::vector<std::string>& units,
    int arriveMinutes,
    int doneMinutes)
{
    model::IssueOrders orders{"Go and see, report back", {}};
    for (const std::string& unit : units) {
        const auto n = m_incident->orders.size() + orders.to.size();
        const UnitCode code(unit);
        orders.to.push_back(
            {OrderId(std::format("{}-{}", m_id, n)), code,
             model::answeringPost(*samplePlan(), code),
             orders.to.empty() && m_incident->orders.empty(), 10, doneMinutes, arriveMinutes});
    }
    return act(at, UnitCode("HQ"), orders);
}

OrderId SampleIncident::orderId(std::size_t n) const
{
    return m_incident->orders.at(n).id;
}

void SampleIncident::fold(
    Instant at,
    const UnitCode& unit,
    const model::Act& act,
    std::uint64_t number)
{
    auto next = model::foldIncident(
        *samplePlan(), m_incident, entryOf(m_id, at, unit, {}, act), {number, m_serial});
    if (!next) {
        giveUp(next.error());
    }
    m_incident = *next;
}

model::ReportIncident plainReport(const std::string& title, plan::Grade grade, int area)
{
    model::ReportIncident report;
    report.title = title;
    report.narrative = title + ": reported by phone.";
    report.kind = samplePlan()->kinds.front().code;
    report.grade = grade;
    report.place.area = area;
    report.place.district = samplePlan()->area(area)->district;
    return report;
}

IncidentMap mapOf(const std::vector<model::IncidentPtr>& incidents)
{
    IncidentMap map;
    for (const model::IncidentPtr& incident : incidents) {
        map.emplace(incident->id, incident);
    }
    return map;
}

IncidentMap sampleOperation(Instant now, bool english)
{
    const auto seeds =
        hq::loadScenario(kSource / "resources/samples/wuhan.toml", *samplePlan(), now, english);
    if (!seeds) {
        giveUp(seeds.error());
    }
    std::map<std::string, model::IncidentPtr> byKey;
    std::map<std::string, std::string> ids;
    std::map<std::string, std::uint32_t> serials;
    for (const hq::SeedEntry& seed : *seeds) {
        if (!ids.contains(seed.incident)) {
            ids[seed.incident] = nextUlid(seed.at).text();
            serials[seed.incident] = static_cast<std::uint32_t>(ids.size()) + 25;
        }
        auto& incident = byKey[seed.incident];
        auto next = model::foldIncident(
            *samplePlan(), incident,
            entryOf(ids[seed.incident], seed.at, seed.unit, seed.post, seed.act),
            {nextNumber(), serials[seed.incident]});
        if (!next) {
            giveUp(next.error());
        }
        incident = *next;
    }
    std::vector<model::IncidentPtr> all;
    std::ranges::copy(byKey | std::views::values, std::back_inserter(all));
    return mapOf(all);
}

desk::LinkStatus liveLink(Instant now)
{
    desk::LinkStatus link;
    link.state = desk::LinkState::Live;
    link.since = now;
    link.asOf = now;
    return link;
}

desk::LinkStatus lostLink(Instant now, Millis ago)
{
    desk::LinkStatus link;
    link.state = desk::LinkState::Offline;
    link.since = now - ago;
    link.asOf = now - ago;
    link.unsent = 4;
    link.attempts = 6;
    link.nextAttempt = now + Millis{8000};
    link.reason = Code::LinkDown;
    return link;
}

} // namespace sz::test
