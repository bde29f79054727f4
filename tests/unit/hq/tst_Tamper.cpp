// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An insider with the database password polishes the trace, a thousand times, and is found a thousand times.
#include "data/proof/Files.h"
#include "data/store/LogRecord.h"
#include "tests/unit/hq/Insider.h"
#include "tests/unit/hq/SignedLog.h"

#include <QTest>

#include <format>
#include <ranges>

using namespace sz;
using namespace sz::test;
namespace fs = std::filesystem;

class tst_Tamper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTamperingIsFoundAndNamed();
    void aHistorySignedAgainWithTheRealKeyIsNoContinuation();
    void theStoreAloneShowsMost();
    void damagedTilesAreNotTheEntriesFault();

private:
    std::unique_ptr<SignedLog> m_log;
    std::uint64_t m_signed = 0;
    std::uint64_t m_head = 0;
    std::optional<proof::VerifierKey> m_key;
    fs::path m_work;
};

void tst_Tamper::initTestCase()
{
    m_log = std::make_unique<SignedLog>();
    m_log->write(280); // more than a tile
    QVERIFY(m_log->office().engine().seal());
    m_signed = m_log->head();
    m_log->write(25);
    m_head = m_log->head();
    m_key = m_log->key();
    QVERIFY(m_log->audit().isSound());
    m_log->office().stop();
    m_work = m_log->folder() / "work";
    fs::create_directory(m_work);
}

void tst_Tamper::everyTamperingIsFoundAndNamed()
{
    const int all = rounds(1000);
    const unsigned first = 20'261'122;
    std::map<std::string, int> done;
    for (int round = 0; round < all; ++round) {
        const unsigned seed = first + static_cast<unsigned>(round);
        fs::copy_file(
            m_log->folder() / "hq.db", m_work / "hq.db", fs::copy_options::overwrite_existing);
        const Tampered tampered = Insider(m_work, m_signed, m_head, seed).tamper();
        ++done[tampered.what];
        const auto report = audit::auditLog({m_work / "hq.db", m_log->tlog(), m_key, {}});
        const auto tell = [&] {
            std::string out =
                std::format("seed {}: {} expected {}", seed, tampered.what, tampered.number);
            if (report) {
                out += std::format(", named {}:", report->firstBad());
                for (const auto& one : report->findings | std::views::take(8)) {
                    out += std::format(
                        " {}({} {} {} {} {})", audit::faultName(one.fault), one.number,
                        one.desk.value, one.counter, one.feed.value, one.place);
                }
            }
            return QByteArray::fromStdString(out);
        };
        QVERIFY2(report, tell().constData());
        QVERIFY2(!report->isSound(), tell().constData());
        QVERIFY2(report->firstBad() == tampered.number, tell().constData());
        const bool isNamed = std::ranges::any_of(report->findings, [&](const auto& one) {
            return (tampered.desk.empty() || one.desk == tampered.desk)
                   && (tampered.feed.empty() || one.feed == tampered.feed);
        });
        QVERIFY2(isNamed, tell().constData());
    }
    for (const auto& [what, count] : done) {
        qInfo("%5d x %s", count, what.c_str());
    }
    QVERIFY(all < 1000 || done.size() == Insider::kinds());
}

// The insider has the log's key, too, and makes tree, tiles and checkpoint anew: whoever kept a checkpoint sees it.
void tst_Tamper::aHistorySignedAgainWithTheRealKeyIsNoContinuation()
{
    const auto note = std::string(textOf(proof::readWhole(m_log->tlog() / "checkpoint").value()));
    const fs::path forged = m_log->folder() / "forged";
    fs::create_directory(forged);
    fs::copy_file(m_log->folder() / "hq.db", forged / "hq.db");
    fs::copy_file(m_log->folder() / "log.key", forged / "log.key");
    insiderOf(forged)->exec(
        "DELETE FROM entry WHERE number > 100; DELETE FROM feed WHERE number > 100");
    auto store = store::HqLog::open(forged).value();
    auto notary =
        hq::Notary::open(
            {forged, Millis{1}, 1}, m_log->office().operation(), *store, [](const auto&) {})
            .value();
    std::vector<hq::AcceptedLeaf> leaves; // as if just accepted: nobody asks the desks' signatures
    const auto entries = store->after(0, 1000).value();
    for (const auto& entry : entries) {
        leaves.push_back({entry.number, store::recordOf(entry).leaf()});
    }
    notary->witness(leaves);
    QVERIFY(notary->seal(entries.size(), fromUtcMs(0)));
    const auto alone = audit::auditLog({{}, forged / "tlog", m_key, {}});
    QVERIFY(alone->isSound()); // nothing in it shows
    const auto compared = audit::auditLog({{}, forged / "tlog", m_key, note});
    QCOMPARE(compared->findings.size(), std::size_t{1});
    QCOMPARE(compared->findings[0].fault, audit::Fault::NotAContinuation);
}

// Without the tlog folder the desks' signatures and the feeds still speak.
void tst_Tamper::theStoreAloneShowsMost()
{
    for (const std::uint64_t n : std::initializer_list<std::uint64_t>{1, 77, m_head}) {
        for (const char* sql :
             {"UPDATE entry SET received_ms = received_ms - 60000 WHERE number = {}",
              "UPDATE entry SET raw = x'a0' WHERE number = {}",
              "DELETE FROM entry WHERE number = {}"}) {
            fs::copy_file(
                m_log->folder() / "hq.db", m_work / "hq.db", fs::copy_options::overwrite_existing);
            insiderOf(m_work)->exec(std::vformat(sql, std::make_format_args(n)));
            const auto report = audit::auditLog({m_work / "hq.db", {}, {}, {}});
            QVERIFY(!report->isSound());
            QCOMPARE(report->firstBad(), static_cast<std::int64_t>(n));
        }
    }
    QVERIFY(audit::auditLog({m_log->folder() / "hq.db", {}, {}, {}})->isSound());
}

void tst_Tamper::damagedTilesAreNotTheEntriesFault()
{
    const fs::path tlog = m_work / "tlog";
    for (const char* file : {"tile/0/000", "tile/1/000.p/1", "tile/entries/000"}) {
        fs::remove_all(tlog);
        fs::copy(m_log->tlog(), tlog, fs::copy_options::recursive);
        auto bytes = proof::readWhole(tlog / file).value();
        bytes[bytes.size() / 2] ^= 1;
        QVERIFY(proof::writeWhole(tlog / file, bytes));
        const auto report = audit::auditLog({m_log->folder() / "hq.db", tlog, m_key, {}});
        QVERIFY(!report->isSound());
        QCOMPARE(report->firstBad(), std::int64_t{0});
        QVERIFY(std::ranges::all_of(report->findings, [](const auto& one) {
            return one.fault == audit::Fault::TilesDamaged;
        }));
    }
}

QTEST_GUILESS_MAIN(tst_Tamper)
#include "tst_Tamper.moc"
