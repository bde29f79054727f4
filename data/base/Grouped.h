// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A long map that is copied at every step: what came together is kept together, and copies share what neither has changed.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace sz {

/// Values by id: one named "GROUP", or many named "GROUP/…", of groups whose names have one length. Reads like a const std::map, in the
/// order of ids. A copy costs a pointer for each group, a change the group it changes. Thread: as std::map; copies may be read
/// by other threads while this one changes, because a group that was added is never written to again.
template <class T>
class Grouped
{
public:
    using value_type = std::pair<std::string, T>;
    using Group = std::vector<value_type>; ///< ascending by id

private:
    using Groups = std::map<std::string, std::shared_ptr<const Group>>;

public:
    class Iterator
    {
    public:
        using value_type = Grouped::value_type;
        using difference_type = std::ptrdiff_t;
        using reference = const value_type&;
        using pointer = const value_type*;
        using iterator_category = std::forward_iterator_tag;

        Iterator() = default;
        Iterator(Groups::const_iterator group, std::size_t at) : m_group(group), m_at(at) {}
        reference operator*() const { return (*m_group->second)[m_at]; }
        pointer operator->() const { return &**this; }
        Iterator& operator++()
        {
            if (++m_at == m_group->second->size()) {
                ++m_group;
                m_at = 0;
            }
            return *this;
        }
        Iterator operator++(int) { return std::exchange(*this, ++Iterator(*this)); }
        bool operator==(const Iterator&) const = default;

    private:
        Groups::const_iterator m_group;
        std::size_t m_at = 0;
    };
    using const_iterator = Iterator;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] Iterator begin() const { return {m_groups.begin(), 0}; }
    [[nodiscard]] Iterator end() const { return {m_groups.end(), 0}; }
    [[nodiscard]] const T& at(const std::string& id) const
    {
        const auto all = of(id);
        return all.size() == 1 ? all.front().second : throw std::out_of_range("Grouped::at");
    }
    /// All of the group of that name, or the one of that id; may be empty. Good until this is changed.
    [[nodiscard]] std::span<const value_type> of(const std::string& id) const
    {
        const auto group = m_groups.find(id.substr(0, id.find('/')));
        if (group == m_groups.end()) {
            return {};
        }
        return part(*group->second, id == group->first ? std::string() : id);
    }

    /// Nothing happens when there is a group of that name, or when it is empty.
    void add(const std::string& name, Group group)
    {
        const std::size_t size = group.size();
        if (size > 0
            && m_groups.try_emplace(name, std::make_shared<const Group>(std::move(group))).second) {
            m_size += size;
        }
    }
    /// Calls `write(value)` for all of `of(id)`, in order.
    template <class Write>
    void change(const std::string& id, Write write)
    {
        const auto group = m_groups.find(id.substr(0, id.find('/')));
        if (group == m_groups.end()) {
            return;
        }
        const Group& before = *group->second;
        const auto all = part(before, id == group->first ? std::string() : id);
        if (all.empty()) {
            return;
        }
        auto after = std::make_shared<Group>(before);
        const auto first = static_cast<std::size_t>(all.data() - before.data());
        for (std::size_t i = first; i < first + all.size(); ++i) {
            write((*after)[i].second);
        }
        group->second = std::move(after);
    }

    bool operator==(const Grouped& other) const
    {
        return m_size == other.m_size
               && std::ranges::equal(m_groups, other.m_groups, [](const auto& a, const auto& b) {
                      return a.first == b.first && (a.second == b.second || *a.second == *b.second);
                  });
    }

private:
    /// Empty id: all of it.
    static std::span<const value_type> part(const Group& group, const std::string& id)
    {
        const auto found = std::ranges::lower_bound(group, id, {}, &value_type::first);
        if (id.empty()) {
            return group;
        }
        return found == group.end() || found->first != id ? std::span<const value_type>()
                                                          : std::span<const value_type>(&*found, 1);
    }

    Groups m_groups;
    std::size_t m_size = 0;
};

} // namespace sz
