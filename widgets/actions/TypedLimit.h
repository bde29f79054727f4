// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A limit as people type it: 24h, 90m, 2d, 30分, 2小时, 3天, 1.5h.

#include "data/plan/Calendar.h"

#include <QString>

#include <optional>

namespace sz::widgets {

/// Whole minutes, 1 to 90 days; full-width digits and letters count as ordinary ones. Empty for
/// anything else, a number without its unit included.
[[nodiscard]] std::optional<int> typedMinutes(QStringView text);
/// A limit in working time: 7wd, 7工作日, 7个工作日 (1 to 250); 8wh, 8工作小时, 90wm, 90工作分钟.
[[nodiscard]] std::optional<plan::WorkLimit> typedWork(QStringView text);
/// "7wd" / 7个工作日, "8wh", "90wm" in the language of the screen; reads back to the same.
[[nodiscard]] QString workTyped(const plan::WorkLimit& limit);
/// The shortest way of typing it: "90m", "24h", "3d". Reads back to the same minutes.
[[nodiscard]] QString minutesTyped(int minutes);

/// Full-width letters, digits and punctuation as their ASCII partners (，、； become commas, 　 and ：
/// spaces); one character for one, so that positions stay.
[[nodiscard]] QString plainTyped(const QString& text);

} // namespace sz::widgets
