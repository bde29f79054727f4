// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files dropped onto a widget, as paths.

#include <QObject>
#include <QPoint>
#include <QStringList>

class QMimeData;
class QWidget;

namespace sz::widgets {

/// Local files among the data; others are not fetched from anywhere.
[[nodiscard]] QStringList localFiles(const QMimeData& data);

/// Watches the widget it is a child of. Thread: gui.
class FileDrops final : public QObject
{
    Q_OBJECT
public:
    explicit FileDrops(QWidget* onto);

Q_SIGNALS:
    void dropped(const QPoint& at, const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace sz::widgets
