// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/desk/LongFeed.h"

#include "data/plan/Places.h"
#include "data/store/DeskLog.h"
#include "tests/bench/BigProfile.h"

#include <fcntl.h>
#include <unistd.h>

namespace sz::bench {
namespace {

constexpr std::size_t kEntriesPerIncident = 13; // of a closed one
constexpr std::size_t kOnBoard = 200;

} // namespace

Result<std::shared_ptr<const plan::Plan>> samplePlanOfSource()
{
    auto loaded =
        plan::loadPlan(std::filesystem::path(SANZHEN_SOURCE_DIR) / "resources/plans/wuhan");
    if (!loaded) {
        return std::unexpected(loaded.error().error);
    }
    return std::make_shared<const plan::Plan>(std::move(loaded->plan));
}

Result<desk::Profile>
makeLongPast(const Setting& setting, const plan::Plan& plan, std::size_t entries)
{
    return makeBigProfile(
        setting.folder / "past", plan, SystemClock().now(),
        {entries / kEntriesPerIncident + kOnBoard / 2, kOnBoard});
}

Result<std::vector<log::FeedItem>> itemsOf(const desk::Profile& profile)
{
    auto log =
        store::DeskLog::open(profile.logFile(), profile.operation, profile.desk, profile.unit);
    if (!log) {
        return std::unexpected(log.error());
    }
    std::vector<log::FeedItem> items;
    items.reserve(log->feedHead().seq);
    return log
        ->eachFeed(
            0,
            [&](log::FeedItem&& item) {
                items.push_back(std::move(item));
                return true;
            })
        .transform([&] { return std::move(items); });
}

BareDesk::BareDesk(desk::Profile profile, std::shared_ptr<const plan::Plan> plan)
    : m_core(
          [&] {
              desk::DeskOptions options;
              options.profile = std::move(profile);
              options.plan = std::move(plan);
              options.clock = &m_clock;
              return options;
          }(),
          listener(),
          {[] {}, [] {}, [](const Bytes&) {}})
{
}

desk::DeskCore::Listener BareDesk::listener()
{
    return {
        [this](const desk::ChangeSet& changes) {
            m_shown = changes.changed.size();
            m_shownAt = std::chrono::steady_clock::now();
        },
        [this](desk::LinkStatus link) { m_link = std::move(link); },
        [](const std::vector<desk::OutboxLine>&) {}, [](const desk::Notice&) {},
        [this](desk::DeskCore::Weight, const std::string& line) { m_warning = line; }};
}

void forgetCached(const std::filesystem::path& folder)
{
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const int descriptor = ::open(file.path().c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor >= 0) {
            ::fdatasync(descriptor);
            ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
            ::close(descriptor);
        }
    }
}

} // namespace sz::bench
