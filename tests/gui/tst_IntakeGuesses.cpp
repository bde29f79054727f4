// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is guessed while a report is typed, and the file that keeps it.
#include "tests/gui/SheetFixture.h"
#include "widgets/intake/CallTime.h"
#include "widgets/intake/Guesses.h"
#include "widgets/intake/ReportDraft.h"

#include <QFile>

using namespace sz;
using namespace sz::widgets;
using sz::test::kCall;

namespace {

const QString kGas = QStringLiteral(
    "餐馆后门停了一辆面包车，车里有二三十个液化气罐，有人正往店里搬。路口较窄，行人多。");

model::IncidentPtr report(const char* title, const char* kind, int area, Minutes ago)
{
    model::ReportIncident act = test::plainReport(title, plan::Grade::IV, area);
    act.kind = KindCode(kind);
    act.narrative = title;
    act.receivedAt = kCall - ago;
    static std::uint32_t serial = 900;
    return test::SampleIncident(++serial, kCall - ago, act).get();
}

} // namespace

class tst_IntakeGuesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titles_data()
    {
        QTest::addColumn<QString>("narrative");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const QString& narrative, const QString& title) {
            QTest::newRow(name) << narrative << title;
        };
        row("first clause", kGas, QStringLiteral("餐馆后门停了一辆面包车"));
        row("a short clause takes the next along", QStringLiteral("你好，路灯杆倾斜。"),
            QStringLiteral("你好，路灯杆倾斜"));
        row("line end", QStringLiteral("高层冒烟\n19 层"), QStringLiteral("高层冒烟"));
        row("nothing", QStringLiteral("  \n"), QString());
        row("English", QStringLiteral("Smoke on floor 19, people out"),
            QStringLiteral("Smoke on floor 19"));
        row("at most sixty characters, rare Han whole", QString::fromUtf8("𠮷").repeated(70),
            QString::fromUtf8("𠮷").repeated(60));
    }
    void titles()
    {
        QFETCH(QString, narrative);
        QFETCH(QString, title);
        QCOMPARE(titleFrom(narrative), title);
    }

    void otherKindsComeFromTheWordsThenTheClass()
    {
        const auto kinds = otherKinds(*test::samplePlan(), kGas, KindCode("gas.cylinders"));
        QCOMPARE(kinds.size(), std::size_t{2});
        QVERIFY(kinds[0] != KindCode("gas.cylinders"));
        QVERIFY(kinds[0] != kinds[1]);
    }

    void kindsAreFoundByInitialsPinyinAndChinese()
    {
        const auto& plan = *test::samplePlan();
        for (const char* typed : {"qpwgys", "qiping", "气瓶", "cylinders"}) {
            const auto kinds = kindsNamed(plan, QString::fromUtf8(typed));
            QVERIFY2(!kinds.empty(), typed);
            QCOMPARE(kinds.front()->code, KindCode("gas.cylinders"));
        }
        QCOMPARE(kindsNamed(plan, QString()).size(), plan.kinds.size());
        QVERIFY(kindsNamed(plan, QStringLiteral("火星")).empty());
    }

    void duplicatesAreNearAlikeAndRecent()
    {
        const auto incidents = test::mapOf({
            report("面包车载液化气罐 32 只", "gas.cylinders", 4, Minutes{31}),
            report("液化气罐倒在路边", "gas.smell", 4, Minutes{65}),
            report("路灯杆倾斜", "flood.street", 4, Minutes{5}),
            report("气罐车", "gas.cylinders", 5, Minutes{5}),
            report("早上的气罐", "gas.cylinders", 4, Minutes{121}),
        });
        DuplicateQuery query;
        query.narrative = kGas;
        query.place.area = 4;
        query.kind = KindCode("gas.cylinders");
        query.now = kCall;
        const auto found = nearDuplicates(*test::samplePlan(), incidents, query, 9);
        QCOMPARE(found.size(), std::size_t{2});
        QVERIFY(found[0].isSameKind);
        QVERIFY(found[0].sharedWords >= 2);
        QVERIFY(!found[1].isSameKind);
        query.place.area = 0;
        QVERIFY(nearDuplicates(*test::samplePlan(), incidents, query).empty());
    }

    void callTimes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("secondsAgo");
        QTest::newRow("unchanged keeps its milliseconds") << QStringLiteral("14:22:10") << 0;
        QTest::newRow("earlier") << QStringLiteral("14:20") << 130;
        QTest::newRow("without a colon") << QStringLiteral("1420") << 130;
        QTest::newRow("full-width colon") << QStringLiteral("14：20") << 130;
        QTest::newRow("later than now was yesterday") << QStringLiteral("14:22:11") << 86'399;
        QTest::newRow("no time") << QStringLiteral("25:00") << -1;
        QTest::newRow("words") << QStringLiteral("刚才") << -1;
    }
    void callTimes()
    {
        QFETCH(QString, typed);
        QFETCH(int, secondsAgo);
        const auto time = callTime(typed, kCall, kCall, 480);
        QCOMPARE(time.has_value(), secondsAgo >= 0);
        if (time) {
            QCOMPARE((kCall - *time).count(), static_cast<std::int64_t>(secondsAgo) * 1000);
        }
    }

    void draftsReadBackWhole()
    {
        ReportDraft draft;
        draft.receivedAt = kCall;
        draft.savedAt = kCall + Millis{41'001};
        draft.source = model::Source::Hotline12345;
        draft.narrative = QString::fromUtf8("𠮷\n㙍");
        draft.title = QStringLiteral("a");
        draft.place = plan::Place{"唐家墩街",      Wgs84{114.2612345, 30.6}, false, 4,
                                  UnitCode("D02"), StreetCode("420103"),     {}};
        draft.kind = KindCode("gas.cylinders");
        draft.suggestedBy = QStringLiteral("燃-07");
        draft.grade = plan::Grade::II;
        draft.ticked = {UnitCode("D02"), UnitCode("L20")};
        const auto back = draftFromJson(draftToJson(draft));
        QVERIFY(back.has_value());
        QVERIFY(*back == draft);
        QVERIFY(!draft.isBlank());
        QVERIFY(ReportDraft{}.isBlank());
    }

    void otherFilesAreNoDraft()
    {
        for (const char* json :
             {"", "{", "[]", "{\"version\":2,\"source\":1}", "{\"version\":1,\"source\":77}"}) {
            QVERIFY2(!draftFromJson(QByteArray(json)), json);
        }
        const QTemporaryDir folder;
        QVERIFY(!loadDraft(folder.filePath(QStringLiteral("none"))));
        QVERIFY(!saveDraft(folder.filePath(QStringLiteral("no/such/folder")), {}));
    }

    void theFileIsTheOwnersOnly()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("draft"));
        ReportDraft draft;
        draft.narrative = QStringLiteral("a");
        QVERIFY(saveDraft(file, draft));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther
                            | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(file) & others, QFileDevice::Permissions());
    }
};

QTEST_MAIN(tst_IntakeGuesses)
#include "tst_IntakeGuesses.moc"
