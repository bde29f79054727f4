// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/SeatActs.h"

#include "data/model/ReadBody.h"

#include <algorithm>

namespace sz::model {
namespace {

enum Type : std::uint32_t {
    kTaken = 40,
    kLeft = 41,
    kRefusal = 42,
    kUnlock = 43,
};

constexpr std::size_t kMostText = 400;

struct Pack
{
    log::Fields operator()(const SeatTaken& a) const { return {{1, encodeGrant(a.grant)}}; }
    log::Fields operator()(const SeatLeft& a) const { return {{1, a.person.value}}; }
    log::Fields operator()(const Refusal& a) const
    {
        return {{1, toUtcMs(a.at)},  {2, a.what},       {3, static_cast<int>(a.code)},
                {4, a.detail},       {5, a.desk.value}, {6, a.unit.value},
                {7, a.person.value}, {8, a.host},       {9, a.count}};
    }
    log::Fields operator()(const UnlockPerson& a) const
    {
        return {{1, a.person.value}, {2, a.desk.value}};
    }
};

Result<SeatAct> readTaken(log::FieldReader& in)
{
    return decodeGrant(in.bytes(1)).transform([](Grant grant) {
        return SeatAct(SeatTaken{std::move(grant)});
    });
}

SeatAct readRefusal(log::FieldReader& in)
{
    Refusal out;
    out.at = fromUtcMs(in.integer(1));
    out.what = in.text(2);
    out.code = static_cast<Code>(in.integer(3));
    out.detail = in.textOr(4);
    out.desk = DeskId(in.textOr(5));
    out.unit = UnitCode(in.textOr(6));
    out.person = PersonCode(in.textOr(7));
    out.host = in.textOr(8);
    const std::int64_t count = in.integerOr(9, 1);
    out.count = count < 1 ? 1 : static_cast<std::uint64_t>(count);
    for (const auto& [key, text] : {std::pair{2, &out.what}, {4, &out.detail}, {8, &out.host}}) {
        if (text->size() > kMostText) {
            in.reject(key);
        }
    }
    return out;
}

Result<SeatAct> readAct(std::uint32_t type, log::FieldReader& in)
{
    switch (type) {
    case kTaken:
        return readTaken(in);
    case kLeft:
        return SeatAct(SeatLeft{PersonCode(in.text(1))});
    case kRefusal:
        return readRefusal(in);
    default:
        return SeatAct(UnlockPerson{PersonCode(in.text(1)), DeskId(in.textOr(2))});
    }
}

} // namespace

std::string clipped(std::string_view text)
{
    constexpr std::size_t kMost = 200;
    if (!isUtf8(text)) {
        return "?";
    }
    std::size_t end = std::min(text.size(), kMost);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return std::string(text.substr(0, end));
}

std::uint32_t seatActType(const SeatAct& act)
{
    return kTaken + static_cast<std::uint32_t>(act.index());
}

Bytes encodeSeatAct(const SeatAct& act)
{
    return log::encode(std::visit(Pack{}, act));
}

Result<std::optional<SeatAct>> decodeSeatAct(const log::Entry& entry)
{
    const bool isKnown = entry.subject.kind == log::SubjectKind::Operation && entry.type >= kTaken
                         && entry.type <= kUnlock && entry.typeVersion == 1;
    if (!isKnown) {
        return std::nullopt;
    }
    return readBody<SeatAct>(
        entry, "seat act", [&](log::FieldReader& in) { return readAct(entry.type, in); });
}

} // namespace sz::model
