// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks one server for tiles: few at a time, never again and again, and believes nothing that is not a picture.

#include "maps/online/OnlineTiles.h"

#include <QHash>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace sz::maps {

/// Thread: its own. For OnlineTiles.
class TileFetcher final : public QObject
{
    Q_OBJECT
public:
    TileFetcher(std::shared_ptr<OnlineSupply> supply, std::string key);
    ~TileFetcher() override;

    /// Something is wanted.
    void work();
    /// Nothing more; every connection is closed when it returns.
    void stop();

Q_SIGNALS:
    void arrived(const QList<sz::packs::TileId>& tiles);
    void statusChanged(const sz::maps::OnlineStatus& status);

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
    std::unique_ptr<QNetworkAccessManager> m_network; ///< made for the first tile
    QHash<QNetworkReply*, packs::TileId> m_asked;
    QList<packs::TileId> m_arrived;
    OnlineStatus m_status;
    int m_failures = 0; ///< in a row
    bool m_isStopped = false;
    QTimer m_pause;
    QTimer m_tell;
};

} // namespace sz::maps
