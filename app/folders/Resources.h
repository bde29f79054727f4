// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where shipped files lie: beside the source tree while building, under share/ when installed.

#include <filesystem>

namespace sz::app {

/// The `resources` folder; an empty path when none is found. SANZHEN_RESOURCES names one.
[[nodiscard]] std::filesystem::path resourcesFolder();
/// A sister program of this one: "sanzhen-hq". An empty path when it is not there.
[[nodiscard]] std::filesystem::path sisterProgram(const char* name);

} // namespace sz::app
