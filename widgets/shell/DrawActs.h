// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Drawing on the map by mouse and by key; what is drawn is an entry, seen by all desks.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

class QToolButton;

namespace sz::widgets {

class DrawCard;
class LayerActs;
class MapArea;
class PlaceActs;
class ViewActs;

/// Ctrl+Shift+D or the button on the map. While the card is open a click sets a corner, the space bar one in the middle of the
/// map; Backspace takes the last one back, Enter or a double click puts it on the map, Esc goes back. Thread: gui.
class DrawActs final : public QObject
{
    Q_OBJECT
public:
    DrawActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        MapArea& map,
        LayerActs& layers,
        PlaceActs& places,
        ViewActs& views,
        QWidget* page);

    void toggle();
    /// A drawing headquarters refused lies on the map again, to be changed or put there once more.
    void reopen(const model::Draw& refused);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] DrawCard& card() { return *m_card; }
    [[nodiscard]] const std::vector<Wgs84>& corners() const { return m_corners; }

Q_SIGNALS:
    void said(const QString& sentence);
    void saved();
    void putAway();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTools(QWidget* page);
    void renewIcon();
    void wireCard();
    void open();
    void close();
    void addCorner(Wgs84 at);
    void setCorners(std::vector<Wgs84> corners);
    void renewHint();
    void save();
    void erase(const std::string& drawing);
    void show(const std::string& drawing);
    void narrow(const std::string& drawing, int metres);
    [[nodiscard]] model::Draw drawn() const;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    MapArea& m_map;
    LayerActs& m_layers;
    PlaceActs& m_places;
    ViewActs& m_views;
    DrawCard* m_card;
    QToolButton* m_button = nullptr;
    std::vector<Wgs84> m_corners;
    QString m_narrowed; ///< the filter that is on because of the card; empty: none
    bool m_isOpen = false;
};

/// Why it cannot be put on the map, naming what is wrong: corners, words, form.
[[nodiscard]] QString drawingErrorText(const Error& error);

} // namespace sz::widgets
