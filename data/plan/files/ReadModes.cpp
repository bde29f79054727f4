// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// [mode.games] and its like in limits.toml
#include "data/plan/files/Reading.h"

#include <algorithm>
#include <format>

namespace sz::plan {
namespace {

constexpr int kMostPercent = 400;
constexpr int kMostDepth = 4;

std::string featureOf(std::string_view mode)
{
    return std::format("mode.{}", mode);
}

// Each time once, in the order of the day.
void readRollCalls(NodeReader& reader, ModeRules& rules)
{
    for (const std::string& text : reader.texts("roll_calls", Need::No)) {
        const auto minutes = clockMinutes(text);
        if (!minutes || std::ranges::contains(rules.rollCalls, *minutes)) {
            reader.errorAt(
                "roll_calls",
                {std::format("\"{}\" is not a time of day such as 08:30, or is there twice.", text),
                 std::format("“{}”不是 08:30 这样的时刻，或重复。", text)});
            continue;
        }
        rules.rollCalls.push_back(*minutes);
    }
    std::ranges::sort(rules.rollCalls);
}

void readDeepPosts(NodeReader& reader, ModeRules& rules)
{
    rules.rosterDepth = reader.integer("roster_depth", 1, kMostDepth, Need::No, 1);
    for (std::string& post : reader.texts("deep_posts", Need::No)) {
        if (std::ranges::contains(rules.deepPosts, post, &PostCode::value)) {
            reader.errorAt(
                "deep_posts", {std::format("The post \"{}\" is there twice.", post),
                               std::format("岗位“{}”重复。", post)});
            continue;
        }
        rules.deepPosts.emplace_back(std::move(post));
    }
    if ((rules.rosterDepth > 1) != !rules.deepPosts.empty()) {
        reader.error(
            {"\"roster_depth\" of 2 or more and \"deep_posts\" go together.",
             "“roster_depth”（不小于 2）与“deep_posts”须同时写。"});
    }
}

void readMode(NodeReader& reader, ModeRules& rules)
{
    rules.nearPercent = reader.integer("near_percent", 100, kMostPercent, Need::No, 100);
    rules.behindPercent = reader.integer("behind_percent", 100, kMostPercent, Need::No, 100);
    readDeepPosts(reader, rules);
    readRollCalls(reader, rules);
    reader.warnUnknown();
}

} // namespace

void readModes(NodeReader& root, Reading& reading)
{
    auto modes = root.table("mode", Need::No);
    if (!modes) {
        return;
    }
    for (std::size_t i = 0; i < kModes; ++i) {
        if (auto one = modes->table(kModeNames[i], Need::No)) {
            one->setFeature(featureOf(kModeNames[i]));
            reading.define(one->spot(), featureOf(kModeNames[i]));
            readMode(*one, reading.plan.modes[i]);
        }
    }
    modes->warnUnknown();
}

void checkModes(Reading& reading)
{
    if (reading.unread.contains(kPostFile)) {
        return;
    }
    for (std::size_t i = 0; i < kModes; ++i) {
        for (const PostCode& post : reading.plan.modes[i].deepPosts) {
            if (reading.plan.post(post) == nullptr) {
                reading.faults.error(
                    reading.spotOf(kLimitFile, featureOf(kModeNames[i])),
                    {std::format(
                         "It refers to \"{}\", which {} does not have.", post.str(), kPostFile),
                     std::format("引用了“{}”，而 {} 中没有。", post.str(), kPostFile)});
            }
        }
    }
}

} // namespace sz::plan
