// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Over the map: the place that is looked at, the circle round it, and what is being measured.

#include "maps/view/MapPanel.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace sz::widgets {

/// Hidden while there is nothing to show, so that it costs nothing. Lets every click through. Thread: gui.
class GroundMarks final : public QWidget
{
    Q_OBJECT
public:
    GroundMarks(maps::MapPanel& panel, const ThemeSource& theme, QWidget* parent);

    void setPlace(std::optional<Wgs84> at);
    /// 0: none.
    void setCircle(double metres);
    void setPath(std::vector<Wgs84> points);
    /// A cross in the middle of the map: where the space bar sets a corner.
    void setAim(bool isOn);
    [[nodiscard]] const std::vector<Wgs84>& path() const { return m_path; }
    [[nodiscard]] std::optional<Wgs84> place() const { return m_place; }
    /// "1.24 km · 0.35 km²"; empty while nothing is measured.
    [[nodiscard]] QString measured() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void renew();
    void paintPlace(QPainter& painter) const;
    void paintPath(QPainter& painter) const;
    void paintAim(QPainter& painter) const;
    [[nodiscard]] QPointF pixel(Wgs84 at) const;

    maps::MapPanel& m_panel;
    const ThemeSource& m_theme;
    std::optional<Wgs84> m_place;
    double m_circle = 0;
    std::vector<Wgs84> m_path;
    bool m_hasAim = false;
};

} // namespace sz::widgets
