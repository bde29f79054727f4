// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/PathDialog.h"

#include "widgets/common/VisibleText.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

namespace sz::widgets {
namespace {

struct PathDialog
{
    Q_DECLARE_TR_FUNCTIONS(sz::widgets::PathDialog)
};

} // namespace

std::function<void(const QString& suggested, std::function<void(QString)> then)>
pathDialog(QWidget* parent)
{
    return [parent](const QString& suggested, const std::function<void(QString)>& then) {
        auto* dialog = new QFileDialog(
            parent, PathDialog::tr("Save"),
            QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(suggested);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, then);
        dialog->open();
    };
}

QString writtenText(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? PathDialog::tr("Saved: %1").arg(visibleLine(path))
                     : PathDialog::tr("Not saved: %1. Choose another folder or make room.")
                           .arg(visibleLine(path));
}

} // namespace sz::widgets
