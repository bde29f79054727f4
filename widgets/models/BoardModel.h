// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The board's rows: every incident once, pane after pane. Changes come row by row; nothing moves under a hand.

#include "data/desk/Desk.h"
#include "widgets/models/BoardRanks.h"
#include "widgets/models/Relations.h"

#include <QAbstractListModel>

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace sz::widgets {

enum class BoardRole {
    Pane = Qt::UserRole + 1, ///< int of Pane, where the row stands now
    Id,                      ///< QString of the IncidentId
    Lamp,                    ///< int of model::Lamp at the model's moment
};

/// One flat list in pane order, so that an incident that turns late is one moved row and its selection stays with it.
/// While held no row changes its place: new rows come at the end of their pane, a late one turns red where it is; on
/// release everything moves to its due place, one row at a time. Thread: gui.
class BoardModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit BoardModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// What the board is narrowed to.
    struct Sieve
    {
        QString name; ///< for the words of an empty board
        bool isTimed = false;
        std::function<bool(const model::IncidentPtr& incident, Instant now)> passes; ///< empty: all
    };
    /// A new query: rows are reset. While held nothing that no longer passes goes; what time lets in or out moves with the tick.
    void setSieve(Sieve sieve);
    [[nodiscard]] bool isSifted() const { return m_sieve.passes != nullptr; }
    [[nodiscard]] const QString& sieveName() const { return m_sieve.name; }
    /// Rows and what the sieve holds back.
    [[nodiscard]] int totalCount() const { return static_cast<int>(m_all.size()); }

    /// Forgets everything and takes these: a new operation, not a change.
    void reset(const std::map<IncidentId, model::IncidentPtr>& incidents);
    void apply(const desk::ChangeSet& changes);
    /// Moves the moment on; rows that turned late change their pane unless held. Then emits `ticked`.
    void setNow(Instant now);
    /// The operator's hand is (not) on the list.
    void hold(bool isHeld);

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    [[nodiscard]] const plan::Plan& plan() const { return *m_plan; }
    [[nodiscard]] int count(Pane pane) const;
    [[nodiscard]] Pane paneAt(int row) const;
    /// Never null for a valid row.
    [[nodiscard]] const model::IncidentPtr& incidentAt(int row) const;
    /// What belongs together on the whole board, as of the last change.
    [[nodiscard]] const std::shared_ptr<const Relations>& relations() const { return m_relations; }
    /// Notes nobody at this seat has read.
    void setUnread(const std::map<IncidentId, int>& unread);
    [[nodiscard]] int unreadOf(const IncidentId& incident) const;
    /// Arrived by a change less than three seconds ago.
    [[nodiscard]] bool isFresh(int row) const;
    /// Invalid when the board does not hold it.
    [[nodiscard]] QModelIndex indexOf(const IncidentId& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// Time went on: countdowns of visible rows are to be drawn again. Never a reason to lay out anew.
    void ticked();

private:
    struct Row
    {
        model::IncidentPtr incident;
        Pane pane = Pane::Pending;
        Instant arrived; ///< zero for rows of a reset
    };

    void take(const model::IncidentPtr& incident);
    void insert(const model::IncidentPtr& incident);
    void drop(const IncidentId& id);
    [[nodiscard]] int endOf(Pane pane) const;
    [[nodiscard]] int find(const IncidentId& id) const;
    void fill();
    void sift();
    [[nodiscard]] bool passes(const model::IncidentPtr& incident) const;
    void relate();
    [[nodiscard]] std::vector<model::IncidentPtr> everything() const;
    void settle();
    void updatePanes();
    void moveTowards(const std::vector<IncidentId>& wanted);
    void moveRow(int from, int to);
    [[nodiscard]] QString spokenText(const model::Incident& incident) const;

    std::shared_ptr<const plan::Plan> m_plan;
    std::map<IncidentId, model::IncidentPtr> m_all;
    BoardRanks m_ranks; ///< of m_all
    Sieve m_sieve;
    std::map<IncidentId, int> m_unread;
    std::vector<Row> m_rows;
    std::shared_ptr<const Relations> m_relations = std::make_shared<const Relations>();
    Instant m_now;
    bool m_isHeld = false;
    bool m_isSettled = false; ///< every row stands in its due place, as far as m_ranks knows
};

} // namespace sz::widgets
