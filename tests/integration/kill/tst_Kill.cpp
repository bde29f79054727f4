// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Real processes and a real wire: desk and headquarters are killed at random moments, the wire is cut after every so many
// bytes. Whatever was called saved is in the log once.
#include "data/desk/Desk.h"
#include "tests/integration/hq/Sound.h"
#include "tests/integration/kill/CuttingProxy.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/sim/Rounds.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <map>
#include <set>

using namespace sz;
using namespace sz::desk;

namespace {

constexpr int kPatience = 60'000;

model::ReportIncident report(const std::string& title)
{
    model::ReportIncident r;
    r.title = title;
    r.kind = test::samplePlan()->kinds.front().code;
    r.place.area = 24;
    r.place.district = UnitCode("D05");
    r.place.text = "路口";
    r.receivedAt = SystemClock().now();
    return r;
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<test::HqProcess> m_hq;
    QRandomGenerator m_random{20191017};
    std::map<std::string, std::string> m_saved; ///< incident by title, for each report called saved
    std::set<std::string> m_promised;           ///< texts of promises called saved
    int m_next = 0;

    Profile enrolled(const char* unit)
    {
        const QString folder =
            m_dir.filePath(QStringLiteral("%1-%2").arg(QLatin1StringView(unit)).arg(m_next++));
        auto profile = enrol(
            folder.toStdString(), {"127.0.0.1", m_hq->port()}, m_hq->enrolCode(unit),
            m_hq->authority());
        if (!profile || !saveProfile(*profile)) {
            qFatal("enrolment");
        }
        return *profile;
    }

    std::unique_ptr<Desk> opened(Profile profile, std::uint16_t port)
    {
        profile.headquarters = {"127.0.0.1", port};
        Desk::Options o;
        o.profile = std::move(profile);
        o.plan = test::samplePlan();
        o.clock = &m_clock;
        auto desk = std::make_unique<Desk>(std::move(o));
        desk->start();
        return desk;
    }

    template <class Condition>
    static bool until(Condition condition, int patience = kPatience)
    {
        return QTest::qWaitFor(condition, patience);
    }

    void startWriter(QProcess& writer, const Profile& profile, const QString& prefix) const
    {
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(
            QStringLiteral(SANZHEN_DESKWRITER),
            {QString::fromStdString(profile.folder.string()),
             QStringLiteral(SANZHEN_SOURCE_DIR "/resources/plans/wuhan"),
             QString::number(m_hq->port()), prefix});
    }

    void killAfter(QProcess& writer, int milliseconds)
    {
        QThread::msleep(static_cast<unsigned long>(milliseconds));
        writer.kill();
        writer.waitForFinished(kPatience);
        while (writer.canReadLine()) {
            const QByteArrayList words = writer.readLine().trimmed().split(' ');
            if (words.size() == 2 && words[0] == "promise") {
                m_promised.insert(words[1].toStdString());
            } else if (words.size() == 2 && words[0] != "try" && words[0] != "no") {
                m_saved[words[1].toStdString()] = words[0].toStdString();
            }
        }
    }

    // At a random moment the desk, and every second time headquarters before it; true for that.
    bool killSomebody(const Profile& profile, std::uint64_t round)
    {
        QProcess writer;
        startWriter(writer, profile, QStringLiteral("r%1").arg(round));
        if (!until(
                [&] { return writer.canReadLine() || writer.state() == QProcess::NotRunning; })) {
            QTest::qFail("the desk does not begin", __FILE__, __LINE__);
        }
        QThread::msleep(m_random.bounded(60U));
        const bool isHeadquartersToo = m_random.bounded(2) == 0;
        if (isHeadquartersToo) {
            m_hq->kill();
            m_hq->start();
        }
        killAfter(writer, m_random.bounded(60));
        return isHeadquartersToo;
    }

    // Both desks show the same, and everything that was called saved once.
    void verifyDesks(const Profile& profile)
    {
        auto mine = opened(profile, m_hq->port());
        auto other = opened(enrolled("HQ"), m_hq->port()); // one that was never killed
        for (Desk* desk : {mine.get(), other.get()}) {
            QVERIFY(until([&] { return desk->isOpen() && desk->link().state == LinkState::Live; }));
        }
        QVERIFY(until([&] { return mine->link().unsent == 0; }));
        QVERIFY(until([&] {
            return std::ranges::none_of(
                mine->incidents(), [](const auto& one) { return one.second->hasUnsent; });
        }));
        QVERIFY(until([&] { return shown(*mine) == shown(*other); }));
        const auto all = shown(*mine);
        for (const auto& [id, incident] : mine->incidents()) {
            QCOMPARE(incident->trace.size(), 1U);
        }
        for (const auto& [text, times] : all) {
            QVERIFY2(times == 1, text.c_str());
        }
        for (const auto& [title, id] : m_saved) {
            QVERIFY2(all.contains(id + " " + title), title.c_str());
        }
        for (const std::string& text : m_promised) {
            QVERIFY2(all.contains(text), text.c_str());
        }
    }

    // What a desk shows: incidents with their titles, promises by their texts; each with how often.
    static std::map<std::string, int> shown(const Desk& desk)
    {
        std::map<std::string, int> texts;
        std::set<std::string> titles;
        for (const auto& [id, incident] : desk.incidents()) {
            const bool isNew = titles.insert(incident->title).second;
            texts[id.value + " " + incident->title] +=
                isNew ? 1 : 2; // a title under two ids is doubled
        }
        for (const auto& [id, promise] : desk.shift()->promises) {
            ++texts[promise.made.text];
        }
        return texts;
    }

    // Every chain, feed and batch of headquarters' log, and the signed tree over all of it.
    void verifyLog()
    {
        QCOMPARE(m_hq->terminate(), 0);
        const test::Examined found = test::examined(*m_hq);
        QVERIFY2(found.faults.isEmpty(), found.faults.constData());
        QVERIFY(found.entries >= m_saved.size() + m_promised.size());
        QCOMPARE(found.signedSize, found.entries);
    }

private Q_SLOTS:
    void init()
    {
        m_saved.clear();
        m_promised.clear();
        m_hq = std::make_unique<test::HqProcess>(
            m_dir.filePath(QStringLiteral("hq-%1").arg(m_next++)));
        m_hq->start();
    }
    void cleanup() { m_hq.reset(); }

    // One world goes through so many rounds before everything in it is examined.
    void killedDesksAndHeadquartersLoseNothingCalledSaved()
    {
        constexpr std::uint64_t kWorld = 116;
        const std::uint64_t rounds = test::scaledRounds(kWorld);
        int killedHeadquarters = 0;
        for (std::uint64_t done = 0; done < rounds; done += kWorld) {
            if (done > 0) {
                init();
            }
            const Profile profile = enrolled("HQ");
            for (std::uint64_t round = done; round < std::min(rounds, done + kWorld); ++round) {
                killedHeadquarters += killSomebody(profile, round) ? 1 : 0;
                if (QTest::currentTestFailed()) {
                    return;
                }
            }
            QVERIFY(!m_saved.empty() && !m_promised.empty());
            qInfo(
                "%zu reports and %zu promises called saved in %llu rounds, each killed the desk; "
                "headquarters was killed %d times",
                m_saved.size(), m_promised.size(),
                static_cast<unsigned long long>(std::min(rounds, done + kWorld)),
                killedHeadquarters);
            verifyDesks(profile);
            verifyLog();
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void aWireCutAnywhereLosesNothing()
    {
        test::CuttingProxy proxy;
        proxy.setTarget(m_hq->port());
        const Profile profile = enrolled("HQ");
        proxy.setLimit(50); // before there is a connection that is never cut
        auto desk = opened(profile, proxy.port());
        QVERIFY(until([&] { return desk->isOpen(); }));
        const std::uint64_t cuts = test::scaledRounds(60);
        int count = 0;
        for (std::uint64_t cut = 0; cut < cuts; ++cut) {
            // From the first handshake bytes to far into the frames; another step every time around.
            const auto limit = static_cast<qint64>(50 + cut % 60 * 150 + cut / 60 * 7);
            proxy.setLimit(limit);
            int turns = 0;
            const int before = proxy.cuts();
            desk->reconnectNow();
            while (proxy.cuts() == before) {
                const std::string title = "cut-" + std::to_string(++count);
                auto future = desk->perform({}, report(title));
                QVERIFY(until([&] { return future.isFinished(); }));
                QVERIFY(future.result().has_value());
                m_saved[title] = future.result()->incident.value;
                until([&] { return proxy.cuts() > before; }, 20);
                QVERIFY2(
                    desk->link().state != LinkState::Refused,
                    qPrintable(QStringLiteral("a cut after %1 bytes counts as a refusal: %2 %3")
                                   .arg(limit)
                                   .arg(QLatin1StringView(codeName(desk->link().reason)))
                                   .arg(QString::fromStdString(desk->link().detail))));
                if (desk->link().state == LinkState::Offline) {
                    desk->reconnectNow();
                }
                QVERIFY2(
                    ++turns < 1'000,
                    qPrintable(QStringLiteral("%1 bytes are never used up, link %2 %3")
                                   .arg(limit)
                                   .arg(static_cast<int>(desk->link().state))
                                   .arg(QString::fromStdString(desk->link().detail))));
            }
        }
        proxy.setLimit(0);
        QVERIFY(until([&] {
            if (desk->link().state == LinkState::Offline) {
                desk->reconnectNow();
            }
            return desk->link().state == LinkState::Live && desk->link().unsent == 0;
        }));
        qInfo(
            "%d reports through %d cuts, %d connections", count, proxy.cuts(), proxy.connections());
        desk.reset();
        verifyDesks(profile);
        verifyLog();
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_Kill.moc"
