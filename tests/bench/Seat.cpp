// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Seat.h"

#include "widgets/common/Style.h"
#include "widgets/models/BoardModel.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/watch/BoardView.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>

namespace sz::bench {
namespace {

constexpr int kPatienceMs = 30'000;
constexpr QSize kScreen(1920, 1080);

} // namespace

Result<std::shared_ptr<const plan::Plan>> benchPlan()
{
    auto loaded =
        plan::loadPlan(std::filesystem::path(SANZHEN_SOURCE_DIR) / "resources/plans/wuhan");
    if (!loaded) {
        return std::unexpected(loaded.error().error);
    }
    return std::make_shared<const plan::Plan>(std::move(loaded->plan));
}

Seat::Seat(desk::Profile profile, std::shared_ptr<const plan::Plan> plan, bool isLinked)
    : m_plan(std::move(plan)), m_finder(m_plan), m_index(m_plan)
{
    widgets::applyTheme(*qApp, m_theme.theme());
    desk::Desk::Options o;
    o.profile = std::move(profile);
    o.plan = m_plan;
    o.clock = &m_clock;
    o.isLinkEnabled = isLinked;
    m_desk = std::make_unique<desk::Desk>(std::move(o));
    m_window = std::make_unique<widgets::MainWindow>(*m_desk, m_finder, m_index, m_theme, m_tick);
    m_window->resize(kScreen);
}

Seat::~Seat() = default;

Result<void> Seat::open()
{
    std::optional<Error> error;
    QObject::connect(
        m_desk.get(), &desk::Desk::openFailed, m_window.get(), [&](const Error& e) { error = e; });
    m_window->show();
    m_desk->start();
    const bool isAnswered = until([&] { return error || m_desk->isOpen(); }, kPatienceMs);
    QObject::disconnect(m_desk.get(), &desk::Desk::openFailed, m_window.get(), nullptr);
    if (error) {
        return std::unexpected(*error);
    }
    if (!isAnswered || !m_window->waitUntilComplete(kPatienceMs)) {
        return fail(Code::Busy, "the window did not become complete");
    }
    return {};
}

widgets::BoardView& Seat::board()
{
    return *m_window->findChild<widgets::BoardView*>(QStringLiteral("boardView"));
}

std::vector<IncidentId> Seat::visible()
{
    std::vector<IncidentId> out;
    const auto& view = board();
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        const QModelIndex index = view.model()->index(row, 0);
        const QRect box = view.visualRect(index);
        if (!box.isNull() && view.viewport()->rect().contains(box)) {
            out.emplace_back(
                index.data(static_cast<int>(widgets::BoardRole::Id)).toString().toStdString());
        }
    }
    return out;
}

void rest(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace sz::bench
