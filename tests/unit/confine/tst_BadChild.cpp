// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the child does, the parent gets a sentence and nothing else happens.
#include "data/confine/ChildRun.h"
#include "data/layers/child/LayerFrames.h"
#include "data/layers/child/ReadConfined.h"
#include "data/layers/text/RemarkText.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <dirent.h>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>

using namespace sz;
using namespace sz::layers;

namespace {

constexpr Millis kPatience{1500};

int openFiles()
{
    int count = 0;
    DIR* folder = ::opendir("/proc/self/fd");
    while (::readdir(folder) != nullptr) {
        ++count;
    }
    ::closedir(folder);
    return count;
}

long peakKb()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

bool hasChildren()
{
    int status = 0;
    return ::waitpid(-1, &status, WNOHANG) != -1;
}

} // namespace

class tst_BadChild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFile::exists(QStringLiteral(BADPARSER)));
        (void)read(".good");
        m_files = openFiles();
    }

    void isJudged_data()
    {
        QTest::addColumn<QByteArray>("ending");
        QTest::addColumn<QByteArray>("fault");
        const auto row = [](const char* name, const char* ending, const char* fault) {
            QTest::newRow(name) << QByteArray(ending) << QByteArray(fault);
        };
        row("crashes", ".crash", "crashed");
        row("aborts", ".abort", "crashed");
        row("ends without a word", ".quiet", "crashed");
        row("never says hello", ".fileslater", "crashed");
        row("hangs before its hello", ".mute", "hung");
        row("hangs", ".sleep", "hung");
        row("computes for ever", ".spin", "hung");
        row("says nothing but that it works", ".same", "nonsense");
#if !defined(__SANITIZE_ADDRESS__)                                                                 \
    && !defined(__SANITIZE_THREAD__) // there it has no limit of its own
        row("takes memory for ever", ".memory", "memory");
#endif
        row("opens a socket", ".socket", "forbidden");
        row("starts a program", ".exec", "forbidden");
        row("forks", ".fork", "forbidden");
        row("kills its parent", ".kill", "forbidden");
        row("sends garbage", ".garbage", "nonsense");
        row("claims a long frame", ".long", "nonsense");
        row("sends a million empty lists", ".items", "nonsense");
        row("sends names for ever", ".names", "nonsense");
        row("goes on after its end", ".twice", "nonsense");
        row("ends in the middle of a frame", ".half", "crashed");
    }
    void isJudged()
    {
        QFETCH(const QByteArray, ending);
        QFETCH(const QByteArray, fault);
        const long before = peakKb();
        QElapsedTimer timer;
        timer.start();
        const LayerSummary summary = read(ending.constData());
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(summary.remarks.count(Matter::ReaderFailed), 1);
        const Remark& remark = summary.remarks.kept().back();
        if (ending == ".half") {
            QVERIFY(remark.text == "crashed" || remark.text == "nonsense");
        } else {
            QCOMPARE(QByteArray::fromStdString(remark.text), fault);
        }
        const auto sentence = sentenceOf(remark);
        QVERIFY(!sentence.en.empty() && !sentence.zh.empty());
        QVERIFY(sentence.zh.find(remark.text) == std::string::npos);
        QVERIFY(summary.isRefused());
        QVERIFY2(
            !m_notes.empty() && m_notes.back().contains("layer."),
            m_notes.empty() ? "" : m_notes.back().c_str());
        QCOMPARE(openFiles(), m_files);
        QVERIFY(!hasChildren());
#if !defined(__SANITIZE_ADDRESS__)
        QVERIFY2(peakKb() - before < 220 * 1024, qPrintable(QString::number(peakKb() - before)));
#endif
    }

    // Computing is bounded, too, however patient the parent is.
    void computingIsBounded()
    {
        const LayerSummary summary = read(".spin", Millis{20'000});
        QCOMPARE(summary.remarks.kept().back().text, std::string("cpu"));
    }

    void touchesNoFile()
    {
        const QString victim = QStringLiteral("/tmp/sanzhen-badparser-victim");
        QFile file(victim);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const confine::ChildEnd end = run(".files");
        QCOMPARE(end.fault, confine::ChildFault::None);
        for (const char* tried : {"write", "read", "folder", "remove", "input", "program"}) {
            QVERIFY2(
                end.words.contains(std::string(tried) + ": E"),
                (tried + (": " + end.words)).c_str());
        }
        QVERIFY(QFile::exists(victim));
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/sanzhen-badparser")));
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/sanzhen-badparser.d")));
        QVERIFY(QFile::remove(victim));
        QVERIFY(end.held && end.held->hasBounds && end.held->hasCalls);
        if (end.held->landlock == 0) {
            qWarning("this kernel has no Landlock: only seccomp was tried");
        }
    }

    // Where the kernel lacks something, a log says what.
    void missingPartsAreNamed()
    {
        QCOMPARE(confine::missingOf({true, 4, true}), std::string());
        QCOMPARE(confine::missingOf({true, 0, true}), std::string("Landlock"));
        QCOMPARE(
            confine::missingOf({false, 0, false}),
            std::string("limits of memory and files, seccomp, Landlock"));
    }

    void noProgramIsNamed()
    {
        ConfinedReading how;
        how.program = "/nowhere/sanzhen-parser";
        std::vector<plan::Sentence> notes;
        how.note = [&notes](const plan::Sentence& note) { notes.push_back(note); };
        const LayerSummary summary = readConfined(file("layer.json"), how);
        QCOMPARE(notes.size(), 1U); // where it was looked for, and what to do; no bare fault
        QVERIFY(notes[0].en.starts_with("/nowhere/sanzhen-parser cannot be started"));
        QVERIFY(notes[0].zh.starts_with("无法启动 /nowhere/sanzhen-parser"));
        QCOMPARE(summary.remarks.kept().back().text, std::string("missing"));
        QVERIFY(sentenceOf(summary.remarks.kept().back()).en.contains("sanzhen-parser"));
    }

    void cancellingKillsIt()
    {
        std::stop_source stop;
        QElapsedTimer timer;
        timer.start();
        const std::jthread hand([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            stop.request_stop();
        });
        ConfinedReading how;
        how.program = BADPARSER;
        how.options.stop = stop.get_token();
        const LayerSummary summary = readConfined(file("layer.sleep"), how);
        QVERIFY(timer.elapsed() < 15'000);
        QCOMPARE(summary.remarks.kept().back().text, std::string("stopped"));
        QVERIFY(!hasChildren());
    }

private:
    std::filesystem::path file(const char* name)
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write("{}") != 2) {
            qFatal("cannot write %s", name);
        }
        return path.toStdString();
    }

    LayerSummary read(const std::string& ending, Millis patience = kPatience)
    {
        m_notes.clear();
        ConfinedReading how;
        how.program = BADPARSER;
        how.patience = patience;
        how.note = [this](const plan::Sentence& note) { m_notes.push_back(note.en); };
        return readConfined(file(("layer" + ending).c_str()), how);
    }

    confine::ChildEnd run(const char* ending)
    {
        const QString path = m_folder.filePath(QStringLiteral("input"));
        QFile out(path);
        if (!out.open(QIODevice::ReadWrite) || out.write("{}") != 2) {
            qFatal("cannot write");
        }
        out.flush();
        confine::ChildCall call;
        call.program = BADPARSER;
        call.arguments = {"layer", "-", ending};
        call.files = {out.handle()};
        call.speaks = kSpeaksLayer;
        call.version = kLayerVersion;
        return confine::runChild(call, [](BytesView) { return confine::Sense::Last; });
    }

    QTemporaryDir m_folder;
    std::vector<std::string> m_notes;
    int m_files = 0;
};

QTEST_APPLESS_MAIN(tst_BadChild)
#include "tst_BadChild.moc"
