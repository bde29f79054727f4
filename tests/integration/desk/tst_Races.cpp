// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two desks act on one matter before either has heard of the other. Headquarters is dead while they act and takes the first desk's
// acts first: what lost is a named refusal at the desk that did it, and both desks and a newcomer fold the same.
#include "data/desk/Desk.h"
#include "data/model/CampaignItems.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/model/walk/Walk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace sz;
using namespace sz::desk;
using namespace sz::model;

namespace {

constexpr int kPatience = 15'000;

template <class Condition>
bool until(Condition condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

PostCode postOf(const char* unit)
{
    return answeringPost(*sz::test::samplePlan(), UnitCode(unit));
}

FormForce force(const char* name, const char* lead)
{
    FormForce act;
    act.name = name;
    act.leadUnit = UnitCode(lead);
    act.leadPost = postOf(lead);
    act.goals = {{"转移", 120, "户"}};
    act.until = SystemClock().now() + std::chrono::hours(72);
    return act;
}

IssueOrders orderTo(const char* id, const char* unit, std::string decides = {})
{
    return {
        "到场",
        {{OrderId(id), UnitCode(unit), postOf(unit), true, 10, 120, 0}},
        std::move(decides)};
}

ImportItems sheet()
{
    ImportItems act;
    act.sheet[0] = 7;
    act.name = "清单.csv";
    act.rows = 2;
    act.first = 1;
    act.items = {
        {"1", "隐患一", UnitCode("D05"), {}, std::nullopt, {}, {}},
        {"2", "隐患二", UnitCode("L06"), {}, std::nullopt, {}, {}}};
    act.until = SystemClock().now() + std::chrono::hours(72);
    return act;
}

SettleItems settle(ItemState state)
{
    return {{"1"}, state, "看过"};
}

LeadCase leader(const char* unit)
{
    return {UnitCode(unit), postOf(unit), "2026-7", {"约谈", "化解"}};
}

using Acts = std::vector<Act>;

/// `ask` is the entry of the last act of `before`.
struct Race
{
    const char* name;
    const char* second; ///< unit of the second desk
    Acts before;
    std::function<Acts(const std::string& ask)> first;
    std::function<Acts(const std::string& ask)> other;
    std::vector<Code> refused; ///< of the other desk, in order
    std::function<bool(const Incident&)> outcome;
};

std::function<Acts(const std::string&)> just(Acts acts)
{
    return [acts = std::move(acts)](const std::string&) { return acts; };
}

const std::vector<Race>& races()
{
    static const std::vector<Race> all{
        {"both form a task force",
         "HQ",
         {},
         just({force("甲专班", "D05")}),
         just({force("乙专班", "L06")}),
         {Code::AlreadyDone},
         [](const Incident& i) {
             return i.forces.size() == 1 && i.force() != nullptr && i.force()->name == "甲专班";
         }},
        {"ended while command is handed over",
         "D05",
         {force("甲专班", "D05")},
         just({EndForce{"完成"}}),
         just({TransferForce{UnitCode("L06"), postOf("L06"), "现场在其手"}}),
         {Code::NotAllowed}, // nothing to hand over is left, and a district leads none of its own
         [](const Incident& i) {
             return i.forces.size() == 1 && i.force() == nullptr
                    && i.forces.front().commands.size() == 1;
         }},
        {"handed over while it is ended",
         "HQ",
         {force("甲专班", "D05")},
         just({TransferForce{UnitCode("L06"), postOf("L06"), "现场在其手"}}),
         just({EndForce{"完成"}}),
         {},
         [](const Incident& i) {
             return i.force() == nullptr && i.forces.front().commands.size() == 2
                    && i.forces.front().command().unit == UnitCode("L06");
         }},
        {"both answer a question by orders",
         "HQ",
         {AskDecision{"是否疏散？"}},
         [](const std::string& ask) { return Acts{orderTo("r1", "D05", ask)}; },
         [](const std::string& ask) { return Acts{orderTo("r2", "L06", ask)}; },
         {Code::NothingAsked},
         [](const Incident& i) {
             return i.orders.size() == 1 && i.openDecision() == nullptr
                    && i.decisions.front().orders == std::vector{OrderId("r1")};
         }},
        {"one orders, the other orders nothing",
         "HQ",
         {AskDecision{"是否疏散？"}},
         [](const std::string& ask) { return Acts{orderTo("r1", "D05", ask)}; },
         [](const std::string& ask) { return Acts{DropDecision{ask, "不必"}}; },
         {Code::NothingAsked},
         [](const Incident& i) {
             return i.orders.size() == 1 && i.decisions.front().reason.empty();
         }},
        {"an item is done and done again",
         "D05",
         {sheet()},
         just({settle(ItemState::Done)}),
         just({settle(ItemState::Done)}),
         {Code::AlreadyDone},
         [](const Incident& i) { return i.campaign->total().done == 1; }},
        // Both are findings; the later stands, as with fields, and tallies and items say the same.
        {"an item is done and void",
         "D05",
         {sheet()},
         just({settle(ItemState::Done)}),
         just({settle(ItemState::Void)}),
         {},
         [](const Incident& i) {
             const UnitTally sum = i.campaign->total();
             return sum.done == 0 && sum.voided == 1 && i.campaign->state(0) == ItemState::Void
                    && i.campaign->moves().size() == 3;
         }},
        {"another leader, and the old one moves the stage",
         "D05",
         {leader("D05")},
         just({leader("L06")}),
         just({StageCase{"约谈", {}}, VisitCase{SystemClock().now(), "走访"}}),
         {Code::NotAllowed, Code::NotAllowed},
         [](const Incident& i) {
             return i.ledCase->unit == UnitCode("L06") && i.ledCase->reached.empty()
                    && i.ledCase->visits.empty();
         }},
        {"closed while a task force is formed",
         "HQ",
         {},
         just({CloseIncident{"误报"}}),
         just({force("乙专班", "L06"), AskDecision{"怎么办？"}}),
         {Code::IncidentClosed, Code::IncidentClosed},
         [](const Incident& i) {
             return i.state == IncidentState::Closed && i.forces.empty() && i.decisions.empty();
         }},
        {"a question is put while it is closed",
         "HQ",
         {},
         just({AskDecision{"怎么办？"}}),
         just({CloseIncident{"误报"}}),
         {Code::StepsOpen},
         [](const Incident& i) {
             return i.state == IncidentState::Pending && i.openDecision() != nullptr;
         }},
    };
    return all;
}

} // namespace

class tst_Races : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<sz::test::HqProcess> m_hq;
    int m_next = 0;

    std::unique_ptr<Desk> opened(const char* unit)
    {
        const auto folder = m_dir.filePath(QString::number(m_next++)).toStdString();
        auto profile =
            enrol(folder, {"127.0.0.1", m_hq->port()}, m_hq->enrolCode(unit), m_hq->authority());
        if (!profile || !saveProfile(*profile)) {
            qFatal("enrol %s", unit);
        }
        Desk::Options o;
        o.profile = *profile;
        o.plan = sz::test::samplePlan();
        o.clock = &m_clock;
        auto desk = std::make_unique<Desk>(std::move(o));
        desk->start();
        return desk;
    }
    static bool isLive(const Desk& desk)
    {
        return until([&] { return desk.link().state == LinkState::Live; });
    }
    static Result<Receipt> done(QFuture<Result<Receipt>> future)
    {
        return until([&] { return future.isFinished(); }) ? future.result()
                                                          : fail(Code::Internal, "no answer");
    }
    static bool allDone(Desk& desk, const IncidentId& id, const Acts& acts)
    {
        return std::ranges::all_of(
            acts, [&](const Act& act) { return done(desk.perform(id, act)).has_value(); });
    }
    static ReportIncident report(const char* title)
    {
        ReportIncident r;
        r.title = title;
        r.kind = sz::test::samplePlan()->kinds.front().code;
        r.place.area = 24;
        r.place.district = UnitCode("D05");
        r.place.text = "示例地点";
        r.receivedAt = SystemClock().now();
        return r;
    }
    void cut(const Desk& a, const Desk& b)
    {
        m_hq->kill();
        QVERIFY(until([&] {
            return a.link().state != LinkState::Live && b.link().state != LinkState::Live;
        }));
    }
    /// The first desk's acts are there before the other one comes.
    void join(Desk& first, Desk& other)
    {
        m_hq->start();
        first.setHeadquarters({"127.0.0.1", m_hq->port()});
        QVERIFY(isLive(first));
        QVERIFY(until([&] { return first.link().unsent == 0; }));
        other.setHeadquarters({"127.0.0.1", m_hq->port()});
        QVERIFY(isLive(other));
        QVERIFY(until([&] { return other.link().unsent == 0; }));
    }
    static bool isSame(const Desk& a, const Desk& b, const IncidentId& id)
    {
        return until([&] {
            const auto left = a.incident(id);
            const auto right = b.incident(id);
            return left != nullptr && right != nullptr
                   && model::test::shown(*left) == model::test::shown(*right);
        });
    }
    /// Refused acts of a desk, in order; all of them are kept, with their words.
    static std::vector<Code> refused(const Desk& desk)
    {
        std::vector<Code> codes;
        for (const OutboxLine& line : desk.outbox()) {
            if (line.state == OutboxState::Rejected && line.act != nullptr) {
                codes.push_back(line.code);
            }
        }
        return codes;
    }

private Q_SLOTS:
    void init()
    {
        m_hq = std::make_unique<sz::test::HqProcess>(m_dir.filePath(QString::number(m_next++)));
        m_hq->start();
    }
    void cleanup() { m_hq.reset(); }

    void onOneIncident_data()
    {
        QTest::addColumn<int>("race");
        for (std::size_t i = 0; i < races().size(); ++i) {
            QTest::newRow(races()[i].name) << static_cast<int>(i);
        }
    }
    void onOneIncident()
    {
        QFETCH(const int, race);
        const Race& one = races().at(static_cast<std::size_t>(race));
        auto first = opened("HQ");
        auto other = opened(one.second);
        QVERIFY(isLive(*first) && isLive(*other));
        const IncidentId id = done(first->perform({}, report(one.name)))->incident;
        QVERIFY(allDone(*first, id, one.before));
        QVERIFY(until([&] {
            const auto there = other->incident(id);
            return first->link().unsent == 0 && there != nullptr
                   && there->trace.size() == one.before.size() + 1;
        }));
        QVERIFY(until([&] { return !first->incident(id)->hasUnsent; }));
        const std::string ask = first->incident(id)->trace.back().entry;
        cut(*first, *other);
        const Acts theirs = one.other(ask);
        QVERIFY(allDone(*first, id, one.first(ask)));
        QVERIFY(allDone(*other, id, theirs)); // each sees its own act as done
        join(*first, *other);

        QVERIFY(isSame(*first, *other, id));
        QVERIFY(until([&] { return refused(*other).size() == one.refused.size(); }));
        QVERIFY(refused(*other) == one.refused);
        QVERIFY(refused(*first).empty());
        QVERIFY(one.outcome(*first->incident(id)));
        const std::size_t kept = theirs.size() - one.refused.size();
        QCOMPARE(
            first->incident(id)->trace.size(),
            one.before.size() + 1 + one.first(ask).size() + kept); // nothing is lost
        const std::string wrong = model::test::brokenShape(*first->incident(id));
        QVERIFY2(wrong.empty(), wrong.c_str());

        auto newcomer = opened("HQ"); // knows only what headquarters has
        QVERIFY(isSame(*first, *newcomer, id));
    }

    void modeSwitchedByTwo_data()
    {
        QTest::addColumn<bool>("isRunning");
        QTest::newRow("started twice") << false;
        QTest::newRow("ended twice") << true;
    }
    void modeSwitchedByTwo()
    {
        QFETCH(const bool, isRunning);
        const auto turnOf = [&](const char* why) -> ModeAct {
            return isRunning ? ModeAct(EndMode{why}) : ModeAct(StartMode{plan::Mode::Games, why});
        };
        auto first = opened("HQ");
        auto other = opened("HQ");
        QVERIFY(isLive(*first) && isLive(*other));
        if (isRunning) {
            QVERIFY(done(first->setMode(StartMode{plan::Mode::Games, "赛期"})).has_value());
            QVERIFY(until([&] { return other->mode().mode == plan::Mode::Games; }));
            QVERIFY(until([&] { return !first->mode().isUnsent; }));
        }
        QSignalSpy notices(other.get(), &Desk::noticed);
        cut(*first, *other);
        QVERIFY(done(first->setMode(turnOf("甲"))).has_value());
        QVERIFY(done(other->setMode(turnOf("乙"))).has_value());
        join(*first, *other);
        const std::size_t turns = isRunning ? 2 : 1;
        QVERIFY(until([&] { return other->mode().last()->reason == "甲"; }));
        QCOMPARE(other->mode().turns.size(), turns);
        QVERIFY(first->mode().turns == other->mode().turns);
        QVERIFY(until([&] {
            return std::ranges::any_of(notices, [&](const QList<QVariant>& told) {
                const auto notice = told.front().value<Notice>();
                return notice.kind == Notice::Kind::ModeRefused
                       && notice.code == (isRunning ? Code::NothingAsked : Code::AlreadyDone);
            });
        }));
        auto newcomer = opened("HQ");
        QVERIFY(until([&] { return newcomer->mode().turns == first->mode().turns; }));
    }

    // Each into the other: one of them has to stay open, or nobody has the matter any more.
    void mergedIntoEachOther()
    {
        auto first = opened("HQ");
        auto other = opened("HQ");
        QVERIFY(isLive(*first) && isLive(*other));
        const IncidentId a = done(first->perform({}, report("甲")))->incident;
        const IncidentId b = done(first->perform({}, report("乙")))->incident;
        QVERIFY(
            until([&] { return other->incident(a) != nullptr && other->incident(b) != nullptr; }));
        QVERIFY(until([&] { return first->link().unsent == 0; }));
        cut(*first, *other);
        QVERIFY(allDone(*first, a, {MergeIncident{b, "同一件事"}}));
        QVERIFY(allDone(*other, b, {MergeIncident{a, "同一件事"}}));
        join(*first, *other);
        QVERIFY(isSame(*first, *other, a));
        QVERIFY(isSame(*first, *other, b));
        QCOMPARE(first->incident(a)->mergedInto, b);
        QVERIFY(first->incident(b)->state != IncidentState::Closed);
        QVERIFY(refused(*other) == std::vector{Code::IncidentClosed});
    }
};

QTEST_GUILESS_MAIN(tst_Races)
#include "tst_Races.moc"
