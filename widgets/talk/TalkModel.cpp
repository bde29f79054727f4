// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/talk/TalkModel.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <algorithm>
#include <ranges>

namespace sz::widgets {

std::vector<TalkMessage> messagesOf(
    const model::Incident& incident,
    const model::Actor& seat,
    const std::set<std::string>& read)
{
    std::vector<TalkMessage> messages;
    for (const model::TraceLine& line : incident.trace) {
        const auto* note = std::get_if<model::AddNote>(line.act.get());
        if (note == nullptr) {
            continue;
        }
        const bool isOwn = line.unit == seat.unit && line.post == seat.post;
        messages.push_back(
            {line.entry, line.at, line.unit, line.post,
             visibleText(QString::fromStdString(note->text)), line.number == 0, isOwn,
             !isOwn && !read.contains(line.entry)});
    }
    return messages;
}

TalkModel::TalkModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractListModel(parent), m_plan(std::move(plan))
{
}

void TalkModel::setMessages(const IncidentId& incident, std::vector<TalkMessage> messages)
{
    if (incident == m_incident && messages == m_messages) {
        return;
    }
    const bool isLonger = incident == m_incident && messages.size() >= m_messages.size()
                          && std::ranges::equal(
                              m_messages, messages | std::views::take(m_messages.size()), {},
                              &TalkMessage::entry, &TalkMessage::entry);
    if (!isLonger) {
        beginResetModel();
        m_incident = incident;
        m_messages = std::move(messages);
        endResetModel();
        return;
    }
    const int before = rowCount();
    const int after = static_cast<int>(messages.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
    }
    m_messages = std::move(messages);
    if (after > before) {
        endInsertRows();
    }
    if (before > 0) {
        Q_EMIT dataChanged(index(0), index(before - 1));
    }
}

QString TalkModel::headOf(const TalkMessage& message) const
{
    return tr("%1 · %2", "who, clock")
        .arg(
            whoText(*m_plan, message.unit, message.post),
            clockText(message.at, m_plan->utcOffsetMinutes));
}

int TalkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

QVariant TalkModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TalkMessage& message = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return message.text;
    case Qt::AccessibleTextRole:
        return message.isUnsent
                   ? tr("%1, %2, unsent", "who and when, text").arg(headOf(message), message.text)
                   : tr("%1, %2", "who and when, text").arg(headOf(message), message.text);
    default:
        return {};
    }
}

} // namespace sz::widgets
