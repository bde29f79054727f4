// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl simulate …`: runs simulated nights and names the seed of one that went wrong.

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// simulate [--seeds N] [--seed S] [--desks D] [--headquarters H] [--steps K] [--mutation NAME] [--calm] [--wound …] [--follow] [--json];
/// `args` begins after "simulate". --calm: nothing goes wrong but the wounds (machine, injury, number of the call). Seeds S, S+1, … Returns 0 when every night ended well, 1 at the first that did not (its seed, what was
/// violated and the command that repeats it are printed), 2 when the call is wrong.
int runSimulate(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
