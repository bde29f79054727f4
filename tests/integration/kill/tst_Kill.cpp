// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Real processes and a real wire: desk and headquarters are killed at random moments, the wire is cut after every so many
// bytes. Whatever was called saved is in the log once.
#include "data/desk/Desk.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/integration/kill/CuttingProxy.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/sim/Rounds.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

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
        QTest::qWait(milliseconds);
        writer.kill();
        writer.waitForFinished(kPatience);
        while (writer.canReadLine()) {
            const QByteArrayList words = writer.readLine().trimmed().split(' ');
            if (words.size() == 2 && words[0] == "promise") {
                m_promised.insert(words[1].toStdString());
            } else if (words.size() == 2) {
                m_saved[words[1].toStdString()] = words[0].toStdString();
            }
        }
    }

    // On the desk that promised and on one that was never killed: each promise once.
    void verifyPromised(const Profile& profile)
    {
        for (const Profile& at : {profile, enrolled("HQ")}) {
            auto desk = opened(at, m_hq->port());
            QVERIFY(until([&] { return desk->isOpen() && desk->link().state == LinkState::Live; }));
            QVERIFY(until([&] { return desk->link().unsent == 0; }));
            const auto countOf = [&] {
                std::map<std::string, int> texts;
                for (const auto& [id, promise] : desk->shift()->promises) {
                    ++texts[promise.made.text];
                }
                return texts;
            };
            QVERIFY(until([&] { return countOf().size() >= m_promised.size(); }));
            const auto texts = countOf();
            for (const std::string& text : m_promised) {
                const auto found = texts.find(text);
                QVERIFY2(found != texts.end() && found->second == 1, text.c_str());
            }
        }
    }

    void verifySaved(const Profile& profile)
    {
        auto desk = opened(profile, m_hq->port());
        QVERIFY(until([&] { return desk->isOpen() && desk->link().state == LinkState::Live; }));
        QVERIFY(until([&] { return desk->link().unsent == 0; }));
        QVERIFY(until([&] {
            return std::ranges::none_of(
                desk->incidents(), [](const auto& one) { return one.second->hasUnsent; });
        }));
        std::map<std::string, int> titles;
        for (const auto& [id, incident] : desk->incidents()) {
            ++titles[incident->title];
            QCOMPARE(incident->trace.size(), 1U);
        }
        for (const auto& [title, id] : m_saved) {
            QVERIFY2(desk->incident(IncidentId(id)) != nullptr, title.c_str());
            QVERIFY2(titles[title] == 1, title.c_str());
        }
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

    void killedDesksAndHeadquartersLoseNothingCalledSaved()
    {
        const Profile profile = enrolled("HQ");
        const std::uint64_t rounds = test::scaledRounds(12);
        for (std::uint64_t round = 0; round < rounds; ++round) {
            QProcess writer;
            startWriter(writer, profile, QStringLiteral("r%1").arg(round));
            QVERIFY(until(
                [&] { return writer.canReadLine() || writer.state() == QProcess::NotRunning; }));
            QTest::qWait(m_random.bounded(150));
            if (m_random.bounded(2) == 0) {
                m_hq->kill();
                m_hq->start();
            }
            killAfter(writer, m_random.bounded(200));
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QVERIFY(m_saved.size() > rounds);
        QVERIFY(!m_promised.empty());
        qInfo(
            "%zu reports and %zu promises called saved in %llu rounds", m_saved.size(),
            m_promised.size(), static_cast<unsigned long long>(rounds));
        verifySaved(profile);
        verifyPromised(profile);
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
        verifySaved(profile);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_Kill.moc"
