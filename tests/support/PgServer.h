// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A PostgreSQL of the test's own: temp folder, unix socket, no port, nobody's settings.

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace sz::test {

/// Runs Debian's postgresql-17 as it is shipped (fsync and all), as an unprivileged user when we are root,
/// because it refuses root. Ends with its object, and with this process. Throws when there is none to run.
class PgServer
{
public:
    /// Where its files are. In memory a start after kill() takes a tenth of the time, and to kill -9 both are the same: what
    /// has been written stays. Where there is little memory to spare they are on the disk all the same.
    enum class On { Disk, Memory };

    explicit PgServer(On on = On::Disk);
    ~PgServer();

    /// One server for a whole test program, started when first asked for.
    [[nodiscard]] static PgServer& shared();

    /// Starts it again after kill(); waits until it answers.
    void start();
    /// SIGKILL to every one of its processes, as a power cut does.
    void kill();

    /// Makes an empty database of a fresh name and returns its URL.
    [[nodiscard]] std::string newDatabase();
    /// Runs statements as the owner of a database and returns the error, empty when there was none.
    [[nodiscard]] static std::string run(const std::string& url, const std::string& sql);
    /// The server's own words, for a failing test.
    [[nodiscard]] QByteArray log() const;

private:
    [[nodiscard]] QStringList asUser(const QStringList& command) const;
    void makeCluster() const;
    [[nodiscard]] std::string url(const std::string& database) const;

    QTemporaryDir m_folder;
    QString m_programs;
    QProcess m_process;
    int m_databases = 0;
};

} // namespace sz::test
