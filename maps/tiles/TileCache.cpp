// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tiles/TileCache.h"

#include "data/threads/PoolWork.h"

#include <algorithm>
#include <utility>

namespace sz::maps {
namespace {

constexpr int kAged = -1; ///< a generation that never is the present one

} // namespace

TileCache::TileCache(QThreadPool& pool, qsizetype capBytes, QObject* parent)
    : QObject(parent), m_pool(pool), m_cap(capBytes)
{
}

void TileCache::setPainter(Painter painter, bool keepsOld)
{
    m_painter = std::move(painter);
    ++m_generation;
    m_waiting.clear();
    m_inWork.clear();
    m_agedInWork.clear();
    if (keepsOld) {
        return;
    }
    m_kept.clear();
    m_uses.clear();
    m_bytes = 0;
}

void TileCache::ageWithin(const std::vector<MercatorBox>& boxes)
{
    const auto isIn = [&boxes](const TileKey& key) {
        const MercatorBox box = key.box();
        return std::ranges::any_of(
            boxes, [&box](const MercatorBox& other) { return box.intersects(other); });
    };
    for (auto it = m_kept.begin(); it != m_kept.end(); ++it) {
        if (isIn(it.key())) {
            it->generation = kAged;
        }
    }
    for (auto it = m_inWork.cbegin(); it != m_inWork.cend(); ++it) {
        if (isIn(it.key())) {
            m_agedInWork.insert(it.key());
        }
    }
}

bool TileCache::isFresh(const TileKey& key) const
{
    const auto it = m_kept.find(key);
    return it != m_kept.end() && it->generation == m_generation;
}

QImage TileCache::find(const TileKey& key)
{
    const auto it = m_kept.find(key);
    if (it == m_kept.end()) {
        return {};
    }
    m_uses.splice(m_uses.begin(), m_uses, it->use);
    return it->image;
}

void TileCache::want(const std::vector<TileKey>& keys)
{
    m_waiting.clear();
    for (const TileKey& key : keys) {
        if (!isFresh(key) && !m_inWork.contains(key)) {
            m_waiting.push_back(key);
        }
    }
    startNext();
}

void TileCache::startNext()
{
    while (m_painter && !m_waiting.empty() && m_inWork.size() < m_pool.maxThreadCount()) {
        const TileKey key = m_waiting.front();
        m_waiting.pop_front();
        if (m_inWork.contains(key) || isFresh(key)) {
            continue; // the list may name a tile twice
        }
        m_inWork.insert(key, m_generation);
        startOn(m_pool, [this, key, painter = m_painter, generation = m_generation] {
            const QImage image = painter(key);
            m_mail.post([this, generation, key, image] { finish(generation, key, image); });
        });
    }
}

void TileCache::finish(int generation, const TileKey& key, const QImage& image)
{
    if (generation != m_generation) {
        return; // painted from ground that is gone
    }
    ++m_painted;
    m_inWork.remove(key);
    const bool isAged = m_agedInWork.remove(key);
    keep(key, image, isAged ? kAged : m_generation);
    if (isAged) {
        m_waiting.push_front(key);
    }
    startNext();
    Q_EMIT tileReady(key);
}

void TileCache::keep(const TileKey& key, const QImage& image, int generation)
{
    Q_ASSERT(!isFresh(key));
    if (const auto old = m_kept.constFind(key); old != m_kept.constEnd()) {
        m_bytes -= old->image.sizeInBytes();
        m_uses.erase(old->use);
    }
    m_uses.push_front(key);
    m_kept.insert(key, {image, m_uses.begin(), generation});
    m_bytes += image.sizeInBytes();
    while (m_bytes > m_cap && m_uses.size() > 1) {
        m_bytes -= m_kept.take(m_uses.back()).image.sizeInBytes();
        m_uses.pop_back();
    }
}

} // namespace sz::maps
