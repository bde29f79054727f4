// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/WatchPage.h"

#include "data/desk/OnResult.h"
#include "data/model/ShiftDuty.h"
#include "maps/view/MapPanel.h"
#include "widgets/actions/CommandLine.h"
#include "widgets/actions/FindPalette.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Toast.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/frame/OutboxCard.h"
#include "widgets/frame/TimeParts.h"
#include "widgets/frame/TopBar.h"
#include "widgets/handover/DrillPlace.h"
#include "widgets/intake/AmendSheet.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/models/BoardModel.h"
#include "widgets/models/ReportSteps.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/people/SignOnSheet.h"
#include "widgets/rounds/RoundAlarmRow.h"
#include "widgets/shell/AlarmWatch.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/CareActs.h"
#include "widgets/shell/Coalescer.h"
#include "widgets/shell/Corrections.h"
#include "widgets/shell/Decisions.h"
#include "widgets/shell/Handing.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/Pages.h"
#include "widgets/shell/Performer.h"
#include "widgets/shell/PlaceActs.h"
#include "widgets/shell/PlanChanging.h"
#include "widgets/shell/Relating.h"
#include "widgets/shell/ReportRoom.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/Rounding.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/SoundActs.h"
#include "widgets/shell/TaskForces.h"
#include "widgets/shell/Undoing.h"
#include "widgets/watch/AreaCard.h"
#include "widgets/watch/BoardView.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/RosterStrip.h"

#include <QApplication>
#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kNarrow = 1500; ///< below this the laptop layout (design §10)
constexpr int kBoardWide = 424;
constexpr int kBoardNarrow = 328;
constexpr int kQuietMs = 250;
constexpr int kMarksMs = 200;

QString draftFile(const desk::Desk& desk)
{
    return QString::fromStdString((desk.profileFolder() / "draft.json").string());
}

} // namespace

WatchPage::WatchPage(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const plan::PlaceIndex& index,
    ThemeSource& theme,
    TickTimer& tick,
    QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_tick(tick),
      m_model(std::make_unique<BoardModel>(desk.sharedPlan())),
      m_performer(new Performer(desk, this)), m_top(new TopBar(theme, desk.sharedPlan(), this)),
      m_notices(new NoticeStrip(theme, this)), m_alarms(new AlarmRow(theme, this)),
      m_lateness(new AlarmWatch(desk, *m_top, *m_alarms, this)), m_alarmRoom(new QWidget(this)),
      m_split(new QSplitter(this)), m_board(new BoardView(*m_model, theme, m_split)),
      m_map(new MapArea(desk.sharedPlan(), theme, m_split)),
      m_area(new AreaCard(desk.sharedPlan(), theme, m_map)),
      m_outbox(new OutboxCard(theme, desk.sharedPlan(), m_map)),
      m_right(new RightPane(desk, finder, index, theme, tick, draftFile(desk), m_split)),
      m_care(new CareActs(desk, *m_right, this)),
      m_corrections(new Corrections(desk, *m_right, *m_care, this)),
      m_command(new CommandLine(desk, finder, theme, tick, this)),
      m_roster(new RosterStrip(desk.sharedPlan(), theme, this)),
      m_find(new FindPalette(desk, finder, theme, tick, this)),
      m_toast(new Toast(theme, this, 140)), m_undoing(new Undoing(desk, *m_toast, this)),
      m_relating(new Relating(desk, *m_right, *m_undoing, this)),
      m_forces(new TaskForces(desk, finder, theme, tick, *m_right, this)),
      m_rounds(new Rounding(desk, theme, tick, *m_right, this)),
      m_decisions(new Decisions(desk, theme, tick, *m_right, this)),
      m_reports(new ReportRoom(desk, theme, *m_split, *m_right, *m_command, *this)),
      m_seat(new SeatTools(
          {desk, finder, index, theme, tick, this, *m_split, *m_top, *m_alarms, *m_lateness,
           *m_performer, *m_model, *m_board, *m_map, *m_right, *m_command, *m_find})),
      m_marks(new Coalescer(kMarksMs, [this] { refreshMap(); }, this))
{
    layOut();
    addKeys();
    wireDesk();
    wireBoard();
    wireMap();
    wireDetail();
    wireRelating();
    wireForces();
    wireWords();
    wireFrame();
    m_handing->setPlaces([this, &finder, &index](const std::string& word) {
        return placeCalled(m_desk.plan(), finder, index, word);
    });
    connect(m_right, &RightPane::sheetsMade, this, &WatchPage::wireSheets);
    connect(
        &m_map->panel(), &maps::MapPanel::settled, m_right,
        [this] {
            QTimer::singleShot(kQuietMs, m_right, &RightPane::makeSheets); // behind the first frame
        },
        Qt::SingleShotConnection);
    connect(&tick, &TickTimer::ticked, this, &WatchPage::onTick);
    tick.start();
    onTick(tick.now());
    if (m_desk.isOpen()) { // its first words came before there was a page to hear them
        m_outbox->setOutbox(m_desk.outbox());
        takeLink(m_desk.link());
    }
    m_board->setFocus(); // the list's keys work from the first moment
}

WatchPage::~WatchPage() = default;

void WatchPage::layOut()
{
    m_area->hide();
    m_outbox->hide();
    m_map->addCard(m_area);
    m_map->addCard(m_outbox);
    m_split->setObjectName(QStringLiteral("watchSplitter"));
    m_split->setHandleWidth(4);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_board);
    m_split->addWidget(m_map);
    m_split->addWidget(m_right);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setStretchFactor(2, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_notices);
    m_alarmRoom->setFixedHeight(m_alarms->sizeHint().height());
    column->addWidget(m_alarmRoom);
    column->addWidget(m_alarms);
    column->addWidget(&m_rounds->alarms());
    column->addWidget(m_split, 1);
    column->addWidget(m_command);
    column->addWidget(m_roster);
    setTabOrder({m_board, m_map, m_right, m_command, m_roster});
}

void WatchPage::addKeys()
{
    auto* report = new KeycapButton(m_theme, QKeySequence(Qt::Key_F2), tr("New report"), m_command);
    report->setObjectName(QStringLiteral("newReportButton"));
    connect(report, &KeycapButton::clicked, this, &WatchPage::openIntake);
    m_command->addKeycap(report);
    m_signOnKey = new KeycapButton(m_theme, QKeySequence(Qt::Key_F4), tr("Sign on"), m_command);
    m_signOnKey->setObjectName(QStringLiteral("signOnButton"));
    connect(m_signOnKey, &KeycapButton::clicked, this, &WatchPage::openSignOn);
    m_command->addKeycap(m_signOnKey);
    m_signOnKey->hide(); // where nobody signs on, nothing speaks of it
}

void WatchPage::ask(
    const IncidentId& id,
    const std::function<WordTask(const model::Incident&)>& make)
{
    if (const auto incident = m_desk.incident(id)) {
        m_right->ask(make(*incident));
    }
}

void WatchPage::askOrder(
    const IncidentId& id,
    const OrderId& order,
    WordTask (*make)(const model::Incident&, const model::Order&))
{
    ask(id, [&](const model::Incident& incident) {
        const model::Order* known = incident.order(order);
        return known != nullptr ? make(incident, *known) : noteTask(incident);
    });
}

// The next report of the chain, drafted from what units have said since the last one.
WordTask WatchPage::nextReport(const model::Incident& incident) const
{
    const auto stage =
        incident.reports.empty() ? model::ReportStage::First : model::ReportStage::Update;
    const QString facts = factsSinceReport(incident, m_desk.plan()).text;
    const QString draft = facts.isEmpty() ? QString::fromStdString(incident.narrative) : facts;
    return reportTask(
        incident, stage, draft,
        m_desk.plan().limitsFor(incident.kind, incident.grade, incident.mode).update,
        changesSinceReport(incident, m_desk.plan()));
}

// The place a form speaks of.
void WatchPage::showPlace(const plan::Place& place, const QString& label)
{
    m_map->panel().setPin(place.point, place.point ? label : QString());
    m_map->panel().selectArea(place.area);
    showArea(place.area);
}

void WatchPage::goTo(const IncidentId& id)
{
    m_pages->leave();
    m_board->select(id);
    select(id);
    if (m_desk.incident(id) == nullptr) { // found among those that are over
        showOld(id);
    }
}

// The board does not hold it; the detail shows it as it ended.
void WatchPage::showOld(const IncidentId& id)
{
    desk::onResult(this, m_desk.fetch(id), [this, id](const Result<model::IncidentPtr>& incident) {
        if (!incident) {
            say(errorText(incident.error()));
        } else if (m_selected == id) {
            m_right->detail().setIncident(*incident);
        }
    });
}

// Back to the detail and the list, whatever the map was asked to do for the form.
void WatchPage::leaveSheet()
{
    m_corrections->forget();
    m_map->panel().setPlacing(false);
    m_map->panel().setPin(std::nullopt, {});
    m_right->showDetail();
    m_seat->focusList();
}

// A receipt may come when the officer has gone on: what was begun since keeps the screen and the keys.
bool WatchPage::leaveForm(const QWidget& form)
{
    if (!form.isVisible()) {
        return false;
    }
    QWidget* at = QApplication::focusWidget();
    const bool hasGone = at != nullptr && !form.isAncestorOf(at) && window()->isAncestorOf(at);
    leaveSheet();
    if (hasGone && at->isVisible()) {
        at->setFocus(Qt::OtherFocusReason);
    }
    return !hasGone;
}

void WatchPage::takeChanges(const desk::ChangeSet& changes)
{
    // A first catch-up is one filling of the board, not fifty new reports.
    if (changes.isReset || m_desk.link().state == desk::LinkState::CatchingUp) {
        m_model->reset(m_desk.incidents());
        m_board->select(m_selected);
        m_isFilled = true;
    } else {
        m_model->apply(changes);
    }
    m_relating->setRelations(m_model->relations());
    if (const auto chosen = m_desk.incident(m_selected)) {
        m_right->detail().setIncident(chosen);
    }
    m_marks->ask();
    m_alarmRoom->hide();
    m_lateness->takeChanges(m_tick.now());
    if (changes.isReset && layout() != nullptr) {
        layout()
            ->activate(); // an alarm row that came up takes its place before the map is laid out, not after
    }
}

void WatchPage::takeLink(const desk::LinkStatus& told)
{
    desk::LinkStatus link = told; // headquarters' name in this screen's language, not the wire's
    if (const plan::Unit* office = m_desk.plan().unit(UnitCode("HQ"));
        office != nullptr && !link.headquarters.empty()) {
        link.headquarters = shortNameText(office->name).toStdString();
    }
    m_top->setLink(link);
    m_board->setLink(link);
    m_right->detail().setLink(link);
    const bool areMarksOld = m_map->setLink(link, m_tick.now());
    m_outbox->setLink(link);
    m_notices->setOtherPlan(link.isOtherPlan);
    const bool isDown =
        link.state == desk::LinkState::Offline || link.state == desk::LinkState::Refused;
    const bool hasNews = (isDown && link.unsent > 0) || link.rejected > 0;
    m_outbox->setVisible(hasNews || m_wantsOutbox);
    if (areMarksOld) {
        refreshMap();
    }
}

void WatchPage::onTick(Instant now)
{
    m_model->setNow(now);
    m_top->setNow(now);
    m_alarms->setNow(now);
    m_right->detail().setNow(now);
    m_area->setNow(now);
    m_roster->setNow(now);
    m_outbox->setNow(now);
    m_map->setLink(m_desk.link(), now);
    refreshMap();
    m_lateness->tick(now);
    if (toUtcMs(now) / 60'000 != toUtcMs(now - Millis{1000}) / 60'000) {
        refreshSeat();
    }
}

void WatchPage::refreshMap()
{
    m_map->setIncidents(m_desk.incidents(), m_tick.now());
    m_area->setIncidents(m_desk.incidents());
}

void WatchPage::refreshSeat()
{
    const plan::Post* post = m_desk.plan().post(m_desk.actor().post);
    const auto duty =
        model::dutyAt(m_desk.plan(), m_desk.shift().get(), m_desk.actor().post, m_tick.now());
    if (post != nullptr && duty) {
        const bool isChinese = uiLanguage() == Language::Chinese;
        m_top->setSeat(
            *duty, nameText(post->name),
            QString::fromStdString(isChinese ? post->seat : post->seatEn));
    }
    const desk::SeatStatus& seat = m_desk.seat();
    const model::Grant* grant = seat.grant ? &*seat.grant : nullptr;
    m_top->setPerson(
        !seat.isNeeded ? std::nullopt
                       : std::optional(SeatPerson{
                             grant == nullptr ? QString() : QString::fromStdString(grant->name),
                             grant == nullptr ? Instant{} : grant->until,
                             grant == nullptr ? Instant{} : grant->latest}));
    m_roster->setPost(m_desk.actor().post);
}

// The board stays open; the sheet asks by itself once, when the desk first learns that it must.
void WatchPage::takeSeat(const desk::SeatStatus& seat)
{
    refreshSeat();
    m_right->detail().setActor(m_desk.actor());
    m_signOnKey->setVisible(seat.isNeeded);
    m_signOnKey->setLabel(seat.grant ? tr("Hand over") : tr("Sign on"));
    if (seat.isNeeded && !seat.grant && !m_hasAskedForSignOn && !m_right->isSheetOpen()) {
        m_hasAskedForSignOn = true;
        openSignOn();
    }
}

void WatchPage::openSignOn()
{
    m_pages->leave();
    SignOnSheet& sheet = m_right->signOn();
    connect(&sheet, &SignOnSheet::closed, this, &WatchPage::leaveSheet, Qt::UniqueConnection);
    connect(&sheet, &SignOnSheet::done, this, &WatchPage::leaveSaying, Qt::UniqueConnection);
    m_right->showSheet(&sheet);
    sheet.open();
}

// The sheet has done its work.
void WatchPage::leaveSaying(const QString& sentence)
{
    leaveSheet();
    say(sentence);
}

// The same, when the officer may have gone on meanwhile.
void WatchPage::leaveFormSaying(const QWidget& form, const QString& sentence)
{
    leaveForm(form);
    say(sentence);
}

void WatchPage::select(const IncidentId& id)
{
    if (m_selected == id) {
        return;
    }
    m_selected = id;
    const auto incident = m_desk.incident(id);
    m_board->select(id);
    m_command->setSelected(id);
    m_seat->places().setSelected(id);
    m_alarms->setOpened(id);
    m_right->detail().setIncident(incident);
    m_map->panel().selectMark(id.value);
    if (incident) {
        m_clickedArea = incident->place.area;
        m_area->setStreet(incident->place.street);
        m_map->panel().selectArea(m_clickedArea);
        showArea(m_clickedArea);
    }
}

void WatchPage::showArea(int number)
{
    m_area->setArea(number);
    m_area->setNow(m_tick.now());
    if (m_seat->places().isOpen()) {
        m_area->hide();
    }
}

// One mark is chosen at once; a cluster opens as a list, so that none of its members is out of reach.
void WatchPage::pickFromCluster(const std::vector<std::string>& ids)
{
    if (ids.size() == 1) {
        m_board->select(IncidentId(ids.front()));
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const std::string& id : ids) {
        if (const auto incident = m_desk.incident(IncidentId(id))) {
            const QString text = QStringLiteral("%1  %2  %3")
                                     .arg(
                                         gradeLetter(incident->grade), shortNumberText(*incident),
                                         titleText(*incident));
            menu->addAction(
                QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                [this, id] { m_board->select(IncidentId(id)); });
        }
    }
    menu->popup(QCursor::pos());
}

void WatchPage::openIntake()
{
    m_pages->leave();
    m_right->showSheet(&m_right->intake());
    m_right->intake().open(m_tick.now());
}

void WatchPage::openOrder(const IncidentId& id)
{
    m_right->showSheet(&m_right->order());
    m_right->order().open(id);
}

void WatchPage::openAmend(const IncidentId& id)
{
    m_right->showSheet(&m_right->amend());
    m_right->amend().open(id);
}

bool WatchPage::isComplete() const
{
    return m_isFilled && m_seat->baseMap().isSettled() && m_seat->layers().isSettled()
           && m_map->panel().isSettled();
}

// An undo is offered for half a minute: it lies in the empty preview, not on rows of the board; what is typed has the preview.
void WatchPage::placeToast()
{
    constexpr int kOverPreview = 10;
    const int lineTop = height() - m_command->y();
    m_toast->setBottomOffset(
        m_command->isPreviewEmpty() ? lineTop - m_command->previewHeight() - kOverPreview
                                    : lineTop);
}

void WatchPage::say(const QString& text)
{
    m_toast->showMessage(text);
}

void WatchPage::resizeEvent(QResizeEvent* event)
{
    setCompact(width() < kNarrow);
    QWidget::resizeEvent(event);
}

void WatchPage::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_top->setCompact(isCompact);
    m_right->setCompact(isCompact);
    m_area->setCompact(isCompact);
    m_seat->places().setCompact(isCompact);
    m_map->setCompact(isCompact);
    m_roster->setCompact(isCompact);
    fitRight(m_rightWidth);
}

void WatchPage::fitRight(int pixels)
{
    m_rightWidth = pixels;
    const int board = m_isCompact ? kBoardNarrow : kBoardWide;
    // On a laptop the plan's panel would leave a strip of the map: whoever moves a border needs the map, not the list.
    if (m_board->parentWidget() == m_split) {
        m_board->setVisible(!m_isCompact || !m_seat->plan().isOpen());
    }
    m_split->setSizes(
        {board, std::max(300, width() - board - pixels - 2 * m_split->handleWidth()), pixels});
}

QByteArray WatchPage::saveLayout() const
{
    return m_split->saveState();
}

void WatchPage::restoreLayout(const QByteArray& state)
{
    if (!state.isEmpty()) {
        m_split->restoreState(state);
    }
}

} // namespace sz::widgets
