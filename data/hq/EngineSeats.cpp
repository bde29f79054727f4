// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// People at desks: sign-ons, who may sign on where, and the traces of what was refused.
#include "data/hq/Engine.h"

#include <algorithm>
#include <ranges>

namespace sz::hq {
namespace {

std::string hostOf(const std::string& peer)
{
    return peer.substr(0, peer.rfind(':'));
}

} // namespace

void Engine::onSignOn(
    net::ConnectionId connection,
    const Session& session,
    const sync::SignOn& frame)
{
    flush(); // what the one before has done is judged first
    const store::DeskRecord* desk = m_ledger.desk(session.desk);
    if (m_signingOn.contains(connection) || desk == nullptr) {
        drop(connection, "a frame out of turn");
        return;
    }
    auto one = m_signOns.begin(frame, *desk, m_clock.now());
    if (!one) {
        answerSignOn(
            connection, *desk, frame.person,
            {std::nullopt, one.error().code, one.error().detail, 0});
        return;
    }
    m_signingOn.insert(connection);
    auto shared = std::make_shared<SignOnTry>(std::move(*one)); // shared with the other thread
    const auto done = [this, connection, shared] { finishSignOn(connection, *shared); };
    const auto work = [shared] { SignOns::check(*shared); };
    if (m_spec.offload) {
        m_spec.offload(work, done);
    } else {
        work();
        done();
    }
}

void Engine::finishSignOn(net::ConnectionId connection, const SignOnTry& one)
{
    m_signingOn.erase(connection);
    sync::SignedOn answer;
    const auto done = m_fault ? Result<void>(std::unexpected(*m_fault)) : change([&] {
        return m_signOns.finish(one, m_clock.now()).transform([&](sync::SignedOn said) {
            answer = std::move(said);
        });
    });
    if (!done) {
        answer = {std::nullopt, Code::Busy, "headquarters cannot write its log", 0};
    }
    if (answer.grant) {
        note(
            Level::Info, "sign-on",
            {{"desk", one.desk.id.value},
             {"person", one.frame.person.value},
             {"post", one.frame.post.value}});
    }
    answerSignOn(connection, one.desk, one.frame.person, answer);
    sendFeeds();
}

void Engine::answerSignOn(
    net::ConnectionId connection,
    const store::DeskRecord& desk,
    const PersonCode& person,
    const sync::SignedOn& answer)
{
    send(connection, answer);
    if (!answer.grant && answer.code != Code::SecretMustChange) {
        trace(
            {m_clock.now(),
             "sign-on",
             answer.code,
             answer.detail,
             desk.id,
             desk.unit,
             person,
             {},
             1});
    }
    tellPeople();
}

void Engine::greet(net::ConnectionId connection, const Session& session)
{
    const auto& seats = m_ledger.seats();
    send(
        connection,
        sync::People{seats.isNeeded(session.unit), seats.peopleFor(session.unit, session.desk)});
}

// All desks when anything has changed: a handful of frames, a few times a day.
void Engine::tellPeople()
{
    if (!m_ledger.seats().takeChanged()) {
        return;
    }
    std::vector<net::ConnectionId> live;
    for (const auto& [id, session] : m_sessions) {
        if (!session.desk.empty()) {
            live.push_back(id);
        }
    }
    for (const net::ConnectionId id : live) {
        if (const auto it = m_sessions.find(id); it != m_sessions.end()) {
            greet(id, it->second);
        }
    }
}

void Engine::trace(model::Refusal refusal)
{
    note(
        Level::Warning, "refusal",
        {{"what", refusal.what},
         {"code", codeName(refusal.code)},
         {"desk", refusal.desk.value},
         {"person", refusal.person.value}});
    m_refusals.add(refusal);
}

void Engine::traceRefusedConnection(const Session& session, const char* what, const Error& why)
{
    const DeskId desk(model::clipped(session.peer.commonName));
    const store::DeskRecord* known = m_ledger.desk(desk);
    m_refusals.add(
        {m_clock.now(),
         what,
         why.code,
         model::clipped(why.detail),
         desk,
         known == nullptr ? UnitCode() : known->unit,
         {},
         model::clipped(hostOf(session.peer.address)),
         1});
}

void Engine::handshakeRefused(const std::string& peer, const Error& why)
{
    m_refusals.add(
        {m_clock.now(),
         "connection",
         why.code,
         model::clipped(why.detail),
         {},
         {},
         {},
         model::clipped(hostOf(peer)),
         1});
}

void Engine::writeRefusals(bool isEnd)
{
    for (const model::Refusal& one : m_ledger.takeRefused()) {
        m_refusals.add(one);
    }
    if (!m_system.isAble()) {
        return;
    }
    const Instant now = m_clock.now();
    const auto due = m_fault ? std::vector<model::Refusal>{}
                     : isEnd ? m_refusals.rest()
                             : m_refusals.due(now);
    if (due.empty()) {
        return;
    }
    const auto done = change([&]() -> Result<void> {
        for (const model::Refusal& one : due) {
            if (auto ok = m_system.write(m_ledger, one, one.unit, now); !ok) {
                return ok;
            }
        }
        return {};
    });
    if (!done) {
        std::ranges::for_each(due, [&](const auto& one) { m_refusals.add(one); });
        return;
    }
    sendFeeds();
}

// A transaction of our own; what fails is told once, as for pushes.
Result<void> Engine::change(const std::function<Result<void>()>& work)
{
    auto done = m_ledger.begin().and_then(work).and_then([&] { return m_ledger.commit(); });
    if (!done) {
        m_ledger.rollback();
        if (done.error().code >= Code::StoreOpen && done.error().code < Code::LinkDown) {
            storeAnswered(false);
            if (!m_log.isPassing(done.error().code)) {
                m_fault = done.error();
            }
        }
        note(
            Level::Error, "change",
            {{"code", codeName(done.error().code)}, {"detail", done.error().detail}});
    }
    return done;
}

Result<void> Engine::checkPerson(const model::Person& person) const
{
    if (m_spec.plan->unit(person.unit) == nullptr) {
        return fail(Code::NoSuchUnit, person.unit.value);
    }
    for (const PostCode& post : person.posts) {
        const plan::Post* known = m_spec.plan->post(post);
        if (known == nullptr || known->unit != person.unit) {
            return fail(Code::PostNotYours, post.value);
        }
    }
    return {};
}

Result<void> Engine::addPerson(model::Person person, const Verifier& verifier, bool mustChange)
{
    return checkPerson(person)
        .and_then([&] { return m_ledger.seats().refresh(); })
        .and_then([&]() -> Result<void> {
            if (m_ledger.seats().person(person.code) != nullptr) {
                return fail(Code::BadArgument, "the number is taken: " + person.code.value);
            }
            return change([&] {
                return m_ledger.seats().put(
                    {std::move(person), verifier, mustChange, m_clock.now(), std::nullopt});
            });
        })
        .transform([&] { tellPeople(); });
}

// Beside the new password: no lock, and nobody disabled any more.
Result<void> Engine::resetPerson(const PersonCode& code, const Verifier& verifier, bool mustChange)
{
    return changePerson(code, [&](store::PersonRecord record) -> Result<void> {
        record.verifier = verifier;
        record.mustChange = mustChange;
        record.disabledAt.reset();
        SeatBook& seats = m_ledger.seats();
        for (const DeskId& desk : seats.locksOf(code)) {
            if (auto ok = seats.putTries({code, desk, {}}); !ok) {
                return ok;
            }
        }
        const UnitCode unit = record.person.unit;
        return seats.put(record).and_then([&] {
            return m_system.write(m_ledger, model::UnlockPerson{code, {}}, unit, m_clock.now());
        });
    });
}

Result<void> Engine::disablePerson(const PersonCode& code)
{
    return changePerson(code, [&](store::PersonRecord record) -> Result<void> {
        record.disabledAt = m_clock.now();
        return m_ledger.seats().put(record).and_then([&] {
            return m_ledger.seats().endAll(code, m_clock.now(), [&](const DeskId& desk) {
                const store::DeskRecord* known = m_ledger.desk(desk);
                return known == nullptr ? 0 : known->lastCounter;
            });
        });
    });
}

Result<void> Engine::changePerson(
    const PersonCode& code,
    const std::function<Result<void>(store::PersonRecord)>& work)
{
    flush();
    return change([&]() -> Result<void> {
               if (auto fresh = m_ledger.seats().refresh(); !fresh) {
                   return fresh;
               }
               const store::PersonRecord* known = m_ledger.seats().person(code);
               return known == nullptr ? fail(Code::NotFound, code.value) : work(*known);
           })
        .transform([&] {
            tellPeople();
            sendFeeds();
        });
}

std::vector<store::PersonRecord> Engine::people() const
{
    const auto all = m_ledger.seats().persons() | std::views::values;
    return {all.begin(), all.end()};
}

} // namespace sz::hq
