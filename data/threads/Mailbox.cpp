// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/threads/Mailbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <latch>

namespace sz {
namespace {

QEvent::Type letterType()
{
    static const int type = QEvent::registerEventType();
    return static_cast<QEvent::Type>(type);
}

} // namespace

// A pool that has ended has told so by means of Qt's own; this is what ThreadSanitizer sees of it.
Mailbox::~Mailbox()
{
    const std::lock_guard lock(m_mutex);
}

void Mailbox::post(Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_works.push_back(std::move(work));
    }
    QCoreApplication::postEvent(this, new QEvent(letterType()));
}

void Mailbox::run(Work work)
{
    std::latch done(1);
    post([&] {
        work();
        done.count_down();
    });
    done.wait();
}

bool Mailbox::event(QEvent* event)
{
    if (event->type() != letterType()) {
        return QObject::event(event);
    }
    Work work;
    {
        const std::lock_guard lock(m_mutex);
        work = std::move(m_works.front());
        m_works.pop_front();
    }
    work(); // may be the end of us
    return true;
}

} // namespace sz
