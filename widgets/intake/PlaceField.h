// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where it is: typed with completion or clicked on the map; below, which area that is and who answers there.

#include "data/desk/Desk.h"
#include "data/plan/MapFinder.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;
class PickEdit;
struct ChoiceRow;

class PlaceField final : public QWidget
{
    Q_OBJECT
public:
    /// The list lies over `sheet`, whose focus also gives Alt+M its scope.
    PlaceField(
        const desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        QWidget* sheet);

    /// Names of base maps are offered, too; they outlive it.
    void setMaps(const plan::MapFinder* maps) { m_maps = maps; }
    /// Typed coordinates are offered in each datum they may be in; without it they are only words.
    void setIndex(const plan::PlaceIndex* index) { m_index = index; }
    /// Empty until something is chosen or typed. Typed text that the plan does not know is kept as named.
    [[nodiscard]] std::optional<plan::Place> place() const;
    /// The chosen one only: what was typed and not chosen does not count.
    [[nodiscard]] const std::optional<plan::Place>& chosen() const { return m_place; }
    [[nodiscard]] QString typed() const;
    void setPlace(const plan::Place& place);
    void setTyped(const QString& text);
    void clear();
    /// Takes the lit row of an open list, as Tab does.
    void settle();
    void setNow(Instant now);
    /// Whether the map waits for a click; Alt+M toggles it.
    void setPlacing(bool isPlacing);
    [[nodiscard]] bool isPlacing() const { return m_isPlacing; }
    [[nodiscard]] PickEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void placeChanged();
    void placingRequested(bool isOn);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    std::vector<ChoiceRow> pointRows(const QString& text);
    std::vector<ChoiceRow> nameRows(const QString& text);
    void pick(int row);
    void choose(const plan::Place& place);
    void describe();
    [[nodiscard]] QString resolvedText(const plan::Place& place) const;

    const desk::Desk& m_desk; ///< who answers is asked of its roster
    const plan::Plan& m_plan;
    const plan::PlaceFinder& m_finder;
    const plan::MapFinder* m_maps = nullptr;
    PickEdit* m_edit;
    ElidedLabel* m_resolved;
    KeycapButton* m_map;
    const plan::PlaceIndex* m_index = nullptr;
    std::vector<plan::Place> m_offered; ///< a place a row
    std::optional<plan::Place> m_place;
    Instant m_now;
    bool m_isPlacing = false;
};

} // namespace sz::widgets
