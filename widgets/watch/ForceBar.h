// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Under the head of the detail: the task force and what waits for a decision, a line each; their keys F6 and Q stand in a
// section header that has room.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>

namespace sz::widgets {

class KeycapButton;
class MarkLink;
class SectionHeader;

/// Hidden while there is neither. F6 is bound by the page (it works without an incident, too), Q here, window-wide while it is
/// visible. Impossible acts stay visible with their reason; the rule is model::checkAct. Thread: gui.
class ForceBar final : public QWidget
{
    Q_OBJECT
public:
    ForceBar(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    /// Makes both keys at the right edge of a header; once.
    void addKeys(SectionHeader& header);
    void setActor(const model::Actor& actor);
    /// Null hides it.
    void setIncident(const model::IncidentPtr& incident);
    void setNow(Instant now);

Q_SIGNALS:
    /// F6, or the line of the task force.
    void forceRequested(const sz::IncidentId& incident);
    /// Q.
    void askRequested(const sz::IncidentId& incident);
    /// The line of what waits for a decision.
    void decisionRequested(const sz::IncidentId& incident);

private:
    void refresh();
    void refreshLines();
    void refreshKeys();
    void showKey(KeycapButton& key, const QString& label, const Result<void>& verdict) const;
    [[nodiscard]] Result<void> mayForce() const;

    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    model::Actor m_actor;
    model::IncidentPtr m_incident;
    Instant m_now;
    MarkLink* m_force;
    MarkLink* m_decision;
    KeycapButton* m_forceKey = nullptr;
    KeycapButton* m_askKey = nullptr;
};

} // namespace sz::widgets
