// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes every stock control look like the console: palette first, then one style sheet, then the focus ring.

#include "widgets/common/ThemeSource.h"

#include <QPalette>
#include <QString>

class QApplication;

namespace sz::widgets {

/// Palette, style sheet, font and style of the whole application. Call at the start and on each theme change.
void applyTheme(QApplication& app, Theme theme);
/// The same, now and whenever the source changes. `source` and `app` must outlive each other's use.
void followTheme(QApplication& app, const ThemeSource& source);

/// Accent is the focus ring.
[[nodiscard]] QPalette themePalette(Theme theme);
/// The style sheet with its @tokens replaced; unknown tokens are left in place, and a test finds them.
[[nodiscard]] QString themeStyleSheet(Theme theme);

} // namespace sz::widgets
