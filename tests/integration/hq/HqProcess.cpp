// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/hq/HqProcess.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>

#include <stdexcept>

namespace sz::test {
namespace {

constexpr int kPatience = 20000;

} // namespace

HqProcess::~HqProcess()
{
    kill();
}

QStringList HqProcess::serveArguments() const
{
    return {
        QStringLiteral("serve"), QStringLiteral("--data"), m_folder, QStringLiteral("--plan"),
        m_plan};
}

QString HqProcess::readLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatience)) {
            throw std::runtime_error("sanzhen-hq did not listen");
        }
    }
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

void HqProcess::start(const QStringList& more)
{
    m_process.setProcessChannelMode(
        m_logFile.isEmpty() ? QProcess::ForwardedErrorChannel : QProcess::SeparateChannels);
    m_process.setStandardErrorFile(m_logFile, QIODevice::Append);
    m_process.start(QStringLiteral(SANZHEN_HQ), serveArguments() + more);
    QString line = readLine();
    if (line.startsWith(QStringLiteral("metrics "))) {
        m_metricsPort = line.section(QLatin1Char(':'), -1).toUShort();
        line = readLine();
    }
    if (!line.startsWith(QStringLiteral("listening "))) {
        throw std::runtime_error("sanzhen-hq said: " + line.toStdString());
    }
    m_port = line.section(QLatin1Char(':'), -1).toUShort();
}

void HqProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

int HqProcess::terminate()
{
    m_process.terminate();
    m_process.waitForFinished(kPatience);
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

bool HqProcess::hasEndpoint() const
{
    return QFile::exists(m_folder + QStringLiteral("/endpoint.json"));
}

std::string HqProcess::authority() const
{
    QFile file(m_folder + QStringLiteral("/endpoint.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    return json.value(QStringLiteral("authority")).toString().toStdString();
}

HqProcess::Output HqProcess::command(const QStringList& arguments, const char* language)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("LC_ALL"));
    environment.remove(QStringLiteral("LC_MESSAGES"));
    environment.insert(QStringLiteral("LANG"), QString::fromLatin1(language));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SANZHEN_HQ), arguments);
    if (!process.waitForFinished(kPatience)) {
        return {};
    }
    return {
        process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

std::string HqProcess::enrolCode(const char* unit) const
{
    const Output output = command(
        {QStringLiteral("enrol-code"), QStringLiteral("--data"), m_folder, QStringLiteral("--unit"),
         QString::fromLatin1(unit)});
    return output.out.trimmed().toStdString();
}

} // namespace sz::test
