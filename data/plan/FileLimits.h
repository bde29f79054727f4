// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What may be attached to an incident: how much, and of which kinds ([files] of limits.toml).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sz::plan {

/// A media type this program knows. Kinds that a viewer would run or that hold other files (scripts, web pages, SVG,
/// archives, programs) are not among them.
struct FileType
{
    std::string_view type;   ///< "image/png"
    std::string_view suffix; ///< "png": of the copy that is opened, whatever the sender called it
};

/// All of them; a plan chooses among these.
[[nodiscard]] std::span<const FileType> knownFileTypes();
/// Null when it is not known.
[[nodiscard]] const FileType* knownFileType(std::string_view type);

struct FileLimits
{
    std::uint64_t oneBytes = 20ULL << 20;       ///< of one file
    std::uint64_t incidentBytes = 200ULL << 20; ///< of all files of one incident
    std::vector<std::string> types;             ///< media types; empty: all known ones

    [[nodiscard]] bool allows(std::string_view type) const;
    bool operator==(const FileLimits&) const = default;
};

} // namespace sz::plan
