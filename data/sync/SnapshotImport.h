// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From the chunks of a snapshot to the log of a desk, in one transaction.

#include "data/store/DeskLog.h"
#include "data/sync/SnapshotFetch.h"

#include <functional>

namespace sz::sync {

/// Sees the places of each chunk once they are checked, in order, on the thread that checks.
using PassingPlaces = std::function<void(const std::vector<log::FeedItem>&)>;

/// Goes on from the log's feed head to the snapshot's. Every chunk's hash and every link of the chain are checked, on a
/// thread of its own while SQLite writes; nothing remains when anything is wrong. Errors: BadChain, BadEncoding (the
/// snapshot is not what it says), FileUnreadable, and the store's. Blocks for about two seconds a million places.
[[nodiscard]] Result<void>
importSnapshot(const SnapshotFetch& fetch, store::DeskLog& log, const PassingPlaces& passing = {});

} // namespace sz::sync
