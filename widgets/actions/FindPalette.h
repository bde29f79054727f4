// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+K: one field for everything there is: incidents, orders, units, who is on duty, places, keys.

#include "data/desk/Desk.h"
#include "widgets/actions/FindHits.h"
#include "widgets/common/ThemeSource.h"

#include <QFrame>
#include <QKeySequence>
#include <QPointer>

#include <functional>
#include <utility>

namespace sz::widgets {

class ChoiceList;
class CommandInput;
class TickTimer;
struct Action;

/// Lies over its window while it is open; Esc, a click elsewhere or a choice puts it away, and the focus goes back where it
/// was. Incidents that left the board are found, too: the archive's answer is added when it comes. Thread: gui.
class FindPalette final : public QFrame
{
    Q_OBJECT
public:
    /// All outlive it. `parent`: the page whose keys are offered, with those of the list of actions (Action.h) that apply now.
    FindPalette(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent);

    void open();
    /// Something that has no key of its own but can be done from here.
    void addCommand(const QString& label, std::function<void()> run);
    /// The seat's own keys; without them the shipped ones are printed.
    void setKeys(std::function<QKeySequence(const Action&)> keysOf)
    {
        m_keysOf = std::move(keysOf);
    }
    /// Names of base maps are found, too; they outlive it.
    void setMaps(const plan::MapFinder* maps) { m_maps = maps; }
    /// Typed coordinates are places, too; it outlives the palette.
    void setIndex(const plan::PlaceIndex* index) { m_index = index; }
    /// Named views of the board, asked for each time it opens.
    void setViews(std::function<std::vector<FindCommand>()> views)
    {
        m_askViews = std::move(views);
    }

Q_SIGNALS:
    void incidentRequested(const sz::IncidentId& incident);
    void placeRequested(const sz::plan::Place& place);
    void dutyRequested(const QString& unit); ///< its short name
    void viewRequested(const QString& name);
    void said(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void gatherKeys();
    void gatherPeople();
    void gatherButtons();
    void gatherActions();
    void add(const FindCommand& command, std::function<void()> run);
    void refresh();
    void askArchive();
    void show(const desk::SearchResult& archive);
    void showRows();
    void choose();
    void putAway();

    desk::Desk& m_desk;
    const plan::PlaceFinder& m_finder;
    const plan::MapFinder* m_maps = nullptr;
    const plan::PlaceIndex* m_index = nullptr;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    CommandInput* m_input;
    QPointer<ChoiceList> m_list;
    QPointer<QWidget> m_before; ///< had the focus
    std::vector<FindCommand> m_commands;
    std::vector<std::function<void()>> m_runs; ///< as many
    std::function<QKeySequence(const Action&)> m_keysOf;
    std::vector<std::pair<QString, std::function<void()>>> m_more;
    std::function<std::vector<FindCommand>()> m_askViews;
    std::vector<FindCommand> m_views;
    std::vector<DutyLine> m_people; ///< on duty when it was opened
    std::vector<FindHit> m_hits;
};

} // namespace sz::widgets
