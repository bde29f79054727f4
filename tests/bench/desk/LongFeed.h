// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A desk with a long past, and that past as headquarters would send it.

#include "data/desk/DeskCore.h"
#include "tests/bench/Bench.h"

#include <functional>

namespace sz::bench {

/// The sample plan beside the source. Errors: as plan::loadPlan.
[[nodiscard]] Result<std::shared_ptr<const plan::Plan>> samplePlanOfSource();

/// Writes `folder` with about `entries` places (200 incidents on the board). Errors: as makeBigProfile.
[[nodiscard]] Result<desk::Profile>
makeLongPast(const Setting& setting, const plan::Plan& plan, std::size_t entries);

/// All places of a profile's log, in order.
[[nodiscard]] Result<std::vector<log::FeedItem>> itemsOf(const desk::Profile& profile);

/// A desk's core with nothing around it: what it sends is thrown away, what it shows is counted.
class BareDesk
{
public:
    BareDesk(desk::Profile profile, std::shared_ptr<const plan::Plan> plan);

    [[nodiscard]] desk::DeskCore& core() { return m_core; }
    [[nodiscard]] std::size_t shown() const { return m_shown; }
    /// When the last board came.
    [[nodiscard]] std::chrono::steady_clock::time_point shownAt() const { return m_shownAt; }
    [[nodiscard]] bool isLive() const { return m_link.state == desk::LinkState::Live; }
    [[nodiscard]] const std::string& lastWarning() const { return m_warning; }

private:
    [[nodiscard]] desk::DeskCore::Listener listener();

    SystemClock m_clock;
    std::size_t m_shown = 0;
    std::chrono::steady_clock::time_point m_shownAt;
    desk::LinkStatus m_link;
    std::string m_warning;
    desk::DeskCore m_core;
};

/// Seconds a piece of work takes.
template <class Work>
[[nodiscard]] double secondsOf(Work&& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Out of the page cache, so that the next to open them reads the disk.
void forgetCached(const std::filesystem::path& folder);

inline constexpr std::size_t kLong = 1'000'000;
inline constexpr std::size_t kLongQuick = 30'000;

} // namespace sz::bench
