// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Names that a base map brings along, a hundred thousand of them, made ready to be searched while someone types.

#include "data/plan/NameKeys.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace sz::plan {

enum class MapSort : std::uint8_t {
    Road,
    Water,
    Place,
};

struct MapName
{
    std::string zh; ///< the name as it is written there, in whatever language
    std::string en; ///< may be empty
    MapSort sort = MapSort::Place;
    Wgs84 at;
};

/// The names of one map.
struct MapNameList
{
    std::string source; ///< what the map is called
    std::vector<MapName> names;
};

/// Immutable; share it. Making it takes some 8 µs a name: not on the gui thread. A search of 100,000 names takes a few ms.
/// Thread: any.
class MapNames
{
public:
    explicit MapNames(std::vector<MapNameList> lists);

    /// A row that fits what was typed.
    struct Hit
    {
        std::uint32_t row = 0;
        int score = 0; ///< as scoreOf(BestFit, NameKeys)
    };

    [[nodiscard]] std::size_t size() const { return m_names.size(); }
    [[nodiscard]] const MapName& at(std::uint32_t row) const { return m_names[row]; }
    [[nodiscard]] const std::string& sourceOf(std::uint32_t row) const;
    /// Rows that `typed` (folded) fits in Chinese, English, pinyin or initials, the best first, at most `most`.
    [[nodiscard]] std::vector<Hit> find(std::string_view typed, std::size_t most) const;
    /// Rows whose whole name (folded) this is.
    [[nodiscard]] std::vector<std::uint32_t> called(std::string_view zh) const;

private:
    class Hits;

    void add(const MapName& name);
    void sortKeys();
    [[nodiscard]] std::string_view keyOf(std::uint32_t row) const;
    [[nodiscard]] std::uint32_t rowAt(std::size_t offset) const;
    void findShort(std::string_view typed, Hits& hits) const;
    void findLong(std::string_view typed, Hits& hits) const;

    std::vector<MapName>
        m_names; ///< the shortest first: among those that fit as well the first is the best
    std::vector<std::uint16_t> m_sourceOf;
    std::vector<std::string> m_sources;
    std::string m_text;                  ///< all ways of typing each, one behind the other
    std::vector<std::uint32_t> m_begins; ///< of each row in it, and the end
    std::vector<std::uint32_t> m_byName; ///< rows in the order of their folded names
    /// Offsets of all ways of typing, by their first one or two bytes; whole ones of that length first, then by row.
    std::array<std::vector<std::uint32_t>, 2> m_byBegin;
};

} // namespace sz::plan
