// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and keys as other programs write them, and everything that only looks like one.
#include "data/proof/Base64.h"
#include "data/proof/LogProof.h"
#include "data/proof/Record.h"

#include <QTest>

#include <random>

using namespace sz;
using namespace sz::proof;

namespace {

// The key and note of the Go package golang.org/x/mod/sumdb/note, made by that program.
constexpr auto kPeter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr auto kPeterPrivate =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr auto kNote =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann "
    "x08go/ZJkuBS9UG/"
    "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

Signer newSigner(const char* name, KeyType type = KeyType::Ed25519)
{
    return {name, type, SigningKey::generate()};
}

} // namespace

class tst_Note : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesTheGoPackagesKeysAndNotes();
    void aChangedNoteIsRefused();
    void linesOfOthersAreSkipped();
    void aKnownKeysWrongLineSpoilsTheNote();
    void cosignaturesCarryTheirTime();
    void whatIsNoNote_data();
    void whatIsNoNote();
    void base64HasOneForm();
    void checkpointsHaveOneForm();
    void recordsComeBack();
    void proofsAreTextAndVerify();
    void aMillionEntriesStayUnderAKilobyte();
    void whatIsReadIsWrittenTheSame();
};

void tst_Note::readsAndWritesTheGoPackagesKeysAndNotes()
{
    const auto key = VerifierKey::parse(kPeter);
    QVERIFY(key);
    QCOMPARE(key->text(), kPeter);
    QVERIFY(
        !VerifierKey::parse("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
    const auto note = Note::parse(kNote);
    QVERIFY(note);
    QVERIFY(verifyNote(*note, *key));
    QCOMPARE(note->format(), kNote);
    const auto signer = Signer::parse(kPeterPrivate);
    QVERIFY(signer);
    QCOMPARE(signer->text(), kPeterPrivate);
    QCOMPARE(Note(note->text, {signNote(note->text, *signer, {})}).format(), kNote);
}

void tst_Note::aChangedNoteIsRefused()
{
    const VerifierKey key = VerifierKey::parse(kPeter).value();
    std::string text = kNote;
    text[4] ^= 1;
    QCOMPARE(verifyNote(Note::parse(text).value(), key).error().code, Code::BadSignature);
    QCOMPARE(
        verifyNote(Note::parse(kNote).value(), newSigner("PeterNeumann").verifier()).error().code,
        Code::BadSignature);
}

void tst_Note::linesOfOthersAreSkipped()
{
    const Signer log = newSigner("log");
    const std::string text = "log\n1\n" + toBase64(Digest{}) + "\n";
    Note note{text, {{"sm2.example", 7, Bytes(72, 1)}, signNote(text, log, {})}};
    QVERIFY(verifyNote(Note::parse(note.format()).value(), log.verifier()));
    QVERIFY(openCheckpoint(note.format(), log.verifier()));
}

void tst_Note::aKnownKeysWrongLineSpoilsTheNote()
{
    const Signer log = newSigner("log");
    Note note{"a\n", {signNote("a\n", log, {}), signNote("b\n", log, {})}};
    QVERIFY(!verifyNote(note, log.verifier()));
    note.signatures.pop_back();
    QVERIFY(verifyNote(note, log.verifier()));
}

void tst_Note::cosignaturesCarryTheirTime()
{
    const Signer witness = newSigner("archive", KeyType::Cosignature);
    const Instant at = fromUtcMs(1'679'315'147'000);
    Note note{"log\n1\nx\n", {signNote("log\n1\nx\n", witness, at)}};
    QCOMPARE(cosignedAt(note, witness.verifier()).value(), at);
    note.signatures[0].signature[7] ^= 1; // another second
    QVERIFY(!cosignedAt(note, witness.verifier()));
    const auto key = VerifierKey::parse(witness.verifier().text()).value();
    QCOMPARE(key.type, KeyType::Cosignature);
    QCOMPARE(Signer::parse(witness.text())->verifier(), key);
}

void tst_Note::whatIsNoNote_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray line = QByteArray(kNote).mid(QByteArray(kNote).indexOf("\n\n") + 2);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no gap") << QByteArray("text\n" + line);
    QTest::newRow("no signature") << QByteArray("text\n\n");
    QTest::newRow("no dash") << QByteArray("text\n\n" + line.mid(4));
    QTest::newRow("tab") << QByteArray("te\txt\n\n" + line);
    QTest::newRow("not UTF-8") << QByteArray("te\xff\n\n" + line);
    QTest::newRow("no last newline") << QByteArray("text\n\n" + line.chopped(1));
    QTest::newRow("name with plus") << QByteArray("text\n\n— a+b x08go/Zx\n");
    QTest::newRow("short signature") << QByteArray("text\n\n— a x08goA==\n");
    QTest::newRow("65 signatures") << QByteArray("text\n\n" + line.repeated(65));
}

void tst_Note::whatIsNoNote()
{
    QFETCH(const QByteArray, bytes);
    const auto note = Note::parse(bytes.toStdString());
    QVERIFY(!note);
    QCOMPARE(note.error().code, Code::BadEncoding);
}

void tst_Note::base64HasOneForm()
{
    for (std::size_t length = 0; length < 70; ++length) {
        Bytes bytes(length);
        fillRandom(bytes);
        QCOMPARE(fromBase64(toBase64(bytes)).value(), bytes);
    }
    for (const char* text :
         {"A", "AA", "AAA", "AAA=A", "AB==", "A===", "====", "AA A", "AAAA\n", " AAAA", "AA-_"}) {
        QVERIFY2(!fromBase64(text), text);
    }
}

void tst_Note::checkpointsHaveOneForm()
{
    const std::string root = toBase64(Digest{});
    QVERIFY(Checkpoint::parse("o\n10\n" + root + "\n"));
    QCOMPARE(Checkpoint::parse("o\n10\n" + root + "\nmore\n")->extensions.size(), std::size_t{1});
    for (const std::string& text : std::initializer_list<std::string>{
             "o\n10\n" + root, "o\n010\n" + root + "\n", "o\n-1\n" + root + "\n",
             "\n1\n" + root + "\n", "o\n1\n" + root + "\n\nx\n",
             "o\n9223372036854775808\n" + root + "\n", "o\n1\nAAAA\n", std::string("o\n1\n")}) {
        QVERIFY2(!Checkpoint::parse(text), text.c_str());
    }
}

void tst_Note::recordsComeBack()
{
    const Record record{8834, fromUtcMs(1'571'294'640'120), "D05-01",           17,
                        3,    sha256(viewOf("a")),          sha256(viewOf("b"))};
    const auto back = Record::parse(record.text());
    QVERIFY(back);
    QCOMPARE(back->text(), record.text());
    QCOMPARE(back->leaf(), record.leaf());
    Record forged = record;
    forged.desk = "D05-01\ncounter 99";
    QCOMPARE(linesOf(forged.text()).size(), std::size_t{8});
    QVERIFY(forged.leaf() != record.leaf());
    QCOMPARE(Record::parse(forged.text())->desk, forged.desk);
    QVERIFY(!Record::parse(record.text() + "x"));
    QVERIFY(!Record::parse("sanzhen entry 2" + record.text().substr(15)));
}

void tst_Note::proofsAreTextAndVerify()
{
    MemoryTree tree;
    for (int i = 0; i < 1000; ++i) {
        tree.append(leafHash(viewOf(std::to_string(i))));
    }
    const Signer log = newSigner("sanzhen/wuhan");
    const std::string head =
        Checkpoint{"sanzhen/wuhan", 1000, rootOf(tree, 1000).value(), {}}.text();
    const std::string note = Note{head, {signNote(head, log, {})}}.format();
    const auto proof = makeLogProof(tree, 321, note);
    QVERIFY(proof);
    auto back = LogProof::parse(proof->format());
    QVERIFY(back);
    QCOMPARE(back->format(), proof->format());
    QCOMPARE(verifyLogProof(*back, leafHash(viewOf("321")), log.verifier())->size, 1000U);
    QCOMPARE(
        verifyLogProof(*back, leafHash(viewOf("322")), log.verifier()).error().code,
        Code::BadChain);
    QCOMPARE(
        verifyLogProof(*back, leafHash(viewOf("321")), newSigner("x").verifier()).error().code,
        Code::BadSignature);
    back->extra = {1, 2, 3};
    QCOMPARE(LogProof::parse(back->format())->extra, back->extra);
    QVERIFY(!LogProof::parse("c2sp.org/tlog-proof@v2\nindex 0\n\n" + note));
    QVERIFY(!LogProof::parse("c2sp.org/tlog-proof@v1\nindex 01\n\n" + note));
}

// Hashes at random, as hashes are: only their number and the signed note make the size.
void tst_Note::aMillionEntriesStayUnderAKilobyte()
{
    const Signer log = newSigner("sanzhen/wuhan");
    const std::string head =
        Checkpoint{"sanzhen/wuhan", 1'000'000, sha256(viewOf("root")), {}}.text();
    LogProof proof{{}, 999'999, {}, Note{head, {signNote(head, log, {})}}.format()};
    for (int i = 0; i < 20; ++i) {
        proof.path.push_back(sha256(viewOf(std::to_string(i))));
    }
    QVERIFY(proof.format().size() > kMostProofBytes);
    const std::string file = proof.file();
    QVERIFY2(file.size() <= kMostProofBytes, qPrintable(QString::number(file.size())));
    QVERIFY(file.starts_with("\x1f\x8b"));
}

// Damaged texts are refused, or mean exactly what they say: nothing has two forms, nothing crashes.
void tst_Note::whatIsReadIsWrittenTheSame()
{
    const Signer log = newSigner("log");
    const std::string head = Checkpoint{"log", 3, sha256(viewOf("x")), {}}.text();
    const std::string note = Note{head, {signNote(head, log, {})}}.format();
    const std::string proof = LogProof{{1, 2}, 2, {Digest{}, sha256(viewOf("y"))}, note}.format();
    const std::string record = Record{7, fromUtcMs(12345), "D05-01", 3, 0, {}, {}}.text();
    std::mt19937 random(1);
    int read = 0;
    for (int i = 0; i < 30'000; ++i) {
        std::string text = i % 3 == 0 ? note : i % 3 == 1 ? proof : record;
        for (std::size_t n = random() % 3 + 1; n > 0; --n) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
            case 0:
                text[at] = static_cast<char>(random());
                break;
            case 1:
                text.erase(at, random() % 5);
                break;
            case 2:
                text.insert(at, text, random() % text.size(), random() % 9);
                break;
            default:
                text[at] = "\n 0+=/"[random() % 6];
                break;
            }
        }
        const auto asNote = Note::parse(text);
        const auto asProof = LogProof::parse(text);
        const auto asRecord = Record::parse(text);
        QVERIFY(!asNote || asNote->format() == text);
        QVERIFY(!asProof || asProof->format() == text);
        QVERIFY(!asRecord || asRecord->text() == text);
        read += asNote || asProof || asRecord ? 1 : 0;
        (void)VerifierKey::parse(text);
        (void)Checkpoint::parse(text);
    }
    QVERIFY(read > 100);
}

QTEST_GUILESS_MAIN(tst_Note)
#include "tst_Note.moc"
