// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Acts of several new incidents that belong together: a visit, its findings, their orders.

#include "data/desk/Desk.h"

#include <QObject>

#include <functional>
#include <vector>

namespace sz::widgets {

/// One after the other. When one is refused, what is done stays and `resume` goes on with the one that was refused: nothing is
/// written twice. Thread: gui. The desk outlives it.
class ActChain final : public QObject
{
    Q_OBJECT
public:
    struct Link
    {
        /// Index of the incident it is about, among those reported by the chain in order; −1: reports the next one.
        int of = -1;
        std::function<model::Act(const std::vector<IncidentId>& reported)> act;
    };
    explicit ActChain(desk::Desk& desk, QObject* parent = nullptr) : QObject(parent), m_desk(desk)
    {
    }

    /// Nothing happens while one is running.
    void start(std::vector<Link> links);
    void resume();
    /// What is half done is left as it is.
    void forget();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Something was refused and can be resumed.
    [[nodiscard]] bool isHalfDone() const { return !m_isRunning && m_next < m_links.size(); }
    [[nodiscard]] const std::vector<IncidentId>& reported() const { return m_reported; }

Q_SIGNALS:
    void finished();
    void failed(const sz::Error& why);

private:
    void next();

    desk::Desk& m_desk;
    std::vector<Link> m_links;
    std::vector<IncidentId> m_reported;
    std::size_t m_next = 0;
    bool m_isRunning = false;
};

} // namespace sz::widgets
