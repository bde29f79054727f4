// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The witness's answers, row by row as C2SP tlog-witness has them, and what it still knows after a restart.
#include "app/witness/Witness.h"
#include "data/proof/Base64.h"
#include "data/proof/Files.h"
#include "data/proof/Merkle.h"

#include <QTemporaryDir>
#include <QTest>

#include <format>

using namespace sz;
using namespace sz::witness;

namespace {

constexpr auto kOrigin = "sanzhen/wuhan";

// A log that can show any history.
struct Log
{
    proof::Signer signer{kOrigin, proof::KeyType::Ed25519, SigningKey::generate()};
    proof::MemoryTree tree;

    void growTo(std::uint64_t size, const char* history = "true")
    {
        for (std::uint64_t i = tree.size(); i < size; ++i) {
            tree.append(proof::leafHash(viewOf(std::format("{} {}", history, i))));
        }
    }

    [[nodiscard]] std::string note(std::uint64_t size) const
    {
        const std::string text =
            proof::Checkpoint{kOrigin, size, rootOf(tree, size).value(), {}}.text();
        return proof::Note{text, {proof::signNote(text, signer, {})}}.format();
    }

    [[nodiscard]] std::string request(std::uint64_t old, std::uint64_t size) const
    {
        std::string out = std::format("old {}\n", old);
        const auto proof = consistencyProof(tree, old, size).value_or(proof::Hashes{});
        for (const Digest& hash : proof) {
            out += proof::toBase64(hash) + '\n';
        }
        return out + '\n' + note(size);
    }
};

} // namespace

class tst_Witness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void growthIsCosigned();
    void theCosignatureIsTheWitnesss();
    void refusals_data();
    void refusals();
    void anotherHistoryWithTheRealKeyIsRefused();
    void theSameSizeWithAnotherRootIsAConflict();
    void aRestartForgetsNothing();
    void whatIsAnsweredIsOnTheDisk();
    void aFailedWriteIsNoCosignatureEver();
    void aDamagedRecordIsNotTakenForNone();
    void twoWitnessesNeverShareAFolder();
    void severalLogsAreKeptApart();

private:
    [[nodiscard]] std::string folder() const { return m_dir->path().toStdString(); }
    [[nodiscard]] Witness open()
    {
        return Witness::open(folder(), "archive.example", {m_log->signer.verifier()}, m_clock)
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<Log> m_rows;
    ManualClock m_clock{fromUtcMs(1'700'000'000'123)};
};

void tst_Witness::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_log = std::make_unique<Log>();
    m_log->growTo(40);
}

void tst_Witness::growthIsCosigned()
{
    Witness witness = open();
    std::uint64_t old = 0;
    for (const std::uint64_t size : std::initializer_list<std::uint64_t>{0, 1, 5, 8, 12, 12, 40}) {
        const Answer answer = witness.addCheckpoint(m_log->request(old, size));
        QCOMPARE(answer.status, 200);
        old = size;
    }
}

void tst_Witness::theCosignatureIsTheWitnesss()
{
    Witness witness = open();
    const Answer answer = witness.addCheckpoint(m_log->request(0, 7));
    const auto note = proof::Note::parse(m_log->note(7) + answer.body);
    QVERIFY(note);
    QCOMPARE(cosignedAt(*note, witness.key()).value(), fromUtcMs(1'700'000'000'000));
    QCOMPARE(witness.key().type, proof::KeyType::Cosignature);
    QVERIFY(verifyNote(*note, m_log->signer.verifier()));
}

void tst_Witness::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    m_rows = std::make_unique<Log>(); // the rows' log outlives init()
    m_rows->growTo(40);
    const Log& log = *m_rows;
    const auto row = [](const char* name, const std::string& body, int status,
                        const char* answer = "") {
        QTest::newRow(name) << QByteArray::fromStdString(body) << status << QByteArray(answer);
    };
    row("nothing", "", 400);
    row("no old size", "\n\n" + log.note(9), 400);
    row("old size with a zero in front", "old 08\n\n" + log.note(9), 400);
    row("old size beyond the checkpoint", "old 9\n\n" + log.note(8), 400);
    row("a proof line that is no hash", "old 8\nAAAA\n\n" + log.note(9), 400);
    row(
        "64 proof lines",
        [&] {
            std::string out = "old 8\n";
            for (int i = 0; i < 64; ++i) {
                out += proof::toBase64(Digest{}) + '\n';
            }
            return out + '\n' + log.note(9);
        }(),
        400);
    row("no signature", "old 8\n\n" + log.note(9).substr(0, log.note(9).find("\n\n") + 1), 400);
    Log other;
    other.growTo(40);
    row("signed by another key", other.request(8, 12), 403);
    std::string changed = log.request(8, 12);
    changed.replace(changed.find("\n12\n"), 4, "\n13\n");
    row("a changed number", changed, 403);
    std::string unknown = log.note(9);
    unknown.replace(unknown.find(kOrigin), 13, "sanzhen/hanko");
    row("another log", "old 8\n\n" + unknown, 404);
    row("smaller old size", log.request(5, 12), 409, "8\n");
    row("old size of nothing", log.request(0, 12), 409, "8\n");
    row("larger old size", log.request(10, 12), 409, "8\n");
    row("no proof", "old 8\n\n" + log.note(12), 422);
    row("the proof of another step",
        log.request(8, 11).substr(0, log.request(8, 11).find("\n\n") + 2) + log.note(12), 422);
    row("the same size with a proof", "old 8\n" + proof::toBase64(Digest{}) + "\n\n" + log.note(8),
        422);
}

void tst_Witness::refusals()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QByteArray, answer);
    Witness witness = Witness::open(folder(), "w", {m_rows->signer.verifier()}, m_clock).value();
    QCOMPARE(witness.addCheckpoint(m_rows->request(0, 8)).status, 200);
    const Answer got = witness.addCheckpoint(body.toStdString());
    QCOMPARE(got.status, status);
    if (!answer.isEmpty()) {
        QCOMPARE(got.body, answer.toStdString());
        QCOMPARE(got.type, "text/x.tlog.size");
    }
    QCOMPARE(witness.addCheckpoint(m_rows->request(8, 9)).status, 200); // and nothing has moved
}

// Insider with the log's own key: polished entries before what was witnessed.
void tst_Witness::anotherHistoryWithTheRealKeyIsRefused()
{
    Witness witness = open();
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 200);
    m_log->tree = {};
    m_log->growTo(5);
    m_log->growTo(40, "polished");
    QCOMPARE(witness.addCheckpoint(m_log->request(8, 12)).status, 422);
    QCOMPARE(witness.addCheckpoint(m_log->request(5, 12)).body, "8\n");
    QCOMPARE(witness.addCheckpoint(m_log->request(8, 8)).status, 409);
    QCOMPARE(witness.addCheckpoint(m_log->request(7, 7)).status, 409);
}

void tst_Witness::theSameSizeWithAnotherRootIsAConflict()
{
    Witness witness = open();
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 200);
    QCOMPARE(witness.addCheckpoint(m_log->request(8, 8)).status, 200);
    m_log->tree = {};
    m_log->growTo(8, "other");
    QCOMPARE(witness.addCheckpoint(m_log->request(8, 8)).status, 409);
}

void tst_Witness::aRestartForgetsNothing()
{
    proof::VerifierKey key;
    {
        Witness witness = open();
        key = witness.key();
        QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 200);
    }
    Witness witness = open();
    QCOMPARE(witness.key(), key);
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 12)).body, "8\n");
    QCOMPARE(witness.addCheckpoint(m_log->request(8, 12)).status, 200);
}

void tst_Witness::whatIsAnsweredIsOnTheDisk()
{
    Witness witness = open();
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 200);
    const auto file = std::filesystem::path(folder()) / "logs" / toHex(sha256(viewOf(kOrigin)));
    QCOMPARE(textOf(proof::readWhole(file).value()), m_log->note(8));
}

void tst_Witness::aFailedWriteIsNoCosignatureEver()
{
    Witness witness = open();
    (void)proof::writeWhole(std::filesystem::path(folder()) / "logs", viewOf("in the way"));
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 500);
    std::filesystem::remove(std::filesystem::path(folder()) / "logs");
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 500);
}

void tst_Witness::aDamagedRecordIsNotTakenForNone()
{
    Witness witness = open();
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 200);
    const auto file = std::filesystem::path(folder()) / "logs" / toHex(sha256(viewOf(kOrigin)));
    QVERIFY(proof::writeWhole(file, viewOf("")));
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 500);
}

void tst_Witness::twoWitnessesNeverShareAFolder()
{
    const Witness witness = open();
    const auto second = Witness::open(folder(), "archive.example", {}, m_clock);
    QVERIFY(!second);
    QCOMPARE(second.error().code, Code::StoreLocked);
    QCOMPARE(
        Witness::open(folder(), "other.example", {}, m_clock).error().code, Code::BadCertificate);
}

void tst_Witness::severalLogsAreKeptApart()
{
    proof::Signer second("sanzhen/drill-7", proof::KeyType::Ed25519, SigningKey::generate());
    Witness witness =
        Witness::open(folder(), "w", {m_log->signer.verifier(), second.verifier()}, m_clock)
            .value();
    QCOMPARE(witness.addCheckpoint(m_log->request(0, 8)).status, 200);
    const std::string text =
        proof::Checkpoint{"sanzhen/drill-7", 3, rootOf(m_log->tree, 3).value(), {}}.text();
    const std::string note = proof::Note{text, {proof::signNote(text, second, {})}}.format();
    QCOMPARE(witness.addCheckpoint("old 0\n\n" + note).status, 200);
    QCOMPARE(witness.addCheckpoint("old 0\n\n" + note).body, "3\n");
    QCOMPARE(witness.addCheckpoint(m_log->request(8, 9)).status, 200);
    // One log's key never signs for another.
    const std::string foreign =
        proof::Note{text, {proof::signNote(text, m_log->signer, {})}}.format();
    QCOMPARE(witness.addCheckpoint("old 3\n\n" + foreign).status, 403);
}

QTEST_GUILESS_MAIN(tst_Witness)
#include "tst_Witness.moc"
