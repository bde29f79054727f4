// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows of the entry table, read the same way by the log and by its examiners.

#include "data/store/HqLog.h"
#include "data/store/pg/PgValues.h"

namespace sz::store {

/// Rows of number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw.
[[nodiscard]] std::vector<NumberedEntry> readEntries(const PgRows& rows);

} // namespace sz::store
