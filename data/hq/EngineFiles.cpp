// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Engine that asks whose file it is before FileRoom takes or gives its bytes.
#include "data/hq/Engine.h"

namespace sz::hq {

bool Engine::onFile(net::ConnectionId connection, const Session& session, const sync::Frame& frame)
{
    const FileRoom::Asker asker{connection, session.desk};
    bool isInTurn = false;
    if (const auto* offer = std::get_if<sync::FileOffer>(&frame)) {
        const auto about = seenBy(session.unit, offer->incident);
        const auto* file = about == nullptr ? nullptr : about->file(offer->hash);
        const bool isOwn = file != nullptr && file->unit == session.unit; // nobody spoils another's
        isInTurn = m_files.onOffer(asker, isOwn ? file : nullptr, *offer);
    } else if (const auto* chunk = std::get_if<sync::FileChunk>(&frame)) {
        isInTurn = m_files.onChunk(asker, *chunk);
    } else if (const auto* ask = std::get_if<sync::FileAsk>(&frame)) {
        const auto about = seenBy(session.unit, ask->incident);
        isInTurn = m_files.onAsk(asker, about == nullptr ? nullptr : about->file(ask->hash), *ask);
    } else {
        return false;
    }
    if (!isInTurn) {
        drop(connection, "a file frame out of turn");
    }
    return true;
}

// Null when the unit takes no part in it.
model::IncidentPtr Engine::seenBy(const UnitCode& unit, const IncidentId& id) const
{
    const auto about = m_ledger.incident(id);
    const bool isSeen = about != nullptr && model::audienceOf(*about).contains(unit);
    return isSeen ? about : nullptr;
}

} // namespace sz::hq
