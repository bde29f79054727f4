// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The handover page (交接单): rows that wrote themselves, two signatures, a line for the next shift.

#include "data/desk/Desk.h"
#include "data/report/Handover.h"
#include "data/roster/PlanRoster.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"
#include "widgets/handover/PromiseLine.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QLineEdit;

namespace sz::widgets {

class Composing;
class ElidedLabel;
class HandoverList;
class KeycapButton;
class SheetFacts;
class SignCards;
class ToneLabel;

/// Space reads, Enter opens the incident or makes a promise an order, N goes to the next unread red row, Ctrl+Enter writes or signs, R sends back, the point adds
/// a line, P a promise made by phone, D a drill, E an endpoint that is down, K settles the row (kept, over, works again), G begins the
/// drill of the row, A is the incoming chief's word for it, Ctrl+P prints, Esc leaves. Thread: gui.
class HandoverPage final : public QWidget
{
    Q_OBJECT
public:
    /// The desk and the clock outlive it.
    HandoverPage(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);

    /// Shows how it stands now and takes the focus.
    void enter();
    void setCompact(bool isCompact);
    /// How the place of a drill is found; without it none is.
    void setPlaces(PlaceReader places) { m_places = std::move(places); }
    /// Rows that stand open now, as the next sheet would have them.
    [[nodiscard]] std::vector<model::SheetRow> freshRows() const;
    /// Id of the sheet that is shown; empty: none is written yet.
    [[nodiscard]] const std::string& sheet() const { return m_id; }

Q_SIGNALS:
    void left();
    void incidentRequested(const sz::IncidentId& incident);
    /// Of a promise (its entry): an order for this incident, filled in.
    void orderRequested(const std::string& promise, const sz::IncidentId& incident);
    void printRequested(const QString& suggested, const QByteArray& pdf);

private:
    enum class Asking : std::uint8_t {
        Nothing,
        Line,
        Return,
        Promise,
        Drill,
        Endpoint,
        CallOff, ///< of a drill: why
        Order,   ///< for which incident a promise becomes one
    };
    void build();
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildSide();
    [[nodiscard]] QWidget* buildFoot();
    void refresh();
    void onTick();
    void describe(const model::ShiftSheet& sheet);
    void describeSides(const model::ShiftSheet& sheet);
    void describeFacts(const model::ShiftSheet& sheet);
    void addNews();
    void soonNews();
    void tick();
    void openCurrent();
    void nextRed();
    void sign();
    void write();
    void sendBack();
    void promise(const std::string& typed);
    void orderPromise();
    void orderPromiseFor(const std::string& typed);
    /// Open, the newest that is called so: "041", "#41", "1017-041", or words of its title. Empty: none.
    [[nodiscard]] IncidentId incidentCalled(const std::string& typed) const;
    void settle();
    void keepPromise(const std::string& promise);
    void endDrill(const std::string& drill);
    void restore(const std::string& endpoint);
    void planDrill(const std::string& typed);
    void tellEndpoint(const std::string& typed);
    void beginDrill();
    void agreeToDrill();
    [[nodiscard]] const model::ShiftDrill* currentDrill();
    void ask(Asking what);
    void answer();
    void putAway();
    void print();
    void perform(const model::ShiftAct& act, const QString& done);
    void tell(const QString& done);
    void refuse(const Error& error);
    [[nodiscard]] const model::ShiftSheet* shown() const;
    void changeSides();
    [[nodiscard]] model::SheetSide side(const model::ShiftSheet& sheet) const;
    [[nodiscard]] QString holder(Instant at) const;
    [[nodiscard]] report::HandoverFacts facts() const;
    [[nodiscard]] std::vector<model::IncidentPtr> incidents() const;
    [[nodiscard]] report::ShiftNumbers numbers(const model::ShiftSheet& sheet) const;
    [[nodiscard]] Instant shiftBegin(Instant change) const;
    [[nodiscard]] const std::vector<report::GapFact>& gaps(Instant from, Instant until) const;
    [[nodiscard]] Instant changeAfter(Instant at) const;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    roster::PlanRules m_rules; ///< what the plan's folder asks of the roster
    Composing* m_composing;
    HandoverList* m_list;
    SignCards* m_cards;
    SheetFacts* m_facts;
    ElidedLabel* m_status = nullptr;
    ElidedLabel* m_numbers = nullptr; ///< what the shift did
    ToneLabel* m_message = nullptr;
    KeycapButton* m_sign = nullptr;
    KeycapButton* m_back = nullptr;
    QWidget* m_side = nullptr;
    QWidget* m_asking = nullptr;
    ElidedLabel* m_question = nullptr;
    QLineEdit* m_words = nullptr;
    model::ShiftSheet m_draft;            ///< while no sheet is written: what it would say
    std::optional<model::SheetSide> m_as; ///< which side this desk is, as somebody said
    std::string m_asOf;                   ///< of which sheet
    std::string m_id;
    std::string m_drill;   ///< that is being called off
    std::string m_promise; ///< that becomes an order
    PlaceReader m_places = [](const std::string&) { return std::nullopt; };
    Asking m_what = Asking::Nothing;
    std::optional<model::AddRows>
        m_tried; ///< the last addition, so that a refused one is not sent again and again
    int m_sinceNews = 0;
    struct Gaps
    {
        std::shared_ptr<const model::ShiftState> shift;
        std::size_t turns = 0; ///< of the city's mode
        Instant from;
        Instant until;
        std::vector<report::GapFact> all;
    };
    mutable Gaps
        m_gaps; ///< as they were counted last: a look at the whole roster, in the thread that paints
};

} // namespace sz::widgets
