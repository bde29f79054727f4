// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changing anything that is signed or chained shows (findings/trust.md §2, threat 2).

#include "data/log/Chain.h"

#include <QtTest>

#include <functional>

using namespace sz;
using namespace sz::log;

namespace {

Batch sampleBatch()
{
    Batch b;
    b.operation = OperationId("wuhan-2026");
    b.desk = DeskId("K-D05-1");
    b.firstCounter = 17;
    b.previous = sha256(viewOf("before"));
    b.entries = {encode(Fields{{1, "a"}}), encode(Fields{{1, "b"}}), encode(Fields{{1, "c"}})};
    return b;
}

FeedItem sampleItem()
{
    return {4, 8834, fromUtcMs(1'795'000'000'000), 12, encode(Fields{{1, "a"}})};
}

using BatchChange = std::function<void(Batch&)>;
using ItemChange = std::function<void(FeedItem&)>;

} // namespace

Q_DECLARE_METATYPE(BatchChange)
Q_DECLARE_METATYPE(ItemChange)

class tst_Chain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signedBatchVerifies();
    void tamperedBatch_data();
    void tamperedBatch();
    void signatureIsOverADocumentedForm();
    void authorChainKnowsOrderAndPlace();
    void feedStartsApart();
    void feedLinkIsAsDocumented();
    void tamperedFeedItem_data();
    void tamperedFeedItem();
    void tamperingSpreadsToTheEnd();
};

void tst_Chain::signedBatchVerifies()
{
    const SigningKey key = SigningKey::generate();
    Batch b = sampleBatch();
    QVERIFY(!verifyBatch(b, key.publicKey()));
    signBatch(b, key);
    QVERIFY(verifyBatch(b, key.publicKey()));
    QVERIFY(!verifyBatch(b, SigningKey::generate().publicKey()));
    Batch empty;
    signBatch(empty, key);
    QVERIFY(verifyBatch(empty, key.publicKey()));
}

void tst_Chain::tamperedBatch_data()
{
    QTest::addColumn<BatchChange>("change");
    const auto row = [](const char* name, BatchChange change) {
        QTest::newRow(name) << std::move(change);
    };
    row("operation", [](Batch& b) { b.operation = OperationId("drill-1"); });
    row("desk", [](Batch& b) { b.desk = DeskId("K-D05-2"); });
    row("name moved from operation to desk", [](Batch& b) {
        b.desk = DeskId(b.operation.value.back() + b.desk.value);
        b.operation.value.pop_back();
    });
    row("counter", [](Batch& b) { ++b.firstCounter; });
    row("previous", [](Batch& b) { b.previous[31] ^= 1; });
    row("a byte of an entry", [](Batch& b) { b.entries[1].back() ^= 1; });
    row("an entry dropped at the end", [](Batch& b) { b.entries.pop_back(); });
    row("an entry dropped at the start", [](Batch& b) { b.entries.erase(b.entries.begin()); });
    row("an entry added", [](Batch& b) { b.entries.push_back(b.entries[0]); });
    row("entries swapped", [](Batch& b) { std::swap(b.entries[0], b.entries[1]); });
    row("entries glued together", [](Batch& b) {
        b.entries[0].insert(b.entries[0].end(), b.entries[1].begin(), b.entries[1].end());
        b.entries.erase(b.entries.begin() + 1);
    });
    row("signature", [](Batch& b) { b.signature[0] ^= 1; });
}

void tst_Chain::tamperedBatch()
{
    QFETCH(BatchChange, change);
    const SigningKey key = SigningKey::generate();
    Batch b = sampleBatch();
    signBatch(b, key);
    change(b);
    QVERIFY(!verifyBatch(b, key.publicKey()));
}

/// An outside verifier must be able to rebuild what is signed.
void tst_Chain::signatureIsOverADocumentedForm()
{
    const SigningKey key = SigningKey::generate();
    Batch b = sampleBatch();
    signBatch(b, key);
    Array hashes;
    for (const Bytes& raw : b.entries) {
        const Digest hash = sha256(raw);
        hashes.emplace_back(Bytes(hash.begin(), hash.end()));
    }
    const Bytes form = encode(Array{
        "sanzhen batch 1", "wuhan-2026", "K-D05-1", 17, Bytes(b.previous.begin(), b.previous.end()),
        hashes});
    QVERIFY(verifySignature(key.publicKey(), form, b.signature));
}

void tst_Chain::authorChainKnowsOrderAndPlace()
{
    const Digest a = sha256(viewOf("a"));
    const Digest b = sha256(viewOf("b"));
    const Digest zero{};
    QVERIFY(authorLink(zero, a) == sha256({zero, a}));
    QVERIFY(authorLink(authorLink(zero, a), b) != authorLink(authorLink(zero, b), a));
    QVERIFY(authorLink(zero, a) != authorLink(a, zero));
}

void tst_Chain::feedStartsApart()
{
    const auto start = [](const char* operation, const char* unit) {
        return feedStart(OperationId(operation), UnitCode(unit));
    };
    QVERIFY(start("wuhan", "D05") == start("wuhan", "D05"));
    QVERIFY(start("wuhan", "D05") != start("wuhan", "D06"));
    QVERIFY(start("wuhan", "D05") != start("drill", "D05"));
    QVERIFY(start("wuhanD", "05") != start("wuhan", "D05")); // the border between the names counts
}

void tst_Chain::feedLinkIsAsDocumented()
{
    const Digest previous = sha256(viewOf("before"));
    const FeedItem item = sampleItem();
    Bytes plain(previous.begin(), previous.end());
    for (const std::uint64_t n :
         {item.seq, item.number, std::uint64_t{1'795'000'000'000}, std::uint64_t{item.serial}}) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            plain.push_back(static_cast<std::uint8_t>(n >> shift));
        }
    }
    const Digest hash = entryHash(item.raw);
    plain.insert(plain.end(), hash.begin(), hash.end());
    QVERIFY(feedLink(previous, item) == sha256(plain));
}

void tst_Chain::tamperedFeedItem_data()
{
    QTest::addColumn<ItemChange>("change");
    const auto row = [](const char* name, ItemChange change) {
        QTest::newRow(name) << std::move(change);
    };
    row("place", [](FeedItem& i) { ++i.seq; });
    row("number", [](FeedItem& i) { ++i.number; });
    row("time of receipt", [](FeedItem& i) { i.receivedAt -= Minutes(1); });
    row("serial", [](FeedItem& i) { ++i.serial; });
    row("entry", [](FeedItem& i) { i.raw.back() ^= 1; });
    row("number and serial exchanged", [](FeedItem& i) {
        i.number = 12;
        i.serial = 8834;
    });
}

void tst_Chain::tamperedFeedItem()
{
    QFETCH(ItemChange, change);
    const Digest start = feedStart(OperationId("wuhan"), UnitCode("D05"));
    FeedItem item = sampleItem();
    const Digest good = feedLink(start, item);
    change(item);
    QVERIFY(feedLink(start, item) != good);
}

void tst_Chain::tamperingSpreadsToTheEnd()
{
    const auto run = [](std::uint64_t changedAt) {
        Digest hash = feedStart(OperationId("wuhan"), UnitCode("D05"));
        for (std::uint64_t n = 1; n <= 100; ++n) {
            const int text = n == changedAt ? 1 : 0;
            hash = feedLink(
                hash,
                {n, n * 3, fromUtcMs(static_cast<std::int64_t>(n)), 0, encode(Fields{{1, text}})});
        }
        return hash;
    };
    const Digest good = run(0);
    QVERIFY(run(0) == good);
    for (std::uint64_t n = 1; n <= 100; ++n) {
        QVERIFY(run(n) != good);
    }
}

QTEST_GUILESS_MAIN(tst_Chain)
#include "tst_Chain.moc"
