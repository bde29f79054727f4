// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From a file's numbers to a layer in WGS-84, feature by feature.

#include "data/layers/RawLayer.h"

namespace sz::layers {

/// Takes what was read apart. `from`: the system that was asked for; none: what the file says, and WGS-84 where it says nothing.
/// Features that cannot be converted or whose outline is bad are left out, remarked. Ids are unique afterwards.
[[nodiscard]] Layer converted(RawLayer&& raw, const std::optional<geo::CoordinateSystem>& from);

/// What a pair that is not degrees looks like: a name for --from ("gk38"; "gk": the meridian is not in it), "3857", "swapped";
/// empty: nothing known.
[[nodiscard]] std::string looksLike(geo::Pair pair);

} // namespace sz::layers
