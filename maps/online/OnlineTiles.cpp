// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/online/OnlineTiles.h"

#include "data/threads/Mailbox.h"
#include "maps/online/TileFetcher.h"

#include <QThread>

#include <utility>

namespace sz::maps {

/// The thread of one source while it is on. Lives on gui; `fetcher` lives on the thread and is touched there only. When it ends,
/// every connection is closed and what was not told yet never is.
class OnlineTiles::Fetching
{
public:
    explicit Fetching(OnlineTiles& owner) : work(new Mailbox), supply(owner.m_supply)
    {
        work->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, work, &QObject::deleteLater);
        thread.setObjectName(QStringLiteral("online map"));
        thread.start();
        const TileFetcher::Listener listener{
            [this, &owner](const OnlineStatus& status) {
                gui.post([&owner, status] {
                    owner.m_status = status;
                    Q_EMIT owner.statusChanged();
                });
            },
            [this, &owner](const QList<packs::TileId>& tiles) {
                gui.post([&owner, tiles] { Q_EMIT owner.arrived(tiles); });
            }};
        work->post([this, listener, key = owner.m_key] {
            fetcher = std::make_unique<TileFetcher>(supply, key, listener);
            fetcher->work();
        });
        supply->setWake([this] { work->post([this] { fetcher->work(); }); });
    }

    ~Fetching()
    {
        supply->setWake({});
        work->run([this] { fetcher.reset(); });
        thread.quit();
        thread.wait();
    }

    Fetching(const Fetching&) = delete;
    Fetching& operator=(const Fetching&) = delete;

private:
    Mailbox gui;
    QThread thread;
    Mailbox* work;                        ///< ends with the thread
    std::shared_ptr<OnlineSupply> supply; ///< shared with who draws
    std::unique_ptr<TileFetcher> fetcher;
};

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
    m_status = {};
    if (canBe) {
        m_supply->setOn(true);
        m_fetching = std::make_unique<Fetching>(*this);
    } else {
        m_supply->setOn(false);
        m_fetching.reset();
    }
    Q_EMIT statusChanged();
}

} // namespace sz::maps
