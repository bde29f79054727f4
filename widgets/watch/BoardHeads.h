// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headers and empty notes of the board's panes: how many, how old, and why there is nothing.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/BoardModel.h"
#include "widgets/watch/BoardLayout.h"

#include <QObject>

#include <array>

class QAbstractButton;

namespace sz::widgets {

class EmptyNote;
class SectionHeader;

/// Four headers and four notes as children of the board's viewport. An empty pane always says why it is empty: a board
/// that could show "nothing" because it lost its link is worse than none.
class BoardHeads final : public QObject
{
    Q_OBJECT
public:
    BoardHeads(const BoardModel& model, const ThemeSource& theme, QWidget* viewport);

    void setLink(const desk::LinkStatus& link);
    void setClosedOpen(bool isOpen);
    /// Which pane holds the current row: its header is bold-bright. Only while the board has the focus.
    void setActivePane(std::optional<Pane> pane);
    /// At the right end of the first heading.
    void addHeadButton(QWidget* button);
    /// Counts, ages and reasons from the model.
    void refresh();
    [[nodiscard]] std::array<int, 4> noteHeights() const;
    /// Puts everything where the board is scrolled to.
    void place(const BoardGeometry& geometry, int scrolled);

    [[nodiscard]] QString noteText(Pane pane) const;

Q_SIGNALS:
    void lateRequested(); ///< F9 was clicked
    void closedToggled();
    void reconnectRequested();
    void newReportRequested();

private:
    void build(Pane pane, QWidget* viewport);
    void addLateKey();
    void addFold(QWidget* viewport);
    void addOfflineKeys();
    void refreshHeader(Pane pane);
    void refreshNote(Pane pane);
    [[nodiscard]] bool isLive() const { return m_link.state == desk::LinkState::Live; }
    [[nodiscard]] QString headerNote(Pane pane) const;
    [[nodiscard]] QString staleText() const;
    [[nodiscard]] QString quietReason(Pane pane) const;
    [[nodiscard]] QString quietSince(Pane pane) const;
    [[nodiscard]] QString linkReason() const;

    const BoardModel& m_model;
    const ThemeSource& m_theme;
    desk::LinkStatus m_link;
    std::array<SectionHeader*, 4> m_headers{};
    std::array<EmptyNote*, 4> m_notes{};
    QWidget* m_offlineKeys = nullptr;
    QWidget* m_byHarm = nullptr;
    QAbstractButton* m_fold = nullptr;
    QWidget* m_headButton = nullptr;
    bool m_isClosedOpen = true;
};

} // namespace sz::widgets
