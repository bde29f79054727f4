// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/SeatActs.h"
#include "tests/fuzz/Runs.h"

namespace sz::fuzz {

// Who signed on, and what was refused: entries 40 to 43, grants.
void seat(BytesView input)
{
    if (const auto grant = model::decodeGrant(input)) {
        const auto again = model::decodeGrant(model::encodeGrant(*grant));
        require(again && *again == *grant, "a grant changes when written again");
    }
    for (std::uint32_t type = 40; type <= 43; ++type) {
        log::Entry entry;
        entry.type = type;
        entry.body.assign(input.begin(), input.end());
        const auto act = model::decodeSeatAct(entry);
        if (!act || !*act) {
            continue;
        }
        entry.body = model::encodeSeatAct(**act);
        const auto again = model::decodeSeatAct(entry);
        require(again && *again && **again == **act, "a seat's act changes when written again");
    }
}

} // namespace sz::fuzz
