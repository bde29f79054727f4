// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// score.toml; a plan without it publishes no formula, and nobody is scored
#include "data/plan/files/Reading.h"
#include "data/plan/files/TomlFile.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>
#include <span>

namespace sz::plan {
namespace {

constexpr int kFull = 100;
constexpr int kThousand = 1000;
constexpr int kMostOrders = 1'000'000;
constexpr int kBestRating = 5;
constexpr int kMostDecimals = 3;

std::string joined(std::span<const std::string_view> names)
{
    std::string out;
    for (const std::string_view name : names) {
        out += out.empty() ? "" : ", ";
        out += name;
    }
    return out;
}

/// The place of a name in a list; a fault when it is not there.
template <class Enum>
Enum oneOf(NodeReader& in, const char* key, std::span<const std::string_view> names)
{
    const std::string text = in.text(key);
    const auto it = std::ranges::find(names, text);
    if (it != names.end()) {
        return static_cast<Enum>(it - names.begin());
    }
    if (in.has(key)) {
        in.errorAt(
            key, {std::format("\"{}\" is none of {}.", text, joined(names)),
                  std::format("“{}”不是 {} 之一。", text, joined(names))});
    }
    return Enum{};
}

/// Thousandths of a point: what cannot be written with three decimals is not computed alike by everybody.
int thousandths(NodeReader& in, const char* key, double least, double most, Need need)
{
    if (!in.has(key)) {
        if (need == Need::Yes) {
            in.error({std::format("\"{}\" is missing.", key), std::format("缺少“{}”。", key)});
        }
        return 0;
    }
    const double value = in.real(key, least);
    const double scaled = value * kThousand;
    const bool isExact = std::abs(scaled - std::round(scaled)) < 1e-6;
    if (!(value >= least && value <= most) || !isExact) {
        in.errorAt(
            key,
            {std::format(
                 "\"{}\" is a number from {} to {} with up to three decimals.", key, least, most),
             std::format("“{}”应为 {} 至 {} 的数，至多三位小数。", key, least, most)});
        return 0;
    }
    return static_cast<int>(std::lround(scaled));
}

void readNames(NodeReader& in, std::string& zh, std::string& en)
{
    zh = in.text("name_zh");
    en = in.text("name_en");
}

/// A second one with the same name would count twice without anybody meaning it.
template <class List, class Member>
void refuseTwice(NodeReader& in, const char* key, const List& list, Member member)
{
    if (!list.empty() && std::ranges::count(list, list.back().*member, member) > 1) {
        in.errorAt(key, {"This stands in the formula already.", "公式中已有此项。"});
    }
}

void readTerm(NodeReader in, ScoreRule& rule)
{
    ScoreTerm term;
    term.share = oneOf<Share>(in, "share", kShareNames);
    term.weight = in.integer("weight", 1, kFull, Need::Yes, 0);
    readNames(in, term.nameZh, term.nameEn);
    rule.terms.push_back(std::move(term));
    refuseTwice(in, "share", rule.terms, &ScoreTerm::share);
    in.warnUnknown();
}

void readDeduction(NodeReader in, ScoreRule& rule)
{
    ScoreDeduction deduction;
    deduction.tally = oneOf<Tally>(in, "tally", kTallyNames);
    deduction.each = thousandths(in, "each", 0.001, kFull, Need::Yes);
    deduction.most = thousandths(in, "most", 0.001, kFull, Need::No);
    readNames(in, deduction.nameZh, deduction.nameEn);
    rule.deductions.push_back(std::move(deduction));
    refuseTwice(in, "tally", rule.deductions, &ScoreDeduction::tally);
    in.warnUnknown();
}

void readBand(NodeReader in, ScoreRule& rule)
{
    ScoreBand band;
    band.from = thousandths(in, "from", 0, kFull, Need::Yes);
    readNames(in, band.nameZh, band.nameEn);
    if (!rule.bands.empty() && band.from >= rule.bands.back().from) {
        in.errorAt(
            "from", {"Bands fall: each begins below the one in front of it.",
                     "档次应由高到低，后一档的起点须低于前一档。"});
    }
    rule.bands.push_back(std::move(band));
    in.warnUnknown();
}

void checkSums(NodeReader& in, const ScoreRule& rule)
{
    const int sum = std::accumulate(
        rule.terms.begin(), rule.terms.end(), 0,
        [](int all, const ScoreTerm& term) { return all + term.weight; });
    if (!rule.terms.empty() && sum != kFull) {
        in.error(
            {std::format("The weights of all terms make {}, not 100.", sum),
             std::format("各项权重合计 {}，应为 100。", sum)});
    }
    if (!rule.bands.empty() && rule.bands.back().from != 0) {
        in.error(
            {"The last band begins at 0: every score has a band.",
             "最后一档应从 0 起：每个得分都要有档次。"});
    }
}

} // namespace

void readScore(Reading& reading)
{
    std::error_code ec;
    if (!std::filesystem::exists(reading.dir / kScoreFile, ec)) {
        return;
    }
    const auto root = readToml(reading.dir, kScoreFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader in(*root, {kScoreFile}, reading.faults);
    ScoreRule& rule = reading.plan.score;
    rule.minimum = in.integer("minimum_orders", 1, kMostOrders, Need::No, rule.minimum);
    rule.satisfiedFrom = in.integer("satisfied_from", 1, kBestRating, Need::No, rule.satisfiedFrom);
    rule.decimals = in.integer("decimals", 0, kMostDecimals, Need::No, rule.decimals);
    for (auto& term : in.tables("term")) {
        readTerm(std::move(term), rule);
    }
    for (auto& deduction : in.tables("deduction", Need::No)) {
        readDeduction(std::move(deduction), rule);
    }
    for (auto& band : in.tables("band", Need::No)) {
        readBand(std::move(band), rule);
    }
    checkSums(in, rule);
    in.warnUnknown();
}

} // namespace sz::plan
