// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Online maps of this seat: named and switched on in the panel of layers, fetched while the base map is shown, told how they do.

#include "data/desk/Desk.h"
#include "data/threads/Mailbox.h"
#include "maps/online/OnlineTiles.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/ground/OnlineBook.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace sz::widgets {

class BaseMapActs;
class LayerPanel;
class MapArea;
class OnlineCard;
class OnlineList;

/// Where keys of servers are kept. Each may take some seconds: called from a thread of the pool.
struct MapKeys
{
    std::function<std::optional<std::string>(const std::string& name)> lookUp;
    std::function<Result<void>(const std::string& name, const std::string& key)> keep;
    std::function<void(const std::string& name)> forget;
};

/// Nothing is contacted before an officer has switched a source on, nor while the base map is off (Ctrl+B), nor after. Thread: gui.
class OnlineActs final : public QObject
{
    Q_OBJECT
public:
    OnlineActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        MapArea& map,
        LayerPanel& panel,
        BaseMapActs& base,
        QWidget* page,
        QObject* parent);
    ~OnlineActs() override;

    /// What this seat has named, with the switches as they were left. Until it is called there are no online maps: pictures
    /// and tests never meet one. `cache`: the folder tiles are kept in.
    void use(MapKeys keys, std::filesystem::path cache, maps::OnlineManner manner = {});
    [[nodiscard]] const OnlineBook& book() const { return m_book; }
    [[nodiscard]] OnlineCard& card() { return *m_card; }
    [[nodiscard]] OnlineList& list() { return *m_list; }
    void setOn(const QString& id, bool isOn);
    /// Null when there is none of that id.
    [[nodiscard]] const maps::OnlineTiles* tiles(const QString& id) const;
    [[nodiscard]] bool isSettled() const { return m_asking == 0; }

Q_SIGNALS:
    void said(const QString& sentence);
    void panelRequested(); ///< one is to be named, and what is named is listed there

private:
    void accept(const packs::OnlineSource& source, const QString& key);
    void remove(const QString& id);
    void edit(const QString& id);
    void make(const packs::OnlineSource& source);
    void give(const QString& id, const std::optional<std::string>& key);
    void askKey(const QString& id);
    void apply();
    void note(const QString& id);
    void save() const;
    [[nodiscard]] std::filesystem::path fileOf(const std::string& id) const;
    void drop(const QString& id);
    [[nodiscard]] QString settingsKey() const;

    struct Source
    {
        std::unique_ptr<maps::OnlineTiles> tiles;
        bool hasKey = false;
        bool isAsking = false; ///< for its key
    };

    desk::Desk& m_desk;
    MapArea& m_map;
    LayerPanel& m_panel;
    BaseMapActs& m_base;
    OnlineList* m_list;
    OnlineCard* m_card;
    OnlineBook m_book;
    std::map<QString, Source> m_sources;
    MapKeys m_keys;
    std::filesystem::path m_cache;
    maps::OnlineManner m_manner;
    SystemClock m_clock; ///< how old a tile is goes by the world's time, in a drill, too
    int m_asking = 0;
    bool m_isUsed = false;
    Mailbox m_mail;
    QThreadPool m_pool; ///< last: its jobs call back
};

} // namespace sz::widgets
