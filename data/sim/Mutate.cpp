// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Mutate.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>

namespace sz::sim {
namespace {

constexpr auto kForgetCursor =
    "UPDATE desk SET last_counter = last_counter - 1, author = coalesce("
    "(SELECT author FROM entry e WHERE e.desk = desk.id AND e.counter = desk.last_counter - 1), "
    "zeroblob(32))"
    " WHERE last_counter > 0 AND EXISTS"
    " (SELECT 1 FROM entry e WHERE e.desk = desk.id AND e.counter = desk.last_counter)";
constexpr auto kForgetPlace =
    "DROP TRIGGER feed_delete;"
    "DELETE FROM feed WHERE seq = (SELECT max(seq) FROM feed f WHERE f.unit = feed.unit);"
    "UPDATE feed_head SET seq = seq - 1, hash = coalesce("
    "(SELECT hash FROM feed f WHERE f.unit = feed_head.unit AND f.seq = feed_head.seq - 1), hash) "
    "WHERE seq > 1;"
    "CREATE TRIGGER feed_delete BEFORE DELETE ON feed BEGIN SELECT raise(ABORT, 'a feed is never "
    "edited'); END;";

void showForeign(store::HqLog& log, const Ground& ground)
{
    const auto heads = log.feeds().heads().value();
    for (const plan::Unit& unit : ground.plan->units) {
        const auto known = heads.find(unit.code);
        store::FeedHead head = known == heads.end()
                                   ? store::FeedHead{0, log::feedStart(ground.operation, unit.code)}
                                   : known->second;
        bool isPlaced = false;
        std::ignore = log.forEach([&](const store::NumberedEntry& entry) {
            const auto missing =
                isPlaced ? std::vector<log::FeedItem>{}
                         : log.feeds().missing(unit.code, entry.subject, entry.number + 1).value();
            if (missing.empty()) {
                return;
            }
            log::FeedItem item = missing.front();
            item.seq = ++head.seq;
            head.hash = log::feedLink(head.hash, item);
            isPlaced = log.feeds().place(unit.code, item.number, head).has_value();
        });
    }
}

} // namespace

const char* mutationName(Mutation mutation)
{
    static constexpr std::array<const char*, kMutations> kNames{
        "None",
        "HqAcksBeforeCommit",
        "DeskAcksBeforeCommit",
        "HqForgetsCursor",
        "HqForgetsPlace",
        "HqShowsForeign",
        "LostVerdicts",
        "ActsTwice",
        "ForgedEntry",
        "TailLosesEntry",
        "FileTurns",
        "ShiftUnseen",
        "PlanUnseen",
        "RejectedHidden",
        "NewsUnheard",
        "RevokedGoesOn",
        "StoreLosesCommit",
        "DisabledGoesOn",
        "KeysOutlive"};
    return kNames[static_cast<std::size_t>(mutation)];
}

void mutateFolder(Mutation mutation, const std::filesystem::path& folder, const Ground& ground)
{
    if (mutation == Mutation::HqForgetsCursor || mutation == Mutation::HqForgetsPlace) {
        SQLite::Database db((folder / "hq.db").string(), SQLite::OPEN_READWRITE);
        db.exec(mutation == Mutation::HqForgetsCursor ? kForgetCursor : kForgetPlace);
    } else if (mutation == Mutation::HqShowsForeign) {
        showForeign(*store::HqLog::open(folder).value(), ground);
    }
}

std::optional<Bytes> forged(const Bytes& message)
{
    auto frame = sync::decodeFrame(message);
    auto* feed = frame ? std::get_if<sync::Feed>(&*frame) : nullptr;
    if (feed == nullptr || feed->items.empty() || feed->items.front().seq != 1) {
        return std::nullopt; // only here do we know the hash before it
    }
    auto entry = log::decodeEntry(feed->items.back().raw);
    if (!entry) {
        return std::nullopt;
    }
    entry->time.wall += Millis{1};
    feed->items.back().raw = log::encodeEntry(*entry);
    Digest hash = log::feedStart(OperationId("sim"), feed->unit);
    for (const log::FeedItem& item : feed->items) {
        hash = log::feedLink(hash, item);
    }
    feed->hash = hash;
    return sync::encodeFrame(*feed);
}

bool TailLoser::pass(bool isUp, int desk, Bytes& message)
{
    auto frame = sync::decodeFrame(message);
    if (isUp) {
        const auto* ask = frame ? std::get_if<sync::SnapshotAsk>(&*frame) : nullptr;
        if (ask != nullptr && ask->heldSeq > 0) {
            m_joined[desk] = {ask->heldSeq, ask->heldHash};
        }
        return false;
    }
    auto* feed = frame ? std::get_if<sync::Feed>(&*frame) : nullptr;
    const auto at = m_joined.find(desk);
    if (feed == nullptr || at == m_joined.end() || feed->items.size() < 2
        || feed->items.front().seq != at->second.seq + 1) {
        return false;
    }
    feed->items.erase(feed->items.begin());
    Digest hash = at->second.hash;
    for (log::FeedItem& item : feed->items) {
        --item.seq;
        hash = log::feedLink(hash, item);
    }
    feed->hash = hash;
    m_joined.erase(at);
    message = sync::encodeFrame(*feed);
    return true;
}

} // namespace sz::sim
