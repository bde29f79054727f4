// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/report/Figures.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace sz::report {
namespace {

using model::OrderState;
using model::StepKind;
using enum Figure;

constexpr std::array<std::string_view, kFigures> kNames{
    "given",
    "counted",
    "done",
    "open",
    "withdrawn",
    "handed_on",
    "sign_due",
    "signed_in_time",
    "arrive_due",
    "arrived_in_time",
    "answer_due",
    "answered_in_time",
    "finish_due",
    "done_in_time",
    "late_sign",
    "late_arrive",
    "late_answer",
    "late_finish",
    "late",
    "warned",
    "returns",
    "reliefs_asked",
    "reliefs_granted",
    "rechecks_failed",
    "reminders",
    "rated",
    "satisfied",
    "rating_mean",
    "sign_p50",
    "sign_p90",
    "sign_p95",
    "sign_worst",
    "arrive_p50",
    "arrive_p90",
    "arrive_p95",
    "arrive_worst",
    "answer_p50",
    "answer_p90",
    "answer_p95",
    "answer_worst",
    "finish_p50",
    "finish_p90",
    "finish_p95",
    "finish_worst"};

constexpr std::array<std::size_t, 4> kPercents{50, 90, 95, 100}; // the worst is the last rank

constexpr std::size_t placeIn(Figure figure)
{
    return static_cast<std::size_t>(figure) - static_cast<std::size_t>(SignP50);
}

/// Goes through a sample and puts down what belongs to one figure.
class RowList
{
public:
    explicit RowList(const Sample& sample) : m_sample(sample) {}

    std::vector<Row> of(Figure figure)
    {
        for (const OrderCase& one : m_sample.cases) {
            isTime(figure) ? time(one, placeIn(figure) / kPercents.size()) : count(one, figure);
        }
        if (isTime(figure)) {
            std::ranges::stable_sort(m_rows, {}, &Row::value);
        }
        return std::move(m_rows);
    }

private:
    void count(const OrderCase& one, Figure figure)
    {
        switch (figure) {
        case Given:
            return whole(one, 1);
        case Counted:
            return whole(one, one.isAway() ? 0 : 1);
        case Done:
            return whole(one, one.order().state == OrderState::Done ? 1 : 0);
        case Open:
            return whole(one, !one.isAway() && one.order().state != OrderState::Done ? 1 : 0);
        case Withdrawn:
            return whole(one, one.order().state == OrderState::Withdrawn ? 1 : 0);
        case HandedOn:
            return whole(one, one.isAway() && one.order().state == OrderState::Returned ? 1 : 0);
        case Returns:
            return whole(one, one.returns);
        case ReliefsAsked:
            return whole(one, one.asked);
        case ReliefsGranted:
            return whole(one, one.granted);
        case RechecksFailed:
            return whole(one, one.failed);
        case Reminders:
            return whole(one, one.order().reminders);
        case Rated:
        case RatingMean:
            return rating(one, 1);
        case Satisfied:
            return rating(one, m_sample.satisfiedFrom);
        default:
            return steps(one, figure);
        }
    }

    void steps(const OrderCase& one, Figure figure)
    {
        for (std::size_t i = 0; i < one.steps.size(); ++i) {
            if (one.steps[i] && belongs(*one.steps[i], i, figure)) {
                put(one, i);
            }
        }
    }

    [[nodiscard]] bool belongs(const StepTime& step, std::size_t place, Figure figure) const
    {
        const bool isLate = step.isLate(m_sample.asOf);
        if (figure == Late) {
            return isLate;
        }
        if (figure == Warned) {
            return step.isWarned(m_sample.asOf);
        }
        if (figure >= LateSign && figure <= LateFinish) {
            return isLate
                   && place
                          == static_cast<std::size_t>(figure) - static_cast<std::size_t>(LateSign);
        }
        const auto pair = static_cast<std::size_t>(figure) - static_cast<std::size_t>(SignDue);
        const bool isInTime = pair % 2 == 1; // due and in time take turns
        return place == pair / 2 && (isInTime ? step.isKept && !isLate : step.isKept || isLate);
    }

    void time(const OrderCase& one, std::size_t place)
    {
        const auto& step = one.steps[place];
        if (step && step->took()) {
            put(one, place);
            m_rows.back().value = std::chrono::floor<std::chrono::seconds>(*step->took()).count();
        }
    }

    void rating(const OrderCase& one, int from)
    {
        if (one.rating && *one.rating >= from) {
            whole(one, 1);
            m_rows.back().value = *one.rating;
        }
    }

    Row& put(const OrderCase& one, std::size_t place)
    {
        const StepTime& step = *one.steps[place];
        const model::Order& order = one.order();
        m_rows.push_back(
            {one.incident, order.id, order.unit, kUnitSteps[place], step.since, step.due,
             step.ended, std::nullopt,
             numberAt(*one.incident, order.id, step.ended.value_or(order.issuedAt))});
        return m_rows.back();
    }

    // The order as such: what it had to end with.
    void whole(const OrderCase& one, int times)
    {
        for (int i = 0; i < times; ++i) {
            put(one, one.steps.size() - 1);
        }
    }

    const Sample& m_sample;
    std::vector<Row> m_rows;
};

std::int64_t meanOf(std::span<const Row> rows)
{
    const auto sum = std::accumulate(
        rows.begin(), rows.end(), std::int64_t{0},
        [](std::int64_t all, const Row& row) { return all + row.value.value_or(0); });
    const auto n = static_cast<std::int64_t>(rows.size());
    return (sum * 2000 + n) / (2 * n); // half up
}

} // namespace

std::string_view figureName(Figure figure)
{
    return kNames[static_cast<std::size_t>(figure)];
}

std::optional<Figure> figureOf(std::string_view name)
{
    const auto it = std::ranges::find(kNames, name);
    return it == kNames.end() ? std::nullopt
                              : std::optional(static_cast<Figure>(it - kNames.begin()));
}

std::vector<Row> rowsOf(const Sample& sample, Figure figure)
{
    return RowList(sample).of(figure);
}

std::optional<std::int64_t> valueOf(Figure figure, std::span<const Row> rows)
{
    if (figure != RatingMean && !isTime(figure)) {
        return static_cast<std::int64_t>(rows.size());
    }
    if (rows.empty()) {
        return std::nullopt;
    }
    if (figure == RatingMean) {
        return meanOf(rows);
    }
    const std::size_t percent = kPercents[placeIn(figure) % kPercents.size()];
    return rows[nearestRank(rows.size(), percent) - 1].value;
}

} // namespace sz::report
