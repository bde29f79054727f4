// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+F11: the wall on another screen, or on this one; it outlives a screen that is unplugged, and the seat remembers it.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

#include <functional>
#include <memory>

class QScreen;
class QToolButton;

namespace sz::maps {
class MapPanel;
struct Overlays;
} // namespace sz::maps

namespace sz::widgets {

class AlarmWatch;
class WallWindow;

/// Thread: gui; all outlive it.
class WallActs final : public QObject
{
    Q_OBJECT
public:
    /// `map` is the seat's: what lies over it lies over the wall's, too.
    WallActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        AlarmWatch& alarms,
        const maps::MapPanel& map,
        std::function<QString()> mode,
        QWidget* page);
    ~WallActs() override;

    void toggle();
    /// On the screen the seat last used, if it is there; else on one that the console is not on; else on the console's.
    void open();
    void openOn(QScreen& screen);
    void close();
    [[nodiscard]] bool isOpen() const { return m_window != nullptr; }
    /// Null while it is not open.
    [[nodiscard]] WallWindow* window() const { return m_window.get(); }
    /// For the map's tools; made once.
    [[nodiscard]] QToolButton* button();

    void save();
    void restore();

Q_SIGNALS:
    void said(const QString& sentence);
    /// There is another window: for what is under its borders.
    void made(sz::maps::MapPanel& panel);

private:
    void tell();
    void tellBoard();
    void tellGround();
    void screenRemoved(QScreen* screen);
    void screenAdded(QScreen* screen);
    [[nodiscard]] QScreen* chosenScreen() const;
    [[nodiscard]] QScreen* otherThan(const QScreen* gone) const;
    void fillMenu();
    void renewIcon();
    [[nodiscard]] QString settingsKey(const char* name) const;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    AlarmWatch& m_alarms;
    const maps::MapPanel& m_map;
    std::function<QString()> m_mode;
    QWidget* m_page;
    std::unique_ptr<WallWindow> m_window;
    QToolButton* m_button = nullptr;
    QString m_screen;         ///< name of the one it is on, or was
    bool m_isWaiting = false; ///< its screen is gone: it comes back with it
    Instant m_loadedAt;
    std::shared_ptr<const maps::Overlays>
        m_ground; ///< shared with the seat's map: what the wall's was made of
};

} // namespace sz::widgets
