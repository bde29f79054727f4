// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The four sounds themselves: beats of a tone, made here, so that no file has to be found at night.

#include "widgets/models/AlarmSounds.h"

#include <QByteArray>

namespace sz::widgets {

inline constexpr int kWaveRate = 11'025; ///< samples a second, 8 bits, one channel

/// A WAV file, below 20 kB.
[[nodiscard]] QByteArray waveOf(Sound sound);

} // namespace sz::widgets
