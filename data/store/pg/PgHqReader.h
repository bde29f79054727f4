// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The PostgreSQL store as an examiner sees it.

#include "data/store/HqReader.h"
#include "data/store/SealBook.h"

namespace sz::store {

/// A connection of its own, read-only, over one snapshot. Errors: StoreOpen, StoreCorrupt (no tables of ours).
[[nodiscard]] Result<std::unique_ptr<HqReader>> openPgHqReader(const std::string& url);

/// What has been signed, and by which public key, for an examiner without a tlog folder. Errors: StoreOpen; empty texts when nothing has been signed.
[[nodiscard]] Result<std::pair<std::string, SignedHead>> readSignedHead(const std::string& url);

/// Into a database where nothing has been signed yet. Errors: Busy (something has, or somebody is about to), StoreOpen.
[[nodiscard]] Result<void>
writeSignedHead(const std::string& url, const std::string& key, const SignedHead& head);

} // namespace sz::store
