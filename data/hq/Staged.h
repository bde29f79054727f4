// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Changes that wait for a commit: seen by whoever looks in between, gone without a trace when the
// commit fails.

#include <unordered_map>
#include <utility>

namespace sz::hq {

/// A map with a draft laid over it.
template <class Key, class Value>
class Staged
{
public:
    /// The draft's value, else the kept one, else null. Valid until the next change.
    [[nodiscard]] const Value* find(const Key& key) const
    {
        if (const auto it = m_draft.find(key); it != m_draft.end()) {
            return &it->second;
        }
        const auto it = m_kept.find(key);
        return it == m_kept.end() ? nullptr : &it->second;
    }

    void put(const Key& key, Value value) { m_draft.insert_or_assign(key, std::move(value)); }

    /// A value that is true already: it outlives a drop().
    void putKept(const Key& key, Value value) { m_kept.insert_or_assign(key, std::move(value)); }

    /// For what can be had again.
    void forget() { m_kept.clear(); }

    void keep()
    {
        for (auto& [key, value] : m_draft) {
            m_kept.insert_or_assign(key, std::move(value));
        }
        m_draft.clear();
    }

    void drop() { m_draft.clear(); }

    [[nodiscard]] const std::unordered_map<Key, Value>& kept() const { return m_kept; }

private:
    std::unordered_map<Key, Value> m_kept;
    std::unordered_map<Key, Value> m_draft;
};

} // namespace sz::hq
