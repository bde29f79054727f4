// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every act survives the wire, and what is damaged or unknown is told apart.
#include "tests/unit/model/Story.h"

#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::model;

namespace {

const OrderId kOrder("01J00000000000000000000001");

std::vector<Act> everyAct()
{
    AmendIncident amend{
        "停业，学员 1,360 人", KindCode("gas.smell"), plan::Grade::II, test::sampleReport().place,
        "核实"};
    return {
        test::sampleReport(),
        amend,
        IssueOrders{
            "专班处置", {test::to("a", "L06", true), test::to("b", "D05", false, 5, 60, 0)}},
        SignOrder{kOrder},
        ProgressOrder{kOrder, Progress::OnScene, "到场，4 人"},
        ReportOrder{kOrder, "已核对 1,128 人"},
        FinishOrder{kOrder, "接待点 2 处开放"},
        ReturnOrder{kOrder, "不属本单位"},
        RemindUnits{{kOrder, OrderId("x")}},
        AddNote{"电话首报"},
        FileReport{ReportStage::Update, "续报", "904 → 1,128", 60},
        StateCounts{"学员", 1354, {{"转学", 1235}, {"退费", 119}}},
        CloseIncident{"已妥处"},
        ClaimIncident{},
        AcknowledgeAlarm{"sign/a"},
        ContactSealed{ContactId("01J"), Bytes(156, 7), test::kStart},
        ContactOpened{ContactId("01J")},
        AttachFile{sha256(viewOf("bytes")), "现场.jpg", "image/jpeg", 482'133, kOrder},
        AskRelief{kOrder, Relief::Suspend, 1440, "等待鉴定"},
        DecideRelief{kOrder, "01J", true, "同意"},
        ResumeOrder{kOrder, "鉴定已到"},
        WithdrawOrder{kOrder, "派错"},
        DecideReturn{kOrder, true, "另派"},
        RecheckOrder{kOrder, false, 5, 3, 60, "两处未改"},
        MergeIncident{IncidentId("01K"), "同一起"},
        SeparateIncident{"不是同一起"},
        GroupIncident{IncidentId("01K")},
        WatchIncident{test::kStart, "每日回访"},
        ShelveAlarm{"sign/a", 30, "已电话联系"},
        RaiseAlarm{"sign/a", PostCode("HQ-leader")},
        FormForce{
            "江滩专班",
            UnitCode("D05"),
            PostCode("D05-chief"),
            {{UnitCode("L06"), PostCode("L06-duty"), "现场管控"}},
            {{"转移", 120, "户"}},
            test::kStart,
            "水位超警"},
        ChangeForce{
            std::vector<ForceMember>{}, std::vector<ForceGoal>{{"转移", 140, "户"}}, test::kStart,
            "水位上涨"},
        StateGoal{"转移", 96, "第一批"},
        TransferForce{UnitCode("D05"), PostCode("D05-chief"), "换班"},
        ForceMinutes{"第一次碰头会"},
        EndForce{"退水，撤离"},
        AskDecision{"是否停运"},
        DropDecision{"01J", "情况已缓解"},
        ImportItems{
            sha256(viewOf("sheet")),
            "任务.csv",
            177,
            1,
            {{"1", "清淤", UnitCode("D05"), {UnitCode("L06")}, test::kStart, "江滩一路", "排口"},
             {"2", "巡查", UnitCode("D06"), {}, std::nullopt, "", ""}},
            test::kStart,
            test::kStart},
        SettleItems{{"1", "2"}, ItemState::Done, "已完成"},
        LeadCase{UnitCode("Z1"), PostCode("Z1-leader"), "BA-017", {"走访", "化解"}},
        VisitCase{test::kStart, "入户走访"},
        StageCase{"化解", "已签协议"},
        RateResult{4, "回访", "较满意"},
        ViewEndpoint{"E001", "核实烟雾"}};
}

Act actOf(std::uint32_t type)
{
    const auto acts = everyAct();
    return *std::ranges::find(acts, type, actType);
}

QByteArray nameOf(const Act& act)
{
    return "act " + QByteArray::number(actType(act));
}

} // namespace

class tst_Acts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeIsTested()
    {
        const auto acts = everyAct();
        QCOMPARE(acts.size() + 1, std::variant_size_v<Act>);
        for (std::size_t i = 0; i < 15; ++i) {
            QCOMPARE(actType(acts[i]), static_cast<std::uint32_t>(i + 1));
        }
        std::vector<std::uint32_t> later;
        for (std::size_t i = 15; i < acts.size(); ++i) {
            later.push_back(actType(acts[i]));
        }
        const std::vector<std::uint32_t> wire{50, 51, 60, 16, 17, 18, 19, 20, 21, 22,
                                              23, 24, 25, 28, 29, 30, 31, 32, 33, 34,
                                              35, 36, 37, 61, 62, 63, 64, 65, 66, 67};
        QCOMPARE(later, wire);
    }

    void roundTrip_data()
    {
        QTest::addColumn<int>("index");
        const auto acts = everyAct();
        for (std::size_t i = 0; i < acts.size(); ++i) {
            QTest::newRow(nameOf(acts[i]).constData()) << static_cast<int>(i);
        }
    }

    void roundTrip()
    {
        QFETCH(int, index);
        const Act act = everyAct()[static_cast<std::size_t>(index)];
        const Bytes body = encodeAct(act);
        const auto back = decodeAct(actType(act), 1, body);
        QVERIFY(back.has_value());
        QCOMPARE(back->index(), act.index());
        QCOMPARE(
            encodeAct(*back), body); // the encoding is deterministic, so equal bytes are equal acts
    }

    void fieldsArriveAsTheyLeft()
    {
        const auto report = test::sampleReport();
        const auto back = std::get<ReportIncident>(*decodeAct(1, 1, encodeAct(report)));
        QCOMPARE(back.title, report.title);
        QCOMPARE(back.narrative, report.narrative);
        QVERIFY(back.place == report.place);
        QCOMPARE(back.receivedAt, report.receivedAt);
        QCOMPARE(back.source, report.source);
        QCOMPARE(back.suggestedBy, report.suggestedBy);
        const auto orders = std::get<IssueOrders>(*decodeAct(3, 1, encodeAct(everyAct()[2])));
        QCOMPARE(orders.to.size(), std::size_t{2});
        QVERIFY(orders.to[0].isLead && !orders.to[1].isLead);
        QCOMPARE(orders.to[1].arriveMinutes, 0);
        QCOMPARE(orders.to[1].doneMinutes, 60);
    }

    void anOrderMayCarryItsClock()
    {
        using Unit = plan::WorkLimit::Unit;
        auto issue = std::get<IssueOrders>(everyAct()[2]);
        issue.to[1].work = plan::WorkLimit{Unit::Days, 7};
        const auto back = std::get<IssueOrders>(*decodeAct(3, 1, encodeAct(issue)));
        QVERIFY(!back.to[0].work);
        QVERIFY(back.to[1].work == issue.to[1].work);
        issue.to[1].work = plan::WorkLimit{static_cast<Unit>(3), 7};
        QVERIFY(!decodeAct(3, 1, encodeAct(issue)));
        issue.to[1].work = plan::WorkLimit{Unit::Minutes, -1};
        QVERIFY(!decodeAct(3, 1, encodeAct(issue)));
    }

    // Byte for byte what it was before there was a clock.
    void anOrderOnThePlainClockIsAsOfOld()
    {
        const auto fields = *log::decode(encodeAct(everyAct()[2]))->as<log::Fields>();
        for (const log::Value& one : *fields.at(2).as<log::Array>()) {
            QVERIFY(!one.as<log::Fields>()->contains(9));
        }
    }

    void placeWithoutPointStaysWithout()
    {
        auto report = test::sampleReport();
        report.place.point.reset();
        const auto back = std::get<ReportIncident>(*decodeAct(1, 1, encodeAct(report)));
        QVERIFY(!back.place.point.has_value());
        QVERIFY(back.place.isApproximate);
    }

    void onlyGivenFieldsAreAmended()
    {
        AmendIncident amend;
        amend.grade = plan::Grade::II;
        const auto back = std::get<AmendIncident>(*decodeAct(2, 1, encodeAct(amend)));
        QVERIFY(!back.title && !back.kind && !back.place);
        QCOMPARE(*back.grade, plan::Grade::II);
    }

    void answersTravelAndAnOldReportHasNone()
    {
        auto report = test::sampleReport();
        const Bytes old = encodeAct(report);
        QVERIFY(!log::decode(old)->as<log::Fields>()->contains(10)); // byte for byte as before
        QVERIFY(std::get<ReportIncident>(*decodeAct(1, 1, old)).facts.empty());
        report.facts = {{"cylinders", "32"}, {"leak", "有"}, {"of a newer plan", "7"}};
        QCOMPARE(std::get<ReportIncident>(*decodeAct(1, 1, encodeAct(report))).facts, report.facts);
        AmendIncident amend;
        amend.facts = {{"leak", ""}};
        QCOMPARE(std::get<AmendIncident>(*decodeAct(2, 1, encodeAct(amend))).facts, amend.facts);
        auto fields = *log::decode(encodeAct(report))->as<log::Fields>();
        fields[10] = log::Array{"words"};
        QVERIFY(!decodeAct(1, 1, log::encode(fields)));
    }

    void missingFieldIsBadEncoding_data()
    {
        QTest::addColumn<unsigned>("type");
        QTest::addColumn<int>("key");
        for (const auto& [type, keys] : std::map<unsigned, std::vector<int>>{
                 {1, {1, 2, 4, 5, 6, 7}},
                 {3, {1, 2}},
                 {4, {1}},
                 {5, {1, 2}},
                 {6, {1}},
                 {7, {1}},
                 {8, {1}},
                 {9, {1}},
                 {10, {1}},
                 {11, {1, 4}},
                 {12, {1, 2, 3}},
                 {15, {1}},
                 {60, {1, 2, 3, 4}}}) {
            for (const int key : keys) {
                QTest::addRow("act %u without field %d", type, key) << type << key;
            }
        }
    }

    void missingFieldIsBadEncoding()
    {
        QFETCH(unsigned, type);
        QFETCH(int, key);
        auto fields = *log::decode(encodeAct(actOf(type)))->as<log::Fields>();
        QCOMPARE(fields.erase(key), std::size_t{1});
        const auto back = decodeAct(type, 1, log::encode(fields));
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().code, Code::BadEncoding);
    }

    void wrongValueIsBadEncoding_data()
    {
        QTest::addColumn<unsigned>("type");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("value");
        QTest::newRow("grade 5") << 1U << 5 << 5;
        QTest::newRow("grade 0") << 1U << 5 << 0;
        QTest::newRow("title a number") << 1U << 2 << 7;
        QTest::newRow("source 0") << 1U << 1 << 0;
        QTest::newRow("source 7") << 1U << 1 << 7;
        QTest::newRow("amended to grade 9") << 2U << 3 << 9;
        QTest::newRow("progress 3") << 5U << 2 << 3;
        QTest::newRow("stage 4") << 11U << 1 << 4;
        QTest::newRow("next report in the past") << 11U << 4 << -1;
        QTest::newRow("orders a number") << 9U << 1 << 1;
    }

    void wrongValueIsBadEncoding()
    {
        QFETCH(unsigned, type);
        QFETCH(int, key);
        QFETCH(int, value);
        auto fields = *log::decode(encodeAct(actOf(type)))->as<log::Fields>();
        fields.insert_or_assign(key, log::Value(value));
        const auto back = decodeAct(type, 1, log::encode(fields));
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().code, Code::BadEncoding);
    }

    void unknownTypeOrVersionIsKept()
    {
        const Bytes body = encodeAct(AddNote{"未来"});
        for (const auto& [type, version] : {std::pair{99U, 1U}, {10U, 2U}, {0U, 1U}}) {
            const auto back = decodeAct(type, version, body);
            QVERIFY(back.has_value());
            QCOMPARE(std::get<UnknownAct>(*back).type, type);
        }
        QVERIFY(encodeAct(UnknownAct{99}).empty());
    }

    void unknownFieldDoesNotHurt()
    {
        auto fields = *log::decode(encodeAct(AddNote{"记"}))->as<log::Fields>();
        fields.emplace(77, "from the future");
        const auto back = decodeAct(10, 1, log::encode(fields));
        QVERIFY(back.has_value());
        QCOMPARE(std::get<AddNote>(*back).text, std::string("记"));
    }

    void bodyThatIsNoMapIsBadEncoding()
    {
        QCOMPARE(decodeAct(10, 1, log::encode(log::Value("text"))).error().code, Code::BadEncoding);
        QCOMPARE(decodeAct(10, 1, Bytes{0xff, 0x00}).error().code, Code::BadEncoding);
        QCOMPARE(decodeAct(10, 1, {}).error().code, Code::BadEncoding);
    }
};

QTEST_APPLESS_MAIN(tst_Acts)
#include "tst_Acts.moc"
