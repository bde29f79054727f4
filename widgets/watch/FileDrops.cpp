// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/FileDrops.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace sz::widgets {

QStringList localFiles(const QMimeData& data)
{
    QStringList out;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile()) {
            out.append(url.toLocalFile());
        }
    }
    return out;
}

FileDrops::FileDrops(QWidget* onto) : QObject(onto)
{
    onto->setAcceptDrops(true);
    onto->installEventFilter(this);
}

bool FileDrops::eventFilter(QObject* watched, QEvent* event)
{
    const auto kind = event->type();
    if (kind != QEvent::DragEnter && kind != QEvent::DragMove && kind != QEvent::Drop) {
        return QObject::eventFilter(watched, event);
    }
    auto* drop = static_cast<QDropEvent*>(event);
    const QStringList paths = localFiles(*drop->mimeData());
    if (paths.isEmpty()) {
        drop->ignore();
        return true;
    }
    drop->setDropAction(Qt::CopyAction); // never moved away from the sender
    drop->accept();
    if (kind == QEvent::Drop) {
        Q_EMIT dropped(drop->position().toPoint(), paths);
    }
    return true;
}

} // namespace sz::widgets
