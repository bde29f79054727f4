// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keeps painted tiles and has the missing ones painted in the pool: never the same one twice, never one nobody wants.

#include "data/threads/Mailbox.h"
#include "maps/tiles/TileKey.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <list>
#include <vector>

namespace sz::maps {

/// Thread: gui; only the painting runs in the pool. The pool must be drained before the cache goes.
class TileCache : public QObject
{
    Q_OBJECT
public:
    using Painter = std::function<QImage(const TileKey&)>; ///< called from pool threads

    TileCache(QThreadPool& pool, qsizetype capBytes, QObject* parent = nullptr);

    /// New ground: everything kept or on its way is dropped. With `keepsOld` what is kept stands in until it is painted
    /// anew: for changes that leave the ground what it is.
    void setPainter(Painter painter, bool keepsOld = false);
    /// The ground within the boxes has changed: its tiles stand in until they are painted anew, when they are wanted again.
    void ageWithin(const std::vector<MercatorBox>& boxes);
    /// It is there as the present painter paints it.
    [[nodiscard]] bool isFresh(const TileKey& key) const;
    /// Null image when it is not there (yet); maybe not fresh. Counts as a use for the least-recently-used order.
    [[nodiscard]] QImage find(const TileKey& key);
    /// Replaces the list of tiles wanted, most urgent first (a key may stand twice). Fresh ones and those being painted are not
    /// asked for again; waiting ones that are no longer wanted are forgotten.
    void want(const std::vector<TileKey>& keys);

    /// Tiles being painted or waiting.
    [[nodiscard]] qsizetype openCount() const
    {
        return m_inWork.size() + static_cast<qsizetype>(m_waiting.size());
    }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    /// Tiles painted since the start, for tests and figures.
    [[nodiscard]] qsizetype paintedCount() const { return m_painted; }

Q_SIGNALS:
    void tileReady(const sz::maps::TileKey& key);

private:
    struct Kept
    {
        QImage image;
        std::list<TileKey>::iterator use;
        int generation = 0;
    };

    void startNext();
    void finish(int generation, const TileKey& key, const QImage& image);
    void keep(const TileKey& key, const QImage& image, int generation);

    Mailbox m_mail;
    QThreadPool& m_pool;
    qsizetype m_cap;
    Painter m_painter;
    int m_generation = 0;
    std::deque<TileKey> m_waiting;
    QHash<TileKey, int> m_inWork; ///< with its generation
    QSet<TileKey> m_agedInWork;   ///< painted from ground that changed meanwhile
    QHash<TileKey, Kept> m_kept;
    std::list<TileKey> m_uses; ///< latest use first
    qsizetype m_bytes = 0;
    qsizetype m_painted = 0;
};

} // namespace sz::maps
