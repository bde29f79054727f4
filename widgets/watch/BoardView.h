// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The left board: everything the office has in hand, pane after pane, in one scroll area.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/BoardModel.h"
#include "widgets/watch/BoardLayout.h"

#include <QAbstractItemView>

#include <set>

namespace sz::widgets {

class BoardHeads;
class ViewStrip;

/// Keys while it has the focus: arrows, Home, End, page keys across panes; Enter opens; Space asks to confirm the named
/// alarm, H to put it aside, Alt+Up to raise it. Other letters are left to others, and the input
/// method is off. Focus or a mouse over it holds the model's order. The selection follows its incident wherever that
/// moves. A tick draws visible rows only. Thread: gui.
class BoardView final : public QAbstractItemView
{
    Q_OBJECT
public:
    /// Model and theme outlive the view.
    BoardView(BoardModel& model, const ThemeSource& theme, QWidget* parent = nullptr);

    /// Headers and empty notes tell how old the board is, and why a pane is empty.
    void setLink(const desk::LinkStatus& link);
    /// A line above the rows, while it is visible: what the board is narrowed to.
    void setStrip(ViewStrip* strip);
    /// At the right end of the first pane's heading.
    void addHeadButton(QWidget* button);
    /// Selects and scrolls into view without taking the focus; an unknown or empty id selects nothing. Emits `selected`
    /// when that is a change.
    void select(const IncidentId& id);
    [[nodiscard]] IncidentId selectedId() const;
    /// Selects the most harmful late incident and takes the focus; does nothing when nothing is late.
    void jumpToLate();
    /// Whether closed incidents are listed or hide behind their count. A short window starts with them hidden.
    void setClosedOpen(bool isOpen);
    /// What stands in an empty pane; empty while the pane has rows.
    [[nodiscard]] QString emptyText(Pane pane) const;

    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    void keyboardSearch(const QString& /*search*/) override {}
    [[nodiscard]] QSize sizeHint() const override { return {424, 700}; }

Q_SIGNALS:
    /// The selection changed, from whichever side. Empty = nothing is selected.
    void selected(const sz::IncidentId& id);
    void opened(const sz::IncidentId& id); ///< Enter or double click
    void acknowledgeRequested();           ///< Space
    void shelveRequested();                ///< H
    void raiseRequested();                 ///< Alt+Up
    void lateRequested();                  ///< the F9 printed above the late pane was clicked
    void reconnectRequested();
    void newReportRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex& index) const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;

private:
    void watchModel();
    void wireHeads();
    void relayout();
    void restoreSelection();
    void placeChildren();
    void repaintRows();
    void updateHold();
    void placeStrip();
    void keepUnderMouse(const IncidentId& id, int before);
    void paintRow(QPainter& painter, int row);
    void paintUnseen(QPainter& painter);
    void rememberNew(int first, int last);
    [[nodiscard]] int stepRow(int from, int by) const;
    [[nodiscard]] int pageRow(int from, int direction) const;
    [[nodiscard]] int rowUnderMouse() const;

    BoardModel& m_model;
    const ThemeSource& m_theme;
    BoardHeads* m_heads;
    ViewStrip* m_strip = nullptr;
    BoardGeometry m_geometry;
    QSize m_laidOutFor;            ///< of the viewport
    std::vector<IncidentId> m_ids; ///< rows as they were last laid out
    std::set<IncidentId> m_unseen; ///< came in and have not been on the screen yet
    IncidentId m_selected;         ///< as last told
    bool m_isHovered = false;
    bool m_isResetting = false;
    std::optional<bool> m_closedChoice; ///< the operator's; none = by height
};

} // namespace sz::widgets
