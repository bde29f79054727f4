// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' own pen: what it says of sign-ons and refusals is signed and chained like any desk's.

#include "data/hq/Ledger.h"
#include "data/net/Authority.h"

namespace sz::hq {

/// Writes as "SYS-01" with a key made from the authority's, so that all headquarters of an operation are one author; the
/// next number when the authority has changed. Nobody can connect as it. Thread: the ledger's.
class SystemDesk
{
public:
    SystemDesk(OperationId operation, const net::Identity& authority);

    /// From now on entries are signed with a key of this one's; what was signed before stays as it is.
    void setAuthority(const net::Identity& authority);
    /// False when the authority's key cannot be read: then nothing is traced but in the log lines.
    [[nodiscard]] bool isAble() const { return m_key.has_value(); }
    /// Inside a transaction. `unit`: whose feed it stands in beside the office's; unknown ones become the office.
    /// Errors: the store's; Internal (the ledger did not take it).
    [[nodiscard]] Result<void>
    write(Ledger& ledger, const model::SeatAct& act, const UnitCode& unit, Instant now);

private:
    [[nodiscard]] Result<const store::DeskRecord*> desk(Ledger& ledger, Instant now) const;

    OperationId m_operation;
    std::optional<SigningKey> m_key; ///< none: the authority's key cannot be read
    UlidMaker m_ids;
    log::HybridClock m_time;
};

} // namespace sz::hq
