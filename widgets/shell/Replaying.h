// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+H: the past in the place of board, map, detail, command line and roster; Esc, Ctrl+1 or Ctrl+H: back to now.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/shell/StandIn.h"

class QToolButton;

namespace sz::widgets {

class ReplayPage;

/// Alarms stay live. Thread: gui.
class Replaying final : public StandIn
{
    Q_OBJECT
public:
    /// `acting` are the parts something could be done with: they are out of reach meanwhile. All outlive it.
    Replaying(
        desk::Desk& desk,
        const ThemeSource& theme,
        QWidget& watch,
        const QList<QWidget*>& acting,
        QWidget& window);

    void toggle();
    /// For the map's tools; made once.
    [[nodiscard]] QToolButton* button();
    /// Made now when it was not yet.
    [[nodiscard]] ReplayPage& page();

Q_SIGNALS:
    void made(sz::widgets::ReplayPage& page);

private:
    [[nodiscard]] QWidget* make() override;
    void enter() override;
    void setCompact(bool isCompact) override;
    void renewIcon();

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    ReplayPage* m_page = nullptr;
    QToolButton* m_button = nullptr;
};

} // namespace sz::widgets
