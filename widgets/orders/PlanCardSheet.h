// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Y: a plan card (预案) before it becomes orders: all of them with their limits, and one key that issues them.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/orders/CardDraft.h"

class QButtonGroup;
class QVBoxLayout;

namespace sz::widgets {

class OrderTable;
class TickTimer;

/// Enter issues the ticked orders, one act for all with the same words. Several cards stand above each other with the digits
/// that choose them. Thread: gui.
class PlanCardSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    PlanCardSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~PlanCardSheet() override;

    /// The cards that fit; `code` is chosen among them, and shown also when it does not fit.
    void open(const IncidentId& incident, const std::string& code = {});

Q_SIGNALS:
    /// All of them are saved.
    void performed(const QString& what);
    /// These are out, also when the rest was refused; follows `performed`.
    void issued(
        const sz::IncidentId& incident,
        const std::vector<sz::OrderId>& orders,
        const QString& what);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void follow();
    void showCards();
    void chooseCard(std::size_t index);
    void showDraft();
    void refreshMainAct();
    [[nodiscard]] QString wordsText() const;
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] bool isTicked(const UnitCode& unit) const;
    [[nodiscard]] std::vector<model::IssueOrders> acts() const;
    void issue();
    void issueNext();
    void done();
    [[nodiscard]] QString doneText() const;

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    model::IncidentPtr m_incident;
    std::vector<const plan::PlanCard*> m_cards;
    std::size_t m_chosen = 0;
    CardDraft m_draft;
    std::vector<UnitCode> m_left; ///< not ticked
    QWidget* m_choice;
    QVBoxLayout* m_choiceRows;
    std::vector<KeycapButton*> m_keys;
    ToneLabel* m_what;
    ToneLabel* m_note;
    OrderTable* m_table;
    std::vector<model::IssueOrders> m_waiting; ///< acts still to be done, the next one last
    std::vector<OrderId> m_issued;
    IncidentId m_at; ///< whose orders are being issued, also when the sheet is put away meanwhile
    bool m_isBusy = false;
};

} // namespace sz::widgets
