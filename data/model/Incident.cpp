// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/Incident.h"

#include "data/model/CampaignItems.h"

#include <algorithm>
#include <array>
#include <format>
#include <numeric>

namespace sz::model {

Lamp Step::lampAt(Instant now) const
{
    if (now >= due) {
        return Lamp::Late;
    }
    if (now >= behindFrom) {
        return Lamp::Behind;
    }
    return now >= nearFrom ? Lamp::Near : Lamp::None;
}

bool TaskForce::isMember(const UnitCode& unit) const
{
    return command().unit == unit || std::ranges::contains(members, unit, &ForceMember::unit);
}

const TaskForce* Incident::force() const
{
    return forces.empty() || forces.back().endedAt ? nullptr : &forces.back();
}

const Decision* Incident::openDecision() const
{
    const auto it = std::ranges::find_if(decisions, [](const Decision& d) { return !d.settledAt; });
    return it == decisions.end() ? nullptr : &*it;
}

std::string Step::ref() const
{
    static constexpr std::array kNames{"assign",   "first",  "update", "sign",   "arrive",
                                       "feedback", "finish", "relief", "return", "recheck",
                                       "decide",   "watch",  "close"};
    const std::string name = kNames[static_cast<std::size_t>(kind)];
    if (!order.empty()) {
        return name + "/" + order.value;
    }
    return ordinal > 0 ? std::format("{}/{}", name, ordinal) : name;
}

std::int64_t Counts::difference() const
{
    return std::accumulate(
        parts.begin(), parts.end(), total,
        [](std::int64_t rest, const CountPart& part) { return rest - part.count; });
}

bool Order::isSuspendedAt(Instant now) const
{
    return std::ranges::any_of(
        suspensions, [now](const Suspension& s) { return s.from <= now && now < s.until; });
}

namespace {

constexpr int kDayMinutes = 24 * 60;

/// So many minutes later in an order's clock.
Instant later(const Order& order, const plan::Calendar& calendar, Instant from, int minutes)
{
    if (!order.work) {
        return from + Minutes{minutes};
    }
    const bool isInDays = order.work->unit == plan::WorkLimit::Unit::Days;
    const int days = isInDays ? minutes / kDayMinutes : 0;
    return calendar.afterWorkTime(
        calendar.afterWorkDays(from, days), Minutes{minutes - days * kDayMinutes});
}

} // namespace

Instant Order::rawDue(const plan::Calendar& calendar) const
{
    if (againFrom) {
        return later(*this, calendar, *againFrom, againMinutes);
    }
    return work ? calendar.after(issuedAt, *work) : issuedAt + Minutes{doneMinutes};
}

Instant Order::finishDue(const plan::Calendar& calendar) const
{
    Instant due = later(*this, calendar, rawDue(calendar), addedMinutes);
    if (!work) {
        return std::accumulate(
            suspensions.begin(), suspensions.end(), due,
            [](Instant sum, const Suspension& s) { return sum + (s.until - s.from); });
    }
    Millis still{};
    for (const Suspension& s : suspensions) {
        still += calendar.workTime(s.from, s.until);
    }
    return calendar.afterWorkTime(due, still);
}

const Order* Incident::order(const OrderId& wanted) const
{
    const auto it = std::ranges::find(orders, wanted, &Order::id);
    return it == orders.end() ? nullptr : &*it;
}

const Contact* Incident::contact(const ContactId& wanted) const
{
    const auto it = std::ranges::find(contacts, wanted, &Contact::id);
    return it == contacts.end() ? nullptr : &*it;
}

const Attachment* Incident::file(const Digest& wanted) const
{
    const auto it = std::ranges::find(files, wanted, &Attachment::hash);
    return it == files.end() ? nullptr : &*it;
}

const std::string* Incident::fact(const std::string& field) const
{
    const auto it = std::ranges::find(facts, field, &Fact::field);
    return it == facts.end() ? nullptr : &it->value;
}

std::uint64_t Incident::fileBytes() const
{
    return std::accumulate(
        files.begin(), files.end(), std::uint64_t{0},
        [](std::uint64_t sum, const Attachment& file) { return sum + file.size; });
}

bool Incident::allOrdersDone() const
{
    return !orders.empty()
           && std::ranges::none_of(orders, [](const Order& o) { return o.isOpen() || o.isHeld(); });
}

bool Incident::allOnScene() const
{
    const auto goes = [](const Order& o) {
        return o.arriveMinutes > 0 && o.state != OrderState::Returned
               && o.state != OrderState::Withdrawn;
    };
    return std::ranges::any_of(orders, goes) && std::ranges::none_of(orders, [&](const Order& o) {
               return goes(o) && !o.onSceneAt && o.isOpen();
           });
}

const Step* Incident::nextStep(Instant now) const
{
    const Step* loudest = nullptr;
    for (const Step& step : steps) // earliest due first, so only a worse lamp can take over
    {
        if (loudest == nullptr || step.lampAt(now) > loudest->lampAt(now)) {
            loudest = &step;
        }
    }
    return loudest;
}

Lamp Incident::lampAt(Instant now) const
{
    const Step* step = nextStep(now);
    return step == nullptr ? Lamp::None : step->lampAt(now);
}

std::string incidentNumber(const Incident& incident, int utcOffsetMinutes)
{
    if (incident.serial == 0) {
        return {};
    }
    const auto local = incident.reportedAt + Minutes{utcOffsetMinutes};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(local)};
    return std::format(
        "{:02}{:02}-{:03}", static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
        incident.serial);
}

std::string shortNumber(const Incident& incident)
{
    return incident.serial == 0 ? std::string() : std::format("{:03}", incident.serial);
}

std::set<UnitCode> audienceOf(const Incident& incident)
{
    std::set<UnitCode> units = incident.writers;
    units.insert(UnitCode("HQ"));
    if (!incident.place.district.empty()) {
        units.insert(incident.place.district);
    }
    for (const Order& order : incident.orders) {
        units.insert(order.unit);
    }
    for (const TaskForce& force : incident.forces) {
        for (const ForceCommand& command : force.commands) {
            units.insert(command.unit);
        }
        for (const ForceMember& member : force.members) {
            units.insert(member.unit);
        }
    }
    if (incident.campaign != nullptr) {
        for (const UnitTally& one : incident.campaign->units()) {
            units.insert(one.unit);
        }
    }
    if (incident.ledCase) {
        units.insert(incident.ledCase->unit);
    }
    return units;
}

} // namespace sz::model
