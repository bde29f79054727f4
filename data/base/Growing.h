// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A list that only grows and is copied at every step: what two copies have in common is kept once.

#include <algorithm>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace sz {

/// Reads like a const std::vector. A copy and a push_back together cost one chunk and a pointer for each chunk before it,
/// however long the list is: an incident with 30,000 acts is copied at every one of them. Thread: as std::vector; copies
/// may be read by other threads while this one grows, because only who made a chunk adds to it, behind
/// what any copy reads.
template <class T>
class Growing
{
    static constexpr std::size_t kChunk = 64;
    using Chunk = std::vector<T>;

public:
    class Iterator
    {
    public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using reference = const T&;
        using pointer = const T*;
        using iterator_category = std::random_access_iterator_tag;

        Iterator() = default;
        Iterator(const Growing* list, std::size_t at) : m_list(list), m_at(at) {}
        reference operator*() const { return (*m_list)[m_at]; }
        pointer operator->() const { return &(*m_list)[m_at]; }
        reference operator[](difference_type by) const { return *(*this + by); }
        Iterator& operator++() { return *this += 1; }
        Iterator operator++(int) { return std::exchange(*this, *this + 1); }
        Iterator& operator--() { return *this -= 1; }
        Iterator operator--(int) { return std::exchange(*this, *this - 1); }
        Iterator& operator+=(difference_type by)
        {
            m_at = static_cast<std::size_t>(static_cast<difference_type>(m_at) + by);
            return *this;
        }
        Iterator& operator-=(difference_type by) { return *this += -by; }
        friend Iterator operator+(Iterator it, difference_type by) { return it += by; }
        friend Iterator operator+(difference_type by, Iterator it) { return it += by; }
        friend Iterator operator-(Iterator it, difference_type by) { return it -= by; }
        friend difference_type operator-(const Iterator& a, const Iterator& b)
        {
            return static_cast<difference_type>(a.m_at) - static_cast<difference_type>(b.m_at);
        }
        bool operator==(const Iterator& other) const { return m_at == other.m_at; }
        auto operator<=>(const Iterator& other) const { return m_at <=> other.m_at; }

    private:
        const Growing* m_list = nullptr;
        std::size_t m_at = 0;
    };
    using value_type = T;
    using const_iterator = Iterator;
    using iterator = Iterator;

    Growing() = default;
    Growing(std::initializer_list<T> list)
    {
        for (const T& one : list) {
            push_back(one);
        }
    }

    Growing(const Growing& other) : m_chunks(other.m_chunks), m_size(other.m_size) {}
    Growing(Growing&& other) noexcept
        : m_chunks(std::move(other.m_chunks)), m_size(std::exchange(other.m_size, 0)),
          m_ownsTail(std::exchange(other.m_ownsTail, false))
    {
        other.m_chunks.clear();
    }
    Growing& operator=(Growing other) noexcept
    {
        m_chunks.swap(other.m_chunks);
        std::swap(m_size, other.m_size);
        std::swap(m_ownsTail, other.m_ownsTail);
        return *this;
    }
    ~Growing() = default;

    void push_back(T one)
    {
        const std::size_t used = m_size % kChunk;
        if (used == 0 && m_size / kChunk == m_chunks.size()) {
            m_chunks.push_back(fresh(4));
        } else if (!m_ownsTail || m_chunks.back()->capacity() == used) {
            auto own = fresh(std::min(kChunk, std::max<std::size_t>(4, used * 2)));
            own->assign(m_chunks.back()->data(), m_chunks.back()->data() + used);
            m_chunks.back() = std::move(own);
        }
        m_ownsTail = true;
        m_chunks.back()->push_back(std::move(one));
        ++m_size;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const T& operator[](std::size_t i) const
    {
        return m_chunks[i / kChunk]->data()[i % kChunk]; // not [], which looks at the end
    }
    [[nodiscard]] const T& at(std::size_t i) const
    {
        return i < m_size ? (*this)[i] : throw std::out_of_range("Growing::at");
    }
    [[nodiscard]] const T& front() const { return (*this)[0]; }
    [[nodiscard]] const T& back() const { return (*this)[m_size - 1]; }
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, m_size}; }
    [[nodiscard]] auto rbegin() const { return std::make_reverse_iterator(end()); }
    [[nodiscard]] auto rend() const { return std::make_reverse_iterator(begin()); }

private:
    static std::shared_ptr<Chunk> fresh(std::size_t capacity)
    {
        auto chunk = std::make_shared<Chunk>();
        chunk->reserve(capacity);
        return chunk;
    }

    std::vector<std::shared_ptr<Chunk>> m_chunks; // shared: equal beginnings of copies
    std::size_t m_size = 0;
    bool m_ownsTail = false; ///< made here: the place behind the last is nobody else's
};

} // namespace sz
