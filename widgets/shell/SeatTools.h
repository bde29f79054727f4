// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What belongs to this seat rather than to a matter: late list, sounds, views of the board, own keys, own windows.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

class QSplitter;

namespace sz::plan {
class PlaceFinder;
class PlaceIndex;
} // namespace sz::plan

namespace sz::widgets {

class AlarmRow;
class AlarmWatch;
class BaseMapActs;
class BoardModel;
class BoardView;
class CommandLine;
class DrawActs;
class FindPalette;
class KeyActs;
class LateActs;
class LayerActs;
class MapArea;
class OnlineActs;
class Performer;
class PlaceActs;
class PlanChanging;
class PlanWatch;
class PopActs;
class RightPane;
class SoundActs;
class TalkActs;
class TickTimer;
class TopBar;
class ViewActs;
class WallActs;
class PrintActs;

/// The parts of the page; all outlive the tools.
struct SeatParts
{
    desk::Desk& desk;
    const plan::PlaceFinder& finder;
    const plan::PlaceIndex& index;
    ThemeSource& theme;
    TickTimer& ticks;
    QWidget* page;
    QSplitter& split;
    TopBar& top;
    AlarmRow& row;
    AlarmWatch& alarms;
    Performer& performer;
    BoardModel& model;
    BoardView& board;
    MapArea& map;
    RightPane& right;
    CommandLine& command;
    FindPalette& find;
};

/// Makes and wires them. Thread: gui.
class SeatTools final : public QObject
{
    Q_OBJECT
public:
    explicit SeatTools(const SeatParts& parts);

    [[nodiscard]] LateActs& late() { return *m_late; }
    [[nodiscard]] SoundActs& sounds() { return *m_sounds; }
    [[nodiscard]] ViewActs& views() { return *m_views; }
    [[nodiscard]] KeyActs& keys() { return *m_keys; }
    [[nodiscard]] TalkActs& talk() { return *m_talk; }
    [[nodiscard]] PopActs& windows() { return *m_windows; }
    [[nodiscard]] WallActs& wall() { return *m_wall; }
    [[nodiscard]] PrintActs& print() { return *m_print; }
    [[nodiscard]] BaseMapActs& baseMap() { return *m_baseMap; }
    [[nodiscard]] OnlineActs& online() { return *m_online; }
    [[nodiscard]] LayerActs& layers() { return *m_layers; }
    [[nodiscard]] PlaceActs& places() { return *m_places; }
    [[nodiscard]] DrawActs& drawing() { return *m_drawing; }
    [[nodiscard]] PlanChanging& plan() { return *m_plan; }
    [[nodiscard]] PlanWatch& planWatch() { return *m_planWatch; }
    /// The focus goes to the list that is in use: the late list while it is open, else the board.
    void focusList();

Q_SIGNALS:
    void said(const QString& sentence);
    void incidentChosen(const sz::IncidentId& incident);

private:
    void wireLate();
    void wireSounds();
    void wireViews();
    void wireKeys();
    void wireWindows();

    SeatParts m_parts;
    LateActs* m_late;
    SoundActs* m_sounds;
    ViewActs* m_views;
    KeyActs* m_keys;
    TalkActs* m_talk;
    PopActs* m_windows;
    BaseMapActs* m_baseMap;
    PlanWatch* m_planWatch; ///< before whoever asks for places
    LayerActs* m_layers;
    OnlineActs* m_online;
    PlaceActs* m_places;
    DrawActs* m_drawing;
    PlanChanging* m_plan;
    WallActs* m_wall;
    PrintActs* m_print;
};

} // namespace sz::widgets
