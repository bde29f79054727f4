// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// act-to-paint: an own act on a desk with a full board until its tile is painted. Floor: one durable SQLite commit.
#include "tests/bench/Bench.h"
#include "tests/bench/BigProfile.h"
#include "tests/bench/PaintWatch.h"
#include "tests/bench/Seat.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/WatchPage.h"
#include "widgets/watch/BoardView.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <format>

namespace sz::bench {
namespace {

constexpr int kActs = 200;
constexpr int kWarmUp = 5;
constexpr double kGoalMs = 50;
constexpr std::size_t kEntryBytes = 330; ///< as a log entry (findings/sync.md §2)

/// What no store can be faster than: one row of an entry's size in one transaction that survives a power cut.
class CommitFloor
{
public:
    explicit CommitFloor(const std::filesystem::path& file)
        : m_db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        m_db.exec("PRAGMA journal_mode=WAL");
        m_db.exec("PRAGMA synchronous=FULL");
        m_db.exec("CREATE TABLE entry (seq INTEGER PRIMARY KEY, raw BLOB NOT NULL) STRICT");
        m_insert.emplace(m_db, "INSERT INTO entry (raw) VALUES (zeroblob(?))");
        m_insert->bind(1, static_cast<std::int64_t>(kEntryBytes));
    }

    [[nodiscard]] double commitMs()
    {
        QElapsedTimer clock;
        clock.start();
        m_insert->reset();
        m_insert->exec();
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

private:
    SQLite::Database m_db;
    std::optional<SQLite::Statement> m_insert;
};

/// Every fourth act orders a line, the others note.
class Acts
{
public:
    explicit Acts(desk::Desk& desk) : m_desk(desk) {}

    [[nodiscard]] model::Act make(int n, const IncidentId& on)
    {
        const UnitCode line(std::format("L{:02}", n % 22 + 1));
        const model::IssueOrders issue{
            "请派人到场支援",
            {{m_desk.newOrderId(), line, model::answeringPost(m_desk.plan(), line), false, 10,
              24 * 60, 30}}};
        if (n % 4 == 0 && m_desk.canPerform(on, issue)) {
            return issue;
        }
        return model::AddNote{std::format("第 {} 次记录：已电话核实，现场正常", n)};
    }

private:
    desk::Desk& m_desk;
};

Result<double> paintMs(Seat& seat, PaintWatch& watch, const IncidentId& on, const model::Act& act)
{
    const auto before = seat.desk().incident(on)->trace.size();
    watch.start([&](const model::Incident& i) { return i.id == on && i.trace.size() > before; });
    const auto receipt = seat.desk().perform(on, act);
    const auto ms = watch.wait();
    if (!receipt.isFinished() || !receipt.result()) {
        return fail(
            Code::Internal, receipt.isFinished() ? receipt.result().error().detail : "no receipt");
    }
    return ms ? Result<double>{*ms} : fail(Code::Busy, "the board did not paint the act");
}

} // namespace

Outcome actToPaint(const Setting& setting)
{
    auto plan = benchPlan();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto incidents = static_cast<std::size_t>(setting.count(1000, 50));
    auto profile = makeBigProfile(
        setting.folder / "desk", **plan, SystemClock().now(), {incidents, incidents});
    if (!profile) {
        return std::unexpected(profile.error());
    }
    Seat seat(*profile, *plan, false);
    if (auto ok = seat.open(); !ok) {
        return std::unexpected(ok.error());
    }
    PaintWatch watch(seat.desk(), *seat.board().viewport());
    Acts acts(seat.desk());
    CommitFloor floor(profile->folder / "floor.db");
    seat.window().page().select(seat.visible().at(0));
    std::vector<double> values;
    std::vector<double> commits;
    const int count = setting.count(kActs, 5) + kWarmUp;
    for (int n = 0; n < count; ++n) {
        const auto visible = seat.visible();
        if (visible.empty()) {
            return fail(Code::Internal, "no tile is on the screen");
        }
        const IncidentId on = visible[static_cast<std::size_t>(n) % visible.size()];
        const auto ms = paintMs(seat, watch, on, acts.make(n, on));
        if (!ms) {
            return std::unexpected(ms.error());
        }
        const double commit = floor.commitMs();
        if (n >= kWarmUp) {
            values.push_back(*ms);
            commits.push_back(commit);
        }
        rest(7 + n % 13); // so that acts fall anywhere between two ticks
    }
    return std::vector{Measured{
        "act-to-paint",
        percentile(values, 0.95),
        "ms",
        percentile(commits, 0.95),
        "durable commit p95",
        {Goal::Of::Value, kGoalMs},
        values.size()}};
}

} // namespace sz::bench
