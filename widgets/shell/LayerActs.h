// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The layers of this seat: the panel, the files, and what of it all the map gets to paint.

#include "data/desk/Desk.h"
#include "data/plan/PlaceShapes.h"
#include "data/threads/Mailbox.h"
#include "widgets/common/TickTimer.h"
#include "widgets/ground/LayerFile.h"
#include "widgets/ground/LayerPanel.h"
#include "widgets/ground/PlaceFacts.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <stop_token>

class QToolButton;

namespace sz::widgets {

class Coverage;
class LayerImport;
class MapArea;

/// Ctrl+G or the button on the map. Thread: gui; files are read in a thread of its own. What time and reports change (heat,
/// orders) is painted anew at most every other second.
class LayerActs final : public QObject
{
    Q_OBJECT
public:
    LayerActs(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const plan::PlaceIndex& index,
        const ThemeSource& theme,
        TickTimer& ticks,
        MapArea& map,
        QWidget* page);
    ~LayerActs() override;

    /// What is in force from now on: borders, what streets belong to and where names stand may be others than in the plan's folder.
    void setPlan(const std::shared_ptr<const plan::Plan>& plan);
    /// In force; never null.
    [[nodiscard]] const plan::Plan& plan() const { return *m_plan; }

    /// Outlines and seats of the plan's folder; until then it has none.
    void setShapes(std::shared_ptr<const plan::PlaceShapes> shapes);
    [[nodiscard]] const plan::PlaceShapes& shapes() const { return *m_shapes; }
    /// The ground round a drawing, with what a legend calls it; without polygons: none any more.
    void showBuffer(const MultiPolygon& buffer, const QString& name);

    /// Base maps there are, shown or not.
    void setPacks(std::vector<packs::PackInfo> packs);

    void toggle();
    [[nodiscard]] bool isOpen() const;
    /// Asks how the file is to be taken.
    void offerFile(const QString& path);
    /// Takes it at once, as the import card would.
    void addFile(const QString& path, const QString& name, const QString& system);
    void setState(const QString& id, LayerState state);
    [[nodiscard]] const LayerBook& book() const { return m_book; }
    [[nodiscard]] LayerPanel& panel() { return *m_panel; }
    [[nodiscard]] LayerImport& importing() { return *m_import; }
    /// Of the layer "reach by time".
    [[nodiscard]] Coverage& coverage() { return *m_coverage; }
    /// Points of the files, for what is near a place.
    [[nodiscard]] const std::vector<NearPlace>& places() const { return m_places; }
    /// Names of what holds a point in the layers that are shown: a cell, a warning; at most four.
    [[nodiscard]] QStringList thingsAt(Wgs84 at) const;
    /// No file is being read and the map has what it should.
    [[nodiscard]] bool isSettled() const;

    /// For pictures: as a seat that never chose anything, and nothing is remembered.
    void startPlain();

    /// How a file is asked for; tests answer at once.
    std::function<void(std::function<void(QString)> then)> asker;

Q_SIGNALS:
    void said(const QString& sentence);
    void placesChanged();

private:
    void restore();
    void shapePlan();
    void makeButton();
    void renewIcon();
    void remove(const QString& id);
    void readFile(const LayerFileEntry& entry);
    void take(const QString& id, const LayerFilePtr& file);
    void gatherPlaces();
    void showRows();
    void askBuild(int ms);
    void build();
    void addOwn(maps::Overlays& overlays, OwnLayer layer, Shapes shapes, double fromZoom = 0) const;
    void addFiles(maps::Overlays& overlays) const;
    void addOutlines(maps::Overlays& overlays) const;
    [[nodiscard]] maps::OverlayStyle styleOfFile(const LayerFile& file, int number) const;
    [[nodiscard]] QString warningOf(const LayerFile& file) const;
    void watchWarnings();
    void renewStations();
    void addCoverage(maps::Overlays& overlays) const;
    void tellCoverage(LayerRowText& row) const;
    [[nodiscard]] bool isLive() const;
    void save() const;
    [[nodiscard]] QString settingsKey() const;

    desk::Desk& m_desk;
    const plan::PlaceFinder& m_finder;
    const plan::PlaceIndex& m_index;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    MapArea& m_map;
    QToolButton* m_button = nullptr;
    LayerPanel* m_panel;
    LayerImport* m_import;
    LayerBook m_book;
    std::map<QString, LayerFilePtr> m_files; ///< null: being read
    std::map<QString, std::stop_source> m_stops;
    std::vector<NearPlace> m_places;
    std::vector<packs::PackInfo> m_packs;
    std::shared_ptr<const plan::Plan> m_plan;          ///< in force
    std::shared_ptr<const plan::PlaceShapes> m_shapes; ///< shared with the pool; never null
    std::optional<maps::Overlay> m_buffer;
    maps::PlaceName m_bufferName;
    Shapes m_keyPlaces;
    Shapes m_posts;
    Shapes m_cameras;
    Shapes m_streets;     ///< null: none, or not made yet
    Shapes m_communities; ///< likewise
    std::vector<maps::PlaceName> m_communityNames;
    Coverage* m_coverage;
    std::map<std::string, model::ShiftDrill> m_drills; ///< as they are on the map
    QTimer m_build;
    int m_reading = 0;
    int m_warningsOver = 0; ///< as they are on the map
    bool m_isRemembering = true;
    Mailbox m_mail;
    QThreadPool m_pool; ///< last: its jobs call back
};

} // namespace sz::widgets
