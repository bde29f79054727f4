// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The base map of this seat: packs out of a folder, shown or not by one key; what cannot be used is told.

#include "data/desk/Desk.h"
#include "data/plan/MapFinder.h"
#include "data/threads/Mailbox.h"
#include "maps/packs/PackPlaces.h"
#include "maps/packs/PackShelf.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace sz::widgets {

class KeycapButton;
class MapArea;

/// Without a pack in the folder, or an online map that is on, there is neither button nor key, and the map is as ever. The folder is read again each time
/// the base map is switched on. Names that packs bring along are read when somebody first searches, shown or not. Thread: gui; files are opened in a thread of its own.
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
    /// Online maps that are on, over the folder's packs; the first on top. `isAnew`: painted anew even when they are the same.
    void setOnline(std::vector<packs::PackInfo> online, bool isAnew = false);
    /// Another map on the same ground, the wall's or that of a replay, until it is gone. `credit` is told whom that is owed to;
    /// empty: nobody.
    void alsoOn(maps::MapPanel& panel, const std::function<void(const QString&)>& credit);
    /// Tiles have come: painted anew on every map.
    void renew(const std::vector<maps::MercatorBox>& boxes);
    /// All that is there to be shown, on or off; null: nothing.
    [[nodiscard]] const std::shared_ptr<const maps::PackStack>& stack() const { return m_stack; }
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Nothing is being opened.
    [[nodiscard]] bool isSettled() const { return !m_isReading && !m_isReadingNames; }
    /// What the packs name, for whoever searches places.
    [[nodiscard]] const plan::MapFinder& names() const { return m_names; }
    [[nodiscard]] const maps::PackShelf& shelf() const { return m_shelf; }

Q_SIGNALS:
    void said(const QString& sentence);
    void switched(bool isOn);
    void stackChanged(); ///< there are other packs now

private:
    void read();
    void readNames();
    void take(maps::PackShelf shelf);
    void apply();
    void stackUp();
    void tellCredit();
    [[nodiscard]] QString creditIn(const maps::MapPanel& panel) const;
    void tellButton();
    [[nodiscard]] QString refusals() const;
    [[nodiscard]] QString settingsKey() const;

    desk::Desk& m_desk;
    plan::MapFinder m_names;
    MapArea& m_map;
    KeycapButton* m_button;
    std::filesystem::path m_folder;
    maps::PackShelf m_shelf;
    struct Other
    {
        QPointer<maps::MapPanel> panel;
        std::function<void(const QString&)> credit;
    };
    std::vector<Other> m_others;
    std::vector<packs::PackInfo> m_online;
    std::shared_ptr<const maps::PackStack> m_stack; ///< shared with who paints
    std::vector<maps::NamelessPack> m_nameless;
    std::optional<std::vector<std::size_t>> m_inView; ///< packs whose credit is told
    int m_generation = 0;
    bool m_isOn = true;
    bool m_isReading = false;
    std::atomic<bool> m_isReadingNames = false; ///< set by whoever searches
    Mailbox m_mail;
    QThreadPool m_pool; ///< last: its jobs call back
};

} // namespace sz::widgets
