// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing on and off at this desk, and the entries that tell of it.
#include "data/desk/DeskCore.h"

#include <algorithm>

namespace sz::desk {

Result<void> DeskCore::openSeat()
{
    m_seat.emplace(m_options, *m_log);
    return m_seat->load(headquartersNow()).transform([this] { publishSeat(); });
}

void DeskCore::publishSeat()
{
    if (const model::Grant* grant = m_seat->grant()) {
        m_actor.post = grant->post;
        m_actor.role = grant->role;
        m_actor.person = grant->person;
    } else {
        m_actor = sharedActor(m_options);
    }
    if (m_listener.seat) {
        m_listener.seat(m_seat->status());
    }
}

void DeskCore::signOn(
    const PersonCode& person,
    const PostCode& post,
    const std::string& secret,
    const std::string& newSecret)
{
    if (m_fault || !m_seat || m_seat->isWaiting()) {
        return;
    }
    sync::SignOn asked{person, post, secret, newSecret, m_log->authorHead().seq};
    if (m_sync && m_sync->tell(asked)) {
        m_seat->begin(asked);
    } else {
        onSignedOn(m_seat->signOnOffline(asked, headquartersNow()), person, true);
    }
    publishSeat();
}

// The rest of the traces is headquarters' own.
void DeskCore::onSignedOn(
    const Result<model::Grant>& grant,
    const PersonCode& person,
    bool isOffline)
{
    if (!grant) {
        if (grant.error().code >= Code::StoreOpen && grant.error().code < Code::LinkDown) {
            onStoreFailed(grant.error());
        } else if (isOffline) {
            refused("sign-on", grant.error(), person);
        }
        return;
    }
    publishSeat();
    if (isOffline) {
        writeSeat(model::SeatTaken{*grant});
    }
}

void DeskCore::onAnswer(const sync::SignedOn& answer)
{
    onSignedOn(m_seat->take(answer), {}, false);
    publishSeat();
}

void DeskCore::onPeople(const sync::People& people)
{
    const bool hasAllBeenTold = std::ranges::none_of(
        m_outbox, [](const auto& own) { return own.state == store::SendState::Unsent; });
    if (auto ok = m_seat->take(people, hasAllBeenTold); !ok) {
        onStoreFailed(ok.error());
    }
    publishSeat();
}

void DeskCore::signOff()
{
    if (m_fault || !m_seat || m_seat->grant() == nullptr) {
        return;
    }
    writeSeat(model::SeatLeft{m_seat->grant()->person});
    if (auto ok = m_seat->leave(); !ok) {
        onStoreFailed(ok.error());
    }
    publishSeat();
}

Result<void> DeskCore::unlock(const PersonCode& person)
{
    if (m_fault || !m_seat) {
        return fail(Code::StoreWrite, "the store is not writable; restart the console");
    }
    const bool may =
        m_options.plan->reachOf(m_actor.role, plan::Right::UnlockPerson) != plan::Reach::None;
    auto allowed = m_seat->mayAct(headquartersNow()).and_then([&] {
        return may ? Result<void>{} : fail(Code::NotAllowed, "this role unlocks nobody");
    });
    if (!allowed) {
        refused("unlock", allowed.error(), person);
        return allowed;
    }
    writeSeat(model::UnlockPerson{person, {}});
    auto done = m_seat->unlock(person);
    publishSeat();
    return done;
}

// A refused act under persons is a trace, counted where there are many.
void DeskCore::refused(const char* what, const Error& why, const PersonCode& person)
{
    const Instant now = headquartersNow();
    m_refusals.add(
        {now,
         what,
         why.code,
         model::clipped(why.detail),
         m_options.profile.desk,
         m_actor.unit,
         person,
         {},
         1});
    writeRefusals(now);
}

void DeskCore::writeRefusals(Instant now)
{
    for (const model::Refusal& one : m_refusals.due(now)) {
        writeSeat(one);
    }
}

void DeskCore::writeSeat(const model::SeatAct& act)
{
    if (m_fault) {
        return;
    }
    log::Entry entry = newEntry();
    entry.type = model::seatActType(act);
    entry.body = model::encodeSeatAct(act);
    if (auto own = save(entry); !own) {
        onStoreFailed(own.error());
    }
}

// Headquarters does not believe a sign-on that was made without it: whoever it was sits here no longer. A rejected entry about
// the desk itself is settled at once; there is nothing to correct.
void DeskCore::onSeatJudged(const log::Entry& entry, const store::OwnEntry& own)
{
    if (own.state != store::SendState::Rejected) {
        return;
    }
    const auto act = model::decodeSeatAct(entry);
    const bool isSeat = act && *act && std::holds_alternative<model::SeatTaken>(**act);
    if (isSeat && m_seat->grant() != nullptr && m_seat->grant()->isOffline) {
        if (auto ok = m_seat->refuse(own.code); !ok) {
            onStoreFailed(ok.error());
        }
        publishSeat();
    }
    if (auto ok = m_log->setVerdict(
            own.counter, store::SendState::Settled, own.number, own.code, own.detail);
        !ok) {
        onStoreFailed(ok.error());
    }
}

void DeskCore::endWaiting()
{
    const bool isLost = m_seat && m_seat->isWaiting() && (!m_sync || !m_sync->isWelcome());
    if (isLost) {
        m_seat->abandon({Code::LinkDown, "the link broke before the answer", {}});
        publishSeat();
    }
}

} // namespace sz::desk
