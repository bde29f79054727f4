// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// search: what a search box asks, a million texts behind it. Floor: one memory scan over the same texts, the cheapest way
// without an index.
#include "data/store/search/SearchIndex.h"
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/desk/LongFeed.h"
#include "tests/bench/History.h"

#include <cstring>
#include <format>
#include <print>
#include <random>

namespace sz::bench {
namespace {

constexpr std::size_t kTexts = 1'000'000;
constexpr std::size_t kQuickTexts = 3'000;
constexpr std::size_t kBatch = 20'000;
constexpr std::size_t kNewest = 50;
constexpr int kEach = 60; ///< questions of each length
constexpr double kGoalMs = 1;

// About 38 characters: a place of the plan, a number, what happened, and a tail that differs.
std::string textOf(std::size_t n, const plan::Plan& plan)
{
    static constexpr std::array kWhat{"管道漏气，已设警戒",   "路面塌陷约两米", "居民楼起火，有烟",
                                      "停电，三个小区受影响", "校门口家长聚集", "河堤渗水",
                                      "货车侧翻，占两条车道", "工地围挡倒塌",   "老人走失家属求助",
                                      "燃气异味疑似泄漏",     "电梯困人两名",   "积水没过车轮"};
    const auto& street = plan.streets[n * 37 % plan.streets.size()];
    const auto& other = plan.communities.empty()
                            ? street.name.zh
                            : plan.communities[n * 131 % plan.communities.size()].name.zh;
    return std::format(
        "{}{}{} 号{}，现场约 {} 人请派人核查", street.name.zh, other, n % 300 + 1,
        kWhat[n * 7919 % kWhat.size()], n % 90 + 2);
}

/// Pieces of the texts themselves, as somebody would remember them; one in eight is nowhere.
std::vector<std::string>
questions(const plan::Plan& plan, std::size_t texts, bool isInitials, std::mt19937& random)
{
    std::vector<std::string> out;
    const store::Initials initials;
    for (std::size_t length = 1; length <= 4; ++length) {
        for (int i = 0; i < kEach; ++i) {
            const std::u32string chars = store::plainOf(textOf(random() % texts, plan));
            const std::size_t at = random() % (chars.size() - length);
            std::string piece;
            for (const char32_t c : chars.substr(at, length)) {
                if (c < 0x80) {
                    piece += static_cast<char>(c);
                } else {
                    piece += static_cast<char>(0xE0 | c >> 12);
                    piece += static_cast<char>(0x80 | (c >> 6 & 0x3F));
                    piece += static_cast<char>(0x80 | (c & 0x3F));
                }
            }
            if (i % 8 == 0 && length > 1) {
                piece = length == 2 ? "鼋鼍" : length == 3 ? "鼋鼍桥" : "核泄漏事";
            }
            out.push_back(isInitials ? initials.of(piece) : piece);
        }
    }
    return out;
}

Result<store::SearchIndex> fill(const Setting& setting, const plan::Plan& plan, std::size_t texts)
{
    auto index = store::SearchIndex::open(setting.folder / "search.db", {});
    std::vector<store::SearchIndex::Text> batch;
    for (std::size_t n = 0; index && n < texts; ++n) {
        std::string text = textOf(n, plan);
        batch.push_back({n + 1, text, text});
        if (batch.size() == kBatch || n + 1 == texts) {
            if (auto ok = index->add(batch, n + 1); !ok) {
                return std::unexpected(ok.error());
            }
            batch.clear();
        }
    }
    return index.and_then([](store::SearchIndex& made) {
        return made.tidy().transform([&] { return std::move(made); });
    });
}

double scanMs(const std::string& all, const std::string& wanted)
{
    std::size_t hits = 0;
    const double seconds = secondsOf([&] {
        const char* from = all.data();
        const char* end = all.data() + all.size();
        while ((from = static_cast<const char*>(::memmem(
                    from, static_cast<std::size_t>(end - from), wanted.data(), wanted.size())))
               != nullptr) {
            ++hits;
            from += wanted.size();
        }
    });
    return hits > all.size() ? 0 : seconds * 1000;
}

} // namespace

Outcome search(const Setting& setting)
{
    const auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const std::size_t texts = setting.isQuick ? kQuickTexts : kTexts;
    std::println(stderr, "search: indexing {} texts", texts);
    auto index = fill(setting, **plan, texts);
    if (!index) {
        return std::unexpected(index.error());
    }
    std::string all;
    for (std::size_t n = 0; n < texts; ++n) {
        all += textOf(n, **plan) + "\n";
    }
    std::mt19937 random(7);
    std::vector<Measured> out;
    std::vector<double> ours;
    std::vector<double> floors;
    for (const bool isInitials : {false, true}) {
        for (const std::string& asked : questions(**plan, texts, isInitials, random)) {
            Result<std::vector<std::uint64_t>> found;
            ours.push_back(1000 * secondsOf([&] { found = index->find(asked, kNewest); }));
            if (!found) {
                return std::unexpected(found.error());
            }
            if (!isInitials && floors.size() < 40 && ours.size() % 6 == 0) {
                floors.push_back(scanMs(all, asked));
            }
        }
    }
    return std::vector{Measured{
        "search",
        percentile(ours, 0.95),
        "ms",
        percentile(floors, 0.95),
        "one memory scan p95",
        {Goal::Of::Value, kGoalMs},
        ours.size()}};
}

} // namespace sz::bench
