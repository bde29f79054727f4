// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 against FIPS 180-4's examples, Ed25519 against RFC 8032 §7.1.

#include "data/base/Hash.h"

#include <QtTest>

#include <thread>

using namespace sz;

class tst_Hash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256Vectors_data();
    void sha256Vectors();
    void partsAreOneMessage();
    void threadsDoNotDisturbEachOther();
    void ed25519Vectors_data();
    void ed25519Vectors();
    void everyFlippedBitIsFound();
    void seedMustHave32Bytes();
    void generatedKeysDiffer();
};

void tst_Hash::sha256Vectors_data()
{
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("digest");
    QTest::newRow("empty")
        << std::string()
        << std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << std::string(
        "abc") << std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks")
        << std::string("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million a") << std::string(
        1'000'000,
        'a') << std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void tst_Hash::sha256Vectors()
{
    QFETCH(std::string, message);
    QFETCH(std::string, digest);
    QCOMPARE(toHex(sha256(viewOf(message))), digest);
}

void tst_Hash::partsAreOneMessage()
{
    QVERIFY(sha256({viewOf("ab"), viewOf(""), viewOf("c")}) == sha256(viewOf("abc")));
    QVERIFY(sha256({}) == sha256(viewOf("")));
}

void tst_Hash::threadsDoNotDisturbEachOther()
{
    const auto work = [] {
        for (int i = 0; i < 2'000; ++i) {
            if (toHex(sha256(viewOf("abc"))).substr(0, 8) != "ba7816bf") {
                qFatal("wrong digest");
            }
        }
    };
    std::jthread first(work);
    std::jthread second(work);
}

void tst_Hash::ed25519Vectors_data()
{
    QTest::addColumn<std::string>("seed");
    QTest::addColumn<std::string>("publicKey");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("signature");
    QTest::newRow("TEST 1: empty")
        << std::string("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        << std::string()
        << std::string("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a"
                       "33bacc61e39701cf9b46b"
                       "d25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("TEST 2: one byte")
        << std::string("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        << std::string("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        << std::string("72")
        << std::string("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e1"
                       "5996e458f3613d0f11d8c"
                       "387b2eaeb4302aeeb00d291612bb0c00");
    QTest::newRow("TEST 3: two bytes")
        << std::string("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
        << std::string("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
        << std::string("af82")
        << std::string("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d1"
                       "6f290ae67f760984dc659"
                       "4a7c15e9716ed28dc027beceea1ec40a");
    QTest::newRow("TEST SHA(abc)")
        << std::string("833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42")
        << std::string("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf")
        << std::string("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274"
                       "fc1a836ba3c23a3feebbd"
                       "454d4423643ce80e2a9ac94fa54ca49f")
        << std::string("dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac9"
                       "0b3ecfdfbc7c66431e030"
                       "3dca179c138ac17ad9bef1177331a704");
}

void tst_Hash::ed25519Vectors()
{
    QFETCH(std::string, seed);
    QFETCH(std::string, publicKey);
    QFETCH(std::string, message);
    QFETCH(std::string, signature);
    const auto key = SigningKey::fromSeed(*fromHex(seed));
    QVERIFY(key);
    QCOMPARE(toHex(key->publicKey()), publicKey);
    const Bytes text = *fromHex(message);
    QCOMPARE(toHex(key->sign(text)), signature);
    QVERIFY(verifySignature(key->publicKey(), text, key->sign(text)));
    QCOMPARE(toHex(key->seed()), seed);
}

void tst_Hash::everyFlippedBitIsFound()
{
    const SigningKey key = SigningKey::generate();
    const Signature good = key.sign(viewOf("order 7"));
    QVERIFY(verifySignature(key.publicKey(), viewOf("order 7"), good));
    QVERIFY(!verifySignature(key.publicKey(), viewOf("order 8"), good));
    QVERIFY(!verifySignature(SigningKey::generate().publicKey(), viewOf("order 7"), good));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Signature bad = good;
        bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        QVERIFY(!verifySignature(key.publicKey(), viewOf("order 7"), bad));
    }
}

void tst_Hash::seedMustHave32Bytes()
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}}) {
        const auto key = SigningKey::fromSeed(Bytes(size));
        QVERIFY(!key);
        QCOMPARE(key.error().code, Code::BadEncoding);
    }
}

void tst_Hash::generatedKeysDiffer()
{
    QVERIFY(SigningKey::generate().publicKey() != SigningKey::generate().publicKey());
}

QTEST_GUILESS_MAIN(tst_Hash)
#include "tst_Hash.moc"
