// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// makepack OUT.mbtiles|OUT.pmtiles [MINZOOM MAXZOOM [COLOUR [W,S,E,N]]]: a pack with numbers on its tiles, for eyes.
#include "data/packs/MbMetadata.h"
#include "tests/support/packs/PackMaker.h"

#include <QGuiApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    const QStringList args = QGuiApplication::arguments();
    if (args.size() < 2) {
        std::fprintf(stderr, "makepack OUT [MINZOOM MAXZOOM [COLOUR [W,S,E,N]]]\n");
        return 2;
    }
    const std::filesystem::path file(args[1].toStdString());
    const int least = args.value(2, QStringLiteral("8")).toInt();
    const int most = args.value(3, QStringLiteral("13")).toInt();
    const QColor ground(args.value(4, QStringLiteral("#f2efe9")));
    const auto bounds =
        sz::packs::boundsFrom(args.value(5, QStringLiteral("113.9,30.3,114.7,30.9")).toStdString());
    if (!bounds || !ground.isValid()) {
        std::fprintf(stderr, "makepack: bounds W,S,E,N and a colour like #f2efe9\n");
        return 2;
    }
    const auto tiles = sz::test::madeTiles(*bounds, least, most, ground);
    const auto metadata =
        sz::test::metadataFor(*bounds, least, most, file.stem().string() + " 样图");
    if (file.extension() == ".pmtiles") {
        sz::test::writePmTiles(file, metadata, tiles, {.leafEntries = 512});
    } else {
        sz::test::writeMbTiles(file, metadata, tiles);
    }
    std::printf("%zu tiles\n", tiles.size());
    return 0;
}
