// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Board, map and detail in windows of their own, over as many screens as there are, and back; as this seat left them.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <functional>

class QShortcut;
class QSplitter;
class QToolButton;

namespace sz::widgets {

class AlarmWatch;
class PopWindow;

enum class PopPane : std::uint8_t {
    Board, ///< also its place in the splitter
    Map,
    Detail,
};

/// Ctrl+Alt+1 to 3, or the button on a pane with a screen to choose. Thread: gui; all outlive it.
class PopActs final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kPanes = 3;

    PopActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        AlarmWatch& alarms,
        QSplitter& split,
        std::array<QWidget*, kPanes> panes,
        std::function<QString()> mode,
        QWidget* page);
    ~PopActs() override;

    void toggle(PopPane pane);
    [[nodiscard]] bool isOut(PopPane pane) const;
    /// Null while the pane is in the main window.
    [[nodiscard]] PopWindow* window(PopPane pane) const;
    /// For the head of the pane; made once.
    [[nodiscard]] QToolButton* buttonFor(PopPane pane);
    /// A pane that wants the keys brings its window to the front.
    void bringUp(PopPane pane);

    void save() const;
    void restore();

private:
    struct Place
    {
        QWidget* pane = nullptr;
        QPointer<QWidget> stand; ///< keeps the place in the splitter
        QPointer<PopWindow> window;
        QToolButton* button = nullptr;
        QByteArray geometry; ///< of the last time
        std::vector<QPointer<QShortcut>> widened;
    };
    void takeOut(PopPane pane);
    void takeBack(PopPane pane);
    void widenKeys(Place& place);
    void fillMenu(PopPane pane);
    void tell();
    void renewIcons();
    [[nodiscard]] Place& at(PopPane pane) { return m_places[static_cast<std::size_t>(pane)]; }
    [[nodiscard]] QString settingsKey(PopPane pane) const;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    AlarmWatch& m_alarms;
    QSplitter& m_split;
    std::function<QString()> m_mode;
    QWidget* m_page;
    std::array<Place, kPanes> m_places;
};

} // namespace sz::widgets
