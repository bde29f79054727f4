// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows of hq.db as values, for headquarters and for whoever examines its file.

#include "data/store/HqLog.h"
#include "data/store/Run.h"

namespace sz::store {

/// Of: number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw.
[[nodiscard]] NumberedEntry readEntry(const Run& run);
/// Of: id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author.
[[nodiscard]] DeskRecord readDesk(const Run& run);

} // namespace sz::store
