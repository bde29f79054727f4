// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// campaign-import: a sheet of 155,000 hazard places, from the file to items that may be imported. Floor: the same file read line by
// line; nothing that looks at its cells can be had for less.
#include "data/exchange/CampaignSheet.h"
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/desk/LongFeed.h"

#include <algorithm>
#include <chrono>
#include <fstream>

namespace sz::bench {
namespace {

constexpr int kRows = 155'000;
constexpr int kQuickRows = 500;
constexpr int kRounds = 5;
constexpr double kGoalRate = 20'000; ///< rows a second
const Instant kNow = fromUtcMs(1'792'218'130'000);

double rate(int rows, std::chrono::steady_clock::time_point start)
{
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return rows / took.count();
}

/// As an office would send it: three ways of naming a unit, support units, dates, one row in a thousand wrong.
Result<void> writeSheet(const std::filesystem::path& file, int rows)
{
    std::ofstream out(file, std::ios::binary);
    out << "编号,隐患名称,责任单位,配合单位,整改时限,地点,类别\n";
    constexpr const char* kUnits[] = {"武昌区", "D02", "硚口", "汉阳区", "城管"};
    constexpr const char* kDates[] = {"2026-11-30", "2026/11/15", "11月20日"};
    for (int n = 1; n <= rows; ++n) {
        out << "YH-" << n << ",第" << n << "处：餐饮场所燃气软管老化、未装报警器,"
            << (n % 1000 == 0 ? "某某局" : kUnits[n % 5]) << ",公安、教育," << kDates[n % 3]
            << ",友谊大道" << n % 900 << "号,燃气\n";
    }
    if (!out.flush()) {
        return fail(Code::Io, "the sheet cannot be written", file.string());
    }
    return {};
}

double readLines(const std::filesystem::path& file, int rows)
{
    const auto start = std::chrono::steady_clock::now();
    std::ifstream in(file, std::ios::binary);
    std::string line;
    int lines = 0;
    while (std::getline(in, line)) {
        ++lines;
    }
    return lines == rows + 1 ? rate(rows, start) : 0;
}

} // namespace

Outcome campaignImport(const Setting& setting)
{
    const auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const int rows = setting.count(kRows, kQuickRows);
    const std::filesystem::path file = setting.folder / "hazards.csv";
    if (auto ok = writeSheet(file, rows); !ok) {
        return std::unexpected(ok.error());
    }
    const exchange::SheetSpan span{kNow, kNow + std::chrono::days(30)};
    std::vector<double> ours;
    std::vector<double> floors;
    for (int round = 0; round < kRounds; ++round) {
        floors.push_back(readLines(file, rows));
        const auto start = std::chrono::steady_clock::now();
        auto sheet = exchange::openSheet(file);
        if (!sheet) {
            return std::unexpected(sheet.error());
        }
        auto reading =
            exchange::readCampaign(*sheet, exchange::mappingOf(sheet->head), **plan, span);
        if (!reading) {
            return std::unexpected(reading.error());
        }
        const auto refused = reading->refused.size();
        const auto acts = exchange::importActs(*sheet, std::move(*reading), span);
        ours.push_back(rate(rows, start));
        std::size_t items = 0;
        for (const model::ImportItems& act : acts) {
            items += act.items.size();
        }
        if (items + refused != static_cast<std::size_t>(rows)
            || refused != static_cast<std::size_t>(rows / 1000)) {
            return fail(Code::Internal, "rows were lost");
        }
    }
    return std::vector{Measured{
        "campaign-import",
        median(ours),
        "rows/s",
        median(floors),
        "the same file read line by line",
        {Goal::Of::AtLeast, kGoalRate},
        ours.size()}};
}

} // namespace sz::bench
