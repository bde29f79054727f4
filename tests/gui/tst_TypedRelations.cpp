// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 并入, 串并, 分离, 苗头 in the command line: what is understood, what is not and why.
#include "tests/support/SampleWorld.h"
#include "widgets/actions/CommandParser.h"
#include "widgets/actions/CommandWords.h"

#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_TypedRelations : public QObject
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
    [[nodiscard]] ParsedCommand parse(const QString& text, int selected = 42) const
    {
        const model::Actor actor{UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief};
        return parseCommand(
            text, {*test::samplePlan(), m_finder, m_incidents, m_incidents.at(m_ids.at(selected)),
                   actor, m_now});
    }
    [[nodiscard]] static model::Act act(const ParsedCommand& command)
    {
        return *actOf(command, [] { return OrderId("x"); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        const UnitCode office("HQ");
        add(41);
        add(42);
        add(43, [&](test::SampleIncident& i) {
            i.act(m_now - 9min, office, model::GroupIncident{m_ids.at(42)});
        });
        add(44, [&](test::SampleIncident& i) {
            i.act(m_now - 9min, office, model::MergeIncident{m_ids.at(41), "same"});
        });
        add(45, [&](test::SampleIncident& i) { i.order(m_now - 9min, {"L06"}); });
        add(46, [&](test::SampleIncident& i) {
            i.act(m_now - 9min, office, model::WatchIncident{m_now + 24h, "gate"});
        });
    }

    void mergedInAnyLanguage_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"并入 041 同一起", "并入041 同一起", "br 41 同一起", "merge #041 同一起",
              "bingru 1017-041 同一起", "042 并入 ０４１ 同一起", "MERGE 041，同一起"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void mergedInAnyLanguage()
    {
        QFETCH(const QString, text);
        const ParsedCommand command = parse(text);
        QVERIFY(command.isReady());
        const model::Act made = act(command);
        QCOMPARE(std::get<model::MergeIncident>(made).into, m_ids.at(41));
        QCOMPARE(std::get<model::MergeIncident>(made).reason, std::string("同一起"));
        QCOMPARE(command.incident->id, m_ids.at(42));
        QCOMPARE(doneText(command), QStringLiteral("042 merged into 041"));
    }

    void groupedAndTakenOut()
    {
        for (const char* text : {"串并 041", "cb 41", "group 041"}) {
            const ParsedCommand command = parse(QString::fromUtf8(text));
            QVERIFY2(command.isReady(), text);
            QCOMPARE(std::get<model::GroupIncident>(act(command)).major, m_ids.at(41));
        }
        for (const char* text : {"串并 止", "cb stop", "group none"}) {
            const ParsedCommand command = parse(QString::fromUtf8(text), 43);
            QVERIFY2(command.isReady(), text);
            QVERIFY(std::get<model::GroupIncident>(act(command)).major.empty());
        }
    }

    void separated()
    {
        for (const char* text : {"分离 另一处", "fl 另一处", "separate 另一处"}) {
            const ParsedCommand command = parse(QString::fromUtf8(text), 44);
            QVERIFY2(command.isReady(), text);
            QCOMPARE(std::get<model::SeparateIncident>(act(command)).reason, std::string("另一处"));
        }
    }

    void watchedAndNoLonger()
    {
        const ParsedCommand days = parse(QStringLiteral("苗头 3d 每日回访"));
        QVERIFY(days.isReady());
        const auto watch = std::get<model::WatchIncident>(act(days));
        QCOMPARE(*watch.until, m_now + 72h);
        QCOMPARE(watch.reason, std::string("每日回访"));
        QVERIFY(parse(QStringLiteral("mt 10-20 gate")).isReady());
        QVERIFY(parse(QStringLiteral("watch 2d gate")).isReady());
        const ParsedCommand stop = parse(QStringLiteral("苗头 止"), 46);
        QVERIFY(stop.isReady());
        QVERIFY(!std::get<model::WatchIncident>(act(stop)).until);
    }

    void satisfaction()
    {
        for (const char* text :
             {"满意度 4 回访 楼道已清", "满意 4 回访 楼道已清", "myd 4 huifang 楼道已清",
              "rate 4 callback 楼道已清"}) {
            const ParsedCommand command = parse(QString::fromUtf8(text), 44);
            QVERIFY2(command.isReady(), text);
            const auto rate = std::get<model::RateResult>(act(command));
            QCOMPARE(rate.score, 4);
            QCOMPARE(rate.channel, std::string("回访"));
            QCOMPARE(rate.text, std::string("楼道已清"));
        }
        const auto bare = std::get<model::RateResult>(act(parse(QStringLiteral("rate 5"), 44)));
        QCOMPARE(bare.score, 5);
        QVERIFY(bare.channel.empty() && bare.text.empty());
        const auto words =
            std::get<model::RateResult>(act(parse(QStringLiteral("满意度 2 没人来"), 44)));
        QVERIFY(words.channel.empty());
        QCOMPARE(words.text, std::string("没人来"));
    }

    void complaints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("selected");
        QTest::addColumn<int>("trouble");
        const auto row = [](const char* text, int selected, Trouble trouble) {
            QTest::newRow(text) << QString::fromUtf8(text) << selected << static_cast<int>(trouble);
        };
        row("并入", 42, Trouble::NoOther);
        row("并入 学校", 42, Trouble::NoOther);
        row("并入 099", 42, Trouble::UnknownNumber);
        row("并入 044", 42, Trouble::OtherClosed);
        row("并入 043", 42, Trouble::Circle);  // 043 is below 042 already
        row("并入 042", 42, Trouble::Refused); // itself
        row("并入 041", 45, Trouble::Refused); // an order is open
        row("串并 041 因为", 42, Trouble::StrayText);
        row("串并 止", 42, Trouble::Refused); // in no group
        row("分离", 44, Trouble::NoText);
        row("分离 另一处", 42, Trouble::Refused); // not merged
        row("苗头", 42, Trouble::NoDay);
        row("苗头 3", 42, Trouble::NoDay);
        row("苗头 2019-10-01 晚了", 42, Trouble::NoDay);
        row("苗头 3d", 42, Trouble::NoText);
        row("苗头 止", 42, Trouble::Refused); // not watched
        row("满意度", 44, Trouble::NoScore);
        row("满意度 6", 44, Trouble::NoScore);
        row("满意度 很好", 44, Trouble::NoScore);
        row("满意度 5", 45, Trouble::Refused); // an order is open
    }
    void complaints()
    {
        QFETCH(const QString, text);
        QFETCH(const int, selected);
        QFETCH(const int, trouble);
        const ParsedCommand command = parse(text, selected);
        QVERIFY(!command.isReady());
        QCOMPARE(static_cast<int>(command.complaints.front().trouble), trouble);
        QVERIFY(!complaintText(command.complaints.front()).isEmpty());
    }

    void thePreviewNamesTheOtherOne()
    {
        const auto chips =
            commandChips(parse(QStringLiteral("并入 041 同")), *test::samplePlan(), m_now);
        const auto named = std::ranges::find_if(chips, [](const Chip& chip) {
            return chip.text.contains(QStringLiteral("041 matter 41"));
        });
        QVERIFY(named != chips.end());
        QVERIFY(!named->label.isEmpty());
    }
};

QTEST_MAIN(tst_TypedRelations)
#include "tst_TypedRelations.moc"
