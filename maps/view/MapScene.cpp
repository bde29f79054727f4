// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/MapScene.h"

#include "data/threads/PoolWork.h"
#include "maps/tiles/TilePainter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sz::maps {

namespace {

constexpr qsizetype kTileBytes = 48 * 1024 * 1024;
constexpr int kRestMs = 120;
constexpr int kNextFrameMs = 16;

} // namespace

MapScene::MapScene(QThreadPool& pool, QObject* parent)
    : QObject(parent), m_pool(pool), m_cache(pool, kTileBytes),
      m_marks(std::make_shared<const std::vector<Mark>>())
{
    m_layoutPool.setMaxThreadCount(1);
    m_layoutPool.setExpiryTimeout(-1); // a thread's fonts are its own, and slow to load
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(kRestMs);
    connect(&m_restTimer, &QTimer::timeout, this, &MapScene::rest);
    m_layoutTimer.setSingleShot(true);
    m_layoutTimer.setInterval(0);
    connect(&m_layoutTimer, &QTimer::timeout, this, &MapScene::layOut);
    connect(&m_cache, &TileCache::tileReady, this, &MapScene::tellIfSettled);
    setLook(m_theme, m_ratio);
}

MapScene::~MapScene()
{
    m_layoutPool.waitForDone(); // it would tell us
}

void MapScene::attach(QQuickItem& layers)
{
    m_tiles = new BoundaryTileItem(m_cache, &layers);
    m_hover = new HighlightItem(HighlightSort::Hovered, m_pool, &layers);
    m_selection = new HighlightItem(HighlightSort::Selected, m_pool, &layers);
    m_labelItem = new SpriteItem(&layers);
    m_markItem = new SpriteItem(&layers);
    connect(m_hover, &HighlightItem::painted, this, &MapScene::tellIfSettled);
    connect(m_selection, &HighlightItem::painted, this, &MapScene::tellIfSettled);
}

void MapScene::setStore(std::shared_ptr<const BoundaryStore> store)
{
    m_store = std::move(store);
    repaintGround();
    m_hover->setStore(m_store);
    m_selection->setStore(m_store);
    sharpen();
    askLayout();
}

void MapScene::setBaseMap(std::shared_ptr<const PackStack> packs)
{
    if (packs == m_packs) {
        return;
    }
    m_packs = std::move(packs);
    setLook(m_theme, m_ratio); // words over a base map have an edge
    if (m_store) {
        repaintGround();
        sharpen();
    }
}

void MapScene::renewBaseMap(const std::vector<MercatorBox>& boxes)
{
    if (m_store && !boxes.empty()) {
        m_cache.ageWithin(boxes);
        m_tiles->renewWithin(boxes);
        m_wasSettled = false;
    }
}

void MapScene::setOverlays(std::shared_ptr<const Overlays> overlays)
{
    m_overlays = std::move(overlays);
    const double marks = m_overlays == nullptr ? 1 : m_overlays->ground.marks;
    m_markItem->setOpacity(marks);
    if (m_store) {
        repaintGround(true);
        m_wasSettled = false;
    }
    askLayout();
}

void MapScene::repaintGround(bool keepsOld)
{
    m_cache.setPainter(
        [store = m_store, packs = m_packs, overlays = m_overlays](const TileKey& key) {
            return paintTile(key, *store, packs.get(), overlays.get());
        },
        keepsOld);
    if (keepsOld) {
        m_tiles->renew();
    } else {
        m_tiles->setOverview(m_store->bounds());
    }
}

void MapScene::setLook(symbols::Theme theme, double ratio)
{
    m_theme = theme;
    m_ratio = ratio;
    m_painters = std::make_shared<ScenePainters>(theme, ratio, m_packs != nullptr);
    sharpen();
    askLayout();
}

void MapScene::setLanguage(Language language)
{
    m_language = language;
    askLayout();
}

bool MapScene::setMarks(Marks marks)
{
    if (marks == m_marks || *marks == *m_marks) {
        return false;
    }
    m_marks = std::move(marks);
    askLayout(kNextFrameMs); // at most one a frame
    return true;
}

void MapScene::selectMark(const std::string& id)
{
    if (std::exchange(m_selectedMark, id) != id) {
        askLayout();
    }
}

void MapScene::selectArea(int number)
{
    if (std::exchange(m_selectedArea, number) != number) {
        m_selection->setArea(number);
        askLayout();
    }
}

void MapScene::hoverArea(int number)
{
    m_hover->setArea(number);
}

void MapScene::setPin(std::optional<Wgs84> at, const QString& label)
{
    m_pin = at;
    m_pinLabel = label;
    askLayout();
}

void MapScene::setObstacles(std::vector<QRectF> rects)
{
    if (rects != m_obstacles) {
        m_obstacles = std::move(rects);
        askLayout();
    }
}

void MapScene::setCamera(const CameraState& camera)
{
    const bool isOtherScale = camera.zoom != m_camera.zoom || camera.size != m_camera.size;
    const bool isFirstStep = !m_restTimer.isActive();
    m_camera = camera;
    m_tiles->setCamera(camera);
    m_hover->setCamera(camera);
    m_selection->setCamera(camera);
    m_labelItem->setCamera(camera);
    m_markItem->setCamera(camera);
    m_restTimer.start();
    if (isOtherScale
        && (isFirstStep
            || !m_hasSettled)) { // before the first picture there is no hand to wait for
        sharpen(); // one notch of the wheel or one new size is sharp at once; a row of them when it ends
        askLayout();
    }
    const QPointF moved = m_camera.toView(m_laidOut.centre)
                          - QPointF(camera.size.width() / 2, camera.size.height() / 2);
    if (camera.size != m_laidOut.size || std::abs(moved.x()) > camera.size.width() / 4
        || std::abs(moved.y()) > camera.size.height() / 4) {
        askLayout();
    }
    m_wasSettled = false;
}

void MapScene::rest()
{
    sharpen();
    layOut();
}

void MapScene::sharpen()
{
    m_wasSettled = false;
    if (m_tiles == nullptr || !m_store || m_camera.size.isEmpty()) {
        return;
    }
    m_sharp = m_camera;
    m_tiles->sharpen(m_theme, m_ratio);
    m_hover->refresh(m_theme, m_ratio);
    m_selection->refresh(m_theme, m_ratio);
}

void MapScene::askLayout(int ms)
{
    m_wasSettled = false;
    if (!m_layoutTimer.isActive() || m_layoutTimer.remainingTime() > ms) {
        m_layoutTimer.start(ms);
    }
}

void MapScene::layOut()
{
    m_layoutTimer.stop();
    if (!m_store || m_camera.size.isEmpty()) {
        return;
    }
    if (m_isLayingOut) {
        m_isLayoutOld = true;
        return;
    }
    m_isLayingOut = true;
    m_laidOut = m_camera;
    startOn(
        m_layoutPool,
        [this, task = SceneTask{
                   m_painters, m_store, m_overlays, m_marks, m_selectedMark, m_selectedArea,
                   m_camera, m_obstacles, m_pin, m_pinLabel, m_language}] {
            auto picture = std::make_shared<ScenePicture>(layOutScene(task)); // a functor is copied
            m_mail.post([this, picture] { show(std::move(*picture)); });
        });
}

void MapScene::show(ScenePicture picture)
{
    m_isLayingOut = false;
    m_hits = std::move(picture.hits);
    m_labelItem->setSheet(std::move(picture.labels));
    m_markItem->setSheet(std::move(picture.marks));
    if (std::exchange(m_isLayoutOld, false)) {
        layOut();
    }
    tellIfSettled();
}

std::vector<std::string> MapScene::marksAt(QPointF at) const
{
    if (m_overlays && m_overlays->ground.marks <= 0) {
        return {};
    }
    for (const MarkHit& hit : m_hits) {
        const QPointF origin = hit.isFixed ? QPointF() : m_camera.toView(hit.anchor);
        const QPointF d = at - origin;
        const bool isIn =
            hit.isRound ? std::hypot(d.x(), d.y()) <= hit.box.width() / 2 : hit.box.contains(d);
        if (isIn) {
            return hit.ids;
        }
    }
    return {};
}

bool MapScene::isSettled() const
{
    const bool isRestDone =
        m_camera.size.isEmpty() || (m_sharp == m_camera && m_laidOut == m_camera);
    return m_store && isRestDone && !m_layoutTimer.isActive() && !m_isLayingOut
           && !m_hover->isBusy() && !m_selection->isBusy() && m_cache.openCount() == 0
           && m_tiles->isComplete();
}

void MapScene::tellIfSettled()
{
    const bool is = isSettled();
    if (is && !m_wasSettled) {
        m_hasSettled = true;
        m_restTimer.stop(); // it would only do the same again
        Q_EMIT settled();
    }
    m_wasSettled = is;
}

} // namespace sz::maps
