// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The base map of this seat: packs out of a folder, shown or not by one key; what cannot be used is told.

#include "data/desk/Desk.h"
#include "maps/packs/PackShelf.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <optional>
#include <vector>

namespace sz::widgets {

class KeycapButton;
class MapArea;

/// Without a pack in the folder there is neither button nor key, and the map is as ever. The folder is read again each time
/// the base map is switched on. Thread: gui; files are opened in a thread of its own.
class BaseMapActs final : public QObject
{
    Q_OBJECT
public:
    BaseMapActs(desk::Desk& desk, const ThemeSource& theme, MapArea& map, QObject* parent);
    ~BaseMapActs() override;

    /// Reads the folder (it need not exist). Until it is called there is no base map.
    void useFolder(const std::filesystem::path& folder);
    /// Pictures show it whatever this seat chose; not remembered.
    void showAlways();
    void toggle();
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Nothing is being opened.
    [[nodiscard]] bool isSettled() const { return !m_isReading; }
    [[nodiscard]] const maps::PackShelf& shelf() const { return m_shelf; }

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void read();
    void take(maps::PackShelf shelf);
    void apply();
    void tellCredit();
    void tellButton();
    [[nodiscard]] QString refusals() const;
    [[nodiscard]] QString settingsKey() const;

    desk::Desk& m_desk;
    MapArea& m_map;
    KeycapButton* m_button;
    std::filesystem::path m_folder;
    maps::PackShelf m_shelf;
    std::optional<std::vector<std::size_t>> m_inView; ///< packs whose credit is told
    int m_generation = 0;
    bool m_isOn = true;
    bool m_isReading = false;
    QThreadPool m_pool; ///< last: its jobs call back
};

} // namespace sz::widgets
