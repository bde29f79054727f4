// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/RosterPicture.h"

#include "app/console/PictureKeys.h"
#include "widgets/common/TickTimer.h"
#include "widgets/roster/RosterEdits.h"
#include "widgets/roster/RosterGrid.h"
#include "widgets/roster/RosterImport.h"
#include "widgets/roster/RosterPage.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/Rostering.h"
#include "widgets/shell/WatchPage.h"

#include <QAbstractButton>
#include <QTemporaryDir>

#include <fstream>

namespace sz::app {
namespace {

constexpr int kPatienceMs = 20'000;

std::string words(const char* zh, const char* en)
{
    return isChinese() ? zh : en;
}

bool perform(desk::Desk& desk, const model::ShiftAct& act)
{
    auto future = desk.performShift(act);
    return waitFor([&] { return future.isFinished(); }, kPatienceMs) && future.result().has_value();
}

widgets::RosterPlace at(widgets::RosterPage& page, const char* post, std::size_t column)
{
    return {page.model().roster().post(PostCode(post)).value_or(0), column};
}

bool setWeek(widgets::RosterPage& page, desk::Desk& desk, Instant now)
{
    const auto columns = page.model().columns().size();
    const model::LendPosts loan{
        UnitCode("D06"),
        UnitCode("D15"),
        {},
        30,
        now - std::chrono::hours(5),
        now + std::chrono::hours(40),
        {},
        {}};
    const std::string name = words("王伟", "Wang Wei");
    return perform(desk, loan) && page.edits().clear(at(page, "D09-desk", columns - 4))
           && page.edits().assign(at(page, "HQ-chief", columns - 3), {name})
           && page.edits().assign(at(page, "HQ-video", columns - 3), {name})
           && page.edits().swap(
               at(page, "HQ-deputy", columns - 2), at(page, "HQ-deputy", columns - 1),
               words("家中有事", "at home"));
}

bool setImport(widgets::RosterPage& page)
{
    static const QTemporaryDir kFolder;
    const QString file = kFolder.filePath(QStringLiteral("roster.csv"));
    std::ofstream out(file.toStdString(), std::ios::binary);
    out << "日期,班次,岗位,人员\n";
    for (int day = 20; day < 30; ++day) {
        out << "10月" << day << "日,白班,值班长,王伟\n10月" << day << "日,夜班,值班长,李娜、张三\n";
    }
    out << "10月20日,白班,没有的岗位,王伟\n10月32日,白班,值班长,王伟\n";
    out.close();
    page.importSheet().open(file);
    return waitFor([&] { return page.importSheet().reading() != nullptr; }, kPatienceMs);
}

} // namespace

bool isRosterScreen(const QString& screen)
{
    return screen.startsWith(u"roster");
}

bool setRosterScene(
    const QString& screen,
    widgets::MainWindow& window,
    desk::Desk& desk,
    widgets::TickTimer& tick)
{
    widgets::Rostering& rostering = window.page().rostering();
    rostering.open();
    widgets::RosterPage& page = rostering.page();
    tick.tick();
    if (!setWeek(page, desk, tick.now())
        || !waitFor(
            [&] {
                return desk.shift()->changes.size() == 1 && desk.shift()->cells.size() == 3
                       && page.model().sum().isWhole && desk.link().unsent == 0;
            },
            kPatienceMs)) {
        return false;
    }
    const auto gap = page.model().roster().post(PostCode("L20-desk")).value_or(0);
    page.grid().setCurrent({gap, page.grid().current().column + 1});
    if (screen == u"roster-day") {
        page.showSpan(widgets::RosterSpan::Day);
    } else if (screen == u"roster-month") {
        page.showSpan(widgets::RosterSpan::Month);
    } else if (screen == u"roster-area") {
        const auto leader = page.model().roster().post(PostCode("A24-leader")).value_or(0);
        page.grid().setCurrent({leader, page.grid().current().column});
        auto* button = page.findChild<QAbstractButton*>(QStringLiteral("myAreaButton"));
        button->click();
    } else if (screen == u"roster-import") {
        return setImport(page);
    }
    page.grid().setFocus();
    return waitFor([&] { return page.model().sum().isWhole; }, kPatienceMs);
}

} // namespace sz::app
