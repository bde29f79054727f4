// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which theme is on, passed by reference to whoever paints; there is no global.

#include "maps/symbols/Tokens.h"

#include <QColor>
#include <QObject>

namespace sz::widgets {

using symbols::Theme;
using symbols::Token;

/// Lives in the composition root, outlives every widget. Thread: gui.
class ThemeSource final : public QObject
{
    Q_OBJECT
public:
    explicit ThemeSource(Theme theme = Theme::Dark, QObject* parent = nullptr);

    [[nodiscard]] Theme theme() const { return m_theme; }
    [[nodiscard]] QColor color(Token token) const { return symbols::color(m_theme, token); }
    void setTheme(Theme theme);

Q_SIGNALS:
    void changed();

private:
    Theme m_theme;
};

} // namespace sz::widgets
