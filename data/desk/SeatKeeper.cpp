// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/SeatKeeper.h"

#include "data/desk/SeatMemo.h"
#include "data/net/CertificateKeys.h"

#include <algorithm>

namespace sz::desk {
namespace {

constexpr auto kPeople = "seat.people";
constexpr auto kGrant = "seat.grant";

std::string verifierKey(const PersonCode& person)
{
    return "seat.verifier." + person.value;
}

std::string triesKey(const PersonCode& person)
{
    return "seat.tries." + person.value;
}

} // namespace

SeatKeeper::SeatKeeper(const DeskOptions& options, store::DeskLog& log)
    : m_options(options), m_log(log)
{
}

Result<void> SeatKeeper::load(Instant now)
{
    const auto people = m_log.memo(kPeople);
    const auto kept = people ? m_log.memo(kGrant) : std::unexpected(people.error());
    if (!kept) {
        return std::unexpected(kept.error());
    }
    if (const auto fields = fieldsOf(*people)) {
        log::FieldReader in(*fields);
        const auto frame = sync::readPeople(in);
        m_status.isNeeded = frame.isNeeded;
        m_status.people = frame.people;
    }
    const auto grant = grantOf(*kept);
    if (grant && model::checkGrant(&grant->grant, now)
        && (grant->grant.isOffline || isGenuine(*grant))) {
        m_status.grant = grant->grant;
    }
    return {};
}

const model::Grant* SeatKeeper::grant() const
{
    return m_status.isNeeded && m_status.grant ? &*m_status.grant : nullptr;
}

Result<void> SeatKeeper::mayAct(Instant now) const
{
    return m_status.isNeeded ? model::checkGrant(grant(), now) : Result<void>{};
}

const model::Person* SeatKeeper::person(const PersonCode& code) const
{
    const auto it = std::ranges::find(m_status.people, code, &model::Person::code);
    return it == m_status.people.end() ? nullptr : &*it;
}

Result<void> SeatKeeper::take(const sync::People& told, bool hasAllBeenTold)
{
    m_status.isNeeded = told.isNeeded;
    m_status.people = told.people;
    const bool isGone = m_status.grant && person(m_status.grant->person) == nullptr;
    if (isGone) {
        if (told.isNeeded) {
            m_status.refusal = Code::PersonDisabled;
        }
        if (auto ok = leave(); !ok) {
            return ok;
        }
    }
    for (const model::Person& one : told.people) {
        if (hasAllBeenTold && !one.isLocked) {
            if (auto ok = forgetTries(one.code); !ok) {
                return ok;
            }
        }
    }
    const Bytes bytes = log::encode(sync::packSeat(told));
    const auto known = m_log.memo(kPeople);
    if (known && *known == bytes) {
        return {};
    }
    return m_log.setMemo(kPeople, bytes);
}

void SeatKeeper::begin(const sync::SignOn& asked)
{
    m_asked = asked;
    m_status.isWaiting = true;
    m_status.refusal.reset();
}

void SeatKeeper::abandon(const Error& why)
{
    m_asked.reset();
    ++m_status.answered;
    m_status.isWaiting = false;
    m_status.refusal = why.code;
}

Result<model::Grant> SeatKeeper::take(const sync::SignedOn& answer)
{
    const auto asked = std::exchange(m_asked, std::nullopt);
    ++m_status.answered;
    m_status.isWaiting = false;
    m_status.triesLeft = answer.triesLeft;
    if (!asked) {
        return fail(Code::Cancelled, "nobody asked");
    }
    if (!answer.grant) {
        m_status.refusal = answer.code;
        return fail(answer.code, answer.detail);
    }
    if (!isGenuine(*answer.grant) || answer.grant->grant.person != asked->person) {
        m_status.refusal = Code::BadSignature;
        return fail(Code::BadSignature, "the grant is not headquarters' word");
    }
    const std::string& secret = asked->newSecret.empty() ? asked->secret : asked->newSecret;
    return keep(*answer.grant)
        .and_then([&] { return remember(asked->person, secret); })
        .and_then([&] { return forgetTries(asked->person); })
        .transform([&] { return answer.grant->grant; });
}

bool SeatKeeper::isGenuine(const model::SignedGrant& grant) const
{
    const auto keys = net::certificateKeys(m_options.profile.credentials.authority);
    const bool isOurs = grant.grant.desk == m_options.profile.desk
                        && grant.grant.operation == m_options.profile.operation
                        && !grant.grant.isOffline;
    return isOurs && keys && std::ranges::any_of(*keys, [&](const PublicKey& key) {
               return verifySignature(key, model::grantMessage(grant.grant), grant.signature);
           });
}

Result<void> SeatKeeper::keep(const model::SignedGrant& grant)
{
    return m_log.setMemo(kGrant, packed(grant)).transform([&] {
        m_status.grant = grant.grant;
        m_status.refusal.reset();
        m_status.triesLeft = 0;
    });
}

// A verifier of our own, with its own salt: what headquarters keeps never leaves it.
Result<void> SeatKeeper::remember(const PersonCode& person, const std::string& secret)
{
    const std::string key = verifierKey(person);
    const auto known = m_log.memo(key);
    if (!known) {
        return std::unexpected(known.error());
    }
    const auto verifier = verifierOf(*known);
    if (verifier && isSecret(*verifier, secret)) {
        return {};
    }
    return m_log.setMemo(key, packed(makeVerifier(secret)));
}

Result<model::Grant> SeatKeeper::signOnOffline(const sync::SignOn& asked, Instant now)
{
    ++m_status.answered;
    m_status.triesLeft = 0;
    const auto refused = [&](Code code, const char* detail) {
        m_status.refusal = code;
        return fail(code, detail);
    };
    const auto stored = m_log.memo(verifierKey(asked.person));
    const auto before = stored ? tries(asked.person) : std::unexpected(stored.error());
    if (!before) {
        return std::unexpected(before.error());
    }
    const model::Person* known = person(asked.person);
    const auto verifier = verifierOf(*stored);
    if (before->lockedAt || (known != nullptr && known->isLocked)) {
        return refused(Code::PersonLocked, "locked at this desk");
    }
    if (known == nullptr || !verifier) {
        return refused(Code::SignOnNeeded, "never signed on here before");
    }
    if (!isSecret(*verifier, asked.secret)) {
        if (auto ok = wrong(asked.person, now); !ok) {
            return std::unexpected(ok.error());
        }
        return refused(*m_status.refusal, "wrong password, without headquarters");
    }
    const auto role = model::roleAt(*m_options.plan, *known, m_options.profile.unit, asked.post);
    if (!role) {
        return refused(role.error().code, "not a post of this person");
    }
    const auto times = model::grantTimes(*m_options.plan, asked.post, now);
    const model::Grant grant{
        {},
        m_options.profile.operation,
        m_options.profile.desk,
        m_options.profile.unit,
        asked.person,
        known->name,
        asked.post,
        *role,
        now,
        times.until,
        times.latest,
        true};
    return keep({grant, {}}).and_then([&] { return forgetTries(asked.person); }).transform([&] {
        return grant;
    });
}

Result<model::Tries> SeatKeeper::tries(const PersonCode& person) const
{
    return m_log.memo(triesKey(person)).transform(triesOf);
}

Result<void> SeatKeeper::wrong(const PersonCode& person, Instant now)
{
    const auto before = tries(person);
    if (!before) {
        return std::unexpected(before.error());
    }
    const auto& limits = m_options.plan->signOn;
    const model::Tries after = model::oneMore(*before, limits, now);
    m_status.triesLeft = after.lockedAt ? 0 : limits.tries - after.wrong;
    m_status.refusal = after.lockedAt ? Code::PersonLocked : Code::SignOnWrong;
    if (after.lockedAt) {
        const auto it = std::ranges::find(m_status.people, person, &model::Person::code);
        it->isLocked = true;
    }
    return m_log.setMemo(triesKey(person), packed(after));
}

Result<void> SeatKeeper::forgetTries(const PersonCode& person)
{
    const auto known = m_log.memo(triesKey(person));
    if (!known || !*known) {
        return known ? Result<void>{} : std::unexpected(known.error());
    }
    return m_log.setMemo(triesKey(person), std::nullopt);
}

Result<void> SeatKeeper::leave()
{
    m_status.grant.reset();
    return m_log.setMemo(kGrant, std::nullopt);
}

Result<void> SeatKeeper::refuse(Code code)
{
    m_status.refusal = code;
    return leave();
}

Result<void> SeatKeeper::unlock(const PersonCode& person)
{
    const auto it = std::ranges::find(m_status.people, person, &model::Person::code);
    if (it != m_status.people.end()) {
        it->isLocked = false;
    }
    return forgetTries(person);
}

} // namespace sz::desk
