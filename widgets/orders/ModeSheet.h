// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Games time and normal times: what runs, what a switch changes, who switched before, and the switch itself.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"

class QPlainTextEdit;

namespace sz::widgets {

class TickTimer;

/// Opened from the mode's badge, the command line and Ctrl+K; Ctrl+Enter switches. Who has no right reads so when it opens.
/// Thread: gui.
class ModeSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    ModeSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~ModeSheet() override;

    void open(const QString& reason = {});

Q_SIGNALS:
    void performed(const QString& what);

private:
    void build();
    void refresh();
    void sayWhyNot();
    [[nodiscard]] model::ModeAct act(const std::string& reason) const;
    [[nodiscard]] plan::Mode next() const;
    void perform();

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    ToneLabel* m_now;
    ToneLabel* m_changes;
    ToneLabel* m_gaps;
    ToneLabel* m_history;
    QPlainTextEdit* m_reason;
    bool m_isBusy = false;
};

} // namespace sz::widgets
