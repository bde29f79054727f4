// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A backup is proven by restoring it, and whatever is wrong with it is found; the same over both stores.
#include "data/audit/LogAudit.h"
#include "data/hq/BackupCheck.h"
#include "data/hq/Restore.h"
#include "data/store/pg/PgHqFiles.h"
#include "data/store/pg/PgHqLog.h"
#include "data/store/pg/PgHqReader.h"
#include "tests/support/PgServer.h"
#include "tests/unit/hq/Office.h"
#include "tests/unit/hq/OnPg.h"

#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

using namespace sz;
using namespace sz::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(sz::Code)

namespace {

/// A headquarters with accepted and refused acts of two desks, and a backup of it.
class Shelf
{
public:
    explicit Shelf(OpenLog open = {}) : office(std::move(open))
    {
        Author district = office.enrol("D05");
        Author chief = office.enrol("HQ");
        const auto desk = office.connect(district);
        const std::string incident = district.write(report(*samplePlan(), "一"));
        district.write(model::AddNote{"x"}, "01ARZ3NDEKTSV4RRFFQ69G5FAV"); // refused
        district.write(model::AddNote{"二"}, incident);
        office.push(desk, district.batch(1));
        chief.write(order(*samplePlan(), UnitCode("L06"), "o1"), incident);
        chief.write(report(*samplePlan(), "另一件"));
        chief.write(model::AddNote{"y"}, "01ARZ3NDEKTSV4RRFFQ69G5FAV"); // refused, and the last
        office.push(office.connect(chief), chief.batch(1));
        std::ofstream(dataFolder() / "authority.key") << "secret";
    }

    [[nodiscard]] fs::path dataFolder() const { return office.folder().toStdString(); }
    [[nodiscard]] fs::path backup() const { return fs::path(m_temp.path().toStdString()) / "out"; }

    [[nodiscard]] Result<hq::BackupManifest> take()
    {
        return hq::takeBackup(
            office.log(), {dataFolder(), SANZHEN_SOURCE_DIR "/resources/plans/wuhan", backup()},
            office.clock.now());
    }

    [[nodiscard]] Result<hq::LogReport> check()
    {
        const fs::path into =
            fs::path(m_temp.path().toStdString()) / ("restored" + std::to_string(++m_checks));
        fs::create_directories(into);
        return hq::checkBackup(backup(), into, {});
    }

    // Changes the copied log behind our back and puts its digest right: only the log itself can tell.
    void tamper(const char* sql)
    {
        {
            SQLite::Database db((backup() / "hq.db").string(), SQLite::OPEN_READWRITE);
            db.exec("PRAGMA foreign_keys=OFF");
            db.exec("PRAGMA journal_mode=DELETE");
            for (const char* trigger :
                 {"entry_edit", "entry_delete", "refused_edit", "refused_delete", "feed_edit",
                  "feed_delete"}) {
                db.exec(std::string("DROP TRIGGER ") + trigger);
            }
            db.exec(sql);
        }
        const auto manifest = hq::readManifest(backup()).value();
        std::ifstream in(backup() / "manifest.json");
        std::string text{std::istreambuf_iterator<char>(in), {}};
        for (const hq::BackedUpFile& file : manifest.files) {
            if (file.name == "hq.db") {
                std::ifstream db(backup() / "hq.db", std::ios::binary);
                const std::string content{std::istreambuf_iterator<char>(db), {}};
                swap(text, file.digest, toHex(sha256(viewOf(content))));
                swap(
                    text, "\"size\":" + std::to_string(file.size),
                    "\"size\":" + std::to_string(content.size()));
            }
        }
        std::ofstream(backup() / "manifest.json") << text;
    }

    /// Made headquarters again, over a file or the database.
    [[nodiscard]] Result<hq::BackupManifest> restore(const fs::path& data, const std::string& store)
    {
        return hq::restoreBackup({backup(), data, store});
    }
    [[nodiscard]] fs::path place(const char* name) const
    {
        return fs::path(m_temp.path().toStdString()) / name;
    }

    Office office;

private:
    static void swap(std::string& text, const std::string& from, const std::string& to)
    {
        text.replace(text.find(from), from.size(), to);
    }

    QTemporaryDir m_temp;
    int m_checks = 0;
};

bool isPg()
{
    return qgetenv("SANZHEN_TEST_STORE") == "postgresql";
}

// People with a grant and a wrong try, codes used and not, and more entries than are copied at a time.
void fill(Office& office)
{
    store::HqLog& log = office.log();
    const Instant now = office.clock.now();
    QVERIFY(log.begin());
    store::PersonRecord person{
        {PersonCode("1001"),
         "张三",
         "zhangsan",
         "",
         UnitCode("D05"),
         {PostCode("a"), PostCode("b")},
         false},
        makeVerifier("八个字符以上的密码"),
        true,
        now,
        std::nullopt};
    QVERIFY(log.people().put(person));
    person.person.code = PersonCode("1002");
    person.disabledAt = now;
    QVERIFY(log.people().put(person));
    store::GrantRecord grant{};
    grant.grant.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    grant.grant.desk = DeskId("D05-01");
    grant.grant.person = PersonCode("1001");
    grant.grant.latest = now;
    QVERIFY(log.people().putGrant(grant));
    QVERIFY(log.people().putTries({PersonCode("1001"), DeskId("D05-01"), {2, now, std::nullopt}}));
    QVERIFY(log.desks().addCode(sha256(viewOf("unused")), UnitCode("D06"), now));
    QVERIFY(log.setMeta("一个键", "值"));
    QVERIFY(log.commit());
    Author author = office.enrol("D06");
    const auto desk = office.connect(author);
    const std::string incident = author.write(report(*samplePlan(), "长"));
    for (int i = 0; i < 2200; ++i) {
        author.write(model::AddNote{std::to_string(i)}, incident);
    }
    for (std::uint64_t from = 1; from <= 2201; from += 200) {
        office.clock.advance(Minutes{1}); // a desk has only so many at a time
        const auto last = std::min<std::uint64_t>(from + 199, 2201);
        QCOMPARE(office.push(desk, author.batch(from, last)).size(), last - from + 1);
    }
}

/// Every row of every table, in order.
std::vector<std::string> rowsOf(const fs::path& file)
{
    const SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
    std::vector<std::string> out;
    SQLite::Statement tables(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1");
    while (tables.executeStep()) {
        const std::string table = tables.getColumn(0).getString();
        SQLite::Statement columns(
            db, "SELECT group_concat('quote(' || name || ')', ' || '','' || ') FROM "
                "pragma_table_info(?)");
        columns.bind(1, table);
        columns.executeStep();
        SQLite::Statement rows(
            db, "SELECT " + columns.getColumn(0).getString() + " FROM " + table + " ORDER BY 1");
        while (rows.executeStep()) {
            out.push_back(table + ": " + rows.getColumn(0).getString());
        }
    }
    return out;
}

} // namespace

class tst_Backup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restoresWhole();
    void keysOfContactsAreNotInIt();
    void laterEntriesAreNotInIt();
    void damagedFileIsNamed_data();
    void damagedFileIsNamed();
    void falseLogIsFound_data();
    void falseLogIsFound();
    void falseManifestIsFound();
    void leavesNothingHalf();
    void attachedFilesAreInItAndExamined();
    void attachedFilesInADatabaseAreInIt();
    void isHeadquartersAgain_data();
    void isHeadquartersAgain();
    void nothingIsOverwritten();
};

// The store it came from and the one it goes into: four ways, and each gives back every row.
void tst_Backup::isHeadquartersAgain_data()
{
    QTest::addColumn<bool>("isIntoPg");
    QTest::newRow("into a file") << false;
    QTest::newRow("into PostgreSQL") << true;
}

void tst_Backup::isHeadquartersAgain()
{
    QFETCH(const bool, isIntoPg);
    Shelf shelf;
    fill(shelf.office);
    const std::string words = "bytes of a picture";
    const Digest hash = sha256(viewOf(words));
    if (!isPg()) {
        const auto files =
            store::makeFolderFiles(shelf.dataFolder() / "files", store::systemFiles(), 0);
        QVERIFY(files->append(hash, words.size(), 0, viewOf(words))->isWhole);
    }
    const auto taken = shelf.take();
    QVERIFY2(taken, taken ? "" : taken.error().detail.c_str());
    QVERIFY(taken->entries > 2200);
    const std::string url = isIntoPg ? PgServer::shared().newDatabase() : std::string();
    const auto restored = shelf.restore(shelf.place("new"), url);
    QVERIFY2(restored, restored ? "" : restored.error().detail.c_str());
    QVERIFY(fs::exists(shelf.place("new") / "authority.key"));
    QVERIFY(!fs::exists(shelf.place("new") / "plan"));
    QCOMPARE(fs::exists(shelf.place("new") / "hq.db"), !isIntoPg);
    {
        const auto log = store::openHqLog(shelf.place("new"), url);
        QVERIFY2(log, log ? "" : log.error().detail.c_str());
        QVERIFY((*log)->isWhole().value_or(false));
        const auto again = hq::takeBackup(
            **log, {shelf.place("new"), {}, shelf.place("again")}, shelf.office.clock.now());
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(again->entries, taken->entries);
        QCOMPARE(again->refused, taken->refused);
    }
    const auto before = rowsOf(shelf.backup() / "hq.db");
    QVERIFY(before.size() > 4400);
    QCOMPARE(rowsOf(shelf.place("again") / "hq.db"), before);
    if (!isPg()) {
        const auto files = store::openHqFiles(shelf.place("new"), url);
        QVERIFY(files->examine(hash));
        QVERIFY(fs::exists(shelf.place("again") / "files" / toHex(hash)));
    }
}

void tst_Backup::nothingIsOverwritten()
{
    Shelf shelf;
    QVERIFY(shelf.take());
    fs::create_directories(shelf.place("there"));
    QCOMPARE(shelf.restore(shelf.place("there"), {}).error().code, Code::BadArgument);
    const std::string url = PgServer::shared().newDatabase();
    QVERIFY(shelf.restore(shelf.place("one"), url));
    const auto second = shelf.restore(shelf.place("two"), url);
    QCOMPARE(second.error().code, Code::BadArgument);
    QCOMPARE(second.error().detail, "the database holds a log already");
    QVERIFY(!fs::exists(shelf.place("two")));
    QVERIFY(!fs::exists(shelf.place("two.partial")));
    fs::remove(shelf.backup() / "authority.key");
    QCOMPARE(shelf.restore(shelf.place("three"), {}).error().code, Code::FileMalformed);
    QVERIFY(!fs::exists(shelf.place("three")));
}

// What is damaged there does not keep the rest from being backed up, and is named.
void tst_Backup::attachedFilesInADatabaseAreInIt()
{
    const std::string url = PgServer::shared().newDatabase();
    Shelf shelf(onPg(url));
    const auto files = store::makePgFiles(url);
    Author chief = shelf.office.enrol("HQ");
    const std::string incident = chief.write(report(*samplePlan(), "有照片"));
    std::vector<Digest> hashes;
    const std::string large(1'500'000, 'x'); // in several pieces
    for (const std::string& words : {large, std::string("damaged"), std::string("late")}) {
        hashes.push_back(sha256(viewOf(words)));
        chief.write(model::AttachFile{hashes.back(), "f", "image/png", words.size(), {}}, incident);
        for (std::size_t at = 0; words != "late" && at < words.size(); at += 262'144) {
            const std::string_view rest = std::string_view(words).substr(at, 262'144);
            QVERIFY(files->append(hashes.back(), words.size(), at, viewOf(rest)));
        }
    }
    QCOMPARE(shelf.office.push(shelf.office.connect(chief), chief.batch(1)).size(), 4U);
    QCOMPARE(
        PgServer::run(url, "UPDATE file_piece SET bytes = 'damagee' WHERE length(bytes) = 7"), "");
    const auto taken = shelf.take();
    QVERIFY2(taken, taken ? "" : taken.error().detail.c_str());
    const auto report = shelf.check();
    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->files, 1U);
    QCOMPARE(report->filesOnTheWay, 1U);
    QCOMPARE(report->badFiles.size(), 1U);
    QVERIFY(report->badFiles[0].contains(toHex(hashes[1])));
    QVERIFY(report->badFiles[0].ends_with("damaged"));
}

// Sound, damaged, not sent yet, gone: told apart by the backup and by an examiner of the folder.
void tst_Backup::attachedFilesAreInItAndExamined()
{
    if (isPg()) {
        QSKIP("those lie in the database");
    }
    Shelf shelf;
    const auto files =
        store::makeFolderFiles(shelf.dataFolder() / "files", store::systemFiles(), 0);
    Author chief = shelf.office.enrol("HQ");
    const std::string incident = chief.write(report(*samplePlan(), "有照片"));
    std::vector<Digest> hashes;
    for (const std::string words : {"sound", "damaged", "late"}) {
        hashes.push_back(sha256(viewOf(words)));
        chief.write(
            model::AttachFile{hashes.back(), words, "image/png", words.size(), {}}, incident);
        if (words != "late") {
            QVERIFY(files->append(hashes.back(), words.size(), 0, viewOf(words))->isWhole);
        }
    }
    const auto verdicts = shelf.office.push(shelf.office.connect(chief), chief.batch(1));
    QCOMPARE(verdicts.size(), 4U);
    std::ofstream(shelf.dataFolder() / "files" / toHex(hashes[1])) << "damagee";
    std::ofstream(shelf.dataFolder() / "files" / "begun.part") << "half";
    QVERIFY(shelf.take().has_value());
    QVERIFY(!fs::exists(shelf.backup() / "files" / "begun.part"));
    const auto report = shelf.check();
    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->files, 1U);
    QCOMPARE(report->filesOnTheWay, 1U);
    QCOMPARE(report->badFiles.size(), 1U);
    QVERIFY(report->badFiles[0].contains(toHex(hashes[1])));
    QVERIFY(report->badFiles[0].ends_with("damaged"));

    audit::Evidence evidence;
    evidence.store = shelf.dataFolder() / "hq.db";
    evidence.files = [&] { return store::makeFolderFiles(shelf.dataFolder() / "files"); };
    evidence.now = shelf.office.clock.now() + Minutes{24 * 60 + 1};
    const auto audited = audit::auditLog(evidence);
    QVERIFY(audited.has_value());
    QCOMPARE(audited->files, 1U);
    QCOMPARE(audited->findings.size(), 2U);
    QCOMPARE(audited->findings[0].fault, audit::Fault::FileDamaged);
    QCOMPARE(audited->findings[0].number, 7);
    QCOMPARE(audited->findings[1].fault, audit::Fault::FileMissing);
    QCOMPARE(audited->findings[1].number, 8);
    QCOMPARE(audited->findings[1].detail, toHex(hashes[2]));
}

void tst_Backup::restoresWhole()
{
    Shelf shelf;
    const auto taken = shelf.take();
    QVERIFY2(taken, taken ? "" : taken.error().detail.c_str());
    QCOMPARE(taken->entries, 4U);
    QCOMPARE(taken->refused, 2U);
    QCOMPARE(taken->desks, 2U);
    QCOMPARE(taken->operation, "drill-1");
    const auto report = shelf.check();
    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->entries, 4U);
    QCOMPARE(report->refused, 2U);
    QCOMPARE(report->incidents, 2U);
    QCOMPARE(report->unfolded, 0U);
    QVERIFY(report->places > 4U);
    QVERIFY(fs::exists(shelf.backup() / "authority.key"));
    QVERIFY(!fs::exists(shelf.backup() / "hq.lock"));
}

// A key in a backup would outlive its destruction.
void tst_Backup::keysOfContactsAreNotInIt()
{
    Shelf shelf;
    auto& keys = shelf.office.log().contactKeys();
    QVERIFY(keys.put(
        {ContactId("c"), IncidentId("i"), DeskId("HQ-01"), shelf.office.clock.now() + Minutes{60},
         std::make_shared<const vault::SecretKey>(vault::SecretKey::generate())}));
    QVERIFY(isPg() || fs::exists(shelf.dataFolder() / "contacts.db"));
    QVERIFY(shelf.take());
    QVERIFY(shelf.check());
    for (const auto& entry : fs::recursive_directory_iterator(shelf.backup())) {
        const std::string name = entry.path().filename().string();
        QVERIFY2(!name.starts_with("contacts.db"), name.c_str());
    }
    QVERIFY(*keys.find(ContactId("c")));
}

void tst_Backup::laterEntriesAreNotInIt()
{
    Shelf shelf;
    QVERIFY(shelf.take());
    Author author = shelf.office.enrol("D06");
    author.write(report(*samplePlan(), "后来"));
    shelf.office.push(shelf.office.connect(author), author.batch(1));
    QCOMPARE(shelf.check()->entries, 4U);
}

void tst_Backup::damagedFileIsNamed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("damage");
    for (const char* name : {"hq.db", "authority.key", "plan/units.csv"}) {
        for (const char* damage : {"cut", "flip", "gone"}) {
            QTest::addRow("%s %s", name, damage) << QByteArray(name) << QByteArray(damage);
        }
    }
    QTest::newRow("a file more") << QByteArray("extra.txt") << QByteArray("new");
}

void tst_Backup::damagedFileIsNamed()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, damage);
    Shelf shelf;
    QVERIFY(shelf.take());
    const fs::path file = shelf.backup() / name.toStdString();
    if (damage == "gone") {
        fs::remove(file);
    } else if (damage == "cut") {
        fs::resize_file(file, fs::file_size(file) - 1);
    } else if (damage == "new") {
        std::ofstream(file) << "x";
    } else {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekg(3);
        const int old = bytes.get();
        bytes.seekp(3);
        bytes.put(static_cast<char>(old ^ 1));
    }
    const auto report = shelf.check();
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::FileMalformed);
    QCOMPARE(report.error().where, file.string());
}

void tst_Backup::falseLogIsFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("detail");
    const auto row = [](const char* name, const char* sql, const char* detail) {
        QTest::newRow(name) << QByteArray(sql) << QByteArray(detail);
    };
    row("an entry changed", "UPDATE entry SET raw = x'a0' WHERE number = 2", "number 2");
    row("an entry gone", "DELETE FROM feed WHERE number = 3; DELETE FROM entry WHERE number = 3",
        "number 3");
    row("the last gone", "DELETE FROM feed WHERE number = 4; DELETE FROM entry WHERE number = 4",
        "counter 2 of HQ-01");
    row("a refusal gone", "DELETE FROM refused WHERE desk = 'D05-01'", "counter 2 of D05-01");
    row("the last refusal gone", "DELETE FROM refused WHERE desk = 'HQ-01'", "counter 3 of HQ-01");
    row("a refusal changed", "UPDATE refused SET raw = x'00' WHERE desk = 'HQ-01'",
        "chain of HQ-01");
    row("a serial changed", "UPDATE entry SET serial = 9 WHERE number = 1", "hash at");
    row("a receipt moved", "UPDATE entry SET received_ms = received_ms + 1 WHERE number = 4",
        "hash at");
    row("a place gone", "DELETE FROM feed WHERE unit = 'HQ' AND seq = 2", "place 2 of HQ");
    row("the last place gone", "DELETE FROM feed WHERE unit = 'L06' AND seq = 3",
        "end at its head");
    row("two numbers changed places",
        "UPDATE entry SET number = -3 WHERE number = 3; UPDATE entry SET number = 3 WHERE number = "
        "4; "
        "UPDATE entry SET number = 4 WHERE number = -3",
        "counter 1 of HQ-01");
}

void tst_Backup::falseLogIsFound()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, detail);
    Shelf shelf;
    QVERIFY(shelf.take());
    shelf.tamper(sql.constData());
    const auto report = shelf.check();
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::StoreCorrupt);
    QVERIFY2(report.error().detail.contains(detail.toStdString()), report.error().detail.c_str());
}

void tst_Backup::falseManifestIsFound()
{
    Shelf shelf;
    QVERIFY(shelf.take());
    std::ifstream in(shelf.backup() / "manifest.json");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string told = "\"entries\":4";
    QVERIFY(text.contains(told));
    std::ofstream(shelf.backup() / "manifest.json")
        << text.replace(text.find(told), told.size(), "\"entries\":5");
    QCOMPARE(shelf.check().error().code, Code::StoreCorrupt);
    std::ofstream(shelf.backup() / "manifest.json") << "{\"format\":1";
    QCOMPARE(shelf.check().error().code, Code::FileMalformed);
    fs::remove(shelf.backup() / "manifest.json");
    QCOMPARE(shelf.check().error().code, Code::FileUnreadable);
}

void tst_Backup::leavesNothingHalf()
{
    Shelf shelf;
    const auto missing = hq::takeBackup(
        shelf.office.log(), {shelf.dataFolder(), "/no/such/plan", shelf.backup()},
        shelf.office.clock.now());
    QVERIFY(!missing);
    QVERIFY(!fs::exists(shelf.backup()));
    QVERIFY(shelf.take()); // what was left over is no obstacle
    QCOMPARE(shelf.take().error().code, Code::BadArgument);
}

QTEST_GUILESS_MAIN(tst_Backup)
#include "tst_Backup.moc"
