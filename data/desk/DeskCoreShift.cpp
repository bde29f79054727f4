// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts as this desk knows them: what headquarters has told, and the own acts on top of it.
#include "data/desk/DeskCore.h"

#include <algorithm>

namespace sz::desk {

// All of it from the files: at the start, and when the view was made anew. The view knows the places.
Result<void> DeskCore::loadShift()
{
    auto items =
        readOutbox()
            .and_then([this] { return m_view->seqsOf(IncidentId(model::shiftSubject().id)); })
            .and_then([this](const auto& seqs) { return m_log->feedAt(seqs); });
    if (!items) {
        return std::unexpected(items.error());
    }
    std::ranges::stable_sort(*items, {}, &log::FeedItem::number);
    m_confirmedShift = {};
    std::set<Ulid> fed;
    m_shiftNumber = items->empty() ? 0 : items->back().number;
    for (const log::FeedItem& item : *items) {
        if (const auto entry = log::decodeEntry(item.raw)) {
            model::foldShift(*m_options.plan, m_confirmedShift, *entry);
            fed.insert(entry->id);
        }
    }
    m_pendingShift.clear();
    for (const store::OwnEntry& own : m_outbox) {
        auto entry = log::decodeEntry(own.raw);
        const bool isPending = entry && own.state != store::SendState::Rejected
                               && model::isOfShift(entry->subject) && !fed.contains(entry->id);
        if (isPending) {
            m_hybrid.witness(entry->time, headquartersNow());
            m_pendingShift.push_back(std::move(*entry));
        }
    }
    showShift();
    return {};
}

// A feed brings this matter in headquarters' order; what comes out of it is folded from the files again.
Result<void> DeskCore::addShift(const std::vector<ShiftItem>& items)
{
    if (items.empty()) {
        return {};
    }
    for (const ShiftItem& item : items) {
        if (item.number <= m_shiftNumber) {
            return loadShift();
        }
        m_shiftNumber = item.number;
        model::foldShift(*m_options.plan, m_confirmedShift, item.entry);
        std::erase_if(
            m_pendingShift, [&](const log::Entry& own) { return own.id == item.entry.id; });
    }
    showShift();
    return {};
}

void DeskCore::showShift()
{
    auto shown = std::make_shared<model::ShiftState>(m_confirmedShift);
    for (const log::Entry& entry : m_pendingShift) {
        model::foldShift(*m_options.plan, *shown, entry);
    }
    m_shift = std::move(shown);
    if (m_listener.shift) {
        m_listener.shift(m_shift);
    }
}

Result<Receipt> DeskCore::performShift(const model::ShiftAct& act)
{
    if (m_fault || !m_log) {
        return fail(Code::StoreWrite, "the store is not writable; restart the console");
    }
    const auto may = m_seat->mayAct(headquartersNow()).and_then([&] {
        return model::checkShift(*m_options.plan, *m_shift, m_actor, act);
    });
    if (!may) {
        const Code code = may.error().code;
        if (code == Code::NotAllowed || code == Code::SecondPerson || code >= Code::SignOnNeeded) {
            refused( // also on a shared seat: there the desk and its unit are the trace
                "shift", may.error(),
                m_seat->grant() != nullptr ? m_seat->grant()->person : PersonCode());
        }
        return std::unexpected(may.error());
    }
    log::Entry entry = newEntry();
    entry.type = model::shiftActType(act);
    entry.subject = model::shiftSubject();
    entry.body = model::encodeShiftAct(act);
    auto own = save(entry);
    if (!own) {
        if (own.error().code != Code::NoSpace && own.error().code != Code::BadEncoding) {
            onStoreFailed(own.error());
        }
        return std::unexpected(own.error());
    }
    m_pendingShift.push_back(entry);
    showShift();
    publishOutbox();
    return Receipt{{}, entry.id.text(), own->counter};
}

// Another desk was first, or the right was lost meanwhile: what stands is what headquarters says.
void DeskCore::onShiftJudged(const log::Entry& entry, const store::OwnEntry& own)
{
    if (own.state != store::SendState::Rejected) {
        return;
    }
    std::erase_if(m_pendingShift, [&](const log::Entry& one) { return one.id == entry.id; });
    showShift();
    m_listener.notice(
        {Notice::Kind::ShiftRefused, static_cast<int>(entry.type), own.detail, own.code, {}});
    if (auto ok = m_log->setVerdict(
            own.counter, store::SendState::Settled, own.number, own.code, own.detail);
        !ok) {
        onStoreFailed(ok.error());
    }
    std::erase_if(m_outbox, [counter = own.counter](const store::OwnEntry& one) {
        return one.counter == counter; // told, taken back: nothing is left to deal with
    });
}

} // namespace sz::desk
