// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A stored entry as the tree over the log knows it.

#include "data/proof/Record.h"
#include "data/store/HqLog.h"

namespace sz::store {

[[nodiscard]] inline proof::Record recordOf(const NumberedEntry& entry)
{
    return {
        entry.number, entry.receivedAt, entry.desk.value,          entry.counter,
        entry.serial, entry.author,     log::entryHash(entry.raw),
    };
}

} // namespace sz::store
