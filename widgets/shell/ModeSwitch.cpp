// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ModeSwitch.h"

#include "widgets/actions/CommandLine.h"
#include "widgets/actions/FindPalette.h"
#include "widgets/common/Durations.h"
#include "widgets/common/TickTimer.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/frame/TopBar.h"
#include "widgets/models/ModeWords.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/ModeSheet.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/RosterStrip.h"

namespace sz::widgets {

ModeSwitch::ModeSwitch(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    ModeParts parts,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_ticks(ticks), m_parts(parts),
      m_make([this, &theme] { return new ModeSheet(m_desk, theme, m_ticks, &m_parts.right); })
{
    connect(&desk, &desk::Desk::modeChanged, this, &ModeSwitch::show);
    connect(&ticks, &TickTimer::ticked, this, [this](Instant now) {
        if (now - m_shownAt >= Minutes{1} || now < m_shownAt) {
            show(); // the next roll call, and who is on duty now
        }
    });
    connect(&desk, &desk::Desk::noticed, this, &ModeSwitch::name);
    connect(&parts.top, &TopBar::modeActivated, this, [this] { open(); });
    connect(&parts.command, &CommandLine::modeRequested, this, &ModeSwitch::open);
    parts.find.addCommand(tr("Games time, normal times"), [this] { open(); });
    show();
}

void ModeSwitch::show()
{
    m_shownAt = m_ticks.now();
    const desk::ModeStatus& mode = m_desk.mode();
    m_parts.top.setMode(modeBadgeText(mode), modeTip(m_desk.plan(), mode, m_shownAt));
    m_parts.roster.setMode(mode.mode);
}

// The strip knows no plan: the post gets its name and the time its zone here, in place of what was told a moment ago.
void ModeSwitch::name(const desk::Notice& notice)
{
    const model::ModeTurn* turn = m_desk.mode().last();
    if (notice.kind == desk::Notice::Kind::ModeTurned && turn != nullptr) {
        desk::Notice named = notice;
        named.detail = tr("%1 by %2", "when, who")
                           .arg(
                               dayClockText(turn->at, m_desk.plan().utcOffsetMinutes),
                               whoText(m_desk.plan(), turn->unit, turn->post))
                           .toStdString();
        m_parts.notices.addNotice(named);
    }
}

// Somebody else has switched meanwhile: the same words in the sheet would switch it back.
bool ModeSwitch::reopen(const model::ModeAct& refused)
{
    const auto* start = std::get_if<model::StartMode>(&refused);
    const plan::Mode wanted = start != nullptr ? start->mode : plan::Mode::Normal;
    const desk::ModeStatus& mode = m_desk.mode();
    if (mode.mode == wanted) {
        Q_EMIT said(tr("It is %1 already: no switch is needed. “Understood” takes the line "
                       "away.",
                       "mode")
                        .arg(modeText(wanted)));
        return false;
    }
    open(QString::fromStdString(
        start != nullptr ? start->reason : std::get<model::EndMode>(refused).reason));
    return true;
}

void ModeSwitch::open(const QString& reason)
{
    if (m_sheet == nullptr) {
        m_sheet = m_make();
        m_parts.right.addSheet(m_sheet);
        connect(m_sheet, &SideSheet::closed, this, &ModeSwitch::closed);
        connect(m_sheet, &ModeSheet::performed, this, [this](const QString& what) {
            const bool isLive = m_desk.link().state == desk::LinkState::Live;
            Q_EMIT performed(
                *m_sheet, isLive ? tr("Saved: %1").arg(what)
                                 : tr("Saved on this desk, will be sent: %1").arg(what));
        });
    }
    m_parts.right.showSheet(m_sheet);
    m_sheet->open(reason);
}

} // namespace sz::widgets
