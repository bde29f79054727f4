// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// roster-edit: a roster of 60,000 posts x 100 days, shown a month at a time, with 13,800 loans of a surge roster on the strength board
// beside it: somebody is put into a shift, from the edit to the painted row with its conflicts and the balance, p95. Floor: a plain
// widget of the same size that paints a row of as many words.
#include "data/model/ShiftState.h"
#include "tests/bench/Bench.h"
#include "tests/bench/desk/BigRoster.h"
#include "widgets/common/Painters.h"
#include "widgets/common/Style.h"
#include "widgets/roster/RosterEdits.h"
#include "widgets/roster/RosterGrid.h"
#include "widgets/roster/Strength.h"

#include <QApplication>
#include <QPainter>
#include <QPaintEvent>

#include <algorithm>
#include <chrono>
#include <utility>

namespace sz::bench {
namespace {

constexpr int kPosts = 60'000;
constexpr int kQuickPosts = 300;
constexpr int kEdits = 400;
constexpr int kQuickEdits = 6;
constexpr int kLoans = 13'800;
constexpr int kQuickLoans = 300;
constexpr double kGoalMs = 16;
constexpr int kCells = 31;
const QSize kSize(1400, 900);

double sinceMs(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// Takes every edit at once: the store is measured elsewhere.
class AtOnce final : public widgets::ShiftSource
{
public:
    [[nodiscard]] const model::ShiftState& state() const override { return m_state; }
    [[nodiscard]] Result<void> canPerform(const model::ShiftAct&) const override { return {}; }
    void perform(const model::ShiftAct& act) override
    {
        for (const model::CellEdit& edit : std::get<model::EditRoster>(act).cells) {
            model::ShiftCell& cell = m_state.cells[{edit.post, edit.day, edit.shift}];
            cell.standing.edit = edit;
            ++cell.version;
        }
        Q_EMIT changed();
    }

    /// Of fifteen units to each other, as lists of 400 places.
    void lend(int places)
    {
        for (int from = 0; from * static_cast<int>(model::kMostLoanParts) < places; ++from) {
            const std::string name = "LIST" + std::to_string(100 + from);
            Grouped<model::ShiftLoan>::Group list;
            for (std::size_t i = 0; i < model::kMostLoanParts; ++i) {
                model::ShiftLoan loan;
                loan.lent.unit = UnitCode("D" + std::to_string(10 + from % 15));
                loan.lent.to = UnitCode("D" + std::to_string(10 + i % 15));
                loan.lent.place = "grid " + std::to_string(i);
                loan.lent.people = 3;
                loan.lent.from = kBigRosterFrom;
                loan.lent.until = kBigRosterFrom + std::chrono::days(30);
                list.emplace_back(name + '/' + std::to_string(1000 + i), std::move(loan));
            }
            m_state.loans.add(name, std::move(list));
        }
    }

private:
    model::ShiftState m_state;
};

/// Counts paint events of a widget.
class Paints final : public QObject
{
public:
    explicit Paints(QWidget& of) { of.installEventFilter(this); }
    [[nodiscard]] bool take() { return std::exchange(m_isPainted, false); }

private:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        m_isPainted = m_isPainted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
    bool m_isPainted = false;
};

class PlainRow final : public QWidget
{
public:
    int n = 0;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        painter.fillRect(event->rect(), Qt::black);
        painter.setPen(Qt::white);
        for (int i = 0; i < kCells; ++i) {
            painter.drawText(
                QRect(i * 40, event->rect().y(), 40, 27), Qt::AlignCenter, QString::number(n + i));
        }
    }
};

} // namespace

Outcome rosterEdit(const Setting& setting)
{
    const int posts = setting.count(kPosts, kQuickPosts);
    const int edits = setting.count(kEdits, kQuickEdits);
    const widgets::ThemeSource theme{widgets::Theme::Dark};
    AtOnce shifts;
    widgets::RosterModel model(std::make_shared<plan::Plan>(), shifts, nullptr);
    roster::Roster big = bigRoster(posts);
    const roster::Day first = big.localDay(kBigRosterFrom);
    model.setNow(kBigRosterFrom);
    model.show(widgets::RosterSpan::Month, first + 9); // December
    model.setRoster(std::move(big));
    widgets::RosterEdits edit(model);
    widgets::RosterGrid grid(model, theme);
    grid.resize(kSize);
    grid.show();
    shifts.lend(setting.count(kLoans, kQuickLoans));
    widgets::StrengthBoard board(theme);
    board.resize(464, 500);
    board.setVisible(true);
    QObject::connect(&model, &widgets::RosterModel::summed, &board, [&] {
        board.show(widgets::strengthOf(model, model.now()), widgets::loansOf(model, model.now()));
    });
    PlainRow plain;
    plain.resize(kSize);
    plain.show();
    QCoreApplication::processEvents();
    std::vector<double> ours;
    std::vector<double> floors;
    Paints painted(*grid.viewport());
    Paints rowPainted(plain);
    for (int i = 0; i < edits; ++i) {
        const auto post = static_cast<roster::PostIndex>(
            static_cast<std::size_t>(i) * 7919 % static_cast<std::size_t>(posts));
        const widgets::RosterPlace place{post, static_cast<std::size_t>(i) % kCells};
        grid.setCurrent({post, static_cast<int>(place.column)});
        QCoreApplication::processEvents();
        std::ignore = painted.take();
        auto start = std::chrono::steady_clock::now();
        const std::string name =
            "new-" + std::to_string(i % 40); // double duties and short rests come of it
        if (!edit.assign(place, {name})) {
            return fail(Code::Internal, "an edit was not taken");
        }
        while (!painted.take()) {
            QCoreApplication::processEvents();
        }
        ours.push_back(sinceMs(start));
        const auto* shift = model.shift(post, model.columns()[place.column]);
        if (!std::ranges::contains(model.peopleAt(post, shift->time), name)) {
            return fail(
                Code::Internal, "an edit is not shown: " + model.roster().posts[post].code.value
                                    + ", column " + std::to_string(place.column));
        }
        start = std::chrono::steady_clock::now();
        plain.n = i;
        plain.update(0, (i % 30) * 27, kSize.width(), 27);
        while (!rowPainted.take()) {
            QCoreApplication::processEvents();
        }
        floors.push_back(sinceMs(start));
    }
    return std::vector{Measured{
        "roster-edit",
        percentile(ours, 0.95),
        "ms",
        percentile(floors, 0.95),
        "a row of as many words painted",
        {Goal::Of::Value, kGoalMs},
        ours.size()}};
}

} // namespace sz::bench
