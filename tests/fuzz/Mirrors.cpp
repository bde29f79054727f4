// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/OutboxMirror.h"
#include "tests/fuzz/Runs.h"

namespace sz::fuzz {

void mirror(BytesView input)
{
    put("outbox.mirror", input);
    const auto read = store::OutboxMirror::read(folder() / "outbox.mirror");
    require(
        read.entries.empty() || read.head.seq > 0 || read.entries.back().counter == read.head.seq,
        "the head is that of the last record");
}

} // namespace sz::fuzz
