// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/HandoverPicture.h"

#include "data/model/ShiftDuty.h"
#include "widgets/common/Language.h"
#include "widgets/common/TickTimer.h"
#include "widgets/handover/HandoverPage.h"
#include "widgets/shell/Handing.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/WatchPage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>

namespace sz::app {
namespace {

constexpr int kPatienceMs = 20'000;

template <class Condition>
bool waitFor(Condition condition)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition() && waited.elapsed() < kPatienceMs) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    }
    return condition();
}

std::string said(const char* zh, const char* en)
{
    return widgets::uiLanguage() == widgets::Language::Chinese ? zh : en;
}

bool act(desk::Desk& desk, const model::ShiftAct& what)
{
    auto future = desk.performShift(what);
    return waitFor([&] { return future.isFinished(); }) && future.result().has_value();
}

bool promise(desk::Desk& desk, Instant now)
{
    return act(desk,
               model::MakePromise{
                   UnitCode("D02"),
                   said("增派 1 组至唐家墩", "One more team to Tangjiadun"),
                   now + Minutes(90),
                   {}})
           && act(
               desk, model::MakePromise{
                         UnitCode("L06"),
                         said("回告发电机租赁联系岗", "Tell them who rents out generators"),
                         {},
                         {}});
}

/// Ten minutes past the change: it waits for the incoming chief's word.
bool drill(desk::Desk& desk, Instant now)
{
    const auto duty = model::dutyAt(
        desk.plan(), desk.shift().get(), model::answeringPost(desk.plan(), desk.unit()), now);
    plan::Place place;
    place.district = desk.plan().districts.at(1).code;
    place.text = desk.plan().districts.at(1).name.zh;
    return duty
           && act(
               desk,
               model::PlanDrill{
                   said("防汛演练", "Flood drill"), duty->until + Minutes(10), "", place})
           && act(
               desk, model::TellEndpoint{
                         UnitCode("D11"), said("会议终端", "Meeting terminal"), true,
                         said("已报修，明早 8 点前恢复", "Reported; back by 08:00")});
}

} // namespace

bool setHandoverScene(widgets::MainWindow& window, desk::Desk& desk, widgets::TickTimer& tick)
{
    if (!promise(desk, tick.now()) || !drill(desk, tick.now())) {
        return false;
    }
    widgets::Handing& handing = window.page().handing();
    handing.open();
    widgets::HandoverPage& page = handing.page();
    auto* sign = page.findChild<QAbstractButton*>(QStringLiteral("handoverSignButton"));
    sign->click();
    if (!waitFor([&] { return !page.sheet().empty(); })) {
        return false;
    }
    const auto sheet = [&] { return desk.shift()->sheet(page.sheet()); };
    if (!act(
            desk, model::AddLine{
                      page.sheet(),
                      said(
                          "柴油车从汉阳走，过桥前给交管打个招呼。",
                          "The diesel lorry comes from Hanyang: tell traffic control first.")})) {
        return false;
    }
    sign->click();
    if (!waitFor([&] { return sheet()->outgoing.has_value(); })) {
        return false;
    }
    std::vector<std::string> read;
    for (std::size_t i = 0; i < sheet()->rows.size(); ++i) {
        if (i % 2 == 1) {
            read.push_back(sheet()->rows[i].row.id);
        }
    }
    return read.empty() || act(desk, model::TickRows{page.sheet(), read, true});
}

} // namespace sz::app
