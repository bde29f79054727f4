// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Online maps over https, against a server of this machine with certificates of our own authority: XYZ and WMTS arrive, and who
// cannot prove to be the server gets neither a request nor the key.
#include "maps/online/OnlineTiles.h"
#include "maps/packs/PackStack.h"
#include "tests/support/packs/PackMaker.h"
#include "tests/support/tileserver/TileServer.h"
#include "widgets/ground/OnlineWords.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace sz;
using namespace sz::maps;
using packs::OnlineSource;
using packs::TileId;

namespace {

constexpr TileId kTile{12, 3347, 1683};
constexpr const char* kKey = "city-key-1234567890";

bool until(const std::function<bool()>& isSo)
{
    return QTest::qWaitFor(isSo, 8000);
}

} // namespace

class tst_HttpsTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        authority("city");
        authority("stranger");
        certificate("good", "city", "IP:127.0.0.1,DNS:localhost", "-days", "30");
        certificate("other", "city", "DNS:tiles.example.cn", "-days", "30");
        certificate(
            "old", "city", "IP:127.0.0.1", "-not_before", "20200101000000Z", "-not_after",
            "20200201000000Z");
        certificate("foreign", "stranger", "IP:127.0.0.1", "-days", "30");
        QVERIFY(QFile::exists(path("foreign.crt")));
        // As a city puts its own authority into the system's store.
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.setCaCertificates(QSslCertificate::fromPath(path("city.crt")));
        QSslConfiguration::setDefaultConfiguration(trusting);
        m_picture = test::encoded(test::tileImage(kTile, Qt::darkGreen), packs::TileFormat::Png);
    }

    void goodOnesArrive_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("asked");
        QTest::newRow("XYZ") << "/good/{z}/{x}/{y}.png?tk={key}" << "/good/12/3347/1683.png?tk=";
        QTest::newRow("TMS") << "/good/{z}/{x}/{-y}?tk={key}" << "/good/12/3347/2412?tk=";
        QTest::newRow("WMTS, REST") << "/good/w/{TileMatrix}/{TileRow}/{TileCol}?tk={key}"
                                    << "/good/w/12/1683/3347?tk=";
        QTest::newRow("WMTS, query") << "/good/"
                                        "w?SERVICE=WMTS&REQUEST=GetTile&TILEMATRIX={TileMatrix}&"
                                        "TILEROW={TileRow}&TILECOL={TileCol}&tk={key}"
                                     << "TILEMATRIX=12&TILEROW=1683&TILECOL=3347&tk=";
    }
    void goodOnesArrive()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, asked);
        test::TileServer server(m_picture, tls("good"));
        const auto tiles = shown(server.root() + path.toStdString());
        PackStack stack({tiles->info()});
        std::ignore = stack.compose(frame());
        QVERIFY(until([&] { return tiles->status().kept.tiles == 4; }));
        QCOMPARE(tiles->status().trouble, OnlineTrouble::None);
        QVERIFY(!stack.compose(frame()).image.isNull());
        const auto wanted = (asked + QLatin1StringView(kKey)).toUtf8();
        QVERIFY(std::ranges::any_of(
            server.heads(), [&](const QByteArray& head) { return head.contains(wanted); }));
    }

    void wrongOnesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<CertificateFault>("fault");
        QTest::addColumn<QString>("said");
        QTest::newRow("an unknown authority")
            << "foreign" << CertificateFault::Issuer << "authority unknown";
        QTest::newRow("another server's") << "other" << CertificateFault::Name << "not made out";
        QTest::newRow("expired") << "old" << CertificateFault::Date << "out of date";
    }
    void wrongOnesAreRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const CertificateFault, fault);
        QFETCH(const QString, said);
        test::TileServer server(m_picture, tls(name));
        const auto tiles = shown(server.root() + "/good/{z}/{x}/{y}?tk={key}");
        PackStack stack({tiles->info()});
        std::ignore = stack.compose(frame());
        QVERIFY(until([&] { return tiles->status().trouble == OnlineTrouble::Insecure; }));
        QCOMPARE(static_cast<int>(tiles->status().certificate), static_cast<int>(fault));
        QCOMPARE(tiles->status().kept.tiles, 0);
        QCOMPARE(server.requests(), 0); // nothing was asked, and the key stayed here
        const QString text = widgets::statusWords(tiles->source(), tiles->status(), 480).text;
        QVERIFY2(text.contains(said) && text.contains(u"127.0.0.1"), qPrintable(text));
        QVERIFY(!text.contains(QLatin1StringView(kKey)));
    }

    // A server that is put right is found again without a hand.
    void aRenewedCertificateIsTaken()
    {
        auto server = std::make_unique<test::TileServer>(m_picture, tls("old"));
        const auto tiles = shown(server->root() + "/good/{z}/{x}/{y}?tk={key}");
        PackStack stack({tiles->info()});
        std::ignore = stack.compose(frame());
        QVERIFY(until([&] { return tiles->status().trouble == OnlineTrouble::Insecure; }));
        server->useTls(tls("good"));
        QVERIFY(until([&] {
            std::ignore = stack.compose(frame());
            return tiles->status().kept.tiles > 0;
        }));
        QCOMPARE(tiles->status().trouble, OnlineTrouble::None);
        QCOMPARE(static_cast<int>(tiles->status().certificate), 0);
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    void openssl(const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished(20'000) || process.exitCode() != 0) {
            qFatal("openssl: %s", process.readAllStandardError().constData());
        }
    }

    void authority(const QString& name) const
    {
        openssl(
            {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-days", "30", "-keyout", name + ".key", "-out", name + ".crt", "-subj", "/CN=" + name,
             "-addext", "basicConstraints=critical,CA:TRUE", "-addext",
             "keyUsage=critical,keyCertSign"});
    }

    template <class... Span>
    void
    certificate(const QString& name, const QString& by, const QString& names, Span... span) const
    {
        openssl(
            {"req",
             "-x509",
             "-newkey",
             "ec",
             "-pkeyopt",
             "ec_paramgen_curve:P-256",
             "-nodes",
             "-CA",
             by + ".crt",
             "-CAkey",
             by + ".key",
             "-keyout",
             name + ".key",
             "-out",
             name + ".crt",
             "-subj",
             "/CN=tiles",
             "-addext",
             "subjectAltName=" + names,
             "-addext",
             "basicConstraints=critical,CA:FALSE",
             "-addext",
             "extendedKeyUsage=serverAuth",
             QString::fromLatin1(span)...});
    }

    [[nodiscard]] QSslConfiguration tls(const QString& name) const
    {
        QSslConfiguration made;
        made.setLocalCertificate(QSslCertificate::fromPath(path(name + ".crt")).value(0));
        QFile key(path(name + ".key"));
        if (!key.open(QIODevice::ReadOnly)) {
            qFatal("no key");
        }
        made.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        return made;
    }

    [[nodiscard]] std::unique_ptr<OnlineTiles> shown(const std::string& address)
    {
        OnlineSource source;
        source.name = "city";
        source.address = address;
        source.maxZoom = 18;
        OnlineManner manner;
        manner.firstPause = Millis{50};
        manner.mostPause = Millis{200};
        manner.patience = Millis{2000};
        m_files.push_back(std::make_unique<QTemporaryDir>());
        auto tiles = std::make_unique<OnlineTiles>(
            source, (m_files.back()->path() + "/city.tiles").toStdString(), m_clock, manner);
        tiles->setKey(kKey);
        tiles->setOn(true);
        return tiles;
    }

    /// Two by two tiles of zoom 12.
    [[nodiscard]] static PictureFrame frame()
    {
        const double side = std::ldexp(1.0, -kTile.zoom);
        return {
            {{kTile.x * side, kTile.y * side}, {(kTile.x + 2) * side, (kTile.y + 2) * side}},
            QSize(512, 512)};
    }

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QTemporaryDir>> m_files;
    ManualClock m_clock{fromUtcMs(1'800'000'000'000)};
    QByteArray m_picture;
};

QTEST_MAIN(tst_HttpsTiles)
#include "tst_HttpsTiles.moc"
