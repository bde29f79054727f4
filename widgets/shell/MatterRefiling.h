// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Entries about shifts, drawings and the plan that headquarters refused, filed anew with one click.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/MatterWords.h"

#include <QWidget>

#include <functional>

namespace sz::widgets {

class RefileSheet;
class RightPane;

/// One with words opens with them; one without is done again as it was. What was drawn lies on the map again. Thread: gui.
class MatterRefiling final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    MatterRefiling(desk::Desk& desk, const ThemeSource& theme, RightPane& right, QObject* parent);

    /// Puts a drawing on the map again, to be changed there.
    using Redraw = std::function<void(const model::Draw&)>;
    void setRedraw(Redraw redraw) { m_redraw = std::move(redraw); }
    /// False when it is none of these, or was done again at once (`refiled` tells).
    [[nodiscard]] bool reopen(const desk::OutboxLine& line);

Q_SIGNALS:
    /// What was opened is filed anew.
    void performed(const QWidget& form, const QString& what);
    /// The same of a line for which nothing was opened.
    void refiled(std::uint64_t counter, const QString& what);
    void said(const QString& sentence);
    void closed();

private:
    void openSheet(const desk::OutboxLine& line, MatterAct act);
    void file(const MatterAct& act, std::optional<std::uint64_t> counter);
    [[nodiscard]] QFuture<Result<desk::Receipt>> perform(const MatterAct& act);

    desk::Desk& m_desk;
    RightPane& m_right;
    std::function<RefileSheet*()> m_make;
    RefileSheet* m_sheet = nullptr;
    Redraw m_redraw;
    std::optional<MatterAct> m_act; ///< whose words are in the sheet
    bool m_isBusy = false;
};

} // namespace sz::widgets
