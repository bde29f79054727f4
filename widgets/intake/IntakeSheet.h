// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F2: a report from the first word to the log. The cursor is in the narrative, Ctrl+Enter registers from anywhere.

#include "data/desk/Desk.h"
#include "data/plan/KeyPlaces.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/intake/ReportDraft.h"

#include <functional>

class QLineEdit;
class QPlainTextEdit;

namespace sz::plan {
class MapFinder;
} // namespace sz::plan

namespace sz::widgets {

class CallRow;
class DraftKeeper;
class DuplicateList;
class FactsRow;
class GradePicker;
class KindField;
class PlaceField;
class PresetOrders;
class TickTimer;

/// No field takes names, telephone numbers or plates of private people, and none may be added; the one for the caller's contact
/// is sealed by the desk, stands in no draft and is shown only to those who may seal one.
class IntakeSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// `draftFile`: where the draft lives between two saves; its folder must exist. References outlive the sheet.
    IntakeSheet(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const plan::PlaceIndex& index,
        const ThemeSource& theme,
        TickTimer& ticks,
        QString draftFile,
        QWidget* parent = nullptr);
    ~IntakeSheet() override;
    /// Names of base maps are offered as places, too; they outlive the sheet.
    void setMaps(const plan::MapFinder* maps);

    /// Shows the draft there is, else a blank form; the cursor goes to the narrative.
    void open(Instant now);
    /// A report headquarters refused, to be put right and registered anew. False, and nothing changes, while another report is
    /// being written.
    [[nodiscard]] bool openWith(const model::ReportIncident& refused);
    /// A report of which somebody has told the words and perhaps the place; the rest is suggested and asked as ever. False, and
    /// nothing changes, while another report is being written.
    [[nodiscard]] bool beginWith(const model::ReportIncident& told);
    /// A place clicked on the map; the focus goes on to the kind.
    void setPlace(const plan::Place& place);
    /// The same for a bare point.
    void setPoint(Wgs84 point);

Q_SIGNALS:
    void placingRequested(bool isOn);
    void placeChanged(const sz::plan::Place& place);
    /// The report is saved; orders issued with it follow on their own.
    void registered(const sz::desk::Receipt& receipt);
    /// The orders ticked with a report are saved, too.
    void ordersIssued(const sz::IncidentId& incident, const std::vector<sz::OrderId>& orders);
    /// The report is saved, the orders ticked with it are not; `message` says why.
    void ordersRefused(const QString& message);
    /// The report is saved, the caller's contact is not; `message` says why.
    void contactRefused(const QString& message);
    void duplicateActivated(const sz::IncidentId& incident);
    /// The report, registered already, is merged into another incident.
    void merged(const sz::IncidentId& incident, const sz::IncidentId& into);
    /// The report is saved, it is not merged; `message` says why.
    void mergeRefused(const QString& message);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildWords();
    void buildGuesses(const plan::PlaceFinder& finder);
    void buildGrade();
    void buildContact();
    void refreshContact();
    void
    seal(const IncidentId& incident, const QString& contact, const std::function<void()>& then);
    void connectParts();

    void onNarrative();
    void onMatter();
    void underline();
    void refreshFacts();
    void refreshGrade();
    void refreshDuplicates();
    void refreshOrders();
    void refreshMainAct();
    void touch();

    [[nodiscard]] ReportDraft collect() const;
    void restore(const ReportDraft& draft);
    void reset(Instant now);
    void noteSaved(Instant at);

    [[nodiscard]] QString title() const;
    [[nodiscard]] plan::Grade grade() const;
    [[nodiscard]] plan::Grade gradeOfWords() const;
    [[nodiscard]] std::optional<plan::KeyCircle> circle() const;
    [[nodiscard]] QString gradeReason() const;
    [[nodiscard]] bool isComplete();
    [[nodiscard]] model::ReportIncident report() const;
    void registerReport();
    void registerInto(const IncidentId& other, const QString& why);
    /// What goes with a report but not into it, as it stands when the report is registered.
    struct Beside
    {
        QString title;
        std::vector<OrderLine> lines;
        QString contact;
    };
    void registerAs(const std::function<void(const desk::Receipt&, const Beside&)>& saved);
    void onRegistered(
        const desk::Receipt& receipt,
        const std::vector<OrderLine>& lines,
        const QString& what);
    void merge(const IncidentId& incident, const IncidentId& into, const QString& why);
    void refreshMergeKeys();
    void
    issue(const IncidentId& incident, const std::vector<OrderLine>& lines, const QString& what);

    desk::Desk& m_desk;
    const plan::PlaceIndex& m_index;
    TickTimer& m_ticks;
    DraftKeeper* m_keeper;
    CallRow* m_call = nullptr;
    QPlainTextEdit* m_narrative = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_contact = nullptr;
    PlaceField* m_place = nullptr;
    DuplicateList* m_duplicates = nullptr;
    KindField* m_kind = nullptr;
    FactsRow* m_facts = nullptr;
    GradePicker* m_grade = nullptr;
    ToneLabel* m_gradeReason = nullptr;
    PresetOrders* m_orders = nullptr;
    Instant m_openedAt;                    ///< time of the call until another is typed
    std::optional<plan::Grade> m_ownGrade; ///< by hand
    bool m_isOpen = false;
    bool m_isRestoring = false;
    bool m_isBusy = false;
};

} // namespace sz::widgets
