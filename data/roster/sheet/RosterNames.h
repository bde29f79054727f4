// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Posts and shifts by whatever a sheet calls them. Private to data/roster.

#include "data/roster/sheet/Mapping.h"
#include "data/roster/sheet/RosterDates.h"

namespace sz::roster {

enum class NameLookup : std::uint8_t {
    Unknown,
    Ambiguous,
};

class PostNames
{
public:
    /// `words`: what the mapping says of the sheet's own words.
    PostNames(const Roster& roster, std::map<std::string, std::string> words);

    /// Code or name; within a unit also the end of a name: "值班领导" of D05 is "武昌区值班领导".
    [[nodiscard]] std::expected<PostIndex, NameLookup>
    find(const std::string& word, const UnitCode& unit) const;

private:
    const Roster& m_roster;
    std::map<std::string, std::string> m_words;
    std::unordered_map<std::string, std::vector<PostIndex>> m_names; ///< folded
    std::unordered_map<std::string, std::vector<PostIndex>> m_units;
};

struct NamedShift
{
    std::string name; ///< Chinese, as the post's rotation has it; of hours as written
    Hours hours;
};

/// A shift of a post by its name ("白班", "白", "Day"), code or hours ("08:30-20:30"); an empty word is the whole day, from the post's
/// first change to the same hour of the next day. None: the post has no such shift.
[[nodiscard]] std::optional<NamedShift> shiftNamed(
    const Roster& roster,
    PostIndex post,
    Day day,
    const std::string& word,
    const std::map<std::string, std::string>& words);
/// "白班、夜班": what there is.
[[nodiscard]] std::string shiftsOf(const Roster& roster, PostIndex post, bool isChinese);

} // namespace sz::roster
