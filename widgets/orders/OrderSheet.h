// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F3: an order for one incident: what, to whom, who leads, until when. Every row has unit, post and limit.

#include "data/desk/Desk.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/actions/SideSheet.h"

class QPlainTextEdit;

namespace sz::widgets {

class DecisionBox;
class LimitField;
class TickTimer;
class UnitPicker;

class OrderSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    OrderSheet(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);

    ~OrderSheet() override;

    /// A new order for this incident; the one begun for it before is still there. The cursor goes to the
    /// units; the words are the usual ones until somebody writes others.
    void open(const IncidentId& incident);
    /// The same with the words and units of a refused act filled in.
    void open(const IncidentId& incident, const model::IssueOrders& refused);
    /// A new order that takes over from a returned one: its words and limits, and `words` of the decision below them. The first
    /// unit, or the one that leads, gets the matter.
    void openInstead(const IncidentId& incident, const OrderId& returned, const QString& words);
    /// Orders that answer a question put for decision (its entry); Alt+X drops it with a reason instead.
    void openDecision(const IncidentId& incident, const std::string& ask);
    [[nodiscard]] IncidentId incident() const { return m_incident; }
    /// The question it answers; empty: none.
    [[nodiscard]] const std::string& decides() const { return m_ask; }

Q_SIGNALS:
    void issued(const sz::desk::Receipt& receipt, const sz::model::IssueOrders& act);
    /// Decided, by orders or by none; comes before `issued`.
    void decided(const sz::IncidentId& incident, bool isOrdered);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildText();
    void buildLimits();
    void begin(const IncidentId& incident, const std::string& ask);
    void drop();
    void refreshQuestion(const model::Incident* incident);
    void forget(bool isOrdered);
    void reset();
    void refreshHead();
    void refreshDefaults();
    void refreshMainAct();
    [[nodiscard]] bool isComplete();
    [[nodiscard]] bool hasGoodLimits();
    [[nodiscard]] model::IssueOrders act() const;
    void issue();
    void onIssued(const Result<desk::Receipt>& receipt, const model::IssueOrders& act);

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    DecisionBox* m_question;
    QPlainTextEdit* m_text = nullptr;
    UnitPicker* m_units = nullptr;
    LimitField* m_sign = nullptr;
    LimitField* m_arrive = nullptr;
    LimitField* m_done = nullptr;
    IncidentId m_incident;
    std::string m_ask;   ///< the question it answers; empty: none
    OrderId m_instead;   ///< the returned order it takes over from; empty: none
    QString m_usualText; ///< as written by open()
    bool m_isBusy = false;
};

} // namespace sz::widgets
