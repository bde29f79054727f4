// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/Matching.h"

#include "data/store/search/Words.h"

namespace sz::desk {

bool isIn(std::string_view typed, std::string_view words)
{
    return store::hasWords(typed, words, store::Initials().of(words));
}

} // namespace sz::desk
