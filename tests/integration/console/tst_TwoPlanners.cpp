// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two planners, two desks, the same week, headquarters dead: what each typed is kept, what differs is shown to both with who and when,
// and one key chooses. Headquarters is a process of its own, every edit is typed.
#include "tests/integration/console/TwoSeats.h"
#include "widgets/roster/DeskShifts.h"
#include "widgets/roster/RosterEdits.h"
#include "widgets/roster/RosterGrid.h"
#include "widgets/roster/RosterPage.h"
#include "widgets/roster/RosterPane.h"

#include <QRegularExpression>

#include <algorithm>

using namespace sz;
using namespace sz::widgets;
using sz::test::TwoSeats;
using Names = std::vector<std::string>;

namespace {

/// The roster page of one desk in a window.
struct Planner
{
    Planner(TwoSeats& seats, desk::Desk& desk)
        : shifts(desk, nullptr), page(desk, shifts, seats.theme, seats.ticks)
    {
        page.resize(1500, 860);
        QObject::connect(&page, &RosterPage::said, [this](const QString& text) { said << text; });
        page.show();
    }
    [[nodiscard]] bool isReady()
    {
        if (!TwoSeats::toFront(page)) {
            return false;
        }
        page.enter();
        return TwoSeats::until([&] { return page.model().sum().isWhole; });
    }
    [[nodiscard]] const RosterColumn& column(int at)
    {
        return page.model().columns()[static_cast<std::size_t>(at)];
    }
    [[nodiscard]] Names people(int at) { return page.model().peopleAt(chief(), column(at).time); }
    [[nodiscard]] RosterCell cell(int at) { return page.model().cell(chief(), column(at)); }
    [[nodiscard]] roster::PostIndex chief()
    {
        return page.model().roster().post(PostCode("HQ-chief")).value();
    }
    /// By keys: Enter, the name, Enter.
    [[nodiscard]] bool plan(int at, const QString& name)
    {
        if (!TwoSeats::toFront(page)) {
            return false;
        }
        page.grid().setFocus();
        page.grid().setCurrent({chief(), at});
        TwoSeats::press(Qt::Key_Return);
        TwoSeats::type(name);
        TwoSeats::press(Qt::Key_Return);
        return TwoSeats::until([&] { return people(at) == Names{name.toStdString()}; });
    }

    DeskShifts shifts;
    RosterPage page;
    QStringList said;
};

} // namespace

class tst_TwoPlanners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameWeekWithoutALink_data()
    {
        QTest::addColumn<bool>("isFirstEarlier");
        QTest::newRow("the first comes back first") << true;
        QTest::newRow("the other comes back first") << false;
    }

    void theSameWeekWithoutALink()
    {
        QFETCH(const bool, isFirstEarlier);
        TwoSeats seats;
        QVERIFY(seats.areLive());
        Planner one(seats, *seats.first);
        Planner two(seats, *seats.other);
        QVERIFY(one.isReady() && two.isReady());
        one.page.showSpan(RosterSpan::Week);
        QVERIFY(one.plan(0, QStringLiteral("孙丽")));
        QVERIFY(TwoSeats::until([&] { return two.people(0) == Names{"孙丽"}; }));

        QVERIFY(seats.cut());
        QVERIFY(one.plan(2, QStringLiteral("王伟"))); // both plan this one, differently
        QVERIFY(one.plan(4, QStringLiteral("李娜"))); // only the first this one
        QVERIFY(one.plan(8, QStringLiteral("周强"))); // both the same
        QVERIFY(two.plan(2, QStringLiteral("赵敏")));
        QVERIFY(two.plan(6, QStringLiteral("刘洋")));
        QVERIFY(two.plan(8, QStringLiteral("周强")));
        QCOMPARE(one.people(2), Names{"王伟"});
        QCOMPARE(two.people(2), Names{"赵敏"});
        QVERIFY(seats.first->link().unsent >= 3 && seats.other->link().unsent >= 3);

        QVERIFY(
            isFirstEarlier ? seats.join(*seats.first, *seats.other)
                           : seats.join(*seats.other, *seats.first));
        const Names stands{isFirstEarlier ? "王伟" : "赵敏"};
        const Names beside{isFirstEarlier ? "赵敏" : "王伟"};
        for (Planner* planner : {&one, &two}) {
            QVERIFY(TwoSeats::until([&] { return planner->cell(2).mark == CellMark::Clash; }));
            QVERIFY(TwoSeats::until([&] { return planner->people(2) == stands; }));
            QVERIFY(TwoSeats::until([&] { return planner->people(4) == Names{"李娜"}; }));
            QVERIFY(TwoSeats::until([&] { return planner->people(6) == Names{"刘洋"}; }));
            QCOMPARE(planner->people(8), Names{"周强"});
            QCOMPARE(planner->cell(8).mark, CellMark::None); // meant the same: no dispute
            QCOMPARE(planner->cell(2).word, QStringLiteral("两版"));
            QCOMPARE(planner->page.model().sum().clashes, std::size_t{1});
            QVERIFY2(
                planner->said.join(u'\n').contains(QStringLiteral("值班长")),
                qPrintable(planner->said.join(u'\n')));
            // Both values stand there with who wrote them and when, this desk's told from the other's.
            QVERIFY(TwoSeats::toFront(planner->page));
            planner->page.grid().setFocus();
            planner->page.grid().setCurrent({planner->chief(), 0});
            TwoSeats::press(Qt::Key_G);
            QCOMPARE(planner->page.grid().current().column, 2);
            const QString text = planner->page.pane().text();
            for (const auto* word : {"王伟", "赵敏", "本席", "另一席", "带班领导", "值班长"}) {
                QVERIFY2(text.contains(QString::fromUtf8(word)), qPrintable(text));
            }
            QVERIFY2(
                text.contains(QRegularExpression(QStringLiteral("\\d\\d:\\d\\d"))),
                qPrintable(text));
        }
        QVERIFY(TwoSeats::until(
            [&] { return seats.first->shift()->cells == seats.other->shift()->cells; }));

        // One key: the version beside the standing one counts, at every desk.
        QVERIFY(TwoSeats::toFront(two.page));
        two.page.grid().setFocus();
        two.page.grid().setCurrent({two.chief(), 2});
        TwoSeats::press(Qt::Key_2);
        for (Planner* planner : {&one, &two}) {
            QVERIFY(TwoSeats::until([&] { return planner->people(2) == beside; }));
            QVERIFY(TwoSeats::until([&] { return planner->cell(2).mark != CellMark::Clash; }));
        }
        auto newcomer = seats.opened("HQ", "HQ-chief"); // knows only what headquarters has
        QVERIFY(TwoSeats::until([&] {
            return newcomer->shift()->cells == seats.first->shift()->cells
                   && seats.first->shift()->cells == seats.other->shift()->cells;
        }));
        // Nothing that was typed is lost: the one that gave way is the version before.
        const auto& cells = newcomer->shift()->cells;
        const auto chosen = std::ranges::find_if(
            cells, [&](const auto& cell) { return cell.second.standing.edit.people == beside; });
        QVERIFY(chosen != cells.end());
        QCOMPARE(chosen->second.before, stands);
    }
};

QTEST_MAIN(tst_TwoPlanners)
#include "tst_TwoPlanners.moc"
