// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Check-in rounds in the console's own window, in Chinese, by real keys: started, answered, on behalf, missed once and twice.
#include "tests/gui/PageRoom.h"
#include "tests/support/ThreadTime.h"
#include "widgets/rounds/RoundAlarmRow.h"
#include "widgets/rounds/RoundModel.h"
#include "widgets/rounds/RoundPosts.h"
#include "widgets/rounds/RoundSheet.h"
#include "widgets/shell/Rounding.h"
#include "widgets/supervision/PlainTable.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>

using namespace sz;
using namespace sz::widgets;
using model::CheckIn;
using sz::test::PageRoom;

namespace {

struct Rounds : PageRoom
{
    Rounds() : PageRoom(true) {}

    [[nodiscard]] bool start()
    {
        if (!show()) {
            return false;
        }
        key(Qt::Key_F10, Qt::ControlModifier);
        if (!test::waitFor([] { return focused() == QStringLiteral("roundTable"); })) {
            return false;
        }
        key(Qt::Key_B);
        if (!test::waitFor([] { return focused() == QStringLiteral("roundNameEdit"); })) {
            return false;
        }
        type(QStringLiteral("夜间点验"));
        find<QPlainTextEdit>("roundPostsEdit")->setFocus();
        find<QPlainTextEdit>("roundPostsEdit")
            ->setPlainText(QStringLiteral("武昌区\nD05\n二桥北桥头\t张\n\n武汉站 3 号门\n"));
        key(Qt::Key_Return, Qt::ControlModifier);
        return test::waitFor([&] { return round() != nullptr; })
               && test::waitFor([] { return focused() == QStringLiteral("roundTable"); });
    }
    [[nodiscard]] const model::ShiftRound* round() const
    {
        const auto& all = desk->shift()->rounds;
        return all.empty() ? nullptr : &all.rbegin()->second;
    }
    [[nodiscard]] CheckIn stateOf(std::size_t post) const
    {
        return model::standingOf(*round(), clock.now()).at(post).state;
    }
    [[nodiscard]] QString summary() const { return find<QLabel>("roundSummary")->text(); }
};

} // namespace

class tst_Rounds : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }

    void fromTheFirstKeyToMissedTwice()
    {
        Rounds r;
        QVERIFY(r.start());
        QCOMPARE(r.round()->started.name, std::string("夜间点验"));
        const std::vector<std::string> posts{
            std::string("D05"), std::string("二桥北桥头"), std::string("武汉站 3 号门")};
        QCOMPARE(r.round()->started.posts, posts); // the same district twice is one post
        PageRoom::key(Qt::Key_Space);
        UNTIL(r.stateOf(0) == CheckIn::Answered);
        UNTIL(r.find<PlainTable>("roundTable")->currentIndex().row() == 1); // to the next open one
        PageRoom::key(Qt::Key_O);
        UNTIL(PageRoom::focused() == QStringLiteral("roundChannelEdit"));
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier); // not without channel
        QVERIFY(r.round()->answers.size() == 1);
        PageRoom::type(QStringLiteral("对讲 3 频道"));
        PageRoom::key(Qt::Key_Tab);
        PageRoom::type(QStringLiteral("两人在岗"));
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(r.stateOf(1) == CheckIn::Answered);
        const auto& told = r.round()->answers.at("二桥北桥头");
        QVERIFY(told.isOnBehalf);
        QCOMPARE(told.channel, std::string("对讲 3 频道"));
        QCOMPARE(told.words, std::string("两人在岗"));
        r.wait(Minutes(11));
        QCOMPARE(r.stateOf(2), CheckIn::Missed);
        UNTIL(r.summary().contains(QStringLiteral("漏答一次")));
        const RoundAlarmRow& alarms = r.page().rounds().alarms();
        QVERIFY(!alarms.isVisible());
        r.wait(Minutes(5));
        QCOMPARE(r.stateOf(2), CheckIn::MissedTwice);
        UNTIL(r.summary().contains(QStringLiteral("漏答两次")));
        UNTIL(alarms.isVisible());
        QVERIFY2(
            alarms.text().contains(QStringLiteral("武汉站 3 号门")), qPrintable(alarms.text()));
        QVERIFY(alarms.text().contains(QStringLiteral("夜间点验")));
        const std::string id = alarms.items().front().round;
        QVERIFY(alarms.heard(false).contains("round:" + id) || alarms.heard(true).size() == 1);
        // Nobody confirms it: it goes up, rung by rung of the plan's ladder.
        const auto& ladder = r.desk->plan().ladder;
        QVERIFY(ladder.size() >= 2);
        r.wait(Minutes(ladder[1].afterMinutes + 1));
        const auto& climb = alarms.items().front().alarm.climb;
        QVERIFY(climb);
        QVERIFY(std::ranges::any_of(ladder.begin() + 1, ladder.end(), [&](const plan::Rung& rung) {
            return rung.post == climb->turn;
        }));
        PageRoom::key(Qt::Key_F10, Qt::AltModifier);
        UNTIL(r.round()->seen.has_value());
        QCOMPARE(r.round()->seen->posts, std::uint64_t{3});
        UNTIL(!alarms.isVisible());
        QVERIFY(alarms.heard(true).empty() && alarms.heard(false).empty());
        r.wait(Minutes(60)); // confirmed once is confirmed
        QVERIFY(!alarms.isVisible());
        QCOMPARE(test::namelessIn(alarms), QStringList());
    }

    void onlyTheOpenOnesAndNothingMoves()
    {
        Rounds r;
        QVERIFY(r.start());
        auto* table = r.find<PlainTable>("roundTable");
        PageRoom::key(Qt::Key_L);
        QCOMPARE(table->model()->rowCount(), 3);
        table->selectRow(0);
        PageRoom::key(Qt::Key_Space);
        UNTIL(r.stateOf(0) == CheckIn::Answered);
        QCOMPARE(table->model()->rowCount(), 3); // stays where it is
        PageRoom::key(Qt::Key_L);
        PageRoom::key(Qt::Key_L);
        QCOMPARE(table->model()->rowCount(), 2);
        PageRoom::key(Qt::Key_J);
        QVERIFY(table->currentIndex().isValid());
    }

    void ninethousandGates()
    {
        QString typed;
        for (int i = 1; i <= 9045; ++i) {
            typed += QStringLiteral("小区 %1 号门\n").arg(i);
        }
        const auto plan = test::samplePlan();
        const auto parts = roundParts({UnitCode("HQ"), "gates", 10, 5, postsOf(typed, *plan)});
        std::size_t all = parts.start.posts.size();
        for (const auto& more : parts.rest) {
            all += more.size();
        }
        QCOMPARE(all, 9045U);
        QVERIFY(parts.rest.size() >= 3);
        QVERIFY(model::encodeShiftAct(model::ExtendRound{"x", parts.rest.front()}).size() < 60'000);
    }

    // A second that passes costs nothing, an answer less than half a frame, however many posts there are.
    void aSecondOfNinethousandGates()
    {
        const Instant start = test::kCall;
        auto state = std::make_shared<model::ShiftState>();
        model::ShiftRound& round = state->rounds["R"];
        round.author.at = start;
        round.started = {UnitCode("HQ"), "gates", 10, 5, {}};
        for (int i = 1; i <= 9045; ++i) {
            round.started.posts.push_back("小区 " + std::to_string(i) + " 号门");
            if (i % 3 == 0) {
                round.answers[round.started.posts.back()].author.at = start;
            }
        }
        RoundModel model(test::samplePlan());
        QAbstractItemModelTester tester(&model);
        model.setRound(state, "R", start);
        QSignalSpy changed(&model, &RoundModel::dataChanged);
        QSignalSpy reset(&model, &RoundModel::modelReset);
        QElapsedTimer time;
        time.start();
        for (int second = 1; second < 600; ++second) {
            model.setNow(start + std::chrono::seconds(second));
        }
        const double tick = static_cast<double>(time.nsecsElapsed()) / 599e6;
        QVERIFY(changed.isEmpty());
        QCOMPARE(model.count(CheckIn::Waiting), 6030);
        auto next = std::make_shared<model::ShiftState>(*state);
        next->rounds["R"].answers["小区 1 号门"].author.at = start;
        time.restart();
        model.setRound(next, "R", start + Minutes(9));
        const double answer = static_cast<double>(time.nsecsElapsed()) / 1e6;
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.front().at(1).toModelIndex().row(), 0); // one row, not all
        time.restart();
        model.setNow(start + Minutes(15));
        const double end = static_cast<double>(time.nsecsElapsed()) / 1e6;
        QCOMPARE(model.count(CheckIn::MissedTwice), 6029);
        QVERIFY(reset.isEmpty());
        qInfo(
            "a second %.4f ms, an answer %.2f ms, an end of the round %.2f ms", tick, answer, end);
        QVERIFY(tick < 1 * sz::test::kSlowness);
    }

    // A district's round goes up to the office: its desk has the alarm, too, and may confirm it.
    void aDistrictsRoundGoesUpToTheOffice()
    {
        PageRoom r(true);
        QVERIFY(r.show());
        auto started =
            r.desk->performShift(model::StartRound{UnitCode("D05"), "夜巡", 10, 5, {"东湖路口"}});
        UNTIL(started.isFinished());
        QVERIFY(started.result().has_value());
        const RoundAlarmRow& alarms = r.page().rounds().alarms();
        r.wait(Minutes(16));
        UNTIL(alarms.isVisible());
        QVERIFY2(
            alarms.text().contains(QStringLiteral("武昌"))
                && alarms.text().contains(QStringLiteral("东湖路口")),
            qPrintable(alarms.text()));
        auto answered = r.desk->performShift(model::AnswerRound{
            started.result()->entry, {"东湖路口"}, true, "电话 8-2405", "刚巡完"});
        UNTIL(answered.isFinished());
        UNTIL(!alarms.isVisible()); // whoever answers late is there
    }
};

QTEST_MAIN(tst_Rounds)
#include "tst_Rounds.moc"
