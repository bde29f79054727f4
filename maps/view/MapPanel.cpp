// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/MapPanel.h"

#include "data/threads/PoolWork.h"
#include "maps/geo/BoundaryStore.h"
#include "maps/packs/PackStack.h"
#include "maps/view/MapCamera.h"
#include "maps/view/MapInput.h"
#include "maps/view/MapScene.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPointer>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWidget>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <future>
#include <tuple>
#include <utility>

static void initResources() // outside any namespace, as Q_INIT_RESOURCE demands
{
    Q_INIT_RESOURCE(maps_view);
}

namespace sz::maps {

namespace {

constexpr double kHomeZoom = 11.36; ///< for a view of kHomeSize; smaller views stand farther off
constexpr QSizeF kHomeSize(1024, 868);
constexpr double kNotch = 120; ///< eighths of a degree in one notch of a wheel
constexpr double kNotchZoom = 0.5;
constexpr double kKeyZoom = 0.5;
constexpr double kKeyPan = 80;
constexpr double kFitMargin = 24;
constexpr int kThreads = 2;

MercatorBox boundsOf(const plan::Plan& plan)
{
    MercatorBox box;
    for (const plan::Area& area : plan.areas) {
        for (const Polygon& polygon : area.outline.polygons) {
            std::ranges::for_each(
                polygon.rings.front(), [&box](Wgs84 p) { box.include(toMercator(p)); });
        }
    }
    return box.isEmpty() ? MercatorBox{{0, 0}, {1, 1}} : box;
}

} // namespace

struct MapPanel::Impl
{
    Impl(MapPanel& panel, std::shared_ptr<const plan::Plan> thePlan);
    ~Impl();

    void prepareGround();
    void loadQml();
    void connectInput();
    void tap(QPointF at);
    void hover(QPointF at);
    void setHovered(int number);
    [[nodiscard]] CameraState homeState() const;
    void go(const CameraState& target);
    void indexPlaces();
    /// Waits in the first moments after the start only; then the index is there.
    [[nodiscard]] const plan::PlaceIndex& places();

    MapPanel& m_panel;
    std::shared_ptr<const plan::Plan> m_plan;
    MercatorBox m_bounds;
    Mailbox m_mail;
    QThreadPool m_pool;
    std::shared_future<plan::PlaceIndex> m_places;
    std::shared_ptr<std::packaged_task<plan::PlaceIndex()>> m_placesTask; ///< null once begun
    std::shared_ptr<const BoundaryStore> m_store;
    std::shared_ptr<const PackStack> m_packs;
    MapCamera m_camera;
    MapInput m_input;
    MapScene m_scene;
    QQuickWidget* m_quick = nullptr;
    symbols::Theme m_theme = symbols::Theme::Dark;
    int m_hovered = 0;
    bool m_isHome = true; ///< until the operator moves it, the view comes home when resized
    bool m_isPlacing = false;
    bool m_isMeasuring = false;
};

MapPanel::Impl::Impl(MapPanel& panel, std::shared_ptr<const plan::Plan> thePlan)
    : m_panel(panel), m_plan(std::move(thePlan)), m_bounds(boundsOf(*m_plan)), m_scene(m_pool)
{
    m_pool.setMaxThreadCount(kThreads);
    m_camera.setLimits(m_bounds);
    prepareGround();
    loadQml();
    connectInput();
}

MapPanel::Impl::~Impl()
{
    m_pool.clear();
    m_pool.waitForDone(); // jobs hold pointers to the scene and its items
    delete m_quick;       // and the items draw from the scene's cache
}

/// Projects and indexes in the pool while QML is being loaded.
void MapPanel::Impl::prepareGround()
{
    startOn(m_pool, [this, plan = m_plan] {
        auto store = std::make_shared<const BoundaryStore>(*plan);
        std::ignore = store->detailFor(kHomeZoom); // the first picture's
        m_mail.post([this, store, plan] {
            if (plan != m_plan) {
                return; // another came meanwhile
            }
            m_store = store;
            m_scene.setStore(store);
            Q_EMIT m_panel.boundariesReady();
        });
    });
    m_placesTask = std::make_shared<std::packaged_task<plan::PlaceIndex()>>([plan = m_plan] {
        plan::PlaceIndex index(plan);
        std::ignore = index.areaAt(
            plan->centre); // the first lookup makes the grid: here, not under the mouse
        return index;
    });
    m_places = m_placesTask->get_future().share();
}

/// Behind the first picture, which needs the cores more; sooner when somebody asks.
void MapPanel::Impl::indexPlaces()
{
    if (const auto task = std::exchange(m_placesTask, nullptr)) {
        startOn(m_pool, [task] { (*task)(); });
    }
}

const plan::PlaceIndex& MapPanel::Impl::places()
{
    indexPlaces();
    return m_places.get();
}

void MapPanel::Impl::loadQml()
{
    initResources();
    m_quick = new QQuickWidget(&m_panel);
    m_quick->setResizeMode(QQuickWidget::SizeRootObjectToView);
    m_quick->setFocusPolicy(Qt::NoFocus);
    m_quick->setClearColor(symbols::color(m_theme, symbols::Token::Land));
    const QUrl source(QStringLiteral("qrc:/sz/maps/CommandMap.qml"));
    auto* component = new QQmlComponent(m_quick->engine(), source, m_quick);
    QObject* root = component->createWithInitialProperties(
        {{QStringLiteral("camera"), QVariant::fromValue<QObject*>(&m_camera)},
         {QStringLiteral("input"), QVariant::fromValue<QObject*>(&m_input)}});
    if (root == nullptr) // the QML is compiled in: only a missing QML module can fail it
    {
        qFatal("map: %ls", qUtf16Printable(component->errorString()));
    }
    m_quick->setContent(source, component, root);
    m_scene.attach(*m_quick->rootObject()->findChild<QQuickItem*>(QStringLiteral("layers")));
}

void MapPanel::Impl::connectInput()
{
    QObject::connect(&m_camera, &MapCamera::changed, &m_scene, [this] {
        m_scene.setCamera(m_camera.state());
        Q_EMIT m_panel.cameraChanged();
    });
    QObject::connect(&m_scene, &MapScene::settled, &m_panel, [this] {
        indexPlaces();
        Q_EMIT m_panel.settled();
    });
    QObject::connect(&m_input, &MapInput::dragged, &m_scene, [this](QPointF delta) {
        m_isHome = false;
        m_camera.drag(delta);
        Q_EMIT m_panel.gestured();
    });
    const auto zoomAt = [this](QPointF at, double steps) {
        m_isHome = false;
        Q_EMIT m_panel.gestured();
        m_camera.zoomAt(at, steps);
    };
    QObject::connect(&m_input, &MapInput::wheeled, &m_scene, [zoomAt](QPointF at, double eighths) {
        zoomAt(at, eighths / kNotch * kNotchZoom);
    });
    QObject::connect(&m_input, &MapInput::pinched, &m_scene, [zoomAt](QPointF at, double factor) {
        zoomAt(at, std::log2(std::max(factor, 0.01)));
    });
    QObject::connect(&m_input, &MapInput::doubleTapped, &m_scene, [this, zoomAt](QPointF at) {
        if (m_isMeasuring) {
            Q_EMIT m_panel.measureEnded();
        } else {
            zoomAt(at, 1);
        }
    });
    QObject::connect(&m_input, &MapInput::tapped, &m_scene, [this](QPointF at) { tap(at); });
    QObject::connect(&m_input, &MapInput::hovered, &m_scene, [this](QPointF at) { hover(at); });
    QObject::connect(&m_input, &MapInput::left, &m_scene, [this] { setHovered(0); });
}

void MapPanel::Impl::tap(QPointF at)
{
    const Wgs84 ground = toWgs84(m_camera.state().toGround(at));
    if (m_isPlacing) {
        plan::Place place = places().placeAt(ground);
        place.point = ground;
        place.isApproximate = false;
        Q_EMIT m_panel.placeClicked(place);
        return;
    }
    if (m_isMeasuring) {
        Q_EMIT m_panel.measureClicked(ground);
        return;
    }
    if (const std::vector<std::string> ids = m_scene.marksAt(at); !ids.empty()) {
        Q_EMIT m_panel.marksClicked(ids);
        return;
    }
    Q_EMIT m_panel.groundClicked(ground);
    Q_EMIT m_panel.areaClicked(places().areaAt(ground));
}

void MapPanel::Impl::hover(QPointF at)
{
    const bool isAiming = m_isPlacing || m_isMeasuring;
    const bool isOnMark = !isAiming && !m_scene.marksAt(at).empty();
    m_input.setCursorShape(
        isAiming   ? Qt::CrossCursor
        : isOnMark ? Qt::PointingHandCursor
                   : Qt::ArrowCursor);
    setHovered(places().areaAt(toWgs84(m_camera.state().toGround(at))));
}

void MapPanel::Impl::setHovered(int number)
{
    if (std::exchange(m_hovered, number) != number) {
        m_scene.hoverArea(number);
        Q_EMIT m_panel.hoveredAreaChanged(number);
    }
}

CameraState MapPanel::Impl::homeState() const
{
    const QSizeF size = m_camera.state().size;
    const double share =
        std::min(size.width() / kHomeSize.width(), size.height() / kHomeSize.height());
    return {
        toMercator(m_plan->centre), std::max(9.0, kHomeZoom + std::log2(std::max(share, 0.01))),
        size};
}

/// Flies when somebody can see it.
void MapPanel::Impl::go(const CameraState& target)
{
    m_panel.isVisible() ? m_camera.flyTo(target) : static_cast<void>(m_camera.jumpTo(target));
}

MapPanel::MapPanel(std::shared_ptr<const plan::Plan> plan, QWidget* parent)
    : QWidget(parent), m_impl(std::make_unique<Impl>(*this, std::move(plan)))
{
    setObjectName(QStringLiteral("mapPanel"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_impl->m_camera.setSize(size());
    m_impl->m_camera.jumpTo(m_impl->homeState());
}

MapPanel::~MapPanel() = default;

void MapPanel::setTheme(symbols::Theme theme)
{
    m_impl->m_theme = theme;
    m_impl->m_quick->setClearColor(symbols::color(theme, symbols::Token::Land));
    m_impl->m_scene.setLook(theme, devicePixelRatioF());
    Q_EMIT themeChanged();
}

void MapPanel::setPlan(std::shared_ptr<const plan::Plan> plan)
{
    if (plan != m_impl->m_plan) {
        m_impl->m_plan = std::move(plan);
        m_impl->prepareGround();
        m_impl->indexPlaces();
    }
}

void MapPanel::setLanguage(Language language)
{
    m_impl->m_scene.setLanguage(language);
}

void MapPanel::setMarks(std::vector<Mark> marks)
{
    setMarks(std::make_shared<const std::vector<Mark>>(std::move(marks)));
}

void MapPanel::setMarks(std::shared_ptr<const std::vector<Mark>> marks)
{
    if (m_impl->m_scene.setMarks(std::move(marks))) {
        Q_EMIT marksChanged();
    }
}

void MapPanel::selectMark(const std::string& id)
{
    m_impl->m_scene.selectMark(id);
}

void MapPanel::selectArea(int number)
{
    m_impl->m_scene.selectArea(number);
}

void MapPanel::setPin(std::optional<Wgs84> at, const QString& label)
{
    m_impl->m_scene.setPin(at, label);
}

void MapPanel::setBaseMap(std::shared_ptr<const PackStack> packs)
{
    m_impl->m_packs = packs;
    m_impl->m_scene.setBaseMap(std::move(packs));
}

const std::shared_ptr<const PackStack>& MapPanel::baseMap() const
{
    return m_impl->m_packs;
}

void MapPanel::renewBaseMap(const std::vector<MercatorBox>& boxes)
{
    m_impl->m_scene.renewBaseMap(boxes);
}

void MapPanel::setOverlays(std::shared_ptr<const Overlays> overlays)
{
    m_impl->m_scene.setOverlays(std::move(overlays));
}

std::shared_ptr<const Overlays> MapPanel::overlays() const
{
    return m_impl->m_scene.overlays();
}

std::vector<std::size_t> MapPanel::packsInView() const
{
    const CameraState& state = m_impl->m_camera.state();
    return m_impl->m_packs == nullptr ? std::vector<std::size_t>()
                                      : m_impl->m_packs->packsIn(state.visible(), state.zoom);
}

void MapPanel::setPlacing(bool on)
{
    m_impl->m_isPlacing = on;
    m_impl->m_input.setCursorShape(on ? Qt::CrossCursor : Qt::ArrowCursor);
}

void MapPanel::setMeasuring(bool on)
{
    m_impl->m_isMeasuring = on;
    m_impl->m_input.setCursorShape(on ? Qt::CrossCursor : Qt::ArrowCursor);
}

bool MapPanel::isMeasuring() const
{
    return m_impl->m_isMeasuring;
}

void MapPanel::setObstacles(std::vector<QRect> rects)
{
    m_impl->m_scene.setObstacles(std::vector<QRectF>(rects.begin(), rects.end()));
}

void MapPanel::flyTo(Wgs84 centre, double zoom)
{
    m_impl->m_isHome = false;
    m_impl->go({toMercator(centre), zoom, m_impl->m_camera.state().size});
}

void MapPanel::fitCity()
{
    m_impl->m_isHome = false;
    m_impl->go(cameraFor(m_impl->m_bounds, m_impl->m_camera.state().size, kFitMargin));
}

void MapPanel::home()
{
    m_impl->m_isHome = true;
    m_impl->go(m_impl->homeState());
}

void MapPanel::zoomBy(double steps)
{
    m_impl->m_isHome = false;
    m_impl->m_camera.zoomAt(QPointF(width() / 2.0, height() / 2.0), steps);
}

Camera MapPanel::camera() const
{
    const CameraState& state = m_impl->m_camera.state();
    return {toWgs84(state.centre), state.zoom};
}

void MapPanel::setPinned(bool on)
{
    m_impl->m_camera.setPinned(on);
}

bool MapPanel::isPinned() const
{
    return m_impl->m_camera.isPinned();
}

bool MapPanel::isSettled() const
{
    return m_impl->m_scene.isSettled() && !m_impl->m_camera.isFlying();
}

int MapPanel::areaAt(QPoint position) const
{
    return m_impl->places().areaAt(toGround(position));
}

Wgs84 MapPanel::toGround(QPoint position) const
{
    return toWgs84(m_impl->m_camera.state().toGround(position));
}

QPoint MapPanel::toView(Wgs84 point) const
{
    return m_impl->m_camera.state().toView(toMercator(point)).toPoint();
}

double MapPanel::metresFor(int pixels) const
{
    const CameraState& state = m_impl->m_camera.state();
    return metresPerPixel(state.centre, state.zoom) * pixels;
}

std::shared_ptr<const BoundaryStore> MapPanel::boundaries() const
{
    return m_impl->m_store;
}

const std::vector<Mark>& MapPanel::marks() const
{
    return *m_impl->m_scene.marks();
}

std::shared_ptr<const std::vector<Mark>> MapPanel::sharedMarks() const
{
    return m_impl->m_scene.marks();
}

symbols::Theme MapPanel::theme() const
{
    return m_impl->m_theme;
}

bool MapPanel::event(QEvent* event)
{
    if (event->type() == QEvent::DevicePixelRatioChange || event->type() == QEvent::Show) {
        m_impl->m_scene.setLook(m_impl->m_theme, devicePixelRatioF());
    }
    return QWidget::event(event);
}

void MapPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_impl->m_quick->setGeometry(rect());
    m_impl->m_camera.setSize(size());
    if (m_impl->m_isHome) {
        m_impl->m_camera.jumpTo(m_impl->homeState());
    }
}

void MapPanel::keyPressEvent(QKeyEvent* event)
{
    const auto pan = [this](double dx, double dy) {
        m_impl->m_isHome = false;
        m_impl->m_camera.drag({-dx * kKeyPan, -dy * kKeyPan});
        Q_EMIT gestured();
    };
    const auto zoom = [this](double steps) {
        zoomBy(steps);
        Q_EMIT gestured();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return pan(-1, 0);
    case Qt::Key_Right:
        return pan(1, 0);
    case Qt::Key_Up:
        return pan(0, -1);
    case Qt::Key_Down:
        return pan(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(kKeyZoom);
    case Qt::Key_Minus:
        return zoom(-kKeyZoom);
    case Qt::Key_Home:
        return home();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace sz::maps
