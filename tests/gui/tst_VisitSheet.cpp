// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 督查走访 by real keys: a visit with what was found becomes orders that are rechecked.
#include "tests/gui/SupervisionRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/supervision/VisitTable.h"

#include <optional>

using namespace sz;
using namespace sz::widgets;
using sz::test::SupervisionRoom;
using sz::test::waitFor;

class tst_VisitSheet : public QObject
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

    void findingsBecomeOrdersThatAreRechecked_data() { languages(); }
    void findingsBecomeOrdersThatAreRechecked()
    {
        speak();
        auto plan = std::make_shared<plan::Plan>(*test::samplePlan());
        plan->roles.at(static_cast<std::size_t>(plan::Role::DutyChief))
            .reach[static_cast<std::size_t>(plan::Right::FinishOrder)] = plan::Reach::Any;
        SupervisionRoom room("HQ", plan); // one desk tells the whole story
        QVERIFY(room.isReady());
        room.key(Qt::Key_3, Qt::AltModifier);
        room.key(Qt::Key_N, Qt::AltModifier);
        QVERIFY(room.hasFocus("visitUnitEdit"));
        room.compose(QStringLiteral("武昌区"));
        room.focus("visitWordsEdit");
        room.compose(QStringLiteral("现场查看三处工地"));
        room.focus("findingEdit1");
        room.compose(QStringLiteral("围挡缺损"));
        QVERIFY(room.find<QLineEdit>("findingEdit2") != nullptr); // the next line is there
        room.focus("findingEdit2");
        room.compose(QStringLiteral("夜间无人值守"));
        room.focus("findingUnitEdit2");
        room.compose(QStringLiteral("公安"));
        room.focus("findingLimitEdit2");
        room.find<QLineEdit>("findingLimitEdit2")->clear();
        room.type(QStringLiteral("24h"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.hasFocus("visitTable"); }));
        QCOMPARE(room.desk->incidents().size(), 3U);

        const auto visit = room.newest("inspection.visit");
        QVERIFY(visit->watchUntil.has_value());
        QCOMPARE(visit->narrative, std::string("现场查看三处工地"));
        const auto find = [&](const char* title) {
            for (const auto& [id, incident] : room.desk->incidents()) {
                if (incident->title == title) {
                    return incident;
                }
            }
            return model::IncidentPtr();
        };
        const auto first = find("围挡缺损");
        const auto second = find("夜间无人值守");
        QVERIFY(first && second);
        QCOMPARE(first->group, visit->id);
        QCOMPARE(first->orders.size(), 1U);
        QCOMPARE(first->orders[0].unit, UnitCode("D05"));
        QCOMPARE(first->orders[0].doneMinutes, 7 * 24 * 60);
        QCOMPARE(second->orders[0].unit, UnitCode("L01"));
        QCOMPARE(second->orders[0].doneMinutes, 24 * 60);
        QVERIFY(!second->orders[0].post.empty());

        // Done is not over: the office rechecks, and only then can it be closed.
        model::IncidentPtr now = first;
        const plan::Limits limits =
            room.plan->limitsFor(KindCode("inspection.finding"), first->grade, first->mode);
        QVERIFY(limits.recheck > 0);
        QVERIFY(!room.desk->canPerform(first->id, model::CloseIncident{"完"}));

        const OrderId order = first->orders[0].id;
        const auto owed = [&](model::StepKind kind) {
            return std::ranges::contains(
                room.desk->incident(first->id)->steps, kind, &model::Step::kind);
        };
        QVERIFY(!room.perform(first->id, model::FinishOrder{order, "已补齐"}).empty());
        QVERIFY(waitFor([&] { return owed(model::StepKind::Recheck); }));
        const auto mayClose = room.desk->canPerform(first->id, model::CloseIncident{"完"});
        QVERIFY(!mayClose && mayClose.error().code == Code::RecheckOpen);
        // Not in order: it is the unit's again; in order: it can be closed.
        QVERIFY(
            !room.perform(first->id, model::RecheckOrder{order, false, 3, 2, 24 * 60, "一处未改"})
                 .empty());
        QVERIFY(waitFor([&] { return room.desk->incident(first->id)->order(order)->isOpen(); }));
        QVERIFY(!room.perform(first->id, model::FinishOrder{order, "全部补齐"}).empty());
        QVERIFY(waitFor([&] { return owed(model::StepKind::Recheck); }));
        QVERIFY(
            !room.perform(first->id, model::RecheckOrder{order, true, 3, 3, 0, "合格"}).empty());
        QVERIFY(waitFor([&] {
            return room.desk->canPerform(first->id, model::CloseIncident{"完"}).has_value();
        }));

        auto* table = room.find<PlainTable>("visitTable");
        QCOMPARE(table->model()->rowCount(), 3);
        room.key(Qt::Key_Down);
        room.key(Qt::Key_Return);
        QVERIFY(room.requested == first->id || room.requested == second->id);
    }

    void aVisitWithoutFindingsIsOver()
    {
        SupervisionRoom room;
        QVERIFY(room.isReady());
        room.key(Qt::Key_3, Qt::AltModifier);
        room.key(Qt::Key_N, Qt::AltModifier);
        room.type(QStringLiteral("L06"));
        room.focus("visitWordsEdit");
        room.type(QStringLiteral("all in order"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] {
            const auto visit = room.newest("inspection.visit");
            return visit && visit->state == model::IncidentState::Closed;
        }));
        QCOMPARE(room.desk->incidents().size(), 1U);
    }

    void whatIsMissingIsPointedAt()
    {
        SupervisionRoom room;
        QVERIFY(room.isReady());
        room.key(Qt::Key_3, Qt::AltModifier);
        room.key(Qt::Key_N, Qt::AltModifier);
        room.type(QStringLiteral("nowhere"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.hasFocus("visitUnitEdit"));
        room.find<QLineEdit>("visitUnitEdit")->clear();
        room.type(QStringLiteral("L06"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.hasFocus("visitWordsEdit"));
        room.type(QStringLiteral("seen"));
        room.focus("findingEdit1");
        room.type(QStringLiteral("found"));
        room.focus("findingLimitEdit1");
        room.find<QLineEdit>("findingLimitEdit1")->clear();
        room.type(QStringLiteral("soon"));
        room.focus("findingEdit1");
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.hasFocus("findingLimitEdit1"));
        QVERIFY(room.desk->incidents().empty());
        const QStringList nameless = sz::test::namelessIn(*room.page);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(tst_VisitSheet)
#include "tst_VisitSheet.moc"
