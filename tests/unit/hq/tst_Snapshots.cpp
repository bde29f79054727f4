// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A desk that takes a snapshot ends where one that followed the feed does, cut, killed or lied to as it may be.
#include "data/desk/DeskCore.h"
#include "data/net/Authority.h"
#include "data/sim/Checks.h"
#include "tests/bench/hq/LogWriter.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/hq/Office.h"

#include <QFile>
#include <QTest>

#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace sz;
using namespace sz::test;

namespace {

constexpr std::size_t kEntries = 3000;
constexpr std::size_t kChunkBytes = 24 * 1024;
const UnitCode kUnit("HQ");

/// A desk's core on the office's wire, frame by frame.
class Seat
{
public:
    Seat(Office& office, const Author& author, std::filesystem::path folder, bool takesSnapshots)
        : m_office(office), m_author(author), m_folder(std::move(folder)), m_takes(takesSnapshots)
    {
        start();
    }

    void start()
    {
        m_core.reset();
        desk::DeskOptions o;
        o.profile.folder = m_folder;
        o.profile.unit = kUnit;
        o.profile.desk = m_author.desk();
        o.profile.operation = m_office.operation();
        o.profile.credentials.key = net::keyToPem(m_author.key());
        o.plan = samplePlan();
        o.clock = &m_office.clock;
        o.hasSnapshots = m_takes;
        o.hasSearch = false;
        o.snapshotFrom = 200;
        m_core.emplace(
            o,
            desk::DeskCore::Listener{
                [this](const desk::ChangeSet& c) { take(c); },
                [this](const desk::LinkStatus& s) { link = s; },
                [](const std::vector<desk::OutboxLine>&) {},
                [this](const desk::Notice& n) { notices.push_back(n); },
                [](desk::DeskCore::Weight, const std::string&) {},
                {},
                {},
                [this](const desk::ModeStatus& m) { mode = m; },
                {},
                [this](const auto& d) { drawings = *d; }},
            desk::DeskCore::Transport{
                [] {}, [this] { m_isUp = false; },
                [this](const Bytes& bytes) {
                    if (m_isUp) {
                        m_waiting.push_back(sync::decodeFrame(bytes).value());
                    }
                }});
        m_core->open().value();
        m_core->startLink();
    }

    void connect()
    {
        m_waiting.clear();
        m_connection = m_office.open(
            m_author.desk().value, m_office.record(m_author.desk()).fingerprint, "10.0.0.9:1");
        m_isUp = true;
        m_core->linkUp();
    }

    void cut()
    {
        m_isUp = false;
        m_office.engine().closed(m_connection);
        m_core->linkDown({Code::LinkDown, "cut", {}});
        m_core->reconnect();
    }

    /// Passes frames both ways until nothing moves; false after `most` frames of headquarters.
    bool run(std::size_t most = 1'000'000)
    {
        for (;;) {
            while (!m_waiting.empty() && m_isUp) {
                const sync::Frame frame = std::move(m_waiting.front());
                m_waiting.pop_front();
                m_office.send(m_connection, frame);
                m_office.engine().flush();
            }
            if (most-- == 0) {
                return false;
            }
            auto told = m_isUp ? m_office.nextAny(m_connection) : std::nullopt;
            if (!told) {
                return true;
            }
            chunks += std::holds_alternative<sync::SnapshotChunk>(*told) ? 1U : 0U;
            places += std::holds_alternative<sync::Feed>(*told)
                          ? std::get<sync::Feed>(*told).items.size()
                          : 0;
            if (change) {
                change(*told);
            }
            m_core->linkMessage(sync::encodeFrame(*told));
        }
    }

    [[nodiscard]] std::string board() const
    {
        std::string out;
        for (const auto& [id, incident] : m_shown) {
            out += sim::describe(*incident);
        }
        return out;
    }
    [[nodiscard]] desk::DeskCore& core() { return *m_core; }
    void end() { m_core.reset(); }

    std::function<void(sync::Frame&)> change;
    std::vector<desk::Notice> notices;
    desk::LinkStatus link;
    desk::ModeStatus mode;
    model::DrawingState drawings;
    std::size_t chunks = 0;
    std::size_t places = 0;

private:
    void take(const desk::ChangeSet& changes)
    {
        if (changes.isReset) {
            m_shown.clear();
        }
        for (const auto& incident : changes.changed) {
            m_shown[incident->id] = incident;
        }
    }

    Office& m_office;
    const Author& m_author;
    std::filesystem::path m_folder;
    bool m_takes;
    std::map<IncidentId, model::IncidentPtr> m_shown;
    std::deque<sync::Frame> m_waiting;
    net::ConnectionId m_connection = 0;
    bool m_isUp = false;
    std::optional<desk::DeskCore> m_core;
};

} // namespace

class tst_Snapshots : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Office> m_office;
    std::optional<Author> m_author;
    std::optional<Author> m_plain;
    std::optional<Author> m_writer;
    QTemporaryDir m_desks;
    int m_next = 0;

    std::filesystem::path folder()
    {
        return std::filesystem::path(m_desks.path().toStdString()) / std::to_string(m_next++);
    }
    std::filesystem::path chunkFolder() const
    {
        return std::filesystem::path(m_office->folder().toStdString()) / "snapshots" / "chunks";
    }

    void cutNow(Millis later = std::chrono::hours{25})
    {
        m_office->clock.advance(later);
        m_office->engine().tick();
        while (m_office->engine().shelf()->isCutting()) {
            m_office->engine().tick();
        }
    }

    void writeMore(int count)
    {
        const auto connection = m_office->join(*m_writer);
        const auto before = m_writer->written();
        for (int i = 0; i < count; ++i) {
            m_writer->write(report(*samplePlan(), "新报告 " + std::to_string(i)));
        }
        QVERIFY(!m_office->push(connection, m_writer->batch(before + 1)).empty());
    }

    // What a desk shows that only ever followed the feed.
    std::string plainBoard()
    {
        Seat seat(*m_office, *m_plain, folder(), false);
        seat.connect();
        seat.run();
        return seat.board();
    }
    // After a new start, when what was closed more than a day ago is gone from the board.
    static std::string laterBoard(Seat& seat)
    {
        seat.start();
        return seat.board();
    }
    std::string plainLaterBoard()
    {
        Seat seat(*m_office, *m_plain, folder(), false);
        seat.connect();
        seat.run();
        return laterBoard(seat);
    }

private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<Office>();
        m_author.emplace(m_office->enrol("HQ"));
        m_plain.emplace(m_office->enrol("HQ"));
        m_writer.emplace(m_office->enrol("HQ"));
        bench::LogWriter writer(
            m_office->log(), *samplePlan(), m_office->operation(),
            bench::LogWriter::Feeds::OfficeAndDistrict);
        writer.open().value();
        while (writer.written() < kEntries) {
            writer.commit(writer.prepare(500)).value();
        }
        // when the last of what was written was closed, so that it is on the board
        m_office->clock.set(SystemClock().now() - std::chrono::hours(24 * 365 - 13));
        m_office->snapshots = hq::SnapshotSpec{
            m_office->folder().toStdString(), std::chrono::hours{24}, 500, kChunkBytes};
        m_office->restart().value();
        cutNow(Millis{0});
        QCOMPARE(m_office->engine().shelf()->isCutting(), false);
        QVERIFY(m_office->hasLine("snapshot"));
    }

    void aNewDeskTakesTheSnapshotAndThenTheTail()
    {
        writeMore(40);
        Seat seat(*m_office, *m_author, folder(), true);
        seat.connect();
        QVERIFY(seat.run());
        QCOMPARE(seat.link.state, desk::LinkState::Live);
        QVERIFY(seat.chunks > 10);
        QCOMPARE(seat.places, 40U);
        QVERIFY(seat.notices.empty());
        QVERIFY(seat.board().size() > 1000);
        QVERIFY(seat.board() == plainBoard());
        writeMore(3);
        seat.run();
        QCOMPARE(seat.places, 43U);
        QVERIFY(seat.board() == plainBoard());
    }

    void aNewDeskKnowsTheModeOfTheSnapshot()
    {
        const model::ModeAct start = model::StartMode{plan::Mode::Games, "开赛"};
        log::Entry entry;
        entry.post = PostCode("HQ-chief");
        entry.type = model::modeActType(start);
        entry.subject = model::modeSubject();
        entry.body = model::encodeModeAct(start);
        m_writer->writeEntry(std::move(entry));
        const auto said = m_office->push(m_office->join(*m_writer), m_writer->batch(1));
        QVERIFY(inWords(said).starts_with("accepted"));
        cutNow();
        Seat seat(*m_office, *m_author, folder(), true);
        QCOMPARE(seat.mode.mode, plan::Mode::Normal);
        seat.connect();
        QVERIFY(seat.run());
        QVERIFY(seat.chunks > 10);
        QCOMPARE(seat.mode.mode, plan::Mode::Games);
        QCOMPARE(seat.mode.last()->reason, std::string("开赛"));
        seat.mode = {};
        seat.start(); // from its own files
        QCOMPARE(seat.mode.mode, plan::Mode::Games);
    }

    void aNewDeskSeesWhatIsDrawnInTheSnapshot()
    {
        const model::DrawingAct draw = model::Draw{
            model::DrawingKind::Note, model::DrawingForm::Point, {{114.3, 30.6}}, "北门集合", {}};
        log::Entry entry;
        entry.post = PostCode("HQ-chief");
        entry.type = model::drawingActType(draw);
        entry.subject = model::groundSubject();
        entry.body = model::encodeDrawingAct(draw);
        m_writer->writeEntry(std::move(entry));
        const auto said = m_office->push(m_office->join(*m_writer), m_writer->batch(1));
        QVERIFY(inWords(said).starts_with("accepted"));
        cutNow();
        Seat seat(*m_office, *m_author, folder(), true);
        seat.connect();
        QVERIFY(seat.run());
        QVERIFY(seat.chunks > 10);
        QCOMPARE(seat.drawings.standing(), std::size_t{1});
        seat.drawings = {};
        seat.start(); // from its own files
        QCOMPARE(seat.drawings.standing(), std::size_t{1});
    }

    void whatIsThereIsNotAskedForAgain()
    {
        const std::string wanted = plainBoard();
        for (std::size_t n = 1; n < 400; n += n < 20 ? 1 : 13) {
            Seat seat(*m_office, *m_author, folder(), true);
            for (int cuts = 0; cuts < 400; ++cuts) {
                seat.connect();
                if (seat.run(
                        n + 3)) { // Welcome, People and the manifest come before the first chunk
                    break;
                }
                n % 2 == 0 ? seat.cut() : seat.start();
            }
            QCOMPARE(seat.link.state, desk::LinkState::Live);
            QVERIFY(seat.board() == wanted);
            const auto files = std::distance(
                std::filesystem::directory_iterator(chunkFolder()),
                std::filesystem::directory_iterator());
            // only what was on its way when the link was cut comes twice, and each cut brought at least one
            QVERIFY2(
                seat.chunks <= 2 * static_cast<std::size_t>(files),
                qPrintable(QStringLiteral("%1 of %2").arg(seat.chunks).arg(files)));
        }
    }

    // A power cut leaves a chunk of the right size with other bytes.
    void aTornChunkIsAskedForAgainAlone()
    {
        const auto where = folder();
        std::size_t before = 0;
        {
            Seat seat(*m_office, *m_author, where, true);
            seat.connect();
            QVERIFY(!seat.run(12));
            before = seat.chunks;
        }
        QVERIFY(before > 3);
        const auto torn = std::filesystem::directory_iterator(where / "snapshot")->path();
        std::fstream out(torn, std::ios::in | std::ios::out | std::ios::binary);
        out.seekg(7);
        const int old = out.get();
        out.seekp(7);
        out.put(static_cast<char>(old ^ 1));
        out.close();
        Seat seat(*m_office, *m_author, where, true);
        seat.connect();
        QVERIFY(seat.run());
        const auto all = static_cast<std::size_t>(std::distance(
            std::filesystem::directory_iterator(chunkFolder()),
            std::filesystem::directory_iterator()));
        QCOMPARE(seat.chunks, all - before + 1);
        QCOMPARE(seat.places, 0U);
        QVERIFY(seat.notices.empty());
        QVERIFY(seat.board() == plainBoard());
    }

    void aDeskKilledInTheMiddleComesToTheSame()
    {
        if (qEnvironmentVariable("SANZHEN_TEST_STORE") == QLatin1StringView("postgresql")) {
            QSKIP("a forked child would speak on the parent's connection");
        }
        const std::string wanted = plainBoard();
        for (int round = 0; round < 12; ++round) {
            const auto where = folder();
            const pid_t child = ::fork();
            if (child == 0) {
                Seat seat(*m_office, *m_author, where, true);
                seat.connect();
                seat.run();
                ::_exit(0);
            }
            ::usleep(static_cast<useconds_t>(2000 + round * 6000));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            Seat seat(*m_office, *m_author, where, true);
            seat.connect();
            QVERIFY(seat.run());
            QVERIFY(seat.board() == wanted);
        }
    }

    void aLieIsLeftForTheFeed_data()
    {
        QTest::addColumn<int>("lie");
        QTest::newRow("a chunk with other bytes") << 0;
        QTest::newRow("a manifest with other bytes") << 1;
        QTest::newRow("another signature") << 2;
        QTest::newRow("another key with its own signature") << 3;
        QTest::newRow("the snapshot of another unit") << 4;
        QTest::newRow("a signed manifest whose chain is wrong") << 5;
    }

    void aLieIsLeftForTheFeed()
    {
        QFETCH(int, lie);
        const SigningKey other = SigningKey::generate();
        const auto where = folder();
        if (lie == 3) { // the desk has met the log's key before
            std::filesystem::create_directories(where);
            auto log = store::DeskLog::open(
                where / "log.db", m_office->operation(), m_author->desk(), kUnit);
            log->setLogKey(m_office->engine().shelf()->key()).value();
        }
        Seat seat(*m_office, *m_author, where, true);
        seat.change = [&](sync::Frame& frame) {
            auto* manifest = std::get_if<sync::SnapshotManifest>(&frame);
            auto* chunk = std::get_if<sync::SnapshotChunk>(&frame);
            if (lie == 0 && chunk != nullptr) {
                chunk->bytes.back() ^= 1;
            }
            if (manifest == nullptr || lie == 0) {
                return;
            }
            auto content = sync::decodeManifest(manifest->manifest).value();
            if (lie == 4) {
                content.unit = UnitCode("D05");
            } else if (lie == 5) {
                content.chunks[3].feedHash[0] ^= 1;
            }
            if (lie == 1) {
                manifest->manifest.back() ^= 1;
            } else if (lie == 2) {
                manifest->signature[5] ^= 1;
            } else {
                manifest->manifest = sync::encodeManifest(content);
                manifest->key = other.publicKey();
                manifest->signature = other.sign(sync::signedManifest(manifest->manifest));
            }
        };
        seat.connect();
        QVERIFY(seat.run());
        QCOMPARE(seat.notices.size(), 1U);
        QCOMPARE(seat.notices.front().kind, desk::Notice::Kind::SnapshotLeft);
        QCOMPARE(seat.link.state, desk::LinkState::Live);
        QVERIFY(seat.places >= kEntries);
        QVERIFY(seat.board() == plainBoard());
    }

    void twoGenerationsAreKeptAndTheThirdIsGone()
    {
        Seat slow(*m_office, *m_author, folder(), true);
        slow.connect();
        QVERIFY(!slow.run(6)); // has the first manifest and some chunks
        const auto first = m_office->engine().shelf()->offered(kUnit);
        writeMore(200);
        cutNow();
        QCOMPARE(m_office->engine().shelf()->offered(kUnit), first + 200);
        QVERIFY(slow.run());
        QVERIFY(slow.notices.empty());
        QCOMPARE(slow.places, 200U);
        QVERIFY(laterBoard(slow) == plainLaterBoard());

        Seat late(*m_office, *m_author, folder(), true);
        late.connect();
        QVERIFY(!late.run(6));
        for (int i = 0; i < 2; ++i) {
            writeMore(200);
            cutNow();
        }
        QVERIFY(late.run()); // full chunks are the same in every generation, the last one is gone
        QCOMPARE(late.link.state, desk::LinkState::Live);
        QVERIFY(laterBoard(late) == plainLaterBoard());
    }

    void aHeadquartersWithoutSnapshotsIsFollowedByTheFeed()
    {
        m_office->snapshots.reset();
        m_office->restart().value();
        Seat seat(*m_office, *m_author, folder(), true);
        seat.connect();
        QVERIFY(seat.run());
        QCOMPARE(seat.chunks, 0U);
        QCOMPARE(seat.places, kEntries);
        QVERIFY(seat.board() == plainBoard());
    }

    void unsentActsAreKept()
    {
        Seat seat(*m_office, *m_author, folder(), true);
        const auto receipt = seat.core().perform({}, report(*samplePlan(), "断网时的报告"));
        QVERIFY(receipt.has_value());
        QCOMPARE(seat.link.unsent, 1);
        seat.connect();
        QVERIFY(seat.run());
        QVERIFY(seat.chunks > 10);
        QCOMPARE(seat.link.unsent, 0);
        QVERIFY(seat.board() == plainBoard());
        QVERIFY(seat.board().contains("断网时的报告"));
    }

    void anotherUnitsChunksAreNotGiven()
    {
        const Author district = m_office->enrol("D05");
        const auto connection = m_office->connect(district);
        const auto hash =
            sync::decodeManifest(m_office->engine().shelf()->manifest(kUnit)->manifest)
                ->chunks.front()
                .hash;
        m_office->send(connection, sync::SnapshotAsk{{hash}, 0, {}});
        QVERIFY(m_office->next<sync::SnapshotChunk>(connection)->bytes.empty());
    }
};

QTEST_GUILESS_MAIN(tst_Snapshots)
#include "tst_Snapshots.moc"
