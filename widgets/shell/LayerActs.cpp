// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/LayerActs.h"

#include "data/threads/PoolWork.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/VisibleText.h"
#include "widgets/ground/DrawingBuffer.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/ground/DrillShapes.h"
#include "widgets/ground/LayerImport.h"
#include "widgets/ground/LayerWords.h"
#include "widgets/ground/OutlineShapes.h"
#include "widgets/models/Wording.h"
#include "widgets/shell/Coverage.h"
#include "widgets/shell/MapArea.h"
#include "widgets/watch/FileDrops.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace sz::widgets {
namespace {

constexpr int kLiveMs = 2000;
constexpr int kSoonMs = 30; ///< a slider being moved
constexpr double kPostsFrom = 10.5;
constexpr double kStreetsFrom = 9.5;
constexpr double kCommunitiesFrom = 12; ///< below, a hundred of them are one blot
constexpr int kMostThings = 4;
constexpr std::size_t kMostStations = 2000;

} // namespace

LayerActs::LayerActs(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const plan::PlaceIndex& index,
    const ThemeSource& theme,
    TickTimer& ticks,
    MapArea& map,
    QWidget* page)
    : QObject(page), m_desk(desk), m_finder(finder), m_index(index), m_theme(theme), m_ticks(ticks),
      m_map(map), m_panel(new LayerPanel(theme, &map)),
      m_import(new LayerImport(desk.sharedPlan(), theme, &map)), m_plan(desk.sharedPlan()),
      m_shapes(std::make_shared<const plan::PlaceShapes>()), m_coverage(new Coverage(this))
{
    shapePlan();
    m_pool.setMaxThreadCount(1);
    m_build.setSingleShot(true);
    connect(&m_build, &QTimer::timeout, this, &LayerActs::build);
    makeButton();
    map.addPanel(m_panel);
    map.addPanel(m_import); // over it
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_G), page);
    key->setObjectName(QStringLiteral("layersKey"));
    connect(key, &QShortcut::activated, this, &LayerActs::toggle);
    auto* add = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), page);
    add->setObjectName(QStringLiteral("addLayerKey"));
    connect(add, &QShortcut::activated, this, [this] { // from everywhere, as the list of keys says
        if (!isOpen()) {
            toggle();
        }
        Q_EMIT m_panel->addRequested();
    });
    connect(m_panel, &LayerPanel::changed, this, &LayerActs::setState);
    connect(m_panel, &LayerPanel::removeRequested, this, &LayerActs::remove);
    connect(m_panel, &LayerPanel::closed, this, &LayerActs::toggle);
    connect(m_panel, &LayerPanel::addRequested, this, [this] {
        asker([this](const QString& path) { offerFile(path); });
    });
    connect(m_import, &LayerImport::accepted, this, &LayerActs::addFile);
    connect(m_coverage, &Coverage::said, this, &LayerActs::said);
    connect(m_coverage, &Coverage::changed, this, [this] {
        showRows();
        askBuild(0);
    });
    connect(
        new FileDrops(&map.panel()), &FileDrops::dropped, this,
        [this](const QPoint& /*at*/, const QStringList& paths) {
            if (!paths.isEmpty()) {
                offerFile(paths.front());
            }
            if (paths.size() > 1) {
                Q_EMIT said(tr("One file at a time: drop the others after this one"));
            }
        });
    connect(&desk, &desk::Desk::changed, this, [this] {
        if (isLive()) {
            askBuild(kLiveMs);
        }
    });
    connect(&ticks, &TickTimer::ticked, this, &LayerActs::watchWarnings);
    connect(&ticks, &TickTimer::ticked, this, [this](Instant now) {
        if (isLive() && toUtcMs(now) / 60'000 != toUtcMs(now - Millis{1000}) / 60'000) {
            askBuild(kLiveMs); // orders turn late
        }
    });
    connect(&desk, &desk::Desk::drawingsChanged, this, [this] { askBuild(kSoonMs); });
    connect(&desk, &desk::Desk::shiftChanged, this, [this] {
        if (m_drills != m_desk.shift()->drills) { // rosters change more often
            m_drills = m_desk.shift()->drills;
            askBuild(kSoonMs);
        }
    });
    asker = [this](const std::function<void(QString)>& then) {
        auto* dialog = new QFileDialog(&m_map, tr("Add a layer to the map"));
        dialog->setObjectName(QStringLiteral("layerFileDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, then);
        dialog->open();
    };
    restore();
}

LayerActs::~LayerActs()
{
    m_pool.clear();
    for (auto& [id, stop] : m_stops) {
        stop.request_stop();
    }
    m_pool.waitForDone();
}

void LayerActs::restore()
{
    QSettings settings;
    m_book.load(settings, settingsKey());
    for (const LayerFileEntry& entry : m_book.files()) {
        readFile(entry);
    }
    showRows();
    askBuild(0);
}

void LayerActs::startPlain()
{
    m_isRemembering = false;
    m_book = LayerBook();
    m_files.clear();
    gatherPlaces();
    showRows();
    for (std::size_t i = 0; i < kOwnLayers; ++i) {
        const auto layer = static_cast<OwnLayer>(i);
        m_panel->row(layerId(layer))->setState(m_book.state(layer));
    }
    askBuild(0);
}

void LayerActs::shapePlan()
{
    m_keyPlaces = keyPlaceShapes(*m_plan);
    m_posts = postShapes(*m_plan);
    m_cameras = cameraShapes(*m_plan);
    renewStations(); // an area's size says how far one gets in its minutes
}

// Thousands of outlines, and a place for each name.
void LayerActs::setShapes(std::shared_ptr<const plan::PlaceShapes> shapes)
{
    m_shapes = std::move(shapes);
    m_index.setShapes(m_shapes);
    m_finder.setShapes(m_shapes);
    showRows();
    if (m_shapes->empty()) {
        return;
    }
    ++m_reading;
    startOn(m_pool, [this, all = m_shapes, plan = m_plan] {
        m_mail.post([this, streets = streetShapes(*all), communities = communityShapes(*all),
                     names = communityNames(*plan, *all)] {
            --m_reading;
            m_streets = streets;
            m_communities = communities;
            m_communityNames = names;
            askBuild(0);
        });
    });
}

void LayerActs::setPlan(const std::shared_ptr<const plan::Plan>& plan)
{
    if (plan == m_plan) {
        return;
    }
    m_plan = plan;
    m_import->setPlan(plan);
    shapePlan();
    askBuild(0);
}

void LayerActs::makeButton()
{
    m_button = new QToolButton(&m_map);
    m_button->setObjectName(QStringLiteral("layersButton"));
    m_button->setCheckable(true);
    m_button->setAccessibleName(tr("Layers"));
    m_button->setToolTip(tr("Layers (Ctrl+G)"));
    m_map.addTool(m_button);
    connect(m_button, &QToolButton::clicked, this, &LayerActs::toggle);
    connect(&m_theme, &ThemeSource::changed, this, &LayerActs::renewIcon);
    renewIcon();
}

void LayerActs::renewIcon()
{
    m_button->setIcon(tintedIcon(QStringLiteral("layers"), m_theme.theme(), Token::Tx1));
}

bool LayerActs::isOpen() const
{
    return m_panel->isVisibleTo(&m_map);
}

void LayerActs::toggle()
{
    const bool isOn = !isOpen();
    const bool hadFocus = m_panel->isAncestorOf(QApplication::focusWidget());
    m_panel->setVisible(isOn);
    m_button->setChecked(isOn);
    m_map.placeChildren();
    if (isOn) {
        m_panel->takeFocus();
    } else if (hadFocus) {
        m_map.panel().setFocus();
    }
}

void LayerActs::showBuffer(const MultiPolygon& buffer, const QString& name)
{
    m_buffer.reset();
    if (!buffer.polygons.empty()) {
        m_buffer = bufferOverlay(buffer, name);
        m_bufferName = bufferName(buffer, name);
    }
    askBuild(0);
}

void LayerActs::setPacks(std::vector<packs::PackInfo> packs)
{
    m_packs = std::move(packs);
    showRows();
    if (m_book.state(OwnLayer::Packs).isOn) {
        askBuild(0);
    }
}

void LayerActs::offerFile(const QString& path)
{
    m_import->open(path);
    m_map.placeChildren();
}

void LayerActs::addFile(const QString& path, const QString& name, const QString& system)
{
    if (!m_book.addFile(QFileInfo(path).absoluteFilePath(), name, system)) {
        Q_EMIT said(tr("This seat has as many layers as it can keep: take one away first"));
        return;
    }
    readFile(m_book.files().back());
    showRows();
    save();
}

void LayerActs::remove(const QString& id)
{
    m_book.removeFile(id);
    m_stops[id].request_stop();
    m_stops.erase(id);
    m_files.erase(id);
    gatherPlaces();
    showRows();
    save();
    askBuild(0);
}

void LayerActs::readFile(const LayerFileEntry& entry)
{
    m_files[entry.id] = nullptr;
    ++m_reading;
    m_stops[entry.id] = std::stop_source();
    startOn(m_pool, [this, entry, plan = m_plan, stop = m_stops[entry.id].get_token()] {
        const LayerFilePtr file = readLayerFile(entry.path, entry.system, plan, stop);
        m_mail.post([this, id = entry.id, file] { take(id, file); });
    });
}

void LayerActs::take(const QString& id, const LayerFilePtr& file)
{
    --m_reading;
    const auto it = m_files.find(id);
    if (it == m_files.end()) {
        return; // taken away meanwhile
    }
    it->second = file;
    if (!file->isUsable()) {
        const auto entry = std::ranges::find(m_book.files(), id, &LayerFileEntry::id);
        Q_EMIT said(tr("Layer %1 cannot be used: %2")
                        .arg(
                            visibleLine(entry->name),
                            remarkTexts(file->layer, 1).value(0, tr("it is empty"))));
    }
    gatherPlaces();
    showRows();
    askBuild(0);
}

void LayerActs::gatherPlaces()
{
    m_places.clear();
    std::vector<plan::ExtraPlace> extras;
    for (const auto& [id, file] : m_files) {
        if (file == nullptr) {
            continue;
        }
        for (const plan::ExtraPlace& place : file->places) {
            const bool isEnglish = uiLanguage() == Language::English && !place.name.en.empty();
            m_places.push_back(
                {visibleLine(QString::fromStdString(isEnglish ? place.name.en : place.name.zh)),
                 place.point, visibleLine(QString::fromStdString(place.phone))});
            extras.push_back(place);
        }
    }
    renewStations();
    ++m_reading;
    startOn(m_pool, [this, extras = std::move(extras)] { // their keys take some µs each
        m_finder.setExtras(extras);
        m_mail.post([this] { --m_reading; });
    });
    Q_EMIT placesChanged();
}

void LayerActs::showRows()
{
    std::vector<LayerRowText> rows;
    const auto own = [&](OwnLayer layer) {
        LayerRowText row{layerId(layer), layerName(layer), layerNote(layer, *m_plan)};
        const bool hasShapes = layer == OwnLayer::KeyPlaces || layer == OwnLayer::Posts
                               || layer == OwnLayer::Cameras || layer == OwnLayer::Orders
                               || layer == OwnLayer::Coverage || layer == OwnLayer::Drills
                               || layer == OwnLayer::Packs || layer == OwnLayer::Streets
                               || layer == OwnLayer::Communities;
        row.own = layer;
        row.legend = hasShapes ? std::optional(styleOf(static_cast<int>(layer))) : std::nullopt;
        row.hasMark =
            layer == OwnLayer::KeyPlaces || layer == OwnLayer::Posts || layer == OwnLayer::Cameras;
        if (layer == OwnLayer::Streets || layer == OwnLayer::Communities) {
            row.note = shapeNote(layer, *m_plan, *m_shapes);
        }
        if (layer == OwnLayer::Packs && m_packs.empty()) {
            row.note = tr("There is no base map pack");
        }
        if (layer == OwnLayer::Coverage) {
            tellCoverage(row);
        }
        rows.push_back(std::move(row));
    };
    for (const OwnLayer layer :
         {OwnLayer::Marks, OwnLayer::Drawings, OwnLayer::Drills, OwnLayer::Heat, OwnLayer::Orders,
          OwnLayer::Posts, OwnLayer::Cameras, OwnLayer::KeyPlaces, OwnLayer::Coverage,
          OwnLayer::Packs}) {
        own(layer);
    }
    int number = 0;
    for (const LayerFileEntry& entry : m_book.files()) {
        const auto it = m_files.find(entry.id);
        const LayerFilePtr file = it == m_files.end() ? nullptr : it->second;
        LayerRowText row{entry.id, entry.name};
        row.isFile = true;
        row.isBad = file != nullptr && !file->isUsable();
        row.note = file == nullptr ? tr("Reading…")
                   : row.isBad     ? remarkTexts(file->layer, 1).value(0)
                                   : contentText(file->layer);
        if (file != nullptr && file->isUsable()) {
            if (const QString warning = warningOf(*file); !warning.isEmpty()) {
                row.note = warning + QStringLiteral(" · ") + row.note;
            }
            row.legend = signOf(styleOfFile(*file, number), *file->shapes);
            row.hasMark = std::ranges::contains(
                file->shapes->all(), maps::OverlaySort::Point, &maps::OverlayShape::sort);
        }
        rows.push_back(std::move(row));
        ++number;
    }
    for (const OwnLayer layer :
         {OwnLayer::Communities, OwnLayer::Streets, OwnLayer::Seats, OwnLayer::Areas,
          OwnLayer::Districts, OwnLayer::Zones}) {
        own(layer);
    }
    m_panel->setRows(rows, m_book);
    m_map.placeChildren();
}

void LayerActs::setState(const QString& id, LayerState state)
{
    const bool wasOn = m_book.state(id).isOn;
    m_book.setState(id, state);
    if (id == layerId(OwnLayer::Coverage) && state.isOn && !wasOn) {
        m_coverage->lookAgain();
    }
    if (LayerRow* row = m_panel->row(id)) {
        row->setState(m_book.state(id));
    }
    save();
    askBuild(kSoonMs);
}

bool LayerActs::isLive() const
{
    return m_book.state(OwnLayer::Heat).isOn || m_book.state(OwnLayer::Orders).isOn
           || (m_book.state(OwnLayer::Drills).isOn && !m_drills.empty());
}

void LayerActs::askBuild(int ms)
{
    if (!m_build.isActive() || m_build.remainingTime() > ms) {
        m_build.start(ms);
    }
}

void LayerActs::renewStations()
{
    std::vector<Wgs84> points;
    if (m_places.size() <= kMostStations) { // else the panel says so
        std::ranges::transform(m_places, std::back_inserter(points), &NearPlace::at);
    }
    m_coverage->setStations(stationsOf(*m_plan, m_index, points));
}

void LayerActs::tellCoverage(LayerRowText& row) const
{
    row.note = m_coverage->note();
    row.isBad = m_coverage->isRefused();
    if (m_places.empty() && !row.isBad) {
        row.note = tr("Add a layer of stations first: the plan has none");
    } else if (m_places.size() > kMostStations) {
        row.note = tr("Too many points for circles round each: %1 at the most").arg(kMostStations);
    }
}

void LayerActs::addCoverage(maps::Overlays& overlays) const
{
    const bool isShown = m_book.state(OwnLayer::Coverage).isOn && !m_places.empty();
    const Shapes shapes = isShown ? m_coverage->shapes() : nullptr;
    const bool isThere =
        shapes != nullptr && shapes->size() > 0; // else it will be told when they are
    const bool isByRoad = isThere && m_coverage->graph() != nullptr;
    m_map.setLayerCredit(isByRoad ? tr("Roads © OpenStreetMap") : QString());
    if (isThere) {
        addOwn(overlays, OwnLayer::Coverage, shapes);
        overlays.list.back().name = coverageLegend(isByRoad ? m_coverage->facts() : std::nullopt);
    }
}

bool LayerActs::isSettled() const
{
    return m_reading == 0 && !m_build.isActive() && m_coverage->isSettled();
}

void LayerActs::addOwn(maps::Overlays& overlays, OwnLayer layer, Shapes shapes, double fromZoom)
    const
{
    const LayerState state = m_book.state(layer);
    if (state.isOn && shapes->size() > 0) {
        overlays.list.push_back(
            {layerId(layer).toStdString(), state.opacity(), styleOf(static_cast<int>(layer)),
             std::move(shapes), fromZoom, layerName(layer)});
    }
}

maps::OverlayStyle LayerActs::styleOfFile(const LayerFile& file, int number) const
{
    return warningStyle(styleOf(file.layer, number), file.warning, m_ticks.now());
}

QString LayerActs::warningOf(const LayerFile& file) const
{
    return warningText(file.warning, m_ticks.now(), m_plan->utcOffsetMinutes);
}

// The minute a warning is over the map shows it.
void LayerActs::watchWarnings()
{
    const auto over = static_cast<int>(std::ranges::count_if(m_files, [this](const auto& one) {
        return one.second != nullptr && one.second->warning.isOver(m_ticks.now());
    }));
    if (over != m_warningsOver) {
        m_warningsOver = over;
        showRows();
        askBuild(0);
    }
}

void LayerActs::addFiles(maps::Overlays& overlays) const
{
    int number = 0;
    for (const LayerFileEntry& entry : m_book.files()) {
        const auto it = m_files.find(entry.id);
        const LayerState state = m_book.state(entry.id);
        const bool isShown = it != m_files.end() && it->second != nullptr && state.isOn;
        if (isShown && it->second->shapes->size() > 0) {
            overlays.list.push_back(
                {entry.id.toStdString(), state.opacity(), styleOfFile(*it->second, number),
                 it->second->shapes, 0, visibleLine(entry.name)});
            overlays.names.insert(
                overlays.names.end(), it->second->names.begin(), it->second->names.end());
        }
        ++number;
    }
}

void LayerActs::addOutlines(maps::Overlays& overlays) const
{
    if (m_communities != nullptr && m_book.state(OwnLayer::Communities).isOn) {
        addOwn(overlays, OwnLayer::Communities, m_communities, kCommunitiesFrom);
        std::ranges::copy(m_communityNames, std::back_inserter(overlays.names));
    }
    if (m_streets != nullptr) {
        addOwn(overlays, OwnLayer::Streets, m_streets, kStreetsFrom);
    }
}

// The undermost first: what covers ground, then files, then what is small.
void LayerActs::build()
{
    auto overlays = std::make_shared<maps::Overlays>();
    const auto share = [this](OwnLayer layer) { return m_book.state(layer).opacity(); };
    overlays->ground = {
        share(OwnLayer::Zones), share(OwnLayer::Areas), share(OwnLayer::Districts),
        share(OwnLayer::Seats), share(OwnLayer::Marks)};
    addCoverage(*overlays);
    addOutlines(*overlays);
    if (m_book.state(OwnLayer::Packs).isOn) {
        addOwn(*overlays, OwnLayer::Packs, packShapes(m_packs));
        std::ranges::copy(packNames(m_packs), std::back_inserter(overlays->words));
    }
    addFiles(*overlays);
    addOwn(*overlays, OwnLayer::KeyPlaces, m_keyPlaces);
    addOwn(*overlays, OwnLayer::Posts, m_posts, kPostsFrom);
    addOwn(*overlays, OwnLayer::Cameras, m_cameras, kPostsFrom);
    if (m_book.state(OwnLayer::Cameras).isOn) {
        std::ranges::copy(cameraNames(*m_plan), std::back_inserter(overlays->names));
    }
    if (m_book.state(OwnLayer::Orders).isOn) {
        addOwn(
            *overlays, OwnLayer::Orders, orderShapes(*m_plan, m_desk.incidents(), m_ticks.now()));
    }
    if (m_buffer) {
        overlays->list.push_back(*m_buffer);
        overlays->words.push_back(m_bufferName);
    }
    if (m_book.state(OwnLayer::Drawings).isOn) {
        addDrawings(*overlays, *m_desk.drawings(), share(OwnLayer::Drawings));
    }
    if (m_book.state(OwnLayer::Drills).isOn) {
        addDrills(
            *overlays, *m_plan, m_desk.shift()->drills, m_ticks.now(), share(OwnLayer::Drills));
    }
    if (m_book.state(OwnLayer::Heat).isOn) {
        overlays->heat = heatOf(m_desk.incidents(), share(OwnLayer::Heat));
    }
    const bool isPlain = overlays->list.empty() && overlays->heat == nullptr
                         && overlays->banners.empty() && overlays->ground == maps::GroundLook();
    if (!isPlain || m_map.panel().overlays() != nullptr) {
        m_map.panel().setOverlays(isPlain ? nullptr : overlays);
    }
}

QStringList LayerActs::thingsAt(Wgs84 at) const
{
    QStringList out;
    for (const LayerFileEntry& entry : m_book.files()) {
        const auto it = m_files.find(entry.id);
        if (it == m_files.end() || it->second == nullptr || !m_book.state(entry.id).isOn) {
            continue;
        }
        for (const maps::OverlayShape* shape : it->second->shapes->at(maps::toMercator(at), 0)) {
            if (out.size() == kMostThings || shape->sort != maps::OverlaySort::Area) {
                continue;
            }
            const std::string& label = it->second->labels.at(shape->feature);
            const QString warning = warningOf(*it->second);
            out << visibleLine(entry.name + QStringLiteral(": ") + QString::fromStdString(label))
                       + (warning.isEmpty() ? QString() : QStringLiteral(" · ") + warning);
        }
    }
    return out;
}

void LayerActs::save() const
{
    if (m_isRemembering) {
        QSettings settings;
        m_book.store(settings, settingsKey());
    }
}

QString LayerActs::settingsKey() const
{
    return QStringLiteral("seat/%1/layers").arg(QString::fromStdString(m_desk.unit().value));
}

} // namespace sz::widgets
