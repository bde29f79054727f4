// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// cards.toml: 预案, sets of orders written beforehand
#include "data/plan/Cards.h"
#include "data/plan/files/Reading.h"
#include "data/plan/files/TomlFile.h"

#include <algorithm>
#include <format>

namespace sz::plan {
namespace {

std::string featureOf(const PlanCard& card, const CardOrder& order)
{
    return std::format("{} {}", card.code, order.unit.value);
}

CardOrder readOrder(NodeReader& reader, const PlanCard& card, Reading& reading)
{
    CardOrder order;
    order.unit = UnitCode(reader.text("unit"));
    reader.setFeature(featureOf(card, order));
    reading.define(reader.spot(), featureOf(card, order));
    order.text = reader.text("text", Need::No);
    order.isLead = reader.flag("lead", false);
    order.sign = reader.integer("sign", kLeastLimit, kMostLimit, Need::No, 0);
    order.arrive = reader.integer("arrive", kLeastLimit, kMostLimit, Need::No, 0);
    order.done = reader.integer("done", kLeastLimit, kMostLimit, Need::No, 0);
    const int days = reader.integer("done_working_days", 1, kMostWorkDays, Need::No, 0);
    if (days > 0 && order.done > 0) {
        reader.errorAt(
            "done_working_days", {"\"done_working_days\" stands without \"done\".",
                                  "“done_working_days”不能与“done”同时写。"});
    } else if (days > 0) {
        order.work = WorkLimit{WorkLimit::Unit::Days, days};
        order.done = aboutMinutes(*order.work);
    }
    if (order.done > 0 && order.sign > order.done) {
        reader.errorAt(
            "sign", {"\"sign\" must not be more than \"done\".", "“sign”不得大于“done”。"});
    }
    if (order.text.empty() && card.text.empty()) {
        reader.error(
            {"Neither the card nor this order says what to do.", "预案和这一单都没有写办什么。"});
    }
    reader.warnUnknown();
    return order;
}

void readOrders(NodeReader& outer, PlanCard& card, Reading& reading)
{
    for (NodeReader& reader : outer.tables("order")) {
        card.orders.push_back(readOrder(reader, card, reading));
    }
    const auto leads = std::ranges::count(card.orders, true, &CardOrder::isLead);
    if (leads > 1) {
        outer.error({"A card has one lead at most.", "一份预案最多一个牵头单位。"});
    }
    if (leads == 0 && !card.orders.empty()) {
        card.orders.front().isLead = true;
    }
}

Grade readLeast(NodeReader& reader)
{
    const std::string text = reader.text("grade", Need::No);
    const auto grade = gradeOf(text);
    if (!grade && !text.empty()) {
        reader.errorAt(
            "grade", {std::format("\"{}\" is not a grade from I to IV.", text),
                      std::format("“{}”不是 I 至 IV 的等级。", text)});
    }
    return grade.value_or(Grade::IV);
}

void readCard(NodeReader reader, bool isSample, Reading& reading)
{
    PlanCard card;
    card.code = reader.text("code");
    reader.setFeature(card.code);
    reading.define(reader.spot(), card.code);
    card.name = reader.name("initials");
    for (auto& kind : reader.texts("kinds")) {
        card.kinds.emplace_back(std::move(kind));
    }
    card.leastGrade = readLeast(reader);
    card.text = reader.text("text", Need::No);
    card.isSample = isSample;
    readOrders(reader, card, reading);
    reader.warnUnknown();
    reading.plan.cards.push_back(std::move(card));
}

class Links
{
public:
    explicit Links(Reading& reading) : m_reading(reading) {}

    void check(const PlanCard& card)
    {
        for (const KindCode& kind : card.kinds) {
            demand(m_reading.plan.kind(kind) != nullptr, kKindFile, card.code, kind.value);
        }
        for (const CardOrder& order : card.orders) {
            checkOrder(card, order);
        }
    }

private:
    void checkOrder(const PlanCard& card, const CardOrder& order)
    {
        if (order.unit.value == kDistrictHere) {
            return;
        }
        const Unit* unit = m_reading.plan.unit(order.unit);
        demand(unit != nullptr, kUnitFile, featureOf(card, order), order.unit.value);
        if (unit != nullptr && !takesOrders(*unit)) {
            error(
                featureOf(card, order),
                {std::format(
                     "\"{}\" takes no orders: it is no district and no line.", order.unit.value),
                 std::format("“{}”不是区或线，不接受派单。", order.unit.value)});
        }
    }

    void demand(bool exists, const char* file, const std::string& code, const std::string& target)
    {
        if (!exists && !m_reading.unread.contains(file)) {
            error(
                code, {std::format("It refers to \"{}\", which {} does not have.", target, file),
                       std::format("引用了“{}”，而 {} 中没有。", target, file)});
        }
    }

    void error(const std::string& code, const Sentence& sentence)
    {
        m_reading.faults.error(m_reading.spotOf(kCardFile, code), sentence);
    }

    Reading& m_reading;
};

} // namespace

void readCards(Reading& reading)
{
    std::error_code ec;
    if (!std::filesystem::exists(reading.dir / kCardFile, ec)) {
        return; // a plan need not have any
    }
    const auto root = readToml(reading.dir, kCardFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader reader(*root, {kCardFile}, reading.faults);
    const bool isSample = reader.flag("sample", false);
    for (auto& one : reader.tables("card", Need::No)) {
        readCard(std::move(one), isSample, reading);
    }
    reader.warnUnknown();
}

void checkCards(Reading& reading)
{
    Links links(reading);
    for (const PlanCard& card : reading.plan.cards) {
        links.check(card);
    }
}

} // namespace sz::plan
