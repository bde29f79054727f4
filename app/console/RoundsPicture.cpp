// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/RoundsPicture.h"

#include "data/model/RollCall.h"
#include "widgets/common/Language.h"
#include "widgets/common/TickTimer.h"
#include "widgets/rounds/RoundPosts.h"
#include "widgets/rounds/RoundSheet.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/RollCalls.h"
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

// In the middle of it: who is there, who is called again, telephoned, what is reported.
bool setRollScene(widgets::MainWindow& window, desk::Desk& desk, widgets::TickTimer& tick)
{
    const auto posts = model::unitsCalled(desk.plan());
    const Instant now = tick.now();
    const std::string round =
        act(desk, model::StartRound{
                      UnitCode("HQ"), said("09:00 点名", "Roll call 09:00"), 10, 1, posts,
                      model::RollCall{now, false}});
    const auto answer = [&](std::size_t from, std::size_t until) {
        for (std::size_t i = from; i < until; ++i) {
            if (act(desk, model::AnswerRound{round, {posts[i]}, false, {}, {}}).empty()) {
                return false;
            }
        }
        return true;
    };
    const auto miss = [&](std::size_t at, model::RollMiss step) {
        return !act(desk, model::MissRoll{round, posts[at], step, {}}).empty();
    };
    const bool isSet = !round.empty() && answer(0, 6) && miss(6, model::RollMiss::NoAnswer)
                       && miss(6, model::RollMiss::NoAnswerAgain) && answer(7, 11)
                       && miss(11, model::RollMiss::NoAnswer) && answer(12, 13)
                       && !act(desk,
                               model::AnswerRound{
                                   round,
                                   {posts[13]},
                                   true,
                                   said("对讲 3 频道", "radio channel 3"),
                                   said("视频掉线，人在岗", "the picture is gone, we are here")})
                               .empty()
                       && !act(desk,
                               model::NoteRoll{
                                   round,
                                   posts[4],
                                   {},
                                   said(
                                       "医院柴油余 5 小时，请求调油车",
                                       "the hospital has diesel for 5 h, asks for a tanker"),
                                   true,
                                   {}})
                               .empty();
    tick.tick();
    window.page().rounds().rolls().open(round);
    return isSet;
}

} // namespace sz::app
