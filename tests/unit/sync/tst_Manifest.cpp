// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot says of itself is read back as it was, and refused when it cannot be so.
#include "data/sync/Manifest.h"

#include <QTest>

#include <random>

using namespace sz;
using namespace sz::sync;

namespace {

Digest filled(std::uint8_t with)
{
    Digest out;
    out.fill(with);
    return out;
}

Manifest sample()
{
    return {
        OperationId("wuhan"),
        UnitCode("D05"),
        fromUtcMs(1'790'000'000'000),
        9,
        filled(1),
        {{filled(2), 800, 40, filled(3)}, {filled(4), 1, 41, filled(5)}}};
}

} // namespace

class tst_Manifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBack()
    {
        const auto read = decodeManifest(encodeManifest(sample()));
        QVERIFY(read.has_value());
        QCOMPARE(read->operation, sample().operation);
        QCOMPARE(read->unit, sample().unit);
        QCOMPARE(read->cutAt, sample().cutAt);
        QCOMPARE(read->treeSize, 9U);
        QCOMPARE(read->treeRoot, filled(1));
        QVERIFY(read->chunks == sample().chunks);
        QCOMPARE(read->headSeq(), 41U);
    }

    void whatCannotBeIsRefused()
    {
        const auto isRefused = [](auto change) {
            Manifest m = sample();
            change(m);
            return decodeManifest(encodeManifest(m)).error_or(Error{}).code == Code::BadEncoding;
        };
        QVERIFY(isRefused([](Manifest& m) { m.chunks.clear(); }));
        QVERIFY(isRefused([](Manifest& m) { m.chunks[1].last = 40; }));
        QVERIFY(isRefused([](Manifest& m) { m.chunks[1].last = 3; }));
        QVERIFY(isRefused([](Manifest& m) { m.chunks[0].size = 0; }));
        QVERIFY(isRefused([](Manifest& m) { m.chunks[0].size = kMaxChunkBytes + 1; }));
        QVERIFY(isRefused([](Manifest& m) { m.chunks[0].last = 0; }));
    }

    void damageNeverCrashes()
    {
        const Bytes good = encodeManifest(sample());
        std::mt19937 random(1);
        for (int round = 0; round < 20'000; ++round) {
            Bytes bad = good;
            for (unsigned i = 0; i <= random() % 3; ++i) {
                bad[random() % bad.size()] = static_cast<std::uint8_t>(random());
            }
            bad.resize(1 + random() % bad.size());
            std::ignore = decodeManifest(bad);
        }
    }

    void packedPlacesAreReadBack()
    {
        const std::vector<log::FeedItem> items{
            {1, 7, fromUtcMs(5), 3, Bytes{1, 2}}, {2, 9, fromUtcMs(-6), 0, Bytes(4000, 8)}};
        const auto plain = decompress(compress(packItems(items), true));
        QVERIFY(plain.has_value());
        const auto read = unpackItems(*plain, 2);
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 2U);
        QCOMPARE((*read)[1].raw, items[1].raw);
        QCOMPARE((*read)[1].receivedAt, items[1].receivedAt);
        QVERIFY(!unpackItems(*plain, 1));
        QVERIFY(!decompress(compress(packItems(items), true), 100));
    }
};

QTEST_APPLESS_MAIN(tst_Manifest)
#include "tst_Manifest.moc"
