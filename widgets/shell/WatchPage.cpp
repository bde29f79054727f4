// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/WatchPage.h"

#include "data/desk/OnResult.h"
#include "data/model/ShiftDuty.h"
#include "maps/view/MapPanel.h"
#include "widgets/actions/CommandLine.h"
#include "widgets/actions/FindPalette.h"
#include "widgets/common/Durations.h"
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
#include "widgets/models/MatterWords.h"
#include "widgets/models/ReportSteps.h"
#include "widgets/models/TakeBack.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/people/SignOnSheet.h"
#include "widgets/rounds/RoundAlarmRow.h"
#include "widgets/shell/AlarmWatch.h"
#include "widgets/shell/Attaching.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/CardActs.h"
#include "widgets/shell/CareActs.h"
#include "widgets/shell/Coalescer.h"
#include "widgets/shell/ConflictWatch.h"
#include "widgets/shell/ContactReader.h"
#include "widgets/shell/Corrections.h"
#include "widgets/shell/Decisions.h"
#include "widgets/shell/DrawActs.h"
#include "widgets/shell/Handing.h"
#include "widgets/shell/LateActs.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/MatterRefiling.h"
#include "widgets/shell/ModeSwitch.h"
#include "widgets/shell/Pages.h"
#include "widgets/shell/Performer.h"
#include "widgets/shell/PlaceActs.h"
#include "widgets/shell/PlanChanging.h"
#include "widgets/shell/PlanWatch.h"
#include "widgets/shell/PrintActs.h"
#include "widgets/shell/PromiseOrders.h"
#include "widgets/shell/Relating.h"
#include "widgets/shell/Replaying.h"
#include "widgets/shell/ReplayPage.h"
#include "widgets/shell/ReportRoom.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/RollCalls.h"
#include "widgets/shell/Rostering.h"
#include "widgets/shell/Rounding.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/SoundActs.h"
#include "widgets/shell/Supervising.h"
#include "widgets/shell/TaskForces.h"
#include "widgets/shell/Undoing.h"
#include "widgets/shell/VideoActs.h"
#include "widgets/watch/AreaCard.h"
#include "widgets/watch/BoardView.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/RosterStrip.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kNarrow = 1500; ///< below this the laptop layout (design §10)
constexpr int kBoardWide = 424;
constexpr int kBoardNarrow = 328;
constexpr double kLookZoom = 12.6;
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

void WatchPage::wireDesk()
{
    connect(&m_desk, &desk::Desk::changed, this, &WatchPage::takeChanges);
    connect(&m_desk, &desk::Desk::linkChanged, this, &WatchPage::takeLink);
    connect(&m_desk, &desk::Desk::noticed, m_notices, &NoticeStrip::addNotice);
    connect(&m_desk, &desk::Desk::outboxChanged, this, [this] {
        m_outbox->setOutbox(m_desk.outbox());
        takeLink(m_desk.link());
    });
    connect(&m_desk, &desk::Desk::seatChanged, this, &WatchPage::takeSeat);
    connect(m_performer, &Performer::said, this, &WatchPage::say);
    connect(m_performer, &Performer::refused, this, &WatchPage::say);
}

void WatchPage::wireBoard()
{
    connect(m_board, &BoardView::selected, this, &WatchPage::select);
    connect(m_board, &BoardView::opened, this, [this](const IncidentId& id) {
        if (m_relating->follow(id)) {
            return;
        }
        const auto incident = m_desk.incident(id);
        const plan::Area* area =
            incident ? m_seat->planWatch().plan()->area(incident->place.area) : nullptr;
        if (incident && (incident->place.point || area != nullptr)) {
            m_map->panel().flyTo(
                incident->place.point.value_or(area != nullptr ? area->label : Wgs84{}), kLookZoom);
        }
    });
    connect(m_board, &BoardView::acknowledgeRequested, m_alarms, &AlarmRow::acknowledgeCurrent);
    connect(m_board, &BoardView::reconnectRequested, &m_desk, &desk::Desk::reconnectNow);
    connect(m_board, &BoardView::newReportRequested, this, &WatchPage::openIntake);
}

void WatchPage::wireMap()
{
    maps::MapPanel& panel = m_map->panel();
    connect(&panel, &maps::MapPanel::marksClicked, this, &WatchPage::pickFromCluster);
    connect(&panel, &maps::MapPanel::areaClicked, this, [this](int number) {
        m_clickedArea = number;
        m_map->panel().selectArea(number);
        showArea(number);
    });
    // What lies under the cursor is named at once; when it leaves, the chosen area is back.
    connect(&panel, &maps::MapPanel::hoveredAreaChanged, this, [this](int number) {
        showArea(number != 0 ? number : m_clickedArea);
    });
    connect(&panel, &maps::MapPanel::placeClicked, this, [this](const plan::Place& clicked) {
        const LayerActs& layers = m_seat->layers();
        const plan::Place place = plan::byOutlines(clicked, layers.plan(), layers.shapes());
        if (m_right->currentWidget() == &m_right->amend()) {
            m_right->amend().setPlace(place);
        } else {
            m_right->intake().setPlace(place);
        }
    });
    connect(m_area, &AreaCard::incidentClicked, this, &WatchPage::select);
    connect(m_area, &AreaCard::dutyRequested, m_roster, &RosterStrip::showDuty);
    connect(m_area, &AreaCard::nextAreaRequested, this, [this] {
        const auto count = static_cast<int>(m_desk.plan().areas.size());
        m_clickedArea = m_area->area() % std::max(count, 1) + 1;
        m_map->panel().selectArea(m_clickedArea);
        showArea(m_clickedArea);
    });
    const auto dial = [this](const QString& phone) {
        QGuiApplication::clipboard()->setText(phone);
        say(tr("%1 copied: dial it on the desk phone").arg(phone));
    };
    connect(m_area, &AreaCard::dialRequested, this, dial);
    PlanWatch& plans = m_seat->planWatch();
    m_area->setPlan(plans.plan());
    connect(&plans, &PlanWatch::turned, m_area, &AreaCard::setPlan);
    connect(&plans, &PlanWatch::noticed, m_notices, &NoticeStrip::addNotice);
    connect(&panel, &maps::MapPanel::areaClicked, &m_seat->plan(), &PlanChanging::setArea);
    connect(&m_seat->plan(), &PlanChanging::opened, this, [this] { fitRight(m_rightWidth); });
    PlaceActs& places = m_seat->places();
    connect(&places, &PlaceActs::dialRequested, this, dial);
    connect(&places, &PlaceActs::incidentRequested, this, &WatchPage::goTo);
    // The card of the place says all that the card of its area does.
    connect(&places, &PlaceActs::opened, this, [this] { m_area->hide(); });
    connect(&places, &PlaceActs::left, this, [this] { showArea(m_clickedArea); });
    connect(m_roster, &RosterStrip::dialRequested, this, dial);
}

void WatchPage::wireDetail()
{
    DetailPane& detail = m_right->detail();
    detail.setActor(m_desk.actor());
    new ContactReader(m_desk, detail, this);
    connect(&detail, &DetailPane::requestOrder, this, &WatchPage::openOrder);
    connect(&detail, &DetailPane::requestRemind, m_performer, &Performer::remind);
    connect(&detail, &DetailPane::requestSign, m_performer, &Performer::sign);
    connect(&detail, &DetailPane::requestClaim, m_performer, &Performer::claim);
    connect(&detail, &DetailPane::requestProgress, m_performer, &Performer::progress);
    connect(&detail, &DetailPane::requestAmend, this, &WatchPage::openAmend);
    connect(&detail, &DetailPane::requestNote, this, [this](const IncidentId& id) {
        ask(id, noteTask);
    });
    connect(&detail, &DetailPane::requestCounts, this, [this](const IncidentId& id) {
        ask(id, countsTask);
    });
    connect(&detail, &DetailPane::requestClose, this, [this](const IncidentId& id) {
        ask(id, closeTask);
    });
    connect(&detail, &DetailPane::requestReport, this, [this](const IncidentId& id) {
        ask(id, [this](const model::Incident& i) { return nextReport(i); });
    });
    connect(
        &detail, &DetailPane::requestFeedback, this,
        [this](const IncidentId& id, const OrderId& order) { askOrder(id, order, feedbackTask); });
    connect(
        &detail, &DetailPane::requestFinish, this,
        [this](const IncidentId& id, const OrderId& order) { askOrder(id, order, finishTask); });
    connect(
        &detail, &DetailPane::requestReturn, this,
        [this](const IncidentId& id, const OrderId& order) { askOrder(id, order, returnTask); });
    connect(m_right, &RightPane::widthWanted, this, &WatchPage::fitRight);
    connect(
        new Attaching(m_desk, *m_board, *m_model, *m_right, this), &Attaching::said, this,
        &WatchPage::say);
}

void WatchPage::wireRelating()
{
    connect(m_relating, &Relating::said, this, &WatchPage::say);
    connect(m_relating, &Relating::left, this, &WatchPage::leaveSheet);
    connect(m_relating, &Relating::saved, this, [this] {
        m_corrections->saved();
        leaveSheet();
    });
    connect(m_relating, &Relating::incidentChosen, this, &WatchPage::goTo);
    const auto* videos = new VideoActs(m_desk, m_theme, *m_right, this);
    connect(videos, &VideoActs::left, this, &WatchPage::leaveSheet);
    connect(videos, &VideoActs::said, this, &WatchPage::say);
    connect(m_undoing, &Undoing::said, this, &WatchPage::say);
    connect(m_undoing, &Undoing::undone, this, &WatchPage::goTo);
}

void WatchPage::wireForces()
{
    connect(m_command, &CommandLine::forceRequested, m_forces, &TaskForces::open);
    const auto wire = [this](auto* part) {
        using Part = std::remove_pointer_t<decltype(part)>;
        connect(part, &Part::said, this, &WatchPage::say);
        connect(part, &Part::left, this, &WatchPage::leaveSheet);
        connect(part, &Part::incidentChosen, m_board, &BoardView::select);
    };
    wire(m_forces);
    wire(m_decisions);
    connect(m_forces, &TaskForces::performed, m_corrections, &Corrections::saved);
    m_corrections->addForm([this](const IncidentId& id, const model::Act& refused) {
        return m_forces->reopen(id, refused);
    });
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

void WatchPage::wireSheets()
{
    IntakeSheet& intake = m_right->intake();
    connect(&intake, &IntakeSheet::placingRequested, &m_map->panel(), &maps::MapPanel::setPlacing);
    connect(&intake, &IntakeSheet::placeChanged, this, [this](const plan::Place& place) {
        showPlace(place, tr("New report"));
    });
    connect(&intake, &IntakeSheet::duplicateActivated, this, [this](const IncidentId& id) {
        m_board->select(id);
    });
    connect(&intake, &IntakeSheet::registered, this, [this](const desk::Receipt& receipt) {
        m_corrections->saved();
        if (leaveForm(m_right->intake())) {
            select(receipt.incident);
        }
        say(m_desk.link().state == desk::LinkState::Live
                ? tr("Saved: report registered")
                : tr("Saved on this desk, will be sent: report registered"));
    });
    connect(
        &intake, &IntakeSheet::ordersIssued, this,
        [this](const IncidentId& incident, const std::vector<OrderId>& orders) {
            const auto count = static_cast<int>(orders.size());
            m_undoing->offer( // the orders: that it was reported stays
                m_desk.link().state == desk::LinkState::Live
                    ? tr("Saved: report registered, %n orders issued", nullptr, count)
                    : tr("Saved on this desk, will be sent: report registered, %n orders issued",
                         nullptr, count),
                incident, withdrawing(orders));
        });
    connect(&intake, &IntakeSheet::ordersRefused, this, &WatchPage::say);
    connect(&intake, &IntakeSheet::contactRefused, this, &WatchPage::say);
    connect(&intake, &IntakeSheet::closed, this, &WatchPage::leaveSheet);
    connect(&intake, &IntakeSheet::registered, this, [this] {
        m_map->panel().setPin(std::nullopt, {});
    });
    connect(&m_right->order(), &OrderSheet::closed, this, &WatchPage::leaveSheet);
    connect(
        &m_right->order(), &OrderSheet::issued, this,
        [this](const desk::Receipt& receipt, const model::IssueOrders& act) {
            m_corrections->saved();
            if (leaveForm(m_right->order())) {
                select(receipt.incident);
            }
            const auto known = m_desk.incident(receipt.incident);
            m_undoing->offer(
                m_desk.link().state == desk::LinkState::Live
                    ? tr("Saved: orders issued")
                    : tr("Saved on this desk, will be sent: orders issued"),
                receipt.incident,
                known == nullptr ? std::vector<model::Act>{} : takingBack(act, *known));
        });
    AmendSheet& amend = m_right->amend();
    connect(&amend, &AmendSheet::placingRequested, &m_map->panel(), &maps::MapPanel::setPlacing);
    connect(&amend, &AmendSheet::placeChanged, this, [this](const plan::Place& place) {
        showPlace(place, tr("New place"));
    });
    connect(&amend, &AmendSheet::closed, this, &WatchPage::leaveSheet);
    connect(&amend, &AmendSheet::amended, this, [this] {
        m_corrections->saved();
        leaveForm(m_right->amend());
        say(m_desk.link().state == desk::LinkState::Live
                ? tr("Saved: put right")
                : tr("Saved on this desk, will be sent: put right"));
    });
}

// The place a form speaks of.
void WatchPage::showPlace(const plan::Place& place, const QString& label)
{
    m_map->panel().setPin(place.point, place.point ? label : QString());
    m_map->panel().selectArea(place.area);
    showArea(place.area);
}

void WatchPage::wireWords()
{
    connect(&m_right->words(), &WordSheet::closed, this, &WatchPage::leaveSheet);
    connect(&m_right->words(), &WordSheet::performed, this, [this] {
        m_corrections->saved();
        leaveForm(m_right->words());
        say(m_desk.link().state == desk::LinkState::Live ? tr("Saved")
                                                         : tr("Saved on this desk, will be sent"));
    });
    const ModeParts parts{*m_top, *m_command, *m_find, *m_right, *m_roster, *m_notices};
    const auto follow = [this]<class Acts>(Acts* acts) {
        connect(acts, &Acts::closed, this, &WatchPage::leaveSheet);
        connect(acts, &Acts::performed, this, &WatchPage::leaveFormSaying);
    };
    follow(m_care);
    auto* mode = new ModeSwitch(m_desk, m_theme, m_tick, parts, this);
    connect( // before the sheet is left, which forgets what was opened for which line
        mode, &ModeSwitch::performed, m_corrections, &Corrections::saved);
    follow(mode);
    connect(mode, &ModeSwitch::said, this, &WatchPage::say);
    m_corrections->addMatterForm([mode](const desk::OutboxLine& line) {
        const auto turn = modeActOf(line);
        return turn && mode->reopen(*turn);
    });
    auto* refiling = new MatterRefiling(m_desk, m_theme, *m_right, this);
    connect(refiling, &MatterRefiling::performed, m_corrections, &Corrections::saved);
    connect(
        refiling, &MatterRefiling::refiled, this,
        [this](std::uint64_t counter, const QString& what) {
            m_corrections->refiled(counter);
            say(what);
        });
    follow(refiling);
    connect(refiling, &MatterRefiling::said, this, &WatchPage::say);
    connect(&m_seat->drawing(), &DrawActs::saved, m_corrections, &Corrections::saved);
    connect(&m_seat->drawing(), &DrawActs::putAway, m_corrections, &Corrections::forget);
    refiling->setRedraw([this](const model::Draw& refused) { m_seat->drawing().reopen(refused); });
    m_corrections->addMatterForm(
        [refiling](const desk::OutboxLine& line) { return refiling->reopen(line); });
    follow(new CardActs(m_desk, m_theme, m_tick, *m_command, *m_right, *m_undoing, this));
    connect(&m_right->detail(), &DetailPane::requestRating, m_command, [this] {
        m_command->begin(
            tr("rate", "begins the command line; one of its words") + QLatin1Char(' '));
    });
    connect(m_command, &CommandLine::performed, this, &WatchPage::say);
    connect(m_command, &CommandLine::textChanged, this, &WatchPage::placeToast);
    connect(m_toast, &Toast::showing, this, &WatchPage::placeToast);
    connect(m_command, &CommandLine::undoOffered, m_undoing, &Undoing::offer);
    connect(m_command, &CommandLine::incidentRequested, this, &WatchPage::goTo);
    connect(m_find, &FindPalette::incidentRequested, this, &WatchPage::goTo);
    connect(m_find, &FindPalette::said, this, &WatchPage::say);
    connect(m_find, &FindPalette::dutyRequested, this, [this](const QString& unit) {
        m_command->begin(QLatin1Char('?') + unit);
    });
    connect(m_find, &FindPalette::placeRequested, this, [this](const plan::Place& place) {
        m_clickedArea = place.area;
        m_map->panel().selectArea(place.area);
        showArea(place.area);
        const plan::Area* area = m_seat->planWatch().plan()->area(place.area);
        if (place.point || area != nullptr) {
            m_map->panel().flyTo(
                place.point.value_or(area != nullptr ? area->label : Wgs84{}), kLookZoom);
        }
        if (place.point
            && !place.isApproximate) { // a point that somebody gave: who is responsible there
            m_seat->places().show(*place.point);
        }
    });
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

void WatchPage::wireFrame()
{
    m_supervising = new Supervising(m_desk, m_theme, m_tick, *m_split, *this);
    connect(m_rounds, &Rounding::said, this, &WatchPage::say);
    connect(m_rounds, &Rounding::left, this, &WatchPage::leaveSheet);
    m_rounds->rolls().setNotices(m_notices);
    connect(&m_rounds->rolls(), &RollCalls::incidentChosen, m_board, &BoardView::select);
    m_find->addCommand(tr("Roll call"), [this] { m_rounds->rolls().begin(false); });
    m_seat->sounds().setRounds(
        [this](bool isOwnTurn) { return m_rounds->alarms().heard(isOwnTurn); });
    m_handing = new Handing(m_desk, m_theme, m_tick, *m_split, *this);
    auto* handover =
        new KeycapButton(m_theme, QKeySequence(Qt::Key_F10), tr("Hand over"), m_command);
    handover->setObjectName(QStringLiteral("handoverButton"));
    handover->findChild<QShortcut*>()->setEnabled(false); // printed here, bound by the page
    connect(handover, &KeycapButton::clicked, m_handing, &Handing::open);
    m_command->addKeycap(handover);
    connect(m_handing, &Handing::incidentRequested, this, &WatchPage::goTo);
    auto* promises = new PromiseOrders(m_desk, m_tick, *m_right, this);
    connect(promises, &PromiseOrders::said, this, &WatchPage::say);
    connect(
        m_handing, &Handing::orderRequested, this,
        [this, promises](const std::string& promise, const IncidentId& id) {
            goTo(id);
            promises->open(promise, id);
        });
    m_rostering = new Rostering(m_desk, m_theme, m_tick, *m_split, *this);
    m_replaying =
        new Replaying(m_desk, m_theme, *m_split, QList<QWidget*>{m_command, m_roster}, *this);
    connect(m_replaying, &Replaying::made, this, [this](ReplayPage& page) {
        page.todaysMap = [this] { return m_map->panel().overlays(); };
        page.hasBaseMap = [this] { return m_map->panel().baseMap() != nullptr; };
        m_seat->baseMap().alsoOn(page.map().panel(), [&page](const QString& text) {
            page.map().setBaseCredit(text); // the page is there as long as its map
        });
    });
    m_map->addTool(m_replaying->button());
    m_seat->print().setPast([this]() -> std::optional<PrintActs::Past> {
        if (!m_replaying->isOpen() || m_replaying->page().past() == nullptr) {
            return std::nullopt;
        }
        ReplayPage& page = m_replaying->page();
        return PrintActs::Past{&page.map().panel(), page.past()->now, page.selected().value};
    });
    m_pages = new Pages(
        *m_top, *m_supervising, *m_rostering, *m_reports, *m_handing, *m_replaying, *m_right, this);
    new ConflictWatch(m_desk, m_tick, *m_roster, this);
    connect(
        &m_desk, &desk::Desk::shiftChanged, this,
        [this] { // who is on duty is one answer everywhere
            m_roster->setActs(m_desk.shift());
            m_area->setActs(m_desk.shift());
            refreshSeat();
        });
    connect(m_rostering, &Rostering::opening, m_toast, &Toast::endOffer); // has a Ctrl+Z of its own
    connect(m_rostering, &Rostering::dutyRequested, m_roster, &RosterStrip::showDuty);
    for (StandIn* page : std::initializer_list<StandIn*>{
             m_supervising, m_rostering, m_reports, m_handing, m_replaying}) {
        connect(page, &StandIn::said, this, &WatchPage::say);
        if (page
            != m_reports) { // closed by Esc it says so itself, closed by another page the focus is there
            connect(page, &StandIn::closed, m_board, qOverload<>(&QWidget::setFocus));
        }
    }
    connect(m_pages, &Pages::watchChosen, m_seat, &SeatTools::focusList);
    connect(m_supervising, &Supervising::incidentRequested, this, &WatchPage::goTo);
    connect(m_alarms, &AlarmRow::acknowledgeRequested, m_performer, &Performer::acknowledge);
    connect(m_board, &BoardView::raiseRequested, m_alarms, &AlarmRow::raiseCurrent);
    connect(m_alarms, &AlarmRow::raiseRequested, m_performer, &Performer::raise);
    connect(m_board, &BoardView::shelveRequested, m_alarms, &AlarmRow::shelveCurrent);
    connect(m_alarms, &AlarmRow::shelveRequested, this, [this](const Alarm& alarm) {
        m_board->select(alarm.incident->id);
        m_right->ask(shelveTask(*alarm.incident, alarm.step));
    });
    connect(&m_seat->late(), &LateActs::opening, m_pages, &Pages::leave);
    connect(m_seat, &SeatTools::said, this, &WatchPage::say);
    connect(m_seat, &SeatTools::incidentChosen, this, &WatchPage::select);
    connect(m_alarms, &AlarmRow::remindRequested, m_performer, &Performer::remindAll);
    connect(m_alarms, &AlarmRow::incidentActivated, m_pages, &Pages::leave);
    connect(m_alarms, &AlarmRow::incidentActivated, m_board, &BoardView::select);
    connect(m_reports, &ReportRoom::incidentRequested, this, &WatchPage::goTo);
    connect(m_reports, &ReportRoom::left, m_board, qOverload<>(&QWidget::setFocus));
    connect(m_top, &TopBar::linkActivated, this, [this] {
        m_wantsOutbox = !m_wantsOutbox;
        takeLink(m_desk.link());
    });
    m_outbox->setNaming(
        [this](const IncidentId& id) {
            const auto incident = m_desk.incident(id);
            return incident
                       ? shortNumberText(*incident) + QLatin1Char(' ') + shortTitleText(*incident)
                       : QString();
        },
        [this](const IncidentId& id) { return m_desk.incident(id); });
    connect(m_outbox, &OutboxCard::reconnectRequested, &m_desk, &desk::Desk::reconnectNow);
    connect(m_outbox, &OutboxCard::incidentActivated, m_board, &BoardView::select);
    connect(m_outbox, &OutboxCard::dismissRequested, &m_desk, &desk::Desk::dismissRejected);
    connect(m_outbox, &OutboxCard::correctRequested, m_corrections, &Corrections::begin);
    connect(m_corrections, &Corrections::said, this, &WatchPage::say);
    connect(m_corrections, &Corrections::incidentChosen, m_board, &BoardView::select);
    connect(m_outbox, &OutboxCard::closeRequested, this, [this] {
        m_wantsOutbox = false;
        m_outbox->hide();
    });
    refreshSeat();
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
