// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/MapScene.h"

#include "maps/tiles/TilePainter.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace sz::maps {

namespace {

constexpr qsizetype kTileBytes = 48 * 1024 * 1024;
constexpr int kRestMs = 120;
constexpr int kNextFrameMs = 16;
constexpr double kPinWidth = 32;
constexpr double kPinHeight = 42;

} // namespace

MapScene::MapScene(QThreadPool& pool, QObject* parent)
    : QObject(parent), m_pool(pool), m_cache(pool, kTileBytes)
{
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(kRestMs);
    connect(&m_restTimer, &QTimer::timeout, this, &MapScene::rest);
    m_layoutTimer.setSingleShot(true);
    m_layoutTimer.setInterval(0);
    connect(&m_layoutTimer, &QTimer::timeout, this, &MapScene::layOut);
    connect(&m_cache, &TileCache::tileReady, this, &MapScene::tellIfSettled);
    setLook(m_theme, m_ratio);
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
    m_markPainter = std::make_unique<MarkPainter>(theme, ratio);
    m_labelPainter = std::make_unique<LabelPainter>(theme, ratio, m_packs != nullptr);
    sharpen();
    askLayout();
}

void MapScene::setLanguage(Language language)
{
    m_language = language;
    askLayout();
}

void MapScene::setMarks(std::vector<Mark> marks)
{
    if (marks != m_marks) {
        m_marks = std::move(marks);
        askLayout(
            kNextFrameMs); // making ten thousand marks and laying them out are two frames' work
    }
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
    m_laidOut = m_camera;
    std::vector<Sprite> pin = pinSprites();
    std::vector<QRectF> taken = m_obstacles;
    for (const Sprite& sprite : pin) {
        taken.emplace_back(
            m_camera.toView(sprite.anchor) + sprite.offset, QSizeF(sprite.image.size()) / m_ratio);
    }
    MarkPicture picture =
        layOutMarks({m_marks, m_selectedMark, m_camera, taken, m_language}, *m_markPainter);
    m_hits = std::move(picture.hits);
    std::ranges::copy(picture.taken, std::back_inserter(taken));
    std::vector<Sprite> labels;
    LabelScene names{*m_store, m_camera, taken, m_selectedArea, m_language};
    if (m_overlays) {
        names.look = m_overlays->ground;
        names.more = &m_overlays->names;
    }
    for (const PlacedLabel& label : placeLabels(names)) {
        labels.push_back(m_labelPainter->sprite(label, m_camera));
    }
    m_labelItem->setSprites(std::move(labels));
    std::ranges::move(pin, std::back_inserter(picture.sprites));
    m_markItem->setSprites(std::move(picture.sprites));
    tellIfSettled();
}

/// The pin's point touches the ground; its words stand to the right of it.
std::vector<Sprite> MapScene::pinSprites()
{
    std::vector<Sprite> out;
    if (!m_pin) {
        return out;
    }
    const Mercator at = toMercator(*m_pin);
    out.push_back({m_markPainter->pin(), at, {-kPinWidth / 2, 1 - kPinHeight}, false});
    if (!m_pinLabel.isEmpty()) {
        const QImage chip = m_markPainter->chip({m_pinLabel, model::Lamp::None, false, true});
        out.push_back({chip, at, {kPinWidth / 2 + 4, -kPinHeight / 2 - kChipHeight / 2}, false});
    }
    return out;
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
    return m_store && isRestDone && !m_layoutTimer.isActive() && !m_hover->isBusy()
           && !m_selection->isBusy() && m_cache.openCount() == 0 && m_tiles->isComplete();
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
