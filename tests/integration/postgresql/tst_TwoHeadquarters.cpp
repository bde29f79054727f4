// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two real sanzhen-hq over one PostgreSQL, real desks on both, and kill -9 for whoever is in the way.
#include "data/audit/LogAudit.h"
#include "data/desk/Desk.h"
#include "data/store/pg/PgHqReader.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/integration/hq/WholeFeed.h"
#include "tests/support/PgServer.h"
#include "tests/unit/hq/Author.h"
#include "tests/unit/sim/Rounds.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <functional>
#include <map>

using namespace sz;
using namespace sz::test;

namespace {

constexpr auto kPatience = std::chrono::seconds(60);
constexpr std::uint64_t kBatch = 15;
constexpr std::uint64_t kMostUnheard = 60;
constexpr std::uint64_t kRounds = 66; ///< two of three kill PostgreSQL

/// Headquarters A and B: folders of their own, the authority of A, one database.
class City
{
public:
    explicit City(PgServer& server)
        : m_store{QStringLiteral("--store"), QString::fromStdString(server.newDatabase())},
          a(m_dir.filePath(QStringLiteral("a"))), b(m_dir.filePath(QStringLiteral("b")))
    {
        start(a);
        QDir().mkpath(b.folder());
        for (const char* name : {"/authority.pem", "/authority.key", "/log.key"}) {
            QFile::copy(a.folder() + QLatin1StringView(name), b.folder() + QLatin1StringView(name));
        }
        start(b);
    }

    void start(HqProcess& hq) const { hq.start(m_store); }

    [[nodiscard]] QString folder(const QString& name) const { return m_dir.filePath(name); }
    [[nodiscard]] const QStringList& store() const { return m_store; }

private:
    QTemporaryDir m_dir;
    QStringList m_store;

public:
    HqProcess a;
    HqProcess b;
};

/// A real desk with both addresses, `first` in front.
class Console
{
public:
    Console(const City& city, const char* unit, HqProcess& first, HqProcess& second)
    {
        auto profile = desk::enrol(
            city.folder(QString::fromLatin1(unit)).toStdString(), {"127.0.0.1", first.port()},
            first.enrolCode(unit), first.authority());
        profile->others = {{"127.0.0.1", second.port()}};
        if (!desk::saveProfile(*profile)) {
            throw std::runtime_error("no profile");
        }
        desk::Desk::Options options;
        options.profile = desk::loadProfile(profile->folder).value();
        options.plan = samplePlan();
        options.clock = &m_clock;
        m_desk = std::make_unique<desk::Desk>(std::move(options));
        m_desk->start();
    }

    desk::Desk* operator->() { return m_desk.get(); }

    [[nodiscard]] bool isLive() const
    {
        return QTest::qWaitFor(
            [&] { return m_desk->link().state == desk::LinkState::Live; }, kPatience);
    }

    IncidentId perform(const IncidentId& id, const model::Act& act)
    {
        auto future = m_desk->perform(id, act);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, kPatience)) {
            return {};
        }
        return future.result().value().incident;
    }

private:
    SystemClock m_clock;
    std::unique_ptr<desk::Desk> m_desk;
};

template <class Condition>
bool until(Condition condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

std::size_t traceLength(Console& console, const IncidentId& id)
{
    const auto incident = console->incident(id);
    return incident == nullptr ? 0 : incident->trace.size();
}

Author authorOf(const Enrolled& desk)
{
    return {
        desk.answer.operation, desk.answer.desk, desk.answer.unit,
        *SigningKey::fromSeed(desk.key.seed())};
}

/// What a desk has been promised: counter → number.
struct Promises
{
    std::map<std::uint64_t, std::uint64_t> numbers;
    bool isBroken = false; ///< a verdict contradicted an earlier one, or was no acceptance

    void note(const sync::Verdict& v)
    {
        if (v.kind == sync::VerdictKind::Later) {
            return; // no promise: the desk asks again
        }
        const bool isSame = numbers.try_emplace(v.counter, v.number).first->second == v.number;
        isBroken = isBroken || !isSame || v.kind != sync::VerdictKind::Accepted;
    }

    [[nodiscard]] std::uint64_t count() const { return numbers.size(); }
};

/// One connection of a desk to whichever headquarters: pushes some of what is not promised yet, two batches at once, and
/// hears of `hear` of them. `meanwhile` comes between. A desk may write 50 entries a second in the long run (hq/Quota.h).
bool pushSome(
    HqProcess& hq,
    const Enrolled& desk,
    Author& author,
    Promises& promised,
    std::size_t hear = 2,
    const std::function<void()>& meanwhile = [] {})
{
    Wire wire;
    if (!wire.open(hq.port(), desk.credentials())) {
        return false;
    }
    wire.send(desk.hello(author.written()));
    const auto welcome = wire.next<sync::Welcome>();
    if (!welcome) {
        return false;
    }
    promised.isBroken = promised.isBroken || welcome->received < promised.count();
    std::uint64_t first = promised.count() + 1;
    std::size_t sent = 0;
    for (; sent < 2 && first <= author.written(); ++sent, first += kBatch) {
        wire.send(sync::Push{author.batch(first, std::min(first + kBatch - 1, author.written()))});
    }
    meanwhile();
    for (std::size_t heard = 0; heard < std::min(hear, sent); ++heard) {
        const auto verdicts = wire.next<sync::Verdicts>();
        if (!verdicts) {
            break;
        }
        std::ranges::for_each(verdicts->verdicts, [&](const auto& v) { promised.note(v); });
    }
    return true;
}

} // namespace

class tst_TwoHeadquarters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void desksOnDifferentOnesSeeEachOther();
    void deskRoamsWhenItsHeadquartersDies();
    void anotherAuthorityIsRefused();
    void administratorIsHeardByAll();
    void nothingIsLostThroughKills();
    void secondOnTheFolderIsRefused();
    void aBackupOfThemIsHeadquartersAgain_data();
    void aBackupOfThemIsHeadquartersAgain();

private:
    static void checkSigned(City& city, std::uint64_t entries);
};

void tst_TwoHeadquarters::desksOnDifferentOnesSeeEachOther()
{
    City city(PgServer::shared());
    Console office(city, "HQ", city.a, city.b);
    Console district(city, "D05", city.b, city.a);
    QVERIFY(office.isLive() && district.isLive());
    const IncidentId id = office.perform({}, report(*samplePlan(), "燃气泄漏"));
    QVERIFY(until([&] { return traceLength(district, id) == 1; }));
    model::IssueOrders issue = order(*samplePlan(), UnitCode("D05"), office->newOrderId().value);
    office.perform(id, issue);
    QVERIFY(until([&] { return traceLength(district, id) == 2; }));
    district.perform(id, model::SignOrder{issue.to[0].id});
    QVERIFY(
        until([&] { return office->incident(id)->orders[0].state == model::OrderState::Signed; }));
    QVERIFY(until([&] { return office->link().unsent == 0 && district->link().unsent == 0; }));
    QCOMPARE(office->incident(id)->trace.back().number, 3U);
}

void tst_TwoHeadquarters::deskRoamsWhenItsHeadquartersDies()
{
    City city(PgServer::shared());
    Console office(city, "HQ", city.a, city.b);
    Console district(city, "D05", city.b, city.a);
    QVERIFY(office.isLive() && district.isLive());
    const IncidentId id = office.perform({}, report(*samplePlan(), "一"));
    QVERIFY(until([&] { return traceLength(district, id) == 1; }));
    city.a.kill();
    QVERIFY(until([&] { return office->link().state != desk::LinkState::Live; }));
    office.perform(id, model::AddNote{"总台断开时记下"});
    QVERIFY(until([&] { return traceLength(district, id) == 2; })); // through B
    QVERIFY(office.isLive());
    QVERIFY(until([&] { return office->link().unsent == 0; }));
    city.start(city.a); // comes back on another port; nobody needs it
    district.perform(id, model::AddNote{"区里回话"});
    QVERIFY(until([&] { return traceLength(office, id) == 3; }));
    QCOMPARE(office->incident(id)->trace[2].number, 3U);
}

void tst_TwoHeadquarters::anotherAuthorityIsRefused()
{
    City city(PgServer::shared());
    const HqProcess stranger(city.folder(QStringLiteral("c")));
    const auto output = HqProcess::command(stranger.serveArguments() + city.store());
    QCOMPARE(output.exit, 1);
    QVERIFY2(output.err.contains(QStringLiteral("authority.pem")), qPrintable(output.err));
}

void tst_TwoHeadquarters::administratorIsHeardByAll()
{
    City city(PgServer::shared());
    const auto desk = enrol(city.a.port(), city.a.authority(), city.a.enrolCode("D05"));
    QVERIFY(desk);
    Wire wire;
    QVERIFY(wire.open(city.b.port(), desk->credentials()));
    wire.send(desk->hello());
    QVERIFY(wire.next<sync::Welcome>());
    const auto done = HqProcess::command(
        {QStringLiteral("revoke"), QStringLiteral("--data"), city.a.folder(),
         QStringLiteral("D05-01")});
    QCOMPARE(done.exit, 0);
    const auto refused = wire.next<sync::Refused>();
    QVERIFY(refused);
    QCOMPARE(refused->code, Code::Revoked);
    city.a.kill();
    city.b.kill(); // and when nobody serves, with the store named
    const auto list = HqProcess::command(
        QStringList{QStringLiteral("desks"), QStringLiteral("--data"), city.a.folder()}
        + city.store());
    QVERIFY2(list.out.contains(QStringLiteral("revoked")), qPrintable(list.out + list.err));
}

void tst_TwoHeadquarters::secondOnTheFolderIsRefused()
{
    City city(PgServer::shared());
    const auto output = HqProcess::command(city.a.serveArguments() + city.store());
    QCOMPARE(output.exit, 1);
    QVERIFY2(output.err.contains(QStringLiteral("StoreLocked")), qPrintable(output.err));
}

// Taken by one of them while both serve; then the city has lost database and folders, and desks go on with what the backup makes.
void tst_TwoHeadquarters::aBackupOfThemIsHeadquartersAgain_data()
{
    QTest::addColumn<bool>("isIntoPg");
    QTest::newRow("over a file") << false;
    QTest::newRow("over another database") << true;
}

void tst_TwoHeadquarters::aBackupOfThemIsHeadquartersAgain()
{
    QFETCH(const bool, isIntoPg);
    City city(PgServer::shared());
    const auto desk = enrol(city.a.port(), city.a.authority(), city.a.enrolCode("HQ"));
    QVERIFY(desk);
    Author author = authorOf(*desk);
    Promises promised;
    for (int i = 0; i < 30; ++i) {
        author.write(report(*samplePlan(), "此前"));
    }
    QVERIFY(until([&] {
        return pushSome(city.b, *desk, author, promised) && promised.count() == author.written();
    }));
    city.b.terminate(); // in order: all of it is signed
    const QString backup = city.folder(QStringLiteral("backup"));
    const auto taken = HqProcess::command(
        {QStringLiteral("backup"), QStringLiteral("--data"), city.a.folder(),
         QStringLiteral("--out"), backup, QStringLiteral("--plan"),
         QStringLiteral(SANZHEN_SOURCE_DIR "/resources/plans/wuhan")});
    QVERIFY2(taken.exit == 0, qPrintable(taken.err));
    QVERIFY2(taken.out.contains(QStringLiteral("30 entries")), qPrintable(taken.out));
    city.a.kill();

    QCOMPARE(
        QProcess::execute(
            QStringLiteral(SANZHEN_CTL),
            {QStringLiteral("backup"), QStringLiteral("verify"), backup}),
        0);
    HqProcess again(city.folder(QStringLiteral("again")));
    QStringList store;
    if (isIntoPg) {
        store = {
            QStringLiteral("--store"), QString::fromStdString(PgServer::shared().newDatabase())};
    }
    const auto restored = HqProcess::command(
        QStringList{
            QStringLiteral("restore"), QStringLiteral("--from"), backup, QStringLiteral("--data"),
            again.folder()}
        + store);
    QVERIFY2(restored.exit == 0, qPrintable(restored.err));
    again.start(store);
    const auto before = wholeFeed(again, *desk, author.written());
    QCOMPARE(before.size(), author.written());
    for (const auto& [counter, number] : promised.numbers) {
        QCOMPARE(before.at(number), author.raw(counter));
    }
    author.write(report(*samplePlan(), "此后"));
    QVERIFY(until([&] {
        return pushSome(again, *desk, author, promised) && promised.count() == author.written();
    }));
    QVERIFY(!promised.isBroken);
    QCOMPARE(promised.numbers.at(31), 31U);
    again.terminate();
    QVERIFY(!QFile::exists(again.folder() + QStringLiteral("/tlog/STOPPED")));
    QProcess verify;
    verify.start(
        QStringLiteral(SANZHEN_CTL),
        {QStringLiteral("log"), QStringLiteral("verify"), isIntoPg ? store.last() : again.folder(),
         QStringLiteral("--tlog"), again.folder() + QStringLiteral("/tlog")});
    QVERIFY(verify.waitForFinished(60'000));
    QVERIFY2(
        verify.exitCode() == 0, (verify.readAll() + verify.readAllStandardError()).constData());
}

// Every round two desks push through headquarters that change places, and while pushes are on their way somebody is killed:
// PostgreSQL, or one or both headquarters.
void tst_TwoHeadquarters::nothingIsLostThroughKills()
{
    PgServer server(PgServer::On::Memory);
    City city(server);
    const auto first = enrol(city.a.port(), city.a.authority(), city.a.enrolCode("HQ"));
    const auto second = enrol(city.b.port(), city.b.authority(), city.b.enrolCode("HQ"));
    QVERIFY(first && second);
    Author one = authorOf(*first);
    Author two = authorOf(*second);
    Promises promisedOne;
    Promises promisedTwo;
    QRandomGenerator random(20191018);
    const std::uint64_t rounds = scaledRounds(kRounds);
    int killedStores = 0;
    int killedHeadquarters = 0;
    for (std::uint64_t round = 0; round < rounds; ++round) {
        for (int i = 0; i < 40 && one.written() - promisedOne.count() < kMostUnheard; ++i) {
            const std::string incident = one.write(report(*samplePlan(), "甲"));
            one.write(model::AddNote{"补充"}, incident);
            two.write(report(*samplePlan(), "乙"));
        }
        HqProcess& here = round % 2 == 0 ? city.a : city.b;
        HqProcess& there = round % 2 == 0 ? city.b : city.a;
        // A headquarters whose store has just come back says "busy" at first.
        QVERIFY(until([&] { return pushSome(here, *first, one, promisedOne, 1 + round % 2); }));
        QVERIFY(until([&] {
            return pushSome(there, *second, two, promisedTwo, 2, [&] {
                std::ignore = pushSome(here, *first, one, promisedOne, 0);
                QThread::msleep(random.bounded(25U));
                if (round % 3 != 2) {
                    server.kill();
                    ++killedStores;
                    return;
                }
                there.kill();
                ++killedHeadquarters;
                if (random.bounded(2) == 0) {
                    here.kill();
                    ++killedHeadquarters;
                }
            });
        }));
        if (round % 3 != 2) {
            QVERIFY(city.a.isRunning() && city.b.isRunning()); // they wait for their store
            server.start();
        }
        for (HqProcess* hq : {&there, &here}) {
            if (!hq->isRunning()) {
                city.start(*hq);
            }
        }
    }
    qInfo(
        "%llu rounds: PostgreSQL killed %d times, headquarters %d times; %zu and %zu entries",
        static_cast<unsigned long long>(rounds), killedStores, killedHeadquarters,
        promisedOne.numbers.size(), promisedTwo.numbers.size());
    QVERIFY(until([&] {
        return pushSome(city.a, *second, two, promisedTwo) && promisedTwo.count() == two.written();
    }));
    QVERIFY(until([&] {
        return pushSome(city.b, *first, one, promisedOne) && promisedOne.count() == one.written();
    }));
    QVERIFY(!promisedOne.isBroken && !promisedTwo.isBroken);
    for (HqProcess* hq : {&city.a, &city.b}) {
        const auto entries = wholeFeed(*hq, *first, one.written());
        QCOMPARE(entries.size(), one.written() + two.written());
        QCOMPARE(entries.rbegin()->first, entries.size()); // the office sees all: no gap in the log
        for (const auto& [counter, number] : promisedOne.numbers) {
            QCOMPARE(entries.at(number), one.raw(counter));
        }
        for (const auto& [counter, number] : promisedTwo.numbers) {
            QCOMPARE(entries.at(number), two.raw(counter));
        }
    }
    checkSigned(city, one.written() + two.written());
}

// Whoever signed, whoever was killed over it: one tree. The last one to end in order signs all of it; who ended before that, or
// found only then that its link to the store had died with PostgreSQL, has all of it too once it has been up again.
void tst_TwoHeadquarters::checkSigned(City& city, std::uint64_t entries)
{
    city.a.terminate();
    city.b.terminate();
    for (HqProcess* hq : {&city.a, &city.b}) {
        city.start(*hq);
        hq->terminate();
    }
    const std::string url = city.store().last().toStdString();
    for (const HqProcess* hq : {&city.a, &city.b}) {
        const std::filesystem::path tlog = hq->folder().toStdString() + "/tlog";
        QVERIFY(!std::filesystem::exists(tlog / "STOPPED"));
        QFile shown(QString::fromStdString((tlog / "log.pub").string()));
        QVERIFY(shown.open(QIODevice::ReadOnly));
        const auto key = proof::VerifierKey::parse(shown.readAll().trimmed().toStdString());
        QVERIFY(key);
        const auto report =
            audit::auditLog({.store = {}, .tlog = tlog, .key = *key, .older = {}, .reader = [&] {
                                 return store::openPgHqReader(url);
                             }});
        QVERIFY2(report.has_value(), report ? "" : report.error().detail.c_str());
        for (const auto& finding : report->findings) {
            qWarning() << audit::faultName(finding.fault) << qint64{finding.number}
                       << finding.feed.value.c_str() << qint64{finding.place}
                       << finding.detail.c_str();
        }
        QVERIFY(report->isSound());
        QCOMPARE(report->signedSize, entries);
    }
}

QTEST_GUILESS_MAIN(tst_TwoHeadquarters)
#include "tst_TwoHeadquarters.moc"
