// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Long nights at random, each from a seed: with acts the rules allow, and with whatever a log may hold.
#include "data/model/ModeActs.h"
#include "data/model/StateFold.h"
#include "tests/unit/model/walk/Walk.h"

#include <QTest>

#include <format>
#include <random>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

unsigned scale()
{
    return static_cast<unsigned>(std::max(1, qEnvironmentVariableIntValue("SANZHEN_TEST_SCALE")));
}

template <class List>
const auto& oneOf(const List& list, std::mt19937& random)
{
    return list[random() % list.size()];
}

QByteArray at(unsigned seed, int step, const std::string& what)
{
    return QByteArray::fromStdString(std::format("seed {} step {}: {}", seed, step, what));
}

/// As it comes from a file: encoded and read again.
log::Entry reread(const log::Entry& entry)
{
    return *log::decodeEntry(log::encodeEntry(entry));
}

std::string foldOf(const std::vector<StampedEntry>& history, std::size_t cut)
{
    const auto middle = history.begin() + static_cast<std::ptrdiff_t>(cut);
    const auto first = foldHistory(walkPlan(), nullptr, {history.begin(), middle});
    if (!first) {
        return {};
    }
    return shown(**foldHistory(walkPlan(), *first, {middle, history.end()}));
}

ModeAct anyMode(std::mt19937& random)
{
    const std::string reason = random() % 4 == 0   ? " "
                               : random() % 9 == 0 ? std::string(2001, 'x')
                                                   : "赛期";
    if (random() % 2 == 0) {
        return EndMode{reason};
    }
    return StartMode{static_cast<plan::Mode>(1 + random() % plan::kModes), reason};
}

log::Entry modeEntry(const Actor& who, const ModeAct& act, unsigned number)
{
    log::Entry e;
    e.id.bytes[15] = static_cast<std::uint8_t>(number);
    e.desk = DeskId("desk-1");
    e.unit = who.unit;
    e.post = who.post;
    e.time.wall = kStart + Minutes{static_cast<int>(number)};
    e.type = modeActType(act);
    e.subject = modeSubject();
    e.body = encodeModeAct(act);
    return e;
}

} // namespace

class tst_ModelWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Everybody tries anything; what is allowed is done.
    void allowedNights()
    {
        std::size_t longest = 0;
        int closed = 0;
        for (unsigned seed = 1; seed <= 60 * scale(); ++seed) {
            std::mt19937 random(seed);
            Told told = with({}, office(), kStart, sampleReport(), "desk-1");
            Instant now = kStart;
            for (int step = 0; step < 2500; ++step) {
                now += Millis{1 + random() % 90'000};
                const Act act = oneOf(candidates(told.incident.get(), now), random);
                const Actor& who = oneOf(everybody(), random).actor;
                const bool isLast = std::holds_alternative<CloseIncident>(act) && step < 1500;
                if (isLast || !checkAct(walkPlan(), told.incident.get(), who, act)) {
                    continue;
                }
                const Told after = with(told, who, now, act, "desk-1");
                const Incident& next = *after.incident;
                std::string wrong =
                    missingEffect(told.incident.get(), next, after.history.back().entry, act);
                wrong = wrong.empty() ? brokenShape(next) : wrong;
                wrong = wrong.empty() ? brokenCare(walkPlan(), next) : wrong;
                QVERIFY2(wrong.empty(), at(seed, step, wrong + " by " + nameOf(act)).constData());
                told = after;
            }
            const auto whole = foldHistory(walkPlan(), nullptr, told.history);
            QCOMPARE(shown(**whole), shown(*told.incident));
            longest = std::max(longest, told.history.size());
            closed += told.incident->state == IncidentState::Closed ? 1 : 0;
        }
        QVERIFY(longest > 40);
        QVERIFY(closed > 5);
    }

    // Whatever a log holds, clocks that differ included: every desk folds the same, however it came by the entries.
    void anyLogFoldsTheSameOnEveryDesk()
    {
        for (unsigned seed = 1; seed <= 80 * scale(); ++seed) {
            std::mt19937 random(seed);
            Told told;
            StateFold index;
            for (int step = 0; step < 80; ++step) {
                const Instant now = kStart + Minutes{5 * step} - Minutes{random() % 12};
                const Act act = told.incident == nullptr && random() % 2 == 0
                                    ? Act(sampleReport())
                                    : oneOf(candidates(told.incident.get(), now), random);
                const Actor& who = oneOf(everybody(), random).actor;
                log::Entry entry =
                    entryFor(told, who, now, act, random() % 2 == 0 ? "desk-1" : "desk-2");
                entry.base = random() % (entry.base + 1);
                if (random() % 20 == 0) {
                    entry.typeVersion = 99; // of a newer program
                } else if (random() % 20 == 0) {
                    entry.body = {0xa0}; // known type, no fields
                }
                index.add(*log::peekEntry(log::encodeEntry(entry)));
                const IncidentPtr before = told.incident;
                told = with(std::move(told), reread(entry));
                if (told.incident == nullptr) {
                    continue;
                }
                const std::string wrong = brokenShape(*told.incident);
                QVERIFY2(wrong.empty(), at(seed, step, wrong + " by " + nameOf(act)).constData());
                if (entry.typeVersion == 99 && before != nullptr) {
                    QCOMPARE(shownState(*told.incident), shownState(*before));
                }
            }
            if (told.incident == nullptr) {
                continue;
            }
            const std::string followed = shown(*told.incident);
            for (const std::size_t cut :
                 {std::size_t{0}, std::size_t{1}, told.history.size() / 2, told.history.size()}) {
                const std::string late = foldOf(told.history, cut);
                QVERIFY2(
                    late.empty() || late == followed,
                    at(seed, static_cast<int>(cut), "cut").constData());
            }
            QVERIFY2(
                index.state() == told.incident->state, at(seed, 0, "index: state").constData());
            QCOMPARE(index.belongsTo(), told.incident->belongsTo());
            QCOMPARE(index.closedAt(), told.incident->closedAt.value_or(Instant{}));
        }
    }

    // What lamps, ladders and the late list ask of it can be asked at any time.
    void everyStepCanBeShown()
    {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            std::mt19937 random(seed);
            Told told = with({}, office(), kStart, sampleReport(), "desk-1");
            for (int step = 0; step < 60; ++step) {
                const Instant now = kStart + Minutes{7 * step};
                const Act act = oneOf(candidates(told.incident.get(), now), random);
                const Actor& who = oneOf(everybody(), random).actor;
                if (checkAct(walkPlan(), told.incident.get(), who, act)) {
                    told = with(std::move(told), who, now, act, "desk-1");
                }
                const Incident& i = *told.incident;
                for (const Step& s : i.steps) {
                    QCOMPARE(s.lampAt(s.due), Lamp::Late);
                    QVERIFY(s.lampAt(s.due - Millis{1}) != Lamp::Late);
                    const auto climb = climbOf(walkPlan(), i, s, now);
                    QVERIFY(!climb || !climb->turn.empty());
                }
                for (const LateStep& late : lateSteps(walkPlan(), i)) {
                    QVERIFY(late.clearedAt >= late.step.due);
                }
                QVERIFY(i.steps.empty() || i.nextStep(now) != nullptr);
            }
        }
    }

    // The two acts about the operation: the same questions.
    void mode()
    {
        std::map<std::string, std::set<std::string>> met;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            std::mt19937 random(seed);
            ModeState state;
            std::vector<log::Entry> history;
            for (unsigned step = 0; step < 60; ++step) {
                const ModeAct act = anyMode(random);
                const Actor& who = oneOf(everybody(), random).actor;
                const auto verdict = checkMode(walkPlan(), state, who, act);
                met[act.index() == 0 ? "start" : "end"].insert(
                    verdict ? "ok" : codeName(verdict.error().code));
                const log::Entry entry = reread(modeEntry(who, act, step));
                ModeState next = state;
                foldMode(next, entry);
                if (!verdict) {
                    const Code code = verdict.error().code;
                    if (code == Code::NothingAsked || code == Code::AlreadyDone) {
                        const bool isOther =
                            act.index() == 0 && std::get<StartMode>(act).mode != state.mode();
                        QVERIFY(next == state || isOther);
                    }
                    continue;
                }
                QVERIFY(next.mode() != state.mode());
                QCOMPARE(next.turns.size(), state.turns.size() + 1);
                QCOMPARE(next.turns.back().unit, who.unit);
                state = next;
                history.push_back(entry);
            }
            ModeState again;
            for (const log::Entry& entry : history) {
                foldMode(again, entry);
            }
            QVERIFY(again == state);
        }
        using Words = std::set<std::string>;
        QVERIFY(
            met["start"]
            == (Words{"ok", "NotAllowed", "BadArgument", "AlreadyDone", "MissingField"}));
        QVERIFY(
            met["end"]
            == (Words{"ok", "NotAllowed", "NothingAsked", "MissingField", "BadArgument"}));
    }
};

QTEST_APPLESS_MAIN(tst_ModelWalk)
#include "tst_ModelWalk.moc"
