// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/LocalHeadquarters.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QThread>

#include <cerrno>
#include <csignal>

namespace sz::app {
namespace {

constexpr int kStartPatienceMs = 30'000;
constexpr int kEndPatienceMs = 5'000;
constexpr int kStepMs = 20;

QString pathText(const std::filesystem::path& p)
{
    return QString::fromStdString(p.string());
}

bool isAlive(qint64 pid)
{
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

std::string lastLines(const QString& file)
{
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray all = log.readAll();
    return all.right(600).trimmed().toStdString();
}

} // namespace

std::optional<LocalEndpoint> LocalHeadquarters::running() const
{
    QFile file(pathText(m_settings.folder / "endpoint.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject o = QJsonDocument::fromJson(file.readAll()).object();
    LocalEndpoint e;
    e.at.host = o[QLatin1StringView("host")].toString().toStdString();
    e.at.port = static_cast<std::uint16_t>(o[QLatin1StringView("port")].toInt());
    e.authorityFingerprint = o[QLatin1StringView("authority")].toString().toStdString();
    e.pid = o[QLatin1StringView("pid")].toInteger();
    return e.at.port != 0 && isAlive(e.pid) ? std::optional(e) : std::nullopt;
}

Result<LocalEndpoint> LocalHeadquarters::ensure() const
{
    if (auto found = running()) {
        return *found;
    }
    if (!std::filesystem::exists(m_settings.program)) {
        return fail(
            Code::NotFound, "sanzhen-hq is not beside the console", m_settings.program.string());
    }
    std::error_code ignored;
    std::filesystem::create_directories(m_settings.folder, ignored);
    QStringList arguments{
        QStringLiteral("serve"),
        QStringLiteral("--data"),
        pathText(m_settings.folder),
        QStringLiteral("--plan"),
        pathText(m_settings.plan),
        QStringLiteral("--listen"),
        QStringLiteral("127.0.0.1:0"),
        QStringLiteral("--linger"),
        QString::number(m_settings.lingerSeconds)};
    if (!m_settings.sample.empty()) {
        arguments << QStringLiteral("--sample") << pathText(m_settings.sample)
                  << QStringLiteral("--language") << m_settings.language;
    }
    if (!m_settings.moment.isEmpty()) {
        arguments << QStringLiteral("--at") << m_settings.moment;
    }
    const QString log = pathText(m_settings.folder / "hq.log");
    QProcess process;
    process.setProgram(pathText(m_settings.program));
    process.setArguments(arguments);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(log, QIODevice::Append);
    qint64 pid = 0;
    if (!process.startDetached(&pid)) {
        return fail(
            Code::LinkDown, process.errorString().toStdString(), m_settings.program.string());
    }
    QElapsedTimer waited;
    waited.start();
    std::optional<qint64> endedAt;
    while (waited.elapsed() < kStartPatienceMs) {
        if (auto found = running()) {
            return *found;
        }
        // Another console may have started one in the same moment: ours then ends at once and theirs comes up.
        if (!isAlive(pid)) {
            endedAt = endedAt.value_or(waited.elapsed());
            if (waited.elapsed() - *endedAt > kEndPatienceMs) {
                break;
            }
        }
        QThread::msleep(kStepMs);
    }
    return fail(Code::LinkDown, lastLines(log), log.toStdString());
}

Result<desk::Profile>
LocalHeadquarters::enrolDesk(const std::filesystem::path& folder, const UnitCode& unit) const
{
    const auto endpoint = ensure();
    if (!endpoint) {
        return std::unexpected(endpoint.error());
    }
    QProcess process;
    process.start(
        pathText(m_settings.program),
        {QStringLiteral("enrol-code"), QStringLiteral("--data"), pathText(m_settings.folder),
         QStringLiteral("--unit"), QString::fromStdString(unit.value)});
    if (!process.waitForFinished(10'000) || process.exitCode() != 0) {
        return fail(Code::EnrolCodeBad, process.readAllStandardError().trimmed().toStdString());
    }
    const std::string code = process.readAllStandardOutput().trimmed().toStdString();
    auto profile = desk::enrol(folder, endpoint->at, code, endpoint->authorityFingerprint);
    if (!profile) {
        return profile;
    }
    if (auto saved = desk::saveProfile(*profile); !saved) {
        return std::unexpected(saved.error());
    }
    return profile;
}

Result<void> LocalHeadquarters::addPerson(
    const UnitCode& unit,
    const QString& name,
    const QString& post,
    const QString& pinyin,
    const QString& initials,
    const QByteArray& secret) const
{
    QProcess process;
    process.start(
        pathText(m_settings.program),
        {QStringLiteral("person"), QStringLiteral("add"), QStringLiteral("--data"),
         pathText(m_settings.folder), QStringLiteral("--unit"), QString::fromStdString(unit.value),
         QStringLiteral("--name"), name, QStringLiteral("--post"), post, QStringLiteral("--pinyin"),
         pinyin, QStringLiteral("--initials"), initials, QStringLiteral("--ask")});
    process.write(secret + '\n');
    process.closeWriteChannel();
    if (!process.waitForFinished(10'000) || process.exitCode() != 0) {
        return fail(Code::Internal, process.readAllStandardError().trimmed().toStdString());
    }
    return {};
}

void LocalHeadquarters::end() const
{
    const auto found = running();
    if (!found) {
        return;
    }
    ::kill(static_cast<pid_t>(found->pid), SIGTERM);
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < kEndPatienceMs && isAlive(found->pid)) {
        QThread::msleep(kStepMs);
    }
}

} // namespace sz::app
