// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A folded incident as text, field by field, so that two of them can be held against each other.
#include "data/model/CampaignItems.h"
#include "tests/unit/model/walk/Walk.h"

#include <format>

namespace sz::model::test {
namespace {

std::string text(Instant t)
{
    return std::to_string(toUtcMs(t));
}
std::string text(const std::optional<Instant>& t)
{
    return t ? text(*t) : "-";
}

class Text
{
public:
    template <class... Parts>
    Text& line(const Parts&... parts)
    {
        (add(parts), ...);
        m_out += '\n';
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void add(const std::string& part) { m_out += part + '|'; }
    void add(const char* part) { add(std::string(part)); }
    void add(Instant t) { add(text(t)); }
    void add(const std::optional<Instant>& t) { add(text(t)); }
    template <class T>
        requires std::is_enum_v<T>
    void add(T value)
    {
        add(std::to_string(static_cast<int>(value)));
    }
    template <std::integral T>
    void add(T value)
    {
        add(std::to_string(value));
    }
    template <class T>
        requires requires(const T& id) { id.value; }
    void add(const T& id)
    {
        add(id.value);
    }

    std::string m_out;
};

void showOrder(Text& out, const Order& o)
{
    out.line("order", o.id, o.unit, o.post, o.isLead, o.text, o.issuedBy, o.issuedByUnit)
        .line(o.issuedAt, o.signMinutes, o.doneMinutes, o.arriveMinutes, o.state, o.signedAt)
        .line(o.movingAt, o.onSceneAt, o.doneAt, o.returnedAt, o.firstWordAt, o.lastWord)
        .line(o.reminders, o.instead, o.heir, o.returns, o.isReleased, o.withdrawnAt)
        .line(o.addedMinutes, o.againFrom, o.againMinutes, o.rechecks, o.isRecheckPassed);
    if (o.ask) {
        out.line("ask", o.ask->entry, o.ask->relief, o.ask->minutes, o.ask->reason, o.ask->at)
            .line(o.ask->unit, o.ask->post, o.ask->person);
    }
    for (const Suspension& s : o.suspensions) {
        out.line("stop", s.from, s.until);
    }
}

void showForce(Text& out, const TaskForce& f)
{
    out.line(
        "force", f.entry, f.name, f.text, f.formedAt, f.formedBy, f.until, f.endedAt, f.result);
    for (const ForceCommand& c : f.commands) {
        out.line("command", c.unit, c.post, c.from, c.until, c.reason);
    }
    for (const ForceMember& m : f.members) {
        out.line("member", m.unit, m.post, m.task);
    }
    for (const GoalCount& g : f.goals) {
        out.line("goal", g.goal.label, g.goal.target, g.goal.unitWord, g.count, g.countedAt)
            .line(g.countedBy);
    }
    for (const MinutesLine& m : f.minutes) {
        out.line("minutes", m.entry, m.at, m.unit, m.post, m.text);
    }
}

void showCampaign(Text& out, const Campaign& c)
{
    out.line("campaign", c.size(), c.from(), c.until());
    for (std::size_t i = 0; i < c.size(); ++i) {
        out.line("item", c.item(i).key, c.item(i).unit, c.state(i), c.due(i));
        if (const ItemMark* mark = c.mark(i)) {
            out.line("mark", mark->state, mark->at, mark->unit, mark->text);
        }
    }
    for (const UnitTally& u : c.units()) {
        out.line("tally", u.unit, u.items, u.done, u.voided);
    }
    for (const SheetRun& r : c.runs()) {
        out.line("run", r.name, r.rows, r.taken, r.passed, r.at, r.unit);
    }
    for (const ItemMove& m : c.moves()) {
        out.line("move", m.at, m.added, m.done, m.voided);
    }
}

void showCase(Text& out, const LedCase& c)
{
    out.line("case", c.number, c.unit, c.post, c.since);
    for (const std::string& s : c.stages) {
        out.line("stage", s);
    }
    for (const CaseVisit& v : c.visits) {
        out.line("visit", v.entry, v.at, v.unit, v.post, v.text);
    }
    for (const CaseStage& s : c.reached) {
        out.line("reached", s.stage, s.at, s.text);
    }
}

void showBeside(Text& out, const Incident& i)
{
    for (const FiledReport& r : i.reports) {
        out.line("report", r.stage, r.ordinal, r.at, r.wasDue, r.text, r.changes);
    }
    if (i.counts) {
        out.line("counts", i.counts->label, i.counts->total, i.counts->difference());
    }
    for (const Conflict& c : i.conflicts) {
        out.line("conflict", c.field, c.standing, c.other, c.otherUnit, c.otherAt);
    }
    for (const Attachment& f : i.files) {
        out.line("file", int{f.hash[0]}, f.name, f.type, f.size, f.order, f.entry, f.at, f.number);
    }
    for (const Contact& c : i.contacts) {
        out.line("contact", c.id, c.unit, c.desk, c.sealedAt, c.until, c.openings, c.openedBy);
    }
    for (const auto& [ref, post] : i.raised) {
        out.line("raised", ref, post);
    }
    for (const auto& [ref, shelf] : i.shelved) {
        out.line("shelved", ref, shelf.unit, shelf.post, shelf.reason, shelf.at, shelf.until);
    }
    for (const std::string& ref : i.acknowledged) {
        out.line("acknowledged", ref);
    }
}

void showRest(Text& out, const Incident& i)
{
    for (const Hop& h : i.hops) {
        out.line("hop", h.unit, h.post, h.order, h.from, h.until);
    }
    for (const Decision& d : i.decisions) {
        out.line("decision", d.entry, d.question, d.askedAt, d.askedBy, d.settledAt, d.settledBy);
        out.line(d.reason, d.orders.size());
    }
    if (i.rating) {
        out.line("rating", i.rating->score, i.rating->channel, i.rating->at, i.rating->unit);
    }
    for (const Step& s : i.steps) {
        out.line("step", s.ref(), s.unit, s.post, s.since, s.due, s.nearFrom, s.behindFrom)
            .line(s.rawDue);
    }
}

std::string bits(std::initializer_list<bool> flags)
{
    std::string out;
    for (const bool flag : flags) {
        out += flag ? '1' : '0';
    }
    return out;
}

} // namespace

std::string shownState(const Incident& i)
{
    Text out;
    out.line(i.id, i.serial, i.reportedAt, i.enteredAt, i.enteredBy, i.source, i.title, i.kind)
        .line(i.grade, i.place.text, i.place.area, i.state, i.nextReportMinutes.value_or(-1))
        .line(i.mergedInto, i.group, i.watchedSince, i.watchUntil, i.closedAt, i.result, i.mode)
        .line(i.claimedBy.value_or(PostCode("-")));
    for (const Order& o : i.orders) {
        showOrder(out, o);
    }
    for (const TaskForce& f : i.forces) {
        showForce(out, f);
    }
    if (i.campaign != nullptr) {
        showCampaign(out, *i.campaign);
    }
    if (i.ledCase) {
        showCase(out, *i.ledCase);
    }
    showBeside(out, i);
    showRest(out, i);
    return out.take();
}

std::string shown(const Incident& i)
{
    Text out;
    out.line("version", i.version, i.hasUnsent, i.lastTouched);
    for (const UnitCode& unit : i.writers) {
        out.line("writer", unit);
    }
    for (const TraceLine& t : i.trace) {
        out.line("trace", t.entry, t.at, t.unit, t.post, nameOf(*t.act), t.number);
    }
    for (const auto& [field, mark] : i.fieldMarks) {
        out.line("field", field, mark.version, mark.desk, mark.unit, mark.at, mark.value);
    }
    return shownState(i) + out.take();
}

std::string shapeOf(const Incident& i)
{
    std::string out = std::format(
        "{}{}{}", static_cast<int>(i.state), static_cast<int>(i.grade),
        bits(
            {!i.mergedInto.empty(), !i.group.empty(), i.watchUntil.has_value(), !i.reports.empty(),
             !i.contacts.empty(), i.files.size() > 0, i.files.size() > 1, !i.shelved.empty(),
             !i.acknowledged.empty(), i.force() != nullptr, !i.forces.empty(),
             i.openDecision() != nullptr, i.campaign != nullptr, i.ledCase.has_value(),
             i.rating.has_value(), i.counts.has_value()}));
    for (const Order& o : i.orders) {
        out += std::format(
            " {}{}{}{}{}", o.unit.value, static_cast<int>(o.state), std::min(o.returns, 2),
            bits(
                {o.isLead, o.signedAt.has_value(), o.ask.has_value(), o.isReleased, !o.heir.empty(),
                 !o.suspensions.empty(), o.suspensions.size() > 1, o.isRecheckPassed,
                 i.owner().order == o.id}),
            o.instead.value);
    }
    if (const TaskForce* f = i.force()) {
        out += std::format(" F{}{}{}", f->command().unit.value, f->members.size(), f->goals.size());
    }
    if (i.campaign != nullptr) {
        for (std::size_t k = 0; k < i.campaign->size(); ++k) {
            out += std::format(" i{}", static_cast<int>(i.campaign->state(k)));
        }
    }
    if (i.ledCase) {
        out += std::format(
            " C{}{}{}", i.ledCase->unit.value, i.ledCase->stages.size(),
            i.ledCase->reached.empty() ? "" : i.ledCase->reached.back().stage);
    }
    return out;
}

} // namespace sz::model::test
