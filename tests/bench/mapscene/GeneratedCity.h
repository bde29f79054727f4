// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Outlines and incidents nobody surveyed: as many as a real city has, made by rule, the same in every run.

#include "data/layers/Layer.h"
#include "data/model/World.h"
#include "data/plan/PlaceShapes.h"

#include <map>
#include <random>

namespace sz::bench {

/// A net of about `count` cells over the plan's areas with `corners` corners each, shared edges bent alike.
[[nodiscard]] layers::Layer
generatedNet(const plan::Plan& plan, int count, int corners, const char* prefix);

/// The same as outlines of the plan's own streets and communities, as if its files had them.
[[nodiscard]] plan::PlaceShapes generatedShapes(const plan::Plan& plan);

/// Open incidents round the centre, normally distributed.
[[nodiscard]] std::map<IncidentId, model::IncidentPtr>
generatedIncidents(const plan::Plan& plan, int count, Instant now);

/// One of them changes: its place by some metres, its title.
void changeOne(std::map<IncidentId, model::IncidentPtr>& incidents, std::mt19937& random);

} // namespace sz::bench
