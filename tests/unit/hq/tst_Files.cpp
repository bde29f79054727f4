// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Attached files between real desks and the real engine, over both stores: cut, killed, damaged, full, unwelcome.
#include "data/store/pg/PgHqFiles.h"
#include "data/store/pg/PgHqLog.h"
#include "tests/support/PgServer.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/hq/FileRooms.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <set>
#include <sys/stat.h>

using namespace sz;
using namespace sz::test;
using Stage = desk::FileStatus::Stage;

namespace {

constexpr std::size_t kBig = 1'300'000; ///< more than is fetched without being asked for

std::unique_ptr<store::HqFiles> makePlace(const Office& office, std::uint64_t keepFree = 0)
{
    if (qgetenv("SANZHEN_TEST_STORE") == "postgresql") {
        const std::string url = PgServer::shared().newDatabase();
        const QTemporaryDir folder;
        if (!store::openPgHqLog(folder.path().toStdString(), url)) { // its tables
            throw std::runtime_error("tables");
        }
        return store::makePgFiles(url);
    }
    return store::makeFolderFiles(
        office.folder().toStdString() + "/files", store::systemFiles(), keepFree);
}

/// Headquarters with a district and a command office.
struct City
{
    City() : place(makePlace(office))
    {
        office.files.place = place.get();
        restart();
    }
    void restart() { QVERIFY(office.restart().has_value()); }

    IncidentId reported(FileRoom& room, const char* title = "燃气泄漏")
    {
        const auto done = room.core->perform({}, report(*samplePlan(), title));
        room.pump();
        return done.value().incident;
    }

    Office office;
    std::unique_ptr<store::HqFiles> place;
};

} // namespace

class tst_Files : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAttachedWithoutALinkIsSentLater()
    {
        City city;
        FileRoom district(city.office, "D05");
        FileRoom office(city.office, "HQ");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        district.cut();
        const Bytes bytes = randomBytes(300'000);
        const Digest hash = sha256(bytes);
        QVERIFY(district.attach(id, bytes).has_value());
        QCOMPARE(district.status(hash).stage, Stage::Waiting);
        QCOMPARE(district.incident(id)->files.size(), 1U);
        QCOMPARE(district.incident(id)->files[0].number, 0U);
        QVERIFY(!city.place->held(hash)->isWhole);
        district.connect();
        district.pump();
        QCOMPARE(district.status(hash).stage, Stage::Here);
        QVERIFY(city.place->held(hash)->isWhole);
        QVERIFY(city.place->examine(hash).has_value());
        office.connect();
        office.pump(); // a small one comes by itself
        QVERIFY(office.has(hash));
        const auto copy = office.open(id, hash);
        QVERIFY(copy && copy->has_value());
        QCOMPARE(contentOf(**copy), bytes);
    }

    void aBigOneComesWhenSomebodyOpensIt()
    {
        City city;
        FileRoom district(city.office, "D05");
        FileRoom office(city.office, "HQ");
        district.connect();
        office.connect();
        district.pump();
        const auto id = city.reported(district);
        const Bytes bytes = randomBytes(kBig);
        const Digest hash = sha256(bytes);
        QVERIFY(district.attach(id, bytes, "../../../etc/passwd\u202Egpj.exe", "image/jpeg")
                    .has_value());
        district.pump();
        office.pump();
        QVERIFY(!office.has(hash));
        QCOMPARE(office.status(hash).stage, Stage::Away);
        const auto copy = office.open(id, hash);
        QVERIFY(copy && copy->has_value());
        QCOMPARE(contentOf(**copy), bytes);
        QCOMPARE((*copy)->filename().string(), toHex(hash).substr(0, 16) + ".jpg");
        struct stat about{};
        QCOMPARE(::stat((*copy)->c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777U, 0400U);
        QCOMPARE(office.status(hash).stage, Stage::Here);
    }

    // Every frame from headquarters may be the last before the line breaks.
    void aCutAtEveryFrameLosesNothing()
    {
        City city;
        FileRoom district(city.office, "D05");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        for (int n = 1; n <= 12; ++n) {
            const Bytes bytes = randomBytes(static_cast<std::size_t>(200'000 + n));
            const Digest hash = sha256(bytes);
            QVERIFY(district.attach(id, bytes).has_value());
            int rounds = 0;
            while (!district.pump(n)) {
                QVERIFY(++rounds < 200);
                district.connect();
                if (n < 4 && rounds > 3) {
                    district.pump(30); // Welcome and the answer to the offer: nothing gets further
                }
            }
            QCOMPARE(district.status(hash).stage, Stage::Here);
            QVERIFY(city.place->examine(hash).has_value());
        }
    }

    // Headquarters died when it had the last byte and had not yet said that the file is whole.
    void whatOnlyLacksItsEndIsEndedByTheNextOffer()
    {
        City city;
        FileRoom district(city.office, "D05");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        district.cut();
        const Bytes bytes = randomBytes(2'000);
        const Digest hash = sha256(bytes);
        QVERIFY(district.attach(id, bytes).has_value());
        QCOMPARE(city.place->append(hash, bytes.size() + 1, 0, bytes)->bytes, bytes.size());
        district.connect();
        district.pump();
        QCOMPARE(district.status(hash).stage, Stage::Here);
        QVERIFY(city.place->examine(hash).has_value());
    }

    void aFetchGoesOnWhereItWasCut()
    {
        City city;
        FileRoom district(city.office, "D05");
        FileRoom office(city.office, "HQ");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        const Bytes bytes = randomBytes(kBig);
        const Digest hash = sha256(bytes);
        QVERIFY(district.attach(id, bytes).has_value());
        district.pump();
        office.connect();
        office.pump();
        std::uint64_t first = 0;
        for (int round = 0; !office.has(hash); ++round) {
            QVERIFY(round < 40);
            office.connect();
            office.pump();
            office.said.clear();
            office.core->openFile(id, hash, [](const auto&) {});
            office.pump(3);
            for (const sync::Frame& frame : office.said) {
                if (const auto* ask = std::get_if<sync::FileAsk>(&frame)) {
                    QVERIFY(ask->offset >= first);
                    first = std::max(first, ask->offset);
                }
            }
            office.start(); // and the program ends, too
        }
        office.connect();
        const auto copy = office.open(id, hash);
        QVERIFY(copy && copy->has_value());
        QCOMPARE(contentOf(**copy), bytes);
    }

    void deskAndHeadquartersMayDieInTheMiddle()
    {
        City city;
        FileRoom district(city.office, "D05");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        for (int n = 2; n <= 8; ++n) {
            const Bytes bytes = randomBytes(static_cast<std::size_t>(400'000 + n));
            const Digest hash = sha256(bytes);
            QVERIFY(district.attach(id, bytes).has_value());
            district.pump(n);
            district.start();
            QCOMPARE(district.incident(id)->file(hash)->hash, hash);
            district.connect();
            district.pump(n + 1);
            district.cut();
            city.restart();
            district.connect();
            QVERIFY(district.pump());
            QCOMPARE(district.status(hash).stage, Stage::Here);
            QVERIFY(city.place->examine(hash).has_value());
        }
    }

    void aBitTurnedOnTheWayIsNeverKept_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("to headquarters") << true;
        QTest::newRow("to a desk") << false;
    }
    void aBitTurnedOnTheWayIsNeverKept()
    {
        QFETCH(bool, isThere);
        City city;
        FileRoom district(city.office, "D05");
        FileRoom office(city.office, "HQ");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        const Bytes bytes = randomBytes(200'000);
        const Digest hash = sha256(bytes);
        bool isTurned = false;
        const auto turn = [&](sync::Frame& frame) {
            if (auto* chunk = std::get_if<sync::FileChunk>(&frame); chunk != nullptr && !isTurned) {
                isTurned = true;
                chunk->bytes[chunk->bytes.size() / 2] ^= 4U;
            }
        };
        (isThere ? district.onTheWayThere : office.onTheWayBack) = turn;
        QVERIFY(district.attach(id, bytes).has_value());
        district.pump();
        office.connect();
        office.pump();
        QVERIFY(isTurned);
        FileRoom& hit = isThere ? district : office;
        QCOMPARE(hit.status(hash).refusal, std::optional(Code::BadChain));
        QCOMPARE(office.has(hash), false);
        QCOMPARE(city.place->held(hash)->isWhole, !isThere);
        for (int i = 0; i < 3; ++i) { // after a while it is tried anew
            city.office.clock.advance(Millis{61'000});
            district.cut();
            district.connect();
            district.pump();
            office.cut();
            office.connect();
            office.pump();
        }
        QVERIFY(city.place->examine(hash).has_value());
        QVERIFY(office.has(hash));
    }

    void onlyUnitsThatSeeTheIncidentGetItsFiles()
    {
        City city;
        FileRoom district(city.office, "D05");
        FileRoom other(city.office, "D02");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        const Bytes bytes = randomBytes(5'000);
        const Digest hash = sha256(bytes);
        QVERIFY(district.attach(id, bytes).has_value());
        district.pump();
        const auto stranger = city.office.join(other.author());
        city.office.send(stranger, sync::FileAsk{hash, id, 0, 1000});
        const auto answer = city.office.next<sync::FileState>(stranger);
        QVERIFY(answer && answer->isRefused);
        QCOMPARE(answer->code, Code::NotFound);
        QVERIFY(!city.office.next<sync::FileChunk>(stranger));
        city.office.send(stranger, sync::FileOffer{hash, id});
        QCOMPARE(city.office.next<sync::FileState>(stranger)->code, Code::NotFound);
        city.office.send(stranger, sync::FileChunk{hash, 0, bytes}); // never offered
        QVERIFY(city.office.isClosed(stranger));
        FileRoom chief(city.office, "HQ");
        const auto office = city.office.join(chief.author()); // sees it, but did not attach it
        city.office.send(office, sync::FileOffer{hash, id});
        QCOMPARE(city.office.next<sync::FileState>(office)->code, Code::NotFound);
        city.office.send(office, sync::FileAsk{hash, id, 0, 10});
        QCOMPARE(city.office.next<sync::FileChunk>(office)->bytes.size(), 10U);
        city.office.send(
            office, sync::FileAsk{hash, IncidentId("01J00000000000000000000000"), 0, 9});
        QCOMPARE(city.office.next<sync::FileState>(office)->code, Code::NotFound);
        city.office.send(office, sync::FileAsk{hash, id, 4'000, 500'000'000});
        QCOMPARE(city.office.next<sync::FileChunk>(office)->bytes.size(), 1'000U);
        city.office.send(office, sync::FileAsk{hash, id, 5'000, 1});
        QCOMPARE(city.office.next<sync::FileState>(office)->code, Code::NotFound);
    }

    void anActIsNeverBehindTheNextPiece()
    {
        City city;
        FileRoom district(city.office, "D05");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        QVERIFY(district.attach(id, randomBytes(3'000'000)).has_value());
        int pieces = 0;
        bool isWritten = false;
        int after = 0;
        bool isAnswered = false;
        district.onTheWayBack = [&](sync::Frame& frame) {
            const auto* state = std::get_if<sync::FileState>(&frame);
            if (state != nullptr && ++pieces == 6) {
                isWritten = district.core->perform(id, model::AddNote{"急"}).has_value();
            }
            isAnswered = isAnswered || (isWritten && std::holds_alternative<sync::Verdicts>(frame));
        };
        district.onTheWayThere = [&](sync::Frame& frame) {
            if (isWritten && !isAnswered && std::holds_alternative<sync::FileChunk>(frame)) {
                ++after;
            }
        };
        district.pump();
        QVERIFY(isWritten && isAnswered);
        QCOMPARE(after, 0);
        QCOMPARE(district.status(district.incident(id)->files[0].hash).stage, Stage::Here);
    }

    void fiftyHostileNamesAreOnlyText()
    {
        City city;
        FileRoom district(city.office, "D05");
        FileRoom office(city.office, "HQ");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        std::vector<std::string> names{
            "../x",
            "../../../../etc/cron.d/x",
            "/etc/passwd",
            "/dev/null",
            "a/../../b",
            "..",
            ".",
            "~/.bashrc",
            "-rf",
            "--help",
            "$(reboot)",
            "`id`",
            ";reboot",
            "|sh",
            "a\nb",
            "a\rb",
            "a\tb",
            "con",
            "nul.txt",
            "C:\\windows\\x",
            "\\\\server\\x",
            "x.desktop",
            "x.exe",
            "x.jpg.exe",
            "\u202Egpj.exe",
            "\uFEFFx",
            "x\u200F",
            "\u2066x\u2069",
            "\u200B",
            "file:///etc/passwd",
            "http://x/",
            "%2e%2e%2f",
            "..%c0%af",
            "a'b",
            "a\"b",
            "<b>x</b>",
            "&amp;",
            "=cmd|'x'!A1",
            std::string(255, 'x'),
            "照片.jpg",
            "𠮷㙍.png",
            "a:b",
            "a*b?",
            "lock",
            "log.db",
            "files",
            "desk.key",
            ".part",
            "a.part",
            "protected"};
        QCOMPARE(names.size(), 50U);
        for (const std::string& name : names) {
            const auto done = district.attach(id, randomBytes(50), name);
            QVERIFY2(done.has_value(), name.c_str());
        }
        district.pump();
        office.connect();
        office.pump();
        const auto seen = office.incident(id);
        QCOMPARE(seen->files.size(), names.size());
        std::set<std::string> allowed;
        for (std::size_t i = 0; i < names.size(); ++i) {
            QCOMPARE(seen->files[i].name, names[i]); // data, byte for byte
            const auto copy = office.open(id, seen->files[i].hash);
            QVERIFY(copy && copy->has_value());
            QCOMPARE((*copy)->parent_path(), office.folder() / "opened");
            allowed.insert(toHex(seen->files[i].hash));
        }
        for (const auto& room : {&district, &office}) {
            for (const auto& one : std::filesystem::directory_iterator(room->folder() / "files")) {
                QVERIFY(allowed.contains(one.path().filename().string()));
            }
        }
        for (const std::string bad : {"", "  ", "x"}) { // no name, and one too long for any disk
            const std::string name = bad == "x" ? std::string(256, 'x') : bad;
            QVERIFY(!district.attach(id, randomBytes(50), name).has_value());
        }
    }

    void theRulesOfThePlanHold()
    {
        City city;
        FileRoom district(city.office, "D05");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        const auto refusal = [&](const model::AttachFile& file) {
            return district.core->canAttach(id, file).error().code;
        };
        const auto& limits = samplePlan()->files;
        QCOMPARE(refusal({{}, "a", "image/png", limits.oneBytes + 1, {}}), Code::FileTooLarge);
        QCOMPARE(refusal({{}, "a", "text/html", 9, {}}), Code::FileTypeRefused);
        QCOMPARE(refusal({{}, "a", "application/x-executable", 9, {}}), Code::FileTypeRefused);
        QCOMPARE(refusal({{}, "a", "image/png", 9, OrderId("none")}), Code::NoSuchOrder);
        QVERIFY(district.core->canAttach(id, {{}, "a", "image/png", 9, {}}).has_value());
        const Bytes bytes = randomBytes(9);
        QVERIFY(district.attach(id, bytes).has_value());
        QCOMPARE(district.attach(id, bytes).error().code, Code::AlreadyDone);
        QCOMPARE(
            district.core->attach(id, {sha256(randomBytes(3)), "a", "image/png", 9, {}})
                .error()
                .code,
            Code::NotFound);
    }

    void whatLeavesTheDistrictTakesItsFilesAlong()
    {
        City city;
        FileRoom district(city.office, "D05");
        FileRoom office(city.office, "HQ");
        district.connect();
        office.connect();
        office.pump();
        const auto id = city.reported(office);
        const Bytes bytes = randomBytes(10'000);
        const Digest hash = sha256(bytes);
        QVERIFY(office.attach(id, bytes).has_value());
        office.pump();
        district.pump();
        QVERIFY(district.has(hash));
        QVERIFY(district.open(id, hash)->has_value());
        model::AmendIncident away;
        away.place = report(*samplePlan(), "x", 4).place;
        QVERIFY(office.core->perform(id, away).has_value());
        office.pump();
        district.pump();
        QVERIFY(district.incident(id) == nullptr);
        QVERIFY(!district.has(hash));
        QVERIFY(std::filesystem::is_empty(district.folder() / "files"));
        QVERIFY(std::filesystem::is_empty(district.folder() / "opened"));
        QVERIFY(!district.open(id, hash)->has_value());
    }

    void aProtectedDeskKeepsNothingReadable()
    {
        City city;
        const auto key = std::make_shared<const vault::SecretKey>(vault::SecretKey::generate());
        FileRoom district(city.office, "D05", key);
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        Bytes bytes = randomBytes(600'000);
        const std::string_view words = "现场照片里的字";
        std::ranges::copy(words, bytes.begin() + 300'000);
        const Digest hash = sha256(bytes);
        district.cut();
        QVERIFY(district.attach(id, bytes).has_value());
        for (const auto& one : std::filesystem::directory_iterator(district.folder() / "files")) {
            const Bytes stored = contentOf(one.path());
            QVERIFY(std::ranges::search(stored, words).empty());
            QVERIFY(one.path().filename().string() != toHex(hash));
        }
        district.start();
        district.connect();
        district.pump();
        QVERIFY(city.place->examine(hash).has_value());
        const auto copy = district.open(id, hash);
        QVERIFY(copy && copy->has_value());
        QCOMPARE(contentOf(**copy), bytes);
    }

    void whatIsDamagedHereIsFetchedAnew()
    {
        City city;
        FileRoom district(city.office, "D05");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        const Bytes bytes = randomBytes(50'000);
        const Digest hash = sha256(bytes);
        QVERIFY(district.attach(id, bytes).has_value());
        district.pump();
        const auto file = district.folder() / "files" / toHex(hash);
        Bytes other = bytes;
        other[7] ^= 1U;
        std::ofstream(file, std::ios::binary | std::ios::trunc)
            .write(
                reinterpret_cast<const char*>(other.data()),
                static_cast<std::streamsize>(other.size()));
        const auto copy = district.open(id, hash);
        QVERIFY(copy && copy->has_value());
        QCOMPARE(contentOf(**copy), bytes);
    }

    void aFullHeadquartersSaysSoAndGoesOn()
    {
        if (qgetenv("SANZHEN_TEST_STORE") == "postgresql") {
            QSKIP("the database's disk is its own business");
        }
        City city;
        const auto full = makePlace(city.office, std::uint64_t{1} << 60);
        city.office.files.place = full.get();
        city.restart();
        FileRoom district(city.office, "D05");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        const Bytes bytes = randomBytes(10'000);
        const Digest hash = sha256(bytes);
        QVERIFY(district.attach(id, bytes).has_value());
        district.pump();
        QCOMPARE(district.status(hash).stage, Stage::Waiting);
        QCOMPARE(district.status(hash).refusal, std::optional(Code::NoSpace));
        QCOMPARE(full->held(hash)->bytes, 0U);
        city.office.files.place = city.place.get();
        district.cut();
        city.restart();
        district.connect();
        district.pump();
        QCOMPARE(district.status(hash).stage, Stage::Here);
    }

    void aDeskMaySendOnlySoMuchAtOnce()
    {
        City city;
        city.office.files.quota = {1, 100}; // KiB
        city.restart();
        FileRoom district(city.office, "D05");
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        const Bytes bytes = randomBytes(150'000);
        QVERIFY(district.attach(id, bytes).has_value());
        district.pump();
        QCOMPARE(district.status(sha256(bytes)).refusal, std::optional(Code::Busy));
        QVERIFY(city.place->held(sha256(bytes))->bytes <= 100 * 1024);
        QVERIFY(city.office.hasLine("file-quota"));
        for (int i = 0; i < 8; ++i) {
            city.office.clock.advance(Millis{100'000});
            district.cut();
            district.connect();
            district.pump();
        }
        QCOMPARE(district.status(sha256(bytes)).stage, Stage::Here);
    }

    // An older headquarters passes the frames over; nothing waits for it for ever, and acts go on.
    void aHeadquartersWithoutFilesHoldsUpNothing()
    {
        City city;
        FileRoom district(city.office, "D05");
        district.onTheWayThere = [](sync::Frame& frame) {
            if (std::holds_alternative<sync::FileOffer>(frame)) {
                frame = sync::Credit{0};
            }
        };
        district.connect();
        district.pump();
        const auto id = city.reported(district);
        QVERIFY(district.attach(id, randomBytes(9'000)).has_value());
        district.pump();
        city.office.clock.advance(Millis{21'000});
        district.cut();
        district.connect();
        QVERIFY(district.core->perform(id, model::AddNote{"继续"}).has_value());
        district.pump();
        QCOMPARE(district.incident(id)->trace.back().number, 3U);
    }
};

QTEST_GUILESS_MAIN(tst_Files)
#include "tst_Files.moc"
