// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles on a disk: names, widths, growth over the edges of tiles, and damage that is noticed.
#include "data/proof/Files.h"
#include "data/proof/TileFolder.h"

#include <QTemporaryDir>
#include <QTest>

#include <format>
#include <fstream>

using namespace sz;
using namespace sz::proof;
namespace fs = std::filesystem;

namespace {

std::string record(std::uint64_t i)
{
    return std::format("record {}\n", i);
}

// Grows a folder and a tree in memory side by side.
struct Twin
{
    QTemporaryDir dir;
    TileTree tiles;
    MemoryTree memory;

    [[nodiscard]] fs::path folder() const { return dir.path().toStdString(); }

    void growTo(std::uint64_t size)
    {
        for (std::uint64_t i = memory.size(); i < size; ++i) {
            tiles.append(record(i));
            memory.append(leafHash(viewOf(record(i))));
        }
    }

    [[nodiscard]] Digest root() const { return rootOf(memory, memory.size()).value(); }
};

} // namespace

class tst_Tiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreTheSpecifications();
    void seventyThousandLeavesMakeTheSpecificationsTiles();
    void growthInAnyStepsGivesTheSameTree();
    void proofsFromFilesVerify();
    void partialsGoWhenTheFullTileIsThere();
    void damageIsNoticed();
    void aFileIsThereWholeOrNotAtAll();
};

void tst_Tiles::namesAreTheSpecifications()
{
    QCOMPARE(tilePath(0, 1234067), "tile/0/x001/x234/067");
    QCOMPARE(tilePath(2, 0, 17), "tile/2/000.p/17");
    QCOMPARE(bundlePath(273, 112), "tile/entries/273.p/112");
    QCOMPARE(bundlePath(1000), "tile/entries/x001/000");
}

void tst_Tiles::seventyThousandLeavesMakeTheSpecificationsTiles()
{
    Twin twin;
    twin.growTo(70'000);
    QVERIFY(twin.tiles.write(twin.folder()));
    const auto has = [&](const char* path, std::uintmax_t bytes) {
        return fs::exists(twin.folder() / path) && fs::file_size(twin.folder() / path) == bytes;
    };
    QVERIFY(has("tile/0/272", 8192));
    QVERIFY(!fs::exists(twin.folder() / "tile/0/273"));
    QVERIFY(has("tile/0/273.p/112", 112 * 32));
    QVERIFY(has("tile/1/000", 8192));
    QVERIFY(has("tile/1/001.p/17", 17 * 32));
    QVERIFY(has("tile/2/000.p/1", 32));
    QVERIFY(!fs::exists(twin.folder() / "tile/3"));
    QCOMPARE(twin.tiles.root(), twin.root());
    QCOMPARE(rootOf(TileFolder(twin.folder(), 70'000), 70'000).value(), twin.root());
}

void tst_Tiles::growthInAnyStepsGivesTheSameTree()
{
    Twin twin;
    for (const std::uint64_t size : std::initializer_list<std::uint64_t>{
             1, 2, 255, 256, 257, 300, 511, 512, 1000, 1024, 1025}) {
        twin.growTo(size);
        QVERIFY(twin.tiles.write(twin.folder()));
        QCOMPARE(twin.tiles.root(), twin.root());
        auto back = TileTree::load(twin.folder(), size);
        QVERIFY(back);
        QCOMPARE(back->root(), twin.root());
        twin.tiles = std::move(*back); // go on from the disk
    }
    const TileFolder folder(twin.folder(), 1025);
    for (std::uint64_t i = 0; i < 1025; ++i) {
        QCOMPARE(folder.record(i).value(), record(i));
    }
}

void tst_Tiles::proofsFromFilesVerify()
{
    Twin twin;
    twin.growTo(777);
    QVERIFY(twin.tiles.write(twin.folder()));
    const TileFolder folder(twin.folder(), 777);
    for (const std::uint64_t i :
         std::initializer_list<std::uint64_t>{0, 1, 255, 256, 511, 700, 776}) {
        QCOMPARE(
            inclusionProof(folder, i, 777).value(), inclusionProof(twin.memory, i, 777).value());
    }
    for (const std::uint64_t old :
         std::initializer_list<std::uint64_t>{1, 255, 256, 300, 512, 776}) {
        QCOMPARE(
            consistencyProof(folder, old, 777).value(),
            consistencyProof(twin.memory, old, 777).value());
    }
}

void tst_Tiles::partialsGoWhenTheFullTileIsThere()
{
    Twin twin;
    twin.growTo(200);
    QVERIFY(twin.tiles.write(twin.folder()));
    twin.growTo(300);
    QVERIFY(twin.tiles.write(twin.folder()));
    QVERIFY(fs::exists(twin.folder() / "tile/0/000.p/200"));
    twin.tiles.sweep(twin.folder());
    QVERIFY(!fs::exists(twin.folder() / "tile/0/000.p"));
    QVERIFY(!fs::exists(twin.folder() / "tile/entries/000.p"));
    QVERIFY(fs::exists(twin.folder() / "tile/0/001.p/44"));
    // The tree of 200 can still be read: the full tile stands in.
    const TileFolder old(twin.folder(), 200);
    QCOMPARE(rootOf(old, 200).value(), rootOf(twin.memory, 200).value());
    QCOMPARE(old.bundle(0)->size(), std::size_t{200});
}

void tst_Tiles::damageIsNoticed()
{
    Twin twin;
    twin.growTo(300);
    QVERIFY(twin.tiles.write(twin.folder()));
    fs::resize_file(twin.folder() / "tile/0/000", 8190);
    QVERIFY(rootOf(TileFolder(twin.folder(), 300), 300)); // the tile above knows its hash
    const auto cut = inclusionProof(TileFolder(twin.folder(), 300), 3, 300);
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, Code::StoreCorrupt);
    QVERIFY(cut.error().where.ends_with("tile/0/000"));
    fs::remove(twin.folder() / "tile/0/001.p/44");
    QCOMPARE(TileTree::load(twin.folder(), 300).error().code, Code::StoreCorrupt);
    fs::resize_file(twin.folder() / "tile/entries/001.p/44", 100);
    QCOMPARE(TileFolder(twin.folder(), 300).bundle(1).error().code, Code::BadEncoding);
}

void tst_Tiles::aFileIsThereWholeOrNotAtAll()
{
    const QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    QVERIFY(writeWhole(folder / "a/b/c", viewOf("one"), 0600));
    QVERIFY(writeWhole(folder / "a/b/c", viewOf("two"), 0600));
    QCOMPARE(textOf(readWhole(folder / "a/b/c").value()), "two");
    QCOMPARE(
        fs::status(folder / "a/b/c").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    QCOMPARE(std::distance(fs::directory_iterator(folder / "a/b"), {}), 1);
    QCOMPARE(readWhole(folder / "none").error().code, Code::NotFound);
    QCOMPARE(readWhole(folder / "a/b/c", 2).error().code, Code::FileUnreadable);
    QCOMPARE(writeWhole(folder / "a/b/c/d", viewOf("x")).error().code, Code::Io);
}

QTEST_GUILESS_MAIN(tst_Tiles)
#include "tst_Tiles.moc"
