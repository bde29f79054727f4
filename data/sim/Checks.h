// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What must hold when everything has come to rest (findings/sync.md §10), worked out from the log alone.

#include "data/sim/HqNode.h"

namespace sz::sim {

/// Adds one sentence to the ground's violations for each thing that is not so. Headquarters, of which there may be several
/// over one store, and desks must be running and healthy. `revoked`: the last number given before a desk's revocation.
void checkAll(
    Ground& ground,
    const std::vector<std::unique_ptr<HqNode>>& headquarters,
    const std::vector<std::unique_ptr<DeskNode>>& desks,
    const std::map<DeskId, std::uint64_t>& revoked);

/// Everything an incident shows, as text: two are equal when these are.
[[nodiscard]] std::string describe(const model::Incident& incident);

} // namespace sz::sim
