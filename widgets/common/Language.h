// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which of a plan's two names is shown. Words of the program itself go through tr().

#include "data/plan/Plan.h"

#include <QString>

#include <cstdint>

namespace sz::widgets {

enum class Language : std::uint8_t {
    Chinese,
    English,
};

/// Language of the default QLocale, which the application sets before the first window.
[[nodiscard]] Language uiLanguage();

/// Full name of a unit, area or street.
[[nodiscard]] QString nameText(const plan::Name& name, Language language = uiLanguage());
/// Name for chips and strips: the short one, else the full one.
[[nodiscard]] QString shortNameText(const plan::Name& name, Language language = uiLanguage());

} // namespace sz::widgets
