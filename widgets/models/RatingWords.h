// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How satisfaction is told, and the channels it comes through.

#include <QString>

#include <string>

namespace sz::widgets {

/// What the act keeps for a channel somebody typed (回访, huifang, callback: 回访), whatever the language of the desk; empty when
/// it is none.
[[nodiscard]] std::string ratingChannel(const QString& typed);

/// "content 4 of 5 · phone-back"; a channel of another program stands as it is.
[[nodiscard]] QString ratingText(int score, const std::string& channel);

} // namespace sz::widgets
