// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// view.db and search.db say what the log says, however they came to be and whatever became of their files.
#include "data/desk/DeskCore.h"
#include "data/net/Authority.h"
#include "tests/bench/History.h"
#include "tests/support/SamplePlan.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace sz;
using namespace sz::desk;

namespace {

const UnitCode kUnit("HQ");
const OperationId kOperation("op");
const Instant kNow = fromUtcMs(1'790'000'000'000);

/// Lives of incidents, interleaved; what happened in the last hours is on the board.
std::vector<log::FeedItem> feedOf(std::size_t incidents)
{
    bench::History history(*test::samplePlan());
    std::vector<std::vector<log::Entry>> lives;
    for (std::size_t n = 0; n < incidents; ++n) {
        const auto stage = n % 3 == 0   ? bench::Stage::Pending
                           : n % 3 == 1 ? bench::Stage::Active
                                        : bench::Stage::Closed;
        lives.push_back(history.life(n, stage, kNow - std::chrono::hours{n % 60}));
    }
    std::vector<log::FeedItem> items;
    for (std::size_t step = 0; step < 20; ++step) {
        for (const auto& life : lives) {
            if (step < life.size()) {
                const std::uint64_t seq = items.size() + 1;
                items.push_back(
                    {seq, seq * 2, life[step].time.wall, step == 0 ? 7U : 0U,
                     log::encodeEntry(life[step])});
            }
        }
    }
    return items;
}

/// A desk without a network that is told a feed.
class Room
{
public:
    explicit Room(const std::filesystem::path& folder, std::size_t bulkFrom = 1'000'000)
    {
        DeskOptions o;
        o.profile.folder = folder;
        o.profile.unit = kUnit;
        o.profile.desk = DeskId("desk-1");
        o.profile.operation = kOperation;
        o.profile.credentials.key = net::keyToPem(*SigningKey::fromSeed(Bytes(32, 7)));
        o.plan = test::samplePlan();
        o.clock = &m_clock;
        o.bulkFrom = bulkFrom;
        core.emplace(
            o,
            DeskCore::Listener{
                [this](const ChangeSet& c) { take(c); }, [this](const LinkStatus& s) { link = s; },
                [](const std::vector<OutboxLine>&) {},
                [this](const Notice& n) { notices.push_back(n); },
                [this](DeskCore::Weight, const std::string& line) { lines.push_back(line); }},
            DeskCore::Transport{[] {}, [] {}, [](const Bytes&) {}});
        opened = core->open();
    }

    void follow(std::span<const log::FeedItem> items, std::size_t step)
    {
        core->startLink();
        core->linkUp();
        sync::Welcome welcome;
        welcome.now = kNow;
        welcome.feedHead = items.back().seq;
        core->linkMessage(sync::encodeFrame(welcome));
        Digest hash = core->log()->feedHead().hash;
        for (std::size_t from = core->log()->feedHead().seq; from < items.size(); from += step) {
            sync::Feed feed{kUnit, {}, {}};
            for (std::size_t i = from; i < std::min(from + step, items.size()); ++i) {
                hash = log::feedLink(hash, items[i]);
                feed.items.push_back(items[i]);
            }
            feed.hash = hash;
            core->linkMessage(sync::encodeFrame(feed));
        }
    }

    void indexWords()
    {
        for (int i = 0; i < 200; ++i) {
            core->tick();
        }
    }

    std::map<IncidentId, std::pair<std::uint64_t, model::IncidentState>> board;
    std::vector<Notice> notices;
    std::vector<std::string> lines;
    LinkStatus link;
    Result<void> opened;
    std::optional<DeskCore> core;

private:
    void take(const ChangeSet& changes)
    {
        if (changes.isReset) {
            board.clear();
        }
        for (const auto& incident : changes.changed) {
            board[incident->id] = {incident->version, incident->state};
        }
        for (const auto& id : changes.removed) {
            board.erase(id);
        }
    }
    ManualClock m_clock{kNow};
};

void scribble(const std::filesystem::path& file, std::int64_t at, const QByteArray& bytes)
{
    QFile raw(QString::fromStdString(file.string()));
    QVERIFY(raw.open(QIODevice::ReadWrite));
    raw.seek(at);
    raw.write(bytes);
}

} // namespace

class tst_DeskView : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_next = 0;

    std::filesystem::path folder()
    {
        return std::filesystem::path(m_dir.path().toStdString()) / std::to_string(m_next++);
    }

    // What the board is when the program starts on these files.
    static auto reopened(const std::filesystem::path& where) { return Room(where).board; }

private Q_SLOTS:
    void aBacklogTakenAtOnceIsTheSameBoard()
    {
        const auto items = feedOf(150);
        const auto slowly = folder();
        const auto atOnce = folder();
        const auto inTwo = folder();
        {
            Room room(slowly);
            room.follow(items, 7);
            QCOMPARE(room.link.state, LinkState::Live);
        }
        {
            Room room(atOnce, 1);
            room.follow(items, 1000);
            QCOMPARE(room.link.state, LinkState::Live);
            QVERIFY(room.board.size() > 50);
            QVERIFY(room.board == reopened(slowly));
        }
        {
            Room room(inTwo, 1);
            room.follow(std::span(items).first(700), 90);
            room.core->linkDown({Code::LinkDown, "cut", {}});
            room.follow(items, 130);
        }
        QVERIFY(reopened(atOnce) == reopened(slowly));
        QVERIFY(reopened(inTwo) == reopened(slowly));
        QCOMPARE(
            *store::DeskView::open(atOnce / "view.db")->totals(),
            *store::DeskView::open(slowly / "view.db")->totals());
        QCOMPARE(store::DeskView::open(atOnce / "view.db")->totals()->all(), 150U);
    }

    void aLostOrDamagedViewIsMadeAnewAndTheDeskGoesOn()
    {
        const auto items = feedOf(60);
        const auto where = folder();
        Room(where).follow(items, 50);
        const auto board = reopened(where);
        const auto size = static_cast<std::int64_t>(std::filesystem::file_size(where / "view.db"));
        std::mt19937 random(3);
        for (int round = 0; round < 60; ++round) {
            const auto page = static_cast<std::int64_t>(random()) % (size / 4096);
            scribble(where / "view.db", page * 4096, QByteArray(4096, '\x5a'));
            Room room(where);
            QVERIFY2(
                room.opened.has_value(), room.opened ? "" : room.opened.error().detail.c_str());
            QVERIFY(room.board == board);
        }
        std::filesystem::remove(where / "view.db");
        QVERIFY(reopened(where) == board);
        std::filesystem::resize_file(where / "view.db", static_cast<std::uintmax_t>(size / 2));
        QVERIFY(reopened(where) == board);
    }

    void aViewThatNamesPlacesOfOthersIsFoundOut()
    {
        const auto items = feedOf(30);
        const auto where = folder();
        Room(where).follow(items, 50);
        const auto board = reopened(where);
        {
            auto view = store::DeskView::open(where / "view.db");
            const IncidentId victim = board.begin()->first;
            QVERIFY(view->update(
                            {{victim, model::IncidentState::Active, {}, 3, {40, 41}}}, items.size())
                        .has_value());
        }
        Room room(where);
        QVERIFY(room.board == board);
        QCOMPARE(room.notices.size(), 1U);
        QCOMPARE(room.notices.front().kind, Notice::Kind::ViewRebuilt);
    }

    // What was merged or closed long ago counts on the board as long as what it belongs to is there.
    void theBoardKeepsWhatBelongsToWhatItShows()
    {
        using enum model::IncidentState;
        const auto where = folder();
        std::filesystem::create_directories(where);
        auto view = store::DeskView::open(where / "view.db");
        const Instant old = kNow - std::chrono::days(9);
        auto row = [seq = std::uint64_t{0}, old](
                       const char* id, model::IncidentState state,
                       const char* belongsTo) mutable -> store::IndexRow {
            return {IncidentId(id),       state, state == Closed ? old : Instant{}, 1, {++seq},
                    IncidentId(belongsTo)};
        };
        QVERIFY(view->update(
                        {row("major", Active, ""), row("part", Closed, "major"),
                         row("of the part", Closed, "part"), row("alone", Closed, ""),
                         row("of none", Closed, "alone"), row("a", Closed, "b"),
                         row("b", Closed, "a"), row("to the circle", Pending, "c"),
                         row("c", Active, "d"), row("d", Closed, "c")},
                        10)
                    .has_value());
        const auto shown = [&] {
            QStringList ids;
            const auto board = view->board(kNow - std::chrono::hours(24));
            for (const auto& one : *board) {
                ids.append(QString::fromStdString(one.incident.value));
            }
            return ids.join(u',');
        };
        QCOMPARE(shown(), QStringLiteral("c,d,major,of the part,part,to the circle"));
        store::IndexRow separated = row("part", Closed, "");
        QVERIFY(view->update({separated}, 11).has_value());
        QCOMPARE(shown(), QStringLiteral("c,d,major,to the circle"));
    }

    // kill -9 in the middle: the file is either the old one or the new one.
    void aRebuildThatIsKilledIsBegunAgain()
    {
        const auto items = feedOf(400);
        const auto where = folder();
        Room(where).follow(items, 500);
        const auto board = reopened(where);
        for (int round = 0; round < 25; ++round) {
            std::filesystem::remove(where / "view.db");
            const pid_t child = ::fork();
            if (child == 0) {
                Room room(where);
                ::_exit(0);
            }
            ::usleep(static_cast<useconds_t>(round) * 700);
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            QVERIFY(reopened(where) == board);
        }
    }

    void wordsAreFoundByCharactersAndInitials_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("one character") << QStringLiteral("塌") << true;
        QTest::newRow("two") << QStringLiteral("塌陷") << true;
        QTest::newRow("three") << QStringLiteral("面塌陷") << true;
        QTest::newRow("four") << QStringLiteral("路面塌陷") << true;
        QTest::newRow("across a comma") << QStringLiteral("有烟") << true;
        QTest::newRow("two words") << QStringLiteral("塌陷 现场") << true;
        QTest::newRow("words of two incidents") << QStringLiteral("塌陷 起火") << false;
        QTest::newRow("initials") << QStringLiteral("lmtx") << true;
        QTest::newRow("one initial") << QStringLiteral("t") << true;
        QTest::newRow("five initials") << QStringLiteral("lmtxy") << true;
        QTest::newRow("full pinyin") << QStringLiteral("lumiantaxian") << true;
        QTest::newRow("pinyin half typed") << QStringLiteral("lumianta") << true;
        QTest::newRow("other words with these initials") << QStringLiteral("lvmaitaoxing") << false;
        QTest::newRow("pinyin and a character") << QStringLiteral("taxian 现场") << true;
        QTest::newRow("capitals") << QStringLiteral("LMTX") << true;
        QTest::newRow("wrong order") << QStringLiteral("陷塌") << false;
        QTest::newRow("not there") << QStringLiteral("核泄漏") << false;
        QTest::newRow("quotes do no harm") << QStringLiteral("\"塌陷\" OR *") << false;
    }

    void wordsAreFoundByCharactersAndInitials()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isThere);
        static const auto where = folder();
        if (!std::filesystem::exists(where)) {
            Room(where).follow(feedOf(80), 500);
        }
        Room room(where);
        room.indexWords();
        const auto result = room.core->search(typed.toStdString());
        QCOMPARE(!result.found.empty(), isThere);
        QCOMPARE(result.empty == SearchResult::Empty::No, isThere);
        QCOMPARE(result.texts, 80U);
        QCOMPARE(result.behind, 0U);
        QVERIFY(result.found.size() <= 50);
        QVERIFY(std::ranges::all_of(result.found, [&](const Found& f) {
            return room.core->fetch(f.incident).has_value();
        }));
    }

    void anEmptyAnswerSaysWhy()
    {
        const auto where = folder();
        Room room(where);
        QCOMPARE(room.core->search("火").empty, SearchResult::Empty::NoIncidents);
        QCOMPARE(room.core->search(" ， ").empty, SearchResult::Empty::NothingTyped);
        room.follow(feedOf(20), 500);
        const auto early = room.core->search("核泄漏");
        QCOMPARE(early.empty, SearchResult::Empty::NotReady);
        QVERIFY(early.behind > 0);
        room.indexWords();
        QCOMPARE(room.core->search("核泄漏").empty, SearchResult::Empty::NoMatch);
    }

    void aDamagedIndexIsMadeAnew()
    {
        const auto where = folder();
        {
            Room room(where);
            room.follow(feedOf(80), 500);
            room.indexWords();
            QVERIFY(!room.core->search("塌陷").found.empty());
        }
        scribble(where / "search.db", 0, QByteArray(8000, '\x11'));
        Room room(where);
        room.indexWords();
        QVERIFY(!room.core->search("塌陷").found.empty());
    }

    void newestComeFirstAndEachOnce()
    {
        const auto where = folder();
        Room room(where);
        room.follow(feedOf(700), 1000);
        room.indexWords();
        const auto result = room.core->search("现场");
        QCOMPARE(result.found.size(), 50U);
        std::set<IncidentId> all;
        for (const Found& f : result.found) {
            QVERIFY(all.insert(f.incident).second);
        }
    }
};

QTEST_GUILESS_MAIN(tst_DeskView)
#include "tst_DeskView.moc"
