// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Under the head of the detail: what the incident belongs to, what belongs to it with its sums, whether it is watched.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/Relations.h"

#include <QWidget>

#include <array>
#include <memory>
#include <vector>

namespace sz::widgets {

class BalanceBox;
class KeycapButton;
class MarkLink;
class TextBlock;

/// Keys G and W, and V where the plan names cameras, window-wide while visible, for those who may; others see the lines only. Every incident named
/// here can be gone to. Thread: gui.
class RelationBox final : public QWidget
{
    Q_OBJECT
public:
    RelationBox(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    void setActor(const model::Actor& actor);
    /// Null hides it.
    void
    setIncident(const model::IncidentPtr& incident, std::shared_ptr<const Relations> relations);
    void setNow(Instant now);
    /// In a low pane fewer sums are shown.
    void setCompact(bool isCompact);
    /// G, W and V, for a row that has room.
    [[nodiscard]] std::vector<KeycapButton*> keys() const
    {
        return {m_relateKey, m_watchKey, m_videoKey};
    }

Q_SIGNALS:
    void activated(const sz::IncidentId& incident);
    void relateRequested(const sz::IncidentId& incident);
    void watchRequested(const sz::IncidentId& incident);
    void videoRequested(const sz::IncidentId& incident);

private:
    static constexpr std::size_t kMostLinks = 6;
    static constexpr std::size_t kMostSums = 2;
    void build();
    void refresh();
    void refreshKeys();
    void refreshAbove();
    void refreshBelow();
    void refreshSums();
    void showKey(KeycapButton& key, plan::Right right, const QString& label, const model::Act& act);
    [[nodiscard]] bool may(plan::Right right) const;

    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    model::Actor m_actor;
    model::IncidentPtr m_incident;
    std::shared_ptr<const Relations> m_relations = std::make_shared<const Relations>();
    Instant m_now;
    MarkLink* m_above;
    MarkLink* m_watch;
    bool m_isCompact = false;
    KeycapButton* m_relateKey;
    KeycapButton* m_watchKey;
    KeycapButton* m_videoKey;
    QWidget* m_belowRow;
    std::array<MarkLink*, 2> m_marks{};
    std::array<MarkLink*, kMostLinks> m_links{};
    TextBlock* m_more;
    TextBlock* m_rollup;
    std::array<BalanceBox*, kMostSums> m_sums{};
};

} // namespace sz::widgets
