// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Over the map: the outline that is being redrawn with its corners, what is wrong with it, or a change beside what stands.

#include "data/plan/areas/BorderEdit.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <optional>

namespace sz::widgets {

/// Hidden while there is nothing to show. Only the corners and the middles of edges take the mouse; everything else goes to the map.
/// Thread: gui.
class BorderMarks final : public QWidget
{
    Q_OBJECT
public:
    struct Compared
    {
        MultiPolygon before;
        MultiPolygon after;
    };
    BorderMarks(maps::MapPanel& panel, const ThemeSource& theme, QWidget* parent);

    /// Empty: nothing is being redrawn.
    void setCorners(std::vector<plan::BorderEdit::Corner> corners);
    void setCurrent(std::optional<std::size_t> corner);
    void setFaults(std::vector<plan::CoverFault> faults);
    /// Before dashed, after in one line.
    void setCompared(std::vector<Compared> compared);
    [[nodiscard]] std::optional<std::size_t> current() const { return m_current; }
    [[nodiscard]] const std::vector<plan::CoverFault>& faults() const { return m_faults; }
    [[nodiscard]] const std::vector<Compared>& compared() const { return m_compared; }

Q_SIGNALS:
    void cornerChosen(std::size_t corner);
    /// While the button is down; `goesOn` from the second step on.
    void cornerDragged(std::size_t corner, const sz::Wgs84& to, bool goesOn);
    void middleClicked(std::size_t corner); ///< of the edge that begins there

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Picture;
    void renew();
    void place();
    void paintAll(QPainter& painter) const;
    void paintFaults(QPainter& painter) const;
    void paintCompared(QPainter& painter) const;
    void paintCorners(QPainter& painter) const;
    [[nodiscard]] QPointF pixel(Wgs84 at) const { return m_panel.toView(at); }
    [[nodiscard]] std::optional<std::size_t> cornerAt(QPoint at) const;
    [[nodiscard]] std::optional<std::size_t> middleAt(QPoint at) const;
    [[nodiscard]] std::optional<QPoint> middleOf(std::size_t corner) const;

    maps::MapPanel& m_panel;
    const ThemeSource& m_theme;
    Picture* m_picture; ///< paints, takes no mouse: this one is masked to what can be caught
    std::vector<plan::BorderEdit::Corner> m_corners;
    std::optional<std::size_t> m_current;
    std::vector<plan::CoverFault> m_faults;
    std::vector<Compared> m_compared;
    bool m_isDragging = false;
    bool m_hasDragged = false;
};

} // namespace sz::widgets
