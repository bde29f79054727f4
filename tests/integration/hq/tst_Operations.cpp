// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What operations rely on: doors that tell the truth, an end in order, a backup that restores.
#include "tests/integration/hq/HqProcess.h"
#include "tests/integration/hq/Wire.h"
#include "tests/unit/hq/Author.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

using namespace sz;
using namespace sz::test;

namespace {

/// Sends text to a port and returns all that comes back until the other end hangs up.
QByteArray talk(std::uint16_t port, const QByteArray& text)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval limit{20, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    QByteArray answer;
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) {
        ::send(fd, text.constData(), static_cast<std::size_t>(text.size()), MSG_NOSIGNAL);
        std::array<char, 4096> part{};
        for (ssize_t got = 0; (got = ::recv(fd, part.data(), part.size(), 0)) > 0;) {
            answer.append(part.data(), got);
        }
    }
    ::close(fd);
    return answer;
}

QByteArray get(std::uint16_t port, const char* path)
{
    return talk(port, QByteArray("GET ") + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

bool isStatus(const QByteArray& answer, int status)
{
    return answer.startsWith("HTTP/1.1 " + QByteArray::number(status));
}

/// Value of a sample without labels; -1 when it is not there.
double sample(const QByteArray& metrics, const QByteArray& name)
{
    for (const QByteArray& line : metrics.split('\n')) {
        if (line.startsWith(name + ' ')) {
            return line.mid(name.size() + 1).toDouble();
        }
    }
    return -1;
}

Author authorOf(const Enrolled& desk)
{
    return {
        desk.answer.operation, desk.answer.desk, desk.answer.unit,
        *SigningKey::fromSeed(desk.key.seed())};
}

HqProcess::Output verify(const QString& backup)
{
    QProcess process;
    process.start(
        QStringLiteral(SANZHEN_CTL),
        {QStringLiteral("backup"), QStringLiteral("verify"), backup, QStringLiteral("--json")});
    process.waitForFinished(60'000);
    return {
        process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

const QStringList kWatched{QStringLiteral("--metrics"), QStringLiteral("127.0.0.1:0")};

} // namespace

class tst_Operations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doorsTellTheTruth();
    void doorRefusesWhatIsNoQuestion_data();
    void doorRefusesWhatIsNoQuestion();
    void takenMetricsPortIsTold();
    void signalEndsInOrder_data();
    void signalEndsInOrder();
    void logIsOneObjectALine();
    void whatAnAdministratorDidIsInTheLog();
    void backsUpWhileDesksPush();
    void backupOfASleepingFolder();
    void backupNeverOverwrites();

private:
    QTemporaryDir m_temp;
    QString folder(const char* name) const { return m_temp.filePath(QString::fromLatin1(name)); }
};

void tst_Operations::doorsTellTheTruth()
{
    HqProcess hq(folder("doors"));
    hq.start(kWatched);
    QVERIFY(hq.metricsPort() != 0);
    QVERIFY(isStatus(get(hq.metricsPort(), "/healthz"), 200));
    QVERIFY(isStatus(get(hq.metricsPort(), "/readyz?verbose"), 200));
    QVERIFY(isStatus(get(hq.metricsPort(), "/secret"), 404));
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("D05"));
    Wire wire;
    QVERIFY(desk && wire.open(hq.port(), desk->credentials()));
    wire.send(desk->hello());
    QVERIFY(wire.next<sync::Welcome>());
    Author author = authorOf(*desk);
    author.write(report(*samplePlan(), "一"));
    author.write(model::AddNote{"二"}, "01ARZ3NDEKTSV4RRFFQ69G5FAV"); // of no incident
    wire.send(sync::Push{author.batch(1)});
    QVERIFY(wire.next<sync::Verdicts>());
    QByteArray metrics;
    const bool isCounted = QTest::qWaitFor([&] { // the readings are those of the last tick
        metrics = get(hq.metricsPort(), "/metrics");
        return sample(metrics, "sanzhen_log_entries")
               == 2; // the report, and that the note was refused
    });
    QVERIFY2(isCounted, metrics.constData());
    QVERIFY(metrics.contains("Content-Type: text/plain; version=0.0.4"));
    QCOMPARE(sample(metrics, "sanzhen_entries_accepted_total"), 1.0);
    QCOMPARE(sample(metrics, "sanzhen_entries_rejected_total"), 1.0);
    QCOMPARE(sample(metrics, "sanzhen_desks_live"), 1.0);
    QCOMPARE(
        sample(metrics, "sanzhen_desks_enrolled"),
        2.0); // and headquarters' own, who wrote the refusal
    QCOMPARE(sample(metrics, "sanzhen_enrolled_total"), 1.0);
    QCOMPARE(sample(metrics, "sanzhen_store_up"), 1.0);
    QCOMPARE(sample(metrics, "sanzhen_commits_total"), 1.0);
    QVERIFY(sample(metrics, "sanzhen_flush_seconds_count") >= 1);
    QVERIFY(metrics.contains("sanzhen_flush_seconds_bucket{le=\"+Inf\"}"));
    QVERIFY(sample(metrics, "process_resident_memory_bytes") > 1e6);
    ::kill(
        static_cast<pid_t>(hq.processId()),
        SIGSTOP); // a process that hangs answers nothing at all;
    ::kill(static_cast<pid_t>(hq.processId()), SIGCONT); // one that runs again says so
    QVERIFY(QTest::qWaitFor([&] { return isStatus(get(hq.metricsPort(), "/readyz"), 200); }));
}

void tst_Operations::doorRefusesWhatIsNoQuestion_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("a POST") << QByteArray(
        "POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                            << QByteArray("HTTP/1.1 405");
    QTest::newRow("HEAD has no body")
        << QByteArray("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("HTTP/1.1 200");
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01 what\r\n\r\n") << QByteArray();
    QTest::newRow("endless head") << "GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x')
                                  << QByteArray();
}

void tst_Operations::doorRefusesWhatIsNoQuestion()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, start);
    HqProcess hq(folder("garbage"));
    hq.start(kWatched);
    const QByteArray answer = talk(hq.metricsPort(), text);
    QVERIFY2(start.isEmpty() ? answer.isEmpty() : answer.startsWith(start), answer.constData());
    QVERIFY(!text.startsWith("HEAD") || answer.endsWith("\r\n\r\n"));
    QVERIFY(isStatus(get(hq.metricsPort(), "/healthz"), 200));
}

void tst_Operations::takenMetricsPortIsTold()
{
    HqProcess other(folder("door-1"));
    other.start(kWatched);
    const HqProcess hq(folder("door-2"));
    const auto output = HqProcess::command(
        hq.serveArguments()
        + QStringList{
            QStringLiteral("--metrics"), QStringLiteral("127.0.0.1:%1").arg(other.metricsPort())});
    QCOMPARE(output.exit, 1);
    QVERIFY2(output.err.contains(QStringLiteral("metrics on")), qPrintable(output.err));
}

void tst_Operations::signalEndsInOrder_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

// A push that was taken in gets its verdict before the connection ends, and what was promised is there.
void tst_Operations::signalEndsInOrder()
{
    QFETCH(int, signal);
    HqProcess hq(folder(QTest::currentDataTag()));
    hq.start();
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("HQ"));
    QVERIFY(desk);
    Author author = authorOf(*desk);
    std::uint64_t promised = 0;
    {
        Wire wire;
        QVERIFY(wire.open(hq.port(), desk->credentials()));
        wire.send(desk->hello());
        QVERIFY(wire.next<sync::Welcome>());
        for (int i = 0; i < 50; ++i) {
            author.write(report(*samplePlan(), "一"));
            wire.send(sync::Push{author.batch(author.written())});
        }
        QVERIFY(wire.next<sync::Verdicts>());
        promised = 1;
        ::kill(static_cast<pid_t>(hq.processId()), signal);
        while (const auto verdicts = wire.next<sync::Verdicts>()) {
            promised += verdicts->verdicts.size();
        }
        QVERIFY(wire.isDown());
    }
    QVERIFY(hq.waitForEnd(20'000));
    QCOMPARE(hq.terminate(), 0); // its exit code
    QVERIFY(!hq.hasEndpoint());
    QVERIFY(!QFile::exists(hq.folder() + QStringLiteral("/hq.db-wal"))); // closed, not left
    hq.start();
    Wire again;
    QVERIFY(again.open(hq.port(), desk->credentials()));
    again.send(desk->hello(author.written()));
    const auto welcome = again.next<sync::Welcome>();
    QVERIFY(welcome);
    QCOMPARE(welcome->received, promised); // no more taken than was told: every verdict went out
}

void tst_Operations::logIsOneObjectALine()
{
    HqProcess hq(folder("json"));
    hq.setLogFile(folder("json.log"));
    hq.start({QStringLiteral("--log-format"), QStringLiteral("json")});
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("D05"));
    QVERIFY(desk);
    QCOMPARE(hq.terminate(), 0);
    QFile file(folder("json.log"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList events;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QVERIFY2(!object.isEmpty(), line.constData());
        QVERIFY(QDateTime::fromString(
                    object.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs)
                    .isValid());
        events.append(object.value(QStringLiteral("event")).toString());
    }
    QCOMPARE(
        events, (QStringList{
                    QStringLiteral("serving"), QStringLiteral("enrol-code"),
                    QStringLiteral("enrolled"), QStringLiteral("ending"), QStringLiteral("end")}));
    const auto wrong = HqProcess::command(
        hq.serveArguments() + QStringList{QStringLiteral("--log-format"), QStringLiteral("xml")});
    QCOMPARE(wrong.exit, 1);
}

// While it serves, and afterwards what was done while nobody served; never a code or a password.
void tst_Operations::whatAnAdministratorDidIsInTheLog()
{
    HqProcess hq(folder("admin"));
    hq.setLogFile(folder("admin.log"));
    QStringList secrets;
    const auto run = [&](const QString& words) {
        QStringList all = words.split(QLatin1Char(' '));
        all.insert(1, QStringLiteral("--data"));
        all.insert(2, hq.folder());
        const auto done = HqProcess::command(all);
        secrets += done.out.split(QLatin1Char('\n'))
                       .filter(QRegularExpression(QStringLiteral("^[0-9A-Z]{4}-|^[^\\t]{8,}$")));
        return done.exit;
    };
    const auto work = [&] {
        QCOMPARE(run(QStringLiteral("enrol-code --unit D05 --minutes 30")), 0);
        QCOMPARE(run(QStringLiteral("person add --unit D05 --name 张三 --post D05-desk")), 0);
        QCOMPARE(run(QStringLiteral("person reset 1001")), 0);
    };
    hq.start({QStringLiteral("--log-format"), QStringLiteral("json")});
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("D05"));
    QVERIFY(desk);
    work();
    QCOMPARE(run(QStringLiteral("person disable 1001")), 0);
    QCOMPARE(run(QStringLiteral("revoke D05-01")), 0);
    QCOMPARE(run(QStringLiteral("revoke D05-99")), 1);
    QCOMPARE(hq.terminate(), 0);
    work();
    QVERIFY(secrets.size() >= 6);
    hq.start({QStringLiteral("--log-format"), QStringLiteral("json")});
    hq.terminate();
    hq.start({QStringLiteral("--log-format"), QStringLiteral("json")}); // told once
    hq.terminate();

    QFile file(folder("admin.log"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList lines;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const auto text = [&](const char* key) {
            return line.value(QLatin1StringView(key)).toString();
        };
        const QString event = text("event");
        if (event.startsWith(QStringLiteral("person-")) || event == QStringLiteral("revoke")
            || event == QStringLiteral("enrol-code")) {
            lines +=
                QStringList{
                    event,
                    text("unit"),
                    text("minutes"),
                    text("desk"),
                    text("person"),
                    text("code"),
                    text("done-at").isEmpty() ? QString() : QStringLiteral("later")}
                    .join(QLatin1Char('|'));
        }
    }
    QCOMPARE(
        lines,
        (QStringList{
            QStringLiteral("enrol-code|D05|15||||"), QStringLiteral("enrol-code|D05|30||||"),
            QStringLiteral("person-add|D05|||1001||"), QStringLiteral("person-reset||||1001||"),
            QStringLiteral("person-disable||||1001||"), QStringLiteral("revoke|||D05-01|||"),
            QStringLiteral("revoke|||D05-99||NotFound|"),
            QStringLiteral("enrol-code|D05|30||||later"),
            QStringLiteral("person-add|D05|||1002||later"),
            QStringLiteral("person-reset||||1001||later")}));
    file.seek(0);
    const QString all = QString::fromUtf8(file.readAll());
    for (const QString& secret : std::as_const(secrets)) {
        QVERIFY2(!all.contains(secret), qPrintable(secret));
    }
}

void tst_Operations::backsUpWhileDesksPush()
{
    HqProcess hq(folder("with blank"));
    hq.start();
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("HQ"));
    Wire wire;
    QVERIFY(desk && wire.open(hq.port(), desk->credentials()));
    wire.send(desk->hello());
    QVERIFY(wire.next<sync::Welcome>());
    Author author = authorOf(*desk);
    const auto push = [&](int count) {
        for (int i = 0; i < count; ++i) {
            const std::string incident = author.write(report(*samplePlan(), "一"));
            author.write(order(*samplePlan(), UnitCode("D05"), "o" + incident), incident);
            wire.send(sync::Push{author.batch(author.written() - 1)});
        }
    };
    push(100);
    QVERIFY(wire.next<sync::Verdicts>());
    const QString out = folder("backup 备份");
    QProcess backup;
    backup.start(
        QStringLiteral(SANZHEN_HQ), {QStringLiteral("backup"), QStringLiteral("--data"),
                                     hq.folder(), QStringLiteral("--out"), out});
    push(100);
    QVERIFY(backup.waitForFinished(60'000));
    QVERIFY2(backup.exitCode() == 0, backup.readAllStandardError().constData());
    for (const char* name : {"/hq.db", "/authority.key", "/manifest.json", "/plan/plan.toml"}) {
        QVERIFY2(QFile::exists(out + QLatin1StringView(name)), name);
    }
    QVERIFY(
        !(QFile::permissions(out + QStringLiteral("/authority.key"))
          & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QVERIFY(!(QFile::permissions(out) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    const auto verified = verify(out);
    QVERIFY2(verified.exit == 0, qPrintable(verified.err));
    const QJsonObject told = QJsonDocument::fromJson(verified.out.toUtf8()).object();
    QVERIFY(told.value(QStringLiteral("entries")).toInt() >= 2);
    QVERIFY(told.value(QStringLiteral("incidents")).toInt() >= 1);
    // What was backed up serves.
    hq.kill();
    HqProcess restored(out);
    restored.setLogFile(folder("restored.log"));
    restored.start();
    Wire there;
    QVERIFY(there.open(restored.port(), desk->credentials()));
    QCOMPARE(restored.terminate(), 0);
    QFile log(folder("restored.log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray lines = log.readAll();
    QVERIFY2(!lines.contains("signing-stopped") && !lines.contains("unsigned"), lines.constData());
}

void tst_Operations::backupOfASleepingFolder()
{
    HqProcess hq(folder("asleep"));
    hq.start();
    QVERIFY(enrol(hq.port(), hq.authority(), hq.enrolCode("HQ")));
    hq.kill();
    const QString out = folder("asleep-backup");
    const auto done = HqProcess::command(
        {QStringLiteral("backup"), QStringLiteral("--data"), hq.folder(), QStringLiteral("--out"),
         out, QStringLiteral("--plan"),
         QStringLiteral(SANZHEN_SOURCE_DIR "/resources/plans/wuhan")});
    QVERIFY2(done.exit == 0, qPrintable(done.err));
    QCOMPARE(verify(out).exit, 0);
}

void tst_Operations::backupNeverOverwrites()
{
    HqProcess hq(folder("twice"));
    hq.start();
    const QString out = folder("twice-backup");
    const QStringList command{
        QStringLiteral("backup"), QStringLiteral("--data"), hq.folder(), QStringLiteral("--out"),
        out};
    QCOMPARE(HqProcess::command(command).exit, 0);
    const auto again = HqProcess::command(command);
    QCOMPARE(again.exit, 1);
    QVERIFY2(again.err.contains(QStringLiteral("twice-backup")), qPrintable(again.err));
    QCOMPARE(verify(out).exit, 0);
}

QTEST_GUILESS_MAIN(tst_Operations)
#include "tst_Operations.moc"
