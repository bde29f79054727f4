// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The console's own icons: SVGs compiled in, tinted from the colour table, sharp at every scale.

#include "widgets/common/ThemeSource.h"

#include <QIcon>
#include <QString>

namespace sz::widgets {

/// Icon `name` of resources/icons in a colour; disabled icons are drawn faint. Null when there is no such file.
[[nodiscard]] QIcon tintedIcon(const QString& name, const QColor& colour);
[[nodiscard]] QIcon tintedIcon(const QString& name, Theme theme, Token token = Token::Tx2);
/// The mark of the top bar: strokes in the theme's text colour, the river in its water-name colour. 26 units square.
[[nodiscard]] QIcon logoIcon(Theme theme);
/// The window icon, the same in both themes.
[[nodiscard]] QIcon appIcon();

} // namespace sz::widgets
