// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Members of a task force typed one after the other: unit, then what for; below, each with its post.

#include "data/desk/Desk.h"
#include "data/model/Force.h"
#include "data/plan/Places.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <vector>

namespace sz::widgets {

class ElidedLabel;
class MemberTable;
class PickEdit;

/// A post of a unit that can take part.
struct Seat
{
    UnitCode unit;
    PostCode post;
    bool operator==(const Seat&) const = default;
};

/// Posts of every unit whose name is the first word: of each the one that answers first. At most 12.
[[nodiscard]] std::vector<Seat>
seatsNamed(const plan::Plan& plan, const plan::PlaceFinder& finder, const QString& typed);
[[nodiscard]] std::vector<ChoiceRow>
seatRows(const desk::Desk& desk, const std::vector<Seat>& seats, Instant now);

class MemberPicker final : public QWidget
{
    Q_OBJECT
public:
    MemberPicker(
        const desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        QWidget* sheet);

    void setMembers(std::vector<model::ForceMember> members, Instant now);
    [[nodiscard]] const std::vector<model::ForceMember>& members() const { return m_members; }
    [[nodiscard]] PickEdit* edit() const { return m_edit; }
    /// Takes the lit row of an open list.
    void settle();

Q_SIGNALS:
    void changed();

private:
    void search(const QString& text);
    void add(const Seat& seat);
    void remove(int row);
    void refresh();

    const desk::Desk& m_desk; ///< who is there is asked of its roster
    const plan::Plan& m_plan;
    const plan::PlaceFinder& m_finder;
    PickEdit* m_edit;
    MemberTable* m_table;
    ElidedLabel* m_note;
    std::vector<Seat> m_offered;
    std::vector<model::ForceMember> m_members;
    Instant m_now;
};

} // namespace sz::widgets
