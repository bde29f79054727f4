// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ShiftPack.h"

#include <limits>

namespace sz::model {

log::Array packTexts(const std::vector<std::string>& texts)
{
    return {texts.begin(), texts.end()};
}

std::vector<std::string> unpackTexts(log::FieldReader& in, std::int64_t key)
{
    std::vector<std::string> out;
    for (const log::Value& value : in.arrayOr(key)) {
        const auto* text = value.as<std::string>();
        if (text == nullptr) {
            in.reject(key);
            return out;
        }
        out.push_back(*text);
    }
    return out;
}

void put(log::Fields& fields, std::int64_t key, const std::optional<Instant>& at)
{
    if (at) {
        fields.emplace(key, toUtcMs(*at));
    }
}

std::optional<Instant> instantOr(log::FieldReader& in, std::int64_t key)
{
    return in.has(key) ? std::optional(instantOf(in, key)) : std::nullopt;
}

// What lies outside any calendar would overflow sums of times later.
Instant instantOf(log::FieldReader& in, std::int64_t key)
{
    constexpr std::int64_t kFarthest = 253'402'300'800'000; // year 10000, UTC ms
    const std::int64_t ms = in.integer(key);
    if (ms < 0 || ms >= kFarthest) {
        in.reject(key);
        return {};
    }
    return fromUtcMs(ms);
}

int count(log::FieldReader& in, std::int64_t key)
{
    const std::int64_t value = in.integer(key);
    if (value < 0 || value > std::numeric_limits<int>::max()) {
        in.reject(key);
        return 0;
    }
    return static_cast<int>(value);
}

log::Fields packCell(const CellEdit& c)
{
    return {{1, c.post.value},     {2, c.day},
            {3, c.shift},          {4, toUtcMs(c.from)},
            {5, toUtcMs(c.until)}, {6, packTexts(c.people)},
            {7, c.isAsPlanned},    {8, c.base}};
}

CellEdit unpackCell(log::FieldReader& in)
{
    CellEdit out;
    out.post = PostCode(in.text(1));
    out.day = in.integer(2);
    out.shift = in.text(3);
    out.from = instantOf(in, 4);
    out.until = instantOf(in, 5);
    out.people = unpackTexts(in, 6);
    out.isAsPlanned = in.booleanOr(7, false);
    const std::int64_t base = in.integerOr(8, 0);
    if (base < 0) {
        in.reject(8);
    } else {
        out.base = static_cast<std::uint64_t>(base);
    }
    return out;
}

log::Fields packSlot(const DutySlot& s)
{
    return {{1, s.post.value}, {2, s.person}, {3, toUtcMs(s.from)}, {4, toUtcMs(s.until)}};
}

DutySlot unpackSlot(log::FieldReader& in)
{
    return {PostCode(in.text(1)), in.text(2), instantOf(in, 3), instantOf(in, 4)};
}

log::Fields packPart(const LoanPart& p)
{
    return {{1, p.to.value}, {2, p.place}, {3, p.people}};
}

LoanPart unpackPart(log::FieldReader& in)
{
    return {UnitCode(in.textOr(1)), in.textOr(2), count(in, 3)};
}

log::Fields packRow(const SheetRow& r)
{
    log::Fields out{
        {1, r.id},
        {2, static_cast<int>(r.part)},
        {3, r.incident.value},
        {4, r.unit.value},
        {5, r.post.value},
        {6, r.number},
        {7, r.text},
        {8, r.detail},
        {10, r.isRed}};
    put(out, 9, r.due);
    return out;
}

SheetRow unpackRow(log::FieldReader& in)
{
    SheetRow out;
    out.id = in.text(1);
    out.part = choice(in, 2, static_cast<SheetPart>(kSheetParts));
    out.incident = IncidentId(in.textOr(3));
    out.unit = UnitCode(in.textOr(4));
    out.post = PostCode(in.textOr(5));
    out.number = in.textOr(6);
    out.text = in.textOr(7);
    out.detail = in.textOr(8);
    out.due = instantOr(in, 9);
    out.isRed = in.booleanOr(10, false);
    return out;
}

} // namespace sz::model
