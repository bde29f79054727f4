// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A duty person by what is typed: number, name, pinyin or initials.

#include "data/model/Seat.h"

#include <QString>

namespace sz::widgets {

/// Those that fit, best first: the number itself, then names, pinyin and initials that begin with it, then those that hold
/// it. All of them when nothing is typed. The pointers are into `people`.
[[nodiscard]] std::vector<const model::Person*>
findPeople(const std::vector<model::Person>& people, const QString& typed);

} // namespace sz::widgets
