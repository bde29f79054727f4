// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// search.db: in which places of the feed some characters stand. Disposable; behind the log for a while after a great backlog.

#include "data/base/Result.h"
#include "data/store/search/Words.h"
#include "data/vault/Aead.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace sz::store {

/// FTS5 over pairs of characters: trigrams cannot answer one or two Chinese characters, word breaks lose half the hits
/// (findings/sync.md §5). Thread: the store's.
class SearchIndex
{
public:
    struct Text
    {
        std::uint64_t seq = 0; ///< ascending from one to the next
        std::string words;     ///< found by any of their characters
        std::string named;     ///< found by their initials
    };
    /// Damaged or of another version: thrown away and begun anew. Errors: NoSpace, StoreOpen, Io.
    [[nodiscard]] static Result<SearchIndex> open(
        const std::filesystem::path& file,
        Initials initials,
        const vault::SecretKey* key = nullptr);
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;
    ~SearchIndex();

    /// Last place of the feed that was looked at.
    [[nodiscard]] std::uint64_t applied() const { return m_applied; }
    [[nodiscard]] std::uint64_t texts() const { return m_texts; }

    /// One transaction. After an error the index is to be opened anew. Errors: the store's.
    [[nodiscard]] Result<void> add(const std::vector<Text>& texts, std::uint64_t applied);
    /// Places whose text has every word typed, newest first, at most `limit` below `below` (0: all); empty when nothing
    /// was typed. Errors: the store's.
    [[nodiscard]] Result<std::vector<std::uint64_t>>
    find(std::string_view typed, std::size_t limit, std::uint64_t below = 0) const;
    /// Merges what was written bit by bit; after a great load.
    [[nodiscard]] Result<void> tidy();

private:
    struct Impl;
    explicit SearchIndex(std::unique_ptr<Impl> impl);
    static Result<std::unique_ptr<Impl>> openOnce(
        const std::filesystem::path& file,
        const Initials& initials,
        const vault::SecretKey* key);

    std::unique_ptr<Impl> m_impl;
    std::uint64_t m_applied = 0;
    std::uint64_t m_texts = 0;
};

} // namespace sz::store
