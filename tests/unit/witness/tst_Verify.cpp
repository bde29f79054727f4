// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What sanzhenctl hands out, as the separate verifier sees it; and what either says when a bit is wrong.
#include "app/ctl/log/LogCommand.h"
#include "app/witness/Submission.h"
#include "data/proof/Files.h"
#include "data/proof/LogProof.h"
#include "tests/support/folderserver/FolderServer.h"
#include "tests/unit/hq/SignedLog.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <format>
#include <random>
#include <sstream>

using namespace sz;
using namespace sz::test;
namespace fs = std::filesystem;

namespace {

struct Said
{
    int code = -1;
    std::string out;
    std::string err;
};

Said verify(const std::vector<std::string>& words)
{
    QStringList arguments;
    for (const std::string& word : words) {
        arguments << QString::fromStdString(word);
    }
    QProcess process;
    process.start(QStringLiteral(SANZHEN_VERIFY), arguments);
    process.waitForFinished(60'000);
    return {
        process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        process.readAllStandardOutput().toStdString(),
        process.readAllStandardError().toStdString()};
}

Said tool(const std::vector<std::string>& words)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = ctl::runLog(words, out, err);
    return {code, out.str(), err.str()};
}

void flip(const fs::path& file, std::size_t bit)
{
    auto bytes = proof::readWhole(file).value();
    bytes[bit / 8 % bytes.size()] ^= static_cast<std::uint8_t>(1 << bit % 8);
    QVERIFY(proof::writeWhole(file, bytes));
}

} // namespace

class tst_Verify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyProofIsSeenTheSame();
    void aBitOfAProofIsRefused();
    void aLongProofIsPacked();
    void theFolderIsSeenTheSame();
    void aBitOfTheFolderIsRefused();
    void anOlderCheckpointIsContinued();
    void aWitnessIsDemanded();
    void ctlNamesTheFirstBadEntry();
    void ctlRefusesWhatItCannotDo();
    void aMirrorIsExaminedFromAfar();
    void languagesAndUse();

private:
    [[nodiscard]] std::string at(const char* name) const
    {
        return (m_log->folder() / name).string();
    }

    std::unique_ptr<SignedLog> m_log;
    std::string m_key;
    std::string m_older;
};

void tst_Verify::initTestCase()
{
    m_log = std::make_unique<SignedLog>();
    m_log->write(100);
    QVERIFY(m_log->office().engine().seal());
    m_older = at("older");
    fs::copy_file(m_log->tlog() / "checkpoint", m_older);
    m_log->write(500);
    QVERIFY(m_log->office().engine().seal());
    m_key = m_log->key().text();
}

void tst_Verify::everyProofIsSeenTheSame()
{
    for (std::uint64_t n = 1; n <= m_log->head(); n += 37) {
        const std::string out = at("p.tlog-proof");
        const Said made = tool(
            {"prove", std::to_string(n), "--data", m_log->folder().string(), "--out", out,
             "--language", "en"});
        QVERIFY2(made.code == 0, made.err.c_str());
        QVERIFY(fs::file_size(out) <= 1024);
        const Said said = verify({"--key", m_key, "proof", out, out + ".record", out + ".entry"});
        QVERIFY2(said.code == 0, said.err.c_str());
        QVERIFY(said.out.contains(std::format("number {}\n", n)));
        const Said other = verify({"--key", m_key, "proof", out, out + ".record", out});
        QCOMPARE(other.code, 1);
    }
    const auto entry = m_log->office().log().after(41, 1).value().front();
    const std::string out = at("id.tlog-proof");
    QCOMPARE(tool({"prove", entry.id, "--data", m_log->folder().string(), "--out", out}).code, 0);
    QCOMPARE(textOf(proof::readWhole(out + ".entry").value()), textOf(entry.raw));
}

void tst_Verify::aBitOfAProofIsRefused()
{
    const std::string out = at("q.tlog-proof");
    QCOMPARE(tool({"prove", "99", "--data", m_log->folder().string(), "--out", out}).code, 0);
    std::mt19937 random(3);
    for (int i = 0; i < rounds(150); ++i) {
        const fs::path file = i % 3 == 0 ? out + ".record" : i % 3 == 1 ? out + ".entry" : out;
        const std::size_t bit = random() % (fs::file_size(file) * 8);
        flip(file, bit);
        const Said said = verify({"--key", m_key, "proof", out, out + ".record", out + ".entry"});
        QVERIFY2(
            said.code == 1, qPrintable(QString::fromStdString(
                                std::format("{} bit {}: {}", file.string(), bit, said.out))));
        flip(file, bit);
    }
    QCOMPARE(verify({"--key", m_key, "proof", out, out + ".record", out + ".entry"}).code, 0);
}

// What is longer than a kilobyte is handed out in gzip; nobody has to unpack it by hand.
void tst_Verify::aLongProofIsPacked()
{
    const std::string out = at("r.tlog-proof");
    QCOMPARE(tool({"prove", "99", "--data", m_log->folder().string(), "--out", out}).code, 0);
    auto proof = proof::LogProof::parse(textOf(proof::readWhole(out).value()));
    QVERIFY(proof);
    QCOMPARE(proof->file(), proof->format());
    proof->extra.assign(600, 7); // not authenticated: only makes it long
    const std::string packed = proof->file();
    QVERIFY(packed.starts_with("\x1f\x8b") && packed.size() < proof->format().size());
    QVERIFY(proof::writeWhole(out, viewOf(packed)));
    const std::vector<std::string> words{"--key", m_key,           "proof",
                                         out,     out + ".record", out + ".entry"};
    QCOMPARE(verify(words).code, 0);
    constexpr std::size_t kGzipHead = 10; // its time and system say nothing of the proof
    std::mt19937 random(3);
    for (int i = 0; i < rounds(50); ++i) {
        const std::size_t bit = kGzipHead * 8 + random() % ((packed.size() - kGzipHead) * 8);
        flip(out, bit);
        QVERIFY2(verify(words).code == 1, qPrintable(QString::number(bit)));
        flip(out, bit);
    }
    for (const std::size_t size : {packed.size() - 1, packed.size() - 8, packed.size() / 2}) {
        QVERIFY(proof::writeWhole(out, viewOf(packed.substr(0, size))));
        QCOMPARE(verify(words).code, 1);
    }
    QVERIFY(proof::writeWhole(out, viewOf(std::string(1 << 20, 'x'))));
    QCOMPARE(verify(words).code, 1);
}

void tst_Verify::theFolderIsSeenTheSame()
{
    const Said said =
        verify({"--key", m_key, "--language", "en", "folder", m_log->tlog().string()});
    QVERIFY2(said.code == 0, said.err.c_str());
    QCOMPARE(
        said.out,
        std::format("proven: log sanzhen/drill-1, signed at {} entries\n", m_log->head()));
    QCOMPARE(tool({"verify", m_log->tlog().string(), "--key", m_key}).code, 0);
    QCOMPARE(tool({"verify", m_log->folder().string(), "--key", m_key}).code, 0);
    QCOMPARE(tool({"verify", at("hq.db"), "--key", m_key}).code, 0);
}

void tst_Verify::aBitOfTheFolderIsRefused()
{
    const fs::path copy = m_log->folder() / "stick";
    fs::copy(m_log->tlog(), copy, fs::copy_options::recursive);
    fs::remove(copy / "heads"); // not the verifier's business
    std::vector<fs::path> files;
    for (const auto& item : fs::recursive_directory_iterator(copy)) {
        // Older partial tiles belong to older checkpoints.
        const std::string head = std::to_string(m_log->head() % 256);
        const bool isOld = item.path().parent_path().extension() == ".p"
                           && item.path().filename() != head
                           && item.path().parent_path().parent_path().filename() != "1";
        if (item.is_regular_file() && !isOld && item.path().filename() != "log.pub") {
            files.push_back(item.path());
        }
    }
    QVERIFY(files.size() >= 7);
    std::mt19937 random(5);
    for (int i = 0; i < rounds(120); ++i) {
        const fs::path& file = files[static_cast<std::size_t>(i) % files.size()];
        const std::size_t bit = random() % (fs::file_size(file) * 8);
        flip(file, bit);
        const Said said = verify({"--key", m_key, "folder", copy.string()});
        const bool isSpare = said.code == 0 && file.string().contains("tile/1/000.p/")
                             && !file.string().ends_with(std::format("/{}", m_log->head() / 256));
        QVERIFY2(said.code == 1 || isSpare, file.c_str());
        flip(file, bit);
    }
    QCOMPARE(verify({"--key", m_key, "folder", copy.string()}).code, 0);
}

void tst_Verify::anOlderCheckpointIsContinued()
{
    QCOMPARE(verify({"--key", m_key, "folder", m_log->tlog().string(), m_older}).code, 0);
    QCOMPARE(tool({"verify", m_log->tlog().string(), "--key", m_key, "--older", m_older}).code, 0);
    SignedLog other;
    other.write(150);
    QVERIFY(other.office().engine().seal());
    QCOMPARE(verify({"--key", m_key, "folder", other.tlog().string(), m_older}).code, 1);
    QCOMPARE(
        verify({"--key", m_key, "folder", m_log->tlog().string(),
                (other.tlog() / "checkpoint").string()})
            .code,
        1);
}

void tst_Verify::aWitnessIsDemanded()
{
    const QTemporaryDir dir;
    const SystemClock clock;
    auto archive =
        witness::Witness::open(dir.path().toStdString(), "archive.example", {m_log->key()}, clock)
            .value();
    QVERIFY(witness::submit(m_log->tlog(), archive.key(), [&](const std::string& body) {
        return Result<witness::Answer>(archive.addCheckpoint(body));
    }));
    const fs::path copy = m_log->folder() / "cosigned-stick";
    fs::copy(m_log->tlog(), copy, fs::copy_options::recursive);
    const std::string key = archive.key().text();
    const auto witnessed = [&](const fs::path& folder) {
        return verify({"--key", m_key, "--witness", key, "folder", folder.string()}).code;
    };
    QCOMPARE(witnessed(copy), 0);
    QCOMPARE(verify({"--key", m_key, "folder", copy.string()}).code, 0);
    flip(copy / "cosigned", 8 * (fs::file_size(copy / "cosigned") - 40));
    QCOMPARE(witnessed(copy), 1);
    fs::remove(copy / "cosigned"); // the log's own signature is none of a witness
    QCOMPARE(witnessed(copy), 1);
    QCOMPARE(verify({"--key", m_key, "folder", copy.string()}).code, 0);

    // A proof bears the witnesses' lines, as long as they have seen the entry.
    const std::uint64_t seen = m_log->head();
    m_log->write(3);
    QVERIFY(m_log->office().engine().seal());
    const auto proven = [&](std::uint64_t entry, const std::vector<std::string>& demand) {
        const std::string out = at("witnessed.tlog-proof");
        const Said made = tool(
            {"prove", std::to_string(entry), "--data", m_log->folder().string(), "--out", out,
             "--language", "en"});
        std::vector<std::string> words{"--key", m_key};
        words.insert(words.end(), demand.begin(), demand.end());
        words.insert(words.end(), {"proof", out, out + ".record", out + ".entry"});
        return std::pair{made.code, verify(words).code};
    };
    for (const std::uint64_t entry : {std::uint64_t{5}, seen}) {
        QCOMPARE(proven(entry, {"--witness", key}), (std::pair{0, 0}));
        QCOMPARE(proven(entry, {}), (std::pair{0, 0}));
    }
    QCOMPARE(proven(m_log->head(), {"--witness", key}), (std::pair{0, 1}));
    QCOMPARE(proven(m_log->head(), {}), (std::pair{0, 0}));
    QCOMPARE(witnessed(m_log->tlog()), 0); // up to what was seen
    const auto another = proof::writeWhole(
        m_log->tlog() / "cosigned", proof::readWhole(m_log->folder() / "tlog/log.pub").value());
    QVERIFY(another);
    QCOMPARE(witnessed(m_log->tlog()), 1);
    fs::remove(m_log->tlog() / "cosigned");
}

// Any web server with the folder will do; here one that can also misbehave.
void tst_Verify::aMirrorIsExaminedFromAfar()
{
    const fs::path copy = m_log->folder() / "site";
    fs::copy(m_log->tlog(), copy, fs::copy_options::recursive);
    FolderServer server(copy);
    const std::string url = server.address();
    const Said good = tool({"verify", url, "--key", m_key, "--language", "en", "--older", m_older});
    QVERIFY2(good.code == 0, good.err.c_str());
    QVERIFY2(
        good.out.contains(std::format("signed: {}\n", m_log->head()))
            && good.out.ends_with("sound\n"),
        good.out.c_str());
    QVERIFY(tool({"verify", url + "/", "--language", "en"}).out.contains("the key came from"));

    flip(copy / "tile/0/001", 77);
    const Said bad = tool({"verify", url, "--key", m_key, "--language", "en"});
    QCOMPARE(bad.code, 1);
    QVERIFY2(bad.out.contains("first bad entry: 257"), bad.out.c_str());
    flip(copy / "tile/0/001", 77);
    fs::remove(copy / "tile/entries/000");
    const Said less = tool({"verify", url, "--key", m_key, "--language", "en"});
    QVERIFY2(less.code == 1 && less.out.contains("tile/entries/000"), less.out.c_str());

    server.always =
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
    const Said moved = tool({"verify", url, "--key", m_key, "--language", "en"});
    QVERIFY2(moved.code == 1 && moved.err.contains("the server answers 302"), moved.err.c_str());
    server.always = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    const Said other = tool({"verify", url, "--key", m_key, "--language", "zh_CN"});
    QVERIFY2(other.code == 1 && other.err.contains(url), other.err.c_str());
    server.goAway();
    const Said gone = tool({"verify", url, "--key", m_key, "--language", "en"});
    QVERIFY2(gone.code == 1 && gone.err.contains(url), gone.err.c_str());
}

void tst_Verify::ctlNamesTheFirstBadEntry()
{
    const fs::path copy = m_log->folder() / "tampered";
    fs::create_directory(copy);
    m_log->office().stop();
    fs::copy_file(m_log->folder() / "hq.db", copy / "hq.db");
    fs::copy(m_log->tlog(), copy / "tlog", fs::copy_options::recursive);
    insiderOf(copy)->exec(
        "UPDATE entry SET received_ms = received_ms - 1000 WHERE number IN (321, 400)");
    const Said said = tool({"verify", copy.string(), "--key", m_key, "--language", "en"});
    QCOMPARE(said.code, 1);
    QVERIFY2(said.out.contains("first bad entry: 321\n"), said.out.c_str());
    const Said zh = tool({"verify", copy.string(), "--key", m_key, "--language", "zh_CN"});
    QVERIFY(zh.out.contains("最早的问题：第 321 条"));
    const Said json = tool({"verify", copy.string(), "--key", m_key, "--json"});
    QVERIFY(json.out.contains("\"first_bad\":321"));
    QVERIFY(tool({"prove", "321", "--data", copy.string(), "--out", at("x")}).code == 1);
    QVERIFY(m_log->office().restart());
}

void tst_Verify::ctlRefusesWhatItCannotDo()
{
    const Said url = tool({"verify", "ftp://hq.example/tlog", "--language", "en"});
    QCOMPARE(url.code, 1);
    QVERIFY(url.err.contains("neither http, https nor postgresql"));
    QCOMPARE(tool({"verify", "/nowhere"}).code, 1);
    QCOMPARE(tool({"verify"}).code, 2);
    QCOMPARE(tool({"prove", "1"}).code, 2);
    QCOMPARE(
        tool({"prove", "99999", "--data", m_log->folder().string(), "--out", at("x")}).code, 1);
    QCOMPARE(
        tool({"prove", "NOSUCHID", "--data", m_log->folder().string(), "--out", at("x")}).code, 1);
    QCOMPARE(tool({"--help"}).code, 0);
}

void tst_Verify::languagesAndUse()
{
    QCOMPARE(verify({}).code, 2);
    QCOMPARE(verify({"--key", m_key, "folder"}).code, 2);
    QCOMPARE(verify({"--key", m_key, "--what", "x", "folder", "y"}).code, 2);
    const Said zh =
        verify({"--key", m_key, "--language", "zh_CN", "folder", m_log->tlog().string()});
    QVERIFY(zh.out.contains("已证实"));
    QVERIFY(verify({"--key", m_key, "--language", "zh_CN", "folder", "/nowhere"})
                .err.contains("未证实：无法读取"));
    QCOMPARE(verify({"--key", "no+key", "folder", m_log->tlog().string()}).code, 1);
}

QTEST_GUILESS_MAIN(tst_Verify)
#include "tst_Verify.moc"
