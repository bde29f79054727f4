// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+Z while the toast counts down: what this desk just did is taken back, however many acts that needs.

#include "data/desk/Desk.h"

#include <QObject>

namespace sz::widgets {

class Toast;

/// One offer at a time: the newest. Thread: gui.
class Undoing final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    Undoing(desk::Desk& desk, Toast& toast, QObject* parent);

    /// `sentence` says what was done; `back` takes it back (see TakeBack.h). Without any it is only said.
    void offer(const QString& sentence, const IncidentId& incident, std::vector<model::Act> back);

Q_SIGNALS:
    void said(const QString& sentence);
    /// All of it, or as much as could be.
    void undone(const sz::IncidentId& incident);

private:
    void undo();
    void next();
    void finish();

    desk::Desk& m_desk;
    Toast& m_toast;
    IncidentId m_incident;
    std::vector<model::Act> m_back;
    IncidentId m_at;                   ///< whose acts are being done
    std::vector<model::Act> m_waiting; ///< the next one last
    std::size_t m_done = 0;
    std::vector<Error> m_refused;
};

} // namespace sz::widgets
