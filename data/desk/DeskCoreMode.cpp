// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The mode of the operation as this desk knows it: what headquarters has told, and the own switch on top of it.
#include "data/desk/DeskCore.h"

#include <algorithm>

namespace sz::desk {
namespace {

model::ModeState folded(model::ModeState state, const std::vector<log::Entry>& entries)
{
    for (const log::Entry& entry : entries) {
        model::foldMode(state, entry);
    }
    return state;
}

} // namespace

// From the files, after every entry of it, too: they are few. The view knows the places, the outbox what has not come back yet.
Result<void> DeskCore::loadMode()
{
    const auto items =
        readOutbox()
            .and_then([this] { return m_view->seqsOf(IncidentId(model::modeSubject().id)); })
            .and_then([this](const auto& seqs) { return m_log->feedAt(seqs); });
    if (!items) {
        return std::unexpected(items.error());
    }
    auto inOrder = *items; // a feed may get the earlier entries of a matter later
    std::ranges::stable_sort(inOrder, {}, &log::FeedItem::number);
    m_confirmedMode = {};
    for (const log::FeedItem& item : inOrder) {
        if (const auto entry = log::decodeEntry(item.raw)) {
            model::foldMode(m_confirmedMode, *entry);
        }
    }
    m_pendingMode.clear();
    for (const store::OwnEntry& own : m_outbox) {
        auto entry = log::decodeEntry(own.raw);
        if (entry && own.state != store::SendState::Rejected && model::isOfMode(entry->subject)) {
            m_pendingMode.push_back(std::move(*entry));
        }
    }
    showMode();
    return {};
}

// Everybody is told of a switch once, also who was away while it happened; a desk that starts anew is not.
void DeskCore::showMode()
{
    ModeStatus now;
    now.turns = folded(m_confirmedMode, m_pendingMode).turns;
    now.mode = now.turns.empty() ? plan::Mode::Normal : now.turns.back().mode;
    now.isUnsent = now.turns.size() > m_confirmedMode.turns.size();
    if (m_hasShownMode && now == m_mode) {
        return;
    }
    const model::ModeTurn* turn = now.last();
    const bool isNews = turn != nullptr && (m_mode.last() == nullptr || *m_mode.last() != *turn);
    const bool isTold = m_hasShownMode && isNews;
    m_hasShownMode = true;
    m_mode = std::move(now);
    if (m_listener.mode) {
        m_listener.mode(m_mode);
    }
    if (isTold) {
        m_listener.notice(
            {Notice::Kind::ModeTurned, m_mode.mode == plan::Mode::Normal ? 0 : 1,
             m_mode.last()->post.value, Code::Internal, m_mode.last()->at});
    }
}

Result<Receipt> DeskCore::setMode(const model::ModeAct& act)
{
    if (m_fault || !m_log) {
        return fail(Code::StoreWrite, "the store is not writable; restart the console");
    }
    const auto may = m_seat->mayAct(headquartersNow()).and_then([&] {
        return model::checkMode(*m_options.plan, {m_mode.turns}, m_actor, act);
    });
    if (!may) {
        return std::unexpected(may.error());
    }
    log::Entry entry = newEntry();
    entry.type = model::modeActType(act);
    entry.subject = model::modeSubject();
    entry.body = model::encodeModeAct(act);
    auto own = save(entry);
    if (!own) {
        if (own.error().code != Code::NoSpace && own.error().code != Code::BadEncoding) {
            onStoreFailed(own.error());
        }
        return std::unexpected(own.error());
    }
    m_pendingMode.push_back(entry);
    showMode();
    publishOutbox();
    return Receipt{{}, entry.id.text(), own->counter};
}

// Another desk was first, or the right was lost meanwhile: the mode is what headquarters says.
void DeskCore::onModeJudged(const log::Entry& entry, const store::OwnEntry& own)
{
    if (own.state != store::SendState::Rejected) {
        return;
    }
    std::erase_if(m_pendingMode, [&](const log::Entry& one) { return one.id == entry.id; });
    showMode();
    m_listener.notice({Notice::Kind::ModeRefused, 0, own.detail, own.code, {}});
    if (auto ok = m_log->setVerdict(
            own.counter, store::SendState::Settled, own.number, own.code, own.detail);
        !ok) {
        onStoreFailed(ok.error());
    }
}

} // namespace sz::desk
