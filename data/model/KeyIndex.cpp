// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/KeyIndex.h"

#include <bit>

namespace sz::model {

void KeyIndex::put(Table& table, Place place)
{
    const std::size_t mask = table.slots.size() - 1;
    std::size_t i = place.hash & mask;
    while (table.slots[i].at != kNone) {
        i = (i + 1) & mask;
    }
    table.slots[i] = place;
    ++table.count;
}

void KeyIndex::add(std::vector<Place> places)
{
    if (places.empty()) {
        return;
    }
    while (!m_tables.empty() && m_tables.back()->count < 2 * places.size()) {
        for (const Place& place : m_tables.back()->slots) {
            if (place.at != kNone) {
                places.push_back(place);
            }
        }
        m_tables.pop_back();
    }
    auto table = std::make_shared<Table>();
    table->slots.assign(std::bit_ceil(2 * places.size()), Place{0, kNone});
    for (const Place& place : places) {
        put(*table, place);
    }
    m_tables.push_back(std::move(table));
}

} // namespace sz::model
