// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real sanzhen-hq on a disk that fails at the n-th write, sync or truncation, or is full: what it has accepted is there
// when it is started again, once, and whatever a desk sends after the failure is not accepted.
#include "tests/integration/faults/BadDisk.h"
#include "tests/integration/faults/SmallDisk.h"
#include "tests/integration/hq/Sound.h"
#include "tests/integration/hq/WholeFeed.h"
#include "tests/unit/hq/Author.h"

#include <QDir>
#include <QTemporaryDir>

#include <map>
#include <optional>

using namespace sz;
using namespace sz::test;

namespace {

constexpr int kPatience = 60'000;
constexpr int kBatches = 4;               ///< a round's
constexpr std::uint64_t kRounds = 24;     ///< a row
constexpr std::uint64_t kFirstStarts = 8; ///< a row

/// A headquarters, its one desk, and what the desk has been promised.
struct City
{
    HqProcess hq;
    std::optional<Enrolled> desk;
    std::optional<Author> author;
    std::map<std::uint64_t, std::uint64_t> promised; ///< counter → number
    QString wrong;                                   ///< the first thing that is not as it must be

    explicit City(const QString& folder) : hq(folder) {}

    // With `hq` up.
    [[nodiscard]] bool enrolDesk()
    {
        auto enrolled = enrol(hq.port(), hq.authority(), hq.enrolCode("HQ"));
        if (!enrolled) {
            return false;
        }
        author.emplace(
            enrolled->answer.operation, enrolled->answer.desk, enrolled->answer.unit,
            *SigningKey::fromSeed(enrolled->key.seed()));
        desk = std::move(*enrolled);
        return true;
    }

    void blame(const QString& what)
    {
        if (wrong.isEmpty()) {
            wrong = what;
        }
    }

    void note(const sync::Verdict& v)
    {
        if (v.kind != sync::VerdictKind::Accepted) {
            blame(QStringLiteral("entry %1 is not accepted").arg(v.counter));
        } else if (promised.try_emplace(v.counter, v.number).first->second != v.number) {
            blame(QStringLiteral("entry %1 is accepted twice").arg(v.counter));
        }
    }

    /// Opens a link and says hello; false when that is refused or there is nobody.
    [[nodiscard]] bool hello(Wire& wire)
    {
        if (!wire.open(hq.port(), desk->credentials())) {
            return false;
        }
        wire.send(desk->hello(author->written()));
        const auto welcome = wire.next<sync::Welcome>();
        if (welcome && welcome->received < promised.size()) {
            blame(QStringLiteral("of %1 accepted entries %2 are there")
                      .arg(promised.size())
                      .arg(welcome->received));
        }
        return welcome.has_value();
    }

    /// Sends what has no promise yet, a few at a time; `before` is asked ahead of each, and told of each that was accepted.
    template <class Before, class Accepted>
    void push(Before before, Accepted accepted)
    {
        constexpr std::uint64_t kAtOnce = 6;
        Wire wire;
        bool goesOn = hello(wire);
        while (goesOn && promised.size() < author->written()) {
            const std::uint64_t first = promised.size() + 1;
            before();
            wire.send(
                sync::Push{author->batch(first, std::min(author->written(), first + kAtOnce - 1))});
            const auto verdicts = wire.next<sync::Verdicts>();
            goesOn = verdicts.has_value();
            if (verdicts) {
                std::ranges::for_each(verdicts->verdicts, [&](const auto& v) { note(v); });
                accepted();
            }
        }
    }
    void push()
    {
        push([] {}, [] {});
    }

    void write(int batches, std::size_t noteBytes)
    {
        for (int i = 0; i < batches; ++i) {
            const std::string incident = author->write(report(*samplePlan(), "积水"));
            for (int n = 0; n < 5; ++n) {
                author->write(model::AddNote{std::string(noteBytes, 'x')}, incident);
            }
        }
    }

    /// False when it does not come up.
    [[nodiscard]] bool tryStart()
    {
        try {
            hq.start();
            return true;
        } catch (const std::runtime_error&) {
            hq.kill();
            return false;
        }
    }

    /// Started on a sound disk everything is there, and what is left goes through.
    void recover()
    {
        if (!tryStart()) {
            blame(QStringLiteral("it does not start on the sound disk"));
            return;
        }
        push();
        if (promised.size() != author->written()) {
            blame(QStringLiteral("on the sound disk %1 of %2 entries are accepted")
                      .arg(promised.size())
                      .arg(author->written()));
        }
    }

    /// All of it, with `hq` up; it has ended then.
    void verify()
    {
        const auto entries = wholeFeed(hq, *desk, author->written());
        if (entries.size() != author->written() || entries.rbegin()->first != entries.size()) {
            blame(QStringLiteral("%1 entries in the feed, not %2")
                      .arg(entries.size())
                      .arg(author->written()));
            return;
        }
        for (const auto& [counter, number] : promised) {
            if (entries.at(number) != author->raw(counter)) {
                blame(QStringLiteral("number %1 is another entry").arg(number));
            }
        }
        if (hq.terminate() != 0) {
            blame(QStringLiteral("it does not end in order"));
        }
        const Examined found = examined(hq);
        if (!found.faults.isEmpty() || found.signedSize != author->written()) {
            blame(QStringLiteral("%1 signed; %2")
                      .arg(found.signedSize)
                      .arg(QString::fromUtf8(found.faults)));
        }
    }
};

// A failure after which nothing may be accepted from anybody until it is started again.
bool mustBeSilent(const Injury& injury, const Broken& what)
{
    const bool isLog = what.file == "hq.db" || what.file == "hq.db-wal";
    return injury.isLasting || (isLog && !what.isRoom() && (injury.error == EIO || what.isSync()));
}

} // namespace

class tst_HqOnBadDisk : public QObject
{
    Q_OBJECT

public:
    static void initMain() { SmallDisk::ask(); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = QDir(m_dir->path()).canonicalPath();
    }
    void cleanup() { m_dir.reset(); }

    void itsLogGoesOnAfterAnyCall_data() { injuries(); }
    void itsLogGoesOnAfterAnyCall();
    void aFirstStartMayFailAnywhere_data() { injuries(); }
    void aFirstStartMayFailAnywhere();
    void aFullDiskIsSurvived();
    void cleanupTestCase()
    {
        qInfo(
            "%d rounds on a bad disk, %d met it: %d before it served, %d while it did", m_rounds,
            m_hits, m_startHits, m_hits - m_startHits);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    int m_rounds = 0;
    int m_hits = 0;
    int m_startHits = 0;

    // Calls of a start and a round's work when nothing fails.
    QByteArrayList callsOf(City& city)
    {
        const QString told = m_folder + QStringLiteral("/calls");
        {
            const BadDisk counting(city.hq.folder(), {}, 0, told);
            city.hq.start();
        }
        city.write(kBatches, 200);
        city.push();
        city.hq.terminate();
        return linesOf(told);
    }

    // Started on a disk that fails at call `at`, worked with until it ends; whether it came up.
    void work(City& city, const Injury& injury, std::uint64_t at)
    {
        const QString told = m_folder + QStringLiteral("/told-%1").arg(m_rounds++);
        bool isUp = false;
        {
            const BadDisk bad(city.hq.folder(), injury, at, told);
            isUp = city.tryStart();
        }
        if (!QFile::exists(told)) {
            QFAIL("the shim is not in the program");
        }
        m_startHits += linesOf(told).value(0).isEmpty() ? 0 : 1;
        bool isSilent = false; // from the push on that is sent after the failure
        if (isUp && city.author) {
            city.write(kBatches, 200);
            city.push(
                [&] {
                    const auto lines = linesOf(told);
                    isSilent = !lines.value(0).isEmpty()
                               && mustBeSilent(injury, Broken::of(lines.first()));
                },
                [&] {
                    if (isSilent) {
                        city.blame(
                            QStringLiteral("accepted after ")
                            + QString::fromUtf8(linesOf(told).first()));
                    }
                });
        }
        const auto lines = linesOf(told);
        const bool isHit = !lines.value(0).isEmpty();
        m_hits += isHit ? 1 : 0;
        const bool mustEnd = isUp && isHit && city.author && injury.error == EIO
                             && !injury.isLasting
                             && mustBeSilent(injury, Broken::of(lines.first()));
        if (mustEnd && !city.hq.waitForEnd(kPatience)) {
            city.blame(QStringLiteral("it goes on after ") + QString::fromUtf8(lines.first()));
        }
        city.hq.kill();
    }
};

void tst_HqOnBadDisk::itsLogGoesOnAfterAnyCall()
{
    if (!kCanPreload) {
        QSKIP("a sanitizer's interposers must come first: no LD_PRELOAD here");
    }
    QFETCH(const Injury, injury);
    City city(m_folder + QStringLiteral("/hq"));
    city.hq.start();
    QVERIFY(city.enrolDesk());
    city.write(1, 10);
    city.push();
    city.hq.kill();
    const QByteArrayList calls = callsOf(city);
    QVERIFY2(calls.size() > 20, qPrintable(QString::number(calls.size())));
    for (const std::uint64_t at : walk(calls, scaledRounds(kRounds), injury.isLasting ? 3 : 1)) {
        work(city, injury, at);
        city.recover();
        QVERIFY2(
            city.wrong.isEmpty(),
            qPrintable(
                QStringLiteral("call %1 of %2: %3").arg(at).arg(calls.size()).arg(city.wrong)));
        city.hq.kill();
    }
    city.recover();
    city.verify();
    QVERIFY2(city.wrong.isEmpty(), qPrintable(city.wrong));
    QVERIFY2(m_hits * 2 > m_rounds, "most rounds do not meet what they are to meet");
}

// Keys, certificates, an empty log: what a first start leaves half made, the next one completes.
void tst_HqOnBadDisk::aFirstStartMayFailAnywhere()
{
    if (!kCanPreload) {
        QSKIP("a sanitizer's interposers must come first: no LD_PRELOAD here");
    }
    QFETCH(const Injury, injury);
    const QString told = m_folder + QStringLiteral("/calls");
    {
        City city(m_folder + QStringLiteral("/sound"));
        const BadDisk counting(city.hq.folder(), {}, 0, told);
        city.hq.start();
    }
    const QByteArrayList calls = linesOf(told);
    QVERIFY2(calls.size() > 20, qPrintable(QString::number(calls.size())));
    for (const std::uint64_t at :
         walk(calls, scaledRounds(kFirstStarts), injury.isLasting ? 3 : 1)) {
        City city(m_folder + QStringLiteral("/hq-%1").arg(at));
        work(city, injury, at);
        QVERIFY2(city.tryStart(), qPrintable(QStringLiteral("after call %1").arg(at)));
        QVERIFY(city.enrolDesk());
        city.write(1, 10);
        city.push();
        city.verify();
        QVERIFY2(
            city.wrong.isEmpty(),
            qPrintable(
                QStringLiteral("call %1 of %2: %3").arg(at).arg(calls.size()).arg(city.wrong)));
    }
}

// A full disk passes: with room again it accepts without a new start.
void tst_HqOnBadDisk::aFullDiskIsSurvived()
{
    const QString folder = m_folder + QStringLiteral("/disk");
    QVERIFY(QDir().mkpath(folder));
    const SmallDisk disk(folder, 160);
    if (!disk.isThere()) {
        QSKIP("nobody may mount a tmpfs here");
    }
    City city(folder + QStringLiteral("/hq"));
    city.hq.start();
    QVERIFY(city.enrolDesk());
    city.hq.terminate(); // in order: a WAL that is left would be room
    int refused = 0;
    int unstarted = 0;
    const std::uint64_t rounds = scaledRounds(8);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        const auto left = static_cast<qint64>(round % 8 * 75'000);
        QVERIFY(disk.fill(left));
        unstarted += city.tryStart() ? 0 : 1;
        city.hq.kill();
        disk.makeRoom();
        city.recover();
        QVERIFY(disk.fill(left)); // while it works, beside the 4 MiB of room its WAL has
        city.write(26, 40'000);
        city.push();
        refused += city.promised.size() < city.author->written() ? 1 : 0;
        disk.makeRoom();
        city.push();
        QVERIFY2(
            city.promised.size() == city.author->written(),
            "it does not accept although there is room again");
        city.hq.kill();
        city.recover();
        QVERIFY2(city.wrong.isEmpty(), qPrintable(city.wrong));
        city.hq.terminate();
    }
    qInfo("on a full disk %d starts in vain, %d times acts refused", unstarted, refused);
    QVERIFY(unstarted > 0 && refused > 0);
    city.recover();
    city.verify();
    QVERIFY2(city.wrong.isEmpty(), qPrintable(city.wrong));
}

QTEST_GUILESS_MAIN(tst_HqOnBadDisk)
#include "tst_HqOnBadDisk.moc"
