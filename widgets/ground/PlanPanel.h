// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The changes of the plan as a list, with what one may do about each, and the sheet of a change that is being drawn.

#include "data/model/PlanState.h"
#include "widgets/common/ThemeSource.h"

#include <QDate>
#include <QFrame>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace sz::widgets {

class KeycapButton;
class PlainLabel;

/// A panel over the map; Esc leaves the sheet, then the panel. Rows keep their place. Thread: gui.
class PlanPanel final : public QFrame
{
    Q_OBJECT
public:
    PlanPanel(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme, QWidget* parent);

    /// Newest first; the chosen one stays chosen. `may` says of each act why not (empty: it may).
    void setState(const model::PlanState& state, Instant now);
    [[nodiscard]] QString chosen() const;
    void choose(const QString& id);
    /// Reasons why not; empty: possible.
    void setMay(const QString& approve, const QString& refuse, const QString& withdraw);
    void setMayPropose(const QString& whyNot);

    void setArea(int number);
    [[nodiscard]] int area() const;
    /// Opens the sheet of a change; `streets` are those of the area's district.
    void startEdit(int area, std::shared_ptr<const plan::Plan> now, const QDate& from);
    void showList();
    [[nodiscard]] bool isEditing() const;
    /// What the live check says; a fault keeps Propose shut.
    void setCover(const QString& words, bool isGood);
    /// What does not keep it from being proposed; empty: nothing.
    void setHint(const QString& words);
    void setEditState(bool canUndo, const QString& corner);
    /// Above the propose button, which stays shut: why it cannot be pressed; empty: it can.
    void setWord(const QString& words);
    /// There as well, until the next word; the button stays as it is.
    void warn(const QString& words);
    [[nodiscard]] std::vector<plan::StreetMove> moves() const;
    [[nodiscard]] QDate fromDate() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString decisionWords() const;
    [[nodiscard]] QDate exportDate() const;
    void takeFocus();
    void focusReason();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosenChanged();
    void decideRequested(bool isApproved);
    void withdrawRequested();
    void redrawRequested(int area);
    void showRequested();
    void exportRequested();
    void undoRequested();
    void insertRequested();
    void removeRequested();
    void movesChanged();
    void proposeRequested();
    void editLeft();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeSheet();
    void addMove();
    void takeMoveBack();
    void showMoves();
    void fillTargets();
    KeycapButton*
    button(const char* name, const QString& label, QWidget* parent, bool isMain = false);

    std::shared_ptr<const plan::Plan> m_plan; // lives as long as the desk
    const ThemeSource& m_theme;
    QStackedWidget* m_pages;
    QListWidget* m_list = nullptr;
    PlainLabel* m_details = nullptr;
    PlainLabel* m_why = nullptr;
    QLineEdit* m_words = nullptr;
    KeycapButton* m_approve = nullptr;
    KeycapButton* m_refuse = nullptr;
    KeycapButton* m_withdraw = nullptr;
    KeycapButton* m_show = nullptr;
    QComboBox* m_areas = nullptr;
    KeycapButton* m_redraw = nullptr;
    QDateEdit* m_exportDate = nullptr;
    PlainLabel* m_title = nullptr;
    PlainLabel* m_cover = nullptr;
    PlainLabel* m_corner = nullptr;
    KeycapButton* m_undo = nullptr;
    QComboBox* m_streets = nullptr;
    QComboBox* m_targets = nullptr;
    QListWidget* m_moves = nullptr;
    KeycapButton* m_takeBack = nullptr;
    PlainLabel* m_note = nullptr;
    PlainLabel* m_hint = nullptr;
    QDateEdit* m_from = nullptr;
    QLineEdit* m_reason = nullptr;
    KeycapButton* m_propose = nullptr;
    PlainLabel* m_word = nullptr;
    std::vector<plan::StreetMove> m_moveList;
    std::map<std::string, model::PlanProposal> m_proposals;
    std::shared_ptr<const plan::Plan>
        m_edited; ///< the plan the sheet is about; of the street lists
    int m_editedArea = 0;
};

} // namespace sz::widgets
