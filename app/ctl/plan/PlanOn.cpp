// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/plan/PlanOn.h"

#include "app/ctl/report/ReportCall.h"
#include "app/ctl/report/ReportLog.h"

#include <algorithm>
#include <format>

namespace sz::ctl {
namespace {

struct Numbered
{
    std::uint64_t number;
    log::Entry entry;
};

// A desk's feed may have got earlier entries later.
Result<model::PlanState> stateOf(const plan::Plan& plan, const ReportLog& log)
{
    std::vector<Numbered> entries;
    const auto read = log.source.walk(log.source.head, [&](const report::LogEntry& one) {
        auto entry = one.raw.empty() ? fail(Code::NotFound, "given up") : log::decodeEntry(one.raw);
        if (entry && model::isOfPlan(entry->subject)) {
            entries.push_back({one.number, std::move(*entry)});
        }
    });
    return read.transform([&] {
        std::ranges::stable_sort(entries, {}, &Numbered::number);
        model::PlanState state;
        for (const Numbered& one : entries) {
            model::foldPlan(plan, state, one.entry);
        }
        return state;
    });
}

} // namespace

Result<PlanOn> planOn(const PlanOnCall& call, Instant now, std::ostream& err)
{
    auto loaded = plan::loadPlan(call.folder);
    if (!loaded) {
        return std::unexpected(loaded.error().error);
    }
    const auto folder = std::make_shared<const plan::Plan>(std::move(loaded->plan));
    const auto at =
        call.on.empty() ? std::optional(now) : momentOf(call.on, folder->utcOffsetMinutes);
    if (!at) {
        return fail(Code::BadArgument, std::format("\"{}\" is no moment", call.on));
    }
    PlanOn out{folder, *at, 0, std::format("{:%F}", *at + Minutes{folder->utcOffsetMinutes})};
    if (call.data.empty() && call.desk.empty()) {
        return out;
    }
    return (call.desk.empty() ? openHqLog(call.data) : openDeskLog(call.desk, err))
        .and_then([&](const ReportLog& log) { return stateOf(*folder, log); })
        .transform([&](const model::PlanState& state) {
            out.plan = model::planAt(folder, state, *at);
            out.changes =
                static_cast<int>(std::ranges::count_if(state.approved(), [&](const auto& id) {
                    return state.proposal(id)->validFrom <= *at;
                }));
            return out;
        });
}

} // namespace sz::ctl
