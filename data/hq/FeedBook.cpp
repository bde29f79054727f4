// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/FeedBook.h"

#include <set>

namespace sz::hq {
namespace {

const UnitCode kOffice("HQ");

std::set<UnitCode> audience(const model::IncidentPtr& incident)
{
    return incident == nullptr ? std::set<UnitCode>{} : model::audienceOf(*incident);
}

} // namespace

FeedBook::FeedBook(store::HqFeeds& feeds, OperationId operation)
    : m_feeds(feeds), m_operation(std::move(operation))
{
}

Result<void> FeedBook::load()
{
    return m_feeds.heads().transform([&](const auto& heads) {
        for (const auto& [unit, head] : heads) {
            m_heads.put(unit, head);
        }
        m_heads.keep();
    });
}

void FeedBook::adopt(const std::map<UnitCode, store::FeedHead>& heads)
{
    for (const auto& [unit, head] : heads) {
        m_heads.putKept(unit, head);
    }
}

Result<void> FeedBook::spread(
    const store::NumberedEntry& entry,
    const UnitCode& author,
    const model::IncidentPtr& before,
    const model::IncidentPtr& after,
    const std::vector<UnitCode>& everybody)
{
    const std::set<UnitCode> seenBy = audience(before);
    std::set<UnitCode> units = after == nullptr ? std::set{kOffice, author} : audience(after);
    units.insert(everybody.begin(), everybody.end());
    units.insert(seenBy.begin(), seenBy.end());
    for (const UnitCode& unit : units) {
        const bool isNew = before != nullptr && !seenBy.contains(unit);
        auto placed =
            (isNew ? backfill(unit, entry.subject, entry.number) : Result<void>{}).and_then([&] {
                return place(unit, {0, entry.number, entry.receivedAt, entry.serial, entry.raw});
            });
        if (!placed) {
            return placed;
        }
    }
    return {};
}

// Only what the feed does not have: a unit may leave an incident and come back.
Result<void>
FeedBook::backfill(const UnitCode& unit, const log::Subject& subject, std::uint64_t below)
{
    auto earlier = m_feeds.missing(unit, subject, below);
    if (!earlier) {
        return std::unexpected(earlier.error());
    }
    for (log::FeedItem& item : *earlier) {
        if (auto ok = place(unit, std::move(item)); !ok) {
            return ok;
        }
    }
    return {};
}

Result<bool> FeedBook::isLacking(
    const std::vector<UnitCode>& units,
    const log::Subject& matter,
    std::uint64_t upTo) const
{
    for (const UnitCode& unit : units) {
        const auto missing = m_feeds.missing(unit, matter, upTo + 1);
        if (!missing || !missing->empty()) {
            return missing.transform([](const auto&) { return true; });
        }
    }
    return false;
}

Result<void>
FeedBook::fill(const std::vector<UnitCode>& units, const log::Subject& matter, std::uint64_t upTo)
{
    for (const UnitCode& unit : units) {
        if (auto ok = backfill(unit, matter, upTo + 1); !ok) {
            return ok;
        }
    }
    return {};
}

Result<void> FeedBook::place(const UnitCode& unit, log::FeedItem item)
{
    store::FeedHead next = head(unit);
    item.seq = ++next.seq;
    next.hash = log::feedLink(next.hash, item);
    m_heads.put(unit, next);
    return m_feeds.place(unit, item.number, next);
}

store::FeedHead FeedBook::head(const UnitCode& unit) const
{
    const store::FeedHead* known = m_heads.find(unit);
    return known == nullptr ? store::FeedHead{0, log::feedStart(m_operation, unit)} : *known;
}

} // namespace sz::hq
