// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sample plan of the source tree, read once a program. Throws when it does not load.

#include "data/plan/Plan.h"

#include <memory>
#include <stdexcept>

namespace sz::test {

[[nodiscard]] inline std::shared_ptr<const plan::Plan> samplePlan()
{
    static const auto kPlan = [] {
        auto loaded = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
        if (!loaded) {
            throw std::runtime_error(
                "the sample plan does not load: " + loaded.error().error.detail);
        }
        return std::make_shared<const plan::Plan>(std::move(loaded->plan));
    }();
    return kPlan;
}

} // namespace sz::test
