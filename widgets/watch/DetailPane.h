// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The right pane: everything known about the selected incident, and what can be done now.

#include "data/desk/Desk.h"
#include "data/plan/ReportFields.h"
#include "widgets/watch/DetailFooter.h"

#include <QWidget>

#include <memory>
#include <vector>

class QHBoxLayout;
class QTabBar;
class QVBoxLayout;

namespace sz::widgets {

class ChainBox;
class ContactLine;
class DetailHead;
class EmptyNote;
class FilesSection;
class ForceBar;
class HopLine;
class KeycapButton;
class OrderCareBar;
class OrdersModel;
class OrdersTable;
class RelationBox;
class Relations;
class SectionHeader;
class TextBlock;
class TraceModel;
class TraceTable;
class WordsBox;

/// Shows one incident by value and emits intents; changes nothing itself. Keys it owns, window-wide while visible:
/// F3 F7 C X M G W P T Q N K . and E D U for the office; S A R X B E P N K . for a unit's desk, and M T on its own reports. Ctrl+V
/// attaches what the clipboard holds. Nobody else may bind them. Thread: gui.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    DetailPane(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);
    ~DetailPane() override;
    /// See DetailHead::setFields.
    void setFields(plan::ReportFields fields);

    /// Who acts here: decides the footer and every reason.
    void setActor(const model::Actor& actor);
    /// Null: nothing is selected. The same incident again is changed in place.
    void setIncident(const model::IncidentPtr& incident);
    /// What belongs together on this desk's board; names the others of the incident shown.
    void setRelations(std::shared_ptr<const Relations> relations);
    void setNow(Instant now);
    void setLink(const desk::LinkStatus& link);
    /// Narrow windows: sections behind tabs, the newest lines of the trace always kept.
    void setCompact(bool isCompact);

    [[nodiscard]] IncidentId incidentId() const;
    /// The order that S, A, R, X and B mean: the selected one if it is this unit's, else this unit's open one.
    [[nodiscard]] OrderId ownOrder() const;
    /// What two desks said at once, as shown; empty without a conflict.
    [[nodiscard]] QString conflictText() const;
    [[nodiscard]] ContactLine& contactLine() { return *m_contact; }
    [[nodiscard]] FilesSection& files() { return *m_files; }
    /// The notes as a conversation: shown in the trace's place while open (N). The pane owns it.
    void setTalk(QWidget* talk);
    void setTalkOpen(bool isOpen);
    [[nodiscard]] bool isTalkOpen() const { return m_isTalkOpen; }
    void setTalkCounts(int total, int unread);
    /// In the row of tabs, at its end.
    void addHeadButton(QWidget* button);
    /// The keys go to the pane's lists.
    void focusLists();
    /// As its key: asks for a page from the scanner, where files may be attached.
    void scan();
    [[nodiscard]] OrderCareBar& care() { return *m_care; }
    [[nodiscard]] RelationBox& relations() { return *m_relationBox; }
    [[nodiscard]] ForceBar& force() { return *m_forceBar; }

Q_SIGNALS:
    void incidentChanged(); ///< another one, or the same one anew
    void talkToggled(bool isOpen);
    void talkWriteRequested(); ///< the note key while the conversation is open
    void requestOrder(const sz::IncidentId& incident);
    void requestReport(const sz::IncidentId& incident);
    void requestClose(const sz::IncidentId& incident);
    void requestAmend(const sz::IncidentId& incident);
    void requestNote(const sz::IncidentId& incident);
    void requestCounts(const sz::IncidentId& incident);
    void requestRemind(const sz::IncidentId& incident, const std::vector<sz::OrderId>& orders);
    void requestSign(const sz::IncidentId& incident, const sz::OrderId& order);
    /// Moving first, on scene once it is moving.
    void requestProgress(
        const sz::IncidentId& incident,
        const sz::OrderId& order,
        sz::model::Progress progress);
    void requestFeedback(const sz::IncidentId& incident, const sz::OrderId& order);
    void requestFinish(const sz::IncidentId& incident, const sz::OrderId& order);
    void requestReturn(const sz::IncidentId& incident, const sz::OrderId& order);
    void requestAttach(const sz::IncidentId& incident);
    void requestScan(const sz::IncidentId& incident);
    void requestCard(const sz::IncidentId& incident);
    void requestRating(const sz::IncidentId& incident);
    void requestClaim(const sz::IncidentId& incident);
    /// Files were dropped onto the pane.
    void filesDropped(const sz::IncidentId& incident, const QStringList& paths);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What a pane as low as this one gives up: a sheet for words lies below it, in a window of 900 or on a laptop.
    enum class Room : std::uint8_t {
        Full,
        WithoutFacts,
        WithoutChain, ///< compact: a row of each table, and not who owned it
    };
    enum class Section : std::uint8_t {
        Chain,
        Orders,
        Trace,
        Place,
        Files,
    };
    void buildChain(QVBoxLayout* column);
    void buildOrders(QVBoxLayout* column);
    void buildTrace(QVBoxLayout* column);
    void buildTabs(QVBoxLayout* column);
    void showSections();
    [[nodiscard]] Room room() const;
    void placeHeadButtons();
    void showAge();
    void refresh();
    void refreshChain();
    void refreshOrders();
    void refreshForecast();
    void refreshTrace();
    void refreshPlace();
    void refreshSubject();
    void refreshHops();
    void act(DetailAct what);
    void actOnOwnOrder(DetailAct what, const OrderId& order);

    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    model::Actor m_actor;
    model::IncidentPtr m_incident;
    desk::LinkStatus m_link;
    Instant m_now;
    bool m_isCompact = false;
    Room m_room = Room::Full;

    std::unique_ptr<OrdersModel> m_ordersModel;
    std::unique_ptr<TraceModel> m_traceModel;
    QWidget* m_nothing;
    EmptyNote* m_empty;
    QWidget* m_body;
    DetailHead* m_head = nullptr;
    ContactLine* m_contact = nullptr;
    RelationBox* m_relationBox = nullptr;
    ForceBar* m_forceBar = nullptr;
    std::shared_ptr<const Relations> m_relations;
    QTabBar* m_tabs = nullptr;
    QHBoxLayout* m_tabRow = nullptr;
    std::vector<QWidget*> m_headButtons;
    QWidget* m_chainSection = nullptr;
    SectionHeader* m_chainHeader = nullptr;
    KeycapButton* m_counts = nullptr;
    ChainBox* m_chain = nullptr;
    TextBlock* m_noReport = nullptr;
    WordsBox* m_facts = nullptr;
    QWidget* m_ordersSection = nullptr;
    SectionHeader* m_ordersHeader = nullptr;
    QString m_orderCounts;
    QString m_orderDetail;
    KeycapButton* m_remind = nullptr;
    OrdersTable* m_orders = nullptr;
    TextBlock* m_noOrders = nullptr;
    HopLine* m_hops = nullptr;
    QWidget* m_traceSection = nullptr;
    SectionHeader* m_traceHeader = nullptr;
    TraceTable* m_trace = nullptr;
    QWidget* m_talk = nullptr;
    KeycapButton* m_talkKey = nullptr;
    bool m_isTalkOpen = false;
    int m_talkTotal = 0;
    int m_talkUnread = 0;
    WordsBox* m_place = nullptr;
    FilesSection* m_files = nullptr;
    OrderCareBar* m_care;
    DetailFooter* m_footer;
};

} // namespace sz::widgets
