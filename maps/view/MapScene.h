// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The layers of the map in their order, and when each of them is laid out or painted anew.

#include "data/threads/Mailbox.h"
#include "maps/layers/BoundaryTileItem.h"
#include "maps/layers/HighlightItem.h"
#include "maps/layers/SpriteItem.h"
#include "maps/view/SceneLayout.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::maps {

class PackStack;

/// Owns the items (as children of the QML item `layers`). Tiles and names follow a drag at once; what is cut for one zoom
/// is made anew when the zoom has rested for 120 ms. Marks and names are laid out on a thread of their own, one layout
/// after another; what changes meanwhile is in the next one. Thread: gui.
class MapScene : public QObject
{
    Q_OBJECT
public:
    MapScene(QThreadPool& pool, QObject* parent = nullptr);
    ~MapScene() override;

    void attach(QQuickItem& layers);
    void setStore(std::shared_ptr<const BoundaryStore> store);
    /// Null: plain ground only.
    void setBaseMap(std::shared_ptr<const PackStack> packs);
    /// Tiles of it have come: what lies within the boxes is painted anew, and stands until then.
    void renewBaseMap(const std::vector<MercatorBox>& boxes);
    /// Null: the plan's own layers as they are. What is drawn stays until the new tiles are there.
    void setOverlays(std::shared_ptr<const Overlays> overlays);
    [[nodiscard]] const std::shared_ptr<const Overlays>& overlays() const { return m_overlays; }
    void setLook(symbols::Theme theme, double ratio);
    void setLanguage(Language language);
    void setCamera(const CameraState& camera);
    /// Never null. True when they are others than before.
    bool setMarks(Marks marks);
    void selectMark(const std::string& id);
    void selectArea(int number);
    void hoverArea(int number);
    void setPin(std::optional<Wgs84> at, const QString& label);
    void setObstacles(std::vector<QRectF> rects);

    /// Ids under a point of the view, worst first; empty when there is no mark.
    [[nodiscard]] std::vector<std::string> marksAt(QPointF at) const;
    [[nodiscard]] const Marks& marks() const { return m_marks; }
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void settled();

private:
    void repaintGround(bool keepsOld = false);
    /// In so many milliseconds at the latest.
    void askLayout(int ms = 0);
    void layOut();
    void show(ScenePicture picture);
    void rest();
    void sharpen();
    void tellIfSettled();

    QThreadPool& m_pool;
    Mailbox m_mail;
    QThreadPool m_layoutPool; ///< one thread: a layout never waits behind tiles
    TileCache m_cache;
    std::shared_ptr<const BoundaryStore> m_store;
    std::shared_ptr<const PackStack> m_packs;
    std::shared_ptr<const Overlays> m_overlays;
    BoundaryTileItem* m_tiles = nullptr; ///< the items belong to `layers`
    HighlightItem* m_hover = nullptr;
    HighlightItem* m_selection = nullptr;
    SpriteItem* m_labelItem = nullptr;
    SpriteItem* m_markItem = nullptr;

    symbols::Theme m_theme = symbols::Theme::Dark;
    double m_ratio = 1;
    Language m_language = Language::Chinese;
    CameraState m_camera;
    CameraState m_laidOut; ///< camera of the last layout
    CameraState m_sharp;   ///< camera of the last sharpening
    Marks m_marks;
    std::string m_selectedMark;
    int m_selectedArea = 0;
    std::vector<QRectF> m_obstacles;
    std::optional<Wgs84> m_pin;
    QString m_pinLabel;

    std::shared_ptr<ScenePainters> m_painters; // a layout under way may have the last look's
    std::vector<MarkHit> m_hits;
    QTimer m_restTimer;
    QTimer m_layoutTimer;
    bool m_isLayingOut = false;
    bool m_isLayoutOld = false; ///< another one was asked for while one is under way
    bool m_wasSettled = false;
    bool m_hasSettled = false; ///< ever
};

} // namespace sz::maps
