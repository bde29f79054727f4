// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The task force's own board: command and its log, goals, members and how their orders stand, minutes; and its acts by key.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"

#include <array>
#include <memory>
#include <optional>

class QPlainTextEdit;

namespace sz::plan {
class PlaceFinder;
}

namespace sz::widgets {

class GoalBars;
class MemberTable;
class TickTimer;

/// Alt+1 to Alt+5 say what is written, Ctrl+Enter writes it. References outlive it. Thread: gui.
class ForceBoard final : public SideSheet
{
    Q_OBJECT
public:
    enum class Act : std::uint8_t {
        Count,    ///< Alt+1: "evacuate 96"
        Minutes,  ///< Alt+2
        Transfer, ///< Alt+3: "Wuchang reason"
        Change,   ///< Alt+4: opens the sheet
        End,      ///< Alt+5: the result
    };
    static constexpr std::array kActs{
        Act::Count, Act::Minutes, Act::Transfer, Act::Change, Act::End};

    ForceBoard(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~ForceBoard() override;

    /// The newest task force of the incident; nothing happens when it never had one.
    void open(const IncidentId& incident);
    /// A refused act of the board again, its words in the field; false when it is none, or no task force is at work.
    bool reopen(const IncidentId& incident, const model::Act& refused);
    [[nodiscard]] IncidentId incident() const { return m_incident; }

Q_SIGNALS:
    /// Saved; what was done, for the toast. The board stays open.
    void performed(const QString& what);
    void changeRequested(const sz::IncidentId& incident);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildActs();
    void refresh();
    void refreshTime(const model::TaskForce& force);
    void refreshCommand(const model::TaskForce& force);
    void refreshMinutes(const model::TaskForce& force);
    void refreshActs();
    void choose(Act act);
    void follow();
    void perform();
    void write(model::Act act);
    [[nodiscard]] QString label(Act act) const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString doneText() const;
    [[nodiscard]] model::Act sample(Act act) const;
    [[nodiscard]] QString reading() const;
    /// What is written as an act; empty when something is missing, `reading` says what.
    [[nodiscard]] std::optional<model::Act> wish() const;
    [[nodiscard]] const model::TaskForce* force() const;

    desk::Desk& m_desk;
    const plan::PlaceFinder& m_finder;
    TickTimer& m_ticks;
    model::IncidentPtr m_known;
    IncidentId m_incident;
    Act m_act = Act::Count;
    ToneLabel* m_time = nullptr;
    ToneLabel* m_text = nullptr;
    ToneLabel* m_lead = nullptr;
    ToneLabel* m_log = nullptr;
    GoalBars* m_goals = nullptr;
    MemberTable* m_members = nullptr;
    ToneLabel* m_presence = nullptr;
    std::array<KeycapButton*, 5> m_keys{}; ///< by Act
    QWidget* m_writing = nullptr;
    QPlainTextEdit* m_edit = nullptr;
    ToneLabel* m_reading = nullptr;
    ToneLabel* m_minutes = nullptr;
    bool m_isBusy = false;
};

} // namespace sz::widgets
