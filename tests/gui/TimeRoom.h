// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The whole window over a desk that headquarters has told a story: two hours in which things came, were signed for, closed.

#include "tests/gui/PageRoom.h"

namespace sz::test {

/// Number n is told at kTold + 10 minutes × (n − 1).
inline constexpr Instant kTold = kCall - std::chrono::hours{2};

inline log::Entry
toldEntry(UlidMaker& ulids, Instant at, const std::string& incident, const model::Act& act)
{
    log::Entry entry;
    entry.id = ulids.next(at);
    entry.desk = DeskId("other-1");
    entry.unit = UnitCode("HQ");
    entry.post = PostCode("HQ-chief");
    entry.time = {at, 0};
    entry.type = model::actType(act);
    entry.subject = {log::SubjectKind::Incident, incident.empty() ? entry.id.text() : incident};
    entry.body = model::encodeAct(act);
    return entry;
}

inline log::Entry toldShift(UlidMaker& ulids, Instant at, const model::ShiftAct& act)
{
    log::Entry entry = toldEntry(ulids, at, model::shiftSubject().id, model::UnknownAct{});
    entry.subject = model::shiftSubject();
    entry.type = model::shiftActType(act);
    entry.body = model::encodeShiftAct(act);
    return entry;
}

struct TimeRoom : PageRoom
{
    explicit TimeRoom(bool isChinese = false) : PageRoom(isChinese) {}

    /// Three incidents: 1 comes first and is closed at the end, 2 gets an order nobody signs for, 3 comes late.
    /// `drill` is planned, begun and ended behind it.
    void tell(const std::optional<model::PlanDrill>& drill = {})
    {
        desk.reset();
        UlidMaker ulids;
        std::vector<log::Entry> entries;
        const auto at = [&] { return kTold + Minutes{10} * static_cast<int>(entries.size()); };
        const auto add = [&](const std::string& incident, const model::Act& act) {
            entries.push_back(toldEntry(ulids, at(), incident, act));
            return entries.back().subject.id;
        };
        const auto report = [&](const char* title, int area) {
            model::ReportIncident act = plainReport(title, plan::Grade::III, area);
            act.receivedAt = at();
            const std::string id = add({}, act);
            story.emplace_back(id);
            return id;
        };
        const std::string first = report("First water", 3);
        const std::string second = report("Second smoke", 24);
        model::OrderTo to{OrderId("01J0000000000000000000000A"),
                          UnitCode("L06"),
                          PostCode("L06-duty"),
                          true,
                          10,
                          1440,
                          30};
        add(second, model::IssueOrders{"go and look", {to}});
        add(first, model::AddNote{"called back"});
        const std::string third = report("Third gas", 6);
        add(third, model::AddNote{"smell in the street"});
        add(first, model::CloseIncident{"all dry"});
        const auto addShift = [&](const model::ShiftAct& act) {
            entries.push_back(toldShift(ulids, at(), act));
            return entries.back().id.text();
        };
        if (drill) {
            const std::string planned = addShift(*drill);
            addShift(model::StartDrill{planned});
            addShift(model::EndDrill{planned, ""});
        }
        writeFeed(entries);
        desk = std::make_unique<desk::Desk>(options);
        desk->start();
    }

    std::vector<IncidentId> story;

private:
    void writeFeed(const std::vector<log::Entry>& entries)
    {
        const desk::Profile& p = options.profile;
        auto log = store::DeskLog::open(p.logFile(), p.operation, p.desk, p.unit);
        QVERIFY(log.has_value());
        std::vector<log::FeedItem> items;
        Digest hash = log::feedStart(p.operation, p.unit);
        std::uint32_t serial = 40;
        for (const log::Entry& entry : entries) {
            const std::uint64_t seq = items.size() + 1;
            const bool isFirst = entry.subject.id == entry.id.text();
            items.push_back(
                {seq, seq, entry.time.wall, isFirst ? ++serial : 0, log::encodeEntry(entry)});
            hash = log::feedLink(hash, items.back());
        }
        QVERIFY(log->appendFeed(items, hash).has_value());
    }
};

} // namespace sz::test
