// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/SignOns.h"

namespace sz::hq {
namespace {

constexpr QuotaSpec kTriesOfADesk{
    0.2, 12}; // one in five seconds, a dozen at once: a whole shift changes

sync::SignedOn no(Code code, std::string detail)
{
    return {std::nullopt, code, std::move(detail), 0};
}

} // namespace

SignOns::SignOns(
    Ledger& ledger,
    SystemDesk& system,
    std::shared_ptr<const plan::Plan> plan,
    OperationId operation,
    const net::Identity& authority)
    : m_ledger(ledger), m_system(system), m_plan(std::move(plan)), m_operation(std::move(operation))
{
    setAuthority(authority);
}

void SignOns::setAuthority(const net::Identity& authority)
{
    if (auto key = net::keyFromPem(authority.key)) {
        m_key = std::move(*key);
    }
}

Result<SignOnTry> SignOns::begin(sync::SignOn frame, const store::DeskRecord& desk, Instant now)
{
    if (!m_quotas.try_emplace(desk.id, kTriesOfADesk, now).first->second.take(1, now)) {
        return fail(Code::Busy, "too many tries at this desk");
    }
    if (auto fresh = m_ledger.seats().refresh(); !fresh) {
        return std::unexpected(fresh.error());
    }
    if (m_ledger.seats().tries(frame.person, desk.id).lockedAt) {
        return fail(Code::PersonLocked, "locked at this desk");
    }
    SignOnTry out{std::move(frame), desk, std::nullopt, false, std::nullopt};
    if (const auto* person = m_ledger.seats().person(out.frame.person)) {
        out.known = person->verifier;
    }
    return out;
}

void SignOns::check(SignOnTry& one)
{
    if (!one.known) {
        pretendToVerify(one.frame.secret);
        return;
    }
    one.isRight = isSecret(*one.known, one.frame.secret);
    const std::string& chosen = one.frame.newSecret;
    if (one.isRight && chosen.size() >= kLeastSecret && chosen != one.frame.secret) {
        one.chosen = makeVerifier(chosen);
    }
}

Result<sync::SignedOn> SignOns::finish(const SignOnTry& one, Instant now)
{
    SeatBook& seats = m_ledger.seats();
    const store::PersonRecord* known = seats.person(one.frame.person);
    if (!one.isRight || known == nullptr || known->verifier != *one.known) {
        return wrong(one, now);
    }
    const store::PersonRecord person = *known; // the book may move it
    if (person.disabledAt) {
        return no(Code::PersonDisabled, "disabled");
    }
    const auto role = model::roleAt(*m_plan, person.person, one.desk.unit, one.frame.post);
    if (!role) {
        return no(role.error().code, role.error().detail);
    }
    if (!one.frame.newSecret.empty() && !one.chosen) {
        return no(Code::SecretTooWeak, "at least 8 bytes, and not the old one");
    }
    if (person.mustChange && !one.chosen) {
        return no(Code::SecretMustChange, "a start password");
    }
    return keepChosen(one, person, now).and_then([&] { return take(one, person, *role, now); });
}

// The lock is the desk's and the person's: nobody can lock a colleague out of the other desks.
Result<sync::SignedOn> SignOns::wrong(const SignOnTry& one, Instant now)
{
    if (!one.known) {
        return no(Code::SignOnWrong, "no such person");
    }
    const auto& limits = m_plan->signOn;
    const model::Tries tries =
        model::oneMore(m_ledger.seats().tries(one.frame.person, one.desk.id), limits, now);
    return m_ledger.seats().putTries({one.frame.person, one.desk.id, tries}).transform([&] {
        auto out = tries.lockedAt ? no(Code::PersonLocked, "locked by wrong passwords")
                                  : no(Code::SignOnWrong, "wrong password");
        out.triesLeft = tries.lockedAt ? 0 : limits.tries - tries.wrong;
        return out;
    });
}

Result<void> SignOns::keepChosen(const SignOnTry& one, const store::PersonRecord& person, Instant)
{
    SeatBook& seats = m_ledger.seats();
    if (seats.tries(one.frame.person, one.desk.id).wrong > 0) {
        if (auto ok = seats.putTries({one.frame.person, one.desk.id, {}}); !ok) {
            return ok;
        }
    }
    if (!one.chosen) {
        return {};
    }
    store::PersonRecord changed = person;
    changed.verifier = *one.chosen;
    changed.mustChange = false;
    return seats.put(changed);
}

Result<sync::SignedOn>
SignOns::take(const SignOnTry& one, const store::PersonRecord& person, plan::Role role, Instant now)
{
    if (!m_key) {
        return fail(Code::Internal, "the authority's key cannot be read");
    }
    const auto times = model::grantTimes(*m_plan, one.frame.post, now);
    const model::Grant grant{
        m_ids.next(now).text(), m_operation,    one.desk.id, one.desk.unit, one.frame.person,
        person.person.name,     one.frame.post, role,        now,           times.until,
        times.latest,           false};
    return m_ledger.seats()
        .grant(grant, one.frame.written)
        .and_then(
            [&] { return m_system.write(m_ledger, model::SeatTaken{grant}, one.desk.unit, now); })
        .transform([&] {
            return sync::SignedOn{
                model::SignedGrant{grant, m_key->sign(model::grantMessage(grant))},
                Code::Internal,
                {},
                0};
        });
}

} // namespace sz::hq
