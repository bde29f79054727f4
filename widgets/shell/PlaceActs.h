// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A click on the ground asks who is responsible there; the same by key, with measuring and the board narrowed to what is near.

#include "data/desk/Desk.h"
#include "data/plan/Places.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"
#include "widgets/ground/PlaceFacts.h"

#include <QObject>

#include <functional>
#include <optional>

class QToolButton;

namespace sz::widgets {

class AreaCard;
class GroundMarks;
class LayerActs;
class MapArea;
class PlaceCard;
class ViewActs;

/// Thread: gui; everything it is made of outlives it.
class PlaceActs final : public QObject
{
    Q_OBJECT
public:
    PlaceActs(
        desk::Desk& desk,
        const plan::PlaceIndex& index,
        const ThemeSource& theme,
        TickTimer& ticks,
        MapArea& map,
        LayerActs& layers,
        ViewActs& views,
        QWidget* page);

    /// Marks the point and shows its card.
    void show(Wgs84 at);
    /// The marked point, else the selected incident's, else the middle of the map; with the keys on the card.
    void showByKey();
    void close();
    /// What is said of the marked point may be other now.
    void renew();
    [[nodiscard]] bool isOpen() const { return m_at.has_value(); }
    [[nodiscard]] PlaceCard& card() { return *m_card; }
    [[nodiscard]] GroundMarks& marks() { return *m_marks; }
    /// For showByKey.
    void setSelected(const IncidentId& incident) { m_selected = incident; }
    [[nodiscard]] const IncidentId& selected() const { return m_selected; }
    void setCompact(bool isCompact);
    /// Clicks set corners; Backspace takes the last one back, Enter or a double click ends with the result standing, Esc
    /// forgets it.
    void measure();
    [[nodiscard]] bool isMeasuring() const { return m_isMeasuring; }

Q_SIGNALS:
    void said(const QString& sentence);
    void dialRequested(const QString& phone);
    void incidentRequested(const sz::IncidentId& incident);
    void opened();
    void measureBegun();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wireCard();
    void makeTools(QWidget* page);
    void renewIcon();
    void narrow();
    void copy(const QString& system);
    void addRoadTimes(PlaceFacts& facts) const;
    void endMeasure(bool keepsPath);

    desk::Desk& m_desk;
    const plan::PlaceIndex& m_index;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    MapArea& m_map;
    LayerActs& m_layers;
    ViewActs& m_views;
    PlaceCard* m_card;
    GroundMarks* m_marks;
    QToolButton* m_ruler = nullptr;
    std::optional<Wgs84> m_at;
    Instant m_readAt;
    IncidentId m_selected;
    QString m_narrowed; ///< the filter that is on because of the card; empty: none
    bool m_isMeasuring = false;
};

} // namespace sz::widgets
