// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sample plan, read once a program, for tests of the map.

#include "data/plan/Plan.h"

#include <memory>

namespace sz::maps {

[[nodiscard]] inline std::shared_ptr<const plan::Plan> samplePlan()
{
    static const auto kPlan = [] {
        auto loaded = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
        return loaded ? std::make_shared<const plan::Plan>(std::move(loaded->plan)) : nullptr;
    }();
    return kPlan;
}

} // namespace sz::maps
