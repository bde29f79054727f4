// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Drills that are planned and endpoints that are down: who may tell of them. Private to data/model.

#include "data/model/ShiftGround.h"

namespace sz::model {

class DrillRule : public ShiftGround
{
public:
    using ShiftGround::ShiftGround;

    Result<void> operator()(const PlanDrill& a) const;
    Result<void> operator()(const AgreeToDrill& a) const;
    Result<void> operator()(const StartDrill& a) const;
    Result<void> operator()(const EndDrill& a) const;
    Result<void> operator()(const TellEndpoint& a) const;

private:
    using Open = Result<const ShiftDrill*>;
    [[nodiscard]] Result<void> leads() const;
    [[nodiscard]] Result<void> placeOk(const plan::Place& place) const;
    [[nodiscard]] Open notEnded(const std::string& id) const;
    [[nodiscard]] Open notBegun(const std::string& id) const;
    [[nodiscard]] Result<void> takesOver(const AgreeToDrill& a) const;
    [[nodiscard]] bool handsOverAt(Instant changeAt) const;
};

} // namespace sz::model
