// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks one server for tiles: few at a time, never again and again, and believes nothing that is not a picture.

#include "maps/online/OnlineTiles.h"

#include <QHash>
#include <QTimer>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace sz::maps {

/// Thread: its own, which made it. For OnlineTiles.
class TileFetcher final : public QObject
{
public:
    /// Called on its thread.
    struct Listener
    {
        std::function<void(const OnlineStatus&)> status;
        std::function<void(const QList<packs::TileId>&)> arrived;
    };

    TileFetcher(std::shared_ptr<OnlineSupply> supply, std::string key, Listener listener);
    ~TileFetcher() override; ///< every connection is closed

    /// Something is wanted.
    void work();

private:
    void ask(const packs::TileId& id);
    void finish(QNetworkReply& reply, const packs::TileId& id);
    void take(QNetworkReply& reply, const packs::TileId& id);
    void takeStatus(int status, QNetworkReply& reply, const packs::TileId& id);
    void answered(const packs::TileId& id);
    void fail(OnlineTrouble trouble, int status, Millis least, const packs::TileId& id);
    void tell();

    std::shared_ptr<OnlineSupply> m_supply; ///< shared with who draws
    std::string m_key;
    Listener m_listener;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< made for the first tile
    QHash<QNetworkReply*, packs::TileId> m_asked;
    QList<packs::TileId> m_arrived;
    OnlineStatus m_status;
    int m_failures = 0; ///< in a row
    QTimer m_pause;
    QTimer m_tell;
};

} // namespace sz::maps
