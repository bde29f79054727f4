// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it is started: pictures of every screen, and a clear sentence for every bad start.
#include "data/desk/Profile.h"
#include "data/net/Authority.h"
#include "data/store/FolderLock.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;

namespace {

struct Ended
{
    int exit = -1;
    QString err;
};

Ended console(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("SANZHEN_UNATTENDED"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SANZHEN_CONSOLE), arguments);
    if (!process.waitForFinished(90'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, QStringLiteral("did not end")};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardError())};
}

void copyFolder(const QString& from, const QString& to)
{
    std::filesystem::copy(
        from.toStdString(), to.toStdString(), std::filesystem::copy_options::recursive);
}

int coloursIn(const QImage& image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            colours.insert(image.pixel(x, y));
        }
    }
    return static_cast<int>(colours.size());
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void pictures_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QSize>("size");
        QTest::newRow("watch, Chinese, dark, large") << QStringList{
            QStringLiteral("--screen"), QStringLiteral("watch"), QStringLiteral("--language"),
            QStringLiteral("zh_CN")} << QSize(1920, 1080);
        QTest::newRow("new report, English, light, laptop")
            << QStringList{QStringLiteral("--screen"),   QStringLiteral("new-report"),
                           QStringLiteral("--language"), QStringLiteral("en"),
                           QStringLiteral("--theme"),    QStringLiteral("light")}
            << QSize(1366, 768);
        QTest::newRow("order") << QStringList{QStringLiteral("--screen"), QStringLiteral("order")}
                               << QSize(1600, 900);
        QTest::newRow("offline")
            << QStringList{QStringLiteral("--screen"), QStringLiteral("offline")}
            << QSize(1920, 1080);
        QTest::newRow("district")
            << QStringList{QStringLiteral("--screen"), QStringLiteral("district")}
            << QSize(1366, 768);
    }

    void pictures()
    {
        QFETCH(QStringList, more);
        QFETCH(QSize, size);
        const QString file = m_dir.filePath(QStringLiteral("picture.png"));
        QFile::remove(file);
        const Ended ended = console(
            QStringList{
                QStringLiteral("--screenshot"), file, QStringLiteral("--size"),
                QStringLiteral("%1x%2").arg(size.width()).arg(size.height())}
            + more);
        QVERIFY2(ended.exit == 0, qPrintable(ended.err));
        const QImage image(file);
        QCOMPARE(image.size(), size);
        QVERIFY(coloursIn(image) > 200);
    }

    void aBrokenPlanIsRefusedNamingFileAndLine()
    {
        const QString plan = m_dir.filePath(QStringLiteral("plan"));
        copyFolder(QStringLiteral(SANZHEN_SOURCE_DIR "/resources/plans/wuhan"), plan);
        QFile limits(plan + QStringLiteral("/limits.toml"));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        QByteArray text = limits.readAll();
        limits.close();
        text.replace("sign = 10", "sign = -3");
        QVERIFY(limits.open(QIODevice::WriteOnly));
        limits.write(text);
        limits.close();
        const Ended ended = console(
            {QStringLiteral("--plan"), plan, QStringLiteral("--sample"),
             QStringLiteral("--language"), QStringLiteral("zh_CN"), QStringLiteral("--data"),
             m_dir.filePath(QStringLiteral("data"))});
        QCOMPARE(ended.exit, 1);
        QVERIFY2(ended.err.contains(QStringLiteral("limits.toml:")), qPrintable(ended.err));
    }

    void anUnreadableProfileNamesItsFile()
    {
        const QString folder = m_dir.filePath(QStringLiteral("profile"));
        QDir().mkpath(folder);
        QFile toml(folder + QStringLiteral("/profile.toml"));
        QVERIFY(toml.open(QIODevice::WriteOnly));
        toml.write("unit = \n");
        toml.close();
        const Ended ended = console({QStringLiteral("--profile"), folder});
        QCOMPARE(ended.exit, 1);
        QVERIFY2(ended.err.contains(QStringLiteral("profile.toml:1")), qPrintable(ended.err));
    }

    void aSecondConsoleOnTheSameProfileIsRefused()
    {
        desk::Profile p;
        p.folder = m_dir.filePath(QStringLiteral("taken")).toStdString();
        p.unit = UnitCode("HQ");
        p.desk = DeskId("d");
        p.operation = OperationId("o");
        p.headquarters.port = 9;
        p.credentials = {"pem", net::keyToPem(SigningKey::generate()), "pem"};
        QVERIFY(desk::saveProfile(p).has_value());
        const auto lock = store::FolderLock::take(p.lockFile());
        QVERIFY(lock.has_value());
        const Ended ended =
            console({QStringLiteral("--profile"), QString::fromStdString(p.folder.string())});
        QCOMPARE(ended.exit, 1);
        QVERIFY2(ended.err.contains(QStringLiteral("lock")), qPrintable(ended.err));
    }

    void mistakesOnTheCommandLineAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        QTest::newRow("size") << QStringList{QStringLiteral("--size"), QStringLiteral("12")}
                              << QStringLiteral("--size");
        QTest::newRow("theme") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")}
                               << QStringLiteral("pink");
        QTest::newRow("language") << QStringList{
            QStringLiteral("--language"),
            QStringLiteral("tlh")} << QStringLiteral("tlh");
        QTest::newRow("screen") << QStringList{QStringLiteral("--screen"), QStringLiteral("nope")}
                                << QStringLiteral("watch");
        QTest::newRow("time") << QStringList{QStringLiteral("--at"), QStringLiteral("noon")}
                              << QStringLiteral("noon");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--frobnicate")}
                                 << QStringLiteral("frobnicate");
    }

    void mistakesOnTheCommandLineAreNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, word);
        const Ended ended = console(arguments);
        QCOMPARE(ended.exit, 2);
        QVERIFY2(ended.err.contains(word), qPrintable(ended.err));
    }

    void anUnknownDeskIsRefused()
    {
        const Ended ended = console(
            {QStringLiteral("--sample"), QStringLiteral("--desk"), QStringLiteral("D99"),
             QStringLiteral("--data"), m_dir.filePath(QStringLiteral("data"))});
        QCOMPARE(ended.exit, 1);
        QVERIFY2(ended.err.contains(QStringLiteral("D99")), qPrintable(ended.err));
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_Console.moc"
