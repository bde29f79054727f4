// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgContactKeys.h"

namespace sz::store {
namespace {

constexpr auto kPut = R"(
INSERT INTO contact_key (contact, incident, desk, until_ms, key) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING)";
constexpr auto kFind = "SELECT contact, incident, desk, until_ms, key FROM contact_key "
                       "WHERE contact = $1";
constexpr auto kDue = "SELECT count(*) FROM contact_key WHERE until_ms <= $1";
constexpr auto kExpire = "DELETE FROM contact_key WHERE until_ms <= $1";

} // namespace

Result<void> PgContactKeys::put(const ContactKey& key)
{
    return m_session.change([&] {
        PgArguments arguments;
        arguments.with(key.contact.value).with(key.incident.value).with(key.desk.value);
        arguments.with(key.until).with(key.key->bytes());
        return m_session.ask(kPut, arguments).transform([](const PgRows&) {});
    });
}

Result<std::optional<ContactKey>> PgContactKeys::find(const ContactId& contact)
{
    return m_session.ask(kFind, PgArguments().with(contact.value))
        .and_then([&](const PgRows& rows) -> Result<std::optional<ContactKey>> {
            if (rows.count() == 0) {
                return std::nullopt;
            }
            Bytes bytes = rows.bytes(0, 4);
            auto key = vault::SecretKey::fromBytes(bytes);
            vault::wipe(bytes);
            if (!key) {
                return fail(Code::StoreCorrupt, "a contact's key is none", m_session.where());
            }
            return ContactKey{
                ContactId(rows.text(0, 0)), IncidentId(rows.text(0, 1)), DeskId(rows.text(0, 2)),
                rows.instant(0, 3), std::make_shared<const vault::SecretKey>(std::move(*key))};
        });
}

// Asked first: a commit that deletes nothing would make every headquarters look.
Result<std::uint64_t> PgContactKeys::expire(Instant now)
{
    return m_session.ask(kDue, PgArguments().with(now))
        .and_then([&](const PgRows& rows) -> Result<std::uint64_t> {
            const auto due = rows.count() > 0 ? rows.number(0, 0) : 0;
            if (due == 0) {
                return 0;
            }
            return m_session
                .change([&] {
                    return m_session.ask(kExpire, PgArguments().with(now))
                        .transform([](const PgRows&) {});
                })
                .transform([&] { return due; });
        });
}

} // namespace sz::store
