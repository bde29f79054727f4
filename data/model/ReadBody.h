// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How an entry about the operation (mode, seats, shifts, drawings, changes of the plan) becomes an act.

#include "data/log/Cbor.h"
#include "data/log/Entry.h"

#include <optional>
#include <utility>

namespace sz::model {

/// What `read` makes of the body; all that it must hold has to be there. `what` names the kind in an error: "shift act".
/// Errors: BadEncoding, and those of `read`.
template <class Act, class Read>
Result<std::optional<Act>> readBody(const log::Entry& entry, const char* what, Read read)
{
    const auto value = log::decode(entry.body);
    const auto* fields = value ? value->as<log::Fields>() : nullptr;
    if (fields == nullptr) {
        return fail(Code::BadEncoding, "the body is no CBOR map");
    }
    log::FieldReader in(*fields);
    Result<Act> act = read(in);
    return std::move(act).and_then([&](Act&& made) {
        return in.finish(what).transform([&] { return std::optional(std::move(made)); });
    });
}

} // namespace sz::model
