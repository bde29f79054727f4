// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From what waits at this seat to what is heard there; mute with Ctrl+M, of this seat alone.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/AlarmSounds.h"

#include <QObject>

#include <functional>

namespace sz::widgets {

class AlarmWatch;
class SoundBlock;
class SoundPlayer;

/// Silent until it is given something to play with: tests and pictures make no noise. Thread: gui; all outlive it.
class SoundActs final : public QObject
{
    Q_OBJECT
public:
    SoundActs(desk::Desk& desk, const ThemeSource& theme, AlarmWatch& alarms, QWidget* page);

    /// The programs of this computer.
    void usePlayer();
    /// Somebody else hears it.
    void setSink(std::function<void(Sound)> sink);
    /// Rounds missed twice: whose turn it is here (true) and the rest.
    void setRounds(std::function<std::set<std::string>(bool isOwnTurn)> heard)
    {
        m_rounds = std::move(heard);
    }
    /// A report is no news any more once it was opened here.
    void setOpened(const IncidentId& incident) { m_opened.insert(incident); }
    void toggleMute();

    [[nodiscard]] SoundBlock& block() { return *m_block; }
    /// What waits now; pure of sound.
    [[nodiscard]] SoundScene scene() const;

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void hear();
    void restoreMute();
    void tell();
    [[nodiscard]] QString settingsKey() const;

    desk::Desk& m_desk;
    AlarmWatch& m_alarms;
    AlarmSounds m_sounds;
    SoundBlock* m_block;
    SoundPlayer* m_player = nullptr;
    std::function<void(Sound)> m_sink;
    std::function<std::set<std::string>(bool)> m_rounds;
    std::set<IncidentId> m_opened;
    bool m_isMuteRestored = false;
    bool m_isToldMuted = false;
    bool m_wasLive = false;
};

/// A unit: orders it has not signed for. The office, too, and reports from units that nobody has taken in hand and that were
/// not `opened` here.
[[nodiscard]] std::set<std::string>
newMatters(const Incidents& incidents, const UnitCode& unit, const std::set<IncidentId>& opened);

} // namespace sz::widgets
