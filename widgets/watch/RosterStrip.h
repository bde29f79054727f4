// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The bottom strip: who is on duty in zones, districts and lines, where a gap is, and when the shift changes.

#include "widgets/common/ThemeSource.h"
#include "widgets/watch/RosterFacts.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace sz::widgets {

class DutyCard;
class ElidedLabel;
class RosterCell;

/// One tab stop; left and right go from cell to cell, Enter or Space opens the duty card. Reads the roster anew only when
/// a minute has passed. Thread: gui.
class RosterStrip final : public QWidget
{
    Q_OBJECT
public:
    RosterStrip(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    /// Post whose shift change counts down at the right edge; by default the duty chief.
    void setPost(const PostCode& post);
    void setNow(Instant now);
    /// Posts the mode wants held by more than one team count as gaps while they are not.
    void setMode(plan::Mode mode);
    /// What planners did by name; null: the plan's roster alone.
    void setActs(std::shared_ptr<const model::ShiftState> acts);
    /// Double duties and short rests of the next day, and what they are, a line each; empty: none.
    void setConflicts(const QString& words, const QString& lines);
    /// 28 px with counts only.
    void setCompact(bool isCompact);
    /// Opens the card of a unit, also of one without a cell (the office, an area); does nothing for an unknown one.
    void showDuty(const UnitCode& unit);

    [[nodiscard]] QString countsText() const { return m_countsText; }
    [[nodiscard]] QString gapText() const { return m_gapText; }
    [[nodiscard]] QString conflictText() const { return m_conflictText; }
    [[nodiscard]] QString changeText() const { return m_changeText; }
    /// That the last change of shift was not signed by both; empty: it was, or this unit hands over without sheets.
    [[nodiscard]] QString unsignedText() const { return m_unsignedText; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void dialRequested(const QString& phone);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Group
    {
        plan::UnitKind kind;
        ElidedLabel* label = nullptr;
        std::vector<RosterCell*> cells;
        int manned = 0;
    };
    void buildGroup(plan::UnitKind kind);
    void readRoster();
    void readGroup(Group& group);
    void readGaps();
    [[nodiscard]] QString warningText() const;
    [[nodiscard]] QString gapClock(Instant from) const;
    void readChange();
    [[nodiscard]] std::optional<Instant> unsignedChange(const plan::Duty& duty) const;
    void layOut();
    int layOutGroup(Group& group, int x, bool showCells);
    [[nodiscard]] int cellsWidth() const;
    void focusCell(std::size_t n);
    [[nodiscard]] QString groupText(const Group& group) const;

    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    std::shared_ptr<const model::ShiftState> m_acts;
    PostCode m_post;
    Instant m_now;
    Instant m_readAt;
    plan::Mode m_mode = plan::Mode::Normal;
    bool m_isCompact = false;
    std::vector<Group> m_groups;
    std::vector<RosterCell*> m_cells; ///< left to right
    ElidedLabel* m_lead;
    DutyCard* m_card;
    QString m_countsText;
    QString m_gapText;
    QString m_conflictText;
    QString m_changeText;
    QString m_unsignedText;
    bool m_hasGapNow = false;
    bool m_isGapTold = true;
};

} // namespace sz::widgets
