// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The command line that both benchmark programs share.

#include "tests/bench/Bench.h"

#include <QCoreApplication>

#include <span>

namespace sz::bench {

/// [NAME…] [--json] [--quick] [--folder DIR]: runs what was asked for and prints a line each; the exit code. Exits by
/// itself on --help and on a mistake.
[[nodiscard]] int runBenches(const QCoreApplication& app, std::span<const Bench> benches);

} // namespace sz::bench
