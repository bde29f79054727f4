// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A matter of the operation (model/Matters.h) as a desk knows it: what headquarters has told, and the own acts on top of it.

#include "data/log/Chain.h"
#include "data/model/Matters.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace sz::desk {

/// An entry of the feed, with its place and headquarters' number.
struct MatterEntry
{
    std::uint64_t seq = 0;
    std::uint64_t number = 0;
    log::Entry entry;
};

/// Part of DeskCore, on its thread; values in and out, no files.
template <class Matter>
class MatterKeeper
{
public:
    using State = typename Matter::State;
    /// Begins anew with all the feed has, in any order. Own entries follow with addOwn.
    void load(const plan::Plan& plan, std::vector<log::FeedItem> items)
    {
        std::ranges::stable_sort(items, {}, &log::FeedItem::number);
        m_confirmed = {};
        m_fed.clear();
        m_pending.clear();
        m_number = items.empty() ? 0 : items.back().number;
        for (const log::FeedItem& item : items) {
            if (const auto entry = log::decodeEntry(item.raw)) {
                Matter::fold(plan, m_confirmed, *entry);
                m_fed.insert(entry->id);
            }
        }
        show(plan);
    }

    /// False when one comes out of headquarters' order: then it has to be loaded anew.
    [[nodiscard]] bool add(const plan::Plan& plan, const std::vector<MatterEntry>& items)
    {
        for (const MatterEntry& item : items) {
            if (item.number <= m_number) {
                return false;
            }
            m_number = item.number;
            Matter::fold(plan, m_confirmed, item.entry);
            std::erase_if(
                m_pending, [&](const log::Entry& own) { return own.id == item.entry.id; });
        }
        show(plan);
        return true;
    }

    /// False when the feed has brought it already.
    bool addOwn(const plan::Plan& plan, log::Entry entry)
    {
        if (m_fed.contains(entry.id)) {
            return false;
        }
        m_pending.push_back(std::move(entry));
        show(plan);
        return true;
    }

    /// Headquarters has refused it.
    void dropOwn(const plan::Plan& plan, const Ulid& id)
    {
        std::erase_if(m_pending, [&](const log::Entry& one) { return one.id == id; });
        show(plan);
    }

    /// An own entry (ULID text) that is not in the feed yet.
    [[nodiscard]] bool isPending(const std::string& id) const
    {
        return std::ranges::any_of(
            m_pending, [&](const log::Entry& own) { return own.id.text() == id; });
    }

    /// Never null.
    [[nodiscard]] const std::shared_ptr<const State>& shown() const { return m_shown; }

private:
    void show(const plan::Plan& plan)
    {
        auto shown = std::make_shared<State>(m_confirmed);
        for (const log::Entry& entry : m_pending) {
            Matter::fold(plan, *shown, entry);
        }
        m_shown = std::move(shown);
    }

    State m_confirmed;
    std::uint64_t m_number = 0;        ///< last one folded into it
    std::set<Ulid> m_fed;              ///< when it was loaded
    std::vector<log::Entry> m_pending; ///< own, unsent or not yet in the feed
    std::shared_ptr<const State> m_shown = std::make_shared<State>(); // the screen reads it
};

} // namespace sz::desk
