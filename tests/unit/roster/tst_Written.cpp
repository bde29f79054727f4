// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What planners wrote and what was agreed to, over the plan's roster: cells, swaps, substitutes, no-shows, and what came last.
#include "data/roster/Written.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTest>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;
using model::DutyChange;

namespace {

const Instant kDay = local(2026, 11, 22, 8, 30);
const Instant kNight = local(2026, 11, 22, 20, 30);
const Instant kNext = local(2026, 11, 23, 8, 30);

class Story
{
public:
    void cell(Instant from, Instant until, std::vector<std::string> people, Instant at = kDay)
    {
        model::ShiftCell cell;
        cell.version = 1;
        cell.standing.author.at = at;
        cell.standing.edit = {
            PostCode("P"),
            day(2026, 11, 22),
            from == kDay ? "白班" : "夜班",
            from,
            until,
            std::move(people),
            false,
            0};
        const auto key =
            model::ShiftCellKey{PostCode("P"), cell.standing.edit.day, cell.standing.edit.shift};
        state.cells[key] = cell;
    }
    void change(model::AskDutyChange ask, std::optional<bool> isAccepted, Instant at = kDay)
    {
        model::ShiftChange change;
        change.ask = std::move(ask);
        if (isAccepted) {
            change.decision = model::ShiftChange::Decision{*isAccepted, {}, {}};
            change.decision->author.at = at;
        }
        state.changes["c" + std::to_string(state.changes.size())] = change;
    }
    /// Both at noon and at midnight.
    [[nodiscard]] QString who() const
    {
        Roster roster = onePost(
            dayNight(shift("白班", 510, 1230), shift("夜班", 1230, 510), day(2026, 11, 22)), 4);
        write(roster, state);
        const DutyTable table = spread(roster, local(2026, 11, 22), local(2026, 11, 24));
        const auto names = [&](Instant when) {
            std::vector<OnDuty> found;
            table.at(0, when, found);
            QStringList all;
            for (const OnDuty& one : found) {
                all << QString::fromStdString(roster.people[one.person].name);
            }
            return all.join(u'+');
        };
        return names(local(2026, 11, 22, 12)) + u' ' + names(local(2026, 11, 22, 23));
    }
    [[nodiscard]] std::pair<std::string, std::string> planned() const
    {
        const QStringList both = Story().who().split(u' ');
        return {both[0].toStdString(), both[1].toStdString()};
    }

    model::ShiftState state;
};

model::DutySlot slot(const std::string& person, Instant from, Instant until)
{
    return {PostCode("P"), person, from, until};
}

} // namespace

class tst_Written : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsByName()
    {
        Story story;
        const QString plain = story.who();
        story.cell(kDay, kNight, {"王伟", "李娜"});
        QCOMPARE(story.who(), QStringLiteral("王伟+李娜 ") + plain.section(u' ', 1));
        story.cell(kDay, kNight, {});
        QCOMPARE(story.who(), QStringLiteral(" ") + plain.section(u' ', 1));
        story.state.cells.begin()->second.standing.edit.isAsPlanned = true;
        QCOMPARE(story.who(), plain);
    }

    void swapsCountOnceAgreed()
    {
        Story story;
        const auto [one, two] = story.planned();
        const model::AskDutyChange ask{
            DutyChange::Swap, slot(one, kDay, kNight), slot(two, kNight, kNext), {}, "家中有事"};
        story.change(ask, std::nullopt);
        QCOMPARE(story.who(), QString::fromStdString(one + " " + two));
        story.state.changes.clear();
        story.change(ask, false);
        QCOMPARE(story.who(), QString::fromStdString(one + " " + two));
        story.state.changes.clear();
        story.change(ask, true);
        QCOMPARE(story.who(), QString::fromStdString(two + " " + one));
    }

    void substitutesAndNoShows()
    {
        Story story;
        const auto [one, two] = story.planned();
        story.change({DutyChange::Substitute, slot(one, kDay, kNight), {}, "李娜", "病假"}, true);
        story.change({DutyChange::NoShow, slot(two, kNight, kNext), {}, {}, "没来"}, true);
        QCOMPARE(story.who(), QStringLiteral("李娜 "));
        story.change({DutyChange::NoShow, slot("李娜", kDay, kNight), {}, "赵敏", "没来"}, true);
        QCOMPARE(story.who(), QStringLiteral("赵敏 "));
    }

    void whatIsWrittenLaterSaysItAll()
    {
        Story story;
        const auto [one, two] = story.planned();
        story.change(
            {DutyChange::Substitute, slot(one, kDay, kNight), {}, "李娜", "病假"}, true, kDay);
        story.cell(kDay, kNight, {"赵敏"}, kDay + Minutes(5));
        QCOMPARE(story.who(), QString::fromStdString("赵敏 " + two));
    }
};

QTEST_APPLESS_MAIN(tst_Written)
#include "tst_Written.moc"
