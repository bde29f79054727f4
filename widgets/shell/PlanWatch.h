// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Midnight passes, or an approval comes in: from then on places are looked up in the plan that is in force. And who may approve a
// change is told that one waits.

#include "data/desk/Desk.h"
#include "data/plan/Places.h"
#include "widgets/common/TickTimer.h"

#include <QObject>

#include <set>
#include <string>

namespace sz::widgets {

class MapArea;

/// Thread: gui; everything it is made of outlives it.
class PlanWatch final : public QObject
{
    Q_OBJECT
public:
    PlanWatch(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const plan::PlaceIndex& index,
        TickTimer& ticks,
        MapArea& map,
        QObject* parent);

    /// Never null.
    [[nodiscard]] const std::shared_ptr<const plan::Plan>& plan() const
    {
        return m_plan;
    } // shared by many

Q_SIGNALS:
    void turned(const std::shared_ptr<const sz::plan::Plan>& plan);
    void noticed(const sz::desk::Notice& notice);

private:
    void look();
    void askAround();

    desk::Desk& m_desk;
    const plan::PlaceFinder& m_finder;
    const plan::PlaceIndex& m_index;
    TickTimer& m_ticks;
    MapArea& m_map;
    std::shared_ptr<const plan::Plan> m_plan;
    std::set<std::string> m_asked; ///< proposals this seat has been told to decide on
    bool m_hasLooked = false;
};

} // namespace sz::widgets
