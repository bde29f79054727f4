// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The slip of a new desk: what is printed is read back, what is no slip is none.
#include "data/net/Slip.h"

#include <QTest>

using namespace sz;
using namespace sz::net;

class tst_Slip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addressesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host"); // empty: none
        QTest::addColumn<int>("port");
        QTest::newRow("name") << "hq.example:7443" << "hq.example" << 7443;
        QTest::newRow("IPv4") << "10.1.2.3:1" << "10.1.2.3" << 1;
        QTest::newRow("IPv6") << "[fd00::1]:65535" << "fd00::1" << 65535;
        QTest::newRow("IPv6 without brackets") << "fd00::1:7443" << "" << 0;
        QTest::newRow("no port") << "hq.example" << "" << 0;
        QTest::newRow("port 0") << "hq:0" << "" << 0;
        QTest::newRow("port too large") << "hq:65536" << "" << 0;
        QTest::newRow("port and more") << "hq:7443x" << "" << 0;
        QTest::newRow("no host") << ":7443" << "" << 0;
        QTest::newRow("empty brackets") << "[]:7443" << "" << 0;
        QTest::newRow("blank in it") << "h q:7443" << "" << 0;
        QTest::newRow("nothing") << "" << "" << 0;
    }
    void addressesAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, host);
        QFETCH(const int, port);
        const auto at = readAddress(text.toStdString());
        QCOMPARE(at.has_value(), !host.isEmpty());
        if (at) {
            QCOMPARE(QString::fromStdString(at->host), host);
            QCOMPARE(static_cast<int>(at->port), port);
            QCOMPARE(QString::fromStdString(addressText(*at)), text);
        }
    }

    void fingerprintsAreForReadingAloud()
    {
        const std::string hex = "3f2a91bc77e0d41c8a5b0011223344556677889900aabbccddeeff0011223344";
        QCOMPARE(printedFingerprint(hex), std::string("3F2A-91BC-77E0-D41C-8A5B"));
        QCOMPARE(plainFingerprint(" 3F2A-91bc:77E0 D41C-8A5B\t"), hex.substr(0, 20));
        QCOMPARE(printedFingerprint("3f2a91"), std::string("3F2A-91"));
    }

    void aLineIsFoundInAnyText()
    {
        const EnrolSlip slip{{"fd00::1", 7443}, "DVGM-7B3E-0D1N", "3F2A-91BC-77E0-D41C-8A5B"};
        const std::string line = slipLine(slip);
        QCOMPARE(
            line, std::string("sanzhen://[fd00::1]:7443/DVGM-7B3E-0D1N/3F2A-91BC-77E0-D41C-8A5B"));
        for (const std::string& text :
             {line, "  " + line + "\n", "登记单\n  " + line + " \nmore"}) {
            const auto found = findSlip(text);
            QVERIFY(found);
            QCOMPARE(found->at.host, slip.at.host);
            QCOMPARE(found->at.port, slip.at.port);
            QCOMPARE(found->code, slip.code);
            QCOMPARE(found->authority, slip.authority);
        }
    }

    void whatIsNoSlipIsNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << "";
        QTest::newRow("another scheme") << "https://hq:7443/A/B";
        QTest::newRow("no code") << "sanzhen://hq:7443//3F2A";
        QTest::newRow("no fingerprint") << "sanzhen://hq:7443/DVGM-7B3E-0D1N";
        QTest::newRow("no port") << "sanzhen://hq/DVGM-7B3E-0D1N/3F2A";
        QTest::newRow("cut") << "sanzhen://";
    }
    void whatIsNoSlipIsNone()
    {
        QFETCH(const QString, text);
        QVERIFY(!findSlip(text.toStdString()));
    }
};

QTEST_APPLESS_MAIN(tst_Slip)
#include "tst_Slip.moc"
