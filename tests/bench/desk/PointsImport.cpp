// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// points-import: 91,000 points from CSV (GCJ-02) and from GeoJSON, read by the confined child as the console does, converted and judged; drawing them is not in it. Floors: the
// same bytes split into lines, cells and numbers, and the same bytes through Boost.JSON's parser with nobody listening.
#include "data/layers/child/ReadConfined.h"
#include "tests/bench/desk/DeskBenches.h"

#include <boost/json/basic_parser_impl.hpp>

#include <charconv>
#include <chrono>
#include <format>
#include <fstream>
#include <functional>

namespace sz::bench {
namespace {

constexpr int kPoints = 91'000;
constexpr int kQuickPoints = 500;
constexpr int kRounds = 5;
constexpr double kGoalMs = 3000; ///< with drawing

double milliseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    return took.count();
}

double lonOf(int n)
{
    return 113.7 + n % 911 * 0.0014;
}

double latOf(int n)
{
    return 30.0 + n / 911 * 0.013;
}

// As an office exports its places.
Result<void> writeCsv(const std::filesystem::path& file, int points)
{
    std::ofstream out(file, std::ios::binary);
    out << "编号,名称,类别,地址,电话,lon,lat\n";
    for (int n = 1; n <= points; ++n) {
        out << std::format(
            "CG-{},第{}号监控点,球机,武昌区友谊大道{}号,8-{},{:.6f},{:.6f}\n", n, n, n % 900,
            n % 9999, lonOf(n), latOf(n));
    }
    return out.flush() ? Result<void>() : fail(Code::Io, "cannot be written", file.string());
}

Result<void> writeGeoJson(const std::filesystem::path& file, int points)
{
    std::ofstream out(file, std::ios::binary);
    out << R"({"type":"FeatureCollection","features":[)";
    for (int n = 1; n <= points; ++n) {
        out << (n > 1 ? "," : "")
            << std::format(
                   "\n{{\"type\":\"Feature\",\"id\":{},\"properties\":{{\"名称\":\"第{}号监控点\","
                   "\"类别\":\"球机\","
                   "\"地址\":\"武昌区友谊大道{}号\",\"电话\":\"8-{}\"}},\"geometry\":{{\"type\":"
                   "\"Point\","
                   "\"coordinates\":[{:.6f},{:.6f}]}}}}",
                   n, n, n % 900, n % 9999, lonOf(n), latOf(n));
    }
    out << "]}\n";
    return out.flush() ? Result<void>() : fail(Code::Io, "cannot be written", file.string());
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Lines, cells, and the last two cells as numbers; their sum, so that nothing is left out by the compiler.
double splitCsv(const std::filesystem::path& file)
{
    const std::string text = contentOf(file);
    double sum = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        while (at < end) {
            const std::size_t cut = std::min(text.find(',', at), end);
            double value = 0;
            std::from_chars(text.data() + at, text.data() + cut, value);
            sum += value;
            at = cut + 1;
        }
        at = end + 1;
    }
    return sum;
}

struct Nobody
{
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using Text = boost::json::string_view;
    using Ec = boost::system::error_code;
    std::size_t numbers = 0;
    bool on_document_begin(Ec&) { return true; }
    bool on_document_end(Ec&) { return true; }
    bool on_object_begin(Ec&) { return true; }
    bool on_object_end(std::size_t, Ec&) { return true; }
    bool on_array_begin(Ec&) { return true; }
    bool on_array_end(std::size_t, Ec&) { return true; }
    bool on_key_part(Text, std::size_t, Ec&) { return true; }
    bool on_key(Text, std::size_t, Ec&) { return true; }
    bool on_string_part(Text, std::size_t, Ec&) { return true; }
    bool on_string(Text, std::size_t, Ec&) { return true; }
    bool on_number_part(Text, Ec&) { return true; }
    bool on_int64(std::int64_t, Text, Ec&) { return true; }
    bool on_uint64(std::uint64_t, Text, Ec&) { return true; }
    bool on_double(double, Text, Ec&) { return ++numbers > 0; }
    bool on_bool(bool, Ec&) { return true; }
    bool on_null(Ec&) { return true; }
    bool on_comment_part(Text, Ec&) { return true; }
    bool on_comment(Text, Ec&) { return true; }
};

std::size_t parseJson(const std::filesystem::path& file)
{
    const std::string text = contentOf(file);
    boost::json::basic_parser<Nobody> parser(boost::json::parse_options{});
    boost::system::error_code ec;
    parser.write_some(false, text.data(), text.size(), ec);
    return ec ? 0 : parser.handler().numbers;
}

struct Case
{
    const char* name;
    std::filesystem::path file;
    std::optional<geo::CoordinateSystem> from;
    std::function<bool()> floor; ///< true: it saw all of it
    const char* floorName;
};

Result<Measured> measure(const Case& one, int points)
{
    std::vector<double> ours;
    std::vector<double> floors;
    for (int round = 0; round < kRounds; ++round) {
        bool isSeen = false;
        floors.push_back(milliseconds([&] { isSeen = one.floor(); }));
        layers::LayerSummary layer;
        layers::ConfinedReading how{.options = {.from = one.from}};
        how.program = SANZHEN_PARSER_PROGRAM;
        ours.push_back(milliseconds([&] { layer = layers::readConfined(one.file, how); }));
        if (!isSeen || layer.isRefused() || layer.points != static_cast<std::uint64_t>(points)) {
            return fail(Code::Internal, "points were lost", one.file.string());
        }
    }
    return Measured{one.name,       median(ours),  "ms",
                    median(floors), one.floorName, {Goal::Of::Value, kGoalMs},
                    ours.size()};
}

} // namespace

Outcome pointsImport(const Setting& setting)
{
    const int points = setting.count(kPoints, kQuickPoints);
    const auto csv = setting.folder / "points.csv";
    const auto json = setting.folder / "points.geojson";
    if (auto ok = writeCsv(csv, points); !ok) {
        return std::unexpected(ok.error());
    }
    if (auto ok = writeGeoJson(json, points); !ok) {
        return std::unexpected(ok.error());
    }
    const geo::CoordinateSystem gcj{geo::Datum::Gcj02, {}};
    const auto a = measure(
        {"points-import", csv, gcj, [&] { return splitCsv(csv) > 0; },
         "CSV: lines, cells, numbers; ours also GCJ-02 to WGS-84, without drawing"},
        points);
    const auto b = measure(
        {"points-import-json", json, std::nullopt,
         [&] { return parseJson(json) >= static_cast<std::size_t>(points); },
         "GeoJSON: Boost.JSON's parser, nobody listening; without drawing"},
        points);
    if (!a || !b) {
        return std::unexpected(a ? b.error() : a.error());
    }
    return std::vector<Measured>{*a, *b};
}

} // namespace sz::bench
