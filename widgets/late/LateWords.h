// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the late list says, as plain text.

#include "widgets/late/LateModel.h"

#include <QString>

namespace sz::widgets {

/// "Power: sign-for", "sign-for, several units", "24 Wuchang N · Xujiapeng", "045 Flood and what belongs to it".
[[nodiscard]] QString groupTitle(const LateGroup& group, const plan::Plan& plan);
/// "12 · 9 to confirm".
[[nodiscard]] QString groupNote(const LateGroup& group);
/// "045 Hospital on generator".
[[nodiscard]] QString itemTitle(const LateItem& item);
/// "Power: sign-for 04:12 late (limit 10 min)"; of what is put aside: reason, until, who.
[[nodiscard]] QString itemNote(const LateItem& item, const plan::Plan& plan, Instant now);
/// "to confirm", "gone unseen", "confirmed", "put aside", "over".
[[nodiscard]] QString stateWord(LateState state);

} // namespace sz::widgets
