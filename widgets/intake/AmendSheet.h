// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// M: what an incident says is put right: title, kind, grade, place, what its kind asks for, each with its trace.

#include "data/desk/Desk.h"
#include "data/plan/Places.h"
#include "widgets/actions/SideSheet.h"

class QLineEdit;

namespace sz::plan {
class MapFinder;
} // namespace sz::plan

namespace sz::widgets {

class FactsRow;
class GradePicker;
class KindField;
class PlaceField;

/// Only fields changed by hand go into the act. When another desk changes one of them meanwhile, the sheet says so; what is
/// then sent stands beside the other value (model::Conflict).
class AmendSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    AmendSheet(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        QWidget* parent = nullptr);
    ~AmendSheet() override;
    /// Names of base maps are offered as places, too; they outlive the sheet.
    void setMaps(const plan::MapFinder* maps);
    /// Typed coordinates are places, too; it outlives the sheet.
    void setIndex(const plan::PlaceIndex* index);

    /// The incident as it stands; the cursor goes to the title.
    void open(const IncidentId& incident);
    /// The same with the wishes of a refused act filled in.
    void open(const IncidentId& incident, const model::AmendIncident& wished);
    void setPlace(const plan::Place& place);

Q_SIGNALS:
    void placingRequested(bool isOn);
    void placeChanged(const sz::plan::Place& place);
    void amended(const sz::desk::Receipt& receipt);

private:
    void build(const plan::PlaceFinder& finder);
    void fill(const model::Incident& incident);
    void refreshFacts();
    [[nodiscard]] std::vector<model::Fact> changedFacts() const;
    void follow();
    void tellForeignChange(const model::Incident& now);
    [[nodiscard]] model::AmendIncident changes() const;
    void amend();
    void onAmended(const Result<desk::Receipt>& receipt);

    desk::Desk& m_desk;
    QLineEdit* m_title = nullptr;
    PlaceField* m_place = nullptr;
    KindField* m_kind = nullptr;
    FactsRow* m_facts = nullptr;
    GradePicker* m_grade = nullptr;
    QLineEdit* m_reason = nullptr;
    model::IncidentPtr m_before; ///< as it stood when the sheet was filled
    bool m_isBusy = false;
};

} // namespace sz::widgets
