// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MarkBook.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sz::widgets {

MarkBook::Marks
MarkBook::marks(const Incidents& incidents, Instant now, std::optional<Instant> staleSince)
{
    forgetWhenOutdated(now, staleSince);
    if (!follow(incidents, now, staleSince) && m_marks != nullptr) {
        return m_marks;
    }
    auto list = std::make_shared<std::vector<maps::Mark>>();
    list->reserve(m_order.size());
    std::ranges::transform(
        m_order, std::back_inserter(*list), [](const Known* known) { return *known->mark; });
    m_marks = std::move(list);
    return m_marks;
}

void MarkBook::setPlan(std::shared_ptr<const plan::Plan> plan)
{
    if (plan != m_plan) {
        m_plan = std::move(plan);
        forget();
    }
}

void MarkBook::forget()
{
    m_order.clear();
    m_known.clear();
    m_marks = nullptr;
}

// What every mark shows has changed, or the clock was put back.
void MarkBook::forgetWhenOutdated(Instant now, std::optional<Instant> staleSince)
{
    const QString age = markAge(now, staleSince);
    if (now < m_now || age != m_age || staleSince.has_value() != m_staleSince.has_value()) {
        forget();
    }
    m_now = now;
    m_age = age;
    m_staleSince = staleSince;
}

// Both are in order of id: one walk. True when any mark is another, new, gone or elsewhere.
bool MarkBook::follow(const Incidents& incidents, Instant now, std::optional<Instant> staleSince)
{
    std::vector<Known*> fresh;
    std::vector<Book::node_type> gone; // m_order still points to them
    bool isOther = false;
    auto it = m_known.begin();
    const auto drop = [&] {
        it->second.isMoved = true;
        gone.push_back(m_known.extract(it++));
    };
    for (const auto& [id, incident] : incidents) {
        while (it != m_known.end() && it->first < id) {
            drop();
        }
        if (it == m_known.end() || id < it->first) {
            it = m_known.emplace_hint(it, id, Known{});
        }
        Known& known = it->second;
        if (known.incident != incident || now >= known.holdsUntil) {
            known.incident = incident;
            make(known, now, staleSince);
            fresh.push_back(&known);
        } else if (known.isCounting) {
            isOther = recount(known, now) || isOther;
        }
        ++it;
    }
    while (it != m_known.end()) {
        drop();
    }
    if (!fresh.empty() || !gone.empty()) {
        reorder(fresh);
        isOther = true;
    }
    return isOther;
}

void MarkBook::make(Known& known, Instant now, std::optional<Instant> staleSince) const
{
    const model::Incident& incident = *known.incident;
    const bool isOpen = incident.state != model::IncidentState::Closed;
    known.isMoved = true;
    known.mark = isOpen ? markOf(incident, *m_plan, now, staleSince) : std::nullopt;
    known.rank = isOpen ? markRank(incident, now) : MarkRank{};
    known.holdsUntil = isOpen ? rankHoldsUntil(incident, now) : Instant::max();
    known.isCounting = known.mark && known.mark->label != known.mark->shortLabel;
}

bool MarkBook::recount(Known& known, Instant now)
{
    QString label = markLabel(*known.mark, *known.incident, now);
    const bool isOther = label != known.mark->label;
    known.mark->label = std::move(label);
    return isOther;
}

void MarkBook::reorder(const std::vector<Known*>& fresh)
{
    const auto byRank = [](const Known* a, const Known* b) { return a->rank < b->rank; };
    std::erase_if(m_order, [](const Known* known) { return known->isMoved; });
    std::vector<Known*> shown;
    std::ranges::copy_if(fresh, std::back_inserter(shown), [](const Known* known) {
        return known->mark.has_value();
    });
    std::ranges::sort(shown, byRank);
    std::vector<Known*> order;
    order.reserve(m_order.size() + shown.size());
    std::ranges::merge(m_order, shown, std::back_inserter(order), byRank);
    m_order = std::move(order);
    std::ranges::for_each(fresh, [](Known* known) { known->isMoved = false; });
}

} // namespace sz::widgets
