// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every frame survives the wire; a damaged one is refused; a newer one is recognised as such.

#include "data/sync/Frames.h"

#include <QtTest>

#include <random>

using namespace sz;
using namespace sz::sync;

Q_DECLARE_METATYPE(Frame)

namespace {

template <std::size_t N>
std::array<std::uint8_t, N> filled(int seed)
{
    std::array<std::uint8_t, N> out{};
    for (std::size_t i = 0; i < N; ++i) {
        out[i] = static_cast<std::uint8_t>(seed + static_cast<int>(i));
    }
    return out;
}

Feed sampleFeed(std::uint64_t count, std::size_t textSize)
{
    Feed f{UnitCode("D05"), {}, filled<32>(9)};
    for (std::uint64_t n = 1; n <= count; ++n) {
        f.items.push_back(
            {n, n * 2, fromUtcMs(1'795'000'000'000), static_cast<std::uint32_t>(n % 3),
             log::encode(log::Fields{{1, std::string(textSize, 'x')}, {2, n}})});
    }
    return f;
}

/// Fields of the encoded feed; key 3 holds plain items, key 4 compressed ones.
log::Fields wireFields(const Frame& frame)
{
    return *log::decode(encodeFrame(frame))->as<log::Fields>();
}

Push samplePush()
{
    log::Batch b;
    b.operation = OperationId("wuhan-2026");
    b.desk = DeskId("K1");
    b.firstCounter = 5;
    b.previous = filled<32>(1);
    b.entries = {Bytes{1, 2, 3}, Bytes{}, Bytes(300, 7)};
    b.signature = filled<64>(2);
    return {b};
}

std::vector<std::pair<const char*, Frame>> samples()
{
    return {
        {"Hello",
         Hello{
             1, 3, OperationId("wuhan-2026"), DeskId("K1"), UnitCode("D05"), "sanzhen 0.1.0 汉",
             100, filled<32>(3), 7, 9}},
        {"Welcome",
         Welcome{1, "武汉市值守中心", fromUtcMs(1'795'000'000'000), 120, 9, filled<32>(4), "abcd"}},
        {"Refused", Refused{Code::ForkDetected, "counter went back"}},
        {"Push", samplePush()},
        {"Verdicts",
         Verdicts{
             {{5, VerdictKind::Accepted, 8834, Code::Internal, ""},
              {6, VerdictKind::Rejected, 0, Code::IncidentClosed, "已关闭"},
              {7, VerdictKind::Held, 0, Code::NoSuchOrder, ""},
              {8, VerdictKind::Later, 0, Code::Busy, ""}},
             fromUtcMs(5)}},
        {"no verdicts", Verdicts{{}, fromUtcMs(5)}},
        {"Credit", Credit{4}},
        {"empty Feed", sampleFeed(0, 0)},
        {"small Feed", sampleFeed(2, 20)},
        {"packed Feed", sampleFeed(200, 50)},
        {"Heartbeat", Heartbeat{fromUtcMs(77), 12}},
        {"Enrol", Enrol{"7F3K-99QX", filled<32>(5), filled<64>(6), "值班台-3"}},
        {"Enrolled",
         Enrolled{
             DeskId("K1"), UnitCode("D05"), OperationId("wuhan-2026"), "-----BEGIN",
             "-----BEGIN CA"}},
        {"SignOn", SignOn{PersonCode("1001"), PostCode("D05-desk"), "密码 1", "新的密码", 9}},
        {"refused SignedOn", SignedOn{std::nullopt, Code::SignOnWrong, "wrong password", 3}},
        {"SignedOn",
         SignedOn{
             model::SignedGrant{
                 {"01ARYZ6S41", OperationId("wuhan-2026"), DeskId("D05-01"), UnitCode("D05"),
                  PersonCode("1001"), "张三", PostCode("D05-desk"), plan::Role::DistrictDesk,
                  fromUtcMs(1), fromUtcMs(2), fromUtcMs(3), false},
                 filled<64>(7)},
             Code::Internal, "", 0}},
        {"People",
         People{
             true,
             {{PersonCode("1001"),
               "张三",
               "zhangsan",
               "zs",
               UnitCode("D05"),
               {PostCode("D05-desk"), PostCode("D05-leader")},
               true}}}},
        {"Recall", Recall{{1, 7, 8834}}},
        {"Recalled", Recalled{sampleFeed(3, 20).items, {9}}},
        {"all denied", Recalled{{}, {1, 2}}},
        {"SnapshotAsk for the manifest", SnapshotAsk{}},
        {"SnapshotAsk for chunks", SnapshotAsk{{filled<32>(1), filled<32>(2)}, 0, {}}},
        {"SnapshotAsk with a place", SnapshotAsk{{}, 77, filled<32>(3)}},
        {"SnapshotManifest", SnapshotManifest{Bytes{1, 2, 3}, filled<64>(4), filled<32>(5)}},
        {"SnapshotChunk", SnapshotChunk{filled<32>(6), Bytes(500, 7)}},
        {"FileOffer", FileOffer{filled<32>(7), IncidentId("01ARYZ6S41")}},
        {"FileState", FileState{filled<32>(7), 4821, true, false, Code::Internal}},
        {"refusing FileState", FileState{filled<32>(7), 0, false, true, Code::NoSpace}},
        {"FileChunk", FileChunk{filled<32>(7), 262'144, Bytes(700, 3)}},
        {"FileAsk", FileAsk{filled<32>(7), IncidentId("01ARYZ6S41"), 0, 32'768}},
        {"SnapshotChunk that is gone", SnapshotChunk{filled<32>(6), {}}},
        {"KeepContactKeys",
         KeepContactKeys{
             {{ContactId("01C"), IncidentId("01I"), Bytes(32, 1)},
              {ContactId("01D"), IncidentId("01I"), Bytes(32, 2)}}}},
        {"ContactKeysKept", ContactKeysKept{{ContactId("01C"), ContactId("01D")}}},
        {"AskContactKey", AskContactKey{ContactId("01C"), IncidentId("01I"), "01E"}},
        {"ContactKeyGiven", ContactKeyGiven{ContactId("01C"), Bytes(32, 3), Code::Internal}},
        {"ContactKeyGiven to nobody", ContactKeyGiven{ContactId("01C"), {}, Code::ContactExpired}},
    };
}

} // namespace

class tst_Frames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void pushKeepsItsSignatureValid();
    void feedIsPackedWhenThatIsShorter();
    void feedContentSurvivesPacking();
    void damagedCompressionIsRefused();
    void bombIsRefused();
    void malformed_data();
    void malformed();
    void unknownTypeIsKeptApart();
    void newerFieldsAreSkipped();
    void tooLargeIsRefused();
    void creditIsBounded();
    void tooManyItemsAreRefused();
    void aPieceOfAFileIsBounded();
    void everyCutIsRefused();
    void randomDamageNeverCrashes();
};

void tst_Frames::roundTrip_data()
{
    QTest::addColumn<Frame>("frame");
    for (const auto& [name, frame] : samples()) {
        QTest::newRow(name) << frame;
    }
}

void tst_Frames::roundTrip()
{
    QFETCH(Frame, frame);
    const Bytes wire = encodeFrame(frame);
    const auto back = decodeFrame(wire);
    QVERIFY(back);
    QCOMPARE(back->index(), frame.index());
    QVERIFY(encodeFrame(*back) == wire); // every field is written, so equal bytes mean equal fields
}

void tst_Frames::pushKeepsItsSignatureValid()
{
    const SigningKey key = SigningKey::generate();
    Push push = samplePush();
    log::signBatch(push.batch, key);
    const auto back = decodeFrame(encodeFrame(push));
    QVERIFY(back);
    QVERIFY(log::verifyBatch(std::get<Push>(*back).batch, key.publicKey()));
}

void tst_Frames::feedIsPackedWhenThatIsShorter()
{
    QVERIFY(wireFields(sampleFeed(2, 20)).contains(3));
    QVERIFY(wireFields(sampleFeed(200, 50)).contains(4));
    QVERIFY(encodeFrame(sampleFeed(200, 50)).size() < 3000);
    Feed random = sampleFeed(1, 0);
    random.items[0].raw.resize(2000);
    fillRandom(random.items[0].raw);
    QVERIFY(wireFields(random).contains(3)); // not compressible: plain
}

void tst_Frames::feedContentSurvivesPacking()
{
    const Feed feed = sampleFeed(1000, 80);
    const auto back = decodeFrame(encodeFrame(feed));
    QVERIFY(back);
    const Feed& got = std::get<Feed>(*back);
    QVERIFY(got.unit == feed.unit && got.hash == feed.hash);
    QCOMPARE(got.items.size(), feed.items.size());
    for (std::size_t i = 0; i < feed.items.size(); ++i) {
        QVERIFY(log::feedLink({}, got.items[i]) == log::feedLink({}, feed.items[i]));
    }
}

void tst_Frames::damagedCompressionIsRefused()
{
    const log::Fields good = wireFields(sampleFeed(200, 50));
    const Bytes packed = *good.at(4).as<Bytes>();
    const auto with = [&](Bytes bytes) {
        log::Fields fields = good;
        fields[4] = std::move(bytes);
        return decodeFrame(log::encode(fields));
    };
    QVERIFY(with(packed));
    for (std::size_t size = 0; size < packed.size(); ++size) {
        QVERIFY(!with(Bytes(packed.begin(), packed.begin() + static_cast<std::ptrdiff_t>(size))));
    }
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        Bytes bad = packed;
        bad[random() % bad.size()] ^= static_cast<std::uint8_t>(1U << (random() % 8));
        if (const auto frame = with(bad);
            !frame) // a flip may also hit the text: the feed's hash finds that
        {
            QCOMPARE(frame.error().code, Code::BadEncoding);
        }
    }
}

/// A frame whose zstd head promises a terabyte.
void tst_Frames::bombIsRefused()
{
    log::Fields fields = wireFields(sampleFeed(200, 50));
    fields[4] = Bytes{0x28, 0xB5, 0x2F, 0xFD, 0xE0, 0x00, 0x00, 0x00,
                      0x00, 0x00, 0x01, 0x00, 0x00, 0x01, 0x00, 0x00};
    QVERIFY(!decodeFrame(log::encode(fields)));
}

void tst_Frames::malformed_data()
{
    QTest::addColumn<Frame>("frame");
    QTest::addColumn<int>("key");
    for (const auto& [name, frame] : samples()) {
        const log::Fields fields = wireFields(frame);
        for (const auto& [key, value] : fields) {
            QTest::addRow("%s without field %d", name, static_cast<int>(key))
                << frame << static_cast<int>(key);
        }
    }
}

/// A field may be absent only when it is optional, and of a wrong type never.
void tst_Frames::malformed()
{
    QFETCH(Frame, frame);
    QFETCH(int, key);
    log::Fields fields = wireFields(frame);
    fields[key] = log::Array{log::Array{}};
    QVERIFY(!decodeFrame(log::encode(fields)));
    fields.erase(key);
    if (const auto without = decodeFrame(log::encode(fields)); !without) {
        QCOMPARE(without.error().code, Code::BadEncoding);
    }
    fields[0] = "text";
    QVERIFY(!decodeFrame(log::encode(fields)));
}

void tst_Frames::unknownTypeIsKeptApart()
{
    const auto frame = decodeFrame(log::encode(log::Fields{{0, 4711}, {1, "of version 9"}}));
    QVERIFY(frame);
    QVERIFY(std::holds_alternative<UnknownFrame>(*frame));
    QCOMPARE(std::get<UnknownFrame>(*frame).type, std::int64_t{4711});
    QVERIFY(!decodeFrame(log::encode(log::Fields{{1, 2}})));
    QVERIFY(!decodeFrame(log::encode(log::Array{1})));
    QVERIFY(!decodeFrame({}));
}

void tst_Frames::newerFieldsAreSkipped()
{
    for (const auto& [name, frame] : samples()) {
        log::Fields fields = wireFields(frame);
        fields.emplace(200, "of a later version");
        const auto back = decodeFrame(log::encode(fields));
        QVERIFY2(back, name);
        QVERIFY2(encodeFrame(*back) == encodeFrame(frame), name);
    }
}

void tst_Frames::tooLargeIsRefused()
{
    QVERIFY(!decodeFrame(log::encode(log::Fields{{0, 4711}, {1, Bytes(kMaxFrameBytes)}})));
}

void tst_Frames::creditIsBounded()
{
    for (const std::int64_t frames : {std::int64_t{-5}, std::int64_t{65}, INT64_MAX}) {
        const auto back = decodeFrame(log::encode(log::Fields{{0, 6}, {1, frames}}));
        QVERIFY(back);
        const int got = std::get<Credit>(*back).frames;
        QVERIFY(got >= 0 && got <= 64);
    }
}

void tst_Frames::tooManyItemsAreRefused()
{
    QVERIFY(decodeFrame(encodeFrame(sampleFeed(kMaxFeedItems, 5))));
    QVERIFY(!decodeFrame(encodeFrame(sampleFeed(kMaxFeedItems + 1, 5))));
    Push push = samplePush();
    push.batch.entries.assign(log::kMaxBatchEntries, Bytes{1});
    QVERIFY(decodeFrame(encodeFrame(push)));
    push.batch.entries.emplace_back();
    QVERIFY(!decodeFrame(encodeFrame(push)));
}

void tst_Frames::aPieceOfAFileIsBounded()
{
    const auto sized = [](std::size_t size) {
        return decodeFrame(encodeFrame(FileChunk{filled<32>(1), 0, Bytes(size, 3)})).has_value();
    };
    QVERIFY(sized(1) && sized(kMostFilePiece));
    QVERIFY(!sized(0) && !sized(kMostFilePiece + 1));
    const auto ask =
        decodeFrame(encodeFrame(FileAsk{filled<32>(1), IncidentId("a"), 0, 1ULL << 40}));
    QCOMPARE(std::get<FileAsk>(*ask).most, kMostFilePiece);
}

void tst_Frames::everyCutIsRefused()
{
    for (const auto& [name, frame] : samples()) {
        const Bytes wire = encodeFrame(frame);
        for (std::size_t size = 0; size < wire.size(); ++size) {
            QVERIFY2(!decodeFrame(BytesView(wire).first(size)), name);
        }
    }
}

void tst_Frames::randomDamageNeverCrashes()
{
    std::mt19937 random(11);
    for (const auto& [name, frame] : samples()) {
        const Bytes wire = encodeFrame(frame);
        for (int i = 0; i < 5000; ++i) {
            Bytes bad = wire;
            for (std::uint64_t flips = 1 + random() % 3; flips > 0; --flips) {
                bad[random() % bad.size()] = static_cast<std::uint8_t>(random());
            }
            (void)decodeFrame(bad).has_value();
        }
    }
}

QTEST_GUILESS_MAIN(tst_Frames)
#include "tst_Frames.moc"
