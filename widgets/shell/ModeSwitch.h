// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Games time and normal times on the screen: the badge with its tooltip, the roster's depth, and the ways to the sheet.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

#include <functional>

namespace sz::widgets {

class CommandLine;
class FindPalette;
class ModeSheet;
class NoticeStrip;
class RightPane;
class RosterStrip;
class TickTimer;
class TopBar;

/// Parts of the watch it speaks to; all outlive it.
struct ModeParts
{
    TopBar& top;
    CommandLine& command;
    FindPalette& find;
    RightPane& right;
    RosterStrip& roster;
    NoticeStrip& notices;
};

/// Thread: gui.
class ModeSwitch final : public QObject
{
    Q_OBJECT
public:
    ModeSwitch(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        ModeParts parts,
        QObject* parent);

    void open(const QString& reason = {});
    /// A switch headquarters refused, to be put right; false, and a sentence, when there is nothing left to switch.
    [[nodiscard]] bool reopen(const model::ModeAct& refused);

Q_SIGNALS:
    /// The sheet has done its act; a sentence for the toast.
    void performed(const QWidget& sheet, const QString& message);
    /// The sheet was put away.
    void closed();
    void said(const QString& sentence);

private:
    void show();
    void name(const desk::Notice& notice);

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    ModeParts m_parts;
    std::function<ModeSheet*()> m_make;
    ModeSheet* m_sheet = nullptr;
    Instant m_shownAt;
};

} // namespace sz::widgets
