// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a sign-on allows: an entry that names a person, and the entries that tell who came and went.
#include "data/hq/SeatBook.h"

#include <ranges>

namespace sz::hq {
namespace {

// Acts from before there were persons may still come in.
constexpr std::chrono::days kLateSharedSeat{1};

bool isWithin(const model::Grant& grant, const log::Entry& entry, const Arrival& in)
{
    const auto fits = [&](Instant at) {
        return at >= grant.from - model::kClockSlack && at <= grant.latest;
    };
    return fits(in.receivedAt)
           || (entry.time.wall <= in.receivedAt + model::kClockSlack && fits(entry.time.wall));
}

bool isOver(const store::GrantRecord& record, std::uint64_t counter)
{
    return record.endedAt && counter > record.endedCounter;
}

Result<void> need(bool condition, Code code, std::string detail)
{
    return condition ? Result<void>{} : fail(code, std::move(detail));
}

} // namespace

const store::GrantRecord* SeatBook::lastOf(const DeskId& desk, const PersonCode& person) const
{
    const auto it = m_grants.find(desk);
    if (it == m_grants.end()) {
        return nullptr;
    }
    for (const auto& record : it->second | std::views::reverse) {
        if (record.grant.person == person) {
            return &record;
        }
    }
    return nullptr;
}

Result<std::optional<plan::Role>>
SeatBook::roleOf(const store::DeskRecord& desk, const log::Entry& entry, const Arrival& in) const
{
    if (desk.unit.empty()) {
        return std::nullopt; // headquarters' own
    }
    if (entry.person.empty()) {
        const auto since = m_since.find(desk.unit);
        const bool isFromBefore =
            since == m_since.end()
            || (entry.time.wall < since->second && in.receivedAt < since->second + kLateSharedSeat);
        if (!isFromBefore) {
            return fail(Code::SignOnNeeded, "the act names nobody");
        }
        return std::nullopt;
    }
    const auto here = m_grants.find(desk.id);
    std::optional<Error> why;
    if (here != m_grants.end()) {
        for (const auto& record : here->second | std::views::reverse) {
            const model::Grant& grant = record.grant;
            if (grant.person != entry.person || isOver(record, in.counter)) {
                continue;
            }
            if (!isWithin(grant, entry, in)) {
                why = why.value_or(Error{Code::GrantExpired, "the shift is over", {}});
            } else if (grant.post != entry.post) {
                why = Error{Code::PostNotYours, entry.post.value, {}};
            } else if (static_cast<std::uint8_t>(grant.role) != entry.role) {
                why = Error{Code::NotAllowed, "another role than that of the post", {}};
            } else {
                return grant.role;
            }
        }
    }
    return std::unexpected(
        why.value_or(Error{Code::SignOnNeeded, "not signed on at this desk", {}}));
}

// What a desk says it did without headquarters: it may have been anybody who knew the password then; whether the person
// may sit here is ours to say.
Result<void> SeatBook::checkOffline(
    const store::DeskRecord& desk,
    const log::Entry& entry,
    const model::Grant& claimed,
    const Arrival& in) const
{
    const store::PersonRecord* known = person(claimed.person);
    return need(
               claimed.isOffline && claimed.desk == desk.id && claimed.unit == desk.unit
                   && claimed.person == entry.person && claimed.post == entry.post
                   && static_cast<std::uint8_t>(claimed.role) == entry.role,
               Code::NotAllowed, "the sign-on is not this desk's")
        .and_then([&] { return need(known != nullptr, Code::SignOnNeeded, "no such person"); })
        .and_then(
            [&] { return need(!known->disabledAt, Code::PersonDisabled, claimed.person.value); })
        .and_then([&] {
            return need(
                !tries(claimed.person, desk.id).lockedAt, Code::PersonLocked, claimed.person.value);
        })
        .and_then([&] { return model::roleAt(*m_plan, known->person, desk.unit, claimed.post); })
        .and_then([&](plan::Role role) {
            return need(role == claimed.role, Code::NotAllowed, "another role than the post's");
        })
        .and_then([&] {
            const auto times = model::grantTimes(*m_plan, claimed.post, claimed.from);
            return need(
                claimed.from <= in.receivedAt + model::kClockSlack && claimed.latest <= times.latest
                    && claimed.until <= claimed.latest,
                Code::GrantExpired, "longer than a shift, or not yet");
        })
        .and_then([&] { return m_store.hasSignedOn(claimed.person, desk.id); })
        .and_then([&](bool isKnownHere) {
            return need(isKnownHere, Code::SignOnNeeded, "never signed on here before");
        });
}

Result<void> SeatBook::check(
    const store::DeskRecord& desk,
    const log::Entry& entry,
    const model::SeatAct& act,
    plan::Role role,
    const Arrival& in) const
{
    if (desk.unit.empty()) {
        return {};
    }
    if (const auto* taken = std::get_if<model::SeatTaken>(&act)) {
        return checkOffline(desk, entry, taken->grant, in);
    }
    if (const auto* told = std::get_if<model::Refusal>(&act)) {
        return need(told->desk == desk.id, Code::NotAllowed, "another desk's refusal");
    }
    if (const auto* left = std::get_if<model::SeatLeft>(&act)) {
        return need(
            left->person == entry.person && lastOf(desk.id, entry.person) != nullptr,
            Code::SignOnNeeded, "nobody to leave");
    }
    const auto& unlock = std::get<model::UnlockPerson>(act);
    const store::PersonRecord* whom = person(unlock.person);
    const bool isOffice = desk.unit == UnitCode("HQ");
    const plan::Reach reach = m_plan->reachOf(role, plan::Right::UnlockPerson);
    const bool may = reach != plan::Reach::None && (reach != plan::Reach::Office || isOffice);
    return need(may, Code::NotAllowed, "this role unlocks nobody")
        .and_then([&] { return need(whom != nullptr, Code::NotFound, unlock.person.value); })
        .and_then([&] {
            return need(
                isOffice || whom->person.unit == desk.unit, Code::NotAllowed,
                "a person of another unit");
        });
}

Result<void> SeatBook::apply(
    const store::DeskRecord& desk,
    const log::Entry& entry,
    const model::SeatAct& act,
    const Arrival& in)
{
    if (desk.unit.empty()) {
        return {}; // told after it was done
    }
    if (const auto* taken = std::get_if<model::SeatTaken>(&act)) {
        model::Grant made = taken->grant;
        made.id = entry.id.text();
        return grant(made, in.counter);
    }
    if (std::holds_alternative<model::SeatLeft>(act)) {
        for (store::GrantRecord& record : m_grants[desk.id]) {
            if (auto ok = end(record, in.receivedAt, in.counter); !ok) {
                return ok;
            }
        }
        return {};
    }
    if (const auto* told = std::get_if<model::Refusal>(&act)) {
        if (told->code != Code::PersonLocked || person(told->person) == nullptr) {
            return {};
        }
        model::Tries locked = tries(told->person, desk.id);
        locked.lockedAt = locked.lockedAt.value_or(in.receivedAt);
        return putTries({told->person, desk.id, locked});
    }
    const auto& unlock = std::get<model::UnlockPerson>(act);
    for (const DeskId& where : locksOf(unlock.person)) {
        if (unlock.desk.empty() || unlock.desk == where) {
            if (auto ok = putTries({unlock.person, where, {}}); !ok) {
                return ok;
            }
        }
    }
    return {};
}

} // namespace sz::hq
