// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// D: the decision an order waits for: more time or not, whose a returned order is, whether a result is in order.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/models/OrderCare.h"

#include <optional>

class QLineEdit;
class QPlainTextEdit;

namespace sz::widgets {

class LimitField;
class TickTimer;

/// Ctrl+Enter agrees (accepts, finds in order), Alt+N does not, Alt+R gives a returned order to another unit. Who may not decide
/// this one reads so when the sheet opens. Thread: gui.
class DecideSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    DecideSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~DecideSheet() override;

    /// What waits on this order; the cursor goes to the words.
    void open(const IncidentId& incident, const OrderId& order);
    [[nodiscard]] std::optional<Waiting> waiting() const { return m_waiting; }

Q_SIGNALS:
    void performed(const QString& what);
    /// Another unit takes over from the returned order; nothing is decided yet.
    void insteadRequested(
        const sz::IncidentId& incident,
        const sz::OrderId& returned,
        const QString& words);

private:
    void build();
    void buildSample();
    void follow();
    void showWaiting();
    void block();
    void sayWhyNot();
    [[nodiscard]] Result<void> verdict() const;
    [[nodiscard]] const model::Order* order() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] model::Act act(bool isYes) const;
    [[nodiscard]] QString doneText(bool isYes) const;
    [[nodiscard]] bool isComplete(bool isYes);
    void decide(bool isYes);

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    model::IncidentPtr m_incident;
    std::optional<Waiting> m_waiting;
    ToneLabel* m_what;
    ToneLabel* m_story;
    ToneLabel* m_clocks;
    QWidget* m_sample;
    QLineEdit* m_drawn = nullptr;
    QLineEdit* m_good = nullptr;
    LimitField* m_limit;
    QPlainTextEdit* m_words;
    KeycapButton* m_no;
    KeycapButton* m_instead;
    bool m_isBusy = false;
};

} // namespace sz::widgets
