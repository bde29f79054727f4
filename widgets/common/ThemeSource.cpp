// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ThemeSource.h"

namespace sz::widgets {

ThemeSource::ThemeSource(Theme theme, QObject* parent) : QObject(parent), m_theme(theme) {}

void ThemeSource::setTheme(Theme theme)
{
    if (theme == m_theme) {
        return;
    }
    m_theme = theme;
    Q_EMIT changed();
}

} // namespace sz::widgets
