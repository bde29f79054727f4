// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/SeatTools.h"

#include "widgets/actions/CommandLine.h"
#include "widgets/actions/FindPalette.h"
#include "widgets/frame/SoundBlock.h"
#include "widgets/frame/TopBar.h"
#include "widgets/late/LatePanel.h"
#include "widgets/late/LateView.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/shell/BaseCredit.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/Coverage.h"
#include "widgets/shell/DrawActs.h"
#include "widgets/shell/KeyActs.h"
#include "widgets/shell/LateActs.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/OnlineActs.h"
#include "widgets/shell/PlaceActs.h"
#include "widgets/shell/PlanChanging.h"
#include "widgets/shell/PlanWatch.h"
#include "widgets/shell/PopActs.h"
#include "widgets/shell/PrintActs.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/SoundActs.h"
#include "widgets/shell/TalkActs.h"
#include "widgets/shell/ViewActs.h"
#include "widgets/shell/WallActs.h"
#include "widgets/watch/BoardView.h"
#include "widgets/watch/DetailPane.h"

#include <QPointer>
#include <QToolButton>

namespace sz::widgets {
namespace {

constexpr int kCreditMargin = 12; ///< of the wall's map

} // namespace

SeatTools::SeatTools(const SeatParts& parts)
    : QObject(parts.page), m_parts(parts), m_late(new LateActs(
                                               parts.desk,
                                               parts.theme,
                                               parts.alarms,
                                               parts.performer,
                                               parts.board,
                                               parts.page)),
      m_sounds(new SoundActs(parts.desk, parts.theme, parts.alarms, parts.page)),
      m_views(new ViewActs(parts.desk, parts.finder, parts.theme, parts.model, parts.board, this)),
      m_keys(new KeyActs(parts.desk, parts.theme, parts.row, parts.right, parts.page)),
      m_talk(new TalkActs(parts.desk, parts.theme, parts.right.detail(), parts.model, this)),
      m_windows(new PopActs(
          parts.desk,
          parts.theme,
          parts.alarms,
          parts.split,
          {&parts.board, &parts.map, &parts.right},
          [&top = parts.top] { return top.mode(); },
          parts.page)),
      m_baseMap(new BaseMapActs(parts.desk, parts.theme, parts.map, this)),
      m_planWatch(
          new PlanWatch(parts.desk, parts.finder, parts.index, parts.ticks, parts.map, this)),
      m_layers(new LayerActs(
          parts.desk,
          parts.finder,
          parts.index,
          parts.theme,
          parts.ticks,
          parts.map,
          parts.page)),
      m_online(new OnlineActs(
          parts.desk,
          parts.theme,
          parts.map,
          m_layers->panel(),
          *m_baseMap,
          parts.page,
          this)),
      m_places(new PlaceActs(
          parts.desk,
          parts.index,
          parts.theme,
          parts.ticks,
          parts.map,
          *m_layers,
          *m_views,
          parts.page)),
      m_drawing(new DrawActs(
          parts.desk,
          parts.theme,
          parts.map,
          *m_layers,
          *m_places,
          *m_views,
          parts.page)),
      m_plan(new PlanChanging(parts.desk, parts.theme, parts.ticks, parts.map, parts.page)),
      m_wall(new WallActs(
          parts.desk,
          parts.theme,
          parts.alarms,
          parts.map.panel(),
          [&top = parts.top] { return top.mode(); },
          parts.page)),
      m_print(new PrintActs(parts.desk, parts.theme, parts.map, *m_baseMap, parts.page))
{
    wireLate();
    wireSounds();
    wireViews();
    wireKeys();
    wireWindows();
    connect(m_baseMap, &BaseMapActs::said, this, &SeatTools::said);
    connect(m_online, &OnlineActs::said, this, &SeatTools::said);
    connect(m_online, &OnlineActs::panelRequested, m_layers, [this] {
        if (!m_layers->isOpen()) {
            m_layers->toggle();
        }
    });
    parts.find.setMaps(&m_baseMap->names());
    parts.find.setIndex(&parts.index);
    parts.right.setMaps(&m_baseMap->names());
    connect(m_layers, &LayerActs::said, this, &SeatTools::said);
    connect(m_baseMap, &BaseMapActs::stackChanged, m_layers, [this] {
        const auto& stack = m_baseMap->stack();
        m_layers->setPacks(stack == nullptr ? std::vector<packs::PackInfo>() : stack->packs());
    });
    connect(m_baseMap, &BaseMapActs::switched, m_layers, [this](bool isOn) {
        if (isOn) { // the folder of packs is looked at, for roads too
            m_layers->coverage().lookAgain();
        }
    });
    connect(m_places, &PlaceActs::said, this, &SeatTools::said);
    connect(m_drawing, &DrawActs::said, this, &SeatTools::said);
    connect(m_plan, &PlanChanging::said, this, &SeatTools::said);
    m_layers->setPlan(m_planWatch->plan());
    connect(m_planWatch, &PlanWatch::turned, m_layers, &LayerActs::setPlan);
    connect(
        m_planWatch, &PlanWatch::turned, m_places,
        &PlaceActs::renew); // after the layers, whose plan it reads
    connect(m_wall, &WallActs::said, this, &SeatTools::said);
    connect(m_wall, &WallActs::made, m_baseMap, [this](maps::MapPanel& panel) {
        auto* credit = new BaseCredit(m_parts.theme, &panel);
        credit->move(kCreditMargin, kCreditMargin);
        m_baseMap->alsoOn(panel, [credit = QPointer(credit)](const QString& text) {
            if (credit != nullptr) {
                credit->setText(text);
                credit->resize(credit->sizeHint());
                credit->raise();
            }
        });
    });
    connect(m_print, &PrintActs::said, this, &SeatTools::said);
    parts.map.addTool(m_wall->button());
    parts.map.addTool(m_print->button());
}

void SeatTools::wireLate()
{
    connect(m_late, &LateActs::said, this, &SeatTools::said);
    connect(m_late, &LateActs::incidentChosen, this, &SeatTools::incidentChosen);
    connect(m_late, &LateActs::closed, &m_parts.board, qOverload<>(&QWidget::setFocus));
    connect(&m_parts.board, &BoardView::lateRequested, m_late, &LateActs::open);
    connect(m_late, &LateActs::shelveRequested, this, [this](const Alarm& alarm) {
        Q_EMIT incidentChosen(alarm.incident->id);
        m_parts.right.ask(shelveTask(*alarm.incident, alarm.step));
    });
}

void SeatTools::wireSounds()
{
    m_parts.top.addPart(&m_sounds->block());
    connect(m_sounds, &SoundActs::said, this, &SeatTools::said);
    connect(&m_parts.board, &BoardView::selected, m_sounds, &SoundActs::setOpened);
}

void SeatTools::wireViews()
{
    connect(m_views, &ViewActs::said, this, &SeatTools::said);
    connect(&m_parts.command, &CommandLine::filterRequested, m_views, &ViewActs::filter);
    connect(&m_parts.command, &CommandLine::viewRequested, m_views, &ViewActs::wish);
    connect(&m_parts.find, &FindPalette::viewRequested, m_views, &ViewActs::openNamed);
    m_parts.find.setViews([this] { return m_views->commands(); });
}

void SeatTools::wireKeys()
{
    connect(m_talk, &TalkActs::said, this, &SeatTools::said);
    m_parts.find.setKeys([this](const Action& action) { return m_keys->book().keysOf(action); });
    m_keys->addList(&m_parts.board);
    m_keys->addList(&m_late->panel().view());
    connect(m_keys, &KeyActs::sheetClosed, this, [this] {
        m_parts.right.showDetail();
        focusList();
    });
}

void SeatTools::wireWindows()
{
    m_parts.board.addHeadButton(m_windows->buttonFor(PopPane::Board));
    m_parts.map.addTool(m_windows->buttonFor(PopPane::Map));
    m_parts.right.detail().addHeadButton(m_windows->buttonFor(PopPane::Detail));
    connect(&m_parts.right, &QStackedWidget::currentChanged, this, [this] {
        if (m_parts.right.isSheetOpen()) { // what is typed now is meant for the sheet
            m_windows->bringUp(PopPane::Detail);
        }
    });
}

void SeatTools::focusList()
{
    if (!m_late->takeFocus()) {
        m_parts.board.setFocus();
    }
}

} // namespace sz::widgets
