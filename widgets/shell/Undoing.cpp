// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Undoing.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/Toast.h"

#include <algorithm>
#include <utility>

namespace sz::widgets {

Undoing::Undoing(desk::Desk& desk, Toast& toast, QObject* parent)
    : QObject(parent), m_desk(desk), m_toast(toast)
{
    connect(&toast, &Toast::actionTriggered, this, &Undoing::undo);
}

void Undoing::offer(
    const QString& sentence,
    const IncidentId& incident,
    std::vector<model::Act> back)
{
    m_incident = incident;
    m_back = std::move(back);
    if (m_back.empty()) {
        Q_EMIT said(sentence);
    } else {
        m_toast.offerUndo(sentence);
    }
}

void Undoing::undo()
{
    if (m_back.empty() || !m_waiting.empty()) {
        return;
    }
    m_toast.endOffer();
    m_at = m_incident;
    m_waiting = std::exchange(m_back, {});
    std::ranges::reverse(m_waiting);
    m_done = 0;
    m_refused.clear();
    next();
}

// One that cannot be taken back any more (its unit has finished) does not keep the others.
void Undoing::next()
{
    desk::onResult<desk::Receipt>(
        this, m_desk.perform(m_at, m_waiting.back()), [this](const Result<desk::Receipt>& receipt) {
            if (receipt) {
                ++m_done;
            } else {
                m_refused.push_back(receipt.error());
            }
            m_waiting.pop_back();
            if (m_waiting.empty()) {
                finish();
            } else {
                next();
            }
        });
}

void Undoing::finish()
{
    const auto done = static_cast<int>(m_done);
    const auto refused = static_cast<int>(m_refused.size());
    if (refused == 0) {
        Q_EMIT said(
            done == 1 ? tr("Taken back; both acts stay in the trace")
                      : tr("%n acts taken back; all stay in the trace", nullptr, done));
    } else {
        const QString why = errorText(m_refused.front());
        Q_EMIT said(
            done == 0 ? why
                      : tr("%1 taken back, %2 not: %3", "counts, why not")
                            .arg(QString::number(done), QString::number(refused), why));
    }
    if (done > 0) {
        Q_EMIT undone(m_at);
    }
}

} // namespace sz::widgets
