// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Does what somebody typed stand in these words? As the search index would say of one text.

#include <string_view>

namespace sz::desk {

/// Every word typed is in `words`, or, when it is letters, in their pinyin initials. False for nothing typed. Thread: any.
[[nodiscard]] bool isIn(std::string_view typed, std::string_view words);

} // namespace sz::desk
