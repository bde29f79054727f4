// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of the command line, row by row: what is typed, what is understood, what is not and why.
#include "data/plan/Places.h"
#include "widgets/actions/Action.h"
#include "widgets/actions/CommandParser.h"
#include "widgets/actions/CommandWords.h"
#include "widgets/actions/TypedLimit.h"
#include "widgets/actions/TypedReport.h"
#include "widgets/models/Wording.h"

#include <QDateTime>
#include <QKeySequence>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace sz;
using namespace sz::widgets;
using model::OrderState;

namespace {

constexpr Instant kNow = fromUtcMs(1'792'218'130'000);

model::Order order(const char* id, const char* unit, OrderState state, bool isLead = false)
{
    model::Order o;
    o.id = OrderId(id);
    o.unit = UnitCode(unit);
    o.post = PostCode(std::string(unit) + "-desk");
    o.state = state;
    o.isLead = isLead;
    o.text = "check";
    return o;
}

model::IncidentPtr incident(const char* id, std::uint32_t serial, std::vector<model::Order> orders)
{
    auto i = std::make_shared<model::Incident>();
    i->id = IncidentId(id);
    i->serial = serial;
    i->title = "培训学校停业，学员 1,354 人";
    i->kind = KindCode("gas.cylinders");
    i->grade = plan::Grade::III;
    i->reportedAt = kNow;
    i->enteredAt = kNow;
    i->state = orders.empty() ? model::IncidentState::Pending : model::IncidentState::Active;
    i->orders = std::move(orders);
    return i;
}

/// "yes 5/5 +120 E5"
QString describedCare(const ParsedCommand& c)
{
    QStringList parts;
    if (c.verb == Verb::Agree || c.verb == Verb::Refuse || c.verb == Verb::Recheck) {
        parts.append(c.care.isYes ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    if (c.care.sampled > 0) {
        parts.append(QStringLiteral("%1/%2").arg(c.care.good).arg(c.care.sampled));
    }
    if (c.care.minutes > 0) {
        parts.append(QStringLiteral("+%1").arg(c.care.minutes));
    }
    if (c.verb == Verb::Agree || c.verb == Verb::Refuse) {
        parts.append(QString::fromStdString(c.care.ask));
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

/// "order 041: D05* L06 s10 d1440 t核对" — one line that names everything understood.
QString described(const ParsedCommand& c)
{
    if (!c.complaints.empty()) {
        return {};
    }
    QStringList parts;
    if (c.incident != nullptr) {
        parts.append(QString::fromStdString(model::shortNumber(*c.incident)));
    }
    for (const OrderLine& line : c.lines) {
        parts.append(
            QString::fromStdString(line.unit.value)
            + (line.isLead ? QStringLiteral("*") : QString()));
    }
    if (!c.lines.empty()) {
        const OrderLine& line = c.lines.front();
        parts.append(QStringLiteral("s%1 a%2 d%3").arg(line.sign).arg(line.arrive).arg(line.done));
    }
    for (const OrderId& id : c.orders) {
        parts.append(QString::fromStdString(id.value));
    }
    parts.append(describedCare(c));
    parts.removeAll(QString());
    for (const plan::Unit* unit : c.asked) {
        parts.append(QString::fromStdString(unit->code.value));
    }
    return parts.join(u' ');
}

QString code(Verb verb)
{
    return QString::number(static_cast<int>(verb));
}

} // namespace

class tst_CommandParser : public QObject
{
    Q_OBJECT

    std::shared_ptr<const plan::Plan> m_plan;
    std::unique_ptr<plan::PlaceFinder> m_finder;
    std::map<IncidentId, model::IncidentPtr> m_incidents;

    [[nodiscard]] ParsedCommand parse(
        const QString& text,
        const std::string& unit = "HQ",
        bool isSelected = true,
        Instant now = {}) const
    {
        model::Actor actor;
        actor.unit = UnitCode(unit);
        actor.post = model::answeringPost(*m_plan, actor.unit);
        actor.role = model::defaultRole(*m_plan->unit(actor.unit));
        const model::IncidentPtr selected =
            isSelected ? m_incidents.at(IncidentId("I41")) : nullptr;
        return parseCommand(text, {*m_plan, *m_finder, m_incidents, selected, actor, now});
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded =
            plan::loadPlan(std::filesystem::path(SANZHEN_SOURCE_DIR) / "resources/plans/wuhan");
        QVERIFY(loaded.has_value());
        m_plan = std::make_shared<const plan::Plan>(std::move(loaded->plan));
        m_finder = std::make_unique<plan::PlaceFinder>(m_plan);
        m_incidents[IncidentId("I41")] = incident("I41", 41, {});
        m_incidents[IncidentId("I44")] = incident(
            "I44", 44,
            {order("O1", "L06", OrderState::Signed, true), order("O2", "L19", OrderState::Issued),
             order("O3", "D05", OrderState::Issued)});
        m_incidents[IncidentId("I47")] =
            incident("I47", 47, {order("O4", "L01", OrderState::Done)});
        addCare();
    }

    /// More time asked for by Education, power suspended; Wuchang has returned one.
    void addCare()
    {
        model::Order asked = order("O5", "L06", OrderState::Signed, true);
        asked.issuedAt = kNow;
        asked.doneMinutes = 120;
        asked.ask = model::ReliefAsk{
            "E5", model::Relief::Extend, 60, "why", kNow, UnitCode("L06"), PostCode("L06-desk"),
            {}};
        model::Order stopped = order("O7", "L19", OrderState::Signed);
        stopped.suspensions = {{kNow, kNow + Minutes{600}}};
        m_incidents[IncidentId("I48")] =
            incident("I48", 48, {asked, order("O6", "L01", OrderState::Signed), stopped});
        model::Order back = order("O8", "D05", OrderState::Returned, true);
        back.isReleased = false;
        back.returns = 1;
        back.returnedAt = kNow;
        m_incidents[IncidentId("I49")] =
            incident("I49", 49, {back, order("O9", "L01", OrderState::Signed)});
    }

    void understood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("verb");
        QTest::addColumn<QString>("meaning");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* text, Verb verb, const char* meaning,
                            const char* words = "", const char* unit = "HQ") {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(unit)
                                << static_cast<int>(verb) << QString::fromUtf8(meaning)
                                << QString::fromUtf8(words);
        };
        const char* own = "Deal with this and report back: 培训学校停业，学员 1,354 人";
        // limits of gas.cylinders at grade III: sign 10, done 120
        row("two units and a limit", "派 武昌,教育 24h", Verb::Order, "041 D05* L06 s10 a0 d1440",
            own);
        row("full-width comma", "派 武昌，教育 24h", Verb::Order, "041 D05* L06 s10 a0 d1440", own);
        row("enumeration comma and wide space", "派　武昌、教育　24h", Verb::Order,
            "041 D05* L06 s10 a0 d1440", own);
        row("full-width digits", "派 武昌 ２４ｈ", Verb::Order, "041 D05* s10 a0 d1440", own);
        row("full-width colon after the act", "派：武昌 24h", Verb::Order, "041 D05* s10 a0 d1440",
            own);
        row("no space after a Han verb", "派武昌，教育 24h", Verb::Order,
            "041 D05* L06 s10 a0 d1440", own);
        row("initials", "pai wc,jy 24h", Verb::Order, "041 D05* L06 s10 a0 d1440", own);
        row("one-letter alias", "p wc,jy 24h", Verb::Order, "041 D05* L06 s10 a0 d1440", own);
        row("English", "order wuchang,education 24h", Verb::Order, "041 D05* L06 s10 a0 d1440",
            own);
        row("capital letters", "PAI WC 24H", Verb::Order, "041 D05* s10 a0 d1440", own);
        row("limits of the plan when none is typed", "派 武昌", Verb::Order, "041 D05* s10 a0 d120",
            own);
        row("words after the limit", "派 武昌 24h 核对人数", Verb::Order, "041 D05* s10 a0 d1440",
            "核对人数");
        row("words without a limit", "派 武昌 核对人数", Verb::Order, "041 D05* s10 a0 d120",
            "核对人数");
        row("limit after the words", "派 武昌 核对人数 2h", Verb::Order, "041 D05* s10 a0 d120",
            "核对人数");
        row("words keep their own punctuation", "派 武昌 2h 核对：人数、余额；今晚报", Verb::Order,
            "041 D05* s10 a0 d120", "核对：人数、余额；今晚报");
        row("units apart by a space only", "派 武昌 教育 24h", Verb::Order,
            "041 D05* L06 s10 a0 d1440", own);
        row("comma and space", "派 武昌, 教育 24h", Verb::Order, "041 D05* L06 s10 a0 d1440", own);
        row("a unit twice counts once", "派 武昌,wc,教育 24h", Verb::Order,
            "041 D05* L06 s10 a0 d1440", own);
        row("Chinese length", "派 武昌 2小时", Verb::Order, "041 D05* s10 a0 d120", own);
        row("days", "派 武昌 3天", Verb::Order, "041 D05* s10 a0 d4320", own);
        row("sign limit", "派 武昌 签5分 24h", Verb::Order, "041 D05* s5 a0 d1440", own);
        row("arrive limit", "派 武昌 到30m 2h", Verb::Order, "041 D05* s10 a30 d120", own);
        row("Latin limit letters", "p wc s5m a20m 2h", Verb::Order, "041 D05* s5 a20 d120", own);
        row("sign limit never outlasts a short order", "派 武昌 5m", Verb::Order,
            "041 D05* s5 a0 d5", own);
        row("star makes the lead", "派 武昌,教育* 24h", Verb::Order, "041 D05 L06* s10 a0 d1440",
            own);
        row("full-width star", "派 武昌，教育＊ 24h", Verb::Order, "041 D05 L06* s10 a0 d1440",
            own);
        row("the lead there is stays", "044 派 公安 2h", Verb::Order, "044 L01 s10 a0 d120", own);
        row("number in front", "044 派 公安* 2h", Verb::Order, "044 L01* s10 a0 d120", own);
        row("remind", "044 催", Verb::Remind, "044 O2 O3");
        row("remind in pinyin", "044 cui", Verb::Remind, "044 O2 O3");
        row("remind, longer word", "#44 催办", Verb::Remind, "044 O2 O3");
        row("note", "记 家长到场约 60 人", Verb::Note, "041", "家长到场约 60 人");
        row("find", "找 家长", Verb::Find, "", "家长");
        row("find by the stroke", "/jz", Verb::Find, "", "jz");
        row("note without a space", "记家长到场", Verb::Note, "041", "家长到场");
        row("note by the dot", ".家长到场", Verb::Note, "041", "家长到场");
        row("note by the full-width stop", "。家长到场", Verb::Note, "041", "家长到场");
        row("note in English", "note parents are there", Verb::Note, "041", "parents are there");
        row("who is on duty", "?武昌区", Verb::Duty, "D05", "武昌区");
        row("full-width question mark", "？教育", Verb::Duty, "L06", "教育");
        row("asked in words", "谁在岗 教育", Verb::Duty, "L06", "教育");
        row("asked in English", "who education", Verb::Duty, "L06", "education");
        row("jump", "041", Verb::Jump, "041");
        row("jump without the nought", "41", Verb::Jump, "041");
        row("jump with the day", "1017-044", Verb::Jump, "044");
        row("jump with a sharp", "＃044", Verb::Jump, "044");
        row("sign for", "044 签", Verb::Sign, "044 O2", "", "L19");
        row("sign for in pinyin", "044 qian", Verb::Sign, "044 O2", "", "L19");
        row("moving", "044 赶", Verb::Moving, "044 O2", "", "L19");
        row("on scene with words", "044 到 4 人到场", Verb::OnScene, "044 O2", "4 人到场", "L19");
        row("feedback", "044 反馈 已核对", Verb::Feedback, "044 O2", "已核对", "L19");
        row("finish before close", "044 办结 已恢复供电", Verb::Finish, "044 O2", "已恢复供电",
            "L19");
        row("return with a reason", "044 退 非本单位辖区", Verb::Return, "044 O2", "非本单位辖区",
            "L19");
        row("close", "047 结 已恢复", Verb::Close, "047", "已恢复");
        row("more time for the own order", "048 延期 2h 名单未齐", Verb::Extend, "048 O6 +120",
            "名单未齐", "L01");
        row("in initials", "048 yq 2h 名单未齐", Verb::Extend, "048 O6 +120", "名单未齐", "L01");
        row("in English", "048 extend 90m not complete", Verb::Extend, "048 O6 +90", "not complete",
            "L01");
        row("the office for a unit", "048 延期 公安 2小时 名单未齐", Verb::Extend, "048 O6 +120",
            "名单未齐");
        row("length behind the words", "048 延期 公安 名单未齐 2h", Verb::Extend, "048 O6 +120",
            "名单未齐");
        row("suspend", "048 挂账 公安 3d 等待鉴定", Verb::Suspend, "048 O6 +4320", "等待鉴定");
        row("suspend in initials", "048 gz ga 3天 等待鉴定", Verb::Suspend, "048 O6 +4320",
            "等待鉴定");
        row("resume without a word", "048 恢复 供电", Verb::Resume, "048 O7");
        row("resume, the only suspended one", "048 hf 鉴定已到", Verb::Resume, "048 O7",
            "鉴定已到");
        row("agree without words", "048 同意", Verb::Agree, "048 O5 yes E5");
        row("agree in initials", "048 ty", Verb::Agree, "048 O5 yes E5");
        row("agree in English", "048 agree", Verb::Agree, "048 O5 yes E5");
        row("do not agree", "048 不同意 今日办结", Verb::Refuse, "048 O5 no E5", "今日办结");
        row("do not agree in initials", "048 bty 教育 今日办结", Verb::Refuse, "048 O5 no E5",
            "今日办结");
        row("agree to a return", "049 同意 武昌 另派", Verb::Agree, "049 O8 yes", "另派");
        row("withdraw", "048 撤单 公安 派错单位", Verb::Withdraw, "048 O6", "派错单位");
        row("withdraw in initials", "048 cd ga 派错单位", Verb::Withdraw, "048 O6", "派错单位");
        row("withdraw in English", "048 withdraw police wrong unit", Verb::Withdraw, "048 O6",
            "wrong unit");
        row("recheck in order", "047 复核 合格 5/5 全部到位", Verb::Recheck, "047 O4 yes 5/5",
            "全部到位");
        row("recheck without a sample", "047 fh hg 全部到位", Verb::Recheck, "047 O4 yes",
            "全部到位");
        row("recheck not in order", "047 复核 公安 不合格 ３／５ 24h 两处未改", Verb::Recheck,
            "047 O4 no 3/5 +1440", "两处未改");
        row("recheck in English", "047 recheck fail 24h two still open", Verb::Recheck,
            "047 O4 no +1440", "two still open");
    }

    void understood()
    {
        QFETCH(QString, text);
        QFETCH(QString, unit);
        QFETCH(int, verb);
        QFETCH(QString, meaning);
        QFETCH(QString, words);
        const ParsedCommand c = parse(text, unit.toStdString());
        QVERIFY2(
            c.complaints.empty(),
            c.complaints.empty() ? "" : qPrintable(complaintText(c.complaints.front())));
        QCOMPARE(code(c.verb), QString::number(verb));
        QCOMPARE(described(c), meaning);
        QCOMPARE(c.text, words);
        QVERIFY(c.isReady());
        QVERIFY(!effectText(c).isEmpty());
    }

    void countsAsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("read"); ///< empty: not understood
        const auto row = [](const char* text, const char* read, const char* label = "") {
            QTest::addRow("%s (%s)", text, label)
                << QString::fromUtf8(text) << QString::fromUtf8(label) << QString::fromUtf8(read);
        };
        row("学员 1354 = 转学 1235 + 退费 119", "学员 1,354 = 转学 1,235 + 退费 119");
        row("学员1,354＝转学1,235＋退费119", "学员 1,354 = 转学 1,235 + 退费 119");
        row("学员 １３５４ 人 = 转学 1235 人 + 退费 119 人", "学员 1,354 = 转学 1,235 + 退费 119");
        row("pupils 1354 = 1235 moved + 119 refunded", "pupils 1,354 = moved 1,235 + refunded 119");
        row("1354 = moved 1235", "pupils 1,354 = moved 1,235", "pupils");
        row("3号楼 20 = 撤离 18 + 未撤离 2", "3号楼 20 = 撤离 18 + 未撤离 2");
        row("户 0 = 甲 0", "户 0 = 甲 0");
        row("1354 = moved 1235", ""); // what is counted?
        row("学员 1354", "");
        row("学员 = 转学 1235", "");
        row("学员 1354 = 1235", "");
        row("学员 1354 = 转学 + 退费 119", "");
        row("学员 1354 = 转学 1235 +", "");
        row("学员 -5 = 转学 1", "");
        row("学员 1.5 = 转学 1", "");
        row("学员 13541354135413 = 转学 1", "");
        row("", "");
    }
    void countsAsTyped()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, label);
        QFETCH(const QString, read);
        const auto counts = typedCounts(text, label.toStdString());
        QCOMPARE(
            counts ? countsText(counts->label, counts->total, counts->parts) : QString(), read);
        if (counts) { // what is shown can be typed again
            QVERIFY(typedCounts(read).has_value());
        }
    }

    void countsBecomeTheirAct()
    {
        const ParsedCommand balanced =
            parse(QStringLiteral("报数 学员 1354 = 转学 1235 + 退费 119"));
        QVERIFY(balanced.isReady());
        const auto act = actOf(balanced, [] { return OrderId("x"); });
        QCOMPARE(std::get<model::StateCounts>(*act).parts.size(), std::size_t{2});
        const auto chip = [&](const ParsedCommand& command) {
            for (const Chip& one : commandChips(command, *m_plan, kNow)) {
                if (one.label == QStringLiteral("balance")) {
                    return one;
                }
            }
            return Chip{};
        };
        QCOMPARE(chip(balanced).text, QStringLiteral("balanced"));
        QVERIFY(chip(balanced).tone == ChipTone::Quiet);
        const ParsedCommand short1 = parse(QStringLiteral("count pupils 1354 = moved 1235"));
        QVERIFY(short1.isReady()); // it has to be told, too, but is seen before
        QCOMPARE(chip(short1).text, QStringLiteral("119 unaccounted for"));
        QVERIFY(chip(short1).tone == ChipTone::NotUnderstood);
        // a unit of the incident may; at a unit's desk a claim is not the office's
        QVERIFY(parse(QStringLiteral("044 bs 户 3 = 甲 1 + 乙 2"), "L19").isReady());
        QVERIFY(!parse(QStringLiteral("044 认领"), "L19").isReady());
    }

    void reportsUpwardsAreTyped()
    {
        const ParsedCommand first = parse(QStringLiteral("上报 现场约 60 人"));
        QVERIFY(first.isReady());
        const auto firstAct = std::get<model::FileReport>(*actOf(first, [] { return OrderId(); }));
        QCOMPARE(firstAct.stage, model::ReportStage::First);
        QCOMPARE(
            firstAct.nextMinutes,
            m_plan->limitsFor(KindCode("gas.cylinders"), plan::Grade::III, plan::Mode::Normal)
                .update);
        const ParsedCommand early = parse(QStringLiteral("终报 已处置"));
        QCOMPARE(early.complaints.size(), std::size_t{1});
        QVERIFY(early.complaints.front().trouble == Trouble::NoFirstReport);
        QVERIFY(!complaintText(early.complaints.front()).isEmpty());

        auto told = std::make_shared<model::Incident>(*m_incidents.at(IncidentId("I41")));
        told->reports.push_back({model::ReportStage::First, 1, kNow, {}, "first", {}});
        const auto was = std::exchange(m_incidents[IncidentId("I41")], told);
        const ParsedCommand update = parse(QStringLiteral("续报 无变化"));
        const ParsedCommand last = parse(QStringLiteral("final all done"));
        m_incidents[IncidentId("I41")] = was;
        QVERIFY(update.isReady());
        QCOMPARE(
            std::get<model::FileReport>(*actOf(update, [] { return OrderId(); })).stage,
            model::ReportStage::Update);
        QVERIFY(last.isReady());
        const auto lastAct = std::get<model::FileReport>(*actOf(last, [] { return OrderId(); }));
        QCOMPARE(lastAct.stage, model::ReportStage::Final);
        QCOMPARE(lastAct.text, std::string("all done"));
        QCOMPARE(lastAct.nextMinutes, 0);
        QVERIFY(parse(QStringLiteral("认领")).isReady());
        QVERIFY(!parse(QStringLiteral("认领 x")).isReady()); // it takes no words
        QVERIFY(!parse(QStringLiteral("上报")).isReady());
    }

    void notUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("trouble");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* text, Trouble trouble,
                            const char* words = "") {
            QTest::newRow(name) << QString::fromUtf8(text) << static_cast<int>(trouble)
                                << QString::fromUtf8(words);
        };
        row("no verb", "武昌 24h", Trouble::UnknownVerb, "武昌 24h");
        row("a Latin verb needs an end", "paiwuchang", Trouble::UnknownVerb, "paiwuchang");
        row("unknown number", "999", Trouble::UnknownNumber, "999");
        row("unknown number with an act", "999 催", Trouble::UnknownNumber, "999");
        row("number nought", "000", Trouble::UnknownNumber, "000");
        row("nobody to send", "派", Trouble::NoUnit);
        row("only a limit", "派 24h", Trouble::NoUnit);
        row("no such unit", "派 火星 24h", Trouble::UnknownUnit, "火星");
        row("one of two is unknown", "派 武昌,火星 24h", Trouble::UnknownUnit, "火星");
        row("two units with these initials", "派 xf 24h", Trouble::AmbiguousUnit, "xf");
        row("an area takes no order", "派 武昌北 24h", Trouble::UnknownUnit, "武昌北");
        row("bare number", "派 武昌 24", Trouble::BareNumber, "24");
        row("question without a name", "?", Trouble::NobodyNamed);
        row("question about nobody", "?火星", Trouble::NobodyNamed, "火星");
        row("nothing to remind of", "催", Trouble::NothingUnsigned);
        row("remind takes no words", "044 催 快点", Trouble::StrayText, "快点");
        row("empty note", "记", Trouble::NoText);
        row("office has no order to sign", "044 签", Trouble::NoOwnOrder);
        row("close with open orders", "044 结 完", Trouble::Refused);
        row("close without a result", "047 结", Trouble::NoText);
        row("more time for which order", "048 延期 2h 名单未齐", Trouble::WhichOrder);
        row("more time, how much", "048 延期 公安 名单未齐", Trouble::NoLength);
        row("more time, why", "048 延期 公安 2h", Trouble::NoText);
        row("more time is asked for already", "048 延期 教育 2h 再请", Trouble::Refused);
        row("agree to nothing", "044 同意", Trouble::NothingWaits);
        row("a return needs words", "049 同意", Trouble::NoText);
        row("not agreed to needs words", "048 不同意", Trouble::NoText);
        row("withdraw which", "048 撤单 派错单位", Trouble::WhichOrder);
        row("withdraw what is done", "047 撤单 公安 派错", Trouble::NothingWaits);
        row("recheck says neither", "047 复核 全部到位", Trouble::NoVerdict, "全部到位");
        row("recheck not in order until when", "047 复核 不合格 两处未改", Trouble::NoLength);
        row("more good than looked at", "047 复核 合格 6/5 好", Trouble::Refused);
        row("nothing to resume", "044 恢复", Trouble::NothingWaits);
    }

    void notUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(int, trouble);
        QFETCH(QString, words);
        const ParsedCommand c = parse(text);
        QVERIFY(!c.isReady());
        QVERIFY(!c.complaints.empty());
        QCOMPARE(static_cast<int>(c.complaints.front().trouble), trouble);
        QCOMPARE(c.complaints.front().words, words);
        QVERIFY(!complaintText(c.complaints.front()).isEmpty());
        QVERIFY(effectText(c).isEmpty());
    }

    void emptyTextIsNoCommand()
    {
        QVERIFY(parse(QString()).isEmpty());
        QVERIFY(parse(QStringLiteral(" 　，")).isEmpty());
        QVERIFY(commandChips(parse(QString()), *m_plan, kNow).empty());
    }

    void nothingSelectedIsSaid()
    {
        const ParsedCommand c = parse(QStringLiteral("记 a"), "HQ", false);
        QCOMPARE(
            static_cast<int>(c.complaints.front().trouble), static_cast<int>(Trouble::NoIncident));
        QVERIFY(parse(QStringLiteral("044 记 a"), "HQ", false).isReady());
        QVERIFY(parse(QStringLiteral("?教育"), "HQ", false).isReady());
    }

    void unitsMayNotOrder()
    {
        const ParsedCommand c = parse(QStringLiteral("派 武昌"), "L06");
        QCOMPARE(
            static_cast<int>(c.complaints.front().trouble), static_cast<int>(Trouble::Refused));
        QCOMPARE(c.complaints.front().error->code, Code::NotAllowed);
    }

    void ambiguityNamesTheCandidatesAndCanBeCompleted()
    {
        const QString text = QStringLiteral("派 武昌，xf 24h");
        const ParsedCommand c = parse(text);
        QCOMPARE(c.completion.units.size(), std::size_t{2});
        QCOMPARE(text.sliced(c.completion.begin, c.completion.length), QStringLiteral("xf"));
        const std::vector<Chip> chips = commandChips(c, *m_plan, kNow);
        QVERIFY(std::ranges::any_of(chips, [](const Chip& chip) {
            return chip.tone == ChipTone::NotUnderstood && chip.label == QStringLiteral("xf")
                   && chip.text.contains(QStringLiteral(" or "));
        }));
    }

    void chipsStandInTheirOrder()
    {
        const std::vector<Chip> chips =
            commandChips(parse(QStringLiteral("派 武昌，教育 24h 核对")), *m_plan, kNow);
        QStringList labels;
        for (const Chip& chip : chips) {
            labels.append(chip.label);
        }
        const QStringList expected{QStringLiteral("act"),      QStringLiteral("matter"),
                                   QStringLiteral("①"),        QStringLiteral("②"),
                                   QStringLiteral("sign-for"), QStringLiteral("done"),
                                   QStringLiteral("lead"),     QStringLiteral("text")};
        QCOMPARE(labels, expected);
    }

    void careShowsUnitAndBothClocks()
    {
        const auto chips = commandChips(parse(QStringLiteral("048 同意")), *m_plan, kNow);
        QStringList texts;
        for (const Chip& chip : chips) {
            texts.append(chip.label + u' ' + chip.text);
        }
        QVERIFY2(texts.contains(QStringLiteral("unit Education")), qPrintable(texts.join(u'|')));
        QVERIFY2(
            texts.contains(QStringLiteral("limit 16:22 → 17:22")), qPrintable(texts.join(u'|')));
    }

    void unitsMayNotDecide()
    {
        for (const char* text : {"048 同意", "048 撤单 教育 不去", "047 复核 合格 好"}) {
            const ParsedCommand c = parse(QString::fromUtf8(text), "L06");
            QVERIFY2(!c.complaints.empty(), text);
            QVERIFY2(c.complaints.front().error.has_value(), text);
            QCOMPARE(c.complaints.front().error->code, Code::NotAllowed);
        }
    }

    void careBecomesItsAct()
    {
        const auto act = [&](const char* text) {
            return *actOf(parse(QString::fromUtf8(text)), [] { return OrderId("N"); });
        };
        QCOMPARE(std::get<model::DecideRelief>(act("048 同意")).ask, std::string("E5"));
        QVERIFY(!std::get<model::DecideReturn>(act("049 不同意 武昌 归你")).isAccepted);
        QCOMPARE(
            std::get<model::AskRelief>(act("048 挂账 公安 3d 等")).relief, model::Relief::Suspend);
        QCOMPARE(std::get<model::WithdrawOrder>(act("048 撤单 公安 错")).order, OrderId("O6"));
        QCOMPARE(std::get<model::RecheckOrder>(act("047 复核 不合格 3/5 2h 差")).good, 3);
    }

    void actsCarryUnitPostAndLimit()
    {
        int made = 0;
        const auto act = actOf(parse(QStringLiteral("派 武昌,教育 24h 核对")), [&made] {
            return OrderId("N" + std::to_string(++made));
        });
        const auto& issue = std::get<model::IssueOrders>(*act);
        QCOMPARE(issue.text, std::string("核对"));
        QCOMPARE(issue.to.size(), std::size_t{2});
        QCOMPARE(issue.to[0].post, PostCode("D05-leader"));
        QCOMPARE(issue.to[1].id, OrderId("N2"));
        QVERIFY(!issue.to[1].post.empty());
        QCOMPARE(issue.to[1].doneMinutes, 24 * 60);
    }

    void ordersInWorkdays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("days");
        QTest::newRow("before the words") << "派 武昌 7工作日 核对" << 7;
        QTest::newRow("behind them") << "派 武昌 核对 7个工作日" << 7;
        QTest::newRow("with its word") << "派 武昌 办5wd" << 5;
        QTest::newRow("in full width") << "派 武昌 ７ＷＤ" << 7;
        QTest::newRow("the last one counts") << "派 武昌 7工作日 24h" << 0;
        QTest::newRow("signing is no matter of days") << "派 武昌 签7工作日" << 0;
    }

    void ordersInWorkdays()
    {
        QFETCH(QString, text);
        QFETCH(int, days);
        const ParsedCommand command = parse(text);
        QCOMPARE(command.lines.size(), std::size_t{1});
        const auto& work = command.lines.front().work;
        QCOMPARE(work ? work->amount : 0, days);
        if (days > 0) {
            QVERIFY(command.isReady());
            QCOMPARE(command.lines.front().done, days == 7 ? 14400 : 10080);
            QVERIFY(work->unit == plan::WorkLimit::Unit::Days);
        }
    }

    void workAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("amount");
        QTest::newRow("workdays") << "7wd" << 1 << 7;
        QTest::newRow("workdays in words") << "7 workdays" << 1 << 7;
        QTest::newRow("in Chinese") << "7 个工作日" << 1 << 7;
        QTest::newRow("at most a working year") << "250工作日" << 1 << 250;
        QTest::newRow("more is none") << "251工作日" << 0 << 0;
        QTest::newRow("none is none") << "0wd" << 0 << 0;
        QTest::newRow("working hours") << "8wh" << 2 << 480;
        QTest::newRow("in Chinese, hours") << "8个工作小时" << 2 << 480;
        QTest::newRow("working minutes") << "90工作分钟" << 2 << 90;
        QTest::newRow("a plain limit") << "7d" << 0 << 0;
        QTest::newRow("no number") << "wd" << 0 << 0;
    }

    void workAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(int, unit);
        QFETCH(int, amount);
        const auto work = typedWork(typed);
        QCOMPARE(work.has_value(), unit != 0);
        if (work) {
            QCOMPARE(static_cast<int>(work->unit), unit);
            QCOMPARE(work->amount, amount);
            QVERIFY(typedWork(workTyped(*work)) == work);
        }
    }

    void dutyRowsGiveHolderPhoneAndEnd()
    {
        QStringList phones;
        const auto rows = dutyRows(parse(QStringLiteral("?武昌区")), *m_plan, kNow, phones);
        QVERIFY(!rows.empty());
        QCOMPARE(phones.front(), QStringLiteral("8-2405"));
        QCOMPARE(static_cast<int>(rows.size()), phones.size());
        QVERIFY(rows.front().note.contains(QStringLiteral("until")));
    }

    void dutyThen_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("at"); // in Wuhan
        QTest::newRow("now") << "?武昌区" << "";
        QTest::newRow("today") << "?武昌区 23:05" << "2026-10-17 23:05";
        QTest::newRow("earlier today") << "?武昌区 8:05" << "2026-10-17 08:05";
        QTest::newRow("a day") << "?武昌区 10-18 08:05" << "2026-10-18 08:05";
        QTest::newRow("a day in Chinese") << "?武昌区 10月16日 8：05" << "2026-10-16 08:05";
        QTest::newRow("over the year") << "?武昌区 1-2 08:05" << "2027-01-02 08:05";
        QTest::newRow("a leap day") << "?武昌区 2028-02-29 08:05" << "2028-02-29 08:05";
    }

    void dutyThen()
    {
        QFETCH(QString, typed);
        QFETCH(QString, at);
        const ParsedCommand command = parse(typed, "HQ", true, kNow);
        QVERIFY(command.isReady());
        QCOMPARE(command.asked.size(), std::size_t{1});
        QCOMPARE(command.asked.front()->code, UnitCode("D05"));
        const QString said =
            command.at ? QDateTime::fromMSecsSinceEpoch(
                             toUtcMs(*command.at), QTimeZone::fromSecondsAheadOfUtc(8 * 3600))
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                       : QString();
        QCOMPARE(said, at);
        if (command.at) {
            QStringList phones;
            const auto then = dutyRows(command, *m_plan, kNow, phones);
            const auto duty = plan::dutyAt(*m_plan, PostCode("D05-leader"), *command.at);
            QVERIFY2(
                then.front().note.contains(QString::fromStdString(duty->holderEn)),
                qPrintable(then.front().note));
        }
    }

    void limits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("minutes");
        for (const auto& [typed, minutes] :
             {std::pair{"24h", 1440},
              {"90m", 90},
              {"90min", 90},
              {"2d", 2880},
              {"30分", 30},
              {"30分钟", 30},
              {"2小时", 120},
              {"2 小时", 120},
              {"3天", 4320},
              {"1.5h", 90},
              {"２４Ｈ", 1440},
              {"90d", 129600},
              {"91d", -1},
              {"0m", -1},
              {"24", -1},
              {"h", -1},
              {"2x", -1},
              {"", -1},
              {"-3h", -1},
              {"1e9h", -1}}) {
            QTest::addRow("%s is %d", typed, minutes) << QString::fromUtf8(typed) << minutes;
        }
    }
    void limits()
    {
        QFETCH(QString, typed);
        QFETCH(int, minutes);
        QCOMPARE(typedMinutes(typed).value_or(-1), minutes);
        if (minutes > 0) {
            QCOMPARE(typedMinutes(minutesTyped(minutes)).value_or(-1), minutes);
        }
    }

    // Whatever is typed, nothing breaks and every complaint has words.
    void anyTextIsSafe()
    {
        const QString letters = QStringLiteral("派催记签到结?.,，、：　24hmd武昌教育xf*#-0 \t𠮷㙍");
        quint32 state = 20261017;
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (int i = 0; i < 14; ++i) {
                state = state * 1664525U + 1013904223U;
                text += letters[static_cast<qsizetype>(state >> 16U) % letters.size()];
            }
            const ParsedCommand c = parse(text);
            for (const Complaint& complaint : c.complaints) {
                QVERIFY2(!complaintText(complaint).isEmpty(), qPrintable(text));
            }
            QVERIFY(c.completion.begin + c.completion.length <= text.size());
        }
    }

    void noTwoKeysClash()
    {
        for (const Action& a : actions()) {
            const QKeySequence keys(QString::fromLatin1(a.keys), QKeySequence::PortableText);
            QVERIFY2(!keys.isEmpty() && keys[0].key() != Qt::Key_unknown, a.id);
            QCOMPARE(actionById(QLatin1StringView(a.id)), &a);
            QVERIFY(!actionText(a).isEmpty());
            for (const Action& b : actions()) {
                const QKeySequence other(QString::fromLatin1(b.keys), QKeySequence::PortableText);
                QVERIFY2(
                    &a == &b || keys != other || !canClash(a.scope, b.scope),
                    qPrintable(
                        QString::fromLatin1(a.id) + QStringLiteral(" / ")
                        + QString::fromLatin1(b.id)));
            }
        }
    }
};

QTEST_MAIN(tst_CommandParser)
#include "tst_CommandParser.moc"
