// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs without a window say when something is wrong: in both languages, with the word, number or file that is.
#include "tests/integration/hq/HqProcess.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace sz::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 120'000;

struct Said
{
    int exit = -1;
    QString out;
    QString err;
};

Said say(
    const char* program,
    const QStringList& arguments,
    const char* language,
    const QString& temp = QDir::tempPath())
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("LC_ALL"));
    environment.remove(QStringLiteral("LC_MESSAGES"));
    environment.insert(QStringLiteral("LANG"), QString::fromLatin1(language));
    environment.insert(QStringLiteral("TMPDIR"), temp);
    process.setProcessEnvironment(environment);
    process.start(QString::fromUtf8(program), arguments);
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit) {
        return {};
    }
    return {
        process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

constexpr auto kEnglish = "en_GB.UTF-8";
constexpr auto kChinese = "zh_CN.UTF-8";
constexpr auto kPlan = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";

/// "a|b c|d": words with bars between; "%s" the served folder, "%f" the fresh one, "%e" an empty one, "%p" the plan, "%b" a backup.
QStringList wordsOf(const QString& text, const QString& temp)
{
    QStringList words = text.split(QLatin1Char('|'));
    for (QString& word : words) {
        word.replace(QLatin1String("%s"), temp + QLatin1String("/served"))
            .replace(QLatin1String("%f"), temp + QLatin1String("/fresh"))
            .replace(QLatin1String("%e"), temp + QLatin1String("/empty"))
            .replace(QLatin1String("%b"), temp + QLatin1String("/backup"))
            .replace(QLatin1String("%p"), QString::fromUtf8(kPlan));
    }
    return words;
}

} // namespace

class tst_Messages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nameWhatIsWrong_data();
    void nameWhatIsWrong();
    void aFreshLogIsNoAlarm();
    void aLogWithoutItsCheckpointIsOne();
    void aDamagedLogSaysHowFarItCanBeRead();
    void noRoomForACopyIsNoBadBackup_data();
    void noRoomForACopyIsNoBadBackup();
    void aBadBackupIsOne();
    void aDamagedKeyHasAName();
    void itsOwnAuthorsWereNeverRevoked();
    void aProofGoesIntoNoFolderThatIsNotThere();
    void helpIsNoMistake_data();
    void helpIsNoMistake();

private:
    QTemporaryDir m_temp;
    [[nodiscard]] QString at(const char* name) const
    {
        return m_temp.filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] fs::path copyOf(const char* folder, const char* name) const
    {
        const fs::path to = at(name).toStdString();
        fs::copy(at(folder).toStdString(), to, fs::copy_options::recursive);
        return to;
    }
};

void tst_Messages::initTestCase()
{
    QVERIFY(QDir().mkpath(at("empty")));
    HqProcess fresh(at("fresh"));
    fresh.start();
    QCOMPARE(fresh.terminate(), 0);
    HqProcess served(at("served"));
    served.start(
        {QStringLiteral("--sample"),
         QStringLiteral(SANZHEN_SOURCE_DIR "/resources/samples/wuhan.toml")});
    QCOMPARE(served.terminate(), 0);
    const auto done = HqProcess::command(
        {QStringLiteral("backup"), QStringLiteral("--data"), at("served"), QStringLiteral("--out"),
         at("backup"), QStringLiteral("--plan"), QString::fromUtf8(kPlan)});
    QVERIFY2(done.exit == 0, qPrintable(done.err));
}

void tst_Messages::nameWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char* name, const char* program, const char* call, int exit,
                        const char* english, const char* chinese) {
        QTest::newRow(name) << QByteArray(program) << QString::fromUtf8(call) << exit
                            << QString::fromUtf8(english) << QString::fromUtf8(chinese);
    };
    const char* const hq = SANZHEN_HQ;
    row("hq: a command that is none", hq, "frobnicate", 2, "unknown command frobnicate",
        "没有“frobnicate”这个命令");
    row("hq: an option that is none", hq, "desks|--frob", 2, "--frob", "没有 --frob 这个选项");
    row("hq: an option is missing", hq, "enrol-code|--data|%s", 2, "--unit", "缺少 --unit");
    row("hq: revoke without a desk", hq, "revoke|--data|%s", 2,
        "revoke needs the desk: sanzhen-hq revoke --data DIR DESK",
        "revoke 须写明席位：sanzhen-hq revoke --data 文件夹 席位");
    row("hq: person without a verb", hq, "person|--data|%s", 1, "A word is missing: person add",
        "缺少内容：person add");
    row("hq: a port out of range", hq, "serve|--data|%e/x|--plan|%p|--listen|127.0.0.1:70000", 1,
        "--listen takes HOST:PORT with a port from 0 to 65535, not “127.0.0.1:70000”",
        "--listen 须为 主机:端口，端口为 0 至 65535，不能是“127.0.0.1:70000”");
    row("hq: a port that is none", hq, "serve|--data|%e/x|--plan|%p|--listen|127.0.0.1:", 1,
        "--listen takes HOST:PORT", "--listen 须为 主机:端口");
    row("hq: the metrics' port", hq, "serve|--data|%e/x|--plan|%p|--metrics|127.0.0.1:65536", 1,
        "--metrics takes HOST:PORT", "--metrics 须为 主机:端口");
    row("hq: seconds that are no number", hq, "serve|--data|%e/x|--plan|%p|--linger|abc", 1,
        "--linger takes a number from 0 to 315360000, not “abc”",
        "--linger 须为 0 至 315360000 的整数，不能是“abc”");
    row("hq: seconds below zero", hq, "serve|--data|%e/x|--plan|%p|--linger=-1", 1, "not “-1”",
        "不能是“-1”");
    row("hq: minutes out of range", hq, "enrol-code|--data|%s|--unit|D05|--minutes|10081", 1,
        "--minutes takes a number from 1 to 10080, not “10081”",
        "--minutes 须为 1 至 10080 的整数，不能是“10081”");
    row("hq: minutes beyond any number", hq,
        "enrol-code|--data|%s|--unit|D05|--minutes|99999999999999999999", 1,
        "not “99999999999999999999”", "不能是“99999999999999999999”");
    row("hq: a moment that is none", hq, "serve|--data|%e/x|--plan|%p|--at|yesterday", 1,
        "not “yesterday”", "--at 须写成 2019-10-17T06:23:07Z 这样的时刻（UTC），不能是“yesterday”");
    row("hq: a log format that is none", hq, "serve|--data|%e/x|--plan|%p|--log-format|xml", 1,
        "--log-format takes text or json, not “xml”",
        "--log-format 须为 text 或 json，不能是“xml”");
    row("hq: another store", hq, "desks|--data|%s|--store|mysql://x/y", 1,
        "--store takes postgresql://HOST/DATABASE", "--store 须写成 postgresql://主机/数据库");
    row("hq: PostgreSQL does not answer", hq,
        "desks|--data|%s|--store|postgresql://sz@127.0.0.1:1/x", 1,
        "This PostgreSQL cannot be used.", "无法使用此 PostgreSQL。请检查它是否在运行");
    row("hq: nothing was served here", hq, "desks|--data|%e", 1,
        "Nothing has been served from this folder yet", "此文件夹尚未启用过");
    row("hq: a backup is there already", hq, "backup|--data|%s|--out|%b", 1,
        "This is there already, and nothing is ever overwritten.", "此处已有内容，绝不覆盖。");
    row("hq: restored where something is", hq, "restore|--from|%b|--data|%s", 1,
        "This is there already, and nothing is ever overwritten.", "此处已有内容，绝不覆盖。");
    row("hq: restored from no backup", hq, "restore|--from|%e|--data|%f", 1,
        "This is no backup, or no whole one", "这不是备份，或备份不完整");
    row("hq: restored into another store", hq, "restore|--from|%b|--data|%f|--store|mysql://h/d", 1,
        "--store takes postgresql://HOST/DATABASE", "--store 须写成 postgresql://主机/数据库");

    const char* const ctl = SANZHEN_CTL;
    row("ctl: a command that is none", ctl, "frobnicate", 2, "there is no command “frobnicate”",
        "没有“frobnicate”这个命令");
    row("ctl: nights that are no number", ctl, "simulate|--seeds|abc", 2,
        "--seeds: takes a number from 1 to 18446744073709551615, not “abc”",
        "--seeds：须为 1 至 18446744073709551615 的整数，不能是“abc”");
    row("ctl: too many desks", ctl, "simulate|--desks|201", 2,
        "--desks: takes a number from 1 to 200, not “201”",
        "--desks：须为 1 至 200 的整数，不能是“201”");
    row("ctl: a mutation that is none", ctl, "simulate|--mutation|nope", 2,
        "--mutation: there is no mutation nope", "--mutation：没有“nope”这种错误程序");
    row("ctl: a wound that is none", ctl, "simulate|--wound|0:9:1", 2, "not 0:9:1",
        "不能是“0:9:1”");
    row("ctl: simulate with a word that is none", ctl, "simulate|--frob", 2,
        "--frob: there is no such option", "--frob：没有这个选项");
    row("ctl: simulate without the value", ctl, "simulate|--seed", 2,
        "--seed: a value is missing after it", "--seed：之后缺少内容");
    row("ctl: log with an option that is none", ctl, "log|verify|--frob|x", 2,
        "--frob: there is no such option", "--frob：没有这个选项");
    row("ctl: log with a verb that is none", ctl, "log|frob|%s", 2,
        "frob: this is not understood here", "frob：这里无法理解此项");
    row("ctl: log in another language", ctl, "log|verify|%s|--language|fr", 2,
        "--language: takes zh_CN or en, not fr", "--language：须为 zh_CN 或 en，不能是“fr”");
    row("ctl: no log there", ctl, "log|verify|%e", 1, "neither hq.db nor a tlog folder is there",
        "未能完成：%e：这里既没有 hq.db，也没有 tlog 文件夹");
    row("ctl: a proof of more than was signed", ctl,
        "log|prove|99999|--data|%s|--out|%e/p.tlog-proof", 1, "signed are the entries 1 to ",
        "已签名的是第 1 至 ");
    row("ctl: a store that is no database", ctl, "log|verify|%p/plan.toml", 1,
        "plan.toml: This database is damaged.", "plan.toml：此数据库已损坏。");
    row("ctl: desk with a verb that is none", ctl, "desk|frob|%e", 2,
        "frob: this is not understood here", "frob：这里无法理解此项");
    row("ctl: no desk there", ctl, "desk|status|%e", 1, "no desk in this folder",
        "此文件夹中没有席位");
    row("ctl: backup with an option that is none", ctl, "backup|verify|%b|--frob", 2,
        "--frob: there is no such option", "--frob：没有这个选项");
    row("ctl: no backup there", ctl, "backup|verify|%e", 1, "this backup cannot be relied on: ",
        "这份备份不可靠：%e/manifest.json：没有备份清单，这不是一份备份");
    row("ctl: how many places", ctl, "place|江汉路|--plan|%p|--most|x", 2,
        "--most: takes a number from 1 to ", "--most：须为 1 至 ");
    row("ctl: a coordinate that is no number", ctl, "locate|114.3|abc|--plan|%p", 2,
        "neither a number nor an option: abc", "不是经纬度数字，也不是选项：abc");
    row("ctl: zooms that are no numbers", ctl, "pack|build|--osm|x|--out|y|--zoom|a-b", 2,
        "--zoom: takes zooms from 5 to 17, like 6-14, not a-b",
        "--zoom：须为 5 至 17 之间的级别，如 6-14，不能是“a-b”");

    const char* const witness = SANZHEN_WITNESS;
    row("witness: a port out of range", witness,
        "serve|--data|%e/w|--name|a|--log|x|--listen|127.0.0.1:70000", 1,
        "--listen takes HOST:PORT with a port from 0 to 65535, not “127.0.0.1:70000”",
        "--listen 须为 主机:端口，端口为 0 至 65535，不能是“127.0.0.1:70000”");
    row("witness: an option is missing", witness, "key|--data|%e", 2, "--name", "缺少 --name");
    row("witness: a command that is none", witness, "frob", 2, "unknown command frob",
        "没有“frob”这个命令");

    const char* const verify = SANZHEN_VERIFY;
    row("verify: an option that is none", verify, "--key|k|--frob|x|folder|y", 2,
        "not understood: --frob", "无法理解“--frob”");
    row("verify: a command that is none", verify, "--key|k|frob|y", 2, "not understood: frob",
        "无法理解“frob”");
    row("verify: the key is missing", verify, "folder|y", 2, "--key or a file is missing",
        "缺少 --key 或文件");
}

void tst_Messages::nameWhatIsWrong()
{
    QFETCH(QByteArray, program);
    QFETCH(QString, call);
    QFETCH(int, exit);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    const QStringList words = wordsOf(call, m_temp.path());
    const Said en = say(program.constData(), words, kEnglish);
    QCOMPARE(en.exit, exit);
    QVERIFY2(en.err.contains(english), qPrintable(en.err));
    const Said zh = say(program.constData(), words, kChinese);
    QCOMPARE(zh.exit, exit);
    chinese = wordsOf(chinese, m_temp.path()).join(QLatin1Char('|'));
    QVERIFY2(zh.err.contains(chinese), qPrintable(zh.err));
    QVERIFY2(!QFile::exists(at("empty/x")) && !QFile::exists(at("empty/w")), "nothing was made");
}

void tst_Messages::aFreshLogIsNoAlarm()
{
    const QStringList verify{QStringLiteral("log"), QStringLiteral("verify"), at("fresh")};
    const Said en = say(SANZHEN_CTL, verify, kEnglish);
    QVERIFY2(en.exit == 0, qPrintable(en.out + en.err));
    QVERIFY2(
        en.out.contains(QStringLiteral("nothing has been signed yet"))
            && en.out.contains(QStringLiteral("no chain of a desk")),
        qPrintable(en.out));
    QVERIFY(en.out.endsWith(QStringLiteral("sound\n")));
    const Said zh = say(SANZHEN_CTL, verify, kChinese);
    QVERIFY2(
        zh.exit == 0 && zh.out.contains(QStringLiteral("尚未签名任何内容")), qPrintable(zh.out));
    QVERIFY(say(SANZHEN_CTL, verify + QStringList{QStringLiteral("--json")}, kEnglish)
                .out.contains(QStringLiteral("\"unsigned_yet\":true")));
}

// What has been signed cannot be made a fresh log by taking things away.
void tst_Messages::aLogWithoutItsCheckpointIsOne()
{
    const auto verdictOn = [](const fs::path& folder) {
        return say(
            SANZHEN_CTL,
            {QStringLiteral("log"), QStringLiteral("verify"),
             QString::fromStdString(folder.string())},
            kEnglish);
    };
    QCOMPARE(verdictOn(at("served").toStdString()).exit, 0);
    const fs::path filled = copyOf("served", "filled");
    for (const char* name : {"checkpoint", "tile", "heads"}) {
        fs::remove_all(filled / "tlog" / name);
    }
    const Said stripped = verdictOn(filled);
    QVERIFY2(
        stripped.exit == 1 && stripped.out.contains(QStringLiteral("CheckpointUnusable")),
        qPrintable(stripped.out));
    const fs::path emptied = copyOf("fresh", "emptied");
    fs::create_directories(emptied / "tlog" / "tile");
    QCOMPARE(verdictOn(emptied).exit, 1);
}

void tst_Messages::aDamagedLogSaysHowFarItCanBeRead()
{
    const fs::path cut = copyOf("served", "cut");
    fs::resize_file(cut / "hq.db", fs::file_size(cut / "hq.db") / 2);
    const auto verify = [](const fs::path& folder, const char* language) {
        return say(
            SANZHEN_CTL,
            {QStringLiteral("log"), QStringLiteral("verify"),
             QString::fromStdString(folder.string())},
            language);
    };
    const Said none = verify(cut, kChinese);
    QCOMPARE(none.exit, 1);
    QVERIFY2(
        none.err.contains(QStringLiteral("hq.db：此数据库已损坏。请保留它，并用最近的备份恢复。"))
            && none.err.contains(QStringLiteral("其中任何一条都无法读取")),
        qPrintable(none.err));
    QVERIFY(verify(cut, kEnglish).err.contains(QStringLiteral("no entry of it can be read")));
    // From the end on, page by page, until the hole reaches the entries.
    static const QRegularExpression kUpTo(QStringLiteral("可读到第 [1-9][0-9]* 条"));
    constexpr qint64 kPage = 4096;
    const fs::path holed = copyOf("served", "holed");
    QFile file(QString::fromStdString((holed / "hq.db").string()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    Said some;
    for (qint64 at = file.size() - kPage; at > 0 && !some.err.contains(kUpTo); at -= kPage) {
        QVERIFY(file.seek(at) && file.write(QByteArray(kPage, '\0')) == kPage && file.flush());
        some = verify(holed, kChinese);
    }
    QVERIFY2(some.exit == 1 && some.err.contains(kUpTo), qPrintable(some.err + some.out));
    QVERIFY(verify(holed, kEnglish).err.contains(QStringLiteral("can be read, what follows")));
}

void tst_Messages::noRoomForACopyIsNoBadBackup_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("not there") << QStringLiteral("/nonexistent");
    QTest::newRow("a file") << QStringLiteral(SANZHEN_SOURCE_DIR "/README.md");
    QTest::newRow("no right or no room") << QStringLiteral("/proc");
}

void tst_Messages::noRoomForACopyIsNoBadBackup()
{
    QFETCH(QString, folder);
    const QStringList verify{QStringLiteral("backup"), QStringLiteral("verify"), at("backup")};
    const Said en = say(SANZHEN_CTL, verify, kEnglish, folder);
    QCOMPARE(en.exit, 3);
    QVERIFY2(
        en.err.contains(QStringLiteral("could not be checked")) && en.err.contains(folder),
        qPrintable(en.err));
    QVERIFY(!en.err.contains(QStringLiteral("relied on")));
    const Said zh = say(SANZHEN_CTL, verify, kChinese, folder);
    QCOMPARE(zh.exit, 3);
    QVERIFY2(zh.err.contains(QStringLiteral("未能检查这份备份")), qPrintable(zh.err));
    QVERIFY(QDir().mkpath(at("room")));
    const Said sound = say(SANZHEN_CTL, verify, kChinese, at("room"));
    QVERIFY2(
        sound.exit == 0 && sound.out.startsWith(QStringLiteral("已恢复并逐项检查")),
        qPrintable(sound.err));
    QVERIFY(QDir(at("room")).isEmpty());
}

void tst_Messages::aBadBackupIsOne()
{
    const fs::path bad = copyOf("backup", "bad");
    fs::resize_file(bad / "hq.db", fs::file_size(bad / "hq.db") - 1);
    const QStringList verify{
        QStringLiteral("backup"), QStringLiteral("verify"), QString::fromStdString(bad.string())};
    const Said zh = say(SANZHEN_CTL, verify, kChinese);
    QCOMPARE(zh.exit, 1);
    QVERIFY2(zh.err.contains(QStringLiteral("hq.db：与备份时不符")), qPrintable(zh.err));
}

void tst_Messages::aDamagedKeyHasAName()
{
    for (const char* name : {"server.key", "authority.key"}) {
        const fs::path folder = copyOf("served", QByteArray("damaged-").append(name).constData());
        fs::resize_file(folder / name, 40);
        const QStringList serve{QStringLiteral("serve"),
                                QStringLiteral("--data"),
                                QString::fromStdString(folder.string()),
                                QStringLiteral("--plan"),
                                QString::fromUtf8(kPlan),
                                QStringLiteral("--linger"),
                                QStringLiteral("0")};
        const Said en = say(SANZHEN_HQ, serve, kEnglish);
        QCOMPARE(en.exit, 1);
        QVERIFY2(
            en.err.contains(QStringLiteral("This key is damaged."))
                && en.err.contains(QString::fromUtf8(name) + QStringLiteral(" [BadCertificate]")),
            qPrintable(en.err));
        const Said zh = say(SANZHEN_HQ, serve, kChinese);
        QVERIFY2(
            zh.exit == 1 && zh.err.contains(QStringLiteral("此密钥文件已损坏。")),
            qPrintable(zh.err));
    }
}

void tst_Messages::itsOwnAuthorsWereNeverRevoked()
{
    const Said desks = say(
        SANZHEN_HQ, {QStringLiteral("desks"), QStringLiteral("--data"), at("served")}, kEnglish);
    QCOMPARE(desks.exit, 0);
    QVERIFY2(desks.out.contains(QStringLiteral("SEED\t\town\t")), qPrintable(desks.out));
    QVERIFY2(!desks.out.contains(QStringLiteral("revoked")), qPrintable(desks.out));
}

void tst_Messages::aProofGoesIntoNoFolderThatIsNotThere()
{
    const QStringList prove{QStringLiteral("log"), QStringLiteral("prove"),
                            QStringLiteral("1"),   QStringLiteral("--data"),
                            at("served"),          QStringLiteral("--out"),
                            at("nowhere/deep/x")};
    const Said en = say(SANZHEN_CTL, prove, kEnglish);
    QCOMPARE(en.exit, 1);
    QVERIFY2(
        en.err.contains(QStringLiteral("the folder is not there: ") + at("nowhere/deep")),
        qPrintable(en.err));
    const Said zh = say(SANZHEN_CTL, prove, kChinese);
    QVERIFY2(
        zh.err.contains(QStringLiteral("文件夹不存在：") + at("nowhere/deep")), qPrintable(zh.err));
    QVERIFY(!QFile::exists(at("nowhere")));
    const Said done =
        say(SANZHEN_CTL, prove.mid(0, prove.size() - 1) + QStringList{at("empty/x.tlog-proof")},
            kEnglish);
    QVERIFY2(done.exit == 0, qPrintable(done.err));
}

void tst_Messages::helpIsNoMistake_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::newRow("sanzhen-hq") << QByteArray(SANZHEN_HQ);
    QTest::newRow("sanzhenctl") << QByteArray(SANZHEN_CTL);
    QTest::newRow("sanzhen-witness") << QByteArray(SANZHEN_WITNESS);
    QTest::newRow("sanzhen-verify") << QByteArray(SANZHEN_VERIFY);
}

void tst_Messages::helpIsNoMistake()
{
    QFETCH(QByteArray, program);
    for (const char* language : {kEnglish, kChinese}) {
        const Said said = say(program.constData(), {QStringLiteral("--help")}, language);
        QCOMPARE(said.exit, 0);
        QVERIFY(said.err.isEmpty());
        const bool isChinese = said.out.contains(QStringLiteral("文件夹"))
                               || said.out.contains(QStringLiteral("命令"));
        QCOMPARE(isChinese, language == kChinese);
    }
}

QTEST_GUILESS_MAIN(tst_Messages)
#include "tst_Messages.moc"
