// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Many acts of one incident, one after the other: a sheet of 155,000 rows comes in as some 500 of them.

#include "data/desk/Desk.h"

#include <QObject>

#include <vector>

namespace sz::desk {

/// Performs the next act when the one before is saved, so that the store thread is free for others between two, and while the
/// link is live waits for headquarters when many are on their way: what is unsent is folded again whenever something is confirmed.
/// Thread: gui; never waits. The desk outlives it.
class ActSeries final : public QObject
{
    Q_OBJECT
public:
    explicit ActSeries(Desk& desk, QObject* parent = nullptr);

    /// Nothing happens while one is running or when there are no acts.
    void start(const IncidentId& incident, std::vector<model::Act> acts);
    /// Nothing more is begun; `failed` follows with Cancelled. What is in, stays in.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(std::size_t done, std::size_t all);
    void finished();
    /// Cancelled, or why an act was refused.
    void failed(const sz::Error& why);

private:
    void next();
    void finish(const Result<void>& result);

    Desk& m_desk;
    IncidentId m_incident;
    std::vector<model::Act> m_acts;
    std::size_t m_done = 0;
    bool m_isRunning = false;
    bool m_isWaiting = false; ///< for headquarters
    bool m_isCancelled = false;
};

} // namespace sz::desk
