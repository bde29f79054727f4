// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// E: more time for one order, a stop of its clock, or the end of that stop; always with both clocks before the eyes.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"

class QPlainTextEdit;

namespace sz::widgets {

class LimitField;
class SegmentedButtons;
class TickTimer;

/// Asks; nothing changes until a second person agrees (DecideSheet). Only resuming takes effect at once.
class ReliefSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    ReliefSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~ReliefSheet() override;

    /// For one order; the cursor goes to the choice. Says at once why nothing can be asked for.
    void open(const IncidentId& incident, const OrderId& order);
    /// The same with the wishes of a refused act filled in.
    void open(const IncidentId& incident, const model::AskRelief& refused);

Q_SIGNALS:
    void performed(const QString& what);

private:
    enum Choice : std::uint8_t {
        More,
        Suspend,
        Resume,
    };
    void build();
    void takeChoice();
    void refresh();
    void refreshClocks(const model::Order& order);
    void sayWhyNot();
    [[nodiscard]] const model::Order* order() const;
    [[nodiscard]] Choice choice() const;
    [[nodiscard]] model::Act act() const;
    [[nodiscard]] QString doneText() const;
    [[nodiscard]] bool isComplete();
    void perform();

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    model::IncidentPtr m_incident;
    OrderId m_order;
    ToneLabel* m_what;
    SegmentedButtons* m_choice;
    LimitField* m_length;
    ToneLabel* m_clocks;
    QPlainTextEdit* m_reason;
    bool m_isLengthOwn = false; ///< typed or chosen by hand
    bool m_isBusy = false;
};

} // namespace sz::widgets
