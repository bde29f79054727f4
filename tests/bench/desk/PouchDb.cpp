// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// pouchdb-catch-up, pouchdb-live: the same work done by PouchDB and its own HTTP server, in the same run, as the floor.
// Both keep what they get on disk; ours comes over TLS with mutual certificates and is checked, theirs over plain HTTP.
#include "data/desk/Desk.h"
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/desk/LongFeed.h"
#include "tests/bench/hq/LogWriter.h"
#include "tests/bench/hq/Staff.h"
#include "tests/unit/hq/Author.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <print>

namespace sz::bench {
namespace {

constexpr int kOurs = 200'000;
constexpr int kTheirs = 20'000;
constexpr int kActs = 100;
constexpr int kPatienceMs = 300'000;
constexpr double kCatchUpGoal = 20;
constexpr double kLiveGoal = 0.2;

QString modules()
{
    const QString given = qEnvironmentVariable("SANZHEN_POUCHDB");
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
                                 + QStringLiteral("/sanzhen/peers/pouchdb")
                           : given;
}

/// PouchDB's server as a process of its own, and its clients.
class Peer
{
public:
    [[nodiscard]] Result<void> start(const std::filesystem::path& folder)
    {
        m_folder = QString::fromStdString(folder.string());
        const bool isThere =
            !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty()
            && QFileInfo::exists(modules() + QStringLiteral("/node_modules/express-pouchdb"));
        if (!isThere) {
            return fail(
                Code::NotFound, "skipped: PouchDB or node is not here; "
                                "tests/bench/peers/install-pouchdb.sh gets it");
        }
        std::filesystem::create_directories(folder / "server");
        std::filesystem::create_directories(folder / "desk");
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(
            QStringLiteral("node"),
            {script("server.js"), modules(), m_folder + QStringLiteral("/server")});
        if (!m_server.waitForReadyRead(20'000)) {
            return fail(Code::LinkDown, "PouchDB's server did not start");
        }
        m_port = QString::fromLatin1(m_server.readLine()).trimmed();
        return {};
    }
    ~Peer()
    {
        m_server.closeWriteChannel();
        m_server.waitForFinished(3000);
    }

    [[nodiscard]] Result<QJsonObject> client(const QString& verb, int count) const
    {
        QProcess node;
        node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        node.start(
            QStringLiteral("node"),
            {script("desk.js"), modules(), m_folder + QStringLiteral("/desk"), m_port, verb,
             QString::number(count)});
        if (!node.waitForFinished(kPatienceMs) || node.exitCode() != 0) {
            return fail(Code::Internal, "PouchDB's client failed");
        }
        return QJsonDocument::fromJson(node.readAllStandardOutput()).object();
    }

private:
    static QString script(const char* name)
    {
        return QStringLiteral(SANZHEN_SOURCE_DIR "/tests/bench/peers/") + QString::fromLatin1(name);
    }
    QProcess m_server;
    QString m_folder;
    QString m_port;
};

// Asleep until something comes, as a console is: a loop that asks again and again takes a core from those it waits for.
template <class Condition>
bool waitFor(Condition condition, int ms)
{
    QElapsedTimer waited;
    waited.start();
    QTimer patience;
    patience.start(100);
    while (!condition() && waited.elapsed() < ms) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return condition();
}

desk::Desk::Options optionsOf(
    const test::Enrolled& enrolled,
    const test::HqProcess& hq,
    const std::filesystem::path& folder,
    std::shared_ptr<const plan::Plan> plan,
    const Clock& clock)
{
    desk::Desk::Options o;
    o.profile.folder = folder;
    o.profile.unit = enrolled.answer.unit;
    o.profile.desk = enrolled.answer.desk;
    o.profile.operation = enrolled.answer.operation;
    o.profile.headquarters = {"127.0.0.1", hq.port()};
    o.profile.credentials = enrolled.credentials();
    o.plan = std::move(plan);
    o.clock = &clock;
    o.hasSnapshots = false; // PouchDB has none
    return o;
}

bool isLive(const desk::Desk& desk)
{
    return desk.link().state == desk::LinkState::Live;
}

Result<double> ourCatchUp(const Setting& setting, int entries)
{
    const auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    test::HqProcess hq(QString::fromStdString((setting.folder / "hq").string()));
    const auto desks = enrolMany(hq, UnitCode("HQ"), 1);
    if (!desks) {
        return std::unexpected(desks.error());
    }
    {
        auto log = store::HqLog::open(hq.folder().toStdString());
        LogWriter writer(
            **log, **plan, desks->front().answer.operation, LogWriter::Feeds::OfficeAndDistrict);
        auto done = writer.open();
        while (done && writer.written() < static_cast<std::uint64_t>(entries)) {
            done = writer.commit(writer.prepare(2000));
        }
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    hq.start();
    const SystemClock clock;
    desk::Desk desk(optionsOf(desks->front(), hq, setting.folder / "ours", *plan, clock));
    QElapsedTimer took;
    took.start();
    desk.start();
    if (!waitFor([&] { return isLive(desk); }, kPatienceMs)) {
        return fail(Code::LinkDown, "our desk did not catch up");
    }
    return static_cast<double>(took.nsecsElapsed()) / 1e9;
}

/// From the office's act to the other desk's change, over a real headquarters.
Result<std::vector<double>> ourLive(const Setting& setting, int acts)
{
    const auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    test::HqProcess hq(QString::fromStdString((setting.folder / "hq").string()));
    const auto desks = enrolMany(hq, UnitCode("HQ"), 2);
    if (!desks) {
        return std::unexpected(desks.error());
    }
    hq.start();
    const SystemClock clock;
    desk::Desk one(optionsOf((*desks)[0], hq, setting.folder / "one", *plan, clock));
    desk::Desk two(optionsOf((*desks)[1], hq, setting.folder / "two", *plan, clock));
    one.start();
    two.start();
    if (!waitFor([&] { return isLive(one) && isLive(two); }, 20'000)) {
        return fail(Code::LinkDown, "our desks did not become live");
    }
    auto report = test::report(**plan, "示例事件");
    report.receivedAt = clock.now();
    auto made = one.perform({}, report);
    if (!waitFor([&] { return made.isFinished() && !two.incidents().empty(); }, 20'000)) {
        return fail(Code::LinkDown, "the second desk saw no incident");
    }
    const IncidentId id = made.result()->incident;
    std::vector<double> ms;
    for (int n = 0; n < acts; ++n) {
        const auto before = two.incident(id)->version;
        QElapsedTimer took;
        took.start();
        std::ignore = one.perform(id, model::AddNote{"第 " + std::to_string(n) + " 次记录"});
        if (!waitFor([&] { return two.incident(id)->version > before; }, 10'000)) {
            return fail(Code::LinkDown, "the second desk did not see the act");
        }
        ms.push_back(static_cast<double>(took.nsecsElapsed()) / 1e6);
        QEventLoop pause;
        QTimer::singleShot(20, &pause, &QEventLoop::quit);
        pause.exec();
    }
    return ms;
}

// What cannot be had is named and left out; nothing is made up for it.
bool isSkipped(const Result<void>& started, const char* name)
{
    if (!started && started.error().code == Code::NotFound) {
        std::println(stderr, "{}: {}", name, started.error().detail);
        return true;
    }
    return false;
}

} // namespace

Outcome pouchdbCatchUp(const Setting& setting)
{
    Peer peer;
    const auto started = peer.start(setting.folder / "pouchdb");
    if (isSkipped(started, "pouchdb-catch-up")) {
        return std::vector<Measured>{};
    }
    const int theirs = setting.count(kTheirs, 300);
    const int entries = setting.count(kOurs, 4000);
    const auto theirTime =
        started.and_then([&] { return peer.client(QStringLiteral("fill"), theirs); })
            .and_then([&](const QJsonObject&) {
                return peer.client(QStringLiteral("catch-up"), theirs);
            });
    const auto ourTime = theirTime ? ourCatchUp(setting, entries)
                                   : Result<double>(std::unexpected(theirTime.error()));
    if (!ourTime) {
        return std::unexpected(ourTime.error());
    }
    return std::vector{Measured{
        "pouchdb-catch-up",
        entries / *ourTime / 1000,
        "k/s",
        theirs / (*theirTime)[QStringLiteral("seconds")].toDouble() / 1000,
        "PouchDB, documents from its server",
        {Goal::Of::RatioAtLeast, kCatchUpGoal},
        static_cast<std::size_t>(entries)}};
}

Outcome pouchdbLive(const Setting& setting)
{
    Peer peer;
    const auto started = peer.start(setting.folder / "pouchdb");
    if (isSkipped(started, "pouchdb-live")) {
        return std::vector<Measured>{};
    }
    const int acts = setting.count(kActs, 5);
    const auto told = started.and_then([&] { return peer.client(QStringLiteral("live"), acts); });
    if (!told) {
        return std::unexpected(told.error());
    }
    std::vector<double> theirs;
    for (const QJsonValue& one : (*told)[QStringLiteral("ms")].toArray()) {
        theirs.push_back(one.toDouble());
    }
    const auto ours = ourLive(setting, acts);
    if (!ours) {
        return std::unexpected(ours.error());
    }
    return std::vector{Measured{
        "pouchdb-live",
        median(*ours),
        "ms",
        median(theirs),
        "PouchDB, put to change at another client, p50",
        {Goal::Of::Ratio, kLiveGoal},
        ours->size()}};
}

} // namespace sz::bench
