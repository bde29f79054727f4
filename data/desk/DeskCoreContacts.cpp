// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Callers' contacts: sealed here, read with a trace, their keys sent to headquarters and destroyed at their end.
#include "data/desk/DeskCore.h"

namespace sz::desk {
namespace {

constexpr Millis kTendEvery{10'000};
constexpr Millis kSendAgain{30'000};
constexpr Millis kAnswerWithin{15'000};

bool hasPassed(const std::optional<Instant>& since, Instant now, Millis time)
{
    return !since || now - *since >= time || now < *since;
}

} // namespace

Result<Receipt> DeskCore::sealContact(const IncidentId& id, const std::string& typed)
{
    auto text = cleanContact(typed);
    if (!text) {
        return std::unexpected(text.error());
    }
    const auto known = m_world.find(id);
    if (known == m_world.end() || known->second.shown == nullptr) {
        return fail(Code::NoSuchIncident, "no such incident");
    }
    const Instant now = headquartersNow();
    const Instant until =
        known->second.shown->reportedAt + std::chrono::days(m_options.plan->contactDays);
    if (until <= now) {
        return fail(Code::ContactExpired, "the report is too old for a contact");
    }
    const ContactId contact(m_ulids.next(now).text());
    auto key = std::make_shared<const vault::SecretKey>(
        vault::SecretKey::generate()); // shared: see ContactKey
    const model::ContactSealed act{contact, sealContactText(*key, id, contact, *text), until};
    vault::wipe(*text);
    const bool isAllowed =
        !m_fault
        && model::checkAct(*m_options.plan, known->second.shown.get(), m_actor, act).has_value();
    if (!isAllowed) {
        return perform(id, act); // says why, and leaves the trace of a refusal
    }
    // The key first: an entry whose key a power cut took would be a contact nobody can ever read.
    if (auto kept = m_contacts.keep({contact, id, m_options.profile.desk, until, key, false});
        !kept) {
        contactsFailed(kept.error());
        return std::unexpected(kept.error());
    }
    auto receipt = perform(id, act);
    if (!receipt) {
        std::ignore = m_contacts.discard(contact); // else it goes at its end
    }
    return receipt;
}

// As the own clock and headquarters' offset say; the incident as it is shown.
Result<model::Contact> DeskCore::readable(const IncidentId& id, const ContactId& contact)
{
    const auto known = m_world.find(id);
    const model::Contact* found = known == m_world.end() || known->second.shown == nullptr
                                      ? nullptr
                                      : known->second.shown->contact(contact);
    if (found == nullptr) {
        return fail(Code::NotFound, "no such contact");
    }
    if (found->until <= headquartersNow()) {
        return fail(Code::ContactExpired, "its key is destroyed");
    }
    return *found;
}

void DeskCore::openContact(
    const IncidentId& id,
    const ContactId& contact,
    std::function<void(Result<std::string>)> done)
{
    endOpening(fail(Code::Cancelled, "another contact is being opened"));
    const auto found = readable(id, contact);
    if (!found) {
        done(std::unexpected(found.error()));
        return;
    }
    auto own = m_contacts.keyOf(contact);
    const bool isOwn = own && *own != nullptr;
    const bool isAllowed =
        model::checkAct(
            *m_options.plan, m_world.at(id).shown.get(), m_actor, model::ContactOpened{contact})
            .has_value();
    if (!isOwn && isAllowed && (!m_sync || !m_sync->isWelcome())) {
        done(fail(Code::ContactAway, "no link, and it was sealed elsewhere"));
        return;
    }
    auto receipt = perform(id, model::ContactOpened{contact});
    if (!receipt) {
        done(std::unexpected(receipt.error()));
    } else if (isOwn) {
        done(openContactText(**own, id, contact, found->sealed));
    } else {
        m_opening.emplace(id, contact, *receipt, m_options.clock->now(), std::move(done));
    }
}

void DeskCore::endOpening(Result<std::string> answer)
{
    if (auto opening = std::exchange(m_opening, std::nullopt)) {
        opening->done(std::move(answer));
    }
}

// Headquarters' word on an entry: on one that seals, its key may follow; on one that opens, the key may be asked for.
void DeskCore::onContactJudged(const log::Entry& entry, const store::OwnEntry& own)
{
    const bool isAccepted = own.state == store::SendState::Accepted;
    if (isAccepted && entry.type == static_cast<std::uint32_t>(model::ActType::ContactSealed)) {
        sendContactKeys();
    }
    if (!m_opening || m_opening->receipt.counter != own.counter) {
        return;
    }
    if (!isAccepted) {
        endOpening(fail(own.code, own.detail));
    } else if (!m_sync->tell(sync::AskContactKey{
                   m_opening->contact, m_opening->incident, m_opening->receipt.entry})) {
        endOpening(fail(Code::ContactAway, "the link broke"));
    }
}

void DeskCore::onKeyGiven(const sync::ContactKeyGiven& given)
{
    if (!m_opening || m_opening->contact != given.contact) {
        return;
    }
    if (given.key.empty()) {
        endOpening(fail(given.code, "headquarters gives no key"));
        return;
    }
    const auto found = readable(m_opening->incident, m_opening->contact);
    endOpening(found.and_then([&](const model::Contact& contact) {
        return vault::SecretKey::fromBytes(given.key).and_then([&](const vault::SecretKey& key) {
            return openContactText(key, m_opening->incident, contact.id, contact.sealed);
        });
    }));
}

// All of them at every Welcome, for headquarters may have come back from a backup, which holds none; then what it has not
// confirmed.
void DeskCore::sendContactKeys()
{
    if (!m_sync || !m_sync->isWelcome()) {
        return;
    }
    m_contactKeysSent = m_options.clock->now();
    auto all = m_contacts.all();
    if (!all) {
        contactsFailed(all.error());
        return;
    }
    sync::KeepContactKeys frame;
    const auto send = [&] {
        if (!frame.keys.empty()) {
            std::ignore = m_sync->tell(frame); // without a link: again at the next Welcome
        }
        for (auto& one : frame.keys) {
            vault::wipe(one.key);
        }
        frame.keys.clear();
    };
    for (const store::ContactKey& one : *all) {
        const auto bytes = one.key->bytes();
        frame.keys.push_back({one.contact, one.incident, Bytes(bytes.begin(), bytes.end())});
        if (frame.keys.size() == sync::kMaxContactKeys) {
            send();
        }
    }
    send();
}

void DeskCore::onKeysKept(const sync::ContactKeysKept& kept)
{
    if (auto done = m_contacts.confirm(kept.contacts); !done) {
        contactsFailed(done.error());
    }
}

// A full disk passes, a damaged file begins anew; anything else means that the disk cannot be relied on.
void DeskCore::contactsFailed(const Error& error)
{
    warn("contacts.db: " + error.detail);
    if (error.code == Code::Io || error.code == Code::SyncFailed) {
        onStoreFailed(error);
    }
}

void DeskCore::tendContacts()
{
    const Instant now = m_options.clock->now();
    const bool isLost = m_opening && (!m_sync || !m_sync->isWelcome());
    if (isLost || (m_opening && hasPassed(m_opening->since, now, kAnswerWithin))) {
        endOpening(fail(Code::ContactAway, "headquarters did not answer"));
    }
    if (m_fault || !hasPassed(m_contactsTended, now, kTendEvery)) {
        return;
    }
    m_contactsTended = now;
    if (auto done = m_contacts.expire(headquartersNow(), m_hasHeadquartersTime); !done) {
        contactsFailed(done.error());
    } else if (m_contacts.hasUnconfirmed() && hasPassed(m_contactKeysSent, now, kSendAgain)) {
        sendContactKeys();
    }
}

} // namespace sz::desk
