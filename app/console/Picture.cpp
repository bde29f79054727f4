// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Picture.h"

#include "app/console/GroundPicture.h"
#include "app/console/HandoverPicture.h"
#include "app/console/PictureKeys.h"
#include "app/console/RosterPicture.h"
#include "app/console/RoundsPicture.h"
#include "app/console/SupervisionPicture.h"
#include "app/console/TimePicture.h"
#include "widgets/actions/CommandLine.h"
#include "widgets/actions/FindPalette.h"
#include "widgets/common/Language.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/RelateSheet.h"
#include "widgets/orders/DecideSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/ReliefSheet.h"
#include "widgets/people/SignOnSheet.h"
#include "widgets/score/BriefPage.h"
#include "widgets/score/ScorePage.h"
#include "widgets/shell/CareActs.h"
#include "widgets/shell/KeyActs.h"
#include "widgets/shell/LateActs.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/Relating.h"
#include "widgets/shell/ReportRoom.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/WatchPage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPixmap>

#include <algorithm>

namespace sz::app {
namespace {

const QByteArray kPictureSecret("picture of the sample");
constexpr int kPatienceMs = 20'000;
constexpr Millis kOfflineFor{192'000}; ///< 3 min 12 s, as in the mock-up

} // namespace

// The one with the longest story stands open: the closed training school of the sample.
IncidentId Picture::leading() const
{
    const model::Incident* best = nullptr;
    for (const auto& [id, incident] : m_desk.incidents()) {
        const bool isOpen = incident->state != model::IncidentState::Closed;
        if (isOpen && (best == nullptr || incident->trace.size() > best->trace.size())) {
            best = incident.get();
        }
    }
    return best != nullptr ? best->id : IncidentId();
}

bool addPicturePeople(const LocalHeadquarters& local, const UnitCode& unit)
{
    struct Duty
    {
        const char* name;
        const char* pinyin;
        const char* initials;
    };
    const QString post = unit == UnitCode("HQ")
                             ? QStringLiteral("HQ-chief")
                             : QString::fromStdString(unit.value) + QStringLiteral("-desk");
    for (const Duty& duty :
         {Duty{"值班员甲", "zhibanyuanjia", "zbyj"}, Duty{"值班员乙", "zhibanyuanyi", "zbyy"},
          Duty{"接班员丙", "jiebanyuanbing", "jbyb"}}) {
        if (!local.addPerson(
                unit, QString::fromUtf8(duty.name), post, QString::fromLatin1(duty.pinyin),
                QString::fromLatin1(duty.initials), kPictureSecret)) {
            return false;
        }
    }
    return true;
}

// The sheet with its list, or the board of somebody who has signed on while another's password is refused.
bool Picture::setSignOn()
{
    widgets::WatchPage& page = m_window.page();
    if (!waitFor([&] { return m_desk.seat().people.size() == 3; }, kPatienceMs)) {
        return false;
    }
    page.openSignOn();
    if (m_screen == u"sign-on") {
        type(page.right().signOn(), "personEdit", QStringLiteral("zby"));
        return true;
    }
    const model::Person& first = m_desk.seat().people.front();
    m_desk.signOn(first.code, first.posts.front(), kPictureSecret.toStdString());
    if (!waitFor([&] { return m_desk.seat().grant.has_value(); }, kPatienceMs)) {
        return false;
    }
    page.openSignOn();
    type(page.right().signOn(), "personEdit", QStringLiteral("jbyb\n"));
    type(page.right().signOn(), "secretEdit", QStringLiteral("not this\n"));
    return waitFor([&] { return m_desk.seat().refusal.has_value(); }, kPatienceMs);
}

// Sealed, and opened once: a picture shows that somebody looked, never what was read.
bool Picture::setContact()
{
    std::ignore = m_desk.sealContact(leading(), "8-0000");
    const auto contact = [&]() -> const model::Contact* {
        const auto incident = m_desk.incident(leading());
        return incident == nullptr || incident->contacts.empty() ? nullptr
                                                                 : &incident->contacts.front();
    };
    if (!waitFor([&] { return contact() != nullptr; }, kPatienceMs)) {
        return false;
    }
    std::ignore = m_desk.openContact(leading(), contact()->id);
    return waitFor([&] { return contact()->openings == 1; }, kPatienceMs);
}

// An order that needs more time: the sheet that asks, or the one that decides, at the seat that may not because it has asked.
bool Picture::setCare()
{
    const auto order = [&]() -> const model::Order* {
        const auto incident = m_desk.incident(leading());
        if (incident == nullptr) {
            return nullptr;
        }
        const auto open = std::ranges::find_if(incident->orders, &model::Order::isOpen);
        return open == incident->orders.end() ? nullptr : &*open;
    };
    widgets::CareActs& care = m_window.page().care();
    const QString why = isChinese()
                            ? QStringLiteral("学员去向尚有 119 人未核实，家长电话未接通")
                            : QStringLiteral("119 pupils not traced yet, parents do not answer");
    if (order() == nullptr) {
        return false;
    }
    if (m_screen == u"relief") {
        care.relief(leading(), order()->id);
        type(m_window.page().right().relief(), "reliefReasonEdit", why);
        return true;
    }
    std::ignore = m_desk.perform(
        leading(), model::AskRelief{order()->id, model::Relief::Extend, 120, why.toStdString()});
    if (!waitFor([&] { return order()->ask.has_value(); }, kPatienceMs)) {
        return false;
    }
    care.decide(leading(), order()->id);
    return true;
}

// The longest story of the sample becomes a major incident: two belong to it, one was the same, one is an early sign.
bool Picture::setRelated()
{
    std::vector<model::IncidentPtr> others;
    for (const auto& [id, incident] : m_desk.incidents()) {
        if (incident->state != model::IncidentState::Closed && id != leading()) {
            others.push_back(incident);
        }
    }
    std::ranges::stable_sort(
        others, {}, [](const model::IncidentPtr& i) { return i->orders.size(); });
    if (others.size() < 4) {
        return false;
    }
    const IncidentId same = others.front()->id;
    std::ignore = m_desk.perform(same, model::MergeIncident{leading(), "-"});
    std::ignore = m_desk.perform(
        others[1]->id, model::WatchIncident{m_tick.now() + std::chrono::days(3), "-"});
    for (const auto& part : {others[others.size() - 1], others[others.size() - 2]}) {
        std::ignore = m_desk.perform(part->id, model::GroupIncident{leading()});
    }
    std::ignore = m_desk.perform(
        others.back()->id,
        model::StateCounts{
            isChinese() ? "学员" : "Pupils",
            120,
            {{isChinese() ? "转学" : "moved", 100}, {isChinese() ? "退费" : "refunded", 20}}});
    return waitFor(
        [&] {
            const auto merged = m_desk.incident(same);
            const auto last = m_desk.incident(others.back()->id);
            return !merged->mergedInto.empty() && last->counts.has_value()
                   && m_desk.link().unsent == 0;
        },
        kPatienceMs);
}

// Games time has begun, and somebody looks at what its end would change; or a plan card before it is issued.
bool Picture::setTyped()
{
    widgets::WatchPage& page = m_window.page();
    const auto enter = [&](const QString& text) {
        page.commandLine().begin(text);
        press(
            page.commandLine().findChild<QWidget*>(QStringLiteral("commandInput")), Qt::Key_Return);
        settle(60);
    };
    if (m_screen == u"card") {
        enter(QStringLiteral("预案"));
        return true;
    }
    const std::string why = isChinese() ? "市马拉松赛，指挥部 10 月 17 日决定"
                                        : "city marathon, decided by the command office";
    std::ignore = m_desk.setMode(model::StartMode{plan::Mode::Games, why});
    if (!waitFor(
            [&] { return m_desk.mode().mode == plan::Mode::Games && !m_desk.mode().isUnsent; },
            kPatienceMs)) {
        return false;
    }
    enter(
        isChinese() ? QStringLiteral("平时 赛事结束") : QStringLiteral("normal the race is over"));
    return true;
}

// A figure is open in each: what it was made of stands below.
bool Picture::setReports()
{
    widgets::ReportRoom& room = m_window.page().reports();
    const bool isScore = m_screen == u"score";
    isScore ? room.showScores() : room.showBrief();
    if (!waitFor([&] { return !room.scores().isBusy() && !room.brief().isBusy(); }, kPatienceMs)) {
        return false;
    }
    auto* target = isScore ? room.scores().findChild<QWidget*>(QStringLiteral("scoreTable"))
                           : room.brief().findChild<QWidget*>(QStringLiteral("briefPaper"));
    if (isScore) {
        for (int i = 0; i < 9; ++i) {
            press(target, Qt::Key_Right);
        }
        for (int i = 0; i < 4; ++i) {
            press(target, Qt::Key_Down); // somebody who was late
        }
        room.scores().findChild<QAbstractButton*>(QStringLiteral("scoreRowsButton"))->click();
        target->setFocus();
    } else {
        press(target, Qt::Key_Tab);
        press(target, Qt::Key_Return);
    }
    return true;
}

bool Picture::setScene()
{
    widgets::WatchPage& page = m_window.page();
    page.alarms().setFlashing(false);
    page.seat().layers().startPlain();
    page.select(leading());
    if (m_screen.startsWith(u"sign")) {
        return setSignOn();
    }
    if (m_screen == u"roll") {
        return setRollScene(m_window, m_desk, m_tick);
    }
    if (m_screen == u"rounds") {
        return setRoundsScene(m_window, m_desk, m_tick);
    }
    if (m_screen == u"handover") {
        return setHandoverScene(m_window, m_desk, m_tick);
    }
    if (isRosterScreen(m_screen)) {
        return setRosterScene(m_screen, m_window, m_desk, m_tick);
    }
    if (isSupervisionScreen(m_screen)) {
        return setSupervisionScene(m_screen, m_window, m_desk, m_tick);
    }
    if (isGroundScreen(m_screen)) {
        return setGroundScene(m_screen, m_window, m_desk, m_tick.now());
    }
    if (isTimeScreen(m_screen)) {
        return setTimeScene(m_screen, m_window, m_window.size(), leading());
    }
    if (m_screen == u"new-report") {
        page.openIntake();
        type(
            page.right().intake(), "narrativeEdit",
            isChinese() ? QStringLiteral("餐馆后门停了一辆面包车，车里有二三十个液化气罐，有人正往"
                                         "店里搬。路口较窄，行人多。")
                        : QStringLiteral("A van behind a restaurant holds some 30 gas cylinders; "
                                         "people carry them inside."));
        type(page.right().intake(), "placeEdit", QStringLiteral("tjd\n"));
        return waitFor([&] { return m_window.page().isComplete(); }, kPatienceMs);
    }
    if (m_screen == u"order") {
        page.openOrder(leading());
        type(
            page.right().order(), "orderTextEdit",
            isChinese() ? QStringLiteral("学员去向逐人核对，今日 18 时前报数")
                        : QStringLiteral("Match every pupil; report the counts by 18:00"));
        type(page.right().order(), "unitEdit", QStringLiteral("wc\njy\n"));
        return true;
    }
    if (m_screen == u"amend") {
        page.openAmend(leading());
        return true;
    }
    if (m_screen == u"late") {
        page.seat().late().open();
        return page.seat().late().isOpen();
    }
    if (m_screen == u"keys") {
        page.seat().keys().openSheet();
        return true;
    }
    if (m_screen == u"find") {
        page.find().open();
        type(
            page.find(), "findEdit",
            isChinese() ? QStringLiteral("武昌") : QStringLiteral("wuchang"));
        return true;
    }
    if (m_screen == u"mode" || m_screen == u"card") {
        return setTyped();
    }
    if (m_screen == u"relief" || m_screen == u"decide") {
        return setCare();
    }
    if (m_screen.startsWith(u"force")) {
        return setForce();
    }
    if (m_screen.startsWith(u"decision")) {
        return setDecision();
    }
    if (m_screen == u"related") {
        return setRelated();
    }
    if (m_screen == u"relate") {
        const bool isSet = setRelated();
        page.relating().openRelate(leading());
        type(
            page.right().relate(), "relateOtherEdit",
            isChinese() ? QStringLiteral("路") : QStringLiteral("a"));
        return isSet;
    }
    if (m_screen == u"contact") {
        return setContact();
    }
    if (m_screen == u"score" || m_screen == u"brief") {
        return setReports();
    }
    if (m_screen == u"offline") {
        m_cut();
        if (!waitFor(
                [&] { return m_desk.link().state == desk::LinkState::Offline; }, kPatienceMs)) {
            return false;
        }
        const auto note = [&](const char* zh, const char* en) {
            return model::AddNote{isChinese() ? zh : en};
        };
        std::ignore = m_desk.perform(
            leading(), note("校区门口约 40 人，秩序正常", "About 40 people at the gate, all calm"));
        std::ignore = m_desk.perform(
            leading(), note("电话已通知市场监管", "Market regulation told by phone"));
        if (!waitFor([&] { return m_desk.link().unsent == 2; }, kPatienceMs)) {
            return false;
        }
        m_advance(kOfflineFor);
        return true;
    }
    if (m_screen == u"watch" && m_desk.unit() == UnitCode("HQ")) {
        page.commandLine().begin(
            isChinese() ? QStringLiteral("派 武昌，教育 24h")
                        : QStringLiteral("order wuchang,education 24h"));
    }
    return true;
}

QString Picture::take(const QString& file, QSize size)
{
    m_window.resize(size);
    m_window.activateWindow();
    const bool isLive = waitFor(
        [&] {
            return m_desk.link().state == desk::LinkState::Live && m_desk.incidents().size() > 10;
        },
        kPatienceMs);
    if (!isLive && m_desk.incidents().empty()) {
        return QStringLiteral("the desk did not become live: %1")
            .arg(QString::fromStdString(m_desk.link().detail));
    }
    m_tick.tick();
    if (!setScene()) {
        return QStringLiteral("the screen %1 did not come up").arg(m_screen);
    }
    m_tick.tick();
    settle(100);
    if (!isTimeScreen(m_screen)
        && !waitFor([&] { return m_window.page().isComplete(); }, kPatienceMs)) {
        return QStringLiteral("the map did not settle");
    }
    settle(150);
    const QPixmap picture = timePicture(m_screen, m_window);
    return picture.save(file, "PNG") ? QString() : QStringLiteral("cannot write %1").arg(file);
}

} // namespace sz::app
