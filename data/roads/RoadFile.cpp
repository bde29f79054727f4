// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roads/RoadFile.h"

#include "data/packs/MbMetadata.h"
#include "data/packs/MbTiles.h"
#include "data/packs/Pack.h"
#include "data/packs/ReadOnlySqlite.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <fstream>
#include <map>
#include <tuple>
#include <utility>

namespace sz::roads {
namespace {

constexpr std::chrono::seconds kFactsPatience{5};
constexpr std::chrono::seconds kRowsPatience{60};
constexpr int kMostFacts = 100;
constexpr double kRounding = 1e-9; ///< degrees: bounds are written as text

constexpr auto kFacts = "SELECT name, value FROM meta";
constexpr auto kPoints = "SELECT id, lon, lat FROM points ORDER BY id";
constexpr auto kStretches =
    "SELECT id, point_from, point_to, kmh, oneway, joined FROM stretches ORDER BY id";

using File = std::unique_ptr<packs::ReadOnlySqlite>;

/// Work on the file whose own refusals are a road graph's; SQLite's become ours.
template <class Work>
auto run(packs::ReadOnlySqlite& file, std::chrono::milliseconds patience, Work work)
    -> decltype(work())
{
    using Answer = decltype(work());
    Answer answer = refuse(Fault::Damaged);
    const auto ran = file.run(patience, [&]() -> packs::Expected<void> {
        answer = work();
        return {};
    });
    return ran ? std::move(answer) : Answer(std::unexpected(problemOf(ran.error())));
}

Expected<File> openFile(const std::filesystem::path& path)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) { // a pipe would be waited for
        return refuse(
            Fault::Unreadable,
            (failed ? failed : std::make_error_code(std::errc::invalid_argument)).message());
    }
    const auto bytes = std::filesystem::file_size(path, failed);
    std::string magic(packs::kSqliteMagic.size(), '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return refuse(
            Fault::Unreadable, std::make_error_code(std::errc::permission_denied).message());
    }
    in.read(magic.data(), static_cast<std::streamsize>(magic.size()));
    if (in.gcount() == 0) {
        return refuse(Fault::Empty);
    }
    if (magic != packs::kSqliteMagic) {
        return refuse(Fault::NotRoads);
    }
    auto opened = packs::ReadOnlySqlite::open(path, bytes);
    if (!opened) {
        return std::unexpected(problemOf(opened.error()));
    }
    return std::move(*opened);
}

Expected<void> checkKind(packs::ReadOnlySqlite& file)
{
    if (file.db().execAndGet("PRAGMA application_id").getInt() != kApplicationId) {
        return refuse(Fault::NotRoads);
    }
    const int version = file.db().execAndGet("PRAGMA user_version").getInt();
    if (version > kFileVersion) {
        return refuse(Fault::NewerVersion, std::to_string(version));
    }
    if (version < 1) {
        return refuse(Fault::Damaged, std::format("version {}", version));
    }
    for (const char* table : {"meta", "points", "stretches"}) {
        if (!file.hasTable(table)) {
            return refuse(Fault::Damaged, std::string("table ") + table);
        }
    }
    return {};
}

/// One street alone may have no height or no width.
bool isOnEarth(const packs::Bounds& bounds)
{
    return bounds.west <= bounds.east && bounds.south <= bounds.north && bounds.west >= -180
           && bounds.east <= 180 && bounds.south >= -90 && bounds.north <= 90;
}

using Said = std::map<std::string, std::string>;

Expected<Said> readSaid(packs::ReadOnlySqlite& file)
{
    Said said;
    SQLite::Statement rows(file.db(), kFacts);
    for (int count = 0; rows.executeStep(); ++count) {
        if (count == kMostFacts) {
            return refuse(Fault::Damaged, "meta");
        }
        said[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    }
    return said;
}

/// Facts one after another; the first that is missing or wrong is kept.
class FactReader
{
public:
    explicit FactReader(const Said& said) : m_said(said) {}

    std::string text(const char* name)
    {
        const auto it = m_said.find(name);
        if (it == m_said.end() || it->second.empty()) {
            note(Fault::NoFact, name);
            return {};
        }
        if (packs::plainLine(it->second) != it->second) {
            note(Fault::BadFact, name);
        }
        return it->second;
    }

    std::int64_t number(const char* name, std::int64_t most)
    {
        const std::string said = text(name);
        std::int64_t value = 0;
        const auto [end, bad] = std::from_chars(said.data(), said.data() + said.size(), value);
        if (bad != std::errc{} || end != said.data() + said.size() || value < 0 || value > most) {
            note(Fault::BadFact, std::format("{} {}", name, packs::plainLine(said)));
        }
        return value;
    }

    void bounds(RoadFacts& facts)
    {
        const std::string said = text("bounds");
        const auto read = packs::boundsFrom(said);
        if (!read || !isOnEarth(*read)) {
            note(Fault::BadFact, "bounds " + packs::plainLine(said));
            return;
        }
        facts.southWest = {read->west, read->south};
        facts.northEast = {read->east, read->north};
        const double wide = std::max(read->east - read->west, read->north - read->south);
        if (wide > kMostDegrees) {
            note(Fault::TooLarge, std::format("{:.1f}°", wide));
        }
    }

    [[nodiscard]] bool has(const char* name) const { return m_said.contains(name); }
    [[nodiscard]] const std::optional<Problem>& problem() const { return m_problem; }

private:
    void note(Fault fault, std::string what)
    {
        if (!m_problem) {
            m_problem = Problem{fault, std::move(what)};
        }
    }

    const Said& m_said;
    std::optional<Problem> m_problem;
};

Expected<RoadFacts> factsOf(const Said& said)
{
    constexpr std::int64_t kYear3000 = 32'503'680'000'000;
    FactReader reader(said);
    RoadFacts facts;
    facts.name = reader.text("name");
    facts.source = reader.text("source");
    if (reader.has("osm_timestamp")) {
        facts.dated = fromUtcMs(reader.number("osm_timestamp", kYear3000));
    }
    facts.built = fromUtcMs(reader.number("built_at", kYear3000));
    reader.bounds(facts);
    constexpr auto kMost = std::int64_t{1'000'000'000};
    facts.points = static_cast<std::uint64_t>(reader.number("points", kMost));
    facts.stretches = static_cast<std::uint64_t>(reader.number("stretches", kMost));
    std::ignore = reader.text("sha256");
    if (reader.problem()) {
        return std::unexpected(*reader.problem());
    }
    if (facts.points > kMostPoints || facts.stretches > kMostStretches) {
        return refuse(Fault::TooLarge, std::format("{} / {}", facts.points, facts.stretches));
    }
    return facts;
}

bool isNumber(const SQLite::Column& column)
{
    return column.isFloat() || column.isInteger();
}

Expected<void> readPoints(packs::ReadOnlySqlite& file, RoadNet& net)
{
    const RoadFacts& facts = net.facts;
    const auto isWithin = [](double value, double least, double most) {
        return value >= least - kRounding && value <= most + kRounding; // false for no number
    };
    net.points.reserve(facts.points);
    SQLite::Statement rows(file.db(), kPoints);
    while (rows.executeStep()) {
        const auto number = static_cast<std::int64_t>(net.points.size());
        const auto lon = rows.getColumn(1);
        const auto lat = rows.getColumn(2);
        const Wgs84 at{lon.getDouble(), lat.getDouble()};
        if (rows.getColumn(0).getInt64() != number) {
            return refuse(Fault::BadPoint, std::format("{}: id", number));
        }
        if (!isNumber(lon) || !isWithin(at.lon, facts.southWest.lon, facts.northEast.lon)) {
            return refuse(Fault::BadPoint, std::format("{}: lon {}", number, at.lon));
        }
        if (!isNumber(lat) || !isWithin(at.lat, facts.southWest.lat, facts.northEast.lat)) {
            return refuse(Fault::BadPoint, std::format("{}: lat {}", number, at.lat));
        }
        net.points.push_back(at);
        if (net.points.size() > facts.points) {
            break;
        }
    }
    if (net.points.size() != facts.points) {
        return refuse(
            Fault::OtherCount, std::format("points {} / {}", net.points.size(), facts.points));
    }
    return {};
}

Expected<Stretch> stretchOf(SQLite::Statement& row, std::int64_t number, std::size_t points)
{
    Stretch out;
    for (const int end : {1, 2}) {
        const auto column = row.getColumn(end);
        const std::int64_t point = column.getInt64();
        if (!column.isInteger() || point < 0 || point >= static_cast<std::int64_t>(points)) {
            return refuse(Fault::BadEnd, std::format("{}: {} / {}", number, point, points));
        }
        (end == 1 ? out.from : out.to) = static_cast<std::uint32_t>(point);
    }
    if (out.from == out.to) {
        return refuse(Fault::BadStretch, std::format("{}: {} = {}", number, out.from, out.to));
    }
    const auto speed = row.getColumn(3);
    const double kmh = speed.getDouble();
    if (!isNumber(speed) || !(kmh >= kLeastKmh && kmh <= kMostKmh)) {
        return refuse(
            Fault::BadSpeed,
            std::format("{}: {}", number, speed.isNull() ? "NULL" : std::format("{}", kmh)));
    }
    out.kmh = static_cast<float>(kmh);
    for (const int flag : {4, 5}) {
        const auto column = row.getColumn(flag);
        if (!column.isInteger() || (column.getInt64() != 0 && column.getInt64() != 1)) {
            return refuse(
                Fault::BadStretch, std::format("{}: {}", number, flag == 4 ? "oneway" : "joined"));
        }
        (flag == 4 ? out.isOneWay : out.isJoined) = column.getInt64() == 1;
    }
    return out;
}

Expected<void> readStretches(packs::ReadOnlySqlite& file, RoadNet& net)
{
    const RoadFacts& facts = net.facts;
    net.stretches.reserve(facts.stretches);
    SQLite::Statement rows(file.db(), kStretches);
    while (rows.executeStep() && net.stretches.size() <= facts.stretches) {
        const auto number = static_cast<std::int64_t>(net.stretches.size());
        if (rows.getColumn(0).getInt64() != number) {
            return refuse(Fault::BadStretch, std::format("{}: id", number));
        }
        const auto one = stretchOf(rows, number, net.points.size());
        if (!one) {
            return std::unexpected(one.error());
        }
        net.stretches.push_back(*one);
    }
    if (net.stretches.size() != facts.stretches) {
        return refuse(
            Fault::OtherCount,
            std::format("stretches {} / {}", net.stretches.size(), facts.stretches));
    }
    return {};
}

Expected<RoadNet> readNet(packs::ReadOnlySqlite& file)
{
    const auto said = readSaid(file);
    if (!said) {
        return std::unexpected(said.error());
    }
    auto facts = factsOf(*said);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    RoadNet net{std::move(*facts), {}, {}};
    if (const auto read = readPoints(file, net).and_then([&] { return readStretches(file, net); });
        !read) {
        return std::unexpected(read.error());
    }
    if (net.stretches.empty()) {
        return refuse(Fault::NoRoads);
    }
    if (digestOf(net) != said->at("sha256")) {
        return refuse(Fault::OtherDigest);
    }
    return net;
}

} // namespace

Expected<RoadFacts> readFacts(const std::filesystem::path& path)
{
    return openFile(path).and_then([](const File& file) {
        return run(*file, kFactsPatience, [&]() -> Expected<RoadFacts> {
            return checkKind(*file)
                .and_then([&] { return readSaid(*file); })
                .and_then([](const Said& said) { return factsOf(said); });
        });
    });
}

Expected<RoadNet> readRoads(const std::filesystem::path& path)
{
    return openFile(path).and_then([](const File& file) {
        return run(*file, kRowsPatience, [&]() -> Expected<RoadNet> {
            return checkKind(*file).and_then([&] { return readNet(*file); });
        });
    });
}

} // namespace sz::roads
