// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A sample operation as a file a trainer can write: incidents and their acts, timed back from a
// chosen moment.

#include "data/hq/Seed.h"

#include <filesystem>

namespace sz::hq {

/// Reads a scenario (format: resources/samples/README.md) and plays every act through the real
/// rules and the real fold, so that a scenario nobody could have lived is refused. Times in the
/// file are distances back from `now`; texts are taken in Chinese or English. Same input, same
/// output: order ids come from the file, not from chance. Shape: ascending by `at`, the acts of one
/// incident in the order of the file. Errors: FileUnreadable (missing, not UTF-8), FileMalformed;
/// `where` is "file:line", `detail` names the field: not TOML, field missing or unknown, kind,
/// unit, post or street not in the plan, act that the rules refuse, time order. Thread: any; reads
/// one file.
[[nodiscard]] Result<std::vector<SeedEntry>>
loadScenario(const std::filesystem::path& file, const plan::Plan& plan, Instant now, bool english);

} // namespace sz::hq
