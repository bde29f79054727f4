// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhenctl simulate: says what it played, names the seed of a night that went wrong and the command that repeats it.
#include "app/ctl/simulate/SimulateCommand.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sstream>

using namespace sz;

class TestSimulateCommand : public QObject
{
    Q_OBJECT

private:
    std::ostringstream m_out;
    std::ostringstream m_err;

    int run(const std::vector<std::string>& args)
    {
        m_out.str({});
        m_err.str({});
        return ctl::runSimulate(args, m_out, m_err);
    }
    QJsonObject json() const
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(m_out.str())).object();
    }

private Q_SLOTS:
    void initTestCase() { qputenv("LC_ALL", "C"); }

    void wrongCallsAreRefused()
    {
        QCOMPARE(run({"--seeds"}), 2);
        QCOMPARE(run({"--desks", "0"}), 2);
        QCOMPARE(run({"--wound", "0:9:1"}), 2);
        QCOMPARE(run({"--mutation", "Nothing"}), 2);
        QVERIFY(m_err.str().starts_with("sanzhenctl: --mutation: there is no mutation Nothing"));
        QVERIFY(m_err.str().contains("\nusage:"));
    }

    void goodNightsAreSummedUp()
    {
        QCOMPARE(
            run({"--seeds", "3", "--seed", "5", "--desks", "4", "--steps", "40", "--json"}), 0);
        QCOMPARE(json()[QStringLiteral("nights")].toInt(), 3);
        QCOMPARE(json()[QStringLiteral("lastSeed")].toInt(), 7);
        QVERIFY(json()[QStringLiteral("saved")].toInt() > 0);
        QVERIFY(json()[QStringLiteral("violations")].toArray().isEmpty());
    }

    void itSpeaksTheLanguageOfTheEnvironment()
    {
        qputenv("LC_ALL", "zh_CN.UTF-8");
        QCOMPARE(run({"--desks", "4", "--steps", "20"}), 0);
        QVERIFY(m_out.str().starts_with("1 夜，"));
        QCOMPARE(run({"--seeds", "40", "--mutation", "ActsTwice"}), 1);
        QVERIFY(m_err.str().contains("的一夜出了错："));
        QVERIFY(m_err.str().contains("重演命令：sanzhenctl simulate --seed "));
        qputenv("LC_ALL", "C");
    }

    void aBadNightIsNamedAndItsCommandRepeatsIt()
    {
        QCOMPARE(run({"--seeds", "40", "--mutation", "ActsTwice", "--json"}), 1);
        const QString repeat = json()[QStringLiteral("repeat")].toString();
        const QString trace = json()[QStringLiteral("lastTrace")].toString();
        QVERIFY(m_err.str().contains(repeat.toStdString()));
        std::vector<std::string> again;
        const QStringList words = repeat.split(QLatin1Char(' ')).mid(2);
        for (const QString& word : words) {
            again.push_back(word.toStdString());
        }
        again.emplace_back("--json");
        QCOMPARE(run(again), 1);
        QCOMPARE(json()[QStringLiteral("lastTrace")].toString(), trace);
    }
};

QTEST_GUILESS_MAIN(TestSimulateCommand)
#include "tst_SimulateCommand.moc"
