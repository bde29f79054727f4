// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/TimePicture.h"

#include "app/console/PictureKeys.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/Replaying.h"
#include "widgets/shell/ReplayPage.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/WallActs.h"
#include "widgets/shell/WatchPage.h"
#include "widgets/wall/WallWindow.h"

namespace sz::app {
namespace {

constexpr int kPatienceMs = 20'000;

bool setWall(widgets::MainWindow& window, QSize size)
{
    widgets::WallActs& wall = window.page().seat().wall();
    wall.open();
    wall.window()->showNormal();
    wall.window()->resize(size);
    return waitFor([&] { return wall.window()->panel().isSettled(); }, kPatienceMs);
}

bool setReplay(widgets::MainWindow& window, const IncidentId& leading, bool isComparing)
{
    widgets::Replaying& replaying = window.page().replaying();
    replaying.open();
    widgets::ReplayPage& page = replaying.page();
    if (!waitFor([&] { return page.isSettled(); }, kPatienceMs)) {
        return false;
    }
    page.select(leading);
    const auto line = page.timeline();
    const auto share = [&](double part) {
        return line->momentOf(static_cast<std::size_t>(part * static_cast<double>(line->size())));
    };
    page.goTo(share(0.62));
    if (!waitFor([&] { return page.isSettled(); }, kPatienceMs)) {
        return false;
    }
    if (isComparing) {
        page.toggleCompare();
        page.goTo(share(0.93));
    }
    return waitFor([&] { return page.isSettled(); }, kPatienceMs);
}

} // namespace

bool isTimeScreen(const QString& screen)
{
    return screen == u"replay" || screen == u"compare" || screen == u"wall";
}

bool setTimeScene(
    const QString& screen,
    widgets::MainWindow& window,
    QSize size,
    const IncidentId& leading)
{
    return screen == u"wall" ? setWall(window, size)
                             : setReplay(window, leading, screen == u"compare");
}

QPixmap timePicture(const QString& screen, widgets::MainWindow& window)
{
    return screen == u"wall" ? window.page().seat().wall().window()->grab() : window.grab();
}

} // namespace sz::app
