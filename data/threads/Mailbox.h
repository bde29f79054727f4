// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Work for another thread. As QMetaObject::invokeMethod, but what is handed over goes through a lock of ours: then
// ThreadSanitizer sees the hand-over and proves what lies behind it (Qt's own queue is not built with it).

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace sz {

/// Thread: post() from any; the work runs on the mailbox's thread, in order, one piece an event. What has not run when the
/// mailbox ends is dropped there.
class Mailbox final : public QObject
{
public:
    using Work = std::move_only_function<void()>;

    Mailbox() = default;
    ~Mailbox() override; ///< whoever posts has ended by then

    void post(Work work);
    /// Waits until it has run. Never from the mailbox's own thread.
    void run(Work work);

protected:
    bool event(QEvent* event) override;

private:
    std::mutex m_mutex;
    std::deque<Work> m_works;
};

} // namespace sz
