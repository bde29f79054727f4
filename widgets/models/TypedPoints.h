// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Coordinates typed where a place is asked for: one place for each datum they may be in, so that whoever typed them chooses.

#include "data/plan/Places.h"

#include <QString>

#include <vector>

namespace sz::widgets {

struct TypedPoint
{
    plan::Place place; ///< its text says the numbers and their system, as they were typed
    QString system;    ///< "GCJ-02 (AutoNavi, Tencent)"
};

/// Empty: they are no coordinates. The likeliest first (geo::readingsOf). Thread: gui (tr).
[[nodiscard]] std::vector<TypedPoint>
typedPoints(const plan::Plan& plan, const plan::PlaceIndex& index, const QString& typed);

} // namespace sz::widgets
