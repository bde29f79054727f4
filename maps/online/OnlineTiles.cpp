// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/online/OnlineTiles.h"

#include "maps/online/TileFetcher.h"

#include <QThread>

#include <utility>

namespace sz::maps {

OnlineTiles::OnlineTiles(
    packs::OnlineSource source,
    const std::filesystem::path& file,
    const Clock& clock,
    OnlineManner manner,
    QObject* parent)
    : QObject(parent),
      m_supply(std::make_shared<OnlineSupply>(std::move(source), file, clock, manner))
{
}

OnlineTiles::~OnlineTiles()
{
    blockSignals(true); // whoever listens may be going, too
    setOn(false);
}

packs::PackInfo OnlineTiles::info() const
{
    const packs::OnlineSource& source = m_supply->source();
    packs::PackInfo info;
    info.sort = packs::PackSort::Online;
    info.name = packs::plainLine(source.name);
    info.attribution = packs::plainLine(source.attribution);
    info.tileSide = source.tileSide;
    info.minZoom = source.minZoom;
    info.maxZoom = source.maxZoom;
    info.bounds = {-180, -85.05, 180, 85.05};
    info.supply = m_supply;
    return info;
}

void OnlineTiles::discard()
{
    setOn(false);
    m_supply->discard();
}

void OnlineTiles::setKey(const std::string& key)
{
    if (key == m_key) {
        return;
    }
    m_key = key;
    if (isOn()) { // begins anew with the other one
        setOn(false);
        setOn(true);
    }
}

void OnlineTiles::setOn(bool isOn)
{
    const bool canBe = isOn && (!source().needsKey() || !m_key.empty());
    if (canBe == this->isOn()) {
        return;
    }
    if (canBe) {
        m_status = {};
        m_supply->setOn(true);
        m_thread = new QThread(this);
        m_thread->setObjectName(QStringLiteral("online map"));
        m_fetcher = new TileFetcher(m_supply, m_key);
        m_fetcher->moveToThread(m_thread);
        connect(m_thread, &QThread::finished, m_fetcher, &QObject::deleteLater);
        connect(m_fetcher, &TileFetcher::arrived, this, &OnlineTiles::arrived);
        connect(m_fetcher, &TileFetcher::statusChanged, this, [this](const OnlineStatus& status) {
            m_status = status;
            Q_EMIT statusChanged();
        });
        m_supply->setWake([fetcher = m_fetcher] {
            QMetaObject::invokeMethod(fetcher, &TileFetcher::work, Qt::QueuedConnection);
        });
        m_thread->start();
        QMetaObject::invokeMethod(m_fetcher, &TileFetcher::work, Qt::QueuedConnection);
    } else {
        m_supply->setWake({});
        m_supply->setOn(false);
        disconnect(m_fetcher, nullptr, this, nullptr);
        // Connections are closed before this returns: switched off is off.
        QMetaObject::invokeMethod(m_fetcher, &TileFetcher::stop, Qt::BlockingQueuedConnection);
        m_thread->quit();
        m_thread->wait();
        m_fetcher = nullptr;
        delete std::exchange(m_thread, nullptr);
        m_status = {};
    }
    Q_EMIT statusChanged();
}

} // namespace sz::maps
