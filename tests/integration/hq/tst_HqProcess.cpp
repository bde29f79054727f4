// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real sanzhen-hq: from a printed code to a feed, through kill -9 and back.
#include "data/audit/LogAudit.h"
#include "data/proof/Files.h"
#include "data/store/HqLog.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/integration/hq/Wire.h"
#include "tests/unit/hq/Author.h"
#include "tests/unit/sim/Rounds.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <format>
#include <map>

using namespace sz;
using namespace sz::test;

namespace {

Author authorOf(const Enrolled& desk)
{
    return {
        desk.answer.operation, desk.answer.desk, desk.answer.unit,
        *SigningKey::fromSeed(desk.key.seed())};
}

// Reads a unit's whole feed over a fresh link and checks places, numbers and hash on the way.
std::map<std::uint64_t, std::uint64_t>
numbersOf(Wire& wire, const Enrolled& desk, std::uint64_t head)
{
    std::map<std::uint64_t, std::uint64_t> numbers;
    Digest hash = log::feedStart(desk.answer.operation, desk.answer.unit);
    wire.send(sync::Credit{4});
    while (numbers.size() < head) {
        const auto feed = wire.next<sync::Feed>();
        if (!feed) {
            return {};
        }
        for (const log::FeedItem& item : feed->items) {
            hash = log::feedLink(hash, item);
            if (item.seq != numbers.size() + 1) {
                return {};
            }
            numbers.emplace(item.seq, item.number);
        }
        if (hash != feed->hash) {
            return {};
        }
        wire.send(sync::Credit{1});
    }
    return numbers;
}

} // namespace

class tst_HqProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enrolsPushesAndFeeds();
    void codesWorkWhileNobodyServes();
    void refusesAWrongCode();
    void revokesALiveDesk();
    void anAuthorityFollowsAnother();
    void losesNothingThroughKills();
    void anHourBehindItsLogItGoesOnFromThere();
    void saysThatThePortIsTaken_data();
    void saysThatThePortIsTaken();
    void secondOneOnTheFolderIsRefused();
    void endsInOrder();
    void endsWhenNobodyComes();
    void keepsItsKeysPrivate();
    void saysNoSecretInItsLogOrOnItsCommandLine();
    void takesNoPasswordOnACommandLine_data();
    void takesNoPasswordOnACommandLine();
    void servesTheSample();

private:
    QTemporaryDir m_temp;
    QString folder(const char* name) const { return m_temp.filePath(QString::fromLatin1(name)); }
};

void tst_HqProcess::enrolsPushesAndFeeds()
{
    HqProcess hq(folder("life"));
    hq.start();
    const auto office = enrol(hq.port(), hq.authority(), hq.enrolCode("HQ"));
    const auto district = enrol(hq.port(), hq.authority(), hq.enrolCode("D05"));
    QVERIFY(office && district);
    QCOMPARE(district->answer.desk.value, "D05-01");

    Wire officeWire;
    Wire districtWire;
    QVERIFY(officeWire.open(hq.port(), office->credentials()));
    QVERIFY(districtWire.open(hq.port(), district->credentials()));
    officeWire.send(office->hello());
    districtWire.send(district->hello());
    QVERIFY(officeWire.next<sync::Welcome>() && districtWire.next<sync::Welcome>());
    officeWire.send(sync::Credit{4});

    Author author = authorOf(*district);
    const std::string incident = author.write(report(*samplePlan(), "燃气泄漏"));
    author.write(model::AddNote{"已派人"}, incident);
    districtWire.send(sync::Push{author.batch(1)});
    const auto verdicts = districtWire.next<sync::Verdicts>();
    QVERIFY(verdicts);
    QCOMPARE(verdicts->verdicts.size(), std::size_t{2});
    QCOMPARE(verdicts->verdicts[1].kind, sync::VerdictKind::Accepted);
    const auto feed = officeWire.next<sync::Feed>();
    QVERIFY(feed);
    QCOMPARE(feed->items.size(), std::size_t{2});
    QCOMPARE(feed->items[0].raw, author.raw(1));
    QCOMPARE(feed->items[0].serial, 1U);
}

void tst_HqProcess::codesWorkWhileNobodyServes()
{
    HqProcess hq(folder("asleep"));
    hq.start();
    QCOMPARE(hq.terminate(), 0);
    const std::string code = hq.enrolCode("L06");
    QCOMPARE(code.size(), std::size_t{14});
    QCOMPARE(hq.enrolCode("D99"), std::string());
    hq.start();
    const auto line = enrol(hq.port(), hq.authority(), code);
    QVERIFY(line);
    QCOMPARE(line->answer.unit.value, "L06");
}

void tst_HqProcess::refusesAWrongCode()
{
    HqProcess hq(folder("wrong"));
    hq.start();
    const auto refused = enrol(hq.port(), hq.authority(), "0000-0000-0000");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::EnrolCodeBad);
    const std::string code = hq.enrolCode("D05");
    QVERIFY(enrol(hq.port(), hq.authority(), code));
    const auto again = enrol(hq.port(), hq.authority(), code);
    QVERIFY(!again);
    QCOMPARE(again.error().code, Code::EnrolCodeBad);
}

void tst_HqProcess::revokesALiveDesk()
{
    HqProcess hq(folder("revoke"));
    hq.start();
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("D05"));
    Wire wire;
    QVERIFY(desk && wire.open(hq.port(), desk->credentials()));
    wire.send(desk->hello());
    QVERIFY(wire.next<sync::Welcome>());
    const QStringList data{QStringLiteral("--data"), hq.folder()};
    QVERIFY(HqProcess::command(QStringList{QStringLiteral("desks")} + data)
                .out.contains(QStringLiteral("live")));
    const auto done = HqProcess::command(
        QStringList{QStringLiteral("revoke")} + data + QStringList{QStringLiteral("D05-01")});
    QCOMPARE(done.exit, 0);
    const auto refused = wire.next<sync::Refused>();
    QVERIFY(refused);
    QCOMPARE(refused->code, Code::Revoked);
    QVERIFY(wire.isDown());

    Wire again;
    QVERIFY(again.open(hq.port(), desk->credentials()));
    again.send(desk->hello());
    QCOMPARE(again.next<sync::Refused>().value_or(sync::Refused{}).code, Code::Revoked);
}

// What a verdict said stands, whatever happens to the process; what it did not say comes again by resending.
// Rolled while it serves, rolled while nobody serves, cut short in the middle; a desk from before comes in every time.
void tst_HqProcess::anAuthorityFollowsAnother()
{
    HqProcess hq(folder("authority"));
    hq.start();
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("D05"));
    QVERIFY(desk);
    const std::string first = hq.authority();
    const QStringList data{QStringLiteral("--data"), hq.folder()};
    const auto authority = [&](const char* verb) {
        return HqProcess::command(
            QStringList{QStringLiteral("authority")} + data
            + QStringList{QString::fromLatin1(verb)});
    };
    const auto comesInAndIsRenewed = [&] {
        Wire wire;
        const bool isUp = wire.open(hq.port(), desk->credentials());
        wire.send(desk->hello());
        const auto welcome = isUp ? wire.next<sync::Welcome>() : std::nullopt;
        wire.send(sync::Renew{});
        const auto renewed = welcome ? wire.next<sync::Renewed>() : std::nullopt;
        return renewed && welcome->authority == hq.authority()
               && net::fingerprint(renewed->authority) == hq.authority()
               && net::isIssuedBy(renewed->certificate, renewed->authority)
               && net::factsOf(renewed->certificate)->key == desk->key.publicKey();
    };
    Wire connected;
    QVERIFY(connected.open(hq.port(), desk->credentials()));
    connected.send(desk->hello());
    QVERIFY(connected.next<sync::Welcome>());
    QCOMPARE(authority("roll").exit, 0);
    QVERIFY(connected.next<sync::Renewed>()); // unasked
    const std::string second = hq.authority();
    QVERIFY(second != first);
    QVERIFY(comesInAndIsRenewed());
    QCOMPARE(hq.terminate(), 0);

    QCOMPARE(authority("roll").exit, 0); // nobody serves
    hq.start();
    QVERIFY(hq.authority() != second);
    QVERIFY(comesInAndIsRenewed());
    const auto list = HqProcess::command(QStringList{QStringLiteral("authority")} + data).out;
    QCOMPARE(list.count(QLatin1Char('\n')), 3);
    QVERIFY(list.startsWith(QStringLiteral("signs\t") + QString::fromStdString(hq.authority())));
    QVERIFY(enrol(hq.port(), first, hq.enrolCode("L06"))); // a code printed long ago
    hq.kill();

    // Power was cut between the plan of a change and its files.
    const auto next = net::makeAuthority("next", SystemClock().now());
    QFile planned(hq.folder() + QStringLiteral("/authority.rolled"));
    QVERIFY(planned.open(QIODevice::WriteOnly));
    const auto quoted = [](const std::string& pem) {
        return QByteArray::fromStdString(pem).replace('\n', "\\n");
    };
    QFile former(hq.folder() + QStringLiteral("/authority.pem"));
    QVERIFY(former.open(QIODevice::ReadOnly));
    planned.write(
        R"({"authority.pem":")" + quoted(next.certificate + former.readAll().toStdString())
        + R"(","authority.key":")" + quoted(next.key) + R"("})");
    planned.close();
    hq.start();
    QCOMPARE(hq.authority(), *net::fingerprint(next.certificate));
    QVERIFY(!planned.exists());

    QCOMPARE(authority("retire").exit, 0);
    Wire forgotten;
    (void)forgotten.open(hq.port(), desk->credentials());
    forgotten.send(desk->hello());
    QVERIFY(!forgotten.next<sync::Welcome>());
    QCOMPARE(authority("burn").exit, 1);
    hq.terminate();
}

void tst_HqProcess::losesNothingThroughKills()
{
    constexpr std::uint64_t kRounds = 24;
    constexpr std::uint64_t kMostRounds = 140; // all of it is pushed again at the end: hq/Quota.h
    constexpr std::uint64_t kBatches = 6;
    const std::uint64_t rounds = std::min(kMostRounds, scaledRounds(kRounds));
    QRandomGenerator random(20191016);
    HqProcess hq(folder("kill"));
    hq.start();
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("HQ"));
    QVERIFY(desk);
    Author author = authorOf(*desk);
    std::map<std::uint64_t, std::uint64_t> promised; // counter → number
    for (std::uint64_t round = 0; round < rounds; ++round) {
        Wire wire;
        QVERIFY(wire.open(hq.port(), desk->credentials()));
        wire.send(desk->hello(author.written()));
        const auto welcome = wire.next<sync::Welcome>();
        QVERIFY(welcome);
        QVERIFY(promised.empty() || welcome->received >= promised.rbegin()->first);
        std::uint64_t sent = promised.size();
        for (std::uint64_t i = 0; i < kBatches; ++i) {
            const std::string incident =
                author.write(report(*samplePlan(), "第 " + std::to_string(i) + " 件"));
            author.write(model::AddNote{"补充"}, incident);
            wire.send(sync::Push{author.batch(sent + 1)});
            sent = author.written();
        }
        for (std::uint64_t heard = 0; heard < round % kBatches; ++heard) {
            const auto verdicts = wire.next<sync::Verdicts>();
            QVERIFY(verdicts);
            for (const sync::Verdict& v : verdicts->verdicts) {
                QCOMPARE(v.kind, sync::VerdictKind::Accepted);
                QCOMPARE(promised.try_emplace(v.counter, v.number).first->second, v.number);
            }
        }
        QThread::usleep(random.bounded(20'000U)); // the rest is on its way
        hq.kill();
        hq.start();
    }
    qInfo("%llu rounds, each killed headquarters", static_cast<unsigned long long>(rounds));
    Wire wire;
    QVERIFY(wire.open(hq.port(), desk->credentials()));
    wire.send(desk->hello(author.written()));
    QVERIFY(wire.next<sync::Welcome>());
    for (std::uint64_t first = 1; first <= author.written(); first += log::kMaxBatchEntries) {
        wire.send(sync::Push{
            author.batch(first, std::min(author.written(), first + log::kMaxBatchEntries - 1))});
        const auto verdicts = wire.next<sync::Verdicts>();
        QVERIFY(verdicts);
        for (const sync::Verdict& v : verdicts->verdicts) {
            QCOMPARE(v.kind, sync::VerdictKind::Accepted);
            QCOMPARE(promised.try_emplace(v.counter, v.number).first->second, v.number);
        }
    }
    const auto numbers = numbersOf(wire, *desk, author.written());
    QCOMPARE(numbers.size(), author.written());
    for (const auto& [seq, number] : numbers) {
        QCOMPARE(number, seq); // the office sees all: no gap in the log
    }
    QCOMPARE(hq.terminate(), 0);
    const std::filesystem::path data = hq.folder().toStdString();
    const auto pub = proof::readWhole(data / "tlog" / "log.pub").value();
    const auto key = proof::VerifierKey::parse(textOf(pub).substr(0, pub.size() - 1)).value();
    const auto report = audit::auditLog({data / "hq.db", data / "tlog", key, {}});
    QVERIFY(report && report->isSound());
    QCOMPARE(report->signedSize, author.written()); // the rest was signed at the end
}

// Threat 14 (findings/trust.md §2). What it received while its clock stood an hour ahead lies in the future of the machine it starts on.
void tst_HqProcess::anHourBehindItsLogItGoesOnFromThere()
{
    HqProcess hq(folder("behind"));
    hq.setLogFile(folder("behind.log"));
    const auto linesOf = [&](const char* event) {
        QFile file(folder("behind.log"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count(event) : -1;
    };
    const Instant ahead =
        std::chrono::ceil<std::chrono::seconds>(SystemClock().now()) + std::chrono::hours{1};
    hq.start(
        {QStringLiteral("--at"),
         QString::fromStdString(
             std::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(ahead)))});
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("D05"));
    QVERIFY(desk);
    Author author = authorOf(*desk);
    const std::string incident = author.write(report(*samplePlan(), "燃气泄漏"));
    const auto pushed = [&](Wire& wire) {
        author.write(model::AddNote{"补充"}, incident);
        wire.send(sync::Push{author.batch(author.written() == 2 ? 1 : author.written())});
        const auto verdicts = wire.next<sync::Verdicts>();
        return verdicts && verdicts->verdicts.back().kind == sync::VerdictKind::Accepted
                   ? verdicts->verdicts.back().number
                   : std::uint64_t{0};
    };
    std::vector<Instant> greetings;
    const auto comesIn = [&](Wire& wire) {
        const bool isUp = wire.open(hq.port(), desk->credentials());
        wire.send(desk->hello(author.written()));
        const auto welcome = isUp ? wire.next<sync::Welcome>() : std::nullopt;
        greetings.push_back(welcome ? welcome->now : Instant{});
        return welcome.has_value();
    };
    {
        Wire wire;
        QVERIFY(comesIn(wire));
        QCOMPARE(pushed(wire), std::uint64_t{2});
        hq.kill();
    }
    QCOMPARE(linesOf("clock-behind-log"), 0);
    for (int round = 1; round <= 3; ++round) { // as often as it is started
        hq.start();
        QCOMPARE(linesOf("clock-behind-log"), round);
        Wire wire;
        QVERIFY(comesIn(wire));
        QVERIFY(greetings.back() >= ahead);
        QVERIFY(greetings.back() < ahead + Minutes{30});
        QCOMPARE(pushed(wire), static_cast<std::uint64_t>(round + 2));
        QCOMPARE(hq.terminate(), 0);
    }
    QCOMPARE(linesOf("clock-set"), 0); // that would be the same told twice
    QVERIFY(std::ranges::is_sorted(greetings));
    const auto log = store::HqLog::open(hq.folder().toStdString());
    QVERIFY(log);
    std::vector<store::NumberedEntry> entries;
    QVERIFY((*log)->forEach([&](const auto& entry) { entries.push_back(entry); }));
    QCOMPARE(entries.size(), std::size_t{5});
    for (std::size_t i = 0; i < entries.size(); ++i) {
        QCOMPARE(entries[i].number, i + 1);
        QCOMPARE(entries[i].counter, i + 1);
        QVERIFY(entries[i].receivedAt >= (i > 0 ? entries[i - 1].receivedAt : ahead));
    }
}

void tst_HqProcess::saysThatThePortIsTaken_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("English") << QByteArray("en_GB.UTF-8") << QStringLiteral("The port is taken");
    QTest::newRow("Chinese") << QByteArray("zh_CN.UTF-8") << QStringLiteral("端口已被其他程序占用");
}

void tst_HqProcess::saysThatThePortIsTaken()
{
    QFETCH(QByteArray, language);
    QFETCH(QString, sentence);
    HqProcess other(folder("first"));
    other.start();
    const HqProcess hq(folder("port"));
    const auto output = HqProcess::command(
        hq.serveArguments()
            + QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(other.port())},
        language.constData());
    QCOMPARE(output.exit, 1);
    QVERIFY2(output.err.contains(sentence), qPrintable(output.err));
    QVERIFY(!hq.hasEndpoint());
}

void tst_HqProcess::secondOneOnTheFolderIsRefused()
{
    HqProcess hq(folder("two"));
    hq.start();
    const auto output = HqProcess::command(hq.serveArguments());
    QCOMPARE(output.exit, 1);
    QVERIFY2(output.err.contains(QStringLiteral("StoreLocked")), qPrintable(output.err));
    QVERIFY(hq.isRunning() && hq.hasEndpoint());
}

void tst_HqProcess::endsInOrder()
{
    HqProcess hq(folder("end"));
    hq.start();
    QVERIFY(hq.hasEndpoint());
    QCOMPARE(hq.terminate(), 0);
    QVERIFY(!hq.hasEndpoint());
    QVERIFY(!QFile::exists(hq.folder() + QStringLiteral("/admin.sock")));
}

void tst_HqProcess::endsWhenNobodyComes()
{
    HqProcess hq(folder("linger"));
    hq.start({QStringLiteral("--linger"), QStringLiteral("1")});
    QVERIFY(hq.waitForEnd(10000));
    QVERIFY(!hq.hasEndpoint());
}

void tst_HqProcess::keepsItsKeysPrivate()
{
    HqProcess hq(folder("keys"));
    hq.start();
    const auto onlyOwner = QFileDevice::ReadOther | QFileDevice::ReadGroup | QFileDevice::WriteGroup
                           | QFileDevice::WriteOther | QFileDevice::ExeGroup
                           | QFileDevice::ExeOther;
    for (const char* name :
         {"", "/authority.key", "/server.key", "/log.key", "/hq.db", "/hq.db-wal", "/admin.sock"}) {
        const auto mode = QFile::permissions(hq.folder() + QString::fromLatin1(name));
        QVERIFY2(mode != QFileDevice::Permissions() && !(mode & onlyOwner), name);
    }
}

void tst_HqProcess::saysNoSecretInItsLogOrOnItsCommandLine()
{
    const auto read = [](const QString& name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    HqProcess hq(folder("quiet"));
    hq.setLogFile(folder("quiet.log"));
    hq.start();
    const std::string code = hq.enrolCode("D05");
    const auto desk = enrol(hq.port(), hq.authority(), code);
    QVERIFY(desk);
    QVERIFY(!enrol(hq.port(), hq.authority(), "1111-2222-3333"));
    Wire wire;
    QVERIFY(wire.open(hq.port(), desk->credentials()));
    wire.send(desk->hello());
    QVERIFY(wire.next<sync::Welcome>());
    wire.send(sync::Renew{});
    QVERIFY(wire.next<sync::Renewed>());
    QCOMPARE(
        HqProcess::command({QStringLiteral("authority"), QStringLiteral("--data"), hq.folder(),
                            QStringLiteral("roll")})
            .exit,
        0);
    const QByteArray process = "/proc/" + QByteArray::number(hq.processId());
    const QByteArray line = read(QString::fromLatin1(process + "/cmdline"));
    QVERIFY(line.contains("serve"));
    hq.terminate();
    const QByteArray log = read(folder("quiet.log"));
    QVERIFY2(log.contains("enrolled"), log.constData()); // it was this log
    QList<QByteArray> secrets{QByteArray::fromStdString(code), "1111-2222-3333"};
    for (const char* key : {"/authority.key", "/server.key", "/log.key"}) {
        const auto lines = read(hq.folder() + QString::fromLatin1(key)).split('\n');
        secrets << (lines.size() > 1 && lines[0].startsWith("-----") ? lines[1] : lines[0]);
        QVERIFY(secrets.back().size() >= 16);
    }
    for (const QByteArray& secret : secrets) {
        QVERIFY2(!log.contains(secret), secret.constData());
        QVERIFY2(!line.contains(secret), secret.constData());
    }
}

void tst_HqProcess::takesNoPasswordOnACommandLine_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("call");
    const auto row = [](const char* name, const char* program, const char* call) {
        QTest::newRow(name) << QByteArray(program) << QString::fromUtf8(call);
    };
    const char* const hq = SANZHEN_HQ;
    row("serve, in the user's part", hq,
        "serve --data %d --plan %p --store postgresql://u:topsecret@127.0.0.1:1/x");
    row("one word", hq, "serve --data %d --plan %p --store=postgres://u:topsecret@127.0.0.1:1/x");
    row("as a parameter", hq,
        "desks --data %d --store postgresql://127.0.0.1:1/x?password=topsecret");
    row("of a key file", hq,
        "desks --data %d --store postgresql://127.0.0.1:1/x?sslpassword=topsecret");
    row("escaped", hq,
        "enrol-code --data %d --unit HQ --store postgresql://127.0.0.1:1/x?pass%77ord=topsecret");
    row("an address that cannot be read", hq,
        "revoke --data %d D05-01 --store postgresql://u:topsecret/4@127.0.0.1:port/x");
    row("a command that is none", hq, "postgresql://u:topsecret@127.0.0.1:1/x");
    const char* const ctl = SANZHEN_CTL;
    row("log verify", ctl, "log verify postgresql://u:topsecret@127.0.0.1:1/x");
    row("log prove", ctl, "log prove 1 --data postgresql://u:topsecret@127.0.0.1:1/x --out %d");
    row("log refusals", ctl, "log refusals postgresql://u:topsecret@127.0.0.1:1/x");
    row("report", ctl, "report units --data postgresql://u:topsecret@127.0.0.1:1/x");
    row("a list of parameters", ctl, "log verify host=127.0.0.1,password=topsecret");
    row("no subcommand", ctl, "postgresql://u:topsecret@127.0.0.1:1/x");
}

// What /proc shows everybody; refused before a folder is made or a server asked, and never said again.
void tst_HqProcess::takesNoPasswordOnACommandLine()
{
    QFETCH(QByteArray, program);
    QFETCH(QString, call);
    const QString data = folder("never");
    QStringList words = call.split(QLatin1Char(' '));
    words.replaceInStrings(QStringLiteral("%d"), data);
    words.replaceInStrings(
        QStringLiteral("%p"), QStringLiteral(SANZHEN_SOURCE_DIR "/resources/plans/wuhan"));
    const std::pair<const char*, QString> languages[]{
        {"en_GB.UTF-8", QStringLiteral("An address with a password in it is not taken")},
        {"zh_CN.UTF-8", QStringLiteral("地址中不得含有密码")}};
    for (const auto& [language, sentence] : languages) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QString::fromLatin1(language));
        process.setProcessEnvironment(environment);
        process.start(QString::fromUtf8(program), words);
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY(process.exitCode() == 1 || process.exitCode() == 2);
        const QString said =
            QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
        QVERIFY2(said.contains(sentence), qPrintable(said));
        for (const char* place : {"PGPASSFILE", "~/.pgpass", "PGSERVICE"}) {
            QVERIFY2(said.contains(QString::fromLatin1(place)), place);
        }
        QVERIFY2(!said.contains(QStringLiteral("topsecret")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("StoreOpen")), qPrintable(said));
        QVERIFY(!QFile::exists(data));
    }
}

void tst_HqProcess::servesTheSample()
{
    const QString sample = QStringLiteral(SANZHEN_SOURCE_DIR "/resources/samples/wuhan.toml");
    if (!QFile::exists(sample)) {
        QSKIP("no sample in the tree");
    }
    HqProcess hq(folder("sample"));
    hq.start({QStringLiteral("--sample"), sample});
    const auto desk = enrol(hq.port(), hq.authority(), hq.enrolCode("HQ"));
    Wire wire;
    QVERIFY(desk && wire.open(hq.port(), desk->credentials()));
    wire.send(desk->hello());
    const auto welcome = wire.next<sync::Welcome>();
    QVERIFY(welcome && welcome->feedHead > 20);
    QCOMPARE(numbersOf(wire, *desk, welcome->feedHead).size(), welcome->feedHead);
}

QTEST_GUILESS_MAIN(tst_HqProcess)
#include "tst_HqProcess.moc"
