// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who may sign on in the simulated city, and the authority that vouches for it.

#include "data/net/Authority.h"
#include "data/store/HqLog.h"

namespace sz::sim {

/// The password of a simulated person, the same every night.
[[nodiscard]] std::string secretOf(const PersonCode& person);
/// Two persons at D01, D02 and L01; the other units keep shared seats. Called before headquarters' first start.
void enrolPeople(store::HqLog& log, Instant now);
/// Codes of all of them.
[[nodiscard]] std::vector<PersonCode> allPeople();
/// Headquarters' own; the same in every night of every process.
[[nodiscard]] const net::Identity& authority();

} // namespace sz::sim
