// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Why an OpenStreetMap extract cannot be used, in words.

#include "data/packs/PackFault.h"

namespace sz::ctl {

using Words = packs::Words;

/// "compression lzma at byte 120", the detail of a FileMalformed of maps/osm: what is wrong and what to do.
[[nodiscard]] Words osmWords(const std::string& detail);

} // namespace sz::ctl
