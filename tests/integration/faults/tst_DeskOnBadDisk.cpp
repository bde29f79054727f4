// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real desk on a disk that fails at the n-th write, sync or truncation, or is full: what it called saved is there when it
// is started again, once, and what is tried after the failure is never called saved.
#include "data/desk/Desk.h"
#include "tests/integration/faults/BadDisk.h"
#include "tests/integration/faults/SmallDisk.h"
#include "tests/integration/hq/Sound.h"
#include "tests/support/SamplePlan.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <map>
#include <set>

using namespace sz;
using namespace sz::desk;
using namespace sz::test;

namespace {

constexpr int kPatience = 60'000;
constexpr std::uint64_t kRounds = 14;
constexpr std::uint64_t kFirstStarts =
    3;                   ///< of each row's rounds, so many with a desk that never ran before
constexpr int kActs = 9; ///< saved in a round whose disk has not failed yet

// A failure after which nothing may be called saved. What others did to view.db and search.db is made anew from the log.
bool mustBeSilent(const Injury& injury, const Broken& what)
{
    const bool isTruth = (what.file.startsWith("log.db") && !what.file.endsWith("-shm"))
                         || what.file.startsWith("outbox.mirror");
    return injury.isLasting
           || (isTruth && !what.isRoom() && (injury.error == EIO || what.isSync()));
}

// A full disk may pass, and so nothing is told but that this act is not saved.
bool mustBeTold(const Injury& injury, const Broken& what)
{
    return injury.error == EIO && mustBeSilent({injury.error, false, injury.isTorn}, what);
}

} // namespace

class tst_DeskOnBadDisk : public QObject
{
    Q_OBJECT

public:
    static void initMain() { SmallDisk::ask(); }

private Q_SLOTS:
    void init();
    void cleanup();
    void itsLogGoesOnAfterAnyCall_data() { injuries(); }
    void itsLogGoesOnAfterAnyCall();
    void aFullDiskIsSurvived();
    void cleanupTestCase()
    {
        qInfo(
            "%d rounds on a bad disk, %d met it, %d of them before the desk was open; %d acts "
            "called "
            "saved, %d refused",
            m_rounds, m_hits, m_startHits, m_allSaved, m_allRefused);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    SystemClock m_clock;
    std::unique_ptr<HqProcess> m_hq;
    std::set<std::string> m_saved; ///< texts of reports and promises called saved
    int m_next = 0;
    int m_runs = 0;
    int m_rounds = 0; ///< of the runs, those on a bad disk
    int m_hits = 0;
    int m_startHits = 0;
    int m_allSaved = 0;
    int m_allRefused = 0;

    template <class Condition>
    static bool until(Condition condition)
    {
        return QTest::qWaitFor(condition, kPatience);
    }

    Profile enrolled(const QString& under)
    {
        const QString folder = under + QStringLiteral("/desk-%1").arg(m_next++);
        auto profile = enrol(
            folder.toStdString(), {"127.0.0.1", m_hq->port()}, m_hq->enrolCode("HQ"),
            m_hq->authority());
        if (!profile || !saveProfile(*profile)) {
            qFatal("enrolment");
        }
        return *profile;
    }

    // What one run of the writer said, in its order.
    struct Run
    {
        std::unique_ptr<QProcess> process = std::make_unique<QProcess>();
        std::set<std::string> tries; ///< begun after the failure
        std::optional<Broken> broken;
        bool isOpen = false;
        bool isTold = false;
        int saved = 0;
        int refused = 0;
        int savedSince = 0; ///< the failure; acts begun after it
        int refusedSince = 0;
        QByteArrayList lines;

        [[nodiscard]] bool hasEnded() const { return process->state() == QProcess::NotRunning; }
    };

    void start(Run& run, const Profile& profile)
    {
        run.process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        run.process->start(
            QStringLiteral(SANZHEN_DESKWRITER),
            {QString::fromStdString(profile.folder.string()),
             QStringLiteral(SANZHEN_SOURCE_DIR "/resources/plans/wuhan"),
             QString::number(m_hq->port()), QStringLiteral("r%1").arg(m_runs++)});
    }

    void read(Run& run)
    {
        while (run.process->canReadLine()) {
            const QByteArray line = run.process->readLine().trimmed();
            run.lines.append(line);
            const QByteArrayList words = line.split(' ');
            const std::string text = words.value(1).toStdString();
            if (words[0] == "open") {
                run.isOpen = true;
            } else if (words[0] == "broken") {
                run.broken = run.broken ? run.broken : Broken::of(line);
            } else if (words[0] == "fault") {
                run.isTold = true;
            } else if (words[0] == "try") {
                if (run.broken) {
                    run.tries.insert(text);
                }
            } else if (words[0] == "no") {
                ++run.refused;
                run.refusedSince += run.tries.contains(text) ? 1 : 0;
            } else {
                ++run.saved;
                run.savedSince += run.tries.contains(text) ? 1 : 0;
                m_saved.insert(text);
            }
        }
    }

    // Until `isEnough` or the program has ended; it has then.
    template <class Enough>
    void follow(Run& run, Enough isEnough)
    {
        QVERIFY(until([&] {
            read(run);
            return isEnough() || run.hasEnded();
        }));
        run.process->kill();
        run.process->waitForFinished(kPatience);
        read(run);
        m_allSaved += run.saved;
        m_allRefused += run.refused;
    }

    std::unique_ptr<Desk> opened(Profile profile)
    {
        profile.headquarters = {"127.0.0.1", m_hq->port()};
        Desk::Options o;
        o.profile = std::move(profile);
        o.plan = samplePlan();
        o.clock = &m_clock;
        auto desk = std::make_unique<Desk>(std::move(o));
        desk->start();
        return desk;
    }

    // Texts as a desk shows them, each as often as it does.
    static std::multiset<std::string> shown(const Desk& desk)
    {
        std::multiset<std::string> texts;
        for (const auto& [id, incident] : desk.incidents()) {
            texts.insert(incident->title);
        }
        for (const auto& [id, promise] : desk.shift()->promises) {
            texts.insert(promise.made.text);
        }
        return texts;
    }

    // On the sound disk: everything is there once, and goes to headquarters.
    void verifySaved(const Profile& profile)
    {
        auto desk = opened(profile);
        QVERIFY(until([&] { return desk->isOpen() && desk->link().state == LinkState::Live; }));
        QVERIFY(until([&] { return desk->link().unsent == 0; }));
        const auto hasAll = [&] {
            const auto texts = shown(*desk);
            return std::ranges::all_of(m_saved, [&](const auto& t) { return texts.count(t) > 0; });
        };
        QVERIFY(until(hasAll));
        for (const std::string& text : shown(*desk)) {
            QVERIFY2(shown(*desk).count(text) == 1, text.c_str());
        }
    }

    // Both desks show the same, and headquarters' log is sound.
    void verifyAll(const Profile& profile)
    {
        {
            auto mine = opened(profile);
            auto other = opened(enrolled(m_folder));
            for (Desk* desk : {mine.get(), other.get()}) {
                QVERIFY(
                    until([&] { return desk->isOpen() && desk->link().state == LinkState::Live; }));
            }
            QVERIFY(until([&] {
                const auto texts = shown(*mine);
                return texts.size() >= m_saved.size() && texts == shown(*other);
            }));
        }
        QCOMPARE(m_hq->terminate(), 0);
        const Examined found = examined(*m_hq);
        QVERIFY2(found.faults.isEmpty(), found.faults.constData());
        QVERIFY(found.entries >= m_saved.size());
        QCOMPARE(found.signedSize, found.entries);
    }

    QByteArrayList callsOf(const Profile& profile)
    {
        const QString told = m_folder + QStringLiteral("/calls-%1").arg(m_next);
        Run run;
        {
            const BadDisk counting(QString::fromStdString(profile.folder.string()), {}, 0, told);
            start(run, profile);
        }
        follow(run, [&] { return run.saved >= kActs; });
        return linesOf(told);
    }

    // One run on a disk that fails at call `at`; false when that was never reached.
    void work(const Profile& profile, const Injury& injury, std::uint64_t at)
    {
        Run run;
        {
            const BadDisk bad(
                QString::fromStdString(profile.folder.string()), injury, at,
                QStringLiteral("/dev/stdout"));
            start(run, profile);
        }
        follow(run, [&] {
            if (!run.broken) {
                return run.saved >= 4 * kActs; // that call does not come
            }
            const bool isTold = !mustBeTold(injury, *run.broken) || run.isTold;
            return isTold && run.savedSince + run.refusedSince >= 3;
        });
        ++m_rounds;
        m_hits += run.broken ? 1 : 0;
        m_startHits += run.broken && !run.isOpen ? 1 : 0;
        if (run.broken && mustBeSilent(injury, *run.broken)) {
            QVERIFY2(
                run.savedSince == 0, ("called saved after " + run.broken->call + " "
                                      + run.broken->file + "\n" + run.lines.join('\n'))
                                         .constData());
        }
    }
};

void tst_DeskOnBadDisk::init()
{
    m_saved.clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = QDir(m_dir->path()).canonicalPath();
    m_hq = std::make_unique<HqProcess>(m_folder + QStringLiteral("/hq"));
    m_hq->start();
}

void tst_DeskOnBadDisk::cleanup()
{
    m_hq.reset();
    m_dir.reset();
}

void tst_DeskOnBadDisk::itsLogGoesOnAfterAnyCall()
{
    if (!kCanPreload) {
        QSKIP("a sanitizer's interposers must come first: no LD_PRELOAD here");
    }
    QFETCH(const Injury, injury);
    const std::uint64_t shift = injury.isLasting ? 3 : 1;
    const Profile sound = enrolled(m_folder);
    const QByteArrayList first = callsOf(sound);
    verifySaved(sound);
    QVERIFY2(first.size() > 20, qPrintable(QString::number(first.size())));
    for (const std::uint64_t at : walk(first, scaledRounds(kFirstStarts), shift)) {
        const Profile profile = enrolled(m_folder);
        work(profile, injury, at);
        verifySaved(profile);
        if (QTest::currentTestFailed()) {
            qWarning("call %llu of a first start", static_cast<unsigned long long>(at));
            return;
        }
    }
    const Profile profile = enrolled(m_folder);
    std::ignore = callsOf(profile);
    const QByteArrayList calls = callsOf(profile); // of one that has run before
    for (const std::uint64_t at : walk(calls, scaledRounds(kRounds), shift)) {
        work(profile, injury, at);
        verifySaved(profile);
        if (QTest::currentTestFailed()) {
            qWarning("call %llu", static_cast<unsigned long long>(at));
            return;
        }
    }
    verifyAll(profile);
    QVERIFY2(m_hits * 2 > m_rounds, "most rounds do not meet what they are to meet");
}

// A full disk passes: with room again it saves without a new start, unless it could not take in what headquarters sent;
// then the screen has said so.
void tst_DeskOnBadDisk::aFullDiskIsSurvived()
{
    const QString folder = m_folder + QStringLiteral("/disk");
    QVERIFY(QDir().mkpath(folder));
    const SmallDisk disk(folder, 24);
    if (!disk.isThere()) {
        QSKIP("nobody may mount a tmpfs here");
    }
    const Profile profile = enrolled(folder);
    std::ignore = callsOf(profile);
    int refused = 0;
    int unopened = 0;
    int lasting = 0;
    const std::uint64_t rounds = scaledRounds(14);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        QVERIFY(disk.fill(static_cast<qint64>(round * round * 4096)));
        Run run;
        start(run, profile);
        bool hasRoom = false;
        int savedThen = 0;
        follow(run, [&] {
            if (!hasRoom && (run.refused >= 3 || run.saved >= 200)) {
                disk.makeRoom();
                hasRoom = true;
                savedThen = run.saved;
                refused += run.refused >= 3 ? 1 : 0;
            }
            return hasRoom && (run.isTold || run.saved >= savedThen + 3);
        });
        unopened += run.isOpen ? 0 : 1;
        lasting += run.isTold ? 1 : 0;
        QVERIFY2(hasRoom || run.hasEnded(), run.lines.join('\n').constData());
        disk.makeRoom();
        verifySaved(profile);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    qInfo(
        "on a full disk %d starts in vain, %d times acts refused, %d of them until the next start",
        unopened, refused, lasting);
    QVERIFY(rounds < 10 || refused > 0);
    verifyAll(profile);
}

QTEST_GUILESS_MAIN(tst_DeskOnBadDisk)
#include "tst_DeskOnBadDisk.moc"
