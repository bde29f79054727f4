// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Board, map and detail of any moment of the operation, under a band that says so. Nothing can be done in it.

#include "data/desk/Desk.h"
#include "data/desk/Replay.h"
#include "maps/overlay/Overlays.h"
#include "widgets/common/ThemeSource.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace sz::widgets {

class BoardModel;
class BoardView;
class CompareView;
class ElidedLabel;
class KeycapButton;
class MapArea;
class PastBand;
class PastDetail;
class TimeSlider;

/// Thread: gui.
class ReplayPage final : public QWidget
{
    Q_OBJECT
public:
    ReplayPage(desk::Desk& desk, const ThemeSource& theme, QWidget* parent);
    ~ReplayPage() override;

    /// Gives back what was made ahead.
    void leave();
    /// Reads what came since the last time; stays at the moment shown, at first at the end.
    void enter();
    void setCompact(bool isCompact);
    void select(const IncidentId& id);
    [[nodiscard]] const IncidentId& selected() const { return m_selected; }
    /// Goes there; the board follows when it is folded.
    void goTo(Instant now);
    /// The moment shown becomes A; again: no comparison any more.
    void toggleCompare();
    [[nodiscard]] bool isComparing() const { return m_mark != nullptr; }
    /// What is shown is what was last asked for, map drawn.
    [[nodiscard]] bool isSettled() const;
    /// Null before the first board.
    [[nodiscard]] const desk::PastPtr& past() const { return m_past; }
    [[nodiscard]] std::shared_ptr<const replay::Timeline> timeline() const;
    [[nodiscard]] MapArea& map() { return *m_map; }
    /// The layers of the seat's own map, asked for at each enter(): they are in no log, so those of today are shown, which the note
    /// below says. `hasBaseMap`: the same of what is under the borders.
    std::function<std::shared_ptr<const maps::Overlays>()> todaysMap;
    std::function<bool()> hasBaseMap;

Q_SIGNALS:
    void left();
    void said(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    QWidget* makeBar();
    void wire();
    void takeTimeline();
    void goToPosition(std::size_t position);
    void want(std::size_t position, Instant now);
    void take(const desk::PastPtr& past);
    void showBoard(const desk::PastPtr& before);
    void takeToday();
    void showGround(const desk::PastPtr& before);
    void showDetail();
    void showCompare();
    void takeTyped();
    void tellBand();
    void refuse();

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    int m_offset;
    desk::Replay m_replay;
    std::unique_ptr<BoardModel> m_model;
    PastBand* m_band;
    QSplitter* m_split;
    BoardView* m_board;
    MapArea* m_map;
    QStackedWidget* m_right;
    PastDetail* m_detail;
    CompareView* m_compare;
    TimeSlider* m_slider;
    QLineEdit* m_typed = nullptr;
    ElidedLabel* m_note = nullptr;
    KeycapButton* m_compareKey = nullptr;
    desk::PastPtr m_past;
    desk::PastPtr m_mark;                           ///< A of a comparison; null: none
    std::shared_ptr<const plan::Plan> m_plan;       // shared with the desk: in force then
    std::shared_ptr<const plan::Plan> m_groundPlan; // shared: what the drills were drawn after
    maps::Overlays m_today;                         ///< layers of the seat, as at enter()
    bool m_isToday = false;                         ///< something on the map is of today
    QStringList m_drillsTold;                       ///< words of the drills on the map
    IncidentId m_selected;
    std::size_t m_position = 0; ///< asked for
    Instant m_now;
    bool m_hasMoment = false;
    int m_percent = -1; ///< of reading; -1: not reading
    QString m_failure;
};

} // namespace sz::widgets
