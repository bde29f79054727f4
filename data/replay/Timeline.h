// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every entry this desk was told of, as a line of moments: what can be gone to, without the entries themselves.

#include "data/base/Clock.h"
#include "data/base/Ids.h"
#include "data/store/DeskReader.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sz::replay {

/// Position p means: the first p entries have happened; 0 is before all. Entries stand in headquarters' order. 24 bytes an
/// entry and 4 more for its incident. Built by one thread, then read by any.
class Timeline
{
public:
    /// Whose entry it is; incidents have 0 and up. `isIncident` tells them from the others.
    static constexpr std::uint32_t kDrills = 0xFFFFFFFC; ///< drills planned, begun and ended
    static constexpr std::uint32_t kGround = 0xFFFFFFFD; ///< drawings on the map
    static constexpr std::uint32_t kMode = 0xFFFFFFFE;   ///< the operation's mode
    static constexpr std::uint32_t kNobody =
        0xFFFFFFFF; ///< seats, rosters, damaged, given up with its incident

    /// One more, in the order of the feed. What cannot be read has its place all the same.
    void add(const store::ToldEntry& entry);
    /// Once, after the last add().
    void finish();

    [[nodiscard]] std::size_t size() const { return m_places.size(); }
    /// Log number of the i-th entry (0-based); ascending.
    [[nodiscard]] std::uint64_t numberOf(std::size_t i) const { return m_places[i].number; }
    [[nodiscard]] std::uint64_t seqOf(std::size_t i) const { return m_places[i].seq; }
    [[nodiscard]] std::uint32_t subjectOf(std::size_t i) const { return m_places[i].subject; }
    /// When headquarters took it, by headquarters' clock; never falls, whatever that clock did.
    [[nodiscard]] Instant atOf(std::size_t i) const { return fromUtcMs(m_places[i].ms); }

    /// How many entries had happened at a moment.
    [[nodiscard]] std::size_t positionAt(Instant at) const;
    /// Just behind the last entry numbered `number` or less.
    [[nodiscard]] std::size_t positionOf(std::uint64_t number) const;
    /// When the last of the first `position` entries came; of none, when the first did. Epoch when there are none at all.
    [[nodiscard]] Instant momentOf(std::size_t position) const;

    [[nodiscard]] std::size_t subjects() const { return m_names.size(); }
    [[nodiscard]] static bool isIncident(std::uint32_t subject) { return subject < kDrills; }
    [[nodiscard]] IncidentId incidentOf(std::uint32_t subject) const
    {
        return IncidentId(m_names[subject]);
    }
    /// Its entries (0-based), ascending.
    [[nodiscard]] std::span<const std::uint32_t> entriesOf(std::uint32_t subject) const
    {
        return m_entries[subject];
    }
    /// Incidents that were ever merged into it or grouped under it.
    [[nodiscard]] std::span<const std::uint32_t> everUnder(std::uint32_t subject) const;

private:
    struct Place
    {
        std::uint64_t number = 0;
        std::int64_t ms = 0;
        std::uint32_t seq = 0;
        std::uint32_t subject = kNobody;
    };
    [[nodiscard]] std::uint32_t subjectNamed(std::string_view incident);
    void noteTie(std::uint32_t subject, std::uint32_t type, std::uint32_t version, BytesView body);

    std::vector<Place> m_places;
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint32_t> m_byName;
    std::vector<std::vector<std::uint32_t>> m_entries;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_under;
};

} // namespace sz::replay
