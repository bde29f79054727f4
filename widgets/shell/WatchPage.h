// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The watch: board, map and detail side by side, the command line and the roster below. Wires panes; decides nothing.

#include "data/desk/Desk.h"
#include "data/plan/Places.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

class QSplitter;

namespace sz::widgets {

class AlarmRow;
class AlarmWatch;
class AreaCard;
class BoardModel;
class BoardView;
class CareActs;
class Coalescer;
class CommandLine;
class Corrections;
class Decisions;
class KeycapButton;
class MapArea;
class NoticeStrip;
class OutboxCard;
class FindPalette;
class Pages;
class Performer;
class Relating;
class ReportRoom;
class RightPane;
class RosterStrip;
class Rounding;
class Rostering;
class TaskForces;
class Handing;
class Replaying;
class Supervising;
class SeatTools;
class Toast;
class TopBar;
class Undoing;
struct WordTask;

/// Selection is one incident, shared by board, map, detail and command line. Thread: gui.
class WatchPage final : public QWidget
{
    Q_OBJECT
public:
    WatchPage(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const plan::PlaceIndex& index,
        ThemeSource& theme,
        TickTimer& tick,
        QWidget* parent = nullptr);
    ~WatchPage() override;

    void select(const IncidentId& id);
    void openIntake();
    void openOrder(const IncidentId& id);
    void openAmend(const IncidentId& id);
    void openSignOn();
    /// Board filled and map drawn.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] MapArea& mapArea() { return *m_map; }
    [[nodiscard]] RightPane& right() { return *m_right; }
    [[nodiscard]] CommandLine& commandLine() { return *m_command; }
    [[nodiscard]] CareActs& care() { return *m_care; }
    [[nodiscard]] Relating& relating() { return *m_relating; }
    [[nodiscard]] TaskForces& forces() { return *m_forces; }
    [[nodiscard]] Rounding& rounds() { return *m_rounds; }
    [[nodiscard]] Decisions& decisions() { return *m_decisions; }
    [[nodiscard]] Supervising& supervising() { return *m_supervising; }
    [[nodiscard]] Handing& handing() { return *m_handing; }
    [[nodiscard]] Rostering& rostering() { return *m_rostering; }
    [[nodiscard]] Replaying& replaying() { return *m_replaying; }
    [[nodiscard]] ReportRoom& reports() { return *m_reports; }
    [[nodiscard]] AlarmRow& alarms() { return *m_alarms; }
    [[nodiscard]] FindPalette& find() { return *m_find; }
    [[nodiscard]] SeatTools& seat() { return *m_seat; }
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray& state);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void addKeys();
    void wireDesk();
    void wireBoard();
    void wireMap();
    void wireDetail();
    void wireSheets();
    void wireRelating();
    void wireForces();
    void wireWords();
    void leaveSheet();
    /// After what a form did; false: the officer is elsewhere by now.
    bool leaveForm(const QWidget& form);
    void showPlace(const plan::Place& place, const QString& label);
    void goTo(const IncidentId& id);
    void showOld(const IncidentId& id);
    void ask(const IncidentId& id, const std::function<WordTask(const model::Incident&)>& make);
    void askOrder(
        const IncidentId& id,
        const OrderId& order,
        WordTask (*make)(const model::Incident&, const model::Order&));
    [[nodiscard]] WordTask nextReport(const model::Incident& incident) const;
    void wireFrame();
    void takeChanges(const desk::ChangeSet& changes);
    void takeLink(const desk::LinkStatus& told);
    void onTick(Instant now);
    void refreshMap();
    void refreshSeat();
    void takeSeat(const desk::SeatStatus& seat);
    void leaveSaying(const QString& sentence);
    void leaveFormSaying(const QWidget& form, const QString& sentence);
    void showArea(int number);
    void pickFromCluster(const std::vector<std::string>& ids);
    void setCompact(bool isCompact);
    void placeToast();
    void fitRight(int pixels);
    void say(const QString& text);

    desk::Desk& m_desk;
    ThemeSource& m_theme;
    TickTimer& m_tick;
    std::unique_ptr<BoardModel> m_model;
    Performer* m_performer;
    TopBar* m_top;
    NoticeStrip* m_notices;
    AlarmRow* m_alarms;
    AlarmWatch* m_lateness;
    QWidget*
        m_alarmRoom; ///< keeps the row's place until the first board tells whether there are alarms
    QSplitter*
        m_split; ///< parent of board, map and right pane from the start: a later move polishes every widget again
    BoardView* m_board;
    MapArea* m_map;
    AreaCard* m_area;
    OutboxCard* m_outbox;
    RightPane* m_right;
    CareActs* m_care;
    Corrections* m_corrections;
    CommandLine* m_command;
    RosterStrip* m_roster;
    FindPalette* m_find;
    Toast* m_toast;
    Undoing* m_undoing;
    Relating* m_relating;
    TaskForces* m_forces;
    Rounding* m_rounds;
    Decisions* m_decisions;
    Supervising* m_supervising = nullptr;
    Handing* m_handing = nullptr;
    Rostering* m_rostering = nullptr;
    Replaying* m_replaying = nullptr;
    Pages* m_pages = nullptr;
    ReportRoom* m_reports;
    SeatTools* m_seat;
    Coalescer* m_marks; ///< a busy night changes the map five times a second, not two hundred
    KeycapButton* m_signOnKey = nullptr;
    bool m_hasAskedForSignOn = false;
    IncidentId m_selected;
    int m_clickedArea = 0;
    int m_rightWidth = 464;
    bool m_isCompact = false;
    bool m_wantsOutbox = false; ///< the operator opened it
    bool m_isFilled = false;
};

} // namespace sz::widgets
