// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hq/Author.h"

#include "data/model/World.h"

#include <stdexcept>

namespace sz::test {

Author::Author(OperationId operation, DeskId desk, UnitCode unit, SigningKey key)
    : m_operation(std::move(operation)), m_desk(std::move(desk)), m_unit(std::move(unit)),
      m_key(std::move(key))
{
}

std::string Author::write(const model::Act& act, const std::string& incident, PostCode post)
{
    log::Entry entry;
    entry.post = std::move(post);
    entry.type = model::actType(act);
    entry.subject = {log::SubjectKind::Incident, incident};
    entry.body = model::encodeAct(act);
    return writeEntry(std::move(entry));
}

std::string Author::writeEntry(log::Entry entry)
{
    const Instant now = SystemClock().now();
    entry.time = m_time.next(now);
    if (entry.id == Ulid{}) {
        entry.id = m_ids.next(now);
    }
    if (entry.desk.empty()) {
        entry.desk = m_desk;
    }
    if (entry.unit.empty()) {
        entry.unit = m_unit;
    }
    if (entry.subject.kind == log::SubjectKind::Incident && entry.subject.id.empty()) {
        entry.subject.id = entry.id.text();
    }
    writeRaw(log::encodeEntry(entry));
    return entry.id.text();
}

void Author::writeRaw(Bytes raw)
{
    m_chain.push_back(log::authorLink(m_chain.back(), log::entryHash(raw)));
    m_entries.push_back(std::move(raw));
}

log::Batch Author::batch(std::uint64_t first, std::uint64_t last) const
{
    const std::uint64_t end = last == 0 ? written() : last;
    log::Batch batch{m_operation, m_desk, first, m_chain.at(first - 1), {}, {}};
    for (std::uint64_t counter = first; counter <= end; ++counter) {
        batch.entries.push_back(raw(counter));
    }
    log::signBatch(batch, m_key);
    return batch;
}

void Author::forgetAfter(std::uint64_t counter)
{
    m_entries.resize(counter);
    m_chain.resize(counter + 1);
}

model::ReportIncident report(const plan::Plan& plan, const std::string& title, int area)
{
    model::ReportIncident act;
    act.title = title;
    act.kind = plan.kinds.front().code;
    act.place.text = "唐家墩街";
    act.place.area = area;
    act.place.district = plan.area(area)->district;
    act.receivedAt = SystemClock().now();
    return act;
}

model::IssueOrders order(const plan::Plan& plan, const UnitCode& unit, const std::string& id)
{
    model::OrderTo to;
    to.id = OrderId(id);
    to.unit = unit;
    to.post = model::answeringPost(plan, unit);
    if (to.post.empty()) {
        to.post = PostCode("duty");
    }
    return {"到场处置", {to}};
}

} // namespace sz::test
