// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Only our own talk to each other; everybody else is refused and told so (findings/trust.md §2, threats 1, 12, 13).

#include "data/net/Slip.h"
#include "tests/unit/net/LinkPair.h"
#include "tests/unit/net/RawPeer.h"

#include <QtTest>

#include <openssl/err.h>
#include <openssl/ssl.h>

using namespace sz;
using namespace sz::test;

namespace {

const City& city()
{
    static const City one;
    return one;
}

const City& otherCity()
{
    static const City one;
    return one;
}

/// Fingerprint as an administrator prints it: upper case, in pairs with colons.
std::string printed(const std::string& pin)
{
    std::string out;
    for (std::size_t i = 0; i < pin.size(); ++i) {
        out += i > 0 && i % 2 == 0 ? ":" : "";
        out += static_cast<char>(std::toupper(static_cast<unsigned char>(pin[i])));
    }
    return out;
}

/// Headquarters after a change of authority: `newer` signs, `older` vouches for it and is trusted still.
net::Credentials rolledServer(const City& older, const net::Identity& newer)
{
    const Instant now = SystemClock().now();
    auto server = *net::issueServer(newer, now);
    server.certificate += *net::crossSign(older.authority(), newer.certificate, now);
    return {server.certificate, server.key, newer.certificate + older.authority().certificate};
}

/// Tries a handshake with at most that version and says whether it succeeded.
bool canHandshake(std::uint16_t port, int maxVersion)
{
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_max_proto_version(context, maxVersion);
    SSL* ssl = SSL_new(context);
    const Socket socket = connectTo(port);
    SSL_set_fd(ssl, socket.fd());
    const bool ok = SSL_connect(ssl) == 1;
    ERR_clear_error();
    SSL_free(ssl);
    SSL_CTX_free(context);
    return ok;
}

} // namespace

class tst_LinkTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headquartersRefusesTheDesk_data();
    void headquartersRefusesTheDesk();
    void headquartersRefusesManyTimesAndAlwaysTells();
    void deskRefusesHeadquarters_data();
    void deskRefusesHeadquarters();
    void deskWithUnusableCredentials_data();
    void deskWithUnusableCredentials();
    void enrolmentWithTheRightPin_data();
    void enrolmentWithTheRightPin();
    void enrolmentWithAnotherPin();
    void strangerMaySendOnlySmallMessages();
    void aDateKeepsNobodyOut_data();
    void aDateKeepsNobodyOut();
    void aDeskThatWasAwayFollowsTheCrossCertificate();
    void newCredentialsFromTheNextConnectionOn();
    void twoAuthoritiesInParallel();
    void onlyTls13();
};

void tst_LinkTrust::headquartersRefusesTheDesk_data()
{
    const Instant now = SystemClock().now();
    const auto mixed = [](net::Credentials desk) {
        desk.authority = city().server().authority; // the desk itself believes in our headquarters
        return desk;
    };
    QTest::addColumn<std::shared_ptr<net::Credentials>>("desk");
    const auto row = [](const char* name, const net::Credentials& desk) {
        QTest::newRow(name) << std::make_shared<net::Credentials>(desk);
    };
    row("signed by another city", mixed(otherCity().desk("K1")));
    row("signed by another city and expired",
        mixed(otherCity().deskIssuedAt(now - std::chrono::days(430), "K1")));
    row("a server certificate", mixed(city().server()));
    row("the authority itself",
        {city().authority().certificate, city().authority().key, city().server().authority});
}

void tst_LinkTrust::headquartersRefusesTheDesk()
{
    QFETCH(std::shared_ptr<net::Credentials>, desk);
    EchoServer server(city().server());
    Desk one;
    one.link().open(server.at(), *desk);
    QTRY_COMPARE_WITH_TIMEOUT(one.downs().size(), std::size_t{1}, 2'000);
    QCOMPARE(one.downs()[0].code, Code::BadCertificate);
    qInfo("%s", one.downs()[0].detail.c_str());
    QCOMPARE(one.ups(), 0);
    QTRY_COMPARE(server.refusals().size(), std::size_t{1});
    QCOMPARE(server.refusals()[0].code, Code::BadCertificate);
    QCOMPARE(server.openedEver(), std::size_t{0});
}

/// The alert and the closing of the socket race each other; the desk must read the alert every time.
void tst_LinkTrust::headquartersRefusesManyTimesAndAlwaysTells()
{
    EchoServer server(city().server());
    net::Credentials foreign = otherCity().desk("K1");
    foreign.authority = city().server().authority;
    Desk one;
    for (std::size_t n = 1; n <= 100; ++n) {
        one.link().open(server.at(), foreign);
        QTRY_COMPARE(one.downs().size(), n);
        QCOMPARE(one.downs().back().code, Code::BadCertificate);
    }
}

void tst_LinkTrust::deskRefusesHeadquarters_data()
{
    const Instant longAgo = SystemClock().now() - std::chrono::days(800);
    QTest::addColumn<std::shared_ptr<net::Credentials>>("server");
    const auto row = [](const char* name, const net::Credentials& server) {
        QTest::newRow(name) << std::make_shared<net::Credentials>(server);
    };
    row("another city", otherCity().server());
    const auto expired = *net::issueServer(otherCity().authority(), longAgo);
    row("another city, and expired", {expired.certificate, expired.key, city().server().authority});
    row("vouched for by another city only",
        rolledServer(otherCity(), net::makeAuthority("next", SystemClock().now())));
    net::Credentials desk = city().desk("K9");
    row("a desk that plays headquarters", desk);
}

void tst_LinkTrust::deskRefusesHeadquarters()
{
    QFETCH(std::shared_ptr<net::Credentials>, server);
    EchoServer wrong(*server);
    Desk desk;
    desk.link().open(wrong.at(), city().desk("K1"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.downs().size(), std::size_t{1}, 2'000);
    QCOMPARE(desk.downs()[0].code, Code::BadCertificate);
    qInfo("%s", desk.downs()[0].detail.c_str());
    Desk enrolling;
    enrolling.link().open(wrong.at(), {}, city().pin());
    QTRY_COMPARE_WITH_TIMEOUT(enrolling.downs().size(), std::size_t{1}, 2'000);
    QCOMPARE(enrolling.downs()[0].code, Code::BadCertificate);
    QCOMPARE(wrong.openedEver(), std::size_t{0});
}

void tst_LinkTrust::deskWithUnusableCredentials_data()
{
    QTest::addColumn<std::shared_ptr<net::Credentials>>("desk");
    const auto row = [](const char* name, const net::Credentials& desk) {
        QTest::newRow(name) << std::make_shared<net::Credentials>(desk);
    };
    net::Credentials good = city().desk("K1");
    row("key of another desk", {good.certificate, city().desk("K2").key, good.authority});
    row("no key", {good.certificate, {}, good.authority});
    row("garbage for a certificate", {"garbage", good.key, good.authority});
    row("garbage for an authority", {good.certificate, good.key, "garbage"});
    row("no authority and no pin", {good.certificate, good.key, {}});
}

void tst_LinkTrust::deskWithUnusableCredentials()
{
    QFETCH(std::shared_ptr<net::Credentials>, desk);
    EchoServer server(city().server());
    Desk one;
    one.link().open(server.at(), *desk);
    QTRY_COMPARE(one.downs().size(), std::size_t{1});
    QCOMPARE(one.downs()[0].code, Code::BadCertificate);
    QVERIFY(!one.downs()[0].detail.empty());
}

void tst_LinkTrust::enrolmentWithTheRightPin_data()
{
    QTest::addColumn<std::string>("pin");
    QTest::newRow("as hexadecimal") << city().pin();
    QTest::newRow("as printed") << printed(city().pin());
    QTest::newRow("as on a slip") << net::printedFingerprint(city().pin());
}

void tst_LinkTrust::enrolmentWithTheRightPin()
{
    QFETCH(std::string, pin);
    EchoServer server(city().server());
    Desk desk;
    desk.link().open(server.at(), {}, pin);
    QTRY_COMPARE(desk.ups(), 1);
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    QCOMPARE(server.peers().begin()->second.commonName, std::string());
    QCOMPARE(server.peers().begin()->second.fingerprint, std::string());
    desk.link().send(pattern(300, 1));
    QTRY_COMPARE(desk.messageCount(), std::size_t{1});
}

void tst_LinkTrust::enrolmentWithAnotherPin()
{
    EchoServer server(city().server());
    Desk desk;
    std::string almost = city().pin().substr(0, 20);
    almost.back() = almost.back() == '0' ? '1' : '0';
    const std::vector<std::string> wrong{
        otherCity().pin(), almost, city().pin().substr(0, 18), city().pin() + "00"};
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        desk.link().open(server.at(), {}, wrong[i]);
        QTRY_COMPARE(desk.downs().size(), i + 1);
        QCOMPARE(desk.downs()[i].code, Code::BadCertificate);
    }
    QCOMPARE(desk.ups(), 0);
}

void tst_LinkTrust::strangerMaySendOnlySmallMessages()
{
    EchoServer server(city().server());
    Desk desk;
    desk.link().open(server.at(), {}, city().pin());
    QTRY_COMPARE(desk.ups(), 1);
    desk.link().send(pattern(70'000, 1));
    QTRY_COMPARE(desk.downs().size(), std::size_t{1});
    QCOMPARE(server.messages(), std::size_t{0});
}

/// Changing over from one CA to the next: headquarters still has its old certificate, desks come with either.
void tst_LinkTrust::twoAuthoritiesInParallel()
{
    net::Credentials both = city().server();
    both.authority += otherCity().authority().certificate;
    EchoServer server(both);
    net::Credentials next = otherCity().desk("new");
    next.authority += city().authority().certificate;
    Desk oldDesk;
    Desk newDesk;
    oldDesk.link().open(server.at(), city().desk("old"));
    newDesk.link().open(server.at(), next);
    QTRY_COMPARE(server.openCount(), std::size_t{2});
}

void tst_LinkTrust::aDateKeepsNobodyOut_data()
{
    const Instant now = SystemClock().now();
    QTest::addColumn<std::shared_ptr<net::Credentials>>("desk");
    QTest::addColumn<bool>("isServerOld");
    const auto row = [](const char* name, const net::Credentials& desk, bool isServerOld) {
        QTest::newRow(name) << std::make_shared<net::Credentials>(desk) << isServerOld;
    };
    using std::chrono::days;
    row("a desk that expired last month", city().deskIssuedAt(now - days(430), "K1"), false);
    row("a desk of next week", city().deskIssuedAt(now + days(8), "K1"), false);
    row("headquarters that expired", city().desk("K1"), true);
    row("both", city().deskIssuedAt(now - days(430), "K1"), true);
}

void tst_LinkTrust::aDateKeepsNobodyOut()
{
    QFETCH(std::shared_ptr<net::Credentials>, desk);
    QFETCH(bool, isServerOld);
    const auto old =
        *net::issueServer(city().authority(), SystemClock().now() - std::chrono::days(800));
    const net::Credentials oldServer{old.certificate, old.key, city().server().authority};
    EchoServer server(isServerOld ? oldServer : city().server());
    Desk one;
    one.link().open(server.at(), *desk);
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    const auto peer = server.peers().begin()->second;
    QCOMPARE(peer.commonName, std::string("K1"));
    QVERIFY(peer.key == net::factsOf(desk->certificate)->key);
    QVERIFY(peer.until == net::factsOf(desk->certificate)->until);
}

void tst_LinkTrust::aDeskThatWasAwayFollowsTheCrossCertificate()
{
    EchoServer server(rolledServer(city(), otherCity().authority()));
    Desk away;
    away.link().open(server.at(), city().desk("away"));
    Desk followed;
    followed.link().open(server.at(), otherCity().desk("followed"));
    Desk enrolling; // with the fingerprint that was printed before the change
    enrolling.link().open(server.at(), {}, city().pin());
    QTRY_COMPARE(server.openCount(), std::size_t{3});
    // Two changes while the desk was away.
    const City third;
    net::Credentials twice = third.server();
    const net::Credentials once = rolledServer(city(), otherCity().authority());
    const Instant now = SystemClock().now();
    twice.certificate +=
        *net::crossSign(otherCity().authority(), third.authority().certificate, now)
        + *net::crossSign(city().authority(), otherCity().authority().certificate, now);
    twice.authority += otherCity().authority().certificate + city().authority().certificate;
    EchoServer later(twice);
    Desk longAway;
    longAway.link().open(later.at(), city().desk("away"));
    QTRY_COMPARE(longAway.ups(), 1);
}

void tst_LinkTrust::newCredentialsFromTheNextConnectionOn()
{
    EchoServer server(city().server());
    Desk before;
    before.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    std::atomic<bool> isDone = false;
    server.link().post([&] {
        isDone = !server.link().setCredentials({"garbage", "", ""})
                 && server.link().setCredentials(otherCity().server());
    });
    QTRY_VERIFY(isDone);
    Desk after;
    after.link().open(server.at(), otherCity().desk("K2"));
    QTRY_COMPARE(server.openCount(), std::size_t{2});
    before.link().send(pattern(300, 1));
    QTRY_COMPARE(before.messageCount(), std::size_t{1});
}

void tst_LinkTrust::onlyTls13()
{
    EchoServer server(city().server());
    QVERIFY(!canHandshake(server.at().port, TLS1_2_VERSION));
    QVERIFY(canHandshake(server.at().port, TLS1_3_VERSION)); // the test itself can
    QTRY_VERIFY(!server.refusals().empty());
    QCOMPARE(server.refusals()[0].code, Code::LinkRefused);
}

QTEST_GUILESS_MAIN(tst_LinkTrust)
#include "tst_LinkTrust.moc"
