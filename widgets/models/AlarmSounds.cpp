// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/AlarmSounds.h"

#include <algorithm>

namespace sz::widgets {

namespace {

std::size_t at(Sound sound)
{
    return static_cast<std::size_t>(sound);
}

} // namespace

std::optional<Sound> AlarmSounds::next(const SoundScene& scene, Instant now)
{
    look(Sound::Turn, scene.turns, scene.isFlood, now);
    look(Sound::Late, scene.late, scene.isFlood, now);
    look(Sound::Order, scene.orders, scene.isFlood, now);
    lookAtLink(scene, now);
    m_hasBegun = true;
    if (isMuted(now)) {
        for (Heard& heard : m_heard) {
            heard.isDue = false;
            heard.last = now;
        }
        return std::nullopt;
    }
    const auto sound = gravest();
    const Millis apart = scene.isFlood ? Millis(kAgain) : Millis(kApart);
    if (!sound || now - m_lastPlayed < apart) {
        return std::nullopt; // it stays due
    }
    m_lastPlayed = now;
    m_heard[at(*sound)].last = now;
    m_heard[at(*sound)].isDue = false;
    if (scene.isFlood) { // one for all
        for (Heard& heard : m_heard) {
            heard.isDue = false;
            heard.last = now;
        }
    }
    return sound;
}

void AlarmSounds::look(Sound sound, const std::set<std::string>& waiting, bool isFlood, Instant now)
{
    Heard& heard = m_heard[at(sound)];
    const bool isNew = !std::ranges::includes(heard.known, waiting);
    heard.known = waiting;
    if (waiting.empty()) {
        heard.isDue = false;
        return;
    }
    if (!m_hasBegun) {
        heard.last = now;
        return;
    }
    heard.isDue = heard.isDue || (isNew && !isFlood) || now - heard.last >= kAgain;
}

void AlarmSounds::lookAtLink(const SoundScene& scene, Instant now)
{
    Heard& heard = m_heard[at(Sound::LinkLost)];
    if (!scene.lostSince) {
        heard.isDue = false;
        m_lossTold.reset();
        return;
    }
    const bool isTold = m_lossTold.has_value();
    if (!isTold && now - *scene.lostSince >= kBlink) {
        m_lossTold = scene.lostSince;
        heard.isDue = m_hasBegun;
    }
}

std::optional<Sound> AlarmSounds::gravest() const
{
    const auto found =
        std::ranges::find_if(kSounds, [this](Sound sound) { return m_heard[at(sound)].isDue; });
    return found == kSounds.end() ? std::nullopt : std::optional(*found);
}

void AlarmSounds::mute(Instant now, Instant shiftEnd)
{
    const Instant most = now + kMuteFor;
    m_mutedUntil = shiftEnd > now ? std::min(most, shiftEnd) : most;
}

} // namespace sz::widgets
