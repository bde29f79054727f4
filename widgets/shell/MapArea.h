// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The map with what lies over it: tools, inset, scale, cards at the bottom left, and how old the picture is.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/MarkBook.h"

#include <QWidget>

class QToolButton;

namespace sz::maps {
class InsetMap;
class MapPanel;
class ScaleBar;
} // namespace sz::maps

namespace sz::widgets {

class BaseCredit;
class MapTools;

/// Places its children by hand, because they overlap; tells the map where they are so that labels keep out. Thread: gui.
class MapArea final : public QWidget
{
    Q_OBJECT
public:
    MapArea(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);
    ~MapArea() override;

    [[nodiscard]] maps::MapPanel& panel() { return *m_panel; }
    /// A card that asks for it (property "atTop") stands at the top instead.
    /// A card at the bottom left, shown and hidden by its owner; the first added stands leftmost. In a short window it
    /// spans the width instead.
    void addCard(QWidget* card);
    /// A panel at the top right, left of the tools, shown and hidden by its owner; at most as high as the map.
    void addPanel(QWidget* panel);
    /// Lies over the whole map and under everything else; lets clicks through.
    void addCover(QWidget* cover);
    /// Below the map's own buttons.
    void addTool(QToolButton* button);
    /// One below the other under the column of tools, shown and hidden by their owners.
    void addUnderTools(QWidget* widget);
    /// Whom the base map in view is owed to; empty = none.
    void setBaseCredit(const QString& credit);
    /// The same for what is drawn over it.
    void setLayerCredit(const QString& credit);
    /// Small windows: no inset, no scale.
    void setCompact(bool isCompact);
    /// Other borders are in force; marks follow with the next setIncidents.
    void setPlan(const std::shared_ptr<const plan::Plan>& plan);
    /// Incidents as marks; dashed with their age while the link is down.
    void setIncidents(const std::map<IncidentId, model::IncidentPtr>& incidents, Instant now);
    /// True when the marks must be given again: they tell their age while nothing newer can come.
    bool setLink(const desk::LinkStatus& link, Instant now);
    void placeChildren();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class AgeBanner;
    void showCredit();
    [[nodiscard]] std::vector<QRect> placeCards();
    [[nodiscard]] std::vector<QRect> placeUnderTools();
    [[nodiscard]] QRect panelRoom(int wanted, const std::vector<QRect>& underTools) const;
    [[nodiscard]] std::vector<QRect>
    placePanels(const std::vector<QRect>& cards, const std::vector<QRect>& underTools);

    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    MarkBook m_marks;
    maps::MapPanel* m_panel;
    MapTools* m_tools;
    maps::InsetMap* m_inset;
    maps::ScaleBar* m_scale;
    AgeBanner* m_banner;
    BaseCredit* m_baseCredit;
    QString m_ofBase;   ///< to whom the base map is owed
    QString m_ofLayers; ///< and what lies over it
    std::vector<QWidget*> m_cards;
    std::vector<QWidget*> m_underTools;
    std::vector<QWidget*> m_panels;
    std::vector<QWidget*> m_covers;
    desk::LinkStatus m_link;
    bool m_isCompact = false;
};

} // namespace sz::widgets
