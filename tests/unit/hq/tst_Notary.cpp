// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What headquarters signs, when, and above all what it never signs.
#include "data/proof/Files.h"
#include "data/proof/LogProof.h"
#include "data/store/LogRecord.h"
#include "tests/unit/hq/SignedLog.h"

#include <QTest>

#include <random>

using namespace sz;
using namespace sz::test;
namespace fs = std::filesystem;

namespace {

std::string text(const fs::path& file)
{
    return std::string(textOf(proof::readWhole(file).value_or(Bytes{})));
}

proof::Checkpoint signedHead(const SignedLog& log)
{
    return proof::openCheckpoint(text(log.tlog() / "checkpoint"), log.key()).value();
}

void flipBit(const fs::path& file, std::mt19937& random)
{
    std::string bytes = text(file);
    bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
    (void)proof::writeWhole(file, viewOf(bytes));
}

} // namespace

class tst_Notary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsWhenTimeHasPassedAndSomethingChanged();
    void signsAfterSoManyEntries();
    void whatIsSignedIsTheLog();
    void everyEntryHasASmallProof();
    void aCrashBeforeSigningIsCaughtUp();
    void anOldLogIsTakenInWhole();
    void aBitFlippedInTheStoreIsNeverSigned_data();
    void aBitFlippedInTheStoreIsNeverSigned();
    void aBitFlippedInTheTilesIsNeverSignedOver();
    void whatWasSignedLongAgoIsReadAgain();
    void aLogCutBehindTheSignedHeadIsNotSigned();
    void aFullDiskStopsSigningUntilTheRestart();
    void anExaminerSeesOneMoment();
    void theKeyIsTheOwnersAlone();
    void aLostKeyIsNotReplaced();
    void aFailedCommitLeavesNoLeaf();
};

void tst_Notary::signsWhenTimeHasPassedAndSomethingChanged()
{
    SignedLog log;
    Office& office = log.office();
    log.write(3);
    office.engine().tick();
    QVERIFY(!fs::exists(log.tlog() / "checkpoint"));
    office.clock.advance(Millis{9'999});
    office.engine().tick();
    QVERIFY(!fs::exists(log.tlog() / "checkpoint"));
    office.clock.advance(Millis{1});
    office.engine().tick();
    QCOMPARE(signedHead(log).size, log.head());
    const std::string before = text(log.tlog() / "checkpoint");
    const auto written = fs::last_write_time(log.tlog() / "checkpoint");
    office.clock.advance(Millis{60'000});
    office.engine().tick();
    QCOMPARE(fs::last_write_time(log.tlog() / "checkpoint"), written);
    QCOMPARE(text(log.tlog() / "checkpoint"), before);
}

void tst_Notary::signsAfterSoManyEntries()
{
    SignedLog log(10);
    log.write(3);
    log.office().engine().tick();
    QVERIFY(!fs::exists(log.tlog() / "checkpoint"));
    log.write(10);
    log.office().engine().tick();
    QVERIFY(!fs::exists(log.tlog() / "checkpoint")); // the second is not over
    log.office().clock.advance(Millis{1000});
    log.office().engine().tick();
    QCOMPARE(signedHead(log).size, log.head());
}

void tst_Notary::whatIsSignedIsTheLog()
{
    SignedLog log;
    std::vector<std::string> older;
    for (int i = 0; i < 4; ++i) {
        log.write(150);
        QVERIFY(log.office().engine().seal());
        older.push_back(text(log.tlog() / "checkpoint"));
    }
    const auto report = log.audit();
    for (const auto& one : report.findings) {
        qWarning(
            "%s %lld %s", audit::faultName(one.fault), static_cast<long long>(one.number),
            one.detail.c_str());
    }
    QVERIFY(report.isSound());
    QCOMPARE(report.entries, log.head());
    QCOMPARE(report.signedSize, log.head());
    QVERIFY(report.refused > 10);
    QVERIFY(report.batches > 100);
    QVERIFY(report.feeds >= 3);
    for (const std::string& note : older) {
        QVERIFY(audit::auditLog({{}, log.tlog(), log.key(), note})->isSound());
    }
    proof::MemoryTree tree;
    const auto entries = log.office().log().after(0, 100'000).value();
    for (const auto& entry : entries) {
        tree.append(store::recordOf(entry).leaf());
    }
    QCOMPARE(signedHead(log).root, rootOf(tree, tree.size()).value());
}

void tst_Notary::everyEntryHasASmallProof()
{
    SignedLog log;
    log.write(300);
    QVERIFY(log.office().engine().seal());
    const auto head = signedHead(log);
    const proof::TileFolder tiles(log.tlog(), head.size);
    const std::string note = text(log.tlog() / "checkpoint");
    const auto entries = log.office().log().after(0, 1000).value();
    for (const auto& entry : entries) {
        const auto proof = proof::makeLogProof(tiles, entry.number - 1, note).value();
        QVERIFY(proof.format().size() <= 1024);
        QVERIFY(proof::verifyLogProof(proof, store::recordOf(entry).leaf(), log.key()));
        QCOMPARE(tiles.record(entry.number - 1).value(), store::recordOf(entry).text());
    }
}

void tst_Notary::aCrashBeforeSigningIsCaughtUp()
{
    SignedLog log;
    log.write(40);
    QVERIFY(log.office().engine().seal());
    const auto before = signedHead(log);
    log.write(40);
    log.office().engine().tick();
    QVERIFY(log.office().restart()); // nothing was sealed
    QCOMPARE(log.office().engine().notary()->last().size, before.size);
    log.write(5); // and the new process accepts some itself
    QVERIFY(log.office().engine().seal());
    QCOMPARE(signedHead(log).size, log.head());
    QVERIFY(log.audit().isSound());
}

void tst_Notary::anOldLogIsTakenInWhole()
{
    SignedLog log;
    const auto spec = std::exchange(log.office().notary, std::nullopt);
    QVERIFY(log.office().restart());
    log.write(500);
    QVERIFY(!log.office().engine().notary());
    log.office().notary = spec;
    QVERIFY(log.office().restart());
    QVERIFY(log.office().engine().seal());
    QVERIFY(log.audit().isSound());
}

void tst_Notary::aBitFlippedInTheStoreIsNeverSigned_data()
{
    QTest::addColumn<bool>("isRemembered");
    QTest::newRow("accepted by this process") << true;
    QTest::newRow("accepted before a restart") << false;
}

void tst_Notary::aBitFlippedInTheStoreIsNeverSigned()
{
    QFETCH(const bool, isRemembered);
    SignedLog log;
    log.write(60);
    QVERIFY(log.office().engine().seal());
    const auto head = log.head();
    const std::string before = text(log.tlog() / "checkpoint");
    log.write(40);
    std::vector<hq::AcceptedLeaf> leaves;
    const auto entries = log.office().log().after(head, 1000).value();
    for (const auto& entry : entries) {
        leaves.push_back({entry.number, store::recordOf(entry).leaf()});
    }
    const auto last = leaves.back().number;
    const auto spec = *log.office().notary;
    const OperationId operation = log.office().operation();
    log.office().stop();
    auto store = store::HqLog::open(log.folder()).value();
    const auto insider = insiderOf(log.folder());
    std::mt19937 random(20261122);
    const char* const columns[] = {"raw",     "raw",    "raw",  "author", "received_ms",
                                   "counter", "serial", "desk", "id",     "subject_id"};
    const int flips = rounds(isRemembered ? 400 : 100);
    int done = 0;
    for (int i = 0; i < flips; ++i) {
        const std::uint64_t number = head + 1 + random() % (last - head);
        const std::string column = columns[random() % std::size(columns)];
        SQLite::Statement read(
            *insider, std::format("SELECT {} FROM entry WHERE number = {}", column, number));
        read.executeStep();
        const bool isCount = read.getColumn(0).isInteger();
        std::string bytes = read.getColumn(0).getString();
        const std::int64_t count = isCount ? read.getColumn(0).getInt64() : 0;
        read.reset();
        const auto set = [&](bool isFlipped) {
            SQLite::Statement write(
                *insider, std::format("UPDATE entry SET {} = ? WHERE number = {}", column, number));
            std::string changed = bytes;
            const std::size_t bit =
                static_cast<std::size_t>(number * 31 + static_cast<std::uint64_t>(i))
                % (bytes.size() * 8);
            changed[bit / 8] ^= static_cast<char>(isFlipped ? 1 << bit % 8 : 0);
            if (isCount) {
                write.bind(1, count ^ (isFlipped ? std::int64_t{1} << (20 + i % 10) : 0));
            } else if (column == "raw" || column == "author") {
                write.bind(1, changed.data(), static_cast<int>(changed.size()));
            } else {
                write.bind(1, changed);
            }
            write.exec();
        };
        try {
            set(true);
        } catch (const SQLite::Exception&) {
            continue; // two ids may lie one bit apart: the table itself refuses
        }
        ++done;
        bool isLoud = false;
        auto notary =
            hq::Notary::open(spec, operation, *store, [&](const hq::LogLine& line) {
                isLoud =
                    isLoud || (line.event == "signing-stopped" && line.level == hq::Level::Error);
            }).value();
        if (isRemembered) {
            notary->witness(leaves);
        }
        const auto sealed = notary->seal(last, log.office().clock.now());
        QVERIFY2(
            !sealed, qPrintable(QString::fromStdString(std::format("{} of {}", column, number))));
        QVERIFY(isLoud);
        QVERIFY(notary->stopped());
        QCOMPARE(text(log.tlog() / "checkpoint"), before);
        QVERIFY(fs::exists(log.tlog() / "STOPPED"));
        set(false);
        // Not even when the bit has flipped back, until somebody has looked.
        const auto again =
            hq::Notary::open(spec, operation, *store, [](const hq::LogLine&) {}).value();
        QVERIFY(again->stopped());
        QVERIFY(!again->seal(last, log.office().clock.now()));
        fs::remove(log.tlog() / "STOPPED");
    }
    QVERIFY(done > flips * 9 / 10);
    auto notary = hq::Notary::open(spec, operation, *store, [](const hq::LogLine&) {}).value();
    QVERIFY(notary->seal(last, log.office().clock.now()));
    QCOMPARE(notary->last().size, last);
}

void tst_Notary::aBitFlippedInTheTilesIsNeverSignedOver()
{
    SignedLog log;
    log.write(300);
    QVERIFY(log.office().engine().seal());
    log.write(30);
    const auto head = log.head();
    const auto spec = *log.office().notary;
    const OperationId operation = log.office().operation();
    const auto key = log.key();
    log.office().stop();
    auto store = store::HqLog::open(log.folder()).value();
    const fs::path clean = log.folder() / "clean";
    fs::copy(log.tlog(), clean, fs::copy_options::recursive);
    std::vector<fs::path> files{"checkpoint", "heads", "tile/1/000.p/1"};
    for (const auto& item : fs::recursive_directory_iterator(log.tlog() / "tile/0")) {
        if (item.is_regular_file() && item.path().parent_path().filename() == "001.p") {
            files.push_back(fs::relative(item.path(), log.tlog()));
        }
    }
    QCOMPARE(files.size(), std::size_t{4});
    std::mt19937 random(7);
    for (int i = 0; i < rounds(60); ++i) {
        const fs::path file = files[random() % files.size()];
        flipBit(log.tlog() / file, random);
        const auto notary = hq::Notary::open(spec, operation, *store, [](const hq::LogLine&) {});
        if (notary) { // a bit of the signature line's name: the head is another's then
            QVERIFY(!(*notary)->seal(head, log.office().clock.now()));
        }
        const auto now = proof::openCheckpoint(text(log.tlog() / "checkpoint"), key);
        QVERIFY(!now || now->size < head);
        fs::remove_all(log.tlog());
        fs::copy(clean, log.tlog(), fs::copy_options::recursive);
    }
    // While it runs: the partial tile is written anew, the full one is read back.
    auto notary = hq::Notary::open(spec, operation, *store, [](const hq::LogLine&) {}).value();
    flipBit(log.tlog() / "tile/1/000.p/1", random);
    flipBit(log.tlog() / "checkpoint", random);
    QVERIFY(!notary->seal(head, log.office().clock.now()));
}

void tst_Notary::whatWasSignedLongAgoIsReadAgain()
{
    SignedLog log;
    log.write(700);
    QVERIFY(log.office().engine().seal());
    insiderOf(log.folder())
        ->exec("UPDATE entry SET received_ms = received_ms - 1 WHERE number = 600");
    int signings = 0;
    for (; log.office().engine().notary()->stopped() == std::nullopt && signings < 10; ++signings) {
        log.write(1);
        (void)log.office().engine().seal();
    }
    QCOMPARE(signings, 3); // 256 entries each
    QVERIFY(log.office().engine().notary()->stopped()->detail.contains("entry 600 "));
}

void tst_Notary::aLogCutBehindTheSignedHeadIsNotSigned()
{
    SignedLog log;
    log.write(50);
    QVERIFY(log.office().engine().seal());
    const auto head = log.head();
    log.office().stop();
    insiderOf(log.folder())->exec(std::format("DELETE FROM entry WHERE number > {}", head - 2));
    QVERIFY(log.office().restart()); // duty goes on
    QVERIFY(log.office().hasLine("signing-stopped"));
    QVERIFY(!log.office().engine().notary());
    QVERIFY(!log.office().engine().seal());
}

void tst_Notary::aFullDiskStopsSigningUntilTheRestart()
{
    SignedLog log;
    log.write(5);
    QVERIFY(log.office().engine().seal());
    log.write(5);
    fs::remove_all(log.tlog() / "tile" / "entries");
    (void)proof::writeWhole(log.tlog() / "tile" / "entries", viewOf("in the way"));
    QCOMPARE(log.office().engine().seal().error().code, Code::Io);
    QVERIFY(log.office().hasLine("signing-stopped"));
    QVERIFY(!fs::exists(log.tlog() / "STOPPED"));
    QVERIFY(!log.office().engine().seal()); // a second try could lie
    log.write(1);                           // duty goes on
}

void tst_Notary::anExaminerSeesOneMoment()
{
    SignedLog log;
    log.write(10);
    const auto reader = store::HqReader::open(log.folder() / "hq.db").value();
    const auto count = [&] {
        int n = 0;
        (void)reader->forEachEntry({}, [&](auto, const auto&) { ++n; });
        return n;
    };
    const int before = count();
    log.write(10); // the writer is not held up
    QCOMPARE(count(), before);
    QVERIFY(store::HqReader::open(log.folder() / "hq.db")
                .value()
                ->entry(static_cast<std::uint64_t>(before) + 1));
    QCOMPARE(reader->entry(static_cast<std::uint64_t>(before) + 1).error().code, Code::NotFound);
    QCOMPARE(store::HqReader::open(log.folder() / "log.key").error().code, Code::StoreCorrupt);
}

void tst_Notary::theKeyIsTheOwnersAlone()
{
    const SignedLog log;
    const auto owner = fs::perms::owner_read | fs::perms::owner_write;
    QCOMPARE(fs::status(log.folder() / "log.key").permissions(), owner);
    QCOMPARE(text(log.tlog() / "log.pub"), log.key().text() + "\n");
    QCOMPARE(log.key().name, "sanzhen/drill-1");
    for (const auto& item : fs::recursive_directory_iterator(log.tlog())) {
        QVERIFY(!text(item.path()).contains("PRIVATE"));
    }
}

void tst_Notary::aLostKeyIsNotReplaced()
{
    SignedLog log;
    log.write(5);
    QVERIFY(log.office().engine().seal());
    fs::remove(log.folder() / "log.key");
    QVERIFY(log.office().restart());
    QVERIFY(log.office().hasLine("signing-stopped"));
    QVERIFY(!log.office().engine().notary());
    QVERIFY(!fs::exists(log.folder() / "log.key"));
}

void tst_Notary::aFailedCommitLeavesNoLeaf()
{
    SignedLog log;
    log.write(10);
    {
        auto locked = insiderOf(log.folder());
        locked->exec(
            "CREATE TRIGGER full BEFORE INSERT ON batch BEGIN SELECT raise(ABORT, 'no'); END");
    }
    const auto head = log.head();
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, log.write(1));
    QCOMPARE(log.head(), head);
    QVERIFY(!log.office().engine().seal()); // a start has to show what the disk holds
    insiderOf(log.folder())->exec("DROP TRIGGER full");
    QVERIFY(log.office().restart());
    QVERIFY(log.office().engine().seal());
    QCOMPARE(signedHead(log).size, head);
    QVERIFY(log.audit().isSound());
}

QTEST_GUILESS_MAIN(tst_Notary)
#include "tst_Notary.moc"
