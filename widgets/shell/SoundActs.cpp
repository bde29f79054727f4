// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/SoundActs.h"

#include "widgets/common/Durations.h"
#include "widgets/frame/SoundBlock.h"
#include "widgets/frame/SoundPlayer.h"
#include "widgets/shell/AlarmWatch.h"

#include <QSettings>
#include <QShortcut>
#include <QWidget>

namespace sz::widgets {

namespace {

std::string nameOf(const Alarm& alarm)
{
    const auto [incident, ref] = keyOf(alarm);
    return incident + '/' + ref;
}

} // namespace

SoundActs::SoundActs(desk::Desk& desk, const ThemeSource& theme, AlarmWatch& alarms, QWidget* page)
    : QObject(page), m_desk(desk), m_alarms(alarms),
      m_block(new SoundBlock(theme, desk.plan().utcOffsetMinutes, page))
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_M), page);
    key->setObjectName(QStringLiteral("muteKey"));
    connect(key, &QShortcut::activated, this, &SoundActs::toggleMute);
    connect(m_block, &QAbstractButton::clicked, this, &SoundActs::toggleMute);
    connect(&alarms, &AlarmWatch::refreshed, this, &SoundActs::hear);
    tell();
}

void SoundActs::usePlayer()
{
    m_player = new SoundPlayer(this);
    connect(m_player, &SoundPlayer::canPlayChanged, this, &SoundActs::tell);
    setSink([this](Sound sound) { m_player->play(sound); });
}

void SoundActs::setSink(std::function<void(Sound)> sink)
{
    m_sink = std::move(sink);
    tell();
}

void SoundActs::hear()
{
    if (!m_isMuteRestored) {
        m_isMuteRestored = true;
        restoreMute();
    }
    const auto sound = m_sounds.next(scene(), m_alarms.now());
    if (sound && m_sink) {
        m_sink(*sound);
    }
    m_wasLive = m_wasLive || m_desk.link().state == desk::LinkState::Live;
    if (m_isToldMuted && !m_sounds.isMuted(m_alarms.now())) {
        tell(); // it has ended by itself
    }
}

SoundScene SoundActs::scene() const
{
    SoundScene scene;
    for (const Alarm& alarm : m_alarms.alarms()) {
        if (alarm.clearedAt) {
            continue; // seen, not heard
        }
        const auto& ladder = m_desk.plan().ladderFor(alarm.incident->kind);
        const auto climb =
            model::climbOf(m_desk.plan(), *alarm.incident, alarm.step, m_alarms.now());
        const bool isMine = climb && climb->turn == m_desk.actor().post && !ladder.empty()
                            && ladder.front().post != climb->turn;
        (isMine ? scene.turns : scene.late).insert(nameOf(alarm));
    }
    if (m_rounds) {
        scene.turns.merge(m_rounds(true));
        scene.late.merge(m_rounds(false));
    }
    scene.orders = newMatters(m_desk.incidents(), m_desk.actor().unit, m_opened);
    scene.isFlood = m_alarms.isFlood();
    const desk::LinkStatus& link = m_desk.link();
    const bool isDown = link.state == desk::LinkState::Offline
                        || link.state == desk::LinkState::Connecting
                        || link.state == desk::LinkState::Refused;
    if (m_wasLive && isDown) {
        scene.lostSince = link.since;
    }
    return scene;
}

std::set<std::string>
newMatters(const Incidents& incidents, const UnitCode& unit, const std::set<IncidentId>& opened)
{
    std::set<std::string> names;
    for (const auto& [id, incident] : incidents) {
        const bool isForOffice = unit == UnitCode("HQ")
                                 && incident->state == model::IncidentState::Pending
                                 && incident->enteredBy != unit && !incident->claimedBy;
        if (isForOffice && !opened.contains(id)) {
            names.insert(id.value);
        }
        for (const model::Order& order : incident->orders) {
            if (order.unit == unit && order.state == model::OrderState::Issued) {
                names.insert(id.value + '/' + order.id.value);
            }
        }
    }
    return names;
}

void SoundActs::toggleMute()
{
    const Instant now = m_alarms.now();
    if (m_sounds.isMuted(now)) {
        m_sounds.unmute();
        Q_EMIT said(tr("Sounds are heard again"));
    } else {
        m_sounds.mute(now, m_alarms.shiftEnd(now));
        Q_EMIT said(
            tr("Muted until %1, on this seat only")
                .arg(clockMinuteText(m_sounds.mutedUntil(), m_desk.plan().utcOffsetMinutes)));
    }
    QSettings().setValue(settingsKey(), qlonglong(toUtcMs(m_sounds.mutedUntil())));
    tell();
}

// A seat that was started anew stays muted as long as it would have; never longer.
void SoundActs::restoreMute()
{
    const Instant now = m_alarms.now();
    const Instant until = fromUtcMs(QSettings().value(settingsKey()).toLongLong());
    if (until > now && until - now <= AlarmSounds::kMuteFor) {
        m_sounds.muteUntil(until);
    }
    tell();
}

void SoundActs::tell()
{
    const Instant now = m_alarms.now();
    const bool isMuted = m_sounds.isMuted(now);
    m_isToldMuted = isMuted;
    const bool canPlay = m_sink != nullptr && (m_player == nullptr || m_player->canPlay());
    m_block->setState(
        canPlay, isMuted ? std::optional(m_sounds.mutedUntil()) : std::nullopt,
        isMuted && m_sounds.mutedUntil() == m_alarms.shiftEnd(now));
}

QString SoundActs::settingsKey() const
{
    return QStringLiteral("seat/%1/mutedUntil").arg(QString::fromStdString(m_desk.unit().value));
}

} // namespace sz::widgets
