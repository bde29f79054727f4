// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 专班, 移交, 纪要, 研判 in the command line, and goals as people type them: what is understood, what is not and why.
#include "tests/support/SampleWorld.h"
#include "widgets/actions/CommandParser.h"
#include "widgets/actions/CommandWords.h"
#include "widgets/actions/TypedGoal.h"

#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_TypedForce : public QObject
{
    Q_OBJECT

    Instant m_now = test::pictureMoment();
    plan::PlaceFinder m_finder{test::samplePlan()};
    test::IncidentMap m_incidents;
    std::map<int, IncidentId> m_ids;

    void add(std::uint32_t serial, const std::function<void(test::SampleIncident&)>& more = {})
    {
        test::SampleIncident one(
            serial, m_now - 30min, test::plainReport("matter " + std::to_string(serial)));
        if (more) {
            more(one);
        }
        m_ids[static_cast<int>(serial)] = one.get()->id;
        m_incidents[one.get()->id] = one;
    }
    [[nodiscard]] ParsedCommand
    parse(const QString& text, int selected = 42, const char* unit = "HQ") const
    {
        const bool isOffice = std::string_view(unit) == "HQ";
        const model::Actor actor{
            UnitCode(unit), model::answeringPost(*test::samplePlan(), UnitCode(unit)),
            isOffice ? plan::Role::DutyChief : plan::Role::LineDesk};
        return parseCommand(
            text, {*test::samplePlan(), m_finder, m_incidents, m_incidents.at(m_ids.at(selected)),
                   actor, m_now});
    }
    [[nodiscard]] static model::Act act(const ParsedCommand& command)
    {
        return *actOf(command, [] { return OrderId("x"); });
    }
    [[nodiscard]] static QString why(const ParsedCommand& command)
    {
        return command.complaints.empty() ? QStringLiteral("ready")
                                          : complaintText(command.complaints.front());
    }

private Q_SLOTS:
    void initTestCase()
    {
        add(41);
        add(42, [&](test::SampleIncident& i) {
            const auto post = [](const char* unit) {
                return model::answeringPost(*test::samplePlan(), UnitCode(unit));
            };
            model::FormForce force{
                "徐东专班",
                UnitCode("D05"),
                post("D05"),
                {{UnitCode("L06"), post("L06"), {}}},
                {{"转移", 120, "户"}, {"管控", 4, "处"}},
                m_now + 72h,
                {}};
            i.act(m_now - 20min, UnitCode("HQ"), force);
        });
    }

    void opens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("selected");
        QTest::newRow("one at work") << QStringLiteral("专班") << 42;
        QTest::newRow("none yet: to form it") << QStringLiteral("专班") << 41;
        QTest::newRow("initials") << QStringLiteral("zb") << 42;
        QTest::newRow("English") << QStringLiteral("force") << 41;
        QTest::newRow("of another number") << QStringLiteral("041 专班") << 42;
    }
    void opens()
    {
        QFETCH(QString, text);
        QFETCH(int, selected);
        const ParsedCommand command = parse(text, selected);
        QVERIFY2(command.isReady(), qPrintable(why(command)));
        QVERIFY(command.verb == Verb::Force && !command.force.count);
        QVERIFY(!actOf(command, [] { return OrderId("x"); }));
        QVERIFY(!effectText(command).isEmpty());
    }

    void counts_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"专班 转移 96", "专班转移96", "zb 转移 ９６", "force 转移 96 户", "专班 转 96"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void counts()
    {
        QFETCH(QString, text);
        const ParsedCommand command = parse(text);
        QVERIFY2(command.isReady(), qPrintable(why(command)));
        const auto goal = std::get<model::StateGoal>(act(command));
        QCOMPARE(goal.label, std::string("转移"));
        QCOMPARE(goal.count, std::int64_t{96});
        QVERIFY(goal.text.empty());
        QVERIFY(doneText(command).contains(QStringLiteral("96")));
    }

    void transfers()
    {
        for (const char* text : {"移交 教育 学员为主", "yj jy 学员为主", "移交教育，学员为主"}) {
            const ParsedCommand command = parse(QString::fromUtf8(text));
            QVERIFY2(command.isReady(), qPrintable(QString::fromUtf8(text) + why(command)));
            const auto to = std::get<model::TransferForce>(act(command));
            QCOMPARE(to.unit, UnitCode("L06"));
            QVERIFY(!to.post.empty());
            QCOMPARE(to.reason, std::string("学员为主"));
        }
    }

    void minutesAndQuestions()
    {
        const auto minutes =
            std::get<model::ForceMinutes>(act(parse(QStringLiteral("纪要 三组包干"))));
        QCOMPARE(minutes.text, std::string("三组包干"));
        const auto ask =
            std::get<model::AskDecision>(act(parse(QStringLiteral("yp 是否疏散？"), 41)));
        QCOMPARE(ask.question, std::string("是否疏散？"));
        QVERIFY(parse(QStringLiteral("研判 是否封路"), 41).isReady());
    }

    void notUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("selected");
        QTest::addColumn<int>("trouble");
        const auto row = [](const char* text, int selected, Trouble trouble) {
            QTest::newRow(text) << QString::fromUtf8(text) << selected << static_cast<int>(trouble);
        };
        row("专班 疏散 12", 42, Trouble::NoGoal);
        row("专班 转移", 42, Trouble::NoCount);
        row("专班 转移 96 ", 41, Trouble::NoForce);
        row("移交 教育 因", 41, Trouble::NoForce);
        row("纪要 会", 41, Trouble::NoForce);
        row("移交", 42, Trouble::NoUnit);
        row("移交 火星 因", 42, Trouble::UnknownUnit);
        row("移交 教育", 42, Trouble::NoText);
        row("研判", 41, Trouble::NoText);
        row("纪要", 42, Trouble::NoText);
    }
    void notUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(int, selected);
        QFETCH(int, trouble);
        const ParsedCommand command = parse(text, selected);
        QVERIFY(!command.isReady());
        QCOMPARE(static_cast<int>(command.complaints.front().trouble), trouble);
        QVERIFY(!why(command).isEmpty());
    }

    void refusedByTheRule()
    {
        const ParsedCommand stranger = parse(QStringLiteral("专班 转移 3"), 42, "L19");
        QCOMPARE(static_cast<int>(stranger.complaints.front().trouble), int(Trouble::Refused));
        const ParsedCommand member = parse(QStringLiteral("专班 转移 3"), 42, "L06");
        QVERIFY(member.isReady());
    }

    void goals_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("label");
        QTest::addColumn<qint64>("target");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* line, const char* label, qint64 target, const char* what) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(label) << target
                                << QString::fromUtf8(what);
        };
        row("转移 120 户", "转移", 120, "户");
        row("转移120户", "转移", 120, "户");
        row("管控 1,200 处", "管控", 1200, "处");
        row("转移　１２０　户", "转移", 120, "户");
        row("Evacuate 120 households", "Evacuate", 120, "households");
        row("check gas pipes 4000 metres", "check gas pipes", 4000, "metres");
        row("核对 5", "核对", 5, "");
        row("转移", "", 0, "");
        row("120 户", "", 0, "");
        row("转移 0 户", "", 0, "");
        row("转移 12345678901 户", "", 0, "");
        row("㙍𠮷核对 7 处", "㙍𠮷核对", 7, "处");
    }
    void goals()
    {
        QFETCH(QString, line);
        QFETCH(QString, label);
        QFETCH(qint64, target);
        QFETCH(QString, what);
        const auto goal = typedGoal(line);
        QCOMPARE(goal.has_value(), target > 0);
        if (goal) {
            QCOMPARE(QString::fromStdString(goal->label), label);
            QCOMPARE(goal->target, target);
            QCOMPARE(QString::fromStdString(goal->unitWord), what);
        }
    }

    void manyGoals()
    {
        const TypedGoals typed = typedGoals(QStringLiteral("转移 120 户\n\n乱写\n转移 5 户"));
        QCOMPARE(typed.goals.size(), std::size_t{2});
        QCOMPARE(typed.notUnderstood, QStringList{QStringLiteral("乱写")});
        QCOMPARE(typed.twice, QStringLiteral("转移"));
    }
};

QTEST_MAIN(tst_TypedForce)
#include "tst_TypedForce.moc"
