// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Right of the grid: the chosen cell in words, who could take it, the strength of the units; or a leader's own area.

#include "widgets/common/ThemeSource.h"
#include "widgets/roster/CellFacts.h"

#include <QWidget>

class QVBoxLayout;

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;
class SectionHeader;
class StandInList;
class StrengthBoard;
class ToneLabel;

/// Thread: gui.
class RosterPane final : public QWidget
{
    Q_OBJECT
public:
    RosterPane(RosterModel& model, const ThemeSource& theme, QWidget* parent = nullptr);

    void showCell(roster::PostIndex post, const RosterColumn& column, std::size_t part = 0);
    void showArea(const AreaFacts& facts);
    [[nodiscard]] bool isArea() const { return m_isArea; }
    void showStrength();
    /// By unit, or by place.
    void turnStrength();
    [[nodiscard]] StandInList& standIns() { return *m_standIns; }
    [[nodiscard]] StrengthBoard& strength() { return *m_strength; }
    [[nodiscard]] QString text() const; ///< what stands above the list, a line each
    [[nodiscard]] KeycapButton* agree() { return m_agree; }
    [[nodiscard]] KeycapButton* refuse() { return m_refuse; }
    [[nodiscard]] KeycapButton* places() { return m_places; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RosterModel& m_model;
    const ThemeSource& m_theme;
    ElidedLabel* m_title;
    ElidedLabel* m_badge;
    ToneLabel* m_facts;
    ToneLabel* m_versions;
    KeycapButton* m_agree;
    KeycapButton* m_refuse;
    SectionHeader* m_standInHead;
    StandInList* m_standIns;
    SectionHeader* m_strengthHead;
    StrengthBoard* m_strength;
    KeycapButton* m_places; ///< its key is the grid's
    bool m_isArea = false;
    bool m_isByPlace = false;
};

} // namespace sz::widgets
