// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A nested JSON value written down again while it is parsed, so that unknown properties are kept.

#include <string>
#include <string_view>
#include <vector>

namespace sz::layers {

class JsonSource
{
public:
    [[nodiscard]] bool isOpen() const { return !m_closers.empty(); }
    void open(bool isObject);
    /// True when that was the outermost one.
    bool close();
    void key(std::string_view key);
    /// `raw` as it stands in JSON; strings through text().
    void raw(std::string_view raw);
    void text(std::string_view text);
    [[nodiscard]] std::string take();

private:
    void separate();

    std::string m_out;
    std::string m_closers; ///< of what is open
    bool m_isFirst = true;
    bool m_isValue = false; ///< a key stands before
};

} // namespace sz::layers
