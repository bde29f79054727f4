// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Notes as a conversation: who has written what nobody at this seat has seen, and the line that answers.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

#include <map>
#include <set>
#include <string>

namespace sz::widgets {

class BoardModel;
class DetailPane;
class TalkView;

/// What was read is kept per seat, as long as the incident is on the board. On a seat's first start what is there counts as
/// read. Thread: gui; all outlive it.
class TalkActs final : public QObject
{
    Q_OBJECT
public:
    TalkActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        DetailPane& detail,
        BoardModel& model,
        QObject* parent);

    [[nodiscard]] int unreadOf(const IncidentId& incident) const;
    [[nodiscard]] TalkView& view() { return *m_view; }

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void takeChanges(const desk::ChangeSet& changes);
    void count(const model::Incident& incident);
    void refresh();
    void markRead(const model::Incident& incident);
    void send(const IncidentId& incident, const QString& text);
    void load();
    void store() const;
    [[nodiscard]] QString settingsKey() const;

    desk::Desk& m_desk;
    DetailPane& m_detail;
    BoardModel& m_model;
    TalkView* m_view;
    std::map<IncidentId, std::set<std::string>> m_read; ///< entries
    std::map<IncidentId, int> m_unread;
    IncidentId m_open;                ///< whose notes are to be seen
    std::set<std::string> m_readThen; ///< read when they were opened: the others keep their bar
    bool m_isFirstStart = false;
};

} // namespace sz::widgets
