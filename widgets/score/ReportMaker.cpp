// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/ReportMaker.h"

#include "data/model/ShiftDuty.h"
#include "data/plan/PlanDigest.h"
#include "data/store/DeskReader.h"
#include "data/threads/PoolWork.h"

#include <limits>

namespace sz::widgets {
namespace {

using std::chrono::days;

Result<ReportSource>
openLog(const std::filesystem::path& file, const vault::DataKey& key, const UnitCode& unit)
{
    auto opened = store::DeskReader::open(file, key.get());
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto reader = std::make_shared<store::DeskReader>(std::move(*opened));
    const auto operation = reader->operation();
    const auto head = reader->head();
    if (!operation || !head) {
        return std::unexpected(operation ? head.error() : operation.error());
    }
    return ReportSource{
        {*operation, *head,
         [reader](std::uint64_t last, const std::function<void(const report::LogEntry&)>& visit) {
             return reader->forEach(last, [&](const store::ToldEntry& entry) {
                 visit({entry.number, entry.serial, entry.raw});
             });
         }},
        unit};
}

Result<MadeReport> make(const ReportGround& ground, const ReportWish& wish)
{
    const auto source = ground.open();
    if (!source) {
        return std::unexpected(source.error());
    }
    constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();
    const auto digest = ground.planFolder.empty() ? Result<std::string>(std::string())
                                                  : plan::planDigest(ground.planFolder);
    return report::readHistory(
               *ground.plan, source->log,
               {.from = wish.period.from,
                .last = wish.last == 0 ? kAll : wish.last,
                .seenBy = source->seenBy})
        .transform([&](const report::History& history) {
            auto card = std::make_shared<const report::Scorecard>(
                report::makeScorecard(ground.plan, history.incidents, wish.period, wish.asOf));
            auto sheet = report::sheetOf(*card, history, digest.value_or(std::string()));
            return MadeReport{
                std::move(card), std::move(sheet),
                report::makeBrief(
                    *ground.plan, history.incidents, wish.period, wish.asOf, wish.nextChange)};
        });
}

} // namespace

OpenReport openOwnLog(const desk::Desk& desk)
{
    desk::Profile profile;
    profile.folder = desk.profileFolder();
    return [file = profile.logFile(), key = desk.dataKey(), unit = desk.unit()] {
        return openLog(file, key, unit);
    };
}

ReportGround groundOf(const desk::Desk& desk)
{
    return {
        openOwnLog(desk), desk.sharedPlan(), desk.planFolder(), [&desk] { return desk.shift(); }};
}

QFuture<Result<MadeReport>> makeReport(const ReportGround& ground, const ReportWish& wish)
{
    return askPool(*QThreadPool::globalInstance(), [ground, wish] { return make(ground, wish); });
}

std::optional<plan::Duty> dutyOf(const ReportGround& ground, const PostCode& post, Instant now)
{
    const auto shift = ground.shift ? ground.shift() : nullptr;
    return model::dutyAt(*ground.plan, shift.get(), post, now);
}

ReportWish wishFor(const ReportGround& ground, const PostCode& post, ReportSpan span, Instant now)
{
    const Minutes offset{ground.plan->utcOffsetMinutes};
    const auto today = std::chrono::floor<days>(now + offset);
    const auto duty = dutyOf(ground, post, now);
    Instant from = today - offset;
    if (span == ReportSpan::Shift && duty) {
        from = duty->from;
    } else if (span == ReportSpan::Week) {
        from = today - days(6) - offset;
    } else if (span == ReportSpan::Month) {
        const std::chrono::year_month_day date{today};
        from = std::chrono::sys_days{date.year() / date.month() / 1} - offset;
    }
    const Instant change = duty ? duty->until : Instant(today + days(1) - offset);
    return {{from, std::max(now, from + Millis{1})}, now, std::max(change, now), 0};
}

} // namespace sz::widgets
