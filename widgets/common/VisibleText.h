// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text from outside can neither hide nor reorder anything: what has no glyph is shown as a box.

#include <QString>

namespace sz::widgets {

/// Controls, bidi marks, zero-width and other format characters, lone surrogates and line separators become U+25A1;
/// a tab becomes a space; line feeds stay. Everything else, rare Han included, stays as it is.
[[nodiscard]] QString visibleText(const QString& text);
/// The same on one line: line feeds become spaces.
[[nodiscard]] QString visibleLine(const QString& text);

} // namespace sz::widgets
