// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A map file read by the confined child: the only way in for a program that holds anything.

#include "data/base/Clock.h"
#include "data/layers/ReadLayer.h"
#include "data/plan/files/FaultList.h"

#include <functional>

namespace sz::layers {

struct ConfinedReading
{
    ReadOptions options{};
    /// Gets each good feature, with the names and groups so far; none is kept. When the child fails later, they were good all the same.
    std::function<void(Feature&&, const LayerSummary&)> take{};
    std::filesystem::path program{}; ///< empty: confine::parserProgram()
    /// What a remark about the file does not say: what of its confinement this machine does not have, where the program was looked
    /// for, how it died.
    std::function<void(const plan::Sentence&)> note{};
    Millis patience{10'000}; ///< without anything new
};

/// Never fails: what is wrong with the file, and a child that crashed, hung, or wanted too much (Matter::ReaderFailed), is in
/// the remarks. Once `stop` is wanted the child is killed and the summary means nothing. Thread: any, not gui.
[[nodiscard]] LayerSummary
readConfined(const std::filesystem::path& file, const ConfinedReading& how);

/// The same with the features gathered.
[[nodiscard]] Layer
readConfinedLayer(const std::filesystem::path& file, const ReadOptions& options = {});

/// The child's end: file 3 and those behind it have these endings. Returns its exit code. `from` as in ReadOptions.
int serveLayer(
    std::span<const std::string> endings,
    const std::optional<geo::CoordinateSystem>& from);

} // namespace sz::layers
