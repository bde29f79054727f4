// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The column of buttons at the map's corner: nearer, farther, whole city, hold the view.

#include "widgets/common/ThemeSource.h"

#include <QWidget>

class QToolButton;

namespace sz::maps {
class MapPanel;
}

namespace sz::widgets {

/// Thread: gui. `panel` outlives it.
class MapTools final : public QWidget
{
    Q_OBJECT
public:
    MapTools(maps::MapPanel& panel, const ThemeSource& theme, QWidget* parent);

    /// One more, at the end.
    void addTool(QToolButton* button);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* add(const char* icon, const char* name, const QString& text);
    void renewIcons();

    maps::MapPanel& m_panel;
    const ThemeSource& m_theme;
    QToolButton* m_pin = nullptr;
};

} // namespace sz::widgets
