// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One act of a sample operation or a drill, before anybody has written it into a log.

#include "data/model/Acts.h"

#include <string>

namespace sz::hq {

/// An act with the moment and the place it is done from. Shape: lists of these are in order of
/// `at`; the first entry of a key is its ReportIncident.
struct SeedEntry
{
    Instant at;           ///< wall time of the entry, and when headquarters received it
    UnitCode unit;        ///< the unit that acts
    PostCode post;        ///< its post; may be empty
    std::string incident; ///< key: same key = same incident
    model::Act act;
};

} // namespace sz::hq
