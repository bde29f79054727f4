// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/packs/PackMaker.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>

#include <SQLiteCpp/SQLiteCpp.h>

#include <format>
#include <stdexcept>
#include <webp/encode.h>

namespace sz::test {

QImage tileImage(const packs::TileId& tile, const QColor& ground, int side)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.setPen(QColor(0x77, 0x77, 0x77));
    painter.drawRect(0, 0, side - 1, side - 1);
    if (side >= 128) {
        QFont font(QStringLiteral("Noto Sans CJK SC"));
        font.setPixelSize(26);
        painter.setFont(font);
        painter.setPen(Qt::black);
        painter.drawText(
            image.rect(), Qt::AlignCenter,
            QStringLiteral("%1/%2/%3").arg(tile.zoom).arg(tile.x).arg(tile.y));
    }
    return image;
}

QByteArray encoded(const QImage& image, packs::TileFormat format)
{
    if (format == packs::TileFormat::Webp) {
        const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888);
        std::uint8_t* bytes = nullptr;
        const std::size_t size = WebPEncodeLosslessRGBA(
            rgba.constBits(), rgba.width(), rgba.height(), static_cast<int>(rgba.bytesPerLine()),
            &bytes);
        QByteArray out(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
        WebPFree(bytes);
        return out;
    }
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    const bool isPng =
        format == packs::TileFormat::Png; // its "quality" would be how little it is packed
    if (!image.save(&buffer, isPng ? "PNG" : "JPG", isPng ? -1 : 90)) {
        throw std::runtime_error("no image writer");
    }
    return out;
}

std::vector<MadeTile> madeTiles(
    const packs::Bounds& bounds,
    int minZoom,
    int maxZoom,
    const QColor& ground,
    packs::TileFormat format,
    int side)
{
    std::vector<MadeTile> tiles;
    for (int zoom = minZoom; zoom <= maxZoom; ++zoom) {
        const packs::TileRange range = tilesIn(bounds, zoom);
        for (std::uint64_t i = 0; i < range.count(); ++i) {
            const packs::TileId id = range.at(i);
            tiles.push_back({id, encoded(tileImage(id, ground, side), format)});
        }
    }
    return tiles;
}

Metadata metadataFor(const packs::Bounds& bounds, int minZoom, int maxZoom, const std::string& name)
{
    return {
        {"name", name},
        {"format", "png"},
        {"attribution", "© test data"},
        {"minzoom", std::to_string(minZoom)},
        {"maxzoom", std::to_string(maxZoom)},
        {"bounds",
         std::format("{},{},{},{}", bounds.west, bounds.south, bounds.east, bounds.north)}};
}

void writeMbTiles(
    const std::filesystem::path& file,
    const Metadata& metadata,
    const std::vector<MadeTile>& tiles)
{
    std::filesystem::remove(file);
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Transaction transaction(db);
    db.exec("CREATE TABLE metadata (name TEXT, value TEXT);"
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, "
            "tile_data BLOB);"
            "CREATE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);");
    SQLite::Statement said(db, "INSERT INTO metadata VALUES (?, ?)");
    for (const auto& [name, value] : metadata) {
        said.bind(1, name);
        said.bind(2, value);
        said.exec();
        said.reset();
    }
    SQLite::Statement row(db, "INSERT INTO tiles VALUES (?, ?, ?, ?)");
    for (const MadeTile& tile : tiles) {
        row.bind(1, tile.id.zoom);
        row.bind(2, tile.id.x);
        row.bind(3, (1U << static_cast<unsigned>(tile.id.zoom)) - 1 - tile.id.y);
        row.bind(4, tile.bytes.constData(), static_cast<int>(tile.bytes.size()));
        row.exec();
        row.reset();
    }
    transaction.commit();
}

void changeMbTiles(const std::filesystem::path& file, const std::string& sql)
{
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
    db.exec(sql);
}

QByteArray readAll(const std::filesystem::path& file)
{
    QFile in(QString::fromStdString(file.string()));
    if (!in.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("cannot read " + file.string());
    }
    return in.readAll();
}

void writeAll(const std::filesystem::path& file, const QByteArray& bytes)
{
    QFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
        throw std::runtime_error("cannot write " + file.string());
    }
}

} // namespace sz::test
