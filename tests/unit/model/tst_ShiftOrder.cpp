// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Planners who edit the same cells without a link: whichever order headquarters takes them in, the same plans are kept and shown. Only
// which of them stands depends on who came first.
#include "data/model/ShiftState.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

#include <optional>
#include <random>
#include <set>

using namespace sz;
using namespace sz::model;

namespace {

const Instant kStart = fromUtcMs(1'790'000'000'000);
constexpr int kCells = 3;
const std::vector<std::string> kNames{"王伟", "李娜", "赵敏", "刘洋", "周强"};

/// Who is planned, without order; "-" before: back to the rotation.
using Plan = std::vector<std::string>;

Plan planOf(const CellEdit& edit)
{
    Plan plan = edit.people;
    std::ranges::sort(plan);
    if (edit.isAsPlanned) {
        plan.insert(plan.begin(), "-");
    }
    return plan;
}

ShiftCellKey keyOf(int cell)
{
    return {PostCode("HQ-chief"), 20'000 + cell, "夜班"};
}

log::Entry entryOf(UlidMaker& ids, const std::string& desk, std::vector<CellEdit> cells)
{
    log::Entry entry;
    entry.id = ids.next(kStart);
    entry.desk = DeskId(desk);
    entry.unit = UnitCode("HQ");
    entry.post = PostCode("HQ-chief");
    entry.time = {kStart, 0};
    const EditRoster act{UnitCode("HQ"), std::move(cells), {}};
    entry.type = shiftActType(act);
    entry.subject = shiftSubject();
    entry.body = encodeShiftAct(act);
    return entry;
}

std::vector<CellEdit> cellsOf(const log::Entry& entry)
{
    const auto act = decodeShiftAct(entry);
    return std::get<EditRoster>(**act).cells;
}

class Story
{
public:
    explicit Story(unsigned seed) : m_random(seed) {}

    /// Acts everybody has seen.
    void begin()
    {
        for (int i = pick(4); i > 0; --i) {
            fold(start, edited(start, "desk-0"));
        }
    }
    /// What one desk does on top of it, alone with its own acts.
    std::vector<log::Entry> alone(const std::string& desk)
    {
        ShiftState seen = start;
        std::vector<log::Entry> entries;
        for (int i = 1 + pick(3); i > 0; --i) {
            entries.push_back(edited(seen, desk));
            fold(seen, entries.back());
        }
        return entries;
    }
    /// Each desk's acts in its own order, the desks shuffled into each other.
    ShiftState merged(const std::vector<std::vector<log::Entry>>& desks)
    {
        std::vector<std::size_t> turns;
        for (std::size_t desk = 0; desk < desks.size(); ++desk) {
            turns.insert(turns.end(), desks[desk].size(), desk);
        }
        std::ranges::shuffle(turns, m_random);
        ShiftState state = start;
        std::vector<std::size_t> next(desks.size());
        for (const std::size_t desk : turns) {
            fold(state, desks[desk][next[desk]++]);
        }
        return state;
    }
    static void fold(ShiftState& state, const log::Entry& entry)
    {
        foldShift(*sz::test::samplePlan(), state, entry);
    }
    log::Entry edited(const ShiftState& seen, const std::string& desk)
    {
        std::vector<CellEdit> cells;
        for (int cell = 0; cell < kCells; ++cell) {
            if (pick(2) == 0 && !(cell + 1 == kCells && cells.empty())) {
                continue;
            }
            const ShiftCellKey key = keyOf(cell);
            CellEdit edit{key.post, key.day, key.shift, kStart, kStart + Minutes(720),
                          {},       false,   0};
            edit.isAsPlanned = pick(6) == 0;
            for (int n = edit.isAsPlanned ? 0 : pick(3); n > 0; --n) {
                edit.people.push_back(kNames[static_cast<std::size_t>(pick(5))]);
            }
            const ShiftCell* known = seen.cell(key);
            edit.base = known == nullptr ? 0 : known->version;
            cells.push_back(std::move(edit));
        }
        return entryOf(m_ids, desk, std::move(cells));
    }
    int pick(int below) { return std::uniform_int_distribution(0, below - 1)(m_random); }

    ShiftState start;

private:
    std::mt19937 m_random;
    UlidMaker m_ids;
};

/// The plans a planner sees in a cell.
std::set<Plan> shownIn(const ShiftState& state, int cell)
{
    std::set<Plan> plans;
    if (const ShiftCell* known = state.cell(keyOf(cell))) {
        plans.insert(planOf(known->standing.edit));
        for (const auto& rival : known->rivals) {
            plans.insert(planOf(rival.edit));
        }
    }
    return plans;
}

/// By hand: of each desk that planned the cell its last word; of nobody: as it was.
std::set<Plan>
expectedIn(const ShiftState& start, const std::vector<std::vector<log::Entry>>& desks, int cell)
{
    std::set<Plan> plans;
    for (const auto& entries : desks) {
        std::optional<Plan> last;
        for (const log::Entry& entry : entries) {
            for (const CellEdit& edit : cellsOf(entry)) {
                last = edit.day == keyOf(cell).day ? std::optional(planOf(edit)) : last;
            }
        }
        if (last) {
            plans.insert(*last);
        }
    }
    return plans.empty() ? shownIn(start, cell) : plans;
}

QString words(const std::set<Plan>& plans)
{
    QString all;
    for (const Plan& plan : plans) {
        for (const std::string& one : plan) {
            all += QString::fromStdString(one) + u' ';
        }
        all += u'|';
    }
    return all;
}

} // namespace

class tst_ShiftOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noOrderLosesAPlan()
    {
        int disputes = 0;
        for (unsigned seed = 1; seed <= 300; ++seed) {
            Story story(seed);
            story.begin();
            std::vector<std::vector<log::Entry>> desks;
            const int count = 2 + story.pick(3);
            for (int i = 1; i <= count; ++i) {
                desks.push_back(story.alone("desk-" + std::to_string(i)));
            }
            for (int order = 0; order < 8; ++order) {
                const ShiftState state = story.merged(desks);
                for (int cell = 0; cell < kCells; ++cell) {
                    const auto shown = shownIn(state, cell);
                    const auto wanted = expectedIn(story.start, desks, cell);
                    QVERIFY2(
                        shown == wanted,
                        qPrintable(QStringLiteral("seed %1 order %2 cell %3: %4 not %5")
                                       .arg(seed)
                                       .arg(order)
                                       .arg(cell)
                                       .arg(words(shown), words(wanted))));
                    disputes += shown.size() > 1 ? 1 : 0;
                }
            }
        }
        QVERIFY(disputes > 1'000);
    }

    // Whoever has all of it in view and plans the cell has decided, whatever the order was.
    void whoHasSeenAllDecides()
    {
        for (unsigned seed = 1; seed <= 100; ++seed) {
            Story story(seed);
            std::vector<std::vector<log::Entry>> desks;
            for (int i = 1; i <= 3; ++i) {
                desks.push_back(story.alone("desk-" + std::to_string(i)));
            }
            ShiftState state = story.merged(desks);
            const log::Entry decision = story.edited(state, "desk-2");
            Story::fold(state, decision);
            for (const CellEdit& edit : cellsOf(decision)) {
                const ShiftCell* cell = state.cell({edit.post, edit.day, edit.shift});
                QVERIFY(cell->rivals.empty() && cell->agreeing.empty());
                QCOMPARE(planOf(cell->standing.edit), planOf(edit));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_ShiftOrder)
#include "tst_ShiftOrder.moc"
