// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages over real TLS on loopback: nothing lost, nothing mixed up, nobody called after the end.

#include "tests/unit/net/LinkPair.h"

#include <QtTest>

#include <atomic>
#include <cstring>

using namespace sz;
using namespace sz::test;

namespace {

const City& city()
{
    static const City one;
    return one;
}

Bytes numbered(std::uint32_t n)
{
    Bytes out(sizeof n);
    std::memcpy(out.data(), &n, sizeof n);
    return out;
}

} // namespace

class tst_Link : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesOfAllSizesComeBackWhole_data();
    void messagesOfAllSizesComeBackWhole();
    void manySmallMessagesKeepTheirOrder();
    void headquartersMayTalkFirst();
    void headquartersKnowsTheDesk();
    void closeWritesTheRestFirst();
    void serverCloseReachesTheDesk();
    void sendToNobodyIsIgnored();
    void takenPortIsToldApart();
    void brokenServerCertificateIsRefused();
    void slowReaderIsClosed();
    void stuckDeskKeepsItsMemory();
    void reopenEndsTheOldConnectionSilently();
    void noCallbackAfterStop();
    void stopFromItsOwnCallback();
    void destroyedFromItsOwnCallback();
    void throwingCallbackEndsOnlyThatConnection();
    void tickComes();
    void postedWorkRunsOnTheServersThread();
    void roundTripTime();
};

void tst_Link::messagesOfAllSizesComeBackWhole_data()
{
    QTest::addColumn<std::size_t>("size");
    QTest::newRow("empty") << std::size_t{0};
    QTest::newRow("one byte") << std::size_t{1};
    QTest::newRow("a usual entry") << std::size_t{330};
    QTest::newRow("more than a TLS record") << std::size_t{40'000};
    QTest::newRow("more than a write chunk") << std::size_t{65'537};
    QTest::newRow("three MiB") << std::size_t{3} * 1024 * 1024;
    QTest::newRow("the largest frame") << std::size_t{4} * 1024 * 1024;
}

void tst_Link::messagesOfAllSizesComeBackWhole()
{
    QFETCH(std::size_t, size);
    EchoServer server(city().server());
    Desk desk;
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    const Bytes sent = pattern(size, 7);
    desk.link().send(sent);
    desk.link().send(pattern(10, 8));
    QTRY_COMPARE(desk.messageCount(), std::size_t{2});
    QVERIFY(desk.messages()[0] == sent);
    QVERIFY(desk.messages()[1] == pattern(10, 8));
    QTRY_COMPARE(desk.link().queued(), std::size_t{0});
    QVERIFY(desk.downs().empty());
}

void tst_Link::manySmallMessagesKeepTheirOrder()
{
    constexpr std::uint32_t kCount = 20'000;
    EchoServer server(city().server());
    Desk desk;
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    for (std::uint32_t n = 0; n < kCount; ++n) {
        desk.link().send(numbered(n));
    }
    QTRY_COMPARE_WITH_TIMEOUT(desk.messageCount(), std::size_t{kCount}, 60'000);
    const auto got = desk.messages();
    for (std::uint32_t n = 0; n < kCount; ++n) {
        QVERIFY(got[n] == numbered(n));
    }
}

void tst_Link::headquartersMayTalkFirst()
{
    EchoServer server(city().server());
    Desk desk;
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    server.link().send(server.peers().begin()->first, pattern(100, 3));
    QTRY_COMPARE(desk.messageCount(), std::size_t{1});
    QVERIFY(desk.messages()[0] == pattern(100, 3));
}

void tst_Link::headquartersKnowsTheDesk()
{
    EchoServer server(city().server());
    Desk desk;
    const net::Credentials mine = city().desk("K-武汉-07");
    desk.link().open(server.at(), mine);
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    const auto peer = server.peers().begin()->second;
    QCOMPARE(peer.commonName, std::string("K-武汉-07"));
    QCOMPARE(peer.fingerprint, *net::fingerprint(mine.certificate));
    QVERIFY(peer.address.starts_with("127.0.0.1:"));
}

void tst_Link::closeWritesTheRestFirst()
{
    EchoServer server(city().server());
    server.setEcho(false);
    Desk desk;
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    for (std::uint32_t n = 0; n < 100; ++n) {
        desk.link().send(pattern(50'000, n));
    }
    desk.link().close();
    QTRY_COMPARE(server.openCount(), std::size_t{0});
    QCOMPARE(server.messages(), std::size_t{100});
    QVERIFY(desk.downs().empty());
}

void tst_Link::serverCloseReachesTheDesk()
{
    EchoServer server(city().server());
    Desk desk;
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    const net::ConnectionId id = server.peers().begin()->first;
    server.link().send(id, pattern(200'000, 1));
    server.link().close(id);
    QTRY_COMPARE(desk.downs().size(), std::size_t{1});
    QCOMPARE(desk.downs()[0].code, Code::LinkDown);
    QCOMPARE(desk.messageCount(), std::size_t{1});
    QTRY_COMPARE(server.openCount(), std::size_t{0});
}

void tst_Link::sendToNobodyIsIgnored()
{
    EchoServer server(city().server());
    server.link().send(4711, pattern(10, 1));
    server.link().close(4711);
    Desk desk;
    desk.link().send(pattern(10, 1));
    desk.link().close();
    QCOMPARE(desk.link().queued(), std::size_t{0});
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    QCOMPARE(server.messages(), std::size_t{0});
}

void tst_Link::takenPortIsToldApart()
{
    EchoServer server(city().server());
    net::ServerLink second({}, city().server());
    const auto port = second.listen(server.at());
    QVERIFY(!port);
    QCOMPARE(port.error().code, Code::PortTaken);
}

void tst_Link::brokenServerCertificateIsRefused()
{
    net::Credentials mixed = city().server();
    mixed.key = City().server().key;
    net::ServerLink server({}, mixed);
    const auto port = server.listen({"127.0.0.1", 0});
    QVERIFY(!port);
    QCOMPARE(port.error().code, Code::BadCertificate);
}

void tst_Link::slowReaderIsClosed()
{
    EchoServer server(city().server());
    std::atomic<bool> mayRead = false;
    std::atomic<bool> isDown = false;
    net::ClientLink slow({
        .up = [] {},
        .message =
            [&](const Bytes&) {
                while (!mayRead) {
                    std::this_thread::sleep_for(Millis{5});
                }
            },
        .down = [&](const Error&) { isDown = true; },
    });
    slow.open(server.at(), city().desk("K1"));
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    const net::ConnectionId id = server.peers().begin()->first;
    for (std::uint32_t n = 0; n < 40; ++n) {
        server.link().send(id, pattern(1024 * 1024, n));
    }
    QTRY_COMPARE(server.openCount(), std::size_t{0});
    mayRead = true;
    QTRY_VERIFY(isDown);
}

void tst_Link::stuckDeskKeepsItsMemory()
{
    EchoServer server(city().server());
    std::atomic<bool> isStuck = false;
    std::atomic<bool> mayGoOn = false;
    std::atomic<int> downs = 0;
    net::ClientLink link({
        .up =
            [&] {
                isStuck = true;
                while (!mayGoOn) {
                    std::this_thread::sleep_for(Millis{5});
                }
            },
        .message = [](const Bytes&) {},
        .down = [&](const Error&) { ++downs; },
    });
    link.open(server.at(), city().desk("K1"));
    QTRY_VERIFY(isStuck);
    for (std::uint32_t n = 0; n < 40; ++n) {
        link.send(pattern(1024 * 1024, n));
    }
    mayGoOn = true;
    QTRY_COMPARE(downs.load(), 1);
    QTRY_COMPARE(link.queued(), std::size_t{0});
}

void tst_Link::reopenEndsTheOldConnectionSilently()
{
    EchoServer server(city().server());
    Desk desk;
    desk.link().open(server.at(), city().desk("K1"));
    QTRY_COMPARE(desk.ups(), 1);
    desk.link().open(server.at(), city().desk("K2"));
    QTRY_COMPARE(desk.ups(), 2);
    QTRY_COMPARE(server.openCount(), std::size_t{1});
    QCOMPARE(server.peers().begin()->second.commonName, std::string("K2"));
    QVERIFY(desk.downs().empty());
}

void tst_Link::noCallbackAfterStop()
{
    EchoServer server(city().server());
    for (int round = 0; round < 30; ++round) {
        std::atomic<bool> isOver = false;
        std::atomic<int> late = 0;
        std::atomic<int> ups = 0;
        const auto note = [&] { late += isOver ? 1 : 0; };
        net::ClientLink link({
            .up =
                [&] {
                    note();
                    ++ups;
                },
            .message = [&](const Bytes&) { note(); },
            .down = [&](const Error&) { note(); },
        });
        link.open(server.at(), city().desk("K1"));
        if (round % 3 != 0) {
            QTRY_COMPARE(ups.load(), 1);
            for (std::uint32_t n = 0; n < 50; ++n) {
                link.send(pattern(5'000, n));
            }
        }
        std::thread other([&] { link.stop(); });
        link.stop();
        isOver = true;
        other.join();
        link.send(pattern(10, 1));
        link.open(server.at(), city().desk("K1"));
        std::this_thread::sleep_for(Millis{3});
        QCOMPARE(late.load(), 0);
    }
}

void tst_Link::stopFromItsOwnCallback()
{
    EchoServer server(city().server());
    std::atomic<int> calls = 0;
    std::atomic<bool> hasStopped = false;
    std::unique_ptr<net::ClientLink> link;
    link = std::make_unique<net::ClientLink>(net::ClientLink::Callbacks{
        .up =
            [&] {
                ++calls;
                link->stop();
                hasStopped = true;
            },
        .message = [&](const Bytes&) { ++calls; },
        .down = [&](const Error&) { ++calls; },
    });
    link->open(server.at(), city().desk("K1"));
    QTRY_VERIFY(hasStopped);
    QTRY_COMPARE(server.openedEver(), std::size_t{1});
    QTRY_COMPARE(server.openCount(), std::size_t{0});
    link.reset();
    QCOMPARE(calls.load(), 1);
}

void tst_Link::destroyedFromItsOwnCallback()
{
    EchoServer server(city().server());
    std::atomic<bool> isGone = false;
    auto link = std::make_shared<std::unique_ptr<net::ClientLink>>();
    *link = std::make_unique<net::ClientLink>(net::ClientLink::Callbacks{
        .up =
            [link, &isGone] {
                link->reset();
                isGone = true;
            },
        .message = [](const Bytes&) {},
        .down = [](const Error&) {},
    });
    (*link)->open(server.at(), city().desk("K1"));
    QTRY_VERIFY(isGone);
    QTRY_COMPARE(server.openCount(), std::size_t{0});
}

void tst_Link::throwingCallbackEndsOnlyThatConnection()
{
    std::atomic<int> closed = 0;
    net::ServerLink* self = nullptr;
    net::ServerLink::Callbacks callbacks;
    callbacks.opened = [](net::ConnectionId, const net::ServerLink::Peer&) {};
    callbacks.message = [&self](net::ConnectionId id, Bytes message) {
        if (message.size() == 13) {
            throw std::runtime_error("poison");
        }
        self->send(id, std::move(message));
    };
    callbacks.closed = [&](net::ConnectionId) { ++closed; };
    net::ServerLink server(callbacks, city().server());
    self = &server;
    const std::uint16_t port = server.listen({"127.0.0.1", 0}).value();
    std::thread thread([&] { server.run(); });
    Desk good;
    Desk bad;
    good.link().open({"127.0.0.1", port}, city().desk("K1"));
    bad.link().open({"127.0.0.1", port}, city().desk("K2"));
    QTRY_COMPARE(good.ups() + bad.ups(), 2);
    bad.link().send(Bytes(13));
    QTRY_COMPARE(bad.downs().size(), std::size_t{1});
    good.link().send(Bytes(12));
    QTRY_COMPARE(good.messageCount(), std::size_t{1});
    QCOMPARE(closed.load(), 1);
    server.stop();
    thread.join();
}

void tst_Link::tickComes()
{
    EchoServer server(city().server());
    const auto start = std::chrono::steady_clock::now();
    QTRY_VERIFY(server.ticks() >= 10);
    QVERIFY(std::chrono::steady_clock::now() - start >= Millis{450});
}

void tst_Link::postedWorkRunsOnTheServersThread()
{
    EchoServer server(city().server());
    std::atomic<bool> isElsewhere = false;
    const auto here = std::this_thread::get_id();
    server.link().post([&] { isElsewhere = std::this_thread::get_id() != here; });
    QTRY_VERIFY(isElsewhere);
}

/// Not a judgement, only figures for the log; the benchmark folder judges.
void tst_Link::roundTripTime()
{
    using Us = std::chrono::duration<double, std::micro>;
    constexpr int kRounds = 2'000;
    EchoServer server(city().server());
    std::atomic<int> ups = 0;
    std::atomic<int> left = kRounds;
    net::ClientLink* self = nullptr;
    net::ClientLink link({
        .up = [&] { ++ups; },
        .message =
            [&](Bytes message) {
                if (--left > 0) {
                    self->send(std::move(message));
                }
            },
        .down = [](const Error&) {},
    });
    self = &link;
    const auto credentials = city().desk("K1");
    auto start = std::chrono::steady_clock::now();
    link.open(server.at(), credentials);
    while (ups == 0) {
        std::this_thread::sleep_for(std::chrono::microseconds{50});
    }
    qInfo(
        "connect, TLS and WebSocket: %.0f us",
        Us(std::chrono::steady_clock::now() - start).count());
    start = std::chrono::steady_clock::now();
    link.send(pattern(300, 1));
    QTRY_COMPARE_WITH_TIMEOUT(left.load(), 0, 30'000);
    qInfo(
        "mean round trip of 300 B: %.1f us",
        Us(std::chrono::steady_clock::now() - start).count() / kRounds);
}

QTEST_GUILESS_MAIN(tst_Link)
#include "tst_Link.moc"
