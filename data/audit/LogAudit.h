// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The examination of headquarters' log, whole or of what is about to be signed.

#include "data/audit/Findings.h"
#include "data/proof/Heads.h"
#include "data/proof/Record.h"
#include "data/proof/TileFolder.h"
#include "data/store/HqFiles.h"
#include "data/store/HqReader.h"

#include <filesystem>
#include <optional>

namespace sz::audit {

/// What can be examined; any part may be missing, not all.
struct Evidence
{
    std::filesystem::path store;           ///< hq.db; empty: none
    std::filesystem::path tlog;            ///< folder with checkpoint and tiles; empty: none
    std::optional<proof::VerifierKey> key; ///< of the log; needed with `tlog` or `notes`
    std::string older; ///< a checkpoint note from before that this log must continue; may be empty
    store::HqReaders reader = {}; ///< opens a store that is no file; used when `store` is empty
    store::SignedHead notes = {}; ///< checkpoint and heads where there are no tiles; may be empty
    /// Opens the place of attached files; empty: they are not looked at.
    std::function<std::unique_ptr<store::HqFiles>()> files = {};
    Instant now = {}; ///< to tell a file that is still to come from one that is gone

    [[nodiscard]] bool hasStore() const { return !store.empty() || reader; }
    [[nodiscard]] bool isSigned() const { return !tlog.empty() || !notes.checkpoint.empty(); }
    /// Errors: those of HqReader::open.
    [[nodiscard]] Result<std::unique_ptr<store::HqReader>> openStore() const
    {
        return store.empty() ? reader() : store::HqReader::open(store);
    }
};

/// Examines everything, offline. Findings are no errors. Errors: StoreOpen, StoreCorrupt and others of a file that
/// cannot be read at all, BadArgument (nothing to examine, tlog without a key). Thread: any; blocks, reads everything.
[[nodiscard]] Result<Report> auditLog(const Evidence& evidence);

/// Examines the entries `after` < number ≤ `last` by what their desks signed and what the feeds say, without the rest
/// of the log. Errors: the store's.
[[nodiscard]] Result<Report>
auditRange(const store::HqReader& reader, std::uint64_t after, std::uint64_t last);

} // namespace sz::audit
