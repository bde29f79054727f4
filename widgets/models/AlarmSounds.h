// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// When which sound is to be heard: state in, at most one sound out. Knows no loudspeaker.

#include "widgets/models/AlarmGroups.h"

#include <array>
#include <optional>

namespace sz::widgets {

/// At most four, told apart by rhythm. The gravest stands first: of several that are due it is the one that is heard.
enum class Sound : std::uint8_t {
    Turn,     ///< an alarm has climbed to this post
    Late,     ///< a limit is broken
    Order,    ///< an order to sign for, or a report to take in hand
    LinkLost, ///< nothing newer can come
};
inline constexpr std::array kSounds{Sound::Turn, Sound::Late, Sound::Order, Sound::LinkLost};

/// What waits for this seat now, each by a name that is the same as long as it waits.
struct SoundScene
{
    std::set<std::string> turns; ///< unconfirmed, and climbed to this post
    std::set<std::string> late;  ///< unconfirmed
    std::set<std::string>
        orders; ///< not signed for by this unit; the office: reports nobody has taken in hand
    bool isFlood = false;
    std::optional<Instant> lostSince; ///< the link
};

/// A sound is heard when something new waits, and again every thirty seconds as long as anything of its sort waits. A lost
/// link sounds once, after ten seconds: a blink is no news. In a flood one sound each thirty seconds, the gravest. Two
/// sounds are never nearer than three seconds. What is there at the start is no news, but sounds again like the rest.
class AlarmSounds
{
public:
    static constexpr std::chrono::seconds kAgain{30};
    static constexpr std::chrono::seconds kApart{3};
    static constexpr std::chrono::seconds kBlink{10};
    static constexpr Minutes kMuteFor{30};

    /// What to play now. Times rise. While muted nothing, and what came meanwhile is no news afterwards.
    [[nodiscard]] std::optional<Sound> next(const SoundScene& scene, Instant now);

    /// Until the end of the shift, thirty minutes at the most.
    void mute(Instant now, Instant shiftEnd);
    /// As it was remembered.
    void muteUntil(Instant until) { m_mutedUntil = until; }
    void unmute() { m_mutedUntil = {}; }
    [[nodiscard]] bool isMuted(Instant now) const { return now < m_mutedUntil; }
    [[nodiscard]] Instant mutedUntil() const { return m_mutedUntil; }

private:
    struct Heard
    {
        std::set<std::string> known;
        Instant last; ///< when it was played
        bool isDue = false;
    };
    void look(Sound sound, const std::set<std::string>& waiting, bool isFlood, Instant now);
    void lookAtLink(const SoundScene& scene, Instant now);
    [[nodiscard]] std::optional<Sound> gravest() const;

    std::array<Heard, kSounds.size()> m_heard;
    std::optional<Instant> m_lossTold;
    Instant m_lastPlayed;
    Instant m_mutedUntil;
    bool m_hasBegun = false;
};

} // namespace sz::widgets
