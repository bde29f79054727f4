// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords are kept as Argon2id with their own salt and parameters.
#include "data/base/Secret.h"

#include <QTest>

using namespace sz;

class tst_Secret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRightOneAndNoOther()
    {
        const Verifier v = makeVerifier("汉阳门 1950");
        QVERIFY(isSecret(v, "汉阳门 1950"));
        QVERIFY(!isSecret(v, "汉阳门 195"));
        QVERIFY(!isSecret(v, "汉阳门 1950 "));
        QVERIFY(!isSecret(v, ""));
    }

    void sameSecretOtherSalt()
    {
        const Verifier a = makeVerifier("same");
        const Verifier b = makeVerifier("same");
        QVERIFY(a.salt != b.salt);
        QVERIFY(a.hash != b.hash);
        QCOMPARE(a.memoryKib, 19456U);
        QCOMPARE(a.passes, 2U);
        QCOMPARE(a.lanes, 1U);
    }

    // Made with argon2-cffi 23.1 / the reference implementation: password "password", salt "somesalt", t=2, m=65536, p=1.
    void isTheRealArgon2id()
    {
        Verifier v;
        v.memoryKib = 65536;
        v.salt = Bytes{'s', 'o', 'm', 'e', 's', 'a', 'l', 't'};
        v.hash =
            fromHex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7").value();
        QVERIFY(isSecret(v, "password"));
        QVERIFY(!isSecret(v, "passwore"));
    }

    void refusesParametersThatWouldHurt()
    {
        Verifier v = makeVerifier("x");
        v.memoryKib = 0xffffffff;
        QVERIFY(!isSecret(v, "x"));
        v.memoryKib = 19456;
        v.passes = 1000;
        QVERIFY(!isSecret(v, "x"));
        QVERIFY(!isSecret(Verifier{}, ""));
    }

    void startSecretsDiffer()
    {
        const std::string one = makeStartSecret();
        QCOMPARE(one.size(), std::size_t{14});
        QVERIFY(one != makeStartSecret());
    }
};

QTEST_GUILESS_MAIN(tst_Secret)
#include "tst_Secret.moc"
