// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// May this desk come in? Everything a Hello claims, held against what headquarters knows.

#include "data/hq/Ledger.h"
#include "data/net/Link.h"

namespace sz::hq {

/// Errors: ProtocolVersion, LinkRefused (unknown desk, other certificate, unit or operation),
/// Revoked, ForkDetected (the desk's log or feed is not a continuation of what headquarters holds),
/// and the store's.
[[nodiscard]] Result<store::DeskRecord> admit(
    const sync::Hello& hello,
    const net::ServerLink::Peer& peer,
    const OperationId& operation,
    const Ledger& ledger,
    const store::HqFeeds& feeds);

} // namespace sz::hq
