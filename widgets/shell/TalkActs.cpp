// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/TalkActs.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/models/BoardModel.h"
#include "widgets/models/Wording.h"
#include "widgets/talk/TalkView.h"
#include "widgets/watch/DetailPane.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>

namespace sz::widgets {

TalkActs::TalkActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    DetailPane& detail,
    BoardModel& model,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_detail(detail), m_model(model),
      m_view(new TalkView(desk.sharedPlan(), theme, &detail))
{
    load();
    detail.setTalk(m_view);
    connect(&desk, &desk::Desk::changed, this, &TalkActs::takeChanges);
    connect(&detail, &DetailPane::incidentChanged, this, &TalkActs::refresh);
    connect(&detail, &DetailPane::talkToggled, this, &TalkActs::refresh);
    connect(&detail, &DetailPane::talkWriteRequested, m_view, &TalkView::startWriting);
    connect(m_view, &TalkView::sendRequested, this, &TalkActs::send);
    connect(m_view, &TalkView::leaveRequested, &detail, [&detail] { detail.focusLists(); });
    connect(qApp, &QApplication::focusWindowChanged, this, &TalkActs::refresh);
}

int TalkActs::unreadOf(const IncidentId& incident) const
{
    const auto found = m_unread.find(incident);
    return found == m_unread.end() ? 0 : found->second;
}

void TalkActs::takeChanges(const desk::ChangeSet& changes)
{
    const bool isCatchingUp = m_desk.link().state == desk::LinkState::CatchingUp;
    const bool isBaseline = m_isFirstStart && (changes.isReset || isCatchingUp);
    const auto take = [this, isBaseline](const model::Incident& incident) {
        if (isBaseline) {
            markRead(incident);
        }
        count(incident);
    };
    if (changes.isReset) {
        m_unread.clear();
        for (const auto& [id, incident] : m_desk.incidents()) {
            take(*incident);
        }
    } else {
        for (const model::IncidentPtr& incident : changes.changed) {
            take(*incident);
        }
    }
    if (m_isFirstStart && !isBaseline) {
        m_isFirstStart = false;
        store();
    }
    m_model.setUnread(m_unread);
    refresh();
}

void TalkActs::count(const model::Incident& incident)
{
    const auto messages = messagesOf(incident, m_desk.actor(), m_read[incident.id]);
    const auto unread = std::ranges::count(messages, true, &TalkMessage::isUnread);
    if (unread == 0) {
        m_unread.erase(incident.id);
    } else {
        m_unread[incident.id] = static_cast<int>(unread);
    }
}

// Read is what stands open in a window that is in use.
void TalkActs::refresh()
{
    const auto incident = m_desk.incident(m_detail.incidentId());
    if (incident == nullptr) {
        m_open = {};
        return;
    }
    const bool isOpen = m_detail.isTalkOpen();
    const bool isRead = isOpen && m_view->isVisible() && m_view->window()->isActiveWindow();
    if (!isOpen || incident->id != m_open) {
        m_open = isOpen ? incident->id : IncidentId();
        m_readThen = m_read[incident->id];
    }
    const auto allowed =
        model::checkAct(m_desk.plan(), incident.get(), m_desk.actor(), model::AddNote{"-"});
    m_view->setBlocked(allowed ? QString() : shortReason(allowed.error()));
    auto messages = messagesOf(*incident, m_desk.actor(), m_readThen);
    const auto total = static_cast<int>(messages.size());
    m_view->show(incident->id, std::move(messages));
    if (isRead && unreadOf(incident->id) > 0) {
        markRead(*incident);
        count(*incident);
        m_model.setUnread(m_unread);
        store();
    }
    m_detail.setTalkCounts(total, unreadOf(incident->id));
}

void TalkActs::markRead(const model::Incident& incident)
{
    for (const TalkMessage& message : messagesOf(incident, m_desk.actor(), {})) {
        m_read[incident.id].insert(message.entry);
    }
}

void TalkActs::send(const IncidentId& incident, const QString& text)
{
    desk::onResult<desk::Receipt>(
        this, m_desk.perform(incident, model::AddNote{text.toStdString()}),
        [this, incident, text](const Result<desk::Receipt>& receipt) {
            if (receipt) {
                m_view->written(incident, text);
            } else {
                Q_EMIT said(errorText(receipt.error())); // the text stays
            }
        });
}

void TalkActs::load()
{
    const QSettings settings;
    m_isFirstStart = !settings.contains(settingsKey());
    const QVariantMap all = settings.value(settingsKey()).toMap();
    for (auto it = all.begin(); it != all.end(); ++it) {
        for (const QString& entry : it.value().toStringList()) {
            m_read[IncidentId(it.key().toStdString())].insert(entry.toStdString());
        }
    }
}

void TalkActs::store() const
{
    QVariantMap all;
    for (const auto& [id, entries] : m_read) {
        if (entries.empty() || m_desk.incident(id) == nullptr) {
            continue; // it has left the board
        }
        QStringList list;
        for (const std::string& entry : entries) {
            list.append(QString::fromStdString(entry));
        }
        all.insert(QString::fromStdString(id.value), list);
    }
    QSettings().setValue(settingsKey(), all);
}

QString TalkActs::settingsKey() const
{
    return QStringLiteral("seat/%1/readNotes").arg(QString::fromStdString(m_desk.unit().value));
}

} // namespace sz::widgets
