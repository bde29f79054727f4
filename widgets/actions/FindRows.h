// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a search found as rows of a list; when it found nothing, why.

#include "data/desk/DeskValues.h"
#include "widgets/actions/ChoiceList.h"

namespace sz::widgets {

/// One row for each incident found, newest first; or one row that says why there is none.
[[nodiscard]] std::vector<ChoiceRow>
findRows(const desk::SearchResult& result, const QString& typed, int utcOffsetMinutes);

} // namespace sz::widgets
