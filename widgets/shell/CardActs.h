// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From Y or 预案 in the line to the plan card's sheet and back to a sentence, with one undo for all its orders.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

#include <functional>

namespace sz::widgets {

class CommandLine;
class PlanCardSheet;
class RightPane;
class TickTimer;
class Undoing;

/// Thread: gui. All that is given outlives it.
class CardActs final : public QObject
{
    Q_OBJECT
public:
    CardActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        CommandLine& command,
        RightPane& right,
        Undoing& undoing,
        QObject* parent);

    void open(const IncidentId& incident, const std::string& code = {});

Q_SIGNALS:
    /// A sheet has done its act, or was put away.
    void performed(const QWidget& sheet, const QString& message);
    void closed();

private:
    desk::Desk& m_desk;
    RightPane& m_right;
    Undoing& m_undoing;
    std::function<PlanCardSheet*()> m_make;
    PlanCardSheet* m_sheet = nullptr;
};

} // namespace sz::widgets
