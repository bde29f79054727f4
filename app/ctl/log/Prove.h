// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The proof of one entry, in files that can be handed to an outsider.

#include "data/audit/LogAudit.h"

namespace sz::ctl {

struct Proven
{
    std::uint64_t number = 0;
    std::size_t bytes = 0;     ///< of the .tlog-proof
    std::size_t witnesses = 0; ///< whose lines are in it
};

/// Writes `out` (tlog-proof, in gzip where it would be over 1 KB), `out`.record (the leaf's text) and, when there is a store, `out`.entry (the entry's own
/// bytes). Under the cosigned checkpoint where that covers the entry, else under the log's own. What is written has been verified. `entry` is a number, or with a store an id. Errors: NotFound (not in the
/// log, or not signed yet), BadChain (the log is not as signed), BadSignature, those of files.
[[nodiscard]] Result<Proven> proveEntry(
    const audit::Evidence& evidence,
    const std::string& entry,
    const std::filesystem::path& out);

} // namespace sz::ctl
