// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/SystemDesk.h"

#include <format>

namespace sz::hq {
namespace {

constexpr std::string_view kKeyPrefix = "sanzhen system desk 1";
constexpr int kMostAuthorities = 99;

std::optional<SigningKey> keyFrom(const net::Identity& authority)
{
    const auto key = net::keyFromPem(authority.key);
    if (!key) {
        return std::nullopt;
    }
    const Digest seed = sha256({viewOf(kKeyPrefix), key->seed()});
    auto own = SigningKey::fromSeed(seed);
    return own ? std::optional(std::move(*own)) : std::nullopt;
}

} // namespace

SystemDesk::SystemDesk(OperationId operation, const net::Identity& authority)
    : m_operation(std::move(operation)), m_key(keyFrom(authority))
{
}

void SystemDesk::setAuthority(const net::Identity& authority)
{
    m_key = keyFrom(authority);
}

Result<const store::DeskRecord*> SystemDesk::desk(Ledger& ledger, Instant now) const
{
    for (int number = 1; number <= kMostAuthorities; ++number) {
        const DeskId id(std::format("SYS-{:02}", number));
        const store::DeskRecord* known = ledger.desk(id);
        if (known != nullptr && known->key == m_key->publicKey()) {
            return known;
        }
        if (known == nullptr) {
            store::DeskRecord made;
            made.id = id;
            made.key = m_key->publicKey();
            made.name = "headquarters";
            made.enrolledAt = now;
            made.revokedAt = now; // nobody ever connects as it
            return ledger.addDesk(made).transform([&] { return ledger.desk(id); });
        }
    }
    return fail(Code::Internal, "no name is left for headquarters' own desk");
}

Result<void>
SystemDesk::write(Ledger& ledger, const model::SeatAct& act, const UnitCode& unit, Instant now)
{
    if (!m_key) {
        return fail(Code::Internal, "the authority's key cannot be read");
    }
    const auto own = desk(ledger, now);
    if (!own) {
        return std::unexpected(own.error());
    }
    log::Entry entry;
    entry.id = m_ids.next(now);
    entry.desk = (*own)->id;
    entry.unit = ledger.knowsUnit(unit) ? unit : UnitCode("HQ");
    entry.time = m_time.next(now);
    entry.type = model::seatActType(act);
    entry.body = model::encodeSeatAct(act);
    log::Batch batch{
        m_operation, (*own)->id, (*own)->lastCounter + 1, (*own)->author, {log::encodeEntry(entry)},
        {}};
    log::signBatch(batch, *m_key);
    return ledger.take(batch, now)
        .and_then([](const std::vector<sync::Verdict>& verdicts) -> Result<void> {
            if (verdicts.front().kind != sync::VerdictKind::Accepted) {
                return fail(Code::Internal, "headquarters' own entry: " + verdicts.front().detail);
            }
            return {};
        });
}

} // namespace sz::hq
