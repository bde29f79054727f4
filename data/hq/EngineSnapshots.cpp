// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Engine that gives snapshots to desks that begin or are far behind.
#include "data/hq/Engine.h"

#include <set>

namespace sz::hq {
namespace {

constexpr std::uint32_t kMostChunks =
    1000; ///< of one desk in one second; the link bounds what waits
constexpr Millis kSecond{1000};

} // namespace

// Desks catch up by the feed when nothing can be cut.
void Engine::openShelf()
{
    if (!m_spec.snapshots) {
        return;
    }
    auto shelf = SnapshotShelf::open(*m_spec.snapshots, m_spec.operation, m_log.feeds(), m_sink);
    if (!shelf) {
        note(
            Level::Error, "snapshot",
            {{"code", codeName(shelf.error().code)}, {"detail", shelf.error().detail}});
        return;
    }
    m_shelf = std::move(*shelf);
}

void Engine::cutSnapshots(Instant now)
{
    if (!m_shelf || m_fault || !m_counters.isStoreUp) {
        return;
    }
    m_shelf->tick(
        now,
        [this] {
            std::set<UnitCode> units;
            for (const store::DeskRecord& desk : m_ledger.desks()) {
                units.insert(desk.unit);
            }
            return std::vector(units.begin(), units.end());
        },
        [this](const UnitCode& unit) { return m_ledger.feedHead(unit); },
        m_signing ? m_signing->last() : proof::Checkpoint{});
}

void Engine::onSnapshotAsk(
    net::ConnectionId connection,
    Session& session,
    const sync::SnapshotAsk& ask)
{
    if (ask.heldSeq > 0) {
        if (!goOnFrom(session, ask.heldSeq, ask.heldHash)) {
            refuse(connection, {Code::BadChain, "no such place of the feed", {}});
        }
        return;
    }
    if (ask.chunks.empty()) {
        const auto* manifest = m_shelf ? m_shelf->manifest(session.unit) : nullptr;
        send(connection, manifest != nullptr ? *manifest : sync::SnapshotManifest{});
        return;
    }
    const Instant now = m_clock.now();
    if (now - session.chunksSince >= kSecond || now < session.chunksSince) {
        session.chunksSince = now;
        session.chunks = 0;
    }
    session.chunks += static_cast<std::uint32_t>(ask.chunks.size());
    if (session.chunks > kMostChunks) {
        drop(connection, "a flood of asks");
        return;
    }
    const UnitCode unit = session.unit; // a send may end the session
    for (const Digest& hash : ask.chunks) {
        send(connection, sync::SnapshotChunk{hash, m_shelf ? m_shelf->chunk(unit, hash) : Bytes{}});
    }
}

// As in Hello: the desk names a place and the running hash there.
bool Engine::goOnFrom(Session& session, std::uint64_t seq, const Digest& hash) const
{
    if (seq > m_ledger.feedHead(session.unit).seq) {
        return false;
    }
    const auto known = m_log.feeds().hashAt(session.unit, seq);
    if (!known || *known != hash) {
        return false;
    }
    session.cursor = seq;
    return true;
}

} // namespace sz::hq
