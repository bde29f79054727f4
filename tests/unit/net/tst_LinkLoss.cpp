// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The link breaks in every way a link can break, and both ends notice.

#include "tests/unit/net/LinkPair.h"
#include "tests/unit/net/RawPeer.h"

#include <QtTest>

#include <filesystem>
#include <optional>

using namespace sz;
using namespace sz::test;
using Steady = std::chrono::steady_clock;

namespace {

const City& city()
{
    static const City one;
    return one;
}

std::ptrdiff_t openFiles()
{
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

double secondsSince(Steady::time_point start)
{
    return std::chrono::duration<double>(Steady::now() - start).count();
}

} // namespace

class tst_LinkLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyListens();
    void nameThatDoesNotExist();
    void nobodyAnswers();
    void headquartersGone();
    void nextAddressIsTried();
    void noAddressAnswers();
    void afterALossAnotherOneComesFirst();
    void silenceIsNoticedOnBothEnds();
    void quietButAliveStaysUp();
    void garbageDoesNotHurt_data();
    void garbageDoesNotHurt();
    void hangingHandshakeIsDropped();
    void noFileDescriptorIsLost();
};

void tst_LinkLoss::nobodyListens()
{
    const std::uint16_t port = portOf(listenAnywhere()); // free again at once
    Desk desk;
    desk.link().open({"127.0.0.1", port}, city().desk("K1"));
    QTRY_COMPARE(desk.downs().size(), std::size_t{1});
    QCOMPARE(desk.downs()[0].code, Code::LinkDown);
}

void tst_LinkLoss::nameThatDoesNotExist()
{
    Desk desk;
    desk.link().open({"no-such-host.invalid", 1}, city().desk("K1"), {}, Millis{1000});
    QTRY_COMPARE(desk.downs().size(), std::size_t{1});
    QCOMPARE(desk.downs()[0].code, Code::LinkDown);
}

void tst_LinkLoss::nobodyAnswers()
{
    const Socket deaf = listenAnywhere();
    Desk desk;
    const auto start = Steady::now();
    desk.link().open({"127.0.0.1", portOf(deaf)}, city().desk("K1"), {}, Millis{700});
    QTRY_COMPARE(desk.downs().size(), std::size_t{1});
    QCOMPARE(desk.downs()[0].code, Code::LinkDown);
    QVERIFY(secondsSince(start) >= 0.69);
    QVERIFY(secondsSince(start) < 4.5); // the usual patience is 5
}

void tst_LinkLoss::headquartersGone()
{
    std::optional<EchoServer> server;
    server.emplace(city().server());
    Desk desk;
    desk.link().open(server->at(), city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    server.reset();
    QTRY_COMPARE_WITH_TIMEOUT(desk.downs().size(), std::size_t{1}, 2'000);
    QCOMPARE(desk.downs()[0].code, Code::LinkDown);
}

void tst_LinkLoss::nextAddressIsTried()
{
    const std::uint16_t nobody = portOf(listenAnywhere()); // free again at once
    const Socket deaf = listenAnywhere();
    EchoServer server(city().server());
    Desk desk;
    const std::vector<net::Endpoint> all{
        {"127.0.0.1", nobody}, {"127.0.0.1", portOf(deaf)}, server.at()};
    desk.link().open(all, city().desk("K1"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.ups(), 1, 10'000);
    QVERIFY(desk.downs().empty());
    desk.link().send(pattern(100, 1));
    QTRY_COMPARE(desk.messageCount(), std::size_t{1});
}

void tst_LinkLoss::noAddressAnswers()
{
    const std::uint16_t nobody = portOf(listenAnywhere());
    Desk desk;
    desk.link().open(
        std::vector<net::Endpoint>{{"127.0.0.1", nobody}, {"127.0.0.1", nobody}},
        city().desk("K1"));
    QTRY_COMPARE(desk.downs().size(), std::size_t{1}); // once for both
    QTest::qWait(200);
    QCOMPARE(desk.downs().size(), std::size_t{1});
}

void tst_LinkLoss::afterALossAnotherOneComesFirst()
{
    std::optional<EchoServer> first;
    first.emplace(city().server());
    EchoServer second(city().server());
    const std::vector<net::Endpoint> all{first->at(), second.at()};
    Desk desk;
    desk.link().open(all, city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    QCOMPARE(first->openedEver(), std::size_t{1});
    first.reset();
    QTRY_COMPARE(desk.downs().size(), std::size_t{1}); // a loss is told, not papered over
    desk.link().open(all, city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 2);
    QCOMPARE(second.openedEver(), std::size_t{1});
    desk.link().open(all, city().desk("K1")); // the first is still dead
    QTRY_COMPARE(desk.ups(), 3);
    QCOMPARE(desk.downs().size(), std::size_t{1});
}

/// Threat: a pulled cable looks like a quiet night. Both ends promise to notice within 12 s.
void tst_LinkLoss::silenceIsNoticedOnBothEnds()
{
    EchoServer server(city().server());
    Proxy proxy(server.at().port);
    Desk desk;
    desk.link().open({"127.0.0.1", proxy.port()}, city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    proxy.fallSilent();
    const auto start = Steady::now();
    desk.link().send(pattern(3 * 1024 * 1024, 1)); // a full pipe must not hide the silence
    QTRY_COMPARE_WITH_TIMEOUT(desk.downs().size(), std::size_t{1}, 12'500);
    qInfo("the desk noticed after %.1f s: %s", secondsSince(start), desk.downs()[0].detail.c_str());
    QTRY_COMPARE_WITH_TIMEOUT(server.openCount(), std::size_t{0}, 12'500);
    QVERIFY(secondsSince(start) <= 12.5);
}

void tst_LinkLoss::quietButAliveStaysUp()
{
    EchoServer server(city().server());
    Desk desk;
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    QTest::qWait(13'000); // longer than the silence that would end it: the pings carry it
    QVERIFY(desk.downs().empty());
    QCOMPARE(server.openCount(), std::size_t{1});
}

void tst_LinkLoss::garbageDoesNotHurt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("plain HTTP") << QByteArray("GET /sanzhen/1 HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("random") << QByteArray::fromStdString(std::string(textOf(pattern(100'000, 5))));
    QTest::newRow("a TLS head, then random")
        << QByteArray::fromHex("1603010200010001fc0303")
               + QByteArray::fromStdString(std::string(textOf(pattern(600, 6))));
}

void tst_LinkLoss::garbageDoesNotHurt()
{
    QFETCH(QByteArray, bytes);
    EchoServer server(city().server());
    {
        const Socket socket = connectTo(server.at().port);
        socket.write(viewOf(bytes.toStdString()));
        QVERIFY(bytes.isEmpty() || socket.isClosedWithin(Millis{4000}));
    }
    Desk desk;
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    QTRY_COMPARE(server.refusals().size(), std::size_t{1});
}

void tst_LinkLoss::hangingHandshakeIsDropped()
{
    EchoServer server(city().server());
    const Socket socket = connectTo(server.at().port);
    const auto start = Steady::now();
    QVERIFY(socket.isClosedWithin(Millis{12'000}));
    QVERIFY(secondsSince(start) > 9);
}

void tst_LinkLoss::noFileDescriptorIsLost()
{
    EchoServer server(city().server());
    const net::Credentials credentials = city().desk("K1");
    Desk desk;
    std::ptrdiff_t before = 0;
    for (int round = 1; round <= 200; ++round) {
        desk.link().open(server.at(), credentials);
        QTRY_COMPARE(desk.ups(), round);
        if (round % 2 == 0) {
            desk.link().close();
        }
        Desk shortLived;
        shortLived.link().open(server.at(), credentials);
        if (round == 10) {
            before = openFiles();
        }
    }
    desk.link().close();
    QTRY_COMPARE(server.openCount(), std::size_t{0});
    QTRY_VERIFY(openFiles() <= before);
}

QTEST_GUILESS_MAIN(tst_LinkLoss)
#include "tst_LinkLoss.moc"
