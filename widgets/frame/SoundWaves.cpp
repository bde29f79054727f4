// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/SoundWaves.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace sz::widgets {

namespace {

struct Beat
{
    int toneMs;
    int restMs;
    double hertz;
};

// Rhythm first, as a loudspeaker under papers keeps it: three long, two quick pairs, one rising pair, one falling long one.
constexpr std::array kTurn{Beat{300, 100, 880}, Beat{300, 100, 880}, Beat{300, 100, 1'175}};
constexpr std::array kLate{
    Beat{100, 100, 988}, Beat{100, 300, 988}, Beat{100, 100, 988}, Beat{100, 100, 988}};
constexpr std::array kOrder{Beat{100, 50, 659}, Beat{250, 100, 880}};
constexpr std::array kLinkLost{Beat{500, 200, 523}, Beat{150, 100, 392}};

constexpr int kHead = 44;
constexpr int kFadeMs = 6; ///< without it each beat begins and ends with a click

std::span<const Beat> beatsOf(Sound sound)
{
    switch (sound) {
    case Sound::Turn:
        return kTurn;
    case Sound::Late:
        return kLate;
    case Sound::Order:
        return kOrder;
    case Sound::LinkLost:
        return kLinkLost;
    }
    return {};
}

int samplesOf(int ms)
{
    return kWaveRate * ms / 1'000;
}

void addTone(QByteArray& samples, const Beat& beat)
{
    const int count = samplesOf(beat.toneMs);
    const int fade = samplesOf(kFadeMs);
    for (int i = 0; i < count; ++i) {
        const double ramp = std::min({1.0, double(i) / fade, double(count - 1 - i) / fade});
        const double turn = 2 * std::numbers::pi * beat.hertz * i / kWaveRate;
        const double value = 0.75 * std::sin(turn) + 0.25 * std::sin(3 * turn);
        samples.append(static_cast<char>(std::lround(128 + 110 * ramp * value)));
    }
    samples.append(samplesOf(beat.restMs), static_cast<char>(128));
}

template <class T>
void put(QByteArray& head, T value)
{
    std::array<char, sizeof(T)> bytes{};
    qToLittleEndian(value, bytes.data());
    head.append(bytes.data(), sizeof(T));
}

} // namespace

QByteArray waveOf(Sound sound)
{
    QByteArray samples;
    for (const Beat& beat : beatsOf(sound)) {
        addTone(samples, beat);
    }
    QByteArray wave("RIFF");
    put(wave, static_cast<quint32>(kHead - 8 + samples.size()));
    wave.append("WAVEfmt ");
    put(wave, quint32{16});
    put(wave, quint16{1}); // PCM
    put(wave, quint16{1}); // one channel
    put(wave, quint32{kWaveRate});
    put(wave, quint32{kWaveRate}); // bytes a second
    put(wave, quint16{1});
    put(wave, quint16{8}); // bits
    wave.append("data");
    put(wave, static_cast<quint32>(samples.size()));
    return wave + samples;
}

} // namespace sz::widgets
