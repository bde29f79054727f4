// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A CareRoom where F6, Ctrl+F6, Ctrl+D and Q work as on the watch page.

#include "tests/gui/CareRoom.h"
#include "widgets/shell/Decisions.h"
#include "widgets/shell/TaskForces.h"

namespace sz::test {

/// Wuchang has command, Education and Police belong to it; "evacuate 120 households".
inline model::FormForce roomForce(Instant until = kCall + std::chrono::days(3))
{
    return {
        "Xudong task force",
        UnitCode("D05"),
        model::answeringPost(*samplePlan(), UnitCode("D05")),
        {{UnitCode("L06"), PostCode("L06-desk"), "pupils"},
         {UnitCode("L01"), PostCode("L01-desk"), {}}},
        {{"evacuate", 120, "households"}, {"guard", 4, "gates"}},
        until,
        "door by door"};
}

struct ForceRoom : CareRoom
{
    using CareRoom::CareRoom;

    [[nodiscard]] bool
    isSet(const std::vector<model::Act>& before = {}, const std::string& post = "HQ-chief")
    {
        if (!isReady(before, post)) {
            return false;
        }
        forces = new widgets::TaskForces(*desk, finder, theme, ticks, *right, &window);
        decisions = new widgets::Decisions(*desk, theme, ticks, *right, &window);
        const auto say = [this](const QString& sentence) { said = sentence; };
        const auto leave = [this] {
            right->showDetail();
            right->detail().findChild<widgets::OrdersTable*>()->setFocus();
        };
        QObject::connect(forces, &widgets::TaskForces::said, right, say);
        QObject::connect(decisions, &widgets::Decisions::said, right, say);
        QObject::connect(forces, &widgets::TaskForces::left, right, leave);
        QObject::connect(decisions, &widgets::Decisions::left, right, leave);
        ticks.tick();
        return true;
    }
    [[nodiscard]] model::IncidentPtr now() const { return desk->incident(incident); }
    [[nodiscard]] const model::TaskForce* force() const { return now()->force(); }
    [[nodiscard]] QString screen() const { return right->currentWidget()->objectName(); }
    /// Words typed or, where an input method would write them, put in.
    static void write(const QString& words)
    {
        if (auto* lines = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget())) {
            lines->insertPlainText(words);
        } else if (auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget())) {
            line->insert(words);
        }
    }
    void save() const { key(Qt::Key_Return, Qt::ControlModifier); }
    [[nodiscard]] QString text(const char* label) const
    {
        const auto* found = find<QLabel>(label);
        return found == nullptr ? QString() : found->text();
    }

    widgets::TaskForces* forces = nullptr;
    widgets::Decisions* decisions = nullptr;
};

} // namespace sz::test
