// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// G: incidents that belong together. Another one is picked by typing; this one is merged into it, grouped under it, taken out
// of its group or separated again.

#include "data/desk/Desk.h"
#include "widgets/actions/IncidentFinder.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/models/Relations.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>

class QLineEdit;

namespace sz::widgets {

class PickEdit;

/// What was done and how it is undone: by an act of its own, since others may have seen it.
struct Related
{
    IncidentId incident;
    QString sentence;
    std::optional<model::Act> undo;
};

class RelateSheet final : public SideSheet
{
    Q_OBJECT
public:
    enum class Act : std::uint8_t {
        Merge,    ///< Alt+1
        Group,    ///< Alt+2
        Ungroup,  ///< Alt+3
        Separate, ///< Alt+4
    };
    static constexpr std::array kActs{Act::Merge, Act::Group, Act::Ungroup, Act::Separate};

    /// References outlive the sheet.
    RelateSheet(desk::Desk& desk, const ThemeSource& theme, QWidget* parent = nullptr);
    ~RelateSheet() override;

    /// The cursor goes to the other incident, or to the reason when this one can only be separated. Nothing happens when the board
    /// does not hold it.
    void open(const IncidentId& incident);
    /// The same with the wishes of a refused act filled in.
    void open(const IncidentId& incident, const model::Act& wished);

Q_SIGNALS:
    void related(const sz::widgets::Related& done);

private:
    void build();
    void buildActs();
    void follow();
    void offer(const QString& typed);
    void pick(int row);
    void setOther(const model::IncidentPtr& other);
    void refresh();
    void refreshActs();
    [[nodiscard]] QString standText() const;
    [[nodiscard]] QString belowText() const;
    [[nodiscard]] Act usual() const;
    [[nodiscard]] QString label(Act act) const;
    [[nodiscard]] model::Act wish(Act act, const std::string& reason) const;
    [[nodiscard]] std::optional<model::Act> undoOf(Act act) const;
    [[nodiscard]] QString obstacle(Act act) const;
    [[nodiscard]] bool isReady(Act act);
    void perform(Act act);

    desk::Desk& m_desk;
    model::IncidentPtr m_incident;
    model::IncidentPtr m_other; ///< picked; null: none
    Relations m_relations;
    std::unique_ptr<IncidentFinder> m_finder;
    std::vector<model::IncidentPtr> m_offered; ///< rows of the open list
    ToneLabel* m_stand;
    PickEdit* m_edit;
    QLineEdit* m_reason;
    ToneLabel* m_below;
    std::array<KeycapButton*, 4> m_acts{}; ///< by Act
    bool m_isBusy = false;
};

} // namespace sz::widgets
