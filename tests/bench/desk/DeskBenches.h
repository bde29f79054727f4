// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a desk's own files can do with a million entries. No window in here.

#include "tests/bench/Bench.h"

namespace sz::bench {

/// A backlog of a million entries, from the first frame to the board: checked, stored and indexed.
Outcome catchUp(const Setting& setting);
/// A desk with a million entries, from nothing to its board.
Outcome coldOpen(const Setting& setting);
/// view.db made anew from the log.
Outcome rebuild(const Setting& setting);
/// Any one to four characters, or initials, among a million texts: the newest 50.
Outcome search(const Setting& setting);
/// Steps and lamps of ten thousand open incidents anew, a third of the orders in workdays; then all of them.
Outcome lamps(const Setting& setting);
/// A sheet of 155,000 hazard places, read and checked row by row, rows a second.
Outcome campaignImport(const Setting& setting);
/// 91,000 points from CSV and from GeoJSON, read, converted and judged; drawing them is not in it.
Outcome pointsImport(const Setting& setting);
/// A roster of 60,000 posts × 100 days, spread out.
Outcome rosterOpen(const Setting& setting);
/// Who is on duty at a moment, answers a second.
Outcome onDuty(const Setting& setting);
/// A new desk with a million entries, from its first frame to its board.
Outcome snapshotJoin(const Setting& setting);
/// PouchDB and we: a hundred thousand documents over the network to a desk's disk.
Outcome pouchdbCatchUp(const Setting& setting);
/// PouchDB and we: one desk's act until another desk has it.
Outcome pouchdbLive(const Setting& setting);

/// Any moment of a month of a million entries: the line of moments, a drag along it, a jump.
Outcome replayPast(const Setting& setting);

} // namespace sz::bench
