// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole loop with real processes: the office orders, the district signs, headquarters dies and comes back.
#include "data/desk/Desk.h"
#include "data/net/Authority.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/support/SamplePlan.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::desk;

namespace {

constexpr int kPatience = 15'000;

model::ReportIncident report(const std::string& title, int area, const char* district)
{
    model::ReportIncident r;
    r.title = title;
    r.kind = test::samplePlan()->kinds.front().code;
    r.grade = plan::Grade::III;
    r.place.area = area;
    r.place.district = UnitCode(district);
    r.place.text = "示例地点";
    r.receivedAt = SystemClock().now();
    return r;
}

model::OrderTo orderTo(Desk& desk, const char* unit)
{
    return {
        desk.newOrderId(),
        UnitCode(unit),
        model::answeringPost(*test::samplePlan(), UnitCode(unit)),
        false,
        10,
        120,
        30};
}

} // namespace

class TestTwoDesks : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<test::HqProcess> m_hq;
    int m_next = 0;

    QString folder(const char* name)
    {
        return m_dir.filePath(QStringLiteral("%1-%2").arg(QLatin1StringView(name)).arg(m_next++));
    }

    Profile enrolled(const char* unit)
    {
        auto profile = enrol(
            folder(unit).toStdString(), {"127.0.0.1", m_hq->port()}, m_hq->enrolCode(unit),
            m_hq->authority());
        if (!profile) {
            qFatal(
                "enrol %s: %s %s", unit, codeName(profile.error().code),
                profile.error().detail.c_str());
        }
        if (auto saved = saveProfile(*profile); !saved) {
            qFatal("save: %s", saved.error().detail.c_str());
        }
        return *profile;
    }

    std::unique_ptr<Desk> opened(Profile profile)
    {
        profile.headquarters.port = m_hq->port();
        Desk::Options o;
        o.profile = std::move(profile);
        o.plan = test::samplePlan();
        o.clock = &m_clock;
        auto desk = std::make_unique<Desk>(std::move(o));
        desk->start();
        return desk;
    }

    template <class Condition>
    static bool until(Condition condition)
    {
        return QTest::qWaitFor(condition, kPatience);
    }

    static bool isLive(const Desk& desk)
    {
        return until([&] { return desk.link().state == LinkState::Live; });
    }

    // Files of a folder that hold these bytes.
    static QStringList filesWith(const std::filesystem::path& folder, const QByteArray& words)
    {
        QStringList found;
        for (const auto& one : std::filesystem::directory_iterator(folder)) {
            QFile file(QString::fromStdString(one.path().string()));
            if (one.is_regular_file() && file.open(QIODevice::ReadOnly)
                && file.readAll().contains(words)) {
                found.append(file.fileName());
            }
        }
        return found;
    }

    static QByteArray randomBytes(qsizetype count)
    {
        QByteArray out(count, Qt::Uninitialized);
        fillRandom({reinterpret_cast<std::uint8_t*>(out.data()), static_cast<std::size_t>(count)});
        return out;
    }

    QString fileOf(const QByteArray& bytes)
    {
        const QString path = folder("source");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("no source file");
        }
        return path;
    }

    static QFuture<Result<Receipt>>
    attach(Desk& desk, const IncidentId& id, const QString& source, const char* type = "image/jpeg")
    {
        return desk.attachFile(id, source.toStdString(), "照片 1.jpg", type);
    }

    static bool isAtHeadquarters(const Desk& desk, const Digest& hash)
    {
        return desk.fileStatus(hash).stage == FileStatus::Stage::Here;
    }

    static Result<Receipt> done(QFuture<Result<Receipt>> future)
    {
        return until([&] { return future.isFinished(); }) ? future.result()
                                                          : fail(Code::Internal, "no answer");
    }

private Q_SLOTS:
    void init()
    {
        m_hq = std::make_unique<test::HqProcess>(folder("hq"));
        m_hq->start();
    }

    void cleanup() { m_hq.reset(); }

    void whatMovesToAnotherDistrictLeavesThisDeskAndMayComeBack()
    {
        auto office = opened(enrolled("HQ"));
        const Profile profile = enrolled("D05");
        auto district = opened(profile);
        QVERIFY(isLive(*office) && isLive(*district));
        QSignalSpy notices(district.get(), &Desk::noticed);
        const QByteArray words = "只有武昌看得到的话";
        const auto id = done(office->perform({}, report(words.constData(), 24, "D05")))->incident;
        QVERIFY(done(office->perform(id, model::AddNote{words.toStdString() + "二"})).has_value());
        QVERIFY(until([&] {
            return district->incident(id) != nullptr && district->incident(id)->version == 2;
        }));
        model::AmendIncident away;
        away.place = report("", 4, "D02").place;
        QVERIFY(done(office->perform(id, away)).has_value());
        QVERIFY(until([&] { return district->incident(id) == nullptr && notices.count() == 1; }));
        QCOMPARE(notices[0][0].value<Notice>().kind, Notice::Kind::ScopeLost);
        QCOMPARE(filesWith(profile.folder, words), QStringList());
        district.reset(); // a restart shows nothing of it either
        QCOMPARE(filesWith(profile.folder, words), QStringList());
        district = opened(profile);
        QVERIFY(isLive(*district));
        QVERIFY(district->incident(id) == nullptr);
        model::AmendIncident back;
        back.place = report("", 24, "D05").place;
        QVERIFY(done(office->perform(id, back)).has_value());
        QVERIFY(until([&] {
            return district->incident(id) != nullptr && district->incident(id)->version == 4;
        }));
        QCOMPARE(district->incident(id)->title, words.toStdString());
        QCOMPARE(district->incident(id)->trace.size(), 4U);
        district.reset();
        district = opened(profile); // and it stays
        QVERIFY(until([&] {
            return district->incident(id) != nullptr && district->incident(id)->version == 4;
        }));
    }

    void whatTheDistrictAttachesTheOfficeOpens()
    {
        auto office = opened(enrolled("HQ"));
        auto district = opened(enrolled("D05"));
        QVERIFY(isLive(*office) && isLive(*district));
        const auto id = done(district->perform({}, report("现场有照片", 24, "D05")))->incident;
        QVERIFY(until([&] { return office->incident(id) != nullptr; }));
        const QByteArray bytes = randomBytes(3'000'000);
        const QString source = fileOf(bytes);
        QVERIFY(done(attach(*district, id, source)).has_value());
        const Digest hash = district->incident(id)->files[0].hash;
        QVERIFY(until([&] { return isAtHeadquarters(*district, hash); }));
        QVERIFY(until([&] { return office->incident(id)->files.size() == 1; }));
        QCOMPARE(office->incident(id)->files[0].name, std::string("照片 1.jpg"));
        auto copy = office->openFile(id, hash);
        QVERIFY(until([&] { return copy.isFinished(); }));
        QVERIFY(copy.result().has_value());
        QFile seen(QString::fromStdString(copy.result()->string()));
        QVERIFY(seen.open(QIODevice::ReadOnly));
        QVERIFY(seen.readAll() == bytes);
    }

    // kill -9 of headquarters while the bytes are on their way, and of the desk's program's work with it.
    void bytesOnTheirWayOutliveHeadquartersAndDesk()
    {
        const Profile profile = enrolled("D05");
        auto district = opened(profile);
        QVERIFY(isLive(*district));
        const auto id = done(district->perform({}, report("现场有录像", 24, "D05")))->incident;
        const QByteArray bytes = randomBytes(19'000'000);
        QVERIFY(done(attach(*district, id, fileOf(bytes), "video/mp4")).has_value());
        const Digest hash = district->incident(id)->files[0].hash;
        QVERIFY(until([&] {
            return district->fileStatus(hash).done > 0 || isAtHeadquarters(*district, hash);
        }));
        m_hq->kill();
        m_hq->start();
        district.reset();
        district = opened(profile);
        QVERIFY(until([&] { return isAtHeadquarters(*district, hash); }));
        QFile kept(m_hq->folder() + "/files/" + QString::fromStdString(toHex(hash)));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll() == bytes);
    }

    void theDistrictSignsAndTheOfficeSeesIt()
    {
        auto office = opened(enrolled("HQ"));
        auto district = opened(enrolled("D05"));
        QVERIFY(isLive(*office) && isLive(*district));
        const auto id = done(office->perform({}, report("培训学校停业", 24, "D05")))->incident;
        QVERIFY(until(
            [&] { return office->incident(id)->serial == 1 && !office->incident(id)->hasUnsent; }));
        const model::IssueOrders issue{"到场核查", {orderTo(*office, "D05")}};
        QVERIFY(done(office->perform(id, issue)).has_value());
        QVERIFY(until([&] {
            return district->incident(id) != nullptr && district->incident(id)->orders.size() == 1;
        }));
        QVERIFY(done(district->perform(id, model::SignOrder{issue.to[0].id})).has_value());
        QVERIFY(until(
            [&] { return office->incident(id)->orders[0].state == model::OrderState::Signed; }));
        QVERIFY(done(district->perform(id, model::FinishOrder{issue.to[0].id, "已到场处置"}))
                    .has_value());
        QVERIFY(until(
            [&] { return office->incident(id)->orders[0].state == model::OrderState::Done; }));
        QVERIFY(done(office->perform(id, model::CloseIncident{"办结"})).has_value());
        QVERIFY(
            until([&] { return district->incident(id)->state == model::IncidentState::Closed; }));
        QCOMPARE(office->incident(id)->trace.size(), 5U);
        QVERIFY(until([&] { return office->link().unsent == 0 && district->link().unsent == 0; }));
    }

    void aDistrictSeesItsOwnPartAndTheEarlierEntriesOnceItIsOrdered()
    {
        auto office = opened(enrolled("HQ"));
        auto district = opened(enrolled("D05"));
        QVERIFY(isLive(*office) && isLive(*district));
        const auto mine = done(office->perform({}, report("武昌的事", 24, "D05")))->incident;
        const auto other = done(office->perform({}, report("江汉的事", 4, "D02")))->incident;
        QVERIFY(done(office->perform(other, model::AddNote{"先记一笔"})).has_value());
        QVERIFY(until(
            [&] { return district->incident(mine) != nullptr && office->link().unsent == 0; }));
        QTest::qWait(300);
        QVERIFY(district->incident(other) == nullptr);
        QVERIFY(done(office->perform(other, model::IssueOrders{"支援", {orderTo(*office, "D05")}}))
                    .has_value());
        QVERIFY(until([&] {
            return district->incident(other) != nullptr
                   && district->incident(other)->trace.size() == 3;
        }));
        QCOMPARE(district->incident(other)->title, std::string("江汉的事"));
    }

    void withHeadquartersDeadTheDeskWorksOnAndEverythingMerges()
    {
        auto office = opened(enrolled("HQ"));
        auto district = opened(enrolled("D05"));
        QVERIFY(isLive(*office) && isLive(*district));
        const auto id = done(office->perform({}, report("断线演示", 24, "D05")))->incident;
        QVERIFY(until([&] { return district->incident(id) != nullptr; }));
        m_hq->kill();
        QVERIFY(until([&] {
            return office->link().state != LinkState::Live
                   && district->link().state != LinkState::Live;
        }));
        const auto offline = done(office->perform({}, report("断线期间接报", 25, "D05")));
        QVERIFY(offline.has_value());
        QVERIFY(done(office->perform(id, model::AddNote{"断线期间记录"})).has_value());
        QVERIFY(done(district->perform(id, model::AddNote{"区里也记了"})).has_value());
        QVERIFY(until([&] { return office->link().unsent == 2 && district->link().unsent == 1; }));
        QVERIFY(office->incident(id)->hasUnsent);
        QCOMPARE(office->incident(offline->incident)->serial, 0U);
        QVERIFY(office->link().asOf.has_value());

        m_hq->start();
        office->setHeadquarters({"127.0.0.1", m_hq->port()});
        district->setHeadquarters({"127.0.0.1", m_hq->port()});
        QVERIFY(isLive(*office) && isLive(*district));
        QVERIFY(until([&] { return office->link().unsent == 0 && district->link().unsent == 0; }));
        QVERIFY(until([&] {
            return office->incident(id)->trace.size() == 3
                   && district->incident(id)->trace.size() == 3;
        }));
        QVERIFY(until([&] { return office->incident(offline->incident)->serial == 2; }));
        QVERIFY(until([&] {
            return !office->incident(id)->hasUnsent && !district->incident(id)->hasUnsent;
        }));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(office->incident(id)->trace[i].entry, district->incident(id)->trace[i].entry);
            QCOMPARE(
                office->incident(id)->trace[i].number, district->incident(id)->trace[i].number);
        }
    }

    // Without a link the addressee's clock runs from the moment the order was saved here, and it is the same one when the order
    // has come to headquarters and to the unit.
    void theSignForClockStartsWhereItIsSent()
    {
        auto office = opened(enrolled("HQ"));
        auto district = opened(enrolled("D05"));
        QVERIFY(isLive(*office) && isLive(*district));
        const auto id = done(office->perform({}, report("断线派单", 24, "D05")))->incident;
        QVERIFY(until([&] { return district->incident(id) != nullptr; }));
        m_hq->kill();
        QVERIFY(until([&] { return office->link().state != LinkState::Live; }));
        const model::IssueOrders issue{"处置", {orderTo(*office, "D05")}};
        const Instant before = SystemClock().now();
        QVERIFY(done(office->perform(id, issue)).has_value());
        const Instant after = SystemClock().now();
        const auto due = [&](const desk::Desk& desk) -> std::optional<Instant> {
            const auto incident = desk.incident(id);
            for (const model::Step& step : incident->steps) {
                if (step.kind == model::StepKind::Sign) {
                    return step.due;
                }
            }
            return std::nullopt;
        };
        QVERIFY(until([&] { return due(*office).has_value(); }));
        const Instant ours = *due(*office);
        const Minutes limit{issue.to[0].signMinutes};
        constexpr Millis kApart{
            250}; // what a desk takes headquarters' time to be, on a machine at work
        QVERIFY(ours >= before - kApart + limit && ours <= after + kApart + limit);
        QVERIFY(office->incident(id)->hasUnsent);
        QTest::qWait(1'000); // the link is away; the clock is not
        m_hq->start();
        office->setHeadquarters({"127.0.0.1", m_hq->port()});
        district->setHeadquarters({"127.0.0.1", m_hq->port()});
        QVERIFY(until([&] { return office->link().unsent == 0; }));
        QVERIFY(until([&] { return due(*district).has_value(); }));
        QCOMPARE(toUtcMs(*due(*district)), toUtcMs(ours));
        QCOMPARE(toUtcMs(*due(*office)), toUtcMs(ours));
    }

    void aRejectedActIsShownWithItsReasonAndBlocksNothing()
    {
        auto office = opened(enrolled("HQ"));
        auto district = opened(enrolled("D05"));
        QVERIFY(isLive(*office) && isLive(*district));
        const auto id = done(office->perform({}, report("先办结", 24, "D05")))->incident;
        const model::IssueOrders issue{"处置", {orderTo(*office, "D05")}};
        QVERIFY(done(office->perform(id, issue)).has_value());
        QVERIFY(until([&] {
            return district->incident(id) != nullptr && district->incident(id)->orders.size() == 1;
        }));
        QVERIFY(
            done(district->perform(id, model::FinishOrder{issue.to[0].id, "完成"})).has_value());
        QVERIFY(until([&] { return office->incident(id)->allOrdersDone(); }));
        const quint16 port = m_hq->port();
        m_hq->kill();
        QVERIFY(until([&] { return district->link().state == LinkState::Offline; }));
        // The office closes and its act arrives first; the district's finding of the same time is then against the rule.
        QVERIFY(done(office->perform(id, model::CloseIncident{"办结"})).has_value());
        QVERIFY(
            done(district->perform(id, model::StateCounts{"人数", 3, {{"到", 3}}})).has_value());
        QVERIFY(done(district->perform({}, report("另一件事", 24, "D05"))).has_value());
        m_hq->start();
        office->setHeadquarters({"127.0.0.1", m_hq->port()});
        QVERIFY(until(
            [&] { return office->link().unsent == 0 && office->link().state == LinkState::Live; }));
        Q_UNUSED(port)
        district->setHeadquarters({"127.0.0.1", m_hq->port()});
        QVERIFY(
            until([&] { return district->link().unsent == 0 && district->link().rejected == 1; }));
        QCOMPARE(district->outbox().size(), 1U);
        QCOMPARE(district->outbox()[0].state, OutboxState::Rejected);
        QCOMPARE(district->outbox()[0].code, Code::IncidentClosed);
        QVERIFY(
            !district->incident(id)->counts.has_value()); // the optimistic picture is taken back
        QVERIFY(until([&] { return office->incidents().size() == 2; }));
        district->dismissRejected(district->outbox()[0].counter);
        QVERIFY(until([&] { return district->link().rejected == 0; }));
    }

    void aDeskWithAForeignCertificateIsRefusedWithASentence()
    {
        Profile profile = enrolled("D05");
        const net::Identity foreign = net::makeAuthority("elsewhere", m_clock.now());
        const auto key = net::keyFromPem(profile.credentials.key);
        profile.credentials.certificate =
            *net::issueDesk(foreign, key->publicKey(), profile.desk.value, "D05", m_clock.now());
        auto desk = opened(profile);
        QVERIFY(until([&] { return desk->link().state == LinkState::Refused; }));
        QVERIFY(
            desk->link().reason == Code::BadCertificate
            || desk->link().reason == Code::LinkRefused);
        QVERIFY(done(desk->perform({}, report("仍可登记", 24, "D05"))).has_value());
    }

    void aWrongAuthorityOnTheDeskIsRefusedByTheDesk()
    {
        Profile profile = enrolled("D05");
        profile.credentials.authority = net::makeAuthority("elsewhere", m_clock.now()).certificate;
        auto desk = opened(profile);
        QVERIFY(until([&] { return desk->link().state == LinkState::Refused; }));
        QCOMPARE(desk->link().reason, Code::BadCertificate);
    }

    void aDamagedLogComesBackFromHeadquartersWithTheUnsentActs()
    {
        const Profile profile = enrolled("HQ");
        IncidentId sent;
        IncidentId unsent;
        {
            auto office = opened(profile);
            QVERIFY(isLive(*office));
            sent = done(office->perform({}, report("已送达", 24, "D05")))->incident;
            QVERIFY(until([&] { return office->link().unsent == 0; }));
            m_hq->kill();
            QVERIFY(until([&] { return office->link().state == LinkState::Offline; }));
            unsent = done(office->perform({}, report("未送达", 25, "D05")))->incident;
        }
        for (const char* suffix : {"-wal", "-shm"}) {
            std::filesystem::remove(profile.logFile().string() + suffix);
        }
        QFile raw(QString::fromStdString(profile.logFile().string()));
        QVERIFY(raw.open(QIODevice::WriteOnly));
        raw.write(QByteArray(20000, 'q'));
        raw.close();
        m_hq->start();
        auto office = opened(profile);
        QVERIFY(isLive(*office));
        QVERIFY(until([&] {
            return office->incident(sent) != nullptr && office->incident(unsent) != nullptr;
        }));
        QVERIFY(until(
            [&] { return office->link().unsent == 0 && office->incident(unsent)->serial == 2; }));
    }

    void aHundredActsThroughTenKillsAreAllThereOnce()
    {
        const Profile profile = enrolled("HQ");
        auto office = opened(profile);
        QVERIFY(isLive(*office));
        std::vector<IncidentId> ids;
        for (int round = 0; round < 10; ++round) {
            for (int i = 0; i < 10; ++i) {
                ids.push_back(
                    done(office->perform({}, report("第" + std::to_string(ids.size()), 24, "D05")))
                        ->incident);
            }
            QTest::qWait(round * 3);
            m_hq->kill();
            m_hq->start();
            office->setHeadquarters({"127.0.0.1", m_hq->port()});
        }
        QVERIFY(until([&] { // accepted and fed back: only then an incident has its serial
            return office->link().unsent == 0 && office->link().state == LinkState::Live
                   && std::ranges::all_of(ids, [&](const IncidentId& id) {
                          return office->incident(id)->serial != 0;
                      });
        }));
        std::set<std::uint32_t> serials;
        for (const IncidentId& id : ids) {
            QVERIFY(office->incident(id) != nullptr);
            QCOMPARE(office->incident(id)->trace.size(), 1U);
            serials.insert(office->incident(id)->serial);
        }
        QCOMPARE(serials.size(), 100U);
        QCOMPARE(*serials.rbegin(), 100U);
    }
};

QTEST_GUILESS_MAIN(TestTwoDesks)
#include "tst_TwoDesks.moc"
