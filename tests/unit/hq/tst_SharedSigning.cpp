// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several headquarters over one PostgreSQL sign one tree: one at a time, the next goes on where the last stopped, and none of
// them believes what its own tree does not show.
#include "app/ctl/log/LogCommand.h"
#include "data/proof/Files.h"
#include "data/store/pg/PgHqReader.h"
#include "tests/support/PgServer.h"
#include "tests/unit/hq/Insider.h"
#include "tests/unit/hq/OnPg.h"
#include "tests/unit/hq/SignedLog.h"

#include <QTest>

#include <format>
#include <sstream>

using namespace sz;
using namespace sz::test;
namespace fs = std::filesystem;

namespace {

fs::path folderOf(const Office& office)
{
    return office.folder().toStdString();
}

/// One office that signs, over a database.
class Signer
{
public:
    Signer(const std::string& url, const fs::path& keyFrom = {}) : office(onPg(url))
    {
        if (!keyFrom.empty()) {
            fs::copy_file(keyFrom / "log.key", folderOf(office) / "log.key");
        }
        office.notary = hq::NotarySpec{folderOf(office), Millis{10'000}, 1'000'000};
        opened = office.restart();
    }

    // A turn of its loop, eleven seconds later.
    void turn()
    {
        office.engine().follow();
        office.engine().tick();
        office.clock.advance(Millis{11'000});
        office.engine().tick();
    }

    [[nodiscard]] const hq::Notary* notary() { return office.engine().notary(); }
    [[nodiscard]] std::uint64_t size() { return notary()->last().size; }
    [[nodiscard]] std::string note(const char* name = "checkpoint") const
    {
        const auto bytes = proof::readWhole(folderOf(office) / "tlog" / name);
        return bytes ? std::string(textOf(*bytes)) : std::string();
    }

    Office office;
    Result<void> opened;
};

/// Two of them with the same key, and a desk that writes.
struct City
{
    City() : a(url), b(url, folderOf(a.office)), author(a.office.enrol("HQ")) {}

    void write(Office& to, int entries)
    {
        to.engine().follow();
        const auto desk =
            to.open(author.desk().value, to.record(author.desk()).fingerprint, "10.0.0.9:1");
        sync::Hello hello;
        hello.operation = to.operation();
        hello.desk = author.desk();
        hello.unit = author.unit();
        hello.written = author.written();
        to.send(desk, hello);
        for (int written = 0; written < entries;) { // a batch has no more than 256
            const auto first = author.written() + 1;
            for (int i = 0; i < 250 && written < entries; ++i, ++written) {
                author.write(report(*samplePlan(), std::format("事件{}", author.written())));
            }
            to.push(desk, author.batch(first));
        }
    }

    std::string url = PgServer::shared().newDatabase();
    Signer a;
    Signer b;
    Author author;
};

/// What an insider does to the database himself.
void force(const std::string& url, const std::string& sql)
{
    const std::string error = PgServer::run(url, "SET session_replication_role = replica; " + sql);
    QVERIFY2(error.empty(), error.c_str());
}

struct Ran
{
    int code = 0;
    std::string out;
    std::string err;
};

Ran sanzhenctl(const std::vector<std::string>& args)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = ctl::runLog(args, out, err);
    return {code, out.str(), err.str()};
}

std::string literal(const SQLite::Column& value)
{
    if (value.isNull()) {
        return "NULL";
    }
    if (value.isInteger()) {
        return std::to_string(value.getInt64());
    }
    if (value.isBlob()) {
        const auto* data = static_cast<const std::uint8_t*>(value.getBlob());
        return "'\\x" + toHex(BytesView(data, static_cast<std::size_t>(value.getBytes()))) + "'";
    }
    std::string out = "'";
    for (const char c : value.getString()) {
        out += c == '\'' ? "''" : std::string(1, c);
    }
    return out + "'";
}

/// The rows of a hq.db in PostgreSQL, with none of the rules that would keep an insider out.
class Copy
{
public:
    Copy()
    {
        make(R"(
CREATE TABLE hq_head (number bigint); CREATE TABLE meta (key text, value text);
CREATE TABLE desk (id text, unit text, public_key bytea, fingerprint text, name text, enrolled_ms bigint,
  revoked_ms bigint, last_counter bigint, author bytea);
CREATE TABLE entry (number bigint, id text, desk text, counter bigint, author bytea, received_ms bigint, serial bigint,
  subject_kind bigint, subject_id text, raw bytea);
CREATE TABLE refused (desk text, counter bigint, id text, raw bytea, code bigint, detail text, received_ms bigint);
CREATE TABLE batch (desk text, first_counter bigint, last_counter bigint, signature bytea);
CREATE TABLE feed (unit text, seq bigint, number bigint, hash bytea);
CREATE TABLE feed_head (unit text, seq bigint, hash bytea);)");
    }

    void take(const fs::path& file)
    {
        const SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
        std::string sql = "BEGIN; TRUNCATE meta, desk, entry, refused, batch, feed, feed_head;";
        for (const auto& [table, columns] : kTables) {
            SQLite::Statement rows(db, std::format("SELECT {} FROM {}", columns, table));
            std::string values;
            while (rows.executeStep()) {
                values += values.empty() ? "(" : ", (";
                for (int i = 0; i < rows.getColumnCount(); ++i) {
                    values += (i == 0 ? "" : ", ") + literal(rows.getColumn(i));
                }
                values += ")";
            }
            if (!values.empty()) {
                sql += std::format("INSERT INTO {} ({}) VALUES {};", table, columns, values);
            }
        }
        make(sql + "COMMIT");
    }

    const std::string url = PgServer::shared().newDatabase();

private:
    static constexpr std::array<std::pair<const char*, const char*>, 7> kTables{{
        {"meta", "key, value"},
        {"desk",
         "id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author"},
        {"entry",
         "number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw"},
        {"refused", "desk, counter, id, raw, code, detail, received_ms"},
        {"batch", "desk, first_counter, last_counter, signature"},
        {"feed", "unit, seq, number, hash"},
        {"feed_head", "unit, seq, hash"},
    }};

    void make(const std::string& sql) const
    {
        if (const std::string error = PgServer::run(url, sql); !error.empty()) {
            throw std::runtime_error(error);
        }
    }
};

} // namespace

class tst_SharedSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSignsAndTheOtherFollows();
    void anotherTakesOverAndGoesOn();
    void aNewOneBuildsTheWholeTree();
    void aForeignKeySignsNothing();
    void withoutTheKeyNoneIsMade();
    void whatIsSignedNeverGoesBack();
    void aSignedLieIsNotFollowed();
    void aChangedEntryIsNeverSigned();
    void aTurnOfTheHolderThatLostTheLinkIsVoid();
    void theStoreMayBeAway();
    void verifyAndProveWorkOnTheUrl();
    void everyTamperingOfTheRowsIsFound();
};

void tst_SharedSigning::oneSignsAndTheOtherFollows()
{
    City city;
    QVERIFY(city.a.opened && city.b.opened);
    for (int round = 0; round < 3; ++round) {
        city.write(round % 2 == 0 ? city.a.office : city.b.office, 30);
        city.a.turn();
        city.b.turn();
        QCOMPARE(city.a.size(), std::uint64_t(30 * (round + 1)));
        QCOMPARE(city.b.note(), city.a.note());
        QCOMPARE(city.b.note("heads"), city.a.note("heads"));
    }
    QVERIFY(!city.a.notary()->stopped() && !city.b.notary()->stopped());
}

void tst_SharedSigning::anotherTakesOverAndGoesOn()
{
    City city;
    city.write(city.a.office, 300);
    city.a.turn();
    city.b.turn();
    city.write(city.b.office, 20);
    city.b.turn();
    QCOMPARE(city.b.size(), 300U); // it is not its turn
    const std::string before = city.a.note();
    city.a.office.stop(); // as when its process dies: the lock falls with the connection
    city.b.turn();
    QCOMPARE(city.b.size(), 320U);
    const auto report = audit::auditLog(
        {.store = {},
         .tlog = folderOf(city.b.office) / "tlog",
         .key = city.b.notary()->key(),
         .older = before,
         .reader = [&] { return store::openPgHqReader(city.url); }});
    QVERIFY(report && report->isSound());
    QVERIFY(city.a.office.restart()); // comes back, finds b at work and follows
    city.a.turn();
    QCOMPARE(city.a.note(), city.b.note());
}

void tst_SharedSigning::aNewOneBuildsTheWholeTree()
{
    City city;
    city.write(city.a.office, 520);
    city.a.turn();
    city.write(city.a.office, 3);
    Signer late(city.url, folderOf(city.a.office));
    late.turn();
    QCOMPARE(late.note(), city.a.note());
    const auto report = audit::auditLog(
        {.store = {},
         .tlog = folderOf(late.office) / "tlog",
         .key = late.notary()->key(),
         .older = {}});
    QVERIFY(report && report->isSound());
    QCOMPARE(report->entries, 520U);
}

void tst_SharedSigning::aForeignKeySignsNothing()
{
    City city;
    const std::string elsewhere = PgServer::shared().newDatabase();
    const Signer other(elsewhere);
    Signer stranger(city.url, folderOf(other.office));
    QVERIFY(stranger.opened); // desks are served all the same
    QVERIFY(!stranger.notary());
    QVERIFY(stranger.office.hasLine("signing-stopped"));
}

void tst_SharedSigning::withoutTheKeyNoneIsMade()
{
    City city;
    Signer keyless(city.url);
    QVERIFY(!keyless.notary());
    QVERIFY(!fs::exists(folderOf(keyless.office) / "log.key"));
}

// A database restored from an older backup, or an insider who wants to sign another end of the log.
void tst_SharedSigning::whatIsSignedNeverGoesBack()
{
    City city;
    city.write(city.a.office, 20);
    city.a.turn();
    const std::string old = city.a.note();
    const std::string oldHeads = city.a.note("heads");
    city.write(city.a.office, 20);
    city.a.turn();
    QVERIFY(!PgServer::run(city.url, "UPDATE signed_head SET size = 20").empty());
    force(
        city.url,
        std::format(
            "UPDATE signed_head SET size = 20, checkpoint = '{}', heads = '{}'", old, oldHeads));
    city.write(city.a.office, 1);
    city.a.turn();
    QVERIFY(city.a.notary()->stopped());
    QCOMPARE(city.a.notary()->stopped()->code, Code::BadChain);
    QVERIFY(fs::exists(folderOf(city.a.office) / "tlog" / "STOPPED"));
}

// Signed with the real key, but not what the store holds.
void tst_SharedSigning::aSignedLieIsNotFollowed()
{
    City city;
    city.write(city.a.office, 10);
    city.b.turn(); // makes the lock its own
    QCOMPARE(city.b.size(), 10U);
    City other; // another log of the same operation, signed by the same key
    fs::copy_file(
        folderOf(city.a.office) / "log.key", folderOf(other.a.office) / "log.key",
        fs::copy_options::overwrite_existing);
    force(other.url, "DELETE FROM signed_head");
    fs::remove_all(folderOf(other.a.office) / "tlog");
    QVERIFY(other.a.office.restart());
    other.write(other.a.office, 15);
    other.a.turn();
    QCOMPARE(other.a.size(), 15U);
    force(
        city.url, std::format(
                      "UPDATE signed_head SET size = 15, checkpoint = '{}', heads = '{}'",
                      other.a.note(), other.a.note("heads")));
    city.write(city.a.office, 10);
    city.a.turn();
    QVERIFY(city.a.notary()->stopped());
    QCOMPARE(city.a.size(), 0U);
}

void tst_SharedSigning::aChangedEntryIsNeverSigned()
{
    City city;
    city.write(city.a.office, 10);
    city.a.turn();
    city.write(city.a.office, 10);
    force(
        city.url,
        "UPDATE entry SET raw = set_byte(raw, 40, get_byte(raw, 40) # 1) WHERE number = 15");
    city.a.turn();
    QVERIFY(city.a.notary()->stopped());
    QCOMPARE(city.a.size(), 10U);
    city.a.office.stop();
    city.b
        .turn(); // remembers it by its news, as it was or as it now is: the desk's signature is asked where it does not
    QVERIFY(city.b.size() <= 10);
    QVERIFY(city.b.notary()->stopped());
}

void tst_SharedSigning::aTurnOfTheHolderThatLostTheLinkIsVoid()
{
    City city;
    city.write(city.a.office, 5);
    city.a.turn();
    force(
        city.url, "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
                  "AND objid IS NOT NULL AND pid <> pg_backend_pid()");
    city.write(city.b.office, 5);
    city.b.turn();
    QCOMPARE(city.b.size(), 10U);
    city.write(city.a.office, 5);
    city.a.turn();
    city.a.turn();
    QCOMPARE(city.a.note(), city.b.note()); // follows; it does not sign beside b
    city.b.turn();
    city.a.turn();
    QCOMPARE(city.a.note(), city.b.note());
    QCOMPARE(city.a.size(), 15U);
    QVERIFY(!city.a.notary()->stopped() && !city.b.notary()->stopped());
}

void tst_SharedSigning::theStoreMayBeAway()
{
    PgServer server;
    Signer one(server.newDatabase());
    Author author = one.office.enrol("HQ");
    author.write(report(*samplePlan(), "一"));
    one.office.push(one.office.connect(author), author.batch(1));
    server.kill();
    one.turn();
    QVERIFY(!one.notary()->stopped());
    QVERIFY(one.office.hasLine("signing-waits"));
    server.start();
    QVERIFY(QTest::qWaitFor(
        [&] {
            one.turn();
            return one.size() == 1;
        },
        20'000));
}

void tst_SharedSigning::verifyAndProveWorkOnTheUrl()
{
    City city;
    city.write(city.a.office, 40);
    city.a.turn();
    city.write(city.a.office, 2);
    const std::string key = city.a.notary()->key().text();
    const std::string tlog = (folderOf(city.a.office) / "tlog").string();
    for (const auto& args : std::vector<std::vector<std::string>>{
             {"verify", city.url},
             {"verify", city.url, "--key", key},
             {"verify", city.url, "--tlog", tlog, "--key", key},
             {"verify", city.url, "--tlog", folderOf(city.a.office).string()}}) {
        const Ran ran = sanzhenctl(args);
        QVERIFY2(ran.code == 0, (ran.out + ran.err).c_str());
        QVERIFY(ran.out.contains("40"));
    }
    const std::string out = (folderOf(city.a.office) / "7.tlog-proof").string();
    QCOMPARE(sanzhenctl({"prove", "7", "--data", city.url, "--tlog", tlog, "--out", out}).code, 0);
    QVERIFY(fs::exists(out) && fs::exists(out + ".entry"));
    force(city.url, "UPDATE entry SET received_ms = received_ms - 60000 WHERE number = 7");
    const Ran alone = sanzhenctl({"verify", city.url, "--key", key, "--language", "en"});
    QCOMPARE(alone.code, 1);
    const Ran ran =
        sanzhenctl({"verify", city.url, "--tlog", tlog, "--key", key, "--language", "en"});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("first bad entry: 7"), ran.out.c_str());
    QCOMPARE(sanzhenctl({"verify", "https://example.org/"}).code, 1);
}

// tst_Tamper's insider, on the rows as PostgreSQL gives them.
void tst_SharedSigning::everyTamperingOfTheRowsIsFound()
{
    SignedLog log;
    log.write(280);
    QVERIFY(log.office().engine().seal());
    const std::uint64_t signedHead = log.head();
    log.write(25);
    const std::uint64_t head = log.head();
    const auto key = log.key();
    log.office().stop();
    const fs::path work = log.folder() / "work";
    fs::create_directory(work);
    Copy copy;
    const audit::Evidence evidence{
        .store = {}, .tlog = log.tlog(), .key = key, .older = {}, .reader = [&] {
            return store::openPgHqReader(copy.url);
        }};
    copy.take(log.folder() / "hq.db");
    const auto untouched = audit::auditLog(evidence);
    QVERIFY2(untouched, untouched ? "" : untouched.error().detail.c_str());
    QVERIFY(untouched->isSound());
    for (int round = 0; round < rounds(60); ++round) {
        const unsigned seed = 20'261'122U + static_cast<unsigned>(round);
        fs::copy_file(log.folder() / "hq.db", work / "hq.db", fs::copy_options::overwrite_existing);
        const Tampered tampered = Insider(work, signedHead, head, seed).tamper();
        copy.take(work / "hq.db");
        const auto report = audit::auditLog(evidence);
        const std::string what = std::format(
            "seed {}: {} at {}, named {}", seed, tampered.what, tampered.number,
            report ? report->firstBad() : -1);
        QVERIFY2(report && !report->isSound(), what.c_str());
        QVERIFY2(report->firstBad() == tampered.number, what.c_str());
    }
}

QTEST_GUILESS_MAIN(tst_SharedSigning)
#include "tst_SharedSigning.moc"
