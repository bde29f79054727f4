// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Turns a failure into a sentence with a next step. Details for the log never reach the screen here.

#include "data/base/Result.h"

#include <QString>

namespace sz::widgets {

/// What went wrong and what to do now, in the language of the screen. Every code has its own sentence.
[[nodiscard]] QString errorText(Code code);
/// The same; for files the place is added at the end, as plain visible text.
[[nodiscard]] QString errorText(const Error& error);

} // namespace sz::widgets
