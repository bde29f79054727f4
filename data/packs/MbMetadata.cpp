// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/MbMetadata.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sz::packs {
namespace {

// The text "json" of a vector pack may be megabytes long.
constexpr auto kRows =
    "SELECT substr(name, 1, 100), substr(value, 1, 6400) FROM metadata LIMIT 200";

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

template <class T>
std::optional<T> numberFrom(std::string_view text)
{
    text = trimmed(text);
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole ? std::optional(value) : std::nullopt;
}

} // namespace

std::string MbMetadata::text(std::string_view name) const
{
    const auto found = rows.find(name);
    return found == rows.end() ? std::string() : found->second;
}

std::optional<int> MbMetadata::number(std::string_view name) const
{
    const auto value = numberFrom<double>(text(name)); // some write "14.0"
    const bool isInt =
        value && std::isfinite(*value) && std::abs(*value) < 1000 && std::floor(*value) == *value;
    return isInt ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<std::string> MbMetadata::otherGrid() const
{
    constexpr std::array<std::string_view, 4> kMercator{"3857", "900913", "102100", "102113"};
    for (const char* key : {"crs", "srs"}) {
        const std::string grid = text(key);
        const bool isOurs = grid.empty() || std::ranges::any_of(kMercator, [&](auto code) {
                                return grid.contains(code);
                            });
        if (!isOurs) {
            return grid;
        }
    }
    return std::nullopt;
}

MbMetadata readMbMetadata(SQLite::Database& db)
{
    MbMetadata metadata;
    SQLite::Statement rows(db, kRows);
    while (rows.executeStep()) {
        metadata.rows.try_emplace(
            rows.getColumn(0).getString(), trimmed(rows.getColumn(1).getString()));
    }
    return metadata;
}

std::optional<Bounds> boundsFrom(std::string_view text)
{
    std::array<double, 4> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto comma = i == 3 ? text.size() : text.find(',');
        if (comma == std::string_view::npos) {
            return std::nullopt;
        }
        const auto value = numberFrom<double>(text.substr(0, comma));
        if (!value || !std::isfinite(*value)) {
            return std::nullopt;
        }
        parts.at(i) = *value;
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return Bounds{parts[0], parts[1], parts[2], parts[3]};
}

} // namespace sz::packs
