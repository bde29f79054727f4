// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real witness over HTTP, asked by headquarters' own tlog folder; killed and started again.
#include "app/witness/Http.h"
#include "app/witness/Submission.h"
#include "data/proof/Files.h"
#include "data/store/LogRecord.h"
#include "tests/unit/hq/SignedLog.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::test;
namespace fs = std::filesystem;

namespace {

class WitnessProcess
{
public:
    WitnessProcess(const QString& folder, const fs::path& logKey)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral(SANZHEN_WITNESS),
            {QStringLiteral("serve"), QStringLiteral("--data"), folder, QStringLiteral("--name"),
             QStringLiteral("archive.example"), QStringLiteral("--log"),
             QString::fromStdString(logKey.string())});
        while (m_process.waitForReadyRead(30'000)) {
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith("listening ")) {
                m_url = "http://" + line.mid(10).toStdString();
                return;
            }
        }
    }
    ~WitnessProcess()
    {
        m_process.kill(); // never in order: what it answered must be on the disk
        m_process.waitForFinished(30'000);
    }

    [[nodiscard]] const std::string& url() const { return m_url; }

private:
    QProcess m_process;
    std::string m_url;
};

proof::VerifierKey witnessKey(const QString& folder)
{
    return witness::openKey(folder.toStdString(), "archive.example")->verifier();
}

} // namespace

class tst_WitnessProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headquartersIsCosignedAcrossRestarts();
    void aHistorySignedAgainWithTheRealKeyIsRefused();
    void otherPathsAndMethodsAndSizes();
};

void tst_WitnessProcess::headquartersIsCosignedAcrossRestarts()
{
    SignedLog log;
    const QTemporaryDir folder;
    log.write(30);
    QVERIFY(log.office().engine().seal());
    const auto key = witnessKey(folder.path());
    for (int round = 0; round < 5; ++round) {
        const WitnessProcess process(folder.path(), log.tlog() / "log.pub");
        const auto post = [&](const std::string& body) {
            return witness::post(process.url(), body);
        };
        for (int i = 0; i < 3; ++i) {
            const auto at = witness::submit(log.tlog(), key, post);
            QVERIFY2(at, at ? "" : at.error().detail.c_str());
            const auto note =
                proof::Note::parse(textOf(proof::readWhole(log.tlog() / "cosigned").value()))
                    .value();
            QVERIFY(proof::cosignedAt(note, key));
            QCOMPARE(proof::Checkpoint::parse(note.text)->size, log.head());
            if (i == 1) {
                fs::remove(log.tlog() / "cosigned"); // then the witness says what it knows
            }
            log.write(20);
            QVERIFY(log.office().engine().seal());
        }
    }
}

void tst_WitnessProcess::aHistorySignedAgainWithTheRealKeyIsRefused()
{
    SignedLog log;
    const QTemporaryDir folder;
    log.write(40);
    QVERIFY(log.office().engine().seal());
    const auto key = witnessKey(folder.path());
    {
        const WitnessProcess process(folder.path(), log.tlog() / "log.pub");
        QVERIFY(witness::submit(
            log.tlog(), key, [&](const auto& b) { return witness::post(process.url(), b); }));
    }
    log.write(20);
    log.office().stop();
    // Everything headquarters has, the log's key too, and one entry made nicer; the tree is made anew.
    fs::remove_all(log.tlog() / "tile");
    fs::remove(log.tlog() / "checkpoint");
    fs::remove(log.tlog() / "heads");
    fs::remove(log.tlog() / "cosigned");
    insiderOf(log.folder())
        ->exec("UPDATE entry SET received_ms = received_ms - 60000 WHERE number = 7");
    auto store = store::HqLog::open(log.folder()).value();
    auto notary =
        hq::Notary::open(*log.office().notary, log.office().operation(), *store, [](const auto&) {
        }).value();
    std::vector<hq::AcceptedLeaf> leaves;
    const auto entries = store->after(0, 1000).value();
    for (const auto& entry : entries) {
        leaves.push_back({entry.number, store::recordOf(entry).leaf()});
    }
    notary->witness(leaves);
    QVERIFY(notary->seal(entries.size(), fromUtcMs(0)));
    const WitnessProcess process(folder.path(), log.tlog() / "log.pub");
    const auto refused = witness::submit(
        log.tlog(), key, [&](const auto& b) { return witness::post(process.url(), b); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::BadChain);
    QVERIFY(refused.error().detail.contains("422"));
    QVERIFY(!fs::exists(log.tlog() / "cosigned"));
}

void tst_WitnessProcess::otherPathsAndMethodsAndSizes()
{
    SignedLog log;
    const QTemporaryDir folder;
    const WitnessProcess process(folder.path(), log.tlog() / "log.pub");
    QCOMPARE(witness::post(process.url(), "rubbish")->status, 400);
    QCOMPARE(witness::post(process.url() + "/w1", "rubbish")->status, 400);
    QCOMPARE(witness::post(process.url(), std::string(100'000, 'x'))->status, 413);
    QCOMPARE(witness::post("https://x", "").error().code, Code::BadArgument);
    QCOMPARE(witness::post("http://127.0.0.1:1", "").error().code, Code::LinkDown);
}

QTEST_GUILESS_MAIN(tst_WitnessProcess)
#include "tst_WitnessProcess.moc"
