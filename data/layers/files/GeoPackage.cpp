// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/TextDecode.h"
#include "data/layers/files/GeoPackageFile.h"
#include "data/layers/files/JournalPages.h"
#include "data/layers/files/Readers.h"
#include "data/layers/files/WalPages.h"
#include "data/layers/LayerInput.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <format>
#include <new>

namespace sz::layers {
namespace {

/// The head before the well-known binary: magic, version, flags, system, envelope (OGC 12-128r19 §2.1.3). Nothing: no such head.
std::optional<BytesView> wkbWithin(BytesView blob)
{
    constexpr std::size_t kHead = 8;
    constexpr std::array<std::size_t, 5> kEnvelopes{0, 32, 48, 48, 64};
    if (blob.size() < kHead || blob[0] != 'G' || blob[1] != 'P') {
        return std::nullopt;
    }
    const std::size_t envelope = blob[3] >> 1U & 7U;
    if (envelope >= kEnvelopes.size() || blob.size() < kHead + kEnvelopes.at(envelope)) {
        return std::nullopt;
    }
    return blob.subspan(kHead + kEnvelopes.at(envelope));
}

BytesView blobOf(const SQLite::Column& column)
{
    const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
    return {data, data == nullptr ? 0 : static_cast<std::size_t>(column.getBytes())};
}

class Reader
{
public:
    Reader(GeoPackageFile& file, RawLayer& layer) : m_file(file), m_layer(layer) {}

    void run()
    {
        if (const std::string table = m_file.missing(); !table.empty()) {
            m_layer.remarks.add({.matter = Matter::NotGeoPackage, .text = table});
            return;
        }
        for (FeatureTable& table : m_file.tables(m_layer)) {
            m_layer.groups.push_back({table.name, std::move(table.system)});
            if (!m_file.db().tableExists(table.name) && !isView(table.name)) {
                m_layer.remarks.add({.matter = Matter::NotGeoPackage, .text = table.name});
                continue;
            }
            read(table);
        }
    }

private:
    bool isView(const std::string& name)
    {
        SQLite::Statement select(
            m_file.db(), "SELECT 1 FROM sqlite_master WHERE type = 'view' AND name = ?");
        select.bind(1, name);
        return select.executeStep();
    }

    void read(const FeatureTable& table)
    {
        SQLite::Statement select(m_file.db(), "SELECT * FROM " + quotedName(table.name));
        const int columns = select.getColumnCount();
        std::vector<std::uint32_t> names;
        int geometry = -1;
        for (int i = 0; i < columns; ++i) {
            const std::string name = select.getColumnName(i);
            names.push_back(m_layer.nameIndex(name));
            geometry =
                sqlite3_stricmp(name.c_str(), table.geometryColumn.c_str()) == 0 ? i : geometry;
        }
        if (geometry < 0) {
            m_layer.remarks.add(
                {.matter = Matter::NotGeoPackage, .text = table.name + "." + table.geometryColumn});
            return;
        }
        while (m_goesOn && select.executeStep()) {
            row(select, names, geometry);
        }
    }

    void row(SQLite::Statement& select, const std::vector<std::uint32_t>& names, int geometry)
    {
        RawFeature feature;
        feature.head.group = static_cast<std::uint32_t>(m_layer.groups.size() - 1);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (static_cast<int>(i) != geometry) {
                feature.head.properties.push_back(
                    value(select.getColumn(static_cast<int>(i)), names[i]));
            }
        }
        nameByProperties(m_layer, feature.head);
        const std::string fault = shape(select.getColumn(geometry), feature.geometry);
        if (fault.empty()) {
            m_goesOn = m_goesOn && m_layer.add(std::move(feature));
            return;
        }
        const bool isOther = fault.starts_with("type ");
        m_layer.remarks.add(
            {.matter = isOther ? Matter::OtherGeometry : Matter::BadGeometry,
             .feature = {m_layer.nextNumber(), feature.head.id, feature.head.name},
             .text = isOther ? "WKB " + fault : "WKB",
             .other = fault});
        m_layer.skipNumber();
    }

    std::string shape(const SQLite::Column& column, FileGeometry& into)
    {
        if (column.isNull()) {
            return {};
        }
        const auto wkb = wkbWithin(blobOf(column));
        if (!wkb) {
            return "head";
        }
        std::string fault = readWkb(*wkb, into, m_layer.heights);
        m_goesOn = m_layer.countPoints(wkb->size() / 16) && m_goesOn;
        return fault;
    }

    Property value(const SQLite::Column& column, std::uint32_t name)
    {
        switch (column.getType()) {
        case SQLITE_NULL:
            return {name, ValueKind::Null, {}};
        case SQLITE_INTEGER:
            return {name, ValueKind::Number, std::to_string(column.getInt64())};
        case SQLITE_FLOAT:
            return {name, ValueKind::Number, std::format("{}", column.getDouble())};
        case SQLITE_BLOB:
            return {name, ValueKind::Nested, toHex(blobOf(column))};
        default:
            return {name, ValueKind::Text, text(column.getString())};
        }
    }

    // SQLite believes whoever wrote it that it is UTF-8.
    std::string text(std::string raw)
    {
        if (isUtf8(raw)) {
            return raw;
        }
        if (m_layer.remarks.count(Matter::OtherEncoding) == 0) {
            m_layer.remarks.add(
                {.matter = Matter::OtherEncoding, .text = "GB18030", .other = "UTF-8"});
        }
        return exchange::decodeText(viewOf(raw), exchange::Encoding::Gb18030);
    }

    GeoPackageFile& m_file;
    RawLayer& m_layer;
    bool m_goesOn = true;
};

Remark databaseRemark(const SQLite::Exception& e, bool wasSlow)
{
    if (wasSlow) {
        return {.matter = Matter::TooSlow};
    }
    return {.matter = Matter::DatabaseDamaged, .text = e.what()};
}

} // namespace

void readGeoPackage(std::span<std::uint8_t> bytes, const Beside& beside, RawLayer& layer)
{
    layer.format = Format::GeoPackage;
    const JournalPages before = withJournal(bytes, beside.journal);
    if (before.changed > 0 || before.isBroken) {
        layer.remarks.add(
            {.matter = Matter::UnwrittenPages,
             .text = std::string(kJournalEnding),
             .a = static_cast<std::int64_t>(before.changed),
             .b = before.isBroken ? 1 : 0});
    }
    const WalPages whole = withLog(before.bytes, beside.log);
    if (whole.changed > 0 || whole.isBroken) {
        layer.remarks.add(
            {.matter = Matter::UnwrittenPages,
             .a = static_cast<std::int64_t>(whole.changed),
             .b = whole.isBroken ? 1 : 0});
    }
    bool wasSlow = false;
    try {
        GeoPackageFile package(whole.bytes);
        try {
            Reader(package, layer).run();
        } catch (const SQLite::Exception&) {
            wasSlow = package.wasSlow();
            throw;
        }
    } catch (const SQLite::Exception& e) {
        if (e.getErrorCode() == SQLITE_NOMEM) {
            throw std::bad_alloc();
        }
        layer.remarks.add(databaseRemark(e, wasSlow));
    }
}

} // namespace sz::layers
