// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/report/Handover.h"

#include "data/model/SheetWords.h"

#include <algorithm>
#include <format>
#include <map>
#include <set>

namespace sz::report {
namespace {

using model::SheetPart;
using model::SheetRow;

class Writer
{
public:
    explicit Writer(const HandoverFacts& facts) : m_facts(facts) {}

    std::vector<SheetRow> rows()
    {
        for (const model::IncidentPtr& incident : m_facts.incidents) {
            if (incident != nullptr && incident->state != model::IncidentState::Closed) {
                addSteps(*incident);
                addShelved(*incident);
            }
        }
        addPromises();
        addGaps();
        addOthers(SheetPart::Endpoint, m_facts.endpoints);
        addOthers(SheetPart::Drill, m_facts.drills);
        std::ranges::stable_sort(m_rows, {}, [](const SheetRow& row) {
            return std::pair(row.part, row.due.value_or(Instant::max()));
        });
        cut();
        return std::move(m_rows);
    }

private:
    [[nodiscard]] bool isOurs(const UnitCode& unit) const
    {
        return m_facts.unit == UnitCode("HQ") || unit == m_facts.unit;
    }

    // The same for as long as the sheet is: a number that changed at midnight would make every row a new one, unread again.
    [[nodiscard]] std::string numberOf(const model::Incident& incident) const
    {
        const Minutes offset{m_facts.utcOffsetMinutes};
        const auto day = [&](Instant t) {
            return std::chrono::floor<std::chrono::days>(t + offset);
        };
        const bool isOther =
            m_facts.shiftFrom && day(*m_facts.shiftFrom) != day(incident.reportedAt);
        return isOther ? model::incidentNumber(incident, m_facts.utcOffsetMinutes)
                       : model::shortNumber(incident);
    }

    [[nodiscard]] SheetRow
    rowOf(const model::Incident& incident, SheetPart part, std::string id) const
    {
        SheetRow row;
        row.id = std::move(id);
        row.part = part;
        row.incident = incident.id;
        row.number = numberOf(incident);
        row.text = incident.title;
        return row;
    }

    // One red row an incident, with what is late for longest: the next late step is another row's words, to be read anew.
    void addSteps(const model::Incident& incident)
    {
        bool hasRed = false;
        for (const model::Step& step : incident.steps) {
            if (!isOurs(step.unit)) {
                continue;
            }
            const bool isLate = step.lampAt(m_facts.now) == model::Lamp::Late;
            if (isLate && hasRed) {
                continue;
            }
            if (!isLate && step.due >= m_facts.nextChange) {
                continue;
            }
            SheetRow row = isLate ? rowOf(incident, SheetPart::OpenRed, "red:" + incident.id.value)
                                  : rowOf(
                                        incident, SheetPart::Due,
                                        "due:" + incident.id.value + ":" + step.ref());
            row.unit = step.unit;
            row.post = step.post;
            row.detail = step.ref();
            row.due = step.due;
            row.isRed = isLate;
            hasRed = hasRed || isLate;
            m_rows.push_back(std::move(row));
        }
    }

    void addShelved(const model::Incident& incident)
    {
        for (const auto& [ref, shelf] : incident.shelved) {
            const auto step = std::ranges::find(incident.steps, ref, &model::Step::ref);
            if (step == incident.steps.end() || shelf.until <= m_facts.now || !isOurs(step->unit)) {
                continue;
            }
            SheetRow row =
                rowOf(incident, SheetPart::Shelved, "shelf:" + incident.id.value + ":" + ref);
            row.unit = step->unit;
            row.post = step->post;
            row.detail = ref;
            row.due = shelf.until;
            m_rows.push_back(std::move(row));
        }
    }

    void addPromises()
    {
        for (const auto& [id, promise] : m_facts.shift->promises) {
            if (promise.settled || promise.author.unit != m_facts.unit) {
                continue;
            }
            SheetRow row;
            row.id = "promise:" + id;
            row.part = SheetPart::Promise;
            row.incident = promise.made.incident;
            row.unit = promise.made.unit;
            row.post = promise.author.post;
            row.text = promise.made.text;
            row.due = promise.made.until;
            row.isRed = promise.made.until && *promise.made.until <= m_facts.now;
            m_rows.push_back(std::move(row));
        }
    }

    void addGaps()
    {
        for (const GapFact& gap : m_facts.gaps) {
            SheetRow row;
            row.id = std::format(
                "gap:{}:{}", gap.post.empty() ? gap.unit.value : gap.post.value, toUtcMs(gap.from));
            row.part = SheetPart::RosterGap;
            row.unit = gap.unit;
            row.post = gap.post;
            row.text = gap.textZh;
            row.detail = gap.textEn;
            row.due = gap.from;
            row.isRed = gap.from <= m_facts.now && m_facts.now < gap.until;
            m_rows.push_back(std::move(row));
        }
    }

    void addOthers(SheetPart part, const std::vector<OtherFact>& facts)
    {
        for (const OtherFact& fact : facts) {
            SheetRow row;
            row.id = (part == SheetPart::Drill ? "drill:" : "endpoint:") + fact.id;
            row.part = part;
            row.unit = fact.unit;
            row.text = fact.text;
            row.detail = fact.detail;
            row.due = fact.at;
            row.isRed = fact.isRed;
            m_rows.push_back(std::move(row));
        }
    }

    // An entry has room for so much; what is late or due first stays. Ids twice (a gap told twice) stay once.
    void cut()
    {
        std::map<SheetPart, std::size_t> count;
        std::set<std::string> ids;
        std::erase_if(m_rows, [&](const SheetRow& row) {
            return !ids.insert(row.id).second || ++count[row.part] > kMostPartRows;
        });
    }

    const HandoverFacts& m_facts;
    std::vector<SheetRow> m_rows;
};

std::set<std::string> idsOf(const model::ShiftSheet& sheet)
{
    std::set<std::string> ids;
    for (const auto& row : sheet.rows) {
        if (!row.isSettled && row.row.part != SheetPart::Note) {
            ids.insert(row.row.id);
        }
    }
    return ids;
}

} // namespace

std::vector<OtherFact> endpointsDown(const model::ShiftState& shift, const UnitCode& unit)
{
    std::vector<OtherFact> down;
    for (const auto& [key, endpoint] : shift.endpoints) {
        const bool isOurs = unit == UnitCode("HQ") || unit == key.first;
        if (endpoint.told.isDown && isOurs) {
            down.push_back(
                {key.first.value + "/" + key.second,
                 key.first,
                 {},
                 key.second,
                 endpoint.told.text});
        }
    }
    return down;
}

std::vector<OtherFact>
drillsAhead(const plan::Plan& plan, const model::ShiftState& shift, Instant now)
{
    std::vector<OtherFact> ahead;
    for (const auto& [id, drill] : shift.drills) {
        const Instant at = drill.planned.startsAt;
        if (drill.ended || at > now + std::chrono::days(1)) {
            continue;
        }
        const std::string& place = drill.planned.place.text;
        OtherFact fact{
            id,
            UnitCode("HQ"),
            {},
            drill.planned.name + (place.empty() ? std::string() : " · " + place),
            std::string(kDrillPlanned)};
        if (at > now) {
            fact.at = at;
        }
        if (drill.begun) {
            fact.detail = kDrillRuns;
        } else if (!model::changesInTheWay(plan, shift, drill, std::max(at, now)).empty()) {
            fact.detail = kDrillNeedsWord;
        } else if (!drill.words.empty()) {
            fact.detail = kDrillAgreed;
        }
        ahead.push_back(std::move(fact));
    }
    return ahead;
}

ShiftNumbers shiftNumbers(
    std::span<const model::IncidentPtr> incidents,
    const UnitCode& unit,
    Instant from,
    Instant until)
{
    ShiftNumbers out{from, until, 0, 0, 0, 0, 0};
    const auto isIn = [&](Instant t) { return from <= t && t < until; };
    for (const model::IncidentPtr& incident : incidents) {
        if (incident == nullptr) {
            continue;
        }
        out.reported += isIn(incident->reportedAt) ? 1 : 0;
        out.closed += incident->closedAt && isIn(*incident->closedAt) ? 1 : 0;
        const bool isOver = incident->state == model::IncidentState::Closed
                            && (!incident->closedAt || *incident->closedAt < until);
        out.open += isOver || incident->reportedAt >= until ? 0 : 1;
        for (const model::Order& order : incident->orders) {
            if (!isIn(order.issuedAt) || (unit != UnitCode("HQ") && order.unit != unit)) {
                continue;
            }
            ++out.orders;
            const bool isUnsigned = !order.signedAt && order.state == model::OrderState::Issued;
            const Instant signedAt = order.signedAt.value_or(isUnsigned ? until : order.issuedAt);
            out.signedLate += signedAt > order.issuedAt + Minutes(order.signMinutes) ? 1 : 0;
        }
    }
    return out;
}

std::vector<SheetRow> handoverRows(const HandoverFacts& facts)
{
    return Writer(facts).rows();
}

std::optional<model::AddRows> handoverNews(
    const std::string& id,
    const model::ShiftSheet& sheet,
    const std::vector<SheetRow>& rows)
{
    constexpr std::size_t kAtOnce = 100; // an entry has at most 64 KiB
    model::AddRows news{id, {}, {}};
    if (sheet.isDone()) {
        return std::nullopt;
    }
    for (const SheetRow& row : rows) {
        const auto known =
            std::ranges::find_if(sheet.rows, [&](const auto& one) { return one.row.id == row.id; });
        // A desk that has not heard of the incident's number yet does not take it off the sheet.
        const bool isNumbered =
            known != sheet.rows.end() && !row.number.empty() && row.number != known->row.number;
        const bool isSame = known != sheet.rows.end() && !known->isSettled && !isNumbered
                            && model::saysTheSame(known->row, row);
        if (!isSame && news.rows.size() < kAtOnce) {
            news.rows.push_back(row);
        }
    }
    for (const auto& known : sheet.rows) {
        const bool isGone = !known.isSettled && known.row.part != SheetPart::Note
                            && !std::ranges::contains(rows, known.row.id, &SheetRow::id);
        if (isGone) {
            news.settled.push_back(known.row.id);
        }
    }
    return news.rows.empty() && news.settled.empty() ? std::nullopt : std::optional(news);
}

std::array<PartBalance, model::kSheetParts> balanceOf(const model::ShiftSheet& sheet)
{
    std::array<PartBalance, model::kSheetParts> sums;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        sums.at(i).part = static_cast<SheetPart>(i + 1);
    }
    for (const auto& row : sheet.rows) {
        if (!row.isSettled) {
            PartBalance& sum = sums.at(static_cast<std::size_t>(row.row.part) - 1);
            ++sum.handed;
            sum.taken += row.readBy ? 1 : 0;
        }
    }
    return sums;
}

SheetDifference compared(const model::ShiftSheet& before, const model::ShiftSheet& sheet)
{
    const auto old = idsOf(before);
    const auto now = idsOf(sheet);
    SheetDifference out;
    std::ranges::set_intersection(old, now, std::back_inserter(out.stayed));
    std::ranges::set_difference(now, old, std::back_inserter(out.came));
    std::ranges::set_difference(old, now, std::back_inserter(out.went));
    return out;
}

std::optional<std::size_t>
nextUnreadRed(const model::ShiftSheet& sheet, std::optional<std::size_t> from)
{
    const auto unread = sheet.unreadRed();
    if (unread.empty()) {
        return std::nullopt;
    }
    const auto next =
        std::ranges::find_if(unread, [&](std::size_t index) { return from && index > *from; });
    return next == unread.end() ? unread.front() : *next;
}

} // namespace sz::report
