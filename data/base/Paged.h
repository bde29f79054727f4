// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A long list of values that is copied at every step and changed here and there: copies share the pages nobody has changed.

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace sz {

/// Immutable; changed through an Edit, which copies a page the first time it is written to. A copy costs one pointer, an
/// edit the table of pages (one pointer for 512 values) and the pages it touches. Thread: copies may be read by any thread.
template <class T>
class Paged
{
    static constexpr std::size_t kPage = 512;
    using Page = std::vector<T>;
    using Table = std::vector<std::shared_ptr<const Page>>;

public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const T& operator[](std::size_t i) const
    {
        return (*(*m_table)[i / kPage])[i % kPage];
    }
    /// Calls `look(value)` for each, in order.
    template <class Look>
    void each(Look look) const
    {
        for (std::size_t page = 0; page * kPage < m_size; ++page) {
            for (const T& one : *(*m_table)[page]) {
                look(one);
            }
        }
    }

    /// Writes; the list it was made from stays as it is.
    class Edit
    {
    public:
        explicit Edit(const Paged& from)
            : m_table(from.m_table ? *from.m_table : Table()), m_own(m_table.size(), nullptr),
              m_size(from.m_size)
        {
        }
        [[nodiscard]] std::size_t size() const { return m_size; }
        [[nodiscard]] const T& operator[](std::size_t i) const
        {
            return (*m_table[i / kPage])[i % kPage];
        }
        [[nodiscard]] T& at(std::size_t i) { return own(i / kPage)[i % kPage]; }
        void push_back(T one)
        {
            if (m_size % kPage == 0) {
                m_table.push_back(nullptr);
                m_own.push_back(nullptr);
            }
            own(m_size / kPage).push_back(std::move(one));
            ++m_size;
        }
        /// The list as written. The edit is over.
        [[nodiscard]] Paged done() &&
        {
            Paged list;
            list.m_table = std::make_shared<const Table>(std::move(m_table));
            list.m_size = m_size;
            return list;
        }

    private:
        Page& own(std::size_t page)
        {
            if (m_own[page] == nullptr) {
                auto copy = std::make_shared<Page>();
                copy->reserve(kPage);
                if (m_table[page] != nullptr) {
                    copy->assign(m_table[page]->begin(), m_table[page]->end());
                }
                m_own[page] = copy.get();
                m_table[page] = std::move(copy);
            }
            return *m_own[page];
        }

        Table m_table;
        std::vector<Page*> m_own; ///< by page; null: shared, not to be written to
        std::size_t m_size;
    };

private:
    std::shared_ptr<const Table> m_table;
    std::size_t m_size = 0;
};

} // namespace sz
