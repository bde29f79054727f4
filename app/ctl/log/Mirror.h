// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A signed log that any web server hands out as files (c2sp.org/tlog-tiles), fetched to be examined.

#include "data/base/Result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace sz::ctl {

/// A folder of its own with what was fetched; gone with the last who holds it.
class Mirror
{
public:
    /// The checkpoint and every tile and bundle it has, heads and log.pub where they are; redirections are not followed. A tile
    /// that is not there is left out, so that the examination names it. Nothing is believed of what comes but the checkpoint's
    /// size, and of that no more than 10^8. Blocks; needs no application. Errors: BadEncoding (no checkpoint), LimitOutOfRange,
    /// Io (the server does not answer, or otherwise than a file of a log; `where`: the address).
    [[nodiscard]] static Result<std::shared_ptr<const Mirror>> fetch(const std::string& url);
    ~Mirror();
    Mirror(const Mirror&) = delete;
    Mirror& operator=(const Mirror&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    explicit Mirror(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    std::filesystem::path m_folder;
};

} // namespace sz::ctl
