// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PgServer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStorageInfo>
#include <QThread>

#include <libpq-fe.h>

#include <csignal>
#include <format>
#include <stdexcept>
#include <sys/prctl.h>
#include <unistd.h>

namespace sz::test {
namespace {

constexpr int kPatienceMs = 60'000;
constexpr uid_t kNobody = 65534;

QString programs()
{
    const QStringList versions =
        QDir(QStringLiteral("/usr/lib/postgresql")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (versions.isEmpty()) {
        throw std::runtime_error("there is no PostgreSQL to test with (Debian: postgresql-17)");
    }
    return QStringLiteral("/usr/lib/postgresql/%1/bin/").arg(versions.last());
}

// Each process of a server leads a group of its own; only their parent is common.
QList<pid_t> childrenOf(pid_t parent)
{
    QList<pid_t> children;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray stat = file.readAll();
            const QByteArray afterName = stat.mid(stat.lastIndexOf(')') + 2);
            if (afterName.split(' ').value(1).toInt() == parent) {
                children.append(name.toInt());
            }
        }
    }
    return children;
}

// A socket's path is short.
QString place(PgServer::On on)
{
    constexpr qint64 kEnough = qint64{1} << 30;
    const QStorageInfo memory(QStringLiteral("/dev/shm"));
    const bool isMemory = on == PgServer::On::Memory && memory.isValid() && !memory.isReadOnly()
                          && memory.bytesAvailable() > kEnough;
    return isMemory ? QStringLiteral("/dev/shm/szpg-XXXXXX") : QStringLiteral("/tmp/szpg-XXXXXX");
}

struct Finish
{
    void operator()(PGconn* link) const { PQfinish(link); }
};

using Link = std::unique_ptr<PGconn, Finish>;

} // namespace

PgServer::PgServer(On on) : m_folder(place(on)), m_programs(programs())
{
    if (::geteuid() == 0
        && ::chown(m_folder.path().toLocal8Bit().constData(), kNobody, kNobody) != 0) {
        throw std::runtime_error("the folder cannot be given away");
    }
    makeCluster();
    start();
}

PgServer::~PgServer()
{
    kill();
}

PgServer& PgServer::shared()
{
    static PgServer server;
    return server;
}

QStringList PgServer::asUser(const QStringList& command) const
{
    if (::geteuid() != 0) {
        return command;
    }
    return QStringList{
               QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
               QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups"),
               QStringLiteral("--pdeathsig=KILL")}
           + command;
}

void PgServer::makeCluster() const
{
    QProcess initdb;
    const QStringList command = asUser(
        {m_programs + QStringLiteral("initdb"), QStringLiteral("--no-sync"),
         QStringLiteral("--no-locale"), QStringLiteral("--encoding=UTF8"),
         QStringLiteral("--auth=trust"), QStringLiteral("--username=sanzhen"), QStringLiteral("-D"),
         m_folder.filePath(QStringLiteral("data"))});
    initdb.setWorkingDirectory(m_folder.path());
    initdb.start(command.first(), command.mid(1));
    if (!initdb.waitForFinished(kPatienceMs) || initdb.exitCode() != 0) {
        throw std::runtime_error("initdb: " + initdb.readAllStandardError().toStdString());
    }
}

void PgServer::start()
{
    const QStringList command = asUser(
        {m_programs + QStringLiteral("postgres"), QStringLiteral("-D"),
         m_folder.filePath(QStringLiteral("data")), QStringLiteral("-k"), m_folder.path(),
         QStringLiteral("-c"), QStringLiteral("listen_addresses="), QStringLiteral("-c"),
         QStringLiteral("max_connections=40"), QStringLiteral("-c"),
         QStringLiteral("max_wal_size=4GB")});
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setStandardErrorFile(
        m_folder.filePath(QStringLiteral("server.log")), QIODevice::Append);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < kPatienceMs) {
        if (m_process.state()
            == QProcess::NotRunning) { // processes of a killed one may not be gone yet
            m_process.start(command.first(), command.mid(1));
            m_process.waitForStarted();
        }
        if (run(url("postgres"), "SELECT 1").empty()) {
            return;
        }
        m_process.waitForFinished(50);
    }
    throw std::runtime_error("PostgreSQL does not answer: " + log().toStdString());
}

void PgServer::kill()
{
    if (const auto postmaster = static_cast<pid_t>(m_process.processId()); postmaster > 0) {
        const QList<pid_t> children = childrenOf(postmaster);
        ::kill(postmaster, SIGKILL);
        for (const pid_t child : children) {
            ::kill(child, SIGKILL);
        }
    }
    m_process.waitForFinished(kPatienceMs);
}

std::string PgServer::url(const std::string& database) const
{
    return std::format(
        "postgresql:///{}?host={}&user=sanzhen", database, m_folder.path().toStdString());
}

std::string PgServer::newDatabase()
{
    const std::string name = std::format("op{}", ++m_databases);
    if (const std::string error = run(url("postgres"), "CREATE DATABASE " + name); !error.empty()) {
        throw std::runtime_error(error);
    }
    return url(name);
}

std::string PgServer::run(const std::string& url, const std::string& sql)
{
    const Link link(PQconnectdb(url.c_str()));
    if (PQstatus(link.get()) != CONNECTION_OK) {
        return PQerrorMessage(link.get());
    }
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(link.get(), sql.c_str()), PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    const bool isGood = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    return isGood ? std::string() : PQresultErrorMessage(result.get());
}

QByteArray PgServer::log() const
{
    QFile file(m_folder.filePath(QStringLiteral("server.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace sz::test
