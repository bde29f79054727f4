// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files in and out of the screen: chosen, dropped or pasted to be attached; opened with the computer's own programs.

#include "data/desk/Desk.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

class QFileDialog;
class QMimeData;
class QWidget;

namespace sz::widgets {

/// Thread: gui. The desk outlives it.
class FileActs final : public QObject
{
    Q_OBJECT
public:
    FileActs(desk::Desk& desk, QWidget* parent);

    /// Lets the officer choose; returns at once.
    void choose(const IncidentId& incident);
    void attach(const IncidentId& incident, const QStringList& paths);
    /// Files, or a picture, which becomes a PNG. False when there is neither.
    bool paste(const IncidentId& incident, const QMimeData& data);
    /// A page from the scanner.
    void attachScan(const IncidentId& incident, const QByteArray& png);
    /// Hands a copy to whatever program the computer has for it (xdg-open, or the portal).
    void open(const IncidentId& incident, const Digest& file);

    /// What opens; tests put another in its place.
    std::function<void(const QString& path)> opener;

Q_SIGNALS:
    void said(const QString& message);

private:
    [[nodiscard]] OrderId answered(const IncidentId& incident) const;
    [[nodiscard]] QString named(const QString& words) const;
    void told(const QString& name, const Result<desk::Receipt>& receipt);

    desk::Desk& m_desk;
    QWidget* m_parent;
    QPointer<QFileDialog> m_dialog;
};

} // namespace sz::widgets
