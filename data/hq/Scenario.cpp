// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Scenario.h"

#include "data/hq/ScenarioActs.h"
#include "data/plan/files/TomlFile.h"

#include <algorithm>
#include <array>
#include <format>
#include <set>

namespace sz::hq {
namespace {

using plan::Need;
using plan::NodeReader;

constexpr int kFormat = 1;
constexpr std::size_t kLongestTitle = 60;

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

model::Source sourceOf(NodeReader& in)
{
    static constexpr std::array kNames{"phone", "grid", "12345", "119", "other", "unit"};
    const auto text = in.text("source");
    const auto it = std::ranges::find(kNames, text);
    if (it == kNames.end()) {
        in.error(
            {std::format("\"source\": \"{}\" is not phone, grid, 12345, 119, other or unit.", text),
             std::format("“source”：“{}”应为 phone、grid、12345、119、other 或 unit。", text)});
        return model::Source::Other;
    }
    return static_cast<model::Source>(1 + (it - kNames.begin()));
}

/// Street, words and, when written, the point. A street without a seat leaves the place without a
/// point.
plan::Place placeOf(NodeReader& in, const ScenarioSetting& setting)
{
    plan::Place place;
    place.text = bothTexts(in, "place_zh", "place_en", setting);
    place.street = StreetCode(in.text("street"));
    const auto* street = setting.plan.street(place.street);
    if (street == nullptr) {
        in.error(
            {std::format("\"street\": the plan has no street \"{}\".", place.street.value),
             std::format("“street”：方案中没有街道“{}”。", place.street.value)});
        return place;
    }
    place.area = street->area;
    place.district = street->district;
    place.isApproximate = !in.has("point");
    place.point = place.isApproximate ? street->seat : std::optional(in.point("point"));
    return place;
}

/// Plays one incident from its report to its last act.
class Stage
{
public:
    Stage(
        const ScenarioSetting& setting,
        NodeReader& in,
        const plan::FaultList& faults,
        std::vector<SeedEntry>& out)
        : m_setting(setting), m_in(in), m_faults(faults), m_out(out)
    {
    }

    void play()
    {
        m_key = m_in.text("key");
        ScenarioLine first = report();
        auto lines = m_in.tables("acts", Need::No);
        m_in.warnUnknown();
        if (!take(m_in, std::move(first))) {
            return;
        }
        for (auto& in : lines) {
            if (!take(in, readScenarioLine(in, m_setting, *m_incident))) {
                return;
            }
        }
    }

private:
    ScenarioLine report()
    {
        model::ReportIncident act;
        act.receivedAt = momentOf(m_in, "ago", m_setting);
        act.source = sourceOf(m_in);
        act.kind = KindCode(m_in.text("kind"));
        act.grade = gradeOf(m_in, "grade");
        act.title = bothTexts(m_in, "title_zh", "title_en", m_setting);
        act.narrative = bothTexts(m_in, "narrative_zh", "narrative_en", m_setting);
        act.suggestedBy = m_in.text("rule", Need::No);
        act.place = placeOf(m_in, m_setting);
        check(act);
        const Instant at =
            m_in.has("entered") ? momentOf(m_in, "entered", m_setting) : act.receivedAt;
        if (at < act.receivedAt) {
            tooEarly(m_in, "entered");
        }
        return {at, actorOf(m_in, m_setting, m_setting.intake), std::move(act)};
    }

    void check(const model::ReportIncident& act)
    {
        if (m_setting.plan.kind(act.kind) == nullptr) {
            m_in.error(
                {std::format("\"kind\": the plan has no kind \"{}\".", act.kind.value),
                 std::format("“kind”：方案中没有类型“{}”。", act.kind.value)});
        }
        const bool isRuleKnown =
            act.suggestedBy.empty()
            || std::ranges::contains(
                m_setting.plan.wordRules, act.suggestedBy, &plan::WordRule::id);
        if (!isRuleKnown) {
            m_in.error(
                {std::format("\"rule\": the plan has no word rule \"{}\".", act.suggestedBy),
                 std::format("“rule”：方案中没有词语规则“{}”。", act.suggestedBy)});
        }
        if (characters(act.title) > kLongestTitle) {
            m_in.error(
                {std::format("\"title\" is longer than {} characters.", kLongestTitle),
                 std::format("“title”超过 {} 字。", kLongestTitle)});
        }
    }

    static void tooEarly(NodeReader& in, std::string_view field)
    {
        in.error(
            {std::format("\"{}\": this is earlier than what stands before it.", field),
             std::format("“{}”：时间早于前一条。", field)});
    }

    // False when something is wrong, so that one mistake is not told twenty times.
    bool take(NodeReader& in, ScenarioLine line)
    {
        if (m_incident != nullptr && line.at < m_incident->lastTouched) {
            tooEarly(in, "ago");
        }
        if (m_faults.hasErrors()) {
            return false;
        }
        const auto done = rehearse(line);
        if (!done) {
            in.error(
                {std::format(
                     "\"do\": refused by the rules, {}: {}.", codeName(done.error().code),
                     done.error().detail),
                 std::format(
                     "“do”：规则不允许，{}：{}。", codeName(done.error().code),
                     done.error().detail)});
            return false;
        }
        m_out.push_back({line.at, line.actor.unit, line.actor.post, m_key, std::move(line.act)});
        return true;
    }

    Result<void> rehearse(const ScenarioLine& line)
    {
        if (auto allowed = model::checkAct(m_setting.plan, m_incident.get(), line.actor, line.act);
            !allowed) {
            return allowed;
        }
        auto next = model::foldIncident(m_setting.plan, m_incident, entryOf(line), {1, 0});
        if (!next) {
            return std::unexpected(next.error());
        }
        m_incident = *std::move(next);
        return {};
    }

    log::Entry entryOf(const ScenarioLine& line) const
    {
        const auto version = m_incident == nullptr ? 0 : m_incident->version;
        log::Entry entry;
        entry.id = scenarioUlid(line.at, std::format("{}#{}", m_key, version));
        entry.unit = line.actor.unit;
        entry.post = line.actor.post;
        entry.role = static_cast<std::uint8_t>(line.actor.role);
        entry.time.wall = line.at;
        entry.type = model::actType(line.act);
        entry.subject = {log::SubjectKind::Incident, m_key};
        entry.base = version;
        entry.body = model::encodeAct(line.act);
        return entry;
    }

    const ScenarioSetting& m_setting;
    NodeReader& m_in;
    const plan::FaultList& m_faults;
    std::vector<SeedEntry>& m_out;
    std::string m_key;
    model::IncidentPtr m_incident;
};

PostCode officePost(NodeReader& in, std::string_view key, const plan::Plan& plan)
{
    PostCode code(in.text(key));
    const auto* post = plan.post(code);
    if (post == nullptr || post->unit != UnitCode("HQ")) {
        in.error(
            {std::format("\"{}\": the office has no post \"{}\".", key, code.value),
             std::format("“{}”：指挥部办公室没有岗位“{}”。", key, code.value)});
    }
    return code;
}

ScenarioSetting settingOf(NodeReader& in, const plan::Plan& plan, Instant now, bool english)
{
    (void)in.integer("format", kFormat, kFormat, Need::Yes, kFormat);
    ScenarioSetting setting{plan, now, english, {}, {}, {}};
    if (auto posts = in.table("posts", Need::Yes)) {
        setting.intake = officePost(*posts, "intake", plan);
        setting.chief = officePost(*posts, "chief", plan);
        setting.deputy = officePost(*posts, "deputy", plan);
        posts->warnUnknown();
    }
    return setting;
}

void readIncidents(
    NodeReader& in,
    const ScenarioSetting& setting,
    const plan::FaultList& faults,
    std::vector<SeedEntry>& out)
{
    std::set<std::string> keys;
    for (auto& one : in.tables("incident")) {
        if (const auto key = one.text("key"); !keys.insert(key).second) {
            one.error(
                {std::format("\"key\": \"{}\" is used twice.", key),
                 std::format("“key”：“{}”重复。", key)});
        }
        if (!faults.hasErrors()) {
            Stage(setting, one, faults, out).play();
        }
    }
}

// A key nobody knows is most likely a slip of the pen that would leave something out: it counts as
// an error here.
std::unexpected<Error> firstFault(std::vector<plan::Fault> faults)
{
    const auto it = std::ranges::find(faults, true, &plan::Fault::isError);
    const auto& fault = it != faults.end() ? *it : faults.front();
    const bool isUnread = fault.line == 0;
    return fail(
        isUnread ? Code::FileUnreadable : Code::FileMalformed, fault.message,
        isUnread ? fault.file : std::format("{}:{}", fault.file, fault.line));
}

} // namespace

Result<std::vector<SeedEntry>>
loadScenario(const std::filesystem::path& file, const plan::Plan& plan, Instant now, bool english)
{
    plan::FaultList faults;
    std::vector<SeedEntry> entries;
    const auto name = file.filename().string();
    const auto root = plan::readToml(file.parent_path(), name, faults);
    if (root) {
        NodeReader in(*root, {name, 1, {}}, faults);
        const auto setting = settingOf(in, plan, now, english);
        readIncidents(in, setting, faults, entries);
        in.warnUnknown();
    }
    if (auto found = std::move(faults).take(); !found.empty()) {
        return firstFault(std::move(found));
    }
    std::ranges::stable_sort(entries, {}, &SeedEntry::at);
    return entries;
}

} // namespace sz::hq
