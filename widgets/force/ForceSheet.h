// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F6: the task force of an incident is formed, or changed: lead, members, goals with counts, end.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/force/MemberPicker.h"

class QLineEdit;
class QPlainTextEdit;

namespace sz::widgets {

class PickEdit;
class TickTimer;

/// References outlive it. Thread: gui.
class ForceSheet final : public SideSheet
{
    Q_OBJECT
public:
    ForceSheet(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);
    ~ForceSheet() override;

    /// A new one: name, lead and members are filled in from the incident, the cursor stands where the goals go. What was begun for
    /// this incident before is still there.
    void open(const IncidentId& incident);
    /// The one at work: its members, goals and end; only what is changed is written.
    void openChange(const IncidentId& incident);
    /// A refused act again, as it was typed.
    void open(const IncidentId& incident, const model::FormForce& refused);
    void openChange(const IncidentId& incident, const model::ChangeForce& refused);

Q_SIGNALS:
    /// Saved; what was done, for the toast.
    void performed(const sz::IncidentId& incident, const QString& what);

private:
    void build();
    void buildLead();
    void buildGoals();
    void buildUntil();
    void watchFields();
    void fill(const model::Incident& incident);
    void fillChange(const model::TaskForce& force);
    void setGoals(const std::vector<model::ForceGoal>& goals);
    void setUntil(Instant until);
    void refresh();
    void refreshWords();
    void refreshMainAct(const model::Incident& incident);
    void offerLead(const QString& typed);
    void setLead(const Seat& seat);
    [[nodiscard]] std::optional<Instant> until() const;
    [[nodiscard]] bool isComplete();
    [[nodiscard]] bool hasGoodGoals();
    [[nodiscard]] model::FormForce formed() const;
    [[nodiscard]] model::ChangeForce changed(const model::TaskForce& force) const;
    void save();
    void perform(model::Act act, const QString& what);

    desk::Desk& m_desk;
    const plan::PlaceFinder& m_finder;
    const TickTimer& m_ticks;
    QLineEdit* m_name = nullptr;
    PickEdit* m_lead = nullptr;
    MemberPicker* m_members = nullptr;
    QPlainTextEdit* m_goals = nullptr;
    ToneLabel* m_goalWords = nullptr;
    QWidget* m_goalBox = nullptr;
    QLineEdit* m_until = nullptr;
    ToneLabel* m_untilWords = nullptr;
    QWidget* m_untilBox = nullptr;
    QLineEdit* m_text = nullptr;
    QLineEdit* m_reason = nullptr;
    std::vector<Seat> m_offered; ///< rows of the lead's open list
    Seat m_leadSeat;
    IncidentId m_incident;
    QString m_untilBefore; ///< of the task force that is changed
    bool m_isChange = false;
    bool m_isBusy = false;
};

} // namespace sz::widgets
