// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The card over the map: whose area this is, who is on duty for it now, and what is open there.

#include "data/model/ShiftState.h"
#include "widgets/common/ThemeSource.h"

#include <QFrame>

#include <map>
#include <memory>
#include <vector>

namespace sz::widgets {

class KeycapButton;
class HintButton;

/// Hidden while no area is chosen. Enter (while it has the focus) dials the district's duty leader, Z asks for the next
/// area, ? for who is on duty; both work window-wide while it is visible. Thread: gui.
class AreaCard final : public QFrame
{
    Q_OBJECT
public:
    AreaCard(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    /// 0 hides it.
    void setArea(int number);
    [[nodiscard]] int area() const { return m_area; }
    /// Shows the street duty room of the selected incident's place first; empty = the area's first street with a phone.
    void setStreet(const StreetCode& street);
    void setIncidents(const std::map<IncidentId, model::IncidentPtr>& incidents);
    void setNow(Instant now);
    /// What planners did by name; null: the plan's roster alone.
    /// Streets may have gone to another area.
    void setPlan(std::shared_ptr<const plan::Plan> plan);
    void setActs(std::shared_ptr<const model::ShiftState> acts);
    /// A strip of 56 px over the map's whole width.
    void setCompact(bool isCompact);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void dialRequested(const QString& phone);
    void nextAreaRequested();
    void dutyRequested(const sz::UnitCode& unit);
    void incidentClicked(const sz::IncidentId& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line
    {
        QString label;
        QString who;
        QString phone;
        QString since; ///< told where there is room
    };
    void readFacts();
    void pickIncidents();
    void layOut();
    void paintHead(QPainter& painter) const;
    void paintLines(QPainter& painter) const;
    void paintIncidents(QPainter& painter) const;
    void paintStrip(QPainter& painter) const;
    [[nodiscard]] Line lineFor(const QString& label, const UnitCode& unit) const;
    [[nodiscard]] Line streetLine() const;
    [[nodiscard]] QRect incidentBox(std::size_t n) const;
    [[nodiscard]] model::Lamp worstLamp() const;

    std::shared_ptr<const plan::Plan> m_plan;
    std::shared_ptr<const model::ShiftState> m_acts;
    const ThemeSource& m_theme;
    int m_area = 0;
    StreetCode m_street;
    Instant m_now;
    Instant m_readAt;
    bool m_isCompact = false;
    std::map<IncidentId, model::IncidentPtr> m_all;
    std::vector<model::IncidentPtr> m_open; ///< of this area, worst first
    QString m_name;
    QString m_detail;
    std::vector<Line> m_lines; ///< area leader, district, street
    HintButton* m_dial;
    KeycapButton* m_next;
    KeycapButton* m_duty;
};

} // namespace sz::widgets
