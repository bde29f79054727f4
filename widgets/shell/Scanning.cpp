// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Scanning.h"

#include "widgets/common/VisibleText.h"

#include <QStandardPaths>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kLookSeconds = 30; ///< a scanner on the network answers slowly
constexpr int kReadSeconds = 180;
constexpr qsizetype kMostBytes = qsizetype{64} * 1024 * 1024;
constexpr const char* kDotsPerInch = "200"; ///< legible, and a page stays under a few megabytes

} // namespace

std::vector<Scanning::Device> scannersIn(const QByteArray& listed)
{
    std::vector<Scanning::Device> out;
    for (const QByteArray& line : listed.split('\n')) {
        const qsizetype tab = line.indexOf('\t');
        const QString name = QString::fromUtf8(tab < 0 ? line : line.left(tab)).trimmed();
        if (!name.isEmpty() && !name.startsWith(QStringLiteral("v4l:"))) {
            const QString words = tab < 0 ? QString() : QString::fromUtf8(line.mid(tab + 1));
            out.push_back({name, visibleLine(words.trimmed().isEmpty() ? name : words.trimmed())});
        }
    }
    return out;
}

Scanning::Scanning(QObject* parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        m_out += m_process.readAllStandardOutput();
        if (m_out.size() > kMostBytes) {
            m_process.kill();
        }
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        m_patience.stop();
        m_out += m_process.readAllStandardOutput();
        m_then();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) { // no `finished` follows
            m_patience.stop();
            fail(tr("The scanning program %1 does not start: %2", "path, why")
                     .arg(visibleLine(m_path), visibleLine(m_process.errorString())));
        }
    });
}

Scanning::~Scanning()
{
    disconnect(&m_process, nullptr, this, nullptr);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void Scanning::scan(const IncidentId& incident)
{
    if (m_isBusy) {
        Q_EMIT said(tr("A page is being scanned."));
        return;
    }
    m_path = QStandardPaths::findExecutable(program);
    if (m_path.isEmpty()) {
        Q_EMIT said(tr("Scanning needs the program “%1” (Debian package sane-utils), which this "
                       "computer has not got. P attaches a file, Ctrl+V a picture.")
                        .arg(program));
        return;
    }
    m_incident = incident;
    m_isBusy = true;
    if (m_device.isEmpty()) {
        look();
    } else {
        read(m_device, true);
    }
}

void Scanning::start(const QStringList& arguments, int seconds, const std::function<void()>& then)
{
    m_out.clear();
    m_then = then;
    m_patience.start(seconds * 1000);
    m_process.start(m_path, arguments, QIODevice::ReadOnly);
}

void Scanning::look()
{
    Q_EMIT said(tr("Looking for a scanner …"));
    start({QStringLiteral("-f"), QStringLiteral("%d\t%v %m%n")}, kLookSeconds, [this] {
        onListed();
    });
}

void Scanning::onListed()
{
    const std::vector<Device> found = scannersIn(m_out);
    if (found.empty()) {
        fail(tr("No scanner is found. Is it switched on and connected? %1").arg(complaint()));
        return;
    }
    if (found.size() == 1 || !choose) {
        read(found.front().name, true);
        return;
    }
    m_isBusy = false; // whoever does not choose may ask again
    choose(found, [this, found](int at) {
        if (!m_isBusy && at >= 0 && at < static_cast<int>(found.size())) {
            m_isBusy = true;
            read(found[static_cast<std::size_t>(at)].name, true);
        }
    });
}

void Scanning::read(const QString& device, bool withResolution)
{
    Q_EMIT said(tr("Scanning a page …"));
    QStringList arguments{QStringLiteral("-d"), device, QStringLiteral("--format=png")};
    if (withResolution) {
        arguments << QStringLiteral("--resolution") << QLatin1StringView(kDotsPerInch);
    }
    start(arguments, kReadSeconds, [this, device, withResolution] {
        onRead(device, withResolution);
    });
}

void Scanning::onRead(const QString& device, bool withResolution)
{
    const bool isWhole =
        m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    if (isWhole && m_out.startsWith("\x89PNG")) {
        m_device = device;
        m_isBusy = false;
        Q_EMIT scanned(m_incident, m_out);
        m_out.clear();
        return;
    }
    const QString why = complaint();
    if (withResolution && why.contains(QStringLiteral("--resolution"))) {
        read(device, false); // a scanner with one resolution only
        return;
    }
    m_device.clear(); // another may be chosen
    fail(
        m_out.size() > kMostBytes
            ? tr("The scanned page is larger than 64 MB: nothing is attached.")
            : tr("Nothing was scanned: look at the paper and the scanner, then try again. %1",
                 "the program's own words")
                  .arg(why));
}

void Scanning::fail(const QString& sentence)
{
    m_isBusy = false;
    m_out.clear();
    Q_EMIT said(sentence.trimmed());
}

/// The last line the program said, in its own words.
QString Scanning::complaint()
{
    const QList<QByteArray> lines = m_process.readAllStandardError().trimmed().split('\n');
    return visibleLine(QString::fromUtf8(lines.back())).left(200);
}

} // namespace sz::widgets
