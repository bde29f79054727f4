// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of files on a desk and at headquarters while the disk fails at every call: whole and right, or not there.
#include "data/desk/FileKeeper.h"
#include "data/sim/Disk.h"
#include "data/store/HqFiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <iterator>
#include <set>

using namespace sz;
using desk::FileKeeper;
using sim::Injury;

namespace {

Bytes someBytes(std::size_t count)
{
    Bytes out(count);
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = static_cast<std::uint8_t>(i * 7 + i / 251);
    }
    return out;
}

Bytes contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

vault::DataKey newKey()
{
    return std::make_shared<const vault::SecretKey>(vault::SecretKey::generate());
}

const std::vector<Injury>& injuries()
{
    static const std::vector<Injury> all{
        Injury::Crash, Injury::Torn, Injury::Io, Injury::NoSpace, Injury::Sync};
    return all;
}

} // namespace

class tst_FileKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAndGivesBack_data()
    {
        QTest::addColumn<bool>("isSealed");
        QTest::newRow("in the clear") << false;
        QTest::newRow("sealed") << true;
    }
    void keepsAndGivesBack()
    {
        QFETCH(bool, isSealed);
        const QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        FileKeeper keeper(home / "files", store::systemFiles(), isSealed ? newKey() : nullptr);
        keeper.open();
        const Bytes bytes = someBytes(700'001);
        const auto added = keeper.add(bytes);
        QVERIFY(added.has_value());
        QCOMPARE(added->hash, sha256(bytes));
        QCOMPARE(added->size, bytes.size());
        QVERIFY(keeper.has(added->hash));
        for (const auto& [from, most] : std::vector<std::pair<std::size_t, std::size_t>>{
                 {0, 10}, {262'143, 3}, {262'144, 1}, {600'000, 500'000}, {700'000, 9}}) {
            const auto part = keeper.read(added->hash, from, most);
            QVERIFY(part.has_value());
            const auto end = std::min(bytes.size(), from + most);
            const auto at = [&](std::size_t i) {
                return bytes.begin() + static_cast<std::ptrdiff_t>(i);
            };
            QCOMPARE(*part, Bytes(at(from), at(end)));
        }
        QCOMPARE(keeper.read(added->hash, 700'001, 1).error().code, Code::NotFound);
        QVERIFY(keeper.copyTo(added->hash, home / "copy").has_value());
        QCOMPARE(contentOf(home / "copy"), bytes);
        QVERIFY(!keeper.copyTo(added->hash, home / "copy").has_value()); // never over another
        QVERIFY(keeper.remove(added->hash).has_value());
        QVERIFY(!keeper.has(added->hash));
        QVERIFY(std::filesystem::is_empty(home / "files"));
    }

    void takesNoPipesNoFoldersAndNotTooMuch()
    {
        const QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        FileKeeper keeper(home / "files", store::systemFiles(), nullptr);
        keeper.open();
        QCOMPARE(keeper.add(home, 10).error().code, Code::FileUnreadable);
        QCOMPARE(keeper.add(home / "none", 10).error().code, Code::FileUnreadable);
        std::ofstream(home / "empty").close();
        QCOMPARE(keeper.add(home / "empty", 10).error().code, Code::BadArgument);
        std::ofstream(home / "eleven") << "elevenbytes";
        QCOMPARE(keeper.add(home / "eleven", 10).error().code, Code::FileTooLarge);
        QVERIFY(keeper.add(home / "eleven", 11).has_value());
        QCOMPARE(
            std::distance(
                std::filesystem::directory_iterator(home / "files"),
                std::filesystem::directory_iterator()),
            std::ptrdiff_t{1});
    }

    void everyTurnedBitIsSeen()
    {
        const QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        for (const bool isSealed : {false, true}) {
            FileKeeper keeper(home / "files", store::systemFiles(), isSealed ? newKey() : nullptr);
            keeper.open();
            const Bytes bytes = someBytes(300);
            for (std::size_t bit = 0; bit < 2'400; bit += 101) {
                const Digest hash = keeper.add(bytes)->hash;
                const auto file = home / "files" / keeper.nameOf(hash);
                Bytes stored = contentOf(file);
                stored[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
                std::filesystem::remove(file);
                std::ofstream(file, std::ios::binary)
                    .write(
                        reinterpret_cast<const char*>(stored.data()),
                        static_cast<std::streamsize>(stored.size()));
                QCOMPARE(keeper.copyTo(hash, home / "copy").error().code, Code::BadChain);
                QVERIFY(!std::filesystem::exists(home / "copy"));
                QVERIFY(!keeper.has(hash)); // so that it is fetched anew
            }
        }
    }

    void whatComesInPiecesGoesOn_data() { keepsAndGivesBack_data(); }
    void whatComesInPiecesGoesOn()
    {
        QFETCH(bool, isSealed);
        const QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        const auto key = isSealed ? newKey() : nullptr;
        const Bytes bytes = someBytes(100'000);
        const Digest hash = sha256(bytes);
        for (std::size_t at = 0; at < bytes.size(); at += 10'000) {
            FileKeeper keeper(home / "files", store::systemFiles(), key); // another start each time
            keeper.open();
            QCOMPARE(keeper.held(hash), at);
            const auto piece = BytesView(bytes).subspan(at, 10'000);
            QCOMPARE(keeper.append(hash, at + 1, piece).value(), at); // not what comes next
            QCOMPARE(keeper.append(hash, at, piece).value(), at + 10'000);
            const auto part = home / "files" / (keeper.nameOf(hash) + ".part");
            const bool isTorn =
                isSealed && at + 10'000 < bytes.size(); // the next one, by a power cut
            std::filesystem::resize_file(
                part, std::filesystem::file_size(part) + (isTorn ? 3U : 0U));
        }
        FileKeeper keeper(home / "files", store::systemFiles(), key);
        QVERIFY(keeper.finish(hash, bytes.size()).has_value());
        QVERIFY(keeper.copyTo(hash, home / "copy").has_value());
        QCOMPARE(contentOf(home / "copy"), bytes);
    }

    // Power cut, process end, EIO, full disk, failed sync: at every call, for adding.
    void atEveryCallAFileIsAddedOrNotThere()
    {
        const Bytes bytes = someBytes(600'000);
        const Digest hash = sha256(bytes);
        int acknowledged = 0;
        int points = 0;
        for (const bool isSealed : {false, true}) {
            const auto key = isSealed ? newKey() : nullptr;
            for (const Injury injury : injuries()) {
                for (std::uint64_t at = 1; at <= 16; ++at) {
                    const sim::SimFolder folder;
                    sim::Disk disk(folder.path(), at);
                    bool isSaid = false;
                    {
                        FileKeeper keeper(folder.path(), disk, key);
                        disk.injure(injury, at, false);
                        isSaid = keeper.add(bytes).has_value() && !disk.isDead();
                        disk.kill(true);
                    }
                    disk.restart();
                    FileKeeper keeper(folder.path(), disk, key);
                    keeper.open();
                    QVERIFY(!isSaid || keeper.has(hash));
                    if (keeper.has(hash)) {
                        const QTemporaryDir apart;
                        QVERIFY(
                            keeper.copyTo(hash, apart.filePath("copy").toStdString()).has_value());
                    }
                    acknowledged += isSaid ? 1 : 0;
                    ++points;
                }
            }
        }
        QVERIFY(acknowledged > 20 && acknowledged < points);
    }

    // For fetching: a desk that goes on after a failure has all of it in the end, whatever the power does then.
    void atEveryCallAFileIsFetchedOrFetchedAgain()
    {
        const Bytes bytes = someBytes(90'000);
        const Digest hash = sha256(bytes);
        for (const Injury injury : injuries()) {
            for (std::uint64_t at = 1; at <= 24; ++at) {
                const sim::SimFolder folder;
                sim::Disk disk(folder.path(), at);
                disk.injure(injury, at, false);
                bool isHere = false;
                for (int tries = 0; !isHere && tries < 12; ++tries) {
                    FileKeeper keeper(folder.path(), disk, nullptr);
                    keeper.open();
                    isHere = keeper.has(hash) || fetchAll(keeper, hash, bytes);
                    if (disk.isDead()) {
                        isHere = false;
                        disk.kill(injury == Injury::Torn || at % 2 == 0);
                        disk.restart();
                    }
                }
                QVERIFY(isHere);
                disk.kill(true);
                disk.restart();
                FileKeeper keeper(folder.path(), disk, nullptr);
                const QTemporaryDir apart;
                QVERIFY2(
                    !keeper.has(hash)
                        || keeper.copyTo(hash, apart.filePath("copy").toStdString()).has_value(),
                    qPrintable(QStringLiteral("injury %1 at call %2")
                                   .arg(static_cast<int>(injury))
                                   .arg(qulonglong{at})));
            }
        }
    }

    // The same at headquarters: pieces come again until it says whole; then it is, whatever the power does.
    void atEveryCallHeadquartersHasAllOfItOrAsksAgain()
    {
        const Bytes bytes = someBytes(90'000);
        const Digest hash = sha256(bytes);
        for (const Injury injury : injuries()) {
            for (std::uint64_t at = 1; at <= 24; ++at) {
                const sim::SimFolder folder;
                sim::Disk disk(folder.path(), at);
                disk.injure(injury, at, false);
                bool isWhole = false;
                for (int tries = 0; !isWhole && tries < 12; ++tries) {
                    const auto files = store::makeFolderFiles(folder.path(), disk, 0);
                    isWhole = sendAll(*files, hash, bytes);
                    if (disk.isDead()) {
                        isWhole = false; // nobody heard it
                        disk.kill(injury == Injury::Torn || at % 2 == 0);
                        disk.restart();
                    }
                }
                QVERIFY(isWhole);
                disk.kill(true);
                disk.restart();
                const auto files = store::makeFolderFiles(folder.path(), disk, 0);
                QVERIFY(files->held(hash)->isWhole);
                QVERIFY(files->examine(hash).has_value());
            }
        }
    }

private:
    // As FileTraffic does.
    static bool fetchAll(FileKeeper& keeper, const Digest& hash, const Bytes& bytes)
    {
        std::uint64_t held = keeper.held(hash);
        while (held < bytes.size()) {
            const auto from = static_cast<std::size_t>(held);
            const auto next = keeper.append(
                hash, held,
                BytesView(bytes).subspan(from, std::min<std::size_t>(20'000, bytes.size() - from)));
            if (!next) {
                return false;
            }
            held = *next;
        }
        return keeper.finish(hash, bytes.size()).has_value();
    }

    // As a desk does: goes on from what is held, gives up for now at an error.
    static bool sendAll(store::HqFiles& files, const Digest& hash, const Bytes& bytes)
    {
        auto held = files.held(hash);
        while (held && !held->isWhole) {
            const auto from = static_cast<std::size_t>(held->bytes);
            const auto piece =
                BytesView(bytes).subspan(from, std::min<std::size_t>(20'000, bytes.size() - from));
            held = files.append(hash, bytes.size(), held->bytes, piece);
        }
        return held.has_value();
    }
};

QTEST_GUILESS_MAIN(tst_FileKeeper)
#include "tst_FileKeeper.moc"
