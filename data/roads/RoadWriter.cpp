// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Hash.h"
#include "data/roads/RoadFile.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <bit>
#include <format>

namespace sz::roads {
namespace {

constexpr const char* kTables =
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
    "CREATE TABLE points(id INTEGER PRIMARY KEY, lon REAL NOT NULL, lat REAL NOT NULL) STRICT;"
    "CREATE TABLE stretches(id INTEGER PRIMARY KEY, point_from INTEGER NOT NULL, "
    "point_to INTEGER NOT NULL, kmh REAL NOT NULL, oneway INTEGER NOT NULL, "
    "joined INTEGER NOT NULL) STRICT;";
constexpr const char* kAddFact = "INSERT INTO meta VALUES(?1,?2)";
constexpr const char* kAddPoint = "INSERT INTO points VALUES(?1,?2,?3)";
constexpr const char* kAddStretch = "INSERT INTO stretches VALUES(?1,?2,?3,?4,?5,?6)";
constexpr std::size_t kRowsPerLook = 50'000;

/// Little-endian, whatever the machine is.
class Digesting
{
public:
    void add(std::uint64_t value)
    {
        for (unsigned i = 0; i < 8; ++i) {
            m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
        }
        if (m_bytes.size() > 64 * 1024) {
            m_hash.add(m_bytes);
            m_bytes.clear();
        }
    }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    void add(const std::string& text)
    {
        add(std::uint64_t{text.size()});
        m_hash.add(m_bytes);
        m_bytes.clear();
        m_hash.add(viewOf(text));
    }
    [[nodiscard]] std::string finish()
    {
        m_hash.add(m_bytes);
        return toHex(m_hash.finish());
    }

private:
    Sha256 m_hash;
    Bytes m_bytes;
};

struct Cancelled
{
};

void bound(RoadNet& net)
{
    net.facts.points = net.points.size();
    net.facts.stretches = net.stretches.size();
    if (net.points.empty()) {
        return;
    }
    const auto [west, east] = std::ranges::minmax(net.points, {}, &Wgs84::lon);
    const auto [south, north] = std::ranges::minmax(net.points, {}, &Wgs84::lat);
    net.facts.southWest = {west.lon, south.lat};
    net.facts.northEast = {east.lon, north.lat};
}

class Writing
{
public:
    Writing(
        const RoadNet& net,
        const std::filesystem::path& part,
        const std::function<bool(double)>& go)
        : m_net(net), m_db(part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), m_go(go)
    {
    }

    void run()
    {
        m_db.exec("PRAGMA journal_mode=MEMORY"); // a part that was cut off is never used
        m_db.exec("PRAGMA synchronous=FULL");
        m_db.exec(std::format("PRAGMA application_id={}", kApplicationId));
        m_db.exec(std::format("PRAGMA user_version={}", kFileVersion));
        SQLite::Transaction transaction(m_db);
        m_db.exec(kTables);
        writeFacts();
        writePoints();
        writeStretches();
        transaction.commit();
    }

private:
    void writeFacts()
    {
        const RoadFacts& facts = m_net.facts;
        SQLite::Statement add(m_db, kAddFact);
        const auto say = [&add](const char* name, const std::string& value) {
            add.reset();
            add.bind(1, name);
            add.bind(2, value);
            add.exec();
        };
        say("name", facts.name);
        say("source", facts.source);
        if (facts.dated) {
            say("osm_timestamp", std::to_string(toUtcMs(*facts.dated)));
        }
        say("built_at", std::to_string(toUtcMs(facts.built)));
        say("bounds", std::format(
                          "{},{},{},{}", facts.southWest.lon, facts.southWest.lat,
                          facts.northEast.lon, facts.northEast.lat));
        say("points", std::to_string(facts.points));
        say("stretches", std::to_string(facts.stretches));
        say("sha256", digestOf(m_net));
        say("attribution", "© OpenStreetMap contributors (ODbL)");
    }

    void writePoints()
    {
        SQLite::Statement add(m_db, kAddPoint);
        for (std::size_t i = 0; i < m_net.points.size(); ++i) {
            look();
            add.reset();
            add.bind(1, static_cast<std::int64_t>(i));
            add.bind(2, m_net.points[i].lon);
            add.bind(3, m_net.points[i].lat);
            add.exec();
        }
    }

    void writeStretches()
    {
        SQLite::Statement add(m_db, kAddStretch);
        for (std::size_t i = 0; i < m_net.stretches.size(); ++i) {
            look();
            const Stretch& one = m_net.stretches[i];
            add.reset();
            add.bind(1, static_cast<std::int64_t>(i));
            add.bind(2, static_cast<std::int64_t>(one.from));
            add.bind(3, static_cast<std::int64_t>(one.to));
            add.bind(4, static_cast<double>(one.kmh));
            add.bind(5, one.isOneWay ? 1 : 0);
            add.bind(6, one.isJoined ? 1 : 0);
            add.exec();
        }
    }

    void look()
    {
        const auto all = static_cast<double>(m_net.points.size() + m_net.stretches.size());
        if (m_done++ % kRowsPerLook == 0 && m_go && !m_go(static_cast<double>(m_done) / all)) {
            throw Cancelled{};
        }
    }

    const RoadNet& m_net;
    SQLite::Database m_db;
    const std::function<bool(double)>& m_go;
    std::size_t m_done = 0;
};

Result<void> writePart(
    const RoadNet& net,
    const std::filesystem::path& part,
    const std::function<bool(double)>& go)
{
    try {
        Writing(net, part, go).run();
        return {};
    } catch (const SQLite::Exception& e) {
        const bool isFull = e.getErrorCode() == SQLITE_FULL;
        return fail(isFull ? Code::NoSpace : Code::StoreWrite, e.what(), part.string());
    } catch (const Cancelled&) {
        return fail(Code::Cancelled, "stopped", part.string());
    }
}

} // namespace

std::string digestOf(const RoadNet& net)
{
    Digesting digest;
    const RoadFacts& facts = net.facts;
    digest.add(facts.name);
    digest.add(facts.source);
    digest.add(static_cast<std::uint64_t>(facts.dated ? toUtcMs(*facts.dated) : 0));
    digest.add(static_cast<std::uint64_t>(toUtcMs(facts.built)));
    for (const Wgs84& corner : {facts.southWest, facts.northEast}) {
        digest.add(corner.lon);
        digest.add(corner.lat);
    }
    digest.add(facts.points);
    digest.add(facts.stretches);
    for (const Wgs84& point : net.points) {
        digest.add(point.lon);
        digest.add(point.lat);
    }
    for (const Stretch& one : net.stretches) {
        digest.add(std::uint64_t{one.from} << 32U | one.to);
        digest.add(static_cast<double>(one.kmh));
        digest.add(std::uint64_t{one.isOneWay} << 1U | std::uint64_t{one.isJoined});
    }
    return digest.finish();
}

Result<void>
writeRoads(RoadNet net, const std::filesystem::path& file, const std::function<bool(double)>& go)
{
    bound(net);
    std::filesystem::path part = file;
    part += ".part";
    std::error_code ec;
    std::filesystem::remove(part, ec);
    if (auto written = writePart(net, part, go); !written) {
        std::filesystem::remove(part, ec);
        return written;
    }
    std::filesystem::rename(part, file, ec);
    if (ec) {
        const std::string why = ec.message();
        std::filesystem::remove(part, ec);
        return fail(Code::Io, why, file.string());
    }
    return {};
}

} // namespace sz::roads
