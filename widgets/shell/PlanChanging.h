// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+Shift+B: the changes of the plan; drawing one on the map, proposing it, deciding on another's, the areas as a file.

#include "data/desk/Desk.h"
#include "data/plan/areas/BorderEdit.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QObject>

#include <functional>
#include <optional>

namespace sz::widgets {

class BorderMarks;
class MapArea;
class PlanPanel;

/// Thread: gui; everything it is made of outlives it.
class PlanChanging final : public QObject
{
    Q_OBJECT
public:
    PlanChanging(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        MapArea& map,
        QWidget* page);

    void toggle();
    [[nodiscard]] bool isOpen() const;
    /// Which area the panel offers to change next.
    void setArea(int number);
    void startEdit(int area);
    [[nodiscard]] PlanPanel& panel() { return *m_panel; }
    [[nodiscard]] BorderMarks& marks() { return *m_marks; }
    [[nodiscard]] const plan::BorderEdit* edit() const { return m_edit ? &*m_edit : nullptr; }

    /// How a file to write is asked for; tests answer at once.
    std::function<void(const QString& proposed, std::function<void(QString)> then)> saver;

Q_SIGNALS:
    void opened(bool isOpen); ///< the panel was shown or hidden
    void said(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wirePanel();
    void wireMarks();
    void renewList();
    void showChosen();
    void choose(std::size_t corner);
    void step(int by);
    void nudge(int dx, int dy);
    void drag(std::size_t corner, Wgs84 to, bool goesOn);
    void insert();
    void remove();
    void undo();
    void renewEdit();
    void renewWord();
    void askLeave();
    void leaveEdit();
    void showProposal();
    void showGround(const std::vector<MultiPolygon>& outlines);
    void propose();
    void decide(bool isApproved);
    void withdraw();
    void exportAreas();
    void send(model::PlanAct act, const QString& done);
    [[nodiscard]] bool onKey(int key, bool isFar, bool isUndo);
    [[nodiscard]] model::ProposePlan proposal() const;
    [[nodiscard]] QString whyNot(const model::PlanAct& act) const;

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    MapArea& m_map;
    PlanPanel* m_panel;
    BorderMarks* m_marks;
    std::optional<plan::BorderEdit> m_edit;
    std::vector<plan::CoverFault> m_faults;
    std::uint64_t m_seen = 0; ///< approvals it is drawn on
    QString m_word;           ///< of the last step that was not possible
    bool m_isLeaving = false; ///< asked once
};

} // namespace sz::widgets
