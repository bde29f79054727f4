// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The desks this machine is: one in most offices, several where one machine stands in for another.

#include <filesystem>
#include <vector>

namespace sz::app {

class Desks
{
public:
    /// `data`: the folder of --data.
    explicit Desks(const std::filesystem::path& data) : m_folder(data / "desks") {}

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    /// Folders with a profile, in order of name.
    [[nodiscard]] std::vector<std::filesystem::path> all() const;
    /// Which one opens when none was asked for: the one used last, else the command office's, else the first; empty: none.
    [[nodiscard]] std::filesystem::path usual() const;
    void remember(const std::filesystem::path& desk) const;

private:
    std::filesystem::path m_folder;
};

} // namespace sz::app
