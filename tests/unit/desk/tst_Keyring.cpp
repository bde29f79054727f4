// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keyring as it is on a desk: GNOME's own daemon on a session bus of its own.
#include "data/vault/Keyring.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;

namespace {

constexpr int kStartMs = 10'000;

/// A session bus and a keyring on it, in a home of their own. Threads: one.
class Session
{
public:
    explicit Session(const QString& home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"}) {
            environment.insert(QString::fromLatin1(name), home);
        }
        m_bus.setProcessEnvironment(environment);
        m_bus.start(
            QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                            QStringLiteral("--print-address")});
        if (m_bus.waitForReadyRead(kStartMs)) {
            m_address = m_bus.readLine().trimmed();
        }
        environment.insert(
            QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QString::fromUtf8(m_address));
        m_keyring.setProcessEnvironment(environment);
    }
    ~Session()
    {
        end(m_keyring);
        end(m_bus);
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] const QByteArray& address() const { return m_address; }
    /// With the password of whoever signs on to the computer; without: it is there and locked.
    bool startKeyring(const QByteArray& password)
    {
        QStringList arguments{
            QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
        if (!password.isEmpty()) {
            arguments << QStringLiteral("--unlock");
        }
        m_keyring.start(QStringLiteral("gnome-keyring-daemon"), arguments);
        m_keyring.write(password);
        m_keyring.closeWriteChannel();
        return m_keyring.waitForStarted(kStartMs);
    }
    void endKeyring() { end(m_keyring); }
    void endBus() { end(m_bus); }

private:
    static void end(QProcess& process)
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished(kStartMs);
        }
    }

    QProcess m_bus;
    QProcess m_keyring;
    QByteArray m_address;
};

} // namespace

class tst_Keyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isKeptAndForgotten();
    void aLockedOneHasNothing();
    void aBusThatEndsTakesNothingAlong();

private:
    // libsecret keeps one connection for the life of the process: one bus for all tests, the last one ends it.
    QTemporaryDir m_home;
    std::unique_ptr<Session> m_session;
};

void tst_Keyring::initTestCase()
{
    for (const char* program : {"dbus-daemon", "gnome-keyring-daemon"}) {
        QVERIFY2(!QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty(), program);
    }
    m_session = std::make_unique<Session>(m_home.path());
    QVERIFY(!m_session->address().isEmpty());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_session->address());
}

void tst_Keyring::isKeptAndForgotten()
{
    QVERIFY(m_session->startKeyring("开机口令"));
    // Asked before it has its name on the bus, the bus would start another one, locked.
    const QString login = m_home.filePath(QStringLiteral("keyrings/login.keyring"));
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(login); }, kStartMs));
    const std::string phrase = "值班室的第三个抽屉 7";
    QVERIFY(vault::keyringKeep("D05-01", phrase));
    QCOMPARE(vault::keyringLookUp("D05-01"), phrase);
    QVERIFY(!vault::keyringLookUp("D05-02"));
    QVERIFY(vault::keyringKeep("D05-02", "another"));
    QCOMPARE(vault::keyringLookUp("D05-01"), phrase);
    // It is on the disk, and not in the clear.
    QDir keyrings(m_home.filePath(QStringLiteral("keyrings")));
    const QStringList files = keyrings.entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        QFile file(keyrings.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(phrase.c_str()), qPrintable(name));
    }
    vault::keyringForget("D05-01");
    QVERIFY(!vault::keyringLookUp("D05-01"));
    QCOMPARE(vault::keyringLookUp("D05-02"), std::string("another"));
}

// Nobody is there to type its password: given up in time, and typed at the console instead.
void tst_Keyring::aLockedOneHasNothing()
{
    m_session->endKeyring();
    QVERIFY(m_session->startKeyring({}));
    QElapsedTimer watch;
    watch.start();
    QVERIFY(!vault::keyringLookUp("D05-02", std::chrono::milliseconds(1000)));
    QVERIFY(!vault::keyringKeep("D05-03", "x", std::chrono::milliseconds(1000)));
    qInfo("two answers in %lld ms", static_cast<long long>(watch.elapsed()));
    QVERIFY(watch.elapsed() < kStartMs);
}

// GLib by itself ends the process when the session bus goes: a console must not go with it.
void tst_Keyring::aBusThatEndsTakesNothingAlong()
{
    m_session->endBus();
    QTest::qWait(1000); // its end is told in the event loop
    QVERIFY(!vault::keyringLookUp("D05-02", std::chrono::milliseconds(1000)));
    QCOMPARE(
        vault::keyringKeep("D05-03", "x", std::chrono::milliseconds(1000)).error().code,
        Code::NotFound);
}

QTEST_GUILESS_MAIN(tst_Keyring)
#include "tst_Keyring.moc"
