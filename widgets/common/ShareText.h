// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace sz::widgets {

/// "66.7%", rounded half up from whole numbers, so that everybody who adds up the rows gets the same; of nothing: "—".
[[nodiscard]] QString shareText(std::int64_t part, std::int64_t whole);

} // namespace sz::widgets
