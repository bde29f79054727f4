// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of a feed sent once more: only what the unit may see now.
#include "data/hq/Engine.h"

#include <algorithm>

namespace sz::hq {
namespace {

constexpr std::size_t kAnswerBytes = 1024 * 1024;

} // namespace

void Engine::onRecall(
    net::ConnectionId connection,
    const Session& session,
    const sync::Recall& recall)
{
    sync::Recalled answer;
    std::size_t bytes = 0;
    for (const std::uint64_t seq : recall.seqs) {
        if (seq > m_ledger.feedHead(session.unit).seq) {
            answer.denied.push_back(seq);
            continue;
        }
        if (bytes > kAnswerBytes) {
            break;
        }
        auto part = m_log.feeds().after(session.unit, seq - 1, 1, 1);
        if (!part) {
            drop(connection, "the store does not answer");
            return;
        }
        for (log::FeedItem& item : part->items) {
            const auto entry = log::decodeEntry(item.raw);
            const auto about = entry && entry->subject.kind == log::SubjectKind::Incident
                                   ? m_ledger.incident(IncidentId(entry->subject.id))
                                   : nullptr;
            if (about != nullptr && model::audienceOf(*about).contains(session.unit)) {
                bytes += item.raw.size();
                answer.items.push_back(std::move(item));
            } else {
                answer.denied.push_back(seq);
            }
        }
    }
    send(connection, answer);
}

} // namespace sz::hq
