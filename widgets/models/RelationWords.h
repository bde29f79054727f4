// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Incidents that belong together, and early signs, in the words of the office. Thread: gui.

#include "widgets/models/Relations.h"

#include <QString>

#include <vector>

namespace sz::widgets {

/// A few words with the icon that says the same without them.
struct RelationMark
{
    QString icon; ///< name in resources/icons: "merged", "grouped", "watched"
    QString text;
    bool isAbnormal = false; ///< a circle: somebody has to separate one
    bool operator==(const RelationMark&) const = default;
};

/// "merged into 041", "part of 041"; "merged into one not on this board"; in a circle "041 and this: each in the other".
/// Empty text when it belongs to nothing.
[[nodiscard]] RelationMark aboveMark(const Upward& above);
/// "3 merged", "holds 5" for a tile. Empty when nothing belongs to it.
[[nodiscard]] std::vector<RelationMark> belowMarks(const Rollup& rollup);
/// All of them, in the order of a tile.
[[nodiscard]] std::vector<RelationMark>
relationMarks(const Relations& relations, const model::Incident& incident, Instant now);
/// "holds 5: 3 open, 2 closed · orders 4 open, 1 late"; empty when nothing is grouped.
[[nodiscard]] QString rollupText(const Rollup& rollup);
/// "early sign · until 10-20"; empty when it is not watched.
[[nodiscard]] QString watchText(const model::Incident& incident, int utcOffsetMinutes);
/// "041 Title", for a choice between incidents.
[[nodiscard]] QString matterText(const model::Incident& incident);

} // namespace sz::widgets
