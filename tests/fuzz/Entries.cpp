// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/Acts.h"
#include "tests/fuzz/Runs.h"

namespace sz::fuzz {

// What an entry says survives being written again, and its act, too.
void entry(BytesView input)
{
    const auto read = log::decodeEntry(input);
    if (!read) {
        return;
    }
    const auto again = log::decodeEntry(log::encodeEntry(*read));
    require(
        again && again->id == read->id && again->body == read->body
            && again->subject == read->subject,
        "an entry changes when written again");
    const auto act = model::decodeAct(read->type, read->typeVersion, read->body);
    if (!act || std::holds_alternative<model::UnknownAct>(*act)) {
        return;
    }
    const Bytes body = model::encodeAct(*act);
    const auto once = model::decodeAct(read->type, read->typeVersion, body);
    require(once && model::encodeAct(*once) == body, "an act changes when written again");
}

} // namespace sz::fuzz
