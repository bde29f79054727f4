// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates say exactly what they should, read back with OpenSSL and not with our own code.

#include "data/net/Authority.h"

#include <QtTest>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <set>

using namespace sz;
using namespace std::chrono_literals;

namespace {

const Instant kNow = SystemClock().now();

struct Free
{
    void operator()(X509* c) const { X509_free(c); }
    void operator()(BIO* b) const { BIO_free(b); }
};
using Certificate = std::unique_ptr<X509, Free>;

Certificate read(const std::string& pem)
{
    const std::unique_ptr<BIO, Free> in{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    return Certificate{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)};
}

std::string name(const Certificate& certificate)
{
    const std::unique_ptr<BIO, Free> out{BIO_new(BIO_s_mem())};
    X509_NAME_print_ex(
        out.get(), X509_get_subject_name(certificate.get()), 0,
        XN_FLAG_ONELINE & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

bool isSignedBy(const Certificate& certificate, const Certificate& issuer)
{
    return X509_verify(certificate.get(), X509_get0_pubkey(issuer.get())) == 1
           && X509_check_issued(issuer.get(), certificate.get()) == X509_V_OK;
}

} // namespace

class tst_Authority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void authorityIsACaAndNothingElse();
    void serverCertificate();
    void deskCertificate();
    void serialsAreLongAndDiffer();
    void keySurvivesPem();
    void notAKey_data();
    void notAKey();
    void validity();
    void refusesWhatItCannotIssue();
    void fingerprintIsThatOfTheDer();
};

void tst_Authority::authorityIsACaAndNothingElse()
{
    const auto ca = read(net::makeAuthority("三镇 command office CA", kNow).certificate);
    QVERIFY(ca);
    QCOMPARE(name(ca), std::string("CN = 三镇 command office CA"));
    QVERIFY((X509_get_extension_flags(ca.get()) & EXFLAG_CA) != 0);
    QVERIFY((X509_get_extension_flags(ca.get()) & EXFLAG_SS) != 0);
    QCOMPARE(X509_get_pathlen(ca.get()), -1L); // the next authority stands below it
    QCOMPARE(X509_get_key_usage(ca.get()), std::uint32_t{KU_KEY_CERT_SIGN | KU_CRL_SIGN});
    QCOMPARE(EVP_PKEY_get_base_id(X509_get0_pubkey(ca.get())), EVP_PKEY_ED25519);
    QVERIFY(isSignedBy(ca, ca));
}

void tst_Authority::serverCertificate()
{
    const auto authority = net::makeAuthority("CA", kNow);
    const auto issued = net::issueServer(authority, kNow);
    QVERIFY(issued);
    const auto server = read(issued->certificate);
    QVERIFY(server && isSignedBy(server, read(authority.certificate)));
    QCOMPARE(name(server), std::string("CN = sanzhen-hq"));
    QCOMPARE(
        X509_check_host(
            server.get(), "sanzhen-hq", 0, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT, nullptr),
        1);
    QCOMPARE(X509_get_key_usage(server.get()), std::uint32_t{KU_DIGITAL_SIGNATURE});
    QCOMPARE(X509_get_extended_key_usage(server.get()), std::uint32_t{XKU_SSL_SERVER});
    QCOMPARE(X509_check_ca(server.get()), 0);
    QVERIFY(net::keyFromPem(issued->key));
}

void tst_Authority::deskCertificate()
{
    const auto authority = net::makeAuthority("CA", kNow);
    const SigningKey key = SigningKey::generate();
    const auto issued = net::issueDesk(authority, key.publicKey(), "K-汉口-3", "D05", kNow);
    QVERIFY(issued);
    const auto desk = read(*issued);
    QVERIFY(desk && isSignedBy(desk, read(authority.certificate)));
    QCOMPARE(name(desk), std::string("OU = D05, CN = K-汉口-3"));
    QCOMPARE(X509_get_key_usage(desk.get()), std::uint32_t{KU_DIGITAL_SIGNATURE});
    QCOMPARE(X509_get_extended_key_usage(desk.get()), std::uint32_t{XKU_SSL_CLIENT});
    QCOMPARE(X509_check_ca(desk.get()), 0);
    PublicKey raw{};
    std::size_t length = raw.size();
    QCOMPARE(EVP_PKEY_get_raw_public_key(X509_get0_pubkey(desk.get()), raw.data(), &length), 1);
    QVERIFY(raw == key.publicKey());
}

void tst_Authority::serialsAreLongAndDiffer()
{
    const auto authority = net::makeAuthority("CA", kNow);
    const SigningKey key = SigningKey::generate();
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const auto desk = read(*net::issueDesk(authority, key.publicKey(), "K1", "D05", kNow));
        const ASN1_INTEGER* serial = X509_get0_serialNumber(desk.get());
        QCOMPARE(ASN1_STRING_length(serial), 16);
        seen.emplace(reinterpret_cast<const char*>(ASN1_STRING_get0_data(serial)), 16);
    }
    QCOMPARE(seen.size(), std::size_t{100});
}

void tst_Authority::keySurvivesPem()
{
    const SigningKey key = SigningKey::generate();
    const std::string pem = net::keyToPem(key);
    QVERIFY(pem.starts_with("-----BEGIN PRIVATE KEY-----"));
    const auto back = net::keyFromPem(pem);
    QVERIFY(back);
    QVERIFY(back->publicKey() == key.publicKey());
    QVERIFY(back->seed() == key.seed());
}

void tst_Authority::notAKey_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("no key at all");
    QTest::newRow("a certificate")
        << QByteArray::fromStdString(net::makeAuthority("CA", kNow).certificate);
    QTest::newRow("a P-256 key") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\n"
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2\n"
        "OF/2NxApJCzGCEDdfSp6VQO30hyhRANCAAQRWz+jn65BtOMvdyHKcvjBeBSDZH2r\n"
        "1RTwjmYSi9R/zpBnuQ4EiMnCqfMPWiZqB4QdbAd0E7oH50VpuZ1P087G\n"
        "-----END PRIVATE KEY-----\n");
    QByteArray cut = QByteArray::fromStdString(net::keyToPem(SigningKey::generate()));
    cut.remove(40, 10);
    QTest::newRow("a damaged key") << cut;
}

void tst_Authority::notAKey()
{
    QFETCH(QByteArray, pem);
    const auto key = net::keyFromPem(pem.toStdString());
    QVERIFY(!key);
    QCOMPARE(key.error().code, Code::BadEncoding);
}

void tst_Authority::validity()
{
    const auto authority = net::makeAuthority("CA", kNow);
    const SigningKey key = SigningKey::generate();
    const auto life = [&](const std::string& pem) {
        return std::chrono::round<std::chrono::days>(*net::validUntil(pem) - kNow).count();
    };
    QCOMPARE(life(authority.certificate), 3652);
    QCOMPARE(life(net::issueServer(authority, kNow)->certificate), 730);
    QCOMPARE(life(*net::issueDesk(authority, key.publicKey(), "K1", "D05", kNow)), 396);
    const auto far = net::makeAuthority(
        "CA", kNow + std::chrono::days(20 * 366)); // ends after 2049: the other ASN.1 type
    QVERIFY(*net::validUntil(far.certificate) > kNow + std::chrono::days(29 * 365));
    const auto none = net::validUntil("no certificate");
    QVERIFY(!none);
    QCOMPARE(none.error().code, Code::BadCertificate);
}

void tst_Authority::refusesWhatItCannotIssue()
{
    const auto authority = net::makeAuthority("CA", kNow);
    const auto other = net::makeAuthority("CA", kNow);
    const SigningKey key = SigningKey::generate();
    QVERIFY(!net::issueDesk(authority, key.publicKey(), std::string(65, 'x'), "D05", kNow));
    QVERIFY(!net::issueDesk(authority, key.publicKey(), "", "D05", kNow));
    QVERIFY(!net::issueServer({authority.certificate, other.key}, kNow));
    QVERIFY(!net::issueServer({}, kNow));
}

void tst_Authority::fingerprintIsThatOfTheDer()
{
    const auto authority = net::makeAuthority("CA", kNow);
    const auto ca = read(authority.certificate);
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    QCOMPARE(X509_digest(ca.get(), EVP_sha256(), digest.data(), &length), 1);
    QCOMPARE(*net::fingerprint(authority.certificate), toHex(digest));
}

QTEST_GUILESS_MAIN(tst_Authority)
#include "tst_Authority.moc"
