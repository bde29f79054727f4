// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What can become of an order, with its keys: E more time, D decide, U withdraw. Always in sight, whatever the tab.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/OrderCare.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace sz::widgets {

class KeycapButton;

/// Hidden while the incident has no order. Impossible acts stay visible with their reason; the rule is model::checkAct. Its keys
/// work window-wide while it is visible. Thread: gui.
class OrderCareBar final : public QWidget
{
    Q_OBJECT
public:
    OrderCareBar(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    void setActor(const model::Actor& actor);
    /// `chosen`: selected in the table; `own`: the unit's own order. Both may be empty.
    void setSubject(const model::IncidentPtr& incident, const OrderId& chosen, const OrderId& own);

Q_SIGNALS:
    void reliefRequested(const sz::IncidentId& incident, const sz::OrderId& order);
    void decideRequested(const sz::IncidentId& incident, const sz::OrderId& order);
    void withdrawRequested(const sz::IncidentId& incident, const sz::OrderId& order);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] KeycapButton* add(Qt::Key key, const QString& label, const char* name);
    void refresh();
    void fit();
    [[nodiscard]] int neededWidth() const;
    void refreshRelief();
    void refreshDecide();
    void refreshWithdraw();
    [[nodiscard]] static QString decisionName(model::StepKind kind);
    [[nodiscard]] bool isOffice() const;
    [[nodiscard]] OrderId meant() const;
    [[nodiscard]] bool isUnchosen(const Result<void>& verdict) const;
    [[nodiscard]] Result<void> may(const model::Act& act) const;
    [[nodiscard]] model::Act sampleDecision() const;

    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    model::Actor m_actor;
    model::IncidentPtr m_incident;
    OrderId m_chosen;
    OrderId m_own;
    OrderId m_order; ///< what E and U mean
    std::optional<Waiting> m_waiting;
    KeycapButton* m_relief;
    KeycapButton* m_decide;
    KeycapButton* m_withdraw;
};

} // namespace sz::widgets
