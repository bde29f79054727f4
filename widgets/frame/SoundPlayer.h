// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Plays a sound with a program of the desk's system. Without one, or without a loudspeaker, it says so.

#include "widgets/models/AlarmSounds.h"

#include <QObject>
#include <QString>
#include <QTemporaryDir>

#include <memory>

class QProcess;

namespace sz::widgets {

/// pw-play, paplay or aplay, whichever is there. Never two at a time. Thread: gui; does not block.
class SoundPlayer final : public QObject
{
    Q_OBJECT
public:
    explicit SoundPlayer(QObject* parent = nullptr);
    ~SoundPlayer() override;

    /// False from the start without a program, and after one has failed; true again after one has played.
    [[nodiscard]] bool canPlay() const { return !m_program.isEmpty() && !m_hasFailed; }
    void play(Sound sound);

Q_SIGNALS:
    void canPlayChanged();

private:
    [[nodiscard]] QString fileOf(Sound sound);
    void setFailed(bool hasFailed);

    QString m_program;
    std::unique_ptr<QTemporaryDir> m_folder; ///< made with the first sound
    QProcess* m_process = nullptr;
    bool m_hasFailed = false;
};

} // namespace sz::widgets
