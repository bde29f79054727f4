// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The index's short fold comes to the same state as the whole one, whatever order of acts it is given.
#include "data/model/StateFold.h"
#include "tests/unit/model/ForceStory.h"

#include <QTest>

#include <random>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

OrderTo heir(const OrderId& id, const OrderId& instead)
{
    OrderTo one = to(id.value.c_str(), "L19");
    one.instead = instead;
    return one;
}

Act anyAct(std::mt19937& random)
{
    const auto order = [&] { return OrderId("o" + std::to_string(random() % 4)); };
    switch (random() % 21) {
    case 0:
        return sampleReport();
    case 1:
        return IssueOrders{
            "去",
            {to(order().value.c_str(), "L06"), to(order().value.c_str(), "D05"),
             heir(order(), order())}};
    case 2:
        return SignOrder{order()};
    case 3:
    case 4:
        return FinishOrder{order(), "好"};
    case 5:
        return ReturnOrder{order(), "不归我"};
    case 6:
        return CloseIncident{"完"};
    case 9:
        return WithdrawOrder{order(), "撤"};
    case 10:
        return DecideReturn{order(), random() % 2 == 0, "定"};
    case 11:
        return RecheckOrder{order(), random() % 2 == 0, 0, 0, 60, "看"};
    case 12:
        return MergeIncident{IncidentId("other"), {}};
    case 13:
        return SeparateIncident{"分"};
    case 14:
        return GroupIncident{IncidentId(random() % 3 == 0 ? "" : "major")};
    case 15:
        return sampleForce();
    case 16:
        return EndForce{"完"};
    case 17:
        return AskDecision{"问"};
    case 7:
        return FileReport{ReportStage::First, "初", {}, 0};
    default:
        return AddNote{"记"};
    }
}

log::Entry anyEntry(const Story& story, std::mt19937& random, int at)
{
    log::Entry entry = story.entry(random() % 2 == 0 ? office() : line("L06"), at, anyAct(random));
    if (random() % 12 == 0) {
        entry.body = {0xa0}; // known type, no fields: cannot be folded
    } else if (random() % 12 == 0) {
        entry.typeVersion = 99; // of a newer program
    }
    return entry;
}

} // namespace

class tst_StateFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheWholeFoldsState()
    {
        const Story story;
        int closed = 0;
        int tied = 0;
        for (unsigned seed = 0; seed < 12000; ++seed) {
            std::mt19937 random(seed);
            std::vector<StampedEntry> history;
            StateFold fold;
            const int length = 1 + static_cast<int>(random() % 14);
            for (int at = 1; at <= length; ++at) {
                log::Entry entry = at == 1 && seed % 4 != 0
                                       ? story.entry(office(), at, sampleReport())
                                       : anyEntry(story, random, at);
                const Bytes raw = log::encodeEntry(entry);
                fold.add(*log::peekEntry(raw));
                history.push_back({std::move(entry), {static_cast<std::uint64_t>(at), 0}});
            }
            const auto whole = foldHistory(story.plan(), nullptr, history);
            if (!whole) {
                continue; // nobody shows it
            }
            QCOMPARE(fold.state(), (*whole)->state);
            QCOMPARE(fold.closedAt(), (*whole)->closedAt.value_or(Instant{}));
            QCOMPARE(fold.belongsTo(), (*whole)->belongsTo());
            tied += fold.belongsTo().empty() ? 0 : 1;
            closed += fold.state() == IncidentState::Closed ? 1 : 0;
        }
        QVERIFY(closed > 100);
        QVERIFY(tied > 100);
    }

    void peekReadsWhatDecodeReads()
    {
        const Story story;
        std::mt19937 random(1);
        for (int at = -5; at < 200; ++at) {
            log::Entry entry = anyEntry(story, random, at);
            entry.time = {fromUtcMs(at * 1'000'000'000LL), static_cast<std::uint32_t>(random())};
            Bytes raw = log::encodeEntry(entry);
            auto fields = *log::decode(raw)->as<log::Fields>();
            fields.emplace(-3, log::Array{1, log::Fields{{1, "x"}}}); // of a newer program
            fields.emplace(400, Bytes{1, 2, 3});
            raw = log::encode(fields);
            const auto whole = log::decodeEntry(raw);
            const auto head = log::peekEntry(raw);
            QVERIFY(whole && head);
            QCOMPARE(head->id, whole->id);
            QCOMPARE(head->desk, std::string_view(whole->desk.value));
            QVERIFY(head->time == whole->time);
            QCOMPARE(head->type, whole->type);
            QCOMPARE(head->typeVersion, whole->typeVersion);
            QVERIFY(head->kind == whole->subject.kind);
            QCOMPARE(head->subject, std::string_view(whole->subject.id));
            QVERIFY(std::ranges::equal(head->body, whole->body));
            for (std::size_t cut = 0; cut < raw.size(); ++cut) {
                QVERIFY(!log::peekEntry(BytesView(raw).first(cut)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_StateFold)
#include "tst_StateFold.moc"
