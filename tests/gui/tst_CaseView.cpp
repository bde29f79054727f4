// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Led cases by real keys: taken in charge, seen to, moved on, ranked, and who lags is reminded.
#include "tests/gui/SupervisionRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/supervision/CaseTable.h"

#include <optional>

using namespace sz;
using namespace sz::widgets;
using sz::test::SupervisionRoom;
using sz::test::waitFor;

namespace {

bool take(SupervisionRoom& room, const char* title, const char* number, const char* unit)
{
    room.key(Qt::Key_N, Qt::AltModifier);
    if (!room.hasFocus("caseTitleEdit")) {
        return false;
    }
    room.compose(QString::fromUtf8(title));
    room.focus("caseNumberEdit");
    room.type(QString::fromLatin1(number));
    room.focus("caseUnitEdit");
    room.find<QLineEdit>("caseUnitEdit")->clear();
    room.compose(QString::fromUtf8(unit));
    room.key(Qt::Key_Return, Qt::ControlModifier);
    return waitFor([&] {
        const auto incident = room.newest("case.led");
        return incident != nullptr && incident->ledCase && incident->ledCase->number == number
               && room.hasFocus("caseTable");
    });
}

} // namespace

class tst_CaseView : public QObject
{
    Q_OBJECT

    std::optional<sz::test::ChineseScreen> m_chinese;

    static void languages()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("zh_CN") << true;
        QTest::newRow("en") << false;
    }
    void speak()
    {
        QFETCH(const bool, isChinese);
        if (isChinese) {
            m_chinese.emplace();
        }
    }

private Q_SLOTS:
    static void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }
    void cleanup() { m_chinese.reset(); }

    void takenSeenToRankedAndReminded_data() { languages(); }
    void takenSeenToRankedAndReminded()
    {
        speak();
        SupervisionRoom room;
        QVERIFY(room.isReady());
        room.key(Qt::Key_2, Qt::AltModifier);
        QVERIFY(take(room, "小区电梯长期停运", "2026-018", "武昌区"));
        room.advance(std::chrono::hours(1));
        QVERIFY(take(room, "拖欠农民工工资", "2026-019", "江汉区"));
        auto* table = room.find<PlainTable>("caseTable");
        const auto* cases = qobject_cast<CaseModel*>(table->model());
        QVERIFY(waitFor([&] { return cases->rowCount() == 2; }));
        QCOMPARE(cases->caseAt(0).ledCase->number, std::string("2026-018")); // waits for longer

        // The first one is seen to and moves on: it goes to the end.
        table->setCurrentIndex(cases->index(0, 0));
        room.advance(std::chrono::days(2));
        room.key(Qt::Key_V);
        QVERIFY(room.hasFocus("askEdit"));
        room.compose(QStringLiteral("约谈物业，月底前修复"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] {
            return cases->caseAt(1).ledCase->number == "2026-018"
                   && cases->caseAt(1).ledCase->visits.size() == 1;
        }));
        QVERIFY(waitFor([&] { return room.hasFocus("caseTable"); }));
        table->setCurrentIndex(cases->index(1, 0));
        room.key(Qt::Key_S);
        room.key(Qt::Key_Return); // words may stay unsaid going on, not going back
        QVERIFY(waitFor([&] { return !cases->caseAt(1).ledCase->reached.empty(); }));
        QCOMPARE(cases->caseAt(1).ledCase->reached.back().stage, room.plan->cases.stages[1]);
        QVERIFY(waitFor([&] { return room.hasFocus("caseTable"); }));
        table->setCurrentIndex(cases->index(1, 0));
        room.key(Qt::Key_B);
        room.key(Qt::Key_Return);
        QVERIFY(room.find<QLabel>("askMessage")->isVisible());
        room.key(Qt::Key_Escape);

        // Eight days later the other leader lags; the reminder names the post in the trace.
        room.advance(std::chrono::days(6));
        QCOMPARE(cases->overdue(), 1);
        QVERIFY(cases->isOverdue(0) && !cases->isOverdue(1));
        QVERIFY(cases->index(0, int(CaseColumn::Days)).data(LateRole).toBool());
        table->selectAll();
        room.key(Qt::Key_C);
        QVERIFY(waitFor([&] {
            const auto& trace = cases->caseAt(0).trace;
            return std::holds_alternative<model::AddNote>(*trace.back().act);
        }));
        const auto& note = std::get<model::AddNote>(*cases->caseAt(0).trace.back().act);
        QVERIFY2(note.text.contains("2026-019"), note.text.c_str());
        QVERIFY(!std::holds_alternative<model::AddNote>(*cases->caseAt(1).trace.back().act));

        // Another leader: the clock begins anew, what was done stays.
        table->setCurrentIndex(cases->index(0, 0));
        room.key(Qt::Key_L);
        QVERIFY(room.hasFocus("caseUnitEdit"));
        room.find<QLineEdit>("caseUnitEdit")->clear();
        room.compose(QStringLiteral("硚口区"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return cases->overdue() == 0; }));
        QCOMPARE(cases->rowCount(), 2);
        room.focus("caseTable");
        room.key(Qt::Key_Return);
        QVERIFY(!room.requested.empty());
    }

    void whatIsMissingIsPointedAt()
    {
        SupervisionRoom room;
        QVERIFY(room.isReady());
        room.key(Qt::Key_2, Qt::AltModifier);
        room.key(Qt::Key_N, Qt::AltModifier);
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.hasFocus("caseTitleEdit"));
        room.type(QStringLiteral("lift"));
        room.focus("caseNumberEdit");
        room.type(QStringLiteral("7"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.hasFocus("caseUnitEdit"));
        QVERIFY(room.desk->incidents().empty());
        const QStringList nameless = sz::test::namelessIn(*room.page);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(tst_CaseView)
#include "tst_CaseView.moc"
