// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parts that several shift entries are made of, in CBOR and back. Private to data/model.

#include "data/model/ShiftActs.h"

namespace sz::model {

[[nodiscard]] log::Fields packCell(const CellEdit& cell);
[[nodiscard]] CellEdit unpackCell(log::FieldReader& in);
[[nodiscard]] log::Fields packSlot(const DutySlot& slot);
[[nodiscard]] DutySlot unpackSlot(log::FieldReader& in);
[[nodiscard]] log::Fields packPart(const LoanPart& p);
[[nodiscard]] LoanPart unpackPart(log::FieldReader& in);
[[nodiscard]] log::Fields packRow(const SheetRow& row);
[[nodiscard]] SheetRow unpackRow(log::FieldReader& in);

[[nodiscard]] log::Array packTexts(const std::vector<std::string>& texts);
/// Empty when it is not there; something else than a text rejects the key.
[[nodiscard]] std::vector<std::string> unpackTexts(log::FieldReader& in, std::int64_t key);

template <class T>
[[nodiscard]] log::Array packAll(const std::vector<T>& values, log::Fields (*pack)(const T&))
{
    log::Array out;
    for (const T& value : values) {
        out.emplace_back(pack(value));
    }
    return out;
}

template <class T>
[[nodiscard]] std::vector<T>
unpackAll(log::FieldReader& in, std::int64_t key, T (*unpack)(log::FieldReader&))
{
    std::vector<T> out;
    for (const log::Value& value : in.arrayOr(key)) {
        const auto* fields = value.as<log::Fields>();
        if (fields == nullptr) {
            in.reject(key);
            return out;
        }
        log::FieldReader one(*fields);
        out.push_back(unpack(one));
        if (!one.ok()) {
            in.reject(key);
            return out;
        }
    }
    return out;
}

/// Puts a moment only when there is one.
void put(log::Fields& fields, std::int64_t key, const std::optional<Instant>& at);
[[nodiscard]] std::optional<Instant> instantOr(log::FieldReader& in, std::int64_t key);
[[nodiscard]] Instant instantOf(log::FieldReader& in, std::int64_t key);
/// Within 0 and 2^31; else the key is rejected.
[[nodiscard]] int count(log::FieldReader& in, std::int64_t key);
/// From 1 to `most`; else the key is rejected.
template <class E>
[[nodiscard]] E choice(log::FieldReader& in, std::int64_t key, E most)
{
    const std::int64_t value = in.integer(key);
    if (value < 1 || value > static_cast<std::int64_t>(most)) {
        in.reject(key);
        return most;
    }
    return static_cast<E>(value);
}

} // namespace sz::model
