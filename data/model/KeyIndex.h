// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a key stands, for a list of 155,000 that is copied at every step. Private to data/model.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace sz::model {

/// Tables that are never changed: an addition makes a new one and melts the smaller ones at the end into it, so there are few
/// (a logarithm of the size), and copies share them. Keeps no keys: who asks compares. Thread: copies may be read by any.
class KeyIndex
{
public:
    struct Place
    {
        std::uint32_t hash = 0;
        std::uint32_t at = 0;
    };

    [[nodiscard]] static std::uint32_t hashOf(std::string_view key)
    {
        const auto wide = static_cast<std::uint64_t>(std::hash<std::string_view>{}(key));
        return static_cast<std::uint32_t>(wide ^ (wide >> 32U));
    }

    void add(std::vector<Place> places);

    /// The place of this hash for which `is(at)`.
    template <class Is>
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t hash, Is is) const
    {
        for (const auto& table : m_tables) {
            const std::size_t mask = table->slots.size() - 1;
            for (std::size_t i = hash & mask; table->slots[i].at != kNone; i = (i + 1) & mask) {
                if (table->slots[i].hash == hash && is(table->slots[i].at)) {
                    return table->slots[i].at;
                }
            }
        }
        return std::nullopt;
    }

private:
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
    struct Table
    {
        std::vector<Place> slots; ///< a power of two of them, at most half full; `at` kNone: free
        std::size_t count = 0;
    };
    static void put(Table& table, Place place);

    std::vector<std::shared_ptr<const Table>> m_tables; ///< largest first
};

} // namespace sz::model
