// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Between those who paint and the one who fetches: what has been kept of a source, and what is wanted of it.

#include "data/packs/OnlineSource.h"
#include "data/packs/Pack.h"
#include "data/packs/TileStore.h"

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace sz::maps {

/// How politely a source is asked, and how long an answer counts.
struct OnlineManner
{
    int connections = 2;
    Millis firstPause{2'000}; ///< after a failure; doubled after each further one
    Millis mostPause{300'000};
    Millis patience{15'000};          ///< for one answer
    std::chrono::hours fresh{24 * 7}; ///< then the source is asked whether a tile is still the same
    std::chrono::hours freshNone{24}; ///< the same for "there is none"
    Millis badFor{600'000};           ///< a tile that was no picture is not asked for so long
    std::uint64_t limit = packs::TileStore::kUsualLimit;
};

/// Thread: any. Until it is switched on it touches neither the network nor its file.
class OnlineSupply final : public packs::TileSupply
{
public:
    OnlineSupply(
        packs::OnlineSource source,
        std::filesystem::path file,
        const Clock& clock,
        OnlineManner manner);

    [[nodiscard]] std::string tile(const packs::TileId& id, bool isWanted) override;

    [[nodiscard]] const packs::OnlineSource& source() const { return m_source; }
    [[nodiscard]] const OnlineManner& manner() const { return m_manner; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    /// Off: what is wanted is forgotten, and nothing is wanted any more; what is kept goes on being shown.
    void setOn(bool isOn);
    [[nodiscard]] bool isOn() const;
    /// Called, from any thread and under the lock, when something is wanted; once it is replaced it is not called any more.
    void setWake(std::function<void()> wake);

    /// For the one who fetches. The latest wish first.
    [[nodiscard]] std::optional<packs::TileId> nextWanted();
    /// It could not be had now, but is wanted still.
    void putBack(const packs::TileId& id);
    /// It was answered, or is no longer of interest.
    void settle(const packs::TileId& id);
    /// The answer was no picture.
    void settleBad(const packs::TileId& id);
    [[nodiscard]] std::optional<packs::KeptTile> kept(const packs::TileId& id);
    void keep(const packs::TileId& id, const packs::KeptTile& tile);
    void confirm(const packs::TileId& id);
    [[nodiscard]] packs::TileFigures figures();
    void clear();
    /// Its file is about to be taken away: none is made any more.
    void discard();

private:
    [[nodiscard]] packs::TileStore* store();
    void want(const packs::TileId& id);

    const packs::OnlineSource m_source;
    const std::filesystem::path m_file;
    const Clock& m_clock;
    const OnlineManner m_manner;
    std::once_flag m_opening;
    std::unique_ptr<packs::TileStore> m_store; ///< made once
    mutable std::mutex m_mutex;
    bool m_isOn = false; ///< guarded, as what follows
    std::function<void()> m_wake;
    std::deque<packs::TileId> m_wanted;     ///< latest first
    std::set<std::uint64_t> m_asked;        ///< wanted or on their way
    std::map<std::uint64_t, Instant> m_bad; ///< until when
};

} // namespace sz::maps
