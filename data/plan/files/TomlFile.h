// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The only place that knows toml++.

#include "data/plan/files/FaultList.h"
#include "data/plan/files/Node.h"

namespace sz::plan {

/// The whole file as a table with line numbers, or nothing and a fault with the line that could not be parsed.
[[nodiscard]] std::optional<Node>
readToml(const std::filesystem::path& dir, const std::string& file, FaultList& faults);

} // namespace sz::plan
