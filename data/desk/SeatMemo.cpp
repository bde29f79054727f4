// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/SeatMemo.h"

#include <algorithm>

namespace sz::desk {

std::optional<log::Fields> fieldsOf(const std::optional<Bytes>& bytes)
{
    const auto value = bytes ? log::decode(*bytes) : fail(Code::NotFound, "");
    const auto* fields = value ? value->as<log::Fields>() : nullptr;
    return fields == nullptr ? std::nullopt : std::optional(*fields);
}

Bytes packed(const Verifier& v)
{
    return log::encode(
        log::Fields{{1, v.salt}, {2, v.hash}, {3, v.memoryKib}, {4, v.passes}, {5, v.lanes}});
}

std::optional<Verifier> verifierOf(const std::optional<Bytes>& bytes)
{
    const auto fields = fieldsOf(bytes);
    if (!fields) {
        return std::nullopt;
    }
    log::FieldReader in(*fields);
    const auto small = [&](std::int64_t key) {
        return static_cast<std::uint32_t>(std::clamp<std::int64_t>(in.integer(key), 0, 1 << 30));
    };
    Verifier out{in.bytes(1), in.bytes(2), small(3), small(4), small(5)};
    return in.ok() ? std::optional(std::move(out)) : std::nullopt;
}

Bytes packed(const model::SignedGrant& grant)
{
    sync::SignedOn frame;
    frame.grant = grant;
    return log::encode(sync::packSeat(frame));
}

std::optional<model::SignedGrant> grantOf(const std::optional<Bytes>& bytes)
{
    const auto fields = fieldsOf(bytes);
    if (!fields) {
        return std::nullopt;
    }
    log::FieldReader in(*fields);
    auto frame = sync::readSignedOn(in);
    return in.ok() ? std::move(frame.grant) : std::nullopt;
}

Bytes packed(const model::Tries& tries)
{
    log::Fields fields{{1, tries.wrong}, {2, toUtcMs(tries.firstAt)}};
    if (tries.lockedAt) {
        fields.emplace(3, toUtcMs(*tries.lockedAt));
    }
    return log::encode(std::move(fields));
}

model::Tries triesOf(const std::optional<Bytes>& bytes)
{
    const auto fields = fieldsOf(bytes);
    model::Tries out;
    if (fields) {
        log::FieldReader in(*fields);
        out.wrong = static_cast<int>(in.integerOr(1, 0));
        out.firstAt = fromUtcMs(in.integerOr(2, 0));
        if (in.has(3)) {
            out.lockedAt = fromUtcMs(in.integer(3));
        }
    }
    return out;
}

} // namespace sz::desk
