// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files a Shapefile is made of, looked at before the library opens them.

#include "data/layers/RawLayer.h"

#include <filesystem>

namespace sz::layers {

/// Beside `file`, with that extension in lower or upper case; empty: there is none.
[[nodiscard]] std::filesystem::path
sisterOf(const std::filesystem::path& file, const char* extension);

/// Whether .shp, .shx and .dbf are as long as their heads say, and not too large; remarks what is wrong. A missing .dbf is no fault.
[[nodiscard]] bool isWhole(const std::filesystem::path& file, RawLayer& layer);

/// The first `most` bytes of a small file; empty when it cannot be read.
[[nodiscard]] std::string beginOf(const std::filesystem::path& file, std::size_t most);

} // namespace sz::layers
