// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The picture of the ground as one widget. Knows no dialog, no roster: others give it marks and listen.

#include "data/plan/Places.h"
#include "data/plan/Plan.h"
#include "maps/layers/Mark.h"
#include "maps/symbols/Tokens.h"

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::maps {

class BoundaryStore;
class PackStack;
struct MercatorBox;
struct Overlays;

/// What the map shows and where it stands.
struct Camera
{
    Wgs84 centre;
    double zoom = 0;
};

/// The map: zones, areas, districts, rivers, streets, labels and marks over Qt Location's `Map`.
/// Never moves after a gesture unless asked by a call. Thread: gui.
class MapPanel : public QWidget
{
    Q_OBJECT
public:
    explicit MapPanel(std::shared_ptr<const plan::Plan> plan, QWidget* parent = nullptr);
    ~MapPanel() override;

    void setTheme(symbols::Theme theme);
    /// Other outlines of the same areas are in force; the picture stays until the new one is projected. boundariesReady follows.
    void setPlan(std::shared_ptr<const plan::Plan> plan);
    void setLanguage(Language language);
    /// Replaces all marks; lays out only when something changed, at most once a frame, and not on this thread.
    void setMarks(std::vector<Mark> marks);
    /// The same with those that others hold too; not null.
    void setMarks(std::shared_ptr<const std::vector<Mark>> marks);
    /// Empty = none. Never moves the camera.
    void selectMark(const std::string& id);
    /// 0 = none. The selected area gets a light ground and an edge.
    void selectArea(int number);
    /// Shown as a pin while a report is being placed; empty optional takes it away.
    void setPin(std::optional<Wgs84> at, const QString& label);
    /// Packs under the borders; null: plain ground only.
    void setBaseMap(std::shared_ptr<const PackStack> packs);
    [[nodiscard]] const std::shared_ptr<const PackStack>& baseMap() const;
    /// Tiles of the base map have come (PackStack::renew): what lies within the boxes is painted anew, the view stays.
    void renewBaseMap(const std::vector<MercatorBox>& boxes);
    /// What this seat has switched on over the ground; null: nothing but the plan's own layers. The picture stays while it
    /// is painted anew.
    void setOverlays(std::shared_ptr<const Overlays> overlays);
    [[nodiscard]] std::shared_ptr<const Overlays> overlays() const;
    /// Places in the stack's packs() of those that may be seen where the map stands.
    [[nodiscard]] std::vector<std::size_t> packsInView() const;
    /// In placing mode a click only emits `placeClicked`, and the cursor is a cross.
    void setPlacing(bool on);
    /// While measuring a click only emits `measureClicked`, a double click `measureEnded`.
    void setMeasuring(bool on);
    [[nodiscard]] bool isMeasuring() const;
    /// Rectangles (widget coordinates) of cards lying over the map; labels keep out of them.
    void setObstacles(std::vector<QRect> rects);

    /// ≤ 200 ms flight; only when the operator asked for it.
    void flyTo(Wgs84 centre, double zoom);
    /// Whole city in view.
    void fitCity();
    /// Back to the plan's default view (zoom 11.36 at the plan's centre for 1024×868 px).
    void home();
    void zoomBy(double steps);
    [[nodiscard]] Camera camera() const;
    /// True while the operator pinned the view: nothing, not even flyTo, moves it.
    void setPinned(bool on);
    [[nodiscard]] bool isPinned() const;

    /// Everything that should be drawn is drawn (tiles, labels, marks): for tests and screenshots.
    [[nodiscard]] bool isSettled() const;
    /// Area under a widget position; 0 outside.
    [[nodiscard]] int areaAt(QPoint position) const;
    [[nodiscard]] Wgs84 toGround(QPoint position) const;
    [[nodiscard]] QPoint toView(Wgs84 point) const;
    /// Length in metres of `pixels` at the centre: for the scale bar.
    [[nodiscard]] double metresFor(int pixels) const;
    /// Outlines as drawn, for the inset; null until boundariesReady.
    [[nodiscard]] std::shared_ptr<const BoundaryStore> boundaries() const;
    [[nodiscard]] const std::vector<Mark>& marks() const;
    [[nodiscard]] std::shared_ptr<const std::vector<Mark>> sharedMarks() const;
    [[nodiscard]] symbols::Theme theme() const;

Q_SIGNALS:
    void hoveredAreaChanged(int number); ///< 0 outside
    void areaClicked(int number);
    void marksClicked(const std::vector<std::string>& ids); ///< one, or the members of a cluster
    void placeClicked(const sz::plan::Place& place);        ///< only while placing
    void groundClicked(const sz::Wgs84& at); ///< no mark is there; before areaClicked
    void measureClicked(const sz::Wgs84& at);
    void measureEnded();
    void cameraChanged();
    void gestured(); ///< a hand moved the view: drag, wheel, pinch, double click, keys
    void settled();
    void boundariesReady();
    void marksChanged(); ///< setMarks brought others
    void themeChanged();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sz::maps
