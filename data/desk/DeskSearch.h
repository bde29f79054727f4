// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an officer types, found among all incidents this desk was ever told of: the log's texts in search.db, and back.

#include "data/desk/DeskValues.h"
#include "data/store/DeskLog.h"
#include "data/store/search/SearchIndex.h"
#include "data/vault/Protection.h"

#include <functional>

namespace sz::desk {

/// Pinyin initials of the plan's names where they are not those of the characters one by one (黄陂 hp).
[[nodiscard]] store::Initials initialsOf(const plan::Plan& plan);

/// Follows the log in small steps, so that it never holds up an act; a failure costs the index, never the desk. Thread: the
/// store's. `log` must live longer.
class DeskSearch
{
public:
    using Warn = std::function<void(const std::string&)>;
    DeskSearch(
        const store::DeskLog& log,
        const plan::Plan& plan,
        std::filesystem::path file,
        vault::DataKey key,
        Warn warn);

    /// Looks at the next places; true when there are more. Opens the index when it is not open.
    bool advance(std::size_t places = kStep);
    /// At most `limit` incidents, newest first.
    [[nodiscard]] SearchResult find(std::string_view typed, std::size_t limit = kShown);
    /// Throws the index away; it is made anew from what the log still has.
    void restart();
    /// After a great load: one pass over the index that makes it quicker.
    void tidy();

    static constexpr std::size_t kStep = 4000;
    static constexpr std::size_t kShown = 50;

private:
    [[nodiscard]] bool open();
    void lose(const Error& why);
    [[nodiscard]] SearchResult emptyBecause(SearchResult::Empty why) const;
    /// `spelt`: what was typed, when the index has only its initials and the words must be looked at again.
    [[nodiscard]] Result<void> resolve(
        const std::vector<std::uint64_t>& seqs,
        std::size_t limit,
        std::optional<std::string_view> spelt,
        SearchResult& out) const;

    const store::DeskLog& m_log;
    std::filesystem::path m_file;
    vault::DataKey m_key; ///< null: in the clear
    Warn m_warn;
    const plan::Plan& m_plan;
    std::optional<store::SearchIndex> m_index;
    std::optional<store::Initials> m_initials; ///< made for the first pinyin that is typed
    std::uint64_t m_seen = 0; ///< places looked at; the file's mark may lag when they had no text
    int m_failures = 0;
};

} // namespace sz::desk
