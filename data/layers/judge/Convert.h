// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From a file's numbers to a layer in WGS-84, feature by feature.

#include "data/layers/judge/Rings.h"
#include "data/layers/RawLayer.h"

#include <optional>
#include <unordered_map>
#include <utility>

namespace sz::layers {

/// The one and only id of each feature: a later one that has been seen gets a number behind it, remarked.
class UniqueIds
{
public:
    void take(FeatureHead& head, Remarks& remarks);

private:
    std::unordered_map<std::string, int> m_next;
};

/// Takes features as they are read, so that nobody has to hold them all. `raw` and `from` outlive it; remarks go to `raw`.
class Converter
{
public:
    Converter(RawLayer& raw, std::optional<geo::CoordinateSystem> from)
        : m_raw(raw), m_from(std::move(from))
    {
    }

    /// Its group is in `raw` by then, with its system. Nothing: it is left out, remarked.
    [[nodiscard]] std::optional<Feature> take(RawFeature&& raw);
    /// What can be said only at the end; moves everything out of `raw` that is in a summary. What is counted by
    /// feature (LayerSummary::count) is the caller's.
    void finish(LayerSummary& summary);

private:
    void chooseSystems();
    void refuse(
        geo::Pair pair,
        const geo::CoordinateSystem& system,
        const FeatureRef& ref,
        std::uint32_t group);

    RawLayer& m_raw;
    std::optional<geo::CoordinateSystem> m_from;
    std::vector<std::optional<geo::CoordinateSystem>> m_systems;
    std::optional<RingJudge> m_rings;
    UniqueIds m_ids;
};

/// Takes what was read apart. `from`: the system that was asked for; none: what the file says, and WGS-84 where it says nothing.
/// Features that cannot be converted or whose outline is bad are left out, remarked. Ids are unique afterwards.
[[nodiscard]] Layer converted(RawLayer&& raw, const std::optional<geo::CoordinateSystem>& from);

/// What a pair that is not degrees looks like: a name for --from ("gk38"; "gk": the meridian is not in it), "3857", "swapped";
/// empty: nothing known.
[[nodiscard]] std::string looksLike(geo::Pair pair);

} // namespace sz::layers
