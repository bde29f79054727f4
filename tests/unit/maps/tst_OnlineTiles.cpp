// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Online sources against a server of this machine: addresses, manners, the cache, and that off is off.
#include "maps/online/OnlineTiles.h"
#include "maps/packs/PackStack.h"
#include "tests/support/packs/PackMaker.h"
#include "tests/support/tileserver/TileServer.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace sz;
using namespace sz::maps;
using packs::AddressFault;
using packs::OnlineSource;
using packs::TileId;

namespace {

constexpr TileId kTile{12, 3347, 1683};

bool until(const std::function<bool()>& isSo, int ms = 8000)
{
    return QTest::qWaitFor(isSo, ms);
}

QStringList g_said;

void remember(QtMsgType /*type*/, const QMessageLogContext& /*context*/, const QString& text)
{
    g_said << text;
}

} // namespace

class tst_OnlineTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<test::TileServer>(
            test::encoded(test::tileImage(kTile, Qt::darkGreen), packs::TileFormat::Png));
        m_clock = std::make_unique<ManualClock>(fromUtcMs(1'800'000'000'000));
        m_manner = {};
        m_manner.firstPause = Millis{50};
        m_manner.mostPause = Millis{400};
        m_manner.patience = Millis{700};
    }
    void cleanup() { m_server.reset(); }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("asked"); // "?" and a number: refused
        const auto bad = [](AddressFault fault) {
            return QStringLiteral("?%1").arg(static_cast<int>(fault));
        };
        QTest::newRow("XYZ") << "https://a.cn/{z}/{x}/{y}.png" << "https://a.cn/12/3347/1683.png";
        QTest::newRow("TMS") << "https://a.cn/{z}/{x}/{-y}" << "https://a.cn/12/3347/2412";
        QTest::newRow("several servers")
            << "https://t{s}.a.cn/{z}/{x}/{y}" << "https://t2.a.cn/12/3347/1683";
        QTest::newRow("WMTS, REST")
            << "https://a.cn/wmts/vec/default/w/{TileMatrix}/{TileRow}/{TileCol}"
            << "https://a.cn/wmts/vec/default/w/12/1683/3347";
        QTest::newRow("WMTS, query")
            << "https://a.cn/"
               "w?LAYER=vec&TILEMATRIX={tilematrix}&TILEROW={tilerow}&TILECOL={tilecol}&tk={key}"
            << "https://a.cn/w?LAYER=vec&TILEMATRIX=12&TILEROW=1683&TILECOL=3347&tk=a%26b%20c";
        QTest::newRow("nothing") << "" << bad(AddressFault::Empty);
        QTest::newRow("http") << "http://a.cn/{z}/{x}/{y}" << bad(AddressFault::PlainHttp);
        QTest::newRow("file") << "file:///etc/{z}/{x}/{y}" << bad(AddressFault::Scheme);
        QTest::newRow("no scheme") << "a.cn/{z}/{x}/{y}" << bad(AddressFault::Scheme);
        QTest::newRow("no host") << "https:///{z}/{x}/{y}" << bad(AddressFault::Host);
        QTest::newRow("a user") << "https://me:word@a.cn/{z}/{x}/{y}" << bad(AddressFault::Host);
        QTest::newRow("no column") << "https://a.cn/{z}/{y}" << bad(AddressFault::NoTile);
        QTest::newRow("unknown") << "https://a.cn/{z}/{x}/{y}?{time}" << bad(AddressFault::Unknown);
        QTest::newRow("blank") << "https://a.cn/{z}/{x}/{y} .png" << bad(AddressFault::Characters);
        QTest::newRow("Chinese") << QStringLiteral("https://a.cn/图/{z}/{x}/{y}")
                                 << bad(AddressFault::Characters);
        QTest::newRow("a line") << "https://a.cn/{z}/{x}/{y}\r\nX: y"
                                << bad(AddressFault::Characters);
        QTest::newRow("too long") << "https://a.cn/" + QString(2000, u'a') + "{z}/{x}/{y}"
                                  << bad(AddressFault::TooLong);
        QTest::newRow("a key in it")
            << "https://a.cn/{z}/{x}/{y}?tk=0123abcd" << bad(AddressFault::KeyInside);
    }
    void addresses()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, asked);
        OnlineSource source;
        source.address = address.toStdString();
        source.subdomains = "0,1,2,3";
        const auto good = checkAddress(source);
        if (asked.startsWith(u'?')) {
            QVERIFY(!good);
            QCOMPARE(static_cast<int>(good.error().fault), asked.sliced(1).toInt());
            return;
        }
        QVERIFY(good.has_value());
        QCOMPARE(addressFor(source, kTile, "a&b c"), asked.toStdString());
    }

    void otherwiseBadAddresses()
    {
        OnlineSource source;
        source.address = "https://{s}.a.cn/{z}/{x}/{y}";
        QCOMPARE(checkAddress(source).error().fault, AddressFault::NoSubdomains);
        source.subdomains = "a/b";
        QCOMPARE(checkAddress(source).error().fault, AddressFault::NoSubdomains);
        source.subdomains = "abc";
        QVERIFY(checkAddress(source).has_value());
        for (const OnlineSource& preset : packs::tiandituSources()) {
            QVERIFY(checkAddress(preset).has_value());
            QVERIFY(preset.needsKey() && preset.address.starts_with("https://"));
            QVERIFY(addressFor(preset, kTile, "k").contains("tianditu.gov.cn/"));
        }
    }

    void offMeansNothingIsAsked()
    {
        auto tiles = made("good");
        PackStack stack({tiles->info()});
        std::ignore = stack.compose(frame());
        QCOMPARE(tiles->source().name, "good");
        QTest::qWait(300);
        QCOMPARE(m_server->connections(), 0);

        tiles->setOn(true);
        QTest::qWait(300); // nobody looks: nothing is asked
        QCOMPARE(m_server->requests(), 0);
        QSignalSpy arrived(tiles.get(), &OnlineTiles::arrived);
        QVERIFY(stack.compose(frame()).image.isNull());
        QVERIFY(until([&] { return m_server->requests() >= 4 && arrived.count() > 0; }));
        tiles->setOn(false);
        QVERIFY(until([&] { return m_server->open() == 0; })); // not even a connection is left
        const auto asked = m_server->requests();
        m_clock->advance(std::chrono::hours(24 * 30));
        std::ignore = stack.compose(frame());
        QTest::qWait(400);
        QCOMPARE(m_server->requests(), asked);
    }

    void whatCameIsDrawn()
    {
        auto tiles = made("good");
        PackStack stack({tiles->info()});
        tiles->setOn(true);
        QSignalSpy arrived(tiles.get(), &OnlineTiles::arrived);
        std::ignore = stack.compose(frame());
        QVERIFY(until([&] { return tiles->status().kept.tiles >= 4; }));
        QList<TileId> ids;
        for (const auto& one : arrived) {
            ids += one.first().value<QList<TileId>>();
        }
        QVERIFY(ids.contains(kTile));
        const auto boxes = stack.renew(tiles->supply(), {ids.begin(), ids.end()});
        QCOMPARE(boxes.size(), static_cast<std::size_t>(ids.size()));
        const BasePicture picture = stack.compose(frame());
        QVERIFY(!picture.image.isNull());
        QVERIFY((QRegion(frame().rect()) - picture.covered).isEmpty());
        QVERIFY(m_server->mostAtOnce() <= m_manner.connections);
        QVERIFY(tiles->status().trouble == OnlineTrouble::None && tiles->status().hasAnswered);
        for (const QByteArray& head : m_server->heads()) {
            QVERIFY2(head.toLower().contains("user-agent: sanzhen"), head.constData());
            QVERIFY(!head.toLower().contains("cookie"));
        }
    }

    void keptTilesAreShownWithoutTheServer()
    {
        {
            auto tiles = made("good");
            PackStack stack({tiles->info()});
            tiles->setOn(true);
            std::ignore = stack.compose(frame());
            QVERIFY(until([&] { return tiles->status().kept.tiles >= 4; }));
        }
        m_server->goAway();
        auto tiles = made("good"); // another day
        PackStack stack({tiles->info()});
        tiles->setOn(true);
        QVERIFY(!stack.compose(frame()).image.isNull());
        m_clock->advance(std::chrono::hours(24 * 8)); // old: asked for again, and shown meanwhile
        QVERIFY(!stack.compose(frame()).image.isNull());
        const PictureFrame other{{{0.25, 0.25}, {0.2502, 0.2502}}, QSize(256, 256)};
        std::ignore = stack.compose(other);
        QVERIFY(until([&] { return tiles->status().trouble == OnlineTrouble::Unreachable; }));
        QCOMPARE(tiles->status().since, m_clock->now());
        QVERIFY(tiles->status().kept.tiles >= 4);
        QVERIFY(tiles->status().kept.oldest < m_clock->now());
        m_server->comeBack();
        QVERIFY(until([&] { return tiles->status().trouble == OnlineTrouble::None; }));
    }

    void theSameIsNotSentTwice()
    {
        auto tiles = made("etag");
        PackStack stack({tiles->info()});
        tiles->setOn(true);
        std::ignore = stack.compose(frame());
        QVERIFY(until([&] { return tiles->status().kept.tiles >= 4; }));
        const auto first = m_server->requests();
        std::ignore = stack.compose(frame());
        QTest::qWait(200);
        QCOMPARE(m_server->requests(), first); // it is young
        m_clock->advance(std::chrono::hours(24 * 8));
        PackStack later({tiles->info()});
        std::ignore = later.compose(frame());
        QVERIFY(until([&] { return m_server->requests() >= 2 * first; }));
        for (qsizetype i = first; i < m_server->requests(); ++i) {
            QVERIFY(m_server->heads()[i].toLower().contains("if-none-match: \"v1\""));
            QVERIFY(m_server->heads()[i].toLower().contains("if-modified-since: mon, 01 jun 2026"));
        }
        QVERIFY(until([&] { return tiles->status().kept.oldest == m_clock->now(); }));
        QTest::qWait(100);
        PackStack again({tiles->info()});
        std::ignore = again.compose(frame());
        QTest::qWait(200);
        QCOMPARE(m_server->requests(), 2 * first);
    }

    void badServers_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("trouble");
        QTest::newRow("garbage") << "garbage" << static_cast<int>(OnlineTrouble::NoPictures);
        QTest::newRow("half a picture") << "half" << static_cast<int>(OnlineTrouble::NoPictures);
        QTest::newRow("twenty megabytes") << "huge" << static_cast<int>(OnlineTrouble::NoPictures);
        QTest::newRow("a circle") << "loop" << static_cast<int>(OnlineTrouble::Redirected);
        QTest::newRow("sent on elsewhere")
            << "elsewhere" << static_cast<int>(OnlineTrouble::Redirected);
        QTest::newRow("closes in the middle")
            << "cut" << static_cast<int>(OnlineTrouble::Unreachable);
        QTest::newRow("never answers") << "silent" << static_cast<int>(OnlineTrouble::Unreachable);
        QTest::newRow("busy") << "busy" << static_cast<int>(OnlineTrouble::Busy);
        QTest::newRow("refuses") << "key" << static_cast<int>(OnlineTrouble::Refused);
    }
    void badServers()
    {
        QFETCH(const QString, word);
        QFETCH(const int, trouble);
        m_manner.patience = Millis{3000};
        auto tiles = made(word.toStdString());
        PackStack stack({tiles->info()});
        tiles->setOn(true);
        QElapsedTimer timer;
        timer.start();
        std::ignore = stack.compose(frame());
        QVERIFY(timer.elapsed() < 3000); // who draws never waits for a server
        QVERIFY(until([&] { return tiles->status().trouble != OnlineTrouble::None; }));
        QCOMPARE(static_cast<int>(tiles->status().trouble), trouble);
        QVERIFY(tiles->status().since == m_clock->now());
        QCOMPARE(tiles->status().kept.tiles, 0U);
        const auto before = m_server->requests();
        QTest::qWait(1200); // at most every 400 ms, one at a time; a circle asks a few times each
        QVERIFY2(
            m_server->requests() - before <= (word == u"loop" ? 24 : 6),
            qPrintable(QString::number(m_server->requests() - before)));
        QVERIFY(stack.compose(frame()).image.isNull());
        m_server->always = "good"; // it comes to its senses
        if (trouble != static_cast<int>(OnlineTrouble::NoPictures)
            && trouble != static_cast<int>(OnlineTrouble::Refused)) {
            QVERIFY(until([&] { return tiles->status().kept.tiles > 0; }));
            QVERIFY(tiles->status().trouble == OnlineTrouble::None);
        }
    }

    void noneIsNoTrouble()
    {
        auto tiles = made("none");
        PackStack stack({tiles->info()});
        tiles->setOn(true);
        std::ignore = stack.compose(frame());
        QVERIFY(until([&] { return m_server->requests() >= 4; }));
        QVERIFY(until([&] { return tiles->status().hasAnswered; }));
        QVERIFY(tiles->status().trouble == OnlineTrouble::None);
        QTest::qWait(300);
        const auto asked = m_server->requests();
        std::ignore = stack.compose(frame());
        QTest::qWait(300);
        QCOMPARE(m_server->requests(), asked); // remembered for a day
    }

    void theKeyIsSentAndNeverSaid()
    {
        g_said.clear();
        const auto before = qInstallMessageHandler(remember);
        OnlineSource source = sourceOf("key");
        source.address += "?tk={key}";
        {
            OnlineTiles tiles(source, file(), *m_clock, m_manner);
            tiles.setOn(true);
            QVERIFY(!tiles.isOn()); // not without its key
            tiles.setKey("wrong key");
            tiles.setOn(true);
            PackStack stack({tiles.info()});
            std::ignore = stack.compose(frame());
            QVERIFY(until([&] { return tiles.status().trouble == OnlineTrouble::Refused; }));
            QCOMPARE(tiles.status().status, 403);
            tiles.setKey("right key");
            PackStack anew({tiles.info()});
            std::ignore = anew.compose(frame());
            QVERIFY(until([&] { return tiles.status().kept.tiles > 0; }));
        }
        qInstallMessageHandler(before);
        for (const QString& text : g_said) {
            QVERIFY2(!text.contains(u"right") && !text.contains(u"tk="), qPrintable(text));
        }
        for (const auto& entry :
             std::filesystem::directory_iterator(m_folder->path().toStdString())) {
            const QByteArray bytes = test::readAll(entry.path());
            QVERIFY(!bytes.contains("right") && !bytes.contains("tk="));
            const auto mode = entry.status().permissions();
            QVERIFY((mode & std::filesystem::perms::others_read) == std::filesystem::perms::none);
        }
    }

    void theCacheIsBounded()
    {
        m_manner.limit = 60'000;
        const auto store = packs::TileStore::open(file(), m_clock->now(), m_manner.limit);
        QVERIFY(store != nullptr);
        for (std::uint32_t i = 0; i < 200; ++i) {
            m_clock->advance(Millis{1000});
            store->keep({14, i, 7}, {std::string(2'000, 'x'), m_clock->now(), {}, {}});
        }
        const auto figures = store->figures();
        QVERIFY(figures.bytes <= m_manner.limit && figures.tiles > 10);
        QVERIFY(!store->find({14, 0, 7}) && store->find({14, 199, 7})); // the oldest went
        QVERIFY(std::filesystem::file_size(file()) < 400'000);
    }

    void oldTilesGo()
    {
        {
            const auto store = packs::TileStore::open(file(), m_clock->now());
            store->keep({14, 1, 7}, {"x", m_clock->now(), {}, {}});
        }
        m_clock->advance(std::chrono::hours(24 * 200));
        const auto store = packs::TileStore::open(file(), m_clock->now());
        QCOMPARE(store->figures().tiles, 0U);
    }

    void aDamagedCacheIsBegunAnew()
    {
        test::writeAll(
            file(), "not a database, but long enough to look like one: " + QByteArray(4000, 'z'));
        auto tiles = made("good");
        PackStack stack({tiles->info()});
        tiles->setOn(true);
        std::ignore = stack.compose(frame());
        QVERIFY(until([&] { return tiles->status().kept.tiles >= 4; }));
    }

    void aCacheThatCannotBeWrittenIsInMemory()
    {
        OnlineTiles tiles(sourceOf("good"), "/proc/no/such/place.tiles", *m_clock, m_manner);
        PackStack stack({tiles.info()});
        tiles.setOn(true);
        std::ignore = stack.compose(frame());
        QVERIFY(until([&] { return tiles.status().kept.tiles >= 4; }));
        QVERIFY(!stack.compose(frame()).image.isNull());
    }

    void goesWhileItFetches()
    {
        for (int i = 0; i < 10; ++i) {
            auto tiles = made(i % 2 == 0 ? "good" : "silent");
            PackStack stack({tiles->info()});
            tiles->setOn(true);
            std::ignore = stack.compose(frame());
            QTest::qWait(i * 3);
            tiles.reset(); // the stack may live on
            std::ignore = stack.compose(frame());
        }
        QVERIFY(until([&] { return m_server->open() == 0; }));
    }

private:
    [[nodiscard]] std::filesystem::path file() const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / "a.tiles";
    }
    [[nodiscard]] OnlineSource sourceOf(const std::string& word) const
    {
        OnlineSource source;
        source.id = "a";
        source.name = word;
        source.address = m_server->address(word);
        source.attribution = "© test";
        source.allowsHttp = true;
        return source;
    }
    [[nodiscard]] std::unique_ptr<OnlineTiles> made(const std::string& word) const
    {
        return std::make_unique<OnlineTiles>(sourceOf(word), file(), *m_clock, m_manner);
    }
    /// Two by two tiles of zoom 12.
    [[nodiscard]] static PictureFrame frame()
    {
        const double side = std::ldexp(1.0, -kTile.zoom);
        return {
            {{kTile.x * side, kTile.y * side}, {(kTile.x + 2) * side, (kTile.y + 2) * side}},
            QSize(512, 512)};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TileServer> m_server;
    std::unique_ptr<ManualClock> m_clock;
    OnlineManner m_manner;
};

QTEST_MAIN(tst_OnlineTiles)
#include "tst_OnlineTiles.moc"
