// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threat 12 of findings/trust.md: an older TLS, another city's authority, frames recorded and sent again, an older protocol;
// against the real sanzhen-hq, and what the officer is told, in both languages.
#include "tests/integration/hq/HqProcess.h"
#include "tests/integration/hq/Wire.h"
#include "tests/unit/hq/Author.h"
#include "widgets/common/ErrorText.h"
#include "widgets/frame/LinkWords.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace sz;
using namespace sz::test;

namespace {

Author authorOf(const Enrolled& desk)
{
    return {
        desk.answer.operation, desk.answer.desk, desk.answer.unit,
        *SigningKey::fromSeed(desk.key.seed())};
}

// What an independent client of TLS says, with the desk's own certificate.
int handshake(const QString& folder, std::uint16_t port, const QString& version)
{
    QProcess client;
    client.start(
        QStringLiteral("openssl"),
        {QStringLiteral("s_client"), version, QStringLiteral("-connect"),
         QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("-cert"),
         folder + QStringLiteral("/desk.crt"), QStringLiteral("-key"),
         folder + QStringLiteral("/desk.key"), QStringLiteral("-CAfile"),
         folder + QStringLiteral("/ca.crt"), QStringLiteral("-verify_return_error"),
         QStringLiteral("-brief")});
    client.closeWriteChannel();
    return client.waitForFinished(10'000) ? client.exitCode() : -1;
}

void save(const QString& name, const std::string& text)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(text));
}

} // namespace

class tst_Downgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anOlderTlsIsRefused();
    void anotherCitysDeskIsRefused();
    void aForgedHeadquartersIsRefused();
    void framesSentAgainChangeNothing();
    void anotherDesksFramesAreRefused();
    void anotherProtocolIsRefused_data();
    void anotherProtocolIsRefused();
    void theOfficerIsToldInWords_data();
    void theOfficerIsToldInWords();

private:
    [[nodiscard]] QString folder(const char* name) const
    {
        return m_temp.filePath(QString::fromLatin1(name));
    }
    // Places of the office's feed, so everything that was ever taken.
    [[nodiscard]] std::uint64_t places();

    QTemporaryDir m_temp;
    std::unique_ptr<HqProcess> m_hq;
    std::optional<Enrolled> m_office;
    std::optional<Enrolled> m_desk;
    std::optional<Enrolled> m_other;
};

void tst_Downgrade::initTestCase()
{
    m_hq = std::make_unique<HqProcess>(folder("hq"));
    m_hq->start();
    const auto join = [&](const char* unit) {
        return enrol(m_hq->port(), m_hq->authority(), m_hq->enrolCode(unit)).value();
    };
    m_office = join("HQ");
    m_desk = join("D05");
    m_other = join("D06");
}

std::uint64_t tst_Downgrade::places()
{
    Wire wire;
    if (!wire.open(m_hq->port(), m_office->credentials())) {
        throw std::runtime_error("the office is not let in");
    }
    wire.send(m_office->hello());
    return wire.next<sync::Welcome>().value().feedHead;
}

void tst_Downgrade::anOlderTlsIsRefused()
{
    const QString own = folder("client");
    QVERIFY(QDir().mkpath(own));
    save(own + QStringLiteral("/desk.crt"), m_desk->credentials().certificate);
    save(own + QStringLiteral("/desk.key"), m_desk->credentials().key);
    save(own + QStringLiteral("/ca.crt"), m_desk->credentials().authority);
    QCOMPARE(handshake(own, m_hq->port(), QStringLiteral("-tls1_3")), 0); // the test itself can
    QVERIFY(handshake(own, m_hq->port(), QStringLiteral("-tls1_2")) > 0);
    QVERIFY(handshake(own, m_hq->port(), QStringLiteral("-tls1_1")) > 0);
}

void tst_Downgrade::anotherCitysDeskIsRefused()
{
    HqProcess elsewhere(folder("elsewhere"));
    elsewhere.start();
    const auto stranger =
        enrol(elsewhere.port(), elsewhere.authority(), elsewhere.enrolCode("D05")).value();
    net::Credentials forged = stranger.credentials();
    forged.authority = m_desk->credentials().authority; // so that it goes on at our headquarters
    Wire wire;
    if (wire.open(
            m_hq->port(), forged)) { // TLS 1.3: the client's end is done before the server looks
        wire.send(stranger.hello());
        QVERIFY(!wire.next<sync::Welcome>());
    }
    QVERIFY(QTest::qWaitFor([&] { return wire.isDown(); }));
}

void tst_Downgrade::aForgedHeadquartersIsRefused()
{
    HqProcess elsewhere(folder("forged"));
    elsewhere.start();
    Wire wire;
    QVERIFY(!wire.open(elsewhere.port(), m_desk->credentials()));
    QVERIFY(!enrol(elsewhere.port(), m_hq->authority(), elsewhere.enrolCode("D05")));
}

void tst_Downgrade::framesSentAgainChangeNothing()
{
    Author author = authorOf(*m_desk);
    const std::string incident = author.write(report(*samplePlan(), "燃气泄漏"));
    author.write(model::AddNote{"已派人"}, incident);
    const std::vector<sync::Frame> recorded{
        m_desk->hello(), sync::Push{author.batch(1)}, sync::Push{author.batch(2)}};
    std::optional<sync::Verdicts> first;
    std::uint64_t before = 0;
    for (int time = 0; time < 3; ++time) {
        Wire wire;
        QVERIFY(wire.open(m_hq->port(), m_desk->credentials()));
        if (time == 0) {
            wire.send(recorded[0]);
            QVERIFY(wire.next<sync::Welcome>());
            wire.send(recorded[1]);
            first = wire.next<sync::Verdicts>();
            QVERIFY(first);
            QCOMPARE(first->verdicts.size(), std::size_t{2});
            wire.close();
            before = places();
            continue;
        }
        wire.send(
            recorded
                [0]); // an hour later, from whoever recorded it: it knows less than headquarters
        const auto refused = wire.next<sync::Refused>();
        QVERIFY(refused);
        QCOMPARE(refused->code, Code::ForkDetected);
        wire.send(recorded[1]);
        wire.send(recorded[2]);
        QVERIFY(!wire.next<sync::Verdicts>());
    }
    // with a Hello of today the old batch is answered as it was, and nothing is taken twice
    Wire wire;
    QVERIFY(wire.open(m_hq->port(), m_desk->credentials()));
    wire.send(m_desk->hello(2));
    QVERIFY(wire.next<sync::Welcome>());
    wire.send(recorded[1]);
    const auto again = wire.next<sync::Verdicts>();
    QVERIFY(again);
    for (std::size_t i = 0; i < first->verdicts.size(); ++i) {
        QCOMPARE(again->verdicts[i].kind, sync::VerdictKind::Accepted);
        QCOMPARE(again->verdicts[i].number, first->verdicts[i].number);
    }
    wire.close();
    QVERIFY(
        QTest::qWaitFor([&] { return places() > before; })); // the refused connections are traces …
    QTest::qWait(1'500);
    const std::uint64_t after = places();
    QVERIFY2(after <= before + 2, "… and nothing else came in");
}

void tst_Downgrade::anotherDesksFramesAreRefused()
{
    Wire wire;
    QVERIFY(wire.open(m_hq->port(), m_other->credentials()));
    wire.send(m_desk->hello(2));
    const auto refused = wire.next<sync::Refused>();
    QVERIFY(refused);
    QCOMPARE(refused->code, Code::LinkRefused);

    // its own Hello, the other's batch
    Wire second;
    QVERIFY(second.open(m_hq->port(), m_other->credentials()));
    second.send(m_other->hello());
    QVERIFY(second.next<sync::Welcome>());
    Author author = authorOf(*m_desk);
    author.write(report(*samplePlan(), "不是我写的"));
    const auto entries = places();
    second.send(sync::Push{author.batch(1)});
    const auto verdicts = second.next<sync::Verdicts>();
    QVERIFY(!verdicts || verdicts->verdicts.at(0).kind != sync::VerdictKind::Accepted);
    QTest::qWait(1'500);
    QVERIFY(places() <= entries + 1); // the trace of it
}

void tst_Downgrade::anotherProtocolIsRefused_data()
{
    QTest::addColumn<int>("oldest");
    QTest::addColumn<int>("newest");
    QTest::newRow("three before ours") << sync::kProtocolNewest - 3 << sync::kProtocolNewest - 3;
    QTest::newRow("one before our oldest") << 0 << sync::kProtocolOldest - 1;
    QTest::newRow("of the future only") << sync::kProtocolNewest + 1 << sync::kProtocolNewest + 5;
    QTest::newRow("from right to left") << sync::kProtocolNewest + 1 << sync::kProtocolOldest - 1;
}

void tst_Downgrade::anotherProtocolIsRefused()
{
    QFETCH(const int, oldest);
    QFETCH(const int, newest);
    Wire wire;
    QVERIFY(wire.open(m_hq->port(), m_other->credentials()));
    sync::Hello hello = m_other->hello();
    hello.oldest = oldest;
    hello.newest = newest;
    wire.send(hello);
    const auto refused = wire.next<sync::Refused>();
    QVERIFY(refused);
    QCOMPARE(refused->code, Code::ProtocolVersion);
    QVERIFY(!refused->detail.empty());
    QVERIFY(QTest::qWaitFor([&] { return wire.isDown(); }));
}

void tst_Downgrade::theOfficerIsToldInWords_data()
{
    QTest::addColumn<Code>("code");
    QTest::newRow("older TLS, other city") << Code::BadCertificate;
    QTest::newRow("recorded frames") << Code::ForkDetected;
    QTest::newRow("another desk's") << Code::LinkRefused;
    QTest::newRow("protocol") << Code::ProtocolVersion;
}

void tst_Downgrade::theOfficerIsToldInWords()
{
    QFETCH(const Code, code);
    const QString english = widgets::errorText(code);
    const QString shortEnglish = widgets::linkReason(code);
    QVERIFY(english.size() > 20 && english.contains(u'.') && !shortEnglish.isEmpty());
    QTranslator chinese;
    QVERIFY(chinese.load(QStringLiteral(SANZHEN_QM)));
    QVERIFY(QCoreApplication::installTranslator(&chinese));
    const QString sentence = widgets::errorText(code);
    const QString word = widgets::linkReason(code);
    QCoreApplication::removeTranslator(&chinese);
    static const QRegularExpression kHan(QStringLiteral("\\p{Han}"));
    QVERIFY2(sentence != english && kHan.match(sentence).hasMatch(), qPrintable(sentence));
    QVERIFY2(word != shortEnglish && kHan.match(word).hasMatch(), qPrintable(word));
}

QTEST_GUILESS_MAIN(tst_Downgrade)
#include "tst_Downgrade.moc"
