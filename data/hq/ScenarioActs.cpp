// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/ScenarioActs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <optional>

namespace sz::hq {
namespace {

using plan::Need;
using plan::NodeReader;

constexpr int kLongestLimit = 366 * 24 * 60;
constexpr int kMostPeople = 100'000'000;

void unknownCode(
    NodeReader& in,
    std::string_view field,
    std::string_view what,
    std::string_view code)
{
    in.error(
        {std::format("\"{}\": the plan has no {} \"{}\".", field, what, code),
         std::format("“{}”：方案中没有“{}”。", field, code)});
}

/// Milliseconds of "1h31m58s": units in falling order, each at most once. Nothing when it is no
/// such text.
std::optional<Millis> distance(std::string_view text)
{
    Millis sum{0};
    bool any = false;
    for (const auto& [unit, length] :
         {std::pair{'h', Millis{3'600'000}}, {'m', Millis{60'000}}, {'s', Millis{1'000}}}) {
        int number = 0;
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
        const auto used = static_cast<std::size_t>(end - text.data());
        if (failed != std::errc{} || used >= text.size() || text[used] != unit || number < 0) {
            continue;
        }
        sum += number * length;
        text.remove_prefix(used + 1);
        any = true;
    }
    return any && text.empty() ? std::optional(sum) : std::nullopt;
}

/// Reads the fields of one act.
class ActFields
{
public:
    ActFields(
        NodeReader& in,
        const ScenarioSetting& setting,
        const model::Incident& incident,
        Instant at,
        UnitCode unit)
        : m_in(in), m_setting(setting), m_incident(incident), m_at(at), m_unit(std::move(unit))
    {
    }

    std::string words(Need need = Need::Yes) const
    {
        return bothTexts(m_in, "zh", "en", m_setting, need);
    }

    // The unit's order that is still open, else its last one (the rules then say why not).
    OrderId orderOf(const UnitCode& unit) const
    {
        const model::Order* found = nullptr;
        for (const auto& order : m_incident.orders) {
            if (order.unit == unit && (found == nullptr || !found->isOpen() || order.isOpen())) {
                found = &order;
            }
        }
        if (found == nullptr) {
            m_in.error(
                {std::format("\"unit\": {} has no order in this incident.", unit.value),
                 std::format("“unit”：{} 在此事项中没有指令。", unit.value)});
        }
        return found == nullptr ? OrderId() : found->id;
    }

    OrderId ownOrder() const { return orderOf(m_unit); }

    OrderId orderOfUnit(const char* field) const { return orderOf(UnitCode(m_in.text(field))); }

    model::AskRelief ask(model::Relief relief) const
    {
        return {
            ownOrder(), relief, m_in.integer("minutes", 1, kLongestLimit, Need::Yes, 0), words()};
    }

    std::vector<OrderId> ordersOfUnits() const
    {
        std::vector<OrderId> result;
        for (const auto& unit : m_in.texts("units")) {
            result.push_back(orderOf(UnitCode(unit)));
        }
        return result;
    }

    model::IssueOrders issue() const
    {
        model::IssueOrders act{words(), {}};
        for (auto& to : m_in.tables("to")) {
            act.to.push_back(addressee(to, act.to.size()));
        }
        return act;
    }

    model::AmendIncident amend() const
    {
        model::AmendIncident act;
        if (m_in.has("title_zh")) {
            act.title = bothTexts(m_in, "title_zh", "title_en", m_setting);
        }
        if (m_in.has("kind")) {
            act.kind = KindCode(m_in.text("kind"));
        }
        if (m_in.has("grade")) {
            act.grade = gradeOf(m_in, "grade");
        }
        act.reason = words();
        return act;
    }

    model::FileReport file() const
    {
        static constexpr std::array kStages{"first", "update", "final"};
        const auto stage = m_in.text("stage");
        const auto it = std::ranges::find(kStages, stage);
        if (it == kStages.end()) {
            m_in.error(
                {std::format("\"stage\": \"{}\" is not first, update or final.", stage),
                 std::format("“stage”：“{}”应为 first、update 或 final。", stage)});
        }
        return {
            static_cast<model::ReportStage>(1 + (it - kStages.begin())), words(),
            bothTexts(m_in, "changes_zh", "changes_en", m_setting, Need::No),
            m_in.integer("next", 1, kLongestLimit, Need::No, 0)};
    }

    model::StateCounts counts() const
    {
        model::StateCounts act{
            label(m_in), m_in.integer("total", 0, kMostPeople, Need::Yes, 0), {}};
        for (auto& part : m_in.tables("parts")) {
            act.parts.push_back({label(part), part.integer("count", 0, kMostPeople, Need::Yes, 0)});
            part.warnUnknown();
        }
        return act;
    }

    model::AcknowledgeAlarm acknowledge() const
    {
        const auto step = m_in.text("step");
        const auto of = m_in.text("of", Need::No);
        return {of.empty() ? step : step + "/" + orderOf(UnitCode(of)).value};
    }

private:
    std::string label(NodeReader& in) const
    {
        return bothTexts(in, "label_zh", "label_en", m_setting);
    }

    // Limits not written are the plan's for the incident's kind and grade.
    model::OrderTo addressee(NodeReader& in, std::size_t index) const
    {
        const auto limits =
            m_setting.plan.limitsFor(m_incident.kind, m_incident.grade, m_incident.mode);
        const auto who = actorOf(in, m_setting, {});
        model::OrderTo to;
        to.id = OrderId(
            scenarioUlid(m_at, std::format("{}/{}/{}", m_incident.id.value, who.unit.value, index))
                .text());
        to.unit = who.unit;
        to.post = who.post;
        to.isLead = in.flag("lead", false);
        to.signMinutes = in.integer("sign", 1, kLongestLimit, Need::No, limits.sign);
        to.doneMinutes = in.integer("done", 1, kLongestLimit, Need::No, limits.done);
        to.work = in.has("done") ? std::nullopt : limits.doneWork;
        to.arriveMinutes = in.integer("arrive", 0, kLongestLimit, Need::No, limits.arrive);
        if (in.has("instead")) {
            to.instead = orderOf(UnitCode(in.text("instead")));
        }
        in.warnUnknown();
        return to;
    }

    NodeReader& m_in;
    const ScenarioSetting& m_setting;
    const model::Incident& m_incident;
    Instant m_at;
    UnitCode m_unit;
};

/// A word that may stand under `do`.
struct Verb
{
    std::string_view word;
    bool isChiefs; ///< done by the chief, else by the deputy, when the office does it
    model::Act (*read)(const ActFields&);
};

using F = const ActFields&;
using model::Act;

constexpr std::array kVerbs{
    Verb{"order", true, [](F f) -> Act { return f.issue(); }},
    Verb{"sign", false, [](F f) -> Act { return model::SignOrder{f.ownOrder()}; }},
    Verb{
        "move", false,
        [](F f) -> Act {
            return model::ProgressOrder{f.ownOrder(), model::Progress::Moving, f.words(Need::No)};
        }},
    Verb{
        "arrive", false,
        [](F f) -> Act {
            return model::ProgressOrder{f.ownOrder(), model::Progress::OnScene, f.words(Need::No)};
        }},
    Verb{"report", false, [](F f) -> Act { return model::ReportOrder{f.ownOrder(), f.words()}; }},
    Verb{"finish", false, [](F f) -> Act { return model::FinishOrder{f.ownOrder(), f.words()}; }},
    Verb{"return", false, [](F f) -> Act { return model::ReturnOrder{f.ownOrder(), f.words()}; }},
    Verb{"remind", true, [](F f) -> Act { return model::RemindUnits{f.ordersOfUnits()}; }},
    Verb{
        "withdraw", true,
        [](F f) -> Act { return model::WithdrawOrder{f.orderOfUnit("of"), f.words()}; }},
    Verb{
        "accept", true,
        [](F f) -> Act { return model::DecideReturn{f.orderOfUnit("of"), true, f.words()}; }},
    Verb{
        "insist", true,
        [](F f) -> Act { return model::DecideReturn{f.orderOfUnit("of"), false, f.words()}; }},
    Verb{"extend", false, [](F f) -> Act { return f.ask(model::Relief::Extend); }},
    Verb{"suspend", false, [](F f) -> Act { return f.ask(model::Relief::Suspend); }},
    Verb{"note", false, [](F f) -> Act { return model::AddNote{f.words()}; }},
    Verb{"file", false, [](F f) -> Act { return f.file(); }},
    Verb{"counts", false, [](F f) -> Act { return f.counts(); }},
    Verb{"amend", false, [](F f) -> Act { return f.amend(); }},
    Verb{"close", true, [](F f) -> Act { return model::CloseIncident{f.words()}; }},
    Verb{"claim", true, [](F) -> Act { return model::ClaimIncident{}; }},
    Verb{"acknowledge", true, [](F f) -> Act { return f.acknowledge(); }},
};

} // namespace

Ulid scenarioUlid(Instant at, std::string_view what)
{
    const auto digest = sha256(viewOf(what));
    const auto ms = static_cast<std::uint64_t>(toUtcMs(at));
    Ulid id;
    for (unsigned i = 0; i < 6; ++i) {
        id.bytes.at(i) = static_cast<std::uint8_t>(ms >> (8U * (5U - i)));
    }
    std::copy_n(digest.begin(), 10, id.bytes.begin() + 6);
    return id;
}

std::string bothTexts(
    NodeReader& in,
    std::string_view zh,
    std::string_view en,
    const ScenarioSetting& setting,
    Need need)
{
    const bool isAsked = need == Need::Yes || in.has(zh) || in.has(en);
    if (!isAsked) {
        return {};
    }
    auto chinese = in.text(zh);
    auto english = in.text(en);
    return setting.english ? english : chinese;
}

Instant momentOf(NodeReader& in, std::string_view key, const ScenarioSetting& setting)
{
    const auto text = in.text(key);
    const auto back = distance(text);
    if (!back && !text.empty()) {
        in.error(
            {std::format("\"{}\": \"{}\" is no distance like 1h31m58s.", key, text),
             std::format("“{}”：“{}”不是 1h31m58s 这样的时长。", key, text)});
    }
    return setting.now - back.value_or(Millis{0});
}

plan::Grade gradeOf(NodeReader& in, std::string_view key)
{
    static constexpr std::array kNames{"I", "II", "III", "IV"};
    const auto text = in.text(key);
    const auto it = std::ranges::find(kNames, text);
    if (it == kNames.end()) {
        in.error(
            {std::format("\"{}\": \"{}\" is not I, II, III or IV.", key, text),
             std::format("“{}”：“{}”应为 I、II、III 或 IV。", key, text)});
        return plan::Grade::IV;
    }
    return static_cast<plan::Grade>(1 + (it - kNames.begin()));
}

model::Actor actorOf(NodeReader& in, const ScenarioSetting& setting, const PostCode& officePost)
{
    const bool isOffice = !officePost.empty() && !in.has("unit");
    model::Actor actor;
    actor.unit = UnitCode(isOffice ? "HQ" : in.text("unit"));
    if (setting.plan.unit(actor.unit) == nullptr) {
        unknownCode(in, "unit", "unit", actor.unit.value);
        return actor;
    }
    actor.post = isOffice ? officePost : model::answeringPost(setting.plan, actor.unit);
    if (in.has("post")) {
        actor.post = PostCode(in.text("post"));
    }
    const auto* post = setting.plan.post(actor.post);
    if (post == nullptr || post->unit != actor.unit) {
        unknownCode(in, "post", std::format("post of {}:", actor.unit.value), actor.post.value);
        return actor;
    }
    actor.role = post->role;
    return actor;
}

ScenarioLine
readScenarioLine(NodeReader& in, const ScenarioSetting& setting, const model::Incident& incident)
{
    ScenarioLine line;
    line.at = momentOf(in, "ago", setting);
    const auto word = in.text("do");
    const auto verb = std::ranges::find(kVerbs, word, &Verb::word);
    if (verb == kVerbs.end()) {
        in.error(
            {std::format("\"do\": \"{}\" is no kind of act.", word),
             std::format("“do”：没有“{}”这种操作。", word)});
        return line;
    }
    line.actor = actorOf(in, setting, verb->isChiefs ? setting.chief : setting.deputy);
    line.act = verb->read(ActFields(in, setting, incident, line.at, line.actor.unit));
    in.warnUnknown();
    return line;
}

} // namespace sz::hq
