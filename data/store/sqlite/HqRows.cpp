// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite/HqRows.h"

namespace sz::store {

NumberedEntry readEntry(const Run& run)
{
    return {
        run.count(0),
        run.text(1),
        DeskId(run.text(2)),
        run.count(3),
        run.digest(4),
        run.instant(5),
        static_cast<std::uint32_t>(run.integer(6)),
        {static_cast<log::SubjectKind>(run.integer(7)), run.text(8)},
        run.bytes(9)};
}

DeskRecord readDesk(const Run& run)
{
    DeskRecord desk;
    desk.id = DeskId(run.text(0));
    desk.unit = UnitCode(run.text(1));
    desk.key = run.digest(2);
    desk.fingerprint = run.text(3);
    desk.name = run.text(4);
    desk.enrolledAt = run.instant(5);
    if (!run.isNull(6)) {
        desk.revokedAt = run.instant(6);
    }
    desk.lastCounter = run.count(7);
    desk.author = run.digest(8);
    return desk;
}

} // namespace sz::store
