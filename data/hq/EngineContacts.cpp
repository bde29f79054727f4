// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of sealed contacts: kept for the desk that sealed, given to a desk that has left its trace, destroyed at their end.
#include "data/hq/Engine.h"

namespace sz::hq {
namespace {

constexpr Minutes kOpeningHolds{10}; ///< after its entry a key may be asked for
constexpr Millis kExpireEvery{60'000};

} // namespace

void Engine::onKeepKeys(net::ConnectionId connection, const sync::KeepContactKeys& frame)
{
    flush(); // the entries they belong to may wait; may end this session
    const auto it = m_sessions.find(connection);
    if (it == m_sessions.end() || m_fault) {
        return;
    }
    const DeskId desk = it->second.desk;
    const auto quota = m_quotas.try_emplace(desk, m_spec.quota, m_clock.now()).first;
    if (!quota->second.take(1, m_clock.now())) {
        return; // the desk sends them again
    }
    sync::ContactKeysKept kept;
    for (const auto& [contact, incident, bytes] : frame.keys) {
        const auto about = m_ledger.incident(incident);
        const model::Contact* known = about == nullptr ? nullptr : about->contact(contact);
        auto key = vault::SecretKey::fromBytes(bytes);
        if (known == nullptr || known->desk != desk || !key) {
            continue;
        }
        // One whose time has come is not kept, and need not be sent again.
        const auto done = known->until <= m_clock.now()
                              ? Result<void>{}
                              : m_log.contactKeys().put(
                                    {contact, incident, desk, known->until,
                                     std::make_shared<const vault::SecretKey>(std::move(*key))});
        if (!done) {
            note(
                Level::Error, "contact-key-not-kept",
                {{"desk", desk.value},
                 {"code", codeName(done.error().code)},
                 {"detail", done.error().detail}});
            keysFailed(done.error());
            break;
        }
        kept.contacts.push_back(contact);
    }
    if (!kept.contacts.empty()) {
        send(connection, kept);
    }
}

// The trace is in the log before anybody can read: that entry was judged, rights included.
void Engine::onAskKey(net::ConnectionId connection, const sync::AskContactKey& frame)
{
    flush();
    const auto it = m_sessions.find(connection);
    if (it == m_sessions.end()) {
        return;
    }
    const DeskId desk = it->second.desk;
    const auto quota = m_quotas.try_emplace(desk, m_spec.quota, m_clock.now()).first;
    if (!quota->second.take(1, m_clock.now())) {
        return; // the officer is told that nobody answered
    }
    sync::ContactKeyGiven answer{frame.contact, {}, Code::NotAllowed};
    const auto about = m_ledger.incident(frame.incident);
    const model::Contact* contact = about == nullptr ? nullptr : about->contact(frame.contact);
    const auto opening =
        contact == nullptr ? decltype(contact->openedAt.begin()){} : contact->openedAt.find(desk);
    const bool hasTrace = contact != nullptr && opening != contact->openedAt.end()
                          && opening->second.entry == frame.opening
                          && std::chrono::abs(m_clock.now() - opening->second.at) <= kOpeningHolds;
    if (hasTrace && contact->until <= m_clock.now()) {
        answer.code = Code::ContactExpired;
    } else if (hasTrace) {
        const auto key = m_log.contactKeys().find(frame.contact);
        answer.code = key ? Code::NotFound : Code::Busy;
        if (key && *key) {
            const auto bytes = (*key)->key->bytes();
            answer.key.assign(bytes.begin(), bytes.end());
            answer.code = Code::Internal;
        }
    }
    if (!hasTrace) { // no desk of ours asks so
        trace(
            {m_clock.now(),
             "contact",
             answer.code,
             "a key asked for without a trace",
             desk,
             it->second.unit,
             {},
             {},
             1});
    }
    note(
        Level::Info, "contact-opened",
        {{"desk", desk.value},
         {"incident", frame.incident.value},
         {"code", answer.key.empty() ? codeName(answer.code) : ""}});
    send(connection, answer);
    vault::wipe(answer.key);
}

// What passes (a full disk, a lock, a store that is away) is tried again. After a fault of the disk the file takes nothing any more until it is
// opened anew: a headquarters that went on would keep no key and destroy none, for as long as it runs.
void Engine::keysFailed(const Error& error)
{
    const bool isOfDisk = error.code == Code::Io || error.code == Code::SyncFailed
                          || error.code == Code::StoreCorrupt;
    if (!m_fault && isOfDisk && !m_log.isPassing(error.code)) {
        m_fault = error;
    }
}

void Engine::expireContacts(Instant now)
{
    const bool isEarly = now - m_lastExpiry < kExpireEvery && now >= m_lastExpiry;
    if (isEarly || !m_counters.isStoreUp) {
        return;
    }
    m_lastExpiry = now;
    const auto gone = m_log.contactKeys().expire(now);
    if (!gone) {
        note(
            Level::Warning, "contact-keys-not-destroyed",
            {{"code", codeName(gone.error().code)}, {"detail", gone.error().detail}});
        keysFailed(gone.error());
    } else if (*gone > 0) {
        note(Level::Info, "contact-keys-destroyed", {{"count", std::to_string(*gone)}});
    }
}

} // namespace sz::hq
