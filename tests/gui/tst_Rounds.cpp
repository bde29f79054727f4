// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Check-in rounds in the console's own window, in Chinese, by real keys: started, answered, on behalf, missed once and twice.
#include "tests/gui/PageRoom.h"
#include "widgets/rounds/RoundModel.h"
#include "widgets/rounds/RoundPosts.h"
#include "widgets/rounds/RoundSheet.h"
#include "widgets/shell/Rounding.h"
#include "widgets/supervision/PlainTable.h"

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
        QSignalSpy said(&r.page().rounds(), &Rounding::said);
        r.wait(Minutes(5));
        QCOMPARE(r.stateOf(2), CheckIn::MissedTwice);
        UNTIL(r.summary().contains(QStringLiteral("漏答两次")));
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(QStringLiteral("武汉站 3 号门")));
        r.wait(Minutes(1));
        QCOMPARE(said.size(), 1); // once is enough
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
};

QTEST_MAIN(tst_Rounds)
#include "tst_Rounds.moc"
