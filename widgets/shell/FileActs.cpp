// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/FileActs.h"

#include "data/desk/OnResult.h"
#include "data/threads/PoolWork.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/VisibleText.h"
#include "widgets/watch/FileDrops.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QMimeDatabase>
#include <QUrl>
#include <QWidget>

namespace sz::widgets {
namespace {

void openByDesktop(const QString& path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

Bytes pngOf(const QImage& picture)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return {png.begin(), png.end()};
}

} // namespace

FileActs::FileActs(desk::Desk& desk, QWidget* parent)
    : QObject(parent), opener(openByDesktop), m_desk(desk), m_parent(parent)
{
}

void FileActs::choose(const IncidentId& incident)
{
    if (m_dialog != nullptr) {
        m_dialog->raise();
        return;
    }
    m_dialog = new QFileDialog(m_parent, tr("Attach files to this incident"));
    m_dialog->setObjectName(QStringLiteral("attachDialog"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(
        m_dialog, &QFileDialog::filesSelected, this,
        [this, incident](const QStringList& paths) { attach(incident, paths); });
    m_dialog->open();
}

void FileActs::attach(const IncidentId& incident, const QStringList& paths)
{
    for (const QString& path : paths) {
        const QString name = QFileInfo(path).fileName();
        const QString type = QMimeDatabase().mimeTypeForFile(path).name();
        desk::onResult<desk::Receipt>(
            this,
            m_desk.attachFile(
                incident, std::filesystem::path(path.toStdString()), name.toStdString(),
                type.toStdString(), answered(incident)),
            [this, name](const Result<desk::Receipt>& receipt) { told(name, receipt); });
    }
}

// A picture of 4K takes a quarter of a second to pack: not here.
bool FileActs::paste(const IncidentId& incident, const QMimeData& data)
{
    if (const QStringList paths = localFiles(data); !paths.isEmpty()) {
        attach(incident, paths);
        return true;
    }
    const auto picture = qvariant_cast<QImage>(data.imageData());
    if (picture.isNull()) {
        return false;
    }
    const QString name = named(tr("picture %1.png", "clock"));
    const auto packed = askPool(
        *QThreadPool::globalInstance(), [picture]() -> Result<Bytes> { return pngOf(picture); });
    desk::onResult(this, packed, [this, incident, name](const Result<Bytes>& png) {
        desk::onResult<desk::Receipt>(
            this,
            m_desk.attachBytes(incident, *png, name.toStdString(), "image/png", answered(incident)),
            [this, name](const Result<desk::Receipt>& receipt) { told(name, receipt); });
    });
    return true;
}

void FileActs::attachScan(const IncidentId& incident, const QByteArray& png)
{
    const QString name = named(tr("scan %1.png", "clock"));
    desk::onResult<desk::Receipt>(
        this,
        m_desk.attachBytes(
            incident, Bytes(png.begin(), png.end()), name.toStdString(), "image/png",
            answered(incident)),
        [this, name](const Result<desk::Receipt>& receipt) { told(name, receipt); });
}

// What a unit attaches is evidence of its own order: the one it is at, else the last it had. Of two that are open nobody can say
// which is meant; then the file belongs to the incident as such, as everything does that the office attaches.
OrderId FileActs::answered(const IncidentId& incident) const
{
    const auto known = m_desk.incident(incident);
    if (known == nullptr) {
        return {};
    }
    OrderId open;
    OrderId last;
    for (const model::Order& order : known->orders) {
        if (order.unit != m_desk.actor().unit) {
            continue;
        }
        last = order.id;
        if (order.isOpen() && !open.empty()) {
            return {};
        }
        open = order.isOpen() ? order.id : open;
    }
    return open.empty() ? last : open;
}

QString FileActs::named(const QString& words) const
{
    return words.arg(clockText(m_desk.clock().now(), m_desk.plan().utcOffsetMinutes))
        .replace(QLatin1Char(':'), QLatin1Char('-'));
}

void FileActs::told(const QString& name, const Result<desk::Receipt>& receipt)
{
    if (!receipt) {
        Q_EMIT said(tr("%1 was not attached: %2", "file, why")
                        .arg(visibleLine(name), errorText(receipt.error().code)));
        return;
    }
    const bool isLive = m_desk.link().state == desk::LinkState::Live;
    Q_EMIT said(
        isLive ? tr("Saved: %1 is attached").arg(visibleLine(name))
               : tr("Saved on this desk, will be sent: %1 is attached").arg(visibleLine(name)));
}

void FileActs::open(const IncidentId& incident, const Digest& file)
{
    const bool isAway = m_desk.fileStatus(file).stage == desk::FileStatus::Stage::Away;
    if (isAway && m_desk.link().state == desk::LinkState::Live) {
        Q_EMIT said(tr("Fetching the file from headquarters …"));
    }
    desk::onResult<std::filesystem::path>(
        this, m_desk.openFile(incident, file), [this](const Result<std::filesystem::path>& copy) {
            if (copy) {
                opener(QString::fromStdString(copy->string()));
            } else if (copy.error().code == Code::NotFound) {
                Q_EMIT said(tr("The file has not reached headquarters yet. Try again later, or ask "
                               "who attached it."));
            } else {
                Q_EMIT said(tr("The file cannot be opened: %1").arg(errorText(copy.error().code)));
            }
        });
}

} // namespace sz::widgets
