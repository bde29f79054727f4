// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where headquarters keeps files: the same promises in a folder and in PostgreSQL.
#include "data/store/pg/PgHqFiles.h"
#include "data/store/pg/PgHqLog.h"
#include "tests/support/PgServer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sz;
using store::HqFiles;
using test::PgServer;

namespace {

Bytes randomBytes(std::size_t count)
{
    Bytes out(count);
    fillRandom(out);
    return out;
}

} // namespace

class tst_HqFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isPg");
        QTest::newRow("folder") << false;
        QTest::newRow("PostgreSQL") << true;
    }

    void init()
    {
        QFETCH_GLOBAL(bool, isPg);
        m_folder = std::make_unique<QTemporaryDir>();
        m_url = isPg ? PgServer::shared().newDatabase() : std::string();
        if (isPg) {
            QVERIFY(store::openPgHqLog(path(), m_url).has_value()); // its tables
        }
    }

    void takesPiecesInOrderAndGivesAnyPart()
    {
        const Bytes bytes = randomBytes(50'000);
        const Digest hash = sha256(bytes);
        auto files = open();
        QCOMPARE(files->held(hash)->bytes, 0U);
        QCOMPARE(files->read(hash, 0, 10).error().code, Code::NotFound);
        for (std::size_t at = 0; at < bytes.size(); at += 12'500) {
            const auto piece = BytesView(bytes).subspan(at, 12'500);
            const auto held = files->append(hash, bytes.size(), at, piece);
            QVERIFY(held.has_value());
            QCOMPARE(held->bytes, at + 12'500);
            QCOMPARE(held->isWhole, at + 12'500 == bytes.size());
            QCOMPARE(files->append(hash, bytes.size(), at, piece)->bytes, at + 12'500); // again
            QCOMPARE(files->append(hash, bytes.size(), at + 1, piece)->bytes, at + 12'500);
            QCOMPARE(files->examine(hash).has_value(), held->isWhole);
            files = open(); // another process
        }
        for (std::size_t at = 0; at < bytes.size();) {
            const auto part = files->read(hash, at, 9'999);
            QVERIFY(part && !part->empty() && part->size() <= 9'999);
            QVERIFY(std::equal(
                part->begin(), part->end(), bytes.begin() + static_cast<std::ptrdiff_t>(at)));
            at += part->size();
        }
        QCOMPARE(files->read(hash, bytes.size(), 1).error().code, Code::NotFound);
    }

    // The process died after the last byte and before the file had its name.
    void endsWhatOnlyLacksItsEnd()
    {
        const Bytes bytes = randomBytes(1'000);
        const Digest hash = sha256(bytes);
        const Digest other = sha256(randomBytes(1'000));
        for (const Digest& name : {hash, other}) {
            QCOMPARE(open()->append(name, 1'001, 0, bytes)->bytes, 1'000U); // a byte is to come
            QVERIFY(!open()->held(name)->isWhole);
        }
        QVERIFY(open()->append(hash, 1'000, 1'000, {})->isWhole);
        QVERIFY(open()->examine(hash).has_value());
        QCOMPARE(open()->append(other, 1'000, 1'000, {}).error().code, Code::BadChain);
        QCOMPARE(open()->held(other)->bytes, 0U); // it begins anew
    }

    void throwsAwayWhatGrewTooLong()
    {
        const Bytes bytes = randomBytes(1'000);
        const Digest hash = sha256(BytesView(bytes).first(900));
        QCOMPARE(open()->append(hash, 2'000, 0, bytes)->bytes, 1'000U);
        QCOMPARE(open()->append(hash, 900, 1'000, {}).error().code, Code::BadChain);
        QCOMPARE(open()->held(hash)->bytes, 0U);
    }

    void throwsAwayWhatHasAnotherHash()
    {
        const Bytes bytes = randomBytes(1'000);
        const Digest hash = sha256(randomBytes(1'000));
        const auto files = open();
        QCOMPARE(files->append(hash, 1'000, 0, BytesView(bytes).first(600))->bytes, 600U);
        const auto held = files->append(hash, 1'000, 600, BytesView(bytes).subspan(600));
        QCOMPARE(held.error().code, Code::BadChain);
        QCOMPARE(files->held(hash)->bytes, 0U);
        QVERIFY(!files->held(hash)->isWhole);
    }

    void takesNoMoreThanTheEntryTellsOf()
    {
        const Bytes bytes = randomBytes(1'000);
        const auto files = open();
        QCOMPARE(files->append(sha256(bytes), 999, 0, bytes).error().code, Code::BadArgument);
        QCOMPARE(files->held(sha256(bytes))->bytes, 0U);
    }

    void twoHeadquartersTakeOneFileTogether()
    {
        const Bytes bytes = randomBytes(40'000);
        const Digest hash = sha256(bytes);
        const auto one = open();
        const auto other = open();
        for (std::size_t at = 0; at < bytes.size(); at += 10'000) {
            const auto piece = BytesView(bytes).subspan(at, 10'000);
            QVERIFY((at % 20'000 == 0 ? one : other)->append(hash, 40'000, at, piece).has_value());
            QCOMPARE(
                (at % 20'000 == 0 ? other : one)->append(hash, 40'000, at, piece)->bytes,
                at + 10'000);
        }
        QVERIFY(one->examine(hash).has_value() && other->examine(hash).has_value());
    }

    void forgetsWhatNeverEnded()
    {
        const Bytes bytes = randomBytes(1'000);
        const Bytes begun = randomBytes(1'000);
        const auto files = open();
        QVERIFY(files->append(sha256(bytes), 1'000, 0, bytes)->isWhole);
        QVERIFY(files->append(sha256(begun), 1'000, 0, BytesView(begun).first(10)).has_value());
        const Instant now = SystemClock().now();
        QCOMPARE(files->sweep(now - Millis{60'000}).value(), 0U);
        QCOMPARE(files->held(sha256(begun))->bytes, 10U);
        QCOMPARE(files->sweep(now + Millis{60'000}).value(), 1U);
        QCOMPARE(files->held(sha256(begun))->bytes, 0U);
        QVERIFY(files->examine(sha256(bytes)).has_value());
    }

    void noticesBytesThatChanged()
    {
        const Bytes bytes = randomBytes(1'000);
        const Digest hash = sha256(bytes);
        QVERIFY(open()->append(hash, 1'000, 0, bytes)->isWhole);
        if (m_url.empty()) {
            QFile file(m_folder->filePath("files/" + QString::fromStdString(toHex(hash))));
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(500));
            const char turned = static_cast<char>(file.peek(1).at(0) ^ 1);
            QVERIFY(file.seek(500) && file.write(&turned, 1) == 1);
        } else {
            const std::string said = PgServer::run(
                m_url,
                "UPDATE file_piece SET bytes = set_byte(bytes, 500, get_byte(bytes, 500) # 1)");
            QVERIFY2(said.empty(), said.c_str());
        }
        QCOMPARE(open()->examine(hash).error().code, Code::BadChain);
    }

    void keepsRoomForTheLog()
    {
        if (!m_url.empty()) {
            QSKIP("the database's disk is its own business");
        }
        const Bytes bytes = randomBytes(10);
        const auto files =
            store::makeFolderFiles(path() / "files", store::systemFiles(), std::uint64_t{1} << 60);
        QCOMPARE(files->append(sha256(bytes), 10, 0, bytes).error().code, Code::NoSpace);
        QVERIFY(std::filesystem::is_empty(path() / "files"));
    }

private:
    [[nodiscard]] std::filesystem::path path() const { return m_folder->path().toStdString(); }
    [[nodiscard]] std::unique_ptr<HqFiles> open() const
    {
        return store::openHqFiles(path(), m_url);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_url;
};

QTEST_GUILESS_MAIN(tst_HqFiles)
#include "tst_HqFiles.moc"
