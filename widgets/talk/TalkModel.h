// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The notes of one incident as messages, oldest first.

#include "data/model/World.h"

#include <QAbstractListModel>

#include <memory>
#include <set>
#include <vector>

namespace sz::widgets {

struct TalkMessage
{
    std::string entry; ///< ULID text
    Instant at;
    UnitCode unit;
    PostCode post;
    QString text; ///< safe to draw, may have several lines
    bool isUnsent = false;
    bool isOwn = false;    ///< of this seat: its unit and post
    bool isUnread = false; ///< came in since somebody here looked
    bool operator==(const TalkMessage&) const = default;
};

/// Pure. `read`: entries somebody at this seat has seen; own ones are never unread.
[[nodiscard]] std::vector<TalkMessage> messagesOf(
    const model::Incident& incident,
    const model::Actor& seat,
    const std::set<std::string>& read);

class TalkModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TalkModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// Rows are added and changed in place; another incident resets.
    void setMessages(const IncidentId& incident, std::vector<TalkMessage> messages);
    [[nodiscard]] const TalkMessage& at(int row) const
    {
        return m_messages.at(static_cast<std::size_t>(row));
    }
    /// "Wuchang district · 14:20:03".
    [[nodiscard]] QString headOf(const TalkMessage& message) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const plan::Plan> m_plan;
    IncidentId m_incident;
    std::vector<TalkMessage> m_messages;
};

} // namespace sz::widgets
