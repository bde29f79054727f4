// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DeskSync that takes a snapshot instead of a long feed; whatever goes wrong, the feed is there.
#include "data/sync/DeskSync.h"
#include "data/sync/SnapshotImport.h"

namespace sz::sync {
namespace {

constexpr int kFirstCredit = 4;

} // namespace

bool DeskSync::wantsSnapshot(const Welcome& f) const
{
    return !m_identity.snapshotFolder.empty() && !m_hasLeftSnapshots
           && f.snapshotSeq >= m_log.feedHead().seq + m_identity.snapshotFrom;
}

void DeskSync::on(const SnapshotManifest& f)
{
    if (!m_fetch) {
        return;
    }
    m_fetchHeard = m_now;
    if (f.manifest.empty()) {
        leaveSnapshot({Code::NotFound, "headquarters has no snapshot any more", {}});
        return;
    }
    const auto known = m_log.logKey();
    auto begun =
        m_fetch->begin(f, {m_identity.operation, m_identity.unit, m_log.feedHead().seq, known});
    if (begun
        && !known) { // over a link to a headquarters of our authority: the key to hold it to from now on
        begun = m_log.setLogKey(f.key);
        if (!begun) {
            storeFailed(begun.error());
            return;
        }
    }
    if (!begun) {
        leaveSnapshot(begun.error());
        return;
    }
    askForChunks();
}

void DeskSync::on(const SnapshotChunk& f)
{
    if (!m_fetch) {
        return;
    }
    m_fetchHeard = m_now;
    if (auto ok = m_fetch->take(f); !ok) {
        leaveSnapshot(ok.error());
        return;
    }
    askForChunks();
}

void DeskSync::askForChunks()
{
    if (auto hashes = m_fetch->nextAsk(); !hashes.empty()) {
        m_callbacks.send(SnapshotAsk{std::move(hashes), 0, {}});
    } else if (m_fetch->isComplete()) {
        takeSnapshot();
    }
}

void DeskSync::takeSnapshot()
{
    if (auto ok = importSnapshot(*m_fetch, m_log, m_callbacks.importing); !ok) {
        const Code code = ok.error().code;
        if (code == Code::BadChain || code == Code::BadEncoding || code == Code::FileUnreadable) {
            leaveSnapshot(ok.error());
        } else {
            storeFailed(ok.error());
        }
        return;
    }
    m_fetch->forget();
    m_fetch.reset();
    m_callbacks.imported();
    if (m_isStoreBroken) {
        return;
    }
    const store::ChainHead held = m_log.feedHead();
    m_callbacks.send(SnapshotAsk{{}, held.seq, held.hash});
    m_callbacks.send(Credit{kFirstCredit});
    witnessHead(m_head, m_now + m_status.clockOffset);
}

// A chunk that is gone is nobody's fault: the next connection may find a newer snapshot. Anything else is.
void DeskSync::leaveSnapshot(const Error& why)
{
    m_hasLeftSnapshots = why.code != Code::NotFound && why.code != Code::LinkDown;
    if (m_hasLeftSnapshots) {
        m_fetch->forget();
    }
    m_fetch.reset();
    m_callbacks.snapshotFailed(why);
    m_callbacks.send(Credit{kFirstCredit});
}

} // namespace sz::sync
