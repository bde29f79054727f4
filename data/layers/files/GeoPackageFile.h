// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A SQLite file from outside, in memory: opened so that it can be read and nothing else.

#include "data/layers/RawLayer.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <span>
#include <string>

namespace sz::layers {

/// A table of features, as gpkg_contents and gpkg_geometry_columns have it.
struct FeatureTable
{
    std::string name;
    std::string geometryColumn;
    StatedSystem system;
};

/// Read-only, no trigger or function of the file's own is trusted, and what takes longer than `kLongest` is broken off.
/// Throws SQLite::Exception, as SQLiteCpp does; readGeoPackage catches it.
class GeoPackageFile
{
public:
    static constexpr std::chrono::seconds kLongest{8};

    /// A private copy that outlives it. A database that was left in write-ahead mode says so in two bytes of its head, and they
    /// are changed: there is nothing beside these bytes.
    explicit GeoPackageFile(std::span<std::uint8_t> bytes);

    [[nodiscard]] SQLite::Database& db() { return m_db; }
    /// Empty: it is a GeoPackage; else which of its tables is missing.
    [[nodiscard]] std::string missing();
    /// Tables of other data, tiles, are remarked.
    [[nodiscard]] std::vector<FeatureTable> tables(RawLayer& layer);
    /// It was broken off.
    [[nodiscard]] bool wasSlow() const { return m_wasSlow; }

private:
    static int onProgress(void* self);
    [[nodiscard]] StatedSystem systemOf(std::int64_t id);

    SQLite::Database m_db;
    std::chrono::steady_clock::time_point m_until = std::chrono::steady_clock::now() + kLongest;
    bool m_wasSlow = false;
};

/// "name" as an SQL identifier.
[[nodiscard]] std::string quotedName(std::string_view name);

} // namespace sz::layers
