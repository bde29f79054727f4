// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A real sanzhen-hq in its own process, in a folder that may outlive it.

#include <QProcess>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>

namespace sz::test {

class HqProcess
{
public:
    explicit HqProcess(QString folder) : m_folder(std::move(folder)) {}
    ~HqProcess();

    /// Starts `serve` and waits for its port. Throws when it does not come up.
    void start(const QStringList& more = {});
    /// SIGKILL, as a power cut does.
    void kill();
    /// SIGTERM; the exit code.
    int terminate();
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Waits for it to end by itself.
    [[nodiscard]] bool waitForEnd(int milliseconds)
    {
        return m_process.waitForFinished(milliseconds);
    }

    /// Serves another plan than the shipped one; before start().
    void setPlan(const QString& folder) { m_plan = folder; }
    /// Its log goes into this file instead of the test's; before start().
    void setLogFile(const QString& file) { m_logFile = file; }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /// Of --metrics; 0 without.
    [[nodiscard]] std::uint16_t metricsPort() const { return m_metricsPort; }
    [[nodiscard]] QString folder() const { return m_folder; }
    /// Fingerprint of the authority out of endpoint.json.
    [[nodiscard]] std::string authority() const;
    [[nodiscard]] bool hasEndpoint() const;

    struct Output
    {
        int exit = -1;
        QString out;
        QString err;
    };
    /// Runs one command of sanzhen-hq to its end.
    [[nodiscard]] static Output command(const QStringList& arguments, const char* language = "C");
    /// A one-time code for a unit.
    [[nodiscard]] std::string enrolCode(const char* unit) const;
    [[nodiscard]] QStringList serveArguments() const;

private:
    QString m_folder;
    QProcess m_process;
    QString m_logFile;
    QString m_plan = QStringLiteral(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
    std::uint16_t m_port = 0;
    std::uint16_t m_metricsPort = 0;
    [[nodiscard]] QString readLine();
};

} // namespace sz::test
