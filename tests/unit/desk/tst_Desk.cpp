// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The façade with its real files and threads, without a link: acts are saved, shown, kept, and refused with a reason.
#include "data/desk/Desk.h"
#include "data/net/Authority.h"
#include "data/store/FolderLock.h"
#include "tests/support/SamplePlan.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::desk;

namespace {

model::ReportIncident gasReport()
{
    model::ReportIncident r;
    r.title = "燃气异味";
    r.narrative = "楼道有燃气异味";
    r.kind = test::samplePlan()->kinds.front().code;
    r.grade = plan::Grade::IV;
    r.place.area = 24;
    r.place.district = UnitCode("D05");
    r.place.text = "徐家棚街道";
    r.receivedAt = fromUtcMs(1'700'000'000'000);
    return r;
}

} // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_next = 0;
    ManualClock m_clock{fromUtcMs(1'700'000'000'000)};

    Desk::Options options()
    {
        Desk::Options o;
        o.profile.folder =
            std::filesystem::path(m_dir.path().toStdString()) / std::to_string(m_next++);
        o.profile.unit = UnitCode("HQ");
        o.profile.desk = DeskId("desk-1");
        o.profile.operation = OperationId("op");
        o.profile.credentials.key = net::keyToPem(SigningKey::generate());
        o.plan = test::samplePlan();
        o.clock = &m_clock;
        o.isLinkEnabled = false;
        return o;
    }

    static bool open(Desk& desk)
    {
        QSignalSpy opened(&desk, &Desk::opened);
        desk.start();
        return opened.wait(5000);
    }

    static Result<Receipt> wait(QFuture<Result<Receipt>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 5000)) {
            return fail(Code::Internal, "no answer");
        }
        QCoreApplication::processEvents();
        return future.result();
    }

private Q_SLOTS:
    void aReportIsSavedShownAndThereAgainAfterRestart()
    {
        const Desk::Options o = options();
        IncidentId id;
        {
            Desk desk(o);
            QVERIFY(open(desk));
            const auto receipt = wait(desk.perform({}, gasReport()));
            QVERIFY2(receipt.has_value(), receipt ? "" : receipt.error().detail.c_str());
            id = receipt->incident;
            QVERIFY(QTest::qWaitFor([&] { return desk.incident(id) != nullptr; }));
            QVERIFY(desk.incident(id)->hasUnsent);
            QCOMPARE(desk.link().unsent, 1);
        }
        Desk again(o);
        QVERIFY(open(again));
        QVERIFY(QTest::qWaitFor([&] { return again.incident(id) != nullptr; }));
        QCOMPARE(again.incident(id)->title, std::string("燃气异味"));
        QVERIFY(QTest::qWaitFor([&] { return again.outbox().size() == 1; }));
    }

    void anActAgainstTheRulesIsRefusedWithItsCodeAndLeavesNoTrace()
    {
        Desk desk(options());
        QVERIFY(open(desk));
        auto report = gasReport();
        report.title = "  ";
        QCOMPARE(wait(desk.perform({}, report)).error().code, Code::MissingField);
        QCOMPARE(
            wait(desk.perform(IncidentId("none"), model::AddNote{"x"})).error().code,
            Code::NoSuchIncident);
        QVERIFY(desk.outbox().empty());
    }

    void ordersAppearWithTheirStepsAtOnce()
    {
        Desk desk(options());
        QVERIFY(open(desk));
        const auto receipt = wait(desk.perform({}, gasReport()));
        const UnitCode gas("L20");
        model::IssueOrders issue{
            "现场排查",
            {{desk.newOrderId(), gas, model::answeringPost(*test::samplePlan(), gas), true, 10, 120,
              30}}};
        QVERIFY(wait(desk.perform(receipt->incident, issue)).has_value());
        QVERIFY(
            QTest::qWaitFor([&] { return desk.incident(receipt->incident)->orders.size() == 1; }));
        const auto incident = desk.incident(receipt->incident);
        QCOMPARE(incident->state, model::IncidentState::Active);
        const auto* next = incident->nextStep(m_clock.now());
        QVERIFY(next != nullptr);
        QCOMPARE(next->kind, model::StepKind::Sign);
        QVERIFY(!next->post.empty());
        QCOMPARE(
            desk.canPerform(receipt->incident, model::SignOrder{issue.to[0].id}).error().code,
            Code::NotYourOrder);
        QCOMPARE(
            desk.canPerform(receipt->incident, model::CloseIncident{"done"}).error().code,
            Code::StepsOpen);
    }

    void aDamagedLogIsSetAsideAndUnsentActsComeBack()
    {
        const Desk::Options o = options();
        IncidentId id;
        {
            Desk desk(o);
            QVERIFY(open(desk));
            id = wait(desk.perform({}, gasReport()))->incident;
            QVERIFY(wait(desk.perform(id, model::AddNote{"记一笔"})).has_value());
        }
        std::filesystem::remove(o.profile.logFile().string() + "-wal");
        QFile raw(QString::fromStdString(o.profile.logFile().string()));
        QVERIFY(raw.open(QIODevice::ReadWrite));
        raw.write(QByteArray(8192, 'z'));
        raw.close();

        Desk desk(o);
        QSignalSpy notices(&desk, &Desk::noticed);
        QVERIFY(open(desk));
        QVERIFY(QTest::qWaitFor([&] { return desk.incident(id) != nullptr; }));
        QCOMPARE(desk.incident(id)->trace.size(), 2U);
        QVERIFY(QTest::qWaitFor([&] { return !notices.isEmpty(); }));
        const auto notice = notices.first().first().value<Notice>();
        QCOMPARE(notice.kind, Notice::Kind::LogSetAside);
        QCOMPARE(notice.count, 2);
        QVERIFY(std::filesystem::exists(o.profile.folder / notice.detail));
    }

    void aDamagedViewIsRebuiltWithoutLoss()
    {
        const Desk::Options o = options();
        {
            Desk desk(o);
            QVERIFY(open(desk));
            QVERIFY(wait(desk.perform({}, gasReport())).has_value());
        }
        QFile raw(QString::fromStdString(o.profile.viewFile().string()));
        QVERIFY(raw.open(QIODevice::ReadWrite));
        raw.write(QByteArray(4096, 'z'));
        raw.close();
        Desk desk(o);
        QSignalSpy notices(&desk, &Desk::noticed);
        QVERIFY(open(desk));
        QVERIFY(QTest::qWaitFor([&] { return desk.incidents().size() == 1; }));
        QVERIFY(QTest::qWaitFor([&] { return !notices.isEmpty(); }));
        QCOMPARE(notices.first().first().value<Notice>().kind, Notice::Kind::ViewRebuilt);
    }

    void aSecondConsoleOnTheSameProfileIsRefused()
    {
        const Desk::Options o = options();
        Desk first(o);
        QVERIFY(open(first));
        Desk second(o);
        QSignalSpy failed(&second, &Desk::openFailed);
        second.start();
        QVERIFY(failed.wait(5000));
        QCOMPARE(failed.first().first().value<Error>().code, Code::StoreLocked);
        QCOMPARE(wait(second.perform({}, gasReport())).error().code, Code::StoreOpen);
    }

    void aProfileWithoutItsKeyOrWithAMistakeNamesTheFile()
    {
        Profile p = options().profile;
        QCOMPARE(loadProfile(p.folder).error().code, Code::NotFound);
        p.headquarters.port = 4711;
        p.others = {{"b.example", 7443}, {"::1", 7444}};
        p.credentials.certificate = p.credentials.authority = "pem";
        QVERIFY(saveProfile(p).has_value());
        const auto back = loadProfile(p.folder);
        QVERIFY(back.has_value());
        QCOMPARE(back->headquarters.port, std::uint16_t(4711));
        QCOMPARE(back->addresses().size(), 3U);
        QCOMPARE(back->addresses()[1].host, std::string("b.example"));
        QCOMPARE(back->addresses()[2].host, std::string("::1"));
        QCOMPARE(back->addresses()[2].port, std::uint16_t(7444));
        QCOMPARE(back->credentials.key, p.credentials.key);
        QCOMPARE(
            QFile(QString::fromStdString((p.folder / "desk.key").string())).permissions()
                & (QFile::ReadGroup | QFile::ReadOther),
            QFile::Permissions{});
        QFile toml(QString::fromStdString((p.folder / "profile.toml").string()));
        QVERIFY(toml.open(QIODevice::WriteOnly));
        toml.write("unit = 'HQ'\ndesk = \n");
        toml.close();
        const auto broken = loadProfile(p.folder);
        QCOMPARE(broken.error().code, Code::FileMalformed);
        QVERIFY(QString::fromStdString(broken.error().where)
                    .contains(QStringLiteral("profile.toml:2")));
        QVERIFY(std::filesystem::remove(p.folder / "desk.key"));
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_Desk.moc"
