// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/SoundPlayer.h"

#include "widgets/frame/SoundWaves.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace sz::widgets {

SoundPlayer::SoundPlayer(QObject* parent) : QObject(parent)
{
    for (const char* name : {"pw-play", "paplay", "aplay"}) {
        m_program = QStandardPaths::findExecutable(QLatin1StringView(name));
        if (!m_program.isEmpty()) {
            break;
        }
    }
}

SoundPlayer::~SoundPlayer()
{
    if (m_process != nullptr && m_process->state() != QProcess::NotRunning) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(500);
    }
}

QString SoundPlayer::fileOf(Sound sound)
{
    if (m_folder == nullptr) {
        m_folder = std::make_unique<QTemporaryDir>();
    }
    const QString path = m_folder->filePath(QStringLiteral("%1.wav").arg(static_cast<int>(sound)));
    if (!QFile::exists(path)) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(waveOf(sound)) < 0) {
            return {};
        }
    }
    return path;
}

void SoundPlayer::play(Sound sound)
{
    const bool isBusy = m_process != nullptr && m_process->state() != QProcess::NotRunning;
    const QString file = m_program.isEmpty() || isBusy ? QString() : fileOf(sound);
    if (file.isEmpty()) {
        return;
    }
    if (m_process == nullptr) {
        m_process = new QProcess(this);
        m_process->setStandardOutputFile(QProcess::nullDevice());
        m_process->setStandardErrorFile(QProcess::nullDevice());
        connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus how) {
            setFailed(code != 0 || how != QProcess::NormalExit);
        });
        connect(m_process, &QProcess::errorOccurred, this, [this] { setFailed(true); });
    }
    m_process->start(m_program, {file});
}

void SoundPlayer::setFailed(bool hasFailed)
{
    if (hasFailed != m_hasFailed) {
        m_hasFailed = hasFailed;
        Q_EMIT canPlayChanged();
    }
}

} // namespace sz::widgets
