// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/RoundsPicture.h"

#include "widgets/common/Language.h"
#include "widgets/common/TickTimer.h"
#include "widgets/rounds/RoundPosts.h"
#include "widgets/rounds/RoundSheet.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/Rounding.h"
#include "widgets/shell/WatchPage.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace sz::app {
namespace {

constexpr int kPatienceMs = 10'000;

std::string said(const char* zh, const char* en)
{
    return widgets::uiLanguage() == widgets::Language::Chinese ? zh : en;
}

/// The entry it became; empty: it was refused.
std::string act(desk::Desk& desk, const model::ShiftAct& what)
{
    auto future = desk.performShift(what);
    QElapsedTimer waited;
    waited.start();
    while (!future.isFinished() && waited.elapsed() < kPatienceMs) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    }
    return future.isFinished() && future.result() ? future.result()->entry : std::string();
}

} // namespace

bool setRoundsScene(widgets::MainWindow& window, desk::Desk& desk, widgets::TickTimer& tick)
{
    auto posts = widgets::unitPosts(desk.plan(), {plan::UnitKind::District});
    posts.push_back(said("长江二桥北桥头", "North head of the second bridge"));
    posts.push_back(said("武汉站东广场 3 号门", "Wuhan station, gate 3"));
    const std::string round =
        act(desk, model::StartRound{UnitCode("HQ"), said("夜间点验", "Night round"), 10, 5, posts});
    if (round.empty()) {
        return false;
    }
    const std::vector<std::string> first(posts.begin(), posts.begin() + 9);
    if (act(desk, model::AnswerRound{round, first, false, {}, {}}).empty()
        || act(desk,
               model::AnswerRound{
                   round,
                   {posts.back()},
                   true,
                   said("对讲 3 频道", "radio channel 3"),
                   said("东广场两人在岗，正常", "two at the gate, all in order")})
               .empty()) {
        return false;
    }
    tick.tick();
    window.page().rounds().open();
    return true;
}

} // namespace sz::app
