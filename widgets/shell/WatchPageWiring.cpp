// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who tells whom on the watch: signals of the parts, connected once.
#include "maps/view/MapPanel.h"
#include "widgets/actions/CommandLine.h"
#include "widgets/actions/FindPalette.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Toast.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/frame/OutboxCard.h"
#include "widgets/frame/TimeParts.h"
#include "widgets/frame/TopBar.h"
#include "widgets/intake/AmendSheet.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/models/MatterWords.h"
#include "widgets/models/TakeBack.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/rounds/RoundAlarmRow.h"
#include "widgets/shell/Attaching.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/CardActs.h"
#include "widgets/shell/CareActs.h"
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
#include "widgets/shell/WatchPage.h"
#include "widgets/watch/AreaCard.h"
#include "widgets/watch/BoardView.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/RosterStrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QShortcut>
#include <QSplitter>

namespace sz::widgets {

namespace {

constexpr double kLookZoom = 12.6;

} // namespace

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
    connect(&panel, &maps::MapPanel::placeClicked, this, [this](const plan::Place& place) {
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
    connect(m_undoing, &Undoing::undone, promises, &PromiseOrders::reopen);
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

} // namespace sz::widgets
